/** What was said in Matrix as blocks and files of a mail: one converter per kind of content. */
import { fileName } from '../../mail/file-name.ts';
import type { DraftFile } from '../../mail/types.ts';
import {
  attachedLine,
  audioLine,
  imageMark,
  locationLine,
  videoLine,
  voiceMessageLine,
  wroteLine,
} from '../../words/marks.ts';
import type { WrittenDate } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { clockText, UTC, wallTime } from '../../words/zones.ts';
import type { TimeZone } from '../../words/zones.ts';
import type { RichText, Said, SaidFile } from '../from-matrix/content.ts';
import { matrixHtmlToBlocks, plainToBlocks } from './matrix-html.ts';
import type { MatrixHtmlContext } from './matrix-html.ts';
import { paragraph, inlineText } from './blocks.ts';
import type { MailBlock, Inline } from './blocks.ts';
import type { UserId } from '../types.ts';

/** What an answer answers, for a short quotation. */
export interface Quoted {
  readonly author: string;
  readonly at: Date | null;
  /** What its author wrote, without what they quoted. */
  readonly text: string;
}

/** `zone`: the one in which its reader takes times to be. */
export interface QuoteContext extends MatrixHtmlContext {
  readonly zone: TimeZone;
}

export interface SaidContext extends MatrixHtmlContext {
  /** Name of the author, for emotes. */
  readonly author: string;
  /** Position of the next file in the mail, from 0. */
  readonly fileIndex: number;
  /** The Content-ID of the next file, where the HTML refers to it. */
  readonly contentId: string;
}

export interface SaidBlocks {
  readonly blocks: readonly MailBlock[];
  readonly files: readonly DraftFile[];
}

/** Image types that mail programs show in place; all others are attached only. */
const INLINE_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Lines and characters of a quotation: enough to know what is meant. */
const QUOTE_LINES = 6;
const QUOTE_LENGTH = 500;

/** Blocks and files of one message. `mentions` are the users it names (`m.mentions`). */
export function saidToBlocks(said: Said, mentions: readonly UserId[], context: SaidContext): SaidBlocks {
  switch (said.kind) {
    case 'text': {
      const blocks = richToBlocks(said, mentions, context);
      return { blocks: said.emote ? asEmote(blocks, context.author) : blocks, files: [] };
    }
    case 'file':
      return fileToBlocks(said, mentions, context);
    case 'location':
      return { blocks: [locationBlock(said, context)], files: [] };
    case 'poll':
      return { blocks: pollBlocks(said, context), files: [] };
  }
}

/** A quotation with its attribution, shortened. */
export function quoteToBlocks(quoted: Quoted, context: QuoteContext): MailBlock[] {
  const lines = quoted.text.trim().split('\n');
  const short = lines.slice(0, QUOTE_LINES).join('\n').slice(0, QUOTE_LENGTH).toWellFormed().trimEnd();
  const cut = short.length < quoted.text.trim().length;
  const of = plainToBlocks(cut ? `${short} …` : short, context);
  const wrote = wroteLine(words(context.language), quoted.author, writtenDate(quoted.at, context.zone));
  return of.length === 0 ? [] : [paragraph(inlineText(wrote)), { kind: 'quote', of }];
}

/** A whole conversation: each mail with its attribution, uncut, the newest first as mail programs quote. */
export function historyToBlocks(history: readonly Quoted[], context: QuoteContext): MailBlock[] {
  const say = words(context.language);
  const mails = history.toReversed().flatMap(({ author, at, text: body }): MailBlock[] => {
    const of = plainToBlocks(body.trim(), context);
    const wrote = wroteLine(say, author, writtenDate(at, context.zone));
    return of.length === 0 ? [] : [paragraph(inlineText(wrote)), { kind: 'quote', of }];
  });
  return mails.length === 0 ? [] : [{ kind: 'rule' }, paragraph(inlineText(say('recipients-quoted-thread'))), ...mails];
}

/** Text that a person typed, with the names of those it mentions instead of their Matrix ids. */
function richToBlocks(rich: RichText, mentions: readonly UserId[], context: SaidContext): MailBlock[] {
  if (rich.html !== null) {
    const blocks = matrixHtmlToBlocks(rich.html, context);
    if (blocks.length > 0) return blocks;
    // Nothing but calls of our own people: the body says the same.
    const { language, nameOf } = context;
    if (matrixHtmlToBlocks(rich.html, { language, nameOf }).length > 0) return [];
  }
  let { body } = rich;
  const internal = mentions.filter((user) => context.isInternal?.(user) === true);
  for (const user of mentions) {
    if (!internal.includes(user)) body = body.replaceAll(user, context.nameOf(user) ?? localpart(user));
  }
  // Clients without pills call people by their name: "Ada: …".
  for (const user of internal) {
    const called = [context.nameOf(user), localpart(user)].find((name) => name !== null && calls(body, name));
    if (typeof called === 'string') body = user + body.trimStart().slice(called.length);
  }
  return plainToBlocks(body, context);
}

function calls(body: string, name: string): boolean {
  return name !== '' && body.trimStart().startsWith(name) && /^[:,]/.test(body.trimStart().slice(name.length));
}

function localpart(user: UserId): string {
  return user.slice(1, user.indexOf(':'));
}

function asEmote(blocks: readonly MailBlock[], author: string): MailBlock[] {
  const lead = inlineText(`* ${author} `);
  const [first, ...rest] = blocks;
  return first?.kind === 'paragraph' ? [{ ...first, of: [lead, ...first.of] }, ...rest] : [paragraph(lead), ...blocks];
}

function fileToBlocks(said: SaidFile, mentions: readonly UserId[], context: SaidContext): SaidBlocks {
  const caption = said.caption === null ? [] : richToBlocks(said.caption, mentions, context);
  const say = words(context.language);
  const name = nameOfFile(said, context.fileIndex, say);
  const inline = INLINE_IMAGES.has(said.type) && (said.media === 'image' || said.media === 'sticker');
  if (inline) {
    const { contentId } = context;
    const sticker = said.media === 'sticker';
    const image: MailBlock = {
      kind: 'image',
      contentId,
      name: sticker ? said.name : name,
      text: sticker ? say('outgoing-sticker', { name: said.name }) : imageMark(say, name),
      width: said.width,
    };
    return {
      blocks: [...caption, image],
      files: [{ key: said.mxc, name, type: said.type, contentId }],
    };
  }
  const file = { key: said.mxc, name, type: said.type, contentId: null };
  return { blocks: [...caption, paragraph(inlineText(fileLabel(said, name, say)))], files: [file] };
}

function fileLabel(said: SaidFile, name: string, say: Say): string {
  const duration = said.durationMs === null ? null : clock(said.durationMs);
  switch (said.media) {
    case 'voice':
      return voiceMessageLine(say, duration);
    case 'audio':
      return audioLine(say, name, duration);
    case 'video':
      return videoLine(say, name, duration);
    case 'sticker':
      return say('outgoing-sticker', { name: said.name });
    case 'image':
    case 'file':
      return attachedLine(say, name, said.size === null ? null : fileSize(said.size));
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/webm': 'weba',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/** A name that says what it is: mail programs open files by their extension. */
function nameOfFile(said: SaidFile, index: number, say: Say): string {
  const written = said.media === 'voice' ? say('outgoing-voice-message-file') : said.name;
  const name = fileName(written.replace(/\p{Cc}+/gu, ' ').toWellFormed(), said.type, index);
  const extension = EXTENSIONS[said.type];
  const complete = extension === undefined || /\.[\p{L}\p{N}]{1,10}$/u.test(name);
  return complete ? name : fileName(`${name}.${extension}`, said.type, index);
}

function locationBlock(said: Extract<Said, { kind: 'location' }>, context: SaidContext): MailBlock {
  const lead = inlineText(locationLine(words(context.language), said.description.trim()));
  if (said.geo === null) return said.uri === '' ? paragraph(lead) : paragraph(lead, inlineText(` ${said.uri}`));
  const { latitude, longitude } = said.geo;
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`;
  const point: Inline = { kind: 'link', href: map, of: [inlineText(`${lat}, ${lon}`)] };
  return paragraph(lead, { kind: 'break' }, point);
}

function pollBlocks(said: Extract<Said, { kind: 'poll' }>, context: SaidContext): MailBlock[] {
  const say = words(context.language);
  return [
    paragraph({
      kind: 'mark',
      mark: 'strong',
      of: [inlineText(say('outgoing-poll', { question: said.question.trim() }))],
    }),
    { kind: 'list', start: 1, items: said.answers.map((answer) => [paragraph(inlineText(answer.trim()))]) },
    paragraph(inlineText(say('outgoing-poll-hint', { choices: Math.min(said.choices, said.answers.length) }))),
  ];
}

/** By the clock of the account's zone, which its correspondents share; UTC is nobody's clock, and is named. */
export function writtenDate(at: Date | null, zone: TimeZone): WrittenDate | null {
  if (at === null) return null;
  const wall = wallTime(at, zone);
  return { ...wall, time: zone === UTC ? `${clockText(wall)} ${UTC}` : clockText(wall) };
}

/** `m:ss`, or `h:mm:ss`. */
function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Decimal units, as mail programs show them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

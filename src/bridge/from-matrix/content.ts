/**
 * What people say in Matrix, as values: the content of one message event, understood (client-server API,
 * "m.room.message").
 */
import { z } from 'zod';
import { mediaType } from '../../base/wire-text.ts';
import type { MxcUri } from '../types.ts';
import { calledInFront } from './called.ts';
import type { Called } from './called.ts';

/** Plain text and, where the client sent it, Matrix HTML: not trusted, not sanitised. */
export interface RichText {
  readonly body: string;
  readonly html: string | null;
}

export type Said =
  | ({ readonly kind: 'text'; readonly emote: boolean } & RichText)
  | SaidFile
  | { readonly kind: 'location'; readonly description: string; readonly geo: GeoPoint | null; readonly uri: string }
  | { readonly kind: 'poll'; readonly question: string; readonly answers: readonly string[]; readonly choices: number };

export interface SaidFile {
  readonly kind: 'file';
  readonly media: 'image' | 'audio' | 'video' | 'file' | 'sticker' | 'voice';
  readonly mxc: MxcUri;
  /** As the sender named it: not yet safe for a header. */
  readonly name: string;
  /** As claimed, '' where nothing was. */
  readonly type: string;
  /** Bytes, as claimed. */
  readonly size: number | null;
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: RichText | null;
}

/** Degrees; RFC 5870. */
interface GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
}

/** `!mail NAME ARGS`. */
export interface ReadCommand {
  readonly kind: 'command';
  /** Lower case, '' where none was given. */
  readonly name: string;
  /** Separated by white space. */
  readonly args: readonly string[];
  /** Everything after the name as it was written, with its lines; without the white space around it. */
  readonly rest: string;
}

/**
 * For whom a message is, where its author says so: `!reply …` for all who get an answer, `!sender …` for the sender
 * alone.
 */
export type Asked = 'all' | 'sender';

export type Content =
  | {
      readonly kind: 'said';
      readonly said: Said;
      readonly asked?: Asked;
      /**
       * The word of a command that stands behind the names of others, or of what may be names: it is not run, and
       * nothing of it is mailed.
       */
      readonly begins?: string;
    }
  | ReadCommand
  | { readonly kind: 'note' }
  /** A file that only holders of its key can read. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'ignore'; readonly reason: 'malformed' | 'notice' | 'empty' | 'verification' };

const text = z.string().catch('');
const count = z.number().nonnegative().nullable().catch(null).default(null);
const object = z.record(z.string(), z.unknown());

const messageContent = z.object({
  msgtype: z.string(),
  body: text,
  format: text.optional(),
  formatted_body: text.optional(),
  filename: text.optional(),
  url: z.string().optional().catch(undefined),
  file: object.optional().catch(undefined),
  geo_uri: text.optional(),
  info: z
    .object({
      mimetype: text.optional(),
      size: count,
      duration: count,
      w: count,
      h: count,
    })
    .nullable()
    .catch(null)
    .default(null),
  'org.matrix.msc3245.voice': object.optional().catch(undefined),
  'org.matrix.msc1767.text': z.string().optional().catch(undefined),
  'org.matrix.msc3488.location': z.object({ description: z.string().optional() }).optional().catch(undefined),
});
type MessageContent = z.infer<typeof messageContent>;

/** spec, "Matrix Content (`mxc://`) URIs". */
const MXC = /^mxc:\/\/[^/]+\/[^/?#]+$/;

const MEDIA: Readonly<Record<string, SaidFile['media']>> = {
  'm.image': 'image',
  'm.audio': 'audio',
  'm.video': 'video',
  'm.file': 'file',
  'm.sticker': 'sticker',
};

/** What of an event besides its text tells who is meant by it. */
interface Meant {
  /** The users of `m.mentions`. */
  readonly mentions: readonly string[];
  readonly isBot: (user: string) => boolean;
}

const NOBODY: Meant = { mentions: [], isBot: () => false };

/** Reads the content of an `m.room.message`, or of a sticker as msgtype `m.sticker`. Never throws. */
export function readSaid(content: Readonly<Record<string, unknown>>, meant: Meant = NOBODY): Content {
  const parsed = messageContent.safeParse(content);
  if (!parsed.success) return { kind: 'ignore', reason: 'malformed' };
  const { data } = parsed;
  const media = MEDIA[data.msgtype];
  if (media !== undefined) return readFile(data, media, meant);
  switch (data.msgtype) {
    case 'm.notice':
      return { kind: 'ignore', reason: 'notice' };
    case 'm.location':
      return readLocation(data);
    case 'm.key.verification.request':
      return { kind: 'ignore', reason: 'verification' };
    // Unknown types are shown by their body (spec, "m.room.message").
    default:
      return readText(data, meant);
  }
}

/**
 * What somebody wrote as it stands, for a record of it: notes and commands are words, and so is what a bot says. Null
 * for what cannot be read, and for a file that only holders of its key can read.
 */
export function readAsWritten(content: Readonly<Record<string, unknown>>): Said | null {
  const parsed = messageContent.safeParse(content);
  if (!parsed.success) return null;
  const { data } = parsed;
  const media = MEDIA[data.msgtype];
  if (media !== undefined) return data.url === undefined || !MXC.test(data.url) ? null : fileOf(data, data.url, media);
  if (data.msgtype === 'm.location') {
    const located = readLocation(data);
    return located.kind === 'said' ? located.said : null;
  }
  return { kind: 'text', emote: data.msgtype === 'm.emote', ...richText(data) };
}

/** A file with its caption as it stands. */
function fileOf(data: MessageContent, url: string, media: SaidFile['media']): SaidFile {
  // With a `filename` that differs the body is a caption; without one the body is the name (spec, "media captions").
  const { filename } = data;
  const named = filename !== undefined && filename !== '';
  const isCaption = media !== 'sticker' && named && filename !== data.body && data.body.trim() !== '';
  return {
    kind: 'file',
    media: media === 'audio' && data['org.matrix.msc3245.voice'] !== undefined ? 'voice' : media,
    mxc: url as MxcUri,
    name: named ? filename : data.body,
    type: (data.info?.mimetype ?? '') === '' ? '' : mediaType(data.info?.mimetype ?? ''),
    size: data.info?.size ?? null,
    durationMs: data.info?.duration ?? null,
    width: data.info?.w ?? null,
    height: data.info?.h ?? null,
    caption: isCaption ? richText(data) : null,
  };
}

function readText(data: MessageContent, meant: Meant): Content {
  const whole = richText(data);
  const called = calledInFront(whole, meant.mentions);
  const command = readCommand(whole.body) ?? readCalled(called, meant);
  if (command !== null && command.kind !== 'begins') return command;
  const { rich, asked } =
    command === null ? readAsked(whole, called) : { rich: whole, asked: { begins: command.word } };
  if (rich.body.trim() === '' && rich.html === null) return { kind: 'ignore', reason: 'empty' };
  return { kind: 'said', said: { kind: 'text', emote: data.msgtype === 'm.emote', ...rich }, ...asked };
}

function readFile(data: MessageContent, media: SaidFile['media'], meant: Meant): Content {
  if (data.url === undefined || !MXC.test(data.url)) {
    return data.file === undefined ? { kind: 'ignore', reason: 'malformed' } : { kind: 'encrypted' };
  }
  const file = fileOf(data, data.url, media);
  const written = file.caption;
  const called = written === null ? null : calledInFront(written, meant.mentions);
  // A caption runs no command; as it stands it is no text for a mail either.
  const command = written === null ? null : (readCommand(written.body) ?? readCalled(called, meant));
  if (command?.kind === 'note') return { kind: 'note' };
  const { rich: caption, asked } =
    written === null
      ? { rich: null, asked: {} }
      : command === null
        ? readAsked(written, called)
        : { rich: written, asked: { begins: command.kind === 'begins' ? command.word : command.name } };
  return { kind: 'said', ...asked, said: { ...file, caption: caption?.body.trim() === '' ? null : caption } };
}

function readLocation(data: MessageContent): Content {
  const uri = data.geo_uri ?? '';
  const description = data['org.matrix.msc3488.location']?.description ?? data.body;
  return { kind: 'said', said: { kind: 'location', description, geo: readGeoUri(uri), uri } };
}

/**
 * RFC 5870 section 3.3: `geo:latitude,longitude[,altitude][;parameters]`, WGS-84 unless it says otherwise.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function readGeoUri(uri: string): GeoPoint | null {
  const match = /^geo:(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)(?:,-?[\d.]{1,20})?(?:;.*)?$/i.exec(uri);
  if (match === null) return null;
  const latitude = Number(match[1]);
  const longitude = Number(match[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

const extensibleText = z.union([
  z.object({ 'm.text': z.array(z.object({ body: z.string(), mimetype: z.string().optional() })) }),
  z.object({ 'org.matrix.msc1767.text': z.string() }),
  z.object({ body: z.string() }),
]);
const poll = z.object({
  question: extensibleText,
  answers: z.array(extensibleText).max(100),
  max_selections: z.number().int().positive().catch(1).default(1),
});

/**
 * Reads the content of a poll's start, in the spec's form (v1.7, `m.poll`) and the one before it (MSC3381). Never
 * throws.
 */
export function readPoll(content: Readonly<Record<string, unknown>>): Content {
  const parsed = poll.safeParse(content['m.poll'] ?? content['org.matrix.msc3381.poll.start']);
  if (!parsed.success) return { kind: 'ignore', reason: 'malformed' };
  const { question, answers, max_selections: choices } = parsed.data;
  const said = { kind: 'poll', question: plain(question), answers: answers.map(plain), choices } as const;
  return said.question.trim() === '' ? { kind: 'ignore', reason: 'empty' } : { kind: 'said', said };
}

function plain(from: z.infer<typeof extensibleText>): string {
  if ('m.text' in from) {
    const texts = from['m.text'];
    return (texts.find((one) => one.mimetype === undefined || one.mimetype === 'text/plain') ?? texts[0])?.body ?? '';
  }
  return 'body' in from ? from.body : from['org.matrix.msc1767.text'];
}

/** `!mail …` and `!note …`, at the very beginning of what was said; null for everything else. */
function readCommand(body: string): { kind: 'note' } | ReadCommand | null {
  const match = /^\s*!(mail|note)(?=\s|$)(.*)$/isu.exec(body);
  if (match === null) return null;
  if (match[1]?.toLowerCase() === 'note') return { kind: 'note' };
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec((match[2] ?? '').trim()) ?? [];
  return { kind: 'command', name: name.toLowerCase(), args: rest === '' ? [] : rest.split(/\s+/), rest };
}

/**
 * What stands behind names in front. A note is one whoever is called; a command is meant for us where the bot alone is
 * called, and for nobody who could run it where others are. Null where it is said: words, `!reply` and `!sender`.
 */
function readCalled(
  called: Called | null,
  { isBot }: Meant,
): { kind: 'note' } | ReadCommand | { readonly kind: 'begins'; readonly word: string } | null {
  if (called === null) return null;
  const command = readCommand(called.rest);
  if (command?.kind === 'note') return called.certain ? command : { kind: 'begins', word: 'note' };
  if (command?.kind === 'command') {
    if (called.certain && called.users.length > 0 && called.users.every(isBot)) return command;
    return { kind: 'begins', word: command.name === '' ? 'help' : command.name };
  }
  const word = /^!(\p{L}[\p{L}\p{N}-]*)(?=\s|$)/u.exec(called.rest)?.[1];
  return word === undefined || /^(?:reply|sender)$/i.test(word) ? null : { kind: 'begins', word };
}

/**
 * `!reply …` and `!sender …`, which are no part of what is said; names before them are. HTML that does not begin so too
 * is left out.
 */
function readAsked(
  rich: RichText,
  called: Called | null,
): { readonly rich: RichText; readonly asked: { readonly asked?: Asked } } {
  const match = /^\s*!(reply|sender)(?=\s|$)\s*(.*)$/isu.exec(called?.rest ?? rich.body);
  if (match === null) return { rich, asked: {} };
  const [, word = '', body = ''] = match;
  const html = rich.html === null ? null : called === null ? PREFIX.exec(rich.html) : BEHIND.exec(rich.html);
  const said = html === null ? null : `${html[1] ?? ''}${html[2] ?? ''}`;
  const asked = word.toLowerCase() === 'reply' ? 'all' : 'sender';
  return { rich: { body: `${called?.front ?? ''}${body}`, html: said }, asked: { asked } };
}

const PREFIX = /^((?:\s|<[^>]*>)*)!(?:reply|sender)(?![\p{L}\p{N}_-])\s*(.*)$/isu;
const BEHIND = /^([^!]*)!(?:reply|sender)(?![\p{L}\p{N}_-])\s*(.*)$/isu;

/** Body and HTML without the quotation that clients before spec v1.13 put before a reply. */
function richText(data: { body: string; format?: string | undefined; formatted_body?: string | undefined }): RichText {
  const rich = data.format === 'org.matrix.custom.html' && (data.formatted_body ?? '').trim() !== '';
  const html = rich ? stripHtmlFallback(data.formatted_body ?? '') : null;
  return { body: stripFallback(data.body), html: html === null || html.trim() === '' ? null : html };
}

function stripFallback(body: string): string {
  if (!/^> (?:\* )?<@[^>\n]+>/.test(body)) return body;
  const lines = body.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('>'));
  if (end < 0) return '';
  return lines.slice(lines[end] === '' ? end + 1 : end).join('\n');
}

function stripHtmlFallback(html: string): string {
  const start = /^\s*<mx-reply>/i.exec(html);
  if (start === null) return html;
  const end = html.toLowerCase().lastIndexOf('</mx-reply>');
  return end < 0 ? html : html.slice(end + '</mx-reply>'.length);
}

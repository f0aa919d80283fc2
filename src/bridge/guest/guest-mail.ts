/**
 * What guests get of a room as one mail: messages of several people, with names and times where they are needed, each
 * Matrix thread under a heading where there are several. Everything that the bytes depend on is in the input. Pure.
 */
import type { Draft, DraftFile, HeaderField, MessageId, Person } from '../../mail/types.ts';
import { attachedLine } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import { clockText, shortDay, wallTime } from '../../words/zones.ts';
import type { Said, SaidFile } from '../from-matrix/content.ts';
import { inlineText, paragraph } from '../to-mail/blocks.ts';
import type { MailBlock } from '../to-mail/blocks.ts';
import { mailBlocksToHtml } from '../to-mail/blocks-html.ts';
import { mailBlocksToText } from '../to-mail/blocks-text.ts';
import { fileSize, quoteToBlocks, saidToBlocks } from '../to-mail/said-blocks.ts';
import type { QuoteContext, Quoted, SaidBlocks } from '../to-mail/said-blocks.ts';
import { envelopeOf } from '../to-mail/to-mail.ts';
import type { MailAuthor } from '../to-mail/to-mail.ts';
import type { UserId } from '../types.ts';

/** Files of one mail, and bytes of them, as those claim who sent them; more are named. */
const FILES_MOST = 20;
const BYTES_MOST = 10_000_000;
/** What a file counts as whose size nobody says. */
const BYTES_UNKNOWN = 1_000_000;

/** Messages of one person within so long stand under one name, milliseconds. */
const TOGETHER_MS = 5 * 60_000;

/** Code points of what heads a Matrix thread, and of the name of a room. */
const TITLE_MOST = 80;

/** Something that was said, as it is now. */
export interface GuestSaid {
  readonly author: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly said: Said;
  readonly mentions: readonly UserId[];
  /** What it replies to, where that is not the message before it. */
  readonly quoted: Quoted | null;
}

/** What was said in the room (`title` null) or in one of its Matrix threads, of which it is how that begins. */
export interface GuestTalk {
  readonly title: string | null;
  readonly messages: readonly GuestSaid[];
}

export interface GuestMailInput {
  readonly messageId: MessageId;
  readonly date: Date;
  readonly boundary: string;
  readonly writer: MailAuthor;
  readonly to: Person;
  /** The room's name, '' for none, and the link to it. */
  readonly room: { readonly name: string; readonly link: string };
  /** At least one, each with a message. */
  readonly talks: readonly GuestTalk[];
  /** Messages that it does not have. */
  readonly left: number;
  /** Where the mail stands among others. */
  readonly place: GuestPlace;
  /** Whether files are attached; else they are named. */
  readonly files: boolean;
  readonly headers: readonly HeaderField[];
  readonly nameOf: (user: string) => string | null;
}

/** The first mail of its conversation, and the one before it; null for one that begins it. */
type GuestPlace = { readonly first: MessageId; readonly last: MessageId } | null;

/** The draft. Total: whatever was said becomes something that can be read. */
export function toGuestMail(input: GuestMailInput): Draft {
  const { writer, to, place, talks } = input;
  const { blocks, files } = new Composed(input).whole();
  const voices = talks.flatMap(({ messages }) =>
    messages.map((message) => [message.author.id, message.author] as const),
  );
  const [author, second] = [...new Map(voices).values()];
  const one = second === undefined ? author : undefined;
  const { messageId, date, boundary } = input;
  const recipients = { to: [to], cc: [], why: { kind: 'chosen', of: to.address }, answers: null } as const;
  const parent = place === null ? null : { messageId: place.last, references: [place.first], conversation: null };
  const name = one?.name ?? roomName(input);
  const subject = subjectOf(input);
  return {
    ...envelopeOf({ messageId, date, boundary, writer, author: { name }, recipients, subject, parent }),
    text: mailBlocksToText(blocks, [], writer.language),
    html: mailBlocksToHtml(blocks, [], writer.language),
    files,
    headers: [{ name: 'Content-Language', value: writer.language }, ...input.headers],
  };
}

function roomName({ room, writer }: GuestMailInput): string {
  return room.name.trim() === '' ? writer.name : cut(room.name);
}

/** Of a Matrix thread how it begins, behind the room's name: it is a conversation of its own. */
function subjectOf(input: GuestMailInput): string {
  const [only, second] = input.talks;
  const title = second === undefined ? (only?.title ?? null) : null;
  return title === null ? roomName(input) : `${roomName(input)}: ${cut(title)}`;
}

class Composed {
  readonly #input: GuestMailInput;
  readonly #context: QuoteContext;
  readonly #blocks: MailBlock[] = [];
  readonly #files: DraftFile[] = [];
  #bytes = 0;

  constructor(input: GuestMailInput) {
    this.#input = input;
    const { language, zone } = input.writer;
    this.#context = { language, zone, nameOf: input.nameOf };
  }

  whole(): { blocks: MailBlock[]; files: DraftFile[] } {
    const { talks, left, room, writer } = this.#input;
    const say = words(writer.language);
    if (left > 0) {
      const link = { kind: 'link', href: room.link, of: [inlineText(room.link)] } as const;
      this.#blocks.push(paragraph(inlineText(`${say('guests-mail-left', { count: left })} `), link));
    }
    for (const { title, messages } of talks) {
      const heading = title === null ? say('guests-mail-in-room') : say('guests-mail-thread', { words: cut(title) });
      if (talks.length > 1) this.#blocks.push({ kind: 'heading', level: 3, of: [inlineText(heading)] });
      this.#talk(messages);
    }
    this.#blocks.push({ kind: 'rule' }, ...this.#below());
    return { blocks: this.#blocks, files: this.#files };
  }

  #talk(messages: readonly GuestSaid[]): void {
    const isOneVoice =
      new Set(this.#input.talks.flatMap((talk) => talk.messages.map(({ author }) => author.id))).size < 2;
    let before: GuestSaid | null = null;
    for (const message of messages) {
      if (!isOneVoice && !isUnderSameName(before, message)) this.#blocks.push(this.#byline(message));
      if (message.quoted !== null) this.#blocks.push(...quoteToBlocks(message.quoted, this.#context));
      const { blocks, files } = this.#message(message);
      this.#blocks.push(...blocks);
      this.#files.push(...files);
      before = message;
    }
  }

  /** Who said it, and when. */
  #byline({ author, at }: GuestSaid): MailBlock {
    const { zone } = this.#context;
    const days = new Set(this.#input.talks.flatMap(({ messages }) => messages.map((one) => shortDay(one.at, zone))));
    const time = clockText(wallTime(at, zone));
    const when = days.size > 1 ? `${shortDay(at, zone)} ${time}` : time;
    const name = { kind: 'mark', mark: 'strong', of: [inlineText(cut(author.name))] } as const;
    return paragraph(name, inlineText(` · ${when}`));
  }

  #message({ said, mentions, author }: GuestSaid): SaidBlocks {
    const { boundary } = this.#input;
    const context = {
      ...this.#context,
      author: author.name,
      fileIndex: this.#files.length,
      contentId: `file${this.#files.length + 1}.${boundary}@mailroom.invalid`,
    };
    if (said.kind !== 'file' || this.#fits(said)) return saidToBlocks(said, mentions, context);
    const { caption } = said;
    const text =
      caption === null ? [] : saidToBlocks({ kind: 'text', emote: false, ...caption }, mentions, context).blocks;
    return { blocks: [...text, this.#named(said)], files: [] };
  }

  /** A file that is in the room only. */
  #named({ name, size }: SaidFile): MailBlock {
    const say = words(this.#context.language);
    const { link } = this.#input.room;
    const line = attachedLine(say, cut(name), size === null ? null : fileSize(size));
    const there = { kind: 'link', href: link, of: [inlineText(say('guests-mail-file-there'))] } as const;
    return paragraph(inlineText(`${line} — `), there);
  }

  #fits({ size }: SaidFile): boolean {
    const bytes = size ?? BYTES_UNKNOWN;
    if (!this.#input.files || this.#files.length >= FILES_MOST || this.#bytes + bytes > BYTES_MOST) return false;
    this.#bytes += bytes;
    return true;
  }

  /** What the guest can do, below all. */
  #below(): MailBlock[] {
    const { writer } = this.#input;
    const say = words(writer.language);
    const choices = {
      now: say('guests-word-now'),
      hourly: say('guests-word-hourly'),
      daily: say('guests-word-daily'),
      pause: say('guests-word-pause'),
    };
    return [
      paragraph(inlineText(say('guests-mail-why', { room: roomName(this.#input) }))),
      paragraph(inlineText(say('guests-mail-choices', choices))),
      ...(writer.footer.trim() === '' ? [] : [paragraph(inlineText(writer.footer.trim()))]),
    ];
  }
}

function isUnderSameName(before: GuestSaid | null, message: GuestSaid): boolean {
  const apart = before === null ? Infinity : message.at.getTime() - before.at.getTime();
  return before?.author.id === message.author.id && apart >= 0 && apart <= TOGETHER_MS;
}

/** One line of bounded length; nothing in it turns the direction of what follows. */
function cut(text: string): string {
  const line = text
    .slice(0, 10 * TITLE_MOST)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069\s]+/gu, ' ')
    .trim();
  const points = Array.from(line);
  return points.length <= TITLE_MOST ? line : `${points.slice(0, TITLE_MOST - 1).join('')}…`;
}

/**
 * The fields by which a mail says that it is of a list (RFC 2919). What people said is not automatic, also where
 * several messages of theirs are one mail (RFC 3834 section 5); it is marked as sent to many, so that nobody's machine
 * answers it (RFC 3834 section 2, RFC 5230 section 4.6).
 *
 * @param list.id unique and the same for ever, in a domain of ours
 */
export function listFields(list: { readonly id: string; readonly name: string }): HeaderField[] {
  // RFC 2919 section 2: a phrase before the id; of words alone, since a quoted string may be encoded on its way.
  const name = cut(list.name)
    .replace(/[^A-Za-z0-9 _-]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return [
    { name: 'List-Id', value: name === '' ? `<${list.id}>` : `${name} <${list.id}>` },
    { name: 'Precedence', value: 'list' },
    { name: 'X-Auto-Response-Suppress', value: 'OOF, AutoReply' },
  ];
}

/**
 * What was said in a room and never mailed, as a mail: a note, a command, what was said where nothing is mailed, a
 * reaction to a mail. It is marked as internal wherever a mail program or a filter looks, and nobody in it can be
 * written to.
 */
import type { DraftFile, MessageId } from '../../mail/types.ts';
import { baseSubject } from '../../mail/subject.ts';
import { UTC } from '../../words/zones.ts';
import { readAsWritten, readPoll } from '../from-matrix/content.ts';
import type { Said } from '../from-matrix/content.ts';
import { mailBlocksToHtml } from '../to-mail/blocks-html.ts';
import { mailBlocksToText } from '../to-mail/blocks-text.ts';
import { inlineText, paragraph } from '../to-mail/blocks.ts';
import type { MailBlock } from '../to-mail/blocks.ts';
import { saidToBlocks } from '../to-mail/said-blocks.ts';
import type { EventId, JsonObject, RoomId, UserId } from '../types.ts';
import { standingHead, withoutFields } from './composed-mail.ts';
import type { FromEvents } from './composed-mail.ts';
import { eventMessageId, matrixPerson, matrixRoom } from './matrix-people.ts';
import type { MessageLine } from './room-line.ts';

/** Forms and reactions that are told of one message, the newest of them, at most. */
const TOLD_MAX = 200;

/** One form of what somebody said. */
export interface Form {
  readonly event: EventId;
  readonly at: Date;
  readonly content: JsonObject;
}

export interface RoomReaction {
  readonly event: EventId;
  readonly sender: UserId;
  readonly at: Date;
  readonly key: string;
}

/** Where it was said. */
export interface InternalPlace {
  readonly room: RoomId;
  /** Subject of the conversation. */
  readonly subject: string;
  /** The first mail of the conversation; null where nothing is known of any. */
  readonly root: MessageId | null;
  /** The display name of a user in the room; null for none. */
  readonly nameOf: (user: string) => string | null;
}

export interface InternalMessage {
  readonly line: MessageLine;
  /** Later forms by its author, oldest first; the last one counts. None of what was redacted. */
  readonly edits: readonly Form[];
  readonly reactions: readonly RoomReaction[];
  /** What it answers, by its Message-ID; null for nothing that stands in an export. */
  readonly answers: MessageId | null;
}

/** @param missing why a file could not be had, by its address */
export function internalMail(
  { line, edits, reactions, answers }: InternalMessage,
  place: InternalPlace,
  missing: ReadonlyMap<string, string>,
): FromEvents {
  const { sender, event, redacted } = line;
  const who = matrixPerson(sender, place.nameOf(sender));
  const forms = redacted === null ? [{ event, at: line.at, content: line.content }, ...edits] : [];
  const last = forms.at(-1);
  const messageId = eventMessageId(place.room, event);
  const without: { name: string; reason: string }[] = [];
  const files: DraftFile[] = [];
  const context = { language: 'en', zone: UTC, nameOf: place.nameOf, author: who.name } as const;
  const blocksOf = (content: JsonObject): readonly MailBlock[] => {
    const said = readForm(line.form, content);
    if (typeof said === 'string') return [words(`[${said}]`)];
    const contentId = `file${files.length + 1}.${messageId.slice(1, 41)}@mailroom.invalid`;
    const shown = saidToBlocks(said, [], { ...context, fileIndex: files.length, contentId });
    const lost = shown.files.filter(({ key }) => missing.has(key));
    if (lost.length === 0) {
      files.push(...shown.files);
      return shown.blocks;
    }
    without.push(...lost.map(({ key, name }) => ({ name, reason: missing.get(key) ?? '' })));
    const rest = shown.blocks.filter(({ kind }) => kind !== 'image');
    return [...rest, ...lost.map(({ name }) => words(`[file that could not be had: ${name}]`))];
  };
  const blocks = [
    ...(last === undefined ? [words(redactedText(line, place))] : blocksOf(last.content)),
    ...historyBlocks(forms.slice(0, -1), blocksOf),
    ...(redacted === null ? reactionBlocks(reactions, place) : []),
  ];
  return {
    draft: {
      ...head({ messageId, at: line.at, sender, answers }, place),
      text: mailBlocksToText(blocks, [], 'en'),
      html: mailBlocksToHtml(blocks, [], 'en'),
      files,
      headers: [
        ...marks(place.room, event, sender, redacted === null ? kindOf(line) : 'redacted'),
        ...withoutFields(without),
      ],
    },
    without,
  };
}

/** A reaction to a mail, in the forms in which mails are reactions (docs/mapping.md). */
export function internalReaction(
  { event, sender, at, key }: RoomReaction,
  answers: MessageId,
  place: InternalPlace,
): FromEvents {
  const who = matrixPerson(sender, place.nameOf(sender));
  const messageId = eventMessageId(place.room, event);
  const blocks = [words(`${who.name} reacted: ${key.slice(0, 100)}`)];
  const emoji = /^\p{RGI_Emoji}$/v.test(key) ? { reaction: key } : {};
  return {
    draft: {
      ...head({ messageId, at, sender, answers }, place),
      ...emoji,
      text: mailBlocksToText(blocks, [], 'en'),
      html: mailBlocksToHtml(blocks, [], 'en'),
      files: [],
      headers: marks(place.room, event, sender, 'reaction'),
    },
    without: [],
  };
}

function head(
  said: {
    readonly messageId: MessageId;
    readonly at: Date;
    readonly sender: UserId;
    readonly answers: MessageId | null;
  },
  { room, subject, root, nameOf }: InternalPlace,
) {
  const { messageId, at: date, sender, answers } = said;
  const references = [root, answers].filter((id) => id !== null);
  return {
    ...standingHead({
      ...{ messageId, date, from: matrixPerson(sender, nameOf(sender)) },
      ...{ to: [matrixRoom(room, subject)], cc: [], subject: `[internal] ${baseSubject(subject)}` },
      ...{ inReplyTo: answers, references: [...new Set(references)] },
    }),
    conversation: null,
  };
}

/** Sensitivity is what mail programs show (RFC 2156 section 5.3.4); the others are for filters, and for proof. */
function marks(room: RoomId, event: EventId, sender: UserId, kind: string) {
  return [
    { name: 'Sensitivity', value: 'Company-Confidential' },
    { name: 'X-Mailroom-Composed', value: `from=room; kind=internal` },
    { name: 'X-Mailroom-Internal', value: kind },
    { name: 'X-Mailroom-Room', value: room },
    { name: 'X-Mailroom-Event', value: event },
    { name: 'X-Mailroom-Sender', value: sender },
  ];
}

function kindOf({ form, content }: MessageLine): string {
  if (form !== 'message') return form;
  const body = typeof content['body'] === 'string' ? content['body'] : '';
  return /^\s*!note(?=\s|$)/i.test(body) ? 'note' : /^\s*!mail(?=\s|$)/i.test(body) ? 'command' : 'message';
}

/** What a form says; a text where it says nothing that can be read. */
function readForm(form: MessageLine['form'], content: JsonObject): Said | string {
  if (form === 'encrypted') return 'encrypted, and Mailroom cannot read it';
  if (form === 'poll') {
    const poll = readPoll(content);
    return poll.kind === 'said' ? poll.said : 'a poll that cannot be read';
  }
  if (content['file'] !== undefined && content['url'] === undefined)
    return 'an encrypted file, and Mailroom cannot read it';
  return readAsWritten(content) ?? 'cannot be read';
}

function redactedText({ redacted }: MessageLine, { nameOf }: InternalPlace): string {
  const by =
    redacted === null || redacted.by === '' ? '' : ` by ${matrixPerson(redacted.by, nameOf(redacted.by)).name}`;
  const at = redacted?.at ?? null;
  return `[redacted${by}${at === null ? '' : ` on ${clock(at)}`}]`;
}

function historyBlocks(earlier: readonly Form[], blocksOf: (content: JsonObject) => readonly MailBlock[]): MailBlock[] {
  if (earlier.length === 0) return [];
  return [
    { kind: 'rule' },
    words(`Edited; ${earlier.length === 1 ? 'the earlier form' : `${earlier.length} earlier forms, oldest first`}:`),
    ...earlier
      .slice(-TOLD_MAX)
      .flatMap(({ at, content }): MailBlock[] => [
        words(`${clock(at)}:`),
        { kind: 'quote', of: [...blocksOf(content)] },
      ]),
  ];
}

function reactionBlocks(reactions: readonly RoomReaction[], { nameOf }: InternalPlace): MailBlock[] {
  if (reactions.length === 0) return [];
  const lines = reactions
    .slice(-TOLD_MAX)
    .map(({ key, sender, at }) =>
      words(`${key.slice(0, 100)} ${matrixPerson(sender, nameOf(sender)).name}, ${clock(at)}`),
    );
  return [{ kind: 'rule' }, words('Reactions:'), ...lines];
}

const words = (text: string): MailBlock => paragraph(inlineText(text));

const clock = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

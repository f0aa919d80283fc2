/** What was said in a room of guests as it is now: edits are the text, what was taken back is gone. Pure. */
import { readAsWritten } from '../from-matrix/content.ts';
import type { Said } from '../from-matrix/content.ts';
import { readEvent } from '../from-matrix/from-matrix.ts';
import type { Fresh, MatrixAction } from '../from-matrix/from-matrix.ts';
import type { EventId, UserId } from '../types.ts';

/**
 * Something that was put down as said (`guest_messages`). `raw`: the event as it came; null where it is kept no more.
 */
export interface RawSaid {
  readonly entry: number;
  readonly event: EventId;
  readonly author: UserId;
  readonly raw: unknown;
}

/** An edit, or that something was taken back: what was said, or an edit of it. */
export interface RawChange {
  readonly kind: 'edit' | 'redact';
  readonly event: EventId;
  readonly of: EventId;
  readonly author: UserId;
  readonly raw: unknown;
}

/** A message as it is now. */
export interface SaidNow {
  readonly entry: number;
  readonly event: EventId;
  readonly author: UserId;
  readonly said: Said;
  readonly mentions: readonly UserId[];
  readonly replyTo: EventId | null;
  /** The first event of its Matrix thread; null for the room itself. */
  readonly root: EventId | null;
}

/** Nothing of a room of guests is our own here: what comes back of us is not put down. Bots' notices stay out. */
const READING = { isOwn: () => false };

/**
 * The messages as they are now, in their order; without those that were taken back, that are a note or a command by
 * now, and that are kept no more. An edit counts only by who said it (spec, "validity of replacement events").
 *
 * @param changes in the order in which they came
 */
export function saidNow(said: readonly RawSaid[], changes: readonly RawChange[]): SaidNow[] {
  const undone = new Set(changes.flatMap(({ kind, of }) => (kind === 'redact' ? [of] : [])));
  const edits = Map.groupBy(
    changes.filter(({ kind, event }) => kind === 'edit' && !undone.has(event)),
    ({ of }) => of,
  );
  return said.flatMap((one) => {
    const first = undone.has(one.event) ? null : readEvent(one.raw, READING);
    if (first?.kind !== 'message') return [];
    const { event, author, entry } = one;
    const own = (edits.get(event) ?? []).filter((edit) => edit.author === author);
    const now = own.reduce<Fresh>((before, edit) => freshOf(readEvent(edit.raw, READING), event) ?? before, first);
    if (now.kind !== 'message' || now.begins !== undefined) return [];
    // Where it stands among others an edit does not change.
    const { replyTo, threadRoot: root } = first;
    return [{ entry, event, author, said: now.said, mentions: now.mentions, replyTo, root }];
  });
}

function freshOf(action: MatrixAction, of: EventId): Fresh | null {
  return action.kind === 'edit' && action.of === of ? action.fresh : null;
}

/** The plain words of something, for a quotation or a heading; '' for none. */
export function plainWords(said: Said): string {
  switch (said.kind) {
    case 'text':
      return said.body;
    case 'file':
      return said.caption?.body ?? said.name;
    case 'location':
      return said.description;
    case 'poll':
      return said.question;
  }
}

/** What a part of a mail in the room says; null for what says nothing. */
export function saidOfPart(content: Readonly<Record<string, unknown>>): Said | null {
  // What a machine wrote is shown as a notice, and goes to nobody else by mail (RFC 3834 section 2).
  return content['msgtype'] === 'm.notice' ? null : readAsWritten(content);
}

/** Characters that a message takes in a mail, roughly. */
export function lengthOf(said: Said): number {
  return said.kind === 'poll' ? said.question.length + said.answers.join('').length : plainWords(said).length;
}

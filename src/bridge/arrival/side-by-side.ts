/**
 * Which mails of an account may be decided side by side: those of which none can change what is known of another. All
 * others are decided one after the other, in their order. Pure.
 */
import { lookedUpIds } from '../thread/thread.ts';
import type { ThreadId } from '../types.ts';
import type { ParsedMail } from '../../mail/types.ts';
import type { ReadArrival, WholeMailFacts } from './arrival.ts';
import { messageIdOf } from './mail-ids.ts';

/**
 * What a mail is found by and finds others by: its ids, all that it refers to, and its Thread-Index. Two that share one
 * may be of one conversation, or the same mail, also where neither of them is there yet.
 */
export function foundBy(mail: ParsedMail): readonly string[] {
  const { threadIndex, formerIds } = mail.header;
  const ids = [...lookedUpIds({ ...mail, messageId: messageIdOf(mail) }), ...formerIds];
  return threadIndex === null ? ids : [...ids, `index ${threadIndex}`];
}

/**
 * The conversations that a mail touches or might have joined, with those beside them; null where it may change more
 * than the conversation that it joins: what begins one, asks somebody, takes of what strangers may begin, reports on a
 * mail of ours, or was let in by somebody.
 */
export function touchedBy(facts: WholeMailFacts, arrival: ReadArrival): readonly ThreadId[] | null {
  const { content, lookups, released, letIn = false, quiet = false } = facts;
  const { report, reaction = null, ids } = content;
  if (report !== null || reaction !== null || ids.probed !== null || ids.keyed !== null) return null;
  if (released || letIn || quiet || lookups.old !== null) return null;
  if (arrival.is !== 'message' || arrival.opens || arrival.link !== null || arrival.row !== null) return null;
  const { newParticipant, asks, guest, spent } = arrival.message;
  if (newParticipant !== null || asks || guest !== null || spent.length > 0 || arrival.message.quiet) return null;
  return [arrival.thread, ...[...lookups.threads].flatMap(([thread, { beside = [] }]) => [thread, ...beside])];
}

/**
 * Which thread a mail belongs to. One pure function: it is given every id that the mail names and every thread that knows
 * one of them, and says which and why. Never by subject: on 2,500 list mails that glued 225 unrelated threads together.
 */
import type { MessageId } from '../mail/types.ts';
import type { ThreadDecision, ThreadId } from './types.ts';

/** One Message-ID that a thread of the account is known by. */
export interface KnownId {
  readonly id: MessageId;
  readonly thread: ThreadId;
  /** message: the thread holds that mail. reference: a mail of the thread names it, and nobody has seen it yet. */
  readonly kind: 'message' | 'reference';
}

export interface ThreadFacts {
  readonly messageId: MessageId;
  readonly inReplyTo: readonly MessageId[];
  /** Oldest first. */
  readonly references: readonly MessageId[];
}

/** Every id by which a thread may be found for this mail: its parents, nearest first, then itself (for replies that came before it). */
export function lookedUpIds(mail: ThreadFacts): MessageId[] {
  return [...new Set([...parentIds(mail), mail.messageId])];
}

/** RFC 5322 section 3.6.4: In-Reply-To names the parents, References ends with the nearest. Own id left out: a mail is not its parent. */
export function parentIds(mail: ThreadFacts): MessageId[] {
  const ids = [...mail.inReplyTo, ...mail.references.toReversed()];
  return [...new Set(ids)].filter((id) => id !== mail.messageId);
}

/**
 * Decides. A held parent wins over a parent that is only named, the nearest over the farther; a mail that others have
 * already referred to joins them; siblings of a parent that nobody has seen are one thread.
 */
export function decideThread(mail: ThreadFacts, known: readonly KnownId[]): ThreadDecision {
  const parents = parentIds(mail);
  const find = (id: MessageId, kind: KnownId['kind']) => known.find((one) => one.id === id && one.kind === kind);
  for (const id of parents) {
    const held = find(id, 'message');
    if (held === undefined) continue;
    const by = mail.inReplyTo.includes(id) ? 'in-reply-to' : 'references';
    return { do: 'join', thread: held.thread, parent: id, by };
  }
  const named = find(mail.messageId, 'reference');
  if (named !== undefined) return { do: 'join', thread: named.thread, parent: null, by: 'referenced-by' };
  for (const id of parents) {
    const sibling = find(id, 'reference');
    if (sibling !== undefined) return { do: 'join', thread: sibling.thread, parent: null, by: 'sibling' };
  }
  return { do: 'open', by: parents.length === 0 ? 'no-references' : 'unknown-references' };
}

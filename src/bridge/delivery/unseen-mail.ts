/**
 * The room of a mail whose hold is over, before the mail is composed: what is waited for, and what becomes of a mail
 * whose room cannot be read, so that nobody knows whether it was changed or deleted there. Pure.
 */
import type { MatrixAction } from '../from-matrix/from-matrix.ts';
import type { EventId, UserId } from '../types.ts';

/** A mail as far as it can still change. */
export interface ChangeableMail {
  readonly author: UserId;
  readonly messages: ReadonlySet<EventId>;
  /** Whether it needs a yes: then all counts that may change what was said yes to. */
  readonly draft: boolean;
  /** Whether what its author says joins it. */
  readonly open: boolean;
}

/**
 * Whether an event of the room that was received and is not decided yet may change a mail: it is about one of its
 * messages, would join it, or says when it leaves. The mail waits for it.
 */
export function mayChange(mail: ChangeableMail, action: MatrixAction, sender: string): boolean {
  if ('of' in action) return mail.messages.has(action.of);
  // `!mail send` names a time; who gets a draft, and what it says, other commands and moved ghosts change too.
  if (action.kind === 'command') return mail.draft || action.name === 'send';
  if (action.kind === 'membership') return mail.draft;
  return mail.open && sender === mail.author && action.kind === 'message';
}

/**
 * Why a room was not seen.
 *
 * - not-yet: Mailroom has begun, and the bot cannot act so far.
 * - away: nobody gets an answer of the homeserver.
 * - patience: the homeserver asks for patience.
 * - failing: the homeserver answers others, and not this.
 * - hidden: nobody of ours sees the messages: the bot was removed, or the room is gone.
 */
export type WhyUnseen = 'not-yet' | 'away' | 'patience' | 'failing' | 'hidden';

/**
 * wait: it is looked at again after so many milliseconds; `tell`: its author is told that it waits. ask: people decide,
 * it is not looked at again.
 */
export type UnseenDecision =
  { readonly do: 'wait'; readonly afterMs: number; readonly tell: boolean } | { readonly do: 'ask' };

/** An invitation that comes back, or an answer of a moment, is waited for. */
const HIDDEN_MS = 10_000;
/** From when on its author is told, where the room can be written to. */
const TELL_MS = 600_000;
/** From when on a room that is never answered for is one that cannot be read. */
const FAILING_MS = 3_600_000;

/**
 * What becomes of a mail whose room was not seen. It never leaves without a look or a yes, and never waits for what
 * nobody may mend: a homeserver that is away comes back, a room that is hidden may not.
 *
 * @param overFor milliseconds since the end of its hold
 */
export function decideUnseen(why: WhyUnseen, overFor: number): UnseenDecision {
  const wait = (afterMs: number, tell = false): UnseenDecision => ({ do: 'wait', afterMs, tell });
  const growing = Math.min(60_000, Math.max(1_000, overFor / 4));
  switch (why) {
    case 'not-yet':
      return wait(1_000);
    case 'away':
      return wait(Math.min(10_000, growing));
    case 'patience':
      return wait(growing, overFor >= TELL_MS);
    case 'failing':
      return overFor >= FAILING_MS ? { do: 'ask' } : wait(growing, overFor >= TELL_MS);
    case 'hidden':
      return overFor >= HIDDEN_MS ? { do: 'ask' } : wait(5_000);
  }
}

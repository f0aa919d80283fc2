/**
 * The look at its room before a mail is composed: the hold promises that what is deleted or edited within it is not
 * mailed, also where that was never pushed. It is made after the hold's end and outside of any transaction; what it
 * finds is stored as if it had been pushed, and decided before the mail goes on.
 */
import type { Account } from '../bridge/account/account.ts';
import { decideUnseen } from '../bridge/delivery/unseen-mail.ts';
import type { WhyUnseen } from '../bridge/delivery/unseen-mail.ts';
import type { EventId, RoomId, ThreadId } from '../bridge/types.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { closeToOthers } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { putUnseenAside } from '../db/mail-tables/returned-mails.ts';
import { showStatus, tell } from '../handling/delivery-signs.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import type { Outcome } from '../queue/outcome.ts';
import type { Decision } from '../queue/worker.ts';
import { BEING_CHANGED, CHANGED_MS, isBeingChanged } from './messages-now.ts';
import { askForYes } from './returned.ts';

export interface RoomSeenDeps extends JobDeps {
  /**
   * Reads a room back to these messages and stores what was not pushed. `hidden`: nobody of ours sees them there.
   * `not-yet`: it cannot be known so far. Throws what a request throws. `overFor`: milliseconds since the hold's end,
   * before which no look counts.
   */
  readonly look: (asked: {
    readonly room: RoomId;
    readonly thread: ThreadId;
    readonly messages: readonly EventId[];
    readonly overFor: number;
  }) => Promise<'seen' | 'hidden' | 'not-yet'>;
  readonly failure: ReadFailure;
}

const REASON = 'its room cannot be looked at';

/**
 * Looks at the room of a mail whose hold is over. Null where the mail may go on, as it stands then: whoever goes on
 * reads it again. Else what happens instead: it waits for what was received to be decided, or for the room, or people
 * are asked.
 */
export async function seeRoom(deps: RoomSeenDeps, account: Account, now: MailNow): Promise<Decision | null> {
  const { mail, aside } = now;
  if (now.heard && (await isBeingChanged(deps.db, deps, mail))) return BEING_CHANGED_YET;
  // A mail that waits for a yes is asked about anyway; somebody has said of it that it goes as it stands.
  if (aside?.why === 'unseen' && aside.state !== 'cancelled') return null;
  const messages = now.messages.map(({ event }) => event);
  if (messages.length === 0) return null;
  const overFor = Math.max(0, -now.left);
  const { room, thread } = mail;
  let why: WhyUnseen;
  let afterMs: number | null = null;
  try {
    const seen = await deps.look({ room, thread, messages, overFor });
    if (seen === 'seen') return null;
    why = seen;
  } catch (error) {
    const failure = await deps.failure(error);
    if ('by' in failure && failure.by === 'program') throw error;
    why = failure.is === 'away' ? 'away' : failure.is !== 'later' || failure.failed ? 'failing' : 'patience';
    if ('afterMs' in failure) ({ afterMs } = failure);
  }
  const decided = decideUnseen(why, overFor);
  if (decided.do === 'ask') return asked(deps, account, mail);
  const pause = Math.max(decided.afterMs, afterMs ?? 0);
  const outcome: Outcome =
    why === 'away'
      ? { do: 'away', what: 'homeserver', afterMs: pause, reason: REASON }
      : { do: 'retry', afterMs: pause, reason: REASON, spread: true };
  if (!decided.tell) return { outcome };
  return {
    outcome,
    write: async (tx) => {
      await showStatus(tx, deps, mail, 'deferred');
      await tell(tx, deps, account, mail, { kind: 'unseen' }, false);
    },
  };
}

export const BEING_CHANGED_YET: Decision = { outcome: { do: 'retry', afterMs: CHANGED_MS, reason: BEING_CHANGED } };

/** Nobody will see the room: people decide whether it is mailed as it stands. */
function asked(deps: RoomSeenDeps, account: Account, mail: Outgoing): Decision {
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await closeToOthers(tx, mail.outgoing);
      await putUnseenAside(tx, mail);
      await askForYes(tx, deps, account, mail);
    },
    after: () =>
      deps.log.warn('a mail waits for a yes: its room cannot be read', { account: account.id, room: mail.room }),
  };
}

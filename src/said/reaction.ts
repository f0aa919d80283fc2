/**
 * Reactions and their removal: what the event is that they stand on, what that means by the one table, and the handler
 * that does it. What is no sign may leave as a mail (`answers/take-reaction.ts`).
 */
import { CONCERNS, meantBy, NEEDED, REMOVED, signOfReaction } from '../bridge/event/meaning.ts';
import type { ReactionMeaning } from '../bridge/event/meaning.ts';
import { isTryRecorded } from '../bridge/record/acts.ts';
import type { ReactionAct } from '../bridge/record/acts.ts';
import type { EventId } from '../bridge/types.ts';
import { decideReturned } from '../answers/returned-decided.ts';
import { decideDraft, discardDraft, takeYesBack } from '../answers/draft-decided.ts';
import { decideLeaving } from '../answers/leaving-decided.ts';
import { decideStopped } from '../answers/stopped-decided.ts';
import { reactToSuspected } from '../answers/suspected-decided.ts';
import { reactToOverflow } from '../answers/overflow-decided.ts';
import { reactToOldMails } from '../answers/old-mail-decided.ts';
import { isForward, stopForward } from '../answers/forward-stopped.ts';
import { takeBack } from '../answers/take-message.ts';
import { takeReaction } from '../answers/take-reaction.ts';
import { decideParticipant } from '../commands/admitting/participant-decided.ts';
import type { Transaction } from '../db/pool.ts';
import { appendAudit, fromEvent } from '../db/record-tables/audit.ts';
import { reactionMeant } from '../db/room-tables/events-said.ts';
import type { EventContext } from '../handling/event-context.ts';
import { preparedOf, targetOf } from '../handling/event-target.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { capabilitiesFor } from '../handling/rights.ts';
import {
  claimBySign,
  closeBySign,
  decideAskedBySign,
  dropAsked,
  reopenBySign,
  unclaimByLine,
  unclaimBySign,
} from './work-reaction.ts';

/** Carries out a reaction; returns why nothing came of it, null where something did. */
export async function react(
  tx: Transaction,
  context: EventContext,
  { of, key }: { readonly of: EventId; readonly key: string },
): Promise<string | null> {
  const sign = signOfReaction(key);
  const found = await targetOf(tx, { room: context.room.room, event: of });
  if (sign === null) return takeReaction(tx, context, found, { of, key });
  const meaning = meantBy(sign, found.target);
  const needed = NEEDED[meaning];
  if (needed !== null && !capabilitiesFor(context, CONCERNS[meaning]).has(needed)) {
    if (meaning !== 'nothing' && isTryRecorded(meaning)) await record(tx, context, found, meaning, 'refused');
    return 'not-allowed';
  }
  const ignored = await carryOut(tx, context, found, of, meaning);
  if (ignored === null && meaning !== 'nothing') await record(tx, context, found, meaning, 'done');
  return ignored;
}

/** Returns why nothing came of it, null where something did. */
async function carryOut(
  tx: Transaction,
  context: EventContext,
  found: FoundTarget,
  of: EventId,
  meaning: ReactionMeaning,
): Promise<string | null> {
  switch (meaning) {
    case 'accept-mail':
      return reactToSuspected(tx, context, found, of, 'accept');
    case 'refuse-mail':
      return reactToSuspected(tx, context, found, of, 'refuse');
    case 'let-in-mail':
      return reactToOverflow(tx, context, found, of, 'let-in');
    case 'discard-mail':
      return reactToOverflow(tx, context, found, of, 'discard');
    case 'admit-old-mail':
      return reactToOldMails(tx, context, of, 'quietly');
    case 'leave-old-mail':
      return reactToOldMails(tx, context, of, 'leave');
    case 'admit-participant':
      return decideParticipant(tx, context, found, of, 'allow');
    case 'refuse-participant':
      return decideParticipant(tx, context, found, of, 'block');
    case 'release-stopped':
      return decideStopped(tx, context, found, of, 'released');
    case 'discard-stopped':
      return decideStopped(tx, context, found, of, 'cancelled');
    case 'release-returned':
      return decideReturned(tx, context, found, of, 'released');
    case 'discard-returned':
      return decideReturned(tx, context, found, of, 'cancelled');
    case 'mail-draft':
      return decideDraft(tx, context, found, of);
    case 'discard-draft':
      return discardDraft(tx, context, found, of);
    case 'let-leave':
      return decideLeaving(tx, context, found, 'leave');
    case 'let-stay':
      return decideLeaving(tx, context, found, 'stay');
    case 'mail-asked':
      return decideAskedBySign(tx, context, of, 'mailed');
    case 'drop-asked':
      return decideAskedBySign(tx, context, of, 'dropped');
    case 'claim':
      return claimBySign(tx, context, of, found);
    case 'close':
      return closeBySign(tx, context, of);
    case 'take-back':
      return takeBack(tx, context, preparedOf(found) ?? of);
    case 'stop-forward':
      return stopForward(tx, context, found.send?.purpose.subject ?? '');
    case 'nothing':
      return 'reaction';
  }
}

/**
 * A redaction of what is in no mail: of a message that waits for a yes, or of a reaction. Returns why nothing came of
 * it.
 */
export async function removed(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const { act, ignored } = await takeAway(tx, context, of);
  if (ignored === null && act !== null) await record(tx, context, null, act, 'done');
  return ignored;
}

async function takeAway(
  tx: Transaction,
  context: EventContext,
  of: EventId,
): Promise<{ readonly act: ReactionAct | null; readonly ignored: string | null }> {
  const { thread, kind } = context.room;
  if (kind === 'inbox' || kind === 'lobby') return { act: 'unclaim', ignored: await unclaimByLine(tx, context, of) };
  if (thread === null) return { act: null, ignored: 'not-mailed' };
  if (await dropAsked(tx, context, of)) return { act: 'drop-asked', ignored: null };
  // A command that forwarded a mail, deleted.
  if (await isForward(tx, context, of)) return { act: 'stop-forward', ignored: await stopForward(tx, context, of) };
  const yes = await takeYesBack(tx, context, of);
  if (yes !== null) return { act: 'yes-taken-back', ignored: yes === '' ? null : yes };
  switch (REMOVED[(await reactionMeant(tx, thread, of)) ?? 'nothing']) {
    case 'unclaim':
      return { act: 'unclaim', ignored: await unclaimBySign(tx, context, of) };
    case 'reopen':
      return { act: 'reopen', ignored: await reopenBySign(tx, context, of) };
    case 'nothing':
      return { act: null, ignored: 'not-mailed' };
  }
}

/** One statement. @param found what it is to; null where it is known by what was removed */
function record(
  tx: Transaction,
  { account, room, event }: EventContext,
  found: FoundTarget | null,
  act: ReactionAct,
  outcome: 'done' | 'refused',
): Promise<void> {
  const message = found?.message ?? found?.send?.outgoing ?? null;
  return appendAudit(tx, {
    ...fromEvent(event),
    act: `reaction.${act}`,
    account: account.id,
    thread: room.thread,
    outcome,
    facts: message === null ? {} : { message },
  });
}

/**
 * Reactions and their removal: what the event is that they stand on, what that means by the one table, and the handler
 * that does it. What is no sign may leave as a mail (`answers/take-reaction.ts`).
 */
import { CONCERNS, meantBy, NEEDED, REMOVED, signOfReaction } from '../bridge/event/meaning.ts';
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
import { reactionMeant } from '../db/room-tables/events-said.ts';
import type { EventContext } from '../handling/event-context.ts';
import { preparedOf, targetOf } from '../handling/event-target.ts';
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
  if (needed !== null && !capabilitiesFor(context, CONCERNS[meaning]).has(needed)) return 'not-allowed';
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
  const { thread, kind } = context.room;
  if (kind === 'inbox' || kind === 'lobby') return unclaimByLine(tx, context, of);
  if (thread === null) return 'not-mailed';
  if (await dropAsked(tx, context, of)) return null;
  // A command that forwarded a mail, deleted.
  if (await isForward(tx, context, of)) return stopForward(tx, context, of);
  const yes = await takeYesBack(tx, context, of);
  if (yes !== null) return yes === '' ? null : yes;
  switch (REMOVED[(await reactionMeant(tx, thread, of)) ?? 'nothing']) {
    case 'unclaim':
      return unclaimBySign(tx, context, of);
    case 'reopen':
      return reopenBySign(tx, context, of);
    case 'nothing':
      return 'not-mailed';
  }
}

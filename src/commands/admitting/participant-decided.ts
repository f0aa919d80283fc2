/**
 * What a member of the team decides about somebody who writes into a conversation for the first time, by a sign on the
 * notice about them.
 */
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { EventId } from '../../bridge/types.ts';
import { addSend } from '../../db/room-tables/sends.ts';
import { loadMessage } from '../../db/thread-tables/threads.ts';
import type { Transaction } from '../../db/pool.ts';
import { addressKey } from '../../mail/address.ts';
import { words } from '../../words/words.ts';
import { answer } from '../../handling/event-context.ts';
import type { EventContext } from '../../handling/event-context.ts';
import type { FoundTarget } from '../../handling/event-target.ts';
import { changeAdmission } from './rule-set.ts';

/**
 * A reaction on the notice about a new participant; returns why nothing came of it. The caller has seen that its sender
 * may.
 */
export async function decideParticipant(
  tx: Transaction,
  context: EventContext,
  { message }: FoundTarget,
  of: EventId,
  effect: 'allow' | 'block',
): Promise<string | null> {
  const { thread } = context.room;
  const [from] = message === null ? [] : ((await loadMessage(tx, message))?.facts.from ?? []);
  if (from === undefined || thread === null) return 'no-mail';
  const address = addressKey(from.address);
  await changeAdmission(tx, context.account.id, { effect, pattern: address, thread, by: context.event.sender });
  const say = words(context.account.language);
  const said = effect === 'allow' ? say('admission-welcomed', { address }) : say('admission-refused', { address });
  await addSend(tx, answer(context, 'participant-decided', renderLines([said]), { replyTo: of }));
  return null;
}

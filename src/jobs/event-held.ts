/** What a member of the team decides about a held mail: by ✅ or ❌ on the notice about it, or by a command as a reply to it. */
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { EventId } from '../bridge/types.ts';
import { refuseHeld, releaseHeld } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, sendOfEvent } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import { capabilitiesOf } from './event-permission.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';

export type HeldDecision = 'accept' | 'refuse';

/** Signs with and without the variation selector that some clients add. */
const SIGNS: Readonly<Record<string, HeldDecision>> = {
  '✅': 'accept',
  '✔': 'accept',
  '✔️': 'accept',
  '❌': 'refuse',
  '✖': 'refuse',
  '✖️': 'refuse',
  '❎': 'refuse',
};

/** What a reaction says about what waits for a decision; null where it says nothing of that kind. */
export function decisionOf(key: string): HeldDecision | null {
  return SIGNS[key] ?? null;
}

/** The answer to `!mail accept` and `!mail refuse`. The caller has seen that the asker may. */
export async function decideHeld(
  tx: Transaction,
  context: EventContext,
  about: EventId | null,
  decision: HeldDecision,
): Promise<Rendered> {
  const say = words(context.account.language).sender;
  if (about === null) return renderLines([say.heldReplyTo]);
  const done = await carryOut(tx, context, about, decision);
  if (!done) return renderLines([say.notHeld]);
  return renderLines([decision === 'accept' ? say.accepted : say.refused]);
}

/** A reaction; false where it is not about a held mail, or not of somebody who may decide: then it means what it means elsewhere. */
export async function reactToHeld(tx: Transaction, context: EventContext, of: EventId, key: string): Promise<boolean> {
  const decision = decisionOf(key);
  if (decision === null || context.room.kind !== 'lobby') return false;
  if (!capabilitiesOf(context).has('release')) return false;
  if (!(await carryOut(tx, context, of, decision))) return false;
  const say = words(context.account.language).sender;
  const said = renderLines([decision === 'accept' ? say.accepted : say.refused]);
  await addSend(tx, answer(context, 'held', said, { replyTo: of }));
  return true;
}

/** Only the account's own lobby decides about its mails: a reply can name an event of any room. */
async function carryOut(
  tx: Transaction,
  { account, event, room }: EventContext,
  about: EventId,
  decision: HeldDecision,
): Promise<boolean> {
  if (room.kind !== 'lobby') return false;
  const send = await sendOfEvent(tx, about);
  if (send === null || send.account !== account.id || send.message === null) return false;
  const held = { account: account.id, message: send.message, by: event.sender };
  return (decision === 'accept' ? await releaseHeld(tx, held) : await refuseHeld(tx, held)) > 0;
}

/** What people say about answers that the brakes hold: ✅ lets them go, ❌ discards them; on a held message, or on what the bot said of it. */
import { bucketKeys } from '../bridge/brakes-cause.ts';
import { renderLines } from '../bridge/commands.ts';
import type { AccountId, EventId, ThreadId, UserId } from '../bridge/types.ts';
import { heldBehind, resetLatch, settleHeld } from '../db/brakes.ts';
import type { Transaction } from '../db/pool.ts';
import { addJob } from '../db/queue.ts';
import { addSend } from '../db/sends.ts';
import { latestMessage } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { capabilitiesOf } from './event-permission.ts';

/** Signs with and without the variation selector that some clients add. */
const SIGNS: Readonly<Record<string, 'released' | 'cancelled'>> = {
  '✅': 'released',
  '✔': 'released',
  '✔️': 'released',
  '❌': 'cancelled',
  '✖': 'cancelled',
  '✖️': 'cancelled',
  '❎': 'cancelled',
};

/** A reaction; false where it is not about what is held here, or not of somebody who may answer: then it means what it means elsewhere. */
export async function reactToBrake(tx: Transaction, context: EventContext, of: EventId, key: string): Promise<boolean> {
  const sign = SIGNS[key];
  const { thread } = context.room;
  if (sign === undefined || thread === null || !capabilitiesOf(context).has('answer')) return false;
  // A reaction can name an event of any room.
  if ((await heldBehind(tx, of)) !== thread) return false;
  const count =
    sign === 'released'
      ? await releaseHeld(tx, { account: context.account.id, thread, by: context.event.sender })
      : await discardHeld(tx, context, thread);
  const say = words(context.account.language).brakes;
  const said = renderLines([sign === 'released' ? say.released(count) : say.cancelled(count)]);
  await addSend(tx, answer(context, 'brake', said, { replyTo: of }));
  return true;
}

/** A person vouches for what is held in a thread: it goes out, and counting begins anew. How many mails. */
export async function releaseHeld(
  tx: Transaction,
  { account, thread, by }: { readonly account: AccountId; readonly thread: ThreadId; readonly by: UserId },
): Promise<number> {
  const latest = await latestMessage(tx, thread, ['in']);
  const keys = bucketKeys({
    thread,
    sender: latest?.facts.from[0]?.address ?? null,
    subject: latest?.facts.subject ?? '',
  });
  await resetLatch(tx, thread, [keys['sender-in-thread'], keys.sender, keys.thread]);
  const mails = await settleHeld(tx, thread, 'released', by);
  for (const outgoing of mails) {
    await addJob(tx, { account, queue: 'mail-out', key: outgoing, subject: outgoing });
  }
  return mails.length;
}

async function discardHeld(tx: Transaction, context: EventContext, thread: ThreadId): Promise<number> {
  return (await settleHeld(tx, thread, 'cancelled', context.event.sender)).length;
}

/**
 * What people decide about answers that the loop guard stopped: ✅ mails them, ❌ discards them. It is a reaction to a
 * stopped message, or to the notice about it.
 */
import { bucketKeys, countedAs, firstKey } from '../bridge/loops/cause.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { AccountId, EventId, ThreadId, UserId } from '../bridge/types.ts';
import { isStopped, resetLatch, settleStopped } from '../db/mail-tables/stopped-answers.ts';
import type { Transaction } from '../db/pool.ts';
import { addJob } from '../queue/queue.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { latestMessage } from '../db/thread-tables/threads.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { FoundTarget } from '../handling/event-target.ts';

/**
 * A reaction on a message that was stopped, or on the notice about it: all that is stopped in the thread is released or
 * discarded. Returns why nothing came of it. The caller has seen that its sender may.
 */
export async function decideStopped(
  tx: Transaction,
  context: EventContext,
  { send, message }: FoundTarget,
  of: EventId,
  decision: 'released' | 'cancelled',
): Promise<string | null> {
  const { thread } = context.room;
  const outgoing = send?.outgoing ?? message;
  if (thread === null || outgoing === null || !(await isStopped(tx, outgoing))) return 'decided-already';
  const count =
    decision === 'released'
      ? await releaseStopped(tx, { account: context.account.id, thread, by: context.event.sender })
      : await discardStopped(tx, context, thread);
  const say = words(context.account.language);
  const said = renderLines([
    decision === 'released' ? say('brakes-released', { count }) : say('brakes-cancelled', { count }),
  ]);
  await addSend(tx, answer(context, 'stopped-decided', said, { replyTo: of }));
  return null;
}

/**
 * A person says that the stopped answers of a thread are meant: they are mailed, and counting begins anew. Returns how
 * many.
 */
export async function releaseStopped(
  tx: Transaction,
  { account, thread, by }: { readonly account: AccountId; readonly thread: ThreadId; readonly by: UserId },
): Promise<number> {
  const latest = await latestMessage(tx, thread, ['in']);
  const { from = [], replyTo = [], subject = '' } = latest?.facts ?? {};
  // Whether it answered us is not looked at again: whoever it may have counted for is let go.
  const senders = [countedAs({ from, replyTo }, true), countedAs({ from, replyTo }, false)];
  const keys = senders.map((sender) => bucketKeys({ thread, sender, subject }));
  const full = keys.flatMap((key) => [key['sender-in-thread'], key.sender, key.thread]);
  await resetLatch(tx, thread, [...full, firstKey(from[0]?.address ?? null)]);
  const mails = await settleStopped(tx, thread, 'released', by);
  for (const outgoing of mails) {
    await addJob(tx, { account, queue: 'mail-out', key: outgoing, subject: outgoing });
  }
  return mails.length;
}

async function discardStopped(tx: Transaction, context: EventContext, thread: ThreadId): Promise<number> {
  return (await settleStopped(tx, thread, 'cancelled', context.event.sender)).length;
}

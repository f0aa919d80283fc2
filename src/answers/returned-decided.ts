/** What people say about mails that waited while nobody served their account: ✅ mails them, ❌ discards them. */
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId } from '../bridge/types.ts';
import { settleAside } from '../db/mail-tables/returned-mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { words } from '../words/words.ts';
import { addJob } from '../queue/queue.ts';

/**
 * A reaction to one of the messages of such a mail, or to what the bot asked about it. Returns why nothing came of it.
 * The caller has seen that its sender may.
 */
export async function decideReturned(
  tx: Transaction,
  context: EventContext,
  { send, message }: FoundTarget,
  of: EventId,
  decision: 'released' | 'cancelled',
): Promise<string | null> {
  const outgoing = send?.outgoing ?? message;
  if (outgoing === null || !(await settleAside(tx, outgoing, decision, context.event.sender))) return 'decided-already';
  if (decision === 'released') {
    await addJob(tx, { account: context.account.id, queue: 'mail-out', key: outgoing, subject: outgoing });
  }
  const say = words(context.account.language);
  const said = renderLines([say(decision === 'released' ? 'queue-returned-released' : 'queue-returned-discarded')]);
  await addSend(tx, answer(context, 'returned-decided', said, { replyTo: of }));
  return null;
}

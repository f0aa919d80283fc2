/**
 * What a member of the team decides about a suspected mail: by ✅ or ❌ on the notice about it, or by a command as a
 * reply to it.
 */
import { meaningOf } from '../bridge/event/meaning.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import type { EventId } from '../bridge/types.ts';
import { refuseSuspected, releaseSuspected } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { targetOf } from '../handling/event-target.ts';
import type { FoundTarget } from '../handling/event-target.ts';

export type SuspectedDecision = 'accept' | 'refuse';

/** The answer to `!mail accept` and `!mail refuse`. The caller has seen that the asker may. */
export async function decideSuspected(
  tx: Transaction,
  context: EventContext,
  about: EventId | null,
  decision: SuspectedDecision,
): Promise<NoticeContent> {
  const say = words(context.account.language);
  if (about === null) return renderLines([say('sender-suspected-reply-to')]);
  const found = await targetOf(tx, { room: context.room.room, event: about });
  const done = meaningOf(found.target).command === 'suspected' && (await carryOut(tx, context, found, decision));
  if (!done) return renderLines([say('sender-not-suspected')]);
  return renderLines([decision === 'accept' ? say('sender-accepted') : say('sender-refused')]);
}

/** A reaction on the notice about a mail; returns why nothing came of it. The caller has seen that its sender may. */
export async function reactToSuspected(
  tx: Transaction,
  context: EventContext,
  found: FoundTarget,
  of: EventId,
  decision: SuspectedDecision,
): Promise<string | null> {
  if (!(await carryOut(tx, context, found, decision))) return 'decided-already';
  const say = words(context.account.language);
  const said = renderLines([decision === 'accept' ? say('sender-accepted') : say('sender-refused')]);
  await addSend(tx, answer(context, 'suspected-decided', said, { replyTo: of }));
  return null;
}

async function carryOut(
  tx: Transaction,
  { account, event }: EventContext,
  { message }: FoundTarget,
  decision: SuspectedDecision,
): Promise<boolean> {
  if (message === null) return false;
  const held = { account: account.id, message, by: event.sender };
  return (decision === 'accept' ? await releaseSuspected(tx, held) : await refuseSuspected(tx, held)) > 0;
}

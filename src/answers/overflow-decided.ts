/**
 * What a member of the team decides about mail that waits in the overflow room: by ✅ or ❌ on the line of one, or by a
 * command about one or all.
 */
import { meaningOf } from '../bridge/event/meaning.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import type { AccountId, EventId, MessageKey, UserId } from '../bridge/types.ts';
import { discardOverflow, letInOverflow } from '../db/intake-tables/overflow.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { Say } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { targetOf } from '../handling/event-target.ts';
import type { FoundTarget } from '../handling/event-target.ts';

export type OverflowVerb = 'let-in' | 'discard';

/** Carries it out; how many mails it was about. */
export function decideOverflow(
  tx: Transaction,
  about: { readonly account: AccountId; readonly message: MessageKey | null; readonly by: UserId },
  verb: OverflowVerb,
): Promise<number> {
  return verb === 'let-in' ? letInOverflow(tx, about) : discardOverflow(tx, about);
}

/** What is said of it. */
export function overflowTold(say: Say, verb: OverflowVerb, count: number): string {
  if (count === 0) return say('overflow-none');
  return verb === 'let-in' ? say('overflow-let-in', { count }) : say('overflow-discarded', { count });
}

/** The answer to `!mail overflow`, about the mail that it replies to, or all. The caller has seen that they may. */
export async function commandOverflow(
  tx: Transaction,
  context: EventContext,
  about: EventId | null,
  verb: OverflowVerb,
): Promise<NoticeContent> {
  const { account, event, room } = context;
  const say = words(account.language);
  const found = about === null ? null : await targetOf(tx, { room: room.room, event: about });
  // A reply to anything else is about no mail, and never about all of them.
  if (found !== null && (meaningOf(found.target).command !== 'overflow' || found.message === null))
    return renderLines([say('overflow-not-there')]);
  const count = await decideOverflow(
    tx,
    { account: account.id, message: found?.message ?? null, by: event.sender },
    verb,
  );
  return renderLines([found !== null && count === 0 ? say('overflow-not-there') : overflowTold(say, verb, count)]);
}

/** A reaction on the line of a mail; returns why nothing came of it. The caller has seen that its sender may. */
export async function reactToOverflow(
  tx: Transaction,
  context: EventContext,
  { message }: FoundTarget,
  of: EventId,
  verb: OverflowVerb,
): Promise<string | null> {
  const { account, event } = context;
  if (message === null) return 'decided-already';
  const count = await decideOverflow(tx, { account: account.id, message, by: event.sender }, verb);
  if (count === 0) return 'decided-already';
  const said = renderLines([overflowTold(words(account.language), verb, count)]);
  await addSend(tx, answer(context, 'overflow-decided', said, { replyTo: of }));
  return null;
}

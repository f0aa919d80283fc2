/**
 * What a member of the team decides about old mail that waits: by ✅ or ❌ on the notice in the lobby, or by a command.
 */
import { renderLines } from '../bridge/notice/rendered.ts';
import type { AccountId, EventId, UserId } from '../bridge/types.ts';
import { admitOldMails, leaveOldMails } from '../db/intake-tables/old-mails.ts';
import type { OldMailVerb } from '../db/intake-tables/old-mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { Say } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';

/** Carries it out about all that waits in an account; how many mails it was about. */
export function decideOldMails(
  tx: Transaction,
  { account, by }: { readonly account: AccountId; readonly by: UserId },
  verb: OldMailVerb,
): Promise<number> {
  return verb === 'leave'
    ? leaveOldMails(tx, account, by)
    : admitOldMails(tx, account, by, { quiet: verb === 'quietly' });
}

/** What is said of it. */
export function oldMailsTold(say: Say, verb: OldMailVerb, count: number): string {
  if (count === 0) return say('old-mail-none');
  switch (verb) {
    case 'quietly':
      return say('old-mail-quietly', { count });
    case 'as-new':
      return say('old-mail-as-new', { count });
    case 'leave':
      return say('old-mail-left', { count });
  }
}

/** A reaction on the notice; returns why nothing came of it. The caller has seen that its sender may. */
export async function reactToOldMails(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  verb: OldMailVerb,
): Promise<string | null> {
  const { account, event } = context;
  const count = await decideOldMails(tx, { account: account.id, by: event.sender }, verb);
  if (count === 0) return 'decided-already';
  const said = renderLines([oldMailsTold(words(account.language), verb, count)]);
  await addSend(tx, answer(context, 'old-mail-decided', said, { replyTo: of }));
  return null;
}

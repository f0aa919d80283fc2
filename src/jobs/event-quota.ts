/** The quota of mails that a person may write within a day: what is beyond it waits, and they are told at once. */
import { renderLines } from '../bridge/commands.ts';
import type { MessageKey } from '../bridge/types.ts';
import { holdForQuota } from '../db/quota.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';

/** Called once for each mail, when it was opened; true where it waits for longer than the hold. */
export async function waitsForQuota(tx: Transaction, context: EventContext, outgoing: MessageKey): Promise<boolean> {
  const { account, event } = context;
  const limit = account.mailsPerUserDay ?? 0;
  if (limit === 0) return false;
  const until = await holdForQuota(tx, { outgoing, author: event.sender }, limit);
  if (until === null) return false;
  const said = words(account.language).permissions;
  const time = `${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  await addSend(
    tx,
    answer(context, 'quota', renderLines([said.quotaReached(limit), said.quotaWaits(time)]), { mention: true }),
  );
  return true;
}

/** What follows of a mail that the account has already: nothing is shown again. */
import type { Account } from '../bridge/account/account.ts';
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import type { OwnCopy } from '../bridge/arrival/copies.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { markCopied } from '../db/mail-tables/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, eventOfMessage } from '../db/room-tables/sends.ts';
import { addAlias } from '../db/thread-tables/thread-traits.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';

/** Our mail is filed in Sent, and may have another id there, which is another name of it. */
export async function fileOwnCopy(tx: Transaction, { filed, alias }: OwnCopy): Promise<void> {
  if (filed !== null) await markCopied(tx, filed);
  if (alias !== null) await addAlias(tx, alias.of, alias.id);
}

/** The room of the first copy is told what the second one showed. */
export async function tellCopy(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  { first, news }: Extract<ReadArrival, { readonly is: 'copy' }>,
): Promise<void> {
  if (first === null || news === null) return;
  const say = words(account.language);
  const place = { account: account.id, thread: first.thread, room: null };
  const said = renderLines([
    news.is === 'came-directly' ? say('thread-came-directly', { address: news.from }) : say('thread-verified-now'),
  ]);
  const replyTo = await eventOfMessage(tx, first.message, first.thread);
  const about = { purpose: { kind: 'verified', of: first.message } as const, said, replyTo };
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, ...about }));
}

/** A message is written down with everything that its thread is known by from then on. */
import { isOwnAddress } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { broughtIn } from '../bridge/thread-people.ts';
import type { EnteredAs } from '../bridge/thread-people.ts';
import type { Transaction } from '../db/pool.ts';
import { addPeople } from '../db/thread-people.ts';
import { addTraits } from '../db/thread-traits.ts';
import { addMessage } from '../db/threads.ts';
import type { NewMessage } from '../db/threads.ts';

/** Adds a message; false where it is known already. A report brings nobody in: it is written by machines. */
export async function recordMessage(
  tx: Transaction,
  account: Account,
  message: NewMessage,
  entered: { readonly how: EnteredAs | 'report'; readonly index: string | null },
): Promise<boolean> {
  if (!(await addMessage(tx, message))) return false;
  const { facts, thread } = message;
  const vouched = facts.sender === null || facts.sender.as === 'self';
  const isOwn: Parameters<typeof broughtIn>[3] = (address) => isOwnAddress(account, address);
  if (entered.how !== 'report') {
    await addPeople(tx, account.id, thread, broughtIn(facts, entered.how, vouched, isOwn));
  }
  await addTraits(tx, account.id, thread, {
    subject: facts.subject,
    list: message.list ?? null,
    index: entered.index,
  });
  return true;
}

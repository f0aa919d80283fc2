/** A message is written down with everything that its thread is known by from then on. */
import { isOwnAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { broughtIn } from '../bridge/thread/thread-people.ts';
import type { EnteredAs } from '../bridge/thread/thread-people.ts';
import type { Transaction } from '../db/pool.ts';
import { countAsParticipants } from '../db/thread-tables/admission.ts';
import { addPeople } from '../db/thread-tables/people-of-thread.ts';
import { addTraits } from '../db/thread-tables/thread-traits.ts';
import { addMessage } from '../db/thread-tables/threads.ts';
import type { Person } from '../mail/types.ts';
import type { NewMessage } from '../db/thread-tables/threads.ts';
import { withoutApart } from './side-conversations.ts';

/**
 * Adds a message; null where it is known already. A report brings nobody in: it is written by machines. Nor comes in by
 * a mail who belongs to a conversation beside this one: of these nothing is kept but that they are named (`apart`).
 */
export async function recordMessage(
  tx: Transaction,
  account: Account,
  whole: NewMessage,
  entered: {
    readonly how: EnteredAs | 'report';
    readonly index: string | null;
    /** The list that is shown to have sent it; null or absent for none. */
    readonly list?: string | null;
  },
): Promise<{ readonly apart: readonly Person[] } | null> {
  const { thread } = whole;
  const { facts, left: apart } = await withoutApart(tx, account, thread, whole.facts);
  if (!(await addMessage(tx, { ...whole, facts }))) return null;
  const vouched = facts.sender === null || facts.sender.as === 'self';
  const isOwn: Parameters<typeof broughtIn>[3] = (address) => isOwnAddress(account, address);
  if (entered.how !== 'report') {
    const people = broughtIn(facts, entered.how, vouched, isOwn);
    await addPeople(tx, account.id, thread, people);
    const participants = people.flatMap(({ standing, address }) => (standing === 'participant' ? [address] : []));
    await countAsParticipants(tx, thread, participants);
  }
  await addTraits(tx, account.id, thread, {
    subject: facts.subject,
    list: entered.list ?? null,
    index: entered.index,
  });
  return { apart };
}

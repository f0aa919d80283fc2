/** A message is written down with everything that its thread is known by from then on. */
import { isOwnAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { broughtIn } from '../bridge/thread/thread-people.ts';
import type { EnteredAs } from '../bridge/thread/thread-people.ts';
import type { Transaction } from '../db/pool.ts';
import { countAsParticipants } from '../db/thread-tables/admission.ts';
import { addMessage } from '../db/thread-tables/message-added.ts';
import type { NewMessage } from '../db/thread-tables/message-added.ts';

/** Adds a message; false where it is known already. A report brings nobody in: it is written by machines. */
export async function recordMessage(
  tx: Transaction,
  account: Account,
  message: NewMessage,
  entered: {
    readonly how: EnteredAs | 'report';
    readonly index: string | null;
    /** The list that is shown to have sent it; null or absent for none. */
    readonly list?: string | null;
  },
): Promise<boolean> {
  const { facts, thread } = message;
  const { how, index, list = null } = entered;
  const vouched = facts.sender === null || facts.sender.as === 'self';
  const isOwn: Parameters<typeof broughtIn>[3] = (address) => isOwnAddress(account, address);
  const people = how === 'report' ? [] : broughtIn(facts, how, vouched, isOwn);
  const written = await addMessage(tx, message, { people, traits: { subject: facts.subject, list, index } });
  const participants = people.flatMap(({ standing, address }) => (standing === 'participant' ? [address] : []));
  // What those said who took part before counts already.
  await countAsParticipants(
    tx,
    thread,
    participants.filter((address) => written.entered.includes(address)),
  );
  return written.added;
}

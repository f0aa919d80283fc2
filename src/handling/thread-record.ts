/** A message is written down with everything that its thread is known by from then on. */
import { isOwnAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { broughtIn } from '../bridge/thread/thread-people.ts';
import type { EnteredAs } from '../bridge/thread/thread-people.ts';
import type { Transaction } from '../db/pool.ts';
import { countAsParticipants } from '../db/thread-tables/admission.ts';
import { addMessage } from '../db/thread-tables/message-added.ts';
import type { NewMessage } from '../db/thread-tables/message-added.ts';
import type { Person } from '../mail/types.ts';
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
): Promise<{ readonly apart: readonly Person[]; readonly told: boolean } | null> {
  const { thread } = whole;
  const { facts, left: apart, told } = await withoutApart(tx, account, thread, whole.facts);
  const { how, index, list = null } = entered;
  const vouched = facts.sender === null || facts.sender.as === 'self';
  const isOwn: Parameters<typeof broughtIn>[3] = (address) => isOwnAddress(account, address);
  const people = how === 'report' ? [] : broughtIn(facts, how, vouched, isOwn);
  const traits = { subject: facts.subject, list, index };
  const written = await addMessage(tx, { ...whole, facts }, { people, traits });
  const participants = people.flatMap(({ standing, address }) => (standing === 'participant' ? [address] : []));
  // What those said who took part before counts already.
  await countAsParticipants(
    tx,
    thread,
    participants.filter((address) => written.entered.includes(address)),
  );
  return written.added ? { apart, told } : null;
}

/** What is known of the rooms and ghosts that a mail would make, and what is left of them for strangers. */
import { floodBuckets } from '../bridge/admission/flood.ts';
import type { ArrivalFacts, FloodKnown } from '../bridge/arrival/arrival.ts';
import { senderDomain } from '../bridge/arrival/decide-arrival.ts';
import { cast } from '../bridge/room/room-state.ts';
import { knownThread } from '../db/known-ids.ts';
import { bucketsAt } from '../db/mail-tables/buckets.ts';
import type { Transaction } from '../db/pool.ts';
import { ghostsAmong } from '../db/room-tables/rooms.ts';
import { isThread } from '../db/thread-tables/threads.ts';
import type { JobDeps } from '../handling/deps.ts';

/**
 * Null for what strangers do not make: mail in Sent, of an account without bounds, and what a person has let in.
 *
 * @param received when the mailbox got it, null where that is not known
 */
export async function loadFlood(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  { account, role, released, letIn, content }: Omit<ArrivalFacts, 'lookups'>,
  received: Date | null,
): Promise<FloodKnown | null> {
  if (account.flood === undefined || role === 'sent' || released || letIn === true) return null;
  const mail = content.read === 'nothing' ? null : content.mail;
  const verified = content.read === 'whole' && content.verdict?.verdict === 'pass';
  const names = floodBuckets({ verified, domain: senderDomain(mail) });
  const { at, buckets } = await bucketsAt(tx, account.id, names, received);
  const [from] = mail?.from ?? [];
  const self = from === undefined ? null : ghosts.ghost(from.address);
  const claimed = from === undefined ? null : ghosts.claimed(from.address);
  const others = mail === null ? [] : cast(account, [...mail.to, ...mail.cc]).ghosts;
  const users = others.map(({ address }) => ghosts.ghost(address)).filter((user) => user !== self);
  const known = await ghostsAmong(tx, [
    ...users,
    ...(self === null ? [] : [self]),
    ...(claimed === null ? [] : [claimed]),
  ]);
  const list = mail?.header.list?.id ?? null;
  return {
    at,
    buckets,
    sender: { self: self !== null && known.has(self), claimed: claimed !== null && known.has(claimed) },
    newOthers: users.filter((user) => !known.has(user)).length,
    listRoom: list !== null && (await isThread(tx, await knownThread(tx, ids.gathering(account.id, 'list', list)))),
  };
}

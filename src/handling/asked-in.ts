/** Somebody of the team wants into the room of a conversation that they cannot enter by themselves. */
import { memberByUser } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import type { EventId, ThreadId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import { findMember, findThreadRoom, welcomeBack } from '../db/room-tables/rooms.ts';
import type { JobDeps } from './deps.ts';

/**
 * Invites them, whatever they declined before. False where there is nothing to do: they are there, or not of the team.
 *
 * @param of the event that asked for it
 */
export async function askIn(
  tx: Transaction,
  { ids }: Pick<JobDeps, 'ids'>,
  asked: {
    readonly account: Account;
    readonly thread: ThreadId;
    readonly user: UserId;
    readonly of: EventId;
  },
): Promise<boolean> {
  const { account, thread, user, of } = asked;
  if (memberByUser(account, user) === null) return false;
  const row = await findThreadRoom(tx, thread);
  if (row !== null && (await findMember(tx, row.room, user))?.membership === 'join') return false;
  await welcomeBack(tx, thread, user);
  const about = { account: account.id, thread, room: null, name: null, said: null };
  await addAct(tx, { ...about, act: ids.send(of, `asked-in:${user}`), kind: 'invite', user });
  return true;
}

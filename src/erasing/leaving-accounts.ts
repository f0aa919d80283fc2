/**
 * Takes away all that there is of accounts that were removed so: own mailboxes, and those that an operator purges.
 *
 * Policy. It begins when no living process serves the account. First the homeserver: what was said in its rooms is
 * redacted, as an erasure does it, and Mailroom's users leave them; then, in one transaction, every row, at the end the
 * one that says that the account is leaving. Killed at any point, the next turn goes on: each step is the same again.
 */
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { addRemovals } from '../db/retention-tables/removals.ts';
import {
  ghostsIn,
  hasRemovals,
  leavingAccounts,
  purgeAccount,
  roomsOfAccount,
} from '../db/secret-tables/purge-account.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';

export interface LeavingDeps {
  readonly db: Database;
  readonly client: Pick<MatrixClient, 'leave'>;
  readonly log: Log;
  readonly failpoint: (name: string) => void;
}

/** Between two turns, and how long what was under way has to end; milliseconds. */
const PACE = { everyMs: 10_000, graceMs: 30_000 } as const;

export function accountsLeaving(deps: LeavingDeps): Ticker {
  return new Ticker({
    everyMs: PACE.everyMs,
    turn: () => takeLeaving(deps),
    onError: (error) => logTrouble(deps.log, 'an account that was removed could not be taken away yet', error),
  });
}

/**
 * One turn; by one process at a time.
 *
 * @internal Exported for its tests: what is taken is looked at in one turn.
 */
export async function takeLeaving(deps: LeavingDeps, graceMs: number = PACE.graceMs): Promise<void> {
  const { db } = deps;
  if ((await leavingAccounts(db, graceMs)).length === 0) return;
  const release = await db.hold('leaving');
  if (release === null) return;
  try {
    for (const account of await leavingAccounts(db, graceMs)) await takeOne(deps, account);
  } finally {
    await release();
  }
}

async function takeOne(deps: LeavingDeps, account: AccountId): Promise<void> {
  const { db, log, failpoint } = deps;
  const rooms = await roomsOfAccount(db, account);
  const asked = rooms.map((room) => ({ kind: 'room' as const, subject: room, room, whom: null }));
  await addRemovals(db, { account, erasure: null }, asked);
  failpoint('leaving:asked');
  // They are taken little by little (`removals`): another turn comes.
  if (await hasRemovals(db, account)) return;
  for (const room of rooms) {
    for (const user of await ghostsIn(db, account, room)) await leave(deps, room, user);
    await leave(deps, room, null);
  }
  failpoint('leaving:left');
  await db.transaction((tx) => purgeAccount(tx, account));
  failpoint('leaving:purged');
  log.info('an account was taken away with all that there was of it', { account });
}

/** Who is not there has left. What may pass another time is thrown. */
async function leave({ client }: LeavingDeps, room: RoomId, user: UserId | null): Promise<void> {
  try {
    await client.leave(room, user === null ? {} : { user });
  } catch (error) {
    if (!(error instanceof MatrixError) || (error.status !== 403 && error.status !== 404)) throw error;
  }
}

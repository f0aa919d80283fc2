/**
 * Answers in the rooms of accounts that no process serves: whoever says something there is told, once for each room and
 * time without service, that nothing of it is mailed. In the account's last known language and name; by whichever
 * process is there, since the account's own work waits.
 */
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { AccountId, RoomId } from '../bridge/types.ts';
import { lastSaid } from '../db/account-identities.ts';
import { roomsUnheard } from '../db/intake-tables/events.ts';
import { addNewSend } from '../db/room-tables/sends.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { noteUnserved, unservedAccounts } from '../queue/service.ts';
import type { Unserved } from '../queue/service.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';

export interface UnservedDeps extends JobDeps {
  /** Milliseconds without a process after which it is told: a restart is nothing to be told of. */
  readonly graceMs: number;
}

const LEAST_MS = 100;
const MOST_MS = 5_000;

/** Looks again and again; any number of processes may do so at once. */
export function unservedTold(deps: UnservedDeps): Ticker {
  return new Ticker({
    get everyMs() {
      return Math.min(MOST_MS, Math.max(LEAST_MS, deps.graceMs / 4));
    },
    turn: async () => {
      await tellUnserved(deps);
    },
    onError: (error) => logTrouble(deps.log, 'accounts that nobody serves could not be looked at', error),
  });
}

/**
 * One look. In how many rooms it was said.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function tellUnserved(deps: UnservedDeps): Promise<number> {
  const { db, ghosts, accounts, graceMs } = deps;
  const [carrier] = accounts.keys();
  if (carrier === undefined) return 0;
  let told = 0;
  for (const unserved of await unservedAccounts(db, graceMs)) {
    const account = unserved.account as AccountId;
    if (accounts.has(account)) continue;
    for (const { room, senders } of await roomsUnheard(db, account)) {
      if (senders.every((user) => ghosts.isOwn(user))) continue;
      if (await tellRoom(deps, unserved, room, carrier)) told += 1;
    }
  }
  return told;
}

/**
 * The send is carried by an account that is served: one of an account that nobody serves would wait as all its work.
 */
async function tellRoom(deps: UnservedDeps, unserved: Unserved, room: RoomId, carrier: AccountId): Promise<boolean> {
  const { db, ids, ghosts } = deps;
  const known = await lastSaid(db, unserved.account as AccountId);
  const said = words(known?.language ?? 'en')('queue-not-served', { account: known?.name ?? unserved.account });
  const of = `${room}:${unserved.since.toISOString()}`;
  return db.transaction(async (tx) => {
    if (!(await noteUnserved(tx, unserved))) return false;
    const place = { account: carrier, thread: null, room };
    return addNewSend(
      tx,
      notice(ids, { place, bot: ghosts.bot, purpose: { kind: 'unserved', of }, said: renderLines([said]) }),
    );
  });
}

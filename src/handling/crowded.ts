/** Whether an account makes more rooms than its people want to be invited to (`bridge/room/entry.ts`). */
import type { Account } from '../bridge/account/account.ts';
import { INVITE_UP_TO, maySwitch } from '../bridge/room/entry.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { beCrowded, crowdedSince } from '../db/intake-tables/accounts.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from './deps.ts';
import { sounding } from './team-settings.ts';

/** Asked of the database only where the config leaves it open. */
export async function isCrowded(db: Queryable, account: Account): Promise<boolean> {
  return maySwitch(account) && (await crowdedSince(db, account.id)) !== null;
}

/** A conversation has begun: where it is one too many, the account goes over for good, and its lobby is told once. */
export async function countNewRoom(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
): Promise<void> {
  const upTo = account.inviteUpTo ?? INVITE_UP_TO;
  if (!maySwitch(account) || !(await beCrowded(tx, account.id, upTo))) return;
  const say = words(account.language);
  const said = renderLines([
    say('entry-crowded', { count: upTo }),
    say('entry-crowded-how'),
    say('entry-crowded-back'),
  ]);
  const place = { account: account.id, thread: null, room: null };
  const purpose = { kind: 'entry-changed', of: account.id } as const;
  await addSend(tx, sounding(notice(ids, { place, bot: ghosts.bot, purpose, said })));
}

/**
 * A team that is another than the database last saw: what that comes to (`bridge/account/team-change.ts`) is written
 * with its work (queue `team`, `teamwork/team-work.ts`) in one transaction. Seen by any number of processes, it is
 * done once: the team's row is locked.
 */
import type { Account, Member } from '../bridge/account/account.ts';
import { decideTeam, isNoChange } from '../bridge/account/team-change.ts';
import type { TeamChange } from '../bridge/account/team-change.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { renderLeavingAsked, renderLeavingBegun } from '../bridge/told/team-told.ts';
import type { AccountId } from '../bridge/types.ts';
import { invited } from '../bridge/room/entry.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { dropTeamWork, planInvitations, planLevels, planRemoval, planReturn } from '../db/room-tables/team-work.ts';
import {
  countTeamChange,
  giveBackAll,
  holdTeam,
  leavingPeople,
  lockTeam,
  nameMembers,
  setTeamStanding,
} from '../db/room-tables/teams.ts';
import type { Leaving } from '../db/room-tables/teams.ts';
import { isCrowded } from './crowded.ts';
import type { JobDeps } from './deps.ts';

type TellDeps = Pick<JobDeps, 'ids' | 'ghosts'>;

/** From so many rooms on that people leave it is told that they begin to. */
const LONG = 100;

/** Looks at the teams of accounts as a config has them now. */
export async function seeTeams(deps: JobDeps): Promise<void> {
  for (const account of deps.accounts.values()) {
    await deps.db.transaction(async (tx) => {
      const change = await seeTeam(tx, deps, account);
      if (change === null) return;
      const { joined, returned, left, asks } = change;
      const numbers = { joined: joined.length, returned: returned.length, left: left.length, asks };
      deps.log.info('a team has changed', { account: account.id, ...numbers });
    });
  }
}

/** Looks at one team. What is different; null where nothing is, and where it was never looked at. */
async function seeTeam(tx: Transaction, deps: TellDeps, account: Account): Promise<TeamChange | null> {
  const seen = await lockTeam(tx, account.id);
  if (seen === null) {
    await setTeamStanding(tx, account.id, account.team, { standing: 'member', version: 0, told: true });
    return null;
  }
  await nameMembers(tx, account.id, account.team);
  const change = decideTeam(seen, account.team);
  if (isNoChange(change)) return null;
  const version = await countTeamChange(tx, account.id);
  await writeLeft(tx, deps, account, change, version);
  await writeComing(tx, account, change, version);
  return change;
}

async function writeLeft(
  tx: Transaction,
  deps: TellDeps,
  account: Account,
  { left, asks }: TeamChange,
  version: number,
): Promise<void> {
  if (left.length === 0) return;
  const standing = asks ? 'waiting' : 'leaving';
  await setTeamStanding(tx, account.id, left, { standing, version, told: false });
  let rooms = 0;
  let givenBack = 0;
  for (const { user } of left) {
    await dropTeamWork(tx, account.id, [user]);
    givenBack += await giveBackAll(tx, account.id, user);
    await planLevels(tx, account.id, user, 'lower');
    if (!asks) rooms += await planRemoval(tx, account.id, user);
  }
  if (asks) {
    const asked = (await leavingPeople(tx, account.id)).filter((one) => one.version === version);
    rooms = asked.reduce((sum, one) => sum + one.rooms, 0);
    await tellTeam(
      tx,
      deps,
      account,
      'team-leaving',
      version,
      renderLeavingAsked(account.language, left, { rooms, givenBack }),
    );
  } else if (rooms >= LONG) {
    await tellTeam(
      tx,
      deps,
      account,
      'team-changed',
      version,
      renderLeavingBegun(account.language, left, rooms),
      'begun',
    );
  }
}

/** Who is new, and who is back before they had left. */
async function writeComing(
  tx: Transaction,
  account: Account,
  { joined, returned }: TeamChange,
  version: number,
): Promise<void> {
  const coming: readonly Member[] = [...joined, ...returned];
  await setTeamStanding(tx, account.id, coming, { standing: 'member', version, told: false });
  for (const { user } of returned) await planReturn(tx, account.id, user);
  const asked = invited(account, await isCrowded(tx, account));
  for (const { user } of joined) {
    await dropTeamWork(tx, account.id, [user]);
    await planLevels(tx, account.id, user, 'raise');
    await planInvitations(tx, account.id, user, asked.includes(user));
  }
}

/**
 * Says something of a team in the lobby of its account, once for each change.
 *
 * @param detail keeps several of one change apart
 */
export async function tellTeam(
  tx: Transaction,
  { ids, ghosts }: TellDeps,
  account: Pick<Account, 'id'>,
  kind: 'team-leaving' | 'team-changed',
  version: number,
  said: NoticeContent,
  detail?: string,
): Promise<void> {
  const place = { account: account.id, thread: null, room: null };
  const fact = `${account.id}:${version}`;
  const purpose = { kind, of: fact, ...(detail === undefined ? {} : { detail }) } as const;
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said }));
}

/**
 * Lets people who were asked about leave the rooms, or stay in them without rights. Those of one change, or all who
 * wait. Who that was; nobody where it was decided already, or they are back.
 */
export async function decideLeavers(
  tx: Transaction,
  account: AccountId,
  decision: 'leave' | 'stay',
  version: number | null,
): Promise<Leaving[]> {
  await holdTeam(tx, account);
  const people = (await leavingPeople(tx, account)).filter(
    (one) => one.standing === 'waiting' && (version === null || one.version === version),
  );
  if (people.length === 0) return [];
  if (decision === 'stay') {
    await setTeamStanding(tx, account, people, { standing: 'former', version: people[0]?.version ?? 0, told: true });
    return people;
  }
  const next = await countTeamChange(tx, account);
  await setTeamStanding(tx, account, people, { standing: 'leaving', version: next, told: false });
  for (const { user } of people) await planRemoval(tx, account, user);
  return people;
}

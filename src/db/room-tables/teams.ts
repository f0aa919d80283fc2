/** Teams as the last config had them, and whoever was of one before. */
import type { SeenMember, TeamStanding } from '../../bridge/account/team-change.ts';
import type { AccountId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Member } from '../../bridge/account/account.ts';
import { addJob } from '../../queue/queue.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** Locks a team until the transaction ends; null where it was never looked at: then it is from now on. */
export async function lockTeam(tx: Transaction, account: AccountId): Promise<SeenMember[] | null> {
  const { rowCount } = await tx.query('INSERT INTO teams (account) VALUES ($1) ON CONFLICT DO NOTHING', [account]);
  await tx.query('SELECT FROM teams WHERE account = $1 FOR UPDATE', [account]);
  if (rowCount === 1) return null;
  const { rows } = await tx.query<SeenMember>(
    'SELECT user_id AS "user", name, standing FROM team_members WHERE account = $1 ORDER BY user_id',
    [account],
  );
  return rows;
}

/** Locks a team that was looked at until the transaction ends. */
export async function holdTeam(tx: Transaction, account: AccountId): Promise<void> {
  await tx.query('SELECT FROM teams WHERE account = $1 FOR UPDATE', [account]);
}

/** How often a team has changed. */
export async function teamVersion(db: Queryable, account: AccountId): Promise<number> {
  const { rows } = await db.query<{ version: number }>('SELECT version FROM teams WHERE account = $1', [account]);
  return rows[0]?.version ?? 0;
}

/** Counts a change, with the job that carries it out; its number. */
export async function countTeamChange(tx: Transaction, account: AccountId): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    'UPDATE teams SET version = version + 1, at = now() WHERE account = $1 RETURNING version',
    [account],
  );
  const version = rows[0]?.version ?? 0;
  await addJob(tx, { account, queue: 'team', key: account, subject: `${account}:${version}` });
  return version;
}

/** Writes down how people stand since a change; what came of it is still to be told, but of those who wait. */
export async function setTeamStanding(
  tx: Transaction,
  account: AccountId,
  people: readonly Pick<Member, 'user' | 'name'>[],
  to: { readonly standing: TeamStanding; readonly version: number; readonly told: boolean },
): Promise<void> {
  await tx.query(
    `INSERT INTO team_members AS t (account, user_id, name, standing, version, told)
     SELECT $1, p.user_id, p.name, $4, $5, $6 FROM unnest($2::text[], $3::text[]) AS p (user_id, name)
     ON CONFLICT (account, user_id) DO UPDATE SET name = coalesce(excluded.name, t.name), standing = excluded.standing,
       version = excluded.version, told = excluded.told,
       since = CASE WHEN t.standing = excluded.standing THEN t.since ELSE now() END`,
    [account, people.map(({ user }) => user), people.map(({ name }) => name), to.standing, to.version, to.told],
  );
}

/** The names that the config gives to members. */
export async function nameMembers(tx: Transaction, account: AccountId, team: readonly Member[]): Promise<void> {
  await tx.query(
    `UPDATE team_members t SET name = p.name FROM unnest($2::text[], $3::text[]) AS p (user_id, name)
     WHERE t.account = $1 AND t.user_id = p.user_id AND t.name IS DISTINCT FROM p.name`,
    [account, team.map(({ user }) => user), team.map(({ name }) => name)],
  );
}

/**
 * Takes every conversation from somebody, those that are done too: they would be theirs again with the next mail. How
 * many were not done.
 */
export async function giveBackAll(tx: Transaction, account: AccountId, user: UserId): Promise<number> {
  await tx.query('UPDATE thread_work SET snoozed_by = NULL WHERE account = $1 AND snoozed_by = $2', [account, user]);
  const { rows } = await tx.query<{ thread: ThreadId; version: number; done: boolean }>(
    `UPDATE thread_work SET claimed_by = NULL, claimed_at = NULL, claim_event = NULL, version = version + 1,
       changed_at = now()
     WHERE account = $1 AND claimed_by = $2 RETURNING thread, version, state = 'done' AS done`,
    [account, user],
  );
  for (const { thread, version } of rows) {
    await addJob(tx, { account, queue: 'desk', key: thread, subject: `room:${thread}:${version}` });
  }
  const open = rows.filter(({ done }) => !done).length;
  await tx.query(`UPDATE team_members SET given_back = $3 WHERE account = $1 AND user_id = $2`, [account, user, open]);
  return open;
}

/** Whether somebody was of a team once; whoever is of it now is too. */
export async function wasOfTeam(db: Queryable, account: AccountId, user: UserId): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM team_members WHERE account = $1 AND user_id = $2', [account, user]);
  return rows.length > 0;
}

/** Who was taken out and is not gone from the rooms. */
export interface Leaving {
  readonly user: UserId;
  readonly name: string | null;
  readonly standing: 'waiting' | 'leaving';
  readonly version: number;
  readonly since: Date;
  /** Rooms that they are in as a member. */
  readonly rooms: number;
}

export async function leavingPeople(db: Queryable, account: AccountId): Promise<Leaving[]> {
  const { rows } = await db.query<Leaving>(
    `SELECT t.user_id AS "user", t.name, t.standing, t.version, t.since, (${roomsOf('t.account', 't.user_id')}) AS rooms
     FROM team_members t WHERE t.account = $1 AND t.standing IN ('waiting', 'leaving') ORDER BY t.version, t.user_id`,
    [account],
  );
  return rows;
}

/** The number of rooms of an account that somebody is in as a member. */
function roomsOf(account: string, user: string): string {
  return `SELECT count(*)::integer FROM rooms r JOIN members m ON m.room = r.room AND m.user_id = ${user}
      WHERE r.account = ${account} AND ${isLeft('r', 'm')}`;
}

/** Whether a member who is no longer of the team leaves this room: guests stay, and people's own rooms are theirs. */
export function isLeft(room: string, member: string): string {
  return `${member}.membership IN ('join', 'invite', 'knock') AND ${member}.guest_of IS NULL
    AND ${room}.kind <> 'management' AND ${room}.state <> 'gone'
    AND NOT EXISTS (SELECT FROM started_rooms s WHERE s.room = ${room}.room)`;
}

/**
 * What is to be done about people of a team in rooms, one row each. A step is noted as tried before it is done: who
 * comes back into the team is asked in again wherever they may have been taken out.
 */
import type { AccountId, RoomId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { isLeft } from './teams.ts';

type TeamStep = 'lower' | 'raise' | 'remove' | 'invite';

/** One step in one room. */
export interface TeamTask {
  readonly user: UserId;
  readonly step: TeamStep;
  /** Whether it was tried before: what it is to do may be done. */
  readonly tried: boolean;
  readonly tries: number;
}

/** done: it changed something. found: it was so already. refused: the homeserver does not let us. */
export type TeamTaskEnd = 'done' | 'found' | 'refused';

/** The account's own rooms first, then conversations, what is open and new before what is done and old. */
const FIRST = `CASE r.kind WHEN 'space' THEN 0 WHEN 'thread' THEN 2 ELSE 1 END,
  coalesce(w.state = 'done', false), r.last_event_at DESC NULLS LAST, r.room`;
/** Rooms that we made and go on in. */
const OURS = `r.account = $1 AND r.kind <> 'management' AND r.state IN ('making', 'active')
  AND NOT EXISTS (SELECT FROM started_rooms s WHERE s.room = r.room)`;

/** Their level in every room; how many rooms are new to it. */
export async function planLevels(
  tx: Transaction,
  account: AccountId,
  user: UserId,
  step: 'lower' | 'raise',
): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO team_work (account, room, user_id, step)
     SELECT $1, r.room, $2, $3 FROM rooms r LEFT JOIN thread_work w ON w.thread = r.thread WHERE ${OURS}
     ORDER BY ${FIRST} ON CONFLICT DO NOTHING`,
    [account, user, step],
  );
  return rowCount ?? 0;
}

/** They leave every room that they are in as a member; how many are new to it. */
export async function planRemoval(tx: Transaction, account: AccountId, user: UserId): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO team_work (account, room, user_id, step)
     SELECT $1, r.room, $2, 'remove' FROM rooms r
     JOIN members m ON m.room = r.room AND m.user_id = $2 LEFT JOIN thread_work w ON w.thread = r.thread
     WHERE r.account = $1 AND ${isLeft('r', 'm')} ORDER BY ${FIRST} ON CONFLICT DO NOTHING`,
    [account, user],
  );
  return rowCount ?? 0;
}

/** They are asked into the account's own rooms, and into open conversations where members are. */
export async function planInvitations(
  tx: Transaction,
  account: AccountId,
  user: UserId,
  conversations: boolean,
): Promise<void> {
  await tx.query(
    `INSERT INTO team_work (account, room, user_id, step)
     SELECT $1, r.room, $2, 'invite' FROM rooms r LEFT JOIN thread_work w ON w.thread = r.thread
     WHERE ${OURS} AND (r.kind <> 'thread' OR ($3 AND coalesce(w.state <> 'done', true)))
       AND NOT EXISTS (SELECT FROM members m WHERE m.room = r.room AND m.user_id = $2
         AND m.membership IN ('join', 'invite', 'ban'))
       -- Into what came in without a sound nobody is asked.
       AND NOT EXISTS (SELECT FROM threads t WHERE t.thread = r.thread AND t.quiet)
     ORDER BY ${FIRST} ON CONFLICT DO NOTHING`,
    [account, user, conversations],
  );
}

/**
 * Somebody is back: nothing more is taken from them, and they are asked in wherever they were taken out. In how many
 * rooms that was.
 */
export async function planReturn(tx: Transaction, account: AccountId, user: UserId): Promise<number> {
  const { rows } = await tx.query<{ room: RoomId | null }>(
    `DELETE FROM team_work WHERE account = $1 AND user_id = $2
     RETURNING CASE WHEN step = 'remove' AND state IN ('trying', 'done') THEN room END AS room`,
    [account, user],
  );
  const left = rows.flatMap(({ room }) => room ?? []);
  await planLevels(tx, account, user, 'raise');
  await tx.query(
    `INSERT INTO team_work (account, room, user_id, step)
     SELECT $1, room, $2, 'invite' FROM unnest($3::text[]) AS room`,
    [account, user, left],
  );
  return left.length;
}

/** Forgets what is to be done about somebody, and what was. */
export async function dropTeamWork(tx: Transaction, account: AccountId, users: readonly UserId[]): Promise<void> {
  await tx.query('DELETE FROM team_work WHERE account = $1 AND user_id = ANY($2::text[])', [account, users]);
}

/** The next rooms in which something is to be done. */
export async function roomsToWork(db: Queryable, account: AccountId, limit: number): Promise<RoomId[]> {
  const { rows } = await db.query<{ room: RoomId }>(
    `SELECT room FROM team_work WHERE account = $1 AND state IN ('waiting', 'trying')
     GROUP BY room ORDER BY min(work) LIMIT $2`,
    [account, limit],
  );
  return rows.map(({ room }) => room);
}

/** What is to be done in a room, noted as tried from now on. */
export async function beginTeamWork(db: Queryable, account: AccountId, room: RoomId): Promise<TeamTask[]> {
  const { rows } = await db.query<TeamTask>(
    `UPDATE team_work w SET state = 'trying', tries = w.tries + 1 FROM (
       SELECT user_id, step, state FROM team_work
       WHERE account = $1 AND room = $2 AND state IN ('waiting', 'trying') FOR UPDATE) o
     WHERE w.account = $1 AND w.room = $2 AND w.user_id = o.user_id AND w.step = o.step
     RETURNING w.user_id AS "user", w.step, o.state = 'trying' AS tried, w.tries`,
    [account, room],
  );
  return rows;
}

/** What became of one step. */
export async function endTeamTask(
  db: Queryable,
  at: { readonly account: AccountId; readonly room: RoomId },
  { user, step }: Pick<TeamTask, 'user' | 'step'>,
  end: TeamTaskEnd,
  reason: string | null,
): Promise<void> {
  await db.query(
    `UPDATE team_work SET state = $5, reason = $6
     WHERE account = $1 AND room = $2 AND user_id = $3 AND step = $4 AND state = 'trying'`,
    [at.account, at.room, user, step, end, reason],
  );
}

/** How far the work of a team is: rooms by what was or is to be done there. */
export interface TeamProgress {
  readonly done: number;
  readonly all: number;
}

/** Of leaving and asking in: levels nobody sees. */
export async function teamProgress(db: Queryable, account: AccountId): Promise<TeamProgress> {
  const { rows } = await db.query<TeamProgress>(
    `SELECT count(*) FILTER (WHERE state NOT IN ('waiting', 'trying'))::integer AS done, count(*)::integer AS all
     FROM team_work WHERE account = $1 AND step IN ('remove', 'invite')`,
    [account],
  );
  return rows[0] ?? { done: 0, all: 0 };
}

/** What a change came to for one person. */
export interface TeamOutcome {
  readonly user: UserId;
  readonly name: string | null;
  readonly standing: 'member' | 'leaving';
  readonly version: number;
  readonly givenBack: number;
  readonly left: number;
  readonly invited: number;
  readonly levels: number;
  readonly refused: number;
}

/** Of whom the lobby was not told what became of them; nothing is left to do about any of them. */
export async function untoldOutcomes(tx: Transaction, account: AccountId): Promise<TeamOutcome[]> {
  const { rows } = await tx.query<TeamOutcome>(
    `SELECT t.user_id AS "user", t.name, t.standing, t.version, t.given_back AS "givenBack",
       count(*) FILTER (WHERE w.step = 'remove' AND w.state = 'done')::integer AS left,
       count(*) FILTER (WHERE w.step = 'invite' AND w.state = 'done')::integer AS invited,
       count(*) FILTER (WHERE w.step = 'raise' AND w.state IN ('done', 'found'))::integer AS levels,
       count(DISTINCT w.room) FILTER (WHERE w.state = 'refused')::integer AS refused
     FROM team_members t LEFT JOIN team_work w USING (account, user_id)
     WHERE t.account = $1 AND NOT t.told AND t.standing IN ('member', 'leaving')
     GROUP BY t.account, t.user_id ORDER BY t.standing, t.user_id`,
    [account],
  );
  return rows;
}

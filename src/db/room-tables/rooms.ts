/**
 * Rooms, ghosts, members and media: what we know of the homeserver. The homeserver is the truth; a row saves asking.
 * The ids of rooms and ghosts come from facts, so that a lost row is found again.
 */
import { z } from 'zod';
import type { AccountId, EventId, MxcUri, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';

/**
 * space: holds the account's rooms. thread: a conversation. lobby: where the account speaks to its moderators. inbox: a
 * line for each new conversation. management: a person's chat with the bot.
 */
export type RoomKind = 'space' | 'thread' | 'lobby' | 'inbox' | 'management';
/** making: its state is not complete. active. replaced: it has a successor. gone: one is made when it is needed. */
export type RoomState = 'making' | 'active' | 'replaced' | 'gone';

export interface RoomRow {
  readonly room: RoomId;
  readonly account: AccountId;
  readonly kind: RoomKind;
  readonly thread: ThreadId | null;
  /** Localpart. */
  readonly alias: string;
  readonly state: RoomState;
  readonly generation: number;
  readonly successor: RoomId | null;
  readonly lastEvent: EventId | null;
  /** People who were invited when it was made. */
  readonly invited: readonly UserId[];
  /** Whether it was made without a place in its space. */
  readonly unlisted: boolean;
  /** Whether nobody but the bot may speak there: it was filled from old mail, and nothing new has come. */
  readonly readOnly: boolean;
}

interface RawRoom {
  room: RoomId;
  account: AccountId;
  kind: RoomKind;
  thread: ThreadId | null;
  alias: string;
  state: RoomState;
  generation: number;
  successor: RoomId | null;
  last_event: EventId | null;
  invited: unknown;
  unlisted: boolean;
  read_only: boolean;
}

const ROOM =
  'room, account, kind, thread, alias, state, generation, successor, last_event, invited, unlisted, read_only';
const users = z.array(z.string()).catch([]);

/** The newest room of a thread, whatever its state. */
export async function findThreadRoom(db: Queryable, thread: ThreadId): Promise<RoomRow | null> {
  const { rows } = await db.query<RawRoom>(
    `SELECT ${ROOM} FROM rooms WHERE thread = $1 AND kind = 'thread' ORDER BY generation DESC LIMIT 1`,
    [thread],
  );
  return toRoom(rows[0]);
}

/** The newest room of an account itself, whatever its state. */
export async function findAccountRoom(
  db: Queryable,
  account: AccountId,
  kind: Exclude<RoomKind, 'thread' | 'management'>,
): Promise<RoomRow | null> {
  const { rows } = await db.query<RawRoom>(
    `SELECT ${ROOM} FROM rooms WHERE account = $1 AND kind = $2 ORDER BY generation DESC LIMIT 1`,
    [account, kind],
  );
  return toRoom(rows[0]);
}

/** A room by its id. */
export async function findRoom(db: Queryable, room: RoomId): Promise<RoomRow | null> {
  const { rows } = await db.query<RawRoom>(`SELECT ${ROOM} FROM rooms WHERE room = $1`, [room]);
  return toRoom(rows[0]);
}

/** Whether a room of ours was closed in favour of this one, which is not known yet: the bot is on its way there. */
export async function isAwaited(db: Queryable, room: RoomId): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM rooms WHERE successor = $1 AND state = 'replaced' LIMIT 1`, [room]);
  return rows.length > 0;
}

/** Whether an alias (localpart) names a room of ours. */
export async function aliasIsKnown(db: Queryable, alias: string): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM rooms WHERE alias = $1 LIMIT 1', [alias]);
  return rows.length > 0;
}

/**
 * Writes down a room. Where its place (thread or account, and generation) is taken already, the row that is there is
 * returned: the id of the room comes from its alias, so that it is the same room unless something was tampered with.
 *
 * @param made fresh: just now, and all that is said in it comes after
 */
export async function addRoom(
  db: Queryable,
  room: Pick<RoomRow, 'room' | 'account' | 'kind' | 'thread' | 'alias' | 'generation' | 'invited'>,
  made: { readonly fresh: boolean; readonly unlisted: boolean } = { fresh: false, unlisted: false },
): Promise<RoomRow> {
  const { room: id, account, kind, thread, alias, generation, invited } = room;
  await db.query(
    `INSERT INTO rooms (room, account, kind, thread, alias, generation, invited, read_at, unlisted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8 THEN now() END, $9) ON CONFLICT DO NOTHING`,
    [id, account, kind, thread, alias, generation, JSON.stringify(invited), made.fresh, made.unlisted],
  );
  const { rows } = await db.query<RawRoom>(
    `SELECT ${ROOM} FROM rooms WHERE account = $1 AND kind = $2 AND thread IS NOT DISTINCT FROM $3 AND generation = $4`,
    [room.account, room.kind, room.thread, room.generation],
  );
  const row = toRoom(rows[0]);
  if (row === null) throw new Error('the room stands at another place already');
  return row;
}

/** Moves a room on; `successor` only with `replaced`. */
export async function setRoomState(
  db: Queryable,
  room: RoomId,
  state: RoomState,
  successor: RoomId | null = null,
): Promise<void> {
  await db.query('UPDATE rooms SET state = $2, successor = coalesce($3, successor) WHERE room = $1', [
    room,
    state,
    successor,
  ]);
}

/** Whether nobody but the bot may speak in a room. */
export async function setReadOnly(db: Queryable, room: RoomId, readOnly: boolean): Promise<void> {
  await db.query('UPDATE rooms SET read_only = $2 WHERE room = $1', [room, readOnly]);
}

/** The active rooms of an account in which something happened last, at most so many. */
export async function newestRooms(db: Queryable, account: AccountId, limit: number): Promise<RoomId[]> {
  const { rows } = await db.query<{ room: RoomId }>(
    `SELECT room FROM rooms WHERE account = $1 AND state = 'active' AND kind <> 'management'
     ORDER BY last_event_at DESC NULLS LAST, room LIMIT $2`,
    [account, limit],
  );
  return rows.map(({ room }) => room);
}

export interface GhostRow {
  readonly user: UserId;
  readonly address: Address;
  /** '' where the homeserver has no devices for appservices; null where none was made yet. */
  readonly device: string | null;
}

/** A ghost (or the bot) that is registered. */
export async function findGhost(db: Queryable, user: UserId): Promise<GhostRow | null> {
  const { rows } = await db.query<{ user_id: UserId; address: Address; device: string | null }>(
    'SELECT user_id, address, device FROM ghosts WHERE user_id = $1',
    [user],
  );
  const row = rows[0];
  return row === undefined ? null : { user: row.user_id, address: row.address, device: row.device };
}

export async function saveGhost(db: Queryable, ghost: GhostRow): Promise<void> {
  await db.query(
    `INSERT INTO ghosts (user_id, address, device) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET device = excluded.device`,
    [ghost.user, ghost.address, ghost.device],
  );
}

/** Forgets that a ghost is registered, so that it is registered again. False where it is not known. */
export async function forgetGhost(db: Queryable, user: UserId): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM ghosts WHERE user_id = $1', [user]);
  return rowCount === 1;
}

export interface MemberRow {
  readonly user: UserId;
  readonly membership: string;
  /** Whether they declined an invitation, and have not been there since. */
  readonly staysOut: boolean;
  readonly name: string | null;
}

const MEMBER = 'user_id AS "user", membership, name, stays_out AS "staysOut"';
/** A membership that follows another: who declines to come in stays out until they have been there. */
const FOLLOWS = `membership = excluded.membership, stays_out = CASE
  WHEN excluded.membership = 'leave' AND members.membership = 'invite' THEN true
  WHEN excluded.membership = 'join' OR members.membership = 'join' THEN false ELSE members.stays_out END`;

/** What is known of somebody in a room; null where nothing is. */
export async function findMember(db: Queryable, room: RoomId, user: UserId): Promise<MemberRow | null> {
  const { rows } = await db.query<MemberRow>(`SELECT ${MEMBER} FROM members WHERE room = $1 AND user_id = $2`, [
    room,
    user,
  ]);
  return rows[0] ?? null;
}

/** Everybody of whom something is known in a room. */
export async function roomMembers(db: Queryable, room: RoomId): Promise<MemberRow[]> {
  const { rows } = await db.query<MemberRow>(`SELECT ${MEMBER} FROM members WHERE room = $1`, [room]);
  return rows;
}

/**
 * Writes down a membership, from an event or from what we did. A null name leaves the name. `guestOf` is who asked them
 * in who are not of the team, null for whoever comes as a member; left out, it stays as it was, until they leave.
 */
export async function setMember(
  db: Queryable,
  member: {
    room: RoomId;
    account: AccountId;
    user: UserId;
    membership: string;
    name?: string | null;
    guestOf?: UserId | null;
  },
): Promise<void> {
  await db.query(
    `INSERT INTO members (room, user_id, account, membership, name, guest_of) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (room, user_id) DO UPDATE SET ${FOLLOWS}, name = coalesce(excluded.name, members.name),
         guest_of = CASE WHEN excluded.membership IN ('leave', 'ban') THEN NULL WHEN $7 THEN excluded.guest_of
           ELSE members.guest_of END`,
    [
      member.room,
      member.user,
      member.account,
      member.membership,
      member.name?.replaceAll('\0', '') ?? null,
      member.guestOf ?? null,
      member.guestOf !== undefined,
    ],
  );
}

/** As `setMember`, for several with the same membership. */
export async function setMembers(
  db: Queryable,
  room: RoomId,
  account: AccountId,
  members: readonly UserId[],
  membership: string,
): Promise<void> {
  await db.query(
    `INSERT INTO members (room, user_id, account, membership)
     SELECT $1, u, $2, $4 FROM unnest($3::text[]) u
     ON CONFLICT (room, user_id) DO UPDATE SET ${FOLLOWS}`,
    [room, account, members, membership],
  );
}

export interface MediaRow {
  readonly mxc: MxcUri;
  readonly uploaded: boolean;
}

/** The media id of a file by its hash; `uploaded` says whether its bytes are there. */
export async function findMedia(db: Queryable, account: AccountId, sha256: string): Promise<MediaRow | null> {
  const { rows } = await db.query<MediaRow>(
    'SELECT mxc, uploaded_at IS NOT NULL AS uploaded FROM media WHERE account = $1 AND sha256 = $2',
    [account, sha256],
  );
  return rows[0] ?? null;
}

/** Fixes the media id of a file before its bytes leave; returns the one that counts, which may be another's. */
export async function addMedia(
  db: Queryable,
  media: { account: AccountId; sha256: string; mxc: MxcUri; size: number },
): Promise<MediaRow> {
  const { rows } = await db.query<MediaRow>(
    `INSERT INTO media (account, sha256, mxc, size) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account, sha256) DO UPDATE SET size = excluded.size
     RETURNING mxc, uploaded_at IS NOT NULL AS uploaded`,
    [media.account, media.sha256, media.mxc, media.size],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('media row not written');
  return row;
}

export async function markUploaded(db: Queryable, account: AccountId, sha256: string, mxc: MxcUri): Promise<void> {
  await db.query('UPDATE media SET uploaded_at = now() WHERE account = $1 AND sha256 = $2 AND mxc = $3', [
    account,
    sha256,
    mxc,
  ]);
}

/** Forgets a media id whose time to be filled ran out. */
export async function dropMedia(db: Queryable, account: AccountId, sha256: string, mxc: MxcUri): Promise<void> {
  await db.query('DELETE FROM media WHERE account = $1 AND sha256 = $2 AND mxc = $3 AND uploaded_at IS NULL', [
    account,
    sha256,
    mxc,
  ]);
}

function toRoom(row: RawRoom | undefined): RoomRow | null {
  return row === undefined ? null : asRoom(row);
}

function asRoom({ last_event: lastEvent, read_only: readOnly, invited, ...row }: RawRoom): RoomRow {
  return { ...row, lastEvent, readOnly, invited: users.parse(invited) as UserId[] };
}

/** Those of the users who are ghosts already. */
export async function ghostsAmong(db: Queryable, users: readonly UserId[]): Promise<ReadonlySet<UserId>> {
  if (users.length === 0) return new Set();
  const { rows } = await db.query<{ user: UserId }>(
    'SELECT user_id AS user FROM ghosts WHERE user_id = ANY($1::text[])',
    [users],
  );
  return new Set(rows.map(({ user }) => user));
}

/** Those of the team who are in the newest room of a thread, or invited to it. */
export async function attending(db: Queryable, thread: ThreadId, team: readonly UserId[]): Promise<UserId[]> {
  const { rows } = await db.query<{ user: UserId }>(
    `SELECT user_id AS "user" FROM members WHERE room = (SELECT room FROM rooms WHERE thread = $1 AND kind = 'thread'
       ORDER BY generation DESC LIMIT 1) AND user_id = ANY($2::text[]) AND membership IN ('join', 'invite')`,
    [thread, team],
  );
  return rows.map(({ user }) => user);
}

/** Somebody wants to be in the rooms of a thread, whatever they declined before. */
export async function welcomeBack(tx: Queryable, thread: ThreadId, user: UserId): Promise<void> {
  await tx.query(
    `UPDATE members SET stays_out = false
     WHERE user_id = $2 AND stays_out AND room IN (SELECT room FROM rooms WHERE thread = $1)`,
    [thread, user],
  );
}

/** We have somebody leave a room: they have declined nothing. */
export async function leaveRoom(db: Queryable, room: RoomId, user: UserId): Promise<void> {
  await db.query(
    `UPDATE members SET membership = 'leave', stays_out = false
     WHERE room = $1 AND user_id = $2 AND membership IN ('join', 'invite')`,
    [room, user],
  );
}

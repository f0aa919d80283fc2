/** New conversations on their way: drafts that people are asked about, and rooms that they made themselves. */
import { z } from 'zod';
import type { ComposeDraft, Missing } from '../../bridge/recipients/draft.ts';
import type { AccountId, RoomId, UserId } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { Language } from '../../words/words.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** What somebody was asked in a room. */
export interface AskedDraft {
  readonly account: AccountId | null;
  readonly asked: Missing;
  readonly draft: ComposeDraft;
}

const people = z.array(z.object({ name: z.string(), address: z.string().transform((text) => text as Address) }));
const draftCodec: z.ZodType<ComposeDraft> = z.object({
  account: z.string().nullable(),
  to: people,
  cc: people,
  bcc: people,
  subject: z.string().nullable(),
  body: z.string(),
});

/** Writes down a question; a draft that stood there before is forgotten. */
export async function askDraft(tx: Transaction, room: RoomId, user: UserId, asked: AskedDraft): Promise<void> {
  await tx.query(
    `INSERT INTO compose_drafts (room, user_id, account, asked, draft) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (room, user_id) DO UPDATE
       SET account = excluded.account, asked = excluded.asked, draft = excluded.draft, at = now()`,
    [room, user, asked.account, asked.asked, JSON.stringify(asked.draft)],
  );
}

/** What somebody was asked within the last hour; later their words mean something else. */
export async function askedDraft(db: Queryable, room: RoomId, user: UserId): Promise<AskedDraft | null> {
  const { rows } = await db.query<{ account: AccountId | null; asked: Missing; draft: unknown }>(
    `SELECT account, asked, draft FROM compose_drafts WHERE room = $1 AND user_id = $2 AND at > now() - interval
       '1 hour'`,
    [room, user],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, draft: draftCodec.parse(row.draft) };
}

/** Forgets what somebody was asked; whether there was anything. */
export async function dropDraft(tx: Transaction, room: RoomId, user: UserId): Promise<boolean> {
  const { rowCount } = await tx.query('DELETE FROM compose_drafts WHERE room = $1 AND user_id = $2', [room, user]);
  return rowCount === 1;
}

/** A room that somebody made and called us into. */
export interface StartedRoom {
  readonly room: RoomId;
  readonly by: UserId;
  /** Null where it is not said yet. */
  readonly account: AccountId | null;
  readonly language: Language;
  readonly state: 'entering' | 'asking' | 'adopted' | 'refused';
  /** origin_server_ts of the first invitation, milliseconds. */
  readonly since: number;
}

/** Writes down that we are to enter a room; one that is known stays as it is, but for one that was refused. */
export async function enterRoom(tx: Transaction, started: Omit<StartedRoom, 'state'>): Promise<void> {
  await tx.query(
    `INSERT INTO started_rooms (room, by_user, account, language, state, since) VALUES ($1, $2, $3, $4, 'entering', $5)
     ON CONFLICT (room) DO UPDATE SET by_user = excluded.by_user, account = excluded.account, language =
     excluded.language,
       state = 'entering', since = excluded.since, at = now() WHERE started_rooms.state = 'refused'`,
    [started.room, started.by, started.account, started.language, started.since],
  );
}

export async function startedRoom(db: Queryable, room: RoomId): Promise<StartedRoom | null> {
  const { rows } = await db.query<Omit<StartedRoom, 'since'> & { since: string | number }>(
    'SELECT room, by_user AS "by", account, language, state, since FROM started_rooms WHERE room = $1',
    [room],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, since: Number(row.since) };
}

/**
 * Whether a room of a conversation was made by people: one that they called us into, or what they replaced it by,
 * which keeps its alias. One that we make has an alias of its own.
 */
export async function isMadeByPeople(db: Queryable, room: RoomId): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT FROM rooms r JOIN rooms f ON f.thread = r.thread AND f.alias = r.alias
     JOIN started_rooms s ON s.room = f.room
     WHERE r.room = $1 AND r.kind = 'thread' AND s.state = 'adopted' LIMIT 1`,
    [room],
  );
  return rows.length > 0;
}

export async function setStarted(
  tx: Queryable,
  room: RoomId,
  state: StartedRoom['state'],
  account: AccountId | null = null,
): Promise<void> {
  await tx.query('UPDATE started_rooms SET state = $2, account = coalesce($3, account) WHERE room = $1', [
    room,
    state,
    account,
  ]);
}

/**
 * What the homeserver pushed. A transaction is stored whole in one database transaction, before it is acknowledged:
 * events are unique by their event id (transaction ids begin again when a homeserver restarts), each new one with its
 * job, and what cannot be read is kept as poison.
 */
import type { AccountId, EventId, RoomId, UserId } from '../../bridge/types.ts';
import { onlyRow, together } from '../pool.ts';
import type { Database, Queryable, Transaction } from '../pool.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import { settleEchoes } from '../room-tables/sends.ts';
import { countedId, judgeOrder } from './transaction-order.ts';
import type { CountedLife, TransactionOrder } from './transaction-order.ts';

/** An event as it is stored; it gets a job where it is neither ignored nor an echo. */
export interface NewEvent {
  readonly event: EventId;
  readonly room: RoomId;
  readonly type: string;
  readonly sender: UserId;
  readonly body: Uint8Array;
  /** Why nothing is done about it. */
  readonly ignored: string | null;
  /** The send of ours that it shows to have arrived. */
  readonly echoOf: string | null;
}

export interface NewPoison {
  readonly reason: string;
  readonly body: Uint8Array;
}

export interface StoredTransaction {
  /** Events that were not known before. */
  readonly fresh: number;
  readonly poison: number;
  /** Null unless the homeserver may have lost what it had queued. */
  readonly fell: Extract<TransactionOrder, 'anew' | 'unclear'> | null;
}

/**
 * Stores a pushed transaction and commits. `fell`: what its id says (`judgeOrder`).
 *
 * @param also what else it brought, written with it
 */
export async function storeTransaction(
  db: Database,
  txn: string,
  events: readonly NewEvent[],
  poison: readonly NewPoison[],
  also: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<StoredTransaction> {
  return db.transaction(async (tx) => {
    const fresh = await storeEvents(tx, events);
    for (const { reason, body } of poison) {
      await tx.query('INSERT INTO poison (txn, reason, body) VALUES ($1, $2, $3)', [txn, reason, body]);
    }
    const fell = (await keepNext(tx, txn, events.length)) ? null : await keepOther(tx, txn, events.length, fresh);
    await also(tx);
    return { fresh, poison: poison.length, fell };
  });
}

/**
 * Stores events with their jobs (queue `event-in`, in order per room), as many as are not known yet; returns that
 * number. The room's last known event is moved to the last of them. Echoes settle their sends, without a job.
 *
 * @param found whether they were looked for: others that are known may have come after them in the room, and its last
 * known event stays (`noteRead` moves it)
 */
export async function storeEvents(tx: Transaction, events: readonly NewEvent[], found = false): Promise<number> {
  if (events.length === 0) return 0;
  const { rows } = await tx.query<{ fresh: number; queued: number }>(
    `WITH pushed AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $8::text[])
         WITH ORDINALITY AS p (event, room, type, sender, body, ignored, state, position)
     ), stored AS (
       INSERT INTO events (event, room, account, type, sender, body, state, reason)
       SELECT p.event, p.room, r.account, p.type, p.sender, p.body, p.state, p.ignored
       FROM pushed p LEFT JOIN rooms r ON r.room = p.room ORDER BY p.position
       ON CONFLICT (event) DO NOTHING RETURNING event, room, account, state
     ), queued AS (
       INSERT INTO jobs (account, queue, key, subject)
       -- A direct chat is of no account: whoever is there works on it.
       SELECT CASE WHEN r.kind = 'management' THEN NULL ELSE s.account END, 'event-in', s.room, s.event
       FROM stored s JOIN pushed p USING (event) LEFT JOIN rooms r ON r.room = s.room
       WHERE s.state = 'waiting' ORDER BY p.position
       ON CONFLICT (queue, subject) DO NOTHING RETURNING queue
     ), moved AS (
       UPDATE rooms SET last_event = CASE WHEN $7 THEN last_event ELSE newest.event END, last_event_at = now()
       FROM (SELECT DISTINCT ON (s.room) s.room, s.event FROM stored s JOIN pushed p USING (event)
             ORDER BY s.room, p.position DESC) newest
       WHERE rooms.room = newest.room
     )
     SELECT (SELECT count(*) FROM stored) AS fresh, (SELECT count(*) FROM queued) AS queued`,
    [
      events.map(({ event }) => event),
      events.map(({ room }) => room),
      events.map(({ type }) => type),
      events.map(({ sender }) => sender),
      events.map(({ body }) => Buffer.from(body.buffer, body.byteOffset, body.byteLength)),
      events.map(({ ignored }) => ignored),
      found,
      events.map(stateOf),
    ],
  );
  await settleEchoes(
    tx,
    events.flatMap(({ event, echoOf }) => (echoOf === null ? [] : [{ event, send: echoOf }])),
  );
  const { fresh, queued } = onlyRow({ rows }, 'store events');
  if (queued > 0) tx.notify(JOBS_CHANNEL, 'event-in');
  return fresh;
}

function stateOf({ ignored, echoOf }: NewEvent): StoredEvent['state'] {
  if (ignored !== null) return 'ignored';
  return echoOf === null ? 'waiting' : 'done';
}

/** An event as it was stored. */
export interface StoredEvent {
  readonly event: EventId;
  readonly room: RoomId;
  readonly account: AccountId | null;
  readonly type: string;
  readonly sender: UserId;
  /** The JSON of the event, UTF-8, as it came. */
  readonly body: Buffer;
  readonly state: 'waiting' | 'done' | 'ignored' | 'quarantined';
  readonly receivedAt: Date;
}

/** The event, null where it is not known. */
export async function loadEvent(db: Queryable, event: EventId): Promise<StoredEvent | null> {
  const { rows } = await db.query<Omit<StoredEvent, 'receivedAt'> & { received_at: Date }>(
    'SELECT event, room, account, type, sender, body, state, received_at FROM events WHERE event = $1',
    [event],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { received_at: receivedAt, ...rest } = row;
  return { ...rest, receivedAt };
}

/** Rooms of an account in which somebody said something that no process works on, and who did. */
export async function roomsUnheard(
  db: Queryable,
  account: AccountId,
): Promise<{ readonly room: RoomId; readonly senders: readonly UserId[] }[]> {
  const { rows } = await db.query<{ room: RoomId; senders: UserId[] }>(
    `SELECT e.room, array_agg(DISTINCT e.sender) AS senders FROM jobs j
     JOIN events e ON e.event = j.subject AND e.state = 'waiting'
     JOIN rooms r ON r.room = e.room AND r.account = $1 AND r.kind <> 'management' AND r.state IN ('making', 'active')
     WHERE j.queue = 'event-in' AND j.state = 'ready' AND j.account = $1
       -- What was said as a member is no answer of theirs that waits.
       AND NOT EXISTS (SELECT FROM matrix_sends s WHERE s.event = e.event)
       AND e.type IN ('m.room.message', 'm.room.encrypted', 'm.sticker')
     GROUP BY e.room`,
    [account],
  );
  return rows;
}

/** The events of a room whose jobs have not run yet, in the order in which they came. */
export async function waitingIn(
  db: Queryable,
  room: RoomId,
  limit: number,
): Promise<Pick<StoredEvent, 'sender' | 'body'>[]> {
  const { rows } = await db.query<Pick<StoredEvent, 'sender' | 'body'>>(
    `SELECT sender, body FROM events WHERE room = $1 AND state = 'waiting' ORDER BY received_at LIMIT $2`,
    [room, limit],
  );
  return rows;
}

/** Writes down what became of an event; `reason` says why where it is not done. */
export async function settleEvent(
  tx: Queryable,
  event: EventId,
  state: 'done' | 'ignored' | 'quarantined',
  reason: string | null = null,
): Promise<void> {
  await together(tx, settleEvents, { event, state, reason });
}

async function settleEvents(
  tx: Queryable,
  settled: readonly { readonly event: EventId; readonly state: string; readonly reason: string | null }[],
): Promise<readonly undefined[]> {
  await tx.query(
    `UPDATE events SET state = s.state, reason = s.reason
     FROM unnest($1::text[], $2::text[], $3::text[]) AS s (event, state, reason) WHERE events.event = s.event`,
    [settled.map(({ event }) => event), settled.map(({ state }) => state), settled.map(({ reason }) => reason)],
  );
  return settled.map(() => undefined);
}

/** Which of these events are known, and since when. */
export async function knownEvents(db: Queryable, events: readonly EventId[]): Promise<Map<EventId, Date>> {
  const { rows } = await db.query<{ event: EventId; received_at: Date }>(
    'SELECT event, received_at FROM events WHERE event = ANY($1::text[])',
    [events],
  );
  return new Map(rows.map(({ event, received_at }) => [event, received_at]));
}

/** Up to where rooms are to be read back, see `readAllBack` in `matrix/read-back.ts`. */
export interface ReadBackMark {
  /**
   * What was known before counts as known: now, or the first transaction after whose fall no room was read back yet.
   */
  readonly before: Date;
  /** For `readBackDone`. */
  readonly transaction: number;
}

/** The mark for reading back now. It outlives a crash between a fallen transaction and the end of the reading. */
export async function readBackMark(db: Queryable): Promise<ReadBackMark> {
  const { rows } = await db.query<{ before: Date; transaction: number }>(
    `SELECT coalesce(min(received_at) FILTER (WHERE fallen), now()) AS before, coalesce(max(transaction), 0) AS
       transaction
     FROM transactions`,
  );
  return onlyRow({ rows }, 'read-back mark');
}

/**
 * Notes that the homeserver went away: what it had queued may be lost even where its transaction ids go on (one that
 * was under way when it died is sent again under its own id). Rooms are read back to what was known before, once it is
 * there again.
 */
export async function noteOutage(db: Queryable): Promise<void> {
  await db.query(`INSERT INTO transactions (txn, events, fallen) VALUES ('', 0, true)`);
}

/** All rooms were read back for this mark. */
export async function readBackDone(db: Queryable, mark: ReadBackMark): Promise<void> {
  await db.query('UPDATE transactions SET fallen = false WHERE fallen AND transaction <= $1', [mark.transaction]);
}

/**
 * How many pieces of poison are kept.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export async function countPoison(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>('SELECT count(*) AS count FROM poison');
  return rows[0]?.count ?? 0;
}

/** Writes down a transaction that goes on (`judgeOrder`), as nearly all do; whether it is one. */
async function keepNext(tx: Transaction, txn: string, events: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `WITH last AS (SELECT txn FROM transactions WHERE txn <> '' ORDER BY transaction DESC LIMIT 1),
     forgotten AS (DELETE FROM transactions WHERE received_at < now() - interval '7 days' AND NOT fallen)
     INSERT INTO transactions (txn, events, fallen, began) SELECT $1::text, $2::integer, false, false
     WHERE $3::bigint IS NULL OR NOT EXISTS (
       SELECT FROM last WHERE CASE WHEN txn ~ '^[0-9]{1,15}$' THEN txn::bigint >= $3 ELSE false END)`,
    [txn, events, countedId(txn)],
  );
  return rowCount === 1;
}

/** Writes down one that does not, unless it is known; what it says of what may be lost. */
async function keepOther(
  tx: Transaction,
  txn: string,
  events: number,
  fresh: number,
): Promise<StoredTransaction['fell']> {
  const order = judgeOrder(txn, fresh, await countedLife(tx, txn));
  if (order === 'repeated') return null;
  const fell = order === 'goes-on' ? null : order;
  await tx.query('INSERT INTO transactions (txn, events, fallen, began) VALUES ($1, $2, $3, $4)', [
    txn,
    events,
    fell !== null,
    order === 'anew',
  ]);
  return fell;
}

/**
 * The transactions since the homeserver began to count, null where there is nothing to compare with. Only an id that is
 * not above the last one is looked for: the others need no more than that.
 */
async function countedLife(tx: Transaction, txn: string): Promise<CountedLife | null> {
  const { rows } = await tx.query<{ txn: string }>(
    `SELECT txn FROM transactions WHERE txn <> '' ORDER BY transaction DESC LIMIT 1`,
  );
  const last = countedId(rows[0]?.txn ?? '');
  const id = countedId(txn);
  if (last === null || id === null) return null;
  if (id > last) return { last, lowest: last, transactions: 1, seen: false };
  const life = await tx.query<Omit<CountedLife, 'last'>>(
    `SELECT min(txn::bigint) AS lowest, count(*) AS transactions, bool_or(txn::bigint = $1) AS seen
     FROM (SELECT CASE WHEN txn ~ '^[0-9]{1,15}$' THEN txn END AS txn FROM transactions
       WHERE transaction >= coalesce((SELECT max(transaction) FROM transactions WHERE began), 0)) counted
     WHERE txn IS NOT NULL`,
    [id],
  );
  return { last, ...onlyRow(life, 'counted transactions') };
}

/** Lists of threads, and the overview that an account keeps in its lobby. */
import type { ListedThread, ListFilter, ThreadList } from '../../bridge/helpdesk/team-work.ts';
import type { AccountId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** Threads on a page. */
const PAGE = 20;

interface ListRow {
  account: AccountId;
  thread: ThreadId;
  room: RoomId | null;
  subject: string;
  who: string | null;
  state: ListedThread['state'];
  waiting: ListedThread['waiting'];
  since: Date;
  seconds: number;
  claimed_by: UserId | null;
  total: number;
}

const CHOSEN: Readonly<Record<ListFilter, string>> = {
  all: `state = 'open'`,
  mine: `state = 'open' AND claimed_by = $2`,
  unclaimed: `state = 'open' AND claimed_by IS NULL`,
  us: `state = 'open' AND waiting = 'us'`,
  them: `state = 'open' AND waiting = 'them'`,
  snoozed: `state = 'snoozed'`,
  done: `state = 'done'`,
};
/** What has waited longest for us stands first; of what is done, the latest. */
const ORDER: Readonly<Record<ListFilter, string>> = {
  all: `waiting = 'us' DESC, since, thread`,
  mine: `waiting = 'us' DESC, since, thread`,
  unclaimed: `waiting = 'us' DESC, since, thread`,
  us: 'since, thread',
  them: 'since, thread',
  snoozed: 'snooze_until, thread',
  done: 'done_at DESC, thread',
};

/** One page of the threads of some accounts. `who` is whose threads `mine` are. A page past the last is the last. */
export async function listThreads(
  db: Queryable,
  query: {
    readonly accounts: readonly AccountId[];
    readonly who: UserId;
    readonly filter: ListFilter;
    readonly page: number;
    readonly perPage?: number;
  },
): Promise<ThreadList> {
  const perPage = query.perPage ?? PAGE;
  const { filter } = query;
  const counted = await db.query<{ total: number }>(
    `SELECT count(*) AS total FROM thread_work WHERE account = ANY($1::text[]) AND $2::text <> '' AND
       ${CHOSEN[filter]}`,
    [query.accounts, query.who],
  );
  const total = counted.rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(query.page, pages);
  const { rows } = await db.query<ListRow>(
    `WITH chosen AS (
       SELECT *, row_number() OVER (ORDER BY ${ORDER[filter]}) AS place FROM thread_work
       WHERE account = ANY($1::text[]) AND $2::text <> '' AND ${CHOSEN[filter]} ORDER BY place LIMIT $3 OFFSET $4)
     SELECT c.account, c.thread, c.state, c.waiting, c.since, c.claimed_by, t.subject, r.room, m.who,
       extract(epoch FROM now() - c.since)::double precision AS seconds
     FROM chosen c JOIN threads t USING (thread)
     LEFT JOIN LATERAL (SELECT room FROM rooms WHERE rooms.thread = c.thread AND kind = 'thread' AND state <> 'gone'
       ORDER BY generation DESC LIMIT 1) r ON true
     LEFT JOIN LATERAL (SELECT coalesce(nullif(facts #>> '{from,0,name}', ''), facts #>> '{from,0,address}') AS who
       FROM messages WHERE messages.thread = c.thread AND direction = 'in' ORDER BY seq DESC LIMIT 1) m ON true
     ORDER BY c.place`,
    [query.accounts, query.who, perPage, (page - 1) * perPage],
  );
  const threads = rows.map(({ claimed_by: claimedBy, who, ...row }) => ({ ...row, who: who ?? '', claimedBy }));
  return { threads, total, page, pages };
}

/** The overview of an account as it was written last. */
export interface Overview {
  readonly room: RoomId | null;
  /** The send of its first event. */
  readonly send: string;
  readonly generation: number;
  readonly edits: number;
  readonly content: string;
}

/**
 * Whether threads changed since the overview was written, and that is long enough ago; true where there is none yet.
 */
export async function overviewIsStale(db: Queryable, account: AccountId, leastMs: number): Promise<boolean> {
  const { rows } = await db.query<{ stale: boolean | null }>(
    `SELECT coalesce((SELECT o.written_at < now() - $2::double precision * interval '1 ms'
         AND o.seen_at < (SELECT max(changed_at) FROM thread_work WHERE account = $1)
       FROM desk_overviews o WHERE o.account = $1), true) AS stale`,
    [account, leastMs],
  );
  return rows[0]?.stale ?? false;
}

/** Whether the account has an overview. */
export async function hasOverview(db: Queryable, account: AccountId): Promise<boolean> {
  return (await db.query('SELECT FROM desk_overviews WHERE account = $1', [account])).rowCount === 1;
}

/**
 * The overview, locked until the transaction ends; null where there is none, 'held' where another process has it
 * locked.
 */
export async function lockOverview(tx: Transaction, account: AccountId): Promise<Overview | 'held' | null> {
  const { rows: got } = await tx.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 2)) AS locked`,
    [account],
  );
  if (got[0]?.locked !== true) return 'held';
  const { rows } = await tx.query<{
    room: RoomId | null;
    send: string;
    generation: number;
    edits: number;
    content: string;
  }>('SELECT room, send, generation, edits, content FROM desk_overviews WHERE account = $1', [account]);
  return rows[0] ?? null;
}

/**
 * Writes down what the overview says now. What changed within the last minute counts as unseen: a transaction that was
 * open at this moment may commit later, and the room of a new thread may be made later; where nothing comes of it,
 * nothing is edited.
 */
export async function saveOverview(tx: Transaction, account: AccountId, overview: Overview): Promise<void> {
  await tx.query(
    `INSERT INTO desk_overviews (account, room, send, generation, edits, content, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() - interval '60 s')
     ON CONFLICT (account) DO UPDATE SET room = $2, send = $3, generation = $4, edits = $5, content = $6,
       seen_at = now() - interval '60 s', written_at = now()`,
    [account, overview.room, overview.send, overview.generation, overview.edits, overview.content],
  );
}

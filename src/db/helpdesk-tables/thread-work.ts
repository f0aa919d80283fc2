/**
 * What a team does with its threads, in `thread_work`. Every change is one guarded statement and says whether it
 * happened; a change that the room shows grows the version and gives the room's job (queue `desk`), which shows it in
 * the room.
 */
import { z } from 'zod';
import type { Marked, Waiting, WorkState } from '../../bridge/helpdesk/team-work.ts';
import type { AccountId, EventId, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import { addJob } from '../../queue/queue.ts';
import { together } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { welcomeBack } from '../room-tables/rooms.ts';

/** The work on a thread, as it stands. */
export interface Work {
  readonly thread: ThreadId;
  readonly account: AccountId;
  readonly state: WorkState;
  readonly waiting: Waiting;
  readonly claimedBy: UserId | null;
  readonly snoozeUntil: Date | null;
  readonly had: readonly UserId[];
  readonly archived: boolean;
  readonly version: number;
  readonly shown: ShownRoom | null;
}

/** What a room was last made to show. */
export interface ShownRoom {
  /** The room that it was. */
  readonly room: RoomId;
  readonly name: Marked | null;
  readonly topic: Marked | null;
  readonly listed: boolean;
  /** Whether it was shown as done; null from a version of before, which listed everything else. */
  readonly done: boolean | null;
  /** Where it stands in its space; null where it is not listed, or nobody knows. */
  readonly order: string | null;
  readonly archived: boolean;
}

const marked = z.object({ base: z.string(), marked: z.string(), was: z.string().optional() });
const shownCodec = z.object({
  room: z.string().transform((text) => text as RoomId),
  name: marked.nullable(),
  topic: marked.nullable(),
  listed: z.boolean(),
  done: z.boolean().nullable().default(null),
  order: z.string().nullable().default(null),
  archived: z.boolean(),
});
const users = z.array(z.string().transform((text) => text as UserId)).catch([]);

interface WorkRow {
  thread: ThreadId;
  account: AccountId;
  state: WorkState;
  waiting: Waiting;
  claimed_by: UserId | null;
  snooze_until: Date | null;
  had: unknown;
  archived: boolean;
  version: number;
  shown: unknown;
}

const WORK =
  'thread, account, state, waiting, claimed_by, snooze_until, had, archived_at IS NOT NULL AS archived, version, shown';

function toWork({ claimed_by: claimedBy, snooze_until: snoozeUntil, had, shown, ...rest }: WorkRow): Work {
  const read = shownCodec.nullable().safeParse(shown);
  return { ...rest, claimedBy, snoozeUntil, had: users.parse(had), shown: read.success ? read.data : null };
}

/** Null where nobody has written to the thread or worked on it since there are rows. */
export async function loadWork(db: Queryable, thread: ThreadId): Promise<Work | null> {
  const { rows } = await db.query<WorkRow>(`SELECT ${WORK} FROM thread_work WHERE thread = $1`, [thread]);
  return rows[0] === undefined ? null : toWork(rows[0]);
}

export interface ThreadOf {
  readonly account: AccountId;
  readonly thread: ThreadId;
}

/** The job that makes the room show the work on its thread; a later version does what an earlier one was to do. */
async function showRoom(
  tx: Transaction,
  { account, thread }: ThreadOf,
  rows: readonly { version: number }[],
): Promise<boolean> {
  const [row] = rows;
  if (row === undefined) return false;
  await addJob(tx, { account, queue: 'desk', key: thread, subject: `room:${thread}:${row.version}` });
  return true;
}

/** A mail of ours that is being written at this moment. */
interface OpenMail {
  readonly outgoing: MessageKey;
  readonly author: UserId;
  /** Whether it is within its hold; else it waits for a time or for somebody's yes. */
  readonly open: boolean;
  /** Its last message. */
  readonly event: EventId;
}

const openMails = z
  .array(
    z.object({
      outgoing: z.string().transform((text) => text as MessageKey),
      author: z.string().transform((text) => text as UserId),
      open: z.boolean(),
      event: z.string().transform((text) => text as EventId),
    }),
  )
  .catch([]);

/** What a mail that came in found. */
export interface News {
  /** It was snoozed or done, and is open again. */
  readonly reopened: boolean;
  /** What is being written without knowing of it. */
  readonly writing: readonly OpenMail[];
}

/**
 * A person outside has written: it is our turn, since the first mail without an answer; what was snoozed or done is
 * open again, and whoever had it still has it.
 */
export function workMailCame(tx: Transaction, at: ThreadOf): Promise<News> {
  return together(tx, workMailsCame, at);
}

/** As `workMailCame`, for different threads, in one statement; their rows are locked in the order of the threads. */
async function workMailsCame(tx: Transaction, all: readonly ThreadOf[]): Promise<readonly News[]> {
  const { rows } = await tx.query<{
    thread: ThreadId;
    version: number;
    before: WorkState | null;
    turned: boolean | null;
    writing: unknown;
  }>(
    `WITH before AS MATERIALIZED (
       SELECT thread, state, state <> 'open' OR waiting <> 'us' OR archived_at IS NOT NULL AS turned FROM thread_work
       WHERE thread = ANY($2::text[]) ORDER BY thread COLLATE "C" FOR UPDATE
     ), work AS (
       -- What was there is read first: a row that this statement has changed already is not locked, and not found.
       INSERT INTO thread_work AS w (account, thread, waiting) SELECT g.account, g.thread, 'us'
       FROM (SELECT count(*) FROM before) b, unnest($1::text[], $2::text[]) AS g (account, thread)
       ORDER BY g.thread COLLATE "C"
       ON CONFLICT (thread) DO UPDATE SET state = 'open', waiting = 'us', changed_at = now(),
         since = CASE WHEN w.waiting = 'us' AND w.state <> 'done' THEN w.since ELSE now() END,
         reminded_at = CASE WHEN w.waiting = 'us' AND w.state <> 'done' THEN w.reminded_at END,
         snooze_until = NULL, snoozed_by = NULL, done_at = NULL, done_by = NULL, done_event = NULL, archived_at = NULL,
         version = w.version + CASE WHEN w.state = 'open' AND w.waiting = 'us' AND w.archived_at IS NULL THEN 0 ELSE 1
         END
       RETURNING thread, version)
     SELECT work.thread, work.version, before.state AS before, before.turned,
       (SELECT json_agg(json_build_object('outgoing', o.outgoing, 'author', o.author, 'open', o.state = 'open',
          'event', (
          SELECT event FROM outgoing_events e WHERE e.outgoing = o.outgoing AND e.state = 'in'
          ORDER BY position DESC LIMIT 1)))
        FROM outgoing o WHERE o.thread = work.thread AND (o.state = 'open' OR (o.state = 'closed' AND (o.send_at IS NOT
          NULL OR EXISTS (SELECT FROM drafts d WHERE d.outgoing = o.outgoing))))) AS writing
     FROM work LEFT JOIN before USING (thread)`,
    [all.map(({ account }) => account), all.map(({ thread }) => thread)],
  );
  const found = new Map(rows.map((row) => [row.thread, row]));
  const news: News[] = [];
  for (const at of all) {
    const row = found.get(at.thread);
    if (row?.turned === true) await showRoom(tx, at, [row]);
    news.push({
      reopened: row?.before === 'done' || row?.before === 'snoozed',
      writing: openMails.parse(row?.writing ?? []),
    });
  }
  return news;
}

/**
 * An answer of ours is on its way, from a room or a colleague's mail program: it is their turn. What is done stays
 * done.
 */
export async function workAnswered(tx: Transaction, at: ThreadOf): Promise<void> {
  const version = await together(tx, worksAnswered, at);
  if (version !== null) await showRoom(tx, at, [{ version }]);
}

/** The versions of those that changed, in one statement; their rows are locked in the order of the threads. */
async function worksAnswered(tx: Transaction, all: readonly ThreadOf[]): Promise<readonly (number | null)[]> {
  const { rows } = await tx.query<{ thread: ThreadId; version: number }>(
    `WITH before AS MATERIALIZED (
       SELECT thread, waiting FROM thread_work WHERE thread = ANY($2::text[]) ORDER BY thread COLLATE "C" FOR UPDATE
     ), work AS (
       INSERT INTO thread_work AS w (account, thread, waiting, version)
       SELECT DISTINCT g.account, g.thread COLLATE "C" AS thread, 'them', 1
       FROM (SELECT count(*) FROM before) b, unnest($1::text[], $2::text[]) AS g (account, thread) ORDER BY thread
       ON CONFLICT (thread) DO UPDATE SET waiting = 'them', since = now(), reminded_at = NULL,
         changed_at = now(), version = w.version + CASE WHEN w.waiting = 'them' THEN 0 ELSE 1 END
       RETURNING thread, version)
     SELECT work.thread, work.version FROM work LEFT JOIN before USING (thread)
     WHERE before.waiting IS DISTINCT FROM 'them'`,
    [all.map(({ account }) => account), all.map(({ thread }) => thread)],
  );
  const changed = new Map(rows.map(({ thread, version }) => [thread, version]));
  return all.map(({ thread }) => changed.get(thread) ?? null);
}

/** An answer of ours did not arrive: it is our turn again. */
export async function workNotAnswered(tx: Transaction, thread: ThreadId): Promise<void> {
  const { rows } = await tx.query<{ account: AccountId; version: number }>(
    `UPDATE thread_work SET waiting = 'us', since = now(), reminded_at = NULL, changed_at = now(), version = version + 1
     WHERE thread = $1 AND waiting = 'them' RETURNING account, version`,
    [thread],
  );
  const [row] = rows;
  if (row !== undefined) await showRoom(tx, { account: row.account, thread }, rows);
}

/**
 * Somebody answers in the room: they have the thread where nobody has, and what was snoozed or done is open again.
 * False where that was so already.
 */
export async function workTakenUp(tx: Transaction, at: ThreadOf, user: UserId): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO thread_work AS w (account, thread, claimed_by, claimed_at, version) VALUES ($1, $2, $3, now(), 1)
     ON CONFLICT (thread) DO UPDATE SET claimed_by = coalesce(w.claimed_by, $3),
       claimed_at = CASE WHEN w.claimed_by IS NULL THEN now() ELSE w.claimed_at END,
       state = 'open', since = CASE WHEN w.state = 'done' THEN now() ELSE w.since END,
       snooze_until = NULL, snoozed_by = NULL, done_at = NULL, done_by = NULL, done_event = NULL, archived_at = NULL,
       version = w.version + 1, changed_at = now()
     WHERE w.claimed_by IS NULL OR w.state <> 'open' OR w.archived_at IS NOT NULL
     RETURNING version`,
    [at.account, at.thread, user],
  );
  return showRoom(tx, at, rows);
}

/**
 * Gives a thread to somebody. Without `force` only where nobody has it.
 *
 * @param event the reaction that asked for it: taken back, it gives the thread back; null for none
 */
export async function claimWork(
  tx: Transaction,
  at: ThreadOf,
  user: UserId,
  how: { readonly event: EventId | null; readonly force: boolean },
): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO thread_work AS w (account, thread, claimed_by, claimed_at, claim_event, version)
     VALUES ($1, $2, $3, now(), $4, 1)
     ON CONFLICT (thread) DO UPDATE SET claimed_by = $3, claimed_at = now(), claim_event = $4, reminded_at = NULL,
       version = w.version + 1, changed_at = now()
     WHERE w.claimed_by IS NULL OR ($5 AND w.claimed_by <> $3)
     RETURNING version`,
    [at.account, at.thread, user, how.event, how.force],
  );
  // Whoever has it wants in, whatever they declined before.
  if (rows.length > 0) await welcomeBack(tx, at.thread, user);
  return showRoom(tx, at, rows);
}

/** Takes a thread from whoever has it. `event` names the claim that is taken back; null for whichever. */
export async function unclaimWork(tx: Transaction, at: ThreadOf, event: EventId | null): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE thread_work SET claimed_by = NULL, claimed_at = NULL, claim_event = NULL, version = version + 1, changed_at
       = now()
     WHERE thread = $1 AND claimed_by IS NOT NULL AND ($2::text IS NULL OR claim_event = $2) RETURNING version`,
    [at.thread, event],
  );
  return showRoom(tx, at, rows);
}

/** Gives back what this reaction, in a room of the account, had taken. False where it had taken nothing. */
export async function unclaimByEvent(tx: Transaction, account: AccountId, event: EventId): Promise<boolean> {
  const { rows } = await tx.query<{ thread: ThreadId; version: number }>(
    `UPDATE thread_work SET claimed_by = NULL, claimed_at = NULL, claim_event = NULL, version = version + 1,
       changed_at = now()
     WHERE account = $1 AND claim_event = $2 RETURNING thread, version`,
    [account, event],
  );
  const [row] = rows;
  return row !== undefined && showRoom(tx, { account, thread: row.thread }, rows);
}

/** Closes a thread; who of `team` is in its room is remembered, to be asked back. False where it is done already. */
export async function finishWork(
  tx: Transaction,
  at: ThreadOf,
  by: UserId,
  how: { readonly event: EventId | null; readonly room: string; readonly team: readonly UserId[] },
): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO thread_work AS w (account, thread, state, done_at, done_by, done_event, had, version)
     VALUES ($1, $2, 'done', now(), $3, $4,
       (SELECT coalesce(json_agg(user_id), '[]') FROM members
        WHERE room = $5 AND membership = 'join' AND user_id = ANY($6::text[])), 1)
     ON CONFLICT (thread) DO UPDATE SET state = 'done', done_at = now(), done_by = $3, done_event = $4, had =
     excluded.had,
       snooze_until = NULL, snoozed_by = NULL, version = w.version + 1, changed_at = now()
     WHERE w.state <> 'done' RETURNING version`,
    [at.account, at.thread, by, how.event, how.room, how.team],
  );
  return showRoom(tx, at, rows);
}

/** Opens what is done or snoozed. `event` names the mark that is taken back; null for whichever. */
export async function reopenWork(tx: Transaction, at: ThreadOf, event: EventId | null): Promise<boolean> {
  const { rows } = await tx.query<{ version: number }>(
    `UPDATE thread_work SET state = 'open', since = CASE WHEN state = 'done' THEN now() ELSE since END, reminded_at =
       NULL,
       snooze_until = NULL, snoozed_by = NULL, done_at = NULL, done_by = NULL, done_event = NULL, archived_at = NULL,
       version = version + 1, changed_at = now()
     WHERE thread = $1 AND state <> 'open' AND ($2::text IS NULL OR done_event = $2) RETURNING version`,
    [at.thread, event],
  );
  return showRoom(tx, at, rows);
}

/** Lays a thread aside until a time. What is done is opened by it. */
export async function snoozeWork(tx: Transaction, at: ThreadOf, by: UserId, until: Date): Promise<void> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO thread_work AS w (account, thread, state, snooze_until, snoozed_by, version)
     VALUES ($1, $2, 'snoozed', $4, $3, 1)
     ON CONFLICT (thread) DO UPDATE SET state = 'snoozed', snooze_until = $4, snoozed_by = $3, done_at = NULL, done_by
     = NULL,
       done_event = NULL, archived_at = NULL, version = w.version + 1, changed_at = now()
     RETURNING version`,
    [at.account, at.thread, by, until],
  );
  await showRoom(tx, at, rows);
}

/** The thread goes on in another room, which is to show the same, or has another place in its space. */
export async function showElsewhere(tx: Transaction, at: ThreadOf): Promise<void> {
  const { rows } = await tx.query<{ version: number }>(
    'UPDATE thread_work SET version = version + 1 WHERE thread = $1 RETURNING version',
    [at.thread],
  );
  await showRoom(tx, at, rows);
}

/** Remembers what a room was made to show. */
export async function setShown(tx: Queryable, thread: ThreadId, shown: ShownRoom): Promise<void> {
  await tx.query('UPDATE thread_work SET shown = $2 WHERE thread = $1', [thread, JSON.stringify(shown)]);
}

/** How many conversations of an account are open or laid aside: those that its space lists; `most` for any more. */
export async function openThreads(db: Queryable, account: AccountId, most: number): Promise<number> {
  const { rows } = await db.query<{ open: number }>(
    `SELECT count(*)::integer AS open FROM (
       SELECT FROM thread_work WHERE account = $1 AND state IN ('open', 'snoozed') LIMIT $2) one`,
    [account, most],
  );
  return rows[0]?.open ?? 0;
}

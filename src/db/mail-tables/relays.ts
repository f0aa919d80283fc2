/**
 * How the way out of each account stands: its SMTP server, the sibling of its mailbox (`intake-tables/accounts.ts`).
 * Judged by the database's clock, the same for all processes.
 *
 * Policy. What cannot be connected to is asked by one process at a time, after pauses that grow; meanwhile the
 * account's mails wait and ask nothing of it. Only a login that works ends a refused login: a connection that was open
 * before proves nothing.
 */
import type { RelayTrouble } from '../../bridge/relay/trouble.ts';
import type { OwnRefusal } from '../../bridge/relay/whose-word.ts';
import type { AccountId, Sought } from '../../bridge/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Gathers } from '../../queue/store.ts';
import { together } from '../pool.ts';
import type { Queryable } from '../pool.ts';

/**
 * untried: nothing was asked of it yet. transient: it is asked again by itself. bad-credentials: people have to act.
 */
export type RelayState = 'untried' | 'ready' | 'transient' | 'bad-credentials';

/** Why a mail waits whose account's way out is in trouble: it is run at once when that ends. */
export const RELAY_AWAY = 'the mail server of the account is in trouble';

/** A way out that is in trouble. */
export interface RelayAway {
  readonly state: 'transient' | 'bad-credentials';
  readonly since: Date;
  /** By the clock of the database, milliseconds. */
  readonly forMs: number;
  readonly reason: RelayTrouble;
  /** What the server said, '' where it said nothing. */
  readonly words: string;
  /** Milliseconds until it is asked again; null for not by itself. */
  readonly waitMs: number | null;
}

/** What `RelayAway` says, of a row for which `IS_AWAY` holds. */
export const AWAY = `SELECT relay_state AS state, relay_since AS since, relay_reason AS reason,
    coalesce(relay_words, '') AS words, (extract(epoch FROM now() - relay_since) * 1000)::double precision AS "forMs",
    CASE WHEN isfinite(relay_retry_at)
      THEN greatest(0, extract(epoch FROM relay_retry_at - now()) * 1000)::double precision END AS "waitMs"
  FROM accounts`;
export const IS_AWAY = `relay_state IN ('transient', 'bad-credentials')`;

/** The trouble of an account's way out, null where there is none. */
export async function relayTroubleNow(db: Queryable, account: AccountId): Promise<RelayAway | null> {
  const { rows } = await db.query<RelayAway>(`${AWAY} WHERE account = $1 AND ${IS_AWAY}`, [account]);
  return rows[0] ?? null;
}

/** What a failure to connect, to secure or to log in comes to. */
export interface RelayFailed {
  readonly state: RelayAway['state'];
  readonly reason: RelayTrouble;
  readonly words: string;
  /** Milliseconds after the first failure, the second, and so on. */
  readonly pausesMs: readonly number[];
  /** Whether the last pause is for all that follow; else behind it nobody asks. */
  readonly endless: boolean;
  /** Whether it was the one try whose turn it was, and not one of several mails that failed at once. */
  readonly probe: boolean;
}

/** What was written, and how it stood before; `failures` is null where somebody else had noted it already. */
export interface RelayNoted {
  readonly before: RelayState;
  readonly reasonBefore: RelayTrouble | null;
  readonly failures: number | null;
}

/** Notes that the way out failed; null for an account without a row. */
export async function noteRelayFailed(
  db: Queryable,
  account: AccountId,
  failed: RelayFailed,
): Promise<RelayNoted | null> {
  const { rows } = await db.query<RelayNoted>(
    `WITH was AS (
       SELECT relay_state, relay_reason, CASE WHEN relay_state = $2 THEN relay_failures ELSE 0 END AS failures
       FROM accounts WHERE account = $1 FOR NO KEY UPDATE),
     noted AS (
       UPDATE accounts a SET relay_state = $2, relay_reason = $3, relay_words = $4,
         relay_since = CASE WHEN a.relay_state = $2 THEN a.relay_since ELSE now() END,
         relay_failures = was.failures + 1, relay_tried_at = now(),
         relay_retry_at = coalesce(
           now() + ($5::double precision[])[least(was.failures + 1, CASE WHEN $6 THEN cardinality($5) END)]
             * interval '1 ms',
           'infinity'::timestamptz)
       FROM was WHERE a.account = $1 AND ($7 OR was.relay_state IN ('untried', 'ready')
         OR (was.relay_state = 'transient' AND $2 = 'bad-credentials'))
       RETURNING a.relay_failures AS failures)
     SELECT was.relay_state AS before, was.relay_reason AS "reasonBefore", noted.failures
     FROM was LEFT JOIN noted ON true`,
    [account, failed.state, failed.reason, failed.words, failed.pausesMs, failed.endless, failed.probe],
  );
  return rows[0] ?? null;
}

/**
 * Notes that the way out works, and wakes the mails that waited for it. Returns how it stood before where that was
 * another or long ago, else null.
 *
 * @param fresh whether a login was seen to work just now
 * @param quietMs how long it is believed without another sign
 */
export function noteRelayWorks(
  db: Queryable & { readonly gather?: Gathers },
  account: AccountId,
  { fresh, quietMs }: { readonly fresh: boolean; readonly quietMs: number },
): Promise<RelayState | null> {
  return together(db, noteAllWork, { account, fresh, quietMs });
}

interface Works {
  readonly account: AccountId;
  readonly fresh: boolean;
  readonly quietMs: number;
}

/** As `noteRelayWorks`; several of one account are one, of which the first learns how it stood. */
async function noteAllWork(db: Queryable, all: readonly Works[]): Promise<readonly (RelayState | null)[]> {
  const noted = new Set<string>();
  const before: (RelayState | null)[] = [];
  for (const one of all) {
    const name = `${String(one.fresh)} ${String(one.quietMs)} ${one.account}`;
    before.push(noted.has(name) ? null : await noteWorks(db, one));
    noted.add(name);
  }
  return before;
}

async function noteWorks(db: Queryable, { account, fresh, quietMs }: Works): Promise<RelayState | null> {
  const { rows } = await db.query<{ before: RelayState; queues: string[] }>(
    `WITH was AS (
       SELECT relay_state AS before FROM accounts
       WHERE account = $1 AND ($2 OR relay_state <> 'bad-credentials')
         AND ($2 OR relay_state <> 'ready' OR relay_tried_at IS NULL OR relay_tried_at < now() - interval '5 minutes')
       FOR NO KEY UPDATE),
     noted AS (
       UPDATE accounts a SET relay_state = 'ready', relay_reason = NULL, relay_words = NULL, relay_failures = 0,
         relay_since = CASE WHEN a.relay_state = 'ready' THEN a.relay_since ELSE now() END,
         relay_tried_at = now(), relay_retry_at = now() + $3::double precision * interval '1 ms'
       FROM was WHERE a.account = $1),
     woken AS (
       UPDATE jobs SET run_at = now() FROM was
       WHERE account = $1 AND queue IN ('mail-out', 'notice-out') AND error = $4 AND state = 'ready' AND owner IS NULL
         AND was.before IN ('transient', 'bad-credentials')
       RETURNING queue)
     SELECT was.before, ARRAY(SELECT DISTINCT queue FROM woken) AS queues FROM was`,
    [account, fresh, quietMs, RELAY_AWAY],
  );
  for (const queue of rows[0]?.queues ?? []) db.notify(JOBS_CHANNEL, queue);
  return rows[0]?.before ?? null;
}

/**
 * When the lobby is told, which is now, that an account's own server refuses mails in this way; null where it was told
 * within a day.
 */
export async function refusalToTell(db: Queryable, account: AccountId, kind: OwnRefusal): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date }>(
    `INSERT INTO relay_refusals (account, kind) VALUES ($1, $2)
     ON CONFLICT (account, kind) DO UPDATE SET told_at = now()
       WHERE relay_refusals.told_at < now() - interval '1 day'
     RETURNING told_at AS at`,
    [account, kind],
  );
  return rows[0]?.at ?? null;
}

/** An account whose way out a process may look at. */
export interface WantedRelay {
  readonly account: AccountId;
  /** Keyed hash of server, user and password: a changed one is tried soon. */
  readonly login: Sought<string>;
}

/**
 * Those of the accounts whose way out is to be looked at now, by this process alone for `turnMs`: what is due, and what
 * has another login than was tried last.
 */
export async function claimRelays(db: Queryable, wanted: readonly WantedRelay[], turnMs: number): Promise<AccountId[]> {
  const { rows } = await db.query<{ account: AccountId }>(
    `WITH due AS (
       SELECT a.account, w.fingerprint FROM accounts a
       JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (account, fingerprint, known) USING (account)
       WHERE a.relay_retry_at <= now()
         OR (NOT coalesce(w.known::jsonb ? a.relay_fingerprint, false)
           AND (a.relay_tried_at IS NULL OR a.relay_state <> 'bad-credentials'
             OR a.relay_tried_at < now() - interval '10 seconds'))
       FOR NO KEY UPDATE OF a SKIP LOCKED)
     UPDATE accounts a SET relay_retry_at = now() + $4::double precision * interval '1 ms',
       relay_fingerprint = due.fingerprint
     FROM due WHERE a.account = due.account RETURNING a.account`,
    [
      wanted.map(({ account }) => account),
      wanted.map(({ login }) => login.make),
      wanted.map(({ login }) => JSON.stringify(login.known)),
      turnMs,
    ],
  );
  return rows.map(({ account }) => account);
}

/** Those of the accounts whose login the way out refuses. */
export async function refusedRelays(db: Queryable, accounts: readonly AccountId[]): Promise<AccountId[]> {
  const { rows } = await db.query<{ account: AccountId }>(
    `SELECT account FROM accounts WHERE account = ANY($1::text[]) AND relay_state = 'bad-credentials'`,
    [accounts],
  );
  return rows.map(({ account }) => account);
}

/**
 * Lets ways out in trouble be tried again soon: somebody has started the program again. Not before `pauseMs` after the
 * last try.
 */
export async function allowRelays(db: Queryable, accounts: readonly AccountId[], pauseMs: number): Promise<void> {
  await db.query(
    `UPDATE accounts SET relay_retry_at = least(relay_retry_at, relay_tried_at + $2::double precision * interval '1 ms')
     WHERE account = ANY($1::text[]) AND relay_state IN ('transient', 'bad-credentials')
       AND relay_tried_at IS NOT NULL`,
    [accounts, pauseMs],
  );
}

/** Legal holds: of what is on hold nothing is purged and nothing erased. One SQL statement a function. */
import type { Queryable } from '../pool.ts';

export type HoldKind = 'account' | 'thread' | 'address';

export interface LegalHold {
  readonly hold: number;
  readonly kind: HoldKind;
  /** The key of an account, a thread, or an address as `addressKey` has it. */
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
}

/** Orders one; false where it is on hold already. */
export async function addHold(
  db: Queryable,
  { kind, subject, reason, by }: Pick<LegalHold, 'kind' | 'subject' | 'reason' | 'by'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO holds (kind, subject, reason, by_whom) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, subject) WHERE released_at IS NULL DO NOTHING`,
    [kind, subject, reason, by],
  );
  return rowCount === 1;
}

/** Ends one; false where there is none. */
export async function releaseHold(
  db: Queryable,
  { kind, subject, by }: Pick<LegalHold, 'kind' | 'subject' | 'by'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE holds SET released_at = now(), released_by = $3
     WHERE kind = $1 AND subject = $2 AND released_at IS NULL`,
    [kind, subject, by],
  );
  return rowCount === 1;
}

/** All of them, the newest first; those that are released too where asked. */
export async function listHolds(db: Queryable, released: boolean): Promise<LegalHold[]> {
  const { rows } = await db.query<LegalHold>(
    `SELECT hold, kind, subject, reason, by_whom AS by, at, released_by AS "releasedBy", released_at AS "releasedAt"
     FROM holds WHERE $1 OR released_at IS NULL ORDER BY hold DESC`,
    [released],
  );
  return rows;
}

/** Whether there is such an account, or such a thread. */
export async function isHoldable(db: Queryable, kind: 'account' | 'thread', subject: string): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `SELECT CASE $1 WHEN 'account' THEN EXISTS (SELECT FROM accounts WHERE account = $2)
       ELSE EXISTS (SELECT FROM threads WHERE thread = $2) END AS there`,
    [kind, subject],
  );
  return rows[0]?.there === true;
}

/**
 * That a thread of an account, each an expression, is on hold: by the account, by itself, or by somebody who has or had
 * a part in it.
 */
export function isOnHold(account: string, thread: string): string {
  return `EXISTS (SELECT FROM holds held WHERE held.released_at IS NULL AND CASE held.kind
    WHEN 'account' THEN held.subject = ${account}
    WHEN 'thread' THEN held.subject = ${thread}
    ELSE EXISTS (SELECT FROM thread_people taking WHERE taking.thread = ${thread} AND taking.address = held.subject)
      OR EXISTS (SELECT FROM thread_recipients taking WHERE taking.thread = ${thread}
        AND taking.address_key = held.subject)
      OR EXISTS (SELECT FROM messages named WHERE named.thread = ${thread}
        AND strpos(lower(named.facts::text), held.subject) > 0) END)`;
}

/**
 * The same of what is in no thread of an account: nobody knows whom it names, so that any address on hold keeps it.
 */
export function isOnHoldOutside(account: string): string {
  return `EXISTS (SELECT FROM holds held WHERE held.released_at IS NULL
    AND (held.kind = 'address' OR (held.kind = 'account' AND held.subject = ${account})))`;
}

/**
 * The conversation that a row `s` of `matrix_sends` tells of: that in whose room it is, or that of which another room
 * is told. Null for what tells of none.
 */
export const TOLD_OF = `coalesce(s.thread, (SELECT told.thread FROM threads told
  WHERE told.thread = split_part(s.subject, ' ', 1)),
  (SELECT told.thread FROM messages told WHERE told.message = coalesce(s.message, split_part(s.subject, ' ', 1))))`;

/** That a row `s` of `matrix_sends` is on hold. */
export const IS_SEND_ON_HOLD = `EXISTS (SELECT FROM holds any_hold WHERE any_hold.released_at IS NULL)
  AND coalesce((SELECT ${isOnHold('s.account', 'of.thread')} FROM (SELECT ${TOLD_OF} AS thread) of
    WHERE of.thread IS NOT NULL),
    ${isOnHoldOutside('s.account')})`;

/** The newest room in which a row `s` of `matrix_sends` was said. */
export const SAID_IN = `coalesce(s.room, (SELECT r.room FROM rooms r WHERE r.thread = s.thread
  ORDER BY r.generation DESC LIMIT 1),
  (SELECT r.room FROM rooms r WHERE s.thread IS NULL AND r.account = s.account AND r.kind = s.own
    ORDER BY r.generation DESC LIMIT 1))`;

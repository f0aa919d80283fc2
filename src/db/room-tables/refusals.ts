/**
 * What the homeserver refuses for good beside events: whom it does not invite, which state of a room it does not take.
 */
import type { AccountId, UserId } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

export interface HomeserverRefusal {
  readonly account: AccountId;
  readonly kind: 'invite' | 'state';
  /** The person, or the type of state: never a text of a stranger. */
  readonly subject: string;
  /** Such as `M_INVITE_BLOCKED`. */
  readonly code: string;
}

/** Writes it down. After 30 days without one it is news again. */
export async function noteRefusedByServer(
  db: Queryable,
  { account, kind, subject, code }: HomeserverRefusal,
): Promise<void> {
  await db.query(
    `INSERT INTO homeserver_refusals AS r (account, kind, subject, code) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account, kind, subject) DO UPDATE SET code = excluded.code, last_at = now(),
       told = r.told AND r.last_at > now() - interval '30 days',
       since = CASE WHEN r.last_at > now() - interval '30 days' THEN r.since ELSE now() END`,
    [account, kind, subject, code],
  );
}

export interface UninvitedMember {
  readonly account: AccountId;
  readonly user: UserId;
  readonly code: string;
  readonly since: Date;
}

/** Who cannot be invited and of whom nobody was told; told from now on. */
export async function tellUninvited(tx: Transaction, accounts: readonly AccountId[]): Promise<UninvitedMember[]> {
  const { rows } = await tx.query<UninvitedMember>(
    `UPDATE homeserver_refusals SET told = true WHERE kind = 'invite' AND NOT told AND account = ANY($1::text[])
     RETURNING account, subject AS user, code, since`,
    [accounts],
  );
  return rows;
}

/** What was refused in the last 24 hours. */
export async function recentRefusals(db: Queryable): Promise<HomeserverRefusal[]> {
  const { rows } = await db.query<HomeserverRefusal>(
    `SELECT account, kind, subject, code FROM homeserver_refusals WHERE last_at > now() - interval '24 hours'
     ORDER BY account, kind, subject`,
  );
  return rows;
}

/** How many of its sends were refused for good in the last 24 hours, by account; none is left out. */
export async function refusedSends(db: Queryable): Promise<ReadonlyMap<AccountId, number>> {
  const { rows } = await db.query<{ account: AccountId; count: number }>(
    `SELECT account, count(*) AS count FROM matrix_sends
     WHERE error IS NOT NULL AND state <> 'withdrawn' AND at > now() - interval '24 hours' GROUP BY account`,
  );
  return new Map(rows.map(({ account, count }) => [account, count]));
}

/**
 * What a person says about mails of all rooms: by a keyed hash of their address, so that it outlives an erasure. Under
 * several versions of the key the newest row counts, and a stop of any. One SQL statement a function.
 */
import type { GuestDelivery, GuestPerson } from '../../bridge/guest/guest.ts';
import type { AccountId, Sought } from '../../bridge/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

export interface GuestWishes {
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Null where they left that to the room. */
  readonly delivery: GuestDelivery | null;
}

/** @param persons what the person is called under each version of the key (`IdKey.guestPerson`) */
export async function guestWishes(db: Queryable, persons: readonly GuestPerson[]): Promise<GuestWishes> {
  const { rows } = await db.query<{ stopped: boolean; paused: boolean; delivery: GuestDelivery | null }>(
    `SELECT coalesce(bool_or(stopped_at IS NOT NULL), false) AS stopped,
       coalesce(bool_or(paused_at IS NOT NULL), false) AS paused, max(delivery) AS delivery
     FROM guest_people WHERE person = ANY($1::text[])`,
    [persons],
  );
  return rows[0] ?? { stopped: false, paused: false, delivery: null };
}

/** They answered an invitation. */
export async function personConsented(tx: Transaction, account: AccountId, person: GuestPerson): Promise<void> {
  await tx.query(
    `INSERT INTO guest_people AS p (person, account, consented_at) VALUES ($1, $2, now())
     ON CONFLICT (person) DO UPDATE SET consented_at = coalesce(p.consented_at, now())`,
    [person, account],
  );
}

/** They want no mails of any room. False where they had said so. */
export async function personStopped(
  tx: Transaction,
  account: AccountId,
  person: GuestPerson,
  by: 'mail' | 'click',
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO guest_people AS p (person, account, stopped_at, stopped_by) VALUES ($1, $2, now(), $3)
     ON CONFLICT (person) DO UPDATE SET stopped_at = now(), stopped_by = $3 WHERE p.stopped_at IS NULL`,
    [person, account, by],
  );
  return rowCount === 1;
}

/** They take back that they want none. False where they had not said so. */
export async function personStarted(tx: Transaction, persons: readonly GuestPerson[]): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE guest_people SET stopped_at = NULL, stopped_by = NULL, paused_at = NULL, consented_at = now()
     WHERE person = ANY($1::text[]) AND stopped_at IS NOT NULL`,
    [persons],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Nothing for now (`delivery` null), or again, so often. What they said under older versions of the key counts no more.
 *
 * @param person what they are called under the newest version of the key, and under each
 */
export async function personWants(
  tx: Transaction,
  account: AccountId,
  person: Sought<GuestPerson>,
  delivery: GuestDelivery | null,
): Promise<void> {
  await tx.query(
    `WITH before AS (
       UPDATE guest_people SET paused_at = NULL, delivery = CASE WHEN $3::text IS NULL THEN delivery END
       WHERE person = ANY($4::text[]) AND person <> $1)
     INSERT INTO guest_people AS p (person, account, paused_at, delivery)
     VALUES ($1, $2, CASE WHEN $3::text IS NULL THEN now() END, $3)
     ON CONFLICT (person) DO UPDATE SET paused_at = excluded.paused_at,
       delivery = coalesce(excluded.delivery, p.delivery)`,
    [person.make, account, delivery, person.known],
  );
}

/** The guests of rooms (`bridge/guest/guest.ts`), and the invitations of them. One SQL statement a function. */
import type { GuestId, GuestPerson, GuestState } from '../../bridge/guest/guest.ts';
import type { AccountId, MessageKey, ThreadId, UserId } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';

export interface GuestRow {
  readonly guest: GuestId;
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** `addressKey`. */
  readonly key: string;
  readonly address: Address;
  readonly name: string;
  readonly person: GuestPerson;
  readonly state: GuestState;
  readonly invitedBy: UserId;
  /** Their welcome mail (notices). */
  readonly welcome: MessageKey | null;
}

const GUEST =
  'guest, account, thread, address_key AS key, address, name, person, state, invited_by AS "invitedBy", welcome';

/**
 * The entry of guest_messages behind which a guest gets what is said: what was said before they came is not theirs, but
 * for the last that whoever invited them asked for.
 */
const SINCE = `(SELECT coalesce(min(entry) - 1, (SELECT coalesce(max(entry), 0) FROM guest_messages m
     WHERE m.thread = g.thread)) FROM (
       SELECT entry FROM guest_messages m WHERE m.thread = g.thread AND m.kind IN ('said', 'mail')
       ORDER BY entry DESC LIMIT g.last_asked) last)`;

/** Invites an address, also one that was there before; its row. The caller has decided that it may be. */
export async function addGuest(
  tx: Transaction,
  guest: Omit<GuestRow, 'state'> & { readonly last: number },
): Promise<GuestRow> {
  const { rows } = await tx.query<GuestRow>(
    `INSERT INTO guests AS g (guest, account, thread, address_key, address, name, person, state, invited_by, last_asked,
       welcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'invited', $8, $9, $10)
     ON CONFLICT (thread, address_key) DO UPDATE SET state = 'invited', invited_by = excluded.invited_by,
       invited_at = now(), last_asked = excluded.last_asked, since = NULL, welcome = excluded.welcome,
       person = excluded.person, name = CASE WHEN excluded.name = '' THEN g.name ELSE excluded.name END
     RETURNING ${GUEST}`,
    [
      guest.guest,
      guest.account,
      guest.thread,
      guest.key,
      guest.address,
      guest.name,
      guest.person,
      guest.invitedBy,
      guest.last,
      guest.welcome,
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a guest was not added');
  return row;
}

/** From now on they get what is said. False where they were not in that state. */
export async function activateGuest(tx: Transaction, guest: GuestId, from: 'invited' | 'stopped'): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE guests g SET state = 'active', since = ${SINCE} WHERE guest = $1 AND state = $2`,
    [guest, from],
  );
  return rowCount === 1;
}

/** They get nothing any more. False where they got nothing already. */
export async function endGuest(
  tx: Transaction,
  guest: GuestId,
  state: Extract<GuestState, 'stopped' | 'removed' | 'failed'>,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE guests SET state = $2, last_asked = 0 WHERE guest = $1 AND state IN ('invited', 'active')`,
    [guest, state],
  );
  return rowCount === 1;
}

/** Locked until the transaction ends; null for an address that is none of the room's guests. */
export async function lockGuest(tx: Transaction, thread: ThreadId, key: string): Promise<GuestRow | null> {
  const { rows } = await tx.query<GuestRow>(
    `SELECT ${GUEST} FROM guests WHERE thread = $1 AND address_key = $2 FOR UPDATE`,
    [thread, key],
  );
  return rows[0] ?? null;
}

/** All that a room has had, in the order in which they were invited. */
export async function guestsOf(db: Queryable, thread: ThreadId): Promise<GuestRow[]> {
  const { rows } = await db.query<GuestRow>(
    `SELECT ${GUEST} FROM guests WHERE thread = $1 ORDER BY invited_at, guest LIMIT 1000`,
    [thread],
  );
  return rows;
}

export async function loadGuest(db: Queryable, guest: string): Promise<GuestRow | null> {
  const { rows } = await db.query<GuestRow>(`SELECT ${GUEST} FROM guests WHERE guest = $1`, [guest]);
  return rows[0] ?? null;
}

/** An address as a guest of all rooms of the account, in the order of their ids, locked until the transaction ends. */
export async function lockGuestsOf(tx: Transaction, account: AccountId, key: string): Promise<GuestRow[]> {
  const { rows } = await tx.query<GuestRow>(
    `SELECT ${GUEST} FROM guests WHERE account = $1 AND address_key = $2 ORDER BY guest FOR UPDATE`,
    [account, key],
  );
  return rows;
}

/** Whose welcome mail this is; null for every other mail of ours. */
export async function guestWelcomedBy(db: Queryable, account: AccountId, welcome: string): Promise<GuestRow | null> {
  const { rows } = await db.query<GuestRow>(`SELECT ${GUEST} FROM guests WHERE account = $1 AND welcome = $2`, [
    account,
    welcome,
  ]);
  return rows[0] ?? null;
}

/** Invitations within 24 hours; whoever counts waits for whoever has counted, until their transactions end. */
export async function countInvitations(
  tx: Transaction,
  of: { readonly account: AccountId; readonly by: UserId; readonly persons: readonly GuestPerson[] },
): Promise<{ readonly byMember: number; readonly byAll: number; readonly ofPerson: number }> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('guest invitations ' || $1, 0))`, [of.account]);
  const { rows } = await tx.query<{ byMember: number; byAll: number; ofPerson: number }>(
    `SELECT count(*) FILTER (WHERE by_user = $2) AS "byMember", count(*) AS "byAll",
       count(*) FILTER (WHERE person = ANY($3::text[])) AS "ofPerson"
     FROM guest_invitations WHERE account = $1 AND at > now() - interval '1 day'`,
    [of.account, of.by, of.persons],
  );
  return rows[0] ?? { byMember: 0, byAll: 0, ofPerson: 0 };
}

export async function noteInvitation(
  tx: Transaction,
  of: { readonly account: AccountId; readonly by: UserId; readonly person: GuestPerson },
): Promise<void> {
  await tx.query(
    `WITH old AS (DELETE FROM guest_invitations WHERE account = $1 AND at < now() - interval '7 days')
     INSERT INTO guest_invitations (account, by_user, person) VALUES ($1, $2, $3)`,
    [of.account, of.by, of.person],
  );
}

/**
 * Mails made of what was said, for one guest each. A mail has its row, closed, before its bytes are written; it is
 * frozen with the word that its guest has been told, in one transaction. One SQL statement a function.
 */
import type { GuestId } from '../../bridge/guest/guest.ts';
import type { AccountId, EventId, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { MessageId, Person } from '../../mail/types.ts';
import { JOBS_CHANNEL } from '../../queue/queue.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** A mail for a guest before it has bytes. */
export interface NewGuestMail {
  readonly outgoing: MessageKey;
  readonly account: AccountId;
  readonly guest: GuestId;
  readonly thread: ThreadId;
  readonly room: RoomId;
  readonly messageId: MessageId;
  readonly to: Person;
  /** Of the Matrix thread that it is of; null for the room. */
  readonly root: EventId | null;
  readonly event: EventId | null;
}

/** Makes the rows of a mail, closed and without a job; one that is there stays, unless it left: false. */
export async function openGuestMail(db: Queryable, bot: UserId, mail: NewGuestMail): Promise<boolean> {
  const recipients = { to: [mail.to], cc: [], why: { kind: 'chosen', of: mail.to.address }, answers: null };
  const { rows } = await db.query<{ state: string }>(
    `WITH made AS (
       INSERT INTO outgoing (outgoing, account, thread, room, author, recipients, message_id, send_after, send_by,
         state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now(), now(), 'closed')
       ON CONFLICT (outgoing) DO UPDATE SET recipients = excluded.recipients, state = 'closed', settled_at = NULL
         WHERE outgoing.frozen_at IS NULL
       RETURNING outgoing, account, state)
     INSERT INTO guest_mails (outgoing, account, guest, thread, root, event)
     SELECT outgoing, account, $8, $3, $9, $10 FROM made
     ON CONFLICT (outgoing) DO UPDATE SET root = excluded.root, event = excluded.event, at = now()
     RETURNING 'closed' AS state`,
    [
      mail.outgoing,
      mail.account,
      mail.thread,
      mail.room,
      bot,
      JSON.stringify(recipients),
      mail.messageId,
      mail.guest,
      mail.root,
      mail.event,
    ],
  );
  return rows.length === 1;
}

/** Hands frozen mails to their way out. */
export async function sendGuestMails(tx: Transaction, outgoing: readonly MessageKey[]): Promise<void> {
  await tx.query(
    `INSERT INTO jobs (account, queue, key, subject)
     SELECT account, 'mail-out', outgoing, outgoing FROM outgoing WHERE outgoing = ANY($1::text[]) AND state = 'frozen'
     ON CONFLICT (queue, subject) DO NOTHING`,
    [outgoing],
  );
  tx.notify(JOBS_CHANNEL, 'mail-out');
}

/** Mails of a guest that were begun and are not made any more, as what they tell is told otherwise or not at all. */
export async function dropBegunMails(tx: Transaction, guest: GuestId): Promise<void> {
  await tx.query(
    `UPDATE outgoing o SET state = 'cancelled', settled_at = now() FROM guest_mails g
     WHERE g.guest = $1 AND o.outgoing = g.outgoing AND o.state = 'closed'`,
    [guest],
  );
}

/**
 * When mails were made for a guest within the last day, milliseconds since the epoch, and whether one is on its way.
 */
export async function guestMailTimes(
  db: Queryable,
  guest: GuestId,
): Promise<{ readonly mails: readonly number[]; readonly behind: boolean }> {
  const { rows } = await db.query<{ at: number; state: string }>(
    `SELECT (extract(epoch FROM o.frozen_at) * 1000)::double precision AS at, o.state
     FROM guest_mails g JOIN outgoing o USING (outgoing)
     WHERE g.guest = $1 AND o.frozen_at IS NOT NULL AND (
       o.frozen_at > now() - interval '1 day' OR o.state IN ('frozen', 'trying', 'deferred'))`,
    [guest],
  );
  const behind = rows.some(({ state }) => state === 'frozen' || state === 'trying' || state === 'deferred');
  return { mails: rows.map(({ at }) => at), behind };
}

/** The first and the last mail that a guest has of the room or of one of its Matrix threads; null for none. */
export async function guestConversation(
  db: Queryable,
  guest: GuestId,
  root: EventId | null,
): Promise<{ readonly first: MessageId; readonly last: MessageId } | null> {
  const { rows } = await db.query<{ first: MessageId | null; last: MessageId | null }>(
    `SELECT (array_agg(o.message_id ORDER BY o.frozen_at))[1] AS first,
       (array_agg(o.message_id ORDER BY o.frozen_at DESC))[1] AS last
     FROM guest_mails g JOIN outgoing o USING (outgoing)
     WHERE g.guest = $1 AND g.root IS NOT DISTINCT FROM $2 AND o.frozen_at IS NOT NULL AND o.state <> 'cancelled'`,
    [guest, root],
  );
  const [{ first, last } = { first: null, last: null }] = rows;
  return first === null || last === null ? null : { first, last };
}

/** From here on the guest is told what stands behind an entry; never goes back. */
export async function guestTold(
  tx: Transaction,
  { guest, account }: { readonly guest: GuestId; readonly account: AccountId },
  to: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO guest_progress AS p (guest, account, read_to) VALUES ($1, $2, $3)
     ON CONFLICT (guest) DO UPDATE SET read_to = greatest(p.read_to, excluded.read_to)`,
    [guest, account, to],
  );
}

/**
 * Locks what is said in a room until the transaction ends: nothing is put down meanwhile. The thread first, as mails
 * that come in lock it.
 */
export async function lockGuestRoom(tx: Transaction, thread: ThreadId): Promise<void> {
  await tx.query('SELECT FROM threads WHERE thread = $1 FOR NO KEY UPDATE', [thread]);
  await tx.query('SELECT FROM guest_rooms WHERE thread = $1 FOR UPDATE', [thread]);
}

/** What a mail of ours for a guest told last, in the room; null for every other mail. */
export async function eventOfGuestMail(db: Queryable, outgoing: MessageKey): Promise<EventId | null> {
  const { rows } = await db.query<{ event: EventId | null }>('SELECT event FROM guest_mails WHERE outgoing = $1', [
    outgoing,
  ]);
  return rows[0]?.event ?? null;
}

/**
 * Where an account's mailbox follows: how far its team has read, what is to be done in the mailbox, and what was seen
 * to change there. Only mails that stand in the room of their conversation are touched; one that is held, waits, is in
 * quarantine, or of which the room has a notice in its place, is none of them.
 */
import { z } from 'zod';
import type { MailboxChange, ReadingFacts } from '../../bridge/helpdesk/mailbox-follow.ts';
import type { AccountId, EventId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import { addJob } from '../../queue/queue.ts';
import type { Queryable, Transaction } from '../pool.ts';

/** How far somebody has read a room. */
export interface NewReceipt {
  readonly room: RoomId;
  readonly user: UserId;
  readonly event: EventId;
  /** The first event of the Matrix thread that it is about; null for the room itself. */
  readonly root: EventId | null;
}

/** What people of a team have read lately is looked at after what they read is written down as sent. */
const LOOK_AFTER_MS = 1_000;

/**
 * Stores receipts of people in the rooms of conversations of an account, with the jobs that look what they come to.
 * Those of other rooms, and of people who are not in `team`, are left out.
 */
export async function storeReceipts(
  tx: Transaction,
  account: AccountId,
  team: readonly UserId[],
  receipts: readonly NewReceipt[],
  how: { readonly pushed: boolean },
): Promise<void> {
  const members = new Set(team);
  const theirs = receipts.filter(({ user }) => members.has(user));
  if (theirs.length === 0) return;
  // One row a person, room and thread: of several the last.
  const newest = new Map(theirs.map((one) => [JSON.stringify([one.room, one.user, one.root]), one]));
  const rows = [...newest.values()];
  const { rows: stored } = await tx.query<{ room: RoomId; user_id: UserId; event: EventId }>(
    `INSERT INTO read_receipts AS r (room, user_id, root, account, event, pushed)
     SELECT n.room, n.user_id, n.root, $1, n.event, $6
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS n (room, user_id, root, event)
     JOIN rooms ON rooms.room = n.room AND rooms.account = $1 AND rooms.kind = 'thread'
     ON CONFLICT (room, user_id, root) DO UPDATE SET event = excluded.event, at = now(),
       pushed = r.pushed OR excluded.pushed
     -- Never back to what stands above: what somebody says may be known before the receipt that came first.
     WHERE (r.event <> excluded.event OR r.pushed < excluded.pushed)
       AND coalesce((SELECT received_at FROM events WHERE event = excluded.event)
         >= (SELECT received_at FROM events WHERE event = r.event), true)
     RETURNING room, user_id, event`,
    [
      account,
      rows.map(({ room }) => room),
      rows.map(({ user }) => user),
      rows.map(({ root }) => root ?? ''),
      rows.map(({ event }) => event),
      how.pushed,
    ],
  );
  for (const { room, user_id: user, event } of stored) await lookAtReading(tx, account, room, `${user}:${event}`);
}

/** Whether any receipt was ever pushed for an account. */
export async function receiptsCome(db: Queryable, account: AccountId): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM read_receipts WHERE account = $1 AND pushed LIMIT 1', [account]);
  return rows.length > 0;
}

/** What was read in a room is looked at soon. @param why names the fact that asks for it, so that each asks once */
export async function lookAtReading(tx: Transaction, account: AccountId, room: RoomId, why: string): Promise<void> {
  const job = { account, queue: 'mailbox', key: `${account}:read`, delayMs: LOOK_AFTER_MS } as const;
  await addJob(tx, { ...job, subject: `read:${JSON.stringify([room, why])}` });
}

/**
 * The first part of a message where it stands in the room of its conversation with its own words. `g` is the message.
 */
const SHOWN = `LATERAL (
    SELECT s.event, s.state, s.error, s.purpose FROM matrix_sends s
    WHERE s.message = g.message AND s.thread = g.thread AND s.purpose IN ('part', 'unread', 'report', 'repeated')
    ORDER BY s.at DESC, s.part LIMIT 1) p
  ON p.state = 'sent' AND p.event IS NOT NULL AND p.error IS NULL AND p.purpose <> 'unread'`;

/**
 * The mails of watched mailboxes that stand in the room of the thread $1, each copy, with their first event there. One
 * that is a reaction stands on the message that it is about.
 */
const STANDING = `(
    SELECT m.mail, m.account, p.event FROM messages g JOIN ${SHOWN}
    JOIN mails m ON m.message = g.message AND m.account = g.account AND m.role = 'watched' AND m.state = 'decided'
    WHERE g.thread = $1 AND g.direction = 'in'
    UNION ALL
    SELECT m.mail, m.account, s.event FROM messages g
    JOIN matrix_sends s ON s.message = g.message AND s.thread = g.thread AND s.purpose = 'reacted'
      AND s.state = 'sent' AND s.event IS NOT NULL AND s.error IS NULL
    JOIN mails m ON m.message = s.subject AND m.account = g.account AND m.role = 'watched' AND m.state = 'decided'
    WHERE g.thread = $1) m`;

/** What the decision on a room's reading takes (`mailsRead`), and what is not known yet. */
export interface LoadedReading {
  readonly account: AccountId;
  readonly reading: Omit<ReadingFacts, 'team'>;
  /** A receipt is about an event that we were not told of, or of a send that is not written down as sent. */
  readonly isEarly: boolean;
}

const originTs = z.object({ origin_server_ts: z.number() });

function tsOf(body: Buffer): number {
  const text = body.toString('utf8');
  return originTs.catch({ origin_server_ts: 0 }).parse(JSON.parse(text)).origin_server_ts;
}

interface PlaceRow {
  event: EventId;
  received_at: Date | null;
  body: Buffer | null;
}

function placeOf({ event, received_at: at, body }: PlaceRow) {
  return at === null || body === null ? null : { event, at, ts: tsOf(body) };
}

/** Null where it is no room of a conversation that is in use. */
export async function loadReading(db: Queryable, room: RoomId): Promise<LoadedReading | null> {
  const { rows } = await db.query<{ account: AccountId; thread: ThreadId; claimed_by: UserId | null }>(
    `SELECT r.account, r.thread, w.claimed_by FROM rooms r LEFT JOIN thread_work w USING (thread)
     WHERE r.room = $1 AND r.kind = 'thread' AND r.state = 'active' AND r.thread IS NOT NULL`,
    [room],
  );
  const [at] = rows;
  if (at === undefined) return null;
  const members = await db.query<{ user: UserId }>(
    `SELECT user_id AS "user" FROM members WHERE room = $1 AND membership = 'join'`,
    [room],
  );
  const receipts = await db.query<PlaceRow & { user_id: UserId; root: string; unsettled: boolean }>(
    `SELECT r.user_id, r.root, r.event, e.received_at, e.body,
       r.at > now() - interval '1 minute' AND (e.event IS NULL OR e.type = 'm.room.message'
         AND EXISTS (SELECT FROM ghosts g WHERE g.user_id = e.sender)
         AND NOT EXISTS (SELECT FROM matrix_sends s WHERE s.event = r.event)) AS unsettled
     FROM read_receipts r LEFT JOIN events e ON e.event = r.event AND e.room = r.room WHERE r.room = $1`,
    [room],
  );
  return {
    account: at.account,
    isEarly: receipts.rows.some(({ unsettled }) => unsettled),
    reading: {
      claimedBy: at.claimed_by,
      joined: members.rows.map(({ user }) => user),
      receipts: receipts.rows.flatMap(({ user_id: user, root, ...row }) => {
        const place = placeOf(row);
        return place === null ? [] : [{ user, ofThread: root !== '', place }];
      }),
      mails: await unmarkedMails(db, at.thread),
    },
  };
}

async function unmarkedMails(db: Queryable, thread: ThreadId): Promise<ReadingFacts['mails']> {
  const { rows } = await db.query<PlaceRow & { mail: number }>(
    `SELECT m.mail, m.event, e.received_at, e.body FROM ${STANDING} LEFT JOIN events e ON e.event = m.event
     WHERE NOT EXISTS (SELECT FROM mailbox_acts a WHERE a.mail = m.mail AND a.kind = 'seen')`,
    [thread],
  );
  return rows.map(({ mail, ...row }) => ({ mail, event: row.event, place: placeOf(row) }));
}

/** What is done with a mail in its mailbox. */
export type ActKind = 'seen' | 'archive';

/** Mails are to be marked as read. */
export async function planSeen(tx: Transaction, account: AccountId, mails: readonly number[]): Promise<void> {
  const { rows } = await tx.query<{ act: number }>(
    `INSERT INTO mailbox_acts (account, mail, kind) SELECT $1, n, 'seen' FROM unnest($2::bigint[]) n
     ON CONFLICT (mail, kind) DO NOTHING RETURNING act`,
    [account, mails],
  );
  await addActs(tx, account, 'seen', rows, 0);
}

/**
 * The mails of a conversation that stand in its room are to be archived, unless it is opened again within `delayMs`.
 */
export async function planArchive(
  tx: Transaction,
  at: { readonly account: AccountId; readonly thread: ThreadId; readonly version: number },
  delayMs: number,
): Promise<void> {
  const { rows } = await tx.query<{ act: number }>(
    `INSERT INTO mailbox_acts AS a (account, mail, kind, thread, due_at)
     SELECT DISTINCT m.account, m.mail, 'archive', $1::text, now() + $3::double precision * interval '1 ms'
     FROM ${STANDING} WHERE m.account = $2
     ON CONFLICT (mail, kind) DO UPDATE SET state = 'waiting', thread = excluded.thread, at = now(),
       due_at = excluded.due_at
       WHERE a.state IN ('dropped', 'refused')
     RETURNING act`,
    [at.thread, at.account, delayMs],
  );
  // An act that was dropped has its number already.
  await addActs(tx, at.account, 'archive', rows, delayMs, `:${at.thread}:${String(at.version)}`);
}

async function addActs(
  tx: Transaction,
  account: AccountId,
  kind: ActKind,
  rows: readonly { readonly act: number }[],
  delayMs: number,
  detail = '',
): Promise<void> {
  if (rows.length === 0) return;
  const last = Math.max(...rows.map(({ act }) => act));
  const job = { account, queue: 'mailbox', key: `${account}:${kind}`, delayMs } as const;
  await addJob(tx, { ...job, subject: `${kind}:${String(last)}${detail}` });
}

/** Something that is to be done, and where the mail lay when it was last known. */
export interface MailboxAct {
  readonly act: number;
  readonly mailbox: string;
  readonly uidvalidity: number;
  readonly uid: number;
  readonly messageId: string | null;
  /** It was begun before, and may have been done. */
  readonly tried: boolean;
}

/**
 * Up to `most` acts of an account, written down as begun: from here on what becomes of their mails may be our doing.
 * What was to be archived of conversations that are open again is dropped, and mails that were not found again under a
 * new UIDVALIDITY are gone. The acts of one mailbox alone.
 */
export async function beginActs(
  db: Queryable,
  account: AccountId,
  kind: ActKind,
  most: number,
): Promise<readonly MailboxAct[]> {
  if (kind === 'archive') {
    await db.query(
      `UPDATE mailbox_acts a SET state = 'dropped', at = now()
       WHERE a.account = $1 AND a.kind = 'archive' AND a.state = 'waiting'
         AND NOT EXISTS (SELECT FROM thread_work w WHERE w.thread = a.thread AND w.state = 'done')`,
      [account],
    );
  }
  await db.query(
    `UPDATE mailbox_acts a SET state = 'gone', at = now() FROM mails m JOIN mailboxes b USING (account, mailbox)
     WHERE a.account = $1 AND a.kind = $2 AND a.state IN ('waiting', 'trying') AND m.mail = a.mail
       AND b.uidvalidity <> m.uidvalidity`,
    [account, kind],
  );
  const { rows } = await db.query<MailboxAct>(
    `WITH open AS (
       SELECT a.act, a.state = 'trying' AS tried, m.mailbox, m.uidvalidity, m.uid, m.message_id
       FROM mailbox_acts a JOIN mails m USING (mail)
       WHERE a.account = $1 AND a.kind = $2
         AND (a.state = 'trying' OR a.state = 'waiting' AND a.due_at <= now())
     ), chosen AS (
       SELECT * FROM open WHERE (mailbox, uidvalidity) = (SELECT mailbox, uidvalidity FROM open ORDER BY act LIMIT 1)
       ORDER BY act LIMIT $3
     ), begun AS (
       UPDATE mailbox_acts a SET state = 'trying', at = now() FROM chosen c WHERE a.act = c.act RETURNING a.act)
     SELECT c.act, c.tried, c.mailbox, c.uidvalidity, c.uid, c.message_id AS "messageId"
     FROM chosen c JOIN begun USING (act) ORDER BY c.act`,
    [account, kind, most],
  );
  return rows;
}

/** How an act ended. */
export interface ActEnd {
  readonly act: number;
  readonly state: 'done' | 'found' | 'gone' | 'refused';
  readonly how?: 'moved' | 'flagged';
  readonly movedTo?: string;
}

/** Writes down what became of acts. */
export async function endActs(tx: Queryable, ends: readonly ActEnd[]): Promise<void> {
  if (ends.length === 0) return;
  await tx.query(
    `UPDATE mailbox_acts a SET state = n.state, how = n.how, moved_to = n.moved_to, at = now()
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS n (act, state, how, moved_to)
     WHERE a.act = n.act AND a.state = 'trying'`,
    [
      ends.map(({ act }) => act),
      ends.map(({ state }) => state),
      ends.map(({ how }) => how ?? null),
      ends.map(({ movedTo }) => movedTo ?? null),
    ],
  );
}

/** A change in the mailbox that nobody was told of yet, with what the decision takes. */
export interface UntoldChange extends MailboxChange {
  readonly change: number;
  readonly messageId: string | null;
}

/** The changes up to a number, oldest first. */
export async function untoldChanges(db: Queryable, account: AccountId, upTo: number): Promise<UntoldChange[]> {
  const { rows } = await db.query<UntoldChange>(
    `SELECT c.change, c.kind, m.message_id AS "messageId", g.message, g.thread, p.event,
       EXISTS (SELECT FROM mailbox_acts a WHERE a.mail = c.mail AND a.kind = 'archive'
         AND a.how IS DISTINCT FROM 'flagged' AND a.state IN ('trying', 'done', 'found', 'gone')) AS "byUs",
       EXISTS (SELECT FROM mailbox_acts a JOIN mails n USING (mail) WHERE n.message = m.message AND a.kind = 'seen')
         AS "readHere",
       EXISTS (SELECT FROM mails n LEFT JOIN mailbox_standing s USING (mail) WHERE n.message = m.message
         AND n.mail <> m.mail AND n.account = c.account AND n.role = 'watched' AND s.gone_at IS NULL
         AND s.deleted IS NOT TRUE
         AND EXISTS (SELECT FROM mailboxes b WHERE b.account = n.account AND b.mailbox = n.mailbox
           AND b.uidvalidity = n.uidvalidity)) AS "elsewhereToo",
       coalesce(w.state = 'done', false) AS done
     FROM mailbox_changes c JOIN mails m USING (mail)
     LEFT JOIN (messages g JOIN ${SHOWN}) ON g.message = m.message AND g.direction = 'in' AND m.state = 'decided'
     LEFT JOIN thread_work w ON w.thread = g.thread
     WHERE c.account = $1 AND c.change <= $2 AND NOT c.told ORDER BY c.change`,
    [account, upTo],
  );
  return rows;
}

/** It is decided what the rooms are told of these changes. */
export async function changesTold(tx: Queryable, changes: readonly number[]): Promise<void> {
  await tx.query('UPDATE mailbox_changes SET told = true WHERE change = ANY($1::bigint[])', [changes]);
}

/**
 * Who gets the mails of a thread by the choice of people, how those are written, and what stays inside. One statement a
 * function.
 */
import { z } from 'zod';
import type { Chosen, Keyed } from '../../bridge/recipients/recipients.ts';
import type { SaidEvent } from '../../bridge/to-mail/mail-history.ts';
import type { AccountId, EventId, JsonObject, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { Address, Person } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { readMessageFacts, threadPeople } from '../thread-tables/threads.ts';

/**
 * Whom people added to a thread or took out of it, in the order in which they did.
 *
 * @param writers whose mails count as having written since: with `verified` not those of somebody who only claims the
 *   address
 */
export async function loadChosen(
  db: Queryable,
  thread: ThreadId,
  writers: 'all' | 'verified' = 'all',
): Promise<Chosen[]> {
  const { rows } = await db.query<{ address: Address; name: string; field: Chosen['field']; wrote: boolean }>(
    `SELECT r.address, r.name, CASE WHEN r.banned THEN 'banned' ELSE r.field END AS field, r.field = 'none' AND EXISTS (
       SELECT FROM messages m WHERE m.thread = r.thread AND m.direction = 'in' AND m.at > r.at
         AND lower(m.facts -> 'from' -> 0 ->> 'address') = lower(r.address)
         AND ($2 = 'all' OR m.facts ->> 'sender' IS NULL OR m.facts #>> '{sender,as}' = 'self'
              OR m.facts #>> '{sender,verdict}' = 'pass')) AS wrote
     FROM thread_recipients r WHERE r.thread = $1 ORDER BY r.at, r.address_key`,
    [thread, writers],
  );
  return rows.map(({ address, name, field, wrote }) => ({ address, name, field, wroteSince: wrote }));
}

/** Adds somebody to the answers of a thread (`quoted`: they know what was said before), or takes them out. */
export async function chooseRecipient(
  tx: Transaction,
  choice: {
    readonly account: AccountId;
    readonly thread: ThreadId;
    readonly person: Keyed;
    readonly field: Chosen['field'];
    readonly by: UserId;
    readonly quoted: boolean;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO thread_recipients (account, thread, address_key, address, name, field, decided_by, quoted_in, banned)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 = 'banned' THEN 'none' ELSE $6 END, $7, CASE WHEN $8 THEN '' END,
       $6 = 'banned')
     ON CONFLICT (thread, address_key) DO UPDATE SET field = excluded.field, decided_by = excluded.decided_by, at =
     now(), banned = excluded.banned,
       name = CASE WHEN excluded.name = '' THEN thread_recipients.name ELSE excluded.name END`,
    [
      choice.account,
      choice.thread,
      choice.person.key,
      choice.person.address,
      choice.person.name,
      choice.field,
      choice.by,
      choice.quoted,
    ],
  );
}

/** A ban is lifted: what the mails say counts again. False where there was none. */
export async function unbanRecipient(tx: Transaction, thread: ThreadId, key: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'DELETE FROM thread_recipients WHERE thread = $1 AND address_key = $2 AND banned',
    [thread, key],
  );
  return rowCount === 1;
}

/** Who is banned from the room of a thread, and gets nothing of it. */
export async function bannedFrom(db: Queryable, thread: ThreadId): Promise<Address[]> {
  const { rows } = await db.query<{ address: Address }>(
    'SELECT address FROM thread_recipients WHERE thread = $1 AND banned ORDER BY at, address_key',
    [thread],
  );
  return rows.map(({ address }) => address);
}

/** Which of these addresses no mail of the thread has gone to, nor come from, nor named. */
export async function outsideOf(db: Queryable, thread: ThreadId, people: readonly Keyed[]): Promise<Keyed[]> {
  if (people.length === 0) return [];
  const { rows } = await db.query<{ key: string }>(
    `SELECT k.key FROM unnest($2::text[]) AS k (key)
     WHERE NOT EXISTS (
         SELECT FROM thread_people p WHERE p.thread = $1 AND p.address = k.key AND p.via <> 'room'
           AND (p.standing = 'participant' OR (p.standing = 'newcomer' AND p.via = 'from')))
       AND NOT EXISTS (
         SELECT FROM outgoing_recipients r JOIN outgoing o USING (outgoing)
         WHERE o.thread = $1 AND r.field = 'bcc' AND lower(r.address) = k.key)`,
    [thread, people.map(({ key }) => key)],
  );
  const outside = new Set(rows.map(({ key }) => key));
  return people.filter(({ key }) => outside.has(key));
}

/** How people want the mails of a thread to be written. */
export interface ThreadWriting {
  readonly from: Address | null;
  readonly subject: string | null;
  readonly senderOnly: boolean;
}

export async function loadWriting(db: Queryable, thread: ThreadId): Promise<ThreadWriting> {
  const { rows } = await db.query<{ from_address: Address | null; subject: string | null; sender_only: boolean }>(
    'SELECT from_address, subject, sender_only FROM thread_writing WHERE thread = $1',
    [thread],
  );
  const row = rows[0];
  return { from: row?.from_address ?? null, subject: row?.subject ?? null, senderOnly: row?.sender_only ?? false };
}

/** Changes what is given, and leaves the rest. */
export async function setWriting(
  tx: Transaction,
  account: AccountId,
  thread: ThreadId,
  writing: Partial<ThreadWriting>,
): Promise<void> {
  await tx.query(
    `INSERT INTO thread_writing AS w (thread, account, from_address, subject, sender_only)
     VALUES ($1, $2, $3, $4, coalesce($5, false))
     ON CONFLICT (thread) DO UPDATE SET from_address = coalesce($3, w.from_address), subject = coalesce($4, w.subject),
       sender_only = coalesce($5, w.sender_only)`,
    [thread, account, writing.from ?? null, writing.subject ?? null, writing.senderOnly ?? null],
  );
}

/**
 * Claims for a mail that it quotes the thread for those of its recipients who do not know it; the keys of those.
 * Claimed once: the same mail gets the same answer again, another mail does not get them.
 */
export async function claimHistory(
  db: Queryable,
  thread: ThreadId,
  outgoing: MessageKey,
  people: readonly Keyed[],
): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `UPDATE thread_recipients SET quoted_in = $2
     WHERE thread = $1 AND field <> 'none' AND address_key = ANY($3::text[]) AND (quoted_in IS NULL OR quoted_in = $2)
     RETURNING address_key AS key`,
    [thread, outgoing, people.map(({ key }) => key)],
  );
  return rows.map(({ key }) => key);
}

/** Who was added and knows nothing of the thread yet. */
export async function owedHistory(db: Queryable, thread: ThreadId): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `SELECT name, address FROM thread_recipients WHERE thread = $1 AND field <> 'none' AND quoted_in IS NULL
       AND EXISTS (SELECT FROM messages m WHERE m.thread = $1) ORDER BY at`,
    [thread],
  );
  return rows;
}

/** A mail of a thread as its room has it. */
export interface HistoryPart {
  readonly from: Person | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** What its room shows of a mail that came in; null for ours. */
  readonly text: string | null;
  /** What was said in the room, of a mail that was written there. */
  readonly said: readonly SaidEvent[];
  /** Who wrote it and who got it, those in Bcc too. */
  readonly people: readonly Address[];
}

/**
 * What people wrote in a thread, oldest first, with the text of the newest `most` (none before those). Reports and
 * automatic replies are no part of it, nor the mails of who waits for a member's yes.
 */
export async function threadHistory(db: Queryable, thread: ThreadId, most: number): Promise<HistoryPart[]> {
  const { rows } = await db.query<{
    from: Person | null;
    date: string | null;
    content: JsonObject | null;
    author: UserId | null;
    said: unknown;
    facts: unknown;
    hidden: Address[];
  }>(
    `SELECT m.facts -> 'from' -> 0 AS "from", m.facts ->> 'date' AS date, m.facts, shown.content,
       shown.author, shown.said,
       ARRAY(SELECT r.address FROM outgoing_recipients r WHERE r.outgoing = m.outgoing) AS hidden
     FROM (SELECT *, row_number() OVER (ORDER BY seq DESC) AS age FROM messages
           WHERE thread = $1 AND newcomer IS NULL AND kind IN ('message', 'list', 'bulk')) m
     LEFT JOIN LATERAL (
       SELECT (SELECT s.content FROM matrix_sends s WHERE s.message = m.message AND s.purpose = 'part' AND s.part = 0
       LIMIT 1) AS content,
         (SELECT o.author FROM outgoing o WHERE o.outgoing = m.outgoing) AS author,
         (SELECT json_agg(e.content ORDER BY e.position) FROM outgoing_events e
          WHERE e.outgoing = m.outgoing AND e.state = 'in') AS said) shown ON m.age <= $2
     ORDER BY m.seq`,
    [thread, most],
  );
  return rows.map(({ from, date, content, author, said, facts, hidden }) => {
    const { from: writers, to, cc } = readMessageFacts(facts);
    const people = [...[...writers, ...to, ...cc].map(({ address }) => address), ...hidden];
    const events = author === null ? [] : saidCodec.parse(said ?? []);
    return { from, date, text: textOf(content), said: events.map((one) => ({ ...one, sender: author ?? '' })), people };
  });
}

const saidCodec = z.array(z.object({ type: z.string(), content: z.json() }));

function textOf(content: JsonObject | null): string | null {
  const { msgtype, body } = content ?? {};
  return (msgtype === 'm.text' || msgtype === 'm.notice') && typeof body === 'string' ? body : null;
}

/**
 * Who makes up the room of a thread: the people of its mails, or where it has none yet whom people chose for To and Cc.
 */
export async function roomPeople(db: Queryable, thread: ThreadId): Promise<Person[]> {
  const people = await threadPeople(db, thread);
  return people.length > 0 ? people : chosenPeople(db, thread);
}

async function chosenPeople(db: Queryable, thread: ThreadId): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `SELECT name, address FROM thread_recipients WHERE thread = $1 AND field IN ('to', 'cc') ORDER BY field DESC, at`,
    [thread],
  );
  return rows;
}

/** The keys of whom people took out of a thread. */
export async function droppedFrom(db: Queryable, thread: ThreadId): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ key: string }>(
    `SELECT address_key AS key FROM thread_recipients WHERE thread = $1 AND field = 'none'`,
    [thread],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Remembers that a message stays inside. */
export async function addNote(
  tx: Transaction,
  note: { readonly event: EventId; readonly account: AccountId; readonly thread: ThreadId | null },
): Promise<void> {
  await tx.query('INSERT INTO notes (event, account, thread) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    note.event,
    note.account,
    note.thread,
  ]);
}

/** It is no note any more: somebody said that it is to be mailed. */
export async function forgetNote(tx: Transaction, event: EventId, thread: ThreadId): Promise<void> {
  await tx.query('DELETE FROM notes WHERE event = $1 AND thread = $2', [event, thread]);
}

/** Which of these events of the room stayed inside. */
export async function notesAmong(
  db: Queryable,
  room: RoomId,
  events: readonly EventId[],
): Promise<ReadonlySet<EventId>> {
  if (events.length === 0) return new Set();
  const { rows } = await db.query<{ event: EventId }>(
    `SELECT n.event FROM notes n JOIN rooms r ON r.room = $1 AND r.account = n.account AND r.thread IS NOT DISTINCT
       FROM n.thread
     WHERE n.event = ANY($2::text[])`,
    [room, events],
  );
  return new Set(rows.map(({ event }) => event));
}

/** Gives a thread that has none a subject. */
export async function nameThread(tx: Transaction, thread: ThreadId, subject: string): Promise<void> {
  await tx.query(`UPDATE threads SET subject = $2 WHERE thread = $1 AND subject = ''`, [thread, subject]);
}

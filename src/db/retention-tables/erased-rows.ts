/**
 * Takes out of the database what an erasure is about. Rows that others refer to stay without a word: ids of ours, where
 * it stood, that it was sent. Each of these can be done again.
 */
import type { JsonObject, MessageKey, ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { SAID_IN } from './holds.ts';

/** What is erased of one account. */
export interface ErasedOf {
  readonly account: string;
  readonly erasure: string;
  /** Messages of which nothing stays; mails of ours, also those that have not left, by their ids. */
  readonly messages: readonly MessageKey[];
  /** Threads of which nothing stays. */
  readonly threads: readonly ThreadId[];
  /** Stored mails of which nothing stays. */
  readonly mails: readonly number[];
  readonly imported: readonly { readonly import: string; readonly ordinal: number }[];
}

/** `$1` messages, `$2` threads, `$3` account: sends about one of them, in whatever room. */
const SENDS_OF = `s.account = $3 AND (s.message = ANY($1::text[]) OR s.outgoing = ANY($1::text[])
  OR s.thread = ANY($2::text[]) OR split_part(s.subject, ' ', 1) = ANY($1::text[] || $2::text[]))`;

/** `$1` messages, `$2` threads, `$3` account: mails of ours. */
const OUTGOING_OF = `o.account = $3 AND (o.outgoing = ANY($1::text[]) OR o.thread = ANY($2::text[]))`;

/** Asks for what of it stands on the homeserver. How much. */
export async function askErasedEvents(tx: Queryable, of: ErasedOf): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO removals (account, erasure, kind, subject, room)
     SELECT $3, $4, 'event', event, room FROM (
       SELECT s.event, ${SAID_IN} AS room FROM matrix_sends s
       WHERE ${SENDS_OF} AND s.event IS NOT NULL AND s.kind = 'event'
       UNION
       SELECT e.event, o.room FROM outgoing_events e JOIN outgoing o USING (outgoing) WHERE ${OUTGOING_OF}
       UNION
       SELECT i.event, r.room FROM import_mails i JOIN rooms r ON r.thread = i.thread
       WHERE i.account = $3 AND i.event IS NOT NULL AND (i.import, i.ordinal) IN (
         SELECT * FROM unnest($5::text[], $6::integer[]))
     ) found WHERE room IS NOT NULL ON CONFLICT (kind, subject, whom) DO NOTHING`,
    [
      ...[of.messages, of.threads, of.account, of.erasure],
      of.imported.map((one) => one.import),
      of.imported.map(({ ordinal }) => ordinal),
    ],
  );
  return rowCount ?? 0;
}

/** Rooms of erased threads, of which all goes that was said there. */
export async function askErasedRooms(tx: Queryable, of: ErasedOf): Promise<void> {
  await tx.query(
    `INSERT INTO removals (account, erasure, kind, subject)
     SELECT account, $2, 'room', room FROM rooms WHERE account = $3 AND thread = ANY($1::text[])
     ON CONFLICT (kind, subject, whom) DO NOTHING`,
    [of.threads, of.erasure, of.account],
  );
}

/** Ends what has not been said yet, and takes the words out of what was. How many. */
export async function bareSends(tx: Queryable, of: ErasedOf): Promise<number> {
  await tx.query(
    `DELETE FROM jobs WHERE account = $3 AND queue = 'matrix-send' AND owner IS NULL AND subject IN (
       SELECT s.send FROM matrix_sends s WHERE ${SENDS_OF} AND s.state = 'waiting')`,
    [of.messages, of.threads, of.account],
  );
  const { rowCount } = await tx.query(
    `UPDATE matrix_sends s SET content = '{}', files = '[]', sender_name = NULL, bare = true, redacted = true,
       state = CASE s.state WHEN 'waiting' THEN 'withdrawn' ELSE s.state END,
       error = CASE WHEN s.error IS NOT NULL THEN 'erased' END WHERE ${SENDS_OF}`,
    [of.messages, of.threads, of.account],
  );
  return rowCount ?? 0;
}

/**
 * Cancels mails of ours that have not left, and empties those that have. One that a living process hands over just now
 * is left as it is; how many of these there are.
 */
export async function bareOutgoing(tx: Queryable, of: ErasedOf): Promise<number> {
  const values = [of.messages, of.threads, of.account];
  const { rows } = await tx.query<{ outgoing: string }>(
    `SELECT o.outgoing FROM outgoing o WHERE ${OUTGOING_OF} AND o.state = 'trying' AND EXISTS (
       SELECT FROM jobs j JOIN processes p ON p.owner = j.owner AND p.alive_until > now()
       WHERE j.queue = 'mail-out' AND j.subject = o.outgoing)`,
    values,
  );
  const leaving = rows.map(({ outgoing }) => outgoing);
  const NOT_LEAVING = `${OUTGOING_OF} AND o.outgoing <> ALL($4::text[])`;
  const all = [...values, leaving];
  await tx.query(
    `UPDATE outgoing o SET state = CASE WHEN o.state IN ('sent', 'cancelled') THEN o.state ELSE 'cancelled' END,
       settled_at = coalesce(o.settled_at, now()), reason = 'erased', envelope_from = NULL, trying_for = NULL,
       recipients = '{"to":[],"cc":[],"why":{"kind":"nobody"},"answers":null}',
       message_id = '<erased.' || o.outgoing || '@erased.invalid>'
     WHERE ${NOT_LEAVING}`,
    all,
  );
  const ofThose = (alias: string): string =>
    `${alias}.outgoing IN (SELECT o.outgoing FROM outgoing o WHERE ${NOT_LEAVING})`;
  await tx.query(
    `UPDATE outgoing_events e SET content = CASE WHEN e.reaction THEN '{"type":"m.reaction","content":{}}'::json
       ELSE '{"type":"m.room.message","content":{}}'::json END, bare = true, redacted = true WHERE ${ofThose('e')}`,
    all,
  );
  await tx.query(`DELETE FROM outgoing_chunks c WHERE ${ofThose('c')}`, all);
  await tx.query(`DELETE FROM outgoing_attempts c WHERE ${ofThose('c')}`, all);
  await tx.query(`DELETE FROM outgoing_recipients c WHERE ${ofThose('c')}`, all);
  await tx.query(`DELETE FROM draft_yeses c WHERE ${ofThose('c')}`, all);
  await tx.query(`DELETE FROM drafts c WHERE ${ofThose('c')}`, all);
  return leaving.length;
}

/** Empties the messages themselves, with what is searched of them and the invitations that they brought. */
export async function bareMessages(tx: Queryable, of: ErasedOf, nothing: JsonObject): Promise<number> {
  await tx.query(
    `DELETE FROM calendar_events WHERE account = $2 AND at IN (
       SELECT at FROM messages WHERE message = ANY($1::text[]) AND account = $2)`,
    [of.messages, of.account],
  );
  const { rowCount } = await tx.query(
    `UPDATE messages m SET facts = $2, bare = true, erasure = $3, newcomer = NULL, list = NULL, words_hash = NULL,
       content_hash = 'erased', message_id = '<erased.' || m.message || '@erased.invalid>',
       id_hash = sha256(convert_to('<erased.' || m.message || '@erased.invalid>', 'UTF8'))
     WHERE m.message = ANY($1::text[])`,
    [of.messages, JSON.stringify(nothing), of.erasure],
  );
  return rowCount ?? 0;
}

/** Deletes the bytes of stored mails, and what their server said of them. How many had any. */
export async function bareMails(tx: Queryable, of: ErasedOf): Promise<number> {
  const { rows } = await tx.query<{ mail: number }>(
    `WITH gone AS (DELETE FROM mail_chunks WHERE mail = ANY($1::bigint[]) RETURNING mail) SELECT DISTINCT mail
      FROM gone`,
    [of.mails],
  );
  await tx.query(
    `UPDATE mails SET message_id = NULL, header_date = NULL, email_id = NULL, sha256 = NULL, reason = 'erased',
       state = CASE WHEN state IN ('decided', 'imported') THEN state ELSE 'ignored' END WHERE mail = ANY($1::bigint[])`,
    [of.mails],
  );
  return rows.length;
}

/** What an import knows of them; the next run of it does not bring them in. */
export async function takeImported(tx: Queryable, of: ErasedOf): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE import_mails i SET facts = NULL, list = NULL, place = 'erased', folder = '', sha256 = NULL, id_hash = NULL,
       content_hash = NULL, words_hash = NULL, bare = true, reason = 'erased',
       state = CASE i.state WHEN 'waiting' THEN 'aside' ELSE i.state END
     FROM unnest($1::text[], $2::integer[]) AS g (import, ordinal) WHERE i.import = g.import AND i.ordinal = g.ordinal`,
    [of.imported.map((one) => one.import), of.imported.map(({ ordinal }) => ordinal)],
  );
  return rowCount ?? 0;
}

/** What is known of erased threads: nobody has a part in them, nothing new joins them, their rooms have no name. */
export async function bareThreads(tx: Queryable, of: ErasedOf): Promise<number> {
  const threads = [of.threads];
  for (const table of ['thread_ids', 'thread_traits', 'thread_people', 'thread_recipients', 'left_out_told']) {
    await tx.query(`DELETE FROM ${table} WHERE thread = ANY($1::text[])`, threads);
  }
  for (const table of ['entry_rules', 'thread_writing', 'asked_messages', 'member_acts', 'brake_latches']) {
    await tx.query(`DELETE FROM ${table} WHERE thread = ANY($1::text[])`, threads);
  }
  await tx.query(
    `DELETE FROM compose_drafts WHERE room IN (SELECT room FROM rooms WHERE thread = ANY($1::text[]))`,
    threads,
  );
  await tx.query(`UPDATE brake_verdicts SET reason = NULL WHERE thread = ANY($1::text[])`, threads);
  await tx.query(`UPDATE thread_work SET shown = NULL, had = '[]' WHERE thread = ANY($1::text[])`, threads);
  await tx.query(`UPDATE rooms SET invited = NULL WHERE thread = ANY($1::text[])`, threads);
  await tx.query(`UPDATE import_units SET name = '' WHERE thread = ANY($1::text[])`, threads);
  await tx.query(
    `UPDATE events SET body = '{}', reason = NULL WHERE state IN ('done', 'ignored')
       AND room IN (SELECT room FROM rooms WHERE thread = ANY($1::text[]))`,
    threads,
  );
  const { rowCount } = await tx.query(
    `UPDATE threads SET subject = '', told = NULL, opened_by = 'erased', erasure = $2 WHERE thread = ANY($1::text[])`,
    [of.threads, of.erasure],
  );
  return rowCount ?? 0;
}

/** What the homeserver pushed of what is to be redacted. */
export async function bareEvents(tx: Queryable, erasure: string): Promise<void> {
  await tx.query(
    `UPDATE events SET body = '{}', reason = NULL WHERE state IN ('done', 'ignored')
       AND event IN (SELECT subject FROM removals WHERE erasure = $1 AND kind = 'event')`,
    [erasure],
  );
}

/** Whether a living process works on something of it just now: what it says could come out afterwards. */
export async function isUnderWay(db: Queryable, of: ErasedOf): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM jobs j JOIN processes p ON p.owner = j.owner AND p.alive_until > now() WHERE j.account = $3 AND (
       (j.queue = 'matrix-send' AND j.subject IN (SELECT s.send FROM matrix_sends s WHERE ${SENDS_OF}))
       OR (j.queue = 'mail-out' AND j.subject IN (SELECT o.outgoing FROM outgoing o WHERE ${OUTGOING_OF}))) LIMIT 1`,
    [of.messages, of.threads, of.account],
  );
  return (rowCount ?? 0) > 0;
}

/** What an erasure has taken, as the rows say: for going on with it. */
export async function takenBy(db: Queryable, erasure: string): Promise<ErasedOf[]> {
  const { rows } = await db.query<{ account: string; messages: MessageKey[]; threads: ThreadId[] }>(
    `SELECT a.account, ARRAY(SELECT message FROM messages m WHERE m.erasure = $1 AND m.account = a.account) AS messages,
       ARRAY(SELECT thread FROM threads t WHERE t.erasure = $1 AND t.account = a.account) AS threads FROM accounts a`,
    [erasure],
  );
  return rows.map((row) => ({ ...row, erasure, mails: [], imported: [] }));
}

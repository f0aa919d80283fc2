/**
 * Rows whose words have been kept long enough, in pages, and what is left of them. Nothing of what waits, is suspected,
 * or is on hold. One SQL statement a function.
 */
import type { JsonObject } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { isOnHold, isOnHoldOutside, IS_SEND_ON_HOLD } from './holds.ts';
import { isOver, keptParameters, type Kept } from './kept.ts';

const BATCH = 500;

/** That a message, an expression, waits for somebody or for its turn. */
function waits(message: string): string {
  return `(EXISTS (SELECT FROM mails waiting WHERE waiting.message = ${message}
      AND waiting.state NOT IN ('decided', 'ignored', 'imported'))
    OR EXISTS (SELECT FROM outgoing waiting WHERE waiting.outgoing = ${message}
      AND waiting.state NOT IN ('sent', 'cancelled')))`;
}

/** That somebody still has to decide about what a send tells of. */
const WAITS = `(${waits('s.message')} OR ${waits('s.outgoing')} OR EXISTS (SELECT FROM asked_messages asked
  WHERE asked.notice = s.send AND asked.state = 'waiting'))`;

export interface OldSend {
  readonly send: string;
  /** ISO 8601, to the microsecond: where the next page begins. */
  readonly at: string;
  readonly content: unknown;
  readonly files: unknown;
}

/** Sends that are over and have their words, behind that moment and id. */
export async function oldSends(
  db: Queryable,
  kept: Kept,
  spared: readonly string[],
  after: { readonly at: string; readonly id: string },
): Promise<OldSend[]> {
  const { rows } = await db.query<OldSend>(
    `SELECT s.send, to_json(s.at) #>> '{}' AS at, s.content, s.files FROM matrix_sends s
     WHERE NOT s.bare AND s.state <> 'waiting' AND (s.at, s.send) > ($1::timestamptz, $2)
       AND s.account <> ALL($3::text[])
       AND ${isOver('s.account', 's.at', 5)} AND NOT ${WAITS} AND NOT (${IS_SEND_ON_HOLD})
     ORDER BY s.at, s.send LIMIT $4`,
    [after.at, after.id, spared, BATCH, ...keptParameters(kept)],
  );
  return rows;
}

export async function writeBareSends(
  db: Queryable,
  sends: readonly { readonly send: string; readonly content: JsonObject; readonly files: unknown }[],
): Promise<void> {
  await db.query(
    `UPDATE matrix_sends s SET content = b.content::json, files = b.files::json, bare = true
     FROM unnest($1::text[], $2::text[], $3::text[]) AS b (send, content, files)
     WHERE s.send = b.send AND s.state <> 'waiting'`,
    [
      sends.map(({ send }) => send),
      sends.map(({ content }) => JSON.stringify(content)),
      sends.map(({ files }) => JSON.stringify(files)),
    ],
  );
}

/** Messages of the team in mails that have left, or never will. */
export async function oldSaid(
  db: Queryable,
  kept: Kept,
  spared: readonly string[],
): Promise<{ readonly event: string; readonly content: unknown }[]> {
  const { rows } = await db.query<{ event: string; content: unknown }>(
    `SELECT e.event, e.content FROM outgoing_events e JOIN outgoing o USING (outgoing)
     WHERE NOT e.bare AND o.state IN ('sent', 'cancelled') AND o.account <> ALL($1::text[])
       AND ${isOver('o.account', 'o.settled_at', 3)} AND NOT ${isOnHold('o.account', 'o.thread')} LIMIT $2`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rows;
}

export async function writeBareSaid(
  db: Queryable,
  said: readonly { readonly event: string; readonly content: JsonObject }[],
): Promise<void> {
  await db.query(
    `UPDATE outgoing_events e SET content = b.content::json, bare = true
     FROM unnest($1::text[], $2::text[]) AS b (event, content) WHERE e.event = b.event`,
    [said.map(({ event }) => event), said.map(({ content }) => JSON.stringify(content))],
  );
}

export async function oldMessages(
  db: Queryable,
  kept: Kept,
  spared: readonly string[],
): Promise<{ readonly message: string; readonly facts: unknown }[]> {
  const { rows } = await db.query<{ message: string; facts: unknown }>(
    `SELECT m.message, m.facts FROM messages m WHERE NOT m.bare AND m.account <> ALL($1::text[])
       AND ${isOver('m.account', 'm.at', 3)} AND NOT ${waits('m.message')} AND NOT ${isOnHold('m.account', 'm.thread')}
     LIMIT $2`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rows;
}

export async function writeBareMessages(
  db: Queryable,
  messages: readonly { readonly message: string; readonly facts: JsonObject }[],
): Promise<void> {
  await db.query(
    `UPDATE messages m SET facts = b.facts::json, bare = true
     FROM unnest($1::text[], $2::text[]) AS b (message, facts) WHERE m.message = b.message`,
    [messages.map(({ message }) => message), messages.map(({ facts }) => JSON.stringify(facts))],
  );
}

/** Imported mails that stand in a room that is filled; old by when they were brought in. */
export async function oldImported(
  db: Queryable,
  kept: Kept,
  spared: readonly string[],
): Promise<{ readonly import: string; readonly ordinal: number; readonly facts: unknown }[]> {
  const { rows } = await db.query<{ import: string; ordinal: number; facts: unknown }>(
    `SELECT i.import, i.ordinal, i.facts FROM import_mails i JOIN imports USING (import)
     WHERE NOT i.bare AND i.facts IS NOT NULL AND i.state NOT IN ('waiting', 'aside') AND i.account <> ALL($1::text[])
       AND ${isOver('i.account', 'imports.done_at', 3)} AND NOT ${isOnHold('i.account', 'i.thread')} LIMIT $2`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rows;
}

export async function writeBareImported(
  db: Queryable,
  mails: readonly { readonly import: string; readonly ordinal: number; readonly facts: JsonObject }[],
): Promise<void> {
  await db.query(
    `UPDATE import_mails i SET facts = b.facts::json, bare = true
     FROM unnest($1::text[], $2::integer[], $3::text[]) AS b (import, ordinal, facts)
     WHERE i.import = b.import AND i.ordinal = b.ordinal`,
    [
      mails.map((mail) => mail.import),
      mails.map(({ ordinal }) => ordinal),
      mails.map(({ facts }) => JSON.stringify(facts)),
    ],
  );
}

/** What is searched. */
export async function purgeSearchTexts(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM search_texts WHERE entry IN (
       SELECT s.entry FROM search_texts s LEFT JOIN messages m ON m.message = s.message
         LEFT JOIN imports i ON i.import = s.import
       WHERE s.account <> ALL($1::text[]) AND ${isOver('s.account', 'coalesce(m.at, i.done_at)', 3)}
         AND NOT ${waits('s.message')} AND NOT ${isOnHold('s.account', 's.thread')} LIMIT $2)`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** Invitations: what changes later is then told as new. */
export async function purgeCards(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rowCount } = await db.query(
    `DELETE FROM calendar_events WHERE (account, event) IN (
       SELECT account, event FROM calendar_events WHERE account <> ALL($1::text[]) AND ${isOver('account', 'at', 3)}
         AND NOT ${isOnHoldOutside('account')} LIMIT $2)`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

/** What was said at entering or leaving a room. */
export async function purgeActsSaid(db: Queryable, kept: Kept, spared: readonly string[]): Promise<number> {
  const { rowCount } = await db.query(
    `UPDATE member_acts SET said = NULL WHERE act IN (
       SELECT act FROM member_acts a WHERE said IS NOT NULL AND account <> ALL($1::text[])
         AND ${isOver('account', 'at', 3)} AND NOT ${isOnHold('account', 'thread')}
         AND NOT EXISTS (SELECT FROM jobs WHERE queue = 'member-act' AND jobs.subject = a.act) LIMIT $2)`,
    [spared, BATCH, ...keptParameters(kept)],
  );
  return rowCount ?? 0;
}

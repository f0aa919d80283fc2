/**
 * What can be searched for: a row for each mail and answer that stands in a room, written in the transaction that shows
 * it. One SQL statement a function.
 */
import { columnText } from '../../base/wire-text.ts';
import type { SearchText } from '../../bridge/search/search-text.ts';
import type { EventIn, MessageKey, ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';
import { saidIn, sentIn } from '../room-tables/places.ts';

/** Separates labels in one parameter; no text has it. */
const BETWEEN = '\u0002';

/**
 * SQL: the columns of a text, of a row `given` as `searchRows` makes them. What Postgres cannot hold as words is
 * shortened there (`search_vector`).
 */
export const SEARCH_COLUMNS = 'at, sender, subject, body, language, vector';
export const searchValues = (given: string): string =>
  `coalesce(${given}.at, now()), ${given}.sender, ${given}.subject, ${given}.body, ${given}.language,
   search_vector(${given}.language, ${given}.stems, ${given}.words, string_to_array(${given}.labels, E'\\x02'))`;
const SEARCH_GIVEN = 'at, sender, subject, body, language, stems, words, labels';

/** SQL: the parameters from this one on as rows, with names for `key` columns before them. */
export function searchRows(alias: string, first: number, keys: readonly (readonly [name: string, type: string])[]) {
  const types = [...keys.map(([, type]) => type), 'timestamptz', ...Array<string>(7).fill('text')];
  const parameters = types.map((type, at) => `$${first + at}::${type}[]`).join(', ');
  return `unnest(${parameters}) AS ${alias} (${[...keys.map(([name]) => name), SEARCH_GIVEN].join(', ')})`;
}

/** The values of `searchRows` behind the keys. */
export function searchParameters(texts: readonly SearchText[]): unknown[][] {
  return [
    texts.map(({ at }) => at),
    texts.map(({ sender }) => columnText(sender)),
    texts.map(({ subject }) => columnText(subject)),
    texts.map(({ body }) => columnText(body)),
    texts.map(({ language }) => language),
    texts.map(({ stems }) => columnText(stems)),
    texts.map(({ words }) => columnText(words)),
    texts.map(({ labels }) => columnText(labels.join(BETWEEN))),
  ];
}

/** A message that stands in a room, and what can be found of it. */
interface MessageText {
  readonly message: MessageKey;
  readonly text: SearchText;
}

/**
 * Writes the texts of messages that are there; one that has a text, or had one that was taken out, is left as it is. A
 * message that came just now is written with its text (`addMessage`).
 */
export async function addSearchTexts(tx: Queryable, texts: readonly MessageText[]): Promise<void> {
  if (texts.length === 0) return;
  await tx.query(
    `INSERT INTO search_texts (account, thread, message, ${SEARCH_COLUMNS})
     SELECT m.account, m.thread, m.message, ${searchValues('g')}
     FROM ${searchRows('g', 1, [['message', 'text']])} JOIN messages m USING (message)
     ON CONFLICT (message) DO NOTHING`,
    [texts.map(({ message }) => message), ...searchParameters(texts.map(({ text }) => text))],
  );
}

/** Says instead what a message says now, where it can be found at all. */
export async function replaceSearchText(tx: Queryable, { message, text }: MessageText): Promise<void> {
  await tx.query(
    `UPDATE search_texts s SET (${SEARCH_COLUMNS}) = (SELECT ${searchValues('g')})
     FROM ${searchRows('g', 1, [['message', 'text']])}, messages m
     WHERE m.message = g.message AND s.message = g.message AND s.account = m.account AND s.language <> 'none'`,
    [[message], ...searchParameters([text])],
  );
}

/** A mail that an import brought into a room, and what can be found of it. */
interface ImportedText {
  readonly import: string;
  readonly ordinal: number;
  readonly text: SearchText;
}

/** Writes the texts of mails of imports that stand in their rooms; one that has a text is left as it is. */
export async function addImportedTexts(tx: Queryable, texts: readonly ImportedText[]): Promise<void> {
  if (texts.length === 0) return;
  await tx.query(
    `INSERT INTO search_texts (account, thread, import, ordinal, ${SEARCH_COLUMNS})
     SELECT m.account, m.thread, m.import, m.ordinal, ${searchValues('g')}
     FROM ${searchRows('g', 1, [
       ['import', 'text'],
       ['ordinal', 'integer'],
     ])} JOIN import_mails m USING (import, ordinal)
     WHERE m.state = 'imported' AND m.thread IS NOT NULL
     ON CONFLICT (import, ordinal) DO NOTHING`,
    [
      texts.map((one) => one.import),
      texts.map(({ ordinal }) => ordinal),
      ...searchParameters(texts.map(({ text }) => text)),
    ],
  );
}

const EMPTY = "sender = '', subject = '', body = '', language = 'none', vector = ''";

/** Takes the words of a message out, and keeps that they were: they are not read in again from bytes that are kept. */
export async function emptySearchText(tx: Queryable, message: MessageKey): Promise<void> {
  await tx.query(
    `INSERT INTO search_texts (account, thread, message, at, sender, subject, body, language, vector)
     SELECT account, thread, message, at, '', '', '', 'none', '' FROM messages WHERE message = $1
     ON CONFLICT (message) DO UPDATE SET ${EMPTY}`,
    [message],
  );
}

/** The message of a mail or an answer that an event of a room shows, where it stands there still; null for none. */
export async function messageShownBy(db: Queryable, { room, event }: EventIn): Promise<MessageKey | null> {
  const { rows } = await db.query<{ message: MessageKey }>(
    `SELECT m.message FROM matrix_sends JOIN messages m ON m.message = matrix_sends.message
       AND m.thread = matrix_sends.thread
     WHERE event = $1 AND purpose IN ('part', 'unread', 'report', 'original', 'repeated') AND ${sentIn('$2')}
     UNION ALL
     SELECT e.outgoing FROM outgoing_events e JOIN outgoing o USING (outgoing)
       JOIN messages m ON m.message = e.outgoing AND m.thread = o.thread
     WHERE e.event = $1 AND ${saidIn('o.room', '$2')} LIMIT 1`,
    [event, room],
  );
  return rows[0]?.message ?? null;
}

/** As `emptySearchText`, for the mail of an import that begins with this event of a room. */
export async function emptyImportedText(tx: Queryable, { room, event }: EventIn): Promise<void> {
  await tx.query(
    `INSERT INTO search_texts (account, thread, import, ordinal, at, sender, subject, body, language, vector)
     SELECT m.account, m.thread, m.import, m.ordinal, coalesce(m.at, now()), '', '', '', 'none', ''
     FROM rooms r JOIN import_mails m ON m.thread = r.thread WHERE r.room = $2 AND m.event = $1
     ON CONFLICT (import, ordinal) DO UPDATE SET ${EMPTY}`,
    [event, room],
  );
}

/**
 * Deletes the texts of these messages.
 */
export async function deleteMessageTexts(tx: Queryable, messages: readonly MessageKey[]): Promise<number> {
  const { rowCount } = await tx.query('DELETE FROM search_texts WHERE message = ANY($1::text[])', [messages]);
  return rowCount ?? 0;
}

/**
 * Deletes the texts of all that stands in a thread.
 */
export async function deleteThreadTexts(tx: Queryable, thread: ThreadId): Promise<number> {
  const { rowCount } = await tx.query('DELETE FROM search_texts WHERE thread = $1', [thread]);
  return rowCount ?? 0;
}

/**
 * Deletes the texts of these mails of an import.
 */
export async function deleteImportedTexts(
  tx: Queryable,
  importing: string,
  ordinals: readonly number[],
): Promise<number> {
  const { rowCount } = await tx.query('DELETE FROM search_texts WHERE import = $1 AND ordinal = ANY($2::integer[])', [
    importing,
    ordinals,
  ]);
  return rowCount ?? 0;
}

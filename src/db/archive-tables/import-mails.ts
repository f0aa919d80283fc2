/** Mails of an import on their way into rooms. One SQL statement a function. */
import { columnText } from '../../base/wire-text.ts';
import type { SearchText } from '../../bridge/search/search-text.ts';
import type { AccountId, EventId, ThreadId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable, Transaction } from '../pool.ts';
import { addImportedTexts } from '../search-tables/search-texts.ts';
import { idHash } from '../thread-tables/threads.ts';
import { traitRows } from '../thread-tables/thread-traits.ts';
import type { Import } from './imports.ts';

/** A mail as its conversation is found. */
export interface PlacedMail {
  readonly ordinal: number;
  /** The row of its bytes; null where they are not kept. */
  readonly mail: number | null;
  readonly folder: string;
  readonly sha256: Buffer;
  /** Serialised `ThreadedFacts`. */
  readonly facts: unknown;
  readonly list: string | null;
  readonly at: Date | null;
  /** The room that it has, or that it is to come into; null for none yet. */
  readonly thread: ThreadId | null;
  /** Whether that room takes more: no new mail has come there since. */
  readonly isOpen: boolean;
  readonly waits: boolean;
}

/** Every mail of an import that has a conversation, in pages by their ordinals. */
export async function placedMails(
  db: Queryable,
  importing: string,
  after: number,
  limit: number,
): Promise<PlacedMail[]> {
  const { rows } = await db.query<{
    ordinal: number;
    mail: number | null;
    folder: string;
    sha256: Buffer;
    facts: unknown;
    list: string | null;
    at: Date | null;
    thread: ThreadId | null;
    open: boolean;
    waits: boolean;
  }>(
    `SELECT m.ordinal, m.mail, m.folder, m.sha256, m.facts, m.list, m.at, m.thread, m.state = 'waiting' AS waits,
       NOT EXISTS (SELECT FROM rooms r WHERE r.thread = m.thread AND r.state = 'active' AND NOT r.read_only
         AND EXISTS (SELECT FROM import_units u WHERE u.thread = m.thread AND u.state = 'filled')) AS open
     FROM import_mails m WHERE m.import = $1 AND m.ordinal > $2 AND m.copy_of IS NULL AND m.facts IS NOT NULL
       AND m.state IN ('waiting', 'imported') ORDER BY m.ordinal LIMIT $3`,
    [importing, after, limit],
  );
  return rows.map(({ open, ...row }) => ({ ...row, isOpen: open }));
}

/** Which room each mail comes into, and with which of them it is one conversation there. */
export async function placeMails(
  tx: Queryable,
  importing: string,
  placed: readonly { readonly ordinal: number; readonly thread: ThreadId; readonly conversation: number }[],
): Promise<void> {
  await tx.query(
    `UPDATE import_mails m SET thread = p.thread, conversation = p.conversation
     FROM unnest($2::integer[], $3::text[], $4::integer[]) AS p (ordinal, thread, conversation)
     WHERE m.import = $1 AND m.ordinal = p.ordinal AND m.state = 'waiting'`,
    [
      importing,
      placed.map(({ ordinal }) => ordinal),
      placed.map(({ thread }) => thread),
      placed.map(({ conversation }) => conversation),
    ],
  );
}

/** A mail that is to come into its room. */
export interface WaitingMail {
  readonly ordinal: number;
  readonly mail: number;
  /** Bytes of it. */
  readonly size: number;
  readonly sha256: Buffer;
  readonly at: Date | null;
  readonly folder: string;
  readonly conversation: number;
}

/** The next mails of a room, oldest first. @param after the one before them; null for the first */
export async function waitingMails(
  db: Queryable,
  thread: ThreadId,
  after: Pick<WaitingMail, 'at' | 'ordinal'> | null,
  limit: number,
): Promise<WaitingMail[]> {
  const { rows } = await db.query<WaitingMail>(
    `SELECT ordinal, mail, size, sha256, at, folder, conversation FROM import_mails
     WHERE thread = $1 AND state = 'waiting' AND
       (coalesce(at, 'infinity'::timestamptz), ordinal) > (coalesce($2::timestamptz, $3::timestamptz), $4::integer)
     ORDER BY coalesce(at, 'infinity'::timestamptz), ordinal LIMIT $5`,
    [thread, after?.at ?? null, after === null ? '-infinity' : 'infinity', after?.ordinal ?? 0, limit],
  );
  return rows;
}

/** When the newest mail was written that stands in a room; null for none, and where no mail there has a date. */
export async function newestIn(db: Queryable, thread: ThreadId): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>(
    `SELECT max(at) AS at FROM import_mails WHERE thread = $1 AND state = 'imported'`,
    [thread],
  );
  return rows[0]?.at ?? null;
}

/** The first event of each conversation in a room that holds several, by its number. */
export async function rootsIn(db: Queryable, thread: ThreadId): Promise<Map<number, EventId>> {
  const { rows } = await db.query<{ conversation: number; event: EventId }>(
    `SELECT DISTINCT ON (conversation) conversation, event FROM import_mails
     WHERE thread = $1 AND state = 'imported' AND conversation IS NOT NULL
     ORDER BY conversation, at NULLS LAST, ordinal`,
    [thread],
  );
  return new Map(rows.map(({ conversation, event }) => [conversation, event]));
}

/** A mail that is known under the same id. */
export interface KnownCopy {
  readonly by: 'living' | 'earlier' | 'this';
  readonly ordinal: number | null;
  readonly contentHash: string;
  readonly wordsHash: string | null;
  readonly list: string | null;
}

/** Living mails, and mails of this and earlier imports of the account, under an id. */
export async function knownCopies(
  db: Queryable,
  { import: importing, account }: Pick<Import, 'import' | 'account'>,
  messageId: MessageId,
): Promise<KnownCopy[]> {
  const { rows } = await db.query<{
    by: KnownCopy['by'];
    ordinal: number | null;
    content_hash: string;
    words_hash: string | null;
    list: string | null;
  }>(
    `SELECT 'living' AS by, NULL::integer AS ordinal, content_hash, words_hash, list FROM messages
       WHERE account = $1 AND id_hash = $2
     UNION ALL
     SELECT CASE import WHEN $3 THEN 'this' ELSE 'earlier' END, ordinal, content_hash, words_hash, list
       FROM import_mails WHERE account = $1 AND id_hash = $2 AND state = 'imported'`,
    [account, idHash(messageId), importing],
  );
  return rows.map(({ content_hash: contentHash, words_hash: wordsHash, ...row }) => ({
    ...row,
    contentHash,
    wordsHash,
  }));
}

/** Whether a mail was brought in as old mail, or is about to be. @param known.mail the row of its bytes */
export async function isImportedMail(
  db: Queryable,
  account: AccountId,
  known: { readonly mail: number; readonly messageId: MessageId; readonly contentHash: string },
): Promise<boolean> {
  const { rows } = await db.query<{ known: boolean }>(
    `SELECT EXISTS (SELECT FROM import_mails WHERE account = $1 AND id_hash = $2 AND state = 'imported'
         AND content_hash = $3)
       OR EXISTS (SELECT FROM imports i JOIN import_mails m ON m.import = i.import
         WHERE i.account = $1 AND i.done_at IS NULL AND m.sha256 = (SELECT sha256 FROM mails WHERE mail = $4)
           AND m.state IN ('waiting', 'imported')) AS known`,
    [account, idHash(known.messageId), known.contentHash, known.mail],
  );
  return rows[0]?.known === true;
}

/** What became of a mail. */
export type MailEnd =
  | {
      readonly is: 'imported';
      readonly event: EventId;
      readonly messageId: MessageId;
      readonly contentHash: string;
      readonly wordsHash: string;
      /** What can be found of it. */
      readonly text: SearchText;
    }
  | { readonly is: 'there' | 'merged' | 'aside'; readonly reason: string };

/** A mail that waited, and what became of it. */
export interface SettledMail {
  readonly mail: Pick<WaitingMail, 'ordinal' | 'mail'>;
  readonly end: MailEnd;
}

/**
 * Writes down what became of mails that waited. Their bytes are purged as those of mail that came; those of one that
 * was set aside stay, since they stand nowhere else.
 */
export async function settleImported(
  tx: Transaction,
  importing: string,
  settled: readonly SettledMail[],
): Promise<void> {
  const done = settled.map(({ end }) => (end.is === 'imported' ? end : null));
  await tx.query(
    `WITH given AS (
       SELECT * FROM unnest($2::integer[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[],
         $9::text[]) AS g (ordinal, mail, state, reason, event, id_hash, content_hash, words_hash)
     ), settled AS (
       UPDATE import_mails m SET state = g.state, reason = g.reason, event = g.event, id_hash = g.id_hash,
         content_hash = g.content_hash, words_hash = g.words_hash
       FROM given g WHERE m.import = $1 AND m.ordinal = g.ordinal AND m.state = 'waiting' RETURNING g.mail, g.state)
     UPDATE mails SET state = 'imported' FROM settled s WHERE mails.mail = s.mail AND s.state <> 'aside'`,
    [
      importing,
      settled.map(({ mail }) => mail.ordinal),
      settled.map(({ mail }) => mail.mail),
      settled.map(({ end }) => end.is),
      settled.map(({ end }) => ('reason' in end ? end.reason : null)),
      done.map((end) => end?.event ?? null),
      done.map((end) => (end === null ? null : idHash(end.messageId))),
      done.map((end) => end?.contentHash ?? null),
      done.map((end) => end?.wordsHash ?? null),
    ],
  );
  await addImportedTexts(
    tx,
    settled.flatMap(({ mail, end }) =>
      end.is === 'imported' ? [{ import: importing, ordinal: mail.ordinal, text: end.text }] : [],
    ),
  );
}

/**
 * What new mail finds the thread of an imported conversation by, as a stranger's: the ids of its mails, those who wrote
 * them as people without a part in it, and its subject. Ids that living mail has stay that mail's alone.
 */
export async function knowThread(
  tx: Transaction,
  account: AccountId,
  thread: ThreadId,
  known: { readonly ids: readonly MessageId[]; readonly writers: readonly string[]; readonly subject: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind)
     SELECT $1, i.hash, $2, i.id, 'message' FROM unnest($3::bytea[], $4::text[]) AS i (hash, id)
     WHERE NOT EXISTS (SELECT FROM thread_ids k
       WHERE k.account = $1 AND k.id_hash = i.hash AND k.kind <> 'reference' AND k.thread <> $2)
     ON CONFLICT DO NOTHING`,
    [account, thread, known.ids.map(idHash), known.ids.map(columnText)],
  );
  await tx.query(
    `INSERT INTO thread_people (account, thread, address, standing, via)
     SELECT $1, $2, address, 'newcomer', 'from' FROM unnest($3::text[]) AS p (address) ON CONFLICT DO NOTHING`,
    [account, thread, known.writers],
  );
  const traits = traitRows({ subject: known.subject, list: null, index: null });
  await tx.query(
    `INSERT INTO thread_traits (account, thread, kind, value_hash, value)
     SELECT $1, $2, t.kind, t.hash, t.value FROM unnest($3::text[], $4::bytea[], $5::text[]) AS t (kind, hash, value)
     ON CONFLICT DO NOTHING`,
    [account, thread, traits.map(({ kind }) => kind), traits.map(({ hash }) => hash), traits.map(({ value }) => value)],
  );
}

/** The facts of the mails that stand in a room, for `knowThread`. */
export async function factsIn(db: Queryable, thread: ThreadId): Promise<unknown[]> {
  const { rows } = await db.query<{ facts: unknown }>(
    `SELECT facts FROM import_mails WHERE thread = $1 AND state = 'imported' ORDER BY at NULLS LAST, ordinal`,
    [thread],
  );
  return rows.map(({ facts }) => facts);
}

/** How many mails of the run wait, and how many are settled. */
export async function countProgress(
  db: Queryable,
  { import: importing, run }: Import,
): Promise<{ readonly waiting: number; readonly all: number }> {
  const { rows } = await db.query<{ waiting: number; all: number }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) AS all FROM import_mails
     WHERE import = $1 AND seen = $2`,
    [importing, run],
  );
  return rows[0] ?? { waiting: 0, all: 0 };
}

/** What became of the mails of a run, counted. */
export interface EndCount {
  readonly end: 'imported' | 'there' | 'merged' | 'aside' | 'damaged' | 'waiting';
  readonly reason: string | null;
  readonly mails: number;
  readonly bytes: number;
}

/** What was settled in an earlier run is there already; so is what has the bytes of such a one. */
const END = `CASE WHEN m.copy_of IS NOT NULL THEN CASE WHEN o.run < $2 THEN 'there' ELSE 'merged' END
  WHEN m.run < $2 AND m.state IN ('imported', 'there', 'merged') THEN 'there' ELSE m.state END`;

export async function countEnds(db: Queryable, { import: importing, run }: Import): Promise<EndCount[]> {
  const { rows } = await db.query<EndCount>(
    `SELECT ${END} AS end, CASE WHEN m.state IN ('aside', 'damaged') THEN m.reason END AS reason, count(*) AS mails,
       coalesce(sum(m.size), 0) AS bytes
     FROM import_mails m LEFT JOIN import_mails o ON o.import = m.import AND o.ordinal = m.copy_of
     WHERE m.import = $1 AND m.seen = $2 GROUP BY 1, 2 ORDER BY 3 DESC`,
    [importing, run],
  );
  return rows;
}

/** How the dates of the mails of a run are known, counted. */
export async function countDates(
  db: Queryable,
  { import: importing, run }: Import,
): Promise<{ readonly dated: string; readonly odd: string; readonly mails: number }[]> {
  const { rows } = await db.query<{ dated: string; odd: string; mails: number }>(
    `SELECT dated, odd_date AS odd, count(*) AS mails FROM import_mails
     WHERE import = $1 AND seen = $2 AND odd_date IS NOT NULL AND dated IS NOT NULL AND copy_of IS NULL
     GROUP BY 1, 2 ORDER BY 3 DESC`,
    [importing, run],
  );
  return rows;
}

/** Where what is not in a room lies. */
export async function namedAside(
  db: Queryable,
  { import: importing, run }: Import,
  limit: number,
): Promise<{ readonly place: string; readonly reason: string; readonly bytes: number }[]> {
  const { rows } = await db.query<{ place: string; reason: string; bytes: number }>(
    `SELECT place, coalesce(reason, '') AS reason, size AS bytes FROM import_mails
     WHERE import = $1 AND seen = $2 AND state IN ('aside', 'damaged') AND copy_of IS NULL ORDER BY ordinal LIMIT $3`,
    [importing, run, limit],
  );
  return rows;
}

/**
 * What threads are known by besides the ids of their mails, and what a decision about a mail asks. One SQL statement a
 * function.
 */
import { createHash } from 'node:crypto';
import type { JoinableThread } from '../../bridge/arrival/arrival.ts';
import type { KnownMessage } from '../../bridge/arrival/copies.ts';
import type { TokenStart } from '../../bridge/thread-token.ts';
import type { AccountId, MessageKey, ThreadId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { idHash, readMessageFacts } from './threads.ts';
import type { MessageFacts } from './threads.ts';

/** Characters of a subject that are kept; `changedTopic` looks at no more. */
const SUBJECT_MAX = 1_000;
/** Subjects of a thread that are compared; a thread with more has no topic. */
const SUBJECTS_MAX = 100;
/** Side conversations of a thread that are looked at, the newest first. */
const BESIDE_MAX = 100;

/** What one mail adds to its thread. */
export interface Traits {
  readonly subject: string;
  /** List-Id, null for none. */
  readonly list: string | null;
  /** `threadIndexRoot`, null for none. */
  readonly index: string | null;
}

/** The rows of traits. */
export function traitRows({
  subject,
  list,
  index,
}: Traits): readonly { readonly kind: string; readonly value: string; readonly hash: Buffer }[] {
  const rows = [
    { kind: 'subject', value: plain(subject).slice(0, SUBJECT_MAX).toWellFormed() },
    ...(list === null ? [] : [{ kind: 'list', value: plain(list) }]),
    ...(index === null ? [] : [{ kind: 'index', value: index }]),
  ];
  return rows.map((row) => ({ ...row, hash: hashOf(row.value) }));
}

export async function addTraits(db: Queryable, account: AccountId, thread: ThreadId, traits: Traits): Promise<void> {
  const rows = traitRows(traits);
  await db.query(
    `INSERT INTO thread_traits (account, thread, kind, value_hash, value)
     SELECT $1, $2, t.kind, t.hash, t.value FROM unnest($3::text[], $4::bytea[], $5::text[]) AS t (kind, hash, value)
     ON CONFLICT DO NOTHING`,
    [account, thread, rows.map(({ kind }) => kind), rows.map(({ hash }) => hash), rows.map(({ value }) => value)],
  );
}

/** The threads with a mail of this Thread-Index root, the oldest first, at most ten. */
export async function threadsIndexed(db: Queryable, account: AccountId, root: string): Promise<ThreadId[]> {
  const { rows } = await db.query<{ thread: ThreadId }>(
    `SELECT coalesce(moved_to, thread) AS thread FROM thread_traits JOIN threads USING (thread)
     WHERE thread_traits.account = $1 AND thread_traits.kind = 'index' AND value_hash = $2 ORDER BY opened_at, thread
     LIMIT 10`,
    [account, hashOf(root)],
  );
  return [...new Set(rows.map(({ thread }) => thread))];
}

/**
 * The threads of an account that tokens name, in the order of the tokens. A token that a leaked key made names one only
 * where we have a mail of ours in it that was frozen under that key, and so may have carried it.
 */
export async function threadsBeginning(
  db: Queryable,
  account: AccountId,
  tokens: readonly TokenStart[],
): Promise<ThreadId[]> {
  const { rows } = await db.query<{ thread: ThreadId }>(
    `SELECT coalesce(t.moved_to, t.thread) AS thread
     FROM unnest($2::text[], $3::integer[]) WITH ORDINALITY AS s (start, leaked, place)
     JOIN threads t ON t.account = $1 AND left(t.thread, 13) = s.start
     WHERE s.leaked IS NULL OR EXISTS (SELECT FROM outgoing o
       WHERE o.thread = t.thread AND o.key_version = s.leaked AND o.frozen_at IS NOT NULL)
     ORDER BY s.place`,
    [account, tokens.map(({ start }) => start), tokens.map(({ leaked }) => leaked)],
  );
  return [...new Set(rows.map(({ thread }) => thread))];
}

/**
 * Every message of an account with one of these Message-IDs or keys; and whether one of these keyed hashes
 * (`IdKey.erased`) is of a mail that was erased, or of an address that was, after the mail had been delivered.
 */
export async function messagesLike(
  db: Queryable,
  account: AccountId,
  messageIds: readonly MessageId[],
  keys: readonly MessageKey[],
  erased: { readonly hashes: readonly string[]; readonly delivered: Date },
): Promise<{ readonly similar: KnownMessage[]; readonly isErased: boolean }> {
  const { rows } = await db.query<{
    message: MessageKey;
    thread: ThreadId;
    direction: KnownMessage['direction'];
    message_id: MessageId;
    content_hash: string;
    words_hash: string | null;
    list: string | null;
    facts: unknown;
    outgoing: MessageKey | null;
    erased: boolean;
  }>(
    `SELECT message, thread, direction, message_id, content_hash, words_hash, list, outgoing, facts, erased FROM (
       (SELECT message, thread, direction, message_id, content_hash, words_hash, list, outgoing, facts, seq,
          false AS erased
        FROM messages WHERE account = $1 AND (id_hash = ANY($2::bytea[]) OR message = ANY($3::text[]))
        ORDER BY seq LIMIT 100)
       UNION ALL
       (SELECT '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, true FROM erased
        WHERE account = $1 AND hash = ANY($4::text[]) AND coalesce(before > $5::timestamptz, true) LIMIT 1)
     ) found ORDER BY seq`,
    [account, messageIds.map(idHash), keys, erased.hashes, erased.delivered],
  );
  const found = rows.filter((row) => !row.erased);
  const similar = found.map((row) => ({
    ...{ message: row.message, thread: row.thread, direction: row.direction, list: row.list, outgoing: row.outgoing },
    ...fromAs(readMessageFacts(row.facts)),
    ...{ messageId: row.message_id, contentHash: row.content_hash, wordsHash: row.words_hash },
  }));
  return { similar, isErased: found.length < rows.length };
}

function fromAs({ from, sender }: MessageFacts): Pick<KnownMessage, 'as' | 'from'> {
  const [one, second] = from;
  return { as: sender?.as ?? null, from: one === undefined || second !== undefined ? null : one.address };
}

/**
 * What threads are, as far as it matters for these people, this list and this organisation.
 *
 * @param about.from `addressKey` of the first address of From, whose part in each thread is asked; null for none
 * @param about.organisation the sender's (`organisationOf`); null for none
 */
export async function candidatesOf(
  db: Queryable,
  threads: readonly ThreadId[],
  about: {
    readonly people: readonly string[];
    readonly list: string | null;
    readonly from: string | null;
    readonly organisation: string | null;
  },
): Promise<Map<ThreadId, JoinableThread>> {
  const { rows } = await db.query<{
    thread: ThreadId;
    kind: 'in' | 'entered' | 'domain' | 'standing' | 'subject' | 'list' | 'gathers' | 'admission' | 'quiet' | 'beside';
    value: string;
  }>(
    `SELECT thread, CASE standing WHEN 'participant' THEN 'in' ELSE 'entered' END AS kind, address AS value FROM
       thread_people
       WHERE thread = ANY($1::text[]) AND address = ANY($2::text[])
         AND (standing = 'participant' OR (standing = 'newcomer' AND via = 'from'))
     UNION ALL
     SELECT DISTINCT thread, 'domain', domain FROM thread_people, substring(address FROM '[^@]*$') AS domain
       WHERE thread = ANY($1::text[]) AND standing = 'participant'
         AND (domain = $6::text OR right(domain, length($6) + 1) = '.' || $6)
     UNION ALL
     SELECT thread, 'standing', standing FROM thread_people WHERE thread = ANY($1::text[]) AND address = $5
     UNION ALL
     SELECT thread, 'list', value FROM thread_traits
       WHERE thread = ANY($1::text[]) AND kind = 'list' AND value_hash = $3
     UNION ALL
     SELECT t.thread, 'subject', s.value FROM unnest($1::text[]) AS t (thread), LATERAL (
       SELECT value FROM thread_traits WHERE thread = t.thread AND kind = 'subject' ORDER BY at LIMIT $4) s
     UNION ALL
     SELECT thread, k.kind, k.value FROM threads, LATERAL (VALUES ('gathers', threads.kind), ('admission', entry),
     ('quiet', quiet::text)) AS k
     (kind, value)
       WHERE thread = ANY($1::text[])
     UNION ALL
     SELECT thread, 'beside', first_thread FROM side_conversations WHERE thread = ANY($1::text[])
     UNION ALL
     SELECT t.thread, 'beside', s.thread FROM unnest($1::text[]) AS t (thread), LATERAL (
       SELECT thread FROM side_conversations WHERE first_thread = t.thread ORDER BY at DESC LIMIT ${BESIDE_MAX}) s`,
    [
      threads,
      about.people,
      about.list === null ? null : hashOf(plain(about.list)),
      SUBJECTS_MAX,
      about.from,
      about.organisation,
    ],
  );
  const values = (thread: ThreadId, kind: string) =>
    rows.filter((row) => row.thread === thread && row.kind === kind).map(({ value }) => value);
  return new Map(
    threads.map((thread) => {
      const [standing = null] = values(thread, 'standing');
      const [gathers = 'mail'] = values(thread, 'gathers');
      return [
        thread,
        {
          people: new Set(values(thread, 'in')),
          domains: new Set(values(thread, 'domain')),
          entered: new Set(values(thread, 'entered')),
          subjects: values(thread, 'subject'),
          lists: new Set(values(thread, 'list')),
          gathers: gathers as JoinableThread['gathers'],
          open: values(thread, 'admission').includes('open'),
          quiet: values(thread, 'quiet').includes('true'),
          standing: standing as JoinableThread['standing'],
          beside: values(thread, 'beside') as ThreadId[],
        },
      ];
    }),
  );
}

/** Another id of a mail of ours, in the thread where that mail is now. */
export async function addAlias(db: Queryable, message: MessageKey, alias: MessageId): Promise<void> {
  await db.query(
    `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind, alias_of, placed)
     SELECT account, $2, thread, $3, 'alias', message, placed_by IS NOT NULL FROM messages WHERE message = $1 AND
     message_id <> $3
     ON CONFLICT (account, id_hash, thread) DO UPDATE SET kind = 'alias', alias_of = $1 WHERE thread_ids.kind =
     'reference'`,
    [message, idHash(alias), alias],
  );
}

/** text cannot hold U+0000. */
function plain(text: string): string {
  return text.replaceAll('\0', '');
}

function hashOf(value: string): Buffer {
  return createHash('sha256').update(value, 'utf8').digest();
}

/** A mail of Mailroom itself to somebody of the thread: what answers it belongs there. */
export async function nameThreadBy(
  db: Queryable,
  named: { readonly account: AccountId; readonly thread: ThreadId; readonly messageId: MessageId },
): Promise<void> {
  await db.query(
    `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind) VALUES ($1, $2, $3, $4, 'message')
     ON CONFLICT (account, id_hash, thread) DO NOTHING`,
    [named.account, idHash(named.messageId), named.thread, named.messageId],
  );
}

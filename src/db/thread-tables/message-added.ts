/** A message with everything that its thread is known by from then on, in one statement. */
import type { SearchText } from '../../bridge/search/search-text.ts';
import type { MessageKey } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import { together } from '../pool.ts';
import type { Transaction } from '../pool.ts';
import { SEARCH_COLUMNS, searchParameters, searchRows, searchValues } from '../search-tables/search-texts.ts';
import type { NewPerson } from './people-of-thread.ts';
import { traitRows } from './thread-traits.ts';
import type { Traits } from './thread-traits.ts';
import { idHash } from './threads.ts';
import type { Message } from './threads.ts';

/** A message that is added. */
export type NewMessage = Omit<Message, 'seq' | 'kind'> & {
  /** See `wordsHash`; null where it could not be read. */
  readonly words?: string | null;
  /** The List-Id that it came by. */
  readonly list?: string | null;
  /** The `seq` that was kept for it, where it was suspected; else it comes last. */
  readonly place?: number | null;
  /** What can be found of it; null or absent for nothing. */
  readonly text?: SearchText | null;
};

/** What a message brings into its thread. */
export interface Brought {
  readonly people: readonly NewPerson[];
  readonly traits: Traits | null;
}

export interface AddedMessage {
  /** False where it was known already; then nothing was written. */
  readonly added: boolean;
  /** Those who are in the thread by it, or are more there than they were (`addressKey`). */
  readonly entered: readonly string[];
}

/**
 * Adds a message, every id that its thread is known by through it, its people and traits. Who is in the thread stays as
 * they are, but for a newcomer whom a participant now writes to: they take part from then on. What a member of the team
 * decided is never changed by a mail.
 */
export function addMessage(
  tx: Transaction,
  message: NewMessage,
  brought: Brought = { people: [], traits: null },
): Promise<AddedMessage> {
  return together(tx, addMessages, { message, brought });
}

/** As `addMessage`, for messages of different threads, in one statement. */
async function addMessages(
  tx: Transaction,
  all: readonly { readonly message: NewMessage; readonly brought: Brought }[],
): Promise<readonly AddedMessage[]> {
  const ids = all.flatMap(({ message }) => namedIds(message).map((id) => ({ ...id, of: message.message })));
  const people = all.flatMap(({ message, brought }) =>
    [...new Map(brought.people.toReversed().map((one) => [one.address, one])).values()].map((one) => ({
      ...one,
      of: message.message,
    })),
  );
  const traits = all.flatMap(({ message, brought }) =>
    brought.traits === null ? [] : traitRows(brought.traits).map((row) => ({ ...row, of: message.message })),
  );
  const texts = all.flatMap(({ message: { message, text = null } }) => (text === null ? [] : [{ message, text }]));
  const { rows } = await tx.query<{ message: MessageKey; added: boolean; entered: string[] }>(
    // Everybody who writes into several threads locks them in this order, and all of them before anything is written.
    `WITH locked AS (
       SELECT FROM threads WHERE thread = ANY($3::text[]) ORDER BY thread COLLATE "C" FOR NO KEY UPDATE
     ), given AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[],
         $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[]) WITH ORDINALITY
         AS g (message, account, thread, direction, message_id, id_hash, content_hash, mail, outgoing, facts,
           words_hash, list, place, nth)
       WHERE (SELECT count(*) FROM locked) >= 0 ORDER BY nth
     ), added AS (
       INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, mail, outgoing,
         facts, words_hash, list, seq)
       OVERRIDING SYSTEM VALUE SELECT message, account, thread, direction, message_id, id_hash, content_hash, mail,
         outgoing, facts::json, words_hash, list, coalesce(place, nextval(pg_get_serial_sequence('messages', 'seq')))
       FROM given ON CONFLICT (message) DO NOTHING RETURNING message, account, thread
     ), named AS (
       INSERT INTO thread_ids (account, id_hash, thread, message_id, kind)
       SELECT a.account, i.hash, a.thread, i.id, i.kind
       FROM added a JOIN unnest($14::bytea[], $15::text[], $16::text[], $23::text[]) AS i (hash, id, kind, message)
       USING (message)
       ON CONFLICT (account, id_hash, thread) DO UPDATE SET kind = 'message' WHERE excluded.kind = 'message'
     ), moved AS (
       UPDATE threads t SET last_at = now() FROM added a WHERE t.thread = a.thread
     ), entered AS (
       INSERT INTO thread_people AS known (account, thread, address, standing, via)
       SELECT a.account, a.thread, p.address, p.standing, p.via
       FROM added a JOIN unnest($17::text[], $18::text[], $19::text[], $24::text[]) AS p (address, standing, via,
         message) USING (message)
       ON CONFLICT (thread, address) DO UPDATE SET standing = 'participant'
         WHERE known.standing = 'newcomer' AND known.decided_by IS NULL AND excluded.standing = 'participant'
       RETURNING thread, address
     ), traits AS (
       INSERT INTO thread_traits (account, thread, kind, value_hash, value)
       SELECT a.account, a.thread, t.kind, t.hash, t.value
       FROM added a JOIN unnest($20::text[], $21::bytea[], $22::text[], $25::text[]) AS t (kind, hash, value, message)
       USING (message)
       ON CONFLICT DO NOTHING
     ), texts AS (
       INSERT INTO search_texts (account, thread, message, ${SEARCH_COLUMNS})
       SELECT a.account, a.thread, a.message, ${searchValues('s')}
       FROM added a JOIN ${searchRows('s', 26, [['message', 'text']])} USING (message)
       ON CONFLICT DO NOTHING
     )
     SELECT g.message, EXISTS (SELECT FROM added a WHERE a.message = g.message) AS added,
       ARRAY(SELECT e.address FROM entered e WHERE e.thread = g.thread) AS entered FROM given g`,
    [
      ...columnsOf(all.map(({ message }) => message)),
      ids.map(({ id }) => idHash(id)),
      ids.map(({ id }) => id),
      ids.map(({ kind }) => kind),
      people.map(({ address }) => address),
      people.map(({ standing }) => standing),
      people.map(({ via }) => via),
      traits.map(({ kind }) => kind),
      traits.map(({ hash }) => hash),
      traits.map(({ value }) => value),
      ids.map(({ of }) => of),
      people.map(({ of }) => of),
      traits.map(({ of }) => of),
      texts.map(({ message }) => message),
      ...searchParameters(texts.map(({ text }) => text)),
    ],
  );
  const written = new Map(rows.map(({ message, ...one }) => [message, one]));
  return all.map(({ message }) => {
    const one = written.get(message.message);
    if (one === undefined) throw new Error('add message: a message without its row');
    return one;
  });
}

/** The columns of messages. */
function columnsOf(messages: readonly NewMessage[]): unknown[][] {
  const each = <Value>(value: (message: NewMessage) => Value) => messages.map(value);
  return [
    each(({ message }) => message),
    each(({ account }) => account),
    each(({ thread }) => thread),
    each(({ direction }) => direction),
    each(({ messageId }) => messageId),
    each(({ messageId }) => idHash(messageId)),
    each(({ contentHash }) => contentHash),
    each(({ mail }) => mail),
    each(({ outgoing }) => outgoing),
    each(({ facts }) => JSON.stringify(facts)),
    each(({ words }) => words ?? null),
    each(({ list }) => list?.replaceAll('\0', '') ?? null),
    each(({ place }) => place ?? null),
  ];
}

/** Its own id, and those that it refers to. */
function namedIds({
  messageId,
  facts,
}: NewMessage): readonly { readonly id: MessageId; readonly kind: 'message' | 'reference' }[] {
  const references = new Set([...facts.inReplyTo, ...facts.references]);
  references.delete(messageId);
  return [{ id: messageId, kind: 'message' }, ...[...references].map((id) => ({ id, kind: 'reference' as const }))];
}

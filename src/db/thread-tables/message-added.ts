/** A message with everything that its thread is known by from then on, in one statement. */
import type { MessageId } from '../../mail/types.ts';
import { onlyRow } from '../pool.ts';
import type { Transaction } from '../pool.ts';
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
export async function addMessage(
  tx: Transaction,
  message: NewMessage,
  brought: Brought = { people: [], traits: null },
): Promise<AddedMessage> {
  const ids = namedIds(message);
  const people = [...new Map(brought.people.toReversed().map((one) => [one.address, one])).values()];
  const traits = brought.traits === null ? [] : traitRows(brought.traits);
  const result = await tx.query<{ added: number; entered: string[] }>(
    `WITH added AS (
       INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, mail, outgoing,
         facts, words_hash, list, seq)
       OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
         coalesce($13, nextval(pg_get_serial_sequence('messages', 'seq'))))
       ON CONFLICT (message) DO NOTHING RETURNING account, thread
     ), named AS (
       INSERT INTO thread_ids (account, id_hash, thread, message_id, kind)
       SELECT a.account, i.hash, a.thread, i.id, i.kind
       FROM added a, unnest($14::bytea[], $15::text[], $16::text[]) AS i (hash, id, kind)
       ON CONFLICT (account, id_hash, thread) DO UPDATE SET kind = 'message' WHERE excluded.kind = 'message'
     ), moved AS (
       UPDATE threads t SET last_at = now() FROM added a WHERE t.thread = a.thread
     ), entered AS (
       INSERT INTO thread_people AS known (account, thread, address, standing, via)
       SELECT a.account, a.thread, p.address, p.standing, p.via
       FROM added a, unnest($17::text[], $18::text[], $19::text[]) AS p (address, standing, via)
       ON CONFLICT (thread, address) DO UPDATE SET standing = 'participant'
         WHERE known.standing = 'newcomer' AND known.decided_by IS NULL AND excluded.standing = 'participant'
       RETURNING address
     ), traits AS (
       INSERT INTO thread_traits (account, thread, kind, value_hash, value)
       SELECT a.account, a.thread, t.kind, t.hash, t.value
       FROM added a, unnest($20::text[], $21::bytea[], $22::text[]) AS t (kind, hash, value)
       ON CONFLICT DO NOTHING
     )
     SELECT (SELECT count(*) FROM added) AS added, ARRAY(SELECT address FROM entered) AS entered`,
    [
      message.message,
      message.account,
      message.thread,
      message.direction,
      message.messageId,
      idHash(message.messageId),
      message.contentHash,
      message.mail,
      message.outgoing,
      JSON.stringify(message.facts),
      message.words ?? null,
      message.list?.replaceAll('\0', '') ?? null,
      message.place ?? null,
      ids.map(({ id }) => idHash(id)),
      ids.map(({ id }) => id),
      ids.map(({ kind }) => kind),
      people.map(({ address }) => address),
      people.map(({ standing }) => standing),
      people.map(({ via }) => via),
      traits.map(({ kind }) => kind),
      traits.map(({ hash }) => hash),
      traits.map(({ value }) => value),
    ],
  );
  const { added, entered } = onlyRow(result, 'add message');
  return { added: added === 1, entered };
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

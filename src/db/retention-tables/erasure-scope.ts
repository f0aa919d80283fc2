/**
 * What an address or a thread has to do with: the facts that an erasure is decided on. One SQL statement a function.
 */
import type { AccountId, MessageKey, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import type { MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { readMessageFacts, type MessageFacts } from '../thread-tables/threads.ts';

export interface ScopeMessage {
  readonly message: MessageKey;
  readonly thread: ThreadId;
  readonly direction: 'in' | 'out' | 'colleague';
  readonly messageId: MessageId;
  readonly mail: number | null;
  readonly outgoing: string | null;
  readonly facts: MessageFacts;
}

type MessageRow = Omit<ScopeMessage, 'facts'> & { readonly facts: unknown };
const MESSAGE = `message, thread, direction, message_id AS "messageId", mail, outgoing, facts`;

/** All messages of the threads of an account in which one names one of these keys, or that are one of these. */
export async function messagesAround(
  db: Queryable,
  account: AccountId,
  about: { readonly keys: readonly string[]; readonly threads: readonly string[] },
): Promise<ScopeMessage[]> {
  const { rows } = await db.query<MessageRow>(
    `SELECT ${MESSAGE} FROM messages WHERE account = $1 AND thread IN (
       SELECT thread FROM messages m WHERE account = $1 AND EXISTS (
         SELECT FROM unnest($2::text[]) AS k (key) WHERE strpos(lower(m.facts::text), k.key) > 0)
       UNION SELECT unnest($3::text[])) ORDER BY seq`,
    [account, about.keys, about.threads],
  );
  return rows.map((row) => ({ ...row, facts: readMessageFacts(row.facts) }));
}

export interface ScopeOutgoing {
  readonly outgoing: MessageKey;
  readonly thread: ThreadId;
  readonly state: string;
  readonly messageId: MessageId;
  readonly recipients: unknown;
}

/** Mails of ours that no message stands for, of those threads or to one of these keys. */
export async function outgoingAround(
  db: Queryable,
  account: AccountId,
  about: { readonly keys: readonly string[]; readonly threads: readonly string[] },
): Promise<ScopeOutgoing[]> {
  const { rows } = await db.query<ScopeOutgoing>(
    `SELECT outgoing, thread, state, message_id AS "messageId", recipients FROM outgoing o WHERE account = $1
       AND NOT EXISTS (SELECT FROM messages m WHERE m.message = o.outgoing AND m.erasure IS NOT NULL)
       AND (thread = ANY($3::text[]) OR EXISTS (
         SELECT FROM unnest($2::text[]) AS k (key) WHERE strpos(lower(o.recipients::text), k.key) > 0))`,
    [account, about.keys, about.threads],
  );
  return rows;
}

export interface ScopeImported {
  readonly import: string;
  readonly ordinal: number;
  readonly thread: ThreadId | null;
  readonly mail: number | null;
  readonly sha256: Buffer | null;
  readonly facts: unknown;
}

/** Mails that imports found: all of the threads in which one names one of these keys, or that are one of these. */
export async function importedAround(
  db: Queryable,
  account: AccountId,
  about: { readonly keys: readonly string[]; readonly threads: readonly string[] },
): Promise<ScopeImported[]> {
  const { rows } = await db.query<ScopeImported>(
    `WITH named AS MATERIALIZED (
       SELECT i.import, i.ordinal, i.thread FROM import_mails i WHERE account = $1 AND EXISTS (
         SELECT FROM unnest($2::text[]) AS k (key) WHERE strpos(lower(i.facts::text), k.key) > 0))
     SELECT import, ordinal, thread, mail, sha256, facts FROM import_mails i WHERE account = $1 AND facts IS NOT NULL
       AND ((import, ordinal) IN (SELECT import, ordinal FROM named) OR thread = ANY($3::text[])
         OR thread IN (SELECT thread FROM named)) ORDER BY import, ordinal`,
    [account, about.keys, about.threads],
  );
  return rows;
}

/** Every copy of these messages among the stored mails, with its hash. */
export async function mailsOf(
  db: Queryable,
  account: AccountId,
  about: {
    readonly messages: readonly string[];
    readonly mails: readonly number[];
    readonly threads: readonly string[];
  },
): Promise<{ readonly mail: number; readonly sha256: Buffer | null }[]> {
  const { rows } = await db.query<{ mail: number; sha256: Buffer | null }>(
    `SELECT mail, sha256 FROM mails WHERE account = $1 AND (mail = ANY($2::bigint[]) OR message = ANY($3::text[])
       OR message IN (SELECT message FROM messages WHERE thread = ANY($4::text[])))`,
    [account, about.mails, about.messages, about.threads],
  );
  return rows;
}

/** Mails of which somebody still has to decide, of the account; whom they name their bytes alone say. */
export async function undecidedMails(
  db: Queryable,
  account: AccountId,
): Promise<{ readonly mail: number; readonly sha256: Buffer | null; readonly message: MessageKey | null }[]> {
  const { rows } = await db.query<{ mail: number; sha256: Buffer | null; message: MessageKey | null }>(
    `SELECT mail, sha256, message FROM mails WHERE account = $1 AND state IN ('held', 'overflow', 'quarantined')
     ORDER BY mail`,
    [account],
  );
  return rows;
}

/** The rooms of an account in which one of these users is or was. */
export async function roomsWith(
  db: Queryable,
  account: AccountId,
  users: readonly string[],
): Promise<{ readonly room: RoomId; readonly whom: UserId }[]> {
  const { rows } = await db.query<{ room: RoomId; whom: UserId }>(
    `SELECT m.room, m.user_id AS whom FROM members m JOIN rooms r USING (room)
     WHERE r.account = $1 AND m.user_id = ANY($2::text[])`,
    [account, users],
  );
  return rows;
}

/** The account of a thread; null for none. */
export async function accountOfThread(db: Queryable, thread: string): Promise<AccountId | null> {
  const { rows } = await db.query<{ account: AccountId }>('SELECT account FROM threads WHERE thread = $1', [thread]);
  return rows[0]?.account ?? null;
}

/** Which of these users are ghosts that the homeserver knows. */
export async function ghostsThere(db: Queryable, users: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ user: string }>(
    'SELECT user_id AS user FROM ghosts WHERE user_id = ANY($1::text[])',
    [users],
  );
  return rows.map(({ user }) => user);
}

/** Every address that is known of anybody, in small letters. */
export async function* addressesKnown(db: Queryable): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await db.query<{ address: string }>(
      `SELECT address FROM (SELECT lower(address) AS address FROM ghosts UNION SELECT address FROM thread_people) a
       WHERE address > $1 ORDER BY address LIMIT 1000`,
      [after],
    );
    for (const { address } of rows) yield address;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.address;
  }
}

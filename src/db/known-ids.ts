/**
 * What is stored under an id that was derived under any version of the key. One SQL statement a function; none where
 * there is one version.
 */
import type { MessageKey, SendPurpose, Sought, ThreadId, AccountId } from '../bridge/types.ts';
import type { Queryable } from './pool.ts';

/** The id of the thread that is there, else the one to be made. */
export async function knownThread(db: Queryable, { make, known }: Sought<ThreadId>): Promise<ThreadId> {
  if (known.length < 2) return make;
  const { rows } = await db.query<{ thread: ThreadId }>(
    'SELECT thread FROM threads WHERE thread = ANY($1::text[]) ORDER BY array_position($1::text[], thread) LIMIT 1',
    [known],
  );
  return rows[0]?.thread ?? make;
}

/** The id of the mail that is there, shown or suspected, else the one to be made. */
export async function knownMessage(
  db: Queryable,
  account: AccountId,
  { make, known }: Sought<MessageKey>,
): Promise<MessageKey> {
  if (known.length < 2) return make;
  const { rows } = await db.query<{ message: MessageKey }>(
    `SELECT message FROM messages WHERE message = ANY($2::text[])
     UNION ALL SELECT message FROM mails
       WHERE account = $1 AND state IN ('held', 'overflow') AND message = ANY($2::text[])
     UNION ALL SELECT subject FROM matrix_sends
       WHERE account = $1 AND purpose IN ('suspected', 'overflow') AND part = 0 AND subject = ANY($2::text[])
     LIMIT 1`,
    [account, known],
  );
  return rows[0]?.message ?? make;
}

/** The send of a purpose that is there, else the one that would be made. */
export async function knownSend(
  db: Queryable,
  account: AccountId,
  { kind, of, detail }: SendPurpose,
  { make, known }: Sought<string>,
): Promise<string> {
  if (known.length < 2) return make;
  const { rows } = await db.query<{ send: string }>(
    `SELECT send FROM matrix_sends WHERE send = ANY($1::text[])
     UNION ALL SELECT send FROM matrix_sends WHERE account = $2 AND purpose = $3 AND subject = $4 AND part = 0 LIMIT 1`,
    [known, account, kind, detail === undefined ? of : `${of} ${detail}`],
  );
  return rows[0]?.send ?? make;
}

/** Which of these mails of ours have a row: what people wrote, and what Mailroom wrote by itself. */
export async function ownRows(db: Queryable, keys: readonly MessageKey[]): Promise<ReadonlySet<MessageKey>> {
  if (keys.length === 0) return new Set();
  const { rows } = await db.query<{ key: MessageKey }>(
    `SELECT outgoing AS key FROM outgoing WHERE outgoing = ANY($1::text[])
     UNION ALL SELECT message FROM messages WHERE message = ANY($1::text[]) AND direction = 'out'
     UNION ALL SELECT notice FROM notices WHERE notice = ANY($1::text[])`,
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}

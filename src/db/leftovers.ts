/**
 * What is in a database from before the keys had versions and was won by ways that are closed since: nobody wins it
 * any more, and nothing of it is undone by itself, since honest mail came by the same ways. One SQL statement a
 * function; at most `LEFT_MAX` each. What was written since the upgrade is never among it.
 */
import type { AccountId, MessageKey, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import type { Address, MessageId } from '../mail/types.ts';
import type { Queryable, Transaction } from './pool.ts';

/** How many of each kind are told. */
export const LEFT_MAX = 50;

/** When this database was upgraded; a fresh one has nothing older. */
const UPGRADED = `(SELECT applied_at FROM schema_migrations WHERE name LIKE '%\\_keys')`;
/** json cannot be taken apart where a mail had U+0000. */
const READABLE = `m.facts::text NOT LIKE '%\\u0000%'`;
const FROM_OF = (people: string) =>
  `(SELECT lower(one ->> 'address') FROM json_array_elements(m.facts -> '${people}') AS one)`;

interface InThread {
  readonly account: AccountId;
  readonly thread: ThreadId;
}

/**
 * Whoever takes part since a mail of theirs named a list, and by nothing else: no mail of theirs came without a list,
 * they did not begin the conversation, and nobody else's mail went to them.
 */
export async function participantsByList(
  db: Queryable,
  accounts: readonly AccountId[],
): Promise<(InThread & { readonly address: Address })[]> {
  const { rows } = await db.query<InThread & { address: Address }>(
    `SELECT DISTINCT p.account, p.thread, p.address FROM thread_people p
     JOIN threads t ON t.thread = p.thread AND t.kind = 'mail'
     WHERE p.account = ANY($1::text[]) AND p.standing = 'participant' AND p.via = 'from' AND p.decided_by IS NULL
       AND p.at < ${UPGRADED}
       AND EXISTS (SELECT FROM messages m WHERE m.thread = p.thread AND m.list IS NOT NULL AND m.direction = 'in'
         AND ${READABLE} AND p.address IN ${FROM_OF('from')})
       AND NOT EXISTS (SELECT FROM messages m WHERE m.thread = p.thread AND ${READABLE} AND (
         (p.address IN ${FROM_OF('from')}
           AND (m.list IS NULL OR m.seq = (SELECT min(seq) FROM messages o WHERE o.thread = p.thread)))
         OR (p.address NOT IN ${FROM_OF('from')}
           AND (p.address IN ${FROM_OF('to')} OR p.address IN ${FROM_OF('cc')}))))
     LIMIT ${LEFT_MAX}`,
    [accounts],
  );
  return rows;
}

/** Lists that a conversation is known by, where no mail of the list in it came from a sender who was shown to be it. */
export async function listsOfThreads(
  db: Queryable,
  accounts: readonly AccountId[],
): Promise<(InThread & { readonly list: string })[]> {
  const { rows } = await db.query<InThread & { list: string }>(
    `SELECT r.account, r.thread, r.value AS list FROM thread_traits r
     WHERE r.account = ANY($1::text[]) AND r.kind = 'list' AND r.at < ${UPGRADED}
       AND NOT EXISTS (SELECT FROM messages m WHERE m.thread = r.thread AND lower(m.list) = r.value
         AND ${READABLE} AND m.facts -> 'sender' ->> 'verdict' = 'pass')
     LIMIT ${LEFT_MAX}`,
    [accounts],
  );
  return rows;
}

/** Ids that mails of a conversation name, and that are the mail address of somebody whom the account knows. */
export async function addressesAsIds(
  db: Queryable,
  accounts: readonly AccountId[],
): Promise<(InThread & { readonly id: MessageId })[]> {
  const { rows } = await db.query<InThread & { id: MessageId }>(
    `SELECT DISTINCT i.account, i.thread, i.message_id AS id FROM thread_ids i
     JOIN thread_people p ON p.account = i.account AND p.address = lower(btrim(i.message_id, '<>'))
     JOIN threads t ON t.thread = i.thread AND t.opened_at < ${UPGRADED}
     WHERE i.account = ANY($1::text[]) AND i.kind = 'reference' AND NOT i.placed LIMIT ${LEFT_MAX}`,
    [accounts],
  );
  return rows;
}

/** Recipients whom people chose whose address has not the form of one; what it is the reader of addresses decides. */
export async function oddRecipients(
  db: Queryable,
  accounts: readonly AccountId[],
): Promise<(InThread & { readonly address: string })[]> {
  const { rows } = await db.query<InThread & { address: string }>(
    `SELECT account, thread, address FROM thread_recipients
     WHERE account = ANY($1::text[]) AND field <> 'none' AND at < ${UPGRADED}
       AND address !~ '^[A-Za-z0-9.!#$%&''*+/=?^_\`{|}~-]+@[A-Za-z0-9.-]+$' LIMIT 1000`,
    [accounts],
  );
  return rows;
}

/** Ghosts with their addresses, whose user id has an escape of what no plain address has. */
export async function oddGhosts(db: Queryable): Promise<{ readonly user: UserId; readonly address: Address }[]> {
  const { rows } = await db.query<{ user: UserId; address: Address }>(
    `SELECT user_id AS "user", address FROM ghosts
     WHERE registered_at < ${UPGRADED} AND address !~ '^[a-z0-9.!#$%&''*+/=?^_\`{|}~-]+@[a-z0-9.-]+$' LIMIT 1000`,
  );
  return rows;
}

/** Mails that were shown as a colleague's because their trace seemed to say that they were handed in at our server. */
export async function colleaguesByTrace(
  db: Queryable,
  accounts: readonly AccountId[],
): Promise<(InThread & { readonly message: MessageKey; readonly mail: number })[]> {
  const { rows } = await db.query<InThread & { message: MessageKey; mail: number }>(
    `SELECT m.account, m.thread, m.message, m.mail FROM messages m JOIN mails ON mails.mail = m.mail
     WHERE m.account = ANY($1::text[]) AND m.direction = 'colleague' AND mails.role = 'watched' AND m.at < ${UPGRADED}
       AND ${READABLE} AND m.facts -> 'sender' ->> 'reason' = 'submission'
     ORDER BY m.seq DESC LIMIT 500`,
    [accounts],
  );
  return rows;
}

/** Rooms that Mailroom made, with people who are in them or were asked into them and who are not of these teams. */
export async function roomsOfOthers(
  db: Queryable,
  account: AccountId,
  team: readonly UserId[],
): Promise<{ readonly room: RoomId; readonly users: readonly UserId[] }[]> {
  const { rows } = await db.query<{ room: RoomId; users: UserId[] }>(
    `SELECT r.room, array_agg(DISTINCT o.user_id) AS users FROM rooms r, LATERAL (
       SELECT json_array_elements_text(r.invited) AS user_id UNION
       SELECT m.user_id FROM members m WHERE m.room = r.room AND m.membership IN ('join', 'invite')) o
     WHERE r.account = $1 AND r.state = 'active' AND r.at < ${UPGRADED} AND o.user_id <> ALL($2::text[])
       AND NOT EXISTS (SELECT FROM started_rooms s WHERE s.room = r.room)
       AND o.user_id NOT IN (SELECT user_id FROM ghosts)
     GROUP BY r.room, r.last_event_at ORDER BY r.last_event_at DESC NULLS LAST LIMIT 200`,
    [account, team],
  );
  return rows;
}

/** Takes a part away that nobody of the team has decided about; false where there is none. */
export async function refuseParticipant(tx: Transaction, thread: ThreadId, address: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE thread_people SET standing = 'refused' WHERE thread = $1 AND address = $2 AND standing = 'participant'`,
    [thread, address],
  );
  return rowCount === 1;
}

export async function forgetList(tx: Transaction, thread: ThreadId, list: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM thread_traits WHERE thread = $1 AND kind = 'list' AND value = lower($2)`,
    [thread, list],
  );
  return rowCount === 1;
}

export async function forgetReference(tx: Transaction, thread: ThreadId, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `DELETE FROM thread_ids WHERE thread = $1 AND message_id = $2 AND kind = 'reference'`,
    [thread, id],
  );
  return rowCount === 1;
}

export async function dropRecipient(tx: Transaction, thread: ThreadId, address: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE thread_recipients SET field = 'none' WHERE thread = $1 AND address = $2 AND field <> 'none'`,
    [thread, address],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Makes a mail that was taken for a colleague's one from outside whose sender nobody vouches for; whoever takes part by
 * it alone and was not decided about is a newcomer from then on. False where it is none.
 */
export async function disownMessage(tx: Transaction, message: MessageKey): Promise<boolean> {
  const { rows } = await tx.query<{ thread: ThreadId; people: string[] }>(
    `UPDATE messages m SET direction = 'in', facts = jsonb_set(m.facts::jsonb, '{sender}',
       coalesce(m.facts::jsonb -> 'sender', '{}') || '{"verdict": "fail", "as": "marked", "marks": ["failed"]}')::json
     WHERE message = $1 AND direction = 'colleague'
     RETURNING thread, ARRAY(${FROM_OF('from')} UNION ${FROM_OF('to')} UNION ${FROM_OF('cc')}) AS people`,
    [message],
  );
  const [row] = rows;
  if (row === undefined) return false;
  await tx.query(
    `UPDATE thread_people p SET standing = 'newcomer'
     WHERE p.thread = $1 AND p.address = ANY($2::text[]) AND p.standing = 'participant' AND p.decided_by IS NULL
       AND NOT EXISTS (SELECT FROM messages m WHERE m.thread = $1 AND m.message <> $3 AND ${READABLE} AND (
         p.address IN ${FROM_OF('from')} OR p.address IN ${FROM_OF('to')} OR p.address IN ${FROM_OF('cc')}))`,
    [row.thread, row.people, message],
  );
  return true;
}

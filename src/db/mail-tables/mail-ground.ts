/** What a mail of ours is made of besides its own messages: one statement. */
import type { JsonObject, MessageKey } from '../../bridge/types.ts';
import type { Address } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';
import { sentIn } from '../room-tables/places.ts';
import { MESSAGE, toMessage } from '../thread-tables/threads.ts';
import type { Message, MessageRow, Thread } from '../thread-tables/threads.ts';
import type { Outgoing, OutgoingEvent } from './outgoing.ts';
import type { ThreadWriting } from './recipients-chosen.ts';

export interface MailGround {
  readonly thread: Thread;
  readonly writing: ThreadWriting;
  /** The mail that it answers, and the content of its first part as its room has it. */
  readonly parent: Message | null;
  readonly shown: JsonObject | null;
  /** Its author's name in the room. */
  readonly authorName: string | null;
  /** The mail that one of its messages forwards, which begins a side conversation. */
  readonly forwards: MessageKey | null;
  /** Whether one of its recipients may have to be told the conversation so far. */
  readonly owesHistory: boolean;
  /** Those of its recipients whose address is paused. */
  readonly paused: readonly Address[];
  /** Whether it needs somebody's yes, or had one. */
  readonly isDraft: boolean;
}

/**
 * Null where the thread is not there.
 *
 * @param keys the recipients by `addressKey`
 */
export async function mailGround(
  db: Queryable,
  { outgoing, thread, room, author, recipients }: Outgoing,
  messages: readonly OutgoingEvent[],
  keys: readonly string[],
): Promise<MailGround | null> {
  const { rows } = await db.query<
    Omit<MailGround, 'thread' | 'writing' | 'parent'> &
      Omit<Thread, 'thread'> & {
        readonly parent: MessageRow | null;
        readonly from: Address | null;
        readonly called: string | null;
        readonly senderOnly: boolean;
      }
  >(
    `SELECT t.account, t.subject, t.told, t.quiet, w.from_address AS from, w.subject AS called,
       coalesce(w.sender_only, false) AS "senderOnly", parent.row AS parent,
       (SELECT content FROM matrix_sends WHERE message = parent.message AND purpose = 'part' AND part = 0) AS shown,
       (SELECT name FROM members WHERE room = $3 AND user_id = $4) AS "authorName",
       (SELECT forwarded FROM side_conversations WHERE shown IN (
         SELECT send FROM matrix_sends WHERE event = ANY($6::text[]) AND ${sentIn('$3')}) LIMIT 1) AS forwards,
       EXISTS (SELECT FROM thread_recipients WHERE thread = $2 AND field <> 'none' AND address_key = ANY($7::text[])
         AND (quoted_in IS NULL OR quoted_in = $1)) AS "owesHistory",
       ARRAY(SELECT address FROM paused_addresses WHERE account = t.account AND address_key = ANY($7::text[])
         ORDER BY since, address) AS paused,
       EXISTS (SELECT FROM drafts WHERE outgoing = $1) AS "isDraft"
     FROM threads t LEFT JOIN thread_writing w ON w.thread = t.thread
     LEFT JOIN LATERAL (
       SELECT m.message, row_to_json(m) AS row FROM (
         SELECT ${MESSAGE} FROM messages WHERE thread = $2 AND message_id = $5 ORDER BY seq LIMIT 1) m) parent ON true
     WHERE t.thread = $2`,
    [outgoing, thread, room, author, recipients.answers, messages.map(({ event }) => event), keys],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { account, subject, told, quiet, from, called, senderOnly, parent, ...rest } = row;
  return {
    ...rest,
    thread: { thread, account, subject, told, quiet },
    writing: { from, subject: called, senderOnly },
    parent: parent === null ? null : toMessage(parent),
  };
}

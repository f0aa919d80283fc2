/**
 * What waits for a guest: how they stand, and what happened in their room since they were told. Read only. One SQL
 * statement a function.
 */
import type { GuestDelivery, GuestId, GuestState } from '../../bridge/guest/guest.ts';
import type {
  AccountId,
  EventId,
  JsonObject,
  MessageKey,
  RoomId,
  SendFile,
  ThreadId,
  UserId,
} from '../../bridge/types.ts';
import type { Address, MessageId } from '../../mail/types.ts';
import type { Queryable } from '../pool.ts';

/** How a guest stands, and what says how often they get mail. */
export interface GuestStanding {
  readonly guest: GuestId;
  readonly account: AccountId;
  readonly thread: ThreadId;
  readonly address: Address;
  readonly name: string;
  readonly state: GuestState;
  /** What stands behind this entry is for them; null as long as they are told nothing. */
  readonly since: number | null;
  /** Up to which entry they were told. */
  readonly readTo: number | null;
  /** How often, by the room; null where it says nothing. */
  readonly ofRoom: GuestDelivery | null;
  /** Whether their address is known not to take mail. */
  readonly refused: boolean;
  /** The room as it is now; null where there is none any more. */
  readonly room: RoomId | null;
  readonly subject: string;
  /** The welcome mail, which begins what they have of the room. */
  readonly welcome: MessageId | null;
}

/** Null where there is no such guest. */
export async function guestStanding(db: Queryable, guest: GuestId): Promise<GuestStanding | null> {
  const { rows } = await db.query<GuestStanding>(
    `SELECT g.guest, g.account, g.thread, g.address, g.name, g.state,
       g.since, CASE WHEN g.since IS NOT NULL THEN greatest(g.since, p.read_to) END AS "readTo",
       r.delivery AS "ofRoom", EXISTS (
         SELECT FROM paused_addresses a WHERE a.account = g.account AND a.address_key = g.address_key) AS refused,
       (SELECT room FROM rooms WHERE rooms.thread = g.thread AND rooms.kind = 'thread' AND rooms.state = 'active'
         ORDER BY generation DESC LIMIT 1) AS room,
       t.subject, n.message_id AS welcome
     FROM guests g JOIN guest_rooms r USING (thread) JOIN threads t ON t.thread = g.thread
     LEFT JOIN guest_progress p ON p.guest = g.guest
     LEFT JOIN notices n ON n.notice = g.welcome
     WHERE g.guest = $1`,
    [guest],
  );
  return rows[0] ?? null;
}

/** Something that was said in the room, in its raw form. */
export interface SaidEntry {
  readonly entry: number;
  readonly author: UserId;
  /** When it was put down. */
  readonly at: Date;
  /** Of what was said in the room; null for a mail. */
  readonly event: EventId | null;
  /** The JSON of the event, as it came; null where it is kept no more. */
  readonly body: Buffer | null;
  /** Of a mail of a guest; null for an event. */
  readonly message: MessageKey | null;
  /** The author's name in the room. */
  readonly name: string | null;
}

/**
 * The newest of what was said behind an entry and up to another, oldest first, without what the guest themselves wrote;
 * `more`: how many were said before those.
 */
export async function saidBehind(
  db: Queryable,
  { guest, thread, room }: Pick<GuestStanding, 'guest' | 'thread' | 'room'>,
  { after, to }: { readonly after: number; readonly to: number | null },
  most: number,
): Promise<{ readonly said: readonly SaidEntry[]; readonly more: number }> {
  const { rows } = await db.query<SaidEntry & { readonly all: number }>(
    `SELECT m.entry, m.author, m.at, m.event, e.body, m.message, n.name, count(*) OVER () AS all
     FROM guest_messages m LEFT JOIN events e ON e.event = m.event
     LEFT JOIN members n ON n.room = $3 AND n.user_id = m.author
     WHERE m.thread = $1 AND m.entry > $2 AND m.entry <= coalesce($4, m.entry) AND m.kind IN ('said', 'mail')
       AND m.guest IS DISTINCT FROM $5
     ORDER BY m.entry DESC LIMIT $6`,
    [thread, after, room, to, guest, most],
  );
  const said = rows.map(({ all: _, ...row }) => row).toReversed();
  return { said, more: (rows[0]?.all ?? 0) - said.length };
}

/** An edit of something that was said, or that it (or an edit) was taken back. */
export interface ChangeEntry {
  readonly entry: number;
  readonly kind: 'edit' | 'redact';
  readonly event: EventId;
  readonly of: EventId;
  readonly author: UserId;
  readonly body: Buffer | null;
}

/** What was changed behind an entry, in order. */
export async function changesBehind(db: Queryable, thread: ThreadId, after: number): Promise<ChangeEntry[]> {
  const { rows } = await db.query<ChangeEntry>(
    `SELECT m.entry, m.kind, m.event, m.of, m.author, e.body FROM guest_messages m
     LEFT JOIN events e ON e.event = m.event
     WHERE m.thread = $1 AND m.entry > $2 AND m.kind IN ('edit', 'redact') ORDER BY m.entry`,
    [thread, after],
  );
  return rows;
}

/** A part of a mail as its room shows it. */
export interface ShownPart {
  readonly message: MessageKey;
  readonly event: EventId | null;
  readonly content: JsonObject;
  /** Its files, with the placeholders that stand for them in the content. */
  readonly files: readonly SendFile[];
}

/** What the room shows of mails that came in, part by part. */
export async function guestMailParts(db: Queryable, messages: readonly MessageKey[]): Promise<ShownPart[]> {
  if (messages.length === 0) return [];
  const { rows } = await db.query<ShownPart>(
    `SELECT message, event, content, files FROM matrix_sends WHERE message = ANY($1::text[]) AND purpose = 'part'
     ORDER BY message, part`,
    [messages],
  );
  return rows;
}

/** What is replied to, or begins a Matrix thread. */
export interface RepliedTo {
  readonly event: EventId;
  readonly sender: UserId;
  readonly name: string | null;
  readonly at: Date;
  /** The event as it came, or its last edit, of what was said in the room. */
  readonly body: Buffer | null;
  /** Of a part of a mail. */
  readonly content: JsonObject | null;
}

/**
 * Those of these events that were said in the room behind an entry and not taken back. What stands before it is not
 * looked at: a guest who came later is not told of it by a reply either.
 */
export async function repliedBehind(
  db: Queryable,
  { thread, room }: Pick<GuestStanding, 'thread' | 'room'>,
  after: number,
  events: readonly EventId[],
): Promise<RepliedTo[]> {
  if (events.length === 0) return [];
  const { rows } = await db.query<RepliedTo>(
    `SELECT found.event, found.sender, n.name, found.at, found.body, found.content FROM (
       SELECT m.event, m.author AS sender, m.at, coalesce((
         SELECT e.body FROM guest_messages c JOIN events e ON e.event = c.event
         WHERE c.thread = m.thread AND c.of = m.event AND c.kind = 'edit' AND c.author = m.author AND NOT EXISTS (
           SELECT FROM guest_messages u WHERE u.thread = m.thread AND u.of = c.event AND u.kind = 'redact')
         ORDER BY c.entry DESC LIMIT 1), e.body) AS body, NULL::json AS content
       FROM guest_messages m LEFT JOIN events e ON e.event = m.event
       WHERE m.thread = $1 AND m.event = ANY($3::text[]) AND m.kind = 'said' AND m.entry > $4 AND NOT EXISTS (
         SELECT FROM guest_messages u WHERE u.thread = m.thread AND u.of = m.event AND u.kind = 'redact')
       UNION ALL
       SELECT s.event, s.sender, m.at, NULL, s.content FROM matrix_sends s
       JOIN guest_messages m ON m.message = s.message AND m.thread = s.thread
       WHERE s.event = ANY($3::text[]) AND s.thread = $1 AND s.purpose = 'part' AND m.entry > $4
     ) found LEFT JOIN members n ON n.room = $2 AND n.user_id = found.sender`,
    [thread, room, events, after],
  );
  return rows;
}

/** The guests of a room who are told what is said. */
export async function toldGuests(
  db: Queryable,
  thread: ThreadId,
): Promise<{ readonly guest: GuestId; readonly account: AccountId; readonly address: Address }[]> {
  const { rows } = await db.query<{ guest: GuestId; account: AccountId; address: Address }>(
    `SELECT guest, account, address FROM guests
     WHERE thread = $1 AND state = 'active' AND since IS NOT NULL ORDER BY guest`,
    [thread],
  );
  return rows;
}

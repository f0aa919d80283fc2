import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import type { AccountId, EventId, EventPurpose, MatrixSend, MessageKey, RoomId, ThreadId } from '../bridge/types.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import type { RoomKind } from '../db/room-tables/rooms.ts';
import type { JobDeps } from './deps.ts';

/** A room of ours. */
export interface KnownRoom {
  readonly room: RoomId;
  readonly account: AccountId;
  readonly thread: ThreadId | null;
  readonly kind: RoomKind;
  readonly state: 'making' | 'active' | 'replaced' | 'gone';
}

/** One event with everything that was known before the transaction began. */
export interface EventContext extends JobDeps {
  readonly account: Account;
  readonly room: KnownRoom;
  readonly event: StoredEvent;
  /** The event as it came. */
  readonly raw: unknown;
  /** The sender's power level in a room that people made; null in rooms of ours, and where it was not asked for. */
  readonly power: number | null;
  /** Whether the sender was of the team and is no more. */
  readonly former: boolean;
  /** What the room itself lets the sender do, where they ask a guest into it; null where that was not asked for. */
  readonly asked?: RoomSays | null;
}

/** What a room says of whom its members invite. */
export interface RoomSays {
  readonly mayInvite: boolean;
  readonly encrypted: boolean;
}

export interface AnswerOptions {
  /** Whether its sender is named, so that their client tells them. */
  readonly mention?: boolean;
  /** The event that it answers, where that is another. */
  readonly replyTo?: EventId;
  readonly threadRoot?: EventId | null;
  /** The mail that it is about. */
  readonly message?: MessageKey;
}

/** A notice of the bot as a reply to the event. */
export function answer(
  context: EventContext,
  purpose: EventPurpose,
  said: NoticeContent,
  options: AnswerOptions = {},
): MatrixSend {
  const { account, room, event } = context;
  return notice(context.ids, {
    place: { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null },
    bot: context.ghosts.bot,
    purpose: { kind: purpose, of: event.event },
    said,
    replyTo: options.replyTo ?? event.event,
    threadRoot: options.threadRoot ?? null,
    mention: options.mention === true ? event.sender : null,
    message: options.message ?? null,
  });
}

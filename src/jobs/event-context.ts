import type { Account } from '../bridge/account.ts';
import { notice } from '../bridge/notices.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { AccountId, EventId, MatrixSend, RoomId, ThreadId } from '../bridge/types.ts';
import type { StoredEvent } from '../db/events.ts';
import type { RoomKind } from '../db/rooms.ts';
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
}

/** A notice of the bot as a reply to the event. `purpose` keeps several answers to one event apart. */
export function answer(
  context: EventContext,
  purpose: string,
  said: Rendered,
  options: { readonly mention?: boolean; readonly replyTo?: EventId; readonly threadRoot?: EventId | null } = {},
): MatrixSend {
  const { account, room, event } = context;
  return notice(context.ids, {
    place: { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null },
    bot: context.ghosts.bot,
    of: event.event,
    purpose,
    said,
    replyTo: options.replyTo ?? event.event,
    threadRoot: options.threadRoot ?? null,
    mention: options.mention === true ? event.sender : null,
  });
}

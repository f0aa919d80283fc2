/** What was said as a member and comes back: an event of theirs by its sender, and of ours by who sent it. */
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId } from '../bridge/types.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import type { Transaction } from '../db/pool.ts';
import { settleReturned } from '../db/room-tables/puppets.ts';
import { addSend, sendOfEvent } from '../db/room-tables/sends.ts';
import type { EventContext } from '../handling/event-context.ts';
import { words } from '../words/words.ts';

/**
 * Whether an event is one of these. It has been said, in a mail: it is mailed to nobody, approves nothing, claims
 * nothing, and nobody has read a room by it.
 */
export async function isReturned(
  tx: Transaction,
  ghosts: GhostCodec,
  { event, room, sender, type }: StoredEvent,
  raw: unknown,
): Promise<boolean> {
  if (ghosts.isOwn(sender) || typeof raw !== 'object' || raw === null || 'state_key' in raw) return false;
  const send = ghosts.echoOf('content' in raw ? raw.content : null);
  return send !== null && (await settleReturned(tx, { event, room, sender, type, send }));
}

/**
 * Tells a member who edits what was said as them that nobody outside sees it: it has left from their mail program as it
 * was. Returns why nothing came of it, null where they were told.
 */
export async function tellEditStays(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const { account, event, room, ids, ghosts } = context;
  const send = ghosts.isOwn(event.sender) ? null : await sendOfEvent(tx, { room: room.room, event: of });
  if (send?.sender !== event.sender || send.message === null) return null;
  const said = notice(ids, {
    place: { account: account.id, thread: room.thread, room: null },
    bot: ghosts.bot,
    purpose: { kind: 'edit-stays', of },
    said: renderLines([words(account.language)('puppet-edit-stays')]),
    replyTo: of,
    mention: event.sender,
    message: send.message,
  });
  await addSend(tx, said);
  return 'came-by-mail';
}

/** What was said as a member and comes back: an event of theirs by its sender, and of ours by who sent it. */
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId } from '../bridge/types.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import type { Transaction } from '../db/pool.ts';
import { settleReturned } from '../db/room-tables/puppets.ts';
import { addSend, loadSend, sendOfEvent } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { EventContext } from '../handling/event-context.ts';
import { words } from '../words/words.ts';

/** How the id of a send looks (`IdKey.send`). */
const SEND = /^[a-z2-7]{32}$/;

/**
 * What an event is, as far as it names a send. `ours`: it has been said, in a mail; it is mailed to nobody, approves
 * nothing, claims nothing, and nobody has read a room by it. `unknown`: of a member as whom Mailroom speaks, and of a
 * send that the database does not know, as after the restore of an old backup; it may be ours, and is not mailed. Null
 * for everything else, also where somebody copied the key of a send.
 */
export async function returned(
  tx: Transaction,
  { ghosts, puppets }: Pick<JobDeps, 'ghosts' | 'puppets'>,
  { event, room, sender, type }: StoredEvent,
  raw: unknown,
): Promise<'ours' | 'unknown' | null> {
  if (ghosts.isOwn(sender) || typeof raw !== 'object' || raw === null || 'state_key' in raw) return null;
  const send = ghosts.echoOf('content' in raw ? raw.content : null);
  if (send === null) return null;
  if (await settleReturned(tx, { event, room, sender, type, send })) return 'ours';
  if (!SEND.test(send) || puppets?.covers(sender) !== true) return null;
  return (await loadSend(tx, send)) === null ? 'unknown' : null;
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

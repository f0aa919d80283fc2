/**
 * An event that cannot be read, or whose work failed for good: it is kept, and whoever sent it is told that it has no
 * effect.
 */
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { loadEvent } from '../db/intake-tables/events.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import type { Transaction } from '../db/pool.ts';
import { findRoom } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import { words } from '../words/words.ts';

/** What people send to have an effect; of everything else they do not wait for one. */
const MEANT: ReadonlySet<string> = new Set(['m.room.message', 'm.sticker', 'm.room.redaction', 'm.reaction']);

/** Says in its room that something a person sent there has no effect. */
export async function tellSetAside(tx: Transaction, deps: JobDeps, id: StoredEvent['event']): Promise<void> {
  const event = await loadEvent(tx, id);
  if (event === null || !MEANT.has(event.type) || deps.ghosts.isOwn(event.sender)) return;
  const room = await findRoom(tx, event.room);
  const account = room === null ? undefined : deps.accounts.get(room.account);
  if (room === null || account === undefined) return;
  const said = renderLines([words(account.language)('queue-set-aside')]);
  const place = { account: account.id, thread: null, room: room.room };
  const about = { purpose: { kind: 'set-aside', of: id } as const, said, replyTo: id, mention: event.sender };
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, ...about }));
}

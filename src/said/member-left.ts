/** Whoever has a conversation and leaves its room by themselves gives it back, and the others are told. */
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import { givesBack } from '../bridge/room/entry.ts';
import { loadWork, unclaimWork } from '../db/helpdesk-tables/thread-work.ts';
import type { Transaction } from '../db/pool.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import { tellThread } from '../handling/thread-told.ts';

/** @param before what they were in the room until then */
export async function memberLeft(
  tx: Transaction,
  context: EventContext,
  { user, membership }: Extract<MatrixAction, { kind: 'membership' }>,
  before: string | null,
): Promise<void> {
  const { account, event, room } = context;
  const { thread } = room;
  if (thread === null || (membership !== 'leave' && membership !== 'ban')) return;
  const current = (await findThreadRoom(tx, thread))?.room === room.room && room.state !== 'replaced';
  const work = await loadWork(tx, thread);
  if (!givesBack({ by: event.sender, user, before, now: membership, current, work })) return;
  if (!(await unclaimWork(tx, { account: account.id, thread }, null))) return;
  const name = shownName(account, user);
  const say = words(account.language);
  const line = before === 'join' ? say('helpdesk-gave-back', { name }) : say('helpdesk-declined', { name });
  await tellThread(tx, context, account, {
    thread,
    purpose: { kind: 'given-back', of: thread, detail: event.event },
    line,
  });
}

/** A member of the team whom somebody mentions in a conversation is asked into its room. */
import { isAskedIn } from '../bridge/room/entry.ts';
import { mentionedOfTeam } from '../bridge/room/mentioned.ts';
import { addAct } from '../db/room-tables/member-acts.ts';
import type { Transaction } from '../db/pool.ts';
import { roomMembers } from '../db/room-tables/rooms.ts';
import type { EventContext } from '../handling/event-context.ts';
import { capabilitiesOf } from '../handling/rights.ts';

/** For messages, notes and commands of people who may answer there. Who is in the room, or declined, is left alone. */
export async function askMentioned(tx: Transaction, context: EventContext): Promise<void> {
  const { account, event, room, ids, raw } = context;
  if (room.thread === null || room.kind !== 'thread' || room.state !== 'active') return;
  if (event.type !== 'm.room.message' || context.ghosts.isOwn(event.sender)) return;
  const content = typeof raw === 'object' && raw !== null && 'content' in raw ? raw.content : null;
  const named = mentionedOfTeam(account, content).filter((user) => user !== event.sender);
  if (named.length === 0 || !capabilitiesOf(context).has('answer')) return;
  const members = new Map((await roomMembers(tx, room.room)).map((member) => [member.user, member]));
  for (const user of named.filter((one) => isAskedIn(members.get(one) ?? null))) {
    const act = ids.send(event.event, `mentioned:${user}`);
    const about = { account: account.id, thread: room.thread, room: null, name: null, said: null };
    await addAct(tx, { ...about, act, kind: 'invite', user });
  }
}

/** What people say about those who are no longer of a team: ✅ takes them out of its rooms, ❌ leaves them there. */
import { renderLeavingDecided } from '../bridge/told/team-told.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { decideLeavers } from '../handling/team-changes.ts';

/**
 * A reaction to the question, about those whom it names. Returns why nothing came of it. The caller has seen that its
 * sender may.
 */
export async function decideLeaving(
  tx: Transaction,
  context: EventContext,
  { send }: FoundTarget,
  decision: 'leave' | 'stay',
): Promise<string | null> {
  const { account } = context;
  const version = Number(send?.purpose.subject.split(':').at(-1));
  if (!Number.isSafeInteger(version)) return 'nothing-asked';
  const people = await decideLeavers(tx, account.id, decision, version);
  if (people.length === 0) return 'decided-already';
  const rooms = people.reduce((sum, one) => sum + one.rooms, 0);
  const said = renderLeavingDecided(account.language, people, decision, rooms);
  await addSend(tx, answer(context, 'leaving-decided', said));
  return null;
}

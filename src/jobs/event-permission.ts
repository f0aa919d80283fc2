/** What the sender of an event may do at its place, and what is said where they may not. */
import { memberByUser } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { capabilities, levelOf } from '../bridge/permissions.ts';
import type { Capability, Level, Permissions } from '../bridge/permissions.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { notice } from '../bridge/notices.ts';
import type { EventContext } from './event-context.ts';

/** The level of a person at an account; `power` only in rooms that people made. */
export function levelAt(account: Account, user: UserId, domain: string, power: number | null = null): Level {
  const inTeam = memberByUser(account, user) !== null;
  return levelOf({ user, inTeam, power, permissions: account.permissions ?? new Map(), domain });
}

/** What the sender of the event may do in its room. */
export function capabilitiesOf({
  account,
  event,
  ghosts,
  power,
}: Pick<EventContext, 'account' | 'event' | 'ghosts' | 'power'>): ReadonlySet<Capability> {
  return capabilities(levelAt(account, event.sender, ghosts.domain, power));
}

/**
 * Whether the power of a sender could give them what they lack: it is asked for only then, of the homeserver.
 */
export function needsPower(account: Account, user: UserId, domain: string, action: MatrixAction): boolean {
  if (action.kind !== 'command' && action.kind !== 'react') return false;
  return levelAt(account, user, domain, 100) !== levelAt(account, user, domain);
}

/** True where the sender may; else they are told once in this room what they lack and who can help. */
export async function mayOrTold(tx: Transaction, context: EventContext, needed: Capability): Promise<boolean> {
  if (capabilitiesOf(context).has(needed)) return true;
  const { account, event, room, ids, ghosts } = context;
  const said = renderRefusal(refusalFacts(context, needed), account.language);
  // The same person, room and lack are the same notice: told once.
  const of = `${room.room}\n${event.sender}`;
  const place = { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null };
  const about = { of, purpose: `may-not-${needed}`, said, replyTo: event.event, mention: event.sender };
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, ...about }));
  return false;
}

/** Who can do what the sender may not: members of the team who may, and the administrators by name. */
export function refusalFacts(
  { account, event, ghosts }: Pick<EventContext, 'account' | 'event' | 'ghosts'>,
  needed: Capability,
): { readonly needed: Capability; readonly able: readonly UserId[]; readonly permissions: Permissions } {
  const able = account.team
    .map(({ user }) => user)
    .filter((user) => user !== event.sender && capabilities(levelAt(account, user, ghosts.domain)).has(needed));
  return { needed, able, permissions: account.permissions ?? new Map() };
}

/** The power level of a user in a room. */
export type PowerOf = (room: RoomId, user: UserId) => Promise<number>;

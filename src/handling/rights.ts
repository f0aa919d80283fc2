/** What the sender of an event may do at its place, and what is said where they may not. */
import { memberByUser } from '../bridge/account/account.ts';
import { isOpenTo } from '../bridge/account/own-mailbox.ts';
import type { Account } from '../bridge/account/account.ts';
import { lowestBy } from '../bridge/account/config-facts.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { capabilities, levelOf } from '../bridge/account/permissions.ts';
import type { Capability, Level, Permissions } from '../bridge/account/permissions.ts';
import { needsConfig } from '../bridge/command/spec.ts';
import type { CommandScope } from '../bridge/command/spec.ts';
import { renderRefusal } from '../bridge/told/refusal.ts';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { wasOfTeam } from '../db/room-tables/teams.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { EventContext } from './event-context.ts';

/**
 * The level of a person at an account, the lowest that any living process gives; `power` only in rooms that people
 * made. `former`: they were taken out of its team (`isFormer`).
 */
export function levelAt(
  account: Account,
  user: UserId,
  domain: string,
  { power = null, former = false }: { readonly power?: number | null; readonly former?: boolean } = {},
): Level {
  if (!isOpenTo(account, user)) return 'block';
  const inTeam = memberByUser(account, user) !== null;
  return lowestBy(account, (permissions) => levelOf({ user, inTeam, former, power, permissions, domain }));
}

/**
 * Whether all conversations of an account are somebody's to see: who moderates or manages there by the config, and its
 * team. Nobody else, whatever room of the account they are in.
 */
export function isAccountOf(account: Account, user: UserId, domain: string): boolean {
  const level = levelAt(account, user, domain);
  if (level === 'moderator' || level === 'admin') return true;
  return memberByUser(account, user) !== null && capabilities(level).has('read');
}

/** Whether somebody was of the team of an account and is no more, by its config. */
export async function isFormer(db: Queryable, account: Account, user: UserId): Promise<boolean> {
  return memberByUser(account, user) === null && (await wasOfTeam(db, account.id, user));
}

/**
 * What the sender of the event may do about what concerns so much: power over the room counts for its conversation
 * alone.
 */
export function capabilitiesFor(
  context: Pick<EventContext, 'account' | 'event' | 'ghosts' | 'power' | 'former'>,
  scope: CommandScope,
): ReadonlySet<Capability> {
  return capabilitiesOf(needsConfig(scope) ? { ...context, power: null } : context);
}

/** What the sender of the event may do in its room. */
export function capabilitiesOf({
  account,
  event,
  ghosts,
  power,
  former,
}: Pick<EventContext, 'account' | 'event' | 'ghosts' | 'power' | 'former'>): ReadonlySet<Capability> {
  return capabilities(levelAt(account, event.sender, ghosts.domain, { power, former }));
}

/**
 * Whether the power of a sender could give them what they lack: it is asked for only then, of the homeserver.
 */
export function needsPower(account: Account, user: UserId, domain: string, action: MatrixAction): boolean {
  if (action.kind !== 'command' && action.kind !== 'react') return false;
  return levelAt(account, user, domain, { power: 100 }) !== levelAt(account, user, domain);
}

/** True where the sender may; else they are told once in this room what they lack and who can help. */
export async function mayOrTold(tx: Transaction, context: EventContext, needed: Capability): Promise<boolean> {
  if (capabilitiesOf(context).has(needed)) return true;
  const { account, event, room, ids, ghosts } = context;
  const said = renderRefusal(refusalFacts(context, needed), account.language);
  // The same person, room and lack are the same notice: told once.
  const of = `${room.room}\n${event.sender}`;
  const place = { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null };
  const purpose = { kind: 'may-not', of, detail: needed } as const;
  const about = { purpose, said, replyTo: event.event, mention: event.sender };
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

/** The power level of a user in a room that people made. */
export type PowerOf = (room: RoomId, user: UserId) => Promise<number>;

/**
 * Who may do what. Pure: the facts about a person are looked up by whoever asks.
 *
 * Policy. The most exact word about a person counts, and is the only one that counts: the one by user id; else their
 * place in the account's team, which makes a moderator of that account; else the one about their server; else the one
 * about `*`. Who was of the team and was taken out has no rights in its account, until the operator names them. Without
 * any word of the operator, people of our own homeserver who are in a room may answer there, and everybody else is
 * blocked: who is asked into a room for advice does not write to outsiders in the account's name by that. Power over a
 * room makes a moderator of it, of nobody who is named or blocked.
 */
import type { UserId } from '../types.ts';

/** What somebody can be allowed to do. */
export type Capability =
  /** See lists, states and help. */
  | 'read'
  /** Write what somebody else's yes mails to the people of a thread. */
  | 'draft'
  /** Write what is mailed to the people of a thread, and work on the thread: claim, done, retry. */
  | 'answer'
  /** Begin a conversation. */
  | 'compose'
  /** Write to addresses outside the thread. */
  | 'outside'
  /** Invite people into rooms as guests, who take part by mail. */
  | 'invite'
  /** See originals, evidence and reasons. */
  | 'source'
  /** Decide about suspected mails, stopped answers, quarantine and who may enter; move messages between threads. */
  | 'release'
  /** See and manage all accounts, their logins and queues. */
  | 'manage';

/** From least to most. */
export const LEVELS = ['block', 'draft', 'relay', 'user', 'moderator', 'admin'] as const;
export type Level = (typeof LEVELS)[number];

/** What the operator says: levels by user id, by server name, and by `*` for everybody else. */
export type Permissions = ReadonlyMap<string, Level>;

/** What is known of a person at a place. */
export interface PersonAtPlace {
  readonly user: UserId;
  /** Whether they are of the team of the account whose place it is. */
  readonly inTeam: boolean;
  /** Whether they were of it and were taken out. */
  readonly former: boolean;
  /**
   * Their power level in the room; null where that counts for nothing (a room of ours, where it is made of the team).
   */
  readonly power: number | null;
  /** Empty where the operator says nothing. */
  readonly permissions: Permissions;
  /** Our homeserver's name. */
  readonly domain: string;
}

/** The power that moderates a room, by the defaults of the spec (`m.room.power_levels`). */
const MODERATING_POWER = 50;

const CAPABILITIES: Readonly<Record<Level, ReadonlySet<Capability>>> = {
  block: new Set(),
  draft: new Set(['read', 'draft']),
  relay: new Set(['read', 'draft', 'answer']),
  user: new Set(['read', 'draft', 'answer', 'compose', 'outside', 'invite', 'source']),
  moderator: new Set(['read', 'draft', 'answer', 'compose', 'outside', 'invite', 'source', 'release']),
  admin: new Set(['read', 'draft', 'answer', 'compose', 'outside', 'invite', 'source', 'release', 'manage']),
};

/** What a level may. */
export function capabilities(level: Level): ReadonlySet<Capability> {
  return CAPABILITIES[level];
}

/** The lowest level that may do something. */
export function leastLevel(capability: Capability): Level {
  return LEVELS.find((level) => CAPABILITIES[level].has(capability)) ?? 'admin';
}

/** The level of a person at a place. */
export function levelOf(standing: PersonAtPlace): Level {
  const { user, inTeam, former, power, permissions, domain } = standing;
  const named = permissions.get(user);
  if (named !== undefined) return named;
  const general = generalLevel(user, permissions, domain);
  if (inTeam) return higher('moderator', general);
  if (former) return 'block';
  if (general !== 'block' && power !== null && power >= MODERATING_POWER) return higher('moderator', general);
  return general;
}

/** Who is named as administrator: they can grant what somebody lacks. At most `limit`, in the operator's order. */
export function administrators(permissions: Permissions, limit: number): UserId[] {
  return [...permissions]
    .filter(([key, level]) => level === 'admin' && key.startsWith('@'))
    .slice(0, limit)
    .map(([user]) => user as UserId);
}

/** The name of a user's server: what stands after the first colon. */
function serverOf(user: UserId): string {
  return user.slice(user.indexOf(':') + 1);
}

function generalLevel(user: UserId, permissions: Permissions, domain: string): Level {
  const server = serverOf(user);
  const said = permissions.get(server) ?? permissions.get('*');
  if (said !== undefined) return said;
  return permissions.size === 0 && server === domain ? 'relay' : 'block';
}

/** The one that may less. */
export function lowest(a: Level, b: Level): Level {
  return higher(a, b) === a ? b : a;
}

function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

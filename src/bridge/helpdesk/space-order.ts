/** In which order a space lists its rooms, and how many: what is to be done comes first. Pure. */
import type { Account } from '../account/account.ts';
import type { Waiting, WorkState } from './team-work.ts';

/** What the order of a thread's room is made from. */
export interface OrderFacts {
  readonly state: WorkState;
  readonly waiting: Waiting;
  /** Null where nobody has it. */
  readonly claimedBy: string | null;
}

/**
 * The `order` of a room in its space (spec, "m.space.child": printable ASCII, at most 50 characters, sorted by code
 * points; equal ones by the age of the entry, so that what has stood longest in its state is first). After the inbox
 * and the lobby come the threads that wait for us and nobody has, those that somebody has, those where nobody has
 * written yet, those that wait for others, those laid aside.
 *
 * @param work null for a thread that nobody has worked on
 */
export function threadOrder(work: OrderFacts | null): string {
  if (work === null) return '50';
  if (work.state !== 'open') return '70';
  if (work.waiting === 'nobody') return '50';
  if (work.waiting === 'them') return '60';
  return work.claimedBy === null ? '30' : '40';
}

/** The same for the rooms of an account. */
export const OWN_ORDER = { inbox: '10', lobby: '20' } as const;

/** Conversations that a space lists, where the config says nothing. */
export const LISTED_MOST = 500;

/** How many conversations the space of an account lists at most. */
export function listedMost(account: Account): number {
  return account.listedRooms ?? LISTED_MOST;
}

/**
 * Whether a conversation stands in its space. What is above the bound goes out, and what comes in is a tenth below it:
 * so that two at the border do not change places with every mail.
 *
 * @param rank how many others come before it: those that somebody has, then by `threadOrder`, the longest first
 */
export function isListed({ rank, most, listed }: { rank: number; most: number; listed: boolean }): boolean {
  return rank < (listed ? most : entryRank(most));
}

/** Below this rank a conversation that is not listed comes in. */
export function entryRank(most: number): number {
  return most - Math.floor(most / 10);
}

/**
 * Who enters the room of a conversation, and when. Pure.
 *
 * Either the team is invited to each new room, or (`when-claimed`) a member is invited when they take a conversation,
 * are given it or are mentioned in it, and leaves when it is done: then nobody's client holds thousands of rooms.
 */
import type { Account } from '../account/account.ts';
import { plainRooms } from '../account/account.ts';
import type { UserId } from '../types.ts';

/** New rooms within a day above which an account with `invite: automatic` goes over to `when-claimed`. */
export const INVITE_UP_TO = 100;

/**
 * Whether people enter rooms when they want to.
 *
 * @param crowded whether the account has made more rooms within a day than people are invited to
 */
export function entersWhenClaimed(account: Account, crowded: boolean): boolean {
  if (account.invite === 'when-claimed') return true;
  return crowded && maySwitch(account);
}

/** Whether an account goes over by itself: its inbox has to tell the news then. */
export function maySwitch({ invite, rooms }: Account): boolean {
  return invite === 'automatic' && (rooms ?? plainRooms).inbox !== false;
}

/** Who of the team is invited to a new room of a thread. @param crowded as above */
export function invited(account: Account, crowded: boolean): readonly UserId[] {
  const { invite, team } = account;
  if (entersWhenClaimed(account, crowded)) return [];
  switch (invite) {
    case 'nobody':
    case 'when-claimed':
      return [];
    case 'everyone':
    case 'automatic':
      return team.map(({ user }) => user);
    default:
      return invite;
  }
}

/** Whether there is an inbox from which somebody of the team comes into rooms to which they were not invited. */
export function asksInLater(account: Account, crowded: boolean): boolean {
  if ((account.rooms ?? plainRooms).inbox === false) return false;
  const all = new Set(invited(account, crowded));
  return account.team.some(({ user }) => !all.has(user));
}

/** What is known of somebody in a room. */
export interface Presence {
  readonly membership: string;
  /** Whether they declined to come in, and have not been there since. */
  readonly staysOut: boolean;
}

/**
 * Whether somebody is asked into a room where there is something for them: a mail, a mention. Who has been there and
 * left is asked once; who then declines has said that they do not want to, until they come by themselves or take the
 * conversation. Who is banned is banned.
 *
 * @param known null for nothing
 */
export function isAskedIn(known: Presence | null): boolean {
  if (known === null) return true;
  return known.membership === 'leave' && !known.staysOut;
}

/** Somebody goes out of the room of a conversation. */
export interface Departure {
  /** Who did it: they themselves, or somebody who removed them. */
  readonly by: UserId;
  readonly user: UserId;
  /** What they were there before; null where that is not known. */
  readonly before: string | null;
  /** How they are out. */
  readonly now: string;
  /** Whether it is the room in which the conversation goes on: who leaves one that was upgraded moves on. */
  readonly current: boolean;
  readonly work: { readonly state: 'open' | 'snoozed' | 'done'; readonly claimedBy: UserId | null } | null;
}

/**
 * Whether who leaves gives the conversation back: it is theirs, and they go by themselves, or decline to come in.
 * Whoever leaves what is done keeps it: it is theirs again with the next mail.
 */
export function givesBack({ by, user, before, now, current, work }: Departure): boolean {
  if (work === null || work.claimedBy !== user || work.state === 'done') return false;
  return current && by === user && now === 'leave' && (before === 'join' || before === 'invite');
}

/**
 * What a team does with its threads: who has one, whose turn it is, what is done. The rules; what is written is in
 * `db/helpdesk-tables/thread-work.ts`.
 */
import { memberByUser } from '../account/account.ts';
import type { Account, HelpdeskSettings } from '../account/account.ts';
import type { AccountId, RoomId, ThreadId, UserId } from '../types.ts';

export type WorkState = 'open' | 'snoozed' | 'done';

/** Whose turn it is: ours, theirs, or of nobody, where no person has written yet. */
export type Waiting = 'us' | 'them' | 'nobody';

/** What `!mail list` can be asked for. `mine`, `unclaimed`, `us`, `them` and `all` are of what is open. */
export const FILTERS = ['all', 'mine', 'unclaimed', 'us', 'them', 'snoozed', 'done'] as const;
export type ListFilter = (typeof FILTERS)[number];

/** One thread in a list. */
export interface ListedThread {
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** Null until the room is made. */
  readonly room: RoomId | null;
  readonly subject: string;
  /** Who wrote last from outside, by name or address; '' where nobody has. */
  readonly who: string;
  readonly state: WorkState;
  readonly waiting: Waiting;
  /** Since when it is their turn. */
  readonly since: Date;
  /** How long that is, seconds, by the database's clock. */
  readonly seconds: number;
  readonly claimedBy: UserId | null;
}

/** One page of a list. */
export interface ThreadList {
  readonly threads: readonly ListedThread[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** What the arguments of `!mail list` ask for, in any order. */
export type ListQuery =
  | { readonly kind: 'list'; readonly filter: ListFilter; readonly account: AccountId | null; readonly page: number }
  | { readonly kind: 'unknown'; readonly word: string };

/**
 * Reads them. `accounts` are those that the asker may name. A word that is a filter is one, whatever accounts there
 * are.
 */
export function readListQuery(args: readonly string[], accounts: readonly AccountId[]): ListQuery {
  let filter: ListFilter = 'all';
  let account: AccountId | null = null;
  let page = 1;
  for (const word of args) {
    const known = FILTERS.find((one) => one === word.toLowerCase());
    const named = accounts.find((one) => one === word.toLowerCase());
    if (known !== undefined) filter = known;
    else if (named !== undefined) account = named;
    else if (/^[1-9]\d{0,4}$/.test(word)) page = Number(word);
    else return { kind: 'unknown', word: word.slice(0, 40) };
  }
  return { kind: 'list', filter, account, page };
}

/** The name that a person is shown under where no room tells one: as configured, else the localpart. */
export function shownName(account: Account, user: UserId): string {
  return memberByUser(account, user)?.name ?? user.slice(1).split(':')[0] ?? user;
}

/**
 * Who of the team is meant: a user id, its localpart, or a name as configured or as the room knows it; null where it is
 * nobody, or several.
 */
export function findAssignee(
  text: string,
  account: Account,
  members: readonly { readonly user: UserId; readonly name: string | null }[],
): UserId | null {
  const wanted = text.trim().replace(/:$/, '').toLowerCase();
  const known = new Map<UserId, Set<string>>();
  const add = (user: UserId, name: string | null): void => {
    const names = known.get(user) ?? new Set([user.toLowerCase(), (user.slice(1).split(':')[0] ?? '').toLowerCase()]);
    if (name !== null) names.add(name.toLowerCase());
    known.set(user, names);
  };
  for (const { user, name } of [...account.team, ...members]) add(user, name);
  const found = [...known].filter(([, names]) => names.has(wanted) || names.has(wanted.replace(/^@/, '')));
  const [only] = found;
  return only !== undefined && found.length === 1 ? only[0] : null;
}

/**
 * A text with our mark on it, and without: kept together, so that the mark comes off again whoever renamed the room
 * since.
 */
export interface Marked {
  readonly base: string;
  readonly marked: string;
  /** What stood there when it was to be marked; it still does where the process ended before. */
  readonly was?: string | undefined;
}

/**
 * The name (or topic) that a room is to have.
 *
 * @param current as it is now, perhaps renamed by people
 * @param before what we made of it last, null for nothing
 * @param mark stands before a name or behind a topic; '' for none
 */
export function withMark(current: string, before: Marked | null, mark: string, at: 'start' | 'end'): Marked {
  const base =
    before !== null && (before.marked === current || before.was === current)
      ? before.base
      : withoutMark(current, before, at);
  if (mark === '') return { base, marked: base };
  return { base, marked: at === 'start' ? `${mark}${base}` : `${base}${mark}` };
}

/** People who rename a room may leave the mark where it is. */
function withoutMark(current: string, before: Marked | null, at: 'start' | 'end'): string {
  if (before === null || before.marked === before.base) return current;
  const { base, marked } = before;
  const mark = at === 'start' ? marked.slice(0, marked.length - base.length) : marked.slice(base.length);
  if (at === 'start') return current.startsWith(mark) ? current.slice(mark.length) : current;
  return current.endsWith(mark) ? current.slice(0, current.length - mark.length) : current;
}

/**
 * Where a room shows who has its conversation. `auto` is in its name up to a number of open conversations of the
 * account; a name that shows it stays as long as they have it, so that nothing is renamed because others come.
 *
 * @param open as many as there are, or one more than `claimRooms` for any more
 * @param named the name shows already who has it
 */
export function placeOfClaim(
  { claim, claimRooms }: Pick<HelpdeskSettings, 'claim' | 'claimRooms'>,
  { open, named }: { readonly open: number; readonly named: boolean },
): 'name' | 'topic' | 'hidden' {
  if (claim !== 'auto') return claim;
  return named || open <= claimRooms ? 'name' : 'hidden';
}

/** Whether an account has an overview. `begun`: it has one, which has to stay true. */
export function wantsOverview(
  { claim, claimRooms, overview }: Pick<HelpdeskSettings, 'claim' | 'claimRooms' | 'overview'>,
  { open, begun }: { readonly open: number; readonly begun: boolean },
): boolean {
  if (overview !== 'auto') return overview;
  return claim === 'hidden' || (claim === 'auto' && (begun || open > claimRooms));
}

/** The mark of a claim in a room's name, before it. */
export function nameMark(name: string): string {
  return `👀 ${name}: `;
}

/** The mark of a claim in a room's topic, behind it. */
export function topicMark(name: string): string {
  return ` · 👀 ${name}`;
}

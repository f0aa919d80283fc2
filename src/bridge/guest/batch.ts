/**
 * When a guest gets what was said, and in how many mails. Pure.
 *
 * What waits is counted in entries of the room (`guest_messages`), and a mail takes all that waits: no entry overtakes
 * another. Several Matrix threads are mails of their own as long as that is few mails; else one mail has them all, each
 * under a heading. However much is said, a burst of two minutes is at most five mails: they are at least a minute
 * apart, so that four begin in it or end it, and only the first after ten quiet minutes may be two.
 */
import type { EventId } from '../types.ts';
import type { TimeZone } from '../../words/zones.ts';
import { momentsOf, wallTime } from '../../words/zones.ts';
import type { GuestDelivery } from './guest.ts';

/**
 * Milliseconds.
 *
 * @internal Exported for its tests, which let that time go by.
 */
export const BATCH_TIMES = {
  /** Nothing more was said for so long: what waits leaves. */
  quiet: 5 * 60_000,
  /** Where talk never pauses: since the first that waits. */
  longest: 30 * 60_000,
  /** Between two mails to a guest, at least. */
  apart: 60_000,
  /** The same where they got many within the hour: so many, then so far apart. */
  many: [
    { mails: 24, apart: 15 * 60_000 },
    { mails: 12, apart: 5 * 60_000 },
  ],
  /** Without a mail for so long several Matrix threads are mails of their own. */
  calm: 10 * 60_000,
  /** A mail before this one is still on its way: looked at again after. */
  behind: 15_000,
} as const;

/**
 * Messages that one mail has at most; what is more is counted, and linked.
 *
 * @internal Exported for its tests.
 */
export const BATCH_MESSAGES = 200;

/**
 * Characters of what they say, likewise.
 *
 * @internal Exported for its tests.
 */
export const BATCH_LENGTH = 100_000;

/** Matrix threads that are mails of their own at the same moment. */
const APART_MOST = 2;

/** The hour of the daily mail, by the clock of the account. */
const DAILY_HOUR = 7;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Something that was said and not mailed to the guest yet; as it is now, edits counted. */
export interface WaitingMessage {
  readonly entry: number;
  /** The first event of the Matrix thread that it is in; null for the room itself. */
  readonly root: EventId | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether it mentions the guest, or replies to them. */
  readonly urgent: boolean;
  /** Characters. */
  readonly length: number;
}

export interface BatchFacts {
  /** In the order of their entries, without what was taken back. */
  readonly waiting: readonly WaitingMessage[];
  readonly delivery: GuestDelivery;
  /** Whether the guest asked for nothing for now. */
  readonly paused: boolean;
  /** When mails were made for them within the last day, milliseconds since the epoch, in any order. */
  readonly mails: readonly number[];
  /** Whether one of them is not settled yet: the next is made once it is, so that they arrive in order. */
  readonly behind: boolean;
  /** How long what was said can be taken back, milliseconds. */
  readonly hold: number;
  readonly zone: TimeZone;
  readonly now: number;
}

/** One mail: the messages of one Matrix thread or of the room (`root`), or of several (`several`). */
export interface BatchMail {
  readonly root: EventId | null;
  readonly several: boolean;
  /** The entries of its messages, in order; at least one. */
  readonly entries: readonly number[];
  /** Messages that it counts and does not have. */
  readonly left: number;
}

export type BatchDecision =
  | { readonly do: 'nothing' }
  | { readonly do: 'wait'; readonly until: number }
  /** `to`: the last entry that they take; what is before it and in none of them was counted. */
  | { readonly do: 'send'; readonly mails: readonly BatchMail[]; readonly to: number };

/** What is done now for a guest for whom something waits. Total. */
export function decideBatch(facts: BatchFacts): BatchDecision {
  const { waiting, paused, mails, now } = facts;
  const last = waiting.at(-1);
  if (last === undefined || paused) return { do: 'nothing' };
  const latest = mails.length === 0 ? -Infinity : Math.max(...mails);
  const due = Math.max(dueAt(facts, latest), latest + apart(mails, now));
  if (due > now) return { do: 'wait', until: due };
  if (facts.behind) return { do: 'wait', until: now + BATCH_TIMES.behind };
  return { do: 'send', mails: mailsOf(waiting, now - latest >= BATCH_TIMES.calm), to: last.entry };
}

/** When what waits is due, whatever was mailed a moment ago. */
function dueAt({ waiting, delivery, hold, zone }: BatchFacts, latest: number): number {
  const times = waiting.map(({ at }) => at);
  const first = Math.min(...times);
  const urgent = Math.min(...waiting.map((one) => (one.urgent ? one.at + hold : Infinity)));
  const paused = Math.min(Math.max(...times) + BATCH_TIMES.quiet, first + BATCH_TIMES.longest);
  switch (delivery) {
    case 'now':
      return Math.min(urgent, paused);
    case 'hourly':
      return Math.min(urgent, Math.max(paused, latest + HOUR_MS));
    case 'daily':
      return Math.min(urgent, dailyAfter(first, zone));
  }
}

/** The first daily mail after a moment. */
function dailyAfter(moment: number, zone: TimeZone): number {
  for (const ahead of [0, DAY_MS, 2 * DAY_MS]) {
    const day = wallTime(new Date(moment + ahead), zone);
    const [at] = momentsOf({ ...day, hour: DAILY_HOUR, minute: 0 }, zone);
    if (at !== undefined && at.getTime() > moment) return at.getTime();
  }
  return moment + DAY_MS;
}

function apart(mails: readonly number[], now: number): number {
  const within = mails.filter((at) => at > now - HOUR_MS).length;
  return BATCH_TIMES.many.find((one) => within >= one.mails)?.apart ?? BATCH_TIMES.apart;
}

function mailsOf(waiting: readonly WaitingMessage[], calm: boolean): BatchMail[] {
  const roots = [...Map.groupBy(waiting, ({ root }) => root)];
  const several = roots.length > (calm ? APART_MOST : 1);
  if (!several) return roots.map(([root, messages]) => ({ root, several: false, ...bounded(messages) }));
  return [{ root: null, several: true, ...bounded(waiting) }];
}

/** What fits in one mail: what is urgent first, then the newest. */
function bounded(messages: readonly WaitingMessage[]): Pick<BatchMail, 'entries' | 'left'> {
  const order = [...messages.filter(({ urgent }) => urgent), ...messages.filter(({ urgent }) => !urgent).toReversed()];
  const entries: number[] = [];
  let length = 0;
  for (const one of order) {
    if (entries.length === BATCH_MESSAGES) break;
    length += one.length;
    if (entries.length > 0 && length > BATCH_LENGTH) break;
    entries.push(one.entry);
  }
  return { entries: entries.sort((a, b) => a - b), left: messages.length - entries.length };
}

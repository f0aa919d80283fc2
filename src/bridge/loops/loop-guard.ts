/**
 * What keeps mail from going in circles. A mail that comes in is always shown; what is stopped is the mail that it
 * would cause. An answer at a machine's pace (`bridge/loops/cause.ts`) that goes on too long waits, its room is told
 * why, and it is mailed when a person says so. Nothing is lost. States are values; whoever keeps them passes them in
 * and writes down what comes back. Times are milliseconds.
 */
import { take } from '../bucket.ts';
import type { Bucket, Rate } from '../bucket.ts';
import type { Way } from './way.ts';

/** Mailrooms that one mail may go through. */
const MOST_HOPS = 5;
/** How often it may come back to the same one, where a person may have answered each time. */
const MOST_RETURNS = 3;
/**
 * Received fields of one mail (RFC 5321 section 6.3 asks for at least 100 before a server calls it a loop; a mail that
 * people sent has below 20).
 */
const MOST_RECEIVED = 50;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What is counted, narrowest first. A subject counts like its thread: a loop that loses all its ids begins a thread
 * with each mail.
 */
export const SCOPES = ['sender-in-thread', 'sender', 'thread', 'account'] as const;
export type Scope = (typeof SCOPES)[number];
export type Rates = Readonly<Record<Scope, Rate>>;
export type Buckets = Readonly<Record<Scope, Bucket | null>>;

/**
 * Answers at a machine's pace to mails that answer us. People hardly give four of these within minutes; two machines
 * that answer each other, where everything that would give them away was stripped on the way, do, and stop below ten
 * mails: a mail, four answers to it and to what they cause, and those four.
 */
export const CAUSED_RATES: Rates = {
  'sender-in-thread': { burst: 3, perHour: 12 },
  sender: { burst: 8, perHour: 30 },
  thread: { burst: 8, perHour: 30 },
  account: { burst: 100, perHour: 400 },
};

/**
 * Answers at once to first mails of one sender that came soon after such an answer. A machine that opens a new
 * conversation each time stops below ten mails by it: five mails, and four answers of which the first takes nothing.
 */
export const FIRST_RATE: Rate = { burst: 3, perHour: 3 };

/**
 * Takes one token of each bucket, or, where one is empty, of none; says which, and how long until it would work.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function takeAll(
  buckets: Buckets,
  rates: Rates,
  now: number,
):
  | { readonly ok: true; readonly buckets: Buckets }
  | { readonly ok: false; readonly scope: Scope; readonly waitMs: number } {
  const taken = {
    'sender-in-thread': take(buckets['sender-in-thread'], rates['sender-in-thread'], now),
    sender: take(buckets.sender, rates.sender, now),
    thread: take(buckets.thread, rates.thread, now),
    account: take(buckets.account, rates.account, now),
  };
  for (const scope of SCOPES) {
    if (!taken[scope].ok) return { ok: false, scope, waitMs: taken[scope].waitMs };
  }
  const { sender, thread, account } = taken;
  return {
    ok: true,
    buckets: {
      'sender-in-thread': taken['sender-in-thread'].bucket,
      sender: sender.bucket,
      thread: thread.bucket,
      account: account.bucket,
    },
  };
}

/**
 * Why an answer is stopped.
 *
 * @internal Exported for tests that go by its value.
 */
export const STOP_REASONS = [
  'own-hop',
  'hops',
  'received',
  'repeated-body',
  'returned-body',
  'latched',
  'rate-sender-in-thread',
  'rate-sender',
  'rate-thread',
  'rate-account',
  'rate-sender-first',
  'steady',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What is known of the mail that is answered. */
export interface Caused {
  readonly way: Pick<Way, 'hops' | 'received'>;
  /** Whether its words go round (`circleOf`). */
  readonly circle: 'repeated-body' | 'returned-body' | null;
}

export interface LoopState {
  readonly buckets: Buckets;
  /**
   * An answer of the thread was stopped, and no person has written at a person's pace since: further quick answers are
   * stopped too.
   */
  readonly latched: boolean;
}

/**
 * Whether an answer at a machine's pace may be mailed, and the buckets after it.
 *
 * @param context.own the names of this account in hop headers
 * @param context.author machine: certainly none of a person's making, so that the first return is one too many
 */
export function stopReasonOf(
  cause: Caused,
  state: LoopState,
  context: {
    readonly own: readonly string[];
    readonly author: 'machine' | 'unknown';
    readonly rates: Rates;
    readonly now: number;
  },
): { readonly reason: StopReason | null; readonly buckets: Buckets } {
  const { buckets } = state;
  const stop = (reason: StopReason) => ({ reason, buckets });
  const { hops, received } = cause.way;
  const returns = hops.filter((hop) => context.own.includes(hop)).length;
  if (returns >= (context.author === 'machine' ? 1 : MOST_RETURNS)) return stop('own-hop');
  if (hops.length >= MOST_HOPS) return stop('hops');
  if (received > MOST_RECEIVED) return stop('received');
  if (state.latched) return stop('latched');
  if (cause.circle !== null) return stop(cause.circle);
  const taken = takeAll(buckets, context.rates, context.now);
  return taken.ok ? { reason: null, buckets: taken.buckets } : stop(`rate-${taken.scope}`);
}

/** Answers within an hour and a day that one thread may have at any pace: this stops a slow machine too. */
const STEADY = { hour: 40, day: 100 };
/** Which of the latest answers `steadyPaceStop` asks for, counted from the newest, which is 1. */
export const STEADY_MARKS = [STEADY.hour, STEADY.day] as const;

/**
 * Whether a thread has had more answers than people write.
 *
 * @param marks when the answers of `STEADY_MARKS` were mailed; null where there were not so many
 */
export function steadyPaceStop(marks: readonly [hour: number | null, day: number | null], now: number): boolean {
  const [hour, day] = marks;
  return (hour !== null && now - hour < HOUR) || (day !== null && now - day < DAY);
}

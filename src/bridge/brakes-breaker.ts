/**
 * The breaker over all outgoing mail. It trips when more goes out than anybody here writes, or when most of it is refused; then nothing goes out until
 * somebody with the right to do so has looked and reset it: a mistake that mails the world is stopped, not slowed. The mails wait, none is lost. Pure: the
 * state is a value; times are milliseconds.
 */

export interface BreakerRules {
  /** Mails within the window at most; one mail to ten people counts once. */
  readonly most: number;
  /** The share of refused mails, 0 to 1, above which it trips, once `fewest` have been tried within the window. */
  readonly refused: number;
  readonly fewest: number;
}

/** 300 mails in ten minutes is more than a team of fifty writes; a mailing to everybody is not what a bridge is for. */
export const BREAKER_RULES: BreakerRules = { most: 300, refused: 0.5, fewest: 20 };

/** What went out within one minute. */
export interface Slice {
  /** Its minute: time divided by 60,000, rounded down. */
  readonly minute: number;
  readonly sent: number;
  readonly refused: number;
}

export type BreakerReason = 'volume' | 'refusals';

export type Breaker =
  | { readonly state: 'closed'; readonly slices: readonly Slice[] }
  | { readonly state: 'open'; readonly since: number; readonly reason: BreakerReason; readonly count: number };

const MINUTE = 60_000;
const WINDOW_MINUTES = 10;

/** A breaker that has seen nothing. */
export function newBreaker(): Breaker {
  return { state: 'closed', slices: [] };
}

/**
 * Asks before each attempt: whether it may go out, and the breaker with it counted. `tripped` says once, for the attempt that was one too many, why; it does
 * not go out either.
 */
export function admit(
  breaker: Breaker,
  rules: BreakerRules,
  now: number,
): { readonly go: boolean; readonly breaker: Breaker; readonly tripped: BreakerReason | null } {
  if (breaker.state === 'open') return { go: false, breaker, tripped: null };
  const slices = counted(breaker.slices, now, 'sent');
  const { sent } = total(slices);
  if (sent > rules.most) return trip('volume', sent, now);
  return { go: true, breaker: { state: 'closed', slices }, tripped: null };
}

/** Tells it that a mail was refused for good. */
export function refuse(
  breaker: Breaker,
  rules: BreakerRules,
  now: number,
): { readonly breaker: Breaker; readonly tripped: BreakerReason | null } {
  if (breaker.state === 'open') return { breaker, tripped: null };
  const slices = counted(breaker.slices, now, 'refused');
  const { sent, refused } = total(slices);
  if (sent >= rules.fewest && refused > sent * rules.refused) return trip('refusals', refused, now);
  return { breaker: { state: 'closed', slices }, tripped: null };
}

/** Closes it again, by hand only; counting begins anew. */
export function resetBreaker(): Breaker {
  return newBreaker();
}

function trip(reason: BreakerReason, count: number, now: number) {
  return { go: false, breaker: { state: 'open', since: now, reason, count } as const, tripped: reason };
}

function counted(slices: readonly Slice[], now: number, what: 'sent' | 'refused'): Slice[] {
  const minute = Math.max(Math.floor(now / MINUTE), slices.at(-1)?.minute ?? 0);
  const kept = slices.filter((slice) => slice.minute > minute - WINDOW_MINUTES);
  const last = kept.at(-1);
  const current = last?.minute === minute ? last : { minute, sent: 0, refused: 0 };
  return [...kept.filter((slice) => slice !== current), { ...current, [what]: current[what] + 1 }];
}

function total(slices: readonly Slice[]): { sent: number; refused: number } {
  return slices.reduce((sum, { sent, refused }) => ({ sent: sum.sent + sent, refused: sum.refused + refused }), {
    sent: 0,
    refused: 0,
  });
}

/**
 * The breaker over all outgoing mail. It trips when more goes out than anybody here writes, or when most of it is
 * refused; then nothing goes out until somebody with the right to do so has looked and reset it: a mistake that mails
 * the world is stopped, not slowed. The mails wait, none is lost. The counting is the database's, by the minute and for
 * all processes together; this is the decision.
 */

export interface BreakerRules {
  /**
   * Mails within ten minutes at most; one mail to ten people counts once, and so does one that is tried again. 0: any
   * number.
   */
  readonly most: number;
  /** The share of refused mails, 0 to 1, above which it trips, once `fewest` have been tried within ten minutes. */
  readonly refused: number;
  readonly fewest: number;
}

/** 300 mails in ten minutes is more than a team of fifty writes; a mailing to everybody is not what a bridge is for. */
export const BREAKER_RULES: BreakerRules = { most: 300, refused: 0.5, fewest: 20 };

/** What went out within ten minutes, the mail that is asked about with it. */
export interface Volume {
  readonly sent: number;
  readonly refused: number;
}

export type BreakerReason = 'volume' | 'refusals';

/** Whether the breaker trips now, and for what. */
export function breakerTrips({ sent, refused }: Volume, rules: BreakerRules): BreakerReason | null {
  if (rules.most > 0 && sent > rules.most) return 'volume';
  return sent >= rules.fewest && refused > sent * rules.refused ? 'refusals' : null;
}

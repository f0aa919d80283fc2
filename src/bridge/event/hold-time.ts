/**
 * Where the time comes from after which a message leaves: how long it can be taken back, and whether what is said next
 * joins it. Pure.
 */

/** How long what is said can be taken back, milliseconds: after the last message, and after the first at most. */
export interface Hold {
  readonly after: number;
  readonly atMost: number;
}

export interface HoldFacts {
  /** The account's. */
  readonly hold: Hold;
  /** The least for a mail to somebody who has no part in the thread, milliseconds. */
  readonly holdOutside: number;
  /** Whether it goes to such a person. */
  readonly outside: boolean;
  /**
   * Milliseconds that the author's open mail to the same people still has until its bound, or until their quota lets it
   * go; null where there is none.
   */
  readonly left: number | null;
  /** Until when a further mail of the author waits for the quota of a day; null where it does not. */
  readonly quota: Date | null;
}

/**
 * - joins: the message becomes part of the open mail, which leaves one hold after it.
 * - opens: it begins a mail, which leaves after the hold, and not before the quota.
 *
 * `atOnce`: without a hold nothing joins and nothing can be taken back, unless the quota keeps it.
 */
export type HoldTime = { readonly hold: Hold; readonly atOnce: boolean } & (
  { readonly kind: 'joins' } | { readonly kind: 'opens'; readonly quota: Date | null }
);

/**
 * A message has one whole hold from when it was said, whatever it joins: where the open mail has less than that left
 * until its bound, the message opens another, which waits for the first. A mail that waits for the quota has as long as
 * that.
 */
export function holdTime(facts: HoldFacts): HoldTime {
  const hold = holdFor(facts);
  if (facts.left !== null && facts.left >= hold.after) return { kind: 'joins', hold, atOnce: false };
  return { kind: 'opens', hold, quota: facts.quota, atOnce: hold.after === 0 && facts.quota === null };
}

/** A sign that a message will be mailed is for whoever may still take it back; a shorter time nobody sees. */
export const SEEN_MS = 1_000;

/** Whether it takes so long until what is said leaves that its room is shown that it will. */
export function isHoldSeen(time: HoldTime): boolean {
  return time.kind === 'joins' || time.hold.after >= SEEN_MS || time.quota !== null;
}

/** The hold that counts for these people: never shorter than the account wants for strangers. */
function holdFor({ hold, holdOutside, outside }: HoldFacts): Hold {
  if (!outside) return hold;
  const after = Math.max(hold.after, holdOutside);
  return { after, atMost: Math.max(hold.atMost, after) };
}

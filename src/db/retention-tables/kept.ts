/** For how long something is kept, by account, as a condition of SQL. */

/** Milliseconds; null for ever. A number alone is for all accounts. */
export type Kept =
  | number
  | {
      readonly everywhere: number | null;
      /** Accounts that say otherwise. */
      readonly accounts: ReadonlyMap<string, number | null>;
    };

/**
 * That the time is over of something since `at`, of an account, each an expression. Takes three parameters from number
 * `first` on: those of `keptParameters`. False for what is kept for ever.
 */
export function isOver(account: string, at: string, first: number): string {
  const [everywhere, names, times] = [first, first + 1, first + 2].map((number) => `$${number}`);
  return `coalesce(${at} < now() - interval '1 ms' * CASE WHEN ${account} = ANY(${names}::text[])
    THEN (${times}::double precision[])[array_position(${names}::text[], ${account})]
    ELSE ${everywhere}::double precision END, false)`;
}

export function keptParameters(kept: Kept): [number | null, string[], (number | null)[]] {
  if (typeof kept === 'number') return [kept, [], []];
  return [kept.everywhere, [...kept.accounts.keys()], [...kept.accounts.values()]];
}

/** Whether anything is ever over. */
export function hasEnd(kept: Kept): boolean {
  if (typeof kept === 'number') return true;
  return kept.everywhere !== null || [...kept.accounts.values()].some((time) => time !== null);
}

/** The longest of it that has an end, milliseconds. */
export function longest(kept: Kept): number {
  if (typeof kept === 'number') return kept;
  return Math.max(0, kept.everywhere ?? 0, ...[...kept.accounts.values()].map((time) => time ?? 0));
}

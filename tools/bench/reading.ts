/** What a Mailroom process has cost, as its meter (`meter.ts`) counts it. */

export interface Reading {
  /** Sent to Postgres by the driver, `BEGIN` and `COMMIT` with them. */
  readonly statements: number;
  /** Transactions, and single statements, that wrote. */
  readonly commits: number;
  /** Processor time of the main thread since the process began. */
  readonly mainThreadMs: number;
  /** How often each statement was sent, by its first words. */
  readonly kinds: readonly (readonly [text: string, times: number])[];
}

/** What one of `count` has cost between two readings of one process, or of a process and of a start of it. */
export function costOf(before: Reading, after: Reading, count: number): Cost {
  return {
    statements: (after.statements - before.statements) / count,
    commits: (after.commits - before.commits) / count,
    mainThreadMs: (after.mainThreadMs - before.mainThreadMs) / count,
  };
}

/** Of one mail or message. */
export type Cost = Omit<Reading, 'kinds'>;

/** The statements that were sent most often between two readings, as lines for a terminal. */
export function kindsReport(before: Reading, after: Reading, count: number, most = 60): string[] {
  const had = new Map(before.kinds);
  return after.kinds
    .map(([text, times]) => [text, (times - (had.get(text) ?? 0)) / count] as const)
    .filter(([, times]) => times >= 0.01)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([text, times]) => `${times.toFixed(2).padStart(8)}  ${text}`);
}

/** What is shown at the end of a benchmark: one figure a row, with the threshold that it must reach. */

export interface Row {
  readonly what: string;
  readonly figure: number;
  /** Behind the figure: `/s`, `ms`, `MB`, or nothing for a count or a share. */
  readonly unit?: string;
  /** What the figure must reach, or may be at most; without one the row is only reported. */
  readonly wanted?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Whether a figure is where it should be. */
export function isMet({ figure, wanted }: Row): boolean {
  if (wanted === undefined) return true;
  // What could not be measured is none that was reached.
  return 'atLeast' in wanted ? figure >= wanted.atLeast : figure <= wanted.atMost;
}

/** As lines for a terminal, each with its threshold and whether it is missed. */
export function rowsReport(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map((row) => {
    const { what, figure, unit = '', wanted } = row;
    const threshold =
      wanted === undefined
        ? ''
        : 'atLeast' in wanted
          ? `at least ${String(wanted.atLeast)}`
          : `at most ${String(wanted.atMost)}`;
    const line = `${what.padEnd(width)}  ${`${figure.toFixed(2)}${unit}`.padStart(12)}  ${threshold.padEnd(14)}`;
    return `${line}${isMet(row) ? '' : '  MISSED'}`.trimEnd();
  });
}

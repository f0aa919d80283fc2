import { availableParallelism } from 'node:os';
import { workInOrder } from '../../src/base/in-order.ts';
import type { ParsePool } from '../../src/parser/parse-pool.ts';

/** What a run over one corpus says of one message (or one unit of it). */
export interface Verdict {
  /** The file, relative to the set's folder, and the number within it where there are several. */
  readonly name: string;
  /** Wall time of the work on this message, milliseconds. */
  readonly ms: number;
  /**
   * 'exact': as the set says it should be. 'near': nothing is lost, but it is not the same. 'damaged': something is
   * lost or wrong. 'failed': an exception, or no result.
   */
  readonly outcome: 'exact' | 'near' | 'damaged' | 'failed';
  /** What is missing or differs, in one line, for the list of --verbose. */
  readonly note?: string;
}

/** What a set counts beside the table, such as "hard or soft right". */
export interface Figure {
  readonly name: string;
  readonly good: number;
  readonly of: number;
  /** The least share that must be good, 0 to 1. */
  readonly least: number;
}

/** A corpus: where it lies, how it is run, what it must reach. */
export interface CorpusSet {
  /** The folder's name below the corpus folder. */
  readonly name: string;
  /** How many messages the set has; fewer mean that the folder is not whole. */
  readonly size: number;
  /**
   * Runs all messages of the folder, on all cores where a pool reads them; the verdicts come in the order of the files.
   * Never throws for what a message holds.
   */
  readonly run: (folder: string, pool: ParsePool) => AsyncIterable<Verdict>;
  /** How many must be exact; default 0. */
  readonly leastExact?: number;
  /** How many may be damaged; default 0. None may fail. */
  readonly mostDamaged?: number;
  /** Further figures, asked for after the run. */
  readonly figures?: () => readonly Figure[];
}

/** One row of the table. */
export interface Row {
  readonly set: CorpusSet;
  readonly verdicts: readonly Verdict[];
  readonly figures: readonly Figure[];
}

const count = (row: Row, outcome: Verdict['outcome']): number =>
  row.verdicts.filter((each) => each.outcome === outcome).length;

/** What a row falls short of, in words; empty when it holds. */
export function shortcomings(row: Row): readonly string[] {
  const { set, verdicts, figures } = row;
  const exact = count(row, 'exact');
  const damaged = count(row, 'damaged');
  const failed = count(row, 'failed');
  const short: string[] = [];
  if (verdicts.length < set.size) short.push(`only ${verdicts.length} of ${set.size} messages are there`);
  if (exact < (set.leastExact ?? 0)) short.push(`${exact} exact, ${set.leastExact ?? 0} wanted`);
  if (damaged > (set.mostDamaged ?? 0)) short.push(`${damaged} damaged, at most ${set.mostDamaged ?? 0} allowed`);
  if (failed > 0) short.push(`${failed} failed`);
  for (const { name, good, of, least } of figures)
    if (of === 0 || good < of * least)
      short.push(`${name}: ${good} of ${of}, at least ${Math.round(least * 100)} % wanted`);
  return short;
}

/** The table of all rows, for a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const slowest = row.verdicts.reduce<Verdict | null>(
      (most, each) => (most === null || each.ms > most.ms ? each : most),
      null,
    );
    const time = slowest === null ? '-' : `${slowest.ms.toFixed(1)} ms (${slowest.name.split('/').at(-1) ?? ''})`;
    const counts = [row.verdicts.length, count(row, 'exact'), count(row, 'damaged'), count(row, 'failed')].map(String);
    return [row.set.name, ...counts, time];
  });
  const head = ['set', 'messages', 'exact', 'damaged', 'failed', 'slowest'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** The verdicts of messages that a pool reads, in their order; they are judged on all cores. */
export function judgeAll<In>(
  messages: Iterable<In>,
  verdict: (message: In) => Promise<Verdict>,
): AsyncIterable<Verdict> {
  return workInOrder(messages, { most: 2 * availableParallelism() }, verdict);
}

/** Times `work` and turns what it throws into a failed verdict. */
export async function judge(
  name: string,
  work: () => Promise<Pick<Verdict, 'outcome' | 'note'>> | Pick<Verdict, 'outcome' | 'note'>,
): Promise<Verdict> {
  const started = performance.now();
  try {
    const result = await work();
    return { name, ms: performance.now() - started, ...result };
  } catch (error) {
    return { name, ms: performance.now() - started, outcome: 'failed', note: String(error) };
  }
}

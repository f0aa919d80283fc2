/**
 * What the measurements behind docs/decisions have in common: libraries that Mailroom does not depend on, from a folder
 * into which somebody has installed them, and how far each comes with an input that grows.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const callable = z.custom<(...args: readonly unknown[]) => unknown>((value) => typeof value === 'function');

/** A function of a library that is installed in a folder (`npm install NAME` there), by the names that lead to it. */
export function load(
  folder: string,
  name: string,
  path: readonly string[] = [],
): (...args: readonly unknown[]) => unknown {
  let found: unknown = createRequire(join(resolve(folder), 'package.json'))(name);
  if (typeof found === 'object' && found !== null && 'default' in found && path.length === 0) found = found.default;
  for (const key of path) found = z.looseObject({}).parse(found)[key];
  return callable.parse(found);
}

/** A result as text, which is what a contender must give. */
export const textOf = (value: unknown): string => z.string().parse(value);

/** Somebody who reads one thing and says what it is. Throws what the library throws. */
export interface Contender<In> {
  readonly name: string;
  readonly read: (input: In) => string;
}

/** An input that a stranger can send, of about so many characters. */
export interface Hostile {
  readonly name: string;
  readonly make: (size: number) => string;
}

/**
 * How far a contender comes: the input is doubled from 2,000 to 512,000 characters until one takes longer than a
 * second. In words for a table.
 */
export function growth(read: (input: string) => unknown, { make }: Hostile): string {
  for (let size = 2_000; ; size *= 2) {
    const input = make(size);
    const begun = performance.now();
    let thrown = '';
    try {
      read(input);
    } catch (error) {
      thrown = error instanceof Error ? error.name : 'an error';
    }
    const ms = performance.now() - begun;
    if (thrown !== '') return `throws ${thrown} at ${size / 1000} kB`;
    if (ms > 1_000) return `${(ms / 1_000).toFixed(1)} s at ${size / 1000} kB`;
    if (size >= 512_000) return `${ms.toFixed(0)} ms at ${size / 1000} kB`;
  }
}

/** A table in Markdown. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

/**
 * The folder of the sets and the folder of the libraries, from the command line; null where one is missing, which is
 * said.
 */
export function folders(script: string, libraries: readonly string[]): { sets: string; others: string } | null {
  const [sets, others] = process.argv.slice(2);
  if (sets !== undefined && others !== undefined) return { sets, others };
  console.error(
    `Usage: node tools/corpus/${script} SETS LIBRARIES\n\n` +
      `  SETS       the folder that holds the sets\n  LIBRARIES  a folder in which was run: npm install ` +
      libraries.join(' '),
  );
  process.exitCode = 2;
  return null;
}

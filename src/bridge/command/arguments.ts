/** What stands behind the name of a command: how that is written, and what it means once it is read. Pure. */
import type { ReadCommand } from '../from-matrix/content.ts';

export interface Arguments<Value> {
  /** As the help writes it; '' for none. */
  readonly usage: string;
  /** Fewest and most words; with fewer or more the command is not run, and its use is told. */
  readonly takes: readonly [least: number, most: number];
  /** What was meant. It is given as many words as `takes` says, and never throws. */
  readonly read: (given: ReadCommand) => Value;
}

/** A command without arguments. */
export const noArguments: Arguments<null> = { usage: '', takes: [0, 0], read: () => null };

/** One word, or null where there is none. */
export function optionalWord(usage: string): Arguments<string | null> {
  return { usage, takes: [0, 1], read: ({ args: [word = null] }) => word };
}

/** Words, as they are separated by white space. */
export function severalWords(usage: string, least: number, most: number): Arguments<readonly string[]> {
  return { usage, takes: [least, most], read: ({ args }) => args };
}

/** All of it as it was written, with its lines; the words are counted only. */
export function wholeText(usage: string, least: number, most: number): Arguments<string> {
  return { usage, takes: [least, most], read: ({ rest }) => rest };
}

/** One of these words, or null where there is none or another. */
export function oneOf<const Choice extends string>(...choices: readonly Choice[]): Arguments<Choice | null> {
  const read = ({ args: [word] }: ReadCommand) => choices.find((one) => one === word) ?? null;
  return { usage: `[${choices.join('|')}]`, takes: [0, 1], read };
}

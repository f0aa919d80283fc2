/**
 * All commands. A command is a row here, a handler in `jobs/command-NAME.ts`, and what the help says of it in the catalogue of
 * words.
 */
import type { CommandWords } from '../mail/words-commands.ts';
import type { Capability } from './permissions.ts';

export type CommandName = keyof CommandWords['help'];

export interface CommandSpec {
  readonly name: CommandName;
  /** How its arguments are written, '' for none. */
  readonly args: string;
  /** Fewest and most arguments, separated by white space. */
  readonly takes: readonly [least: number, most: number];
  /** What whoever uses it must be allowed to do. */
  readonly needs: Capability;
  /** As one would type it after `!mail`. */
  readonly example: string;
}

/** In the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  { name: 'help', args: '[COMMAND]', takes: [0, 1], needs: 'read', example: 'help status' },
  { name: 'to', args: '', takes: [0, 0], needs: 'read', example: 'to' },
  { name: 'status', args: '', takes: [0, 0], needs: 'read', example: 'status' },
  { name: 'retry', args: '', takes: [0, 0], needs: 'answer', example: 'retry' },
  { name: 'source', args: '', takes: [0, 0], needs: 'source', example: 'source' },
  { name: 'why', args: '', takes: [0, 0], needs: 'source', example: 'why' },
  { name: 'accept', args: '', takes: [0, 0], needs: 'release', example: 'accept' },
  { name: 'refuse', args: '', takes: [0, 0], needs: 'release', example: 'refuse' },
];

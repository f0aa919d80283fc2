/** What a handler of a command is. Each stands in a file of its own, `command-NAME.ts`, and is hooked in in `event-command.ts`. */
import type { Rendered } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import type { Transaction } from '../db/pool.ts';
import type { EventContext } from './event-context.ts';

/** What was written, and which message it replies to. */
export type CommandCall = Extract<MatrixAction, { kind: 'command' }>;

/**
 * Does what a command asks for, within the transaction of its event; who wrote it may do so. Returns what is said about it,
 * as a reply to the command; null where all is said already.
 */
export type CommandHandler = (tx: Transaction, context: EventContext, call: CommandCall) => Promise<Rendered | null>;

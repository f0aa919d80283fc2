/**
 * What a command is: one value, from which the help, the pages about it, suggestions and the shell's words for it
 * follow.
 */
import type { Arguments } from '../../bridge/command/arguments.ts';
import type { CommandPlace, CommandSpec, CommandExample, CommandScope } from '../../bridge/command/spec.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import type { Transaction } from '../../db/pool.ts';
import type { Operation } from '../../operations/operation.ts';
import { isAt } from './context.ts';
import type { CommandCall, CommandContext, ContextAt } from './context.ts';

/**
 * What of a command can be done from outside of Matrix, by HTTP and in the shell; `only`: why it is in Matrix alone.
 */
type Outside = { readonly operations: readonly Operation[] } | { readonly only: string };

export interface MailCommand extends CommandSpec {
  readonly outside: Outside;
  /**
   * Does what it asks for, within the transaction of its event; who wrote it may do so. Returns what is said about it,
   * as a reply; null where all is said already. Throws where it is asked for in another place than `where` names.
   */
  readonly run: (tx: Transaction, context: CommandContext, call: CommandCall) => Promise<NoticeContent | null>;
}

/** A command as it is written down, with the types of its places and arguments. */
interface MailCommandDefinition<Place extends CommandPlace, Value> extends Pick<
  CommandSpec,
  'name' | 'order' | 'needs' | 'example'
> {
  readonly args: Arguments<Value>;
  /** One where every use concerns the same. */
  readonly scope:
    | CommandScope
    | { readonly all: readonly CommandScope[]; readonly of: (value: Value, place: CommandPlace) => CommandScope };
  readonly where: readonly Place[];
  readonly examples?: readonly CommandExample[];
  readonly outside: Outside;
  readonly run: (
    tx: Transaction,
    context: ContextAt<Place>,
    value: Value,
    call: CommandCall,
  ) => Promise<NoticeContent | null>;
}

/** Keeps the types of places and arguments between what is written and what is done; outside they are not known. */
export function mailCommand<const Place extends CommandPlace, Value>(
  one: MailCommandDefinition<Place, Value>,
): MailCommand {
  const { name, order, args, needs, scope, where, example, examples = [], outside } = one;
  const scopes = typeof scope === 'string' ? { all: [scope], of: () => scope } : scope;
  return {
    name,
    order,
    args: args.usage,
    takes: args.takes,
    needs,
    scopes: scopes.all,
    scopeOf: (given, place) => scopes.of(args.read(given), place),
    where,
    example,
    examples,
    outside,
    run: (tx, context, call) => {
      if (!isAt(context, where)) throw new Error(`the command ${name} has no meaning in ${context.place}`);
      return one.run(tx, context, args.read(call), call);
    },
  };
}

/** The order of the help. Throws where two commands have one name. */
export function inOrder(commands: readonly MailCommand[]): readonly MailCommand[] {
  const names = new Set(commands.map(({ name }) => name));
  if (names.size < commands.length) throw new Error('two commands have one name');
  return commands.toSorted((a, b) => a.order - b.order);
}

/** How operations are typed after `mailroom ctl`. */
import { inputOf } from './openapi.ts';
import type { CtlUsage, Operation } from '../operations/operation.ts';
import { IN_FILE } from '../operations/operation.ts';
import { OPERATIONS } from './operations.ts';

/** An operation that the shell has. */
export type CtlOperation = Operation & { readonly ctl: CtlUsage };

export const CTL_OPERATIONS: readonly CtlOperation[] = OPERATIONS.flatMap((one) =>
  one.ctl === null ? [] : [{ ...one, ctl: one.ctl }],
);

/** A field that is given as `--name VALUE`. */
export interface CtlOption {
  readonly name: string;
  /** The field of the input that it gives. */
  readonly field: string;
  /** Whether it names a file that holds the value: what is secret, or long, is no argument of a process. */
  readonly inFile: boolean;
  /** Whether the value is a mapping. */
  readonly isMapping: boolean;
  readonly needed: boolean;
  /** Whether it can be given more than once. */
  readonly many: boolean;
}

/** The fields of an operation that are no arguments. */
export function optionsOf(one: CtlOperation): CtlOption[] {
  const { properties, required } = inputOf(one);
  const args = one.ctl.args.map((arg) => arg.replace('?', ''));
  return Object.entries(properties)
    .filter(([name]) => !args.includes(name))
    .map(([field, { type, [IN_FILE]: inFile }]) => ({
      name: inFile === true ? `${field.replaceAll('_', '-')}-file` : field,
      ...{ field, inFile: inFile === true, isMapping: type === 'object' },
      needed: required.includes(field),
      many: type === 'array',
    }));
}

/** One line, such as `snooze THREAD UNTIL --as USER`. */
export function usageOf(one: CtlOperation): string {
  const args = one.ctl.args.map((arg) =>
    arg.endsWith('?') ? `[${arg.slice(0, -1).toUpperCase()}]` : arg.toUpperCase(),
  );
  const options = optionsOf(one).map(({ name, inFile, needed, many }) => {
    const option = `--${name} ${inFile ? 'FILE' : valueOf(name)}${many ? ' …' : ''}`;
    return needed ? option : `[${option}]`;
  });
  const out = one.media === undefined ? [] : ['[--out FILE]'];
  return [one.ctl.words, ...args, ...options, ...out].join(' ');
}

function valueOf(name: string): string {
  return name === 'as' ? 'USER' : ['to', 'cc', 'bcc'].includes(name) ? 'ADDRESS' : name.toUpperCase();
}

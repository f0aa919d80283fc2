/** `!mail NAME ARGS` in a room, or the same without prefix in a direct chat: which of the commands was meant. Pure. */
import { nearest } from '../../base/nearest.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import type { CommandPlace, CommandSpec } from './spec.ts';
import type { ReadCommand } from '../from-matrix/content.ts';
import type { Capability } from '../account/permissions.ts';
import { renderLines, type NoticeContent } from '../notice/rendered.ts';

export type ParsedCommand<Spec extends CommandSpec = CommandSpec> =
  | { readonly kind: 'run'; readonly command: Spec; readonly args: readonly string[] }
  | { readonly kind: 'wrong-use'; readonly command: Spec }
  | { readonly kind: 'elsewhere'; readonly command: Spec }
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: Spec | null };

/** Decides which of the commands was meant in a place, by somebody who can do so much. No name at all is `help`. */
export function parseCommand<Spec extends CommandSpec>(
  commands: readonly Spec[],
  name: string,
  args: readonly string[],
  { place, can }: { readonly place: CommandPlace; readonly can: ReadonlySet<Capability> },
): ParsedCommand<Spec> {
  const wanted = name === '' ? 'help' : name.toLowerCase();
  const command = findCommand(commands, wanted);
  if (command === null) {
    const usable = commands.filter((one) => one.where.includes(place) && mayUse(one, can));
    return { kind: 'unknown', name: wanted.slice(0, 40), nearest: nearestCommand(wanted, usable) };
  }
  if (!command.where.includes(place)) return { kind: 'elsewhere', command };
  const [least, most] = command.takes;
  return args.length < least || args.length > most ? { kind: 'wrong-use', command } : { kind: 'run', command, args };
}

/** The command of a name, with or without the prefix; null where there is none. */
export function findCommand<Spec extends CommandSpec>(commands: readonly Spec[], name: string): Spec | null {
  const wanted = name.toLowerCase().replace(/^!/, '');
  return commands.find((one) => one.name === wanted) ?? null;
}

/** What somebody writes in a direct chat with the bot: a command without prefix; with one it is the same. */
export function readPlainCommand(text: string): ReadCommand {
  const plain = text.trim().replace(/^!mail(?=\s|$)\s*/iu, '');
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(plain) ?? [];
  return { kind: 'command', name: name.toLowerCase(), args: rest === '' ? [] : rest.split(/\s+/), rest };
}

/** Whether somebody with these capabilities may use a command. */
export function mayUse(command: Pick<CommandSpec, 'needs'>, can: ReadonlySet<Capability>): boolean {
  return can.has(command.needs);
}

/** The answer to `!mail retry`. */
export function renderRetry(count: number, language: Language): NoticeContent {
  const say = words(language);
  return renderLines([count === 0 ? say('commands-nothing-to-retry') : say('commands-retrying', { count })]);
}

/** The command that a slip of the finger was meant for: at most two letters wrong, and at most half of them. */
function nearestCommand<Spec extends CommandSpec>(name: string, among: readonly Spec[]): Spec | null {
  if (name.length > 20) return null;
  const meant = nearest(
    name,
    among.map((command) => command.name),
    (length) => Math.min(2, Math.floor(length / 2)),
  );
  return among.find((command) => command.name === meant) ?? null;
}

/** `!mail NAME ARGS` in a room, read and answered. The commands stand in `commands-table.ts`; what each does is a job's. */
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { COMMANDS } from './commands-table.ts';
import type { CommandPlace, CommandSpec } from './commands-table.ts';
import type { ReadCommand } from './from-matrix-content.ts';
import type { Capability } from './permissions.ts';

export type ParsedCommand =
  | { readonly kind: 'run'; readonly command: CommandSpec; readonly args: readonly string[] }
  | { readonly kind: 'wrong-use'; readonly command: CommandSpec }
  | { readonly kind: 'elsewhere'; readonly command: CommandSpec }
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: CommandSpec | null };

/** What a message says, in both forms of an `m.notice`. */
export interface Rendered {
  readonly body: string;
  readonly html: string;
}

/** Decides what was meant in a place, by somebody who can do so much. No name at all is `help`. */
export function parseCommand(
  name: string,
  args: readonly string[],
  { place, can }: { readonly place: CommandPlace; readonly can: ReadonlySet<Capability> },
): ParsedCommand {
  const wanted = name === '' ? 'help' : name.toLowerCase();
  const command = findCommand(wanted);
  if (command === null) {
    const usable = COMMANDS.filter((one) => one.where.includes(place) && mayUse(one, can));
    return { kind: 'unknown', name: wanted.slice(0, 40), nearest: nearest(wanted, usable) };
  }
  if (!command.where.includes(place)) return { kind: 'elsewhere', command };
  const [least, most] = command.takes;
  return args.length < least || args.length > most ? { kind: 'wrong-use', command } : { kind: 'run', command, args };
}

/** The command of a name, with or without the prefix; null where there is none. */
export function findCommand(name: string): CommandSpec | null {
  const wanted = name.toLowerCase().replace(/^!/, '');
  return COMMANDS.find((one) => one.name === wanted) ?? null;
}

/** What somebody writes in a direct chat with the bot: a command without prefix; with one it is the same. */
export function readPlainCommand(text: string): ReadCommand {
  const plain = text.trim().replace(/^!mail(?=\s|$)\s*/iu, '');
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(plain) ?? [];
  return { kind: 'command', name: name.toLowerCase(), args: rest === '' ? [] : rest.split(/\s+/), rest };
}

/** Whether somebody with these capabilities may use a command. */
export function mayUse(command: CommandSpec, can: ReadonlySet<Capability>): boolean {
  return can.has(command.needs);
}

/** The answer to `!mail retry`. */
export function renderRetry(count: number, language: Language): Rendered {
  const said = words(language).commands;
  return renderLines([count === 0 ? said.nothingToRetry : said.retrying(count)]);
}

/** Lines of plain text in both forms. */
export function renderLines(lines: readonly string[]): Rendered {
  return { body: lines.join('\n'), html: lines.map(escapeHtml).join('<br>') };
}

/** The command that a slip of the finger was meant for: at most two letters wrong, and fewer than half of them. */
function nearest(name: string, among: readonly CommandSpec[]): CommandSpec | null {
  if (name.length > 20) return null;
  const ranked = among
    .map((command) => ({ command, distance: distance(name, command.name) }))
    .filter((one) => one.distance <= 2 && one.distance * 2 < Math.max(name.length, one.command.name.length) + 1)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.command ?? null;
}

/** Damerau-Levenshtein, adjacent letters swapped count as one. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (y: number, x: number) => (y === i ? row[x] : rows[y]?.[x]) ?? 0;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

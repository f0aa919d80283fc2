/** `!mail NAME ARGS` in a room, read and answered. The commands stand in `commands-table.ts`; what each does is a job's. */
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { COMMANDS } from './commands-table.ts';
import type { CommandSpec } from './commands-table.ts';
import type { Capability } from './permissions.ts';

export type ParsedCommand =
  | { readonly kind: 'run'; readonly command: CommandSpec; readonly args: readonly string[] }
  | { readonly kind: 'wrong-use'; readonly command: CommandSpec }
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: CommandSpec | null };

/** What a message says, in both forms of an `m.notice`. */
export interface Rendered {
  readonly body: string;
  readonly html: string;
}

/** Decides what was meant. No name at all is `help`. */
export function parseCommand(name: string, args: readonly string[]): ParsedCommand {
  const wanted = name === '' ? 'help' : name.toLowerCase();
  const command = COMMANDS.find((one) => one.name === wanted);
  if (command === undefined) return { kind: 'unknown', name: wanted.slice(0, 40), nearest: nearest(wanted) };
  const [least, most] = command.takes;
  return args.length < least || args.length > most ? { kind: 'wrong-use', command } : { kind: 'run', command, args };
}

/** Whether somebody with these capabilities may use a command. */
export function mayUse(command: CommandSpec, can: ReadonlySet<Capability>): boolean {
  return can.has(command.needs);
}

/** How a command is written. */
export function usage(command: CommandSpec): string {
  return `!mail ${command.name}${command.args === '' ? '' : ` ${command.args}`}`;
}

/** The answer to `!mail help`. */
export function renderHelp(language: Language): Rendered {
  const said = words(language).commands;
  const rows = [
    ...COMMANDS.map((command) => ({ use: usage(command), says: said.help[command.name] })),
    { use: '!note …', says: said.note },
  ];
  return {
    body: [said.intro, ...rows.map((row) => `${row.use} – ${row.says}`), said.holdHint].join('\n'),
    html: [
      `<p>${escapeHtml(said.intro)}</p>`,
      `<ul>${rows.map((row) => `<li><code>${escapeHtml(row.use)}</code> – ${escapeHtml(row.says)}</li>`).join('')}</ul>`,
      `<p>${escapeHtml(said.holdHint)}</p>`,
    ].join(''),
  };
}

/** The answer to what is no command, or not used as one. */
export function renderMisuse(parsed: Exclude<ParsedCommand, { kind: 'run' }>, language: Language): Rendered {
  const said = words(language).commands;
  if (parsed.kind === 'wrong-use') return renderLines([said.wrongUse(usage(parsed.command))]);
  const hint = parsed.nearest === null ? said.seeHelp : said.didYouMean(`!mail ${parsed.nearest.name}`);
  return renderLines([`${said.unknown(parsed.name)} ${hint}`]);
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
function nearest(name: string): CommandSpec | null {
  if (name.length > 20) return null;
  const ranked = COMMANDS.map((command) => ({ command, distance: distance(name, command.name) }))
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

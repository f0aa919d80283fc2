/** What is said about commands themselves: the help, and what is no command here. Pure. */
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { mayUse, renderLines } from './commands.ts';
import type { ParsedCommand, Rendered } from './commands.ts';
import { COMMANDS } from './commands-table.ts';
import type { CommandPlace, CommandSpec } from './commands-table.ts';
import type { Capability } from './permissions.ts';

/** How a command is written; in a direct chat with the bot without a prefix. */
export function usage(command: Pick<CommandSpec, 'name' | 'args'>, place: CommandPlace): string {
  return typed(`${command.name}${command.args === '' ? '' : ` ${command.args}`}`, place);
}

/** The answer to `!mail help`: what somebody may use here, in their language. */
export function renderHelp(
  language: Language,
  { place, can }: { readonly place: CommandPlace; readonly can: ReadonlySet<Capability> },
): Rendered {
  const { commands: said, help } = words(language);
  const rows = COMMANDS.filter((command) => command.where.includes(place) && mayUse(command, can)).map((command) => ({
    use: usage(command, place),
    says: said.help[command.name],
  }));
  const mailed = place === 'thread' && can.has('answer');
  if (place === 'thread') rows.push({ use: '!note …', says: said.note });
  const last = [help.more(typed('help …', place)), ...(mailed ? [said.holdHint] : [])];
  return {
    body: [help.intro[place], ...rows.map((row) => `${row.use} – ${row.says}`), ...last].join('\n'),
    html: [
      `<p>${escapeHtml(help.intro[place])}</p>`,
      `<ul>${rows.map((row) => `<li><code>${escapeHtml(row.use)}</code> – ${escapeHtml(row.says)}</li>`).join('')}</ul>`,
      ...last.map((line) => `<p>${escapeHtml(line)}</p>`),
    ].join(''),
  };
}

/** The answer to `!mail help COMMAND`: how it is written, what it does, an example. */
export function renderHelpOf(command: CommandSpec, language: Language, place: CommandPlace): Rendered {
  const { commands: said, help } = words(language);
  const shown = command.where.includes(place) ? place : (command.where[0] ?? place);
  const lines = [`${usage(command, shown)} – ${said.help[command.name]}`, help.example(typed(command.example, shown))];
  if (shown !== place) lines.push(elsewhere(command, language));
  return renderLines(lines);
}

/** The answer to what is no command, not used as one, or used where it has no meaning. */
export function renderMisuse(
  parsed: Exclude<ParsedCommand, { kind: 'run' }>,
  language: Language,
  place: CommandPlace,
): Rendered {
  const said = words(language).commands;
  switch (parsed.kind) {
    case 'wrong-use':
      return renderLines([
        said.wrongUse(usage(parsed.command, place)),
        words(language).help.example(typed(parsed.command.example, place)),
      ]);
    case 'elsewhere':
      return renderLines([elsewhere(parsed.command, language)]);
    case 'unknown': {
      const { nearest } = parsed;
      const hint = nearest === null ? said.seeHelp : said.didYouMean(typed(nearest.name, place));
      return renderLines([`${said.unknown(parsed.name)} ${hint}`]);
    }
  }
}

function elsewhere(command: CommandSpec, language: Language): string {
  const { help } = words(language);
  return help.elsewhere(command.name, command.where.map((place) => help.place[place]).join(` ${help.or} `));
}

function typed(text: string, place: CommandPlace): string {
  return place === 'management' ? text : `!mail ${text}`;
}

/** What is said about commands themselves: the help, and what is no command here. Pure. */
import { escapeHtml } from '../../mail/html/write.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { mayUse } from './parse-command.ts';
import { renderLines } from '../notice/rendered.ts';
import type { ParsedCommand } from './parse-command.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { CommandPlace, CommandSpec } from './spec.ts';
import type { Capability } from '../account/permissions.ts';

/**
 * How a command is written; in a direct chat with the bot without a prefix.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function usage(command: Pick<CommandSpec, 'name' | 'args'>, place: CommandPlace): string {
  return typed(`${command.name}${command.args === '' ? '' : ` ${command.args}`}`, place);
}

/** The answer to `!mail help`: which of the commands somebody may use here, in their language. */
export function renderHelp(
  commands: readonly CommandSpec[],
  language: Language,
  { place, can }: { readonly place: CommandPlace; readonly can: ReadonlySet<Capability> },
): NoticeContent {
  const say = words(language);
  const rows = commands
    .filter((command) => command.where.includes(place) && mayUse(command, can))
    .map((command) => ({
      use: usage(command, place),
      says: say(`help-${command.name}`),
    }));
  const mailed = place === 'thread' && can.has('answer');
  if (place === 'thread') rows.push({ use: '!note …', says: say('commands-note') });
  const last = [
    say('commands-more', { usage: typed('help …', place) }),
    ...(mailed ? [say('commands-hold-hint')] : []),
  ];
  const items = rows.map((row) => `<li><code>${escapeHtml(row.use)}</code> – ${escapeHtml(row.says)}</li>`);
  return {
    body: [say(`commands-intro-${place}`), ...rows.map((row) => `${row.use} – ${row.says}`), ...last].join('\n'),
    html: [
      `<p>${escapeHtml(say(`commands-intro-${place}`))}</p>`,
      `<ul>${items.join('')}</ul>`,
      ...last.map((line) => `<p>${escapeHtml(line)}</p>`),
    ].join(''),
  };
}

/** The answer to `!mail help COMMAND`: how it is written, what it does, an example. */
export function renderHelpOf(command: CommandSpec, language: Language, place: CommandPlace): NoticeContent {
  const say = words(language);
  const shown = command.where.includes(place) ? place : (command.where[0] ?? place);
  const lines = [
    `${usage(command, shown)} – ${say(`help-${command.name}`)}`,
    say('commands-example', { text: typed(command.example, shown) }),
  ];
  if (shown !== place) lines.push(elsewhere(command, language));
  return renderLines(lines);
}

/** The answer to what is no command, not used as one, or used where it has no meaning. */
export function renderMisuse(
  parsed: Exclude<ParsedCommand, { kind: 'run' }>,
  language: Language,
  place: CommandPlace,
): NoticeContent {
  const say = words(language);
  switch (parsed.kind) {
    case 'wrong-use':
      return renderLines([
        say('commands-wrong-use', { usage: usage(parsed.command, place) }),
        say('commands-example', { text: typed(parsed.command.example, place) }),
      ]);
    case 'elsewhere':
      return renderLines([elsewhere(parsed.command, language)]);
    case 'unknown': {
      const { nearest } = parsed;
      const hint =
        nearest === null
          ? say('commands-see-help')
          : say('commands-did-you-mean', { usage: typed(nearest.name, place) });
      return renderLines([`${say('commands-unknown', { name: parsed.name })} ${hint}`]);
    }
  }
}

function elsewhere(command: CommandSpec, language: Language): string {
  const say = words(language);
  return say('commands-elsewhere', {
    name: command.name,
    places: command.where.map((place) => say(`commands-place-${place}`)).join(` ${say('commands-or')} `),
  });
}

function typed(text: string, place: CommandPlace): string {
  return place === 'management' ? text : `!mail ${text}`;
}

import { optionalWord } from '../../bridge/command/arguments.ts';
import { renderHelp, renderHelpOf, renderMisuse } from '../../bridge/command/help.ts';
import { findCommand, parseCommand } from '../../bridge/command/parse-command.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import type { CommandContext } from '../framework/context.ts';
import { mailCommand } from '../framework/command.ts';

/** `!mail help`: what whoever asks may use here, or how one command is used. */
export const mailHelp = mailCommand({
  name: 'help',
  order: 10,
  args: optionalWord('[COMMAND]'),
  needs: 'read',
  scope: 'asker',
  where: EVERYWHERE,
  example: 'help status',
  examples: [{ says: ['hlep', 'xyzzy', 'help xyzzy', 'help claim accept'] }, { says: ['help accept'] }],
  outside: { only: '`mailroom ctl --help` and openapi.json are its like' },
  run: (_tx, context, name) => Promise.resolve(helpAbout(context, name)),
});

/** The help of a command, without a name the list of all that can be used here. */
export function helpAbout(context: CommandContext, name: string | null): NoticeContent {
  const { place, can, commands, operator } = context;
  const { language } = operator;
  if (name === null) return renderHelp(commands, language, { place, can });
  const command = findCommand(commands, name);
  if (command !== null) return renderHelpOf(command, language, place);
  const parsed = parseCommand(commands, name, [], { place, can });
  return parsed.kind === 'run' ? renderLines([]) : renderMisuse(parsed, language, place);
}

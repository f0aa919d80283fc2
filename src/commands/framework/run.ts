/** A command is answered, wherever it was said: found, allowed, done. */
import { mayUse, parseCommand } from '../../bridge/command/parse-command.ts';
import { needsConfig } from '../../bridge/command/spec.ts';
import { commandTold } from '../../bridge/record/acts.ts';
import { renderMisuse } from '../../bridge/command/help.ts';
import type { Capability } from '../../bridge/account/permissions.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderRefusal } from '../../bridge/told/refusal.ts';
import type { Transaction } from '../../db/pool.ts';
import { appendAudit, fromEvent } from '../../db/record-tables/audit.ts';
import { refusalFacts } from '../../handling/rights.ts';
import type { MailCommand } from './command.ts';
import type { CommandCall, CommandContext } from './context.ts';

/**
 * What is said to a command, null where all is said already. Whoever asks may at least read here. Power over a room
 * gives what concerns its conversation; what concerns the account or the whole process needs the word of the config.
 */
export async function answerCommand(
  tx: Transaction,
  commands: readonly MailCommand[],
  context: CommandContext,
  call: CommandCall,
): Promise<NoticeContent | null> {
  const { place, can, canByConfig, operator } = context;
  const { language } = operator;
  const parsed = parseCommand(commands, call.name, call.args, { place, can });
  if (parsed.kind !== 'run') return renderMisuse(parsed, language, place);
  const { command } = parsed;
  const scope = command.scopeOf(call, place);
  if (!mayUse(command, needsConfig(scope) ? canByConfig : can)) {
    await record(tx, context, command, call, 'refused');
    return refusal(context, command.needs);
  }
  const said = await command.run(tx, context, call);
  await record(tx, context, command, call, 'done');
  return said;
}

/** One statement, and none for what only tells something. */
async function record(
  tx: Transaction,
  context: CommandContext,
  { name }: MailCommand,
  call: CommandCall,
  outcome: 'done' | 'refused',
): Promise<void> {
  const told = commandTold(name, call);
  if (told === null) return;
  const { event } = context;
  const at = context.place === 'management' ? {} : { account: context.account.id, thread: context.thread };
  await appendAudit(tx, { ...told, ...at, ...fromEvent(event, call.replyTo), outcome });
}

/** In a direct chat nobody is named who could help: others are not there. */
function refusal(context: CommandContext, needed: Capability): NoticeContent {
  const { language } = context.operator;
  if (context.place !== 'management') return renderRefusal(refusalFacts(context, needed), language);
  const permissions = [...context.accounts.values()][0]?.permissions ?? new Map();
  return renderRefusal({ needed, able: [], permissions }, language);
}

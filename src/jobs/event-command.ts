/** `!mail …` in a room: who may use a command, and which handler does it. */
import { mayUse, parseCommand, renderHelp, renderMisuse, renderRetry } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { CommandName } from '../bridge/commands-table.ts';
import { renderRecipients } from '../bridge/commands-status.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import { retryMails } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import type { CommandCall, CommandHandler } from './command.ts';
import { commandStatus } from './command-status.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { decideHeld } from './event-held.ts';
import { recipientsIn } from './event-message.ts';
import { capabilitiesOf, mayOrTold, refusalFacts } from './event-permission.ts';
import { tellSource } from './event-source.ts';
import { tellWhy } from './event-why.ts';

const HANDLERS: Readonly<Record<CommandName, CommandHandler>> = {
  help: (_tx, { account }) => Promise.resolve(renderHelp(account.language)),
  to: async (tx, context, { replyTo, threadRoot }) => {
    const { language } = context.account;
    const { thread } = context.room;
    if (thread === null) return renderHelp(language);
    return renderRecipients(await recipientsIn(tx, context, thread, replyTo ?? threadRoot), language);
  },
  status: commandStatus,
  retry: async (tx, { account, room: { thread } }) =>
    renderRetry(thread === null ? 0 : (await retryMails(tx, thread)).mails.length, account.language),
  source: (tx, context, { replyTo }) => tellSource(tx, context, replyTo),
  why: (tx, context, { replyTo }) => tellWhy(tx, context, replyTo),
  accept: (tx, context, { replyTo }) => decideHeld(tx, context, replyTo, 'accept'),
  refuse: (tx, context, { replyTo }) => decideHeld(tx, context, replyTo, 'refuse'),
};

/** Answers a command in its room, as a reply to it. */
export async function runCommand(tx: Transaction, context: EventContext, call: CommandCall): Promise<string | null> {
  const { language } = context.account;
  const parsed = parseCommand(call.name, call.args);
  if (!(await mayOrTold(tx, context, 'read'))) return 'not-allowed';
  if (parsed.kind !== 'run') return say(tx, context, renderMisuse(parsed, language));
  const can = capabilitiesOf(context);
  if (!mayUse(parsed.command, can)) {
    return say(tx, context, renderRefusal(refusalFacts(context, parsed.command.needs), language));
  }
  return say(tx, context, await HANDLERS[parsed.command.name](tx, context, call));
}

async function say(tx: Transaction, context: EventContext, said: Rendered | null): Promise<null> {
  if (said === null) return null;
  await addSend(tx, answer(context, 'answer', said));
  return null;
}

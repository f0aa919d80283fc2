/** `!mail …` in a room: what each command does. What it says is pure and stands in `bridge/commands.ts`. */
import { mayUse, parseCommand, renderHelp, renderMisuse, renderNotAllowed, renderRetry } from '../bridge/commands.ts';
import type { CommandSpec, Rendered } from '../bridge/commands.ts';
import { renderRecipients, renderStatus } from '../bridge/commands-status.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { memberByUser } from '../bridge/account.ts';
import { accountStandings } from '../db/accounts.ts';
import type { AccountState } from '../db/accounts.ts';
import { mailFigures, retryMails } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { decideHeld } from './event-held.ts';
import { recipientsIn } from './event-message.ts';
import { tellSource } from './event-source.ts';
import { tellWhy } from './event-why.ts';

type Command = Extract<MatrixAction, { kind: 'command' }>;

/** Answers a command in its room, as a reply to it. */
export async function runCommand(tx: Transaction, context: EventContext, action: Command): Promise<string | null> {
  const { language } = context.account;
  const parsed = parseCommand(action.name, action.args);
  if (parsed.kind !== 'run') return say(tx, context, renderMisuse(parsed, language));
  const team = memberByUser(context.account, context.event.sender) !== null;
  if (!mayUse(parsed.command, { speaks: true, team })) return say(tx, context, renderNotAllowed(language));
  return say(tx, context, await carryOut(tx, context, parsed.command, action));
}

/** Does it; returns what is said about it, null where that was done already. */
async function carryOut(
  tx: Transaction,
  context: EventContext,
  command: CommandSpec,
  action: Command,
): Promise<Rendered | null> {
  const { language } = context.account;
  const { thread } = context.room;
  switch (command.name) {
    case 'help':
      return renderHelp(language);
    case 'to': {
      if (thread === null) return renderHelp(language);
      return renderRecipients(await recipientsIn(tx, context, thread, action.replyTo ?? action.threadRoot), language);
    }
    case 'status': {
      const figures = await mailFigures(tx, context.account.id, thread, context.event.sender);
      const state = (await accountStandings(tx)).find((one) => one.account === context.account.id)?.state;
      return renderStatus({ account: context.account.address, state: shownState(state), ...figures }, language);
    }
    case 'source':
      return tellSource(tx, context, action.replyTo);
    case 'why':
      return tellWhy(tx, context, action.replyTo);
    case 'accept':
    case 'refuse':
      return decideHeld(tx, context, action.replyTo, command.name);
    case 'retry':
      return renderRetry(thread === null ? 0 : (await retryMails(tx, thread)).length, language);
  }
}

function shownState(state: AccountState | undefined): 'ready' | 'connecting' | 'stopped' {
  switch (state) {
    case 'connected':
    case 'catching-up':
      return 'ready';
    case 'bad-credentials':
    case 'stopped':
      return 'stopped';
    case 'connecting':
    case 'transient':
    case undefined:
      return 'connecting';
  }
}

async function say(tx: Transaction, context: EventContext, said: Rendered | null): Promise<null> {
  if (said === null) return null;
  await addSend(tx, answer(context, 'answer', said));
  return null;
}

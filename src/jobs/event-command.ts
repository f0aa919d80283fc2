/** `!mail …` in a room: who may use a command, and which handler does it. */
import { findCommand, mayUse, parseCommand, renderLines } from '../bridge/commands.ts';
import { renderHelp, renderHelpOf, renderMisuse } from '../bridge/commands-help.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { CommandName, CommandPlace } from '../bridge/commands-table.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { personLanguage } from '../db/people.ts';
import type { CommandCall, CommandHandler } from './command.ts';
import { commandAccounts, commandQueue } from './command-accounts.ts';
import { commandLanguage } from './command-language.ts';
import { commandQuarantine } from './command-quarantine.ts';
import { commandAllow, commandBlock, commandRoomEntry, commandRules } from './command-entry.ts';
import { commandAssign, commandClaim, commandUnclaim } from './command-claim.ts';
import { commandDone, commandReopen, commandSnooze } from './command-done.ts';
import { commandCancel, commandCompose } from './command-compose.ts';
import { commandList } from './command-list.ts';
import { commandFrom, commandPeople, commandReplyToSender, commandSubject } from './command-recipients.ts';
import { commandMerge, commandMove, commandSplit } from './command-place.ts';
import { commandStatus } from './command-status.ts';
import { commandBrake } from './command-brake.ts';
import { commandBreaker } from './command-breaker.ts';
import { commandRetry, commandUnpause } from './command-unpause.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { decideHeld } from './event-held.ts';
import { capabilitiesOf, mayOrTold, refusalFacts } from './event-permission.ts';
import { tellSource } from './event-source.ts';
import { tellWhy } from './event-why.ts';
import { operatorOf } from './operator.ts';
import type { OperatorHandler } from './operator.ts';

const HANDLERS: Readonly<Record<CommandName, CommandHandler>> = {
  help: (_tx, context, { args }) => Promise.resolve(answerHelp(context, args)),
  to: commandPeople('to'),
  cc: commandPeople('cc'),
  bcc: commandPeople('bcc'),
  from: commandFrom,
  subject: commandSubject,
  'reply-to-sender': commandReplyToSender,
  compose: commandCompose,
  cancel: commandCancel,
  status: commandStatus,
  list: commandList,
  claim: commandClaim,
  unclaim: commandUnclaim,
  assign: commandAssign,
  done: commandDone,
  reopen: commandReopen,
  snooze: commandSnooze,
  retry: commandRetry,
  unpause: commandUnpause,
  source: (tx, context, { replyTo }) => tellSource(tx, context, replyTo),
  why: (tx, context, { replyTo }) => tellWhy(tx, context, replyTo),
  move: commandMove,
  split: commandSplit,
  merge: commandMerge,
  accept: (tx, context, { replyTo }) => decideHeld(tx, context, replyTo, 'accept'),
  block: commandBlock,
  allow: commandAllow,
  rules: commandRules,
  entry: commandRoomEntry,
  refuse: (tx, context, { replyTo }) => decideHeld(tx, context, replyTo, 'refuse'),
  brake: commandBrake,
  breaker: commandBreaker,
  accounts: asOperator(commandAccounts),
  queue: asOperator(commandQueue),
  quarantine: asOperator(commandQuarantine),
  language: asOperator(commandLanguage),
};

/** Lines from which on an answer is put into a Matrix thread of its own, where it does not push away what people say. */
const LONG = 12;

/** Answers a command in its room, as a reply to it, in the language of who asks. */
export async function runCommand(tx: Transaction, asked: EventContext, call: CommandCall): Promise<string | null> {
  if (!(await mayOrTold(tx, asked, 'read'))) return 'not-allowed';
  const language = (await personLanguage(tx, asked.event.sender)) ?? asked.account.language;
  const context: EventContext = { ...asked, account: { ...asked.account, language } };
  const can = capabilitiesOf(context);
  const place = placeOf(context);
  const parsed = parseCommand(call.name, call.args, { place, can });
  if (parsed.kind !== 'run') return say(tx, context, call, renderMisuse(parsed, language, place));
  if (!mayUse(parsed.command, can)) {
    return say(tx, context, call, renderRefusal(refusalFacts(context, parsed.command.needs), language));
  }
  return say(tx, context, call, await HANDLERS[parsed.command.name](tx, context, call));
}

/** What a command may do differs by the kind of room; a space has no messages that people see. */
function placeOf({ room }: EventContext): CommandPlace {
  return room.kind === 'space' ? 'lobby' : room.kind;
}

function answerHelp(context: EventContext, [name]: readonly string[]): Rendered {
  const { language } = context.account;
  const place = placeOf(context);
  const can = capabilitiesOf(context);
  if (name === undefined) return renderHelp(language, { place, can });
  const command = findCommand(name);
  if (command !== null) return renderHelpOf(command, language, place);
  const parsed = parseCommand(name, [], { place, can });
  return parsed.kind === 'run' ? renderLines([]) : renderMisuse(parsed, language, place);
}

/** A command that asks about accounts, in a room of one. */
function asOperator(handler: OperatorHandler): CommandHandler {
  return (tx, context, { args }) => {
    const { account, event } = context;
    const who = { user: event.sender, language: account.language, place: placeOf(context) };
    return handler(tx, operatorOf(context, who, [account]), args);
  };
}

async function say(tx: Transaction, context: EventContext, call: CommandCall, said: Rendered | null): Promise<null> {
  if (said === null) return null;
  const long = said.body.split('\n').length >= LONG;
  const threadRoot = call.threadRoot ?? (long ? context.event.event : null);
  await addSend(tx, answer(context, 'answer', said, { threadRoot }));
  return null;
}

/** Who may enter by mail, as people say it: `!mail block`, `!mail allow`, `!mail rules`, `!mail entry`, and ✅ or ❌ on the notice about a newcomer. */
import { plainEntry } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { readPattern } from '../bridge/sender-entry.ts';
import type { EntryRule } from '../bridge/sender-entry.ts';
import type { AccountId, EventId, UserId } from '../bridge/types.ts';
import {
  countNotShown,
  dropRules,
  listRules,
  setRule,
  setThreadEntry,
  threadEntry,
  welcomeNewcomer,
} from '../db/entry.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { addSend, sendOfEvent } from '../db/sends.ts';
import { setStanding } from '../db/thread-people.ts';
import { loadMessage, messageOfEvent } from '../db/threads.ts';
import { addressKey } from '../mail/address.ts';
import { words } from '../mail/words.ts';
import type { EntryWords } from '../mail/words-entry.ts';
import type { CommandCall, CommandHandler } from './command.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { decisionOf } from './event-held.ts';
import { capabilitiesOf } from './event-permission.ts';
import { JOINED_POSITION } from './mail-in-entry.ts';

/** Rules that are listed. */
const LISTED = 50;
/** Days that the figures look back. */
const DAYS = 30;

type Effect = EntryRule['effect'];

export const commandBlock: CommandHandler = (tx, context, call) => rule(tx, context, call, 'block');
export const commandAllow: CommandHandler = (tx, context, call) => rule(tx, context, call, 'allow');

/**
 * A rule about whoever is named, or about the sender of the message replied to. Named, it holds for the account, as a reply for the room, unless
 * `here` or `account` says otherwise.
 */
async function rule(tx: Transaction, context: EventContext, call: CommandCall, effect: Effect): Promise<Rendered> {
  const { account, room } = context;
  const say = words(account.language).entry;
  const named = call.args.filter((arg) => arg !== 'here' && arg !== 'account');
  const [text, second] = named;
  if (second !== undefined) return renderLines([say.noPattern(named.join(' '))]);
  const here = call.args.includes('here') || (text === undefined && !call.args.includes('account'));
  const pattern = text === undefined ? await senderOf(tx, context, call.replyTo) : readPattern(text);
  if (pattern === null) return renderLines([text === undefined ? say.whom : say.noPattern(text)]);
  if (here && room.thread === null) return renderLines([say.onlyInThread]);
  await decideEntry(tx, account.id, { effect, pattern, thread: here ? room.thread : null, by: context.event.sender });
  const said = {
    block: { here: say.blockedHere, all: say.blocked },
    allow: { here: say.allowedHere, all: say.allowed },
  };
  return renderLines([said[effect][here ? 'here' : 'all'](pattern)]);
}

/** Writes the rule. One about a single address in a room says too whether that person takes part there. */
export async function decideEntry(
  tx: Transaction,
  account: AccountId,
  { effect, pattern, thread, by }: EntryRule & { readonly by: UserId },
): Promise<void> {
  await setRule(tx, { account, thread, pattern, effect, by });
  if (thread === null || pattern.includes('*') || !pattern.slice(1).includes('@')) return;
  const standing = effect === 'allow' ? 'participant' : 'refused';
  await setStanding(tx, { account, thread, address: pattern, standing, by });
  if (effect === 'allow') await welcomeNewcomer(tx, thread, pattern);
}

/** The sender of the mail behind an event of this room; null where there is none. */
async function senderOf(tx: Transaction, { room }: EventContext, about: EventId | null): Promise<string | null> {
  const message = about === null ? null : await messageOfEvent(tx, about);
  // A reply can name any event, also one of another room.
  if (message === null || message.thread !== room.thread || message.direction !== 'in') return null;
  const [from] = message.facts.from;
  return from === undefined ? null : addressKey(from.address);
}

/** ✅ or ❌ on the notice about a newcomer; false where it is about something else, or not of somebody who may decide. */
export async function reactToNewcomer(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  key: string,
): Promise<boolean> {
  const decision = decisionOf(key);
  const { thread } = context.room;
  if (decision === null || thread === null || !capabilitiesOf(context).has('release')) return false;
  const send = await sendOfEvent(tx, of);
  if (send?.position !== JOINED_POSITION || send.message === null || send.thread !== thread) return false;
  const [from] = (await loadMessage(tx, send.message))?.facts.from ?? [];
  if (from === undefined) return false;
  const address = addressKey(from.address);
  const effect = decision === 'accept' ? 'allow' : 'block';
  await decideEntry(tx, context.account.id, { effect, pattern: address, thread, by: context.event.sender });
  const say = words(context.account.language).entry;
  const said = decision === 'accept' ? say.welcomed(address) : say.refused(address);
  await addSend(tx, answer(context, 'newcomer', renderLines([said]), { replyTo: of }));
  return true;
}

/** `!mail rules`: what there is, and how many mails were not shown; `!mail rules drop PATTERN` takes a rule away. */
export const commandRules: CommandHandler = async (tx, context, { args }) => {
  const { account, room } = context;
  const say = words(account.language).entry;
  const [verb, text] = args;
  if (verb !== undefined) {
    const pattern = verb === 'drop' && text !== undefined ? readPattern(text) : null;
    if (pattern === null) return renderLines([say.noPattern(text ?? verb)]);
    const dropped = await dropRules(tx, account.id, room.thread, pattern);
    return renderLines([dropped === 0 ? say.notThere(pattern) : say.dropped(pattern)]);
  }
  const ofConfig = (account.entry ?? plainEntry).rules;
  const { rules, count } = await listRules(tx, account.id, room.thread, LISTED);
  const lines = [
    ...rules.map(({ effect, pattern, thread }) => {
      const line = say.rule[effect](pattern);
      return thread === null ? line : `${line} (${say.ofRoom})`;
    }),
    ...(count > rules.length ? [say.more(count - rules.length)] : []),
    ...ofConfig.slice(0, LISTED).map(({ effect, pattern }) => `${say.rule[effect](pattern)} (${say.ofConfig})`),
    ...(ofConfig.length > LISTED ? [say.more(ofConfig.length - LISTED)] : []),
  ];
  const head = lines.length === 0 ? [say.noRules] : [say.rules, ...lines];
  return renderLines([...head, ...(await notShown(tx, context, say))]);
};

async function notShown(db: Queryable, { account }: EventContext, say: EntryWords): Promise<string[]> {
  const figures = await countNotShown(db, account.id, DAYS);
  if (figures.length === 0) return [];
  const total = figures.reduce((sum, { count }) => sum + count, 0);
  return [
    say.notShown(total, DAYS),
    ...figures.map(({ why, count }) => {
      const [reason = '', ...detail] = why.split(' ');
      const known = Object.entries(say.notShownWhy).find(([name]) => name === reason)?.[1];
      return `· ${count}: ${known === undefined ? reason : known(detail.join(' '))}`;
    }),
  ];
}

/** `!mail entry`: whether the room is open; `!mail entry open` and `!mail entry asked` change that. */
export const commandRoomEntry: CommandHandler = async (tx, { account, room }, { args }) => {
  const say = words(account.language).entry;
  if (room.thread === null) return renderLines([say.onlyInThread]);
  const [wanted] = args;
  if (wanted === 'open' || wanted === 'asked') await setThreadEntry(tx, room.thread, wanted);
  const open = (account.entry ?? plainEntry).open || (await threadEntry(tx, room.thread))?.entry === 'open';
  return renderLines([open ? say.open : say.asked]);
};

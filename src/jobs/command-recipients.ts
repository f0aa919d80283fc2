/** `!mail to`, `cc`, `bcc`, `from`, `subject` and `reply-to-sender`: who gets the mails of a thread, and how they are written. */
import { isOwnAddress } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { renderRecipients } from '../bridge/commands-status.ts';
import { renderRefusal } from '../bridge/permissions-refusal.ts';
import { keyed } from '../bridge/recipients.ts';
import type { Keyed } from '../bridge/recipients.ts';
import { difference, readPeopleChange } from '../bridge/recipients-change.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { chooseRecipient, loadWriting, nameThread, outsideOf, owedStory, setWriting } from '../db/recipients.ts';
import { latestMessage, loadThread } from '../db/threads.ts';
import { addressKey, formatPerson, parseAddress } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { CommandHandler } from './command.ts';
import type { EventContext } from './event-context.ts';
import { bringGhost, removeGhost } from './event-member.ts';
import { capabilitiesOf, refusalFacts } from './event-permission.ts';
import { recipientsIn } from './recipients.ts';

type Field = 'to' | 'cc' | 'bcc';

/** `to`, `cc` or `bcc`: shows all recipients, or changes one of the three lists. */
export function commandPeople(field: Field): CommandHandler {
  return async (tx, context, call) => {
    const { account, room } = context;
    const { language } = account;
    const said = words(language).recipients;
    if (room.thread === null) return renderLines([said.onlyInThread]);
    const repliedTo = call.replyTo ?? call.threadRoot;
    const change = readPeopleChange(call.rest);
    if (change.kind === 'show') {
      return renderRecipients(await recipientsIn(tx, context, room.thread, repliedTo), language);
    }
    if (change.kind === 'unreadable') return renderLines([said.unreadable(change.what)]);
    const now = await recipientsIn(tx, context, room.thread, repliedTo, 'all');
    const { add, remove } = difference(change, now[field] ?? []);
    const own = add.filter(({ address }) => isOwnAddress(account, address));
    const others = keyed(add.filter((one) => !own.includes(one)));
    const outside = await outsideOf(tx, room.thread, others);
    const needed = outside.length > 0 ? 'outside' : 'answer';
    if (!capabilitiesOf(context).has(needed)) return renderRefusal(refusalFacts(context, needed), language);
    await addAll(tx, context, room.thread, field, others, outside);
    await removeAll(tx, context, room.thread, remove);
    const then = renderRecipients(await recipientsIn(tx, context, room.thread, repliedTo), language);
    const owed = await owedStory(tx, room.thread);
    return joined([
      ...(own.length === 0 ? [] : [renderLines(own.map(({ address }) => said.ownAddress(address)))]),
      then,
      ...(owed.length === 0 ? [] : [renderLines([said.willQuote(owed.map(formatPerson).join(', '))])]),
    ]);
  };
}

async function addAll(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  field: Field,
  people: readonly Keyed[],
  outside: readonly Keyed[],
): Promise<void> {
  for (const person of people) {
    // A story that nobody in sight needs would tell that there is a blind copy.
    const quoted = field === 'bcc' || !outside.includes(person);
    const choice = { account: context.account.id, thread, person, by: context.event.sender, quoted };
    await chooseRecipient(tx, { ...choice, field });
    // A blind copy is seen by nobody, in the room either.
    if (field !== 'bcc') await bringGhost(tx, context, thread, context.ghosts.ghost(person.address), person);
  }
}

async function removeAll(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  addresses: readonly Address[],
): Promise<void> {
  for (const person of keyed(addresses.map((address) => ({ name: '', address })))) {
    const choice = { account: context.account.id, thread, person, by: context.event.sender, quoted: true };
    await chooseRecipient(tx, { ...choice, field: 'none' });
    await removeGhost(tx, context, thread, context.ghosts.ghost(person.address));
  }
}

/** `from`: which of the account's addresses a thread is written from. */
export const commandFrom: CommandHandler = async (tx, context, call) => {
  const { account, room } = context;
  const said = words(account.language).recipients;
  if (room.thread === null) return renderLines([said.onlyInThread]);
  const asked = call.rest.trim();
  if (asked === '') return renderLines([said.from((await loadWriting(tx, room.thread)).from ?? account.address)]);
  const refused = mayAnswer(context);
  if (refused !== null) return refused;
  const address = parseAddress(asked);
  // Its configured addresses only: with any detail, nobody could say what its answers are for.
  if (address === null || !account.own.has(addressKey(address))) {
    return renderLines([said.notOwn(asked.slice(0, 200), [...account.own].join(', '))]);
  }
  await setWriting(tx, account.id, room.thread, { from: address });
  return renderLines([said.from(address)]);
};

/** `subject`: shows or sets the subject of what is written from now on. */
export const commandSubject: CommandHandler = async (tx, context, call) => {
  const { account, room } = context;
  const said = words(account.language).recipients;
  if (room.thread === null) return renderLines([said.onlyInThread]);
  const subject = call.rest.replace(/\s+/g, ' ').trim().slice(0, 250);
  if (subject === '') {
    const { subject: chosen } = await loadWriting(tx, room.thread);
    return renderLines([said.subject(chosen ?? (await loadThread(tx, room.thread))?.subject ?? '')]);
  }
  const refused = mayAnswer(context);
  if (refused !== null) return refused;
  await setWriting(tx, account.id, room.thread, { subject });
  await nameThread(tx, room.thread, subject);
  const begun = (await latestMessage(tx, room.thread, ['in', 'out', 'colleague'])) !== null;
  return renderLines([begun ? said.subjectSet(subject) : said.subject(subject)]);
};

/** `reply-to-sender [off]`: answers of this thread go to the sender of what is answered alone, or to all again. */
export const commandReplyToSender: CommandHandler = async (tx, context, call) => {
  const { account, room } = context;
  const said = words(account.language).recipients;
  if (room.thread === null) return renderLines([said.onlyInThread]);
  const senderOnly = !/^(?:off|aus|non)$/i.test(call.args[0] ?? '');
  await setWriting(tx, account.id, room.thread, { senderOnly });
  return renderLines([senderOnly ? said.senderOnly : said.toAllAgain]);
};

function mayAnswer(context: EventContext): Rendered | null {
  if (capabilitiesOf(context).has('answer')) return null;
  return renderRefusal(refusalFacts(context, 'answer'), context.account.language);
}

function joined(parts: readonly Rendered[]): Rendered {
  return { body: parts.map(({ body }) => body).join('\n'), html: parts.map(({ html }) => html).join('<br>') };
}

/** Who gets what is said in a room: what the mails say (`bridge/recipients.ts`), as people of the room changed it. */
import { isOwnAddress } from '../bridge/account.ts';
import type { Account, Answering } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { renderGoesTo } from '../bridge/commands-status.ts';
import type { Asked } from '../bridge/from-matrix-content.ts';
import { keyed, recipientsFor, sameRecipients, senderFor, withChosen } from '../bridge/recipients.ts';
import type { MailPeople } from '../bridge/recipients.ts';
import type { EventId, Recipients, ThreadId } from '../bridge/types.ts';
import type { Hold } from '../db/outgoing.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { loadChosen, loadWriting, outsideOf } from '../db/recipients.ts';
import { addSend } from '../db/sends.ts';
import { latestMessage, loadThread, messageOfEvent, tellRecipients } from '../db/threads.ts';
import type { Message } from '../db/threads.ts';
import { formatPerson } from '../mail/address.ts';
import type { Address, Person } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';

/** What an account does where its config says nothing of it. */
const PLAIN: Answering = { mode: 'reply', holdOutside: 10_000 };

/** What of an account's rooms is mailed, and how long a first mail to a stranger waits at least. */
export function answeringOf(account: Account): Answering {
  return account.answering ?? PLAIN;
}

/** Who would get an answer: to the mail behind the event replied to, else to the latest. `asked`: what its author said. */
export async function recipientsIn(
  db: Queryable,
  context: Pick<EventContext, 'account'>,
  thread: ThreadId,
  repliedTo: EventId | null,
  asked: Asked | null = null,
): Promise<Recipients> {
  const answered = repliedTo === null ? null : await messageOfEvent(db, repliedTo);
  const incoming = await latestMessage(db, thread, ['in']);
  const outgoing = await latestMessage(db, thread, ['out', 'colleague']);
  const facts = {
    repliedTo: answered?.thread === thread && !isReport(answered) ? mailPeople(answered) : null,
    latestIncoming: incoming === null ? null : mailPeople(incoming),
    latestOutgoing: outgoing === null ? null : mailPeople(outgoing),
  };
  const isOwn = (address: Address) => isOwnAddress(context.account, address);
  const alone = asked === 'sender' || (asked === null && (await loadWriting(db, thread)).senderOnly);
  const sender = alone ? senderFor(facts, isOwn) : null;
  return sender ?? withChosen(recipientsFor(facts, isOwn), await loadChosen(db, thread));
}

/**
 * The first answer in a thread, and every change of its recipients, shows to whom it goes before it goes. Who had no part in it is
 * named, and gives the hold that counts for this mail: never shorter than the account wants for strangers.
 */
export async function showRecipients(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  recipients: Recipients,
): Promise<Hold> {
  const { account } = context;
  const people = [...recipients.to, ...recipients.cc, ...(recipients.bcc ?? [])];
  const outside = await outsideOf(tx, thread, keyed(people));
  const hold = outside.length === 0 ? account.hold : withStrangers(account);
  const known = await loadThread(tx, thread);
  if (known === null || (known.told !== null && sameRecipients(known.told, recipients))) return hold;
  await tellRecipients(tx, thread, recipients);
  await addSend(tx, answer(context, 'recipients', rendered(recipients, outside, hold, account)));
  return hold;
}

function rendered(recipients: Recipients, outside: readonly Person[], hold: Hold, account: Account): Rendered {
  const said = renderGoesTo(recipients, account.language);
  if (outside.length === 0) return said;
  const names = outside.map(formatPerson).join(', ');
  const first = renderLines([words(account.language).recipients.firstTime(names, Math.ceil(hold.after / 1000))]);
  return { body: `${said.body}\n${first.body}`, html: `${said.html}<br>${first.html}` };
}

function withStrangers(account: Account): Hold {
  const { holdOutside } = answeringOf(account);
  const after = Math.max(account.hold.after, holdOutside);
  return { after, atMost: Math.max(account.hold.atMost, after) };
}

/** A report is from a mail system, which reads no answers; who replies to one means the conversation. An automatic reply has a person's address. */
function isReport({ kind }: Message): boolean {
  return kind === 'dsn' || kind === 'mdn' || kind === 'arf';
}

function mailPeople(message: Message): MailPeople {
  const { from, replyTo, to, cc } = message.facts;
  return { messageId: message.messageId, direction: message.direction === 'in' ? 'in' : 'out', from, replyTo, to, cc };
}

/**
 * Who gets what is said in a room: what the mails say (`bridge/recipients/recipients.ts`), as people of the room
 * changed it.
 */
import { isOwnAddress } from '../bridge/account/account.ts';
import type { Account, Answering } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { renderGoesTo } from '../bridge/delivery/outcome-told.ts';
import type { Asked } from '../bridge/from-matrix/content.ts';
import { audienceOf } from '../bridge/recipients/audience.ts';
import { isNobody, sameRecipients } from '../bridge/recipients/recipients.ts';
import type { MailPeople } from '../bridge/recipients/recipients.ts';
import type { Hold } from '../bridge/event/hold-time.ts';
import type { EventId, EventIn, MessageKey, Recipients, ThreadId } from '../bridge/types.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { loadChosen, loadWriting } from '../db/mail-tables/recipients-chosen.ts';
import { addSend } from '../db/room-tables/sends.ts';
import {
  isBegunByUs,
  isVerified,
  latestMessages,
  loadThread,
  messageOfEvent,
  tellRecipients,
} from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';
import { peopleOf } from '../db/thread-tables/people-of-thread.ts';
import { formatPerson } from '../mail/address.ts';
import type { Address, Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { repliedOf } from '../handling/replied.ts';
import { goingTo } from '../outgoing/left-out.ts';

/** What an account does where its config says nothing of it. */
const PLAIN: Answering = { mode: 'reply', toColleagues: 'ask', holdOutside: 10_000 };

/** What of an account's rooms is mailed, and how long a first mail to a stranger waits at least. */
export function answeringOf(account: Account): Answering {
  return account.answering ?? PLAIN;
}

/** As `recipientsIn`, without those to whom the account sends nothing since their address is paused. */
export async function whoGets(
  db: Queryable,
  context: Pick<EventContext, 'account'>,
  thread: ThreadId,
  repliedTo: EventIn | null,
  asked: Asked | null = null,
): Promise<Recipients> {
  return goingTo(db, context.account.id, await recipientsIn(db, context, thread, repliedTo, asked));
}

/**
 * Loads and asks for whom an answer is meant: to the mail behind the event replied to, else to the latest. `asked`:
 * what its author said.
 */
export async function recipientsIn(
  db: Queryable,
  context: Pick<EventContext, 'account'>,
  thread: ThreadId,
  repliedTo: EventIn | null,
  asked: Asked | null = null,
): Promise<Recipients> {
  const answered = repliedTo === null ? null : await messageOfEvent(db, repliedTo);
  const replied = await repliedOf(db, repliedTo);
  const { incoming, outgoing, verified } = await latestMessages(db, thread);
  const firm = believesSomebody(context.account) && (verified !== null || (await isBegunByUs(db, thread)));
  const facts = {
    repliedTo: answered?.thread === thread && !isReport(answered) ? mailPeople(answered) : null,
    latestIncoming: incoming === null ? null : mailPeople(incoming),
    latestOutgoing: outgoing === null ? null : mailPeople(outgoing),
    latestVerified: verified === null ? null : mailPeople(verified),
    participants: firm ? await participantsOf(db, thread) : null,
    chosen: await loadChosen(db, thread, believesSomebody(context.account) ? 'verified' : 'all'),
    senderOnly: (await loadWriting(db, thread)).senderOnly,
    asked,
    corrects: replied?.what === 'correction' ? await recipientsOf(db, replied.message) : null,
  };
  return audienceOf(facts, (address: Address) => isOwnAddress(context.account, address));
}

/** Whether the account has anybody whose word on a sender it takes. */
function believesSomebody({ senders: { authentication, receiver } }: Account): boolean {
  return authentication === 'own' || (authentication === 'receiver' && receiver !== null);
}

async function participantsOf(db: Queryable, thread: ThreadId): Promise<ReadonlySet<string>> {
  const people = await peopleOf(db, [thread]);
  return new Set(people.filter(({ standing }) => standing === 'participant').map(({ address }) => address));
}

/** The recipients of a mail of ours once more, as an answer to it. */
async function recipientsOf(db: Queryable, outgoing: MessageKey | null): Promise<Recipients | null> {
  const mail = outgoing === null ? null : await loadOutgoing(db, outgoing);
  const [first] = mail === null ? [] : [...mail.recipients.to, ...mail.recipients.cc, ...(mail.recipients.bcc ?? [])];
  if (mail === null || first === undefined) return null;
  return { ...mail.recipients, why: { kind: 'same-as-message', of: first.address }, answers: mail.messageId };
}

/**
 * The first answer in a thread, and every change of its recipients, shows to whom it goes before it goes. Who had no
 * part in it is named, with the hold that counts for this mail.
 */
export async function showRecipients(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  goes: { readonly to: Recipients; readonly outside: readonly Person[]; readonly hold: Hold; readonly of: EventId },
): Promise<void> {
  const known = await loadThread(tx, thread);
  // Nobody gets it: that is told by itself.
  if (known === null || isNobody(goes.to) || (known.told !== null && sameRecipients(known.told, goes.to))) return;
  await tellRecipients(tx, thread, goes.to);
  const said = rendered(goes.to, goes.outside, goes.hold, context.account);
  await addSend(tx, answer(context, 'recipients', said, { replyTo: goes.of }));
}

function rendered(recipients: Recipients, outside: readonly Person[], hold: Hold, account: Account): NoticeContent {
  const said = renderGoesTo(recipients, account.language);
  if (outside.length === 0) return said;
  const names = outside.map(formatPerson).join(', ');
  const first = renderLines([
    words(account.language)('recipients-first-time', { people: names, seconds: Math.ceil(hold.after / 1000) }),
  ]);
  return { body: `${said.body}\n${first.body}`, html: `${said.html}<br>${first.html}` };
}

/**
 * A report is from a mail system, which reads no answers; who replies to one means the conversation. An automatic reply
 * has a person's address.
 */
function isReport({ kind }: Message): boolean {
  return kind === 'dsn' || kind === 'mdn' || kind === 'arf';
}

function mailPeople(message: Message): MailPeople {
  const { from, replyTo, to, cc } = message.facts;
  const direction = message.direction === 'in' ? 'in' : 'out';
  return { messageId: message.messageId, direction, from, replyTo, to, cc, verified: isVerified(message) };
}

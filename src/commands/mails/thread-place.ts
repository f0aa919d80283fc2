/**
 * A wrong decision about a thread is mended: mails are put into another. Events of Matrix cannot move, so that what was
 * said is posted again in its new room, with links to where it was, and the old events are answered by a link to where
 * it is. Replies follow by the ids of what was moved, whatever else they name. All of it is one transaction under the
 * lock of the account's decisions, which the caller takes before it looks for what is to be moved; the sends have ids
 * made of the fact that asked for it, so that a repeated run writes nothing twice.
 */
import type { Account } from '../../bridge/account/account.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { ECHO_KEY } from '../../bridge/ids.ts';
import { notice } from '../../bridge/notice/notices.ts';
import { branchOf, saidAgain } from '../../bridge/thread/placed.ts';
import { eventLink } from '../../bridge/room-link.ts';
import type { EventId, JsonObject, MatrixSend, RoomId, SendPurpose, ThreadId, UserId } from '../../bridge/types.ts';
import { finishWork, workMailCame } from '../../db/helpdesk-tables/thread-work.ts';
import { loadOutgoing } from '../../db/mail-tables/outgoing.ts';
import { mailEvents } from '../../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../../db/pool.ts';
import { findMember } from '../../db/room-tables/rooms.ts';
import { addSend, loadSend } from '../../db/room-tables/sends.ts';
import {
  copyPeople,
  eventsIn,
  hasBefore,
  mergeThread,
  messagesFrom,
  moveIds,
  moveMessages,
  originalParts,
} from '../../db/thread-tables/thread-moves.ts';
import type { Movable } from '../../db/thread-tables/thread-moves.ts';
import { inheritSide, mergeSides } from '../../db/thread-tables/side-conversations.ts';
import { addTraits } from '../../db/thread-tables/thread-traits.ts';
import { openThread } from '../../db/thread-tables/threads.ts';
import type { Message } from '../../db/thread-tables/threads.ts';
import { addressKey } from '../../mail/address.ts';
import { baseSubject } from '../../mail/subject.ts';
import { words } from '../../words/words.ts';
import type { JobDeps } from '../../handling/deps.ts';
import { threadLink, withLinks } from '../../handling/linked-threads.ts';
import { authorName } from '../../handling/delivery-signs.ts';

/** Mails that are moved at once; more are a matter for several commands. */
export const MOST_MOVED = 500;
/** Links and replies that are written for them. */
const LINKED = 20;

/** Where mails are moved, and who moves them. */
export interface MoveContext extends Pick<JobDeps, 'accounts' | 'ids' | 'ghosts'> {
  readonly account: Account;
  /** `of`: the fact that asks for it, an event or a request of an operator. `room`: one that knows their name. */
  readonly who: { readonly user: UserId; readonly of: string; readonly room: RoomId | null };
}

/** `said` is what whoever asked is told. */
export type PlaceOutcome =
  | { readonly kind: 'done'; readonly to: ThreadId; readonly count: number; readonly said: NoticeContent }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'first-stays' | 'nothing-here' };

/** Puts a mail, and what answers it, into another thread of the account. */
export async function moveBranch(
  tx: Transaction,
  context: MoveContext,
  message: Pick<Message, 'thread' | 'seq'>,
  to: ThreadId,
): Promise<PlaceOutcome> {
  const { messages, count } = await messagesFrom(tx, message.thread, message.seq, MOST_MOVED);
  if (count > MOST_MOVED) return { kind: 'too-many', count };
  return place(tx, context, { from: message.thread, to, messages: branchOf(messages) });
}

/** Makes a thread of a mail and of all that came after it. */
export async function splitFrom(tx: Transaction, context: MoveContext, message: Message): Promise<PlaceOutcome> {
  const { account, ids, who } = context;
  if (!(await hasBefore(tx, message.thread, message.seq))) return { kind: 'first-stays' };
  const { messages, count } = await messagesFrom(tx, message.thread, message.seq, MOST_MOVED);
  if (count > MOST_MOVED) return { kind: 'too-many', count };
  const to = ids.split(account.id, message.messageId, who.of);
  await openThread(tx, { thread: to, account: account.id, subject: baseSubject(message.facts.subject), by: 'split' });
  return place(tx, context, { from: message.thread, to, messages });
}

/** Puts all of a thread into another one of the account; what is left of it is done. */
export async function mergeInto(
  tx: Transaction,
  context: MoveContext,
  from: { readonly thread: ThreadId; readonly room: RoomId | null },
  to: ThreadId,
): Promise<PlaceOutcome> {
  const { account, who } = context;
  const { messages, count } = await messagesFrom(tx, from.thread, 0, MOST_MOVED);
  if (count === 0) return { kind: 'nothing-here' };
  if (count > MOST_MOVED) return { kind: 'too-many', count };
  const placed = await place(tx, context, { from: from.thread, to, messages });
  await mergeThread(tx, { account: account.id, from: from.thread, to });
  await mergeSides(tx, from.thread, to);
  const team = account.team.map(({ user }) => user);
  await finishWork(tx, { account: account.id, thread: from.thread }, who.user, {
    event: null,
    room: from.room ?? '',
    team,
  });
  return placed;
}

interface Placed {
  readonly from: ThreadId;
  readonly to: ThreadId;
  readonly messages: readonly Movable[];
}

async function place(tx: Transaction, context: MoveContext, { from, to, messages }: Placed): Promise<PlaceOutcome> {
  const { account, who } = context;
  // What is said to both rooms is said in the account's language, not in that of whoever asks.
  const home = context.accounts.get(account.id) ?? account;
  const keys = messages.map(({ message }) => message);
  const stood = await eventsIn(tx, from, keys);
  await moveMessages(tx, { account: account.id, from, to, messages, by: who.user });
  await moveIds(tx, { account: account.id, from, to, messages, by: who.user });
  await moveFacts(tx, account, { from, to, messages });
  await inheritSide(tx, to, from);

  const say = words(home.language);
  const links = keys.slice(0, LINKED).flatMap((key, at) => {
    const old = stood.get(key);
    const name = say('thread-original', { place: at + 1 });
    return old === undefined ? [] : [{ href: eventLink(old.room, old.event, context.ghosts.domain), name }];
  });
  const name = authorName(account, who.user, await nameIn(tx, who.room, who.user));
  const head = withLinks(say('thread-moved-here', { user: name, count: messages.length }), links);
  await addSend(tx, noticeIn(context, to, { kind: 'placed-here', of: who.of }, head));
  for (const message of messages) await repeat(tx, context, home, to, message);
  const there = await threadLink(tx, context, home, to);
  for (const key of keys.slice(0, LINKED)) {
    const old = stood.get(key);
    if (old === undefined) continue;
    const purpose = { kind: 'placed-away', of: who.of, detail: key } as const;
    await addSend(tx, noticeIn(context, from, purpose, withLinks(say('thread-moved-away'), [there]), old.event));
  }
  if (messages.at(-1)?.direction === 'in') await workMailCame(tx, { account: account.id, thread: to });
  const said = withLinks(words(account.language)('thread-moved-to', { count: messages.length }), [there]);
  return { kind: 'done', to, count: messages.length, said };
}

async function nameIn(tx: Transaction, room: RoomId | null, user: UserId): Promise<string | null> {
  return room === null ? null : ((await findMember(tx, room, user))?.name ?? null);
}

async function moveFacts(tx: Transaction, account: Account, { from, to, messages }: Placed): Promise<void> {
  const people = messages.flatMap(({ facts }) => [...facts.from, ...facts.to, ...facts.cc]);
  const addresses = [...new Set(people.map(({ address }) => addressKey(address)))];
  await copyPeople(tx, { account: account.id, from, to }, addresses);
  const traits = new Map(messages.map(({ facts, list }) => [`${list ?? ''}\n${facts.subject}`, { facts, list }]));
  for (const { facts, list } of traits.values()) {
    await addTraits(tx, account.id, to, { subject: facts.subject, list, index: null });
  }
}

/** Posts a mail again: as it was first sent, or, where somebody said it in a room, by the bot under their name. */
async function repeat(
  tx: Transaction,
  context: MoveContext,
  account: Account,
  to: ThreadId,
  message: Movable,
): Promise<void> {
  const parts = await originalParts(tx, message.message);
  let index = 0;
  for (const { send } of message.direction === 'out' ? [] : parts) {
    const original = await loadSend(tx, send);
    if (original === null) continue;
    const { sender, senderName, type, content, files } = original;
    await addSend(tx, part(context, to, message, index++, { sender, senderName, type, content, files }));
  }
  if (message.outgoing === null) return;
  const mail = await loadOutgoing(tx, message.outgoing);
  if (mail === null) return;
  const author = authorName(account, mail.author, await nameIn(tx, mail.room, mail.author));
  for (const said of await mailEvents(tx, message.outgoing)) {
    if (said.state !== 'in' || !isObject(said.content)) continue;
    const content = saidAgain(said.content, author);
    const sender = context.ghosts.bot;
    await addSend(
      tx,
      part(context, to, message, index++, { sender, senderName: null, type: said.type, content, files: [] }),
    );
  }
}

function part(
  { account, who, ids }: MoveContext,
  thread: ThreadId,
  { message }: Movable,
  index: number,
  said: Pick<MatrixSend, 'sender' | 'senderName' | 'type' | 'content' | 'files'>,
): MatrixSend {
  const send = ids.send(who.of, `placed:${message}:${index}`);
  return {
    send,
    purpose: { kind: 'repeated', of: message, detail: who.of, part: index },
    account: account.id,
    thread,
    room: null,
    message,
    outgoing: null,
    ...said,
    kind: 'event',
    content: { ...said.content, [ECHO_KEY]: send },
    target: null,
    ts: null,
  };
}

function noticeIn(
  { account, ids, ghosts }: MoveContext,
  thread: ThreadId,
  purpose: SendPurpose,
  said: NoticeContent,
  replyTo: EventId | null = null,
): MatrixSend {
  const place = { account: account.id, thread, room: null };
  return notice(ids, { place, bot: ghosts.bot, purpose, said, replyTo });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `!mail move`, `!mail split`, `!mail merge`: a wrong decision about a thread is mended. Events of Matrix cannot move, so that what was said is posted
 * again in its new room, with links to where it was, and the old events are answered by a link to where it is. Replies follow by the
 * ids of what was moved, whatever else they name. All of it is one transaction under the lock of the account's decisions; the sends have
 * ids made of the command's event, so that a repeated run writes nothing twice.
 */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { notice } from '../bridge/notices.ts';
import { branchOf, namedRoom, REPEATED, saidAgain } from '../bridge/placed.ts';
import { eventLink } from '../bridge/room-link.ts';
import type { EventId, JsonObject, MatrixSend, ThreadId } from '../bridge/types.ts';
import { finishWork, workMailCame } from '../db/desk.ts';
import { loadOutgoing, mailEvents } from '../db/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import { findMember } from '../db/rooms.ts';
import { addSend, loadSend } from '../db/sends.ts';
import {
  copyPeople,
  eventsIn,
  hasBefore,
  mergeThread,
  messagesFrom,
  moveIds,
  moveMessages,
  originalParts,
  threadOfRoom,
} from '../db/thread-moves.ts';
import type { Movable } from '../db/thread-moves.ts';
import { addTraits } from '../db/thread-traits.ts';
import { lockDecisions, messageOfEvent, openThread } from '../db/threads.ts';
import type { Message } from '../db/threads.ts';
import { addressKey } from '../mail/address.ts';
import { baseSubject } from '../mail/subject.ts';
import { words } from '../mail/words.ts';
import type { CommandCall, CommandHandler } from './command.ts';
import type { EventContext } from './event-context.ts';
import { threadLink, withLinks } from './mail-in-link.ts';
import { authorName } from './mail-out-status.ts';

/** Mails that are moved at once; more are a matter for several commands. */
const MOST = 500;
/** Links and replies that are written for them. */
const LINKED = 20;
/** Where `originalSend` puts what belongs to a part. */
const EXTRAS = 1_000;

export const commandMove: CommandHandler = async (tx, context, call) => {
  await lockDecisions(tx, context.account.id);
  const say = words(context.account.language).thread;
  const message = await messageMeant(tx, context, call);
  if (message === null) return renderLines([call.replyTo === null ? say.replyTo : say.noMail]);
  const to = await roomMeant(tx, context, call, message.thread);
  if (typeof to !== 'string') return to.refusal;
  const { messages, count } = await messagesFrom(tx, message.thread, message.seq, MOST);
  if (count > MOST) return renderLines([say.tooMany(count, MOST)]);
  return place(tx, context, { from: message.thread, to, messages: branchOf(messages) });
};

export const commandSplit: CommandHandler = async (tx, context, call) => {
  const { account, event, ids } = context;
  await lockDecisions(tx, account.id);
  const say = words(account.language).thread;
  const message = await messageMeant(tx, context, call);
  if (message === null) return renderLines([call.replyTo === null ? say.replyTo : say.noMail]);
  if (!(await hasBefore(tx, message.thread, message.seq))) return renderLines([say.firstStays]);
  const { messages, count } = await messagesFrom(tx, message.thread, message.seq, MOST);
  if (count > MOST) return renderLines([say.tooMany(count, MOST)]);
  const to = ids.thread(account.id, message.messageId, `split ${event.event}`);
  await openThread(tx, { thread: to, account: account.id, subject: baseSubject(message.facts.subject), by: 'split' });
  return place(tx, context, { from: message.thread, to, messages });
};

export const commandMerge: CommandHandler = async (tx, context, call) => {
  const { account, room, event } = context;
  await lockDecisions(tx, account.id);
  const say = words(account.language).thread;
  if (room.thread === null) return renderLines([say.nothingHere]);
  const to = await roomMeant(tx, context, call, room.thread);
  if (typeof to !== 'string') return to.refusal;
  const { messages, count } = await messagesFrom(tx, room.thread, 0, MOST);
  if (count === 0) return renderLines([say.nothingHere]);
  if (count > MOST) return renderLines([say.tooMany(count, MOST)]);
  const said = await place(tx, context, { from: room.thread, to, messages });
  await mergeThread(tx, { account: account.id, from: room.thread, to });
  const team = account.team.map(({ user }) => user);
  await finishWork(tx, { account: account.id, thread: room.thread }, event.sender, {
    event: null,
    room: room.room,
    team,
  });
  return said;
};

/** The mail behind the message replied to; a reply can name any event, also one of another room. */
async function messageMeant(
  tx: Transaction,
  { room }: EventContext,
  { replyTo }: CommandCall,
): Promise<Message | null> {
  const message = replyTo === null ? null : await messageOfEvent(tx, replyTo);
  return message === null || message.thread !== room.thread ? null : message;
}

/** The thread of the room that is named, or what is said where it is none. Only rooms of the same account: its people see no others. */
async function roomMeant(
  tx: Transaction,
  { account, ghosts, raw }: EventContext,
  { rest }: CommandCall,
  from: ThreadId,
): Promise<ThreadId | { readonly refusal: Rendered }> {
  const say = words(account.language).thread;
  const named = namedRoom(rest, htmlOf(raw), ghosts.domain);
  if (named === null) return { refusal: renderLines([say.whichRoom]) };
  const to = await threadOfRoom(tx, account.id, named);
  if (to === null) return { refusal: renderLines([say.noRoom]) };
  return to === from ? { refusal: renderLines([say.sameRoom]) } : to;
}

interface Placed {
  readonly from: ThreadId;
  readonly to: ThreadId;
  readonly messages: readonly Movable[];
}

async function place(tx: Transaction, context: EventContext, { from, to, messages }: Placed): Promise<Rendered> {
  const { account, event } = context;
  // What is said to both rooms is said in the account's language, not in that of whoever asks.
  const home = context.accounts.get(account.id) ?? account;
  const keys = messages.map(({ message }) => message);
  const stood = await eventsIn(tx, from, keys);
  await moveMessages(tx, { account: account.id, from, to, messages, by: event.sender });
  await moveIds(tx, { account: account.id, from, to, messages, by: event.sender });
  await moveFacts(tx, account, { from, to, messages });

  const say = words(home.language).thread;
  const links = keys.slice(0, LINKED).flatMap((key, at) => {
    const old = stood.get(key);
    const name = say.original(at + 1);
    return old === undefined ? [] : [{ href: eventLink(old.room, old.event, context.ghosts.domain), name }];
  });
  const name = authorName(account, event.sender, (await findMember(tx, event.room, event.sender))?.name ?? null);
  const head = withLinks(say.movedHere(name, messages.length), links);
  await addSend(tx, noticeIn(context, to, 'placed-here', head));
  for (const message of messages) await repeat(tx, context, home, to, message);
  const there = await threadLink(tx, context, home, to);
  for (const key of keys.slice(0, LINKED)) {
    const old = stood.get(key);
    if (old === undefined) continue;
    await addSend(tx, noticeIn(context, from, `placed:${key}`, withLinks(say.movedAway, [there]), old.event));
  }
  if (messages.at(-1)?.direction === 'in') await workMailCame(tx, { account: account.id, thread: to });
  return withLinks(words(account.language).thread.movedTo(messages.length), [there]);
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
  context: EventContext,
  account: Account,
  to: ThreadId,
  message: Movable,
): Promise<void> {
  const parts = await originalParts(tx, message.message, { parts: REPEATED - 1, extras: EXTRAS });
  let position = REPEATED;
  for (const { send } of message.direction === 'out' ? [] : parts) {
    const original = await loadSend(tx, send);
    if (original === null) continue;
    const { sender, senderName, type, content, files } = original;
    await addSend(tx, part(context, to, message, position++, { sender, senderName, type, content, files }));
  }
  if (message.outgoing === null) return;
  const mail = await loadOutgoing(tx, message.outgoing);
  if (mail === null) return;
  const author = authorName(account, mail.author, (await findMember(tx, mail.room, mail.author))?.name ?? null);
  for (const said of await mailEvents(tx, message.outgoing)) {
    if (said.state !== 'in' || !isObject(said.content)) continue;
    const content = saidAgain(said.content, author);
    const sender = context.ghosts.bot;
    await addSend(
      tx,
      part(context, to, message, position++, { sender, senderName: null, type: said.type, content, files: [] }),
    );
  }
}

function part(
  { account, event, ids }: EventContext,
  thread: ThreadId,
  { message }: Movable,
  position: number,
  said: Pick<MatrixSend, 'sender' | 'senderName' | 'type' | 'content' | 'files'>,
): MatrixSend {
  const send = ids.send(event.event, `placed:${message}:${position}`);
  return {
    send,
    account: account.id,
    thread,
    room: null,
    message,
    outgoing: null,
    position,
    ...said,
    kind: 'event',
    content: { ...said.content, [ECHO_KEY]: send },
    target: null,
    ts: null,
  };
}

function noticeIn(
  { account, event, ids, ghosts }: EventContext,
  thread: ThreadId,
  purpose: string,
  said: Rendered,
  replyTo: EventId | null = null,
): MatrixSend {
  const place = { account: account.id, thread, room: null };
  return notice(ids, { place, bot: ghosts.bot, of: event.event, purpose, said, replyTo });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function htmlOf(raw: unknown): string {
  const content = isObject(raw) ? raw['content'] : null;
  const html = isObject(content) ? content['formatted_body'] : null;
  return typeof html === 'string' ? html : '';
}

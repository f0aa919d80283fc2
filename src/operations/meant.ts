/** Which conversation and which mail an operator means, and what rooms are told of what is done from outside. */
import { randomUUID } from 'node:crypto';
import type { Account } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { namedRoom } from '../bridge/thread/placed.ts';
import type { EventId, MessageKey, RoomId, ThreadId, UserId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { mergedInto } from '../db/thread-tables/thread-moves.ts';
import { loadMessage, loadThread, messageOfAnyEvent } from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';
import { messageNamed, threadAt } from '../db/helpdesk-tables/views.ts';
import type { MessageId } from '../mail/types.ts';
import { NotThere } from './operation.ts';
import type { OperationDeps } from './operation.ts';

/** A conversation of one of our accounts. */
export interface ThreadMeant {
  readonly account: Account;
  readonly thread: ThreadId;
  /** Null where none is made yet. */
  readonly room: RoomId | null;
  readonly subject: string;
}

/** By its key, or by its room; one that was merged into another means that. Throws NotThere. */
export async function threadMeant(db: Queryable, deps: OperationDeps, word: string): Promise<ThreadMeant> {
  const { accounts, ghosts } = deps;
  const room = namedRoom(word, '', ghosts.domain);
  const named = room === null ? (word as ThreadId) : await threadAt(db, [...accounts.keys()], room);
  const id = named === null ? null : ((await mergedInto(db, named)) ?? named);
  const found = id === null ? null : await loadThread(db, id);
  const account = found === null ? undefined : accounts.get(found.account);
  if (found === null || account === undefined) throw new NotThere(`there is no conversation ${word}`);
  const { thread, subject } = found;
  return { account, thread, room: (await findThreadRoom(db, thread))?.room ?? null, subject };
}

/** By its key, its Message-ID or an event of its room. Throws NotThere. */
export async function messageMeant(
  db: Queryable,
  deps: OperationDeps,
  word: string,
): Promise<{ readonly message: Message; readonly account: Account }> {
  const message = await findMessage(db, deps, word);
  const account = message === null ? undefined : deps.accounts.get(message.account);
  if (message === null || account === undefined) throw new NotThere(`there is no mail ${word}`);
  return { message, account };
}

async function findMessage(db: Queryable, { accounts }: OperationDeps, word: string): Promise<Message | null> {
  if (word.startsWith('$')) return messageOfAnyEvent(db, word as EventId);
  if (!word.includes('@')) return loadMessage(db, word as MessageKey);
  const id = (word.startsWith('<') ? word : `<${word}>`) as MessageId;
  const named = await messageNamed(db, [...accounts.keys()], id);
  return named === null ? null : loadMessage(db, named);
}

/** Names what one call does: the ids of what rooms are told of it are made of this. */
export function newAct(): string {
  return `operator:${randomUUID()}`;
}

/**
 * Tells a room (without a thread the account's lobby) what somebody did from outside, in the words of the command that
 * does the same there. It names who did it, since nobody has asked in the room. A conversation without a room is told
 * nothing.
 */
export async function tellPlace(
  tx: Transaction,
  { ids, ghosts }: Pick<OperationDeps, 'ids' | 'ghosts'>,
  at: { readonly account: Account; readonly thread: ThreadId | null },
  told: { readonly act: string; readonly by: UserId; readonly line: string; readonly replyTo?: EventId | null },
): Promise<void> {
  if (at.thread !== null && (await findThreadRoom(tx, at.thread)) === null) return;
  const place = { account: at.account.id, thread: at.thread, room: null };
  const about = {
    purpose: { kind: 'operator', of: told.act } as const,
    mention: told.by,
    replyTo: told.replyTo ?? null,
  };
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, ...about, said: renderLines([told.line]) }));
}

/**
 * What we owe a room, one event at a time and in order per room: the room, its people, the files, the event.
 *
 * Every step is found done when it is repeated: the room by its alias, the ghost by its registration, the file by its media
 * id, the event by its transaction id and device, by its echo, or (where the homeserver has forgotten the id) by its key in
 * the room. A refusal is mended where it can be (`matrix/repair.ts`); what a sender may not say the bot says; what nobody can
 * say is dead and counted. A homeserver that is away is waited for.
 */
import type { Account } from '../bridge/account.ts';
import { ECHO_KEY } from '../bridge/ids.ts';
import { REPEATED } from '../bridge/placed.ts';
import { originalSend, sayAsBot, shortened } from '../bridge/refused.ts';
import type { EventId, JsonObject, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { findRoom } from '../db/rooms.ts';
import type { RoomRow } from '../db/rooms.ts';
import { loadMail } from '../db/mails.ts';
import { addSend, dropSend, loadSend, settleSend } from '../db/sends.ts';
import type { StoredSend } from '../db/sends.ts';
import { droppedFrom, roomPeople } from '../db/recipients.ts';
import { loadMessage, loadThread, messagePeople } from '../db/threads.ts';
import { addressKey } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { Ghosts, Speaker } from '../matrix/ghosts.ts';
import { classifyRefusal, repair, retryAfter } from '../matrix/repair.ts';
import type { Rooms } from '../matrix/rooms.ts';
import { filledContent } from './matrix-send-files.ts';
import type { FileDeps } from './matrix-send-files.ts';
import type { ThreadRooms } from './thread-rooms.ts';
import type { Decision, Handler } from './worker.ts';

export interface MatrixSendDeps extends FileDeps {
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly matrixGhosts: Ghosts;
  readonly threadRooms: ThreadRooms;
  readonly failpoint: (name: string) => void;
  readonly countSend: (account: Account, seconds: number, waited: number | null) => void;
}

/** A send with everything in place but the event itself; or what stood in its way. */
interface Approach {
  readonly account: Account;
  readonly send: StoredSend;
  readonly began: number;
  readonly reached:
    | { readonly row: RoomRow; readonly speaker: Speaker; readonly content: JsonObject }
    | { readonly error: unknown }
    | null;
}

export function matrixSend(deps: MatrixSendDeps): Handler<Approach | null> {
  return {
    queue: 'matrix-send',
    keys: 16,
    perKey: 64,
    tries: 10,
    overlap: true,
    // Room, ghost and files of the next event are made ready while the homeserver answers for this one.
    ahead: 'next',
    prepare: (job) => approach(deps, job.subject),
    run: (job, ready) => (ready === null ? Promise.resolve(NOTHING) : run(deps, ready, job.attempts)),
    buried: (tx, job, reason) => dropSend(tx, job.subject, 'dead', reason),
  };
}

const NOTHING: Decision = { outcome: { do: 'done' } };

/** The room, the sender in it, the files uploaded: each found done where it was done before. */
async function approach(deps: MatrixSendDeps, subject: string): Promise<Approach | null> {
  const send = await loadSend(deps.db, subject);
  const account = send === null ? undefined : deps.accounts.get(send.account);
  if (send === null || account === undefined || send.state !== 'waiting') return null;
  const base = { account, send, began: performance.now() };
  try {
    const row = await roomOf(deps, account, send);
    if (row === null) return { ...base, reached: null };
    deps.failpoint('matrix-send:room');
    const speaker = await speakerIn(deps, account, send, row);
    deps.failpoint('matrix-send:joined');
    const content = await filledContent(deps, account, send, speaker.user);
    deps.failpoint('matrix-send:uploaded');
    return { ...base, reached: { row, speaker, content } };
  } catch (error) {
    return { ...base, reached: { error } };
  }
}

async function run(deps: MatrixSendDeps, ready: Approach, tries: number): Promise<Decision> {
  const { send, account, reached, began } = ready;
  if (reached === null) return dead(send, 'no-room');
  try {
    if ('error' in reached) throw reached.error;
    const event = await post(deps, send, reached, tries);
    if (event === 'wait') return again(100, 'its target is not settled');
    deps.failpoint('matrix-send:sent');
    return {
      outcome: { do: 'done' },
      write: async (tx) => {
        if (event !== null) await settleSend(tx, send.send, event);
        else await dropSend(tx, send.send, 'withdrawn', 'nothing to do');
      },
      after: () => {
        const seconds = (performance.now() - began) / 1000;
        deps.countSend(account, seconds, send.waited === null ? null : send.waited + seconds);
      },
    };
  } catch (error) {
    return refused(deps, account, send, tries, error);
  }
}

/** The room of a send: of its thread, made where there is none, or the one that is named. */
async function roomOf(deps: MatrixSendDeps, account: Account, send: StoredSend): Promise<RoomRow | null> {
  const { thread } = send;
  if (thread === null && send.room !== null) return findRoom(deps.db, send.room);
  if (thread === null) return send.own === 'inbox' ? deps.threadRooms.inbox(account) : deps.threadRooms.lobby(account);
  return deps.threadRooms.room(account, thread, async () => {
    const known = await loadThread(deps.db, thread);
    return { subject: known?.subject ?? '', people: await roomPeople(deps.db, thread) };
  });
}

/** Sends; null where there is nothing (left) to be sent, 'wait' where what it is about is not settled yet. */
async function post(
  deps: MatrixSendDeps,
  send: StoredSend,
  { row, speaker, content }: { readonly row: RoomRow; readonly speaker: Speaker; readonly content: JsonObject },
  tries: number,
): Promise<EventId | 'wait' | null> {
  if (send.kind === 'redaction') return redact(deps, send, row, speaker);
  // Neither the device nor the echo can tell any more whether the first try arrived: the room itself can.
  if (tries > 1 && (send.old || speaker.device === null)) {
    const there = await findInRoom(deps, row, send.send);
    if (there !== null) return there;
  }
  return deps.client.send(row.room, send.type, deps.ids.txn(send.send, speaker.user), content, {
    ...speaker,
    ...(send.ts === null ? {} : { ts: send.ts }),
  });
}

/** The sender, in the room under its name. Before the first part of a mail its other people are welcomed too. */
async function speakerIn(deps: MatrixSendDeps, account: Account, send: StoredSend, row: RoomRow): Promise<Speaker> {
  if (send.message !== null && (send.position === 0 || send.position === REPEATED)) {
    await deps.threadRooms.welcome(account, row, await peopleOf(deps, send));
  }
  if (send.sender === deps.ghosts.bot) return deps.matrixGhosts.bot();
  const speaker = await deps.matrixGhosts.ensure(send.sender, deps.ghosts.address(send.sender));
  await deps.matrixGhosts.join(row, speaker, nameOf(deps, send));
  return speaker;
}

async function peopleOf(deps: MatrixSendDeps, send: StoredSend): Promise<readonly Person[]> {
  if (send.message === null) return [];
  const message = await loadMessage(deps.db, send.message);
  if (message === null) return [];
  // A colleague's own address in From is the account's or the team's, and gets no ghost anyway.
  // Whom people of the room took out does not come back because others still write to them.
  const dropped = await droppedFrom(deps.db, message.thread);
  return messagePeople(message.facts).filter(({ address }) => !dropped.has(addressKey(address)));
}

function nameOf(deps: MatrixSendDeps, send: StoredSend): string {
  return send.senderName ?? deps.ghosts.address(send.sender) ?? send.sender;
}

async function redact(
  deps: MatrixSendDeps,
  send: StoredSend,
  row: RoomRow,
  speaker: Speaker,
): Promise<EventId | 'wait' | null> {
  const target = send.target === null ? null : await loadSend(deps.db, send.target);
  // The event before this one may have been answered for and not yet written.
  if (target?.state === 'waiting') return 'wait';
  if (target === null || target.event === null) return null;
  return deps.client.redact(row.room, target.event, deps.ids.txn(send.send, speaker.user), speaker);
}

/** How many of the newest events of a room are searched for our key. */
const SEARCHED = 500;

async function findInRoom(deps: MatrixSendDeps, row: RoomRow, send: string): Promise<EventId | null> {
  let from: string | undefined;
  for (let seen = 0; seen < SEARCHED;) {
    const page = await deps.client.messages(row.room, { limit: 100, ...(from === undefined ? {} : { from }) });
    for (const event of page.events) {
      const content = event['content'];
      const key = typeof content === 'object' && content !== null && ECHO_KEY in content ? content[ECHO_KEY] : null;
      if (key === send && typeof event['event_id'] === 'string') return event['event_id'] as EventId;
    }
    seen += page.events.length;
    if (page.end === null || page.events.length === 0) return null;
    from = page.end;
  }
  return null;
}

/** What a failed send means, and what is done about it. */
async function refused(
  deps: MatrixSendDeps,
  account: Account,
  send: StoredSend,
  tries: number,
  error: unknown,
): Promise<Decision> {
  const refusal = classifyRefusal(error);
  switch (refusal) {
    case 'duplicate-annotation':
      return { outcome: { do: 'done' }, write: (tx) => dropSend(tx, send.send, 'withdrawn', 'is there already') };
    case 'retry':
      // A throw of our own is no answer of the homeserver: the worker counts it.
      if (!isOutside(error)) throw error;
      return again(retryAfter(error, tries), 'homeserver-away');
    case 'too-large':
      return replaced(send, shortened(send.content, account.language), undefined, (tx) =>
        attachOriginal(tx, deps, account, send),
      );
    case 'device':
    case 'join':
    case 'room-gone':
    case 'other': {
      if (!(error instanceof MatrixError)) throw error;
      const row = await roomOf(deps, account, send);
      if (row === null) return dead(send, error.errcode);
      const { room: space } = await deps.threadRooms.space(account);
      const mended = await repair(
        { client: deps.client, rooms: deps.rooms, ghosts: deps.matrixGhosts, log: deps.log, bot: deps.ghosts.bot },
        { refusal, row, space, sender: send.sender, senderName: nameOf(deps, send) },
      );
      if (mended.do === 'as-bot') return asBot(deps, account, send, error);
      // Repaired once and refused again and again: not the room's fault.
      if (tries > 6) return asBot(deps, account, send, error);
      return again(0, `repaired: ${refusal}`);
    }
  }
}

function isOutside(error: unknown): boolean {
  return error instanceof MatrixError || (error instanceof Error && error.name === 'HomeserverUnreachableError');
}

/** The bot says what the sender may not; what the bot itself may not say is dead. */
function asBot(deps: MatrixSendDeps, account: Account, send: StoredSend, error: MatrixError): Decision {
  if (send.sender === deps.ghosts.bot || send.kind === 'redaction') return dead(send, error.errcode);
  const content = sayAsBot(send.content, nameOf(deps, send), error.errcode, account.language);
  return replaced(send, content, deps.ghosts.bot);
}

/** The same send with another content (and sender): written, then tried again at once. */
function replaced(
  send: StoredSend,
  content: JsonObject | null,
  sender?: UserId,
  also: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Decision {
  if (content === null) return dead(send, 'too-large');
  return {
    outcome: { do: 'retry', afterMs: 0, reason: 'replaced' },
    write: async (tx: Transaction) => {
      await tx.query('UPDATE matrix_sends SET content = $2, sender = coalesce($3, sender) WHERE send = $1', [
        send.send,
        JSON.stringify(content),
        sender ?? null,
      ]);
      await also(tx);
    },
  };
}

/** What is shortened goes with its original. A notice of ours has none. */
async function attachOriginal(
  tx: Transaction,
  deps: MatrixSendDeps,
  account: Account,
  send: StoredSend,
): Promise<void> {
  const message = send.message === null ? null : await loadMessage(tx, send.message);
  const mail = message?.mail === null || message === null ? null : await loadMail(tx, message.mail);
  if (mail !== null) await addSend(tx, originalSend(deps.ids, send, mail, account.language));
}

function again(afterMs: number, reason: string): Decision {
  return { outcome: { do: 'retry', afterMs, reason } };
}

function dead(send: StoredSend, reason: string): Decision {
  return { outcome: { do: 'dead', reason: `${send.type}: ${reason}`, userText: '' } };
}

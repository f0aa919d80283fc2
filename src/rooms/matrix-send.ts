/**
 * What we owe a room, one event at a time and in order per room: the room, its people, the files, the event.
 *
 * Every step is found done when it is repeated: the room by its alias, the ghost by its registration, the file by its
 * media id, the event by its transaction id and device, by its echo, or (where the homeserver has forgotten the id) by
 * its key in the room. A refusal is mended where it can be (`matrix/repair.ts`); what a sender may not say the bot
 * says. Where the homeserver refuses the words themselves, whoever says them, a notice without them stands in their
 * place; what nobody can say is dead. Both are logged and counted. A homeserver that is away is waited for, and so is a
 * room that cannot be made.
 */
import type { Account } from '../bridge/account/account.ts';
import { withoutPreviews } from '../bridge/to-matrix/link-previews.ts';
import { isAskedIn } from '../bridge/room/entry.ts';
import { isNewsToMentioned, mentionedOfTeam } from '../bridge/room/mentioned.ts';
import { originalSend, outsideThread, sayAsBot, shortened } from '../bridge/to-matrix/replacement.ts';
import { atTarget, notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId, JsonObject, ThreadId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { findRoom, findThreadRoom, roomMembers } from '../db/room-tables/rooms.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import { loadMail } from '../db/intake-tables/mails.ts';
import {
  addSend,
  dropSend,
  isPlaceKept,
  loadSend,
  noteRepair,
  replaceSend,
  settleSend,
} from '../db/room-tables/sends.ts';
import type { StoredSend } from '../db/room-tables/sends.ts';
import { droppedFrom, roomPeople } from '../db/mail-tables/recipients-chosen.ts';
import { loadMessage, loadThread, messagePeople } from '../db/thread-tables/threads.ts';
import { addressKey } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { MatrixError } from '../matrix/errors.ts';
import type { Ghosts, ActingUser } from '../matrix/ghosts.ts';
import type { Failure } from '../matrix/failure.ts';
import { isJoined, mayByRoom, repair } from '../matrix/repair.ts';
import type { SpokenFor } from '../matrix/repair.ts';
import { inTheirPlace, isAsMember, memberIn, sayAsThem } from './as-member.ts';
import type { AsMemberDeps, RoomSpeaker } from './as-member.ts';
import { findInRoom } from './found-in-room.ts';
import { keepPlace } from './kept-place.ts';
import { filledContent } from './send-files.ts';
import type { FileDeps } from './send-files.ts';
import type { ThreadRooms } from './thread-rooms.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { words } from '../words/words.ts';
import type { Job } from '../queue/queue.ts';
import { writeTogether } from '../queue/job-ends.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MatrixSendDeps extends FileDeps, AsMemberDeps {
  readonly matrixGhosts: Ghosts;
  readonly threadRooms: ThreadRooms;
  readonly failure: ReadFailure;
  readonly countSend: (account: Account, seconds: number, waited: number | null) => void;
}

/** A send with everything in place but the event itself; or what stood in its way. */
interface Approach {
  readonly account: Account;
  readonly send: StoredSend;
  readonly began: number;
  readonly reached:
    | { readonly row: RoomRow; readonly speaker: RoomSpeaker; readonly content: JsonObject }
    | { readonly error: unknown }
    | null;
}

export function matrixSend(deps: MatrixSendDeps): Handler<Approach | Decision | null> {
  return {
    queue: 'matrix-send',
    keys: 24,
    perAccount: 16,
    fromBothEnds: true,
    perKey: 64,
    tries: 8,
    overlap: true,
    // Two transactions that settle sends lock them in one order: that of their names, as the intake of echoes does.
    together: (a, b) => (a.subject < b.subject ? -1 : 1),
    writeAll: (tx, runs, step) => writeTogether(deps.db.gathering(tx), runs, step),
    // Room, ghost and files of the next event are made ready while the homeserver answers for this one.
    ahead: 1,
    prepare: (job) => approach(deps, job.subject),
    run: (job, ready) =>
      ready === null || 'outcome' in ready ? Promise.resolve(ready ?? NOTHING) : run(deps, ready, job),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: async (tx, job, reason) => {
      await tellNotShown(tx, deps, job.subject);
      await dropSend(tx, job.subject, 'dead', reason);
    },
  };
}

const NOTHING: Decision = { outcome: { do: 'done' } };

/** The room, the sender in it, the files uploaded: each found done where it was done before. */
async function approach(deps: MatrixSendDeps, subject: string): Promise<Approach | Decision | null> {
  const send = await loadSend(deps.db.gathered, subject);
  if (send?.state !== 'waiting') return null;
  const account = deps.accounts.get(send.account);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: send.account } };
  const base = { account, send, began: performance.now() };
  try {
    const row = await roomOf(deps, account, send);
    if (row === null) return { ...base, reached: null };
    await askMentioned(deps, account, send, row);
    deps.failpoint('matrix-send:room');
    const speaker = await speakerIn(deps, account, send, row);
    deps.failpoint('matrix-send:joined');
    const uploader = speaker.voice === undefined ? speaker.user : deps.ghosts.bot;
    const content = await filledContent(deps, account, send, uploader);
    deps.failpoint('matrix-send:uploaded');
    return { ...base, reached: { row, speaker, content } };
  } catch (error) {
    return { ...base, reached: { error } };
  }
}

async function run(deps: MatrixSendDeps, ready: Approach, job: Job): Promise<Decision> {
  const { send, account, reached, began } = ready;
  if (reached === null) return dead(send, 'no-room');
  try {
    if ('error' in reached) throw reached.error;
    const event = await post(deps, send, reached, job.attempts);
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
    return refused(deps, account, send, job, error);
  }
}

/** The room of a send: of its thread, made where there is none, or the one that is named. */
async function roomOf(deps: MatrixSendDeps, account: Account, send: StoredSend): Promise<RoomRow | null> {
  const { thread } = send;
  // It opens no room: where there is none, there is nothing that it could be about.
  if (thread !== null && send.purpose.kind === 'reacted') return roomThatIs(deps, thread);
  if (thread === null && send.room !== null) return findRoom(deps.db.gathered, send.room);
  if (thread === null) return send.own === 'inbox' ? deps.threadRooms.inbox(account) : deps.threadRooms.lobby(account);
  return deps.threadRooms.room(account, thread, async () => {
    const known = await loadThread(deps.db, thread);
    return { subject: known?.subject ?? '', people: await roomPeople(deps.db, thread), quiet: known?.quiet === true };
  });
}

async function roomThatIs({ db }: MatrixSendDeps, thread: ThreadId): Promise<RoomRow | null> {
  const row = await findThreadRoom(db.gathered, thread);
  return row?.state === 'active' ? row : null;
}

/** Sends; null where there is nothing (left) to be sent, 'wait' where what it is about is not settled yet. */
async function post(
  deps: MatrixSendDeps,
  send: StoredSend,
  { row, speaker, content }: { readonly row: RoomRow; readonly speaker: RoomSpeaker; readonly content: JsonObject },
  attempts: number,
): Promise<EventId | 'wait' | null> {
  if (send.kind === 'redaction') return redact(deps, send, row, speaker);
  const about = send.target === null ? null : await targetEvent(deps, send.target);
  if (about === 'wait' || (about === null && send.target !== null)) return about;
  // Neither the device nor the echo can tell any more whether the first try arrived: the room itself can.
  if (attempts > 1 && (send.old || speaker.device === null)) {
    const there = await findInRoom(deps, row.room, { send: send.send, sender: speaker.user });
    if (there !== null) return there;
  }
  const whole = about === null ? content : atTarget(content, about);
  const txn = deps.ids.txn(send.send, speaker.user, send.keyVersion);
  const said = { room: row.room, type: send.type, txn, content: withoutPreviews(send.type, whole), ts: send.ts };
  if (speaker.voice !== undefined) return sayAsThem(speaker.voice, said);
  return deps.client.send(row.room, send.type, txn, said.content, {
    ...speaker,
    ...(send.ts === null ? {} : { ts: send.ts }),
  });
}

/** The sender, in the room under its name. Before the first part of a mail its other people come into the room too. */
async function speakerIn(deps: MatrixSendDeps, account: Account, send: StoredSend, row: RoomRow): Promise<RoomSpeaker> {
  if (send.purpose.part === 0 && isPart(send.purpose)) {
    const { people, quiet } = await castOf(deps, send);
    await deps.threadRooms.welcome(account, row, people, quiet);
  }
  const byBot = send.sender === deps.ghosts.bot || (send.kind === 'redaction' && isAsMember(deps, send));
  if (byBot) return deps.matrixGhosts.bot();
  if (isAsMember(deps, send)) return memberIn(deps, account, send, row);
  const speaker = await deps.matrixGhosts.ensure(send.sender, deps.ghosts.address(send.sender));
  await deps.matrixGhosts.join(row, speaker, nameOf(deps, send));
  return speaker;
}

/** Members of the team for whom it is news come into the room before it is said. */
async function askMentioned(deps: MatrixSendDeps, account: Account, send: StoredSend, row: RoomRow): Promise<void> {
  if (send.thread === null || !isNewsToMentioned(send.purpose.kind)) return;
  const named = mentionedOfTeam(account, send.content);
  if (named.length === 0) return;
  const members = new Map((await roomMembers(deps.db.gathered, row.room)).map((member) => [member.user, member]));
  const asked = named.filter((user) => isAskedIn(members.get(user) ?? null));
  if (asked.length > 0) await deps.rooms.invite(row, asked);
}

/** Whether it is what a mail becomes in a conversation. */
function isPart({ kind }: StoredSend['purpose']): boolean {
  return kind === 'part' || kind === 'unread' || kind === 'report' || kind === 'repeated';
}

/** The people of a mail, and whether it comes in without a sound. */
async function castOf(
  deps: MatrixSendDeps,
  send: StoredSend,
): Promise<{ readonly people: readonly Person[]; readonly quiet: boolean }> {
  const message = send.message === null ? null : await loadMessage(deps.db.gathered, send.message);
  if (message === null) return { people: [], quiet: false };
  // A colleague's own address in From is the account's or the team's, and gets no ghost anyway.
  // Whom people of the room took out does not come back because others still write to them.
  const dropped = await droppedFrom(deps.db.gathered, message.thread);
  const people = messagePeople(message.facts).filter(({ address }) => !dropped.has(addressKey(address)));
  return { people, quiet: message.facts.quiet === true };
}

function nameOf(deps: MatrixSendDeps, send: StoredSend): string {
  return send.senderName ?? deps.ghosts.address(send.sender) ?? send.sender;
}

async function redact(
  deps: MatrixSendDeps,
  send: StoredSend,
  row: RoomRow,
  speaker: ActingUser,
): Promise<EventId | 'wait' | null> {
  const event = send.target === null ? null : await targetEvent(deps, send.target);
  if (event === null || event === 'wait') return event;
  return deps.client.redact(row.room, event, deps.ids.txn(send.send, speaker.user, send.keyVersion), speaker);
}

/** The event of another send; null where it has none and will have none. */
async function targetEvent(deps: MatrixSendDeps, send: string): Promise<EventId | 'wait' | null> {
  const target = await loadSend(deps.db.gathered, send);
  // The event before this one may have been answered for and not yet written.
  return target?.state === 'waiting' ? 'wait' : (target?.event ?? null);
}

/** What a failed send means, and what is done about it. Throws what is no word of the homeserver about this send. */
async function refused(
  deps: MatrixSendDeps,
  account: Account,
  send: StoredSend,
  job: Job,
  error: unknown,
): Promise<Decision> {
  const instead = isAsMember(deps, send)
    ? await inTheirPlace(deps, account, send, { row: await roomOf(deps, account, send), error })
    : null;
  if (instead !== null) return instead;
  const failure = await deps.failure(error);
  switch (failure.is) {
    case 'away':
    case 'later': {
      const outcome = await outcomeOf(deps.failure, error, job);
      // A throw of our own is no answer of the homeserver: the worker counts it.
      if (outcome === null) throw error;
      return { outcome };
    }
    case 'person':
      return mend(deps, account, send, failure.why, error);
    case 'request':
      switch (failure.why) {
        case 'duplicate-annotation':
          return { outcome: { do: 'done' }, write: (tx) => dropSend(tx, send.send, 'withdrawn', 'is there already') };
        case 'too-large':
          return replaced(send, shortened(send.content, account.language), undefined, (tx) =>
            attachOriginal(tx, deps, account, send),
          );
        case 'other': {
          const content = outsideThread(send.content);
          if (content !== null) return replaced(send, content);
          return mend(deps, account, send, failure.why, error);
        }
        case 'room-gone':
        case 'policy':
          return mend(deps, account, send, failure.why, error);
      }
  }
}

/** Repairs of one send at most, whatever rooms it is led through. */
const REPAIRS = 6;

/** Mends what can be mended; the same refusal in the same room after that is for good. */
async function mend(
  deps: MatrixSendDeps,
  account: Account,
  send: StoredSend,
  refusal: Extract<Failure, { is: 'request' | 'person' }>['why'],
  error: unknown,
): Promise<Decision> {
  if (!(error instanceof MatrixError)) throw error;
  if (refusal === 'policy') return keepPlace(deps, account, send, error);
  if (refusal === 'duplicate-annotation' || refusal === 'too-large') throw error;
  const row = await roomOf(deps, account, send);
  if (row === null) return dead(send, error.errcode);
  // Its sender is there, so the rules of the room or of the homeserver refuse it, and do so the next time.
  if (send.kind === 'redaction' && refusal !== 'device' && (await isJoined(deps.client, row.room, send.sender))) {
    const reason = `refused: ${error.errcode}`;
    return { outcome: { do: 'done' }, write: (tx) => dropSend(tx, send.send, 'withdrawn', reason) };
  }
  const repairing = `${refusal} ${send.sender} ${row.room}`;
  if (send.repaired.includes(repairing) || send.repaired.length >= REPAIRS) {
    const isPolicy = refusal === 'join' && (await mayByRoom(deps, row.room, send.sender, send.type));
    if (isPolicy) return keepPlace(deps, account, send, error);
    return asBot(deps, account, send, error, refusal === 'join' ? 'kept-out' : 'refused');
  }
  const { room: space } = await deps.threadRooms.space(account);
  const mended = await repair(
    { client: deps.client, rooms: deps.rooms, ghosts: deps.matrixGhosts, log: deps.log, bot: deps.ghosts.bot },
    { refusal, row, space, sender: send.sender, senderName: nameOf(deps, send), type: send.type },
  );
  if (mended.do === 'as-bot') return asBot(deps, account, send, error, mended.why);
  return { ...again(0, `repaired: ${refusal}`), write: (tx) => noteRepair(tx, send.send, repairing) };
}

/** Says in its room that a part of a mail is missing there. Of what the bot itself says nothing is said. */
async function tellNotShown(tx: Transaction, deps: MatrixSendDeps, subject: string): Promise<void> {
  const send = await loadSend(tx, subject).catch(() => null);
  const account = send === null ? undefined : deps.accounts.get(send.account);
  if (send === null || account === undefined || send.message === null || send.kind === 'redaction') return;
  // Not even a notice without its words was taken, or one stands there for it.
  if (send.error !== null || (await isPlaceKept(tx, send))) return;
  const { thread, room } = send;
  const said = renderLines([words(account.language)('queue-not-shown')]);
  const place = { account: account.id, thread, room };
  await addSend(
    tx,
    notice(deps.ids, { place, bot: deps.ghosts.bot, purpose: { kind: 'not-shown', of: send.send }, said }),
  );
}

/** The bot says what the sender may not; of what the bot itself may not say the place is kept. */
async function asBot(
  deps: MatrixSendDeps,
  account: Account,
  send: StoredSend,
  error: MatrixError,
  why: SpokenFor,
): Promise<Decision> {
  // A reaction of the bot in place of theirs would be nobody's.
  const isReaction = send.type === 'm.reaction';
  if (send.sender === deps.ghosts.bot || send.kind === 'redaction' || isReaction)
    return keepPlace(deps, account, send, error);
  const content = sayAsBot(send.content, nameOf(deps, send), why, account.language);
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
      await replaceSend(tx, send.send, { content, sender: sender ?? null });
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
  const { message: key, purpose } = send;
  if (key === null || !isPart(purpose)) return;
  const message = await loadMessage(tx, key);
  const mail = message?.mail === null || message === null ? null : await loadMail(tx, message.mail);
  if (mail !== null) await addSend(tx, originalSend(deps.ids, { ...send, message: key }, mail, account.language));
}

function again(afterMs: number, reason: string): Decision {
  return { outcome: { do: 'retry', afterMs, reason } };
}

function dead(send: StoredSend, reason: string): Decision {
  return { outcome: { do: 'dead', reason: `${send.type}: ${reason}`, userText: '' } };
}

/**
 * What the homeserver pushed, one event at a time and in order per room: read it, decide, write. Nothing is sent from
 * here: a mail is opened or joined, a notice is put down as a send, and other jobs carry them out.
 */
import { readWireJson } from '../base/wire-text.ts';
import type { Account } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { notice } from '../bridge/notice/notices.ts';
import { decideEvent } from '../bridge/event/decide-event.ts';
import type { AccountId, RoomId, UserId } from '../bridge/types.ts';
import { loadEvent, settleEvent } from '../db/intake-tables/events.ts';
import type { StoredEvent } from '../db/intake-tables/events.ts';
import { isMadeByPeople } from '../db/mail-tables/composing.ts';
import { isQuotaAmple } from '../db/mail-tables/quota.ts';
import type { Transaction } from '../db/pool.ts';
import { isAwaited } from '../db/room-tables/rooms.ts';
import { addSend, settleSend } from '../db/room-tables/sends.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';
import { words } from '../words/words.ts';
import { answerInRoom } from './run-command.ts';
import { react, removed } from './reaction.ts';
import { changeAsked } from './work-reaction.ts';
import { outcomeOf } from '../handling/matrix-failure.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import { tellGuestsEncrypted } from '../guests/encrypted.ts';
import { gatheredForGuests } from '../guests/gathered.ts';
import { tellSetAside } from './set-aside.ts';
import { countAsRead } from './read-by-saying.ts';
import { isFormer, needsPower } from '../handling/rights.ts';
import type { PowerOf } from '../handling/rights.ts';
import { COMMANDS } from '../commands/all.ts';
import { manage } from './direct-chat.ts';
import type { DirectChatDeps } from './direct-chat.ts';
import { answerQuestion } from '../commands/writing/composing.ts';
import { fromStrangeRoom } from './invited.ts';
import { askMentioned } from './mentioned.ts';
import { returned, tellEditStays } from './returned-event.ts';
import { loadEventFacts } from '../answers/event-facts.ts';
import { keepInside } from '../answers/keep-inside.ts';
import { roomMemberChanged, roomReplaced } from './room-changed.ts';
import {
  replaceMessage,
  tellEncrypted,
  tellTooLate,
  writeMailing,
  writeSaid,
  writeTakeBack,
} from '../answers/take-message.ts';
import { wordsChanged } from './words-changed.ts';
import type { EventContext, KnownRoom, RoomSays } from '../handling/event-context.ts';
import { writeInOrder, writeTogether } from '../queue/job-ends.ts';
import type { Write, WrittenRun } from '../queue/job-ends.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface EventInDeps extends DirectChatDeps {
  /**
   * The thread or account that a room belongs to, by our table or else by its alias; null for rooms that are not ours.
   */
  readonly identify: (room: RoomId) => Promise<KnownRoom | null>;
  /** Asked only for who may not otherwise, and only in rooms that people made. */
  readonly powerOf: PowerOf;
  /** Asked only where somebody invites a guest. */
  readonly roomSays: (room: RoomId, user: UserId) => Promise<RoomSays>;
  readonly failure: ReadFailure;
}

/** Milliseconds until an event of a room that the bot is about to follow to is looked at again. */
const AWAITED_MS = 1_000;

/** What is asked about a message before it is written with others. */
interface Said {
  readonly author: UserId;
  /** Mails that one person may write within a day. */
  readonly limit: number;
}

export function eventIn(deps: EventInDeps): Handler<StoredEvent | null> {
  const said = new WeakMap<Write, Said>();
  return {
    queue: 'event-in',
    keys: 12,
    perAccount: 8,
    perKey: 16,
    tries: 5,
    overlap: false,
    ahead: Infinity,
    atOnce: 16,
    prepare: (job) => loadEvent(deps.db.gathered, job.subject as StoredEvent['event']),
    // What else happens in a room may change how the next event there is read.
    run: async (job, stored) => ({ apart: job.subject, beside: null, ...(await run(deps, said, stored)) }),
    together: (a, b) => (a.key < b.key ? -1 : 1),
    writeAll: (tx, runs, step) => writeRooms(tx, deps, said, runs, step),
    judge: (error, job) => outcomeOf(deps.failure, error, job),
    buried: async (tx, job, reason) => {
      const event = job.subject as StoredEvent['event'];
      await tellSetAside(tx, deps, event);
      await settleEvent(tx, event, 'quarantined', reason);
    },
  };
}

/**
 * Messages of several conversations of an account are decided side by side. What is decided about a mail of the account
 * at the same moment takes the same rows in another order: it is waited for, and waits.
 *
 * @throws where somebody may use up their mails by them: what comes after the last must be decided on those before it
 */
async function writeRooms(
  tx: Transaction,
  deps: EventInDeps,
  said: WeakMap<Write, Said>,
  runs: readonly WrittenRun[],
  step: () => void,
): Promise<void> {
  const [first, second] = runs;
  if (first === undefined || second === undefined) return writeInOrder(tx, runs, step);
  await lockDecisions(tx, first.lane as AccountId);
  const all = runs.flatMap(({ writes }) => writes.flatMap((write) => said.get(write) ?? []));
  const limit = Math.max(0, ...all.map((one) => one.limit));
  const authors = all.map(({ author }) => author);
  if (!(await isQuotaAmple(tx, authors, limit))) throw new Error('they may write too many mails');
  return writeTogether(deps.db.gathering(tx), runs, step);
}

async function run(deps: EventInDeps, said: WeakMap<Write, Said>, stored: StoredEvent | null): Promise<Decision> {
  if (stored?.state !== 'waiting') return { outcome: { do: 'done' } };
  await deps.reload?.upToDate();
  const raw: unknown = readWireJson(stored.body.toString('utf8'));
  const room = await deps.identify(stored.room);
  const managed = await manage(deps, stored, raw, room);
  if (managed !== null) return managed;
  const account = room === null ? undefined : deps.accounts.get(room.account);
  if (room === null && (await isAwaited(deps.db, stored.room))) {
    return { outcome: { do: 'retry', afterMs: AWAITED_MS, reason: 'room not followed yet' } };
  }
  const strange = room === null ? await fromStrangeRoom(deps, stored, raw) : null;
  if (strange !== null) return strange;
  if (room === null) return ended(stored, 'unknown-room');
  if (account === undefined) return { outcome: { do: 'elsewhere', account: room.account } };
  const isOwn = (user: string) => deps.ghosts.isOwn(user);
  const isBot = (user: string) => user === deps.ghosts.bot;
  const action = readEvent(raw, { isOwn, isBot, notices: account.writing.notices });
  const asked =
    needsPower(account, stored.sender, deps.ghosts.domain, action) && (await isMadeByPeople(deps.db, room.room));
  const power = asked ? await deps.powerOf(stored.room, stored.sender) : null;
  const former = await isFormer(deps.db, account, stored.sender);
  const says = asksGuest(deps, account, action) ? await deps.roomSays(stored.room, stored.sender) : null;
  const context: EventContext = { ...deps, account, room, event: stored, raw, power, former, asked: says };
  const write: Write = async (tx) => {
    const back = await returned(tx, deps, stored, raw);
    if (back === 'ours') return settleEvent(tx, stored.event, 'done');
    if (back === 'unknown') {
      await tellSetAside(tx, deps, stored.event);
      return settleEvent(tx, stored.event, 'ignored', 'unknown-send');
    }
    const ignored = await act(tx, context, action);
    await askMentioned(tx, context);
    await countAsRead(tx, context);
    await settleEvent(tx, stored.event, ignored === null ? 'done' : 'ignored', ignored);
  };
  if (action.kind !== 'message' || room.kind !== 'thread' || room.thread === null) {
    return { outcome: { do: 'done' }, write };
  }
  said.set(write, { author: stored.sender, limit: account.mailsPerUserDay ?? 0 });
  // Of one author, since the quota of each is counted under a lock.
  const apart = `${room.room} ${stored.sender}`;
  return { outcome: { do: 'done' }, apart, beside: { lane: account.id, name: room.thread }, write };
}

/** Whether somebody asks a person into the room who is to take part by mail. */
function asksGuest({ ghosts }: EventInDeps, { guests }: Account, action: MatrixAction): boolean {
  if (guests === undefined) return false;
  if (action.kind === 'command') return action.name === 'invite';
  return action.kind === 'membership' && action.membership === 'invite' && ghosts.isGhost(action.user);
}

/** Loads, decides, writes; returns why nothing came of it, null where something did. */
async function act(tx: Transaction, context: EventContext, action: MatrixAction): Promise<string | null> {
  const gathered = await gatheredForGuests(tx, context, action);
  if (gathered !== null) return gathered.ignored;
  const loaded = await loadEventFacts(tx, context, action, { sure: false, commands: COMMANDS });
  const outcome = decideEvent(action, loaded.facts);
  const { event } = context.event;
  await wordsChanged(tx, context, action, outcome);
  switch (outcome.do) {
    case 'echo':
      await settleSend(tx, outcome.key, event);
      return null;
    case 'mail':
    case 'ask':
    case 'moved':
    case 'nobody':
    case 'refuse':
      if (action.kind === 'message') return writeSaid(tx, context, outcome, loaded, action);
      return outcome.do === 'mail' && action.kind === 'edit'
        ? writeMailing(tx, context, outcome, loaded, { of: action.of, action: null })
        : null;
    case 'note':
      if (action.kind === 'message') return writeSaid(tx, context, outcome, loaded, action);
      await keepInside(tx, context, event);
      return 'note';
    case 'question':
      return answerQuestion(tx, context, outcome.said);
    case 'command':
      return answerInRoom(tx, context, outcome.command);
    case 'replace':
      return replaceMessage(tx, context, outcome);
    case 'take-back':
      return writeTakeBack(tx, context, outcome, COMMANDS);
    case 'too-late':
      return tellTooLate(tx, context, outcome);
    case 'replace-asked':
    case 'drop-asked':
      return changeAsked(tx, context, outcome);
    case 'redact-other':
      return removed(tx, context, outcome.of);
    case 'react':
      return react(tx, context, outcome);
    case 'over':
      return tellOver(tx, context, outcome.room);
    case 'encrypted':
      await tellGuestsEncrypted(tx, context);
      return tellEncrypted(tx, context, event);
    case 'membership':
      return roomMemberChanged(tx, context, outcome.membership);
    case 'tombstone':
      return roomReplaced(tx, context, outcome.replacement);
    case 'nothing':
      return (action.kind === 'edit' ? await tellEditStays(tx, context, action.of) : null) ?? outcome.reason;
  }
}

/**
 * In a room that was closed in favour of another the bot still is, and says that nothing of it is mailed: nothing could
 * be shown there of what became of it.
 */
async function tellOver(tx: Transaction, context: EventContext, state: 'gone' | 'replaced'): Promise<string> {
  const { account, event, room, ids, ghosts } = context;
  if (state === 'gone') return 'room-gone';
  const said = renderLines([words(account.language)('room-moved-on-not-mailed')]);
  const place = { account: account.id, thread: null, room: room.room };
  const about = {
    purpose: { kind: 'not-mailed-here', of: event.event } as const,
    said,
    replyTo: event.event,
    mention: event.sender,
  };
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, ...about }));
  return 'room-replaced';
}

function ended(stored: StoredEvent, reason: string): Decision {
  return { outcome: { do: 'done' }, write: (tx) => settleEvent(tx, stored.event, 'ignored', reason) };
}

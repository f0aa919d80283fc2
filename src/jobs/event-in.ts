/**
 * What the homeserver pushed, one event at a time and in order per room: read it, decide, write. Nothing is sent from here:
 * a mail is opened or joined, a notice is put down as a send, and other jobs carry them out.
 */
import { renderLines } from '../bridge/commands.ts';
import { readEvent } from '../bridge/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { notice } from '../bridge/notices.ts';
import { renderDelivery } from '../bridge/commands-status.ts';
import type { RoomId } from '../bridge/types.ts';
import { loadEvent, settleEvent } from '../db/events.ts';
import type { StoredEvent } from '../db/events.ts';
import type { Transaction } from '../db/pool.ts';
import { isAwaited } from '../db/rooms.ts';
import { addSend, settleSend } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import { runCommand } from './event-command.ts';
import { reactToDesk, redactDesk, replaceAsked } from './event-desk.ts';
import { capabilitiesOf, mayOrTold, needsPower } from './event-permission.ts';
import type { PowerOf } from './event-permission.ts';
import { reactToNewcomer } from './command-entry.ts';
import { reactToBrake } from './event-brakes.ts';
import { reactToHeld } from './event-held.ts';
import { manage } from './event-management.ts';
import type { ManagementDeps } from './event-management.ts';
import { answerQuestion } from './command-compose.ts';
import { fromStrangeRoom } from './event-invited.ts';
import { keepInside, staysInside } from './event-note.ts';
import { roomMemberChanged, roomReplaced } from './event-room.ts';
import { reactTo, redact, replaceMessage, takeMessage } from './event-message.ts';
import type { EventContext, KnownRoom } from './event-context.ts';
import type { Decision, Handler } from './worker.ts';

export interface EventInDeps extends ManagementDeps {
  /** The thread or account that a room belongs to, by our table or else by its alias; null for rooms that are not ours. */
  readonly identify: (room: RoomId) => Promise<KnownRoom | null>;
  /** Asked only for who may not otherwise. */
  readonly powerOf: PowerOf;
}

/** Milliseconds until an event of a room that the bot is about to follow to is looked at again. */
const AWAITED_MS = 1_000;

export function eventIn(deps: EventInDeps): Handler<StoredEvent | null> {
  return {
    queue: 'event-in',
    keys: 8,
    perKey: 16,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: (job) => loadEvent(deps.db, job.subject as StoredEvent['event']),
    run: (_job, stored) => run(deps, stored),
    buried: async (tx, job, reason) => {
      await settleEvent(tx, job.subject as StoredEvent['event'], 'quarantined', reason);
    },
  };
}

async function run(deps: EventInDeps, stored: StoredEvent | null): Promise<Decision> {
  if (stored?.state !== 'waiting') return { outcome: { do: 'done' } };
  const raw: unknown = JSON.parse(stored.body.toString('utf8'));
  const room = await deps.identify(stored.room);
  const managed = await manage(deps, stored, raw, room);
  if (managed !== null) return managed;
  const account = room === null ? undefined : deps.accounts.get(room.account);
  if (room === null && (await isAwaited(deps.db, stored.room))) {
    return { outcome: { do: 'retry', afterMs: AWAITED_MS, reason: 'room not followed yet' } };
  }
  const strange = room === null ? await fromStrangeRoom(deps, stored, raw) : null;
  if (strange !== null) return strange;
  if (room === null || account === undefined) {
    return ended(stored, room === null ? 'unknown-room' : 'unknown-account');
  }
  const isOwn = (user: string) => deps.ghosts.isOwn(user);
  const action = readEvent(raw, { isOwn, notices: account.writing.notices });
  const asked = needsPower(account, stored.sender, deps.ghosts.domain, action);
  const power = asked ? await deps.powerOf(stored.room, stored.sender) : null;
  const context: EventContext = { ...deps, account, room, event: stored, raw, power };
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      const ignored = await act(tx, context, action);
      await settleEvent(tx, stored.event, ignored === null ? 'done' : 'ignored', ignored);
    },
  };
}

/**
 * Whether a room is over: the bot is out, or the conversation goes on elsewhere. What is said there is not mailed: nothing could
 * be shown there of what became of it, and who put the bot out wants to be among themselves.
 */
function isOver({ room }: EventContext): boolean {
  return room.state === 'gone' || room.state === 'replaced';
}

/** Carries out one action; returns why nothing came of it, null where something did. */
async function act(tx: Transaction, context: EventContext, action: MatrixAction): Promise<string | null> {
  switch (action.kind) {
    case 'echo':
      await settleSend(tx, action.key, context.event.event);
      return null;
    case 'message':
      if (isOver(context)) return tellOver(tx, context);
      if (context.room.thread === null) return answerQuestion(tx, context, action);
      if (await staysInside(tx, context, action)) return 'note';
      if (!(await mayOrTold(tx, context, 'answer'))) return 'not-allowed';
      return takeMessage(tx, context, action);
    case 'edit':
      if (await replaceAsked(tx, context, action)) return null;
      return replaceMessage(tx, context, action);
    case 'redact':
      if (await redactDesk(tx, context, action.of)) return null;
      return redact(tx, context, action.of);
    case 'react':
      if (!capabilitiesOf(context).has('answer')) return 'not-allowed';
      if (await reactToHeld(tx, context, action.of, action.key)) return null;
      if (await reactToBrake(tx, context, action.of, action.key)) return null;
      if (await reactToNewcomer(tx, context, action.of, action.key)) return null;
      if (await reactToDesk(tx, context, action)) return null;
      return reactTo(tx, context, action);
    case 'command':
      return runCommand(tx, context, action);
    case 'encrypted':
      return tellEncrypted(tx, context);
    case 'membership':
      return roomMemberChanged(tx, context, action);
    case 'tombstone':
      return roomReplaced(tx, context, action.replacement);
    case 'note':
      await keepInside(tx, context, context.event.event);
      return 'note';
    case 'ignore':
      return action.reason;
  }
}

/** In a room that was closed in favour of another the bot still is, and says so. */
async function tellOver(tx: Transaction, context: EventContext): Promise<string | null> {
  const { account, event, room, ids, ghosts } = context;
  if (room.state === 'gone') return 'room-gone';
  const said = renderLines([words(account.language).room.movedOnNotMailed]);
  const place = { account: account.id, thread: null, room: room.room };
  const about = { of: event.event, purpose: 'moved-on', said, replyTo: event.event, mention: event.sender };
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, ...about }));
  return 'room-replaced';
}

async function tellEncrypted(tx: Transaction, context: EventContext): Promise<string | null> {
  const { account, event, room } = context;
  const said = renderDelivery({ kind: 'encrypted' }, null, account.language);
  if (said === null) return 'encrypted';
  await addSend(
    tx,
    notice(context.ids, {
      place: { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null },
      bot: context.ghosts.bot,
      of: event.event,
      purpose: 'encrypted',
      said,
      replyTo: event.event,
      mention: event.sender,
    }),
  );
  return null;
}

function ended(stored: StoredEvent, reason: string): Decision {
  return { outcome: { do: 'done' }, write: (tx) => settleEvent(tx, stored.event, 'ignored', reason) };
}

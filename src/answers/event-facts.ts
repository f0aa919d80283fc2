/**
 * Looks up what the decision about an event takes (`bridge/event/decide-event.ts`): everything it asks the database,
 * and nothing that is written.
 */
import { readWireJson } from '../base/wire-text.ts';
import type { CommandSpec } from '../bridge/command/spec.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import type { Before, EventFacts, SaidFacts } from '../bridge/event/decide-event.ts';
import type { Asked } from '../bridge/from-matrix/content.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import type { EventId, EventIn, Json, JsonObject, ThreadId } from '../bridge/types.ts';
import { answerScene, askedBy } from '../db/helpdesk-tables/answers.ts';
import type { AnswerScene } from '../db/helpdesk-tables/answers.ts';
import { loadEvent } from '../db/intake-tables/events.ts';
import { lockOpenMail, timeLeft } from '../db/mail-tables/outgoing.ts';
import { lockMailOfEvent, mailEvents } from '../db/mail-tables/outgoing-messages.ts';
import { asideSince } from '../db/mail-tables/returned-mails.ts';
import { quotaEnd } from '../db/mail-tables/quota.ts';
import { outsideOf } from '../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../db/pool.ts';
import type { EventContext } from '../handling/event-context.ts';
import { repliedOf } from '../handling/replied.ts';
import { capabilitiesOf } from '../handling/rights.ts';
import { movedAway } from './moved-away.ts';
import { repeated } from './others-answering.ts';
import { callNames } from '../bridge/recipients/notes.ts';
import { answeringOf, whoGets } from './recipients-in.ts';

/** What was loaded: the facts, and what the carrying out needs of the same rows. */
export interface LoadedEvent {
  readonly facts: EventFacts;
  /** Null where nothing is to be mailed. */
  readonly scene: AnswerScene | null;
  readonly commands: readonly CommandSpec[];
}

type Message = Extract<MatrixAction, { kind: 'message' }>;

/**
 * `sure`: somebody said that it is to be mailed. `commands`: those of which one may be meant where something looks like
 * one.
 */
export async function loadEventFacts(
  tx: Transaction,
  context: EventContext,
  action: MatrixAction,
  { sure, commands }: { readonly sure: boolean; readonly commands: readonly CommandSpec[] },
): Promise<LoadedEvent> {
  const { room, event } = context;
  const of = action.kind === 'edit' || action.kind === 'redact' ? action.of : null;
  const before = of === null ? null : await beforeOf(tx, context, { room: room.room, event: of });
  const message = await messageAsItIs(tx, context, action);
  const editedMail = action.kind === 'edit' && before?.kind === 'mailed' ? before : null;
  const wanted = message !== null && (action.kind === 'message' ? overOf(context) === null : editedMail !== null);
  const loaded =
    wanted && room.thread !== null ? await loadSaid(tx, context, room.thread, message, { sure, editedMail }) : null;
  return {
    facts: {
      inThread: room.thread !== null,
      over: overOf(context),
      can: capabilitiesOf(context),
      sender: event.sender,
      said: loaded?.said ?? null,
      before,
    },
    scene: loaded?.scene ?? null,
    commands,
  };
}

/** Whether a room is over: the bot is out, or the conversation goes on elsewhere. */
function overOf({ room }: EventContext): EventFacts['over'] {
  return room.state === 'gone' || room.state === 'replaced' ? room.state : null;
}

/** A message, or what an edit makes of one, at the place where the message stands. Null for everything else. */
async function messageAsItIs(tx: Transaction, context: EventContext, action: MatrixAction): Promise<Message | null> {
  if (action.kind === 'message') return action;
  if (action.kind !== 'edit' || action.fresh.kind !== 'message') return null;
  const stored = await loadEvent(tx, action.of);
  // Not kept any more, or of another room: it stands where nothing is said about it.
  if (stored === null || stored.room !== context.room.room || stored.body.length === 0) return action.fresh;
  const raw: unknown = readWireJson(stored.body.toString('utf8'));
  const read = readEvent(raw, { isOwn: () => false, notices: true });
  if (!('replyTo' in read)) return action.fresh;
  return { ...action.fresh, replyTo: read.replyTo, threadRoot: read.threadRoot };
}

async function beforeOf(tx: Transaction, { room }: EventContext, of: EventIn): Promise<Before | null> {
  if (room.thread === null) return null;
  const waits = await askedBy(tx, room.thread, of.event);
  if (waits !== null) return { kind: 'asked', author: waits };
  const found = await lockMailOfEvent(tx, of);
  if (found === null) return null;
  const { author, outgoing, recipients, state } = found.mail;
  const others = (await mailEvents(tx, outgoing)).some((one) => one.state === 'in' && one.event !== of.event);
  const frozen = state !== 'open' && state !== 'closed';
  const returned = frozen && (await asideSince(tx, outgoing)) !== null;
  const withdrawn = found.event.state === 'withdrawn';
  const underWay = state === 'frozen' || state === 'trying' || state === 'deferred';
  return { kind: 'mailed', author, outgoing, recipients, frozen, underWay, returned, withdrawn, others };
}

async function loadSaid(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  message: Message,
  how: { readonly sure: boolean; readonly editedMail: Extract<Before, { kind: 'mailed' }> | null },
): Promise<{ said: SaidFacts; scene: AnswerScene }> {
  const { account, event, ghosts } = context;
  const { room } = context.room;
  const { sure, editedMail } = how;
  const named = message.replyTo ?? message.threadRoot;
  const repliedTo = named === null ? null : { room, event: named };
  const answering = answeringOf(account);
  const audience = await whoGets(tx, context, thread, repliedTo, askedOf(message));
  const scene = await answerScene(tx, thread, room, account.hold.atMost);
  const open = await lockOpenMail(tx, room, event.sender);
  const whatOf = async (of: EventId | null) =>
    (await repliedOf(tx, of === null ? null : { room, event: of }))?.what ?? null;
  const limit = account.mailsPerUserDay ?? 0;
  // A mail that is left empty by an edit counts no more.
  const instead = editedMail === null || editedMail.others ? null : editedMail.outgoing;
  return {
    scene,
    said: {
      mode: answering.mode,
      toColleagues: answering.toColleagues,
      colleagues: account.team
        .filter(({ user }) => user !== event.sender)
        .map(({ user, name }) => ({ user, names: name === null ? [] : callNames({ name }) })),
      repliesTo: await whatOf(message.replyTo),
      threadOf: await whatOf(message.threadRoot),
      fourEyes: answering.fourEyes === true,
      sure,
      moved: await movedAway(tx, context, thread, repliedTo),
      audience,
      outside: await outsideOf(tx, thread, keyed([...audience.to, ...audience.cc, ...(audience.bcc ?? [])])),
      // An edit of what is on its way repeats nothing.
      repeats: editedMail === null ? repeated(event.event, saidOf(context), scene.recent) : null,
      open: open === null ? null : { ...open, left: await timeLeft(tx, open.outgoing) },
      hold: {
        hold: account.hold,
        holdOutside: answering.holdOutside,
        quota: limit === 0 ? null : await quotaEnd(tx, event.sender, limit, instead),
      },
      isInternal: (user) => !ghosts.isGhost(user),
    },
  };
}

function askedOf({ asked }: Message): Asked | null {
  return asked ?? null;
}

/** The type and content of an event as it came. */
export function saidOf({ raw }: Pick<EventContext, 'raw'>): { readonly type: string; readonly content: Json } {
  const event = isObject(raw) ? raw : {};
  const { type, content } = event;
  return { type: typeof type === 'string' ? type : '', content: content ?? null };
}

/** What an edit says instead (spec, "event replacements"). */
export function newContentOf(context: Pick<EventContext, 'raw'>): { readonly type: string; readonly content: Json } {
  const { type, content } = saidOf(context);
  return { type, content: isObject(content) ? (content['m.new_content'] ?? null) : null };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

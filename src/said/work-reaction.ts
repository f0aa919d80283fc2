/**
 * What reactions do to the work on a thread, and to messages that wait for a yes. When they mean it stands in
 * `bridge/event/meaning.ts`.
 */
import { readWireJson } from '../base/wire-text.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import type { EventOutcome } from '../bridge/event/decide-event.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { EventId, JsonObject, ThreadId } from '../bridge/types.ts';
import { decideAsked, editAsked } from '../db/helpdesk-tables/answers.ts';
import type { AskedMessage } from '../db/helpdesk-tables/answers.ts';
import {
  claimWork,
  finishWork,
  loadWork,
  reopenWork,
  unclaimByEvent,
  unclaimWork,
} from '../db/helpdesk-tables/thread-work.ts';
import type { ThreadOf } from '../db/helpdesk-tables/thread-work.ts';
import { loadEvent } from '../db/intake-tables/events.ts';
import { forgetNote } from '../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { askIn } from '../handling/asked-in.ts';
import { conversationOfLine } from '../handling/event-target.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { capabilitiesFor, isAccountOf, isFormer } from '../handling/rights.ts';
import { newContentOf } from '../answers/event-facts.ts';
import { COMMANDS } from '../commands/all.ts';
import { takeMessage } from '../answers/take-message.ts';

/**
 * 👀: whoever sets it has the thread: that of the room, or the one that a line of the inbox leads to. Each of these
 * returns why nothing came of it, null where something did.
 */
export async function claimBySign(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  found: FoundTarget,
): Promise<string | null> {
  const there = conversationOfLine(found);
  if (there !== null) {
    // They are invited there: a guest of this room is none of that one.
    if (!isAccountOf(context.account, context.event.sender, context.ghosts.domain)) return 'not-allowed';
    await claimFromOutside(tx, context, there, of);
    return null;
  }
  const at = placeOf(context);
  if (at === null) return 'no-thread';
  await claim(tx, context, at, of);
  return null;
}

/**
 * Whoever takes a conversation from the inbox wants to work on it: what was done is open again. They are invited, also
 * where somebody else has it: a room may let nobody in who is not.
 */
async function claimFromOutside(tx: Transaction, context: EventContext, thread: ThreadId, of: EventId): Promise<void> {
  const { account, event } = context;
  const at = { account: account.id, thread };
  const taken = await claimWork(tx, at, event.sender, { event: event.event, force: false });
  const work = await loadWork(tx, thread);
  if (work?.claimedBy === event.sender && work.state !== 'open') await reopenWork(tx, at, null);
  // Who has it is brought in by the job that shows the claim (`teamwork/work-shown`).
  if (taken) return;
  const invited = await askIn(tx, context, { account, thread, user: event.sender, of: event.event });
  await sayWhoHasIt(tx, context, thread, of, invited);
}

/** ✅ on a message closes the thread. */
export async function closeBySign(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const at = placeOf(context);
  if (at === null) return 'no-thread';
  await finish(tx, context, at, of);
  return null;
}

/** ✅ or ❌ on a message that waits for a yes, or on the notice that asks. */
export async function decideAskedBySign(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  decision: 'mailed' | 'dropped',
): Promise<string | null> {
  const at = placeOf(context);
  if (at === null) return 'no-thread';
  const own = !capabilitiesFor(context, 'thread').has('answer');
  const asked = await decideAsked(tx, at.thread, of, context.event.sender, decision, own);
  if (asked === null) return 'decided-already';
  const said = renderLines([words(context.account.language)('helpdesk-same-dropped')]);
  if (decision === 'mailed') await mailAsked(tx, context, asked);
  else await addSend(tx, answer(context, 'asked-decided', said, { replyTo: asked.event }));
  return null;
}

/** A redaction of a message that waits for a yes, or of the notice that asks. False for anything else. */
export async function dropAsked(tx: Transaction, context: EventContext, of: EventId): Promise<boolean> {
  const at = placeOf(context);
  return at !== null && (await decideAsked(tx, at.thread, of, context.event.sender, 'dropped')) !== null;
}

/** The 👀 by which a thread was taken is removed. */
export async function unclaimBySign(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const at = placeOf(context);
  return at !== null && (await unclaimWork(tx, at, of)) ? null : 'nobody-has-it';
}

/** The same in a room of the account, on a line of the inbox. */
export async function unclaimByLine(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  return (await unclaimByEvent(tx, context.account.id, of)) ? null : 'nobody-has-it';
}

/** The ✅ by which a thread was closed is removed. */
export async function reopenBySign(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const at = placeOf(context);
  return at !== null && (await reopenWork(tx, at, of)) ? null : 'open-already';
}

/** Carries out an edit of a message that waits for a yes: its new words wait, or it is one no more. */
export async function changeAsked(
  tx: Transaction,
  context: EventContext,
  outcome: Extract<EventOutcome, { do: 'replace-asked' | 'drop-asked' }>,
): Promise<null> {
  const { account, event, room } = context;
  if (room.thread === null) return null;
  if (outcome.do === 'replace-asked') {
    const { type, content } = newContentOf(context);
    await editAsked(tx, room.thread, outcome.of, event.sender, type, content);
    return null;
  }
  await decideAsked(tx, room.thread, outcome.of, event.sender, 'dropped');
  if (outcome.became !== 'command') return null;
  const said = renderLines([words(account.language)('room-edited-to-command')]);
  await addSend(tx, answer(context, 'asked-decided', said, { mention: true, replyTo: outcome.of }));
  return null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf({ account, room }: EventContext): ThreadOf | null {
  const over = room.state === 'gone' || room.state === 'replaced';
  return room.thread === null || over ? null : { account: account.id, thread: room.thread };
}

/** Takes the message as its author wrote it, in their name. */
async function mailAsked(tx: Transaction, context: EventContext, asked: AskedMessage): Promise<void> {
  await forgetNote(tx, asked.event, asked.thread);
  const stored = await loadEvent(tx, asked.event);
  if (stored === null) return;
  const before: unknown = readWireJson(stored.body.toString('utf8'));
  if (!isObject(before)) return;
  const raw = { ...before, type: asked.type, content: keptRelation(before, asked) };
  const isOwn = (user: string) => context.ghosts.isOwn(user);
  const action = readEvent(raw, { isOwn, notices: context.account.writing.notices });
  if (action.kind !== 'message') return;
  // By the rights of its author: whoever says that it is meant gives them none.
  const own = asked.author === context.event.sender;
  const former = own ? context.former : await isFormer(tx, context.account, asked.author);
  const power = own ? context.power : null;
  await takeMessage(tx, { ...context, event: stored, raw, former, power }, action, COMMANDS);
}

/** The content of an edit says nothing of what the message replies to. */
function keptRelation(before: JsonObject, asked: AskedMessage): JsonObject {
  const content = isObject(asked.content) ? asked.content : {};
  const old = isObject(before['content']) ? before['content']['m.relates_to'] : undefined;
  return old === undefined ? content : { ...content, 'm.relates_to': old };
}

async function claim(tx: Transaction, context: EventContext, at: ThreadOf, of: EventId): Promise<void> {
  const { event } = context;
  if (await claimWork(tx, at, event.sender, { event: event.event, force: false })) return;
  await sayWhoHasIt(tx, context, at.thread, of, false);
}

/** Tells somebody that another has the conversation. @param invited whether they are asked into its room */
async function sayWhoHasIt(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  of: EventId,
  invited: boolean,
): Promise<void> {
  const { account, event } = context;
  const by = (await loadWork(tx, thread))?.claimedBy ?? null;
  if (by === null || by === event.sender) return;
  const name = shownName(account, by);
  const text = words(account.language)(invited ? 'helpdesk-had-by-invited' : 'helpdesk-had-by', { name });
  await addSend(tx, answer(context, 'claimed-already', renderLines([text]), { mention: true, replyTo: of }));
}

async function finish(tx: Transaction, context: EventContext, at: ThreadOf, of: EventId): Promise<void> {
  const { account, event, room } = context;
  const team = account.team.map(({ user }) => user);
  if (!(await finishWork(tx, at, event.sender, { event: event.event, room: room.room, team }))) return;
  await addSend(tx, answer(context, 'done', renderLines([words(account.language)('helpdesk-done')]), { replyTo: of }));
}

/**
 * Reactions that work on a thread, and their taking back: 👀 has it, ✅ closes it, ✅ or ❌ on a message that waits for a yes decides
 * about that. What they mean elsewhere (held mail, newcomers) is decided before.
 */
import { renderLines } from '../bridge/commands.ts';
import { shownName } from '../bridge/desk.ts';
import { readEvent } from '../bridge/from-matrix.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import type { EventId, JsonObject, ThreadId } from '../bridge/types.ts';
import { decideAsked, editAsked } from '../db/desk-answers.ts';
import type { AskedMessage } from '../db/desk-answers.ts';
import { claimWork, finishWork, loadWork, reopenWork, unclaimWork } from '../db/desk.ts';
import type { ThreadOf } from '../db/desk.ts';
import { loadEvent } from '../db/events.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, sendOfEvent } from '../db/sends.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { takeMessage } from './event-message.ts';

const CLAIM = '👀';
const DONE = '✅';
const YES: ReadonlySet<string> = new Set(['✅', '✔', '✔️']);
const NO: ReadonlySet<string> = new Set(['❌', '✖', '✖️', '❎']);
/** Parts of a mail stand before this position; what the bot says about it behind. */
const PARTS = 1_000;

/** A reaction of somebody who may answer; false where it means nothing here. */
export async function reactToDesk(
  tx: Transaction,
  context: EventContext,
  { of, key }: Extract<MatrixAction, { kind: 'react' }>,
): Promise<boolean> {
  const at = placeOf(context);
  if (at === null) return false;
  if ((YES.has(key) || NO.has(key)) && (await decide(tx, context, at.thread, of, YES.has(key)))) return true;
  if (key === CLAIM) {
    await claim(tx, context, at, of);
    return true;
  }
  if (key !== DONE || !(await isMessage(tx, of))) return false;
  await finish(tx, context, at, of);
  return true;
}

/** A redaction: of a message that waits for a yes, of a claim, of the mark that closed the thread. False for anything else. */
export async function redactDesk(tx: Transaction, context: EventContext, of: EventId): Promise<boolean> {
  const at = placeOf(context);
  if (at === null) return false;
  if ((await decideAsked(tx, at.thread, of, context.event.sender, 'dropped')) !== null) return true;
  return (await unclaimWork(tx, at, of)) || (await reopenWork(tx, at, of));
}

/** An edit of a message that waits for a yes; false for any other. */
export async function replaceAsked(
  tx: Transaction,
  context: EventContext,
  { of, said }: Extract<MatrixAction, { kind: 'edit' }>,
): Promise<boolean> {
  const { thread } = context.room;
  if (thread === null) return false;
  const fresh = said === null ? null : newContent(context.raw);
  if (fresh !== null) return editAsked(tx, of, context.event.sender, fresh.type, fresh.content);
  // It is a note now, or nothing.
  return (await decideAsked(tx, thread, of, context.event.sender, 'dropped')) !== null;
}

function newContent(raw: unknown): { readonly type: string; readonly content: JsonObject } | null {
  if (!isObject(raw) || typeof raw['type'] !== 'string' || !isObject(raw['content'])) return null;
  const fresh = raw['content']['m.new_content'];
  return isObject(fresh) ? { type: raw['type'], content: fresh } : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf({ account, room }: EventContext): ThreadOf | null {
  const over = room.state === 'gone' || room.state === 'replaced';
  return room.thread === null || over ? null : { account: account.id, thread: room.thread };
}

async function decide(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  about: EventId,
  yes: boolean,
): Promise<boolean> {
  const asked = await decideAsked(tx, thread, about, context.event.sender, yes ? 'mailed' : 'dropped');
  if (asked === null) return false;
  const say = words(context.account.language).desk;
  if (yes) await mailAsked(tx, context, asked);
  else await addSend(tx, answer(context, 'asked', renderLines([say.sameDropped]), { replyTo: asked.event }));
  return true;
}

/** Takes the message as its author wrote it, in their name. */
async function mailAsked(tx: Transaction, context: EventContext, asked: AskedMessage): Promise<void> {
  const stored = await loadEvent(tx, asked.event);
  if (stored === null) return;
  const before: unknown = JSON.parse(stored.body.toString('utf8'));
  if (!isObject(before)) return;
  const raw = { ...before, type: asked.type, content: keptRelation(before, asked) };
  const isOwn = (user: string) => context.ghosts.isOwn(user);
  const action = readEvent(raw, { isOwn, notices: context.account.writing.notices });
  if (action.kind !== 'message') return;
  await takeMessage(tx, { ...context, event: stored, raw }, action, true);
}

/** The content of an edit says nothing of what the message replies to. */
function keptRelation(before: JsonObject, asked: AskedMessage): JsonObject {
  const content = isObject(asked.content) ? asked.content : {};
  const old = isObject(before['content']) ? before['content']['m.relates_to'] : undefined;
  return old === undefined ? content : { ...content, 'm.relates_to': old };
}

async function claim(tx: Transaction, context: EventContext, at: ThreadOf, of: EventId): Promise<void> {
  const { account, event } = context;
  if (await claimWork(tx, at, event.sender, { event: event.event, force: false })) return;
  const work = await loadWork(tx, at.thread);
  if (work === null || work.claimedBy === null || work.claimedBy === event.sender) return;
  const said = renderLines([words(account.language).desk.hadBy(shownName(account, work.claimedBy))]);
  await addSend(tx, answer(context, 'claim', said, { mention: true, replyTo: of }));
}

async function finish(tx: Transaction, context: EventContext, at: ThreadOf, of: EventId): Promise<void> {
  const { account, event, room } = context;
  const team = account.team.map(({ user }) => user);
  if (!(await finishWork(tx, at, event.sender, { event: event.event, room: room.room, team }))) return;
  await addSend(tx, answer(context, 'done', renderLines([words(account.language).desk.done]), { replyTo: of }));
}

/** Whether an event is a part of a mail, or what people said: what the bot tells is marked for other reasons. */
async function isMessage(tx: Transaction, event: EventId): Promise<boolean> {
  const send = await sendOfEvent(tx, event);
  return send === null || (send.message !== null && send.position < PARTS);
}

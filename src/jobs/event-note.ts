/** What of a thread's room stays inside, and the sign on what is taken into a mail: both are seen at once. */
import { renderLines } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { destinyOf, onlyCalls } from '../bridge/notes.ts';
import type { NoteFacts } from '../bridge/notes.ts';
import { reaction, takeBack } from '../bridge/notices.ts';
import type { EventId, MessageKey } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addNote, notesAmong } from '../db/recipients.ts';
import { addSend } from '../db/sends.ts';
import { messageOfEvent } from '../db/threads.ts';
import { words } from '../mail/words.ts';
import { answer } from './event-context.ts';
import type { EventContext } from './event-context.ts';
import { answeringOf } from './recipients.ts';

type Said = Extract<MatrixAction, { kind: 'message' }>;

const TAKEN = '✉️';

/** Whether a message stays in its room; it is remembered, so that what follows it in a Matrix thread stays too. */
export async function staysInside(tx: Transaction, context: EventContext, action: Said): Promise<boolean> {
  const { account, event, ghosts, room } = context;
  const notes = await notesAmong(
    tx,
    [action.replyTo, action.threadRoot].filter((one) => one !== null),
  );
  const facts: NoteFacts = {
    mode: answeringOf(account).mode,
    asked: action.asked ?? null,
    repliesTo: await repliesTo(tx, action.replyTo, notes),
    inNoteThread: action.threadRoot !== null && notes.has(action.threadRoot),
  };
  const destiny = destinyOf(facts);
  const isInternal = (user: string) => !ghosts.isGhost(user);
  if (destiny === 'mailed' && !onlyCalls(action.said, action.mentions, isInternal)) return false;
  await keepInside(tx, context, event.event);
  if (destiny !== 'mailed' && destiny.note === 'told' && room.thread !== null) {
    const said = renderLines([words(account.language).recipients.keptInside]);
    await addSend(tx, answer(context, 'kept-inside', said, { mention: true }));
  }
  return true;
}

/** Remembers a note. */
export async function keepInside(tx: Transaction, context: EventContext, event: EventId): Promise<void> {
  await addNote(tx, { event, account: context.account.id, thread: context.room.thread });
}

async function repliesTo(
  tx: Transaction,
  replyTo: EventId | null,
  notes: ReadonlySet<EventId>,
): Promise<NoteFacts['repliesTo']> {
  if (replyTo === null) return null;
  if (notes.has(replyTo)) return 'note';
  if ((await messageOfEvent(tx, replyTo)) !== null) return 'mail';
  // One of ours that has not left yet is a mail too.
  const { rows } = await tx.query(`SELECT FROM outgoing_events WHERE event = $1 AND state = 'in'`, [replyTo]);
  return rows.length > 0 ? 'mail' : 'other';
}

/** Shows at once that a message will be mailed; what leaves is signed beside it. */
export async function showTaken(tx: Transaction, context: EventContext, outgoing: MessageKey): Promise<void> {
  const { account, event, ghosts, ids, room } = context;
  const place = { account: account.id, thread: room.thread, room: null };
  const about = { place, bot: ghosts.bot, outgoing, of: event.event, purpose: 'taken' };
  await addSend(tx, reaction(ids, { ...about, to: event.event, key: TAKEN }));
}

/** The message will not be mailed after all. */
export async function showTakenBack(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  outgoing: MessageKey,
): Promise<void> {
  const { account, ghosts, ids, room } = context;
  const place = { account: account.id, thread: room.thread, room: null };
  const about = { place, bot: ghosts.bot, outgoing, of, purpose: 'taken-off' };
  await addSend(tx, takeBack(ids, { ...about, target: ids.send(of, 'taken') }));
}

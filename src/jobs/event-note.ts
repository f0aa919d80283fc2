/** What of a thread's room stays inside, and the sign on what is taken into a mail: both are seen at once. */
import { parseCommand, renderLines } from '../bridge/commands.ts';
import type { Rendered } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { commandLike, destinyOf, onlyCalls } from '../bridge/notes.ts';
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
import { capabilitiesOf } from './event-permission.ts';
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
  const command = destiny === 'mailed' && facts.asked === null ? commandLike(action.said) : null;
  if (command !== null) {
    await keepInside(tx, context, event.event);
    await addSend(tx, answer(context, 'command-like', meant(context, command), { threadRoot: action.threadRoot }));
    return true;
  }
  if (destiny === 'mailed' && !onlyCalls(action.said, action.mentions, isInternal)) return false;
  await keepInside(tx, context, event.event);
  if (destiny !== 'mailed' && destiny.note === 'told' && room.thread !== null) {
    const said = renderLines([words(account.language).recipients.keptInside]);
    await addSend(tx, answer(context, 'kept-inside', said, { mention: true }));
  }
  return true;
}

/** What was probably meant by a command without its prefix, and how it is mailed as it stands. */
function meant(context: EventContext, word: string): Rendered {
  const { commands, recipients } = words(context.account.language);
  const parsed = parseCommand(word, [], { place: 'thread', can: capabilitiesOf(context) });
  const command = parsed.kind === 'unknown' ? parsed.nearest : parsed.command;
  const hint = command === null ? commands.seeHelp : commands.didYouMean(`!mail ${command.name}`);
  return renderLines([`${recipients.likeCommand} ${hint}`, recipients.mailItAll]);
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

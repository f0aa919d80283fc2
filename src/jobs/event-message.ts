/**
 * What people say in a thread's room, on its way into a mail: messages of the same author within the hold become one mail; an
 * edit replaces, a redaction or ❌ takes back; after the hold the room is told that it is too late.
 */
import { z } from 'zod';
import { renderLines } from '../bridge/commands.ts';
import type { MatrixAction } from '../bridge/from-matrix.ts';
import { isNobody, sameRecipients } from '../bridge/recipients.ts';
import type { EventId, Json, MessageKey, ThreadId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { isHeld } from '../db/brakes.ts';
import {
  closeMailNow,
  editMailEvent,
  joinMail,
  lockMailOfEvent,
  lockOpenMail,
  openMail,
  withdrawMailEvent,
} from '../db/outgoing.ts';
import type { Outgoing } from '../db/outgoing.ts';
import { threadEntry } from '../db/entry.ts';
import { addSend } from '../db/sends.ts';
import { domainOf } from '../mail/address.ts';
import { words } from '../mail/words.ts';
import { beforeAnswer } from './event-answering.ts';
import { answer } from './event-context.ts';
import { tellPaused } from './mail-out-ladder.ts';
import type { EventContext } from './event-context.ts';
import { movedAway } from './event-moved.ts';
import { keepInside, showTaken, showTakenBack } from './event-note.ts';
import { waitsForQuota } from './event-quota.ts';
import { recipientsIn, showRecipients } from './recipients.ts';

type Said = Extract<MatrixAction, { kind: 'message' }>;

/** Behind every part that a mail itself has: what is told about it makes no room ready. */
const TOLD = 3_001;

const STOP_SIGNS: ReadonlySet<string> = new Set(['❌', '✖', '✖️', '❎']);

/** Puts a message into the author's open mail, or opens one. `sure`: it repeats another, and is meant (`event-answering.ts`). */
export async function takeMessage(
  tx: Transaction,
  context: EventContext,
  action: Said,
  sure = false,
): Promise<string | null> {
  const { thread } = context.room;
  if (thread === null) return 'no-thread';
  const repliedTo = action.replyTo ?? action.threadRoot;
  const moved = await movedAway(tx, context, thread, repliedTo);
  if (moved !== null) {
    await addSend(tx, answer(context, 'moved', moved, { mention: true }));
    return 'moved';
  }
  const recipients = await recipientsIn(tx, context, thread, repliedTo, action.asked);
  if (isNobody(recipients)) {
    const said = renderLines([await nobodyWords(tx, context, thread)]);
    await addSend(tx, answer(context, 'nobody', said, { mention: true }));
    return 'nobody-to-mail';
  }
  if (!(await beforeAnswer(tx, context, thread, typeAndContent(context.raw), sure))) return 'asked';
  const hold = await showRecipients(tx, context, thread, recipients);

  const open = await lockOpenMail(tx, context.room.room, context.event.sender);
  const same =
    open !== null && sameRecipients(open.recipients, recipients) && open.recipients.answers === recipients.answers;
  if (open !== null && !same) await closeMailNow(tx, open.outgoing);
  const outgoing = same ? open.outgoing : context.ids.outgoing(context.account.id, context.event.event);
  if (!same) {
    await openMail(
      tx,
      {
        outgoing,
        account: context.account.id,
        thread,
        room: context.room.room,
        author: context.event.sender,
        recipients,
        messageId: context.ids.ownMessageId(outgoing, domainOf(context.account.address)),
      },
      hold,
    );
  }
  const waits = same ? isWaiting(open, context) : await waitsForQuota(tx, context, outgoing);
  await joinMail(
    tx,
    {
      event: context.event.event,
      account: context.account.id,
      outgoing,
      ...typeAndContent(context.raw),
      replyTo: action.replyTo,
      sentAt: sentAt(context),
    },
    hold,
  );
  await showTaken(tx, context, outgoing);
  if (!same) {
    const { event, sender: author } = context.event;
    await tellPaused(tx, context, context.account, { outgoing, recipients, thread, author, event });
  }
  // Without a hold nothing joins and nothing can be taken back: each message is a mail.
  if (hold.after === 0 && !waits) await closeMailNow(tx, outgoing);
  return null;
}

/** Why nobody gets it: nobody is there, or too many are. */
async function nobodyWords(db: Queryable, { account }: EventContext, thread: ThreadId): Promise<string> {
  const { room, entry } = words(account.language);
  const kind = (await threadEntry(db, thread))?.kind ?? 'mail';
  return kind === 'mail' ? room.nobodyToMail : entry.replyToAnswer;
}

/** An edit: replaces the message within the hold; a message that is none any more is taken back. */
export async function replaceMessage(
  tx: Transaction,
  context: EventContext,
  action: Extract<MatrixAction, { kind: 'edit' }>,
): Promise<string | null> {
  const found = await lockMailOfEvent(tx, action.of);
  if (found === null || found.event.state === 'withdrawn') return 'not-mailed';
  // Clients ignore edits by others, and so do we (spec, "validity of replacement events").
  if (found.mail.author !== context.event.sender) return 'not-the-author';
  if (found.mail.state !== 'open' && !(await isHeld(tx, found.mail.outgoing)))
    return tellTooLate(tx, context, action.of, found.mail.outgoing);
  if (action.said === null) {
    await keepInside(tx, context, action.of);
    return takeBack(tx, context, action.of);
  }
  const { type, content } = typeAndContent(context.raw);
  const fresh = z.object({ 'm.new_content': z.json() }).parse(content)['m.new_content'];
  await editMailEvent(tx, action.of, type, fresh);
  return null;
}

/** A redaction takes a message back within the hold. */
export async function redact(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  return takeBack(tx, context, of);
}

/** ❌ on a message takes it back within the hold. Other reactions stay in the room. */
export async function reactTo(
  tx: Transaction,
  context: EventContext,
  action: Extract<MatrixAction, { kind: 'react' }>,
): Promise<string | null> {
  if (!STOP_SIGNS.has(action.key)) return 'reaction';
  return takeBack(tx, context, action.of);
}

async function takeBack(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const found = await lockMailOfEvent(tx, of);
  if (found === null || found.event.state === 'withdrawn') return 'not-mailed';
  const waits = isWaiting(found.mail, context) || (await isHeld(tx, found.mail.outgoing));
  if (found.mail.state !== 'open' && !waits) return tellTooLate(tx, context, of, found.mail.outgoing);
  const cancelled = await withdrawMailEvent(tx, of, found.mail.outgoing);
  await showTakenBack(tx, context, of, found.mail.outgoing);
  if (cancelled) {
    const said = renderLines([words(context.account.language).room.takenBack]);
    await addSend(tx, answer(context, 'taken-back', said, { replyTo: of }));
  }
  return null;
}

/** Whether a mail, open or closed, waits for its author's quota of the day. */
function isWaiting({ state, notBefore }: Outgoing, { event }: EventContext): boolean {
  return (state === 'open' || state === 'closed') && notBefore !== null && notBefore > event.receivedAt;
}

/** A reply to what is said here answers the mail that cannot be called back. */
async function tellTooLate(
  tx: Transaction,
  context: EventContext,
  of: EventId,
  outgoing: MessageKey,
): Promise<string | null> {
  const said = renderLines([words(context.account.language).desk.mailedAlready]);
  const told = answer(context, 'too-late', said, { mention: true, replyTo: of });
  await addSend(tx, { ...told, message: outgoing, position: TOLD });
  return 'too-late';
}

const shape = z.object({ type: z.string(), content: z.json(), origin_server_ts: z.number().optional() });

function typeAndContent(raw: unknown): { type: string; content: Json } {
  const { type, content } = shape.parse(raw);
  return { type, content };
}

/** When the homeserver says that it was written; not later than we had it. */
function sentAt(context: EventContext): Date {
  const ts = shape.parse(context.raw).origin_server_ts;
  const received = context.event.receivedAt.getTime();
  return new Date(ts === undefined || ts > received || ts < 0 ? received : ts);
}

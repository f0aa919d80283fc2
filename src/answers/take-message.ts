/**
 * What people say in a thread's room, on its way into a mail: what was decided about it
 * (`bridge/event/decide-event.ts`) is carried out. Messages of the same author within the hold become one mail; an edit
 * is decided anew, a redaction or ❌ takes back; once the bytes of the mail are fixed the room is told that it is too
 * late.
 */
import { z } from 'zod';
import type { CommandSpec } from '../bridge/command/spec.ts';
import type { Account } from '../bridge/account/account.ts';
import { decideMessage, decideTakeBack } from '../bridge/event/decide-event.ts';
import type { Mailing, SaidOutcome, TakeBack, TooLate } from '../bridge/event/decide-event.ts';
import { renderDelivery } from '../bridge/delivery/outcome-told.ts';
import type { MatrixAction } from '../bridge/from-matrix/from-matrix.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId, MessageKey, ThreadId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { closeMailNow, closeToOthers, joinMail, moveMailEvent, openMail } from '../db/mail-tables/outgoing.ts';
import { addDraft } from '../db/mail-tables/drafts.ts';
import {
  cancelEmptyMail,
  editMailEvent,
  isReactionMail,
  withdrawMailEvent,
} from '../db/mail-tables/outgoing-messages.ts';
import { planMail, plannedFor } from '../db/mail-tables/planned-mails.ts';
import { bannedFrom } from '../db/mail-tables/recipients-chosen.ts';
import { mailAside, putMailAside } from '../db/mail-tables/returned-mails.ts';
import { threadAdmission } from '../db/thread-tables/admission.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { domainOf } from '../mail/address.ts';
import { lastReturn } from '../queue/service.ts';
import { words } from '../words/words.ts';
import { shortTime } from '../words/zones.ts';
import { isHoldSeen } from '../bridge/event/hold-time.ts';
import { showTaken } from '../handling/delivery-signs.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import { mayOrTold } from '../handling/rights.ts';
import { tellLeftOut } from '../outgoing/left-out.ts';
import { draftChanged } from './draft-changed.ts';
import { loadEventFacts, newContentOf, saidOf } from './event-facts.ts';
import type { LoadedEvent } from './event-facts.ts';
import { keepInside, showTakenBack } from './keep-inside.ts';
import { renderMoved } from './moved-away.ts';
import { askIfMeant, beginAnswer } from './others-answering.ts';
import { showRecipients } from './recipients-in.ts';

type Message = Extract<MatrixAction, { kind: 'message' }>;

/**
 * Takes a message that somebody has said is to be mailed (`SaidFacts.sure`): loads, decides, writes. Returns why
 * nothing came of it.
 */
export async function takeMessage(
  tx: Transaction,
  context: EventContext,
  action: Message,
  commands: readonly CommandSpec[],
): Promise<string | null> {
  const loaded = await loadEventFacts(tx, context, action, { sure: true, commands });
  const { said, can } = loaded.facts;
  if (said === null) return 'no-thread';
  return writeSaid(tx, context, decideMessage(action, said, can), loaded, action);
}

/** ❌ on a message takes it back until its bytes are fixed. */
export async function takeBack(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const { facts } = await loadEventFacts(tx, context, { kind: 'redact', of }, { sure: false, commands: [] });
  // Whoever may only write drafts takes back their own.
  if (!facts.can.has('answer') && facts.before?.author !== facts.sender) return 'not-allowed';
  const outcome = decideTakeBack(of, facts.before);
  if (outcome?.do === 'take-back') return writeTakeBack(tx, context, outcome, []);
  return outcome?.do === 'too-late' ? tellTooLate(tx, context, outcome) : 'not-mailed';
}

/** Writes what a message came to. Returns why nothing is mailed; null where it is, or where its author was asked. */
export async function writeSaid(
  tx: Transaction,
  context: EventContext,
  outcome: SaidOutcome,
  loaded: LoadedEvent,
  action: Message,
): Promise<string | null> {
  if (outcome.do === 'mail') return writeMailing(tx, context, outcome, loaded, { of: context.event.event, action });
  const { commands } = loaded;
  return tellInstead(tx, context, outcome, context.event.event, { commands, threadRoot: action.threadRoot });
}

/** What is said where a message is not mailed. `of`: the message. */
async function tellInstead(
  tx: Transaction,
  context: EventContext,
  outcome: Exclude<SaidOutcome, Mailing>,
  of: EventId,
  hint: { readonly commands: readonly CommandSpec[]; readonly threadRoot: EventId | null },
): Promise<string | null> {
  const { thread } = context.room;
  if (thread === null) return 'no-thread';
  switch (outcome.do) {
    case 'note':
      await keepInside(tx, context, of, outcome.kept, hint);
      return 'note';
    case 'refuse':
      await mayOrTold(tx, context, outcome.needed);
      return 'not-allowed';
    case 'moved': {
      const said = await renderMoved(tx, context, outcome.moved);
      await addSend(tx, answer(context, 'moved-away', said, { mention: true, replyTo: of }));
      return 'moved';
    }
    case 'nobody': {
      const said = renderLines([await nobodyWords(tx, context, thread)]);
      await addSend(tx, answer(context, 'nobody', said, { mention: true, replyTo: of }));
      return 'nobody-to-mail';
    }
    case 'ask':
      await askIfMeant(tx, context, thread, saidOf(context), outcome.why);
      return 'asked';
  }
}

/** Puts a message into a mail. `action` is null where an edit moves it there from another. */
export async function writeMailing(
  tx: Transaction,
  context: EventContext,
  mailing: Mailing,
  { scene }: LoadedEvent,
  { of, action }: { readonly of: EventId; readonly action: Message | null },
): Promise<null> {
  const { account, event, ids, room } = context;
  const { thread } = room;
  if (thread === null) return null;
  const { audience: recipients, time } = mailing;
  if (scene !== null && action !== null) await beginAnswer(tx, context, thread, scene);
  // When a draft leaves nobody knows yet; what shows it names all who get it.
  const outside = mailing.draft === null ? mailing.outside : [];
  await showRecipients(tx, context, thread, { to: recipients, outside, hold: time.hold, of });
  if (mailing.closes?.leaves === 'at-once') await closeMailNow(tx, mailing.closes.outgoing);
  if (mailing.closes?.leaves === 'in-time') await closeToOthers(tx, mailing.closes.outgoing);
  // A mail that an edit leaves empty makes room for the one that takes its place: there is one open mail an author and
  // room.
  if (mailing.outOf !== null && mailing.closes?.outgoing !== mailing.outOf) await closeToOthers(tx, mailing.outOf);
  const outgoing = mailing.into ?? ids.outgoing(account.id, event.event);
  if (mailing.into === null) {
    const messageId = ids.ownMessageId(outgoing, domainOf(account.address));
    const mail = {
      outgoing,
      account: account.id,
      thread,
      room: room.room,
      author: event.sender,
      recipients,
      messageId,
    };
    const quota = time.kind === 'opens' ? time.quota : null;
    const first = action === null ? {} : { first: { event: of, ...saidNow(context, action) } };
    await openMail(tx, mail, time.hold, { notBefore: quota, alone: time.atOnce, ...first });
    if (quota !== null) await tellQuota(tx, context, quota, of);
    await waitForYes(tx, context, outgoing, mailing.outOf);
    if (mailing.draft !== null) await addDraft(tx, { outgoing, account: account.id }, mailing.draft);
  }
  if (action === null) {
    await moveMailEvent(tx, { event: of, outgoing, ...newContentOf(context) }, time.hold);
    if (mailing.outOf !== null) await leaveMail(tx, account, mailing.outOf, outgoing);
  } else {
    if (mailing.into !== null) {
      const said = { event: of, account: account.id, outgoing, ...saidNow(context, action) };
      await joinMail(tx, said, time.hold);
    }
    const isSeen = mailing.draft !== null || isHoldSeen(time);
    if (isSeen) await showTaken(tx, context, { outgoing, account: account.id, thread }, of);
  }
  if (mailing.into === null) {
    await tellLeftOut(tx, context, account, { outgoing, recipients, thread, author: event.sender, event: of });
  }
  if (time.atOnce && mailing.into !== null) await closeMailNow(tx, outgoing);
  return null;
}

/** A message as it stands in a mail. */
function saidNow(context: EventContext, { replyTo }: Message) {
  return { ...saidOf(context), replyTo, sentAt: sentAt(context) };
}

/** A message has gone from one mail into another: the time that somebody named for the first counts for it too. */
async function leaveMail(tx: Transaction, account: Account, outOf: MessageKey, into: MessageKey): Promise<void> {
  const planned = await plannedFor(tx, outOf);
  if (planned !== null) await planMail(tx, { outgoing: into, account: account.id }, planned);
  if (!(await cancelEmptyMail(tx, outOf))) await draftChanged(tx, account, outOf);
}

/**
 * What was said before its account's return, or edited in a mail that waits for a yes since then, waits for one too.
 */
export async function waitForYes(
  tx: Transaction,
  context: EventContext,
  outgoing: MessageKey,
  outOf: MessageKey | null,
): Promise<void> {
  const { id } = context.account;
  const aside = outOf === null ? null : await mailAside(tx, outOf);
  const waits = aside?.why === 'unserved' && aside.state === 'waiting' ? aside.since : null;
  const back = await lastReturn(tx, id);
  const since = waits ?? (back !== null && sentAt(context) < back.at ? back.from : null);
  if (since !== null) await putMailAside(tx, { outgoing, account: id, since });
}

/** The quota of mails that a person may write within a day: what is beyond it waits, and they are told at once. */
export async function tellQuota(tx: Transaction, context: EventContext, until: Date, of: EventId): Promise<void> {
  const { account } = context;
  const say = words(account.language);
  const time = shortTime(until, account.zone);
  const mails = account.mailsPerUserDay ?? 0;
  const lines = renderLines([say('permissions-quota-reached', { mails }), say('permissions-quota-waits', { time })]);
  await addSend(tx, answer(context, 'over-quota', lines, { mention: true, replyTo: of }));
}

/** How many who are banned are named. */
const BANNED_NAMED = 5;

/** Why nobody gets it: nobody is there, those who were are banned, or too many are. */
async function nobodyWords(db: Queryable, { account }: EventContext, thread: ThreadId): Promise<string> {
  const say = words(account.language);
  const kind = (await threadAdmission(db, thread))?.kind ?? 'mail';
  const banned = kind === 'mail' ? await bannedFrom(db, thread) : [];
  if (banned[0] !== undefined) {
    return say('room-only-banned-to-mail', { people: banned.slice(0, BANNED_NAMED).join(', '), address: banned[0] });
  }
  return kind === 'mail' ? say('room-nobody-to-mail') : say('admission-reply-to-answer');
}

/** The same people get the new words, at the same place of the mail. */
export async function replaceMessage(
  tx: Transaction,
  context: EventContext,
  { of, outgoing }: { readonly of: EventId; readonly outgoing: MessageKey },
): Promise<null> {
  const { type, content } = newContentOf(context);
  await editMailEvent(tx, of, type, content);
  await draftChanged(tx, context.account, outgoing, context.event.sender);
  return null;
}

/** Takes a message out of its mail, and says what it became by an edit. */
export async function writeTakeBack(
  tx: Transaction,
  context: EventContext,
  { of, outgoing, became }: TakeBack,
  commands: readonly CommandSpec[],
): Promise<string | null> {
  const cancelled = await withdrawMailEvent(tx, of, outgoing);
  if (!cancelled) await draftChanged(tx, context.account, outgoing);
  // Whoever takes a reaction away sees that it is gone.
  if (await isReactionMail(tx, outgoing)) return null;
  await showTakenBack(tx, context, of, outgoing);
  const say = words(context.account.language);
  if (became?.do === 'command') {
    await keepInside(tx, context, of);
    await addSend(
      tx,
      answer(context, 'taken-back', renderLines([say('room-edited-to-command')]), { replyTo: of, mention: true }),
    );
    return null;
  }
  if (cancelled)
    await addSend(tx, answer(context, 'taken-back', renderLines([say('room-taken-back')]), { replyTo: of }));
  if (became === null) return null;
  switch (became.do) {
    case 'no-message':
      await keepInside(tx, context, of);
      return null;
    case 'encrypted':
      await keepInside(tx, context, of);
      return tellEncrypted(tx, context, of);
    case 'note':
    case 'ask':
    case 'moved':
    case 'nobody':
    case 'refuse':
      await tellInstead(tx, context, became, of, { commands, threadRoot: null });
      return null;
  }
}

/** What cannot be read here is not mailed, and its author is told. */
export async function tellEncrypted(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const said = renderDelivery({ kind: 'encrypted' }, null, context.account.language);
  if (said === null) return 'encrypted';
  await addSend(tx, answer(context, 'encrypted', said, { replyTo: of, mention: true }));
  return null;
}

/**
 * A reply to what is said here answers the mail that cannot be called back. One that was not mailed and waits for a yes
 * can still be discarded: ✅ and ❌ on what is said of it decide.
 */
export async function tellTooLate(
  tx: Transaction,
  context: EventContext,
  { of, outgoing, waits, underWay }: TooLate,
): Promise<string | null> {
  const say = words(context.account.language);
  if (waits) {
    const { account, room, ids, ghosts, event } = context;
    const asked = notice(ids, {
      place: { account: account.id, thread: room.thread, room: null },
      bot: ghosts.bot,
      purpose: { kind: 'returned', of: outgoing, detail: event.event },
      said: renderLines([say('queue-returned-fixed')]),
      replyTo: of,
      mention: event.sender,
      outgoing,
    });
    await addSend(tx, asked);
    return 'waits-for-a-yes';
  }
  const said = renderLines([say(underWay ? 'helpdesk-mailed-under-way' : 'helpdesk-mailed-already')]);
  await addSend(tx, answer(context, 'too-late', said, { mention: true, replyTo: of, message: outgoing }));
  return 'too-late';
}

const shape = z.object({ origin_server_ts: z.number().optional() });

/** When the homeserver says that it was written; not later than we had it. */
export function sentAt(context: EventContext): Date {
  const ts = shape.parse(context.raw).origin_server_ts;
  const received = context.event.receivedAt.getTime();
  return new Date(ts === undefined || ts > received || ts < 0 ? received : ts);
}

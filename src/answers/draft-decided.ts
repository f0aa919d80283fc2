/**
 * What people say about a draft, on the message of the bot that shows it: ✅ of somebody who did not write it mails it
 * after the hold, taking that ✅ away stops it again, ❌ takes the draft back.
 */
import { decideYes } from '../bridge/helpdesk/four-eyes.ts';
import type { YesDecision } from '../bridge/helpdesk/four-eyes.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import type { EventId, MessageKey } from '../bridge/types.ts';
import { addYes, draftOfYes, lockDraft, removeYes, wakeMail } from '../db/mail-tables/drafts.ts';
import { lockMail } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { mailEvents, withdrawMailEvent } from '../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { answer } from '../handling/event-context.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { capabilitiesFor } from '../handling/rights.ts';
import { words } from '../words/words.ts';
import { shortTime } from '../words/zones.ts';
import { showTakenBack } from './keep-inside.ts';

/** ✅ on a draft. Returns why nothing came of it; whoever may not, or means another version, is told. */
export async function decideDraft(
  tx: Transaction,
  context: EventContext,
  found: FoundTarget,
  of: EventId,
): Promise<string | null> {
  const { account, event } = context;
  const mail = await mailOf(tx, found);
  const draft = mail === null ? null : await lockDraft(tx, mail.outgoing);
  if (mail === null || draft === null) return 'no-draft';
  const { outgoing } = mail;
  const can = capabilitiesFor(context, 'thread');
  const decision = decideYes({
    by: event.sender,
    maySend: can.has('answer'),
    author: mail.author,
    changedBy: draft.changedBy,
    onShown: draft.shown !== null && found.send?.send === draft.notice,
    over: isOver(mail),
    recipients: mail.recipients,
  });
  if (decision !== 'counts' || draft.shown === null) {
    await tellWhyNot(tx, context, { outgoing, of, version: draft.version }, decision);
    return decision;
  }
  const byPower = !capabilitiesFor({ ...context, power: null }, 'thread').has('answer');
  const yes = { outgoing, account: account.id, event: event.event, by: event.sender, byPower, hash: draft.shown };
  await addYes(tx, yes);
  // A second yes begins no hold anew.
  if (draft.yeses.length > 0) return null;
  await wakeMail(tx, mail, account.hold.after, { planned: true });
  await addSend(tx, answer(context, 'draft-decided', renderLines([yesWords(context, mail)]), { replyTo: of }));
  return null;
}

function yesWords({ account, event }: EventContext, { notBefore }: Outgoing): string {
  const say = words(account.language);
  const name = shownName(account, event.sender);
  const { after } = account.hold;
  if (notBefore !== null && notBefore.getTime() > event.receivedAt.getTime() + after) {
    return say('together-yes-later', { name, time: shortTime(notBefore, account.zone) });
  }
  return say('together-yes', { name, seconds: Math.ceil(after / 1000) });
}

const WHY_NOT = {
  'may-not': 'together-yes-may-not',
  own: 'together-yes-own',
  'not-shown': 'together-yes-old',
  nobody: 'together-yes-nobody',
} as const;

/** Said once to each person for each version and reason, as often as they set it. */
async function tellWhyNot(
  tx: Transaction,
  { account, event, room, ids, ghosts }: EventContext,
  about: { readonly outgoing: MessageKey; readonly of: EventId; readonly version: number },
  why: YesDecision,
): Promise<void> {
  if (why === 'counts' || why === 'over') return;
  const told = notice(ids, {
    place: { account: account.id, thread: room.thread, room: room.thread === null ? room.room : null },
    bot: ghosts.bot,
    purpose: {
      kind: 'may-not',
      of: `${room.room}\n${event.sender}`,
      detail: `draft:${why}:${about.outgoing}:${String(about.version)}`,
    },
    said: renderLines([words(account.language)(WHY_NOT[why])]),
    replyTo: about.of,
    mention: event.sender,
  });
  await addSend(tx, told);
}

/** ❌ on what shows a draft: nothing of it is mailed. Whoever may not send takes back their own alone. */
export async function discardDraft(
  tx: Transaction,
  context: EventContext,
  found: FoundTarget,
  of: EventId,
): Promise<string | null> {
  const mail = await mailOf(tx, found);
  if (mail === null) return 'no-draft';
  const own = mail.author === context.event.sender;
  if (!own && !capabilitiesFor(context, 'thread').has('answer')) return 'not-allowed';
  if (isOver(mail)) return 'decided-already';
  for (const { event, state } of await mailEvents(tx, mail.outgoing)) {
    if (state === 'withdrawn') continue;
    await withdrawMailEvent(tx, event, mail.outgoing);
    await showTakenBack(tx, context, event, mail.outgoing);
  }
  const said = renderLines([words(context.account.language)('room-taken-back')]);
  await addSend(tx, answer(context, 'taken-back', said, { replyTo: of }));
  return null;
}

/**
 * A ✅ that was a yes is taken away. Null where the event was none; else why nothing came of it, '' where something did.
 */
export async function takeYesBack(tx: Transaction, context: EventContext, of: EventId): Promise<string | null> {
  const { thread } = context.room;
  const outgoing = thread === null ? null : await draftOfYes(tx, thread, of);
  const mail = outgoing === null ? null : await lockMail(tx, outgoing);
  if (outgoing === null || mail === null) return null;
  const say = words(context.account.language);
  const tell = (line: string) =>
    addSend(tx, answer(context, 'draft-decided', renderLines([line]), { replyTo: of, mention: true }));
  if (isOver(mail)) {
    if (mail.state !== 'cancelled') await tell(say('together-left'));
    return 'decided-already';
  }
  const before = await lockDraft(tx, outgoing);
  await removeYes(tx, outgoing, of);
  const now = await lockDraft(tx, outgoing);
  // One that counts no more is no news.
  if ((before?.yeses.length ?? 0) > 0 && now?.yeses.length === 0) await tell(say('together-yes-gone'));
  return '';
}

function mailOf(tx: Transaction, { send, message }: FoundTarget): Promise<Outgoing | null> {
  const outgoing = send?.outgoing ?? message;
  return outgoing === null ? Promise.resolve(null) : lockMail(tx, outgoing);
}

function isOver({ state }: Outgoing): boolean {
  return state !== 'open' && state !== 'closed';
}

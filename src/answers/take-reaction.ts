/**
 * A reaction of the team to a mail, on its way into a mail of its own: loads, decides, writes. Until its bytes are
 * fixed the author takes it back by taking the reaction away (`takeBack`); it passes hold, quota, loop guard and
 * breaker as any mail of ours.
 */
import { decideReactionOut } from '../bridge/event/reaction-out.ts';
import type { ReactionOutFacts } from '../bridge/event/reaction-out.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import { oneEmoji } from '../mail/reaction/emoji.ts';
import type { EventIn, Recipients, ThreadId } from '../bridge/types.ts';
import { joinMail, openMail } from '../db/mail-tables/outgoing.ts';
import { reactionsMailed } from '../db/mail-tables/outgoing-messages.ts';
import { quotaEnd } from '../db/mail-tables/quota.ts';
import { outsideOf } from '../db/mail-tables/recipients-chosen.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { threadAdmission } from '../db/thread-tables/admission.ts';
import { peopleOf } from '../db/thread-tables/people-of-thread.ts';
import { loadMessage } from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';
import { addressKey, domainOf, formatPerson } from '../mail/address.ts';
import { words } from '../words/words.ts';
import type { EventContext } from '../handling/event-context.ts';
import type { FoundTarget } from '../handling/event-target.ts';
import { capabilitiesFor } from '../handling/rights.ts';
import { saidOf } from './event-facts.ts';
import { movedAway } from './moved-away.ts';
import { answeringOf, whoGets } from './recipients-in.ts';
import { sentAt, tellQuota, waitForYes } from './take-message.ts';

/**
 * Takes a reaction that is no sign. Returns why nothing came of it, null where it is mailed.
 *
 * @param found what it is to
 */
export async function takeReaction(
  tx: Transaction,
  context: EventContext,
  found: FoundTarget,
  { of, key }: { readonly of: EventIn['event']; readonly key: string },
): Promise<string | null> {
  const { account, room } = context;
  const { thread } = room;
  // Nothing is asked for what stays in its room anyway: nearly every reaction.
  if (account.reactions !== 'both' || thread === null || oneEmoji(key) === null) return 'reaction';
  const to = isMail(found) && found.message !== null ? await loadMessage(tx, found.message) : null;
  const facts = await loadFacts(tx, context, thread, { to, on: { room: room.room, event: of }, key });
  const decided = decideReactionOut(facts);
  if (decided.do === 'stay') return decided.why;
  const { emoji, time } = decided;
  await writeReaction(tx, context, thread, { of, emoji, time, recipients: facts.recipients });
  return null;
}

/** Whether it is to what we posted of a mail, and not to what is said about one. */
function isMail({ target }: FoundTarget): boolean {
  return target === 'part' || target === 'repeated' || target === 'unread';
}

async function loadFacts(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  { to, on, key }: { readonly to: Message | null; readonly on: EventIn; readonly key: string },
): Promise<ReactionOutFacts> {
  const { account, event, room } = context;
  const recipients = await whoGets(tx, context, thread, on, 'sender');
  const limit = account.mailsPerUserDay ?? 0;
  const moved = await movedAway(tx, context, thread, on);
  return {
    reactions: account.reactions ?? 'in',
    key,
    here: room.state === 'active' && moved === null && (to === null || to.thread === thread),
    may: capabilitiesFor(context, 'thread').has('answer'),
    to: to === null ? null : { ...to, verified: isVouchedFor(context, to), participant: await takesPart(tx, to) },
    gathers: ((await threadAdmission(tx, thread))?.kind ?? 'mail') !== 'mail',
    recipients,
    known: (await outsideOf(tx, thread, keyed(recipients.to))).length === 0,
    already: await reactionsMailed(tx, event.sender, on),
    hold: {
      hold: account.hold,
      holdOutside: answeringOf(account).holdOutside,
      quota: limit === 0 ? null : await quotaEnd(tx, event.sender, limit, null),
    },
  };
}

/** Whether the sender of a mail passed the check, or is as good as anybody gets where the account checks nobody. */
function isVouchedFor({ account }: EventContext, { facts: { sender } }: Message): boolean {
  if (sender === null) return false;
  return sender.as === 'self' && (sender.verdict === 'pass' || account.senders.authentication === 'none');
}

async function takesPart(tx: Transaction, { thread, facts }: Message): Promise<boolean> {
  const people = new Map((await peopleOf(tx, [thread])).map(({ address, standing }) => [address, standing]));
  return (
    facts.from.length === 1 && facts.from.every(({ address }) => people.get(addressKey(address)) === 'participant')
  );
}

interface Leaving {
  readonly of: EventIn['event'];
  readonly emoji: string;
  readonly recipients: Recipients;
  readonly time: Extract<ReturnType<typeof decideReactionOut>, { readonly do: 'mail' }>['time'];
}

/** A mail of its own, which nothing joins. */
async function writeReaction(
  tx: Transaction,
  context: EventContext,
  thread: ThreadId,
  { of, emoji, recipients, time }: Leaving,
): Promise<void> {
  const { account, event, ids, room } = context;
  const outgoing = ids.outgoing(account.id, event.event);
  const messageId = ids.ownMessageId(outgoing, domainOf(account.address));
  const mail = { outgoing, account: account.id, thread, room: room.room, author: event.sender, recipients, messageId };
  // When a draft leaves nobody knows yet; what shows it names who gets it.
  if (answeringOf(account).fourEyes !== true) await tellLeaves(tx, context, thread, { of, emoji, recipients, time });
  await openMail(tx, mail, time.hold, { notBefore: time.quota, alone: true });
  const said = { event: event.event, account: account.id, outgoing, ...saidOf(context) };
  await joinMail(tx, { ...said, replyTo: of, sentAt: sentAt(context) }, time.hold);
  if (time.quota !== null) await tellQuota(tx, context, time.quota, of);
  await waitForYes(tx, context, outgoing, null);
}

/** To whom it goes, before the first goes there; once for each person of a conversation. */
async function tellLeaves(
  tx: Transaction,
  { account, event, ids, ghosts }: EventContext,
  thread: ThreadId,
  { of, emoji, recipients, time }: Leaving,
): Promise<void> {
  const [to] = recipients.to;
  if (to === undefined) return;
  const seconds = Math.ceil(time.hold.after / 1000);
  const said = words(account.language)('reaction-leaves', { emoji, person: formatPerson(to), seconds });
  await addSend(
    tx,
    notice(ids, {
      place: { account: account.id, thread, room: null },
      bot: ghosts.bot,
      purpose: { kind: 'reaction-leaves', of: thread, detail: addressKey(to.address) },
      said: renderLines([said]),
      replyTo: of,
      mention: event.sender,
    }),
  );
}

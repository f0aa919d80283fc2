/**
 * What the room is shown of a mail of ours: a sign on each of its events, replaced on change, and notices to its
 * author.
 */
import { memberByUser } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { renderDelivery } from '../bridge/delivery/outcome-told.ts';
import type { DeliveryFacts } from '../bridge/delivery/outcome-told.ts';
import { isTheirTurn } from '../bridge/delivery/status.ts';
import type { DeliverySign } from '../bridge/delivery/status.ts';
import { notice, reaction, sendId, removeReaction } from '../bridge/notice/notices.ts';
import { DELIVERY_SIGNS, TAKEN } from '../bridge/delivery/signs.ts';
import type { EventId } from '../bridge/types.ts';
import { eventOfGuestMail } from '../db/guest-tables/guest-mails.ts';
import { workNotAnswered } from '../db/helpdesk-tables/thread-work.ts';
import { loadOutgoing } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { mailEvents, standsAt } from '../db/mail-tables/outgoing-messages.ts';
import { mailRecipients, replaceSign } from '../db/mail-tables/outgoing-delivery.ts';
import { knownSend } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from './deps.ts';

/** Shows how a mail stands on every event that is in it. The sign before is taken away; the same sign is left. */
export async function showStatus(tx: Transaction, deps: JobDeps, mail: Outgoing, state: DeliverySign): Promise<void> {
  // A reaction has no sign: nothing stands on what stands on a message. What goes wrong with it is told (`tell`).
  const events = await mailEvents(tx, mail.outgoing);
  if (events.length > 0 && events.every(({ type }) => type === 'm.reaction')) return;
  if (state === 'failed' && !(await isAnswer(tx, mail.outgoing))) await workNotAnswered(tx, mail.thread);
  const before = await replaceSign(tx, mail.outgoing, state);
  if (before.sign === state) return;
  const common = {
    place: { account: mail.account, thread: mail.thread, room: null },
    bot: deps.ghosts.bot,
    outgoing: mail.outgoing,
  };
  for (const { event, state: part } of events) {
    if (part === 'withdrawn') continue;
    if (before.sign !== null) {
      const shown = { kind: 'sign', of: event, detail: `${before.changes - 1}:set` } as const;
      const target = await knownSend(tx, mail.account, shown, sendId(deps.ids, shown));
      const purpose = { kind: 'sign-removed', of: event, detail: `${before.changes}:unset` } as const;
      await addSend(tx, removeReaction(deps.ids, { ...common, purpose, target }));
    }
    await addSend(
      tx,
      reaction(deps.ids, {
        ...common,
        purpose: { kind: 'sign', of: event, detail: `${before.changes}:set` },
        to: event,
        key: DELIVERY_SIGNS[state],
      }),
    );
  }
}

/** Shows that a message will be mailed, once; what leaves is signed beside it. */
export async function showTaken(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  { account, thread, outgoing }: Pick<Outgoing, 'account' | 'thread' | 'outgoing'>,
  of: EventId,
): Promise<void> {
  const purpose = { kind: 'taken', of } as const;
  const place = { account, thread, room: null };
  await addSend(tx, reaction(ids, { place, bot: ghosts.bot, outgoing, purpose, to: of, key: TAKEN }));
}

/** Shows of each message of a mail that waits that it will be mailed, where that was not shown. */
export async function showWaiting(tx: Transaction, deps: JobDeps, mail: Outgoing): Promise<void> {
  for (const { event, type, state } of await mailEvents(tx, mail.outgoing)) {
    if (state === 'in' && type !== 'm.reaction') await showTaken(tx, deps, mail, event);
  }
}

/** Whether somebody to whom a mail is addressed has an answer by it, as it is written at this moment. */
async function isAnswer(tx: Transaction, outgoing: Outgoing['outgoing']): Promise<boolean> {
  const mail = await loadOutgoing(tx, outgoing);
  return isTheirTurn(await mailRecipients(tx, outgoing), mail?.state === 'failed' || mail?.state === 'cancelled');
}

/**
 * Tells the author what became of their mail, as a reply to its last event, or to what that reacts to. `final`: it is
 * not tried again by itself.
 */
export async function tell(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  mail: Outgoing,
  facts: DeliveryFacts,
  final: boolean,
): Promise<void> {
  const said = renderDelivery(facts, null, account.language);
  // That others have passed it, or that it waits, is told once, however often it is tried.
  const detail = facts.kind === 'passed' || facts.kind === 'waits' ? facts.kind : `${mail.attempts}:${facts.kind}`;
  const events = (await mailEvents(tx, mail.outgoing)).filter(({ state }) => state === 'in');
  const last = events.at(-1);
  // What guests get is told of at the last that it has, and only where it is over: they are many.
  const forGuest = last === undefined && final ? await eventOfGuestMail(tx, mail.outgoing) : null;
  const replyTo = last === undefined ? forGuest : standsAt(last);
  if (said === null || replyTo === null) return;
  const retryable = final && forGuest === null && facts.kind !== 'recipients';
  const hint = renderLines(retryable ? [words(account.language)('room-try-again-hint')] : []);
  const whole = retryable ? { body: `${said.body}\n${hint.body}`, html: `${said.html}<br>${hint.html}` } : said;
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: mail.account, thread: mail.thread, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'delivery', of: mail.outgoing, detail },
      said: whole,
      replyTo,
      // What lies at our own server is for whoever looks, and for the lobby.
      mention: waitsAtOurs(facts) || forGuest !== null ? null : mail.author,
      outgoing: mail.outgoing,
    }),
  );
}

/** Whether it lies at our own server, which gets it again by itself. */
function waitsAtOurs(facts: DeliveryFacts): boolean {
  return facts.kind === 'waits' || (facts.kind === 'own' && facts.failures.every(({ then }) => then === 'again'));
}

/** The name of a member in mail: as configured, else as the room knows them, else their localpart. */
export function authorName(account: Account, user: Outgoing['author'], inRoom: string | null): string {
  return memberByUser(account, user)?.name ?? inRoom ?? user.slice(1, user.indexOf(':'));
}

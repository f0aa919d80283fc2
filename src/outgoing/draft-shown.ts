/**
 * A mail that leaves only with the yes of somebody else: when its hold is over nothing joins it any more: the room is
 * shown what would leave. Then it has no job until somebody decides, changes it or takes it back (`answers/drafts.ts`).
 *
 * Failure policy. That it has no job is written under the lock of the draft, where a yes or a change would stand: where
 * one came meanwhile nothing is written, and the job runs again.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../bridge/account/account.ts';
import { capabilities } from '../bridge/account/permissions.ts';
import { draftHash } from '../bridge/helpdesk/four-eyes.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderDraft } from '../bridge/told/draft-told.ts';
import { MailroomError } from '../base/errors.ts';
import { addDraft, forgetShown, lockDraft, showDraft } from '../db/mail-tables/drafts.ts';
import type { MailDraft } from '../db/mail-tables/drafts.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import { closeAfterHold, holdOnlyLeft, loadOutgoing, lockMail } from '../db/mail-tables/outgoing.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { standsAt } from '../db/mail-tables/outgoing-messages.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { levelAt } from '../handling/rights.ts';
import type { Decision } from '../queue/worker.ts';
import { draftNow } from './compose-mail.ts';
import type { ComposeDeps, DraftNow } from './compose-mail.ts';
import { BEING_CHANGED, CHANGED_MS, isBeingChanged, messagesNow } from './messages-now.ts';
import { draftToDecide, hasYes } from './said-yes.ts';

const again = (afterMs: number, reason: string): Decision => ({ outcome: { do: 'retry', afterMs, reason } });
const HOLD = 'hold';

/** Null where a mail may go on: it needs no yes, or has one. Else what happens instead. */
export async function untilYes(deps: ComposeDeps, account: Account, now: MailNow): Promise<Decision | null> {
  const { mail } = now;
  const draft = await draftToDecide(deps.db, account, now);
  if (draft === null) return null;
  if (draft === 'new') return { ...again(1, 'it needs a yes'), write: (tx) => addDraft(tx, mail, 'account') };
  const left = await holdOnlyLeft(deps.db, mail.outgoing);
  if (left > 0) return again(Math.max(1, left), HOLD);
  if (await isBeingChanged(deps.db, deps, mail)) return again(CHANGED_MS, BEING_CHANGED);
  if (draft.shown !== null) {
    if (await hasYes(deps.db, deps, account, draft)) return null;
    if (draft.yeses.length === 0) return { outcome: { do: 'done' }, write: (tx) => rest(tx, mail, draft) };
    // Whoever said so may not any more: it is shown again.
    return { ...again(1, 'its yes counts no more'), write: (tx) => forgetShown(tx, mail.outgoing) };
  }
  await closeAfterHold(deps.db, mail.outgoing);
  const closed = await loadOutgoing(deps.db, mail.outgoing);
  if (closed?.state !== 'closed') return again(1, HOLD);
  const made = await draftNow(deps, account, closed, [], await messagesNow(deps.db, closed));
  // Nothing of it is for a mail; it is taken back on its way.
  if (made === null) return null;
  deps.failpoint('mail-out:draft');
  return { outcome: { do: 'done' }, write: (tx) => show(tx, deps, account, closed, { draft, now: made }) };
}

/** It has no job from here on, unless something came meanwhile. */
async function rest(tx: Transaction, { outgoing }: Outgoing, seen: MailDraft): Promise<void> {
  const mail = await lockMail(tx, outgoing);
  const draft = await lockDraft(tx, outgoing);
  if (mail === null || mail.state === 'cancelled') return;
  if (!isDeepStrictEqual(draft, seen)) throw new MailroomError('draft-changed', 'a draft changed at this moment');
}

async function show(
  tx: Transaction,
  deps: ComposeDeps,
  account: Account,
  mail: Outgoing,
  { draft: seen, now }: { readonly draft: MailDraft; readonly now: DraftNow },
): Promise<void> {
  await rest(tx, mail, seen);
  const locked = await lockMail(tx, mail.outgoing);
  if (locked === null || locked.state === 'cancelled') return;
  const same = isDeepStrictEqual(await messagesNow(tx, mail), now.events);
  if (!same || !isDeepStrictEqual(locked.recipients, mail.recipients)) {
    throw new MailroomError('draft-changed', 'a draft changed at this moment');
  }
  const version = seen.version + 1;
  const { draft, goes, events } = now;
  const last = events.at(-1);
  const writers = [mail.author, seen.changedBy];
  const said = renderDraft(
    {
      author: shownName(account, mail.author),
      changedBy: seen.changedBy === null ? null : shownName(account, seen.changedBy),
      again: seen.version > 0,
      able: account.team
        .map(({ user }) => user)
        .filter((user) => !writers.includes(user))
        .filter((user) => capabilities(levelAt(account, user, deps.ghosts.domain)).has('answer'))
        .map((user) => shownName(account, user)),
      draft,
      recipients: goes.recipients,
    },
    account.language,
  );
  const shown = notice(deps.ids, {
    place: { account: account.id, thread: mail.thread, room: null },
    bot: deps.ghosts.bot,
    purpose: { kind: 'draft', of: mail.outgoing, detail: String(version) },
    said,
    replyTo: last === undefined ? null : standsAt(last),
    outgoing: mail.outgoing,
  });
  await addSend(tx, shown);
  const hash = draftHash(draft, goes.recipients);
  await showDraft(tx, mail.outgoing, { version, hash, notice: shown.send });
}

/** What changes a draft: what was said yes to is then another mail, and it is shown anew. */
import type { Account } from '../bridge/account/account.ts';
import { withPeopleChanged } from '../bridge/recipients/change.ts';
import type { MessageKey, ThreadId, UserId } from '../bridge/types.ts';
import { draftsIn, forgetShown, lockDraft, setChangedBy, wakeMail } from '../db/mail-tables/drafts.ts';
import { lockMail, setMailRecipients } from '../db/mail-tables/outgoing.ts';
import type { Transaction } from '../db/pool.ts';
import type { Address, Person } from '../mail/types.ts';

/**
 * Takes away whatever was said yes to. Nothing happens to a mail that is no draft, or has left.
 *
 * @param by who gave it its present words, null for its author; left out where those stay
 */
export async function draftChanged(
  tx: Transaction,
  account: Account,
  outgoing: MessageKey,
  by?: UserId | null,
): Promise<void> {
  const mail = await lockMail(tx, outgoing);
  if (mail?.state !== 'open' && mail?.state !== 'closed') return;
  const draft = await lockDraft(tx, outgoing);
  if (draft === null) return;
  await forgetShown(tx, outgoing);
  if (by !== undefined) await setChangedBy(tx, outgoing, by === mail.author ? null : by);
  // Within its first hold it is shown at the end of that.
  if (mail.state === 'closed') await wakeMail(tx, mail, account.hold.after, { planned: false });
}

/** What concerns all mails of a conversation (their subject, their sender) changed. */
export async function draftsChanged(tx: Transaction, account: Account, thread: ThreadId): Promise<void> {
  for (const outgoing of await draftsIn(tx, thread, 'all')) await draftChanged(tx, account, outgoing);
}

/** Somebody changed who gets the mails of a conversation: its drafts too, but reactions, which are to one person. */
export async function draftPeopleChanged(
  tx: Transaction,
  account: Account,
  thread: ThreadId,
  change: {
    readonly field: 'to' | 'cc' | 'bcc';
    readonly add: readonly Person[];
    readonly remove: readonly Address[];
  },
): Promise<void> {
  if (change.add.length + change.remove.length === 0) return;
  for (const outgoing of await draftsIn(tx, thread, 'said')) {
    const mail = await lockMail(tx, outgoing);
    if (mail === null) continue;
    await setMailRecipients(tx, outgoing, withPeopleChanged(mail.recipients, change.field, change));
    await draftChanged(tx, account, outgoing);
  }
}

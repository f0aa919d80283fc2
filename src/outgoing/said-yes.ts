/** Whether a draft may be mailed: somebody said yes to exactly what was composed, and may still say so. */
import type { Account } from '../bridge/account/account.ts';
import { capabilities } from '../bridge/account/permissions.ts';
import type { MailNow } from '../db/mail-tables/mail-now.ts';
import type { Outgoing } from '../db/mail-tables/outgoing.ts';
import { forgetShown, loadDraft, lockDraft } from '../db/mail-tables/drafts.ts';
import type { MailDraft } from '../db/mail-tables/drafts.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { isFormer, levelAt } from '../handling/rights.ts';

/** Whether every mail of the account needs a yes. */
function wantsFourEyes(account: Account): boolean {
  return account.answering?.fourEyes === true;
}

/** Whether a yes to what is shown stands: whoever has lost the right since has said nothing. */
export async function hasYes(
  db: Queryable,
  { ghosts }: Pick<JobDeps, 'ghosts'>,
  account: Account,
  { yeses }: MailDraft,
): Promise<boolean> {
  for (const { by, byPower } of yeses) {
    // What power over a room gives is asked of the homeserver as the yes is said.
    if (byPower) return true;
    const former = await isFormer(db, account, by);
    if (capabilities(levelAt(account, by, ghosts.domain, { former })).has('answer')) return true;
  }
  return false;
}

/**
 * Under the lock of a mail that is about to be frozen, made of a draft with this hash. Where something else was said
 * yes to, that counts no more, and what there is now is to be shown.
 */
export async function isSaidYes(
  tx: Transaction,
  deps: Pick<JobDeps, 'ghosts'>,
  account: Account,
  { outgoing, isDraft }: Pick<Outgoing, 'outgoing'> & { readonly isDraft: boolean },
  hash: string,
): Promise<boolean> {
  const draft = isDraft ? await lockDraft(tx, outgoing) : null;
  if (draft === null) return !wantsFourEyes(account);
  if (draft.shown === hash && (await hasYes(tx, deps, account, draft))) return true;
  await forgetShown(tx, outgoing);
  return false;
}

/** Null for a mail that leaves without anybody's yes. */
export async function draftToDecide(
  db: Queryable,
  account: Account,
  { mail, isDraft }: Pick<MailNow, 'mail' | 'isDraft'>,
): Promise<MailDraft | 'new' | null> {
  const draft = isDraft ? await loadDraft(db, mail.outgoing) : null;
  if (draft !== null) return draft;
  return wantsFourEyes(account) ? 'new' : null;
}

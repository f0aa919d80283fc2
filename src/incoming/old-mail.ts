/**
 * Old mail in quantity waits, untold each by itself: the lobby has one notice for all of it. A mail that answers one
 * that waits brings it along.
 */
import type { AccountId, MessageKey } from '../bridge/types.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { oldMailsNamed, oldReason } from '../db/intake-tables/old-mails.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ParsedMail } from '../mail/types.ts';

/** Keeps it back. */
export async function keepAsOld(
  tx: Transaction,
  { log }: Pick<JobDeps, 'log'>,
  stored: Pick<StoredMail, 'account' | 'mail' | 'state'>,
  message: MessageKey | null,
): Promise<void> {
  const reason = oldReason(stored.state === 'oversize');
  await settleMailIn(tx, stored.mail, 'overflow', { reason, ...(message === null ? {} : { message }) });
  log.info('an old mail waits', { account: stored.account, mail: stored.mail });
}

/** Mails that one mail brings along, at most: a conversation, and no archive. */
const BROUGHT = 50;

type Refers = Pick<ParsedMail, 'inReplyTo' | 'references'>;

/**
 * The old mails that wait which a mail refers to, and those that these refer to in turn; the oldest first.
 *
 * @param how.read null for one that is gone; @param how.refersTo null for one that names nothing
 */
export async function broughtBy<Read extends { readonly stored: StoredMail }>(
  db: Queryable,
  account: AccountId,
  answers: Refers,
  how: {
    readonly read: (waiting: { readonly mail: number; readonly oversize: boolean }) => Promise<Read | null>;
    readonly refersTo: (read: Read) => Refers | null;
  },
): Promise<Read[]> {
  const found = new Map<number, Read>();
  for (let asked = [answers]; asked.length > 0 && found.size < BROUGHT;) {
    const ids = [...new Set(asked.flatMap(({ inReplyTo, references }) => [...inReplyTo, ...references]))];
    asked = [];
    for (const waiting of await oldMailsNamed(db, account, ids, BROUGHT)) {
      if (found.has(waiting.mail) || found.size >= BROUGHT) continue;
      const read = await how.read(waiting);
      if (read === null) continue;
      found.set(waiting.mail, read);
      const refers = how.refersTo(read);
      if (refers !== null) asked.push(refers);
    }
  }
  return [...found.values()].sort((a, b) => cameAt(a) - cameAt(b) || a.stored.mail - b.stored.mail);
}

function cameAt({ stored }: { readonly stored: StoredMail }): number {
  return stored.internalDate?.getTime() ?? 0;
}

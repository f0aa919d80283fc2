/**
 * How the mails of an account that follows stand in its mailbox, as it was last seen, and what was seen to change.
 * Whoever changed it: what of it was our own doing stands in `mailbox_acts`, and is told apart when a change is told.
 */
import type { AccountId } from '../../bridge/types.ts';
import { addJob } from '../../queue/queue.ts';
import type { Database, Queryable } from '../pool.ts';
import { assertEpoch, type Lease } from './accounts.ts';
import type { MailboxRef } from './mailboxes.ts';

/** A mail whose standing is compared; null for one that is seen for the first time. */
export interface FollowedMail {
  readonly mail: number;
  readonly uid: number;
  readonly before: MailFlags | null;
}

/** The flags of a mail that mean something here (RFC 9051 section 2.3.2): `\Seen` and `\Deleted`. */
export interface MailFlags {
  readonly seen: boolean;
  readonly deleted: boolean;
}

/** What somebody does in a mail program in a few moments (archive, then undo) is told as what it comes to. */
const TELL_AFTER_MS = 10_000;

/** The newest mails of a mailbox, those left out that were seen to be gone: at most `most`. */
export async function followedMails(
  db: Queryable,
  account: AccountId,
  box: MailboxRef,
  most: number,
): Promise<FollowedMail[]> {
  const { rows } = await db.query<{ mail: number; uid: number; seen: boolean | null; deleted: boolean | null }>(
    `SELECT m.mail, m.uid, s.seen, s.deleted FROM mails m LEFT JOIN mailbox_standing s USING (mail)
     WHERE m.account = $1 AND m.mailbox = $2 AND m.uidvalidity = $3
       AND m.state NOT IN ('fetching', 'ignored', 'quarantined') AND s.gone_at IS NULL
     ORDER BY m.uid DESC LIMIT $4`,
    [account, box.mailbox, box.uidvalidity, most],
  );
  return rows.map(({ mail, uid, seen, deleted }) => ({
    mail,
    uid,
    before: seen === null || deleted === null ? null : { seen, deleted },
  }));
}

/**
 * Writes down how mails stand now (null: gone), with a job that tells what changed. The first time that a mail is seen
 * says nothing: it may have come so, or be older than the following. Throws LeaseLostError.
 */
export async function noteStanding(
  db: Database,
  lease: Lease,
  seen: readonly (FollowedMail & { readonly now: MailFlags | null })[],
): Promise<void> {
  const fresh = seen.filter(({ before, now }) => before === null || !isSame(before, now));
  const mails = fresh.map(({ mail, before, now }) => ({ mail, now: now ?? before, gone: now === null }));
  const written = mails.flatMap(({ mail, now, gone }) => (now === null ? [] : [{ mail, gone, ...now }]));
  if (written.length === 0) return;
  const changes = fresh.flatMap(({ mail, before, now }) => (before === null ? [] : changesOf(mail, before, now)));
  await db.transaction(async (tx) => {
    await assertEpoch(tx, lease);
    await tx.query(
      `INSERT INTO mailbox_standing (mail, account, seen, deleted, gone_at)
       SELECT n.mail, $1, n.seen, n.deleted, CASE WHEN n.gone THEN now() END
       FROM unnest($2::bigint[], $3::boolean[], $4::boolean[], $5::boolean[]) AS n (mail, seen, deleted, gone)
       ON CONFLICT (mail) DO UPDATE SET seen = excluded.seen, deleted = excluded.deleted, gone_at = excluded.gone_at`,
      [
        lease.account,
        written.map(({ mail }) => mail),
        written.map((one) => one.seen),
        written.map(({ deleted }) => deleted),
        written.map(({ gone }) => gone),
      ],
    );
    const { rows } = await tx.query<{ change: number }>(
      `INSERT INTO mailbox_changes (account, mail, kind)
       SELECT $1, n.mail, n.kind FROM unnest($2::bigint[], $3::text[]) AS n (mail, kind) ORDER BY n.mail
       ON CONFLICT (mail, kind) DO NOTHING RETURNING change`,
      [lease.account, changes.map(({ mail }) => mail), changes.map(({ kind }) => kind)],
    );
    const last = Math.max(0, ...rows.map(({ change }) => change));
    if (last === 0) return;
    const job = { account: lease.account, queue: 'mailbox', key: `${lease.account}:changes` } as const;
    await addJob(tx, { ...job, subject: `changes:${String(last)}`, delayMs: TELL_AFTER_MS });
  });
}

function isSame(before: MailFlags, now: MailFlags | null): boolean {
  return now !== null && before.seen === now.seen && before.deleted === now.deleted;
}

function changesOf(mail: number, before: MailFlags, now: MailFlags | null) {
  if (now === null) return before.deleted ? [] : [{ mail, kind: 'gone' }];
  return [
    ...(now.seen && !before.seen ? [{ mail, kind: 'read' }] : []),
    ...(now.deleted && !before.deleted ? [{ mail, kind: 'deleted' }] : []),
  ];
}

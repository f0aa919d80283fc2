/**
 * Brings one mailbox up to date: sees whether anything changed, begins or goes over to a new UIDVALIDITY, reads what is
 * at or past the cursor, then what was set aside and is due.
 *
 * Policy. EXISTS is a wake-up only: UIDVALIDITY is compared first, then UIDNEXT, MODSEQ and the number of mails; where
 * any of them moved since the last complete look, SEARCH says which UIDs there are. The cursor moves behind UIDs that
 * were seen, not to UIDNEXT: a mail that a server shows late is still ahead of it. While there is no room for more
 * mail nothing is read.
 */
import {
  accountTimes,
  changeUidValidity,
  countAttempts,
  dueOpenUids,
  findKnownMails,
  loadMailbox,
  noteChecked,
  startMailbox,
  type MailboxCursor,
  type MailboxRef,
  type MailboxRole,
} from '../db/intake-tables/mailboxes.ts';
import { storeMails } from '../db/intake-tables/inbox.ts';
import type { Connection, MailboxStatus } from './connection.ts';
import { ImapFailure } from './failure.ts';
import {
  assertUidValidity,
  fetchFacts,
  readMails,
  searchUids,
  UidValidityChanged,
  type FetchContext,
} from './fetch.ts';
import { lookAtStanding } from './follow.ts';
import { isBefore, matchMails } from './match.ts';
import type { Trouble } from './trouble.ts';

/** A mailbox that is read, and as what. */
export interface WatchedMailbox {
  readonly path: string;
  readonly role: MailboxRole;
}

export interface SyncContext extends FetchContext {
  readonly firstStartDays: number;
  readonly trouble: Trouble;
  /** How each mailbox stood when it was last read to the end; a session's memory, not more. */
  readonly seen: Map<string, string>;
  /** Whether it is looked at what people do with mails in their mail programs. */
  readonly follows: boolean;
  /** How each mailbox stood when the flags of its mails were last compared; the same. */
  readonly compared: Map<string, string>;
}

/** UIDs in one round of matching after a changed UIDVALIDITY. */
const MATCH_BATCH = 500;
/** UIDs set aside that are tried in one look. */
const OPEN_BATCH = 200;

/**
 * Brings a mailbox up to date, and returns how many new mails there were. Throws ImapFailure (kind `mailbox` where only
 * this one is concerned) and LeaseLostError.
 */
export async function syncMailbox(context: SyncContext, watched: WatchedMailbox): Promise<number> {
  // What there is no room for stays in the mailbox, ahead of the cursor.
  if (!hasRoom(context)) {
    context.onProgress();
    return 0;
  }
  const status = await context.worker.status(watched.path);
  const cursor = await openCursor(context, watched, status.uidvalidity ?? 0);
  const standing = describe(status);
  const due = await dueOpenUids(context.deps.db, context.lease.account, cursor, 1);
  let fresh = 0;
  if (due.length === 0 && context.seen.get(watched.path) === standing) {
    await noteChecked(context.deps.db, context.lease.account, cursor);
  } else {
    const { reached, count } = await catchUp(context, cursor);
    fresh = count;
    await retryOpen(context, cursor);
    // Where UIDNEXT promises more than SEARCH shows, the rest was expunged or is late: it is looked for again next
    // time.
    if (status.uidNext !== null && reached >= status.uidNext) context.seen.set(watched.path, standing);
    else context.seen.delete(watched.path);
  }
  await compareFlags(context, cursor, status);
  context.onProgress();
  return fresh;
}

/** A server without CONDSTORE (RFC 7162) does not tell that flags changed: there they are compared at each look. */
async function compareFlags(context: SyncContext, cursor: MailboxCursor, status: MailboxStatus): Promise<void> {
  if (!context.follows || cursor.role !== 'watched') return;
  const standing = describe(status);
  if (status.modseq !== null && context.compared.get(cursor.mailbox) === standing) return;
  await lookAtStanding(context, cursor);
  context.compared.set(cursor.mailbox, standing);
}

function hasRoom({ deps }: SyncContext): boolean {
  return deps.hasRoom?.() !== false;
}

function describe(status: MailboxStatus): string {
  return [status.uidvalidity, status.uidNext, status.modseq, status.messages].map(String).join(' ');
}

/** The cursor under the UIDVALIDITY of now. */
async function openCursor(context: SyncContext, watched: WatchedMailbox, uidvalidity: number): Promise<MailboxCursor> {
  const { db } = context.deps;
  const { account } = context.lease;
  const known = await loadMailbox(db, account, watched.path);
  if (known?.uidvalidity === uidvalidity) return { ...known, role: watched.role };
  // RFC 9051 section 2.3.1.1: a server without persistent UIDs gives none; its mails could not be told apart.
  if (uidvalidity === 0) throw new ImapFailure('mailbox', 'uidvalidity-missing');
  const box: MailboxRef = { mailbox: watched.path, role: watched.role, uidvalidity };
  if (known === null) await beginMailbox(context, box);
  else await goOver(context, box);
  const cursor = await loadMailbox(db, account, watched.path);
  if (cursor?.uidvalidity !== uidvalidity) throw new UidValidityChanged();
  return { ...cursor, role: watched.role };
}

/** The first look at a mailbox: from now on, and the mails of the last days where the account wants them. */
async function beginMailbox(context: SyncContext, box: MailboxRef): Promise<void> {
  const { deps, lease, worker, firstStartDays } = context;
  const { now } = await accountTimes(deps.db, lease.account);
  const startedAt = new Date(now.getTime() - firstStartDays * 86_400_000);
  const { nextUid, recent } = await worker.examine(box.mailbox, true, async (client, mailbox) => {
    assertUidValidity(mailbox, box);
    // SINCE knows days only and disregards time zones (RFC 9051 section 6.4.4): a day more, sifted by INTERNALDATE
    // below.
    const since = new Date(startedAt.getTime() - 86_400_000);
    const uids = firstStartDays > 0 && mailbox.messages > 0 ? await searchUids(client, { since }) : [];
    const last = mailbox.uidNext ?? Math.max(0, ...(await searchUids(client, { all: true }))) + 1;
    return { nextUid: last, recent: uids.filter((uid) => uid < last) };
  });
  const wanted: number[] = [];
  for (const uids of batches(recent, MATCH_BATCH)) {
    const facts = await fetchFacts(context, box, uids);
    wanted.push(
      ...facts
        .filter((mail) => mail.internalDate === null || !isBefore(mail.internalDate, startedAt))
        .map(({ uid }) => uid),
    );
    context.onProgress();
  }
  await startMailbox(deps.db, lease, box, { nextUid, wanted });
  deps.log.info('mailbox begun', {
    account: lease.account,
    mailbox: box.mailbox,
    next_uid: nextUid,
    wanted: wanted.length,
  });
}

/**
 * The UIDVALIDITY changed: nothing is replayed, see `db/intake-tables/mailboxes.ts`. A crash on the way begins this
 * again.
 */
async function goOver(context: SyncContext, box: MailboxRef): Promise<void> {
  const { deps, lease, worker } = context;
  const { startedAt } = await accountTimes(deps.db, lease.account);
  const { uids, uidNext } = await worker.examine(box.mailbox, true, async (client, mailbox) => {
    assertUidValidity(mailbox, box);
    const all = mailbox.messages > 0 ? await searchUids(client, { all: true }) : [];
    return { uids: all, uidNext: mailbox.uidNext };
  });
  const used = new Set<number>();
  const change = { matched: [] as { mail: number; uid: number }[], wanted: [] as number[], skipped: 0 };
  for (const batch of batches(uids, MATCH_BATCH)) {
    const found = await fetchFacts(context, box, batch);
    const known = await findKnownMails(deps.db, lease.account, box, found);
    const result = matchMails(found, known, startedAt, used);
    change.matched.push(...result.matched);
    change.wanted.push(...result.wanted);
    change.skipped += result.skipped;
    context.onProgress();
  }
  const nextUid = Math.max((uids.at(-1) ?? 0) + 1, uids.length === 0 ? (uidNext ?? 1) : 1);
  deps.failpoint('imap:before-uidvalidity');
  await changeUidValidity(deps.db, lease, box, { ...change, nextUid });
  deps.failpoint('imap:after-uidvalidity');
  const { matched, wanted, skipped } = change;
  if (skipped > 0) deps.hooks.onMails(lease.account, 'skipped', skipped);
  deps.log.warn('mailbox has a new UIDVALIDITY', {
    account: lease.account,
    mailbox: box.mailbox,
    matched: matched.length,
    wanted: wanted.length,
    skipped,
  });
}

/**
 * Reads everything at or past the cursor, as long as there is room; returns where the cursor is then, and how many
 * mails there were.
 */
async function catchUp(
  context: SyncContext,
  cursor: MailboxCursor,
): Promise<{ readonly reached: number; readonly count: number }> {
  const { worker, trouble } = context;
  const range = `${String(cursor.nextUid)}:*`;
  let uids = await worker.examine(cursor.mailbox, true, async (client, mailbox) => {
    assertUidValidity(mailbox, cursor);
    return mailbox.messages === 0 ? [] : searchUids(client, { uid: range });
  });
  uids = uids.filter((uid) => uid >= cursor.nextUid);
  const reached = (uids.at(-1) ?? cursor.nextUid - 1) + 1;
  const count = uids.length;
  while (uids.length > 0) {
    const first = uids[0] ?? 0;
    if (!hasRoom(context)) return { reached: first, count };
    const size = trouble.batch(cursor.mailbox, first);
    const batch = uids.slice(0, Math.max(1, size));
    await trouble.watch(cursor.mailbox, first, () =>
      size === 0 ? setAsideBreaking(context, cursor, first) : readMails(context, cursor, batch, true),
    );
    uids = uids.slice(batch.length);
  }
  return { reached, count };
}

async function setAsideBreaking({ deps, lease }: SyncContext, cursor: MailboxCursor, uid: number): Promise<void> {
  const options = { lease, box: cursor, nextUid: uid + 1, failpoint: deps.failpoint };
  await storeMails(deps.db, options, [], [{ uid, reason: 'connection-breaks' }]);
  const where = { account: lease.account, mailbox: cursor.mailbox };
  deps.log.error('mail set aside since reading it breaks the connection', { ...where, uid });
}

/** Tries what was set aside and is due; what was tried before, alone. */
async function retryOpen(context: SyncContext, cursor: MailboxCursor): Promise<void> {
  const { deps, lease } = context;
  for (;;) {
    const due = await dueOpenUids(deps.db, lease.account, cursor, OPEN_BATCH);
    const first = due[0];
    if (first === undefined || !hasRoom(context)) return;
    const uids = first.attempts > 0 ? [first.uid] : due.filter(({ attempts }) => attempts === 0).map(({ uid }) => uid);
    await countAttempts(deps.db, lease.account, cursor, uids);
    await readMails(
      context,
      cursor,
      [...uids].sort((a, b) => a - b),
      false,
    );
  }
}

/** The mailboxes to read: the configured ones, then Sent; each once. */
export async function findMailboxes(
  worker: Connection,
  mailboxes: readonly string[],
  sentMailbox: string | null,
): Promise<{ readonly watched: readonly WatchedMailbox[]; readonly sent: string | null }> {
  const listed = await worker.list();
  const marked = listed.find(({ sent }) => sent === 'marked') ?? listed.find(({ sent }) => sent === 'named');
  const sent = sentMailbox ?? marked?.path ?? null;
  const watched = [...new Set(mailboxes)].filter((path) => path !== sent);
  return {
    watched: [
      ...watched.map((path) => ({ path, role: 'watched' as const })),
      ...(sent === null ? [] : [{ path: sent, role: 'sent' as const }]),
    ],
    sent,
  };
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

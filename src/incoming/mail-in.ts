/**
 * A stored mail becomes a message of a thread, with the sends that show it. Parsing goes on in parallel; from the
 * decision on an account has one mail at a time, in the order of arrival. Failure policy: a mail that cannot be read is
 * announced in the room that its header points to (or the account's own), with its original, and lies in quarantine;
 * the next mail goes on.
 */
import type { Account } from '../bridge/account/account.ts';
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { arrivalRole } from '../bridge/arrival/arrival-role.ts';
import { decideArrival } from '../bridge/arrival/decide-arrival.ts';
import { claimsOf, mailIds, messageIdOf } from '../bridge/arrival/mail-ids.ts';
import { writtenBy } from '../bridge/arrival/written-by.ts';
import type { IdKey } from '../bridge/ids.ts';
import { bringsAlong } from '../bridge/thread/brings-along.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { loadMail } from '../db/intake-tables/mails.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { bringOldMail } from '../db/intake-tables/old-mails.ts';
import { knownMessage, knownThread, ownRows } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';
import type { Report } from '../mail/report/report.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import type { SenderVerdict } from '../mail/authentication/verdict.ts';
import { judgeSender } from './judge-sender.ts';
import type { SenderDeps } from './judge-sender.ts';
import { loadArrival, loadUnread } from './load-arrival.ts';
import { broughtBy } from './old-mail.ts';
import type { ReadMail } from './read-mail.ts';
import { headOf, unreadMessageId, writeUnread } from './unread.ts';
import type { UnreadMail } from './unread.ts';
import { writeArrival } from './write-arrival.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MailInDeps extends JobDeps, SenderDeps {
  readonly parser: ParsePool;
  /** Bytes; a larger mail was not fetched. */
  readonly mailSize: number;
}

interface Prepared {
  readonly stored: StoredMail;
  readonly account: Account;
  /** Null for a mail that was too large to be fetched. */
  readonly parsed: Parsed | null;
  /** The header of a mail that cannot be read, null where that cannot be read either (or the mail can). */
  readonly head: ParsedMail | null;
  /** Null for a mail in Sent, or one that cannot be read. */
  readonly verdict: SenderVerdict | null;
  /** Old mails that wait and that it brings along where it is shown, the oldest first. */
  readonly brings: readonly Prepared[];
}

export function mailIn(deps: MailInDeps): Handler<Prepared | Decision | null> {
  return {
    queue: 'mail-in',
    keys: 4,
    // The key is the account.
    perAccount: 1,
    perKey: 16,
    atOnce: 16,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: (job) => prepare(deps, Number(job.subject)),
    run: (_job, prepared) =>
      Promise.resolve(prepared !== null && 'outcome' in prepared ? prepared : decide(deps, prepared)),
    buried: async (tx, job, reason) => {
      const stored = await loadMail(tx, Number(job.subject));
      const account = stored === null ? undefined : deps.accounts.get(stored.account);
      if (stored === null || account === undefined) return;
      const unread = { stored, failure: { code: 'failed', detail: reason }, head: await headOf(deps, stored.mail) };
      await lockDecisions(tx, account.id);
      await settleUnread(tx, deps, account, unread);
    },
  };
}

async function prepare(deps: MailInDeps, mail: number): Promise<Prepared | Decision | null> {
  const stored = await loadMail(deps.db, mail);
  if (stored === null) return null;
  const account = deps.accounts.get(stored.account);
  if (account === undefined) return { outcome: { do: 'elsewhere', account: stored.account } };
  if (stored.state !== 'stored' && stored.state !== 'oversize') return null;
  const read = await readStored(deps, account, stored);
  const answers = mailOf(read);
  if (answers === null) return read;
  return { ...read, brings: await readBrought(deps, account, answers) };
}

/** Reads a stored mail, as far as it can be. */
async function readStored(deps: MailInDeps, account: Account, stored: StoredMail): Promise<Prepared> {
  const { mail } = stored;
  const unread = { stored, account, verdict: null, brings: [] };
  if (stored.state === 'oversize') return { ...unread, parsed: null, head: await headOf(deps, mail) };
  const parsed = await deps.parser.parse(readChunks(deps.db, mail), account.language);
  if (!parsed.ok) return { ...unread, parsed, head: await headOf(deps, mail) };
  const arrived = asArrived(stored, account, parsed.mail);
  const judged = await judgeSender(deps, account, arrived, parsed.mail);
  const { mail: written, verdict } = writtenBy(account, parsed.mail, judged);
  return { stored: arrived, account, parsed: { ...parsed, mail: written }, head: null, verdict, brings: [] };
}

/** As far as it could be read; null for nothing. */
function mailOf({ parsed, head }: Prepared): ParsedMail | null {
  return parsed?.ok === true ? parsed.mail : head;
}

/** Reads the old mails that wait and that a mail answers, of those in which its writer had a part. */
function readBrought(deps: MailInDeps, account: Account, answers: ParsedMail): Promise<Prepared[]> {
  return broughtBy(deps.db, account.id, answers, {
    read: async ({ mail, oversize }) => {
      const waiting = await loadMail(deps.db, mail);
      if (waiting === null) return null;
      const letIn = { ...waiting, state: oversize ? ('oversize' as const) : ('stored' as const) };
      const read = await readStored(deps, account, { ...letIn, letIn: true, quiet: true });
      const says = mailOf(read);
      return says !== null && bringsAlong(account, answers, says) ? read : null;
    },
    refersTo: mailOf,
  });
}

/** A mail in Sent that came in is one like those in the inbox, for everything that is decided about it. */
function asArrived(stored: StoredMail, account: Account, { header }: Pick<ParsedMail, 'header'>): StoredMail {
  return { ...stored, role: arrivalRole(account.senders, stored.role, header) };
}

function decide(deps: MailInDeps, prepared: Prepared | null): Decision {
  if (prepared === null) return { outcome: { do: 'done' } };
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await lockDecisions(tx, prepared.account.id);
      await settle(tx, deps, prepared);
    },
  };
}

/** Loads, decides, writes. */
async function settle(tx: Transaction, deps: MailInDeps, prepared: Prepared): Promise<void> {
  const { stored, account, parsed, head, brings } = prepared;
  if (parsed?.ok !== true) {
    const failure = parsed === null ? { code: 'oversize', detail: '' } : parsed.failure;
    await settleUnread(tx, deps, account, { stored, failure, head });
    return;
  }
  const decided = await decideRead(tx, deps, prepared, parsed);
  const brought = decided.arrival.is === 'message' && (await bring(tx, deps, stored, brings));
  const { read, arrival } = brought ? await decideRead(tx, deps, prepared, parsed) : decided;
  await writeArrival(tx, deps, read, arrival);
}

/** Shows old mails that waited, since one answers them that is shown. Whether there were any. */
async function bring(
  tx: Transaction,
  deps: MailInDeps,
  { mail }: StoredMail,
  brings: readonly Prepared[],
): Promise<boolean> {
  let any = false;
  for (const one of brings) {
    if (!(await bringOldMail(tx, one.stored.mail, mail))) continue;
    await settle(tx, deps, one);
    any = true;
  }
  return any;
}

/** Loads what is known of a mail that could be read, and decides. */
async function decideRead(
  tx: Transaction,
  deps: MailInDeps,
  { stored, account, verdict }: Prepared,
  { mail, rendered, words, quotes }: Extract<Parsed, { readonly ok: true }>,
): Promise<{ readonly read: ReadMail; readonly arrival: ReadArrival }> {
  const key = await keyFor(tx, deps.ids, mail, rendered.special.report);
  const named = mailIds(key, account, stored.role, mail, messageIdOf(mail));
  const ids = {
    ...named,
    begins: await knownThread(tx, deps.ids.thread(account.id, named.messageId, mail.contentHash)),
  };
  const { report, reaction } = rendered.special;
  const content = { read: 'whole', mail, ids, words, quotes, report, reaction, verdict } as const;
  const { facts, reported } = await loadArrival(tx, { ...deps, ids: key }, { account, stored, content });
  const made = deps.ids.message(account.id, ids.messageId, mail.contentHash);
  const message = await knownMessage(tx, account.id, made);
  return { read: { stored, account, message, content, rendered, reported }, arrival: decideArrival(facts) };
}

/** The key for what a mail names: under a leaked one, which mails of ours have rows is asked first. */
async function keyFor(
  tx: Transaction,
  ids: IdKey,
  mail: Parameters<typeof claimsOf>[0],
  report: Report | null,
): Promise<IdKey> {
  return ids.hasLeaked ? ids.knowing(await ownRows(tx, ids.doubtful(claimsOf(mail, report)))) : ids;
}

/** The people of the account are told, and the mail lies in quarantine with its raw bytes. */
async function settleUnread(tx: Transaction, deps: MailInDeps, account: Account, unread: UnreadMail): Promise<void> {
  const { failure, head } = unread;
  const stored = head === null ? unread.stored : asArrived(unread.stored, account, head);
  const messageId = unreadMessageId(unread);
  const key = head === null ? deps.ids : await keyFor(tx, deps.ids, head, null);
  const content =
    head === null
      ? ({ read: 'nothing', failure } as const)
      : ({
          read: 'header',
          mail: head,
          ids: mailIds(key, account, stored.role, head, messageId),
          failure,
        } as const);
  const arrival = decideArrival(await loadUnread(tx, { ...deps, ids: key }, { account, stored, content }));
  await writeUnread(tx, deps, account, unread, arrival);
}

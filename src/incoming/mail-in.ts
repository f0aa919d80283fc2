/**
 * A stored mail becomes a message of a thread, with the sends that show it. Parsing goes on in parallel; from the
 * decision on an account has one mail at a time, in the order of arrival. Failure policy: a mail that cannot be read is
 * announced in the room that its header points to (or the account's own), with its original, and lies in quarantine;
 * the next mail goes on.
 */
import type { Account } from '../bridge/account/account.ts';
import { writtenBy } from '../bridge/arrival/written-by.ts';
import { bringsAlong } from '../bridge/thread/brings-along.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { loadMail } from '../db/intake-tables/mails.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { lockDecisions } from '../db/thread-tables/threads.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { judgeSender } from './judge-sender.ts';
import type { SenderDeps } from './judge-sender.ts';
import { broughtBy } from './old-mail.ts';
import { asArrived, settleRead, settleUnread } from './settle-mail.ts';
import type { Prepared, SettleMailDeps } from './settle-mail.ts';
import { settleMails } from './settle-mails.ts';
import { headOf } from './unread.ts';
import type { Write } from '../queue/job-ends.ts';
import type { Decision, Handler } from '../queue/worker.ts';

export interface MailInDeps extends SettleMailDeps, SenderDeps {
  readonly parser: ParsePool;
}

export function mailIn(deps: MailInDeps): Handler<Prepared | Decision | null> {
  const of = new WeakMap<Write, Prepared>();
  return {
    queue: 'mail-in',
    keys: 4,
    // The key is the account.
    perAccount: 1,
    // Many, so that mails are read while those before them are written; only a few at a time.
    perKey: 256,
    atOnce: 32,
    tries: 5,
    overlap: false,
    ahead: 32,
    prepare: (job) => prepare(deps, Number(job.subject)),
    run: (_job, prepared) =>
      Promise.resolve(prepared !== null && 'outcome' in prepared ? prepared : decide(deps, of, prepared)),
    writeAll: (tx, runs, step) =>
      settleMails(
        tx,
        deps,
        runs.flatMap(({ writes }) => writes.flatMap((write) => of.get(write) ?? [])),
        step,
      ),
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
  const stored = await loadMail(deps.db.gathered, mail);
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
  const parsed = await deps.parser.parse(readChunks(deps.db.gathered, mail), account.language);
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
  return broughtBy(deps.db.gathered, account.id, answers, {
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

function decide(deps: MailInDeps, of: WeakMap<Write, Prepared>, prepared: Prepared | null): Decision {
  if (prepared === null) return { outcome: { do: 'done' } };
  const write: Write = async (tx) => {
    await lockDecisions(tx, prepared.account.id);
    await settleRead(tx, deps, prepared);
  };
  of.set(write, prepared);
  return { outcome: { do: 'done' }, write };
}

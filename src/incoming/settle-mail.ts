/** What becomes of one mail that was read: everything about it is loaded, decided and written, in one transaction. */
import type { Account } from '../bridge/account/account.ts';
import type { ReadArrival, WholeMailFacts } from '../bridge/arrival/arrival.ts';
import { arrivalRole } from '../bridge/arrival/arrival-role.ts';
import { decideArrival } from '../bridge/arrival/decide-arrival.ts';
import { claimsOf, mailIds, messageIdOf } from '../bridge/arrival/mail-ids.ts';
import type { IdKey } from '../bridge/ids.ts';
import type { StoredMail } from '../db/intake-tables/mails.ts';
import { bringOldMail } from '../db/intake-tables/old-mails.ts';
import { knownMessage, knownThread, ownRows } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import type { Report } from '../mail/report/report.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import type { SenderVerdict } from '../mail/authentication/verdict.ts';
import { loadArrival, loadUnread } from './load-arrival.ts';
import type { ReadMail } from './read-mail.ts';
import { unreadMessageId, writeUnread } from './unread.ts';
import type { UnreadMail } from './unread.ts';
import { writeArrival } from './write-arrival.ts';
import type { JobDeps } from '../handling/deps.ts';

export interface SettleMailDeps extends JobDeps {
  /** Bytes; a larger mail was not fetched. */
  readonly mailSize: number;
}

/** A mail as far as it could be read. */
export interface Prepared {
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

/** A mail in Sent that came in is one like those in the inbox, for everything that is decided about it. */
export function asArrived(stored: StoredMail, account: Account, { header }: Pick<ParsedMail, 'header'>): StoredMail {
  return { ...stored, role: arrivalRole(account.senders, stored.role, header) };
}

/** Loads, decides, writes. */
export async function settleRead(tx: Transaction, deps: SettleMailDeps, prepared: Prepared): Promise<void> {
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
  deps: SettleMailDeps,
  { mail }: StoredMail,
  brings: readonly Prepared[],
): Promise<boolean> {
  let any = false;
  for (const one of brings) {
    if (!(await bringOldMail(tx, one.stored.mail, mail))) continue;
    await settleRead(tx, deps, one);
    any = true;
  }
  return any;
}

/** A mail, all that was known of it, and what was decided. */
export interface DecidedMail {
  readonly read: ReadMail;
  readonly facts: WholeMailFacts;
  readonly arrival: ReadArrival;
}

/** Loads what is known of a mail that could be read, and decides. */
export async function decideRead(
  tx: Transaction,
  deps: SettleMailDeps,
  { stored, account, verdict }: Prepared,
  { mail, rendered, words, quotes }: Extract<Parsed, { readonly ok: true }>,
): Promise<DecidedMail> {
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
  return { read: { stored, account, message, content, rendered, reported }, facts, arrival: decideArrival(facts) };
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
export async function settleUnread(
  tx: Transaction,
  deps: SettleMailDeps,
  account: Account,
  unread: UnreadMail,
): Promise<void> {
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

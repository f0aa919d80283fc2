/**
 * Whether the mailboxes of an account that follows can: what their server lets us do with mails, and whether read
 * receipts have come. Mailboxes are opened; no mail is read and none is changed.
 */
import type { AccountConfig, Config } from '../config/config.ts';
import { receiptsCome } from '../db/helpdesk-tables/mailbox-follow.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { silentLog } from '../base/log.ts';
import { imapSettings } from '../app/settings.ts';
import { Connection } from '../imap/connection.ts';
import { ImapFailure } from '../imap/failure.ts';
import { followable, type Followable } from '../imap/follow.ts';
import { asksForReceipts, type Registration } from '../matrix/registration.ts';
import type { CheckFinding } from './finding.ts';

const CONNECT_MS = 15_000;

/** Nothing for an account that does not follow. */
export async function checkFollow(config: Config, account: AccountConfig): Promise<CheckFinding[]> {
  if (account.mailbox === 'off') return [];
  return [...(await checkServer(config, account)), await checkReceipts(config, account)];
}

/**
 * What is said of a registration by which no read receipt comes, where an account follows: nothing ends by that.
 */
export function withoutReceipts(
  accounts: readonly Pick<AccountConfig, 'id' | 'mailbox'>[],
  registration: Registration,
): CheckFinding | null {
  const following = accounts.filter(({ mailbox }) => mailbox === 'follow').map(({ id }) => id);
  if (following.length === 0 || asksForReceipts(registration)) return null;
  const text =
    'receive_ephemeral is not set in it, so that no read receipt comes, and in the mailboxes of ' +
    `${following.join(', ')} a mail is marked as read only when somebody says something below it. Write it again ` +
    'with mailroom registration (tokens are kept) and restart the homeserver.';
  return { state: 'warn', what: 'registration', text };
}

async function checkServer(config: Config, account: AccountConfig): Promise<CheckFinding[]> {
  const settings = imapSettings(config, account);
  const what = `${account.id} mailbox`;
  const options = { idleAfterMs: CONNECT_MS, onExists: () => undefined };
  let connection: Connection | null = null;
  try {
    connection = await Connection.open(settings, options, AbortSignal.timeout(2 * CONNECT_MS));
    const facts = await followable(connection, settings.mailboxes, settings.follow?.archive ?? null);
    return followFindings(what, account, facts);
  } catch (error) {
    // The check of the account says what to do about it.
    if (error instanceof ImapFailure) return [{ state: 'skip', what, text: `not tried: ${error.code}` }];
    throw error;
  } finally {
    await connection?.close();
  }
}

/**
 * What is said of what a server lets us do.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function followFindings(
  what: string,
  account: Pick<AccountConfig, 'id' | 'archiveMailbox'>,
  { archive, canMove, readOnly }: Followable,
): CheckFinding[] {
  const findings: CheckFinding[] = [];
  if (readOnly.length > 0) {
    const text = `${readOnly.join(', ')} cannot be changed by this login: nothing is marked or archived there`;
    findings.push({ state: 'warn', what, text });
  }
  const named = account.archiveMailbox;
  const at = `accounts.${account.id}.archive_mailbox`;
  if (archive === null && named !== 'auto') {
    findings.push({ state: 'fail', what, text: `there is no mailbox ${named}: mend ${at}` });
  } else if (archive === null) {
    const then = 'so that mails of what is done are flagged and stay';
    const text = `no mailbox is marked as archive, ${then}: name one as ${at}`;
    findings.push({ state: 'warn', what, text });
  } else if (!canMove) {
    const text = 'the server cannot move mails (RFC 6851), so that those of what is done are flagged and stay';
    findings.push({ state: 'warn', what, text });
  } else findings.push({ state: 'ok', what, text: `follows: mails of what is done go to ${archive}` });
  return findings;
}

async function checkReceipts(config: Config, account: AccountConfig): Promise<CheckFinding> {
  const what = `${account.id} receipts`;
  const opened = await openDatabase(config.database, silentLog());
  try {
    const { db } = opened;
    if ((await pendingMigrations(db, await loadMigrations())) > 0) {
      return { state: 'skip', what, text: 'start Mailroom once, then check again' };
    }
    if (await receiptsCome(db, account.id)) return { state: 'ok', what, text: 'read receipts arrive' };
    const text =
      'no read receipt has come yet. Read a mail in its room and check again; should none come, the homeserver ' +
      'pushes none (Dendrite does not, tuwunel and continuwuity do in newer versions), and a mail counts as read ' +
      'when somebody says something below it';
    return { state: 'warn', what, text };
  } finally {
    await opened.close();
  }
}

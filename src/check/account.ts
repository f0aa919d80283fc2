import type { AccountConfig, Config } from '../config/config.ts';
import { Connection, type ListedMailbox } from '../imap/connection.ts';
import { ImapFailure } from '../imap/failure.ts';
import type { ImapSettings } from '../imap/settings.ts';
import { nearest } from '../base/nearest.ts';
import { TokenFailure } from '../base/token-source.ts';
import { providerLine, refusalOf, wantsAppPassword } from '../bridge/relay/login-refusal.ts';
import { words } from '../words/words.ts';
import { imapSettings, smtpConfig } from '../app/settings.ts';
import type { NotSent } from '../smtp/result.ts';
import { createSmtp } from '../smtp/transport.ts';
import { connectionAdvice, deepCode, isLoopback, type CheckFinding } from './finding.ts';

const CONNECT_MS = 15_000;

/** Both logins of an account, and the mailboxes that the config names. No mail is read, none is sent. */
export async function checkAccount(config: Config, account: AccountConfig): Promise<CheckFinding[]> {
  const [imap, smtp] = await Promise.all([checkImap(config, account), checkSmtp(config, account)]);
  return [...imap, ...smtp, ...guestFields(config, account)];
}

/** What the relay of the account for guests must do that nothing here can see. */
function guestFields({ guests, web }: Config, { id }: AccountConfig): CheckFinding[] {
  if (guests.account !== id) return [];
  const what = `${id} guests`;
  const one = web === null ? ['there are no pages (web): guests stop by a mail, and not by one click'] : [];
  const signed = 'see that the relay signs List-Unsubscribe and List-Unsubscribe-Post with DKIM (RFC 8058 section 4)';
  return [{ state: web === null ? 'warn' : 'ok', what, text: [...one, signed].join('\n') }];
}

async function checkImap(config: Config, account: AccountConfig): Promise<CheckFinding[]> {
  const what = `${account.id} imap`;
  const settings = imapSettings(config, account);
  const where = `${settings.host}:${settings.port}`;
  const quick = { ...settings, timing: { ...settings.timing, connectMs: CONNECT_MS, socketMs: CONNECT_MS } };
  const options = { idleAfterMs: CONNECT_MS, onExists: () => undefined };
  let connection: Connection | null = null;
  try {
    connection = await Connection.open(quick, options, AbortSignal.timeout(2 * CONNECT_MS));
    return [...plaintext(what, settings), ...(await checkMailboxes(connection, account, what, where))];
  } catch (error) {
    return [{ state: 'fail', what, text: imapAdvice(error, where, account) }];
  } finally {
    await connection?.close();
  }
}

async function checkMailboxes(
  connection: Connection,
  account: AccountConfig,
  what: string,
  where: string,
): Promise<CheckFinding[]> {
  const listed = await connection.list();
  const paths = listed.map(({ path }) => path);
  const missing = account.imap.mailboxes.filter((name) => !paths.includes(name) && name.toUpperCase() !== 'INBOX');
  if (missing.length > 0) {
    const lines = missing.map((name) => {
      const meant = nearest(name, paths);
      return `there is no mailbox ${name}${meant === null ? '' : `, but ${meant}`}`;
    });
    return [{ state: 'fail', what, text: [...lines, `The server has ${paths.join(', ')}.`].join('\n') }];
  }
  const counts = await Promise.all(account.imap.mailboxes.map((name) => connection.status(name)));
  const mails = account.imap.mailboxes.map((name, index) => `${counts[index]?.messages ?? '?'} mails in ${name}`);
  const sent = sentMailbox(listed, account);
  const findings: CheckFinding[] = [
    {
      state: 'ok',
      what,
      text: `${where}, ${[...mails, ...(sent === null ? [] : [`sent mail in ${sent}`])].join(', ')}`,
    },
  ];
  if (sent === null) {
    const named = account.sent.mailbox;
    const text =
      named === 'auto'
        ? `no mailbox is marked for sent mail: name one as accounts.${account.id}.sent.mailbox`
        : `there is no mailbox ${named}: mend accounts.${account.id}.sent.mailbox`;
    findings.push({ state: named === 'auto' ? 'warn' : 'fail', what, text });
  }
  return findings;
}

function sentMailbox(listed: readonly ListedMailbox[], account: AccountConfig): string | null {
  const named = account.sent.mailbox;
  if (named !== 'auto') return listed.some(({ path }) => path === named) ? named : null;
  const marked = listed.find(({ sent }) => sent === 'marked') ?? listed.find(({ sent }) => sent === 'named');
  return marked?.path ?? null;
}

function plaintext(what: string, settings: Pick<ImapSettings, 'host' | 'security'>): CheckFinding[] {
  if (settings.security !== 'none' || isLoopback(settings.host)) return [];
  return [{ state: 'warn', what, text: `security: none sends the password to ${settings.host} in clear text` }];
}

function imapAdvice(error: unknown, where: string, account: AccountConfig): string {
  const at = `accounts.${account.id}.imap`;
  if (!(error instanceof ImapFailure)) return connectionAdvice(deepCode(error), where, at);
  if (error.cause instanceof TokenFailure) return tokenAdvice(error.cause, account);
  if (error.kind === 'refused' || error.kind === 'refused-unexplained') {
    const advice = `${where} refused the login: check ${at}.user and ${proofOf(account.imap.password)}`;
    return [advice, ...providerAdvice(error.code, account.imap.host)].join('\n');
  }
  return connectionAdvice(deepCode(error) || error.code, where, at);
}

/** What a large provider means by it, and what helps. */
function providerAdvice(code: string, host: string): string[] {
  const say = words('en');
  const line = providerLine(code, say) ?? (wantsAppPassword(host) ? say('provider-app-password') : null);
  return line === null ? [] : [line];
}

/** What of a refused login is looked at besides its user. */
function proofOf(password: string | undefined): string {
  return password === '' ? 'whether the client of oauth2 may use this mailbox' : '.password';
}

function tokenAdvice({ kind, message }: TokenFailure, account: AccountConfig): string {
  return kind === 'refused' ? clientAdvice(account, message) : serverAdvice(account, message);
}

function clientAdvice({ id }: AccountConfig, said: string): string {
  const advice = `no access token: check accounts.${id}.oauth2.client_id, .client_secret and .scope (${said})`;
  return [advice, ...providerAdvice(`provider-${refusalOf(said) ?? ''}`, '')].join('\n');
}

function serverAdvice({ id }: AccountConfig, said: string): string {
  return `no access token: check accounts.${id}.oauth2.issuer or .token_url, and whether it can be reached (${said})`;
}

async function checkSmtp(config: Config, account: AccountConfig): Promise<CheckFinding[]> {
  const what = `${account.id} smtp`;
  const settings = smtpConfig(config, account);
  const where = `${settings.host}:${settings.port}`;
  const smtp = createSmtp(
    { ...settings, timeouts: { ...settings.timeouts, connect: CONNECT_MS, greeting: CONNECT_MS, silence: CONNECT_MS } },
    { keepMs: 0, keepMax: 0 },
  );
  try {
    const result = await smtp.verify();
    if (result.outcome !== 'ready') return [{ state: 'fail', what, text: smtpAdvice(result, where, account) }];
    const { size, smtpUtf8 } = result.facts;
    const facts = [
      size === null ? 'no limit named' : `mails up to ${Math.floor(size / 2 ** 20)} MiB`,
      ...(smtpUtf8 ? [] : ['no internationalised addresses']),
    ];
    return [...plaintext(what, settings), { state: 'ok', what, text: `${where}, ${facts.join(', ')}` }];
  } finally {
    smtp.close();
  }
}

function smtpAdvice(result: NotSent, where: string, account: AccountConfig): string {
  const at = `accounts.${account.id}.smtp`;
  const said = `${result.code ?? ''} ${result.text}`.trim();
  switch (result.reason) {
    case 'login':
      if (result.cause === 'oauth2-refused') return clientAdvice(account, said);
      return [
        `${where} refused the login: check ${at}.user and ${proofOf(account.smtp.login?.password)} (${said})`,
        ...providerAdvice(`provider-${refusalOf(said) ?? ''}`, account.smtp.host),
      ].join('\n');
    case 'tls':
      return `${where}: no TLS that can be trusted: check ${at}.security, .port and .ca_file (${said})`;
    case 'connect':
      if (result.cause === 'oauth2-away') return serverAdvice(account, said);
      return `${where} cannot be reached: check ${at}.host and .port, and whether it is running (${said})`;
    default:
      return `${where}: ${said}`;
  }
}

/** From the config to what each part wants to know: the one place that knows both. */
import type { AccountConfig, Config } from './config.ts';
import { defaultTiming, type ImapSettings } from './imap/settings.ts';
import type { SmtpConfig } from './smtp/session.ts';
import { SMTP_TIMEOUTS } from './smtp/transport.ts';

export function imapSettings(config: Config, account: AccountConfig): ImapSettings {
  const { host, port, security, ca, user, password, mailboxes } = account.imap;
  return {
    host,
    port,
    security,
    ca,
    user,
    password,
    mailboxes,
    sentMailbox: account.sent.mailbox === 'auto' ? null : account.sent.mailbox,
    firstStartDays: account.firstStart === 'new' ? 0 : account.firstStart.days,
    mailSize: config.limits.mailSize,
    pollMs: config.times.poll,
    timing: { ...defaultTiming(), socketMs: config.times.imap },
  };
}

export function smtpConfig(config: Config, account: AccountConfig): SmtpConfig {
  const { host, port, security, ca, login } = account.smtp;
  return { host, port, security, ca, login, ehlo: null, timeouts: { ...SMTP_TIMEOUTS, silence: config.times.smtp } };
}

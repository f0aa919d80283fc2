/** From the config to what each part wants to know: the one place that knows both. */
import type { Account } from './bridge/account.ts';
import type { AccountId } from './bridge/types.ts';
import { entrySettings } from './config-entry.ts';
import type { AccountConfig, Config } from './config.ts';
import { defaultTiming, type ImapSettings } from './imap/settings.ts';
import { addressKey } from './mail/address.ts';
import type { RegistrationFacts } from './matrix/registration.ts';
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

/** What the bridge must know of each account. */
export function accountsOf(config: Config): Map<AccountId, Account> {
  const internal = new Set(
    config.accounts.flatMap(({ address, addresses, team }) =>
      [address, ...addresses, ...team.flatMap((member) => member.address ?? [])].map(addressKey),
    ),
  );
  return new Map(
    config.accounts.map((account) => [
      account.id,
      {
        id: account.id,
        address: account.address,
        name: account.name,
        language: account.language,
        own: new Set([account.address, ...account.addresses].map(addressKey)),
        team: account.team.map(({ user, address, name }) => ({ user, address: address ?? null, name: name ?? null })),
        invite: account.invite,
        from: account.from,
        hold: account.hold,
        people: config.limits.people,
        writing: account.writing,
        onUnknown: account.smtp.onUnknown,
        delivery: {
          verp: account.verp === 'on',
          reports: account.deliveryReports,
          receipts: account.readReceipts === 'ask',
        },
        entry: entrySettings(account),
        desk: {
          claim: account.claim,
          claimFor: account.claimFor,
          remindAfter: account.remindAfter,
          archiveAfter: account.archiveAfter,
          overview: account.overview,
        },
        permissions: config.permissions,
        plusAddresses: account.plusAddresses === 'on',
        answering: { mode: account.mode, holdOutside: account.holdOutside },
        rooms: { inbox: account.inbox, name: account.roomName },
        mailsPerUserDay: config.limits.mailsPerUserDay,
        senders: {
          authentication: account.authentication,
          failing: account.failing,
          receiver: account.receiver,
          hosts: account.trustedHosts,
          sealers: account.trustedSealers,
          resultsBelow: account.receiverWrites === 'below',
          internal,
        },
      },
    ]),
  );
}

export function registrationFactsOf(config: Config): RegistrationFacts {
  const { url, bot, ghostPrefix } = config.appservice;
  return { url, domain: config.homeserver.domain, bot, ghostPrefix };
}

/** From the config to what each part wants to know: the one place that knows both. */
import { namesOf } from '../bridge/account/account.ts';
import type { Account, Member, OurName } from '../bridge/account/account.ts';
import type { GuestSettings } from '../bridge/guest/guest.ts';
import { accountRoomNames } from '../bridge/room/room-state.ts';
import type { AccountId } from '../bridge/types.ts';
import { admissionSettings } from '../config/admission-section.ts';
import type { AccountConfig, Config } from '../config/config.ts';
import type { Kept } from '../db/retention-tables/kept.ts';
import type { StoredIdentity } from '../db/account-identities.ts';
import { defaultTiming, type ImapSettings } from '../imap/settings.ts';
import { addressKey } from '../mail/address.ts';
import type { RegistrationFacts } from '../matrix/registration.ts';
import { AccessTokens } from '../logins/access-tokens.ts';
import { reachOfOwn } from './own-reach.ts';
import { KeyFile } from '../secrets/key-file.ts';
import { Sealer } from '../secrets/sealer.ts';
import { NoSecret } from '../base/token-source.ts';
import type { TokenSource } from '../base/token-source.ts';
import type { SmtpConfig } from '../smtp/session.ts';
import type { Keep } from '../watch/maintenance.ts';
import { SMTP_TIMEOUTS } from '../smtp/transport.ts';

/**
 * @param tokens where those of the process are kept; without, the login has its own
 */
export function imapSettings(
  config: Config,
  account: AccountConfig,
  tokens: AccessTokens = new AccessTokens(),
): ImapSettings {
  const { host, port, security, ca, user, password, mailboxes } = account.imap;
  return {
    host,
    port,
    security,
    ca,
    ...reachOfOwn(config, account, 'imap'),
    user,
    password,
    token: tokenless(account) ?? (password === '' ? tokens.of(account.oauth2) : null),
    mailboxes,
    sentMailbox: account.sent.mailbox === 'auto' ? null : account.sent.mailbox,
    follow:
      account.mailbox === 'off' ? null : { archive: account.archiveMailbox === 'auto' ? null : account.archiveMailbox },
    firstStartDays: account.firstStart === 'new' ? 0 : account.firstStart.days,
    history: account.history !== null,
    mailSize: config.limits.mailSize,
    pollMs: config.times.poll,
    timing: { ...defaultTiming(), socketMs: config.times.imap },
  };
}

/** As `imapSettings`. */
export function smtpConfig(
  config: Config,
  account: AccountConfig,
  tokens: AccessTokens = new AccessTokens(),
): SmtpConfig {
  const { host, port, security, ca, login } = account.smtp;
  const token = tokenless(account) ?? (login?.password === '' ? tokens.of(account.oauth2) : null);
  return {
    host,
    port,
    security,
    ca,
    ...reachOfOwn(config, account, 'smtp'),
    login,
    token,
    ehlo: null,
    timeouts: { ...SMTP_TIMEOUTS, silence: config.times.smtp },
  };
}

/** Where the secrets of an account cannot be had, no server is asked with what is none: the login waits for people. */
function tokenless({ own }: AccountConfig): TokenSource | null {
  const trouble = own?.trouble ?? null;
  if (trouble === null) return null;
  return { get: () => Promise.reject(new NoSecret(trouble)), refused: () => undefined };
}

/** The bot's display name. */
export const BOT_NAME = 'Mailroom';

/**
 * The bot, every account with its team, and the accounts' rooms: whose names no stranger bears unmarked.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function ourNames(
  accounts: readonly Pick<AccountConfig, 'name' | 'address' | 'language' | 'team'>[],
): OurName[] {
  return [
    { name: BOT_NAME, address: null },
    ...accounts.flatMap(({ name, address, language, team }) => [
      ...namesOf({ name, address, team: team.map(teamMember) }),
      ...accountRoomNames({ name, address, language }).map((room) => ({ name: room, address })),
    ]),
  ];
}

function teamMember({ user, address, name }: AccountConfig['team'][number]): Member {
  return { user, address: address ?? null, name: name ?? null };
}

/** By what each account is known again under another key, and how it is called where nobody serves it. */
export function identitiesOf(config: Config): StoredIdentity[] {
  return config.accounts.map(({ id, imap, address, name, language }) => ({
    account: id,
    host: imap.host,
    user: imap.user,
    address,
    name,
    language,
  }));
}

/** For how long each thing is kept, in general and by the accounts that say otherwise. */
export function keepOf({ keep, accounts }: Config): Required<Keep> {
  const end = (time: number | 'forever'): number | null => (time === 'forever' ? null : time);
  const kept = (what: keyof Keep): Kept => ({
    everywhere: end(keep[what]),
    accounts: new Map(
      accounts.flatMap(({ id, keep: own }) => {
        const time = own[what];
        return time === null ? [] : [[id, end(time)] as const];
      }),
    ),
  });
  return {
    raw: kept('raw'),
    events: kept('events'),
    texts: kept('texts'),
    attachments: kept('attachments'),
    rooms: kept('rooms'),
  };
}

/** What a login is, for telling a changed one: its password, or the client that gets its tokens. */
export function loginSecret(password: string, oauth2: AccountConfig['oauth2']): string {
  if (password !== '' || oauth2 === null) return password;
  const { issuer, tokenUrl, clientId, clientSecret, scope } = oauth2;
  return JSON.stringify([issuer, tokenUrl, clientId, clientSecret, scope]);
}

/** What the bridge must know of each account. */
export function accountsOf(config: Config): Map<AccountId, Account> {
  const names = ourNames(config.accounts);
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
        owner: account.own?.owner ?? null,
        address: account.address,
        name: account.name,
        language: account.language,
        zone: account.timeZone,
        own: new Set([account.address, ...account.addresses].map(addressKey)),
        team: account.team.map(teamMember),
        invite: account.invite,
        inviteUpTo: account.inviteUpTo,
        listedRooms: account.listedRooms,
        from: account.from,
        hold: account.hold,
        people: config.limits.people,
        writing: account.writing,
        onUnknown: account.smtp.onUnknown,
        follows: account.mailbox === 'follow',
        delivery: {
          verp: account.verp === 'on',
          reports: account.deliveryReports,
          receipts: account.readReceipts === 'ask',
        },
        entry: admissionSettings(account),
        desk: {
          claim: account.claim,
          claimRooms: account.claimRooms,
          claimFor: account.claimFor,
          remindAfter: account.remindAfter,
          archiveAfter: account.archiveAfter,
          overview: account.overview,
        },
        permissions: config.permissions,
        plusAddresses: account.plusAddresses === 'on',
        answering: {
          mode: account.mode,
          toColleagues: account.toColleagues,
          holdOutside: account.holdOutside,
          fourEyes: account.fourEyes,
          answers: account.answers,
        },
        reactions: account.reactions,
        ...(config.guests.account === account.id ? { guests: guestSettings(config) } : {}),
        rooms: { inbox: account.inbox, name: account.roomName, accessRule: account.accessRule },
        flood: { rooms: config.limits.newRooms, ghosts: config.limits.newGhosts },
        oldMails: account.oldMails,
        mailsPerUserDay: config.limits.mailsPerUserDay,
        senders: {
          authentication: account.authentication,
          failing: account.failing,
          receiver: account.receiver,
          hosts: account.trustedHosts,
          sealers: account.trustedSealers,
          resultsBelow: account.receiverWrites === 'below',
          internal,
          names,
        },
      },
    ]),
  );
}

/** What seals passwords and tokens. It reads its file when it is needed. */
export function sealerOf({ secrets, database }: Pick<Config, 'secrets' | 'database'>): Sealer {
  return new Sealer(new KeyFile(secrets.keyFile, database.kind === 'embedded' ? database.folder : null));
}

function guestSettings({ guests, web }: Config): GuestSettings {
  const { consent, delivery, perMemberDay, perDay } = guests;
  return { consent, delivery, pages: web?.url ?? null, perMemberDay, perDay };
}

export function registrationFactsOf(config: Config): RegistrationFacts {
  const { url, bot, ghostPrefix } = config.appservice;
  return { url, domain: config.homeserver.domain, bot, ghostPrefix };
}

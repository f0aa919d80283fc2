import type { People } from './people.ts';
import { matrixDomain, ownDomain } from './people.ts';

/** How a mail server is reached, in the words of Mailroom's config. */
export interface MailServerDraft {
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  ca_file: string;
  user: string;
  password: string;
  mailboxes?: string[];
  on_unknown?: 'resend' | 'hold';
}

/** A mail server without a login. */
type ServerDraft = Pick<MailServerDraft, 'host' | 'port' | 'security' | 'ca_file'>;

/** One account of Mailroom's config. */
export interface AccountDraft {
  address: string;
  name: string;
  addresses: string[];
  imap: MailServerDraft;
  smtp: MailServerDraft;
  team: { user: string; address: string; name: string }[];
  invite: 'automatic' | 'everyone' | 'when-claimed' | 'nobody' | string[];
  hold: { after: string; at_most: string };
  first_start: 'new' | { days: number };
  history?: { days: number };
  language?: string;
  time_zone?: string;
  from?: string;
  authentication?: 'receiver' | 'own' | 'none';
  plus_addresses?: 'off' | 'on';
  newcomers?: 'shown' | 'refused';
  shared_domains?: string[];
  lists?: 'thread' | 'list-room' | 'digest' | 'ignore';
  receiver?: string | string[];
  trusted_hosts?: string[];
  failing?: 'marked' | 'bot';
  delivery_reports?: 'failures' | 'all';
  read_receipts?: 'ask' | 'off';
  verp?: 'on' | 'off';
  mailbox?: 'off' | 'follow';
  archive_mailbox?: string;
  inbox?: boolean | 'all';
  four_eyes?: boolean;
  answers?: Record<string, string>;
  access_rule?: 'restricted' | 'unrestricted';
  claim?: 'auto' | 'name' | 'topic' | 'hidden';
  claim_rooms?: number;
  claim_for?: string;
  remind_after?: string;
  archive_after?: string;
  overview?: boolean | 'auto';
  sent?: { mailbox?: string; copy?: 'auto' | 'always' | 'never' };
}

/** Mailroom's config as it is written to its file; what stands here may be changed before. */
export interface ConfigDraft {
  homeserver: { url: string; domain: string };
  appservice: {
    listen: { host: string; port: number };
    url: string;
    registration: string;
    bot: string;
    ghost_prefix: string;
  };
  secret: string;
  database: { url: string; connections?: number };
  observability: { listen: { host: string; port: number } };
  logging: { level: 'debug' | 'info' | 'warn' | 'error'; format: 'json' | 'text' };
  permissions?: Record<string, string>;
  limits?: Record<string, string | number>;
  times?: Record<string, string | number>;
  keep?: Record<string, string | number>;
  web?: { listen: { host: string; port: number }; url: string; behind_proxy: boolean };
  logins?: {
    allowed: string[];
    servers: { domains: string[]; imap: ServerDraft; smtp: ServerDraft }[];
    closed_network?: boolean;
  };
  puppets?: { registration?: string; tokens?: Record<string, string>; except?: string[] };
  accounts: Record<string, AccountDraft>;
}

/** The addresses and secrets that the config names. */
export interface ConfigFacts {
  readonly host: string;
  readonly ports: {
    readonly imaps: number;
    readonly submission: number;
    readonly synapse: number;
    readonly appservice: number;
    readonly observability: number;
  };
  readonly ca: string;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly registration: string;
  password(address: string): string;
}

/** The config of a bridge for these people: TLS to both mail servers, everybody invited, a hold of two seconds. */
export function draftConfig(people: People, facts: ConfigFacts): ConfigDraft {
  const { host, ports, ca } = facts;
  const team = people.team.map(({ localpart, name, address }) => ({
    user: `@${localpart}:${matrixDomain}`,
    address,
    name,
  }));
  const account = (plan: People['accounts'][number]): AccountDraft => {
    const login = { host, ca_file: ca, user: plan.address, password: facts.password(plan.address) };
    return {
      address: plan.address,
      name: plan.name,
      addresses: [...(plan.addresses ?? [])],
      imap: { ...login, port: ports.imaps, security: 'tls', mailboxes: ['INBOX'] },
      smtp: { ...login, port: ports.submission, security: 'starttls' },
      team: [...team],
      invite: 'everyone',
      hold: { after: '2s', at_most: '10s' },
      first_start: 'new',
      receiver: ownDomain,
    };
  };
  return {
    homeserver: { url: `http://${host}:${ports.synapse}`, domain: matrixDomain },
    appservice: {
      listen: { host, port: ports.appservice },
      url: `http://${host}:${ports.appservice}`,
      registration: facts.registration,
      bot: 'mailroom',
      ghost_prefix: 'mail_',
    },
    secret: facts.secret,
    database: { url: facts.databaseUrl },
    observability: { listen: { host, port: ports.observability } },
    logging: { level: 'info', format: 'text' },
    accounts: Object.fromEntries(people.accounts.map((plan) => [plan.id, account(plan)])),
  };
}

/**
 * The config file: the single source of what may stand in it, of its types, of config.schema.json and of
 * config.example.yaml. Descriptions are the words of the example file; `example` is its value where there is no
 * default.
 */
import { z } from 'zod';
import { LANGUAGES, UNREVIEWED } from '../words/keys.ts';
import { permissions } from './permissions-section.ts';
import { admissionSection } from './admission-section.ts';
import { plus } from './plus-addresses.ts';
import { delivery } from './delivery-section.ts';
import { invitations, rooms } from './rooms-section.ts';
import { guests } from './guests-section.ts';
import { helpdeskSection } from './helpdesk-section.ts';
import { logins } from './logins-section.ts';
import { historySection } from './history-section.ts';
import { mailboxSection } from './mailbox-section.ts';
import { oauth2 } from './oauth2-section.ts';
import { answering } from './answering.ts';
import { accountKeep, keep, limits, times } from './bounds-section.ts';
import { provisioning } from './provisioning.ts';
import { puppets } from './puppets-section.ts';
import { secrets } from './secrets-section.ts';
import { senders } from './senders-section.ts';
import { web } from './web-section.ts';
import {
  accountId,
  certificates,
  duration,
  integer,
  mailAddress,
  path,
  port,
  secret,
  settings,
  text,
  userId,
  webAddress,
  type ConfigSources,
} from './values.ts';

/** `en, de or fr`. */
const languages = LANGUAGES.join(', ').replace(/, (?=[^,]*$)/, ' or ');

/** `es and pl`. */
const unreviewed = UNREVIEWED.join(', ').replace(/, (?=[^,]*$)/, ' and ');

/** What the file says, checked and with every secret and path resolved. Durations are milliseconds, sizes bytes. */
export type ConfigValues = z.output<ReturnType<typeof configSchema>>;
export type AccountValues = ConfigValues['accounts'][keyof ConfigValues['accounts']];

export function configSchema(sources: ConfigSources) {
  return settings({
    homeserver: homeserver(sources),
    appservice: appservice(sources),
    secret: secret(sources, 'a secret of at least 32 characters')
      .refine((value) => value === '' || value.length >= 32, { error: 'a secret of at least 32 characters' })
      .meta({
        description:
          'The key behind every id that Mailroom makes. Make it once (openssl rand -hex 32) and keep it with the ' +
          'backups. It is changed by "mailroom secret rotate" (docs/operating.md) and not by hand alone: Mailroom ' +
          'refuses to start with another one. Every secret is a string, { file: PATH } or { env: NAME }.',
        example: { file: './secret' },
      }),
    old_secrets: z
      .array(secret(sources, 'a secret'), { error: 'a list of secrets' })
      .prefault([])
      .meta({
        description:
          'Secrets of before, also leaked ones: what was made with them is known by them. Without them mails and ' +
          'rooms of that time are not known again.',
      }),
    database: database(sources),
    secrets: secrets(sources),
    observability: observability(),
    logging: settings({
      level: z.enum(['debug', 'info', 'warn', 'error'], { error: 'debug, info, warn or error' }).default('info').meta({
        description: 'debug, info, warn or error. Subjects and addresses appear at debug only, bodies never.',
      }),
      format: z
        .enum(['text', 'json'], { error: 'text or json' })
        .default('text')
        .meta({ description: 'text for people, json (one object a line) for collectors.' }),
      output: z
        .enum(['stderr', 'stdout'], { error: 'stderr or stdout' })
        .default('stderr')
        .meta({
          description:
            'stderr or stdout, where `mailroom run` writes its log. Other commands have their results on standard ' +
            'output and what they log on standard error.',
        }),
    })
      .prefault({})
      .meta({ description: 'What Mailroom says about itself.' }),
    permissions: permissions(),
    provisioning: provisioning(sources),
    puppets: puppets(sources),
    guests: guests(),
    web: web(),
    logins: logins(sources),
    limits: limits(),
    times: times(),
    keep: keep(),
    accounts: z
      .record(accountId(), account(sources), { error: 'a mapping from account keys to accounts' })
      .refine((accounts) => Object.keys(accounts).length > 0, { error: 'at least one account' })
      .meta({
        description:
          'One entry for each mailbox login. The key names the account in rooms, logs and metrics; small letters, ' +
          'digits and hyphens. Do not change it later: the ids of the rooms are made from it.',
      }),
  });
}

/** A section that can be read alone: whoever asks how a process does wants no more of the file. */
export function observability() {
  return settings({
    listen: listen(
      '127.0.0.1',
      9001,
      'Answers GET /health, /ready and /metrics. Without authentication: keep it inside.',
    ),
  })
    .prefault({})
    .meta({ description: 'For those who watch the service.' });
}

function homeserver(sources: ConfigSources) {
  return settings({
    url: webAddress().meta({
      description: "Where Mailroom reaches the homeserver's client-server API.",
      example: 'http://127.0.0.1:8008',
    }),
    domain: text('a server name such as example.org')
      .regex(/^[A-Za-z0-9.\-[\]:]+$/, { error: 'a server name such as example.org' })
      .meta({
        description: "The homeserver's own name: what stands after the colon in its user ids.",
        example: 'example.org',
      }),
    ca_file: certificates(sources).optional().meta({
      description: "Certificate authorities to trust instead of the system's, for closed networks: a PEM file.",
      example: './ca.pem',
    }),
    room_version: z
      .union(
        [
          z.string().regex(/^[a-z0-9.-]{1,32}$/, { error: 'a room version such as 10' }),
          integer('a room version such as 10', 1, 1000).transform(String),
        ],
        { error: 'a room version such as 10' },
      )
      .nullable()
      .default(null)
      .meta({
        description:
          'The version of new rooms; null for the one that the homeserver chooses. Servers with the rules of ' +
          'TI-Messenger take 9 and 10 only.',
      }),
  })
    .transform(({ caFile, ...rest }) => ({ ...rest, ca: caFile ?? null }))
    .meta({ description: 'The Matrix homeserver.' });
}

function appservice(sources: ConfigSources) {
  const localpart = 'small letters, digits and . _ = - /';
  return settings({
    listen: listen('127.0.0.1', 9000, 'Where Mailroom listens for the homeserver.'),
    url: webAddress().meta({
      description: 'Where the homeserver reaches Mailroom; it goes into the registration.',
      example: 'http://127.0.0.1:9000',
    }),
    registration: path(sources)
      .prefault('./registration.yaml')
      .meta({
        description:
          'The registration with the tokens, made by `mailroom registration` and read by the homeserver too. ' +
          'Relative paths start at this file.',
      }),
    bot: z
      .string({ error: localpart })
      .regex(/^[a-z0-9._=\-/]+$/, { error: localpart })
      .default('mailroom')
      .meta({ description: "Localpart of Mailroom's own Matrix user." }),
    ghost_prefix: z
      .string({ error: localpart })
      .regex(/^[a-z0-9._=\-/]+$/, { error: localpart })
      .default('mail_')
      .meta({
        description:
          'How the localparts of ghosts begin, the Matrix users that stand for mail addresses: ' +
          "@mail_bob=40example.org:example.org. Nobody else's user ids may begin so.",
      }),
  }).meta({ description: 'Mailroom as an application service of the homeserver.' });
}

function listen(host: string, number: number, description: string) {
  return settings({
    host: text('a host name or an IP address').default(host),
    port: port().default(number),
  })
    .prefault({})
    .meta({ description });
}

function database(sources: ConfigSources) {
  const url = z.strictObject({
    url: secret(sources, 'a Postgres URL')
      .refine((value) => value === '' || /^postgres(?:ql)?:\/\//.test(value), {
        error: 'a Postgres URL such as postgres://mailroom@127.0.0.1:5432/mailroom',
      })
      .meta({ description: 'postgres://user:password@host:port/database, as a secret.' }),
    connections: integer('a number of connections', 4, 1000).default(16).meta({ description: 'Connections at most.' }),
  });
  const embedded = z.strictObject({
    embedded: path(sources).meta({
      description: 'A folder for the data of a Postgres that Mailroom starts and stops itself.',
    }),
    connections: integer('a number of connections', 4, 80).default(16).meta({ description: 'Connections at most.' }),
  });
  return z.union([url, embedded], { error: '{ url: postgres://… } or { embedded: FOLDER }' }).meta({
    description:
      'Where everything is kept. Either { url: postgres://user:password@host:5432/database } (Postgres 14 or ' +
      'newer; the whole URL may be a secret) or, for small installations, { embedded: FOLDER }: a Postgres that ' +
      'Mailroom starts and stops itself.',
    example: { embedded: './data/postgres' },
  });
}

function security(standard: 'tls' | 'starttls') {
  return z
    .enum(['tls', 'starttls', 'none'], { error: 'tls, starttls or none' })
    .default(standard)
    .meta({ description: 'tls, starttls (required, never skipped) or none (only inside one machine).' });
}

function imap(sources: ConfigSources) {
  return settings({
    host: text('a host name').meta({ example: 'imap.example.org' }),
    port: port().default(993),
    security: security('tls'),
    ca_file: certificates(sources).optional().meta({
      description: "Certificate authorities to trust instead of the system's, for closed networks: a PEM file.",
      example: './ca.pem',
    }),
    user: text('a user name').meta({ example: 'support@example.org' }),
    password: secret(sources, 'a password')
      .optional()
      .meta({ example: { file: './support.password' } }),
    mailboxes: z
      .array(text('a mailbox name'), { error: 'a list of mailbox names' })
      .min(1, { error: 'at least one mailbox name' })
      .default(['INBOX'])
      .meta({
        description:
          'The mailboxes to watch. Nothing in them is deleted, nor moved or flagged (but \\Answered) unless the ' +
          'account says so (mailbox).',
      }),
  })
    .transform(({ caFile, password, ...rest }) => ({ ...rest, ca: caFile ?? null, password: password ?? '' }))
    .meta({ description: 'Where its mail arrives.' });
}

function smtp(sources: ConfigSources) {
  return settings({
    host: text('a host name').meta({ example: 'smtp.example.org' }),
    port: port().default(587),
    security: security('starttls'),
    ca_file: certificates(sources).optional().meta({
      description: "Certificate authorities to trust instead of the system's: a PEM file.",
      example: './ca.pem',
    }),
    user: text('a user name').optional().meta({
      description: 'Leave user and password out where the relay trusts this machine.',
      example: 'support@example.org',
    }),
    password: secret(sources, 'a password')
      .optional()
      .meta({ example: { file: './support.password' } }),
    on_unknown: z
      .enum(['resend', 'hold'], { error: 'resend or hold' })
      .default('resend')
      .meta({
        description:
          'When the connection breaks after the mail was handed over and before the answer: resend (once, after ' +
          'minutes, same Message-ID, told in the room) or hold (until somebody says `!mail retry`).',
      }),
  })
    .refine((value) => value.user !== undefined || value.password === undefined, {
      error: 'user and password, or neither of them',
      params: { explained: true },
    })
    .transform(({ caFile, user, password, ...rest }) => ({
      ...rest,
      ca: caFile ?? null,
      login: user === undefined ? null : { user, password: password ?? '' },
    }))
    .meta({ description: 'Where its mail leaves.' });
}

/** One account. `config/own-accounts.ts` reads those by it that are not in the file. */
export function account(sources: ConfigSources) {
  return settings({
    address: mailAddress().meta({
      description: 'The address that mail goes out from.',
      example: 'support@example.org',
    }),
    name: text('a name').meta({
      description: 'Its name, in mail and as the name of the space.',
      example: 'Support',
    }),
    addresses: z
      .array(mailAddress(), { error: 'a list of mail addresses' })
      .prefault([])
      .meta({
        description: 'Further addresses that are this account: they never get a ghost nor a copy.',
        example: ['help@example.org'],
      }),
    language: z
      .enum(LANGUAGES, { error: languages })
      .default('en')
      .meta({
        description:
          `Language of what Mailroom itself says in its rooms and mails: ${languages}.` +
          (unreviewed === '' ? '' : ` No native speaker has reviewed ${unreviewed} yet.`),
      }),
    imap: imap(sources),
    smtp: smtp(sources),
    ...oauth2(sources),
    sent: settings({
      mailbox: text('a mailbox name or auto')
        .default('auto')
        .meta({ description: 'The mailbox of sent mail; auto finds the one that the server marks as such.' }),
      copy: z
        .enum(['auto', 'always', 'never'], { error: 'auto, always or never' })
        .default('auto')
        .meta({
          description:
            'Whether Mailroom files a copy of what it sends; auto does unless the provider does it by itself (Gmail, ' +
            'Exchange Online).',
        }),
    })
      .prefault({})
      .meta({
        description: "Sent mail: watched too, so that a colleague's answer from a mail program appears in the room.",
      }),
    team: z
      .array(
        settings({
          user: userId().meta({ example: '@alice:example.org' }),
          address: mailAddress()
            .optional()
            .meta({ description: 'Their own mail address, where they have one.', example: 'alice@example.org' }),
          name: text('a name')
            .optional()
            .meta({ description: 'Their name in mail; else that of their Matrix profile.', example: 'Alice' }),
        }),
        { error: 'a list of team members' },
      )
      .prefault([])
      .meta({ description: 'Who may join the space, read and answer.' }),
    ...invitations(),
    from: text('a template with {name} or {account}')
      .regex(/^(?:[^{}]|\{name\}|\{account\})*$/, { error: 'a template whose only fields are {name} and {account}' })
      .default('{name} via {account}')
      .meta({
        description: 'The sender name of outgoing mail: {name} is the writer, {account} the name of the account.',
      }),
    writing: writing(),
    hold: hold(),
    ...senders(),
    ...rooms(),
    ...delivery(),
    ...admissionSection(),
    ...plus(),
    ...answering(),
    ...helpdeskSection(),
    ...mailboxSection(),
    keep: accountKeep(),
    first_start: z
      .union([z.literal('new'), z.strictObject({ days: integer('a number of days', 1, 36500) })], {
        error: 'new or { days: NUMBER }',
      })
      .default('new')
      .meta({
        description:
          'What of the mail that is there at the very first start comes in as new: new (none of it) or { days: 30 }.',
      }),
    ...historySection(),
  });
}

function writing() {
  return settings({
    signature: z
      .string({ error: 'a text' })
      .default('')
      .meta({ description: 'Lines below `-- ` at the end of each mail; empty for none.' }),
    footer: z
      .string({ error: 'a text' })
      .default('')
      .meta({ description: 'A paragraph before the signature, such as a legal notice; empty for none.' }),
    subject_prefix: z
      .string({ error: 'a text' })
      .default('')
      .meta({ description: 'Stands before the subject of conversations that begin here, such as [Support].' }),
    quote: z
      .boolean({ error: 'true or false' })
      .default(true)
      .meta({ description: 'Whether an answer ends with a short quotation of the mail that it answers.' }),
    notices: z
      .boolean({ error: 'true or false' })
      .default(false)
      .meta({ description: 'Whether notices (m.notice, what other bots say) are mailed too.' }),
    list_id: z
      .string({ error: 'a list id such as support.example.org' })
      .regex(/^[A-Za-z0-9._-]*$/, { error: 'a list id such as support.example.org' })
      .default('')
      .meta({ description: 'Sets List-Id (RFC 2919) on every mail, such as support.example.org; empty for none.' }),
    archived_at: z
      .boolean({ error: 'true or false' })
      .default(false)
      .meta({ description: "Whether each mail names its room's matrix.to address in Archived-At (RFC 5064)." }),
  })
    .prefault({})
    .meta({ description: 'What its mails have besides the words of the team.' });
}

function hold() {
  return settings({
    after: duration().prefault('10s').meta({ description: 'After the last message; 0s sends at once.' }),
    at_most: duration().prefault('60s').meta({ description: 'After the first message, whatever follows.' }),
  })
    .refine((value) => value.atMost >= value.after, {
      error: 'at_most not shorter than after',
      params: { explained: true },
    })
    .prefault({})
    .meta({ description: 'How long a message waits before it is mailed and can be edited or taken back.' });
}

import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { ConfigError } from '../../../src/config/config-error.ts';
import { loadConfig, parseConfig, type Config } from '../../../src/config/config.ts';
import { nearest } from '../../../src/base/nearest.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const FILES: Readonly<Record<string, string>> = { '/etc/mailroom/pw': 'from a file\n', '/etc/mailroom/ca.pem': PEM };
const SOURCES = {
  folder: '/etc/mailroom',
  readFile: (path: string) => {
    const text = FILES[path];
    if (text === undefined) throw new Error('ENOENT');
    return text;
  },
  env: { MAILROOM_SECRET: 'x'.repeat(40), EMPTY: '' },
};

type Draft = Record<string, unknown>;

function account(more: Draft = {}): Draft {
  return {
    address: 'support@mailroom.test',
    name: 'Support',
    imap: { host: 'imap.test', user: 'support', password: 'hunter2' },
    smtp: { host: 'smtp.test', user: 'support', password: { file: './pw' } },
    ...more,
  };
}

function draft(more: Draft = {}, accounts: Draft = { support: account() }): Draft {
  return {
    homeserver: { url: 'http://127.0.0.1:8008/', domain: 'matrix.test' },
    appservice: { url: 'http://127.0.0.1:9000' },
    secret: { env: 'MAILROOM_SECRET' },
    database: { embedded: './data' },
    accounts,
    ...more,
  };
}

const read = (value: unknown): Config => parseConfig(stringify(value), '/etc/mailroom/config.yaml', SOURCES);

/** What is wrong with a config, as `path: text`. */
function wrong(value: unknown): string[] {
  try {
    read(value);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map(({ path, text }) => `${path}: ${text}`);
  }
  return [];
}

const only = (config: Config) => config.accounts[0] ?? assert.fail('no account');

describe('a config', () => {
  it('logs in by oauth2 where there is a user and no password, and by passwords where there are', () => {
    const oauth2 = { issuer: 'https://login.test/tenant/v2.0', client_id: 'id', client_secret: { file: './pw' } };
    const imap = { host: 'imap.test', user: 'support' };
    const smtp = { host: 'smtp.test', user: 'support' };
    const by = only(read(draft({}, { support: account({ imap, smtp, oauth2 }) })));
    assert.deepEqual(by.oauth2, {
      grant: 'client',
      issuer: 'https://login.test/tenant/v2.0',
      tokenUrl: null,
      clientId: 'id',
      clientSecret: 'from a file',
      scope: 'https://outlook.office365.com/.default',
    });
    assert.deepEqual([by.imap.password, by.smtp.login], ['', { user: 'support', password: '' }]);
    assert.deepEqual(wrong(draft({}, { support: account({ imap, smtp }) })), [
      'accounts.support.imap.password: expected a password, or oauth2 in the account',
      'accounts.support.smtp.password: expected a password, or oauth2 in the account',
    ]);
    const both = { ...oauth2, token_url: 'https://login.test/token' };
    assert.deepEqual(wrong(draft({}, { support: account({ oauth2: both }) })), [
      'accounts.support.oauth2: expected issuer or token_url, and not both',
    ]);
    assert.equal(only(read(draft())).oauth2, null);
  });

  it('logs in by the consent of somebody at a provider that it has', () => {
    const imap = { host: 'imap.test', user: 'support' };
    const consents = account({ imap, smtp: imap, oauth2: { provider: 'google' } });
    const google = { client_id: 'id', client_secret: { file: './pw' } };
    const config = read(draft({ oauth2_providers: { google } }, { support: consents }));
    assert.deepEqual(only(config).oauth2, { grant: 'consent', provider: 'google' });
    const found = config.oauth2Providers['google'];
    assert.deepEqual(
      [found?.issuer, found?.clientSecret, found?.deviceCode, found?.parameters['access_type']],
      ['https://accounts.google.com', 'from a file', false, 'offline'],
    );
    assert.deepEqual(wrong(draft({}, { support: consents })), [
      'accounts.support.oauth2.provider: expected a key of oauth2_providers (which has none)',
    ]);
    const other = { oauth2_providers: { google, example: { client_id: 'id' } } };
    assert.deepEqual(wrong(draft(other, { support: consents })), [
      'oauth2_providers.example.issuer: is missing; expected the address of an OAuth 2.0 server',
    ]);
    const both = account({ imap, smtp: imap, oauth2: { provider: 'google', client_id: 'id' } });
    assert.deepEqual(wrong(draft({ oauth2_providers: { google } }, { support: both })), [
      'accounts.support.oauth2: expected provider alone: the rest stands in oauth2_providers',
    ]);
  });

  it('needs little: everything else has a default', () => {
    const config = read(draft());
    assert.equal(config.homeserver.url, 'http://127.0.0.1:8008');
    assert.deepEqual(config.appservice.listen, { host: '127.0.0.1', port: 9000 });
    assert.equal(config.appservice.registration, '/etc/mailroom/registration.yaml');
    assert.equal(config.appservice.ghostPrefix, 'mail_');
    assert.deepEqual(config.database, { kind: 'embedded', folder: '/etc/mailroom/data', connections: 16 });
    assert.equal(config.limits.mailSize, 100 * 2 ** 20);
    assert.equal(config.times.poll, 300_000);
    assert.equal(config.keep.raw, 90 * 86_400_000);
    const support = only(config);
    assert.equal(support.id, 'support');
    assert.deepEqual(support.hold, { after: 10_000, atMost: 60_000 });
    assert.deepEqual([support.imap.port, support.imap.security, support.imap.ca], [993, 'tls', null]);
    assert.deepEqual([support.smtp.port, support.smtp.security, support.smtp.onUnknown], [587, 'starttls', 'resend']);
    assert.deepEqual([support.invite, support.firstStart, support.from], ['automatic', 'new', '{name} via {account}']);
  });

  it('takes secrets inline, from a file without its line end, and from the environment', () => {
    const config = read(draft());
    assert.equal(config.secret, 'x'.repeat(40));
    assert.equal(only(config).imap.password, 'hunter2');
    assert.deepEqual(only(config).smtp.login, { user: 'support', password: 'from a file' });
  });

  it('has pages for people at https addresses alone, or within this machine, and with nothing behind them', () => {
    assert.equal(read(draft()).web, null);
    const pages = read(draft({ web: { url: 'https://mail.mailroom.test/' } })).web;
    const listen = { host: '127.0.0.1', port: 9003 };
    assert.deepEqual(pages, { listen, url: 'https://mail.mailroom.test', behindProxy: true });
    assert.equal(read(draft({ web: { url: 'http://127.0.0.1:9003' } })).web?.url, 'http://127.0.0.1:9003');
    for (const url of ['http://mail.mailroom.test', 'https://mail.mailroom.test/pages', 'https://me@mail.test', 'x']) {
      assert.match(wrong(draft({ web: { url } }))[0] ?? '', /^web\.url: expected an address/, url);
    }
  });

  it('reads certificates from their file, relative to its own folder', () => {
    const imap = { host: 'imap.test', user: 'support', password: 'x', ca_file: './ca.pem' };
    assert.equal(only(read(draft({}, { support: account({ imap }) }))).imap.ca, PEM);
  });

  it('takes the version of new rooms as a number or a string, and asks for none by itself', () => {
    const homeserver = { url: 'http://127.0.0.1:8008', domain: 'matrix.test' };
    const version = (more: Draft) => read(draft({ homeserver: { ...homeserver, ...more } })).homeserver.roomVersion;
    assert.deepEqual([version({}), version({ room_version: 10 })], [null, '10']);
    assert.equal(version({ room_version: 'org.matrix.hydra.11' }), 'org.matrix.hydra.11');
    assert.deepEqual(wrong(draft({ homeserver: { ...homeserver, room_version: 'a b' } })), [
      'homeserver.room_version: expected a room version such as 10, got a string',
    ]);
  });

  it("takes Tchap's access rule of an account's rooms, and leaves it to the homeserver by itself", () => {
    const rule = (more: Draft) => only(read(draft({}, { support: account(more) }))).accessRule;
    assert.deepEqual([rule({}), rule({ access_rule: 'unrestricted' })], [null, 'unrestricted']);
    assert.deepEqual(wrong(draft({}, { support: account({ access_rule: 'direct' }) })), [
      'accounts.support.access_rule: expected restricted or unrestricted, got a string',
    ]);
  });

  it('brings addresses to their one form', () => {
    const config = read(draft({}, { support: account({ address: 'Support@MAILROOM.Test' }) }));
    assert.equal(only(config).address, 'Support@mailroom.test');
  });

  it('lets a relay do without a login, and not with half of one', () => {
    assert.equal(only(read(draft({}, { support: account({ smtp: { host: 'relay' } }) }))).smtp.login, null);
    assert.deepEqual(wrong(draft({}, { support: account({ smtp: { host: 'relay', user: 'x' } }) })), [
      'accounts.support.smtp.password: expected a password, or oauth2 in the account',
    ]);
    assert.deepEqual(wrong(draft({}, { support: account({ smtp: { host: 'relay', password: 'x' } }) })), [
      'accounts.support.smtp: expected user and password, or neither of them',
    ]);
  });

  it('reads durations and sizes with their units and refuses them without', () => {
    const times = read(draft({ times: { poll: '90s', lease: '1.5m', drain: '500ms' } })).times;
    assert.deepEqual([times.poll, times.lease, times.drain], [90_000, 90_000, 500]);
    assert.equal(read(draft({ limits: { mail_size: '64 MiB' } })).limits.mailSize, 64 * 2 ** 20);
    assert.equal(read(draft({ limits: { mail_size: '64MB' } })).limits.mailSize, 64_000_000);
    assert.deepEqual(wrong(draft({ times: { poll: 5 }, limits: { mail_size: '64' } })), [
      'limits.mail_size: expected a size such as 512 KiB, 64 MiB or 1 GiB, got a string',
      'times.poll: expected a duration such as 10s, 5m, 48h or 90d, got a number',
    ]);
  });

  it('tells everything that is wrong at once, by path, expectation and kind', () => {
    assert.deepEqual(
      wrong({
        homeserver: { url: 'matrix.test', domain: 7 },
        appservice: { url: 'http://127.0.0.1:9000', listen: { port: 70_000 } },
        secret: 'short',
        database: {},
        accounts: { support: account({ name: null, team: ['@alice:matrix.test'] }) },
      }),
      [
        'homeserver.url: expected an address such as https://matrix.example.org or http://127.0.0.1:8008, got a string',
        'homeserver.domain: expected a server name such as example.org, got a number',
        'appservice.listen.port: expected a port from 0 to 65535, got a number',
        'secret: expected a secret of at least 32 characters, got a string',
        'database: expected { url: postgres://… } or { embedded: FOLDER }, got a mapping',
        'accounts.support.name: expected a name, got nothing (an empty value)',
        'accounts.support.team[0]: expected a mapping, got a string',
      ],
    );
  });

  it('says what is missing', () => {
    assert.deepEqual(wrong({}), [
      'homeserver: is missing; expected a mapping',
      'appservice: is missing; expected a mapping',
      'secret: is missing; expected a secret of at least 32 characters: a string, { file: PATH } or { env: NAME }',
      'database: is missing; expected { url: postgres://… } or { embedded: FOLDER }',
      'accounts: is missing; expected a mapping from account keys to accounts',
    ]);
    assert.deepEqual(wrong(draft({ accounts: {} })), ['accounts: expected at least one account, got a mapping']);
  });

  it('refuses unknown keys and says which was meant', () => {
    const imap = { host: 'imap.test', user: 'support', password: 'x', mailboxs: ['INBOX'] };
    assert.deepEqual(
      wrong(draft({ obsevability: {}, database: { embeded: './data' } }, { support: account({ imap }) })),
      [
        'database.embeded: unknown key; did you mean embedded?',
        'accounts.support.imap.mailboxs: unknown key; did you mean mailboxes?',
        'obsevability: unknown key; did you mean observability?',
      ],
    );
    assert.match(wrong(draft({ qqqqqqqq: 1 }))[0] ?? '', /^qqqqqqqq: unknown key; known are homeserver, appservice, /);
  });

  it('names a secret that cannot be had, never its value', () => {
    const imap = { host: 'imap.test', user: 'support', password: { file: './gone' } };
    const smtp = { host: 'smtp.test', user: 'support', password: { env: 'EMPTY' } };
    assert.deepEqual(wrong(draft({ secret: { env: 'NOPE' } }, { support: account({ imap, smtp }) })), [
      'secret: expected a secret of at least 32 characters; environment variable NOPE is not set',
      'accounts.support.imap.password: expected a password; file /etc/mailroom/gone cannot be read',
      'accounts.support.smtp.password: expected a password; environment variable EMPTY is empty',
    ]);
  });

  it('never repeats a value, whatever stands where', () => {
    const canary = 'c4n4ry';
    const values = [canary, { file: [canary] }, [canary], { [`x${canary.slice(0, 2)}`]: canary }];
    const paths = [
      'secret',
      'database.url',
      'accounts.support.imap.password',
      'accounts.support.smtp.password',
      'homeserver.url',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...values), (path, value) => {
        const config = draft({ database: { url: 'postgres://x' } });
        const steps = path.split('.');
        let here: Draft = config;
        for (const step of steps.slice(0, -1)) here = here[step] as Draft;
        here[steps.at(-1) ?? ''] = value;
        assert.equal(wrong(config).join('\n').includes(canary), false);
      }),
    );
  });

  it('tells the place of a YAML error without its line', () => {
    assert.throws(
      () => parseConfig('secret: hunter2\nbad: [hunter2\n', '/c.yaml', SOURCES),
      (error) =>
        error instanceof ConfigError && /line \d, column/.test(error.message) && !error.message.includes('hunter2'),
    );
    assert.throws(() => parseConfig('- a\n', '/c.yaml', SOURCES), /expected a mapping at the top/);
    assert.throws(() => parseConfig('a: 1\na: 2\n', '/c.yaml', SOURCES), /DUPLICATE_KEY/);
  });

  it('refuses one address in two accounts, and a member whose address is an account', () => {
    const team = [{ user: '@alice:matrix.test', address: 'INFO@mailroom.test' }];
    assert.deepEqual(
      wrong(
        draft(
          {},
          {
            support: account({ team }),
            info: account({ address: 'info@mailroom.test', addresses: ['Support@mailroom.test'] }),
          },
        ),
      ),
      [
        'accounts.info: has an address that accounts.support has too',
        "accounts.support.team[0].address: expected the member's own address, not one of an account",
      ],
    );
  });

  it("refuses Mailroom's own users in a team, members twice, and invitations of others", () => {
    const team = [
      { user: '@mail_bob=40x.test:matrix.test' },
      { user: '@alice:matrix.test' },
      { user: '@alice:matrix.test' },
    ];
    assert.deepEqual(wrong(draft({}, { support: account({ team, invite: ['@bob:matrix.test'] }) })), [
      "accounts.support.team[0].user: expected a person, not one of Mailroom's own users",
      'accounts.support.team[2].user: stands twice in this team',
      'accounts.support.invite[0]: expected a member of this team',
    ]);
  });

  it('refuses a hold that ends before it has begun, and a template with unknown fields', () => {
    assert.deepEqual(wrong(draft({}, { support: account({ hold: { after: '2m' }, from: '{nam} via us' }) })), [
      'accounts.support.from: expected a template whose only fields are {name} and {account}, got a string',
      'accounts.support.hold: expected at_most not shorter than after',
    ]);
  });

  it('refuses a prepared answer with an unknown field or a lone brace, by its path', () => {
    const answers = { thanks: 'Dear {nmae}', ok: 'Dear {name}, {{x}}', lone: 'a } b', 'No Name': 'x', empty: '' };
    const fields = '{name}, {address}, {subject}, {me}, {account}, {date}';
    assert.deepEqual(wrong(draft({}, { support: account({ answers }) })).sort(), [
      'accounts.support.answers.No Name: expected a name of small letters, digits and hyphens',
      'accounts.support.answers.empty: expected a text, got a string',
      `accounts.support.answers.lone: expected a text whose fields are ${fields}; a brace is written twice`,
      `accounts.support.answers.thanks: expected a text whose fields are ${fields}; a brace is written twice`,
    ]);
    const taken = only(read(draft({}, { support: account({ answers: { ok: answers.ok }, four_eyes: true }) })));
    assert.deepEqual(taken.answers, { ok: { parts: ['Dear ', { field: 'name' }, ', ', '{', 'x', '}'] } });
    assert.equal(taken.fourEyes, true);
  });

  it('takes no control characters where they could reach a header', () => {
    assert.match(
      wrong(draft({}, { support: account({ name: 'Support\r\nBcc: x@y' }) }))[0] ?? '',
      /^accounts\.support\.name: /,
    );
    assert.match(wrong(draft({}, { support: account({ from: '{name}\n' }) }))[0] ?? '', /^accounts\.support\.from: /);
  });

  it('is read from a real file, and says so when it cannot be', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-config-'));
    try {
      const file = join(folder, 'config.yaml');
      await writeFile(file, stringify(draft({}, { support: account({ smtp: { host: 'x' } }) })));
      await chmod(file, 0o600);
      const config = loadConfig(file, { MAILROOM_SECRET: 'y'.repeat(32) });
      assert.equal(config.file, file);
      assert.equal(config.appservice.registration, join(folder, 'registration.yaml'));
      assert.throws(
        () => loadConfig(join(folder, 'gone.yaml'), {}),
        /gone\.yaml: 1 problem\n {2}cannot be read \(ENOENT\)/,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('ends in a config or a ConfigError for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => json),
        ),
        (text) => {
          try {
            parseConfig(text, '/c.yaml', SOURCES);
          } catch (error) {
            assert.ok(error instanceof ConfigError, String(error));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the nearest word', () => {
  it('is the one with the least edits, or none', () => {
    assert.equal(nearest('acounts', ['accounts', 'account']), 'accounts');
    assert.equal(nearest('hlep', ['help', 'retry']), 'help');
    assert.equal(nearest('HELP', ['help']), 'help');
    assert.equal(nearest('zzz', ['help', 'to']), null);
    assert.equal(nearest('x', []), null);
  });
});

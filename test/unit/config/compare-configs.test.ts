import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { joinedChanges, noChanges } from '../../../src/bridge/account/config-changes.ts';
import { afterReload, compareConfigs, fingerprintOf, withPasswordsOf } from '../../../src/config/compare-configs.ts';
import { parseConfig, type Config } from '../../../src/config/config.ts';

type Draft = Record<string, unknown>;

const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

function account(more: Draft = {}): Draft {
  return {
    address: 'support@mailroom.test',
    name: 'Support',
    imap: { host: 'imap.test', user: 'support', password: 'hunter2' },
    smtp: { host: 'smtp.test', user: 'support', password: 'hunter2' },
    ...more,
  };
}

function config(more: Draft = {}, accounts: Draft = { support: account() }): Config {
  const draft = {
    homeserver: { url: 'http://127.0.0.1:8008', domain: 'matrix.test' },
    appservice: { url: 'http://127.0.0.1:9000' },
    secret: 'x'.repeat(40),
    database: { url: 'postgres://mailroom@127.0.0.1/mailroom' },
    ...more,
    accounts,
  };
  const sources = { folder: '/etc/mailroom', readFile: () => CA, env: {} };
  return parseConfig(stringify(draft), '/etc/mailroom/config.yaml', sources);
}

const before = config();

describe('what waits for a restart', () => {
  const changed: readonly (readonly [path: string, more: Draft])[] = [
    ['homeserver.url', { homeserver: { url: 'http://127.0.0.1:8009', domain: 'matrix.test' } }],
    ['homeserver.domain', { homeserver: { url: 'http://127.0.0.1:8008', domain: 'other.test' } }],
    ['homeserver.ca_file', { homeserver: { url: 'http://127.0.0.1:8008', domain: 'matrix.test', ca_file: 'ca.pem' } }],
    [
      'homeserver.room_version',
      { homeserver: { url: 'http://127.0.0.1:8008', domain: 'matrix.test', room_version: 10 } },
    ],
    ['appservice.url', { appservice: { url: 'http://127.0.0.1:9009' } }],
    ['appservice.listen.port', { appservice: { url: 'http://127.0.0.1:9000', listen: { port: 9009 } } }],
    ['appservice.registration', { appservice: { url: 'http://127.0.0.1:9000', registration: 'other.yaml' } }],
    ['appservice.bot', { appservice: { url: 'http://127.0.0.1:9000', bot: 'bridge' } }],
    ['appservice.ghost_prefix', { appservice: { url: 'http://127.0.0.1:9000', ghost_prefix: 'm_' } }],
    ['secret', { secret: 'y'.repeat(40) }],
    ['old_secrets', { old_secrets: ['z'.repeat(40)] }],
    ['database', { database: { url: 'postgres://mailroom@127.0.0.1/other' } }],
    ['database', { database: { embedded: './data' } }],
    ['observability.listen.port', { observability: { listen: { port: 9011 } } }],
    ['logging.level', { logging: { level: 'debug' } }],
    ['puppets.registration', { puppets: { registration: './puppets.yaml' } }],
    ['web', { web: { url: 'https://pages.mailroom.test' } }],
    ['provisioning.listen.port', { provisioning: { listen: { port: 9012 } } }],
    ['provisioning.token', { provisioning: { token: 't'.repeat(40) } }],
    ['limits.mail_size', { limits: { mail_size: '1 MiB' } }],
    ['limits.parse_time', { limits: { parse_time: '1s' } }],
    ['limits.parse_memory', { limits: { parse_memory: '256 MiB' } }],
    ['limits.parse_workers', { limits: { parse_workers: 1 } }],
    ['times.lease', { times: { lease: '30s' } }],
    ['times.homeserver', { times: { homeserver: '30s' } }],
  ];
  for (const [path, more] of changed) {
    it(`is ${path} (${Object.keys(Object.values(more)[0] as object).join(', ')})`, () => {
      const after = config(more);
      assert.deepEqual(compareConfigs(before, after), { ...noChanges, needsRestart: [path] });
      // It is left as it was, and told again until there was a restart.
      assert.deepEqual(afterReload(before, after), before);
    });
  }

  it('is a token only where there is none, or was none', () => {
    const [one, other] = ['a', 'b'].map((letter) => config({ provisioning: { token: letter.repeat(40) } }));
    assert.ok(one !== undefined && other !== undefined);
    assert.deepEqual(compareConfigs(one, other).taken, ['provisioning.token']);
    assert.equal(afterReload(one, other).provisioning.token, 'b'.repeat(40));
    assert.deepEqual(compareConfigs(one, before).needsRestart, ['provisioning.token']);
    assert.equal(afterReload(one, before).provisioning.token, 'a'.repeat(40));
  });
});

describe('what a reload takes', () => {
  const changed: readonly (readonly [path: string, more: Draft])[] = [
    ['permissions', { permissions: { '@alice:matrix.test': 'admin' } }],
    ['times.poll', { times: { poll: '1m' } }],
    ['times.read_back', { times: { read_back: '1m' } }],
    ['times.smtp', { times: { smtp: '1m' } }],
    ['times.imap', { times: { imap: '1m' } }],
    ['times.account_trouble', { times: { account_trouble: '1m' } }],
    ['times.account_unserved', { times: { account_unserved: '2h' } }],
    ['times.retry_mail', { times: { retry_mail: '1h' } }],
    ['times.drain', { times: { drain: '1s' } }],
    ['limits.people', { limits: { people: 3 } }],
    ['limits.new_rooms', { limits: { new_rooms: 3 } }],
    ['limits.breaker', { limits: { breaker: 3 } }],
    ['limits.database_size', { limits: { database_size: '1 GiB' } }],
    ['limits.mails_per_user_day', { limits: { mails_per_user_day: 3 } }],
    ['keep.raw', { keep: { raw: '1d' } }],
    ['puppets.tokens', { puppets: { tokens: { '@alice:matrix.test': 'a' } } }],
    ['puppets.except', { puppets: { except: ['@bob:matrix.test'] } }],
    ['provisioning.per_minute', { provisioning: { per_minute: 3 } }],
  ];
  for (const [path, more] of changed) {
    it(`is ${path}`, () => {
      const after = config(more);
      assert.deepEqual(compareConfigs(before, after), { ...noChanges, taken: [path] });
      assert.deepEqual(afterReload(before, after), after);
    });
  }

  it('is both at once, each for itself', () => {
    const after = config({ times: { poll: '1m', lease: '30s' } });
    const { taken, needsRestart } = compareConfigs(before, after);
    assert.deepEqual([taken, needsRestart], [['times.poll'], ['times.lease']]);
    assert.deepEqual(compareConfigs(afterReload(before, after), after), {
      ...noChanges,
      needsRestart: ['times.lease'],
    });
  });

  it('is nothing of a file that says the same in other words', () => {
    assert.deepEqual(compareConfigs(before, config({ times: { poll: '300s' }, limits: {} })), noChanges);
  });
});

describe('what changed of an account', () => {
  const imap = { host: 'imap.test', user: 'support', password: 'hunter2' };
  const cases: readonly (readonly [field: string, more: Draft])[] = [
    ['imap.password', { imap: { ...imap, password: 'hunter3' } }],
    ['imap.host', { imap: { ...imap, host: 'imap2.test' } }],
    ['imap.ca_file', { imap: { ...imap, ca_file: 'ca.pem' } }],
    ['imap.mailboxes', { imap: { ...imap, mailboxes: ['INBOX', 'Later'] } }],
    ['smtp.password', { smtp: { host: 'smtp.test', user: 'support', password: 'hunter3' } }],
    ['smtp.user', { smtp: { host: 'smtp.test' } }],
    ['smtp.on_unknown', { smtp: { host: 'smtp.test', user: 'support', password: 'hunter2', on_unknown: 'hold' } }],
    ['name', { name: 'Help' }],
    ['addresses', { addresses: ['help@mailroom.test'] }],
    ['language', { language: 'de' }],
    ['writing.signature', { writing: { signature: 'Bye' } }],
    ['hold.after', { hold: { after: '1s' } }],
    ['block', { block: ['*.example.org'] }],
    ['receiver', { receiver: 'gmail' }],
    ['first_start', { first_start: { days: 3 } }],
  ];
  for (const [field, more] of cases) {
    it(`is ${field}`, () => {
      const after = config({}, { support: account(more) });
      const change = { account: 'support', fields: [field], membersAdded: [], membersRemoved: [] };
      assert.deepEqual(compareConfigs(before, after), { ...noChanges, changed: [change] });
      assert.deepEqual(afterReload(before, after), after);
    });
  }

  it('is whom its team won and lost, and a name apart', () => {
    const team = (...members: Draft[]) => config({}, { support: account({ team: members }) });
    const [alice, bert] = [{ user: '@alice:matrix.test' }, { user: '@bert:matrix.test' }];
    const [won] = compareConfigs(team(alice), team(bert)).changed;
    assert.deepEqual(won, {
      account: 'support',
      fields: [],
      membersAdded: ['@bert:matrix.test'],
      membersRemoved: ['@alice:matrix.test'],
    });
    const [named] = compareConfigs(team(alice), team({ ...alice, name: 'Alice' })).changed;
    assert.deepEqual(named, { account: 'support', fields: ['team'], membersAdded: [], membersRemoved: [] });
  });

  it('is that it came or went', () => {
    const sales = account({ address: 'sales@mailroom.test' });
    const { added, removed, changed } = compareConfigs(before, config({}, { sales }));
    assert.deepEqual([added, removed, changed], [['sales'], ['support'], []]);
  });

  it('never is a value', () => {
    const after = config({}, { support: account({ imap: { ...imap, password: 'hunter3' } }) });
    assert.ok(!/hunter/.test(JSON.stringify(compareConfigs(before, after))));
  });
});

describe('the fingerprint of a config', () => {
  it('is another for whatever is no secret, and the same whatever the secrets are', () => {
    const secrets = config(
      { secret: 'y'.repeat(40), database: { url: 'postgres://mailroom:secret@127.0.0.1/other' } },
      { support: account({ imap: { host: 'imap.test', user: 'support', password: 'hunter3' } }) },
    );
    assert.equal(fingerprintOf(secrets), fingerprintOf(before));
    assert.notEqual(fingerprintOf(config({ times: { poll: '1m' } })), fingerprintOf(before));
    assert.notEqual(fingerprintOf(config({ permissions: { '*': 'block' } })), fingerprintOf(before));
    assert.notEqual(fingerprintOf(config({}, { support: account({ name: 'Help' }) })), fingerprintOf(before));
  });
});

describe('passwords that are read again', () => {
  it('are taken for accounts that are there, and nothing else is', () => {
    const after = config(
      { permissions: { '*': 'block' } },
      {
        support: account({ name: 'Help', imap: { host: 'other.test', user: 'support', password: 'hunter3' } }),
        sales: account({ address: 'sales@mailroom.test' }),
      },
    );
    const taken = withPasswordsOf(before, after);
    const [support] = taken.accounts;
    assert.equal(support?.imap.password, 'hunter3');
    const hunter2 = taken.accounts.map((one) => ({ ...one, imap: { ...one.imap, password: 'hunter2' } }));
    assert.ok(isDeepStrictEqual({ ...taken, accounts: hunter2 }, before));
  });
});

describe('a reload that could not be ended', () => {
  it('tells with the next one what it had changed already', () => {
    const first = compareConfigs(
      before,
      config({ times: { poll: '1m', lease: '30s' } }, { support: account({ name: 'Help' }) }),
    );
    const again = { ...noChanges, needsRestart: ['times.lease'] };
    assert.deepEqual(joinedChanges(first, again), first);
    assert.deepEqual(joinedChanges(noChanges, first), first);
  });
});

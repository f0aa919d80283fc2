/** The way out of an account as it is told, asked, and waited for. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { mailStatus } from '../../../src/commands/outcome/status.ts';
import { viewAccounts, viewQueues } from '../../../src/db/helpdesk-tables/operations.ts';
import { connectNow } from '../../../src/db/intake-tables/accounts.ts';
import { addJob } from '../../../src/queue/queue.ts';
import { RelayWatch } from '../../../src/outgoing/relay-watch.ts';
import { notSent, readReply } from '../../../src/smtp/result.ts';
import type { NotSent } from '../../../src/smtp/result.ts';
import { tellNews } from '../../../src/watch/account-news.ts';
import { metricsSource } from '../../../src/watch/figures.ts';
import { createMetrics } from '../../../src/watch/metrics.ts';
import { alertRules, alertsOn } from '../../support/alerts.ts';
import { startTestServer } from '../../support/database.ts';
import type { TestDatabase, TestServer } from '../../support/database.ts';
import { ids, unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const account = unquoted.id;
const parser = standInParser();

const login = notSent('login', true, 'x', readReply('535 5.7.8 wrong <b>password</b>'));
const later = notSent('login', true, 'x', readReply('454 4.7.0 the directory is away'));
const certificate = notSent('tls', true, 'x', undefined, { cause: 'CERT_HAS_EXPIRED' });
const refused = notSent('connect', true, 'x', undefined, { cause: 'ECONNREFUSED' });
const nameless = notSent('connect', true, 'x', undefined, { cause: 'ENOTFOUND' });
const silent = notSent('connect', true, 'x', undefined, { cause: 'ETIMEDOUT' });
const crowded = notSent('connect', true, 'x', readReply('421 4.7.0 too many connections'), { stage: 'greeting' });
const greeting = notSent('connect', true, 'x', readReply('554 5.3.2 go away'), { stage: 'greeting' });

describe('the way out of an account', () => {
  let server: TestServer;
  let test: TestDatabase;
  let world: OurMails;
  let look: () => Promise<number>;
  let watch: RelayWatch;
  /** What the server does now; null for all is well. And with which login it is asked. */
  let broken: NotSent | null;
  let password: string;
  let fresh: string;
  let asked: number;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    const { mails, rooms } = await handlerWorld({ test, parser, accounts: [unquoted] });
    world = mails;
    [broken, password, fresh, asked] = [null, 'first', 'first', 0];
    world.breaks = () => broken;
    look = () => tellNews({ ...rooms.deps, graceMs: 60_000 });
    watch = new RelayWatch({
      ...rooms.deps,
      smtp: () => ({
        verify: () => {
          asked++;
          const well = { size: null, eightBitMime: true, smtpUtf8: true, dsn: true, pipelining: true, secure: true };
          return Promise.resolve(broken ?? { outcome: 'ready', facts: well });
        },
      }),
      login: () => ids.login('mail.test', '587', 'support', password),
      refresh: () => (password = fresh),
      everyMs: 60_000,
    });
    await world.arrive('Where is the lamp?', { agoMs: 3_600_000 });
  });
  afterEach(() => test.close());

  const round = async (): Promise<number> => {
    const before = asked;
    await watch.round();
    await watch.settled();
    return asked - before;
  };
  const standing = async () => {
    const [one] = await viewAccounts(test.db, [{ id: account, address: 'a@b.test', name: 'A' }]);
    assert.ok(one);
    return one.out;
  };
  const pass = async (seconds: number) => {
    await test.db.query(
      `UPDATE accounts SET relay_since = relay_since - $1 * interval '1 second',
      relay_retry_at = relay_retry_at - $1 * interval '1 second',
      relay_tried_at = relay_tried_at - $1 * interval '1 second'`,
      [seconds],
    );
    await test.db.query(`UPDATE account_told SET pending_since = pending_since - $1 * interval '1 second'`, [seconds]);
  };
  const inLobby = async (): Promise<string[]> =>
    (
      await test.db.query<{ body: string }>(
        `SELECT content->>'body' AS body FROM matrix_sends WHERE purpose = 'account-state' ORDER BY at, send`,
      )
    ).rows.map(({ body }) => body.replace(/since .*? UTC/, 'since …'));
  /** A mail with the job that it has in life. */
  const write = async (words: string, thread = words): Promise<Said> => {
    const said = await world.write(words, { thread });
    await test.db.transaction((tx) =>
      addJob(tx, { account, queue: 'mail-out', key: said.outgoing, subject: said.outgoing }),
    );
    return said;
  };
  const rest = (said: Said) =>
    test.db.query(`UPDATE jobs SET run_at = now() + interval '1 hour', attempts = 1, error = $2 WHERE subject = $1`, [
      said.outgoing,
      'the mail server of the account is in trouble',
    ]);
  const metrics = createMetrics({ version: '1', process: false });
  const alerts = async (): Promise<string[]> => {
    metrics.read(metricsSource(test.db, () => 3_600_000));
    return alertsOn((await metrics.page()).text);
  };

  for (const [name, failure, words, alert] of [
    ['a refused login', login, /refuses the login for sending/, 'MailroomWayOutRefused'],
    ['a login that cannot be checked', later, /cannot check the login/, 'MailroomWayOutAway'],
    ['an expired certificate', certificate, /certificate of our own mail server has expired/, 'MailroomWayOutAway'],
    ['a server that takes no connection', refused, /takes no connections/, 'MailroomWayOutAway'],
    ['a name that is not found', nameless, /name of our own mail server cannot be found/, 'MailroomWayOutAway'],
    ['a server that is silent', silent, /does not answer/, 'MailroomWayOutAway'],
    [
      'a greeting that refuses',
      greeting,
      /as soon as it connects\.\nIt says: 554 5\.3\.2 go away/,
      'MailroomWayOutAway',
    ],
  ] as const) {
    it(`is told once, shown and alarmed of, and once when it is back: ${name}`, async () => {
      await look();
      broken = failure;
      const first = await write('one');
      assert.equal(await world.out(first.outgoing), 'retry');
      await rest(first);
      assert.deepEqual([await world.state(first), await world.sign(first)], ['deferred', 'deferred']);
      await look();
      assert.equal((await inLobby()).length, failure === login ? 1 : 0, 'a refused login is told at once');
      await pass(61);
      await look();
      await look();
      const told = await inLobby();
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', words);
      assert.match(told[0] ?? '', /Nothing is mailed since …/);
      assert.match(await world.command(mailStatus), words);
      assert.match(await world.command(mailStatus, [], first.event), words);
      await pass(300);
      // Nothing more is asked of the server by mails, however often they run and however many there are.
      const second = await write('two');
      for (const one of [first, second, first]) assert.equal(await world.out(one.outgoing), 'retry');
      assert.equal(world.handed.length, 1);
      const notes = (await world.told(first)).filter((text) => words.test(text));
      assert.equal(notes.length, 1, 'at the message, once');
      assert.match(notes[0] ?? '', /^Not mailed yet\./, 'and nobody is named');
      await test.db.query(`UPDATE jobs SET created_at = now() - interval '31 minutes'`);
      const [queue] = await viewQueues(test.db, [account]);
      assert.ok((queue?.queues.find((one) => one.queue === 'mail-out')?.oldestSeconds ?? 0) > 1_800);
      assert.deepEqual(await alerts(), ['MailroomMailWaits', alert]);

      broken = null;
      await rest(second);
      await connectNow(test.db, [account]);
      assert.equal(await round(), 1);
      const { rows } = await test.db.query('SELECT FROM jobs WHERE queue = $1 AND run_at <= now()', ['mail-out']);
      assert.equal(rows.length, 2, 'what waited is woken');
      assert.deepEqual([await world.out(first.outgoing), await world.out(second.outgoing)], ['done', 'done']);
      await look();
      await pass(61);
      await look();
      await look();
      assert.match((await inLobby())[1] ?? '', /^Mail leaves again since …/);
      assert.equal((await inLobby()).length, 2);
      assert.equal((await standing()).state, 'ready');
      assert.doesNotMatch(await world.command(mailStatus), words);
      assert.deepEqual(await alerts(), []);
    });
  }

  it('is asked ever more slowly while it refuses the login, and at once with another password', async () => {
    broken = login;
    assert.equal(await round(), 1);
    assert.equal((await standing()).state, 'bad-credentials');
    const mails = await Promise.all(['one', 'two', 'three'].map((words) => write(words)));
    for (const { outgoing } of mails) assert.equal(await world.out(outgoing), 'retry');
    assert.deepEqual([await round(), world.handed.length], [0, 0]);
    const waits: number[] = [];
    for (let tries = 0; tries < 27; tries++) {
      const { rows } = await test.db.query<{ s: number }>(
        `SELECT extract(epoch FROM relay_retry_at - relay_tried_at)::double precision AS s FROM accounts
         WHERE isfinite(relay_retry_at)`,
      );
      assert.ok(rows[0]);
      waits.push(Math.round(rows[0].s / 60));
      await pass(rows[0].s + 1);
      assert.equal(await round(), 1);
    }
    assert.deepEqual(waits, [1, 15, ...Array.from({ length: 25 }, () => 60)]);
    assert.equal((await standing()).retryAt, null, 'a day later only people bring the next try');
    await pass(90_000);
    assert.equal(await round(), 0);
    assert.deepEqual(await connectNow(test.db, [account]), [account]);
    assert.deepEqual([await round(), await round()], [1, 0]);
    await pass(11);
    fresh = 'second';
    assert.deepEqual([await round(), await round()], [1, 0]);
    broken = null;
    fresh = 'third';
    await pass(11);
    assert.equal(await round(), 1);
    assert.equal((await standing()).state, 'ready');
  });

  it('counts several mails that fail at once as one try', async () => {
    broken = login;
    const mails = await Promise.all(['one', 'two', 'three'].map((words) => write(words)));
    await Promise.all(mails.map(({ outgoing }) => world.out(outgoing)));
    const { rows } = await test.db.query<{ relay_failures: number }>('SELECT relay_failures FROM accounts');
    assert.deepEqual(rows, [{ relay_failures: 1 }]);
  });

  it('keeps mails waiting for as long as they are tried, and then says so with the reason', async () => {
    broken = refused;
    const said = await write('one');
    await world.out(said.outgoing);
    world.aheadMs = 4 * 3_600_000 + 60_000;
    await world.out(said.outgoing);
    const long = (await world.told(said)).filter((text) => /^@alice/.test(text));
    assert.equal(long.length, 1, 'after four hours its author is named');
    world.aheadMs = 47 * 3_600_000;
    assert.equal(await world.out(said.outgoing), 'retry');
    assert.equal(await world.state(said), 'deferred');
    world.aheadMs = 49 * 3_600_000;
    assert.equal(await world.out(said.outgoing), 'done');
    assert.deepEqual([await world.state(said), await world.sign(said)], ['failed', 'failed']);
    assert.match((await world.told(said)).at(-1) ?? '', /has waited too long[\s\S]*takes no connections/);
  });

  it('is not said to be back by a mail over a connection from before its login was refused', async () => {
    const said = await write('one');
    world.meanwhile = async () => {
      broken = login;
      await round();
      broken = null;
    };
    assert.equal(await world.out(said.outgoing), 'done');
    assert.equal((await standing()).state, 'bad-credentials');
  });

  it('that takes a mail is back, where it had turned another connection away meanwhile', async () => {
    assert.equal(await round(), 1);
    const [first, second] = [await write('one'), await write('two')];
    world.meanwhile = async () => {
      world.meanwhile = () => Promise.resolve();
      broken = crowded;
      assert.equal(await world.out(second.outgoing), 'retry');
      await rest(second);
      broken = null;
    };
    assert.equal(await world.out(first.outgoing), 'done');
    assert.equal((await standing()).state, 'ready');
    const { rows } = await test.db.query('SELECT FROM jobs WHERE subject = $1 AND run_at <= now()', [second.outgoing]);
    assert.equal(rows.length, 1, 'what waited is woken');
    assert.equal(await world.out(second.outgoing), 'done');
  });

  it('is looked at once where nothing was heard of it, and not again for an hour', async () => {
    assert.deepEqual([await round(), await round()], [1, 0]);
    await pass(3_601);
    assert.deepEqual([await round(), await round()], [1, 0]);
    assert.deepEqual(await inLobby(), []);
  });

  it('has rules for each alert that docs/operating.md names', () => {
    assert.equal(new Set(alertRules.map(({ alert }) => alert)).size, alertRules.length);
  });
});

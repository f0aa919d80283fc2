/** The breaker over all outgoing mail, over a real database and the real handler. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { breakerCommand } from '../../../src/cli/breaker.ts';
import { UsageError } from '../../../src/cli/command.ts';
import { askBreaker, breakerFigures, breakerState } from '../../../src/db/mail-tables/breaker.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { Database } from '../../../src/db/pool.ts';
import { mailBreaker } from '../../../src/commands/outcome/breaker.ts';
import { Worker } from '../../../src/queue/worker.ts';
import { unquoted } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

describe('the breaker', () => {
  const server = suiteServer();
  let test: TestDatabase;
  const parser = suiteParser();
  let other: Database;
  let core: HandlerCore;
  let w: OurMails;

  beforeEach(async () => {
    test = await server.database();
    other = new Database({ url: test.url, onError: () => undefined });
    ({ core, mails: w } = await handlerWorld({ test, parser, accounts: [unquoted] }));
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });
  const db = () => test.db;

  it('stops everything above its volume, loudly, and lets all of it go when it is reset, in order', async (t) => {
    w.breaker = 3;
    const life = await Heartbeat.start(db(), { leaseMs: 60_000, onError: () => undefined });
    t.after(() => life.stop());
    const ended = new Map<string, number>();
    let onEnd = (): void => undefined;
    const worker = new Worker(
      { ...w.handler(), keys: 1 },
      {
        db: db(),
        log: core.log,
        accounts: () => ['support'],
        random: () => 0,
        failpoint: () => undefined,
        count: (_queue, end) => {
          ended.set(end, (ended.get(end) ?? 0) + 1);
          onEnd();
        },
      },
    );
    const until = (end: string, times: number) =>
      new Promise<void>((resolve) => {
        onEnd = () => {
          if ((ended.get(end) ?? 0) >= times) resolve();
        };
        onEnd();
      });
    const said: Said[] = [];
    for (let n = 0; n < 8; n++) said.push(await w.write('News', { thread: String(n) }));
    await worker.start();
    t.after(() => worker.stop());
    await until('retry', 5);
    assert.equal(w.handed.length, 3);
    assert.equal(core.errors.length, 1);
    assert.match((await w.told()).join(), /All outgoing mail is stopped: 4 mails within ten minutes/);
    assert.equal((await breakerFigures(db())).open, true);
    assert.match(await w.command(mailBreaker), /has been stopped since .*; 5 mails wait/);
    assert.match(await w.command(mailBreaker, ['reset']), /5 mails that waited go out/);
    await until('done', 8);
    assert.equal(w.handed.length, 8);
    const { rows } = await db().query<{ outgoing: string }>('SELECT outgoing FROM outgoing ORDER BY settled_at');
    assert.deepEqual(
      rows.map(({ outgoing }) => outgoing),
      said.map(({ outgoing }) => outgoing),
    );
    assert.match(await w.command(mailBreaker, ['reset']), /not stopped/);
    assert.match(await w.command(mailBreaker), /Outgoing mail is not stopped: 0 mails/);
  });

  it('trips once, whoever counts at the same time', async () => {
    w.breaker = 10;
    const said: Said[] = [];
    for (let n = 0; n < 16; n++) said.push(await w.write('News', { thread: String(n) }));
    await Promise.all(said.map(({ outgoing }, n) => w.out(outgoing, n % 2 === 0 ? db() : other)));
    assert.equal(w.handed.length, 10);
    assert.equal(core.errors.length, 1);
    assert.equal((await w.told()).length, 1);
  });

  it('stays open over a restart, and does not count further tries', async () => {
    w.breaker = 2;
    w.reply = '451 later';
    const said = [await w.say('one'), await w.say('two', { thread: 'two' })];
    for (const { outgoing } of said) await w.out(outgoing);
    assert.equal((await breakerState(db())).openedAt, null);
    await w.say('three');
    assert.equal((await askBreaker(other, new Date())).open, true);
    assert.equal(w.handed.length, 4);
  });

  it('trips when most of what goes out is refused', async () => {
    w.breaker = 300;
    w.reply = '550 5.7.1 We do not like you';
    for (let n = 0; n < 20; n++) await w.say(`News ${String(n)}`);
    assert.equal((await breakerState(db())).reason, 'refusals');
    await w.say('More news');
    assert.equal(w.handed.length, 20);
    assert.match((await w.told()).join(), /20 mails were refused within ten minutes/);
  });

  it('is shown and reset on the command line, while the bridge runs or not', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-breaker-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'config.yaml');
    const server = { host: '127.0.0.1', port: 1, user: 'x', password: 'x' };
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:9000' },
      secret: 's'.repeat(32),
      database: { url: test.url },
      accounts: { support: { address: 'support@mailroom.test', name: 'Support', imap: server, smtp: server } },
    };
    // JSON is YAML too.
    await writeFile(file, JSON.stringify(config));
    const mailroom = async (...args: string[]): Promise<string> => {
      let said = '';
      const out = (text: string): void => void (said += text);
      const io = { env: {}, out, err: out, stopped: new Promise<string>(() => undefined), onFatal: () => undefined };
      const code = await breakerCommand.run([...args, '--config', file], io);
      return `${String(code)} ${said}`;
    };
    assert.match(await mailroom(), /^0 Outgoing mail is not stopped: 0 mails/);
    assert.match(await mailroom('reset'), /^0 Outgoing mail is not stopped/);
    w.breaker = 1;
    await w.say('one');
    await w.say('two');
    assert.match(await mailroom(), /^1 All outgoing mail .*stopped since .*\(volume: 2\)/);
    assert.match(await mailroom('reset'), /^0 (?:Reset|Outgoing mail flows again)/);
    assert.match(await mailroom(), /^0 Outgoing mail is not stopped/);
    assert.match((await w.told()).join('\n'), /is not stopped any more \(/);
    await assert.rejects(mailroom('open'), UsageError);
  });
});

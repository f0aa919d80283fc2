import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '../../../tools/servers/wait.ts';
import type { AccountId } from '../../../src/bridge/types.ts';
import { Database } from '../../../src/db/pool.ts';
import { AccountSupervisor } from '../../../src/imap/lease.ts';
import type { SupervisorOptions } from '../../../src/imap/lease.ts';
import { defaultTiming, systemClock } from '../../../src/imap/settings.ts';
import type { Clock, ImapAccount } from '../../../src/imap/settings.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { ids, quiet } from '../../support/handlers/fixtures.ts';
import { StandInImap } from '../../support/imap-stand-in.ts';

const NAMES = ['a', 'b', 'c', 'd'];

describe('accounts that several processes serve', () => {
  let server: TestServer;
  let imap: StandInImap;
  let test: TestDatabase;
  const stops: (() => Promise<void>)[] = [];
  before(async () => {
    server = await startTestServer();
    imap = await new StandInImap().start();
    test = await server.database();
  });
  after(async () => {
    for (const stop of stops.reverse()) await stop();
    await imap.stop();
    await test.close();
    await server.stop();
  });

  const account = (id: string): ImapAccount => ({
    account: id as AccountId,
    imap: {
      ...{ host: '127.0.0.1', port: imap.port, security: 'none' as const, ca: null, user: id, password: 'right' },
      ...{ mailboxes: ['INBOX'], sentMailbox: null, follow: null, firstStartDays: 0, mailSize: 1_000_000 },
      ...{ pollMs: 60_000, timing: defaultTiming() },
    },
    login: ids.login('127.0.0.1', String(imap.port), id, 'right'),
  });

  function supervisor(db: Database, names: readonly string[], options: Partial<SupervisorOptions>, clock?: Clock) {
    const made = new AccountSupervisor(
      {
        ...{ db, log: quiet, clock: clock ?? systemClock(), failpoint: () => undefined },
        isOwnMessageId: () => false,
        hooks: { onState: () => undefined, onMails: () => undefined, onFailure: () => undefined },
      },
      names.map(account),
      { leaseMs: 2_000, staggerMs: 0, ...options },
    );
    stops.push(() => made.stop());
    return made;
  }

  /** Another process has connections and a name of its own. */
  function another(): Database {
    const db = new Database({ url: test.url, connections: 4, onError: () => undefined });
    stops.push(() => db.close());
    return db;
  }

  /** A process: its heartbeat, and what watches its mailboxes. */
  async function process(options: Partial<SupervisorOptions>) {
    const db = another();
    const life = await Heartbeat.start(db, { leaseMs: 20_000, accounts: NAMES, onError: () => undefined });
    const made = supervisor(db, NAMES, options);
    return { made, life };
  }

  it('are shared by those that begin together, and taken over by one where the other ends', async () => {
    const first = await process({ peers: 2 });
    await first.made.start();
    assert.equal(first.made.held().length, 2, 'the other half is for the other');
    const second = await process({ peers: 2, surplusMs: 0 });
    await second.made.start();
    assert.equal(second.made.held().length, 2);
    await first.made.stop();
    await first.life.stop();
    await until(() => second.made.held().length === 4, { what: 'all with the second', within: 30_000 });

    // One that comes later gets its share as well.
    const third = await process({});
    await third.made.start();
    await until(() => second.made.held().length === 2 && third.made.held().length === 2, {
      ...{ what: 'two and two', within: 30_000 },
    });
    for (const { made, life } of [second, third]) {
      await made.stop();
      await life.stop();
    }
  });

  it('are all those of one process where the others serve other accounts', async () => {
    const db = another();
    const life = await Heartbeat.start(db, { leaseMs: 20_000, accounts: ['x', 'y'], onError: () => undefined });
    const alone = supervisor(test.db, NAMES, {});
    await alone.start();
    assert.equal(alone.held().length, 4);
    await alone.stop();
    await life.stop();
  });

  it('connect one after the other, by one timer however many there are', async () => {
    // A hundred accounts that begin at once, by a clock that stands still.
    const slept: number[] = [];
    const clock: Clock = {
      now: () => 0,
      random: () => 0.5,
      sleep: (ms, signal) => {
        slept.push(ms);
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      },
    };
    const names = Array.from({ length: 100 }, (_, at) => `n${String(at)}`);
    const many = supervisor(test.db, names, { staggerMs: 50, leaseMs: 600_000 }, clock);
    await many.start();
    const pauses = slept.filter((ms) => ms > 0 && ms < 100_000).sort((a, b) => a - b);
    assert.deepEqual(
      pauses,
      Array.from({ length: 99 }, (_, at) => 50 * (at + 1)),
    );
    await many.stop();

    const timers = () => globalThis.process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const real = systemClock();
    const scope = new AbortController();
    const sleeping = names.map((_, at) => real.sleep(60_000 + at, scope.signal));
    const order: string[] = [];
    const soon = [
      real.sleep(20, scope.signal).then(() => order.push('20')),
      real.sleep(5, scope.signal).then(() => order.push('5')),
    ];
    assert.equal(timers(), before + 1);
    await Promise.all(soon);
    assert.deepEqual(order, ['5', '20']);
    assert.equal(timers(), before + 1);
    scope.abort();
    await Promise.all(sleeping);
    assert.equal(timers(), before);
  });
});

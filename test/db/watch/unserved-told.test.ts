/** What people are told in rooms of an account that no process serves, and what becomes of what they say there. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { AccountId, EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { saveIdentity } from '../../../src/db/account-identities.ts';
import { storeEvents } from '../../../src/db/intake-tables/events.ts';
import { Database } from '../../../src/db/pool.ts';
import { Heartbeat } from '../../../src/queue/heartbeat.ts';
import { lastReturn, takeReturn } from '../../../src/queue/service.ts';
import { tellUnserved } from '../../../src/watch/unserved-told.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const room = '!gone:matrix.test' as RoomId;
const HOUR = 3_600_000;

describe('an account that was taken out of the config', () => {
  let server: TestServer;
  let test: TestDatabase;
  let core: HandlerCore;
  let life: Heartbeat;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    ({ core } = await handlerWorld({ test, accounts: [teamAccount('support'), teamAccount('gone')] }));
    core.accounts.delete('gone' as AccountId);
    life = await Heartbeat.start(test.db, { leaseMs: 60_000, accounts: ['support'], onError: assert.ifError });
    await test.db.query(
      `INSERT INTO account_service (account, served_at) VALUES ('gone', now() - interval '10 minutes')`,
    );
    await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ('t', 'gone', 'x', 'x')`);
    await core.roomRow(room, 't' as ThreadId, 'gone');
    await test.db.transaction((tx) =>
      saveIdentity(tx, {
        account: 'gone' as AccountId,
        host: 'h',
        user: 'u',
        address: 'gone@mailroom.test',
        name: 'Vertrieb',
        language: 'de',
      }),
    );
  });
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
    await life.stop();
    await test.close();
  });

  let count = 0;
  const event = async (sender: UserId = alice, type = 'm.room.message') => {
    const body = Buffer.from(JSON.stringify({ type, sender, content: { msgtype: 'm.text', body: 'Hello?' } }));
    count += 1;
    const one = { event: `$${String(count)}` as EventId, room, type, sender, body, ignored: null, echoOf: null };
    await test.db.transaction((tx) => storeEvents(tx, [one]));
  };
  const tell = (graceMs = 60_000) => tellUnserved({ ...core.deps(), graceMs });
  const told = async () =>
    (
      await test.db.query<{ body: string; room: string; account: string }>(
        `SELECT content ->> 'body' AS body, room, account FROM matrix_sends ORDER BY at`,
      )
    ).rows;
  const open: Database[] = [];
  /** A process with the account begins. */
  const serve = () => {
    const db = new Database({ url: test.url, onError: () => undefined });
    open.push(db);
    return Heartbeat.start(db, { leaseMs: 60_000, accounts: ['gone'], unservedMs: HOUR, onError: assert.ifError });
  };

  it('answers once in each room, in its own words, carried by an account that is served', async () => {
    await event();
    assert.equal(await tell(), 1);
    await event();
    assert.equal(await tell(), 0);
    const [one, ...more] = await told();
    assert.deepEqual([one?.room, one?.account, more], [room, 'support', []]);
    assert.match(one?.body ?? '', /^Mailroom betreut das Konto Vertrieb zurzeit nicht/);
  });

  it('says nothing of its own accord, to itself, for a reaction, and during a restart', async () => {
    assert.equal(await tell(), 0);
    await event(bot);
    await event(alice, 'm.reaction');
    assert.equal(await tell(), 0);
    await event();
    assert.equal(await tell(HOUR), 0);
  });

  it('is silent while any process serves it, and answers anew the next time', async () => {
    await event();
    assert.equal(await tell(), 1);
    const other = await serve();
    await event();
    assert.equal(await tell(), 0);
    await other.stop();
    await test.db.query(`UPDATE account_service SET served_at = now() - interval '5 minutes' WHERE account = 'gone'`);
    assert.equal(await tell(), 1);
  });

  it('has what was said meanwhile put aside at its return, however soon, where people were told', async () => {
    await event();
    await tell();
    const other = await serve();
    assert.notEqual(await test.db.transaction((tx) => takeReturn(tx, 'gone')), null);
    await other.stop();
  });

  it('has nothing put aside at a return that soon where nobody was told', async () => {
    const other = await serve();
    assert.equal(await test.db.transaction((tx) => takeReturn(tx, 'gone')), null);
    assert.equal(await lastReturn(test.db, 'gone'), null);
    await other.stop();
  });

  it('speaks by its key, in English, where no config has ever said its name', async () => {
    await test.db.query('DELETE FROM account_identities');
    await event();
    await tell();
    assert.match((await told())[0]?.body ?? '', /^Mailroom does not look after the account gone/);
  });
});

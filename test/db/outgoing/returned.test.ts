/**
 * What waited while nobody served an account, and what is kept of attempts, over a real database and the real handlers.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import type { EventId, JsonObject, MessageKey, RoomId } from '../../../src/bridge/types.ts';
import { mailWhy } from '../../../src/commands/mails/why.ts';
import { mailAttempts } from '../../../src/db/mail-tables/outgoing-attempts.ts';
import { asideSince, settleAside } from '../../../src/db/mail-tables/returned-mails.ts';
import { putReturnedAside } from '../../../src/outgoing/returned.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { alice, teamAccount, unquoted } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const DAY = 86_400_000;

describe('what waited while nobody served its account', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let core: HandlerCore;
  let rooms: Rooms;
  let w: OurMails;
  beforeEach(async () => {
    test = await server.database();
    ({ core, rooms, mails: w } = await handlerWorld({ test, parser, accounts: [unquoted] }));
  });
  afterEach(() => test.close());

  /** The account comes back after two hours without a process. */
  const comeBack = async () => {
    await test.db.query(
      `INSERT INTO account_service (account, returned_from, returned_at, return_noted)
       VALUES ('support', now() - interval '2 hours', now(), false)
       ON CONFLICT (account) DO UPDATE SET returned_from = excluded.returned_from, returned_at = now(), return_noted =
       false`,
    );
    await putReturnedAside(core.deps(), 2 * DAY);
  };
  const yes = (outgoing: MessageKey, to: 'released' | 'cancelled') =>
    test.db.transaction((tx) => settleAside(tx, outgoing, to, alice));

  it('is told in its room once, and mailed after a yes', async () => {
    const said = await w.write('Where are the lamps?');
    await comeBack();
    await w.out(said.outgoing);
    await w.out(said.outgoing);
    assert.deepEqual(w.handed, []);
    const told = await w.told();
    assert.equal(told.length, 1);
    assert.match(told.join(), /Mailroom had not looked after this account/);
    assert.equal(await yes(said.outgoing, 'released'), true);
    await w.out(said.outgoing);
    assert.equal(w.handed.length, 1);
  });

  it('is never mailed after a no', async () => {
    const said = await w.write('Where are the lamps?');
    await comeBack();
    await yes(said.outgoing, 'cancelled');
    await w.out(said.outgoing);
    assert.deepEqual(w.handed, []);
  });

  it('leaves alone what was composed a moment ago, and asks about what is older than retries last', async () => {
    w.reply = '451 4.7.1 later';
    const [old, fresh] = [await w.write('old'), await w.write('fresh', { thread: 'other' })];
    for (const { outgoing } of [fresh, old]) await w.out(outgoing);
    await test.db.query(`UPDATE outgoing SET frozen_at = now() - interval '3 days' WHERE outgoing = $1`, [
      old.outgoing,
    ]);
    await comeBack();
    assert.deepEqual(
      [await asideSince(test.db, fresh.outgoing), (await asideSince(test.db, old.outgoing)) !== null],
      [null, true],
    );
    w.reply = '250 ok';
    await yes(old.outgoing, 'released');
    await w.out(old.outgoing);
    const { rows } = await test.db.query<{ state: string }>('SELECT state FROM outgoing WHERE outgoing = $1', [
      old.outgoing,
    ]);
    assert.deepEqual(rows, [{ state: 'sent' }]);
  });

  const edited = (of: EventId) => ({
    msgtype: 'm.text',
    body: '* New words',
    'm.new_content': { msgtype: 'm.text', body: 'New words' },
    'm.relates_to': { rel_type: 'm.replace', event_id: of },
  });
  const changes: [string, string, (of: EventId) => JsonObject][] = [
    ['edited', 'm.room.message', edited],
    ['redacted', 'm.room.redaction', (of) => ({ redacts: of })],
  ];
  for (const [what, type, content] of changes) {
    it(`can be discarded and not changed where it is ${what} after it was composed, and is told so`, async () => {
      const room = '!room:matrix.test' as RoomId;
      w.reply = '451 4.7.1 later';
      const said = await w.say('Where are the lamps?');
      await core.roomRow(room, w.threadOf());
      await test.db.query(`UPDATE outgoing SET frozen_at = now() - interval '3 days'`);
      await comeBack();
      const [heard, ...more] = await rooms.event(room, alice, type, content(said.event));
      assert.ok(heard !== undefined && more.length === 0);
      assert.match(heard.body, /waits for a yes and can no longer be changed/);
      await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$asked' WHERE purpose = 'returned'`);
      await rooms.event(room, alice, 'm.reaction', {
        'm.relates_to': { rel_type: 'm.annotation', event_id: '$asked', key: '❌' },
      });
      assert.equal(await w.state(said), 'cancelled');
    });
  }

  it('is not said to be mailed where it is deleted while the relay still defers it', async () => {
    const room = '!room:matrix.test' as RoomId;
    w.reply = '451 4.7.1 later';
    const said = await w.say('Where are the lamps?');
    await core.roomRow(room, w.threadOf());
    const [heard] = await rooms.event(room, alice, 'm.room.redaction', { redacts: said.event });
    assert.match(heard?.body ?? '', /can no longer be changed or called back.* has not taken it for everybody yet/);
    w.reply = '250 ok';
    await w.out(said.outgoing);
    const [late] = await rooms.event(room, alice, 'm.room.redaction', { redacts: said.event });
    assert.match(late?.body ?? '', /was mailed already/);
  });

  it('is shown by !mail why and by HTTP what each attempt came to', async () => {
    w.reply = '451 4.7.1 come back later';
    const said = await w.say('Where are the lamps?');
    w.reply = '250 ok';
    await w.out(said.outgoing);
    const why = await w.command(mailWhy, [], said.event);
    assert.match(why, /451 4\.7\.1 come back later[^]*250/);
    const operation = OPERATIONS.find(({ id }) => id === 'why');
    const { accounts, ids, ghosts, db } = core.deps();
    const asked = await operation?.run({ db, accounts, ids, ghosts }, { message: said.event });
    const shape = z.object({ attempts: z.array(z.object({ attempt: z.int(), outcome: z.string(), code: z.int() })) });
    assert.deepEqual(shape.parse(asked?.answer).attempts, [
      { attempt: 1, outcome: 'deferred', code: 451 },
      { attempt: 2, outcome: 'accepted', code: 250 },
    ]);
  });

  it('keeps what each attempt came to, with the words of the relay', async () => {
    w.reply = '451 4.7.1 come back later';
    const said = await w.write('Where are the lamps?');
    await w.out(said.outgoing);
    w.reply = '550 5.1.1 nobody here';
    await w.out(said.outgoing);
    const kept = await mailAttempts(test.db, said.outgoing);
    assert.deepEqual(
      kept.map(({ attempt, outcome, code, enhanced, words }) => [attempt, outcome, code, enhanced, words]),
      [
        [1, 'deferred', 451, '4.7.1', 'come back later'],
        [2, 'refused', 550, '5.1.1', 'nobody here'],
      ],
    );
  });
});

describe('what people said while nobody served the account', () => {
  let server: TestServer;
  let test: TestDatabase;
  before(async () => {
    server = await startTestServer();
    test = await server.database();
  });
  after(async () => {
    await test.close();
    await server.stop();
  });

  it('waits for a yes, which a reaction to it gives; what is said after the return does not', async () => {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'thread');
    await test.db.query(
      `INSERT INTO account_service (account, returned_from, returned_at)
       VALUES ('support', now() - interval '2 hours', now() + interval '1 hour')`,
    );
    await rooms.say(room, alice, 'Said meanwhile');
    const mails = async () => {
      const { rows } = await test.db.query<{ event: EventId; state: string | null; jobs: number }>(
        `SELECT e.event, r.state, (SELECT count(*) FROM jobs WHERE subject = e.outgoing) AS jobs
         FROM outgoing_events e LEFT JOIN returned_mails r USING (outgoing) ORDER BY e.sent_at`,
      );
      return rows;
    };
    const [first] = await mails();
    assert.ok(first);
    assert.equal(first.state, 'waiting');
    await test.db.query(`UPDATE account_service SET returned_at = now() - interval '1 hour'`);
    await test.db.query(`UPDATE outgoing SET state = 'closed'`);
    await test.db.query(`DELETE FROM jobs WHERE queue = 'mail-out'`);
    const heard = await rooms.event(room, alice, 'm.reaction', {
      'm.relates_to': { rel_type: 'm.annotation', event_id: first.event, key: '✅' },
    });
    assert.match(heard.map(({ body }) => body).join(), /It is mailed now/);
    assert.deepEqual(
      (await mails()).map(({ state, jobs }) => [state, jobs]),
      [['released', 1]],
    );
    await rooms.say(room, alice, 'Said after it');
    assert.deepEqual(
      (await mails()).map(({ state }) => state),
      ['released', null],
    );
  });
});

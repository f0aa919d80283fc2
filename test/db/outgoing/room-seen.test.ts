/**
 * The look at its room before a mail is composed, over a homeserver that pushes nothing: what Mailroom missed while it
 * was down, and every redaction of Dendrite.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId } from '../../../src/bridge/types.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import { setMember, setRoomState } from '../../../src/db/room-tables/rooms.ts';
import type { Address } from '../../../src/mail/types.ts';
import { MatrixClient } from '../../../src/matrix/client.ts';
import { RoomLooks } from '../../../src/matrix/room-look.ts';
import { startTestServer } from '../../support/database.ts';
import type { TestDatabase, TestServer } from '../../support/database.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';
import type { StandInRoom } from '../../support/homeserver.ts';
import { alice, bob, bot, ghosts, unquoted } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const room = '!room:matrix.test' as RoomId;
const ghost = ghosts.ghost('bob@outside.test' as Address);

/** Knows every mail by what it is called: what is in it does not matter here. */
const parser = standInParser();

/** The process ended here. */
class Ended extends Error {}

describe('a mail whose hold is over', () => {
  let server: TestServer;
  let test: TestDatabase;
  let core: HandlerCore;
  let rooms: Rooms;
  let world: OurMails;
  let homeserver: StandInHomeserver;
  let client: MatrixClient;
  let there: StandInRoom;
  let ready: boolean;
  let endAt: string | null;

  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    ({ core, rooms, mails: world } = await handlerWorld({ test, parser, accounts: [unquoted] }));
    await world.arrive('Where is the lamp?', { agoMs: 3_600_000 });
    await core.roomRow(room, world.threadOf());
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    for (const user of [bot, ghost]) homeserver.users.add(user);
    there = { ...homeserver.rooms.create(bot, { invite: [alice, bob, ghost] }, String), id: room };
    homeserver.rooms.byId.set(room, there);
    for (const user of [alice, bob, ghost]) homeserver.rooms.member(room, user, user, { membership: 'join' });
    await setMember(test.db, { room, account: core.account.id, user: ghost, membership: 'join' });
    client = new MatrixClient({ url: homeserver.url, token: 'as', timeoutMs: 20_000 });
    [ready, endAt] = [true, null];
    begin();
  });
  afterEach(async () => {
    client.close();
    await homeserver.stop();
    await test.close();
  });

  /** A process begins: it remembers no look. */
  function begin(): void {
    const looks = new RoomLooks({
      client,
      db: test.db,
      codec: ghosts,
      isReady: () => ready,
      now: () => performance.now(),
      failpoint: (name) => {
        if (name === endAt) throw new Ended(name);
      },
    });
    world.look = (asked) => looks.look(asked);
  }

  /** Somebody has said something, its hold is over, and Mailroom knows all until here. */
  async function wrote(words: string, more: Parameters<OurMails['write']>[1] = {}): Promise<Said> {
    const said = await world.write(words, { open: true, ...more });
    const content = { msgtype: 'm.text', body: words };
    const sender = more.author ?? alice;
    there.timeline.push({
      event_id: said.event,
      room_id: room,
      type: 'm.room.message',
      sender,
      content,
      origin_server_ts: 1,
    });
    return said;
  }
  const edit = (said: Said, body: string) =>
    homeserver.say(room, alice, {
      msgtype: 'm.text',
      body: `* ${body}`,
      'm.new_content': { msgtype: 'm.text', body },
      'm.relates_to': { rel_type: 'm.replace', event_id: said.event },
    });
  const redact = (said: Said) => homeserver.rooms.redact(room, alice, said.event, undefined);
  const react = (said: Said, key: string) =>
    homeserver.say(
      room,
      alice,
      { 'm.relates_to': { rel_type: 'm.annotation', event_id: said.event, key } },
      'm.reaction',
    );
  const pages = () => homeserver.requests.filter((name) => name.endsWith('/messages')).length;

  /** Decides what waits in the room. */
  async function decide(): Promise<number> {
    const { rows } = await test.db.query<{ event: EventId }>(
      `SELECT event FROM events WHERE state = 'waiting'
       ORDER BY received_at, (SELECT job FROM jobs WHERE subject = event)`,
    );
    for (const { event } of rows) await rooms.handle(event);
    return rows.length;
  }

  /** Runs the mail's job and what it waits for, until it waits for nothing. */
  async function leaves(said: Said): Promise<string> {
    for (let tries = 0; tries < 10; tries += 1) {
      const end = await world.out(said.outgoing);
      if (end !== 'retry' || (await decide()) === 0) return end;
    }
    throw new Error('it never ends');
  }

  async function bytes(said: Said): Promise<string> {
    let raw = '';
    for await (const piece of readMailBytes(test.db, said.outgoing)) raw += String(piece);
    return raw;
  }

  it('is mailed after one request where nothing happened', async () => {
    const said = await wrote('Hello.');
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'sent');
    assert.equal(pages(), 1);
  });

  const deletions: [string, (said: Said) => unknown][] = [
    ['was deleted', redact],
    ['was taken back by ❌', (said) => react(said, '❌')],
    ['became a note', (said) => edit(said, '!note only us')],
    [
      'was deleted and shows that alone',
      (said) => {
        redact(said);
        there.timeline.pop();
      },
    ],
    [
      'was deleted without any trace but its emptiness',
      (said) => {
        redact(said);
        there.timeline.pop();
        const at = there.timeline.findIndex(({ event_id: id }) => id === said.event);
        const { unsigned: _told, ...empty } = there.timeline[at] ?? assert.fail();
        there.timeline[at] = empty;
      },
    ],
    [
      'got an edit that cannot be read',
      (said) =>
        homeserver.say(
          room,
          alice,
          { ciphertext: 'x', 'm.relates_to': { rel_type: 'm.replace', event_id: said.event } },
          'm.room.encrypted',
        ),
    ],
  ];
  for (const [what, change] of deletions) {
    it(`is never mailed where it ${what} and nobody told Mailroom`, async () => {
      const said = await wrote('He is a liar.');
      change(said);
      assert.equal(await leaves(said), 'done');
      assert.equal(await world.state(said), 'cancelled');
      assert.deepEqual(world.handed, []);
    });
  }

  it('is mailed with its last words, and without what was deleted of it', async () => {
    const said = await wrote('Helo.');
    edit(said, 'Hallo.');
    edit(said, 'Hello.');
    assert.equal(await leaves(said), 'done');
    assert.match(await bytes(said), /\r\n\r\nHello\./);
    assert.equal(world.handed.length, 1);
  });

  it('gets what its author said besides and was not pushed, and holds that as well', async () => {
    homeserver.say(room, alice, 'First.');
    const first = there.timeline.at(-1) ?? assert.fail();
    await rooms.push({ ...first });
    await decide();
    const { rows } = await test.db.query<{ outgoing: Said['outgoing'] }>(
      `UPDATE outgoing SET send_after = now(), send_by = now() + interval '1 hour' RETURNING outgoing`,
    );
    const { outgoing } = rows[0] ?? assert.fail();
    homeserver.say(room, alice, 'Second.');
    assert.equal(await world.out(outgoing), 'retry', 'what was found is decided first');
    await decide();
    assert.equal(await world.out(outgoing), 'retry', 'the hold goes on');
    const mails = await test.db.query('SELECT outgoing, state FROM outgoing');
    assert.deepEqual(mails.rows, [{ outgoing, state: 'open' }]);
    const said = await test.db.query('SELECT FROM outgoing_events WHERE outgoing = $1', [outgoing]);
    assert.equal(said.rows.length, 2);
    assert.equal(pages(), 1);
  });

  it('is not mailed where it was deleted far back, and the reading back at the next start has no gap', async () => {
    const said = await wrote('He is a liar.');
    redact(said);
    for (let n = 0; n < 1_200; n += 1) homeserver.say(room, bob, `Something else ${String(n)}.`);
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'cancelled');
    assert.equal(pages(), 10);
    const { rows } = await test.db.query('SELECT FROM transactions WHERE fallen');
    assert.equal(rows.length, 1);
  });

  it('looks once for several mails of a room whose holds are over', async () => {
    const hers = await wrote('Hers.');
    const his = await wrote('His.', { author: bob, to: ['carol@outside.test' as Address] });
    edit(hers, 'Hers, changed.');
    // A look counts for a mail whose hold was over when it began, however slow the machine is.
    await since(5_000);
    await Promise.all([world.out(hers.outgoing), world.out(his.outgoing)]);
    await decide();
    assert.deepEqual([await leaves(hers), await leaves(his)], ['done', 'done']);
    assert.match(await bytes(hers), /Hers, changed\./);
    assert.equal(pages(), 1);
  });

  it('waits while the homeserver is away, and is looked at when it is back', async () => {
    const said = await wrote('He is a liar.');
    redact(said);
    homeserver.failNext(/\/messages$/, { status: 502 }, 3);
    for (let tries = 0; tries < 3; tries += 1) assert.equal(await world.out(said.outgoing), 'retry');
    assert.equal(await world.state(said), 'open');
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'cancelled');
  });

  const since = (ms: number) =>
    test.db.query(`UPDATE outgoing SET send_after = now() - $1 * interval '1 ms'`, [ms]).then(() => undefined);

  it('says that it waits where its room cannot be read for long, and asks after an hour', async () => {
    const said = await wrote('Hello.');
    homeserver.failNext(/\/messages$/, { status: 500 }, 100);
    await since(60_000);
    assert.equal(await world.out(said.outgoing), 'retry');
    assert.deepEqual(await world.told(said), []);
    await since(660_000);
    for (let tries = 0; tries < 3; tries += 1) assert.equal(await world.out(said.outgoing), 'retry');
    const [told, ...more] = await world.told(said);
    assert.match(told ?? '', /This is not mailed yet: the Matrix server does not let me read this room/);
    assert.equal(more.length, 0);
    assert.equal(await world.sign(said), 'deferred');
    await since(3_600_000);
    assert.equal(await world.out(said.outgoing), 'done');
    assert.match((await world.told(said)).at(-1) ?? '', /✅ to mail it as it stands here, with ❌ to discard it/);
    assert.deepEqual(world.handed, []);
  });

  it('is looked at by a ghost where the bot was removed', async () => {
    const [said, deleted] = [await wrote('Hello.'), await wrote('He is a liar.', { author: bob })];
    homeserver.rooms.redact(room, bob, deleted.event, undefined);
    homeserver.rooms.member(room, alice, bot, { membership: 'leave' });
    await setRoomState(test.db, room, 'gone');
    assert.equal(await leaves(said), 'done');
    assert.equal(await leaves(deleted), 'done');
    assert.deepEqual([await world.state(said), await world.state(deleted)], ['sent', 'cancelled']);
  });

  for (const [what, sign, state] of [
    ['mailed as it stands', '✅', 'sent'],
    ['discarded', '❌', 'cancelled'],
  ] as const) {
    it(`is asked about where nobody of ours is in its room any more, and is ${what} on ${sign}`, async () => {
      const said = await wrote('Hello, and a\nlong word.');
      for (const user of [bot, ghost]) homeserver.rooms.member(room, alice, user, { membership: 'ban' });
      assert.equal(await world.out(said.outgoing), 'retry', 'an invitation may come back');
      await since(20_000);
      assert.equal(await world.out(said.outgoing), 'done');
      assert.equal(await world.out(said.outgoing), 'done');
      const [told, ...more] = await world.told(said);
      assert.match(told ?? '', /I can no longer read the room .*“Hello, and a long word\.”/);
      assert.equal(more.length, 0);
      assert.deepEqual(world.handed, []);
      // In the room that takes the place of the lost one.
      const next = '!next:matrix.test' as RoomId;
      await setRoomState(test.db, room, 'replaced', next);
      await test.db.query(
        `INSERT INTO rooms (room, account, kind, thread, alias, state, generation) VALUES ($1, 'support', 'thread', $2,
           $1, 'active', 1)`,
        [next, world.threadOf()],
      );
      await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$asked' WHERE purpose = 'returned'`);
      await rooms.event(next, alice, 'm.reaction', {
        'm.relates_to': { rel_type: 'm.annotation', event_id: '$asked', key: sign },
      });
      assert.equal(await world.out(said.outgoing), 'done');
      assert.equal(await world.state(said), state);
      assert.equal(world.handed.length, state === 'sent' ? 1 : 0);
    });
  }

  it('is looked at before anything is refused only once the bot can act', async () => {
    const said = await wrote('Hello.');
    ready = false;
    await since(7_200_000);
    assert.equal(await world.out(said.outgoing), 'retry');
    assert.equal(pages(), 0);
    ready = true;
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'sent');
  });

  it('is looked at where nothing joins it any more, as without a hold', async () => {
    const said = await wrote('He is a liar.');
    await test.db.query(`UPDATE outgoing SET state = 'closed'`);
    redact(said);
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'cancelled');
  });

  it('is looked at again after a yes that took its time', async () => {
    const said = await wrote('He is a liar.');
    await test.db.query(
      `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason)
       VALUES ($1, 'support', $2, 'held', 'hops')`,
      [said.outgoing, world.threadOf()],
    );
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'closed', 'it was stopped, and waits for a yes');
    await test.db.query(`UPDATE brake_verdicts SET state = 'released'`);
    redact(said);
    begin();
    assert.equal(await leaves(said), 'done');
    assert.equal(await world.state(said), 'cancelled');
  });

  for (const step of ['look:read', 'look:stored']) {
    it(`is never mailed where it was deleted and the process ended at ${step}`, async () => {
      const said = await wrote('He is a liar.');
      redact(said);
      endAt = step;
      await assert.rejects(world.out(said.outgoing), Ended);
      endAt = null;
      begin();
      assert.equal(await leaves(said), 'done');
      assert.equal(await world.state(said), 'cancelled');
      assert.deepEqual(world.handed, []);
    });
  }
});

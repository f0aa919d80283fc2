import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import type { GuestPerson } from '../../../src/bridge/guest/guest.ts';
import { guestWishes, personWants } from '../../../src/db/guest-tables/guest-people.ts';
import { openGuestRoom } from '../../../src/db/guest-tables/guest-rooms.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, testAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { suiteServer } from '../../support/suite.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

describe('what is said in a room of guests', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;

  before(async () => {
    test = await server.database();
    const guests = { consent: 'answer', delivery: 'now', pages: null, perMemberDay: 20, perDay: 200 } as const;
    const world = await handlerWorld({ test, accounts: [testAccount({ guests })] });
    ({ rooms } = world);
    room = await rooms.room('support', 'thread');
    const { rows } = await test.db.query<{ thread: ThreadId }>('SELECT thread FROM rooms WHERE room = $1', [room]);
    const thread = rows[0]?.thread ?? ('' as ThreadId);
    await test.db.transaction((tx) => openGuestRoom(tx, { thread, account: world.core.account.id, openedBy: alice }));
  });

  async function entries(): Promise<unknown[]> {
    const { rows } = await test.db.query('SELECT kind, event, of, author FROM guest_messages ORDER BY entry');
    return rows;
  }

  async function eventOf(body: string): Promise<EventId> {
    const { rows } = await test.db.query<{ event: EventId }>(
      `SELECT event FROM events WHERE strpos(convert_from(body, 'UTF8'), $1) > 0 ORDER BY received_at DESC LIMIT 1`,
      [body],
    );
    return rows[0]?.event ?? ('' as EventId);
  }

  it('is put down for them and is no mail; notes and commands are not', async () => {
    assert.deepEqual(await rooms.say(room, alice, 'The lamps hang.'), []);
    await rooms.say(room, alice, '!note between us');
    await rooms.say(room, alice, '!mail ping');
    const event = await eventOf('The lamps hang.');
    assert.deepEqual(await entries(), [{ kind: 'said', event, of: null, author: alice }]);
    const { rows } = await test.db.query('SELECT FROM outgoing');
    assert.equal(rows.length, 0);
  });

  it('is edited and taken back there, in the order of the room', async () => {
    const of = await eventOf('The lamps hang.');
    const said = { msgtype: 'm.text', body: 'The lamps hang now.' };
    await rooms.event(room, alice, 'm.room.message', {
      ...said,
      'm.new_content': said,
      'm.relates_to': { rel_type: 'm.replace', event_id: of },
    });
    await rooms.push({
      event_id: '$away',
      room_id: room,
      type: 'm.room.redaction',
      sender: alice,
      redacts: of,
      content: {},
    });
    await rooms.handle('$away' as EventId);
    const found = await entries();
    assert.deepEqual(found.slice(1), [
      { kind: 'edit', event: await eventOf('The lamps hang now.'), of, author: alice },
      { kind: 'redact', event: '$away', of, author: alice },
    ]);
  });

  it('stays an answer of the team in every other room of the account', async () => {
    const other = await rooms.room('support', 'thread');
    await rooms.say(other, alice, 'An answer to Bob.');
    assert.equal((await entries()).length, 3);
    const { rows } = await test.db.query('SELECT FROM outgoing WHERE room = $1', [other]);
    assert.equal(rows.length, 1);
  });
});

describe('what a person wants', () => {
  const server = suiteServer();

  it('is what they said last, also where they said otherwise under an older version of the key', async () => {
    const { db } = await server.database();
    const { id: account } = testAccount();
    const [old, now] = ['old', 'now'] as GuestPerson[];
    assert.ok(old !== undefined && now !== undefined);
    await db.query('INSERT INTO accounts (account) VALUES ($1)', [account]);
    const say = (make: GuestPerson, known: readonly GuestPerson[], delivery: 'daily' | 'hourly' | null) =>
      db.transaction((tx) => personWants(tx, account, { make, known }, delivery));
    await say(old, [old], 'hourly');
    await say(old, [old], null);
    assert.deepEqual(await guestWishes(db, [now, old]), { stopped: false, paused: true, delivery: 'hourly' });
    await say(now, [now, old], null);
    assert.deepEqual(await guestWishes(db, [now, old]), { stopped: false, paused: true, delivery: 'hourly' });
    await say(now, [now, old], 'daily');
    assert.deepEqual(await guestWishes(db, [now, old]), { stopped: false, paused: false, delivery: 'daily' });
  });
});

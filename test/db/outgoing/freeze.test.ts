/** The moment in which the bytes of a mail are fixed: what was received before it counts, whatever is under way. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { EventId, JsonObject, RoomId } from '../../../src/bridge/types.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, unquoted } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const room = '!room:matrix.test' as RoomId;

/** Knows every mail by what it is called: what is in it does not matter here. */

describe('a mail whose bytes are fixed', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let core: HandlerCore;
  let rooms: Rooms;
  let world: OurMails;
  /** Happens while the mail is composed, once. */
  let meanwhile: () => Promise<void>;

  const parser = standInParser(async () => {
    const now = meanwhile;
    meanwhile = () => Promise.resolve();
    await now();
  });

  beforeEach(async () => {
    meanwhile = () => Promise.resolve();
    test = await server.database();
    ({ core, rooms, mails: world } = await handlerWorld({ test, parser, accounts: [unquoted] }));
    await world.arrive('Where is the lamp?', { agoMs: 3_600_000 });
    await core.roomRow(room, world.threadOf());
  });

  /** The homeserver pushes an event; its job waits. */
  const push = (type: string, content: JsonObject): Promise<EventId> =>
    rooms.push({
      event_id: `$push${String(++core.count)}`,
      room_id: room,
      type,
      sender: alice,
      content,
      origin_server_ts: 1,
    });

  const takeBacks: [string, (said: Said) => Promise<EventId>][] = [
    ['a redaction', (said) => push('m.room.redaction', { redacts: said.event })],
    [
      '❌',
      (said) => push('m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: said.event, key: '❌' } }),
    ],
    [
      'an edit into a note',
      (said) =>
        push('m.room.message', {
          msgtype: 'm.text',
          body: '* !note x',
          'm.new_content': { msgtype: 'm.text', body: '!note x' },
          'm.relates_to': { rel_type: 'm.replace', event_id: said.event },
        }),
    ],
  ];
  for (const [what, takeBack] of takeBacks) {
    it(`never leaves where ${what} was received before, and its job has not run yet`, async () => {
      const said = await world.write('He is a liar.');
      const event = await takeBack(said);
      assert.equal(await world.out(said.outgoing), 'retry');
      assert.equal(await world.state(said), 'closed');
      await rooms.handle(event);
      assert.equal(await world.state(said), 'cancelled');
      assert.equal(await world.out(said.outgoing), 'done');
      assert.deepEqual(world.handed, []);
    });

    it(`never leaves where ${what} is received while it is composed`, async () => {
      const said = await world.write('He is a liar.');
      meanwhile = async () => {
        await takeBack(said);
      };
      assert.equal(await world.out(said.outgoing), 'retry');
      assert.equal(await world.state(said), 'closed');
      assert.deepEqual(world.handed, []);
    });

    it(`never leaves where ${what} is decided while it is composed`, async () => {
      const said = await world.write('He is a liar.');
      meanwhile = async () => rooms.handle(await takeBack(said));
      assert.equal(await world.out(said.outgoing), 'done');
      assert.equal(await world.state(said), 'cancelled');
      assert.deepEqual(world.handed, []);
    });
  }

  it('has the new words of an edit that was decided while it was composed', async () => {
    const said = await world.write('Helo.');
    meanwhile = async () =>
      rooms.handle(
        await push('m.room.message', {
          msgtype: 'm.text',
          body: '* Hello.',
          'm.new_content': { msgtype: 'm.text', body: 'Hello.' },
          'm.relates_to': { rel_type: 'm.replace', event_id: said.event },
        }),
      );
    assert.equal(await world.out(said.outgoing), 'retry');
    assert.equal(await world.out(said.outgoing), 'done');
    assert.equal(await world.state(said), 'sent');
    assert.match(await bytes(said), /Hello\./);
  });

  it('leaves whatever else waits to be read in the room', async () => {
    const said = await world.write('Hello.');
    await push('m.room.message', { msgtype: 'm.text', body: 'Next.' });
    await push('m.room.redaction', { redacts: '$another' });
    assert.equal(await world.out(said.outgoing), 'done');
    assert.equal(await world.state(said), 'sent');
  });

  it('quotes a mail of its room, and no event of another room', async () => {
    await world.arrive('A secret of others.', { thread: 'other' });
    await core.roomRow('!other:matrix.test' as RoomId, world.threadOf('other'));
    for (const [words, quoted] of [
      ['Where is the lamp?', true],
      ['A secret of others.', false],
    ] as const) {
      const said = await world.write('As you said.');
      await test.db.query(
        `UPDATE outgoing_events SET reply_to = (SELECT event FROM matrix_sends WHERE content ->> 'body' = $2) WHERE
           event = $1`,
        [said.event, words],
      );
      await world.out(said.outgoing);
      assert.equal((await bytes(said)).includes(words), quoted, words);
    }
  });

  it('waits for an earlier mail that is on its way, and not for one that was deferred again', async () => {
    const first = await world.write('First.');
    const second = await world.write('Second.');
    await test.db.query(`UPDATE outgoing SET state = 'open' WHERE outgoing = $1`, [second.outgoing]);
    assert.equal(await world.out(second.outgoing), 'retry');
    assert.equal(await world.state(second), 'open', 'it can still be changed');
    await test.db.query(`UPDATE outgoing SET state = 'deferred', attempts = 2 WHERE outgoing = $1`, [first.outgoing]);
    assert.equal(await world.out(second.outgoing), 'done');
    assert.equal(await world.state(second), 'sent');
  });

  async function bytes(said: Said): Promise<string> {
    let raw = '';
    for await (const piece of readMailBytes(test.db, said.outgoing)) raw += String(piece);
    return raw;
  }
});

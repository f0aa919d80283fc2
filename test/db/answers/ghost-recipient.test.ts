/**
 * Users of our namespace that are of no address, invited into a room: over a real database, also one that remembers
 * them as ghosts.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RoomId, UserId } from '../../../src/bridge/types.ts';
import { startTestServer } from '../../support/database.ts';
import type { TestDatabase, TestServer } from '../../support/database.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const ids = [
  ['a line end', '=0d=0a'],
  ['an address with a line end', 'carol=40outside.test=0d=0a'],
  ['no @', 'carol'],
  ['a list', 'carol=40outside.test=2ceve=40evil.test'],
  ['a quote that does not close', '=22carol=40outside.test'],
  ['a zero byte', 'carol=00=40outside.test'],
  ['brackets', '=3ccarol=40outside.test=3e'],
  ['another spelling of an address', '=63arol=40outside.test'],
  ['what is too long', `${'c'.repeat(150)}=40${'o'.repeat(60)}.test`.repeat(2)],
] as const;

describe('a user of our namespace that is of no address', () => {
  let server: TestServer;
  let test: TestDatabase;
  let rooms: Rooms;
  let room: RoomId;

  before(async () => {
    server = await startTestServer();
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
    room = await rooms.room('support', 'thread');
  });
  after(async () => {
    await test.close();
    await server.stop();
  });

  for (const [what, local] of ids) {
    for (const known of [false, true]) {
      const where = known ? 'also where a row calls it a ghost' : 'invited by a member';
      it(`is no recipient, ${where}: ${what}`, async () => {
        const user = `@mail_${local}:matrix.test` as UserId;
        const decoded = local.replace(/=([0-9a-f]{2})/g, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        );
        if (known) {
          const address = decoded.replaceAll('\0', '');
          await test.db.query('INSERT INTO ghosts (user_id, address) VALUES ($1, $2)', [user, address]);
        }
        const [told, more] = await rooms.event(room, alice, 'm.room.member', { membership: 'invite' }, user);
        assert.match(told?.body ?? '', /was not added/);
        assert.equal(more, undefined);
        await rooms.event(room, alice, 'm.room.member', { membership: 'leave' }, user);
        const { rows } = await test.db.query('SELECT address FROM thread_recipients');
        assert.deepEqual(rows, []);
      });
    }
  }

  it('takes nothing from who is one: the ghost of an address is added', async () => {
    const user = '@mail_carol=40outside.test:matrix.test' as UserId;
    await rooms.event(room, alice, 'm.room.member', { membership: 'invite' }, user);
    const { rows } = await test.db.query('SELECT address, field FROM thread_recipients');
    assert.deepEqual(rows, [{ address: 'carol@outside.test', field: 'cc' }]);
  });
});

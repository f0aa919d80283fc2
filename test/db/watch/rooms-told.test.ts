import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { noteRoomMade, noteRoomsRefused } from '../../../src/db/room-tables/rooms-refused.ts';
import { tellNews } from '../../../src/watch/account-news.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const support = 'support' as AccountId;

describe('a homeserver that makes no rooms', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  beforeEach(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support'), teamAccount('info')] }));
  });
  afterEach(() => test.close());

  const look = () => tellNews({ ...rooms.deps, graceMs: 60_000 });
  const pass = (seconds: number) =>
    test.db.query(`UPDATE accounts SET rooms_refused_since = rooms_refused_since - $1 * interval '1 second'`, [
      seconds,
    ]);
  const said = async () => {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT account || ': ' || (content->>'body') AS body FROM matrix_sends ORDER BY at, send`,
    );
    return rows.map(({ body }) => body.replace(/since .*? UTC/, 'since …'));
  };

  it('is told once in the lobby of its account, and once when it makes them again', async () => {
    assert.equal(await noteRoomsRefused(test.db, support, '400 M_FORBIDDEN'), true);
    assert.equal(await noteRoomsRefused(test.db, support, '400 M_FORBIDDEN'), false);
    assert.equal(await look(), 0);
    await pass(61);
    assert.equal(await noteRoomsRefused(test.db, support, '500 M_UNKNOWN'), true, 'another answer, the same trouble');
    await Promise.all([look(), look()]);
    await look();
    const [first = '', ...more] = await said();
    assert.match(
      first,
      /^support: ⚠ The Matrix server has made no new rooms for Mailroom since …, so new conversations/,
    );
    assert.deepEqual(more, []);
    assert.equal(await noteRoomMade(test.db, support), true);
    assert.equal(await noteRoomMade(test.db, support), false);
    await Promise.all([look(), look()]);
    await look();
    assert.deepEqual((await said()).slice(1), [
      'support: The Matrix server makes rooms again: the conversations that have waited since … appear now.',
    ]);
  });

  it('is told again the next time, and a blip never', async () => {
    for (const seconds of [61, 5, 61]) {
      await noteRoomsRefused(test.db, support, '403 M_FORBIDDEN');
      await pass(seconds);
      await look();
      await noteRoomMade(test.db, support);
      await look();
    }
    assert.equal((await said()).length, 4);
  });
});

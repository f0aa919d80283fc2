import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { JsonObject } from '../../../src/bridge/types.ts';
import { suiteServer } from '../../support/suite.ts';
import { alice, teamAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const server = suiteServer();

it('the way of a message is told in parts, or the part here alone where clocks differ', async () => {
  const test = await server.database();
  try {
    const { rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] });
    const room = await rooms.room('support', 'lobby');
    const ping = async (takenAt: JsonObject[string]) => {
      const said = { msgtype: 'm.text', body: '!mail ping' };
      return (await rooms.event(room, alice, 'm.room.message', said, undefined, takenAt))[0]?.body ?? '';
    };
    const now = Date.now();
    assert.match(await ping(now - 20_000), /^This answer took \d\d s: \d\d s until your message came here/);
    for (const wrong of [now + 3_600_000, now - 90_000_000, -1, 1.5, 'now', null]) {
      assert.match(await ping(wrong), /^This answer took \d+ m?s from when your message came here/, String(wrong));
    }
  } finally {
    await test.close();
  }
});

/** What a mail asks of the homeserver: the requests of the steady way are counted. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

describe('a mail into a room that exists', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let sending: Sending;
  beforeEach(async () => {
    test = await server.database();
    sending = await sendingWorld(test, parser, testAccount());
    await sending.start();
  });
  afterEach(() => sending.end());

  /** A mail comes, and all that it becomes is sent; its room, and what was asked of the homeserver since. */
  async function comes(one: Letter): Promise<{ room: string; asked: readonly string[] }> {
    const { homeserver, arrivals } = sending;
    const before = homeserver.requests.length;
    const { thread } = await arrivals.arrive(one);
    await sending.settle();
    assert.ok(thread);
    const row = await findThreadRoom(test.db, thread);
    assert.ok(row);
    return { room: row.room, asked: homeserver.requests.slice(before) };
  }

  /** The one request that says it, whose last part is a transaction id of ours. */
  function assertSaidByOne({ room, asked }: Awaited<ReturnType<typeof comes>>): void {
    assert.equal(asked.length, 1, asked.join('\n'));
    const said = `PUT /_matrix/client/v3/rooms/${room}/send/m.room.message/`;
    assert.equal(asked[0]?.slice(0, said.length), said);
  }

  it('costs one request, from the second on that its sender writes', async () => {
    const { room } = await comes({ id: '1@outside.test', from: 'bob@outside.test' });
    for (const n of [2, 3]) {
      const answer = await comes({
        id: `${String(n)}@outside.test`,
        from: 'bob@outside.test',
        answers: '1@outside.test',
      });
      assert.equal(answer.room, room);
      assertSaidByOne(answer);
    }
  });

  it('costs one request where others came into the room before, whoever of them writes', async () => {
    const { room } = await comes({ id: '1@outside.test', from: 'bob@outside.test', cc: 'mia@outside.test' });
    const mia = { from: 'mia@outside.test', cc: 'bob@outside.test', answers: '1@outside.test' };
    // Who came in without a word has been made and joined with the first mail.
    const answer = await comes({ id: '2@outside.test', ...mia });
    assert.equal(answer.room, room);
    assertSaidByOne(answer);
  });

  it('costs one request each where rooms get theirs side by side', async () => {
    const { homeserver, arrivals } = sending;
    const rooms = [1, 2, 3, 4];
    for (const n of rooms) await comes({ id: `${String(n)}.1@outside.test`, from: 'bob@outside.test' });
    const before = homeserver.requests.length;
    for (const [at, n] of [...rooms, ...rooms].entries()) {
      const first = `${String(n)}.1@outside.test`;
      await arrivals.arrive({ id: `answer.${String(at)}@outside.test`, from: 'bob@outside.test', answers: first });
    }
    await sending.settle();
    const asked = homeserver.requests.slice(before);
    assert.equal(asked.length, 8, asked.join('\n'));
    for (const one of asked) assert.match(one, /^PUT .*\/send\/m\.room\.message\//);
  });
});

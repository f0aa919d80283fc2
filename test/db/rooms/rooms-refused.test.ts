/** A homeserver that makes no rooms, takes no signs away or has lost a room: over the real worker and a stand-in. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { reaction, removeReaction } from '../../../src/bridge/notice/notices.ts';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import { roomsRefused } from '../../../src/db/room-tables/rooms-refused.ts';
import { addSend } from '../../../src/db/room-tables/sends.ts';
import { metricsSource } from '../../../src/watch/figures.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import { bot, testAccount } from '../../support/handlers/fixtures.ts';
import type { MatrixWorld } from '../../support/handlers/matrix.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';

const account = testAccount();
const ghost = '@mail_bob=40outside.test:matrix.test';
const CREATE = /^POST .*createRoom$/;

describe('a homeserver with rules of its own', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let matrix: MatrixWorld;
  let arrivals: Arrivals;
  let ends: string[];
  let sending: Sending;

  beforeEach(async () => {
    test = await server.database();
    sending = await sendingWorld(test, parser, account);
    ({ homeserver, matrix, arrivals, ends } = sending);
    await sending.start();
  });
  afterEach(() => sending.end());

  const untilSettled = () => sending.settle();
  const quarantined = async () => (await test.db.query(`SELECT FROM jobs WHERE state = 'quarantined'`)).rows.length;
  const mail = (subject: string, from = 'Bob <bob@outside.test>') =>
    arrivals.arrive(
      [`From: ${from}`, 'To: support@mailroom.test', `Subject: ${subject}`, '', `About ${subject}.`, ''].join('\r\n'),
    );
  const roomOf = async ({ thread }: Arrived): Promise<RoomId> => {
    const row = await findThreadRoom(test.db, thread as ThreadId);
    assert.ok(row);
    return row.room;
  };
  const said = (room: RoomId) => homeserver.sent('m.room.message', room).map(({ sender }) => sender);

  for (const [what, fault] of [
    ['refuses', { status: 400, errcode: 'M_FORBIDDEN' }],
    ['fails at', { status: 500, errcode: 'M_UNKNOWN' }],
  ] as const) {
    it(`that ${what} every room is waited for however long it takes, and is told of`, async () => {
      homeserver.failNext(CREATE, fault, 100_000);
      const arrived = await mail('Lamp');
      // Three times as many tries as a send has that fails.
      await sending.hurryUntil(() => ends.filter((end) => end === 'retry').length >= 24);
      assert.deepEqual([ends.includes('error'), await quarantined()], [false, 0]);
      assert.equal((await roomsRefused(test.db, account.id))?.answer, `${fault.status} ${fault.errcode}`);
      const figures = () => metricsSource(test.db, () => 60_000).accounts();
      assert.equal((await figures())[0]?.roomsRefused, true);
      homeserver.endFaults();
      await untilSettled();
      assert.deepEqual(said(await roomOf(arrived)), [ghost], 'said by its sender');
      assert.equal((await figures())[0]?.roomsRefused, false);
      assert.equal(await roomsRefused(test.db, account.id), null);
    });
  }

  it('that makes rooms again has all that waits at once, whatever pauses there were', async () => {
    homeserver.failNext(CREATE, { status: 403, errcode: 'M_FORBIDDEN' }, 100_000);
    const arrived = [await mail('Lamp'), await mail('Chair', 'Carol <carol@outside.test>')];
    await sending.hurryUntil(() => ends.filter((end) => end === 'retry').length >= 8);
    await sending.stop();
    await test.db.query(`UPDATE jobs SET run_at = now() + interval '1 day' WHERE error IS NOT NULL`);
    homeserver.endFaults();
    // Somebody made a room: as `openSpaces` does at a start.
    await matrix.threadRooms.space(account);
    const { rows } = await test.db.query(`SELECT FROM jobs WHERE state = 'ready' AND run_at > now()`);
    assert.equal(rows.length, 0);
    assert.equal(arrived.length, 2);
  });

  it('that no longer knows a room, as Dendrite says it, is asked for another', async () => {
    const before = await mail('Lamp');
    await untilSettled();
    const lost = await roomOf(before);
    homeserver.failNext(
      new RegExp(` .*/rooms/${lost}/`),
      { status: 400, errcode: 'M_UNSUPPORTED_ROOM_VERSION' },
      100_000,
    );
    homeserver.failNext(new RegExp(`POST .*/join/${lost}`), { status: 404, errcode: 'M_NOT_FOUND' }, 100_000);
    const place = { account: account.id, thread: before.thread as ThreadId, room: null };
    const { ids } = arrivals.deps;
    const purpose = { kind: 'sign', of: '$old' as EventId, detail: '0:set' } as const;
    await test.db.transaction((tx) =>
      addSend(tx, reaction(ids, { place, bot, purpose, to: '$old' as EventId, key: '✔️' })),
    );
    await untilSettled();
    const next = await roomOf(before);
    assert.notEqual(next, lost);
    assert.equal(homeserver.sent('m.reaction', next).length, 1);
    assert.equal(await quarantined(), 0);
  });

  it('that does not let a sign be taken away gets the new one beside it', async () => {
    const arrived = await mail('Lamp');
    await untilSettled();
    const room = await roomOf(arrived);
    const of = homeserver.sent('m.room.message', room)[0]?.event_id as EventId;
    const place = { account: account.id, thread: arrived.thread as ThreadId, room: null };
    const { ids } = arrivals.deps;
    const sign = (detail: string, key: string) =>
      reaction(ids, { place, bot, purpose: { kind: 'sign', of, detail }, to: of, key });
    // As it was set by a version before.
    const old = sign('0:set', '✓');
    await test.db.transaction((tx) => addSend(tx, old));
    await untilSettled();
    homeserver.failNext(/PUT .*\/redact\//, { status: 403, errcode: 'M_FORBIDDEN' }, 100_000);
    ends.length = 0;
    const purpose = { kind: 'sign-removed', of, detail: '1:unset' } as const;
    const taken = removeReaction(ids, { place, bot, purpose, target: old.send });
    await test.db.transaction(async (tx) => {
      await addSend(tx, taken);
      await addSend(tx, sign('1:set', '☑️'));
    });
    await untilSettled();
    const keys = homeserver
      .sent('m.reaction', room)
      .map(({ content }) => (content['m.relates_to'] as { key: string }).key);
    assert.deepEqual(keys, ['✓', '☑️']);
    // The end of a job of before may be counted after the job is seen to be over.
    assert.deepEqual([...new Set(ends)], ['done']);
    assert.equal(await quarantined(), 0);
    assert.equal(await roomOf(arrived), room, 'the room is not given up for it');
    const { rows } = await test.db.query('SELECT state, error FROM matrix_sends WHERE send = $1', [taken.send]);
    assert.deepEqual(rows, [{ state: 'withdrawn', error: 'refused: M_FORBIDDEN' }]);
  });
});

/** What becomes of sends that the homeserver does not take, over the real worker and a stand-in homeserver. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import { alice, bot, testAccount } from '../../support/handlers/fixtures.ts';
import type { MatrixWorld } from '../../support/handlers/matrix.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import { notice } from '../../../src/bridge/notice/notices.ts';
import { renderLines } from '../../../src/bridge/notice/rendered.ts';
import { addSend } from '../../../src/db/room-tables/sends.ts';

const account = testAccount();
const ghost = '@mail_bob=40outside.test:matrix.test';

describe('a send that the homeserver does not take', () => {
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
  });
  afterEach(() => sending.end());

  const mail = (subject: string, more: readonly string[] = []) =>
    arrivals.arrive(
      [
        'From: Bob <bob@outside.test>',
        'To: support@mailroom.test',
        `Subject: ${subject}`,
        ...more,
        '',
        `About ${subject}.`,
        '',
      ].join('\r\n'),
    );
  const first = () => mail('Lamp', ['Message-ID: <first@outside.test>']);
  const second = () => mail('Re: Lamp', ['Message-ID: <second@outside.test>', 'References: <first@outside.test>']);
  const textOf = ({ sends }: Arrived) => {
    const send = sends.find(({ sender, type }) => sender === ghost && type === 'm.room.message');
    assert.ok(send);
    return { send: send.send, path: new RegExp(matrix.ids.txn(send.send, send.sender, 1)) };
  };
  const roomOf = async ({ thread }: Arrived): Promise<RoomId> => {
    const row = await findThreadRoom(test.db, thread as ThreadId);
    assert.ok(row);
    return row.room;
  };
  const said = async (arrived: Arrived) => {
    const room = await roomOf(arrived);
    return homeserver.sent('m.room.message', room).map(({ sender, content }) => [sender, String(content['body'])]);
  };
  /** People of the room took the ghost its voice: before it says anything, in whatever room it is. */
  const refuseMuted = () => {
    homeserver.policy = ({ name, user }) => {
      const [, id = ''] = /PUT .*\/rooms\/([^/]+)\/send\//.exec(name) ?? [];
      if (user !== ghost || id === '') return null;
      const room = homeserver.rooms.get(id);
      const levels = homeserver.rooms.state(id, 'm.room.power_levels')?.content;
      const muted = { ...levels, users: { ...(levels?.['users'] as object | undefined), [ghost]: -1 } };
      homeserver.rooms.append(room, { type: 'm.room.power_levels', sender: alice, content: muted, stateKey: '' });
      return { status: 403, errcode: 'M_FORBIDDEN' };
    };
  };
  const job = async (send: string) => {
    const { rows } = await test.db.query<{ state: string; failures: number }>(
      `SELECT state, failures FROM jobs WHERE queue = 'matrix-send' AND subject = $1`,
      [send],
    );
    return rows[0];
  };

  it('fails for itself where everything else passes: it is set aside, told, and the room goes on', async () => {
    const poison = await first();
    const well = await second();
    homeserver.failNext(textOf(poison).path, { status: 500 }, 1_000);
    await sending.start();
    await sending.settle();
    assert.equal((await job(textOf(poison).send))?.state, 'quarantined');
    assert.deepEqual(ends.filter((end) => end === 'error').length, 8);
    const heard = await said(well);
    assert.deepEqual(
      heard.map(([sender]) => sender),
      [ghost, homeserver.bot],
    );
    assert.match(heard[0]?.[1] ?? '', /^About Re: Lamp/);
    assert.match(heard[1]?.[1] ?? '', /A part of this mail is missing here/);
  });

  it('waits without a failure while the homeserver answers nobody, and is said by its own sender then', async () => {
    const arrived = await first();
    const { send } = textOf(arrived);
    homeserver.failNext(/./, { status: 503, errcode: 'M_UNKNOWN' }, 100_000);
    await sending.start();
    await sending.hurryUntil(() => ends.filter((end) => end === 'away').length >= 24);
    assert.deepEqual([ends.includes('error'), (await job(send))?.failures], [false, 0]);
    homeserver.endFaults();
    // Somebody put the sender out meanwhile: mended once, as on the first try.
    homeserver.failNext(textOf(arrived).path, { status: 403, errcode: 'M_FORBIDDEN' }, 1);
    await sending.settle();
    assert.deepEqual(
      (await said(arrived)).map(([sender]) => sender),
      [ghost],
    );
  });

  it('is said by the bot at once where its sender is refused again after the repair', async () => {
    const arrived = await first();
    refuseMuted();
    await sending.start();
    await sending.settle();
    const [heard] = await said(arrived);
    assert.equal(heard?.[0], homeserver.bot);
    assert.equal(ends.filter((end) => end === 'retry').length, 2);
  });

  it('is said by the bot for a ghost that is banned, in plain words', async () => {
    const before = await first();
    await sending.start();
    await sending.settle();
    const room = await roomOf(before);
    homeserver.rooms.member(room, homeserver.bot, ghost, { membership: 'ban' });
    await test.db.query(`UPDATE members SET membership = 'ban' WHERE room = $1 AND user_id = $2`, [room, ghost]);
    await second();
    await sending.settle();
    const [, heard] = await said(before);
    assert.equal(heard?.[0], homeserver.bot);
    assert.match(heard[1] ?? '', /^Bob is banned from this room, so I show what they wrote:\nAbout Re: Lamp/);
    assert.doesNotMatch(heard[1] ?? '', /M_/);
    const { rows } = await test.db.query('SELECT membership FROM members WHERE room = $1 AND user_id = $2', [
      room,
      ghost,
    ]);
    assert.deepEqual(rows, [{ membership: 'ban' }], 'the ban stays known, so that its end is');
  });

  it('is said by the bot for a ghost that may not write there', async () => {
    const arrived = await first();
    refuseMuted();
    await sending.start();
    await sending.settle();
    const [heard] = await said(arrived);
    assert.match(heard?.[1] ?? '', /^Bob may not write in this room, so I show what they wrote:/);
  });

  it('is said by the bot where the event is refused from its sender', async () => {
    const arrived = await first();
    homeserver.failNext(textOf(arrived).path, { status: 400, errcode: 'M_BAD_JSON' }, 1);
    await sending.start();
    await sending.settle();
    const [heard] = await said(arrived);
    assert.match(heard?.[1] ?? '', /^The homeserver did not take this part of a mail from Bob, so I show it:/);
  });

  it('is set aside at once where nobody may say it, and those behind it go on', async () => {
    const arrived = await first();
    const { send } = textOf(arrived);
    const bots = new RegExp(matrix.ids.txn(send, homeserver.bot as never, 1));
    homeserver.failNext(textOf(arrived).path, { status: 400, errcode: 'M_BAD_JSON' }, 1_000);
    homeserver.failNext(bots, { status: 400, errcode: 'M_BAD_JSON' }, 1_000);
    const well = await second();
    await sending.start();
    await sending.settle();
    assert.equal((await job(send))?.state, 'quarantined');
    assert.equal(ends.includes('error'), false);
    assert.match((await said(well))[0]?.[1] ?? '', /^About Re: Lamp/);
  });

  it('is said outside of its Matrix thread where the homeserver does not take its root', async () => {
    const arrived = await first();
    const of = '$asked' as EventId;
    const said = renderLines(['a warning']);
    const place = { account: account.id, thread: arrived.thread as ThreadId, room: null };
    const warning = notice(arrivals.deps.ids, {
      ...{ place, bot, purpose: { kind: 'answer', of }, said, replyTo: of },
      threadRoot: '$an-answer-itself' as EventId,
    });
    await test.db.transaction((tx) => addSend(tx, warning));
    const path = new RegExp(matrix.ids.txn(warning.send, bot, 1));
    homeserver.failNext(path, { status: 400, errcode: 'M_UNKNOWN' }, 1);
    await sending.start();
    await sending.settle();
    const room = await roomOf(arrived);
    const [shown] = homeserver.sent('m.room.message', room).filter(({ content }) => content['body'] === 'a warning');
    assert.deepEqual(shown?.content['m.relates_to'], { 'm.in_reply_to': { event_id: of } });
    assert.equal((await test.db.query(`SELECT FROM jobs WHERE state <> 'ready'`)).rowCount, 0);
  });

  it('is set aside at once where its own row cannot be read', async () => {
    const torn = await first();
    const well = await second();
    const { send } = textOf(torn);
    await test.db.query(`UPDATE matrix_sends SET files = '[{"source":"?"}]' WHERE send = $1`, [send]);
    await sending.start();
    await sending.settle();
    assert.equal((await job(send))?.state, 'quarantined');
    assert.match((await said(well))[0]?.[1] ?? '', /^About Re: Lamp/);
  });

  describe('is never made of what a stranger calls a file', () => {
    const long = 'x'.repeat(20_000);
    const heads: readonly (readonly [string, string])[] = [
      ['a type of twenty kilobytes', `Content-Type: application/${long}`],
      ['a parameter of twenty kilobytes', `Content-Type: application/pdf; charset=${long}; name=a.pdf`],
      ['a type beyond ASCII', 'Content-Type: application/pdf\u2713; name=a.pdf'],
      ['a type with an encoded line end', 'Content-Type: =?utf-8?q?application/pdf=0D=0AX-Evil:_1?=; name=a.pdf'],
      ['a name of twenty kilobytes', `Content-Type: application/pdf; name="${long}.pdf"`],
      [
        'a name with an encoded line end and half a character',
        "Content-Type: application/pdf; name*=utf-8''a%0D%0AX-Evil:%201%ED%A0%80.pdf",
      ],
      ['a name that leads upwards', 'Content-Type: application/pdf; name=".."'],
    ];
    const uploads = () => homeserver.effects.filter(({ kind }) => kind === 'upload').length;

    for (const [what, head] of heads) {
      it(`${what}: the file is in the room`, async () => {
        const arrived = await arrivals.arrive(
          Buffer.from(
            [
              'From: Bob <bob@outside.test>',
              'To: support@mailroom.test',
              'Subject: Lamp',
              'MIME-Version: 1.0',
              'Content-Type: multipart/mixed; boundary=b',
              ...['', '--b', 'Content-Type: text/plain', '', 'The file.', '--b'],
              ...[head, 'Content-Disposition: attachment', '', 'bytes', '--b--', ''],
            ].join('\r\n'),
          ),
        );
        await sending.start();
        await sending.settle();
        const room = await roomOf(arrived);
        const files = homeserver.sent('m.room.message', room).filter(({ content }) => content['msgtype'] === 'm.file');
        assert.equal(files.length, 1);
        assert.equal(uploads(), 1);
        for (const { type, name } of homeserver.media.values()) {
          assert.match(type, /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/);
          assert.match(name, /^[^\p{Cc}]{1,255}$/u);
        }
        assert.deepEqual([ends.includes('away'), ends.includes('error')], [false, false]);
      });
    }

    it('nor of what was stored of it before: the file is in the room', async () => {
      const arrived = await mail('Lamp', ['Content-Type: application/pdf; name=a.pdf']);
      await test.db.query(
        `UPDATE matrix_sends SET files = jsonb_set(files::jsonb, '{0,type}', to_jsonb($1::text))::json
         WHERE json_array_length(files::json) > 0`,
        [`application/pdf${long}\r\nX-Evil: \u2713`],
      );
      await sending.start();
      await sending.settle();
      const sent = homeserver.sent('m.room.message', await roomOf(arrived));
      assert.equal(sent.filter(({ content }) => content['msgtype'] === 'm.file').length, 1);
      assert.deepEqual(
        [...homeserver.media.values()].map(({ type }) => type),
        ['application/octet-stream'],
      );
    });
  });
});

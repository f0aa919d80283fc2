/** Old mail becomes rooms, over a real Postgres and a stand-in homeserver. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { purgeRaw } from '../../../src/db/intake-tables/inbox.ts';
import { roomsToRead } from '../../../src/db/room-tables/room-reads.ts';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import type { ThreadId } from '../../../src/bridge/types.ts';
import { until } from '../../../tools/servers/wait.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import { alice, bot, testAccount } from '../../support/handlers/fixtures.ts';
import { eachImport, importing, seenRooms, type Importing } from '../../support/handlers/importing.ts';
import { letter, type Letter } from '../../support/handlers/letters.ts';
import type { Sending } from '../../support/handlers/sending.ts';

const account = testAccount();
const ghost = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;
const BOB = 'Bob <bob@outside.test>';

/** A mail of old times, which nobody vouches for. */
const old = (mail: Letter): Buffer => letter({ to: 'support@mailroom.test', vouched: false, from: BOB, ...mail });

describe('an import', () => {
  let test: TestDatabase;
  let sending: Sending;
  let homeserver: StandInHomeserver;
  let source: Importing;

  const parser = eachImport(account, (made) => ({ test, sending, homeserver, source } = made));

  const count = async (sql: string): Promise<number> =>
    Number((await test.db.query<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`)).rows[0]?.count);
  const rooms = () => seenRooms(homeserver).map(({ name, said }) => [name, ...said.map(({ body }) => body)]);
  const levels = (room: string) => homeserver.rooms.state(room, 'm.room.power_levels')?.content;

  it('makes a room a conversation, oldest mail first, with senders, times and files', async () => {
    await source.put(
      'b.eml',
      old({ id: 'b@x', answers: 'a@x', from: 'Carol <carol@y.test>', date: '3 Feb 2010 10:00:00 +0100' }),
    );
    await source.put('a.eml', old({ id: 'a@x', subject: 'Lamp', date: 'Tue, 2 Feb 2010 08:00:00 +0100' }));
    await source.put(
      'c.eml',
      old({ id: 'c@x', subject: 'Chair', date: '1 Jan 2011 00:00:00 GMT', from: 'S <support@mailroom.test>' }),
    );
    const report = await source.run();
    const [lamp, chair] = seenRooms(homeserver);
    assert.deepEqual(
      [lamp?.name, lamp?.said.map(({ by, at }) => [by, at])],
      [
        'Lamp',
        [
          [ghost('bob@outside.test'), '2010-02-02T07:00:00.000Z'],
          [ghost('carol@y.test'), '2010-02-03T09:00:00.000Z'],
        ],
      ],
    );
    assert.deepEqual([chair?.name, chair?.said[0]?.by, chair?.said[0]?.at], ['Chair', bot, '2011-01-01T00:00:00.000Z']);
    assert.match(chair?.said[0]?.body ?? '', /Support \(from a mail program\)|S \(from a mail program\)/);
    assert.deepEqual([report.mails, report.imported.mails, report.rooms, report.times], [3, 3, 2, 'origin']);
  });

  it('asks nobody in, and lets whoever is in the space of the account read and not write', async () => {
    await source.put('a.eml', old({ id: 'a@x' }));
    await source.run();
    const invited = homeserver.sent('m.room.member').filter(({ content }) => content['membership'] === 'invite');
    assert.deepEqual(
      invited.map(({ state_key }) => state_key),
      [ghost('bob@outside.test')],
    );
    const room = seenRooms(homeserver)[0]?.room ?? '';
    assert.equal(levels(room)?.['events_default'], 100);
    const space =
      (await test.db.query<{ room: string }>(`SELECT room FROM rooms WHERE kind = 'space'`)).rows[0]?.room ?? '';
    assert.throws(() => homeserver.rooms.member(room, alice, alice, { membership: 'join' }));
    homeserver.rooms.append(homeserver.rooms.get(space), {
      type: 'm.room.member',
      sender: alice,
      stateKey: alice,
      content: { membership: 'join' },
    });
    homeserver.rooms.member(room, alice, alice, { membership: 'join' });
    assert.throws(() => homeserver.say(room, alice, 'Hello'), /too little power/);
    assert.deepEqual(
      [await count('outgoing'), await count('jobs'), await count('messages'), await count('matrix_sends')],
      [0, 0, 0, 0],
    );
  });

  it('leaves a room in which nobody speaks out of what is read back', async () => {
    await source.put('a.eml', old({ id: 'a@x' }));
    await source.run();
    const room = seenRooms(homeserver)[0]?.room;
    const read = async () =>
      (await roomsToRead(test.db, { after: '', limit: 100, before: new Date(), keepMs: 1_000 })).map((one) => one.room);
    assert.ok(!(await read()).some((one) => one === room));
    await test.db.query('UPDATE rooms SET read_only = false');
    assert.ok((await read()).some((one) => one === room));
  });

  it('lets nobody in while a room is filled', async () => {
    await source.put('a.eml', old({ id: 'a@x' }));
    let rule: unknown = null;
    await source.run({
      failpoint: (name) => {
        const room = name === 'import:sent' ? seenRooms(homeserver)[0]?.room : undefined;
        if (room !== undefined) rule = homeserver.rooms.state(room, 'm.room.join_rules')?.content;
      },
    });
    assert.deepEqual(rule, { join_rule: 'invite' });
  });

  it('brings nothing in twice: the same source again, and another one with the same mails', async () => {
    await source.put('one/a.eml', old({ id: 'a@x' }));
    await source.put('one/b.eml', old({ id: 'b@x', answers: 'a@x' }));
    await source.run();
    const before = rooms();
    const again = await source.run();
    assert.deepEqual([again.mails, again.imported.mails, again.already_there.mails], [2, 0, 2]);
    const other = await source.run({ sources: [`${source.folder}/one`] });
    assert.deepEqual([other.mails, other.imported.mails, other.already_there.mails], [2, 0, 2]);
    assert.deepEqual(rooms(), before);
  });

  it('puts what comes later into the room of its conversation', async () => {
    await source.put('a.eml', old({ id: 'a@x', text: 'First' }));
    await source.run();
    await source.put(
      'b.eml',
      old({ id: 'b@x', answers: 'a@x', text: 'Second', from: 'carol@y.test', date: '2 Jan 2024 10:00:00 +0000' }),
    );
    const report = await source.run();
    assert.deepEqual(rooms(), [['Printer broken', 'First', 'Second']]);
    assert.deepEqual([report.imported.mails, report.already_there.mails], [1, 1]);
    assert.equal(levels(seenRooms(homeserver)[0]?.room ?? '')?.['events_default'], 100);
  });

  it('accounts for copies, drafts, files that are no mail and what is damaged', async () => {
    const list = { 'List-Id': '<team.lists.test>' };
    await source.put('a.eml', old({ id: 'a@x' }));
    await source.put('copy.eml', old({ id: 'a@x' }));
    await source.put('list.eml', old({ id: 'a@x', from: 'List <team@lists.test>', headers: list }));
    await source.put('cur/x:2,D', old({ id: 'draft@x' }));
    await source.put('big.eml', old({ id: 'big@x', text: 'x'.repeat(1024 * 1024) }));
    await source.put('note.txt', 'shopping');
    await source.put('bad.zip', 'PK\u0003\u0004 nothing');
    const { mails, imported, merged, set_aside: aside, damaged, passed } = await source.run();
    assert.deepEqual([mails, imported.mails, merged.mails, aside.mails], [5, 1, 2, 2]);
    assert.deepEqual(aside.reasons.map(({ reason }) => reason).sort(), ['a draft', 'larger than one mail may be']);
    assert.deepEqual([damaged.mails, passed.length], [1, 1]);
    assert.equal(rooms().length, 1);
  });

  it('keeps the bytes of what it sets aside, whatever is purged', async () => {
    await source.put('a.eml', old({ id: 'a@x', text: 'First' }));
    await source.run();
    homeserver.failNext(/PUT .*\/send\/m\.room\.message/, { status: 403, errcode: 'M_FORBIDDEN' }, 100_000);
    await source.put('b.eml', old({ id: 'b@x', subject: 'Refused', text: 'Second' }));
    const report = await source.run();
    assert.deepEqual([report.already_there.mails, report.set_aside.mails], [1, 1]);
    assert.equal(await purgeRaw(test.db, -1_000, 100), 1);
    const { rows } = await test.db.query<{ state: string; kept: boolean }>(
      `SELECT i.state, EXISTS (SELECT FROM mail_chunks c WHERE c.mail = i.mail) AS kept FROM import_mails i ORDER BY 1`,
    );
    assert.deepEqual(rows, [
      { state: 'aside', kept: true },
      { state: 'imported', kept: false },
    ]);
  });

  it('keeps the bytes of a mail whose header nobody could read', async () => {
    const parseHeader = (): ReturnType<typeof parser.parseHeader> =>
      Promise.resolve({ ok: false, failure: { code: 'time', detail: '' } });
    const hard = await importing({ test, parser: { ...parser, parseHeader }, account }, () => sending.matrix);
    await hard.put('a.eml', old({ id: 'a@x', text: 'First' }));
    const report = await hard.run();
    assert.deepEqual(
      report.set_aside.reasons.map(({ reason }) => reason),
      ['its header cannot be read (time)'],
    );
    const { rows } = await test.db.query<{ size: number }>('SELECT sum(length(bytes)) AS size FROM mail_chunks');
    assert.equal(Number(rows[0]?.size), report.bytes);
    await hard.remove();
  });

  it('stores a large mail as it is read, once, also where the first reading was broken off', async () => {
    const large = old({ id: 'a@x', text: 'long line of text\r\n'.repeat(40_000) });
    await source.put('a.eml', large);
    await source.put('copy.eml', large);
    await source.put('other.eml', old({ id: 'b@x', text: 'another line\r\n'.repeat(50_000) }));
    let left = 2;
    const breaking = source.run({
      failpoint: (name) => {
        if (name === 'import:piece' && --left === 0) throw new Error('killed');
      },
    });
    await assert.rejects(breaking, /killed/);
    const report = await source.run();
    assert.deepEqual([report.imported.mails, report.merged.mails, report.rooms], [2, 1, 2]);
    const stored = await test.db.query<{ sha256: string; size: number; chunks: number; whole: string }>(
      `SELECT encode(m.sha256, 'hex') AS sha256, m.size, count(c.*) AS chunks,
         encode(sha256(string_agg(c.bytes, '' ORDER BY c.seq)), 'hex') AS whole
       FROM mails m LEFT JOIN mail_chunks c USING (mail) GROUP BY m.mail ORDER BY m.size DESC`,
    );
    assert.deepEqual(
      stored.rows.map(({ sha256, whole, chunks }) => [sha256 === whole, chunks]),
      [
        [true, 3],
        [true, 3],
      ],
    );
    assert.equal(stored.rows[0]?.size, large.length);
  });

  it('knows a mail that is in a conversation', async () => {
    const mail = old({ id: 'a@x' });
    await sending.arrivals.arrive(mail);
    await source.put('a.eml', mail);
    await source.put('b.eml', old({ id: 'a@x', text: 'Other words' }));
    const report = await source.run();
    assert.deepEqual([report.already_there.mails, report.imported.mails], [1, 1]);
  });

  it('names a file that is left out, and uploads the same file once', async () => {
    const file = (id: string, name: string, text: string): Buffer =>
      Buffer.from(
        [
          ...['From: bob@outside.test', 'To: support@mailroom.test', `Message-ID: <${id}>`, `Subject: ${id}`],
          ...['Date: 1 Jan 2010 00:00:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
          ...[
            '--b',
            '',
            'Text',
            '--b',
            `Content-Disposition: attachment; filename=${name}`,
            'Content-Type: application/pdf',
            '',
          ],
          ...[text, '--b--', ''],
        ].join('\r\n'),
      );
    await source.put('a.eml', file('a@x', 'plan.pdf', '%PDF same'));
    await source.put('b.eml', file('b@x', 'copy.pdf', '%PDF same'));
    await source.run();
    assert.equal(homeserver.effects.filter(({ kind }) => kind === 'upload').length, 1);
    const none = await source.run({ attachments: 'none', sources: [`${source.folder}/a.eml`] });
    assert.equal(none.already_there.mails, 1);
    await source.put('c.eml', file('c@x', 'other.pdf', '%PDF other'));
    await source.run({ attachments: 'none', sources: [`${source.folder}/c.eml`] });
    assert.match(rooms().at(-1)?.at(-1) ?? '', /other\.pdf.*was left out/);
  });

  it('says the date where the homeserver takes none', async () => {
    homeserver.takesTimes = false;
    await source.put('a.eml', old({ id: 'a@x', date: '2 Feb 2010 08:00:00 +0100' }));
    const report = await source.run();
    assert.equal(report.times, 'text');
    assert.match(rooms()[0]?.[1] ?? '', /^2010-02-02 07:00 UTC\n/);
  });

  it('dates what has no date by the server that took it, by its mbox, or by the mail before it', async () => {
    const dateless = (id: string, more: readonly string[]): string =>
      [...more, 'From: bob@outside.test', `Message-ID: <${id}>`, 'References: <r@x>', '', id, ''].join('\n');
    await source.put(
      'box',
      [
        'From bob@outside.test Tue Jan  5 10:00:00 2010',
        dateless('mbox@x', ['Date: nonsense']),
        'From bob@outside.test Tue Jan  5 11:00:00 2010',
        dateless('received@x', ['Received: from a by b; Tue, 5 Jan 2010 09:00:00 +0000']),
        'From bob@outside.test Tue Jan  5 12:00:00 2010',
        dateless('future@x', ['Date: Tue, 5 Jan 2038 09:00:00 +0000']),
        '',
      ].join('\n'),
    );
    await source.put('z.eml', dateless('none@x', []));
    const report = await source.run();
    assert.deepEqual(
      seenRooms(homeserver)[0]?.said.map(({ body, at }) => [body.trim(), at]),
      [
        ['received@x', '2010-01-05T09:00:00.000Z'],
        ['mbox@x', '2010-01-05T10:00:00.000Z'],
        ['future@x', '2010-01-05T12:00:00.000Z'],
        ['none@x', '2010-01-05T12:00:00.000Z'],
      ],
    );
    assert.deepEqual(report.odd_dates.map(({ odd, dated }) => `${odd} ${dated}`).sort(), [
      'future delivered',
      'missing none',
      'missing received',
      'unreadable delivered',
    ]);
  });

  it('fills a room a folder, or a list, with a Matrix thread a conversation', async () => {
    const list = { 'List-Id': 'Team <team.lists.test>' };
    await source.put('Work/a.eml', old({ id: 'a@x', text: 'A', headers: list }));
    await source.put(
      'Work/b.eml',
      old({ id: 'b@x', text: 'B', subject: 'Other', date: '2 Jan 2024 10:00:00 +0000', headers: list }),
    );
    await source.put(
      'Work/c.eml',
      old({ id: 'c@x', answers: 'a@x', text: 'C', date: '3 Jan 2024 10:00:00 +0000', headers: list }),
    );
    await source.run({ grouping: 'list' });
    const [room] = seenRooms(homeserver);
    assert.ok(room);
    assert.equal(room.name, 'team.lists.test');
    const events = homeserver.sent('m.room.message', room.room);
    const roots = room.said.map(
      ({ content }) => (content['m.relates_to'] as { event_id?: string } | undefined)?.event_id,
    );
    assert.deepEqual(roots, [undefined, undefined, events[0]?.event_id]);
  });

  it('goes on where it was stopped, and names what it waits for', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await source.put(`${id}.eml`, old({ id: `${id}@x`, text: id, subject: id }));
    const stop = new AbortController();
    let sent = 0;
    const stopped = source.run({
      signal: stop.signal,
      failpoint: (name) => {
        if (name === 'import:sent' && (sent += 1) === 2) stop.abort();
      },
    });
    await assert.rejects(stopped, { code: 'stopped' });
    homeserver.failNext(/createRoom/, { status: 503 }, 2);
    const report = await source.run();
    assert.equal(report.imported.mails, 4);
    assert.deepEqual(
      rooms()
        .map((room) => room.at(-1))
        .sort(),
      ['a', 'b', 'c', 'd'],
    );
  });

  for (const [step, table, columns] of [
    ['reads', 'mail_chunks', 'INSERT'],
    ['writes down what was said', 'import_mails', 'UPDATE'],
  ] as const) {
    it(`waits for a disk that is full as it ${step}, and goes on`, async () => {
      for (const id of ['a', 'b']) await source.put(`${id}.eml`, old({ id: `${id}@x`, text: id, subject: id }));
      // As Postgres says it: SQLSTATE 53100, disk_full.
      await test.db.query(
        `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$`,
      );
      await test.db.query(`CREATE TRIGGER full_disk BEFORE ${columns} ON ${table} EXECUTE FUNCTION full_disk()`);
      const running = source.run();
      await until(() => source.waited.length > 0, { what: 'a word that it waits', within: 30_000 });
      assert.equal(source.waited[0], 'the database (53100)');
      await test.db.query('DROP FUNCTION full_disk() CASCADE');
      const report = await running;
      assert.deepEqual([report.imported.mails, report.rooms, source.waited.at(-1)], [2, 2, null]);
      assert.deepEqual(
        rooms()
          .map((room) => room.at(-1))
          .sort(),
        ['a', 'b'],
      );
    });
  }

  for (const [order, names] of [
    ['one', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['another', ['g', 'f', 'e', 'd', 'c', 'b', 'a']],
  ] as const) {
    it(`merges the same of several copies when they are found in ${order} order`, async () => {
      const list = { 'List-Id': '<lamps.lists.test>' };
      const date = 'Tue, 2 Feb 2010 08:00:00 +0100';
      const trace = (by: string) => ({ 'X-Copy': by });
      const mails = [
        // By a list and directly, in mail folders of their own.
        ['list', old({ id: 'copy@x', subject: 'Lamp', date, headers: list, text: 'Words' })],
        ['inbox', old({ id: 'copy@x', subject: 'Lamp', date, text: 'Words' })],
        // Without an id, with the traces of two deliveries.
        ['one', old({ subject: 'Chair', date, headers: trace('one'), text: 'No id' })],
        ['two', old({ subject: 'Chair', date, headers: trace('two'), text: 'No id' })],
        ['three', old({ subject: 'Chair', date, headers: trace('three'), text: 'No id, other words' })],
        // One id, two mails.
        ['one', old({ id: 'same@x', subject: 'Table', date, text: 'This' })],
        ['two', old({ id: 'same@x', subject: 'Table', date, text: 'That' })],
      ] as const;
      for (const [nth, [folder, bytes]] of mails.entries()) {
        await source.put(`${names[nth] ?? ''}/${folder}/cur/${String(nth)}.eml`, bytes);
      }
      const report = await source.run();
      assert.deepEqual([report.mails, report.merged.mails, report.imported.mails], [7, 2, 5]);
      const rows = await test.db.query<{ sha256: string; state: string }>(
        `SELECT encode(sha256, 'hex') AS sha256, state FROM import_mails ORDER BY sha256`,
      );
      const merged = rows.rows.flatMap(({ sha256, state }) => (state === 'merged' ? [sha256] : []));
      const hash = (nth: number): string =>
        createHash('sha256')
          .update(mails[nth]?.[1] ?? '')
          .digest('hex');
      const later = [hash(2), hash(3)].sort()[1];
      // The copy of the list, and of two that are alike the one with the later hash.
      assert.deepEqual(merged.sort(), [hash(0), later].sort());
      assert.equal((await source.run()).imported.mails, 0);
    });
  }

  it('leaves room for mail that comes in', async () => {
    await source.put('a.eml', old({ id: 'a@x', text: 'a' }));
    let looks = 0;
    const report = await source.run({ hasRoom: () => Promise.resolve((looks += 1) > 2) });
    assert.equal(report.imported.mails, 1);
    assert.match(source.waited[0] ?? '', /limits\.database_size/);
    assert.deepEqual([looks, source.waited.at(-1)], [3, null]);
  });

  it('lands new mail in the room of the conversation, which is opened and to which the team is asked', async () => {
    await source.put('a.eml', old({ id: 'a@x', text: 'Old' }));
    await source.run();
    await sending.arrivals.arrive(old({ id: 'b@x', answers: 'a@x', text: 'New', subject: 'Re: Printer broken' }));
    await sending.start();
    await sending.settle();
    const room = seenRooms(homeserver).find(({ said }) => said.some(({ body }) => body.includes('New')));
    assert.ok(room);
    assert.equal(room.said[0]?.body, 'Old');
    assert.equal(levels(room.room)?.['events_default'], 0);
    assert.equal(homeserver.rooms.membership(room.room, alice), 'invite');
    const row = await findThreadRoom(
      test.db,
      (await test.db.query<{ thread: ThreadId }>('SELECT thread FROM messages')).rows[0]?.thread as ThreadId,
    );
    assert.equal(row?.readOnly, false);
  });
});

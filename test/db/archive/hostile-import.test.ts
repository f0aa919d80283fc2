/** What was imported proves nothing: archives that were made to open living conversations. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainRooms } from '../../../src/bridge/account/account.ts';
import type { MessageId } from '../../../src/mail/types.ts';
import type { MessageKey, ThreadId } from '../../../src/bridge/types.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import { alice, bot, ids, testAccount } from '../../support/handlers/fixtures.ts';
import { eachImport, seenRooms, type Importing } from '../../support/handlers/importing.ts';
import { letter, type Letter } from '../../support/handlers/letters.ts';
import type { Sending } from '../../support/handlers/sending.ts';

const account = testAccount({ rooms: { ...plainRooms, inbox: false } });
const MALLORY = 'Mallory <mallory@evil.test>';

const mail = (given: Letter): Buffer =>
  letter({ to: 'support@mailroom.test', vouched: false, from: 'Bob <bob@outside.test>', ...given });

describe('a hostile archive', () => {
  let test: TestDatabase;
  let sending: Sending;
  let homeserver: StandInHomeserver;
  let source: Importing;

  eachImport(account, (made) => ({ test, sending, homeserver, source } = made));

  const people = async (thread: ThreadId | null) =>
    (
      await test.db.query<{ person: string }>(
        `SELECT address || ' ' || standing AS person FROM thread_people WHERE thread = $1 ORDER BY 1`,
        [thread],
      )
    ).rows.map(({ person }) => person);
  const imported = async (): Promise<ThreadId> => {
    const { rows } = await test.db.query<{ thread: ThreadId }>(`SELECT thread FROM import_units WHERE kind <> 'space'`);
    assert.equal(rows.length, 1);
    return rows[0]?.thread as ThreadId;
  };

  it('makes nobody a participant of a living conversation whose ids it has', async () => {
    const living = await sending.arrivals.arrive(mail({ id: 'living@x' }));
    await source.put('a.eml', mail({ id: 'living@x', text: 'Other words', cc: 'mallory@evil.test' }));
    await source.put('b.eml', mail({ id: 'b@evil', from: MALLORY, answers: 'living@x' }));
    await source.run();
    assert.deepEqual(await people(living.thread), ['bob@outside.test participant']);
    const said = homeserver.sent().filter(({ content }) => String(content['body']).includes('Other words'));
    const rooms = new Set(said.map(({ room_id: room }) => room));
    await sending.start();
    await sending.settle();
    const livingRoom = seenRooms(homeserver).find(({ room }) => !rooms.has(room));
    assert.deepEqual(
      livingRoom?.said.map(({ body }) => body.trim()),
      ['Words of living@x.'],
    );
    // Who answers that id comes where the living mail is, as whoever they are there.
    const answer = await sending.arrivals.arrive(
      mail({ id: 'answer@x', answers: 'living@x', subject: 'Re: Printer broken' }),
    );
    assert.equal(answer.thread, living.thread);
    // Mallory is what she would be without the archive: somebody without a part in it, and here each From is believed.
    const stranger = mail({ id: 's@evil', from: MALLORY, answers: 'living@x b@evil', subject: 'Re: Printer broken' });
    await sending.arrivals.arrive(stranger);
    assert.deepEqual(await people(living.thread), ['bob@outside.test participant', 'mallory@evil.test newcomer']);
  });

  it('has no part in what an id of ours proves, and answers to it find the living conversation', async () => {
    const key = 'a'.repeat(32) as MessageKey;
    const ours: MessageId = ids.ownMessageId(key, 'mailroom.test');
    await source.put('a.eml', mail({ id: ours, from: MALLORY }));
    await source.run();
    const { rows } = await test.db.query(`SELECT FROM thread_ids WHERE kind = 'message'`);
    assert.equal(rows.length, 0);
    const stranger = await sending.arrivals.arrive(mail({ id: 's@evil', from: MALLORY, answers: ours }));
    assert.notEqual(stranger.thread, await imported());
  });

  it('believes no header: what looks like a mail of ours, vouched for or with a token, is an old mail', async () => {
    const key = 'b'.repeat(32) as MessageKey;
    const headers = {
      'X-Mailroom-Id': ids.ownHeader(key),
      'X-Mailroom-Hops': ids.hops(account.id).make,
      'Authentication-Results': 'mx.ours.example; dmarc=pass header.from=mailroom.test',
      'Delivered-To': 'support+abcdefgh@mailroom.test',
      'Auto-Submitted': 'auto-replied',
      'Disposition-Notification-To': 'mallory@evil.test',
    };
    await source.put(
      'a.eml',
      mail({ id: 'a@evil', from: 'Alice <alice@mailroom.test>', cc: 'mallory@evil.test', headers }),
    );
    const report = await source.run();
    assert.equal(report.imported.mails, 1);
    const [room] = seenRooms(homeserver);
    // A member of the team has no ghost: nobody speaks as them, and the bot says who the header names.
    assert.deepEqual(
      room?.said.map(({ by }) => by),
      [bot],
    );
    const none = ['outgoing', 'outgoing_recipients', 'messages', 'matrix_sends', 'jobs', 'notices', 'plus_proofs'];
    for (const table of none) {
      const { rows } = await test.db.query<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
      assert.deepEqual([table, rows[0]?.count], [table, 0]);
    }
    const thread = await imported();
    assert.ok(!(await people(thread)).some((one) => one.endsWith('participant')));
  });

  it('lets who wrote it answer as somebody without a part there, and mails them nothing by themselves', async () => {
    await source.put('a.eml', mail({ id: 'a@evil', from: MALLORY, to: 'support@mailroom.test', text: 'Old' }));
    await source.run();
    const answer = await sending.arrivals.arrive(
      mail({ id: 'b@evil', from: MALLORY, answers: 'a@evil', subject: 'Re: Printer broken' }),
    );
    assert.equal(answer.thread, await imported());
    assert.deepEqual(await people(answer.thread), ['mallory@evil.test newcomer']);
    const { rows } = await test.db.query('SELECT FROM messages WHERE newcomer IS NOT NULL');
    assert.equal(rows.length, 1);
  });

  it('suppresses no mail: what comes to the mailbox is shown, though an archive has it', async () => {
    await source.put('a.eml', mail({ id: 'a@x', text: 'The same' }));
    await source.run();
    const arrived = await sending.arrivals.arrive(mail({ id: 'a@x', text: 'The same' }));
    await sending.start();
    await sending.settle();
    const shown = seenRooms(homeserver).filter(({ said }) => said.some(({ body }) => body.includes('The same')));
    assert.notEqual(arrived.thread, null);
    assert.equal(shown.length, 2);
  });

  it('holds no text that a database or a client chokes on', async () => {
    const headers = { 'Message-ID': '<nul\u0000id@x>', 'List-Id': 'l\u0000 <a\u0000b>' };
    await source.put('odd\ud800.eml', mail({ from: 'B\u202eob <bob@outside.test>', subject: 'A\u0000B', headers }));
    await source.put('none.eml', 'Subject: nobody\n\n\u0000');
    const report = await source.run({ grouping: 'list' });
    assert.deepEqual([report.mails, report.imported.mails], [2, 2]);
    assert.equal(seenRooms(homeserver).length, 2);
  });

  it('gives way to no echo: what says of itself that it is an event of an import settles nothing', async () => {
    await source.put('a.eml', mail({ id: 'a@x' }));
    await source.run();
    const living = await sending.arrivals.arrive(mail({ id: 'a@x' }));
    const echo = seenRooms(homeserver)[0]?.said[0]?.content['org.mailroom.send'];
    assert.ok(!living.sends.some(({ send }) => send === echo));
    assert.equal(homeserver.rooms.membership(seenRooms(homeserver)[0]?.room ?? '', alice), 'leave');
  });
});

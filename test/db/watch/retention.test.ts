/** What `keep` says is over: the words go from every column, and what was said before can still be answered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MessageKey, RoomId } from '../../../src/bridge/types.ts';
import { addHold, releaseHold } from '../../../src/db/retention-tables/holds.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import type { Kept } from '../../../src/db/retention-tables/kept.ts';
import { purge } from '../../../src/watch/maintenance.ts';
import { columnsWith } from '../../support/all-columns.ts';
import type { TestDatabase } from '../../support/database.ts';
import { quiet, testAccount } from '../../support/handlers/fixtures.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

const DAY = 86_400_000;
const account = testAccount();
const BOB = 'Bob <bob@outside.test>';

describe('what is kept long enough', () => {
  const parser = suiteParser();
  let test: TestDatabase;
  let world: HandlerWorld;
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser, accounts: [account] });
    await test.db.query(`INSERT INTO processes (owner, alive_until, accounts)
      VALUES (gen_random_uuid(), now() + interval '1 hour', '{support}')`);
  });

  const TIMES: readonly (readonly [table: string, column: string])[] = [
    ['mails', 'stored_at'],
    ['messages', 'at'],
    ['matrix_sends', 'at'],
    ['outgoing', 'settled_at'],
    ['events', 'received_at'],
    ['calendar_events', 'at'],
    ['media', 'uploaded_at'],
    ['asked_messages', 'at'],
  ];

  /** All that is there becomes so many days older. */
  async function older(days: number): Promise<void> {
    for (const [table, column] of TIMES) {
      await test.db.query(`UPDATE ${table} SET ${column} = ${column} - $1::double precision * interval '1 day'`, [
        days,
      ]);
    }
  }

  const run = (keep: Partial<Record<'raw' | 'events' | 'texts' | 'rooms' | 'attachments', Kept>>) =>
    purge({ db: test.db, log: quiet, keep: { raw: DAY, events: DAY, ...keep } }, new AbortController().signal);

  /** A mail that came and stands in its room, and an answer that left. */
  async function conversation(name: string, words: string) {
    const came = await world.arrivals.arrive({
      ...{ id: `${name}@outside.test`, from: BOB, to: 'support@mailroom.test', vouched: false },
      ...{ subject: `${words} in the subject`, text: `${words} in the text.` },
    });
    await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$' || send WHERE state = 'waiting';`);
    await test.db.query('DELETE FROM jobs');
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state)
        VALUES ($1, 'support', 'thread', $2, $1, 'active')`,
      [`!${name}:matrix.test`, came.thread],
    );
    assert.ok(came.thread !== null && came.message !== null);
    return { ...came, thread: came.thread, message: came.message, room: `!${name}:matrix.test` as RoomId };
  }
  const answer = async ({ thread, message }: { thread: never; message: MessageKey }, words: string) => {
    const said = await world.mails.write(words, { in: { thread, answers: message } });
    assert.equal(await world.mails.out(said.outgoing), 'done');
    await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$' || send WHERE state = 'waiting'`);
    return said;
  };

  it('has its words in no column any more but those of the conversation, and an answer goes on as before', async () => {
    const came = await conversation('lamp', 'Kumquat');
    await answer(came as never, 'Physalis for you');
    assert.ok((await columnsWith(test.db, 'kumquat in the text')).length > 1);
    await older(400);
    await run({ texts: 365 * DAY });
    assert.deepEqual(await columnsWith(test.db, 'kumquat in the text'), []);
    assert.deepEqual(await columnsWith(test.db, 'physalis'), []);
    // What the conversation is called stays as long as it does.
    assert.deepEqual(await columnsWith(test.db, 'kumquat in the subject'), ['thread_traits.value', 'threads.subject']);

    const later = await world.arrivals.arrive({
      ...{ id: 'again@outside.test', from: BOB, to: 'support@mailroom.test', vouched: false },
      ...{ answers: 'lamp@outside.test', subject: 'Re: Kumquat in the subject', text: 'And now?' },
    });
    assert.deepEqual([later.thread, later.state], [came.thread, 'decided']);
    const { handed } = world.mails;
    const before = handed.length;
    const said = await answer(came as never, 'Here you are');
    assert.deepEqual(
      handed.slice(before).map(({ to }) => to),
      [['bob@outside.test']],
    );
    let mail = '';
    for await (const piece of readMailBytes(test.db, said.outgoing)) mail += String(piece);
    mail = mail.replaceAll('\r\n', '\n');
    assert.match(mail, /^In-Reply-To: <lamp@outside\.test>$/m);
    assert.match(mail, /^References: <lamp@outside\.test>$/m);
    assert.match(mail, /^Subject: Re: Kumquat in the subject$/m);
    assert.doesNotMatch(mail, /Kumquat in the text/);
  });

  it('knows the mail again whose words are gone: it does not come a second time', async () => {
    await conversation('lamp', 'Kumquat');
    await older(400);
    await run({ texts: 365 * DAY });
    const again = await world.arrivals.arrive({
      ...{ id: 'lamp@outside.test', from: BOB, to: 'support@mailroom.test', vouched: false },
      ...{ subject: 'Kumquat in the subject', text: 'Kumquat in the text.' },
    });
    assert.deepEqual([again.state, again.sends], ['ignored', []]);
  });

  it('says something by account: one keeps for ever what another does not', async () => {
    await conversation('lamp', 'Kumquat');
    await older(400);
    await run({ texts: { everywhere: 365 * DAY, accounts: new Map([['support', null]]) } });
    assert.notDeepEqual(await columnsWith(test.db, 'kumquat in the text'), []);
    await run({ texts: { everywhere: null, accounts: new Map([['support', 365 * DAY]]) } });
    assert.deepEqual(await columnsWith(test.db, 'kumquat in the text'), []);
  });

  it('changes nothing where nobody set it', async () => {
    await conversation('lamp', 'Kumquat');
    await older(4000);
    await run({});
    assert.deepEqual(await columnsWith(test.db, 'kumquat in the text'), ['matrix_sends.content', 'search_texts.body']);
    assert.equal((await test.db.query('SELECT FROM removals')).rowCount, 0);
  });

  for (const [kind, subject] of [
    ['account', () => 'support'],
    ['thread', (thread: string) => thread],
    ['address', () => 'bob@outside.test'],
  ] as const) {
    it(`stays whole while its ${kind} is on hold, and goes when it is released`, async () => {
      const came = await conversation('lamp', 'Kumquat');
      const other = await conversation('chair', 'Rambutan');
      await test.db.query(`UPDATE thread_people SET address = 'eve@elsewhere.test' WHERE thread = $1`, [other.thread]);
      await test.db.query(
        `UPDATE messages SET facts = replace(facts::text, 'bob@outside.test', 'eve@elsewhere.test')::json
         WHERE thread = $1`,
        [other.thread],
      );
      await older(400);
      const held = { kind, subject: subject(came.thread), by: 'somebody' };
      assert.equal(await addHold(test.db, { ...held, reason: 'a lawsuit' }), true);
      assert.equal(await addHold(test.db, { ...held, reason: 'the same' }), false);
      const all = { texts: DAY, rooms: DAY, attachments: DAY };
      await run(all);
      const kept = await columnsWith(test.db, 'kumquat in the text');
      assert.deepEqual(kept, ['mail_chunks.bytes', 'matrix_sends.content', 'search_texts.body']);
      const others = await columnsWith(test.db, 'rambutan in the text');
      assert.deepEqual(
        others,
        kind === 'account' ? ['mail_chunks.bytes', 'matrix_sends.content', 'search_texts.body'] : [],
      );
      assert.equal(await releaseHold(test.db, held), true);
      assert.equal(await releaseHold(test.db, held), false);
      await run(all);
      assert.deepEqual(await columnsWith(test.db, 'kumquat in the text'), []);
    });
  }

  it('leaves alone what waits: a suspected mail, one in quarantine, an answer that has not left', async () => {
    const came = await conversation('lamp', 'Kumquat');
    const waiting = await world.mails.write('Physalis for you', {
      in: { thread: came.thread, answers: came.message },
      open: true,
    });
    const [held, quarantined] = [
      await world.arrivals.store({ id: 'h@x.test', text: 'Tamarillo' }),
      await world.arrivals.store({ id: 'q@x.test', text: 'Carambola' }),
    ];
    await test.db.query(`UPDATE mails SET state = 'held', message = 'h' WHERE mail = $1`, [held]);
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, message, purpose, subject, sender, kind, type, content, state)
       VALUES ('s', 'support', 'h', 'suspected', 'h', '@b:m', 'event', 'm.room.message',
         '{"body":"Tamarillo"}', 'sent')`,
    );
    await test.db.query(`UPDATE mails SET state = 'quarantined' WHERE mail = $1`, [quarantined]);
    await older(4000);
    await run({ texts: DAY, rooms: DAY });
    assert.deepEqual(await columnsWith(test.db, 'physalis'), ['outgoing_events.content']);
    assert.deepEqual(await columnsWith(test.db, 'tamarillo'), ['mail_chunks.bytes', 'matrix_sends.content']);
    assert.deepEqual(await columnsWith(test.db, 'carambola'), ['mail_chunks.bytes']);
    assert.notEqual(waiting.event, '');
  });

  it('asks for the redaction of what was said, once, and for the deletion of files that no mail has', async () => {
    const came = await conversation('lamp', 'Kumquat');
    await answer(came as never, 'Physalis for you');
    const [old, kept] = ['a'.repeat(64), 'b'.repeat(64)];
    for (const sha256 of [old, kept]) {
      await test.db.query(
        `INSERT INTO media (account, sha256, mxc, size, uploaded_at) VALUES ('support', $1, $2, 1, now())`,
        [sha256, `mxc://matrix.test/${sha256.slice(0, 8)}`],
      );
    }
    await older(400);
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, purpose, subject, sender, kind, type, content, files, state)
       VALUES ('n', 'support', 'part', 'n', '@b:m', 'event', 'm.room.message', '{}', $1, 'sent')`,
      [JSON.stringify([{ sha256: kept }])],
    );
    await run({ rooms: DAY, attachments: DAY });
    await run({ rooms: DAY, attachments: DAY });
    const { rows } = await test.db.query<{ kind: string; subject: string; room: string | null }>(
      'SELECT kind, subject, room FROM removals ORDER BY removal',
    );
    assert.deepEqual(
      rows.filter(({ kind }) => kind === 'media').map(({ subject }) => subject),
      ['mxc://matrix.test/aaaaaaaa'],
    );
    const events = rows.filter(({ kind }) => kind === 'event');
    assert.ok(events.length >= 2);
    assert.ok(events.some(({ room }) => room === came.room));
    assert.equal((await test.db.query('SELECT FROM media')).rowCount, 1);
  });
});

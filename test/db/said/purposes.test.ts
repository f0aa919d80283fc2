/**
 * What a send is for decides what people mean on it: over a real database, for what this version writes and what the
 * versions before had written.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { notice } from '../../../src/bridge/notice/notices.ts';
import type { EventId, Purpose, RoomId } from '../../../src/bridge/types.ts';
import { loadMigrations, migrate } from '../../../src/db/migrate.ts';
import { addSend } from '../../../src/db/room-tables/sends.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const ONLY_TELL: readonly Purpose[] = [
  'answer',
  'delivery',
  'paused',
  'recipients',
  'nobody',
  'taken-back',
  'linked',
  'linked-there',
  'verified',
  'came-meanwhile',
  'done',
  'welcome',
  'kept-apart',
  'told-aside',
  'may-not',
  'work-due',
  'source',
  'report',
  'stopped',
  'asked',
  'new-participant',
  'earlier-notice',
];

const server = suiteServer();
let test: TestDatabase;
let rooms: Rooms;
let room: RoomId;
let count = 0;

const thread = (at: RoomId) => at.replace(/^!thread-[a-z]+-(\d+):.*$/, 't$1');
const react = (at: RoomId, of: EventId, key: string) =>
  rooms.event(at, alice, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: of, key } });

async function all<T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await test.db.query<T>(sql, [...values])).rows;
}

/** What the bot has said in the room of a thread. */
async function shown(
  at: RoomId,
  purpose: Purpose,
  more: { readonly message?: string; readonly outgoing?: string } = {},
): Promise<EventId> {
  const event = `$told${String(++count)}` as EventId;
  await test.db.query(
    `INSERT INTO matrix_sends (send, account, thread, message, outgoing, purpose, subject, sender, kind, type, content,
       state, event)
     VALUES ($1, 'support', $2, $3, $4, $5, $1, $6, 'event', 'm.room.message',
     '{"msgtype":"m.notice","body":"I say this."}', 'sent', $7)`,
    [`told${String(count)}`, thread(at), more.message ?? null, more.outgoing ?? null, purpose, bot, event],
  );
  return event;
}

/** A message that has been mailed: its event and its mail. */
async function mailed(at: RoomId): Promise<{ event: EventId; outgoing: string }> {
  await rooms.say(at, alice, 'The lamps are here.');
  const [mail] = await all<{ event: EventId; outgoing: string }>(
    'SELECT event, outgoing FROM outgoing_events JOIN outgoing USING (outgoing) WHERE room = $1',
    [at],
  );
  assert.ok(mail !== undefined);
  await test.db.query(`UPDATE outgoing SET state = 'sent' WHERE outgoing = $1`, [mail.outgoing]);
  const facts = {
    from: [{ name: 'Support', address: 'support@mailroom.test' }],
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Lamps',
    inReplyTo: [],
    references: [],
    date: null,
    decision: 'own',
    sender: null,
  };
  await test.db.query(
    `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts, outgoing)
     SELECT outgoing, 'support', thread, 'out', message_id, 'x', 'x', $2, outgoing FROM outgoing WHERE outgoing = $1`,
    [mail.outgoing, JSON.stringify(facts)],
  );
  return mail;
}

const rules = () => all('SELECT effect, pattern FROM entry_rules');
const mails = (at: RoomId) => all<{ state: string }>('SELECT state FROM outgoing WHERE room = $1', [at]);

describe('what people mean on what the bot said', () => {
  before(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
  });
  after(() => test.close());
  beforeEach(async () => {
    room = await rooms.room('support', 'thread');
  });

  it('no to “it had mailed already” decides nothing: it blocks nobody, least of all our own address', async () => {
    const { event } = await mailed(room);
    const [told] = await rooms.event(room, alice, 'm.room.redaction', { redacts: event });
    assert.match(told?.body ?? '', /mailed already/);
    await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$late' WHERE purpose = 'too-late'`);
    for (const key of ['❌', '✅']) assert.deepEqual(await react(room, '$late' as EventId, key), []);
    assert.deepEqual(await rules(), []);
    const work = await all('SELECT state FROM thread_work WHERE thread = $1', [thread(room)]);
    assert.deepEqual(work, [{ state: 'open' }]);
  });

  it('a reply to “it had mailed already” goes to whoever got that mail', async () => {
    const { event, outgoing } = await mailed(room);
    const late = await shown(room, 'too-late', { message: outgoing });
    assert.ok(event !== late);
    const dora = JSON.stringify({
      to: [{ name: '', address: 'dora@outside.test' }],
      cc: [],
      why: { kind: 'nobody' },
      answers: null,
    });
    await test.db.query('UPDATE outgoing SET recipients = $2 WHERE outgoing = $1', [outgoing, dora]);
    await rooms.say(room, alice, 'I meant the chairs.', late);
    const [correction] = await all<{ to: string; answers: string; id: string }>(
      `SELECT n.recipients -> 'to' -> 0 ->> 'address' AS to, n.recipients ->> 'answers' AS answers, o.message_id AS id
       FROM outgoing n, outgoing o WHERE n.room = $1 AND n.state = 'open' AND o.outgoing = $2`,
      [room, outgoing],
    );
    assert.equal(correction?.to, 'dora@outside.test');
    assert.equal(correction.answers, correction.id);
  });

  for (const purpose of ONLY_TELL) {
    it(`a reply to what it says never leaves, and its author is told (${purpose})`, async () => {
      const event = await shown(room, purpose, { message: `m${thread(room)}` });
      const [told, more] = await rooms.say(room, alice, 'Is that so?', event);
      assert.match(told?.body ?? '', /Not mailed: a reply to a message of mine stays in this room/);
      assert.equal(more, undefined);
      const inside = {
        'm.relates_to': {
          rel_type: 'm.thread',
          event_id: event,
          is_falling_back: true,
          'm.in_reply_to': { event_id: event },
        },
      };
      await rooms.event(room, alice, 'm.room.message', { msgtype: 'm.text', body: 'And in its thread?', ...inside });
      assert.deepEqual(await mails(room), []);
    });
  }

  it('yes to “this address is paused” does not let go what the loop guard stopped', async () => {
    const { event, outgoing } = await mailed(room);
    await test.db.query(
      `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason) VALUES ($1, 'support', $2, 'held',
         'burst')`,
      [outgoing, thread(room)],
    );
    assert.deepEqual(await react(room, await shown(room, 'paused', { outgoing }), '✅'), []);
    assert.deepEqual(await all('SELECT state FROM brake_verdicts WHERE outgoing = $1', [outgoing]), [
      { state: 'held' },
    ]);
    const [released] = await react(room, event, '✅');
    assert.match(released?.body ?? '', /^Released/);
  });

  it('a sign or a command that names a notice of another room means nothing', async () => {
    const there = await rooms.room('support', 'thread');
    const asks = await shown(there, 'new-participant', { message: `m${thread(there)}` });
    for (const key of ['✅', '❌', '👀']) assert.deepEqual(await react(room, asks, key), []);
    assert.match((await rooms.say(room, alice, '!mail block', asks))[0]?.body ?? '', /whom|reply|address/i);
    assert.deepEqual(await rules(), []);
    assert.deepEqual(await all('SELECT FROM thread_work WHERE thread = $1', [thread(room)]), []);
    await react(there, asks, '❌');
    assert.deepEqual(await rules(), [{ effect: 'block', pattern: 'bob@outside.test' }]);
    await test.db.query('DELETE FROM entry_rules');
  });

  it('the same is told once of a subject, whatever its id', async () => {
    const place = {
      account: rooms.deps.accounts.get('support' as never)?.id ?? ('' as never),
      thread: thread(room) as never,
      room: null,
    };
    const about = { place, bot, purpose: { kind: 'verified', of: `m${thread(room)}` as never } as const };
    const send = notice(rooms.ids, { ...about, said: { body: 'Once', html: 'Once' } });
    await test.db.transaction((tx) => addSend(tx, send));
    await test.db.transaction((tx) => addSend(tx, { ...send, send: 'another id' }));
    assert.deepEqual(
      await all(`SELECT send FROM matrix_sends WHERE purpose = 'verified' AND thread = $1`, [thread(room)]),
      [{ send: send.send }],
    );
  });
});

describe('a database of before purposes', () => {
  before(async () => {
    test = await server.database();
    await test.db.query('DROP SCHEMA public CASCADE');
    await test.db.query('CREATE SCHEMA public');
    const migrations = await loadMigrations();
    const before = migrations.filter(({ name }) => name < '0005');
    await migrate(test.db, before);
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
    await beforePurposes();
    await migrate(test.db, migrations);
  });
  after(() => test.close());

  const lobby = '!lobby:matrix.test' as RoomId;

  /** A thread with a mail from Bob, one of ours, and all that the version before said about them, by position. */
  async function beforePurposes(): Promise<void> {
    room = '!thread-support-1:matrix.test' as RoomId;
    await test.db.query(
      `INSERT INTO threads (thread, account, subject, opened_by) VALUES ('t1', 'support', 'Lamps', 'new')`,
    );
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
       VALUES ($1, 'support', 'thread', 't1', 'a', 'active', 0), ($2, 'support', 'lobby', NULL, 'b', 'active', 0)`,
      [room, lobby],
    );
    const facts = (from: string) =>
      JSON.stringify({
        from: [{ name: '', address: from }],
        replyTo: [],
        to: [{ name: '', address: 'support@mailroom.test' }],
        cc: [],
        subject: 'Lamps',
        inReplyTo: [],
        references: [],
        date: null,
        decision: 'new',
        sender: null,
      });
    for (const [message, direction, from, kind] of [
      ['in1', 'in', 'bob@outside.test', 'message'],
      ['unread1', 'in', 'bob@outside.test', 'message'],
      ['report1', 'in', 'daemon@outside.test', 'dsn'],
      ['many1', 'in', 'bob@outside.test', 'message'],
      ['out1', 'out', 'support@mailroom.test', 'message'],
    ] as const) {
      await test.db.query(
        `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts, kind)
         VALUES ($1, 'support', 't1', $2, '<' || $1 || '@x.test>', 'x', 'x', $3, $4)`,
        [message, direction, facts(from), kind],
      );
    }
    const to = JSON.stringify({
      to: [{ name: '', address: 'bob@outside.test' }],
      cc: [],
      why: { kind: 'nobody' },
      answers: null,
    });
    for (const [outgoing, state] of [
      ['out1', 'sent'],
      ['stopped1', 'closed'],
    ] as const) {
      await test.db.query(
        `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
           send_by)
         VALUES ($1, 'support', 't1', $2, $3, $4, $5, '<' || $1 || '@x.test>', now(), now())`,
        [outgoing, room, alice, state, to],
      );
    }
    await test.db.query(
      `INSERT INTO outgoing_events (event, account, outgoing, position, content, sent_at)
       VALUES ('$first', 'support', 'out1', 0, '{"type":"m.room.message","content":{"msgtype":"m.text","body":"x"}}',
       now())`,
    );
    await test.db.query(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, message, reason)
       VALUES ('support', 'INBOX', 'watched', 1, 1, 1, 'held', 'held1', 'fail: fail (spf)')`,
    );
    await test.db.query(
      `INSERT INTO asked_messages (event, account, thread, author, content, notice)
       VALUES ('$asked-event', 'support', 't1', $1,
       '{"type":"m.room.message","content":{"msgtype":"m.text","body":"Twice"}}', 'asks')`,
      [alice],
    );
    await test.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason) VALUES ('stopped1', 'support', 't1',
           'held', 'burst')`,
      );
      await old(tx, { send: 'stops', outgoing: 'stopped1' });
    });
    await test.db.transaction(async (tx) => {
      await old(tx, { send: 'delivered', outgoing: 'stopped1' });
      await old(tx, { send: 'part0', message: 'in1' });
      await old(tx, { send: 'part1', message: 'in1', position: 1, files: true });
      await old(tx, { send: 'unread0', message: 'unread1' });
      await old(tx, { send: 'report0', message: 'report1', relates: true });
      await old(tx, { send: 'report2', message: 'report1', position: 2, files: true });
      for (const position of [499, 500, 1200])
        await old(tx, { send: `many${String(position)}`, message: 'many1', position, files: true, msgtype: 'm.file' });
    });
    await test.db.transaction(async (tx) => {
      await old(tx, { send: 'again0', message: 'in1', position: 500 });
      await old(tx, { send: 'again1', message: 'in1', position: 501 });
      await old(tx, { send: 'original', message: 'in1', position: 1000, files: true });
      await old(tx, { send: 'again-original', message: 'in1', position: 1500, files: true });
      await old(tx, { send: 'source', message: 'in1', position: 2000, files: true });
      await old(tx, { send: 'held', message: 'held1', position: 3000, thread: null });
      await old(tx, { send: 'lobby', message: 'auto1', thread: null });
      await old(tx, { send: 'joined', message: 'in1', position: 3001 });
      await old(tx, { send: 'late', message: 'out1', position: 3001 });
      await old(tx, { send: 'linked', message: 'in1', position: 3002, state: 'waiting' });
      await old(tx, { send: 'asks' });
      await old(tx, { send: 'first', msgtype: 'm.text' });
      await old(tx, { send: 'help' });
      await old(tx, { send: 'sign', type: 'm.reaction', outgoing: 'out1' });
      await old(tx, { send: 'unsign', type: 'm.room.redaction', kind: 'redaction', outgoing: 'out1' });
    });
  }

  interface OldSend {
    readonly send: string;
    readonly message?: string;
    readonly outgoing?: string;
    readonly position?: number;
    readonly thread?: null;
    readonly type?: string;
    readonly kind?: string;
    readonly files?: boolean;
    readonly relates?: boolean;
    readonly msgtype?: string;
    readonly state?: 'waiting';
  }

  async function old(tx: { query: (sql: string, values: unknown[]) => Promise<unknown> }, one: OldSend): Promise<void> {
    const msgtype =
      one.msgtype ?? (one.send.startsWith('part') || one.send.startsWith('again') ? 'm.text' : 'm.notice');
    const relates = one.relates === true ? { 'm.relates_to': { 'm.in_reply_to': { event_id: '$x' } } } : {};
    await tx.query(
      `INSERT INTO matrix_sends (send, account, thread, message, outgoing, position, sender, kind, type, content,
         files, state, event)
       VALUES ($1, 'support', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $11 = 'sent' THEN '$' || $1 END)`,
      [
        one.send,
        one.thread === null ? null : 't1',
        one.message ?? null,
        one.outgoing ?? null,
        one.position ?? 0,
        bot,
        one.kind ?? 'event',
        one.type ?? 'm.room.message',
        JSON.stringify({ msgtype, body: one.send, ...relates }),
        one.files === true ? '[{}]' : '[]',
        one.state ?? 'sent',
      ],
    );
  }

  it('says of each send what it is for and what it is about', async () => {
    const rows = await all<{ send: string; is: string }>(
      `SELECT send, purpose || ' ' || CASE WHEN subject = send THEN '=' ELSE subject END || ' ' || part AS is FROM
         matrix_sends`,
    );
    assert.deepEqual(Object.fromEntries(rows.map(({ send, is }) => [send, is])), {
      part0: 'part in1 0',
      part1: 'part in1 1',
      unread0: 'unread unread1 0',
      report0: 'report report1 0',
      report2: 'report report1 2',
      many499: 'part many1 499',
      many500: 'part many1 500',
      many1200: 'part many1 1200',
      again0: 'repeated = 0',
      again1: 'repeated = 1',
      original: 'original = 0',
      'again-original': 'repeated-original = 0',
      source: 'source = 0',
      held: 'suspected held1 0',
      lobby: 'lobby-part auto1 0',
      joined: 'new-participant = 0',
      late: 'too-late = 0',
      linked: 'linked in1 0',
      stops: 'stopped = 0',
      delivered: 'earlier-notice = 0',
      asks: 'asked $asked-event 0',
      first: 'first-words = 0',
      help: 'earlier-notice = 0',
      sign: 'sign = 0',
      unsign: 'sign-removed = 0',
    });
  });

  it('no to its “it had mailed already” blocks nobody any more, and a reply is a correction', async () => {
    assert.deepEqual(await react(room, '$late' as EventId, '❌'), []);
    assert.deepEqual(await rules(), []);
    await rooms.say(room, alice, 'I meant the chairs.', '$late' as EventId);
    const [mail] = await all(
      `SELECT recipients ->> 'answers' AS answers FROM outgoing WHERE state = 'open' AND room = $1`,
      [room],
    );
    assert.deepEqual(mail, { answers: '<out1@x.test>' });
  });

  it('no to what it asks still works: a mail that it held, somebody new, a repetition, what it stopped', async () => {
    assert.match((await react(lobby, '$held' as EventId, '❌'))[0]?.body ?? '', /\S/);
    assert.deepEqual(await all(`SELECT state FROM mails WHERE message = 'held1'`), [{ state: 'ignored' }]);
    await react(room, '$asks' as EventId, '❌');
    assert.deepEqual(await all('SELECT state FROM asked_messages'), [{ state: 'dropped' }]);
    assert.deepEqual(await react(room, '$delivered' as EventId, '❌'), []);
    await react(room, '$stops' as EventId, '❌');
    assert.deepEqual(await all('SELECT state FROM brake_verdicts'), [{ state: 'cancelled' }]);
    await react(room, '$joined' as EventId, '❌');
    assert.deepEqual(await rules(), [{ effect: 'block', pattern: 'bob@outside.test' }]);
  });
});

/** Members who speak as themselves: over the real worker, a stand-in homeserver and a second registration. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import { Puppets } from '../../../src/matrix/puppets.ts';
import { makePuppetRegistration } from '../../../src/matrix/registration.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInEvent, StandInHomeserver } from '../../support/homeserver.ts';
import type { Arrived } from '../../support/handlers/arrivals.ts';
import { alice, bob, bot, ids, quiet, testAccount } from '../../support/handlers/fixtures.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';

const account = testAccount();
const facts = { bot: 'mailroom', domain: 'matrix.test' };
const registration = makePuppetRegistration(facts, null, { as_token: 'puppets', hs_token: 'nobody' });

describe('a member who answers from a mail program', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let sending: Sending;
  let own: Map<UserId, string>;
  let except: UserId[];
  let count = 0;

  beforeEach(async () => {
    test = await server.database();
    own = new Map();
    except = [];
    sending = await sendingWorld(test, parser, account, {
      puppets: (url) =>
        new Puppets({
          db: test.db,
          homeserver: { url },
          registration,
          log: quiet,
          settings: () => ({ tokens: Object.fromEntries(own), except }),
          hashOf: (user, token) => ids.login('puppet', user, token),
        }),
    });
    ({ homeserver } = sending);
    for (const user of [alice, bob]) homeserver.users.add(user);
    homeserver.tokens.set('puppets', null);
    await sending.start();
  });
  afterEach(() => sending.end());

  const fromBob = (more: readonly string[] = []) =>
    arrive('watched', ['From: Bob <bob@outside.test>', 'To: support@mailroom.test', ...more], 'Where are the lamps?');
  /** Alice answers in her mail program, with the account's login. */
  const fromAlice = (body = 'They are on their way.', more: readonly string[] = []) =>
    arrive(
      'sent',
      ['From: Alice <alice@mailroom.test>', 'To: bob@outside.test', 'References: <first@outside.test>', ...more],
      body,
    );
  async function arrive(role: 'sent' | 'watched', lines: readonly string[], body: string): Promise<Arrived> {
    const id = role === 'watched' ? '<first@outside.test>' : `<answer-${String(++count)}@mailroom.test>`;
    const text = [...lines, `Message-ID: ${id}`, 'Subject: Re: Lamps', '', body, ''].join('\r\n');
    const arrived = await sending.arrivals.arrive(text, { role });
    await settled();
    return arrived;
  }
  /** Nothing waits to be said any more. */
  const settled = () =>
    sending.hurryUntil(async () => {
      const { rowCount } = await test.db.query(`SELECT FROM jobs WHERE state = 'ready' AND queue = 'matrix-send'`);
      return rowCount === 0;
    });
  const roomOf = async ({ thread }: Arrived): Promise<RoomId> => {
    const row = await findThreadRoom(test.db, thread as ThreadId);
    assert.ok(row);
    return row.room;
  };
  /** Bob's mail, and the room of it, in which Alice is. */
  const begun = async (): Promise<RoomId> => {
    const room = await roomOf(await fromBob());
    homeserver.rooms.member(room, alice, alice, { membership: 'join' });
    await test.db.query(`UPDATE members SET membership = 'join' WHERE user_id = $1`, [alice]);
    return room;
  };
  const said = (room: RoomId) =>
    homeserver.sent('m.room.message', room).map(({ sender, content }) => [sender, String(content['body'])]);
  const lastOf = (room: RoomId, type = 'm.room.message'): StandInEvent => {
    const last = homeserver.sent(type, room).at(-1);
    assert.ok(last);
    return last;
  };
  /** What the homeserver pushes of an event; returns what it came to. */
  const pushed = async (event: StandInEvent): Promise<string> => {
    await sending.said.push({ ...event, content: event.content });
    await sending.said.handle(event.event_id as EventId);
    const { rows } = await test.db.query<{ state: string; reason: string | null }>(
      'SELECT state, reason FROM events WHERE event = $1',
      [event.event_id],
    );
    return `${rows[0]?.state ?? ''} ${rows[0]?.reason ?? ''}`.trim();
  };
  const mails = async () => (await test.db.query('SELECT FROM outgoing')).rowCount;
  const ours = async (room: RoomId) => {
    const { rows } = await test.db.query<{ sender: string; body: string }>(
      `SELECT sender, content ->> 'body' AS body FROM matrix_sends JOIN rooms USING (thread)
       WHERE rooms.room = $1 AND purpose = 'edit-stays'`,
      [room],
    );
    return rows;
  };

  it('says it in the room as themselves', async () => {
    const room = await begun();
    await fromAlice();
    assert.deepEqual(said(room).at(-1), [alice, 'They are on their way.']);
    assert.equal(lastOf(room).sender, alice);
  });

  it('comes in where they were invited, and nowhere else', async () => {
    const room = await roomOf(await fromBob());
    assert.equal(homeserver.rooms.membership(room, alice), 'invite');
    await fromAlice();
    assert.equal(homeserver.rooms.membership(room, alice), 'join');
    assert.deepEqual(said(room).at(-1), [alice, 'They are on their way.']);
    homeserver.rooms.member(room, alice, alice, { membership: 'leave' });
    await test.db.query(`UPDATE members SET membership = 'leave', stays_out = true WHERE user_id = $1`, [alice]);
    await fromAlice('And they are red.');
    assert.equal(homeserver.rooms.membership(room, alice), 'leave');
    assert.deepEqual(said(room).at(-1)?.[0], bot);
    assert.match(said(room).at(-1)?.[1] ?? '', /^Alice .*\(from a mail program\):\nAnd they are red\.$/);
  });

  it('is said for them where the homeserver refuses, and nothing is lost or said twice', async () => {
    const room = await begun();
    for (const fault of [
      { status: 403, errcode: 'M_FORBIDDEN' },
      { status: 400, errcode: 'M_UNKNOWN' },
      { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
      { status: 404, errcode: 'M_NOT_FOUND' },
    ]) {
      homeserver.policy = ({ name, user }) => (user === alice && /\/send\//.test(name) ? fault : null);
      const body = `Refused with ${String(fault.status)}.`;
      await fromAlice(body);
      assert.deepEqual(
        said(room).filter(([, text]) => text?.endsWith(body)),
        [[bot, `Alice (from a mail program):\n${body}`]],
      );
    }
    homeserver.policy = () => null;
    await fromAlice('By myself again.');
    assert.deepEqual(said(room).at(-1), [alice, 'By myself again.']);
    assert.equal((await findThreadRoom(test.db, (await fromAlice()).thread as ThreadId))?.room, room);
  });

  it('is found again where the answer was lost, also when the homeserver refuses the second try', async () => {
    const room = await begun();
    homeserver.failNext(/\/send\/m\.room\.message\//, 'cut-after');
    await fromAlice('Once.');
    assert.deepEqual(
      said(room).filter(([, text]) => text?.includes('Once.')),
      [[alice, 'Once.']],
    );
    // The first try arrives and is not answered; then the registration is gone, and the transaction ids are forgotten.
    homeserver.failNext(/\/send\/m\.room\.message\//, 'cut-after');
    const before = homeserver.sent().length;
    homeserver.policy = ({ name, user }) =>
      user === alice && /\/send\//.test(name) && homeserver.sent().length > before
        ? { status: 401, errcode: 'M_UNKNOWN_TOKEN' }
        : null;
    await fromAlice('Once more.');
    assert.deepEqual(
      said(room).filter(([, text]) => text?.includes('Once more.')),
      [[alice, 'Once more.']],
    );
  });

  it('is known as ours when it comes back: not mailed, no approval, nobody has read by it', async () => {
    const room = await begun();
    await fromAlice();
    assert.equal(await pushed(lastOf(room)), 'done');
    assert.equal(await mails(), 0);
    assert.equal((await test.db.query(`SELECT FROM jobs WHERE queue = 'mail-out'`)).rowCount, 0);
    // The same pushed again, or found by reading back.
    assert.equal(await pushed(lastOf(room)), 'done');
    assert.equal(await mails(), 0);
  });

  it('is known by what comes back alone, where nobody wrote down that it was sent', async () => {
    const room = await begun();
    await fromAlice();
    const event = lastOf(room);
    await test.db.query(`UPDATE matrix_sends SET state = 'waiting', event = NULL WHERE event = $1`, [event.event_id]);
    assert.equal(await pushed(event), 'done');
    const { rows } = await test.db.query('SELECT state FROM matrix_sends WHERE event = $1', [event.event_id]);
    assert.deepEqual(rows, [{ state: 'sent' }]);
    assert.equal(await mails(), 0);
  });

  it('is no echo where somebody copies the key of what was said: that is theirs, and is mailed', async () => {
    const room = await begun();
    await fromAlice();
    const event = lastOf(room);
    assert.equal(await pushed(event), 'done');
    // By themselves, by a colleague, and of what a ghost said.
    const copy = homeserver.say(room, alice, { ...event.content, body: 'And a copy of my own.' });
    assert.equal(await pushed(copy), 'done');
    assert.equal(await mails(), 1);
    homeserver.rooms.member(room, bob, bob, { membership: 'join' });
    assert.equal(await pushed(homeserver.say(room, bob, { ...event.content, body: 'By a colleague.' })), 'done');
    assert.equal(await mails(), 2);
    const ghost = homeserver.sent('m.room.message', room).find(({ sender }) => sender.startsWith('@mail_'));
    assert.ok(ghost);
    assert.equal(await pushed(homeserver.say(room, alice, { ...ghost.content, body: 'Of a ghost, by me.' })), 'done');
    const { rowCount } = await test.db.query(`SELECT FROM outgoing_events WHERE state = 'in'`);
    assert.equal(rowCount, 3);
  });

  it('is no echo by a key of a send in another room, of another type, or that is none', async () => {
    const room = await begun();
    await fromAlice();
    const { content } = lastOf(room);
    await test.db.query(`UPDATE matrix_sends SET state = 'waiting', event = NULL WHERE sender = $1`, [alice]);
    const other = await sending.said.room('support', 'thread');
    const event = (id: string, at: RoomId, more: object) => ({
      ...{ event_id: id, room_id: at, type: 'm.room.message', sender: alice, origin_server_ts: Date.now() },
      content: { msgtype: 'm.text', body: `Something of mine about ${id.repeat(9)}.`, ...more },
    });
    for (const [id, at, key] of [
      ['$elsewhere', other, content['org.mailroom.send']],
      ['$none', room, 'nothing'],
      ['$zero', room, 'a\u0000b'],
      ['$number', room, 7],
    ] as const) {
      await sending.said.push(event(id, at, { 'org.mailroom.send': key }));
      await sending.said.handle(id as EventId);
    }
    const { rows } = await test.db.query(`SELECT event FROM outgoing_events WHERE state = 'in' ORDER BY event`);
    assert.deepEqual(rows, [{ event: '$elsewhere' }, { event: '$none' }, { event: '$number' }, { event: '$zero' }]);
    const waiting = await test.db.query(`SELECT FROM matrix_sends WHERE sender = $1 AND event IS NULL`, [alice]);
    assert.equal(waiting.rowCount, 1);
  });

  it('is not mailed where the database was restored and knows nothing of it, and its author is told', async () => {
    const room = await begun();
    await fromAlice();
    const event = lastOf(room);
    await test.db.query(`DELETE FROM matrix_sends WHERE event = $1`, [event.event_id]);
    assert.equal(await pushed(event), 'ignored unknown-send');
    assert.equal(await mails(), 0);
    const told = await test.db.query(`SELECT FROM matrix_sends WHERE purpose = 'set-aside'`);
    assert.equal(told.rowCount, 1);
  });

  it('tells who edits it that the edit stays, once, and mails neither that nor a deletion', async () => {
    const room = await begun();
    await fromAlice();
    const event = lastOf(room);
    await pushed(event);
    const edit = (body: string) =>
      homeserver.say(room, alice, {
        ...{ msgtype: 'm.text', body: `* ${body}`, 'm.new_content': { msgtype: 'm.text', body } },
        'm.relates_to': { rel_type: 'm.replace', event_id: event.event_id },
        'org.mailroom.send': event.content['org.mailroom.send'],
      });
    assert.equal(await pushed(edit('They are late.')), 'ignored came-by-mail');
    assert.equal(await pushed(edit('They are very late.')), 'ignored came-by-mail');
    assert.equal((await ours(room)).length, 1);
    assert.match((await ours(room))[0]?.body ?? '', /came from a mail program/);
    assert.equal(await pushed(homeserver.rooms.redact(room, alice, event.event_id, undefined)), 'ignored not-mailed');
    assert.equal(await mails(), 0);
  });

  it('answers and reacts as anybody on what a member said: it is a mail', async () => {
    const room = await begun();
    await fromAlice();
    const event = lastOf(room);
    await pushed(event);
    const tick = homeserver.say(
      room,
      alice,
      { 'm.relates_to': { rel_type: 'm.annotation', event_id: event.event_id, key: '✅' } },
      'm.reaction',
    );
    assert.equal(await pushed(tick), 'done');
    const { rows } = await test.db.query('SELECT state FROM thread_work');
    assert.deepEqual(rows, [{ state: 'done' }]);
  });

  /** Alice reacts in her mail program to Bob's mail, as Gmail does. */
  const reacts = async (emoji: string) => {
    const lines = [
      'From: Alice <alice@mailroom.test>',
      'To: bob@outside.test',
      `Message-ID: <reaction-${String(++count)}@mailroom.test>`,
      'In-Reply-To: <first@outside.test>',
      'References: <first@outside.test>',
      'MIME-Version: 1.0',
      'Content-Type: text/vnd.google.email-reaction+json; charset=utf-8',
      '',
      JSON.stringify({ emoji, version: 1 }),
    ];
    await sending.arrivals.arrive(lines.join('\r\n'), { role: 'sent' });
    await settled();
  };
  const work = async () => (await test.db.query('SELECT state, claimed_by, done_by FROM thread_work')).rows;

  it('reacts by mail as themselves, on the message, and what comes back is no reaction of the chat', async () => {
    const room = await begun();
    const before = await work();
    await reacts('👍');
    const shown = lastOf(room, 'm.reaction');
    const mail = homeserver.sent('m.room.message', room)[0]?.event_id;
    const { key, event_id: on } = shown.content['m.relates_to'] as Record<string, string>;
    assert.deepEqual([shown.sender, key, on], [alice, '👍', mail]);
    assert.equal(await pushed(shown), 'done');
    assert.equal(await mails(), 0);
    assert.deepEqual(await work(), before);
  });

  it('decides nothing by a sign in a mail: it is said by the bot in words', async () => {
    const room = await begun();
    const before = await work();
    for (const sign of ['✅', '👀', '❌']) {
      await reacts(sign);
      assert.deepEqual([lastOf(room).sender, lastOf(room).content['msgtype']], [bot, 'm.notice']);
    }
    assert.equal(homeserver.sent('m.reaction', room).filter(({ sender }) => sender === alice).length, 0);
    assert.deepEqual(await work(), before);
  });

  it('has a reaction said for them, in words, where the homeserver refuses it', async () => {
    const room = await begun();
    homeserver.tokens.delete('puppets');
    await reacts('🎉');
    assert.deepEqual(said(room).at(-1), [bot, 'Alice reacted with 🎉.']);
    const relation = lastOf(room).content['m.relates_to'] as Record<string, Record<string, string>>;
    assert.equal(relation['m.in_reply_to']?.['event_id'], homeserver.sent('m.room.message', room)[0]?.event_id);
  });

  it('has files uploaded by the bot, and said by themselves', async () => {
    const room = await begun();
    const text = [
      'From: Alice <alice@mailroom.test>',
      'To: bob@outside.test',
      'Message-ID: <file@mailroom.test>',
      'References: <first@outside.test>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The plan.',
      '--b',
      'Content-Type: application/zip; name=plan.zip',
      'Content-Disposition: attachment; filename=plan.zip',
      '',
      'plan',
      '--b--',
      '',
    ];
    await sending.arrivals.arrive(text.join('\r\n'), { role: 'sent' });
    await settled();
    assert.deepEqual(said(room).slice(-2), [
      [alice, 'The plan.'],
      [alice, 'plan.zip'],
    ]);
  });

  it('speaks by a token of their own, and is told once when it is refused', async () => {
    const room = await begun();
    own.set(alice, 'alices');
    homeserver.tokens.set('alices', alice);
    homeserver.tokens.delete('puppets');
    await fromAlice('By my own token.');
    assert.deepEqual(said(room).at(-1), [alice, 'By my own token.']);
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, alias, state) VALUES ('!chat:matrix.test', 'support', 'management',
         '', 'active')`,
    );
    await test.db.query(
      `INSERT INTO members (room, user_id, account, membership) VALUES ('!chat:matrix.test', $1, 'support', 'join')`,
      [alice],
    );
    homeserver.tokens.delete('alices');
    await fromAlice('Refused.');
    await fromAlice('And again.');
    assert.deepEqual(
      said(room)
        .slice(-2)
        .map(([sender]) => sender),
      [bot, bot],
    );
    const { rows } = await test.db.query(`SELECT room FROM matrix_sends WHERE purpose = 'puppet-refused'`);
    assert.deepEqual(rows, [{ room: '!chat:matrix.test' }]);
    // Another one, given since.
    homeserver.tokens.set('new', alice);
    own.set(alice, 'new');
    await fromAlice('Myself again.');
    assert.deepEqual(said(room).at(-1), [alice, 'Myself again.']);
  });

  it('is never said by a token of somebody else', async () => {
    const room = await begun();
    homeserver.tokens.delete('puppets');
    homeserver.rooms.member(room, bob, bob, { membership: 'join' });
    own.set(alice, 'bobs');
    homeserver.tokens.set('bobs', bob);
    await fromAlice('As whom?');
    assert.equal(said(room).at(-1)?.[0], bot);
  });

  it('is said for who wants nobody to speak as them', async () => {
    const room = await begun();
    except.push(alice);
    await fromAlice();
    assert.equal(said(room).at(-1)?.[0], bot);
  });
});

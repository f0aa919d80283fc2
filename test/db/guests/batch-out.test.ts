/** What is said in a room of guests becomes mails for each of them. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { beforeEach, describe, it } from 'node:test';
import { BATCH_TIMES } from '../../../src/bridge/guest/batch.ts';
import type { EventId, JsonObject, MessageKey } from '../../../src/bridge/types.ts';
import { ghosts, ids } from '../../support/handlers/fixtures.ts';
import { alice, bob } from '../../support/handlers/fixtures.ts';
import { carol, GuestDesk } from '../../support/handlers/guest-desk.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const field = (raw: string, name: string): string | null =>
  new RegExp(`^${name}:(.*(?:\r\n[ \t].*)*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r\n[ \t]+/g, ' ')
    .trim() ?? null;
const after = (of: EventId): JsonObject => ({ 'm.relates_to': { 'm.in_reply_to': { event_id: of } } });
const mentioning = (address = carol): JsonObject => ({ 'm.mentions': { user_ids: [ghosts.ghost(address)] } });

describe('what guests get', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let desk: GuestDesk;

  beforeEach(async () => {
    test = await server.database();
    desk = await GuestDesk.open(test, { hold: { after: 1_000, atMost: 5_000 } });
  });

  const say = (body: string, more: JsonObject = {}, who = alice) =>
    desk.world.rooms.event(desk.room, who, 'm.room.message', { msgtype: 'm.text', body, ...more });
  const later = async (ms: number) => {
    await desk.pass(ms);
    await desk.turn();
  };
  const sent = async () => {
    await desk.send();
    return desk.world.mails.handed.map(({ to }) => to[0]);
  };

  it('is mailed after a pause of the conversation, once, to each of them', async () => {
    await desk.guest(carol, 'Carol');
    await desk.guest('dan@outside.test');
    await say('The lamps hang.');
    await desk.turn();
    await say('All of them.', {}, bob);
    assert.deepEqual(await desk.mails(), []);
    await later(BATCH_TIMES.quiet + 2_000);
    const mails = await desk.mails();
    assert.deepEqual(mails.map(({ to }) => to).sort(), [carol, 'dan@outside.test']);
    assert.match(mails[0]?.raw ?? '', /The lamps hang\.[^]*All of them\./);
    assert.deepEqual((await sent()).sort(), [carol, 'dan@outside.test']);
    await later(3_600_000);
    assert.equal((await desk.mails()).length, 2);
    assert.equal(await desk.due(), null);
  });

  it('says that it is of a list, how to leave, and what an answer goes to', async () => {
    await desk.guest(carol, 'Carol');
    await say('The lamps hang.');
    await later(BATCH_TIMES.quiet + 2_000);
    const [mail] = await desk.mails();
    const raw = mail?.raw ?? '';
    assert.match(field(raw, 'List-Id') ?? '', /^Lamps <[a-z2-7]{32}\.mailroom\.test>$/);
    assert.match(
      field(raw, 'List-Unsubscribe') ?? '',
      /^<https:\/\/mailroom\.test\/guest\/.*>, <mailto:support@mailroom\.test\?subject=STOP>$/,
    );
    assert.equal(field(raw, 'List-Unsubscribe-Post'), 'List-Unsubscribe=One-Click');
    assert.equal(field(raw, 'Precedence'), 'list');
    assert.equal(field(raw, 'Auto-Submitted'), null);
    assert.match(field(raw, 'From') ?? '', /^"?Alice.*support@mailroom\.test/i);
  });

  it('is one conversation: each mail answers the one before', async () => {
    await desk.guest(carol);
    const raws: string[] = [];
    for (const body of ['One.', 'Two.', 'Three.']) {
      await say(body);
      await later(BATCH_TIMES.quiet + 60_000);
      await desk.send();
      raws.push((await desk.mails()).at(-1)?.raw ?? '');
    }
    const ids = raws.map((raw) => field(raw, 'Message-ID'));
    assert.equal(field(raws[0] ?? '', 'In-Reply-To'), null);
    assert.equal(field(raws[1] ?? '', 'In-Reply-To'), ids[0]);
    assert.equal(field(raws[2] ?? '', 'References'), `${String(ids[0])} ${String(ids[1])}`);
  });

  it('at once where it mentions them or replies to them, with all before it', async () => {
    await desk.guest(carol);
    await desk.guest('dan@outside.test');
    await say('The lamps hang.');
    await desk.turn();
    await say('Carol, do they?', mentioning());
    await later(2_000);
    const mails = await desk.mails();
    assert.deepEqual(
      mails.map(({ to }) => to),
      [carol],
    );
    assert.match(mails[0]?.raw ?? '', /The lamps hang\.[^]*Carol, do they\?/);
  });

  it('has edits as they are now, and nothing that was taken back', async () => {
    await desk.guest(carol);
    await say('The lamps hgan.');
    const first = await desk.lastEvent();
    await say('A secret.');
    const secret = await desk.lastEvent();
    const fresh = { msgtype: 'm.text', body: 'The lamps hang.' };
    await say('* The lamps hang.', {
      'm.new_content': fresh,
      'm.relates_to': { rel_type: 'm.replace', event_id: first },
    });
    // Of somebody else an edit says nothing.
    const forged = { msgtype: 'm.text', body: 'Forged.' };
    const more = { 'm.new_content': forged, 'm.relates_to': { rel_type: 'm.replace', event_id: first } };
    await say('* Forged.', more, bob);
    await desk.world.rooms.event(desk.room, alice, 'm.room.redaction', { redacts: secret });
    await later(BATCH_TIMES.quiet + 2_000);
    const [mail] = await desk.mails();
    assert.match(mail?.raw ?? '', /The lamps hang\./);
    assert.doesNotMatch(mail?.raw ?? '', /hgan|secret|Forged/);
  });

  it('is nothing where all was taken back', async () => {
    await desk.guest(carol);
    await say('A secret.', mentioning());
    await desk.world.rooms.event(desk.room, alice, 'm.room.redaction', { redacts: await desk.lastEvent() });
    await later(3_600_000);
    assert.deepEqual(await desk.mails(), []);
    assert.equal(await desk.due(), null);
  });

  it('waits for what was received and is not decided yet', async () => {
    await desk.guest(carol);
    await say('A secret.', mentioning());
    const secret = await desk.lastEvent();
    const push = { event_id: '$late', room_id: desk.room, type: 'm.room.redaction', sender: alice, redacts: secret };
    desk.look = async () => {
      await desk.world.rooms.push({ ...push, content: {} });
      return 'seen';
    };
    await desk.pass(2_000);
    await desk.turn();
    assert.deepEqual(await desk.mails(), []);
    await desk.world.rooms.handle('$late' as EventId);
    await later(60_000);
    assert.deepEqual(await desk.mails(), []);
  });

  it('counts what comes while it is made', async () => {
    const parser = standInParser(async () => {
      if (once) return;
      once = true;
      await desk.world.rooms.event(desk.room, alice, 'm.room.redaction', { redacts: secret });
    });
    let once = false;
    desk = await GuestDesk.open(await server.database(), { hold: { after: 1_000, atMost: 5_000 } }, parser);
    await desk.guest(carol);
    await say('The lamps hang.');
    await say('A secret.', mentioning());
    const secret = await desk.lastEvent();
    await later(2_000);
    assert.deepEqual(await desk.mails(), []);
    await later(BATCH_TIMES.quiet + 2_000);
    const [mail, second] = await desk.mails();
    assert.match(mail?.raw ?? '', /The lamps hang\./);
    assert.doesNotMatch(mail?.raw ?? '', /secret/);
    assert.equal(second, undefined);
  });

  it('is a mail of its own for a Matrix thread', async () => {
    await desk.guest(carol);
    await say('Who hangs the lamps?');
    const root = await desk.lastEvent();
    await later(BATCH_TIMES.quiet + 2_000);
    await desk.send();
    await later(BATCH_TIMES.calm);
    await say('I do.', { 'm.relates_to': { rel_type: 'm.thread', event_id: root } }, bob);
    await say('Tea?');
    await later(BATCH_TIMES.quiet + 2_000);
    const mails = await desk.mails();
    assert.deepEqual(mails.map((one) => one.root).sort(), [root, null, null].sort());
    const own = mails.find((one) => one.root === root);
    assert.equal(field(own?.raw ?? '', 'Subject'), 'Lamps: Who hangs the lamps?');
    assert.equal(field(own?.raw ?? '', 'In-Reply-To'), null);
  });

  it('is not what was said before they came, but for the last that was asked for; nor is it quoted', async () => {
    await say('Before one.');
    await say('Before two.');
    const before = await desk.lastEvent();
    await desk.guest(carol);
    await desk.guest('dan@outside.test', '', { last: 1 });
    await say('And now this.', after(before));
    await later(BATCH_TIMES.quiet + 2_000);
    const mails = await desk.mails();
    const of = (address: string) => mails.find(({ to }) => to === address)?.raw ?? '';
    assert.match(of(carol), /And now this\./);
    assert.doesNotMatch(of(carol), /Before/);
    assert.match(of('dan@outside.test'), /Before two\.[^]*And now this\./);
    assert.doesNotMatch(of('dan@outside.test'), /Before one/);
  });

  it('is nothing for who is not told, has paused, or whose address takes no mail', async () => {
    await desk.guest('one@outside.test', '', { state: 'invited' });
    await desk.guest('two@outside.test', '', { state: 'stopped' });
    await desk.guest('three@outside.test');
    await desk.db.query(`INSERT INTO guest_people (person, account, paused_at) VALUES ($1, 'support', now())`, [
      ids.guestPerson('three@outside.test').make,
    ]);
    await desk.guest('four@outside.test');
    await desk.db.query(
      `INSERT INTO paused_addresses (account, address_key, address, reason, words, outgoing)
       VALUES ('support', 'four@outside.test', 'four@outside.test', 'other', '', 'x')`,
    );
    await say('The lamps hang.');
    await later(24 * 3_600_000);
    assert.deepEqual(await desk.mails(), []);
  });

  it('is gathered for who chose a day', async () => {
    await desk.guest(carol);
    await desk.db.query(`INSERT INTO guest_people (person, account, delivery) VALUES ($1, 'support', 'daily')`, [
      ids.guestPerson(carol).make,
    ]);
    await say('One.');
    await later(3_600_000 / 2);
    assert.deepEqual(await desk.mails(), []);
    await say('Two.', {}, bob);
    await later(24 * 3_600_000);
    const [mail, second] = await desk.mails();
    assert.match(mail?.raw ?? '', /One\.[^]*Two\./);
    assert.equal(second, undefined);
  });

  it('of 200 messages within two minutes is at most five mails, and all of it', async () => {
    await desk.guest(carol);
    for (let index = 0; index < 200; index++) {
      await say(`Message ${String(index)}.`, index % 3 === 0 ? mentioning() : {}, index % 2 === 0 ? alice : bob);
      await desk.pass(600);
      await desk.turn();
      await desk.send();
    }
    await later(3_600_000);
    await desk.send();
    const mails = await desk.mails();
    assert.ok(mails.length <= 5, `${String(mails.length)} mails`);
    const all = mails.map(({ raw }) => raw).join('');
    for (let index = 0; index < 200; index++) assert.ok(all.includes(`Message ${String(index)}.`), String(index));
  });

  it('waits for the mail before it', async () => {
    await desk.guest(carol);
    await say('One.');
    await later(BATCH_TIMES.quiet + 2_000);
    desk.world.mails.reply = '451 later';
    await desk.send();
    await say('Two.', mentioning());
    await later(120_000);
    assert.equal((await desk.mails()).length, 1);
    desk.world.mails.reply = '250 ok';
    await desk.db.query(`UPDATE jobs SET run_at = now() WHERE queue = 'mail-out'`);
    await desk.send();
    await later(120_000);
    assert.equal((await desk.mails()).length, 2);
  });

  it('has its files, and names them where they cannot be had', async () => {
    await desk.guest(carol);
    const file = { msgtype: 'm.file', body: 'plan.pdf', url: 'mxc://matrix.test/plan', info: { size: 5 } };
    desk.download = () => Promise.resolve(Readable.from([Buffer.from('12345')]));
    await say('', file);
    await later(BATCH_TIMES.quiet + 2_000);
    assert.match((await desk.mails())[0]?.raw ?? '', /filename=plan\.pdf[^]*MTIzNDU=/);
    await desk.send();
    // Larger than was claimed.
    const large = Array.from({ length: 25 }, () => Buffer.alloc(1_000_000));
    desk.download = () => Promise.resolve(Readable.from(large));
    await say('', file);
    await later(BATCH_TIMES.quiet + 2_000);
    const raw = (await desk.mails())[1]?.raw ?? '';
    assert.match(raw, /Attached: plan\.pdf/);
    assert.doesNotMatch(raw, /filename=/);
  });

  it('is no end where people write what no mail can hold', async () => {
    await desk.guest(carol, '"; \r\nBcc: x@evil.test');
    await say('\u0000\ud800\u202e', { format: 'org.matrix.custom.html', formatted_body: '<b>\u0000' });
    await say('x'.repeat(70_000), { 'm.mentions': { user_ids: ['@mail_\u0000:matrix.test', ghosts.ghost(carol)] } });
    await say('A reply to nothing of this room.', after('$elsewhere' as EventId));
    await later(BATCH_TIMES.quiet + 2_000);
    const [mail] = await desk.mails();
    assert.equal(mail?.state, 'frozen');
    assert.equal(field(mail.raw, 'Bcc'), null);
  });

  it('says nothing on events of the team, files no copy, and is known by its id', async () => {
    await desk.guest(carol);
    await say('The lamps hang.');
    await later(BATCH_TIMES.quiet + 2_000);
    await desk.send();
    const { rows } = await desk.db.query<{ outgoing: MessageKey; state: string }>(
      'SELECT outgoing, state FROM outgoing',
    );
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['sent'],
    );
    const signs = await desk.db.query(`SELECT FROM matrix_sends WHERE purpose IN ('sign', 'taken', 'delivery')`);
    assert.equal(signs.rows.length, 0);
    const known = await desk.db.query(`SELECT FROM messages WHERE outgoing = $1 AND thread = $2`, [
      rows[0]?.outgoing,
      desk.thread,
    ]);
    assert.equal(known.rows.length, 1);
    const copies = await desk.db.query(`SELECT FROM jobs WHERE queue = 'mail-sent'`);
    assert.equal(copies.rows.length, 0);
  });

  it('is the same mail, once, wherever the process ends before it is written down', async () => {
    await desk.guest(carol);
    await say('The lamps hang.');
    const file = { msgtype: 'm.file', body: 'plan.pdf', url: 'mxc://matrix.test/plan', info: { size: 600_000 } };
    desk.download = () => Promise.resolve(Readable.from([Buffer.alloc(600_000, 'a')]));
    await say('', file);
    for (const step of ['guest-mail:seen', 'guest-mail:composed', 'guest-mail:before-freeze']) {
      let ended = false;
      desk.failpoint = (name) => {
        if (name !== step || ended) return;
        ended = true;
        throw new Error(`ended at ${step}`);
      };
      await assert.rejects(later(BATCH_TIMES.quiet + 2_000), /ended at/);
      assert.deepEqual(await desk.mails(), [], step);
      const { rows } = await desk.db.query(`SELECT FROM jobs WHERE queue IN ('mail-out', 'mail-sent')`);
      assert.equal(rows.length, 0, step);
    }
    desk.failpoint = () => undefined;
    await later(0);
    const [mail, second] = await desk.mails();
    assert.match(mail?.raw ?? '', /The lamps hang\./);
    assert.equal(second, undefined);
    assert.deepEqual(await sent(), [carol]);
    await later(3_600_000);
    assert.equal((await desk.mails()).length, 1);
  });

  it('is told of in the room where its relay refuses the guest, once, at what it has', async () => {
    await desk.guest(carol, 'Carol');
    await say('The lamps hang.');
    const event = await desk.lastEvent();
    desk.world.mails.reply = '550 5.1.1 no such person';
    await later(BATCH_TIMES.quiet + 2_000);
    await desk.send();
    const { rows } = await desk.db.query<{ content: JsonObject }>(
      `SELECT content FROM matrix_sends WHERE purpose = 'delivery'`,
    );
    assert.equal(rows.length, 1);
    assert.match(JSON.stringify(rows[0]?.content), /carol@outside\.test/);
    assert.ok(JSON.stringify(rows[0]?.content).includes(event));
  });
});

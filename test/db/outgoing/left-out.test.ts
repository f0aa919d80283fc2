/**
 * One dead address spoils no conversation: a paused address is no recipient of the next mails, what is shown of those
 * is about whom they went to, and it is said once.
 */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { mailUnpause } from '../../../src/commands/outcome/unpause.ts';
import { pauseAddress, unpauseAddresses } from '../../../src/db/mail-tables/delivery-status.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import type { AccountId, EventId, MessageKey, RoomId } from '../../../src/bridge/types.ts';
import type { Address } from '../../../src/mail/types.ts';
import type { TestDatabase } from '../../support/database.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import { alice, unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import type { Heard, Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const support = 'support' as AccountId;
const bob = 'bob@outside.test' as Address;
const carol = 'carol@elsewhere.test' as Address;

describe('a conversation with a paused address', () => {
  const server = suiteServer();
  let test: TestDatabase;
  const parser = suiteParser();
  let rooms: Rooms;
  let mails: OurMails;
  let room: RoomId;
  beforeEach(async () => {
    test = await server.database();
    ({ rooms, mails } = await handlerWorld({ test, parser, accounts: [unquoted] }));
    room = await rooms.room('support', 'thread');
  });
  afterEach(() => test.close());

  const pause = (address: Address) =>
    test.db.transaction((tx) =>
      pauseAddress(
        tx,
        support,
        { key: address, address, reason: 'unknown-user', status: '5.1.1', words: '550 no such user' },
        'before' as MessageKey,
      ),
    );
  const withCopy = () => rooms.say(room, alice, `!mail cc +${carol}`);

  /** Alice says something; its mail and what the bot says of it. */
  async function say(body: string): Promise<{ mail: MessageKey; heard: Heard[] }> {
    const heard = await rooms.say(room, alice, body);
    const { rows } = await test.db.query<{ outgoing: MessageKey }>(
      'SELECT outgoing FROM outgoing ORDER BY opened_at DESC LIMIT 1',
    );
    return { mail: rows[0]?.outgoing ?? assert.fail('no mail'), heard };
  }
  /** As `say`, and its hold is over. */
  async function mailed(body: string): Promise<{ mail: MessageKey; heard: Heard[] }> {
    const { mail, heard } = await say(body);
    await leave(mail);
    return { mail, heard };
  }
  async function leave(mail: MessageKey): Promise<void> {
    await test.db.query('UPDATE outgoing SET send_after = now(), send_by = now() WHERE outgoing = $1', [mail]);
    await mails.out(mail);
  }
  const signOf = (mail: MessageKey) => mails.sign({ outgoing: mail, event: '' as EventId, messageId: '<>' as never });
  async function waiting(): Promise<string | undefined> {
    const { rows } = await test.db.query<{ waiting: string }>('SELECT waiting FROM thread_work');
    return rows[0]?.waiting;
  }
  async function bytes(mail: MessageKey): Promise<string> {
    let raw = '';
    for await (const piece of readMailBytes(test.db, mail)) raw += String(piece);
    return raw;
  }
  const bodies = (heard: readonly Heard[]) => heard.map(({ body }) => body).filter((body) => body !== '');
  const mentions = ({ content }: Heard) => content['m.mentions'];

  it('goes on with the others: ✔️ is about them, it is their turn, and nobody is pinged again', async () => {
    await withCopy();
    await pause(carol);
    const first = await mailed('Who is there?');
    const told = first.heard.filter(({ body }) => body.includes('left out'));
    assert.equal(told.length, 1);
    assert.match(told[0]?.body ?? '', /carol@elsewhere\.test is left out of this mail and of the next ones here/);
    assert.match(told[0]?.body ?? '', /There is no such address\./);
    assert.match(told[0]?.body ?? '', /!mail unpause carol@elsewhere\.test/);
    assert.deepEqual(told.map(mentions), [{ user_ids: [alice] }]);
    assert.equal(await signOf(first.mail), 'sent');
    assert.equal(await waiting(), 'them');
    assert.deepEqual(
      mails.handed.map(({ to }) => to),
      [[bob]],
    );
    const raw = await bytes(first.mail);
    assert.match(raw, /^To: .*bob@outside\.test/m);
    assert.doesNotMatch(raw, /carol@/, 'whoever answers to all does not write to it either');

    const second = await mailed('Still there?');
    assert.deepEqual(bodies(second.heard), [], 'said once');
    assert.equal(await signOf(second.mail), 'sent');
    assert.equal(await waiting(), 'them');
  });

  it('says it again in another conversation, and after the address was good and went bad again', async () => {
    await withCopy();
    await pause(carol);
    await mailed('One.');
    room = await rooms.room('support', 'thread');
    await withCopy();
    assert.match(bodies((await mailed('Two.')).heard).join('\n'), /left out/);
    await test.db.transaction((tx) => unpauseAddresses(tx, support, [carol]));
    assert.doesNotMatch(bodies((await mailed('Three.')).heard).join('\n'), /left out/);
    await pause(carol);
    assert.match(bodies((await mailed('Four.')).heard).join('\n'), /left out/);
  });

  it('brings them back with what was held back, and the next mail names them', async () => {
    await withCopy();
    await pause(carol);
    const first = await mailed('Held back.');
    mails.handed = [];
    const answer = await rooms.say(room, alice, `!mail unpause ${carol}`);
    assert.match(answer[0]?.body ?? '', /One mail that had waited for that leaves now/);
    await mails.out(first.mail);
    assert.deepEqual(
      mails.handed.map(({ to }) => to),
      [[carol]],
      'who has it does not get it again',
    );
    assert.equal(await signOf(first.mail), 'sent');
    const next = await mailed('For both again.');
    assert.match(await bytes(next.mail), /^Cc: .*carol@elsewhere\.test/m);
  });

  it('answers the others where the customer who is answered is paused', async () => {
    await withCopy();
    await pause(bob);
    const { mail } = await mailed('To whoever is left.');
    const raw = await bytes(mail);
    assert.match(raw, /^To: .*carol@elsewhere\.test/m);
    assert.doesNotMatch(raw, /bob@outside/);
    assert.equal(await signOf(mail), 'sent');
    assert.equal(await waiting(), 'them');
  });

  it('mails nothing where all are paused, says so at once each time, and loses nothing', async () => {
    await pause(bob);
    for (const body of ['Hello?', 'Hello again?']) {
      const { mail, heard } = await mailed(body);
      const [told, ...more] = heard.filter(({ body: said }) => said !== '');
      assert.match(told?.body ?? '', /So nobody gets this message: it is not mailed\./);
      assert.match(told?.body ?? '', /!mail unpause bob@outside\.test.*\n.*!mail to ADDRESS/);
      assert.deepEqual(told === undefined ? null : mentions(told), { user_ids: [alice] });
      assert.deepEqual(more, []);
      assert.equal(await signOf(mail), 'failed');
    }
    assert.deepEqual(mails.handed, []);
    assert.notEqual(await waiting(), 'them');
    const answer = await rooms.say(room, alice, `!mail unpause ${bob}`);
    assert.match(answer[0]?.body ?? '', /2 mails that had waited for that leave now/);
    const { rows } = await test.db.query<{ outgoing: MessageKey }>('SELECT outgoing FROM outgoing ORDER BY opened_at');
    for (const { outgoing } of rows) await mails.out(outgoing);
    assert.deepEqual(
      mails.handed.map(({ to }) => to),
      [[bob], [bob]],
    );
  });

  it('leaves out whose bounce comes while a mail is held, and writes to whom it comes back for', async () => {
    await withCopy();
    const { mail } = await say('Before the bounce.');
    await pause(carol);
    await leave(mail);
    assert.doesNotMatch(await bytes(mail), /carol@/);
    assert.match((await mails.told()).join('\n'), /left out of this mail/);
    const next = await say('Before the word that it is good.');
    await mails.command(mailUnpause, [carol]);
    await leave(next.mail);
    assert.match(await bytes(next.mail), /^Cc: .*carol@/m);
  });

  it('joins and edits a mail as before: a pause is no change of its people', async () => {
    await withCopy();
    const { mail } = await say('First words.');
    await pause(carol);
    const second = await say('And these.');
    assert.equal(second.mail, mail, 'one mail');
    assert.deepEqual(bodies(second.heard), []);
    const { rows } = await test.db.query<{ event: EventId }>('SELECT event FROM outgoing_events ORDER BY position');
    await rooms.event(room, alice, 'm.room.message', {
      msgtype: 'm.text',
      body: '* Better words.',
      'm.new_content': { msgtype: 'm.text', body: 'Better words.' },
      'm.relates_to': { rel_type: 'm.replace', event_id: rows[0]?.event ?? '' },
    });
    await leave(mail);
    assert.match(await bytes(mail), /Better words\./);
    assert.match(await bytes(mail), /And these\./);
    assert.deepEqual(
      mails.handed.map(({ to }) => to),
      [[bob]],
    );
  });

  it('shows in `!mail to` who is left out', async () => {
    await withCopy();
    await pause(carol);
    const [shown] = await rooms.say(room, alice, '!mail to');
    assert.match(shown?.body ?? '', /bob@outside\.test/);
    assert.match(shown?.body ?? '', /\nLeft out, since mail there came back: carol@elsewhere\.test\./);
    await pause(bob);
    const [nobody] = await rooms.say(room, alice, '!mail to');
    assert.match(nobody?.body ?? '', /^Nobody would get an answer at present\.\nLeft out.*bob@.*carol@/);
  });

  it('begins with nobody but a paused address: its author is told with the first message', async () => {
    await pause(carol);
    await rooms.say(await rooms.room('support', 'lobby'), alice, `!mail compose to: ${carol}, subject: Lamps`);
    const { rows } = await test.db.query<{ thread: string }>(`SELECT thread FROM threads WHERE opened_by = 'compose'`);
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
       VALUES ('!begun:matrix.test', 'support', 'thread', $1, 'begun', 'active', 0)`,
      [rows[0]?.thread],
    );
    room = '!begun:matrix.test' as RoomId;
    const { heard } = await mailed('Is this still your address?');
    assert.match(bodies(heard).join('\n'), /So nobody gets this message/);
    assert.deepEqual(mails.handed, []);
  });

  it('gives a bounce of a copy no turn back to us, but that of the only one in To', async () => {
    await withCopy();
    mails.answers.set(carol, '550 5.1.1 No such user here');
    const first = await mailed('One of two.');
    assert.equal(await signOf(first.mail), 'failed', 'this mail did not arrive everywhere');
    assert.equal(await waiting(), 'them');
    mails.answers.set(bob, '550 5.1.1 No such user here');
    await mailed('None.');
    assert.equal(await waiting(), 'us');
  });
});

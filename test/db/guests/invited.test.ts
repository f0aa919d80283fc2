import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventId, MessageKey, RoomId, UserId } from '../../../src/bridge/types.ts';
import { guestWelcomedBy } from '../../../src/db/guest-tables/guests.ts';
import { stopByClick } from '../../../src/guests/click.ts';
import { welcomeFailed } from '../../../src/guests/welcome-failed.ts';
import { loadNotice } from '../../../src/db/mail-tables/own-mails.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, testAccount } from '../../support/handlers/fixtures.ts';
import { GuestWorld, guestSettings } from '../../support/handlers/guest-room.ts';
import { letter, report, unknownMailbox } from '../../support/handlers/letters.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

const eve = '@eve:elsewhere.test' as UserId;
const bobsGhost = '@mail_bob=40x.example:matrix.test' as UserId;

describe('guests', () => {
  const parser = suiteParser();
  let test: TestDatabase;
  let at: GuestWorld;
  let room: RoomId;

  eachDatabase(async (given) => {
    test = given;
    at = await GuestWorld.make(test, parser);
    ({ room } = await at.room());
  });

  /** Bob is invited; the Message-ID of his welcome mail. */
  async function invited(): Promise<string> {
    await at.say(room, '!mail invite bob@x.example Bob');
    return (await at.waiting())[0]?.id ?? '';
  }

  /** Bob takes part. */
  async function active(): Promise<string> {
    const id = await invited();
    await at.mail({ id: 'yes@x.example', answers: id, subject: 'Re: Invitation: Roof', text: 'Gladly.' });
    return id;
  }

  it('are invited by their address: the room is told, and they get one mail', async () => {
    const told = await at.say(room, '!mail invite bob@x.example Bob Miller');
    assert.match(told, /^✉ Bob Miller <bob@x\.example> is invited to take part by mail\. They get one mail now/);
    const [welcome, ...others] = await at.waiting();
    assert.equal(others.length, 0);
    assert.ok(welcome !== undefined);
    assert.equal(welcome.to, 'bob@x.example');
    assert.match(welcome.text, /Subject: Invitation: Roof/);
    const text = welcome.text.replaceAll(/=\r\n/g, '').replaceAll(/\r\n[ \t]/g, ' ');
    assert.match(text, /Alice \(@alice:matrix\.test\) invites you/);
    assert.match(text, /answer this mail/);
    assert.match(text, /STOP alone/);
    assert.match(
      text,
      /List-Unsubscribe: *<https:\/\/mail\.ours\.example\/guest\/[a-z2-7]{32}\.[a-z2-7]{32}>, *<mailto:/,
    );
    assert.match(text, /List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    assert.match(text, /Auto-Submitted: auto-generated/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example invited']);
    assert.deepEqual(await at.acts(), [`join ${bobsGhost}`]);
    // Nothing of what is said goes to them before they have answered, and nothing else leaves.
    await at.say(room, 'Between us.');
    assert.equal((await at.waiting()).length, 1);
    const { rows } = await test.db.query('SELECT FROM outgoing');
    assert.equal(rows.length, 0);
  });

  it('take part once they have answered; the next message says that it leaves by mail, once', async () => {
    const id = await invited();
    await at.say(room, 'Before they came.');
    const { told } = await at.mail({ id: 'a@x.example', answers: id, subject: 'Re: Invitation: Roof', text: 'Yes.' });
    assert.match(told.join('\n'), /Bob <bob@x\.example> has answered the invitation and takes part/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
    assert.equal(await at.say(room, 'Hello.'), 'What is said here goes by mail to Bob <bob@x.example>.');
    assert.equal(await at.say(room, 'And more.'), '');
    const { rows } = await test.db.query<{ kind: string }>(
      `SELECT m.kind FROM guest_messages m JOIN guests g USING (thread) WHERE m.entry > g.since ORDER BY m.entry`,
    );
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['mail', 'said', 'said'],
    );
  });

  it('are told once that a room is encrypted now, since they get nothing of it', async () => {
    const id = await invited();
    await at.mail({ id: 'a@x.example', answers: id, subject: 'Re: Invitation: Roof', text: 'Yes.' });
    // Has not answered, and waits for nothing.
    await at.say(room, '!mail invite carol@z.example Carol');
    const before = (await at.waiting()).length;
    for (const session of ['a', 'b']) {
      const content = { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AwgAEnAC', session_id: session };
      const heard = await at.world.rooms.event(room, alice, 'm.room.encrypted', content);
      assert.match(heard.map(({ body }) => body).join(), /encrypted/);
    }
    const told = (await at.waiting()).slice(before);
    assert.deepEqual(
      told.map(({ to }) => to),
      ['bob@x.example'],
    );
    assert.match(told[0]?.text ?? '', /^Subject: What is said there is encrypted now/m);
  });

  it('are in a room where no command is about answers, or moves what was said elsewhere', async () => {
    const id = await active();
    for (const said of [
      'to bob@x.example',
      'cc eve@evil.example',
      'forward eve@evil.example',
      'move roof2',
      'merge roof2',
      'split',
    ]) {
      assert.match(
        await at.say(room, `!mail ${said}`),
        /is for conversations by mail\. Who reads this room by mail is a guest/,
      );
    }
    assert.equal((await test.db.query('SELECT FROM outgoing')).rows.length, 0);
    await at.mail({ id: 'b@x.example', answers: id, text: 'Still here.' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
  });

  it('get the last messages from before where the inviter asks for them', async () => {
    for (const body of ['One.', 'Two.', 'Three.']) await at.say(room, body);
    await at.say(room, '!mail invite bob@x.example Bob last 2');
    const [welcome] = await at.waiting();
    await at.mail({ id: 'a@x.example', answers: welcome?.id ?? '', subject: 'Re: Invitation: Roof', text: 'Yes.' });
    const { rows } = await test.db.query(
      'SELECT FROM guest_messages m JOIN guests g USING (thread) WHERE m.entry > g.since',
    );
    // Two of before, and the answer itself, which does not go back to its author.
    assert.equal(rows.length, 3);
  });

  it('get what is said at once where the room says so', async () => {
    await at.say(room, '!mail guests invitation');
    assert.match(await at.say(room, '!mail invite bob@x.example'), /From now on they get by mail what is said here/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
  });

  it('are invited by whom the config and the room let; power over the room is not enough', async () => {
    assert.match(await at.say(room, '!mail invite bob@x.example', eve), /You may not/);
    const none = { roomSays: () => Promise.resolve({ mayInvite: false, encrypted: false }) };
    const noPower = await GuestWorld.make(test, parser, {}, none);
    assert.match(await noPower.say(room, '!mail invite bob@x.example'), /this room does not let you invite/);
    const powerful = { powerOf: () => Promise.resolve(100) };
    const allPower = await GuestWorld.make(test, parser, { permissions: new Map([['*', 'relay']]) }, powerful);
    assert.match(await allPower.say(room, '!mail invite bob@x.example', eve), /You may not invite people here/);
    const secret = { roomSays: () => Promise.resolve({ mayInvite: true, encrypted: true }) };
    const encrypted = await GuestWorld.make(test, parser, {}, secret);
    assert.match(await encrypted.say(room, '!mail invite bob@x.example'), /this room is encrypted/);
    assert.deepEqual(await at.guests(), []);
    assert.deepEqual(await at.waiting(), []);
  });

  it('are invited by their ghost, by whoever may; else the ghost is taken out again', async () => {
    const ghost = (by: UserId, membership: string) =>
      at.world.rooms.event(room, by, 'm.room.member', { membership }, bobsGhost);
    assert.match((await ghost(eve, 'invite')).map(({ body }) => body).join(), /You may not invite people here/);
    assert.deepEqual(await at.acts(), [`remove ${bobsGhost}`]);
    assert.match((await ghost(alice, 'invite')).map(({ body }) => body).join(), /bob@x\.example is invited/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example invited']);
    assert.match((await ghost(alice, 'leave')).map(({ body }) => body).join(), /bob@x\.example gets nothing more/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example removed']);
  });

  it('are no guests of ours: an address of the account or of the team', async () => {
    assert.match(await at.say(room, '!mail invite support@ours.example'), /an address of our own/);
    assert.match(await at.say(room, '!mail invite support+x@ours.example'), /an address of our own/);
    assert.match(await at.say(room, '!mail invite alice@ours.example'), /belongs to somebody of the team/);
    for (const said of ['bob', 'bob@x.example carol@x.example', 'last 5', `${'x'.repeat(2000)}@x.example`]) {
      assert.match(await at.say(room, `!mail invite ${said}`), /This needs one address/, said);
    }
    assert.deepEqual(await at.guests(), []);
  });

  it('cannot be made of a thousand addresses: of one member, of all, of one person', async () => {
    at = await GuestWorld.make(test, parser, { guests: { ...guestSettings, perMemberDay: 3, perDay: 5 } });
    for (let n = 0; n < 6; n++) await at.say(room, `!mail invite p${String(n)}@x.example`);
    assert.equal((await at.guests()).length, 3);
    assert.match(await at.say(room, '!mail invite p9@x.example'), /you have invited 3 within a day/);
    assert.equal((await at.waiting()).length, 3);
    const bob = '@bob:matrix.test' as UserId;
    at = await GuestWorld.make(test, parser, {
      guests: { ...guestSettings, perDay: 5 },
      permissions: new Map([['matrix.test', 'user']]),
    });
    for (let n = 10; n < 15; n++) await at.say(room, `!mail invite p${String(n)}@x.example`, bob);
    assert.equal((await at.guests()).length, 5);
    // Taken out and asked again it is another mail to somebody who asked for none.
    at = await GuestWorld.make(test, parser);
    for (let n = 0; n < 5; n++) {
      await at.say(room, '!mail invite q@x.example');
      await at.say(room, '!mail uninvite q@x.example');
    }
    assert.equal((await at.waiting()).filter(({ to }) => to === 'q@x.example').length, 3);
  });

  it('end the mails of all rooms by STOP, in any of our languages, without proof; they alone undo it', async () => {
    const other = await at.room();
    const id = await active();
    await at.say(other.room, '!mail invite bob@x.example');
    // Forged: nobody vouches for it, and it names no mail of ours.
    const { reason, told } = await at.mail({ id: 'f@evil.example', vouched: false, text: 'Arrêter.\n\nBob' });
    assert.equal(reason, 'guest: stop');
    assert.equal(told.filter((one) => one.includes('wants no more mails from here')).length, 2);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example stopped', `${other.thread} bob@x.example stopped`]);
    const stopped = (await at.waiting()).at(-1);
    assert.ok(stopped !== undefined);
    assert.equal(stopped.to, 'bob@x.example');
    assert.match(stopped.text, /START/);
    // Nobody can invite them, in no room, and a second STOP is nothing more.
    const mails = (await at.waiting()).length;
    assert.match(await at.say(room, '!mail invite bob@x.example'), /wants no mails from here/);
    await at.mail({ id: 'g@evil.example', vouched: false, text: 'STOP' });
    assert.equal((await at.waiting()).length, mails);
    // Nor can whoever forged it undo it; nor somebody else.
    await at.mail({ id: 'h@evil.example', vouched: false, text: 'START' });
    await at.mail({ id: 'i@evil.example', from: 'mallory@evil.example', answers: id, text: 'START' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example stopped', `${other.thread} bob@x.example stopped`]);
    const undone = await at.mail({ id: 'j@x.example', answers: stopped.id, text: 'Start!' });
    assert.equal(undone.reason, 'guest: start');
    assert.match(undone.told.join('\n'), /Bob <bob@x\.example> takes part by mail again/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active', `${other.thread} bob@x.example active`]);
  });

  it('end them by one click; a guessed link is none, and what it tells is nothing', async () => {
    await active();
    const [welcome] = await at.waiting();
    const text = (welcome?.text ?? '').replaceAll(/\r\n[ \t]/g, ' ');
    const [, link = ''] = /<https:\/\/mail\.ours\.example\/guest\/([^>]+)>/.exec(text) ?? [];
    const deps = at.world.core.deps();
    const guess = `${link.slice(0, -1)}${link.endsWith('a') ? 'b' : 'a'}`;
    for (const one of [guess, '', 'x', `${link}\0`, link.toUpperCase(), link.slice(0, 32)])
      await stopByClick(deps, one);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
    assert.ok(!link.includes('bob') && !link.includes('roof'));
    const before = (await at.waiting()).length;
    await stopByClick(deps, link);
    await stopByClick(deps, link);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example stopped']);
    assert.deepEqual((await at.waiting()).length, before);
  });

  it('say by one word how often they want mails; only they themselves', async () => {
    const id = await active();
    const wishes = async () =>
      (await test.db.query('SELECT delivery, paused_at IS NOT NULL AS paused FROM guest_people')).rows;
    await at.mail({ id: 'p@evil.example', vouched: false, answers: id, text: 'pause' });
    assert.deepEqual(await wishes(), [{ delivery: null, paused: false }]);
    assert.equal((await at.mail({ id: 'q@x.example', answers: id, text: 'Pause\n\n> quoted' })).reason, 'guest: pause');
    assert.deepEqual(await wishes(), [{ delivery: null, paused: true }]);
    assert.equal((await at.mail({ id: 'r@x.example', answers: id, text: 'täglich' })).reason, 'guest: daily');
    assert.deepEqual(await wishes(), [{ delivery: 'daily', paused: false }]);
    // With anything else in the line it is an answer.
    assert.equal((await at.mail({ id: 's@x.example', answers: id, text: 'Stop the roof from leaking!' })).reason, null);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
  });

  it('whose mail somebody else answers bring a newcomer, nothing more', async () => {
    const id = await active();
    const { told } = await at.mail({
      id: 'm@evil.example',
      from: 'mallory@evil.example',
      answers: id,
      subject: 'Re: Invitation: Roof',
      text: 'I am in.',
    });
    assert.match(told.join('\n'), /mallory@evil\.example/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
    assert.equal((await at.entries()).filter(({ kind }) => kind === 'mail').length, 1);
    // STOP of theirs ends nothing of his.
    await at.mail({ id: 'n@evil.example', from: 'mallory@evil.example', answers: id, text: 'STOP' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
  });

  it('whose name somebody forges are not heard by the others, nor have answered', async () => {
    const id = await invited();
    await at.mail({ id: 'f@evil.example', vouched: false, answers: id, subject: 'Re: Invitation: Roof', text: 'Yes.' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example invited']);
    assert.deepEqual(await at.entries(), []);
  });

  it('whose programs answer each other are not passed on to each other, and have not answered', async () => {
    const id = await invited();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await at.mail({ id: 'o@x.example', answers: id, headers, subject: 'Re: Invitation: Roof', text: 'Out of office.' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example invited']);
    await at.mail({ id: 'p@x.example', answers: id, headers, text: 'STOP' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example invited']);
    await at.mail({ id: 'q@x.example', answers: id, subject: 'Re: Invitation: Roof', text: 'Here I am.' });
    await at.mail({ id: 'r@x.example', answers: id, headers, subject: 'Re: Invitation: Roof', text: 'Out again.' });
    assert.equal((await at.entries()).filter(({ kind }) => kind === 'mail').length, 1);
    const { rows } = await test.db.query('SELECT FROM outgoing');
    assert.equal(rows.length, 0);
  });

  it('whose welcome mail bounces, or is refused by the relay, are none any more, and the room is told', async () => {
    const id = await invited();
    const [name = ''] = id.slice(1).split('.');
    const { reason, told } = await at.mail(
      report({ outgoing: name as MessageKey }, [unknownMailbox('bob@x.example')], ['message-id']),
    );
    assert.equal(reason, 'guest: bounce');
    assert.match(told.join(), /The invitation of Bob <bob@x\.example> could not be delivered/);
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example failed']);
    await at.say(room, '!mail invite carol@x.example');
    const { rows } = await test.db.query<{ notice: string }>(`SELECT notice FROM notices ORDER BY at DESC LIMIT 1`);
    const notice = await loadNotice(test.db, rows[0]?.notice ?? '');
    assert.ok(notice !== null && !notice.nullPath && notice.notice !== name);
    assert.ok((await guestWelcomedBy(test.db, at.world.core.account.id, notice.notice)) !== null);
    await test.db.transaction((tx) => welcomeFailed(tx, at.world.core.deps(), notice));
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example failed', 'roof1 carol@x.example failed']);
  });

  it('are not heard where nobody checks senders, until the room says so', async () => {
    const { senders } = testAccount();
    at = await GuestWorld.make(test, parser, { senders });
    assert.match(await at.say(room, '!mail invite bob@x.example'), /!mail guests unverified shows them/);
    const [welcome] = await at.waiting();
    const answers = { answers: welcome?.id ?? '', subject: 'Re: Invitation: Roof', text: 'Yes.' };
    const kept = await at.mail({ id: 'a@x.example', ...answers });
    assert.equal(kept.reason, 'guest: unverified');
    assert.match(kept.told.join(), /is not shown: nobody checks the senders/);
    assert.match(await at.say(room, '!mail guests unverified'), /are shown although nobody checks/);
    await at.mail({ id: 'b@x.example', ...answers });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
    // What undoes a stop answers a mail of ours there, which nobody else has seen.
    await at.mail({ id: 'c@x.example', text: 'STOP' });
    await at.mail({ id: 'd@x.example', text: 'START' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example stopped']);
    await at.mail({ id: 'e@x.example', answers: welcome?.id ?? '', text: 'START' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example active']);
  });

  it('are listed, and taken out by a command; what they write then is a newcomer’s', async () => {
    const id = await active();
    assert.match(await at.say(room, '!mail guests'), /Bob <bob@x\.example>: takes part by mail/);
    assert.match(await at.say(room, '!mail uninvite bob@x.example'), /gets nothing more of this room/);
    assert.match(await at.say(room, '!mail uninvite bob@x.example'), /is no guest of this room/);
    await at.mail({ id: 'z@x.example', answers: id, subject: 'Re: Invitation: Roof', text: 'Still here.' });
    assert.deepEqual(await at.guests(), ['roof1 bob@x.example removed']);
    assert.equal((await at.entries()).filter(({ kind }) => kind === 'mail').length, 1);
  });

  it('are nobody’s work, in no inbox, and not for the account’s team to search', async () => {
    const id = await active();
    const { sends } = await at.world.arrivals.arrive(
      letter({
        from: 'Bob <bob@x.example>',
        id: 'w@x.example',
        answers: id,
        subject: 'Re: Roof',
        text: 'Secret tiles.',
      }),
    );
    assert.deepEqual(
      sends.map(({ sender, senderName }) => [sender, senderName]),
      [[bobsGhost, 'Bob (by e-mail)']],
    );
    for (const table of ['thread_work', 'search_texts']) {
      assert.equal((await test.db.query(`SELECT FROM ${table}`)).rows.length, 0, table);
    }
  });

  it('get no welcome mail that was taken back before it left', async () => {
    await invited();
    await at.say(room, '!mail uninvite bob@x.example');
    const { rows } = await test.db.query<{ state: string }>('SELECT state FROM notices');
    assert.deepEqual(rows, [{ state: 'lost' }]);
  });

  it('bear what strangers write: zero bytes, lone surrogates, endless names', async () => {
    for (const name of ['\0', '\ud800', 'N'.repeat(900), '<script>', '\u202eevil']) {
      const event = `$odd${name.length}${name.codePointAt(0) ?? 0}` as EventId;
      await at.world.rooms.push({
        event_id: event,
        room_id: room,
        type: 'm.room.message',
        sender: alice,
        content: { msgtype: 'm.text', body: `!mail invite bob@x.example ${name}` },
        origin_server_ts: 1,
      });
      await at.world.rooms.handle(event);
      await at.say(room, '!mail uninvite bob@x.example');
      await test.db.query('TRUNCATE guest_invitations');
    }
    for (const { text } of await at.waiting()) assert.ok(!text.includes('\0') && !/\u202e/.test(text));
  });
});

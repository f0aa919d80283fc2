import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import type { RelayedMail } from '../../support/smtp-stand-in.ts';
import { alice, bob, bobsGhost, bot, domain, Site } from '../../support/world.ts';
import type { World } from '../../support/world.ts';
import type { Life } from '../../support/world-child.ts';

const guest = `@guest:${domain}`;
const stranger = '@mallory:evil.test';
const carolsGhost = `@mail_carol=40elsewhere.test:${domain}`;

describe('new conversations', () => {
  let site: Site;
  let world: World;
  let life: Life;
  let lobby: string;
  let mails = 0;

  before(async () => {
    site = await Site.start();
    world = await site.world();
    await world.mailboxesBegun();
    life = world.begin();
    // A mail that cannot be read makes the account speak in its lobby.
    await life.up();
    await world.database.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO matrix_sends (send, account, purpose, subject, sender, kind, type, content)
         VALUES ('first', 'support', 'operator', 'first', $1, 'event', 'm.room.message',
         '{"msgtype":"m.notice","body":"Hello."}')`,
        [bot],
      );
      await tx.query(
        `INSERT INTO jobs (account, queue, key, subject) VALUES ('support', 'matrix-send', 'lobby:support', 'first')`,
      );
    });
    const hello = () => world.homeserver.sent('m.room.message').find(({ content }) => content['body'] === 'Hello.');
    await world.see('the lobby', () => hello() !== undefined, life);
    lobby = hello()?.room_id ?? '';
    world.homeserver.rooms.member(lobby, alice, alice, { membership: 'join', displayname: 'Alice' });
    await world.calm(life);
  });
  after(async () => {
    await world.end();
    await site.stop();
  });

  async function say(room: string, body: string, user = alice): Promise<void> {
    await world.rows('TRUNCATE brake_buckets, brake_latches');
    world.homeserver.say(room, user, body);
    await world.calm(life);
  }

  async function mailed(text: string): Promise<ParsedMail & { readonly envelope: RelayedMail }> {
    await world.see(`the mail "${text}"`, () => world.relay.mails.length > mails, life);
    const envelope = world.relay.mails[mails++];
    assert.ok(envelope !== undefined);
    const parsed = await simpleParser(envelope.raw);
    assert.ok(parsed.text?.includes(text), parsed.text);
    return { ...parsed, envelope };
  }

  const told = (room: string) =>
    world.homeserver
      .sent('m.room.message', room)
      .filter(({ sender }) => sender === bot)
      .map(({ content }) => String(content['body']));

  /** The room of the newest conversation. */
  async function newest(): Promise<string> {
    const rows = await world.rows(
      `SELECT r.room FROM rooms r JOIN threads t USING (thread) WHERE r.kind = 'thread' ORDER BY t.opened_at DESC LIMIT
         1`,
    );
    return String(rows[0]?.['room']);
  }

  /** A room that somebody made, with people invited as their client does it. */
  async function made(by: string, invited: readonly string[], more: Record<string, unknown> = {}): Promise<string> {
    world.homeserver.users.add(by);
    const { rooms } = world.homeserver;
    const room = rooms.create(by, { preset: 'private_chat', ...more }, (name) => `#${name}:${domain}`);
    for (const user of invited) rooms.member(room.id, by, user, { membership: 'invite', ...more });
    await world.calm(life);
    return room.id;
  }

  it('begins one by command, with its first mail, and takes the answer into the same room', async () => {
    await say(lobby, `!mail compose to: Bob <${bob}>, cc: dave@elsewhere.test, subject: Lamps\nDear Bob,\nthe lamps.`);
    assert.match(told(lobby).at(-1) ?? '', /A conversation with Bob <bob@outside\.test>, dave@elsewhere\.test begins/);
    const mail = await mailed('the lamps.');
    assert.equal(mail.subject, 'Lamps');
    assert.equal(mail.from?.text, '"Alice via Support" <support@mailroom.test>');
    assert.deepEqual([...mail.envelope.to].sort(), [bob, 'dave@elsewhere.test'].sort());
    const room = await newest();
    assert.equal(world.homeserver.rooms.membership(room, bobsGhost), 'join');
    assert.equal(world.homeserver.rooms.membership(room, alice), 'invite');
    await world.calm(life);
    const shown = world.homeserver.sent('m.room.message', room).find(({ content }) => content['msgtype'] === 'm.text');
    assert.match(String(shown?.content['body']), /^Alice wrote:\nDear Bob,/);
    const signs = world.homeserver.sent('m.reaction', room).map(({ content }) => JSON.stringify(content));
    // Its hold is too short for the sign that it is taken.
    assert.ok(signs.every((sign) => sign.includes(shown?.event_id ?? '?')) && signs.length === 1, signs.join());
    world.imap.add(
      world.imap.inbox,
      [
        `From: Bob <${bob}>`,
        'To: support@mailroom.test',
        'Subject: Re: Lamps',
        `In-Reply-To: ${mail.messageId ?? ''}`,
        'Message-ID: <a1@outside.test>',
        '',
        'Thank you.',
      ].join('\r\n'),
    );
    const answer = () => world.homeserver.sent('m.room.message', room).some(({ sender }) => sender === bobsGhost);
    await world.see('the answer', answer, life);
    await world.calm(life);
  });

  it('asks for what is missing; the first message of the room is the mail', async () => {
    await say(lobby, '!mail compose');
    assert.match(told(lobby).at(-1) ?? '', /^To whom\?/);
    await say(lobby, 'I do not know');
    assert.match(told(lobby).at(-1) ?? '', /did not understand[^]*To whom\?/);
    await say(lobby, `${bob} erin@elsewhere.test`);
    assert.match(told(lobby).at(-1) ?? '', /^What is the subject\?/);
    await say(lobby, '-');
    assert.match(told(lobby).at(-1) ?? '', /begins in its own room/);
    const room = await newest();
    assert.match(told(room)[0] ?? '', /goes as e-mail from support@mailroom\.test to bob@outside\.test, erin@/);
    world.homeserver.rooms.member(room, alice, alice, { membership: 'join', displayname: 'Alice' });
    await say(room, 'We have new cranes, with lights.');
    const mail = await mailed('new cranes');
    assert.equal(mail.subject, 'We have new cranes, with lights.');
    assert.equal(mail.inReplyTo, undefined);
    await say(room, 'And ladders.');
    const second = await mailed('And ladders.');
    assert.equal(second.subject, 'Re: We have new cranes, with lights.');
    assert.equal(second.inReplyTo, mail.messageId);
  });

  it('forgets a question that is cancelled', async () => {
    await say(lobby, '!mail compose subject: Nothing');
    await say(lobby, '!mail cancel');
    assert.equal(told(lobby).at(-1), 'All right: no conversation was begun.');
    await say(lobby, bob);
    assert.equal(told(lobby).at(-1), 'All right: no conversation was begun.');
    await say(lobby, '!mail cancel');
    assert.match(told(lobby).at(-1) ?? '', /nothing to cancel/);
  });

  it('makes a conversation of a direct chat with a ghost', async () => {
    const room = await made(alice, [carolsGhost], { is_direct: true });
    assert.equal(world.homeserver.rooms.membership(room, carolsGhost), 'join');
    assert.equal(world.homeserver.rooms.membership(room, bot), 'join');
    assert.match(told(room)[0] ?? '', /goes as e-mail from support@mailroom\.test to carol@elsewhere\.test/);
    await say(room, 'Hello Carol.');
    const mail = await mailed('Hello Carol.');
    assert.deepEqual(mail.envelope.to, ['carol@elsewhere.test']);
    world.imap.add(
      world.imap.inbox,
      [
        'From: carol@elsewhere.test',
        'To: support@mailroom.test',
        'Subject: Re: Hello',
        `In-Reply-To: ${mail.messageId ?? ''}`,
        'Message-ID: <c1@elsewhere.test>',
        '',
        'Hello Alice.',
      ].join('\r\n'),
    );
    const answer = () => world.homeserver.sent('m.room.message', room).some(({ sender }) => sender === carolsGhost);
    await world.see('the answer', answer, life);
    await world.calm(life);
  });

  it('makes one of a room with the bot and ghosts in it; what was said before is not mailed', async () => {
    world.homeserver.users.add(alice);
    const { rooms } = world.homeserver;
    const { id } = rooms.create(alice, { name: 'Roof' }, (name) => `#${name}:${domain}`);
    world.homeserver.say(id, alice, 'Between us.');
    rooms.member(id, alice, bot, { membership: 'invite' });
    rooms.member(id, alice, bobsGhost, { membership: 'invite' });
    rooms.member(id, alice, carolsGhost, { membership: 'invite' });
    await world.calm(life);
    await say(id, 'About the roof.');
    const mail = await mailed('About the roof.');
    assert.equal(mail.subject, 'Roof');
    assert.deepEqual([...mail.envelope.to].sort(), [bob, 'carol@elsewhere.test']);
    assert.ok(!mail.text?.includes('Between us.'));
  });

  it('tells who may not why, and leaves; nothing of it is mailed', async () => {
    for (const invited of [[bobsGhost], [bot, bobsGhost], [bobsGhost, carolsGhost]]) {
      const room = await made(guest, invited);
      world.homeserver.say(room, guest, 'Mail this.');
      await world.calm(life);
      assert.ok(
        world.homeserver
          .sent('m.room.message', room)
          .some(({ content }) => String(content['body']).startsWith('You may not begin')),
      );
      for (const user of invited) assert.equal(world.homeserver.rooms.membership(room, user), 'leave');
    }
    const remote = await made(stranger, [bobsGhost]);
    assert.equal(world.homeserver.rooms.membership(remote, bobsGhost), 'leave');
    assert.deepEqual(world.homeserver.sent('m.room.message', remote), []);
    assert.equal(world.relay.mails.length, mails);
  });

  it('finds people by their address, and makes ghosts exist that somebody asks for', async () => {
    const ask = async (path: string) => {
      const headers = { authorization: `Bearer ${world.appservice.hsToken}` };
      const response = await fetch(`${world.appservice.url}/_matrix/app/v1/${path}`, { headers });
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    const ghost = `@mail_new=40elsewhere.test:${domain}`;
    const found = { userid: ghost, protocol: 'email', fields: { address: 'new@elsewhere.test' } };
    assert.deepEqual(
      (await ask('thirdparty/user/email?address=New@elsewhere.test')).body,
      [found].map((one) => ({ ...one, fields: { address: 'New@elsewhere.test' } })),
    );
    assert.deepEqual((await ask(`thirdparty/user?userid=${encodeURIComponent(ghost)}`)).body, [found]);
    assert.deepEqual((await ask('thirdparty/user/email?address=nobody')).body, []);
    assert.deepEqual((await ask('thirdparty/location/email')).body, []);
    assert.equal((await ask('thirdparty/protocol/email')).status, 200);
    assert.equal((await ask('thirdparty/protocol/irc')).status, 404);
    assert.equal((await ask('thirdparty/user?userid=%40alice%3Amatrix.test')).status, 404);
    assert.equal((await ask(`users/${encodeURIComponent(ghost)}`)).status, 200);
    assert.ok(world.homeserver.users.has(ghost));
    for (const user of [`@mail_nobody:${domain}`, `@mail_=claimed=bob=40outside.test:${domain}`, alice]) {
      assert.equal((await ask(`users/${encodeURIComponent(user)}`)).status, 404, user);
    }
  });
});

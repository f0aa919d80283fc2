/**
 * People who have no business with Mailroom, over Matrix: whoever reaches the application service's port, strangers who
 * invite the bot and its ghosts, and users who may see a room but not decide in it. Nothing of theirs is believed,
 * mailed or carried out.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { COMMANDS } from '../../src/commands/all.ts';
import { ECHO_KEY } from '../../src/bridge/ids.ts';
import type { StandInEvent } from '../support/homeserver-rooms.ts';
import { alice, bob, bobsGhost, bot, domain, Site } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';

const mallory = '@mallory:evil.test';
const guest = `@guest:${domain}`;

describe('strangers on the Matrix side', () => {
  let site: Site;
  let world: World;
  let life: Life;
  let room: string;

  before(async () => {
    site = await Site.start();
    world = await site.world();
    await world.mailboxesBegun();
    life = world.begin();
    arrive([`From: Bob <${bob}>`, 'Message-ID: <first@outside.test>', 'Subject: Crane'], 'Hello');
    const first = () => world.homeserver.sent('m.room.message').find(({ sender }) => sender === bobsGhost);
    await world.see('the mail in its room', () => first() !== undefined, life);
    room = first()?.room_id ?? '';
    world.homeserver.rooms.member(room, alice, alice, { membership: 'join', displayname: 'Alice' });
    await world.calm(life);
    // Shown an hour ago: what is said now is at a person's pace.
    await world.rows(`UPDATE events SET received_at = received_at - interval '1 hour'`);
  });
  after(async () => {
    await world.end();
    await site.stop();
  });

  function arrive(fields: readonly string[], text: string): void {
    world.imap.add(world.imap.inbox, [...fields, 'To: support@mailroom.test', '', text].join('\r\n'));
  }

  /** Mailroom still does what it is for: a member's word after all this is mailed, and is the only one. */
  async function onlyThisIsMailed(word: string, before: number): Promise<void> {
    world.homeserver.say(room, alice, word);
    await world.see(`the mail "${word}"`, () => world.relay.mails.some(({ raw }) => raw.includes(word)), life);
    await world.calm(life);
    const mails = world.relay.mails.slice(before);
    assert.deepEqual(mails.map(({ raw }) => raw.includes(word)), [true]); // prettier-ignore
    assert.deepEqual(mails[0]?.to, [bob]);
  }

  let txns = 0;
  /** Knocks at the port of the application service. Resolves with the status. */
  function knock(
    path: string,
    options: { readonly token?: string | null; readonly body?: string | Buffer; readonly method?: string },
  ): Promise<number> {
    const { token = world.appservice.hsToken, body = '{"events":[]}', method = 'PUT' } = options;
    return new Promise((done, fail) => {
      const headers = {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      };
      const asked = request(`${world.appservice.url}${path}`, { method, headers }, (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      asked.on('error', fail);
      asked.end(body);
    });
  }
  const push = (events: readonly object[] | string): Promise<number> =>
    knock(`/_matrix/app/v1/transactions/hostile-${++txns}`, {
      body: typeof events === 'string' ? events : JSON.stringify({ events }),
    });
  const made = (sender: string, content: object, more: object = {}): object => ({
    event_id: `$${randomBytes(16).toString('hex')}`,
    room_id: room,
    type: 'm.room.message',
    sender,
    origin_server_ts: Date.now(),
    content,
    ...more,
  });
  const events = async (): Promise<number> => Number((await world.rows('SELECT count(*) AS n FROM events'))[0]?.['n']);

  describe('at the port of the application service', () => {
    it('nothing is believed without the homeserver’s token', async () => {
      const [mails, known] = [world.relay.mails.length, await events()];
      const body = JSON.stringify({ events: [made(alice, { msgtype: 'm.text', body: 'Forged' })] });
      const { hsToken } = world.appservice;
      const wrong = [
        null,
        '',
        'x',
        hsToken.slice(1),
        `${hsToken}x`,
        hsToken.toUpperCase(),
        `${hsToken} `.repeat(2),
        'undefined',
        'null',
      ];
      for (const path of ['/_matrix/app/v1/transactions/1', '/transactions/1', '/_matrix/app/v1/transactions/%2e%2e']) {
        for (const token of wrong) assert.equal(await knock(path, { token, body }), 403, `${path} ${String(token)}`);
        assert.equal(await knock(`${path}?access_token=x`, { token: null, body }), 403);
        assert.equal(await knock(`${path}?access_token=${hsToken}`, { token: 'x', body }), 403);
      }
      for (const path of [
        `/_matrix/app/v1/users/${bot}`,
        '/_matrix/app/v1/rooms/x',
        '/_matrix/app/v1/ping',
        '/users/x',
        '/rooms/x',
      ]) {
        // prettier-ignore
        assert.equal(await knock(path, { token: null, method: 'GET', body: '' }), 403, path);
      }
      for (const path of [
        '//_matrix/app/v1/transactions/1',
        '/x/../_matrix/app/v1/transactions/1',
        '/_MATRIX/app/v1/transactions/1',
      ]) {
        // prettier-ignore
        assert.ok((await knock(path, { token: null, body })) >= 400, path);
      }
      assert.equal(await events(), known);
      await onlyThisIsMailed('After the knocking', mails);
    });

    it(
      'a transaction above the limit is refused, and one of very many events is taken',
      { timeout: 60_000 },
      async () => {
        const mails = world.relay.mails.length;
        const status = await push(`{"events":[${'"x",'.repeat(17_000_000)}"x"]}`).catch(() => 413);
        assert.equal(status, 413);
        const elsewhere = { room_id: '!none:evil.test' };
        const many = Array.from({ length: 1_000 }, () => made(mallory, { msgtype: 'm.text', body: 'x' }, elsewhere));
        assert.equal(await push(many), 200);
        await onlyThisIsMailed('After the flood', mails);
      },
    );

    it('what is no event, or one that no program could walk through, keeps nothing behind it', async () => {
      const mails = world.relay.mails.length;
      const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
      const text = JSON.stringify(made(alice, { msgtype: 'm.text', body: 'Deep' }));
      assert.equal(await push(`{"events":[${text.replace('"Deep"', deep)}]}`), 200);
      const rich = { msgtype: 'm.text', body: 'x', format: 'org.matrix.custom.html', formatted_body: '@' };
      assert.equal(await push(`{"events":[${JSON.stringify(made(mallory, rich)).replace('"@"', deep)}]}`), 200);
      assert.equal(await push('{"events":[1,null,"x",[],{},{"event_id":1},{"__proto__":{"sender":"x"}}]}'), 200);
      assert.equal(await push('{"events":{}}'), 200);
      assert.equal(await push('not json'), 200);
      // A member's word in what cannot be walked is quarantined or not mailed, never half read.
      await world.see(
        'an end of the tries',
        async () => (await world.rows(`SELECT FROM events WHERE state = 'waiting'`)).length === 0,
        life,
      );
      await onlyThisIsMailed('After the deep ones', mails);
    });

    it('our own users’ ids and keys prove nothing', async () => {
      const mails = world.relay.mails.length;
      const [send] = await world.rows(`SELECT send, event FROM matrix_sends WHERE sender = '${bobsGhost}' LIMIT 1`);
      const key = { [ECHO_KEY]: send?.['send'] };
      const text = { msgtype: 'm.text', body: 'Forged' };
      assert.equal(
        await push([
          made(bobsGhost, text),
          made(bot, { ...text, body: '!mail accept' }),
          made(bobsGhost, { ...text, [ECHO_KEY]: 'x'.repeat(10_000) }),
          made(bot, { ...text, [ECHO_KEY]: { a: 1 } }),
          made(mallory, { ...text, ...key }),
          made(`@mail_=claimed=x:${domain}`, text),
          made(`@mail_nobody=40x.test:${domain}`, text),
          made(`@mailroom:${domain.toUpperCase()}`, text),
          made('', text),
          made('mallory', text),
          made(`@alice:${domain}\0`, text),
          made(`@alice:${domain}.evil.test`, text),
          made(`@alice:evil.test:${domain}`, text),
        ]),
        200,
      );
      await world.calm(life);
      const [same] = await world.rows(`SELECT send, event FROM matrix_sends WHERE send = '${String(send?.['send'])}'`);
      assert.deepEqual(same, send);
      await onlyThisIsMailed('After the forged ids', mails);
    });
  });

  it('who invites the bot, ghosts and all into a room of their own gets nothing, and nothing is mailed', async () => {
    const { homeserver } = world;
    const mails = world.relay.mails.length;
    const threadAlias = [...homeserver.rooms.aliases].find(([, id]) => id === room)?.[0];
    const own = homeserver.rooms.create(
      mallory,
      { invite: [bobsGhost, bot, `@mail_boss=40outside.test:${domain}`], name: 'Mine' },
      (name) => `#${name}:evil.test`,
    );
    homeserver.rooms.append(own, {
      type: 'm.room.canonical_alias',
      sender: mallory,
      stateKey: '',
      content: { alias: threadAlias },
    });
    homeserver.rooms.append(own, {
      type: 'm.bridge',
      sender: mallory,
      stateKey: 'org.mailroom',
      content: { bridgebot: bot },
    });
    for (const text of ['Hello Bob', '!mail help', `!mail compose ${bob}`, '!mail accept', '!mail status', 'help']) {
      homeserver.say(own.id, mallory, text);
    }
    for (const user of [bobsGhost, bot]) {
      homeserver.rooms.append(own, {
        type: 'm.room.member',
        sender: user,
        stateKey: user,
        content: { membership: 'join' },
      });
    }
    homeserver.say(own.id, mallory, { msgtype: 'm.text', body: 'Bob?', 'm.mentions': { user_ids: [bobsGhost, bot] } });
    await world.calm(life);
    const said = homeserver.effects.flatMap((effect) => (effect.kind === 'event' ? [effect.event] : []));
    const spoken = said.filter(
      ({ room_id: at, sender, type }) => at === own.id && sender !== mallory && type !== 'm.room.member',
    );
    assert.deepEqual(spoken.filter(({ sender }) => sender !== bot), []); // prettier-ignore
    assert.ok(!JSON.stringify(spoken).includes('Crane') && !JSON.stringify(spoken).includes(bob));
    await onlyThisIsMailed('After the invitation', mails);
  });

  describe('who is in a room without a seat in the team', () => {
    /** What a user of another server says there is not mailed, whatever power they gave themselves elsewhere. */
    it('and comes from another server, mails nothing', async () => {
      const mails = world.relay.mails.length;
      world.homeserver.rooms.member(room, alice, mallory, { membership: 'invite' });
      world.homeserver.rooms.member(room, mallory, mallory, { membership: 'join', displayname: 'Alice' });
      const word = world.homeserver.say(room, mallory, 'Send us the money');
      world.homeserver.say(room, mallory, {
        msgtype: 'm.text',
        body: '* x',
        'm.new_content': { msgtype: 'm.text', body: 'x' },
        'm.relates_to': { rel_type: 'm.replace', event_id: word.event_id },
      });
      await world.calm(life);
      await onlyThisIsMailed('After the other server', mails);
    });

    it('decides nothing: each command that needs more is refused, and a held mail stays held', async () => {
      const { homeserver } = world;
      const mails = world.relay.mails.length;
      // Several authors, one of them ours: held in every account.
      arrive(
        ['From: Eve <eve@outside.test>, support@mailroom.test', 'Message-ID: <held@outside.test>', 'Subject: Boss'],
        'Pay',
      );
      const isHeld = async () => (await world.rows(`SELECT FROM mails WHERE state = 'held'`)).length === 1;
      await world.see('the held mail', isHeld, life);
      const notice = (): StandInEvent | undefined =>
        homeserver
          .sent('m.room.message')
          .findLast(({ sender, content }) => sender === bot && JSON.stringify(content).includes('Boss'));
      await world.see('its notice', () => notice() !== undefined, life);
      await world.calm(life);
      const told = notice();
      assert.ok(told);
      const answers = (event: StandInEvent) =>
        homeserver
          .sent('m.room.message')
          .filter(({ sender, content }) => sender === bot && JSON.stringify(content).includes(event.event_id));

      for (const user of [guest, mallory]) {
        for (const at of [room, told.room_id]) {
          const content = { membership: 'join', displayname: 'Alice' };
          homeserver.rooms.append(homeserver.rooms.get(at), {
            type: 'm.room.member',
            sender: user,
            stateKey: user,
            content,
          });
        }
        for (const sign of ['✅', '❌', '✔️', '👍']) {
          homeserver.rooms.send(told.room_id, user, 'm.reaction', {
            'm.relates_to': { rel_type: 'm.annotation', event_id: told.event_id, key: sign },
          });
        }
        const forMore = COMMANDS.filter(({ needs }) => !['read', 'draft', 'answer'].includes(needs));
        for (const { needs, example } of forMore) {
          const asked = ['', told.event_id].map((of) =>
            homeserver.say(of === '' ? room : told.room_id, user, {
              msgtype: 'm.text',
              body: `!mail ${example}`,
              ...(of === '' ? {} : { 'm.relates_to': { 'm.in_reply_to': { event_id: of } } }),
            }),
          );
          await world.calm(life);
          for (const event of asked) {
            const [answer] = answers(event);
            const said = JSON.stringify(answer?.content ?? {});
            assert.ok(
              answer === undefined || !/Pay|eve@outside|Message-ID|m\.file/.test(said),
              `${needs} ${example} ${said}`,
            );
          }
        }
      }
      assert.ok(await isHeld());
      assert.equal(
        homeserver.sent('m.room.message').some(({ content }) => content['body'] === 'Pay'),
        false,
      );
      assert.deepEqual(await world.rows(`SELECT FROM mails WHERE released_by IS NOT NULL`), []);
      await onlyThisIsMailed('After the commands', mails);

      homeserver.rooms.member(told.room_id, alice, alice, { membership: 'join', displayname: 'Alice' });
      homeserver.rooms.send(told.room_id, alice, 'm.reaction', {
        'm.relates_to': { rel_type: 'm.annotation', event_id: told.event_id, key: '✅' },
      });
      await world.see(
        'the mail, accepted',
        () => homeserver.sent('m.room.message').some(({ content }) => content['body'] === 'Pay'),
        life,
      );
    });
  });
});

/** What a homeserver refuses by rules of its own: whom it invites, what a room may have, what may be said. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { plainRooms } from '../../../src/bridge/account/account.ts';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { recentRefusals } from '../../../src/db/room-tables/refusals.ts';
import { findAccountRoom, findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import { tellNews } from '../../../src/watch/account-news.ts';
import { metricsSource } from '../../../src/watch/figures.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import type { Content, Fault } from '../../support/homeserver.ts';
import { alice, bob, testAccount } from '../../support/handlers/fixtures.ts';
import type { MatrixWorld } from '../../support/handlers/matrix.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';

const ghost = '@mail_bob=40outside.test:matrix.test';
const forbidden: Fault = { status: 403, errcode: 'M_FORBIDDEN' };

describe('what a homeserver refuses for good', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let matrix: MatrixWorld;
  let arrivals: Arrivals;
  let sending: Sending;
  let mails: number;

  async function begin(more: Partial<Account> = {}): Promise<void> {
    test = await server.database();
    sending = await sendingWorld(test, parser, testAccount(more));
    ({ homeserver, matrix, arrivals } = sending);
    mails = 0;
  }
  beforeEach(() => begin());
  afterEach(() => sending.end());

  const settle = async () => {
    await sending.start();
    await sending.settle();
  };

  const mail = (subject: string, more: readonly string[] = ['', `About ${subject}.`]) =>
    arrivals.arrive(
      [
        'From: Bob <bob@outside.test>',
        'To: support@mailroom.test',
        `Subject: ${subject}`,
        `Message-ID: <${String(++mails)}@outside.test>`,
        ...more,
        '',
      ].join('\r\n'),
    );
  const withFiles = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    ...['', '--b', 'Content-Type: text/plain', '', 'The words.'],
    ...['--b', 'Content-Type: application/pdf; name=a.pdf', 'Content-Disposition: attachment', '', 'one'],
    ...['--b', 'Content-Type: application/pdf; name=b.pdf', 'Content-Disposition: attachment', '', 'two', '--b--'],
  ];
  async function roomOf({ thread }: Arrived): Promise<RoomId> {
    const row = await findThreadRoom(test.db, thread as ThreadId);
    assert.equal(row?.state, 'active');
    return row.room;
  }
  async function said(arrived: Arrived): Promise<[string, string][]> {
    const events = homeserver.sent('m.room.message', await roomOf(arrived));
    return events.map(({ sender, content }) => [sender, String(content['body'])]);
  }
  const content = (room: RoomId, type: string) => homeserver.rooms.state(room, type)?.content;
  const figures = async () => {
    const [account] = await metricsSource(test.db, () => 60_000).accounts();
    return account?.refused;
  };
  const invitesTo = (room: RoomId, user: string) =>
    homeserver.sent('m.room.member', room).filter(({ content: { membership }, state_key: key }) => {
      return membership === 'invite' && key === user;
    }).length;

  describe('an invitation', () => {
    const refusing = (user: string, fault: Fault) => {
      homeserver.policy = ({ name, body }) => {
        // As Synapse does: the room of a createRoom that invites them is not what it was asked for.
        const invites = /POST .*createRoom$/.test(name) ? body['invite'] : null;
        const one = /POST .*\/invite$/.test(name) && body['user_id'] === user;
        return one || (Array.isArray(invites) && invites.includes(user)) ? fault : null;
      };
    };
    const told = async () => {
      await tellNews({ ...arrivals.deps, graceMs: 0 });
      await tellNews({ ...arrivals.deps, graceMs: 0 });
      await sending.settle();
      const lobby = await findAccountRoom(
        test.db,
        arrivals.deps.accounts.keys().next().value ?? ('' as never),
        'lobby',
      );
      return lobby === null ? [] : homeserver.sent('m.room.message', lobby.room).map((one) => one.content['body']);
    };

    for (const [errcode, words] of [
      ['M_INVITE_BLOCKED', /^⚠ @bob:matrix\.test does not take invitations/],
      ['M_FORBIDDEN', /^⚠ The homeserver does not let me invite @bob:matrix\.test \(M_FORBIDDEN\)/],
    ] as const) {
      it(`is that person's only where it is ${errcode}, and is told once`, async () => {
        refusing(bob, { status: 403, errcode });
        const arrived = await mail('Lamp');
        await settle();
        assert.deepEqual(await said(arrived), [[ghost, 'About Lamp.']], 'by its own sender');
        const room = await roomOf(arrived);
        assert.deepEqual(
          [alice, bob].map((user) => homeserver.rooms.membership(room, user)),
          ['invite', 'leave'],
        );
        const [first, ...more] = await told();
        assert.match(String(first), words);
        await mail('Chair');
        await sending.settle();
        assert.deepEqual([more, await told()], [[], [first]]);
        assert.deepEqual(await figures(), { invitations: 1, state: 0, messages: 0 });
      });
    }

    it('is not refused where somebody is there already, or where the people of the room banned them', async () => {
      const arrived = await mail('Lamp');
      await settle();
      const room = await roomOf(arrived);
      const at = { room, account: testAccount().id };
      homeserver.rooms.member(room, bob, bob, { membership: 'join' });
      assert.equal(await matrix.rooms.invitations.ask(at, bob), true);
      homeserver.rooms.member(room, alice, alice, { membership: 'join' });
      homeserver.rooms.member(room, alice, bob, { membership: 'ban' });
      assert.equal(await matrix.rooms.invitations.ask(at, bob), false);
      assert.deepEqual(await recentRefusals(test.db), []);
    });

    it('that may pass is tried again by itself, while the mail is there for the others', async () => {
      refusing(bob, { status: 500 });
      const arrived = await mail('Lamp');
      await sending.start();
      // Nobody hurries here: the mail waits for no pause.
      while ((await said(arrived).catch(() => [])).length === 0) await new Promise((resolve) => setImmediate(resolve));
      const room = await roomOf(arrived);
      const tried = () => homeserver.requests.filter((name) => name.endsWith(`/rooms/${room}/invite`)).length;
      const before = tried();
      await sending.hurryUntil(() => tried() > before + 3);
      assert.equal(homeserver.rooms.membership(room, bob), 'leave');
      homeserver.policy = () => null;
      await sending.settle();
      assert.deepEqual([invitesTo(room, alice), invitesTo(room, bob)], [1, 1]);
      assert.deepEqual(await recentRefusals(test.db), []);
    });

    it('is given up after a day, and told', async () => {
      refusing(bob, { status: 500 });
      await mail('Lamp');
      await settle();
      assert.deepEqual(
        (await recentRefusals(test.db)).map(({ kind, subject, code }) => [kind, subject, code]),
        [['invite', bob, 'M_UNKNOWN']],
      );
    });
  });

  describe('the state of a room', () => {
    /** A room is half made when its creation is refused: as the invite checker of TI-Messenger leaves it. */
    const refusingState = (isRefused: (type: string, content: Content) => boolean) => {
      homeserver.policy = ({ name, body }) => {
        const [, type] = /PUT .*\/state\/([^/]+)/.exec(name) ?? [];
        if (type !== undefined) return isRefused(type, body) ? { status: 400, errcode: 'M_INVALID_ROOM_STATE' } : null;
        if (!/POST .*createRoom$/.test(name)) return null;
        const pieces = (body['initial_state'] ?? []) as { type: string; content: Content }[];
        if (!pieces.some((piece) => isRefused(piece.type, piece.content))) return null;
        const bare = { ...body, initial_state: [], name: undefined, topic: undefined };
        homeserver.rooms.create(homeserver.bot, bare, (local) => `#${local}:matrix.test`);
        return { status: 400, errcode: 'M_INVALID_ROOM_STATE' };
      };
    };

    it('has what does instead where a piece is refused, and from then on at once', async () => {
      refusingState((type, { join_rule: rule }) => type === 'm.room.join_rules' && rule !== 'invite');
      const arrived = await mail('Lamp');
      await settle();
      assert.deepEqual(await said(arrived), [[ghost, 'About Lamp.']]);
      const room = await roomOf(arrived);
      assert.deepEqual(content(room, 'm.room.join_rules'), { join_rule: 'invite' });
      assert.deepEqual(content(room, 'm.room.name'), { name: 'Lamp' });
      assert.deepEqual(content(room, 'm.room.guest_access'), { guest_access: 'forbidden' });
      assert.equal(invitesTo(room, alice), 1);
      assert.deepEqual(await figures(), { invitations: 0, state: 1, messages: 0 });
      const before = homeserver.requests.length;
      await roomOf(await mail('Chair').then(async (next) => (await sending.settle(), next)));
      assert.deepEqual(
        homeserver.requests.slice(before).filter((name) => name.includes('/state/m.room.join_rules')),
        [],
      );
    });

    it('lacks a piece that is refused, and nothing else', async () => {
      refusingState((type) => type === 'io.element.functional_members');
      const arrived = await mail('Lamp');
      await settle();
      assert.deepEqual(await said(arrived), [[ghost, 'About Lamp.']]);
      const rule = content(await roomOf(arrived), 'm.room.join_rules');
      assert.equal(rule?.['join_rule'], 'restricted');
    });

    it('lacks a name that is refused: the room is made without it', async () => {
      homeserver.policy = ({ name, body }) => {
        const isNamed = /createRoom$|\/state\/m\.room\.name/.test(name) && String(body['name']).includes('Casino');
        return isNamed ? forbidden : null;
      };
      const arrived = await mail('Casino');
      await settle();
      assert.deepEqual(await said(arrived), [[ghost, 'About Casino.']]);
      const room = await roomOf(arrived);
      assert.equal(content(room, 'm.room.name'), undefined);
      assert.equal(content(room, 'm.room.join_rules')?.['join_rule'], 'restricted');
    });

    it('does not hang in a space that takes no rooms', async () => {
      refusingState((type) => type === 'm.space.child');
      homeserver.policy = ((before) => (asked) => (before(asked) === null ? null : forbidden))(homeserver.policy);
      const arrived = await mail('Lamp');
      await settle();
      assert.deepEqual(await said(arrived), [[ghost, 'About Lamp.']]);
    });
  });

  it('waits with its mail where no room can be made, and is said by its own sender then', async () => {
    homeserver.policy = ({ name }) => (name.endsWith('createRoom') ? forbidden : null);
    const arrived = await mail('Lamp');
    const asked = () => homeserver.requests.filter((name) => name.endsWith('createRoom')).length;
    await sending.start();
    await sending.hurryUntil(() => asked() > 24);
    const { rows } = await test.db.query('SELECT DISTINCT state, failures FROM jobs');
    assert.deepEqual(rows, [{ state: 'ready', failures: 0 }]);
    homeserver.policy = () => null;
    await sending.settle();
    assert.deepEqual(await said(arrived), [[ghost, 'About Lamp.']]);
  });

  describe('words', () => {
    const MISSING = /^⚠ Part of this mail, or all of it, is missing here/;
    const refusingEvents = (isRefused: (user: string, body: Content) => boolean, fault: Fault = forbidden) => {
      homeserver.policy = ({ name, user, body }) =>
        /PUT .*\/send\//.test(name) && isRefused(user, body) ? fault : null;
    };
    const sends = () => homeserver.requests.filter((name) => /PUT .*\/send\//.test(name));

    it('of ghosts: their place is kept by one notice without them, and nothing is mended', async () => {
      const before = await mail('Lamp');
      await settle();
      refusingEvents((user) => user === ghost);
      const registered = () => homeserver.requests.filter((name) => /register|devices/.test(name)).length;
      const repairs = registered();
      const arrived = await mail('Re: Lamp', ['References: <1@outside.test>', ...withFiles]);
      assert.equal(arrived.thread, before.thread);
      await sending.settle();
      const heard = (await said(arrived)).slice(1);
      assert.deepEqual(
        heard.map(([sender]) => sender),
        [homeserver.bot],
      );
      assert.match(heard[0]?.[1] ?? '', MISSING);
      assert.doesNotMatch(heard[0]?.[1] ?? '', /The words\.|Bob|pdf/);
      assert.equal(registered(), repairs);
      assert.deepEqual(await figures(), { invitations: 0, state: 0, messages: 3 });
      assert.equal(sending.warned.filter((line) => line === 'a message is refused for good').length, 3);
    });

    it('of one mail by what they are: the bot does not say them either, and the next mail is shown', async () => {
      refusingEvents((_, body) => String(body['body']).includes('Casino'));
      const arrived = await mail('Casino', ['', 'The Casino is open.']);
      await mail('Re: Casino', ['References: <1@outside.test>', '', 'Well said.']);
      await settle();
      const [first, second] = await said(arrived);
      assert.match(first?.[1] ?? '', MISSING);
      assert.deepEqual(second, [ghost, 'Well said.']);
    });

    it('of all: nothing is said, nothing goes in a circle, and nothing dies silently', async () => {
      refusingEvents(() => true);
      const arrived = await mail('Lamp');
      await settle();
      assert.deepEqual(await said(arrived), []);
      // The mail and its line in the inbox: each twice with its words, and without them until that is refused as well.
      assert.equal(sends().length, 7);
      const { rows } = await test.db.query(`SELECT state, error FROM matrix_sends WHERE purpose = 'part'`);
      assert.deepEqual(rows, [{ state: 'dead', error: 'm.room.message: M_FORBIDDEN' }]);
      assert.equal((await figures())?.messages, 2);
      assert.equal((await test.db.query(`SELECT FROM jobs WHERE state = 'quarantined'`)).rowCount, 2);
      assert.equal(sending.warned.filter((line) => line === 'a message is refused for good').length, 4);
    });

    it('of a file beyond what the sender may have: the text is there, and a notice for the files', async () => {
      homeserver.policy = ({ name }) =>
        name.includes('/media/') ? { status: 403, errcode: 'M_USER_LIMIT_EXCEEDED' } : null;
      const arrived = await mail('Lamp', withFiles);
      await settle();
      const [text, notice, ...more] = await said(arrived);
      assert.deepEqual([text?.[1], more], ['The words.', []]);
      assert.match(notice?.[1] ?? '', MISSING);
    });

    it('of the first line in the inbox: it still leads to the conversation', async () => {
      await sending.end();
      await begin({ rooms: { ...plainRooms, inbox: 'all' }, invite: 'when-claimed' });
      refusingEvents((_, body) => String(body['body']).includes('Casino'));
      const arrived = await mail('Casino', ['', 'Come in.']);
      await settle();
      const inbox = await findAccountRoom(test.db, testAccount().id, 'inbox');
      const [line] = homeserver.sent('m.room.message', inbox?.room).map((event) => String(event.content['body']));
      const alias = matrix.ids.threadAlias(arrived.thread as ThreadId, 0);
      assert.equal(
        line,
        '⚠ A conversation whose first words the rules of the homeserver refuse:\n' +
          `https://matrix.to/#/${encodeURIComponent(`#${alias}:matrix.test`)}`,
      );
    });
  });
});

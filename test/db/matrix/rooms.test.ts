import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId, TxnId, UserId } from '../../../src/bridge/types.ts';
import { findRoom, roomMembers, setMember } from '../../../src/db/room-tables/rooms.ts';
import type { Address, Person } from '../../../src/mail/types.ts';
import { storePushed } from '../../../src/matrix/intake.ts';
import { readAllBack } from '../../../src/matrix/read-back.ts';
import { classifyRefusal, repair } from '../../../src/matrix/repair.ts';
import { readTransaction } from '../../../src/matrix/transaction.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';
import { alice, bob, quiet, testAccount } from '../../support/handlers/fixtures.ts';
import { Crash, matrixWorld } from '../../support/handlers/matrix.ts';
import type { MatrixWorld } from '../../support/handlers/matrix.ts';

const account = testAccount();
const carol: Person = { name: 'Carol', address: 'carol@outside.test' as Address };
const dave: Person = { name: '', address: 'dave@outside.test' as Address };
const facts = () => Promise.resolve({ subject: 'Broken printer', people: [carol, dave] });
const thread = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' as ThreadId;

describe('rooms and ghosts over a stand-in homeserver', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let world: MatrixWorld;

  beforeEach(async () => {
    test = await server.database();
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
      thread,
    ]);
    await setUp({});
  });
  afterEach(async () => {
    await world.close();
    await homeserver.stop();
    await test.close();
  });

  async function setUp(options: { roomVersion?: string; devices?: boolean }): Promise<void> {
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs', ...options }).start();
    world = matrixWorld(homeserver.url, test);
    await world.ghosts.startBot('Mailroom');
  }

  const made = () => homeserver.effects.flatMap((effect) => (effect.kind === 'room' ? [effect.alias] : []));
  const content = (room: RoomId, type: string, key = '') => homeserver.rooms.state(room, type, key)?.content;

  it('makes the space and the room of a thread once, with all that they have', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    const space = (await world.threadRooms.space(account)).room;
    assert.equal(made().length, 2);
    assert.deepEqual(content(row.room, 'm.room.name'), { name: 'Broken printer' });
    assert.deepEqual(content(row.room, 'm.room.join_rules'), {
      join_rule: 'restricted',
      allow: [{ type: 'm.room_membership', room_id: space }],
    });
    assert.deepEqual(content(row.room, 'm.space.parent', space), { via: ['matrix.test'], canonical: true });
    assert.deepEqual(content(space, 'm.space.child', row.room), {
      via: ['matrix.test'],
      suggested: false,
      order: '50',
    });
    assert.deepEqual(content(row.room, 'io.element.functional_members'), {
      service_members: ['@mailroom:matrix.test'],
    });
    assert.equal(homeserver.rooms.membership(row.room, alice), 'invite');
    await world.threadRooms.room(account, thread, () => Promise.reject(new Error('not asked for')));
    assert.equal(made().length, 2);
  });

  it('makes one room and completes it, whichever step the process ended at', async () => {
    const steps = ['room:created', 'room:recorded', 'room:invited', 'room:completed'];
    for (const step of ['ghost:registered', 'ghost:device', ...steps]) {
      const other = `b${step.replace(/[^a-z]/g, '')}`.padEnd(32, 'b') as ThreadId;
      await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
        other,
      ]);
      const someone: Person = { name: 'S', address: `${other}@outside.test` as Address };
      const theirs = () => Promise.resolve({ subject: step, people: [someone] });
      await world.threadRooms.space(account);
      world.crashAt(step);
      await assert.rejects(world.threadRooms.room(account, other, theirs), Crash);
      world.crashAt(null);
      const row = await world.threadRooms.room(account, other, theirs);
      await world.threadRooms.welcome(account, row, [someone]);
      assert.equal(made().filter((alias) => alias === row.alias).length, 1, step);
      assert.equal((await findRoom(test.db, row.room))?.state, 'active');
      assert.equal(homeserver.rooms.membership(row.room, world.codec.ghost(someone.address)), 'join');
      const space = (await world.threadRooms.space(account)).room;
      assert.ok(content(space, 'm.space.child', row.room), step);
      const devices = homeserver.effects.filter((e) => e.kind === 'device' && e.id.includes(other));
      assert.equal(devices.length, 1, step);
      for (const user of [alice, bob, world.codec.ghost(someone.address)]) {
        const asked = homeserver
          .sent('m.room.member', row.room)
          .filter(({ content: { membership }, state_key: key }) => membership === 'invite' && key === user);
        assert.equal(asked.length, 1, `${user} at ${step}`);
      }
    }
  });

  it('finds a room whose answer was lost, and completes one that was left half made', async () => {
    await world.threadRooms.space(account);
    homeserver.failNext(/POST .*createRoom/, 'cut-after');
    await assert.rejects(world.threadRooms.room(account, thread, facts));
    const full = `#${made()[1] ?? ''}:matrix.test`;
    const room = homeserver.rooms.aliases.get(full) as RoomId;
    const state = homeserver.rooms.get(room).state;
    for (const key of [...state.keys()]) {
      if (!/^m\.room\.(?:create|power_levels)|mailroom:/.test(key)) state.delete(key);
    }
    const row = await world.threadRooms.room(account, thread, facts);
    assert.equal(row.room, room);
    assert.deepEqual(content(room, 'm.room.name'), { name: 'Broken printer' });
    assert.deepEqual(content(room, 'm.room.guest_access'), { guest_access: 'forbidden' });
    assert.equal(homeserver.rooms.membership(room, alice), 'invite');
  });

  it('gives a room to the same thread after the database was lost', async () => {
    const first = await world.threadRooms.room(account, thread, facts);
    await test.db.query('TRUNCATE rooms, members, ghosts');
    const second = await world.threadRooms.room(account, thread, facts);
    assert.equal(second.room, first.room);
    assert.equal(made().length, 2);
  });

  it('does not take a room that somebody else put behind the alias', async () => {
    await world.threadRooms.space(account);
    const alias = `#${world.ids.threadAlias(thread, 0)}:matrix.test`;
    homeserver.rooms.aliases.set(alias, homeserver.rooms.create(alice, { invite: [homeserver.bot] }, String).id);
    await assert.rejects(world.threadRooms.room(account, thread, facts), { code: 'room-not-usable' });
    const row = await world.threadRooms.room(account, thread, facts);
    assert.equal(homeserver.rooms.get(row.room).creator, homeserver.bot);
  });

  it('leaves the creator out of the power levels in room version 12', async () => {
    await homeserver.stop();
    await world.close();
    await test.db.query('TRUNCATE ghosts');
    await setUp({ roomVersion: '12' });
    const row = await world.threadRooms.room(account, thread, facts);
    assert.match(row.room, /^![^:]+$/);
    assert.deepEqual((content(row.room, 'm.room.power_levels') as { users: object }).users, { [alice]: 50, [bob]: 50 });
  });

  it('has people as ghosts with the name in the member state, and asks nothing when they are known', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    await world.threadRooms.welcome(account, row, [carol, dave]);
    const ghost = world.codec.ghost(carol.address);
    assert.deepEqual(content(row.room, 'm.room.member', ghost), { membership: 'join', displayname: 'Carol' });
    assert.equal(content(row.room, 'm.room.member', world.codec.ghost(dave.address))?.['displayname'], dave.address);
    assert.equal(homeserver.profiles.get(ghost)?.['displayname'], carol.address);
    const before = homeserver.requests.length;
    await world.threadRooms.welcome(account, row, [{ ...carol, name: 'Other name by others' }, dave]);
    assert.equal(homeserver.requests.length, before);
    await world.ghosts.join(row, await world.ghosts.ensure(ghost, carol.address), 'Carol Renamed');
    assert.equal(content(row.room, 'm.room.member', ghost)?.['displayname'], 'Carol Renamed');
  });

  it('invites again when nobody of the team is left, and people are not invited with invite: nobody', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    await world.threadRooms.welcome(account, row, [carol]);
    const leave = async (user: UserId): Promise<void> => {
      homeserver.rooms.member(row.room, user, user, { membership: 'leave' });
      await setMember(test.db, { ...row, user, membership: 'leave' });
    };
    for (const user of [alice, bob]) {
      homeserver.rooms.member(row.room, user, user, { membership: 'join' });
      await setMember(test.db, { ...row, user, membership: 'join' });
      await leave(user);
    }
    await world.threadRooms.welcome(account, row, [carol]);
    for (const user of [alice, bob]) assert.equal(homeserver.rooms.membership(row.room, user), 'invite');
    // Who declines has answered.
    for (const user of [alice, bob]) await leave(user);
    await world.threadRooms.welcome(account, row, [carol]);
    for (const user of [alice, bob]) assert.equal(homeserver.rooms.membership(row.room, user), 'leave');
    const quietAccount = testAccount({ invite: 'nobody' });
    for (const user of [alice, bob]) await setMember(test.db, { ...row, user, membership: 'leave' });
    const before = homeserver.requests.length;
    await world.threadRooms.welcome(quietAccount, row, [carol]);
    assert.equal(homeserver.requests.length, before);
  });

  it('makes a room although a homeserver of the team is away and nobody may change names', async () => {
    await world.threadRooms.space(account);
    homeserver.failNext(/POST .*createRoom/, 'cut-after');
    await assert.rejects(world.threadRooms.room(account, thread, facts));
    const alias = `#${world.ids.threadAlias(thread, 0)}:matrix.test`;
    const room = homeserver.rooms.aliases.get(alias) as RoomId;
    homeserver.rooms.get(room).state.delete(`m.room.member\0${alice}`);
    homeserver.failNext(/POST .*invite/, { status: 502 });
    homeserver.failNext(/PUT .*displayname/, { status: 400, errcode: 'M_UNKNOWN' }, 10);
    await world.ghosts.renew(world.codec.ghost(carol.address));
    assert.equal((await world.threadRooms.room(account, thread, facts)).state, 'active');
  });

  it('invites members who joined the team since', async () => {
    await world.threadRooms.open(testAccount({ team: account.team.slice(0, 1) }));
    const { room: space } = await world.threadRooms.space(account);
    assert.equal(homeserver.rooms.membership(space, bob), 'leave');
    await world.threadRooms.open(account);
    assert.equal(homeserver.rooms.membership(space, bob), 'invite');
  });

  it('works with a homeserver that has no devices for appservices', async () => {
    await homeserver.stop();
    await world.close();
    await test.db.query('TRUNCATE ghosts');
    await setUp({ devices: false });
    const ghost = world.codec.ghost(carol.address);
    assert.equal((await world.ghosts.ensure(ghost, carol.address)).device, null);
    const before = homeserver.requests.length;
    await world.ghosts.ensure(ghost, carol.address);
    assert.equal(homeserver.requests.length, before);
  });

  describe('repair', () => {
    const deps = () => ({
      client: world.client,
      rooms: world.rooms,
      ghosts: world.ghosts,
      log: quiet,
      bot: world.codec.bot,
    });
    const speak = async (room: RoomId, user: UserId, txn: string) => {
      const actor =
        user === world.codec.bot ? await world.ghosts.bot() : await world.ghosts.ensure(user, carol.address);
      return world.client.send(room, 'm.room.message', txn as TxnId, { body: txn }, actor);
    };
    /** Sends, repairs what refused it, and sends again. */
    const mended = async (user: UserId) => {
      const row = await world.threadRooms.room(account, thread, facts);
      const space = (await world.threadRooms.space(account)).room;
      const error: unknown = await speak(row.room, user, 'first').then(
        () => assert.fail('was not refused'),
        (reason: unknown) => reason,
      );
      const refusal = classifyRefusal(error);
      assert.ok(refusal === 'join' || refusal === 'room-gone' || refusal === 'device' || refusal === 'other', refusal);
      const done = await repair(deps(), {
        refusal,
        row,
        space,
        sender: user,
        senderName: 'Carol',
        type: 'm.room.message',
      });
      return { row, done, now: await world.threadRooms.room(account, thread, facts) };
    };
    const ghost = () => world.codec.ghost(carol.address);

    it('joins a ghost that was not in the room or was removed', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      assert.deepEqual((await mended(ghost())).done, { do: 'again', room: row.room });
      homeserver.rooms.member(row.room, homeserver.bot, ghost(), { membership: 'leave' });
      assert.deepEqual((await mended(ghost())).done, { do: 'again', room: row.room });
      await speak(row.room, ghost(), 'second');
    });

    it('lets the bot speak for a ghost that is banned', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      homeserver.rooms.member(row.room, homeserver.bot, ghost(), { membership: 'ban' });
      assert.deepEqual((await mended(ghost())).done, { do: 'as-bot', why: 'banned' });
    });

    it('makes the device again that the homeserver forgot', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      await world.threadRooms.welcome(account, row, [carol]);
      homeserver.devices.clear();
      assert.equal((await mended(ghost())).done.do, 'again');
      await speak(row.room, ghost(), 'second');
    });

    it('makes a successor, linked, where the bot is banned', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      homeserver.rooms.member(row.room, alice, alice, { membership: 'join' });
      homeserver.rooms.member(row.room, alice, homeserver.bot, { membership: 'ban' });
      const { done, now } = await mended(world.codec.bot);
      assert.deepEqual(done, { do: 'moved' });
      assert.notEqual(now.room, row.room);
      assert.deepEqual(content(now.room, 'm.room.create')?.['predecessor'], { room_id: row.room });
      assert.equal((await findRoom(test.db, row.room))?.successor, now.room);
      const space = (await world.threadRooms.space(account)).room;
      assert.deepEqual(content(space, 'm.space.child', row.room), {});
      await speak(now.room, world.codec.bot, 'second');
    });

    it('makes a successor where the room is gone', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      homeserver.rooms.byId.delete(row.room);
      const { now } = await mended(ghost());
      assert.notEqual(now.room, row.room);
      assert.equal(now.generation, 1);
    });

    it('follows an upgrade, and no tombstone that leads elsewhere', async () => {
      const row = await world.threadRooms.room(account, thread, facts);
      const upgrade = (creator: UserId, predecessor: string) => {
        const next = homeserver.rooms.create(
          creator,
          { creation_content: { predecessor: { room_id: predecessor } }, invite: [homeserver.bot] },
          String,
        );
        homeserver.rooms.append(homeserver.rooms.get(row.room), {
          type: 'm.room.tombstone',
          sender: alice,
          stateKey: '',
          content: { body: '', replacement_room: next.id },
        });
        return next.id;
      };
      upgrade(alice, '!other:matrix.test');
      assert.equal(await world.rooms.follow(row, null), null);
      upgrade(bob, row.room);
      assert.equal(await world.rooms.follow(row, null), null);
      const next = upgrade(alice, row.room);
      const { done, now } = await mended(ghost());
      // The room is known as replaced by now, so that the new one is found before anything is sent to the old one.
      assert.deepEqual([done.do, now.room], ['again', next]);
      await world.ghosts.join(now, await world.ghosts.ensure(ghost(), carol.address), 'Carol');
      await speak(now.room, ghost(), 'second');
    });
  });

  it('recognises a room of a known thread by its alias, and no other', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    await test.db.query('TRUNCATE rooms');
    const isThread = (id: ThreadId) => Promise.resolve(id === thread ? account.id : null);
    assert.equal(await world.rooms.recognise(row.room, () => Promise.resolve(null)), null);
    assert.equal((await world.rooms.recognise(row.room, isThread))?.thread, thread);
    const other = homeserver.rooms.create(alice, { invite: [homeserver.bot] }, String).id as RoomId;
    assert.equal(await world.rooms.recognise(other, isThread), null);
  });

  it('completes a half made room although its own first events made it known', async () => {
    const { room: space } = await world.threadRooms.space(account);
    world.crashAt('room:created');
    await assert.rejects(world.threadRooms.room(account, thread, facts), Crash);
    world.crashAt(null);
    const half = homeserver.sent('m.room.create').at(-1)?.room_id as RoomId;
    const known = await world.rooms.recognise(half, () => Promise.resolve(account.id));
    assert.deepEqual([known?.room, known?.state], [half, 'making']);
    const row = await world.threadRooms.room(account, thread, facts);
    assert.deepEqual([row.room, row.state], [half, 'active']);
    assert.deepEqual(
      homeserver.sent('m.space.child', space).map(({ state_key: key }) => key),
      [half],
    );
  });

  describe('Media', () => {
    const bytes = Buffer.alloc(100_000, 'x');
    const file = () => ({
      account: account.id,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: 'x.bin',
      type: 'application/x-test',
      size: bytes.length,
      open: () => Readable.from([bytes]),
    });
    const uploads = () => homeserver.effects.filter(({ kind }) => kind === 'upload');

    it('uploads the same bytes once, whichever step the process ended at', async () => {
      for (const step of ['media:reserved', 'media:uploaded']) {
        world.crashAt(step);
        await assert.rejects(world.media.ensure(file(), world.codec.bot), Crash);
      }
      world.crashAt(null);
      const mxc = await world.media.ensure(file(), world.codec.bot);
      assert.equal(await world.media.ensure(file(), world.codec.bot), mxc);
      assert.equal(uploads().length, 1);
      assert.equal(homeserver.media.size, 1);
    });

    it('takes another id where the first one expired', async () => {
      homeserver.failNext(/PUT .*upload/, 'cut');
      await assert.rejects(world.media.ensure(file(), world.codec.bot));
      homeserver.media.clear();
      await assert.rejects(world.media.ensure(file(), world.codec.bot), { errcode: 'M_NOT_FOUND' });
      await world.media.ensure(file(), world.codec.bot);
      assert.equal(uploads().length, 1);
    });

    it('reserves no id for what is above the limit', async () => {
      const large = { ...file(), size: 200_000_000 };
      await assert.rejects(world.media.ensure(large, world.codec.bot), { errcode: 'M_TOO_LARGE' });
      assert.equal(homeserver.media.size, 0);
    });

    it('uploads in one request where the homeserver cannot reserve', async () => {
      homeserver.failNext(/media\/v1\/create/, { status: 404, errcode: 'M_UNRECOGNIZED' });
      const mxc = await world.media.ensure(file(), world.codec.bot);
      assert.deepEqual(homeserver.media.get(mxc)?.bytes, bytes);
    });
  });

  it('reads rooms back to the last event known before, and stores what is missing in order', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    homeserver.rooms.member(row.room, alice, alice, { membership: 'join' });
    const pushed = (events: readonly object[], txn: string) =>
      storePushed(
        { db: test.db, codec: world.codec, followers: () => new Map() },
        txn,
        readTransaction(Buffer.from(JSON.stringify({ events }))),
      );
    const first = homeserver.say(row.room, alice, 'known');
    await pushed([first], '1');
    const lost = Array.from({ length: 230 }, (_, n) => homeserver.say(row.room, alice, `lost ${n}`).event_id);
    const { rows } = await test.db.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const restart = rows[0]?.now ?? new Date(0);
    await pushed([homeserver.say(row.room, alice, 'after the restart')], '1');
    const deps = {
      ...{ ...world, db: test.db, log: quiet, signal: new AbortController().signal, keepMs: 86_400_000 },
      onFound: () => undefined,
    };
    // What the homeserver had pushed are two events; the rooms are read back to when they were made.
    const all = [...homeserver.rooms.byId.values()].reduce((sum, { timeline }) => sum + timeline.length, 0);
    assert.deepEqual(await readAllBack(deps, restart), { rooms: 2, found: all - 2, failed: 0 });
    const jobs = await test.db.query<{ subject: EventId }>(`SELECT subject FROM jobs WHERE key = $1 ORDER BY job`, [
      row.room,
    ]);
    const found = jobs.rows.map(({ subject }) => subject);
    assert.deepEqual(
      found.filter((event) => lost.includes(event)),
      lost,
    );
    assert.equal((await readAllBack(deps, restart)).found, 0);
  });

  it('knows members by what it did', async () => {
    const row = await world.threadRooms.room(account, thread, facts);
    const members = await roomMembers(test.db, row.room);
    assert.equal(members.find(({ user }) => user === alice)?.membership, 'invite');
  });
});

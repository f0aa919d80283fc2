/** A team that is another in the config: rights, levels, rooms, claims, and what its lobby is told. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { seeTeams } from '../../../src/handling/team-changes.ts';
import { readFailures } from '../../../src/handling/matrix-failure.ts';
import { OtherRequests } from '../../../src/matrix/others.ts';
import { teamWork } from '../../../src/teamwork/team-work.ts';
import { startTestServer } from '../../support/database.ts';
import type { TestDatabase, TestServer } from '../../support/database.ts';
import { alice, bob, bot, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';

const carol = '@carol:matrix.test' as UserId;
const dan = '@dan:matrix.test' as UserId;
const support = 'support' as AccountId;
const member = (user: UserId, name: string | null = null) => ({ user, name, address: null });
const four = [member(alice, 'Alice'), member(bob, 'Bob'), member(carol, 'Carol'), member(dan)];

describe('a team that is changed in the config', () => {
  let server: TestServer;
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let rooms: RoomId[];
  let lobby: RoomId;
  let space: RoomId;
  let inbox: RoomId;

  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    world = await HelpdeskWorld.make(test, [testAccount({ team: four })]);
    await seeTeams(world.arrivals.deps);
    space = (await world.matrix.threadRooms.space(account())).room;
    lobby = (await world.matrix.threadRooms.lobby(account())).room;
    inbox = (await world.matrix.threadRooms.inbox(account())).room;
    rooms = [];
    for (const subject of ['One', 'Two', 'Three']) rooms.push(await world.roomOf((await world.mail(subject)).thread));
    for (const room of everywhere()) for (const { user } of four) await world.join(room, user);
  });
  afterEach(() => world.close());

  const account = (): Account => {
    const found = world.arrivals.deps.accounts.get(support);
    if (found === undefined) throw new Error('no account');
    return found;
  };
  /** The config has another team from now on, and a process sees it. */
  const config = async (team: Account['team'], more: Partial<Account> = {}) => {
    (world.arrivals.deps.accounts as Map<AccountId, Account>).set(support, testAccount({ team, ...more }));
    await seeTeams(world.arrivals.deps);
  };
  const without = (...users: UserId[]) => four.filter(({ user }) => !users.includes(user));

  const handler = (failpoint: (name: string) => void = () => undefined) => {
    const { client, rooms: all } = world.matrix;
    const others = new OtherRequests(client, () => performance.now());
    const failure = readFailures(() => others.answered());
    return teamWork({ ...world.arrivals.deps, client, rooms: all, failure, failpoint, pace: { rooms: 2, pauseMs: 0 } });
  };
  /** The jobs of the team run until none is left, each as often as it wants to. */
  const settle = async (failpoint?: (name: string) => void) => {
    for (let turn = 0; ; turn += 1) {
      assert.ok(turn < 100, 'the work of the team comes to an end');
      const [job] = (await world.rows(
        `SELECT job, subject, account FROM jobs WHERE queue = 'team' AND state = 'ready' ORDER BY job LIMIT 1`,
      )) as { job: number; subject: string; account: string }[];
      if (job === undefined) break;
      const made = handler(failpoint);
      const claimed = { ...job, queue: made.queue, key: job.account, attempts: 1, failures: 0 };
      const { outcome, write } = await made.run(claimed, undefined);
      await test.db.transaction(async (tx) => write?.(tx));
      if (outcome.do !== 'retry') await test.db.query('DELETE FROM jobs WHERE job = $1', [job.job]);
    }
    await world.pump();
  };
  const membership = (room: RoomId, user: UserId) => world.state(room, 'm.room.member', user)?.['membership'];
  const levels = (room: RoomId) => world.state(room, 'm.room.power_levels')?.['users'] as Record<string, number>;
  const told = () => world.told(lobby);
  const everywhere = () => [space, lobby, inbox, ...rooms];

  it('is no change where it is the same, and where it is seen for the first time', async () => {
    await config(four);
    await settle();
    assert.deepEqual(told(), []);
    assert.deepEqual(await world.rows('SELECT FROM team_work'), []);
  });

  it('takes whoever is out of it out of space and rooms, with their level and claims, told once', async () => {
    const first = world.homeserver.sent('m.room.message', rooms[0])[0]?.event_id ?? '';
    await world.react(rooms[0] ?? lobby, dan, first, '👀');
    await config(without(dan));
    await settle();
    for (const room of everywhere()) {
      assert.equal(membership(room, dan), 'leave', room);
      assert.equal(levels(room)[dan], undefined, room);
      assert.deepEqual([membership(room, alice), levels(room)[alice]], ['join', 50]);
    }
    assert.deepEqual(await world.rows('SELECT FROM thread_work WHERE claimed_by IS NOT NULL'), []);
    assert.equal(world.state(rooms[0] ?? lobby, 'm.room.name')?.['name'], 'One');
    assert.deepEqual(told(), ['dan is no longer of the team: 6 rooms left, one conversation given back.']);
    await seeTeams(world.arrivals.deps);
    await settle();
    assert.equal(told().length, 1);
  });

  it('leaves them no rights from the first moment on, in rooms that they are still in', async () => {
    const [room = lobby] = rooms;
    await config(without(dan));
    await world.say(room, dan, 'I still answer.');
    await world.say(room, dan, '!mail done');
    assert.deepEqual(await world.rows('SELECT FROM outgoing'), []);
    assert.deepEqual(await world.rows(`SELECT FROM thread_work WHERE state = 'done'`), []);
    assert.match(world.told(room).at(-1) ?? '', /^@dan:matrix\.test: /);
  });

  it('lets a guest of somebody stay in that one room, without rights', async () => {
    const [room = lobby] = rooms;
    const guest = '@gus:matrix.test' as UserId;
    const gus = member(guest, 'Gus');
    // Before he is of the team.
    await tellMember(room, alice, guest, 'invite');
    await world.join(room, guest);
    await config([...four, gus]);
    await settle();
    for (const one of everywhere()) await world.join(one, guest);
    assert.equal(levels(room)[guest], 50);
    await config(four);
    await settle();
    assert.deepEqual(
      everywhere().map((one) => membership(one, guest)),
      everywhere().map((one) => (one === room ? 'join' : 'leave')),
    );
    assert.equal(levels(room)[guest], undefined);
    await world.say(room, guest, 'May I answer?');
    assert.deepEqual(await world.rows('SELECT FROM outgoing'), []);
  });

  it('asks before more than a third leave, while rights, levels and claims are gone at once', async () => {
    await config(without(carol, dan));
    await settle();
    assert.equal(told().length, 1);
    assert.match(told()[0] ?? '', /2 people are no longer of this team in the config.*: Carol, dan\./);
    assert.match(told()[0] ?? '', /still in 12 rooms/);
    for (const room of everywhere()) {
      assert.equal(membership(room, dan), 'join');
      assert.equal(levels(room)[dan], undefined);
    }
    const asked = world.toldEvents(lobby).at(-1)?.event_id ?? '';
    await world.react(lobby, dan, asked, '✅');
    await settle();
    assert.equal(membership(space, dan), 'join', 'who is asked about does not decide');
    await world.react(lobby, alice, asked, '✅');
    await settle();
    for (const room of everywhere()) assert.equal(membership(room, dan), 'leave');
    assert.match(told().at(-1) ?? '', /^Carol is no longer of the team: 6 rooms left, 0 conversations given back\.\n/);
    await world.react(lobby, alice, asked, '❌');
    assert.equal(told().length, 3, 'it was decided');
  });

  it('leaves them in the rooms after a no, and does nothing more', async () => {
    await config(without(carol, dan));
    await settle();
    await world.react(lobby, alice, world.toldEvents(lobby).at(-1)?.event_id ?? '', '❌');
    await settle();
    assert.match(told().at(-1) ?? '', /Carol, dan: left in the rooms, without rights/);
    assert.equal(membership(space, dan), 'join');
    await world.say(rooms[0] ?? lobby, dan, 'I still answer.');
    assert.deepEqual(await world.rows('SELECT FROM outgoing'), []);
    assert.deepEqual(await world.rows(`SELECT FROM team_members WHERE standing IN ('waiting', 'leaving')`), []);
  });

  it('is decided by a command in the lobby as well', async () => {
    await config(without(carol, dan));
    await world.say(lobby, alice, '!mail team');
    assert.match(world.told(lobby).at(-1) ?? '', /Carol: no longer of the team since .*, still in 6 rooms; /);
    await world.say(lobby, alice, '!mail team leave');
    await settle();
    assert.equal(membership(space, carol), 'leave');
    await world.say(lobby, alice, '!mail team');
    assert.match(world.told(lobby).at(-1) ?? '', /Nobody who is no longer of the team/);
  });

  it('stops and gives everything back where they are put back before they have left', async () => {
    await config(without(carol, dan));
    await settle();
    const asked = world.toldEvents(lobby).at(-1)?.event_id ?? '';
    await config(four);
    await settle();
    for (const room of everywhere()) assert.deepEqual([membership(room, dan), levels(room)[dan]], ['join', 50]);
    await world.react(lobby, alice, asked, '✅');
    await settle();
    assert.equal(membership(space, dan), 'join', 'nobody waits any more');
  });

  it('asks those back in who are put back while they leave, wherever they were taken out', async () => {
    await config(without(dan));
    const ends = (name: string) => {
      if (name === 'team:acted' && membership(space, dan) === 'leave') throw new Error('killed');
    };
    await assert.rejects(settle(ends), /killed/);
    assert.equal(membership(space, dan), 'leave');
    await config(four);
    await settle();
    assert.equal(membership(space, dan), 'invite');
    for (const room of [lobby, inbox, ...rooms]) assert.equal(membership(room, dan), 'join');
    for (const room of everywhere()) assert.equal(levels(room)[dan], 50);
    assert.match(told().at(-1) ?? '', /^dan is of the team now: asked into one room, moderator in 6\.$/);
  });

  for (const step of ['team:begun', 'team:acted']) {
    it(`does everything once where the process ends again and again at ${step}`, async () => {
      await config(without(dan));
      for (let life = 0; life < 4; life += 1) {
        const ends = (name: string) => {
          if (name === step) throw new Error('killed');
        };
        await assert.rejects(settle(ends), /killed/);
      }
      await settle();
      for (const room of everywhere()) assert.equal(membership(room, dan), 'leave');
      const left = world.homeserver.effects.filter(
        (effect) =>
          effect.kind === 'event' &&
          effect.event.type === 'm.room.member' &&
          effect.event.sender === bot &&
          effect.event.content['membership'] === 'leave',
      );
      assert.equal(left.length, 6);
      assert.deepEqual(told(), ['dan is no longer of the team: 6 rooms left, 0 conversations given back.']);
    });
  }

  it('is seen once by two processes', async () => {
    (world.arrivals.deps.accounts as Map<AccountId, Account>).set(support, testAccount({ team: without(dan) }));
    const deps = world.arrivals.deps;
    await Promise.all([seeTeams(deps), seeTeams(deps)]);
    assert.deepEqual(await world.rows('SELECT version FROM teams'), [{ version: 1 }]);
    await settle();
    assert.equal(told().length, 1);
  });

  it('asks a new member into the own rooms and what is open, with their level everywhere', async () => {
    const eve = '@eve:matrix.test' as UserId;
    const [first = lobby, second = lobby, third = lobby] = rooms;
    await world.say(first, alice, '!mail done');
    await config([...four, member(eve, 'Eve')]);
    await settle();
    assert.deepEqual(
      [space, lobby, inbox, first, second, third].map((room) => membership(room, eve)),
      ['invite', 'invite', 'invite', undefined, 'invite', 'invite'],
    );
    for (const room of everywhere()) assert.equal(levels(room)[eve], 50);
    assert.equal(told().at(-1), 'Eve is of the team now: asked into 5 rooms, moderator in 6.');
  });

  it('asks a new member into no conversation where invite is nobody', async () => {
    const eve = '@eve:matrix.test' as UserId;
    await config([...four, member(eve)], { invite: 'nobody' });
    await settle();
    assert.deepEqual(
      everywhere().map((room) => membership(room, eve)),
      ['invite', 'invite', 'invite', undefined, undefined, undefined],
    );
    assert.equal(levels(rooms[0] ?? lobby)[eve], 50);
  });

  it('passes over a room that the homeserver refuses, and says so', async () => {
    const [room = lobby] = rooms;
    await world.rows(
      `INSERT INTO started_rooms (room, by_user, state, since) VALUES ('${rooms[2] ?? ''}', 'x', 'adopted', 0)`,
    );
    world.homeserver.rooms.member(room, bot, bot, { membership: 'leave' });
    await config(without(dan));
    await settle();
    assert.equal(membership(room, dan), 'join');
    assert.equal(membership(rooms[2] ?? lobby, dan), 'join', 'a room that people made is theirs');
    assert.equal(membership(space, dan), 'leave');
    assert.match(told().at(-1) ?? '', /4 rooms left.*\nIn one room the Matrix server did not let me do all of it/);
  });

  /** A membership event of somebody about somebody, as the homeserver tells it. */
  async function tellMember(room: RoomId, by: UserId, user: UserId, to: string): Promise<void> {
    const event = world.homeserver.rooms.member(room, by, user, { membership: to });
    await world.hear(event);
  }
});

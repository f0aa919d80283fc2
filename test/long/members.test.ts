/** A member is taken out of a team, and the process ends at each step of that: everything is done, and once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, bot, Site } from '../support/world.ts';
import type { World } from '../support/world.ts';
import { letter } from '../crash/acts.ts';

const [ben, cem, dan] = ['@ben:matrix.test', '@cem:matrix.test', '@dan:matrix.test'];
const team = [alice, ben, cem, dan].map((user) => ({ user }));
const STEPS = ['team:claimed', 'team:begun', 'team:acted', 'team:ran', 'team:before-commit', 'team:after-commit'];

/** Rooms that Mailroom made, with Dan in them. */
async function peopled(world: World): Promise<string[]> {
  const rows = await world.rows(`SELECT room FROM rooms WHERE state = 'active' ORDER BY room`);
  const rooms = rows.map(({ room }) => String(room));
  for (const room of rooms) {
    for (const user of [alice, dan]) world.homeserver.rooms.member(room, user, user, { membership: 'join' });
  }
  return rooms;
}

describe('a member who is taken out of the team', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  for (const name of STEPS) {
    it(`is out of every room once where the process ends at ${name}`, () =>
      site.in(
        async (world) => {
          const { homeserver } = world;
          await world.mailboxesBegun();
          const first = world.begin();
          for (const id of ['one', 'two', 'three']) letter(world, { subject: `About ${id}`, id });
          const shown = async () => (await world.rows(`SELECT FROM rooms WHERE kind = 'thread'`)).length === 3;
          await world.see('three rooms', shown, first);
          await world.calm(first);
          const rooms = await peopled(world);
          await world.calm(first);
          await first.stop();

          await world.changeAccount({ team: team.filter(({ user }) => user !== dan) });
          const second = world.begin({ at: name, nth: 2 });
          assert.equal((await second.ended).signal, 'SIGKILL');
          const third = world.begin();
          const told = () =>
            homeserver
              .sent()
              .filter(({ sender, content }) => sender === bot && /^dan is no longer/.test(String(content['body'])));
          await world.see('the word in the lobby', () => told().length > 0, third);
          await world.calm(third);
          const kicked = homeserver.effects.filter(
            (effect) =>
              effect.kind === 'event' &&
              effect.event.sender === bot &&
              effect.event.state_key === dan &&
              effect.event.content['membership'] === 'leave',
          );
          assert.equal(kicked.length, rooms.length);
          for (const room of rooms) {
            const levels = homeserver.rooms.state(room, 'm.room.power_levels')?.content['users'];
            assert.equal(homeserver.rooms.membership(room, dan), 'leave');
            assert.equal(JSON.stringify(levels).includes(dan), false);
          }
          assert.deepEqual(
            told().map(({ content }) => content['body']),
            [`dan is no longer of the team: ${String(rooms.length)} rooms left, 0 conversations given back.`],
          );
          await third.stop();
        },
        { team },
      ));
  }
});

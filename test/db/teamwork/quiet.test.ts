/** How little a team is told: claims that rename nothing, answers in the inbox only where they are asked for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import { plainHelpdesk, plainRooms } from '../../../src/bridge/account/account.ts';
import type { RoomId } from '../../../src/bridge/types.ts';
import { suiteServer } from '../../support/suite.ts';
import { alice, bob, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';

describe('a team that wants quiet', () => {
  const server = suiteServer();

  /** A world with one conversation, in whose room Alice and Bob are. */
  async function play(of: Partial<Account>, script: (world: HelpdeskWorld, room: RoomId) => Promise<void>) {
    const account = testAccount(of);
    const world = await HelpdeskWorld.make(await server.database(), [account]);
    try {
      const { thread } = await world.mail('Printer', ['Message-ID: <first@outside.test>']);
      const room = await world.roomOf(thread ?? '');
      await world.join(room, alice);
      await world.join(room, bob);
      await script(world, room);
    } finally {
      await world.close();
    }
  }
  const names = (world: HelpdeskWorld, room: RoomId) =>
    world.homeserver.sent('m.room.name', room).map(({ content }) => content['name']);
  const answer = (id: string, more: string[] = []) => [
    `Message-ID: <${id}@outside.test>`,
    'In-Reply-To: <first@outside.test>',
    ...more,
  ];

  it('has no room renamed by claims where more conversations are open than the number', async () => {
    const desk = { ...plainHelpdesk, claim: 'auto', claimRooms: 0 } as const;
    await play({ desk }, async (world, room) => {
      const before = names(world, room).length;
      await world.say(room, alice, '!mail claim');
      await world.say(room, bob, '!mail assign bob');
      await world.say(room, alice, '!mail unclaim');
      assert.equal(names(world, room).length, before);
      assert.equal(world.state(room, 'm.room.name')?.['name'], 'Printer');
    });
  });

  it('keeps a claim in a name as long as it lasts when others come, and shows no new one', async () => {
    const desk = { ...plainHelpdesk, claim: 'auto', claimRooms: 1 } as const;
    await play({ desk }, async (world, room) => {
      await world.say(room, alice, '!mail claim');
      assert.equal(world.state(room, 'm.room.name')?.['name'], '👀 Alice: Printer');
      const { thread } = await world.mail('Scanner', ['Message-ID: <other@outside.test>']);
      const other = await world.roomOf(thread ?? '');
      await world.join(other, bob);
      await world.say(other, bob, '!mail claim');
      assert.equal(world.state(other, 'm.room.name')?.['name'], 'Scanner');
      await world.mail('Re: Printer', answer('second'));
      assert.equal(world.state(room, 'm.room.name')?.['name'], '👀 Alice: Printer');
      await world.say(room, alice, '!mail unclaim');
      assert.equal(world.state(room, 'm.room.name')?.['name'], 'Printer');
    });
  });

  const inbox = async (world: HelpdeskWorld) => {
    const { room } = await world.matrix.threadRooms.inbox(testAccount());
    return world.told(room).map((body) => body.split('\n')[0]);
  };

  it('hears of new conversations alone in the inbox', async () => {
    await play({}, async (world) => {
      await world.mail('Re: Printer', answer('second'));
      assert.deepEqual(
        (await inbox(world)).map((line) => line?.startsWith('Bob: Printer')),
        [true],
      );
    });
  });

  it('hears of each answer there where it asks for all, of no machine, and of none twice', async () => {
    await play({ rooms: { ...plainRooms, inbox: 'all' } }, async (world, room) => {
      await world.mail('Re: Printer', answer('second'));
      await world.mail('Re: Printer', answer('second'));
      await world.mail('Away', answer('third', ['Auto-Submitted: auto-replied']));
      const lines = await inbox(world);
      assert.deepEqual(
        lines.map((line) => line?.replace(/ – .*/, '')),
        ['Bob: Printer', 'Bob (again): Printer'],
      );
      const { room: place } = await world.matrix.threadRooms.inbox(testAccount());
      const link = world.told(place)[1]?.split('\n')[1] ?? '';
      assert.match(link, /^https:\/\/matrix\.to\/#\/%23mailroom_/);
      assert.ok(room.startsWith('!'));
    });
  });
});

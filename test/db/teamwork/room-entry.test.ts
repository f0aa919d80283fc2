/** Who enters the rooms of conversations and when, who is asked in again, and who gives a conversation back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import { plainRooms } from '../../../src/bridge/account/account.ts';
import type { RoomId, UserId } from '../../../src/bridge/types.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, bot, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';

describe('the people of an account and its rooms', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let thread: string;
  let room: RoomId;
  let count = 0;

  async function begin(more: Partial<Account> = {}): Promise<void> {
    world = await HelpdeskWorld.make(test, [testAccount(more)]);
    const arrived = await world.mail('Printer', ['Message-ID: <first@outside.test>']);
    thread = arrived.thread ?? '';
    room = await world.roomOf(thread);
    const { room: space } = await world.matrix.threadRooms.space(testAccount());
    for (const own of [space, await inbox(), await lobby()]) {
      for (const user of [alice, bob]) await world.join(own, user);
    }
  }
  beforeEach(async () => {
    test = await server.database();
  });
  afterEach(() => world.close());

  const again = (more: string[] = []) =>
    world.mail('Re: Printer', [
      `Message-ID: <again${String(++count)}@outside.test>`,
      'In-Reply-To: <first@outside.test>',
      'References: <first@outside.test>',
      ...more,
    ]);
  const inRoom = (user: UserId): unknown => world.state(room, 'm.room.member', user)?.['membership'];
  const inbox = async (): Promise<RoomId> => (await world.matrix.threadRooms.inbox(testAccount())).room;
  const lobby = async (): Promise<RoomId> => (await world.matrix.threadRooms.lobby(testAccount())).room;
  const holder = async () => (await world.work(thread))?.claimedBy ?? null;
  const leave = async (user: UserId): Promise<void> => {
    await world.join(room, user, 'leave');
    await world.pump();
  };
  /** The event of a line in the inbox. */
  const lineOf = async (text: string): Promise<string> => {
    const lines = world.toldEvents(await inbox()).filter(({ content }) => String(content['body']).includes(text));
    return lines.at(-1)?.event_id ?? '';
  };

  describe('where everyone is invited', () => {
    beforeEach(async () => {
      await begin({ invite: 'everyone' });
      await world.join(room, alice);
      await world.join(room, bob);
    });

    it('whoever has a conversation and leaves gives it back, and the room is told', async () => {
      await world.say(room, bob, '!mail claim');
      await leave(bob);
      assert.equal(await holder(), null);
      assert.match(world.told(room).at(-1) ?? '', /^bob has left the room\. Nobody has this conversation now\./);
    });

    it('all of them are told where nobody is left in the room', async () => {
      await world.say(room, bob, '!mail claim');
      await leave(alice);
      await leave(bob);
      assert.match(
        world.told(await inbox()).at(-1) ?? '',
        /^Printer: bob has left the room\. .*\nhttps:\/\/matrix\.to/s,
      );
    });

    it('whoever leaves what is done keeps it, and is asked in with the next mail, once', async () => {
      await world.say(room, bob, '!mail claim');
      await world.say(room, bob, '!mail done');
      await leave(bob);
      assert.equal(await holder(), bob);
      await again();
      assert.equal(inRoom(bob), 'invite');
      // He declines: it is nobody's, and he is not asked again.
      await leave(bob);
      assert.equal(await holder(), null);
      assert.match(world.told(room).at(-1) ?? '', /^bob has declined the invitation\./);
      await again(['Cc: bob@mailroom.test']);
      assert.equal(inRoom(bob), 'leave');
      // Given to him once more, he is.
      await world.say(room, alice, '!mail assign @bob:matrix.test');
      assert.equal(inRoom(bob), 'invite');
    });

    it('whoever is removed by somebody keeps it, and is asked in with the next mail', async () => {
      await world.say(room, bob, '!mail claim');
      world.homeserver.rooms.member(room, alice, bob, { membership: 'leave' });
      await world.arrivals.deps.db.query(`UPDATE members SET membership = 'leave' WHERE user_id = $1`, [bob]);
      assert.equal(await holder(), bob);
      await world.say(room, alice, 'Let me see.');
      await again();
      assert.equal(inRoom(bob), 'invite');
    });

    it('a member whom a mail addresses is asked in again, once until they return', async () => {
      await leave(alice);
      await again(['Cc: alice@mailroom.test']);
      assert.equal(inRoom(alice), 'invite');
      await leave(alice);
      await again(['Cc: alice@mailroom.test']);
      assert.equal(inRoom(alice), 'leave');
      await world.join(room, alice);
      await leave(alice);
      await again(['Cc: alice@mailroom.test']);
      assert.equal(inRoom(alice), 'invite');
    });

    it('a member whom somebody mentions is asked in, in a note too; nobody else is', async () => {
      await leave(alice);
      const mentions = (user: string) => ({ 'm.mentions': { user_ids: [user] } });
      const eve = '@eve:evil.test' as UserId;
      await world.say(room, bob, '!note ask Alice', mentions(alice));
      assert.equal(inRoom(alice), 'invite');
      await world.say(room, bob, '!note and Eve', mentions(eve));
      await world.say(room, bob, '!note and me', mentions(bob));
      assert.deepEqual([inRoom(eve), inRoom(bob)], [undefined, 'join']);
    });

    it('a mail that comes where everybody has declined has a line in the inbox', async () => {
      await leave(alice);
      await leave(bob);
      await again();
      assert.deepEqual([inRoom(alice), inRoom(bob)], ['invite', 'invite']);
      await leave(alice);
      await leave(bob);
      const lines = world.told(await inbox()).length;
      await again();
      assert.deepEqual([inRoom(alice), inRoom(bob)], ['leave', 'leave']);
      assert.equal(world.told(await inbox()).length, lines + 1);
      assert.match(world.told(await inbox()).at(-1) ?? '', /^Bob \(again\): Printer/);
    });
  });

  describe('where rooms are entered when wanted', () => {
    beforeEach(() => begin({ invite: 'when-claimed' }));

    it('nobody is invited when a room is made, and the inbox has a line', async () => {
      assert.deepEqual([inRoom(alice), inRoom(bob)], [undefined, undefined]);
      assert.match(world.told(await inbox()).at(-1) ?? '', /^Bob: Printer/);
      await again();
      assert.deepEqual([inRoom(alice), inRoom(bob)], [undefined, undefined]);
      assert.match(world.told(await inbox()).at(-1) ?? '', /^Bob \(again\): Printer/);
    });

    it('👀 on the line in the inbox takes it and invites, and gives it back when it is taken away', async () => {
      const eyes = await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
      assert.equal(await holder(), alice);
      assert.deepEqual([inRoom(alice), inRoom(bob)], ['invite', undefined]);
      await world.react(await inbox(), bob, await lineOf('Printer'), '👀');
      assert.equal(await holder(), alice);
      assert.match(world.told(await inbox()).at(-1) ?? '', /Alice has this conversation/);
      await world.redact(await inbox(), alice, eyes);
      assert.equal(await holder(), null);
    });

    it('a command takes it: as a reply to the line, or with the link to the room', async () => {
      const reply = { 'm.relates_to': { 'm.in_reply_to': { event_id: await lineOf('Printer') } } };
      await world.say(await inbox(), alice, '!mail claim', reply);
      assert.equal(await holder(), alice);
      assert.equal(inRoom(alice), 'invite');
      await world.say(await lobby(), bob, `!mail claim ${room}`);
      assert.match(world.told(await lobby()).at(-1) ?? '', /Alice has this conversation/);
      await world.say(await lobby(), bob, '!mail claim');
      assert.match(world.told(await lobby()).at(-1) ?? '', /Which conversation\?/);
      await world.say(await lobby(), bob, '!mail claim !elsewhere:evil.test');
      assert.match(world.told(await lobby()).at(-1) ?? '', /Which conversation\?/);
    });

    describe('where nobody can enter without an invitation', () => {
      beforeEach(() => world.homeserver.rooms.putState(room, bot, 'm.room.join_rules', '', { join_rule: 'invite' }));

      it('👀 on the line invites whoever sets it, also where somebody else has the conversation', async () => {
        assert.throws(() => world.homeserver.rooms.member(room, bob, bob, { membership: 'join' }), /not invited/);
        await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
        assert.deepEqual([inRoom(alice), inRoom(bob)], ['invite', undefined]);
        await world.react(await inbox(), bob, await lineOf('Printer'), '👀');
        assert.deepEqual([await holder(), inRoom(bob)], [alice, 'invite']);
        assert.match(world.told(await inbox()).at(-1) ?? '', /Alice has this conversation, and you are invited/);
        await world.join(room, bob);
        await world.say(await inbox(), bob, `!mail claim ${room}`);
        assert.match(world.told(await inbox()).at(-1) ?? '', /Alice has this conversation\. /, 'he is there');
      });

      it('who declined, or was removed, is invited again where they ask for it', async () => {
        await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
        await world.react(await inbox(), bob, await lineOf('Printer'), '👀');
        await leave(bob);
        await world.say(await lobby(), bob, `!mail claim ${room}`);
        assert.equal(inRoom(bob), 'invite');
        assert.match(world.told(await lobby()).at(-1) ?? '', /and you are invited/);
        // What nobody has pushed yet: she is out, and the claim is hers.
        await world.join(room, alice);
        world.homeserver.rooms.member(room, bot, alice, { membership: 'leave' });
        await world.rows(`UPDATE members SET membership = 'leave' WHERE room = '${room}' AND user_id = '${alice}'`);
        await world.say(await inbox(), alice, '!mail claim', {
          'm.relates_to': { 'm.in_reply_to': { event_id: await lineOf('Printer') } },
        });
        assert.equal(inRoom(alice), 'invite');
      });
    });

    it('who is not of the team takes nothing from the inbox', async () => {
      const eve = '@eve:evil.test' as UserId;
      world.homeserver.rooms.member(await inbox(), alice, eve, { membership: 'invite' });
      await world.join(await inbox(), eve);
      await world.react(await inbox(), eve, await lineOf('Printer'), '👀');
      assert.equal(await holder(), null);
    });

    it('attack: a guest of the inbox takes none of its conversations, who would be invited by that', async () => {
      // Of our own homeserver, where the operator says nothing about permissions: they may answer in a room.
      const gus = '@gus:matrix.test' as UserId;
      const line = await lineOf('Printer');
      const reply = { 'm.relates_to': { 'm.in_reply_to': { event_id: line } } };
      world.homeserver.rooms.member(await inbox(), alice, gus, { membership: 'invite' });
      await world.join(await inbox(), gus);
      await world.react(await inbox(), gus, line, '👀');
      await world.say(await inbox(), gus, '!mail claim', reply);
      await world.say(await inbox(), gus, `!mail claim ${room}`);
      assert.deepEqual([await holder(), inRoom(gus)], [null, undefined]);
      await world.react(await inbox(), alice, line, '👀');
      assert.equal(await holder(), alice);
    });

    it('who has it answers, and all leave when it is done; guests stay, and a mail asks in who has it', async () => {
      await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
      await world.join(room, alice);
      await world.join(room, bob);
      const guest = '@gus:elsewhere.test' as UserId;
      world.homeserver.rooms.member(room, alice, guest, { membership: 'invite' });
      await world.join(room, guest);
      await world.say(room, alice, '!mail done');
      assert.deepEqual([inRoom(alice), inRoom(bob), inRoom(guest), inRoom(bot)], ['leave', 'leave', 'join', 'join']);
      assert.equal(world.state(room, 'm.room.history_visibility')?.['history_visibility'], 'shared');
      assert.equal(world.state(room, 'm.room.join_rules')?.['join_rule'], 'restricted');
      await again();
      assert.equal(await holder(), alice);
      assert.deepEqual([inRoom(alice), inRoom(bob)], ['invite', 'leave']);
    });

    it('what is done is open again for who takes it from the inbox', async () => {
      await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
      await world.join(room, alice);
      await world.say(room, alice, '!mail unclaim');
      await world.say(room, alice, '!mail done');
      await world.react(await inbox(), bob, await lineOf('Printer'), '👀');
      const work = await world.work(thread);
      assert.deepEqual([work?.state, work?.claimedBy, inRoom(bob)], ['open', bob, 'invite']);
    });

    it('a claim that ran out is told where people are', async () => {
      await world.close();
      test = await server.database();
      const desk = {
        claim: 'hidden',
        claimRooms: 100,
        claimFor: 3_600_000,
        remindAfter: null,
        archiveAfter: null,
        overview: false,
      } as const;
      await begin({ invite: 'when-claimed', desk });
      await world.react(await inbox(), alice, await lineOf('Printer'), '👀');
      await world.arrivals.deps.db.query(`UPDATE members SET membership = 'leave' WHERE user_id = $1`, [alice]);
      await world.passes(thread, '2 hours');
      await world.timers.once();
      await world.pump();
      assert.equal(await holder(), null);
      assert.match(world.told(await inbox()).at(-1) ?? '', /^Printer: .*Alice/);
    });
  });

  describe('where nothing is said of it', () => {
    it('the account goes over when there are too many rooms, and its lobby is told once', async () => {
      await begin({ invite: 'automatic', inviteUpTo: 3, rooms: plainRooms });
      assert.equal(inRoom(bob), 'invite');
      const made: RoomId[] = [];
      for (let n = 0; n < 4; n++) made.push(await world.roomOf((await world.mail(`Matter ${String(n)}`)).thread));
      const invitedTo = made.map((one) => world.state(one, 'm.room.member', bob)?.['membership'] ?? null);
      assert.deepEqual(invitedTo, ['invite', 'invite', null, null]);
      const told = world.told(await lobby()).filter((text) => text.includes('new conversations came within a day'));
      assert.equal(told.length, 1);
      // It stays so when there are few again.
      await world.rows(`UPDATE threads SET opened_at = opened_at - interval '2 days'`);
      const later = await world.roomOf((await world.mail('Later')).thread);
      assert.equal(world.state(later, 'm.room.member', bob), undefined);
    });
  });
});

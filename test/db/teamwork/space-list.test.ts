/** Which conversations a space lists where there are more than it does at most. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import { threadOrder } from '../../../src/bridge/helpdesk/space-order.ts';
import type { AccountId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { rankInSpace } from '../../../src/db/helpdesk-tables/space-list.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';

describe('a space with more conversations than it lists', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let space: RoomId;

  beforeEach(async () => {
    test = await server.database();
  });
  afterEach(() => world.close());

  async function begin(more: Partial<Account> = {}): Promise<void> {
    const account = testAccount({ listedRooms: 2, ...more });
    world = await HelpdeskWorld.make(test, [account]);
    space = (await world.matrix.threadRooms.space(account)).room;
  }
  let count = 0;
  async function conversation(subject: string): Promise<{ readonly room: RoomId; readonly thread: string }> {
    const { thread } = await world.mail(subject, [
      `From: Bob <bob${String(++count)}@outside.test>`,
      `Message-ID: <${subject}@outside.test>`,
    ]);
    const room = await world.roomOf(thread);
    await world.join(room, alice);
    // The one that came first has waited longer.
    await world.passes(thread, `${String(60 - count)} minutes`);
    return { room, thread: thread ?? '' };
  }
  const isListed = (room: RoomId) => Object.keys(world.state(space, 'm.space.child', room) ?? {}).length > 0;
  const entries = (room: RoomId) =>
    world.homeserver.sent('m.space.child', space).filter(({ state_key: key }) => key === room).length;

  it('has no entry for a new one at all, until another is done', async () => {
    await begin();
    const [one, two, three] = [await conversation('One'), await conversation('Two'), await conversation('Three')];
    assert.deepEqual(
      [one, two, three].map(({ room }) => isListed(room)),
      [true, true, false],
    );
    assert.equal(entries(three.room), 0, 'an entry that is taken out stays in the state of the space for ever');
    await world.say(three.room, alice, 'What nobody has said yet.');
    await world.say(one.room, alice, '!mail done');
    assert.deepEqual(
      [one, two, three].map(({ room }) => isListed(room)),
      [false, true, true],
    );
    assert.equal(
      world.state(space, 'm.space.child', three.room)?.['order'],
      threadOrder(await world.work(three.thread)),
    );
  });

  it('lists what somebody has before all else, and lets the last one go', async () => {
    await begin();
    const [one, two, three] = [await conversation('One'), await conversation('Two'), await conversation('Three')];
    await world.react(three.room, alice, world.homeserver.sent('m.room.message', three.room)[0]?.event_id ?? '', '👀');
    assert.deepEqual(
      [one, two, three].map(({ room }) => isListed(room)),
      [true, false, true],
    );
    await world.say(one.room, alice, '!mail snooze 3d');
    assert.deepEqual(
      [one, two, three].map(({ room }) => isListed(room)),
      [false, true, true],
    );
  });

  it('asks nobody back who left what is open, when it is listed again', async () => {
    await begin({ invite: 'everyone' });
    const [one, two, three] = [await conversation('One'), await conversation('Two'), await conversation('Three')];
    await world.join(three.room, bob);
    await world.say(three.room, alice, '!mail done');
    await world.say(three.room, alice, '!mail reopen');
    await world.join(three.room, bob, 'leave');
    await world.say(one.room, alice, '!mail done');
    assert.equal(isListed(two.room) && isListed(three.room), true);
    assert.equal(world.homeserver.rooms.membership(three.room, bob), 'leave');
  });

  it('lists none with a bound of 0, and more as soon as the bound is higher', async () => {
    await begin({ listedRooms: 0 });
    const all = [await conversation('One'), await conversation('Two'), await conversation('Three')];
    assert.deepEqual(
      all.map(({ room }) => isListed(room)),
      [false, false, false],
    );
    world.accounts.set('support' as AccountId, testAccount({ listedRooms: 500 }));
    await world.say(all[0]?.room ?? ('' as RoomId), alice, '!mail claim');
    assert.deepEqual(
      all.map(({ room }) => isListed(room)),
      [true, true, true],
    );
  });

  it('ranks as its order says', async () => {
    await begin();
    const states = [
      { state: 'open', waiting: 'us', claimedBy: alice },
      { state: 'open', waiting: 'nobody', claimedBy: alice },
      { state: 'open', waiting: 'them', claimedBy: alice },
      { state: 'open', waiting: 'us', claimedBy: null },
      { state: 'open', waiting: 'nobody', claimedBy: null },
      { state: 'open', waiting: 'them', claimedBy: null },
      { state: 'snoozed', waiting: 'us', claimedBy: alice },
    ] as const;
    for (const [index, { state, waiting, claimedBy }] of [...states.entries()].reverse()) {
      const id = String(index).padStart(32, '0');
      await test.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, 'support', '', '')`, [
        id,
      ]);
      await test.db.query(
        `INSERT INTO thread_work (account, thread, state, waiting, claimed_by) VALUES ('support', $1, $2, $3, $4)`,
        [id, state, waiting, claimedBy],
      );
    }
    const claimed = (claimedBy: string | null, state: string) => claimedBy !== null && state === 'open';
    for (const [index, one] of states.entries()) {
      const at = { account: 'support' as AccountId, thread: String(index).padStart(32, '0') as ThreadId };
      assert.equal(await rankInSpace(test.db, at, 2), index);
      const before = states[index - 1];
      if (before === undefined || claimed(before.claimedBy, before.state) !== claimed(one.claimedBy, one.state))
        continue;
      assert.ok(threadOrder(before) < threadOrder(one));
    }
    assert.equal(await rankInSpace(test.db, { account: 'support' as AccountId, thread: 'f' as ThreadId }, 2), 7);
    assert.equal(await rankInSpace(test.db, { account: 'support' as AccountId, thread: 'f' as ThreadId }, 7), 0);
  });
});

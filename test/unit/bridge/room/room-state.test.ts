import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Account } from '../../../../src/bridge/account/account.ts';
import { plainDelivery } from '../../../../src/bridge/delivery/status.ts';
import { plainWriting } from '../../../../src/bridge/account/account.ts';
import { GhostCodec } from '../../../../src/bridge/ids.ts';
import { cast, creatorIsListed, plainName, spaceRoom, threadRoom } from '../../../../src/bridge/room/room-state.ts';
import type { AccountId, EventId, JsonObject, RoomId, ThreadId, UserId } from '../../../../src/bridge/types.ts';
import { addressKey } from '../../../../src/mail/address.ts';
import type { Address, Person } from '../../../../src/mail/types.ts';
import { UTC } from '../../../../src/words/zones.ts';

const alice = '@alice:matrix.test' as UserId;
const account: Account = {
  id: 'support' as AccountId,
  address: 'support@mailroom.test' as Address,
  name: 'Support',
  language: 'en',
  zone: UTC,
  own: new Set([addressKey('support@mailroom.test' as Address)]),
  team: [{ user: alice, address: 'alice@mailroom.test' as Address, name: 'Alice' }],
  invite: 'everyone',
  from: '{name}',
  people: 20,
  writing: plainWriting,
  hold: { after: 0, atMost: 0 },
  onUnknown: 'resend',
  delivery: plainDelivery,
  senders: { authentication: 'none', failing: 'marked', receiver: null, hosts: [], sealers: [], internal: new Set() },
};
const codec = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
const setting = { codec, alias: 'mailroom_x', version: '11', predecessor: null };
const person = (address: string, name = ''): Person => ({ name, address: address as Address });
const facts = (people: readonly Person[], subject = 'Hello') => ({
  account,
  thread: 't' as ThreadId,
  subject,
  people,
  space: '!space:matrix.test' as RoomId,
  invite: [alice],
});

function topicOf({ topic }: JsonObject): string {
  assert.ok(typeof topic === 'string');
  return topic;
}

describe('cast', () => {
  it('leaves out own addresses, knows the team by their mail, takes nobody twice', () => {
    const people = [
      person('bob@x.test', 'Bob'),
      person('Support@mailroom.test'),
      person('support+tag@mailroom.test'),
      person('ALICE@mailroom.test'),
      person('BOB@x.test', 'Robert'),
    ];
    assert.deepEqual(cast(account, people), { ghosts: [person('bob@x.test', 'Bob')], team: [alice], named: [] });
  });

  it('names in the topic who is beyond twenty', () => {
    const people = Array.from({ length: 25 }, (_, n) => person(`p${n}@x.test`));
    assert.deepEqual([cast(account, people).ghosts.length, cast(account, people).named.length], [20, 5]);
    const { create } = threadRoom(facts(people), setting);
    assert.match(topicOf(create), /^support@mailroom\.test · \+ p20@x\.test, .*p24@x\.test$/);
    const crowd = Array.from({ length: 500 }, (_, n) => person(`person-number-${n}@x.test`));
    const topic = topicOf(threadRoom(facts(crowd), setting).create);
    assert.ok(topic.length < 1_600);
    assert.match(topic, /, \+ \d+$/);
  });
});

describe('threadRoom', () => {
  it('is named by its subject, else by its people, else by its account', () => {
    const name = (subject: string, people: readonly Person[]) =>
      threadRoom(facts(people, subject), setting).create['name'];
    assert.equal(name('Offer\r\n for  you', []), 'Offer for you');
    assert.equal(name(' ', [person('bob@x.test', 'Bob'), person('eve@x.test')]), 'Bob, eve@x.test');
    assert.equal(name('', []), 'Support');
  });

  it('has in its state what createRoom is given', () => {
    const { create, state, invite } = threadRoom(facts([person('bob@x.test')]), setting);
    const keys = state.map(({ type }) => type);
    for (const type of [
      'm.room.power_levels',
      'm.room.join_rules',
      'm.bridge',
      'uk.half-shot.bridge',
      'm.space.parent',
    ]) {
      assert.ok(keys.includes(type), type);
    }
    const initial = create['initial_state'] as readonly { type: string }[];
    for (const { type } of initial) assert.ok(keys.includes(type), type);
    assert.deepEqual(invite, ['@mail_bob=40x.test:matrix.test', alice]);
    assert.equal(create['invite'], undefined, 'it begins with nobody');
  });

  it('opens to the space, or to who is invited where a homeserver takes no such rule', () => {
    const rule = (refused: ReadonlySet<string>) => {
      const { create, state } = threadRoom(facts([]), { ...setting, refused });
      const initial = create['initial_state'] as readonly { type: string; content: JsonObject }[];
      const found = [initial, state].map((all) => all.find(({ type }) => type === 'm.room.join_rules')?.content);
      return found.map((content) => content?.['join_rule']);
    };
    assert.deepEqual(rule(new Set()), ['restricted', 'restricted']);
    assert.deepEqual(rule(new Set(['m.room.join_rules', 'm.room.name'])), ['invite', 'invite']);
  });

  it('lets the team moderate, and the bot alone encrypt', () => {
    const levels = threadRoom(facts([]), setting).create['power_level_content_override'];
    assert.deepEqual((levels as { users: object }).users, { [alice]: 50, [codec.bot]: 100 });
    assert.equal((levels as { events: Record<string, number> }).events['m.room.encryption'], 100);
    const twelve = threadRoom(facts([]), { ...setting, version: '12' }).create['power_level_content_override'];
    assert.deepEqual((twelve as { users: object }).users, { [alice]: 50 });
  });

  it('leaves to the team what moderators set, and all other state to the bot, as the rules of Tchap want it', () => {
    const levels = threadRoom(facts([]), setting).create['power_level_content_override'] as Record<string, number>;
    const events = levels['events'] as unknown as Record<string, number>;
    assert.ok((levels['state_default'] ?? 0) >= 100 && (levels['invite'] ?? 0) >= 50);
    for (const type of ['m.room.name', 'm.room.topic', 'm.room.avatar', 'm.room.pinned_events', 'm.space.child']) {
      assert.equal(events[type], 50, type);
    }
    for (const type of ['m.room.tombstone', 'm.room.join_rules', 'm.room.power_levels', 'm.room.server_acl']) {
      assert.equal(events[type], 100, type);
    }
    assert.deepEqual([levels['kick'], levels['ban'], levels['redact'], levels['events_default']], [50, 50, 50, 0]);
  });

  it('has the version that was asked for, and no version where none was', () => {
    const asked = threadRoom(facts([]), { ...setting, version: '10', isVersionAsked: true });
    assert.equal(asked.create['room_version'], '10');
    assert.equal('room_version' in threadRoom(facts([]), setting).create, false);
  });

  it("begins with Tchap's access rule where the account has one", () => {
    const ruled = { ...account, rooms: { inbox: true, name: '{subject}', accessRule: 'unrestricted' } } as const;
    const rule = (plan: ReturnType<typeof spaceRoom>) =>
      plan.state.find(({ type }) => type === 'im.vector.room.access_rules')?.content;
    assert.deepEqual(rule(threadRoom({ ...facts([]), account: ruled }, setting)), { rule: 'unrestricted' });
    assert.deepEqual(rule(spaceRoom(ruled, setting)), { rule: 'unrestricted' });
    assert.equal(rule(spaceRoom(account, setting)), undefined);
  });

  it('names the room that it comes after', () => {
    const predecessor = { room: '!old:matrix.test' as RoomId, event: '$last' as EventId };
    assert.deepEqual(threadRoom(facts([]), { ...setting, predecessor }).create['creation_content'], {
      predecessor: { room_id: '!old:matrix.test', event_id: '$last' },
    });
  });
});

describe('spaceRoom', () => {
  it('is a space to which the team alone is invited', () => {
    const { create, invite } = spaceRoom({ ...account, invite: 'nobody' }, setting);
    assert.deepEqual(create['creation_content'], { type: 'm.space' });
    assert.deepEqual(invite, [alice]);
  });
});

describe('small things', () => {
  it('lists creators up to room version 11 and in unknown versions', () => {
    assert.deepEqual(['1', '11', '12', '13', 'org.example.11'].map(creatorIsListed), [true, true, false, false, true]);
  });

  it('makes of any name one bounded line without control and direction characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const plain = plainName(name, 'fallback');
        assert.ok(plain.length > 0 && plain.length <= 400);
        assert.doesNotMatch(plain, /[\p{Cc}\u202e\u2028]/u);
        assert.equal(plainName(plain, 'fallback'), plain);
      }),
    );
  });
});

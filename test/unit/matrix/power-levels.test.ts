import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject, UserId } from '../../../src/bridge/types.ts';
import { roomPowers } from '../../../src/matrix/power-levels.ts';

const bot = '@mailroom:matrix.test' as UserId;
const ghost = '@mail_x:matrix.test' as UserId;
const piece = (type: string, content: JsonObject, key = '', sender = bot) => ({ type, key, sender, content });
const member = (user: UserId, membership: string) => piece('m.room.member', { membership }, user, user);
const room = (version: string, levels: JsonObject | null, ...members: ReturnType<typeof piece>[]) =>
  roomPowers([
    piece('m.room.create', { room_version: version }),
    ...(levels === null ? [] : [piece('m.room.power_levels', levels)]),
    ...members,
  ]);

describe('what a room lets its members do', () => {
  it('is nothing for whoever is not joined', () => {
    for (const membership of ['invite', 'leave', 'ban', 'knock']) {
      const powers = room('11', { users: { [ghost]: 100 } }, member(ghost, membership));
      assert.deepEqual([powers.membership(ghost), powers.maySend(ghost, 'm.room.message')], [membership, false]);
    }
    assert.equal(room('11', {}).membership(ghost), null);
  });

  it('goes by the levels for events, state and invitations, whose defaults differ', () => {
    const powers = room('11', { users: { [bot]: 50 } }, member(ghost, 'join'), member(bot, 'join'));
    assert.deepEqual(
      [ghost, bot].map((user) => [
        powers.maySend(user, 'm.room.message'),
        powers.mayPut(user, 'm.space.child'),
        powers.mayInvite(user),
      ]),
      [
        [true, false, true],
        [true, true, true],
      ],
    );
  });

  it('is no more to speak for whom people muted, or where they raised the level of messages', () => {
    for (const levels of [{ users: { [ghost]: -1 } }, { events_default: 50 }, { events: { 'm.room.message': '1' } }]) {
      assert.equal(room('11', levels, member(ghost, 'join')).maySend(ghost, 'm.room.message'), false);
    }
  });

  it('is everything for who made a room of version 12, and only there', () => {
    const levels = { events_default: 100, invite: 100, users: {} };
    for (const [version, may] of [
      ['11', false],
      ['12', true],
    ] as const) {
      const powers = room(version, levels, member(bot, 'join'));
      assert.deepEqual([powers.mayInvite(bot), powers.maySend(bot, 'm.room.message')], [may, may]);
    }
  });

  it('reads levels that nobody would write as none', () => {
    const odd = { users: 'all', events: null, invite: {}, users_default: 'much' };
    assert.equal(room('11', odd, member(ghost, 'join')).maySend(ghost, 'm.room.message'), true);
  });
});

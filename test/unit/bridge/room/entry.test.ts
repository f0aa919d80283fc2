import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../../../../src/bridge/account/account.ts';
import {
  asksInLater,
  entersWhenClaimed,
  givesBack,
  invited,
  isAskedIn,
  maySwitch,
} from '../../../../src/bridge/room/entry.ts';
import type { Departure, Presence } from '../../../../src/bridge/room/entry.ts';
import { isNewsToMentioned, mentionedOfTeam } from '../../../../src/bridge/room/mentioned.ts';
import { alice, bob, testAccount } from '../../../support/handlers/fixtures.ts';

const account = (invite: Account['invite'], inbox = true): Account =>
  testAccount({ invite, rooms: { inbox, name: '{subject}' } });

describe('who is invited to a new room', () => {
  const rows: readonly (readonly [string, Account, boolean, readonly string[], boolean])[] = [
    ['everyone', account('everyone'), false, [alice, bob], false],
    ['everyone, however many rooms there are', account('everyone'), true, [alice, bob], false],
    ['automatic, with few rooms', account('automatic'), false, [alice, bob], false],
    ['automatic, with many', account('automatic'), true, [], true],
    ['automatic, with many and no inbox that could tell', account('automatic', false), true, [alice, bob], false],
    ['when-claimed', account('when-claimed'), false, [], true],
    ['nobody', account('nobody'), true, [], false],
    ['those who are named', account([bob]), true, [bob], false],
  ];
  for (const [name, of, crowded, want, whenClaimed] of rows) {
    it(`${name}: ${want.join(' ') || 'nobody'}`, () => {
      assert.deepEqual(invited(of, crowded), want);
      assert.equal(entersWhenClaimed(of, crowded), whenClaimed);
    });
  }
  it('leaves somebody out who can come in from the inbox, where there is one', () => {
    const some = [
      account('everyone'),
      account('nobody'),
      account([bob]),
      account('automatic'),
      account('nobody', false),
    ];
    assert.deepEqual(
      some.map((one) => asksInLater(one, false)),
      [false, true, true, false, false],
    );
    assert.equal(asksInLater(account('automatic'), true), true);
  });
  it('changes by itself only where the config leaves it open, and the inbox can tell', () => {
    const open = [account('automatic'), account('automatic', false), account('everyone'), account('when-claimed')];
    assert.deepEqual(open.map(maySwitch), [true, false, false, false]);
  });
});

describe('who is asked into a room where there is something for them', () => {
  const rows: readonly (readonly [string, Presence | null, boolean])[] = [
    ['who was never there', null, true],
    ['who has left', { membership: 'leave', staysOut: false }, true],
    ['who has left and declined to come back', { membership: 'leave', staysOut: true }, false],
    ['who is there', { membership: 'join', staysOut: false }, false],
    ['who is invited already', { membership: 'invite', staysOut: false }, false],
    ['who is banned', { membership: 'ban', staysOut: false }, false],
    ['who has knocked', { membership: 'knock', staysOut: false }, false],
  ];
  for (const [name, known, want] of rows) {
    it(`${want ? 'yes' : 'no'}: ${name}`, () => assert.equal(isAskedIn(known), want));
  }
});

describe('whoever leaves gives the conversation back', () => {
  const open = { state: 'open', claimedBy: alice } as const;
  const leaves: Departure = { by: alice, user: alice, before: 'join', now: 'leave', current: true, work: open };
  const rows: readonly (readonly [string, Departure, boolean])[] = [
    ['whose it is', leaves, true],
    ['who declines what they were given', { ...leaves, before: 'invite' }, true],
    ['whose it is while it is laid aside', { ...leaves, work: { ...open, state: 'snoozed' } }, true],
    ['whose it is when it is done', { ...leaves, work: { ...open, state: 'done' } }, false],
    ['who is removed by somebody', { ...leaves, by: bob }, false],
    ['who is banned', { ...leaves, now: 'ban' }, false],
    ['who was out before', { ...leaves, before: 'leave' }, false],
    ['of whom nothing was known', { ...leaves, before: null }, false],
    ['who leaves a room that was upgraded', { ...leaves, current: false }, false],
    ['whose it is not', { ...leaves, work: { ...open, claimedBy: bob } }, false],
    ['where nobody worked', { ...leaves, work: null }, false],
  ];
  for (const [name, leaving, want] of rows) {
    it(`${want ? 'yes' : 'no'}: ${name}`, () => assert.equal(givesBack(leaving), want));
  }
});

describe('who of the team is mentioned', () => {
  const of = (content: unknown) => mentionedOfTeam(testAccount(), content);
  it('is read from m.mentions alone, each once, and only the team', () => {
    assert.deepEqual(of({ 'm.mentions': { user_ids: [bob, '@eve:evil.test', bob, alice] } }), [bob, alice]);
    assert.deepEqual(of({ body: `ask ${bob}` }), []);
  });
  it('is nobody by what is no such list', () => {
    const strange = [null, 7, {}, { 'm.mentions': [] }, { 'm.mentions': { user_ids: bob } }, { 'm.mentions': null }];
    for (const content of strange) assert.deepEqual(of(content), []);
    assert.deepEqual(of({ 'm.mentions': { user_ids: [[bob], { user: bob }, 3] } }), []);
    const many = [...Array.from({ length: 100 }, (_, n) => `@u${String(n)}:evil.test`), bob];
    assert.deepEqual(of({ 'm.mentions': { user_ids: many } }), []);
  });
  it('is news in what was not asked for', () => {
    assert.deepEqual(
      ['delivery', 'assigned', 'answer', 'done'].map((kind) => isNewsToMentioned(kind as never)),
      [true, true, false, false],
    );
  });
});

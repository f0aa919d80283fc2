import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideUnseen, mayChange } from '../../../../src/bridge/delivery/unseen-mail.ts';
import type { UnseenDecision, WhyUnseen } from '../../../../src/bridge/delivery/unseen-mail.ts';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { EventId, UserId } from '../../../../src/bridge/types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a mail whose room was not seen', () => {
  const wait = (afterMs: number): UnseenDecision => ({ do: 'wait', afterMs, tell: false });
  const told = (afterMs: number): UnseenDecision => ({ do: 'wait', afterMs, tell: true });
  const ask: UnseenDecision = { do: 'ask' };
  const cases: readonly [WhyUnseen, overFor: number, UnseenDecision][] = [
    ['not-yet', 0, wait(1_000)],
    ['not-yet', 30 * HOUR, wait(1_000)],
    ['away', 0, wait(1_000)],
    ['away', 20_000, wait(5_000)],
    ['away', 30 * HOUR, wait(10_000)],
    ['patience', MINUTE, wait(15_000)],
    ['patience', 10 * MINUTE, told(MINUTE)],
    ['patience', 30 * HOUR, told(MINUTE)],
    ['failing', 0, wait(1_000)],
    ['failing', 10 * MINUTE, told(MINUTE)],
    ['failing', HOUR - 1, told(MINUTE)],
    ['failing', HOUR, ask],
    ['hidden', 0, wait(5_000)],
    ['hidden', 9_999, wait(5_000)],
    ['hidden', 10_000, ask],
    ['hidden', 30 * HOUR, ask],
  ];
  for (const [why, overFor, decision] of cases) {
    it(`${why} for ${String(overFor / 1000)} s: ${JSON.stringify(decision)}`, () =>
      assert.deepEqual(decideUnseen(why, overFor), decision));
  }
});

describe('an event that is not decided yet', () => {
  const alice = '@alice:matrix.test' as UserId;
  const mail = { author: alice, messages: new Set(['$m' as EventId]), open: true };
  const text = { msgtype: 'm.text', body: 'x' };
  const to = (of: string, rel: string, more: object = {}) => ({
    ...text,
    ...more,
    'm.relates_to': { rel_type: rel, event_id: of },
  });
  const replaced = (of: string) => to(of, 'm.replace', { 'm.new_content': text });
  const cases: readonly [string, open: boolean, changes: boolean, sender: string, type: string, content: object][] = [
    ['a redaction of its message, by anybody', false, true, '@mod:x', 'm.room.redaction', { redacts: '$m' }],
    ['a redaction of another', true, false, alice, 'm.room.redaction', { redacts: '$other' }],
    ['an edit of its message', false, true, alice, 'm.room.message', replaced('$m')],
    ['an edit that cannot be read', false, true, alice, 'm.room.encrypted', to('$m', 'm.replace')],
    ['an edit of another', true, false, alice, 'm.room.message', replaced('$other')],
    [
      'a reaction to it',
      false,
      true,
      '@bob:x',
      'm.reaction',
      { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$m', key: '❌' } },
    ],
    ['a further message of its author, which joins it', true, true, alice, 'm.room.message', text],
    ['a further message of its author, which it is closed to', false, false, alice, 'm.room.message', text],
    ['a message of somebody else', true, false, '@bob:x', 'm.room.message', text],
    ['a note of its author', true, false, alice, 'm.room.message', { msgtype: 'm.text', body: '!note x' }],
  ];
  for (const [what, open, changes, sender, type, content] of cases) {
    it(`${changes ? 'is waited for' : 'is not waited for'}: ${what}`, () => {
      const action = readEvent({ type, sender, content }, { isOwn: () => false });
      assert.equal(mayChange({ ...mail, draft: false, open }, action, sender), changes);
    });
  }

  const command = (body: string) =>
    readEvent({ type: 'm.room.message', sender: alice, content: { msgtype: 'm.text', body } }, { isOwn: () => false });
  const moved = readEvent(
    { type: 'm.room.member', sender: alice, state_key: '@mail_x:x', content: { membership: 'invite' } },
    { isOwn: () => false },
  );

  it('is waited for: a time that is named for it, and nothing else that is asked of the bot', () => {
    const plain = { ...mail, draft: false, open: false };
    assert.equal(mayChange(plain, command('!mail send at 8:00'), alice), true);
    assert.equal(mayChange(plain, command('!mail cc +kim@outside.test'), alice), false);
    assert.equal(mayChange(plain, moved, alice), false);
  });

  it('is waited for where it needs a yes: whatever may change who gets it, and what it says', () => {
    const draft = { ...mail, draft: true, open: false };
    assert.equal(mayChange(draft, command('!mail cc +kim@outside.test'), '@bob:x'), true);
    assert.equal(mayChange(draft, command('!mail draft Other words.'), '@bob:x'), true);
    assert.equal(mayChange(draft, moved, '@bob:x'), true);
    assert.equal(mayChange(draft, command('Only talk.'), '@bob:x'), false);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideReactionOut, LEAVING_MOST } from '../../../../src/bridge/event/reaction-out.ts';
import type { ReactionOutFacts } from '../../../../src/bridge/event/reaction-out.ts';
import type { Recipients } from '../../../../src/bridge/types.ts';
import type { Address } from '../../../../src/mail/types.ts';

const bob = { name: 'Bob', address: 'bob@x.example' as Address };
const back: Recipients = {
  to: [bob],
  cc: [],
  why: { kind: 'sender-only', of: bob.address, replyToUsed: false },
  answers: null,
};
const hold = { hold: { after: 10_000, atMost: 60_000 }, holdOutside: 30_000, quota: null };
const mail = { direction: 'in', kind: 'message', verified: true, participant: true } as const;
const facts: ReactionOutFacts = {
  reactions: 'both',
  key: '👍',
  here: true,
  may: true,
  to: mail,
  gathers: false,
  recipients: back,
  known: true,
  already: 0,
  hold,
};

describe('a reaction of the team to a mail', () => {
  it('leaves after the hold, as one emoji', () => {
    const time = { kind: 'opens', hold: hold.hold, quota: null, atOnce: false };
    assert.deepEqual(decideReactionOut(facts), { do: 'mail', emoji: '👍', time });
    const heart = decideReactionOut({ ...facts, key: '❤' });
    assert.equal(heart.do === 'mail' && heart.emoji, '❤️');
  });
  it('waits for the quota', () => {
    const quota = new Date('2026-03-10T00:00:00Z');
    const decided = decideReactionOut({ ...facts, hold: { ...hold, quota } });
    assert.equal(decided.do === 'mail' && decided.time.quota, quota);
  });

  const stays: Readonly<Record<string, Partial<ReactionOutFacts>>> = {
    'where the account shows those of others alone': { reactions: 'in' },
    'where it wants none': { reactions: 'off' },
    'on what the bot or the team says': { to: null },
    'on a mail of ours': { to: { ...mail, direction: 'out' } },
    'on a colleague’s': { to: { ...mail, direction: 'colleague' } },
    'on a list’s mail': { to: { ...mail, kind: 'list' } },
    'on a newsletter': { to: { ...mail, kind: 'bulk' } },
    'on an automatic reply': { to: { ...mail, kind: 'auto-reply' } },
    'on a report': { to: { ...mail, kind: 'dsn' } },
    'in a room that gathers the mails of many': { gathers: true },
    'on a mail for whose sender nobody vouches': { to: { ...mail, verified: false } },
    'on a newcomer’s': { to: { ...mail, participant: false } },
    'where the answer would go to somebody without a part in it': { known: false },
    'where nobody would get it': { recipients: { ...back, to: [] } },
    'where several would': { recipients: { ...back, to: [bob, { ...bob, address: 'b@x.example' as Address }] } },
    'of somebody who may not answer': { may: false },
    'in a room that is over, or whose conversation went elsewhere': { here: false },
    'after so many of the same person to the same mail': { already: LEAVING_MOST },
  };
  for (const [name, more] of Object.entries(stays)) {
    it(`stays ${name}`, () => assert.equal(decideReactionOut({ ...facts, ...more }).do, 'stay'));
  }
  for (const key of ['✅', '✔', '✔️', '❌', '✖️', '❎', '👀', '✉️', '⏳', '☑️', '👁️', '⚠️', '❓']) {
    it(`${key} means something here, and never leaves`, () =>
      assert.equal(decideReactionOut({ ...facts, key }).do, 'stay'));
  }
  for (const key of ['', 'ok', '👍👍', 'mxc://x/custom', '👍'.repeat(1000), '<img>', '👍\r\nBcc: eve@y.example']) {
    it(`${JSON.stringify(key.slice(0, 30))} is no emoji`, () =>
      assert.equal(decideReactionOut({ ...facts, key }).do, 'stay'));
  }
});

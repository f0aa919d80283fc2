import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdTime, isHoldSeen } from '../../../../src/bridge/event/hold-time.ts';
import type { HoldFacts, HoldTime } from '../../../../src/bridge/event/hold-time.ts';

const plain: HoldFacts = { hold: { after: 10, atMost: 60 }, holdOutside: 30, outside: false, left: null, quota: null };
const quota = new Date(1_000);
const rows: [string, Partial<HoldFacts>, HoldTime][] = [
  ['the first message', {}, { kind: 'opens', hold: plain.hold, quota: null, atOnce: false }],
  ['a further one', { left: 45 }, { kind: 'joins', hold: plain.hold, atOnce: false }],
  ['exactly one hold before the bound', { left: 10 }, { kind: 'joins', hold: plain.hold, atOnce: false }],
  ['less than one hold before the bound', { left: 9 }, { kind: 'opens', hold: plain.hold, quota: null, atOnce: false }],
  ['behind the bound', { left: -5 }, { kind: 'opens', hold: plain.hold, quota: null, atOnce: false }],
  ['to a stranger', { outside: true }, { kind: 'opens', hold: { after: 30, atMost: 60 }, quota: null, atOnce: false }],
  [
    'to a stranger, with a longer hold of the account',
    { outside: true, holdOutside: 5 },
    { kind: 'opens', hold: plain.hold, quota: null, atOnce: false },
  ],
  [
    'to a stranger, past the bound of the account',
    { outside: true, holdOutside: 90 },
    { kind: 'opens', hold: { after: 90, atMost: 90 }, quota: null, atOnce: false },
  ],
  [
    'a further one to a stranger',
    { outside: true, left: 29 },
    { kind: 'opens', hold: { after: 30, atMost: 60 }, quota: null, atOnce: false },
  ],
  ['over the quota', { quota }, { kind: 'opens', hold: plain.hold, quota, atOnce: false }],
  [
    'what joins a mail that waits for the quota',
    { left: 86_400_000, quota },
    { kind: 'joins', hold: plain.hold, atOnce: false },
  ],
  [
    'without a hold',
    { hold: { after: 0, atMost: 0 } },
    { kind: 'opens', hold: { after: 0, atMost: 0 }, quota: null, atOnce: true },
  ],
  [
    'without a hold, over the quota',
    { hold: { after: 0, atMost: 0 }, quota },
    { kind: 'opens', hold: { after: 0, atMost: 0 }, quota, atOnce: false },
  ],
  [
    'without a hold, to a stranger',
    { hold: { after: 0, atMost: 0 }, outside: true },
    { kind: 'opens', hold: { after: 30, atMost: 30 }, quota: null, atOnce: false },
  ],
];
for (const [what, more, expected] of rows) {
  test(`the time after which a message leaves: ${what}`, () => {
    assert.deepEqual(holdTime({ ...plain, ...more }), expected);
  });
}

test('a sign that what was said will be mailed is for a hold that is long enough to be seen', () => {
  const seen = (more: Partial<HoldFacts>) => isHoldSeen(holdTime({ ...plain, ...more }));
  assert.equal(seen({ hold: { after: 1_000, atMost: 1_000 } }), true);
  assert.equal(seen({ hold: { after: 999, atMost: 2_000 } }), false);
  assert.equal(seen({ hold: { after: 0, atMost: 0 } }), false);
  assert.equal(seen({ hold: { after: 0, atMost: 0 }, outside: true, holdOutside: 10_000 }), true);
  assert.equal(seen({ hold: { after: 0, atMost: 0 }, quota }), true);
  assert.equal(seen({ left: 45 }), true, 'what joins a mail');
});

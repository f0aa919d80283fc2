import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meaningOf, meantBy, NEEDED, REMOVED, signOfReaction } from '../../../../src/bridge/event/meaning.ts';
import type { Meaning, NamedEvent } from '../../../../src/bridge/event/meaning.ts';

type Row = readonly [Meaning['yes'], Meaning['no'], Meaning['eyes'], Meaning['reply'], Meaning['command']];

/** What ✅, ❌, 👀, a reply and a command as a reply mean. */
const DECIDES: Readonly<Partial<Record<NamedEvent, Row>>> = {
  part: ['close', 'nothing', 'claim', 'answer', 'mail'],
  repeated: ['close', 'nothing', 'claim', 'answer', 'mail'],
  unread: ['close', 'nothing', 'claim', 'answer-unquoted', 'mail'],
  original: ['close', 'nothing', 'claim', 'answer-unquoted', 'mail'],
  'repeated-original': ['close', 'nothing', 'claim', 'answer-unquoted', 'mail'],
  report: ['close', 'nothing', 'claim', 'inside', 'mail'],
  source: ['nothing', 'nothing', 'claim', 'inside', 'mail'],
  linked: ['nothing', 'nothing', 'claim', 'inside', 'mail'],
  reacted: ['nothing', 'nothing', 'claim', 'answer-unquoted', 'mail'],
  said: ['close', 'take-back', 'claim', 'answer-unquoted', 'mail'],
  'first-words': ['close', 'take-back', 'claim', 'answer-unquoted', 'mail'],
  'said-stopped': ['release-stopped', 'discard-stopped', 'claim', 'answer-unquoted', 'mail'],
  'said-asked': ['mail-asked', 'drop-asked', 'claim', 'answer-unquoted', 'mail'],
  stopped: ['release-stopped', 'discard-stopped', 'claim', 'inside', 'nothing'],
  asked: ['mail-asked', 'drop-asked', 'claim', 'inside', 'nothing'],
  'new-participant': ['admit-participant', 'refuse-participant', 'claim', 'inside', 'mail'],
  suspected: ['accept-mail', 'refuse-mail', 'nothing', 'inside', 'suspected'],
  overflow: ['let-in-mail', 'discard-mail', 'nothing', 'inside', 'overflow'],
  'inbox-line': ['nothing', 'nothing', 'claim', 'inside', 'nothing'],
  'team-leaving': ['let-leave', 'let-stay', 'nothing', 'inside', 'nothing'],
  'old-mail': ['admit-old-mail', 'leave-old-mail', 'nothing', 'inside', 'nothing'],
  'mailbox-left': ['close', 'nothing', 'claim', 'inside', 'mail'],
  'too-late': ['nothing', 'nothing', 'claim', 'correction', 'mail'],
  'edit-stays': ['nothing', 'nothing', 'claim', 'inside', 'mail'],
  forwarded: ['nothing', 'stop-forward', 'claim', 'inside', 'mail'],
  elsewhere: ['nothing', 'nothing', 'nothing', 'plain', 'nothing'],
};
const TELLS: Row = ['nothing', 'nothing', 'claim', 'inside', 'nothing'];
const TELLS_ACCOUNT: Row = ['nothing', 'nothing', 'nothing', 'inside', 'nothing'];
const ONLY_TELL: readonly NamedEvent[] = [
  'delivery',
  'paused',
  'answer',
  'taken-back',
  'recipients',
  'earlier-notice',
  'welcome',
  'kept-apart',
  'told-aside',
  'unserved',
  'mailbox-read',
  'reaction-leaves',
];
const ONLY_TELL_ACCOUNT: readonly NamedEvent[] = [
  'overview',
  'account-state',
  'mail-withheld',
  'team-changed',
  'leaving-decided',
  'lobby-part',
  'mailbox-changed',
];

const row = (target: NamedEvent): Row => {
  const { yes, no, eyes, reply, command } = meaningOf(target);
  return [yes, no, eyes, reply, command];
};

describe('what signs, replies and commands mean on an event of a room', () => {
  for (const [target, wanted] of Object.entries(DECIDES)) {
    it(`${target}: ${wanted.join(' · ')}`, () => assert.deepEqual(row(target as NamedEvent), wanted));
  }
  for (const target of ONLY_TELL) it(`${target} only tells`, () => assert.deepEqual(row(target), TELLS));
  for (const target of ONLY_TELL_ACCOUNT) {
    it(`${target} only tells, in a room of the account`, () => assert.deepEqual(row(target), TELLS_ACCOUNT));
  }
});

describe('the keys of reactions', () => {
  it('mean the same with and without the variation selector', () => {
    assert.deepEqual(['✅', '✔', '✔️'].map(signOfReaction), ['yes', 'tick', 'tick']);
    assert.deepEqual(['❌', '✖', '✖️', '❎'].map(signOfReaction), ['no', 'no', 'no', 'no']);
    assert.equal(signOfReaction('👀'), 'eyes');
    for (const key of ['👍', '', '✅✅', 'constructor']) assert.equal(signOfReaction(key), null);
  });
  it('tapped on as the bot set it, a tick closes nothing; on what asks it is a yes', () => {
    assert.equal(meantBy('yes', 'said'), 'close');
    for (const target of ['said', 'first-words', 'part', 'original', 'delivery', 'elsewhere'] as const) {
      assert.equal(meantBy('tick', target), 'nothing', target);
    }
    assert.equal(meantBy('tick', 'suspected'), 'accept-mail');
    assert.equal(meantBy('tick', 'said-stopped'), 'release-stopped');
    assert.deepEqual([meantBy('no', 'said'), meantBy('eyes', 'part')], ['take-back', 'claim']);
  });
  it('that are removed give a thread back or open it again, and undo nothing else', () => {
    const undone = Object.entries(REMOVED).filter(([, what]) => what !== 'nothing');
    assert.deepEqual(Object.fromEntries(undone), { claim: 'unclaim', close: 'reopen' });
  });
  it('need the right to release where it concerns who is heard or in the rooms, else to answer', () => {
    const release = Object.entries(NEEDED).filter(([, needed]) => needed === 'release');
    assert.deepEqual(
      release.map(([meaning]) => meaning),
      [
        'accept-mail',
        'refuse-mail',
        'let-in-mail',
        'discard-mail',
        'admit-old-mail',
        'leave-old-mail',
        'admit-participant',
        'refuse-participant',
        'let-leave',
        'let-stay',
      ],
    );
  });
});

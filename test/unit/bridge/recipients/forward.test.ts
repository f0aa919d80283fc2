import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readForward } from '../../../../src/bridge/recipients/forward.ts';

const read = (rest: string) => {
  const { to, inThread, words } = readForward(rest);
  return [to.map(({ address }) => address).join(' '), inThread ? 'thread' : '', words];
};

describe('what stands behind !mail forward', () => {
  for (const [rest, to, thread, words] of [
    ['bob@example.org', 'bob@example.org', '', ''],
    ['bob@example.org Is that ours?', 'bob@example.org', '', 'Is that ours?'],
    ['bob@example.org: is that ours?', 'bob@example.org', '', 'is that ours?'],
    [
      'bob@example.org, erin@example.org\nDear both,\n\n look.',
      'bob@example.org erin@example.org',
      '',
      'Dear both,\n\n look.',
    ],
    ['<bob@example.org>;<erin@example.org> Hm?', 'bob@example.org erin@example.org', '', 'Hm?'],
    ['bob@example.org , erin@example.org x', 'bob@example.org erin@example.org', '', 'x'],
    ['bob@example.org BOB@EXAMPLE.ORG again', 'bob@example.org', '', 'again'],
    ['thread mailto:bob@example.org Look', 'bob@example.org', 'thread', 'Look'],
    ['bob@example.org thread of mails', 'bob@example.org', '', 'thread of mails'],
    ['bob@example.org write to carol@example.org?', 'bob@example.org', '', 'write to carol@example.org?'],
    ['Bob look', '', '', 'Bob look'],
    ['', '', '', ''],
  ] as const) {
    it(JSON.stringify(rest), () => assert.deepEqual(read(rest), [to, thread, words]));
  }

  it('takes at most twenty people, and never the longest of words', () => {
    const many = Array.from({ length: 30 }, (_, n) => `p${String(n)}@example.org`).join(' ');
    assert.equal(readForward(many).to.length, 20);
    assert.equal(readForward('b\ufffdb@example.org').to.length, 0);
    assert.equal(readForward(`${'a'.repeat(5000)}@example.org`).to.length, 0);
  });
});

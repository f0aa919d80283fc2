import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { mailSent } from '../../../src/outgoing/mail-sent.ts';

type Sent = ReturnType<typeof mailSent>;

describe('the mail that is answered', () => {
  /** A mailbox that takes marks, or does not; what it was asked for. */
  function mailbox(t: TestContext, takes: () => boolean) {
    const asked: string[] = [];
    let now = 1_000;
    t.mock.method(performance, 'now', () => now);
    const marks = (account: string) => ({
      markAnswered: (id: string) => {
        asked.push(`${account} ${id}`);
        return Promise.resolve(takes());
      },
    });
    const handler = mailSent({
      accounts: new Map(['a', 'b'].map((id) => [id, { id }])),
      mailbox: marks,
      files: () => 'never',
      failpoint: () => undefined,
    } as unknown as Parameters<typeof mailSent>[0]);
    const left = async (account: string, answers: string | null, isReaction = false) => {
      const mail = { mail: { account, recipients: { answers } }, isReaction, copied: false };
      const { outcome } = await handler.run({} as never, mail as unknown as Parameters<Sent['run']>[1]);
      assert.deepEqual(outcome, { do: 'done' });
    };
    return { asked, left, pass: (ms: number) => (now += ms) };
  }

  it('is marked once for several answers of one moment, in each account', async (t) => {
    const { asked, left, pass } = mailbox(t, () => true);
    await left('a', '<1>');
    await left('a', '<2>');
    await left('a', '<1>');
    await left('b', '<1>');
    assert.deepEqual(asked, ['a <1>', 'a <2>', 'b <1>']);
    pass(9_999);
    await left('a', '<1>');
    assert.equal(asked.length, 3);
    pass(1);
    await left('a', '<1>');
    assert.deepEqual(asked.slice(3), ['a <1>']);
  });

  it('is asked for again where it was not there', async (t) => {
    const { asked, left } = mailbox(t, () => false);
    await left('a', '<1>');
    await left('a', '<1>');
    assert.equal(asked.length, 2);
  });

  it('is none of a reaction, and none of a mail that answers nothing', async (t) => {
    const { asked, left } = mailbox(t, () => true);
    await left('a', '<1>', true);
    await left('a', null);
    assert.deepEqual(asked, []);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate as immediate } from 'node:timers/promises';
import type { MessageKey } from '../../../src/bridge/types.ts';
import { InStep } from '../../../src/outgoing/in-step.ts';

const [a, b, c] = ['a', 'b', 'c'] as readonly string[] as readonly [MessageKey, MessageKey, MessageKey];

describe('mails that leave in step', () => {
  /** Those who came to a place and were let go on, in that order. */
  function steps(t: TestContext) {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let now = 0;
    const inStep = new InStep(() => now);
    const passed: string[] = [];
    const ends = new Map<MessageKey, () => void>();
    return {
      passed,
      /** A mail sets out. */
      set: (mail: MessageKey) => {
        const { promise, resolve } = Promise.withResolvers<undefined>();
        ends.set(mail, () => resolve(undefined));
        void inStep.walk(mail, () => promise);
      },
      reach: async (mail: MessageKey, step: Parameters<InStep['reach']>[1]) => {
        void inStep.reach(mail, step).then(() => passed.push(`${mail} ${step}`));
        await immediate();
      },
      end: async (mail: MessageKey) => {
        ends.get(mail)?.();
        await immediate();
      },
      pass: async (ms: number) => {
        now += ms;
        t.mock.timers.tick(ms);
        await immediate();
      },
    };
  }

  it('wait for those who are near, and go on together', async (t) => {
    const { passed, set, reach } = steps(t);
    for (const mail of [a, b, c]) set(mail);
    await reach(a, 'seen');
    await reach(b, 'seen');
    assert.deepEqual(passed, []);
    await reach(c, 'seen');
    assert.deepEqual(passed, ['a seen', 'b seen', 'c seen']);
    await reach(b, 'freezing');
    await reach(a, 'marking');
    assert.deepEqual(passed.slice(3), []);
    // Whoever is let go on is near to those ahead.
    await reach(c, 'freezing');
    assert.deepEqual(passed.slice(3), ['b freezing', 'c freezing']);
  });

  it('wait for nobody alone, and for none that is further', async (t) => {
    const { passed, set, reach } = steps(t);
    set(a);
    await reach(a, 'marking');
    set(b);
    await reach(b, 'settling');
    assert.deepEqual(passed, ['a marking']);
    set(c);
    await reach(c, 'seen');
    assert.deepEqual(passed, ['a marking', 'c seen']);
  });

  it('do not wait for one that takes long, nor for one whose way has ended', async (t) => {
    const { passed, set, reach, pass, end } = steps(t);
    for (const mail of [a, b, c]) set(mail);
    await reach(a, 'seen');
    await pass(149);
    await end(b);
    assert.deepEqual(passed, []);
    await pass(1);
    assert.deepEqual(passed, ['a seen']);
    await reach(a, 'marking');
    assert.deepEqual(passed, ['a seen', 'a marking']);
  });

  it('wait no longer in all than they may, whoever sets out behind them', async (t) => {
    const { passed, set, reach, pass } = steps(t);
    set(a);
    let waited = 0;
    for (const step of ['seen', 'freezing', 'marking', 'settling'] as const) {
      set(step as string as MessageKey);
      void reach(a, step);
      await immediate();
      for (; !passed.includes(`a ${step}`); waited += 10) {
        // Somebody new comes before the last one counts as slow.
        set(`new ${String(waited)}` as MessageKey);
        await pass(10);
      }
    }
    assert.equal(waited, 300);
  });

  it('wait for nobody where they do not walk', async (t) => {
    const { passed, set, reach } = steps(t);
    set(a);
    await reach(b, 'settling');
    assert.deepEqual(passed, ['b settling']);
  });
});

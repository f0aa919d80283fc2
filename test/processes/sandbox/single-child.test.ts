import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { z } from 'zod';
import { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { SingleChild } from '../../../src/sandbox/single-child.ts';
import { until } from '../../support/servers.ts';

const answer = z.object({ question: z.number(), pid: z.number() });

describe('a single child of the sandbox', () => {
  const made: SingleChild[] = [];
  after(() => Promise.all(made.map((one) => one.close())));
  const single = (idleMs?: number): SingleChild => {
    const script = new URL('../../support/answering-child.ts', import.meta.url);
    const sandbox = new Sandbox({ script, folders: ['base', 'sandbox'], heap: 64, beside: 64, largest: 100_000 });
    const one = new SingleChild(sandbox, idleMs);
    made.push(one);
    return one;
  };
  const asked = async (one: SingleChild, question: number) => answer.parse(await one.ask(question, 20_000));

  it('answers in the order of the questions, by one process', async () => {
    const one = single();
    const answers = await Promise.all([1, 2, 3].map((question) => asked(one, question)));
    assert.deepEqual(
      answers.map(({ question }) => question),
      [1, 2, 3],
    );
    assert.equal(new Set(answers.map(({ pid }) => pid)).size, 1);
  });

  it('answers nothing where a question ended its process or took too long, and the next from another', async () => {
    const one = single();
    const first = await asked(one, 1);
    const [died, second, late, third] = await Promise.all([
      one.ask('die', 20_000),
      asked(one, 2),
      one.ask('hang', 100),
      asked(one, 3),
    ]);
    assert.deepEqual([died, late], [null, null]);
    assert.equal(new Set([first.pid, second.pid, third.pid]).size, 3);
  });

  it('ends its process when nothing is asked, and starts one for what comes then', async () => {
    const one = single(50);
    const pids = new Set<number>();
    for (const question of [1, 2]) {
      const { pid } = await asked(one, question);
      pids.add(pid);
      await until(() => !existsSync(`/proc/${String(pid)}`), { what: 'the end of the idle', within: 20_000 });
    }
    assert.equal(pids.size, 2);
  });

  it('ends its process with itself, answers what is under way with nothing and refuses what comes', async () => {
    const one = single();
    const { pid } = await asked(one, 1);
    const hangs = one.ask('hang', 20_000);
    const waits = assert.rejects(one.ask(2, 20_000));
    // The first question is with the process before the end.
    await new Promise(setImmediate);
    await one.close();
    assert.equal(await hangs, null);
    await waits;
    assert.equal(existsSync(`/proc/${String(pid)}`), false);
    await assert.rejects(one.ask(3, 20_000));
  });
});

/**
 * What people and mails do in a world, act by act, played twice: once undisturbed, once with processes that are killed
 * at many steps, one after the other. Both must leave the same behind.
 */
import assert from 'node:assert/strict';
import type { Site, World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { effectsOf } from './effects.ts';

/** Something that somebody does. */
export interface Act {
  readonly name: string;
  readonly does: (world: World) => unknown;
  /**
   * The failpoints at which processes are killed, in turn: each process at the next, when it passes that for the first
   * time.
   */
  readonly dies?: readonly string[];
  /** For what begins by itself some time later: whether it has begun. */
  readonly begun?: (world: World) => Promise<boolean>;
}

/**
 * Carries out an act, with a process that is killed at each of `dies`. Where none runs, the first is started by it.
 * Returns the process that runs at the end, which has nothing left to do.
 */
export async function carryOut(world: World, life: Life | null, { name, does, dies = [], begun }: Act): Promise<Life> {
  const [first, ...others] = dies;
  const step = first === undefined ? null : { at: first, nth: 1 };
  if (step !== null) await life?.endAt(step);
  await does(world);
  let now = life ?? world.begin(step);
  for (const [at, next] of dies.map((step, index) => [step, others[index]] as const)) {
    await world.see(`${name}: the end at ${at}`, () => !now.running);
    assert.equal((await now.ended).signal, 'SIGKILL', `${name}: ${at}`);
    now = world.begin(next === undefined ? null : { at: next, nth: 1 });
  }
  if (begun !== undefined) await world.see(`${name}: its begin`, () => begun(world), now);
  await world.calm(now);
  await now.up();
  return now;
}

/**
 * Plays the acts twice, side by side in two worlds, and compares what is left. `more` are further keys of the account's
 * config, `limits` of that section.
 */
export async function playTwice(
  site: Site,
  more: Readonly<Record<string, unknown>>,
  acts: readonly Act[],
  limits: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const play = async (killed: boolean): Promise<readonly string[]> => {
    let left: readonly string[] = [];
    await site.in(
      async (world) => {
        await world.mailboxesBegun();
        let life: Life | null = null;
        for (const act of acts) life = await carryOut(world, life, killed ? act : { ...act, dies: [] });
        left = await effectsOf(world);
      },
      more,
      limits,
    );
    return left;
  };
  const [undisturbed, killed] = await Promise.all([play(false), play(true)]);
  assert.deepEqual(killed, undisturbed);
}

/**
 * Tales: what people and mails do in a world, act by act, told twice: undisturbed, and with a process that dies at many steps of
 * the way, one after the other. Both must leave the same behind.
 */
import assert from 'node:assert/strict';
import type { Site, World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { effectsOf } from './effects.ts';

/** Something that somebody does. */
export interface Act {
  readonly name: string;
  readonly does: (world: World) => unknown;
  /** The failpoints at which the process dies, in turn: each life at the next. Each is passed for the first time in its life. */
  readonly dies?: readonly string[];
  /** For what begins by itself some time later: whether it has begun. */
  readonly begun?: (world: World) => Promise<boolean>;
}

/** Carries out an act; dies at each of `dies`. Without a life the first begins with it. Returns the life that lives on, which has nothing left to do. */
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

/** Tells the acts twice, side by side in two worlds, and compares what is left. `more` are further keys of the account's config. */
export async function tellTwice(
  site: Site,
  more: Readonly<Record<string, unknown>>,
  acts: readonly Act[],
): Promise<void> {
  const tell = async (deadly: boolean): Promise<readonly string[]> => {
    let left: readonly string[] = [];
    await site.in(async (world) => {
      await world.mailboxesBegun();
      let life: Life | null = null;
      for (const act of acts) life = await carryOut(world, life, deadly ? act : { ...act, dies: [] });
      left = await effectsOf(world);
    }, more);
    return left;
  };
  const [undisturbed, deadly] = await Promise.all([tell(false), tell(true)]);
  assert.deepEqual(deadly, undisturbed);
}

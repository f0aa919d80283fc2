/** What every process makes of a config that was asked for, as an operation tells it. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isLookedAt, reloadOutcome } from '../bridge/account/config-changes.ts';
import type { ReloadOutcome } from '../bridge/account/config-changes.ts';
import { configState } from '../db/config-state.ts';
import type { Queryable } from '../db/pool.ts';

const list = z.array(z.string());

export const takenSchema = z.object({
  generation: z.int().meta({ description: 'Reloads are counted.' }),
  processes: z
    .array(
      z.object({
        name: z.string(),
        state: z.enum(['taken', 'other-file', 'refused', 'waiting']),
        refused: z
          .array(z.object({ path: z.string(), text: z.string() }))
          .meta({ description: 'Where its file is wrong; it goes on with the config of before.' }),
      }),
    )
    .meta({ description: 'Every living process; none where no bridge runs.' }),
  changes: z.object({
    added: list.meta({ description: 'Accounts.' }),
    removed: list.meta({ description: 'Accounts.' }),
    changed: z.array(z.object({ account: z.string(), fields: list, membersAdded: list, membersRemoved: list })),
    taken: list.meta({ description: 'Paths of other settings that changed.' }),
    needsRestart: list.meta({ description: 'Paths of settings that changed in the file and count after a restart.' }),
  }),
});

const LOOK_MS = 100;

/** How far it came, once every living process has looked at it or the time is over. */
export async function whenLookedAt(
  db: Queryable,
  wanted: { readonly generation: number; readonly fingerprint: string },
  patienceMs: number,
): Promise<ReloadOutcome> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const { processes } = await configState(db);
    const outcome = reloadOutcome(wanted, processes);
    if (isLookedAt(outcome) || performance.now() >= end) return outcome;
    await delay(LOOK_MS);
  }
}

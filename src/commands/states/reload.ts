import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isLookedAt, isTakenByAll, reloadOutcome } from '../../bridge/account/config-changes.ts';
import type { ReloadOutcome } from '../../bridge/account/config-changes.ts';
import { noArguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderRefusedConfig, renderReload } from '../../bridge/told/reload-told.ts';
import { configState, wantConfig } from '../../db/config-state.ts';
import type { Queryable } from '../../db/pool.ts';
import { NotPossible, operation } from '../../operations/operation.ts';
import { mailCommand } from '../framework/command.ts';

const list = z.array(z.string());

const reloadOperation = operation({
  id: 'reload',
  summary: 'Has all processes read their config files again, and waits until they have.',
  method: 'POST',
  path: '/_mailroom/v1/reload',
  input: z.object({
    seconds: z.coerce
      .number()
      .int()
      .min(0)
      .max(300)
      .default(30)
      .meta({ description: 'So long it is waited for processes that have not looked yet.' }),
  }),
  result: z.object({
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
  }),
  ctl: { words: 'reload', args: [], example: 'reload' },
  run: async ({ db, reload }, { seconds }) => {
    if (reload === undefined) throw new NotPossible('there is no config file to read');
    const checked = await reload.check();
    if ('refused' in checked) throw new NotPossible(renderRefusedConfig(checked.refused, 'en').body);
    const by = reload.asker;
    const generation = await db.transaction((tx) => wantConfig(tx, { by, ...checked, answerTo: null }));
    return whenLookedAt(db, { ...checked, generation }, seconds * 1000);
  },
  failed: (outcome) => !isTakenByAll(outcome),
  plain: (outcome) => renderReload(outcome, 'en').body,
});

const LOOK_MS = 100;

/** How far it came, once every living process has looked at it or the time is over. */
async function whenLookedAt(
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

/** `!mail reload`: all processes read their config files again. What came of it is said when all have. */
export const mailReload = mailCommand({
  name: 'reload',
  order: 357,
  args: noArguments,
  needs: 'manage',
  scope: 'process',
  where: TEAM_ROOMS,
  example: 'reload',
  outside: { operations: [reloadOperation] },
  run: async (tx, context) => {
    const { reload, operator, event } = context;
    if (reload === undefined) throw new Error('nothing is reloaded here');
    const checked = await reload.check();
    if ('refused' in checked) return renderRefusedConfig(checked.refused, operator.language);
    const place =
      context.place === 'management'
        ? { account: context.carrier, room: context.room }
        : { account: context.account.id, room: context.room.room };
    const answerTo = { ...place, event: event.event, user: operator.user };
    await wantConfig(tx, { by: operator.user, ...checked, answerTo });
    return null;
  },
});

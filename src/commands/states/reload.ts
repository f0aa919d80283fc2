import { z } from 'zod';
import { isTakenByAll } from '../../bridge/account/config-changes.ts';
import { noArguments } from '../../bridge/command/arguments.ts';
import { TEAM_ROOMS } from '../../bridge/command/spec.ts';
import { renderRefusedConfig, renderReload } from '../../bridge/told/reload-told.ts';
import { wantConfig } from '../../db/config-state.ts';
import { NotPossible, operation } from '../../operations/operation.ts';
import { takenSchema, whenLookedAt } from '../../operations/looked-at.ts';
import { mailCommand } from '../framework/command.ts';

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
  result: takenSchema,
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

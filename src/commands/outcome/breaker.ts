import { z } from 'zod';
import { capabilities } from '../../bridge/account/permissions.ts';
import { oneOf } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { UserId } from '../../bridge/types.ts';
import { breakerState } from '../../db/mail-tables/breaker.ts';
import { levelAt } from '../../handling/rights.ts';
import { fields, NotAllowed, operation } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { plainSay } from '../../operations/plain.ts';
import { closeBreaker } from '../../outgoing/breaker-check.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { UTC, shortTime } from '../../words/zones.ts';

const stateOperation = operation({
  id: 'breaker',
  summary: 'Whether all outgoing mail is stopped.',
  method: 'GET',
  path: '/_mailroom/v1/breaker',
  input: z.object({}),
  result: z.object({
    openedAt: z.iso.datetime().nullable().meta({ description: 'Null while mail flows.' }),
    reason: z.enum(['volume', 'refusals']).nullable(),
    count: z.int().nullable(),
    waiting: z.int(),
    sent: z.int().meta({ description: 'Mails within the last ten minutes.' }),
  }),
  ctl: { words: 'breaker', args: [], example: 'breaker' },
  run: ({ db }) => breakerState(db),
  plain: ({ openedAt, reason, count, waiting, sent }) =>
    openedAt === null
      ? plainSay('brakes-closed', { sent })
      : `${plainSay('brakes-open', { since: shortTime(openedAt, UTC), waiting })} (${reason ?? '-'}: ${count ?? '-'})`,
});

const resetOperation = operation({
  id: 'breaker-reset',
  summary: 'Lets outgoing mail flow again, and tells the lobbies of all accounts.',
  method: 'POST',
  path: '/_mailroom/v1/breaker/reset',
  input: z.object({ as: fields.as.optional() }),
  result: z.object({ reset: z.boolean(), waiting: z.int() }),
  ctl: { words: 'breaker reset', args: [], example: 'breaker reset' },
  run: async (deps, input) => {
    const by = input.as === undefined ? 'operator' : anywhere(deps, input.as);
    const waiting = await deps.db.transaction((tx) => closeBreaker(tx, deps, by));
    return { reset: waiting !== null, waiting: waiting ?? 0 };
  },
  plain: ({ reset, waiting }) =>
    reset ? `Outgoing mail flows again; ${waiting} mails that waited go out.` : plainSay('brakes-not-open'),
});

/** The breaker is of no account: whoever may reset it in the lobby of one may do so. */
function anywhere({ accounts, ghosts }: OperationDeps, as: string): UserId {
  const user = as as UserId;
  const may = [...accounts.values()].some((one) => capabilities(levelAt(one, user, ghosts.domain)).has('release'));
  if (!may) throw new NotAllowed(`${as} may not do this in any account: it needs the permission "release"`);
  return user;
}

/** `!mail breaker`: whether outgoing mail is stopped; `reset` lets it flow again. */
export const mailBreaker = mailCommand({
  name: 'breaker',
  order: 320,
  args: oneOf('reset'),
  needs: 'release',
  scope: 'process',
  where: ACCOUNT_ROOMS,
  example: 'breaker reset',
  outside: { operations: [stateOperation, resetOperation] },
  run: async (tx, context, verb) => {
    const say = words(context.account.language);
    if (verb === 'reset') {
      const waiting = await closeBreaker(tx, context, context.event.sender);
      return renderLines([
        waiting === null ? say('brakes-not-open') : say('brakes-reset', { by: context.event.sender, waiting }),
      ]);
    }
    const { openedAt, waiting, sent } = await breakerState(tx);
    return renderLines([
      openedAt === null
        ? say('brakes-closed', { sent })
        : say('brakes-open', { since: shortTime(openedAt, context.operator.zone), waiting }),
    ]);
  },
});

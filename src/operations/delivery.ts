/** Operations on mail that did not go out: what `!mail retry`, `unpause`, `brake` and `breaker` do. */
import { z } from 'zod';
import { capabilities } from '../bridge/permissions.ts';
import type { MessageKey, UserId } from '../bridge/types.ts';
import { heldThreads } from '../db/brakes.ts';
import { breakerState } from '../db/breaker.ts';
import { loadOutgoing } from '../db/outgoing.ts';
import { retryThread, unpauseAddress } from '../jobs/command-unpause.ts';
import { releaseHeld } from '../jobs/event-brakes.ts';
import { levelAt } from '../jobs/event-permission.ts';
import { closeBreaker } from '../jobs/mail-out-breaker.ts';
import { parseAddress } from '../mail/address.ts';
import { words } from '../mail/words.ts';
import { newAct, tellPlace, threadMeant } from './meant.ts';
import { accountOf, actor, chosen, fields, NotAllowed, NotPossible, NotThere, operation } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { schemas } from './schemas.ts';

export const DELIVERY_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'retry',
    summary: 'Tries again what could not be delivered, all of a conversation or one mail of it.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/retry',
    input: z.object({
      thread: fields.thread,
      as: fields.as,
      mail: z.string().optional().meta({ description: 'One of those that `mails` lists; all of them without it.' }),
    }),
    result: z.object({ retried: z.int() }),
    ctl: { words: 'retry', args: ['thread', 'mail?'], example: 'retry !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account, thread } = await threadMeant(tx, deps, input.thread);
        const by = actor(deps, account, input.as, 'answer');
        const mail = input.mail === undefined ? null : await loadOutgoing(tx, input.mail);
        if (input.mail !== undefined && mail?.thread !== thread) {
          throw new NotThere(`the conversation has no mail ${input.mail}`);
        }
        const mails: MessageKey[] | null = mail === null ? null : [mail.outgoing];
        const retried = await retryThread(tx, { account: account.id, thread }, mails);
        const line = words(account.language).commands.retrying(retried);
        if (retried > 0) await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
        return { retried };
      }),
  }),
  operation({
    id: 'unpause',
    summary: 'Sends to an address again after a mail to it had bounced.',
    method: 'POST',
    path: '/_mailroom/v1/accounts/{account}/unpause',
    input: z.object({
      account: fields.oneAccount,
      address: z.string().max(400),
      thread: fields.thread
        .optional()
        .meta({ description: 'Mails of this conversation that were held back leave too.' }),
      as: fields.as,
    }),
    result: z.object({ unpaused: z.literal(true), retried: z.int() }),
    ctl: {
      words: 'unpause',
      args: ['account', 'address'],
      example: 'unpause support bob@example.org --as @alice:example.org',
    },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const account = accountOf(deps, input.account);
        const by = actor(deps, account, input.as, 'answer');
        const on = input.thread === undefined ? null : await threadMeant(tx, deps, input.thread);
        if (on !== null && on.account.id !== account.id) throw new NotThere(`no conversation of ${account.id}`);
        const address = parseAddress(input.address);
        if (address === null) throw new NotPossible(`${input.address} is no address`);
        const thread = on?.thread ?? null;
        const retried = await unpauseAddress(tx, { account: account.id, thread }, address);
        if (retried === null) throw new NotThere(`nothing to ${address} is held back`);
        const line = words(account.language).ladder.unpaused(address, retried);
        await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
        return { unpaused: true, retried };
      }),
  }),
  operation({
    id: 'brakes',
    summary: 'Conversations whose answers are stopped because machines seem to answer each other, the newest first.',
    method: 'GET',
    path: '/_mailroom/v1/brakes',
    input: z.object({ account: fields.account, limit: fields.limit }),
    result: z.object({ stopped: z.array(schemas.stopped) }),
    ctl: { words: 'brake', args: ['account?'], example: 'brake support' },
    run: async (deps, input) => {
      const stopped = [];
      for (const account of chosen(deps, input.account)) {
        const held = await heldThreads(deps.db, account, null, input.limit);
        stopped.push(...held.map((one) => ({ account, ...one })));
      }
      return { stopped };
    },
  }),
  operation({
    id: 'brake-reset',
    summary: 'Lets the stopped answers of a conversation go.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/brake/reset',
    input: z.object({ thread: fields.thread, as: fields.as }),
    result: z.object({ released: z.int() }),
    ctl: { words: 'brake reset', args: ['thread'], example: 'brake reset !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { account, thread } = await threadMeant(tx, deps, input.thread);
        const by = actor(deps, account, input.as, 'release');
        const held = await heldThreads(tx, account.id, thread, 1);
        if (held.length === 0) throw new NotThere('nothing is stopped there');
        const released = await releaseHeld(tx, { account: account.id, thread, by });
        const line = words(account.language).brakes.released(released);
        await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
        return { released };
      }),
  }),
  operation({
    id: 'breaker',
    summary: 'Whether all outgoing mail is stopped.',
    method: 'GET',
    path: '/_mailroom/v1/breaker',
    input: z.object({}),
    result: schemas.breaker,
    ctl: { words: 'breaker', args: [], example: 'breaker' },
    run: ({ db }) => breakerState(db),
  }),
  operation({
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
  }),
];

/** The breaker is of no account: whoever may reset it in the lobby of one may do so. */
function anywhere({ accounts, ghosts }: OperationDeps, as: string): UserId {
  const user = as as UserId;
  const may = [...accounts.values()].some((one) => capabilities(levelAt(one, user, ghosts.domain)).has('release'));
  if (!may) throw new NotAllowed(`${as} may not do this in any account: it needs the permission "release"`);
  return user;
}

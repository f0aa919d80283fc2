import { z } from 'zod';
import { plainAdmission } from '../../bridge/account/account.ts';
import type { Account } from '../../bridge/account/account.ts';
import { oneOf } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../../db/pool.ts';
import { setThreadAdmission, threadAdmission } from '../../db/thread-tables/admission.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import { actor, fields, operation } from '../../operations/operation.ts';
import { plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

const stands = z.object({ thread: z.string(), entry: z.enum(['open', 'asked']) });

const entryOperation = operation({
  id: 'entry',
  summary: 'Whether anybody who passes the check of senders may take part in a conversation.',
  method: 'GET',
  path: '/_mailroom/v1/threads/{thread}/entry',
  input: z.object({ thread: fields.thread }),
  result: stands,
  ctl: { words: 'entry', args: ['thread'], example: 'entry !room:example.org' },
  run: async (deps, input) => {
    const on = await threadMeant(deps.db, deps, input.thread);
    return { thread: on.thread, entry: await entryOf(deps.db, on.account, on.thread) };
  },
  plain: ({ entry }) => entryTold(plainSay, entry),
});

const setOperation = operation({
  id: 'entry-set',
  summary: 'Opens a conversation to anybody who passes the check of senders, or asks about newcomers again.',
  method: 'POST',
  path: '/_mailroom/v1/threads/{thread}/entry',
  input: z.object({ thread: fields.thread, entry: z.enum(['open', 'asked']), as: fields.as }),
  result: stands,
  ctl: {
    words: 'entry set',
    args: ['thread', 'entry'],
    example: 'entry set !room:example.org open --as @alice:example.org',
  },
  run: (deps, input) =>
    deps.db.transaction(async (tx) => {
      const { account, thread } = await threadMeant(tx, deps, input.thread);
      const by = actor(deps, account, input.as, 'release');
      await setThreadAdmission(tx, thread, input.entry);
      const entry = await entryOf(tx, account, thread);
      const line = entryTold(words(account.language), entry);
      await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
      return { thread, entry };
    }),
  plain: ({ entry }) => entryTold(plainSay, entry),
});

/** `!mail entry`: whether the conversation is open; `!mail entry open` and `!mail entry asked` change that. */
export const mailEntry = mailCommand({
  name: 'entry',
  order: 300,
  args: oneOf('open', 'asked'),
  needs: 'release',
  scope: 'thread',
  where: ['thread'],
  example: 'entry open',
  examples: [{ says: ['entry', 'entry open', 'entry asked'] }],
  outside: { operations: [entryOperation, setOperation] },
  run: async (tx, { account, thread }, wanted) => {
    if (wanted !== null) await setThreadAdmission(tx, thread, wanted);
    return renderLines([entryTold(words(account.language), await entryOf(tx, account, thread))]);
  },
});

async function entryOf(db: Queryable, account: Account, thread: ThreadId): Promise<'open' | 'asked'> {
  const open = (account.entry ?? plainAdmission).open || (await threadAdmission(db, thread))?.entry === 'open';
  return open ? 'open' : 'asked';
}

function entryTold(say: Say, entry: 'open' | 'asked'): string {
  return entry === 'open' ? say('admission-open') : say('admission-asked');
}

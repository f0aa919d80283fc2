import { z } from 'zod';
import { oneOf } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { stoppedThreads } from '../../db/mail-tables/stopped-answers.ts';
import { releaseStopped } from '../../answers/stopped-decided.ts';
import { newAct, tellPlace, threadMeant } from '../../operations/meant.ts';
import { actor, chosen, fields, NotThere, operation } from '../../operations/operation.ts';
import { columns, lines, plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { UTC, shortTime } from '../../words/zones.ts';

/** Conversations that are listed in a room. */
const SHOWN = 20;

const stopped = z.object({
  account: z.string(),
  thread: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  since: z.iso.datetime(),
  mails: z.int(),
});

const brakesOperation = operation({
  id: 'brakes',
  summary: 'Conversations whose answers are stopped because machines seem to answer each other, the newest first.',
  method: 'GET',
  path: '/_mailroom/v1/brakes',
  input: z.object({ account: fields.account, limit: fields.limit }),
  result: z.object({ stopped: z.array(stopped) }),
  ctl: { words: 'brake', args: ['account?'], example: 'brake support' },
  run: async (deps, input) => {
    const all = [];
    for (const account of chosen(deps, input.account)) {
      const held = await stoppedThreads(deps.db, account, null, input.limit);
      all.push(...held.map((one) => ({ account, ...one })));
    }
    return { stopped: all };
  },
  plain: (answer) =>
    lines(
      answer.stopped.map(({ account, thread, subject, mails, since }) =>
        columns(account, thread, plainSay('brakes-thread', { subject, mails, since: shortTime(since, UTC) })),
      ),
    ) || 'Nothing is stopped.',
});

const resetOperation = operation({
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
      const held = await stoppedThreads(tx, account.id, thread, 1);
      if (held.length === 0) throw new NotThere('nothing is stopped there');
      const released = await releaseStopped(tx, { account: account.id, thread, by });
      const line = words(account.language)('brakes-released', { count: released });
      await tellPlace(tx, deps, { account, thread }, { act: newAct(), by, line });
      return { released };
    }),
  plain: ({ released }) => plainSay('brakes-released', { count: released }),
});

/**
 * `!mail brake`: which answers are stopped in this conversation, in an account's own room in all of them; `reset` lets
 * them go.
 */
export const mailBrake = mailCommand({
  name: 'brake',
  order: 310,
  args: oneOf('reset'),
  needs: 'release',
  scope: { all: ['thread', 'account'], of: (_verb, place) => (place === 'thread' ? 'thread' : 'account') },
  where: ACCOUNT_ROOMS,
  example: 'brake reset',
  outside: { operations: [brakesOperation, resetOperation] },
  run: async (tx, { account, thread, event, operator }, verb) => {
    const say = words(account.language);
    const held = await stoppedThreads(tx, account.id, thread, SHOWN);
    if (held.length === 0) return renderLines([say('brakes-none')]);
    if (verb === 'reset' && thread !== null) {
      const count = await releaseStopped(tx, { account: account.id, thread, by: event.sender });
      return renderLines([say('brakes-released', { count })]);
    }
    const shown = held.map(({ subject, mails, since }) =>
      say('brakes-thread', { subject, mails, since: shortTime(since, operator.zone) }),
    );
    return renderLines([...shown, say('brakes-reset-how')]);
  },
});

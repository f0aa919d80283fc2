/** Operations on conversations and the team's work on them: what `!mail list`, `status`, `claim`, `done` and their like do. */
import { z } from 'zod';
import { FILTERS, shownName } from '../bridge/desk.ts';
import { stampOf } from '../bridge/desk-render.ts';
import { snoozeEnd } from '../bridge/desk-time.ts';
import type { UserId } from '../bridge/types.ts';
import { listThreads } from '../db/desk-lists.ts';
import { claimWork, finishWork, loadWork, reopenWork, snoozeWork, unclaimWork } from '../db/desk.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { timeNow, viewMessages } from '../db/views.ts';
import { assignThread } from '../jobs/command-claim.ts';
import { recipientsIn } from '../jobs/recipients.ts';
import { threadLadder } from '../jobs/thread-ladder.ts';
import { words } from '../mail/words.ts';
import type { DeskWords } from '../mail/words-desk.ts';
import { newAct, tellPlace, threadMeant } from './meant.ts';
import type { ThreadMeant } from './meant.ts';
import { actor, chosen, fields, NotPossible, NotThere, operation } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { schemas } from './schemas.ts';

/** Mails that the view of one conversation has. */
const MAILS = 5;

const onThread = z.object({ thread: fields.thread, as: fields.as });

/** A conversation, and who works on it. */
interface Worked extends ThreadMeant {
  readonly by: UserId;
  readonly act: string;
  readonly say: DeskWords;
}

export const THREAD_OPERATIONS: readonly Operation[] = [
  operation({
    id: 'threads',
    summary: 'The conversations of an account, or of all, in pages.',
    method: 'GET',
    path: '/_mailroom/v1/threads',
    input: z.object({
      account: fields.account,
      filter: z.enum(FILTERS).default('all'),
      user: fields.user.optional().meta({ description: 'Whose conversations `mine` are.' }),
      page: z.coerce.number().int().min(1).max(99_999).default(1),
    }),
    result: schemas.threads,
    ctl: { words: 'threads', args: ['account?', 'filter?', 'page?'], example: 'threads support us' },
    run: async (deps, { account, filter, user, page }) => {
      if (filter === 'mine' && user === undefined) throw new NotPossible('`mine` needs a user: whose?');
      return listThreads(deps.db, { accounts: chosen(deps, account), who: (user ?? '@') as UserId, filter, page });
    },
  }),
  operation({
    id: 'thread',
    summary: 'One conversation: who has it, whose turn it is, who gets the next mail, how far the last ones came.',
    method: 'GET',
    path: '/_mailroom/v1/threads/{thread}',
    input: z.object({ thread: fields.thread }),
    result: schemas.thread,
    ctl: { words: 'thread', args: ['thread'], example: 'thread !room:example.org' },
    run: ({ db, ...deps }, input) =>
      db.transaction(async (tx) => {
        const on = await threadMeant(tx, { db, ...deps }, input.thread);
        const { to, cc, bcc = [], why } = await recipientsIn(tx, on, on.thread, null);
        const mails = await threadLadder(tx, { thread: on.thread, event: null }, MAILS, on.account);
        return { ...(await view(tx, on)), recipients: { to, cc, bcc, why: why.kind }, mails };
      }),
  }),
  operation({
    id: 'mails',
    summary: 'How far the mails of ours in a conversation came at each recipient, the newest first.',
    method: 'GET',
    path: '/_mailroom/v1/threads/{thread}/mails',
    input: z.object({ thread: fields.thread, limit: fields.limit }),
    result: z.object({ mails: z.array(schemas.mail) }),
    ctl: { words: 'status', args: ['thread'], example: 'status !room:example.org' },
    run: (deps, input) =>
      deps.db.transaction(async (tx) => {
        const { thread, account } = await threadMeant(tx, deps, input.thread);
        return { mails: await threadLadder(tx, { thread, event: null }, input.limit, account) };
      }),
  }),
  operation({
    id: 'messages',
    summary: 'The mails of a conversation in both directions, the newest first.',
    method: 'GET',
    path: '/_mailroom/v1/threads/{thread}/messages',
    input: z.object({ thread: fields.thread, limit: fields.limit }),
    result: z.object({ messages: z.array(schemas.message) }),
    ctl: { words: 'messages', args: ['thread'], example: 'messages !room:example.org' },
    run: async (deps, input) => {
      const { thread } = await threadMeant(deps.db, deps, input.thread);
      return { messages: await viewMessages(deps.db, thread, input.limit) };
    },
  }),
  operation({
    id: 'claim',
    summary: 'Somebody takes a conversation that nobody has.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/claim',
    input: onThread,
    result: schemas.worked,
    ctl: { words: 'claim', args: ['thread'], example: 'claim !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => {
        const done = await claimWork(tx, at(on), on.by, { event: null, force: false });
        return done ? on.say.claimed : null;
      }),
  }),
  operation({
    id: 'unclaim',
    summary: 'Nobody has a conversation any more.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/unclaim',
    input: onThread,
    result: schemas.worked,
    ctl: { words: 'unclaim', args: ['thread'], example: 'unclaim !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => ((await unclaimWork(tx, at(on), null)) ? on.say.unclaimed : null)),
  }),
  operation({
    id: 'assign',
    summary: 'Gives a conversation to somebody of the team, and tells them in its room.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/assign',
    input: onThread.extend({
      to: z.string().min(1).max(255).meta({ description: 'A Matrix user, or a name that only one of the team has.' }),
    }),
    result: schemas.worked,
    ctl: {
      words: 'assign',
      args: ['thread', 'to'],
      example: 'assign !room:example.org @bert:example.org --as @alice:example.org',
    },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => {
        const how = { to: input.to, by: on.by, of: on.act };
        const user = await assignThread(tx, { ...deps, account: on.account }, on, how);
        if (user === null) throw new NotThere(`nobody of the team is called ${input.to}, or several are`);
        return user === on.by ? on.say.claimed : on.say.assigned(shownName(on.account, user));
      }),
  }),
  operation({
    id: 'done',
    summary: 'Closes a conversation; a new mail opens it again.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/done',
    input: onThread,
    result: schemas.worked,
    ctl: { words: 'done', args: ['thread'], example: 'done !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => {
        const team = on.account.team.map(({ user }) => user);
        const done = await finishWork(tx, at(on), on.by, { event: null, room: on.room ?? '', team });
        return done ? on.say.done : null;
      }),
  }),
  operation({
    id: 'reopen',
    summary: 'Opens a conversation that is done or laid aside.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/reopen',
    input: onThread,
    result: schemas.worked,
    ctl: { words: 'reopen', args: ['thread'], example: 'reopen !room:example.org --as @alice:example.org' },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => ((await reopenWork(tx, at(on), null)) ? on.say.reopened : null)),
  }),
  operation({
    id: 'snooze',
    summary: 'Lays a conversation aside for a time, or until a mail comes.',
    method: 'POST',
    path: '/_mailroom/v1/threads/{thread}/snooze',
    input: onThread.extend({
      until: z.string().max(40).meta({ description: '30m, 4h, 3d, 2w, or a date: 2026-12-01, 2026-12-01T14:00Z.' }),
    }),
    result: schemas.worked,
    ctl: {
      words: 'snooze',
      args: ['thread', 'until'],
      example: 'snooze !room:example.org 3d --as @alice:example.org',
    },
    run: (deps, input) =>
      work(deps, input, async (tx, on) => {
        const until = snoozeEnd(input.until, await timeNow(tx));
        if (until === null)
          throw new NotPossible(`${input.until} is no time ahead within a year, such as 4h or 2026-12-01`);
        await snoozeWork(tx, at(on), on.by, until);
        return on.say.snoozed(stampOf(until));
      }),
  }),
];

function at({ account, thread }: ThreadMeant) {
  return { account: account.id, thread };
}

/** Does something in the name of somebody who may, and tells the room. `does` gives the words for it, null where there was nothing to do. */
async function work(
  deps: OperationDeps,
  input: z.infer<typeof onThread>,
  does: (tx: Transaction, on: Worked) => Promise<string | null>,
) {
  return deps.db.transaction(async (tx) => {
    const on = await threadMeant(tx, deps, input.thread);
    const by = actor(deps, on.account, input.as, 'answer');
    const act = newAct();
    const line = await does(tx, { ...on, by, act, say: words(on.account.language).desk });
    if (line !== null) await tellPlace(tx, deps, on, { act, by, line });
    return { changed: line !== null, ...(await view(tx, on)) };
  });
}

async function view(db: Queryable, { account, thread, room, subject }: ThreadMeant) {
  const found = await loadWork(db, thread);
  return {
    account: account.id,
    thread,
    room,
    subject,
    state: found?.state ?? 'open',
    waiting: found?.waiting ?? 'nobody',
    claimedBy: found?.claimedBy ?? null,
    snoozeUntil: found?.snoozeUntil ?? null,
  };
}

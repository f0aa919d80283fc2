import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { lockDecisions } from '../../db/thread-tables/threads.ts';
import { threadMeant } from '../../operations/meant.ts';
import { fields } from '../../operations/operation.ts';
import { mailCommand } from '../framework/command.ts';
import { placedTold, placingIn, placingOperation, threadNamed } from './placing.ts';
import { mergeInto } from './thread-place.ts';

const mergeOperation = placingOperation({
  id: 'merge',
  summary: 'Puts all of a conversation into another one of its account.',
  path: '/_mailroom/v1/threads/{thread}/merge',
  input: z.object({ thread: fields.thread, into: fields.thread, as: fields.as }),
  ctl: {
    words: 'merge',
    args: ['thread', 'into'],
    example: 'merge !one:example.org !other:example.org --as @alice:example.org',
  },
  meant: (tx, deps, input) => threadMeant(tx, deps, input.thread),
  place: async (tx, placing, { thread, room }, into) => mergeInto(tx, placing, { thread, room }, await into(thread)),
});

/** `!mail merge`: puts all of a conversation into another. */
export const mailMerge = mailCommand({
  name: 'merge',
  order: 240,
  args: wholeText('ROOM', 1, 40),
  needs: 'release',
  scope: 'account',
  where: ['thread'],
  example: 'merge #room:example.org',
  outside: { operations: [mergeOperation] },
  run: async (tx, context, _name, call) => {
    const { account, room, thread } = context;
    await lockDecisions(tx, account.id);
    const to = await threadNamed(tx, context, call, thread);
    if (typeof to !== 'string') return to.refusal;
    return placedTold(context, await mergeInto(tx, placingIn(context), { thread, room: room.room }, to));
  },
});

import { wholeText } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { lockDecisions } from '../../db/thread-tables/threads.ts';
import { messageMeant } from '../../operations/meant.ts';
import { fields } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { mailRepliedTo, onMessage, placedTold, placingIn, placingOperation, threadNamed } from './placing.ts';
import { moveBranch } from './thread-place.ts';

const moveOperation = placingOperation({
  id: 'move',
  summary: 'Puts a mail, and what answers it, into another conversation of its account.',
  path: '/_mailroom/v1/messages/{message}/move',
  input: onMessage.extend({ into: fields.thread }),
  ctl: {
    words: 'move',
    args: ['message', 'into'],
    example: "move '<abc@example.org>' !room:example.org --as @alice:example.org",
  },
  meant: (tx, deps, input) => messageMeant(tx, deps, input.message),
  place: async (tx, placing, { message }, into) => moveBranch(tx, placing, message, await into(message.thread)),
});

/** `!mail move`: puts a mail, and what answers it, into another conversation. */
export const mailMove = mailCommand({
  name: 'move',
  order: 220,
  args: wholeText('ROOM', 1, 40),
  needs: 'release',
  scope: 'account',
  where: ['thread'],
  example: 'move #room:example.org',
  outside: { operations: [moveOperation] },
  run: async (tx, context, _name, call) => {
    await lockDecisions(tx, context.account.id);
    const say = words(context.account.language);
    const message = await mailRepliedTo(tx, context, call);
    if (message === null) return renderLines([call.replyTo === null ? say('thread-reply-to') : say('thread-no-mail')]);
    const to = await threadNamed(tx, context, call, message.thread);
    if (typeof to !== 'string') return to.refusal;
    return placedTold(context, await moveBranch(tx, placingIn(context), message, to));
  },
});

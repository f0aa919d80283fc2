import { noArguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { lockDecisions } from '../../db/thread-tables/threads.ts';
import { messageMeant } from '../../operations/meant.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { mailRepliedTo, onMessage, placedTold, placingIn, placingOperation } from './placing.ts';
import { splitFrom } from './thread-place.ts';

const splitOperation = placingOperation({
  id: 'split',
  summary: 'Makes a conversation of its own of a mail and all that came after it.',
  path: '/_mailroom/v1/messages/{message}/split',
  input: onMessage,
  ctl: { words: 'split', args: ['message'], example: "split '<abc@example.org>' --as @alice:example.org" },
  meant: (tx, deps, input) => messageMeant(tx, deps, input.message),
  place: (tx, placing, { message }) => splitFrom(tx, placing, message),
});

/** `!mail split`: makes a conversation of its own of a mail and all that came after it. */
export const mailSplit = mailCommand({
  name: 'split',
  order: 230,
  args: noArguments,
  needs: 'release',
  scope: 'account',
  where: ['thread'],
  example: 'split',
  outside: { operations: [splitOperation] },
  run: async (tx, context, _nothing, call) => {
    await lockDecisions(tx, context.account.id);
    const say = words(context.account.language);
    const message = await mailRepliedTo(tx, context, call);
    if (message === null) return renderLines([call.replyTo === null ? say('thread-reply-to') : say('thread-no-mail')]);
    return placedTold(context, await splitFrom(tx, placingIn(context), message));
  },
});

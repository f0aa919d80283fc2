import type { Arguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { setWriting } from '../../db/mail-tables/recipients-chosen.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT } from './people-set.ts';

/** Whether to the sender alone. */
const senderAlone: Arguments<boolean> = {
  usage: '[off]',
  takes: [0, 1],
  read: ({ args: [word = ''] }) => !/^(?:off|aus|non)$/i.test(word),
};

/** `!mail reply-to-sender`: answers of a conversation go to the sender of what is answered alone, or to all again. */
export const mailReplyToSender = mailCommand({
  name: 'reply-to-sender',
  order: 70,
  args: senderAlone,
  needs: 'answer',
  scope: 'thread',
  where: ['thread'],
  example: 'reply-to-sender',
  examples: [{ says: ['reply-to-sender', 'to', 'reply-to-sender off', 'to'] }],
  outside: { only: ABOUT_NEXT },
  run: async (tx, { account, thread }, senderOnly) => {
    await setWriting(tx, account.id, thread, { senderOnly });
    const say = words(account.language);
    return renderLines([senderOnly ? say('recipients-sender-only') : say('recipients-to-all-again')]);
  },
});

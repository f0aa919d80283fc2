import { wholeText } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { loadWriting, nameThread, setWriting } from '../../db/mail-tables/recipients-chosen.ts';
import { latestMessage, loadThread } from '../../db/thread-tables/threads.ts';
import { draftsChanged } from '../../answers/draft-changed.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { ABOUT_NEXT, unlessAble } from './people-set.ts';

/** `!mail subject`: shows or sets the subject of what is written from now on. */
export const mailSubject = mailCommand({
  name: 'subject',
  order: 60,
  args: wholeText('[TEXT]', 0, 100),
  needs: 'read',
  scope: 'thread',
  where: ['thread'],
  example: 'subject Broken lamp',
  examples: [{ says: ['subject Lamps, at last', 'subject'] }],
  outside: { only: ABOUT_NEXT },
  run: async (tx, context, text) => {
    const { account, thread } = context;
    const say = words(account.language);
    const subject = text.replace(/\s+/g, ' ').trim().slice(0, 250);
    if (subject === '') {
      const { subject: chosen } = await loadWriting(tx, thread);
      const shown = chosen ?? (await loadThread(tx, thread))?.subject ?? '';
      return renderLines([say('recipients-subject', { subject: shown })]);
    }
    const refused = unlessAble(context, 'answer');
    if (refused !== null) return refused;
    await setWriting(tx, account.id, thread, { subject });
    await draftsChanged(tx, account, thread);
    await nameThread(tx, thread, subject);
    const begun = (await latestMessage(tx, thread, ['in', 'out', 'colleague'])) !== null;
    return renderLines([begun ? say('recipients-subject-set', { subject }) : say('recipients-subject', { subject })]);
  },
});

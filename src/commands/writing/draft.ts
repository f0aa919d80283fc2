import { wholeText } from '../../bridge/command/arguments.ts';
import { readEvent } from '../../bridge/from-matrix/from-matrix.ts';
import { literalText } from '../../bridge/from-matrix/literal.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { editMailEvent, mailEvents, withdrawMessages } from '../../db/mail-tables/outgoing-messages.ts';
import { joinMail } from '../../db/mail-tables/outgoing.ts';
import type { OutgoingEvent } from '../../db/mail-tables/outgoing.ts';
import { draftChanged } from '../../answers/draft-changed.ts';
import { words } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import { heldDraft } from './held-mail.ts';
import { ABOUT_WRITTEN } from './people-set.ts';

/**
 * `!mail draft`: gives a draft new words, whoever wrote it. Its files stay. What was said yes to counts no more, and
 * whoever changed it is one of those who wrote it.
 */
export const mailDraft = mailCommand({
  name: 'draft',
  order: 76,
  args: wholeText('TEXT', 1, 10_000),
  needs: 'draft',
  scope: 'thread',
  where: ['thread'],
  example: 'draft Dear Bob, the lamp is on its way.',
  outside: { only: ABOUT_WRITTEN },
  run: async (tx, context, text, call) => {
    const { account, event } = context;
    const say = words(account.language);
    const found = await heldDraft(tx, context, call);
    if (found.is === 'left') return renderLines([say('together-left')]);
    if (found.is === 'several') return renderLines([say('together-draft-several')]);
    if (found.is !== 'held') return renderLines([say('together-draft-none')]);
    const { outgoing } = found.mail;
    const there = (await mailEvents(tx, outgoing)).filter(({ state }) => state === 'in');
    const [first, ...others] = there.filter(isText);
    const content = literalText(text);
    if (first === undefined) {
      const message = { event: event.event, account: account.id, outgoing, type: 'm.room.message', content };
      const hold = { after: account.hold.after, atMost: account.hold.atMost };
      await joinMail(tx, { ...message, replyTo: null, sentAt: event.receivedAt }, hold);
    } else {
      await editMailEvent(tx, first.event, 'm.room.message', content);
      await withdrawMessages(
        tx,
        outgoing,
        others.map((one) => one.event),
      );
    }
    await draftChanged(tx, account, outgoing, event.sender);
    return renderLines([say('together-draft-set')]);
  },
});

/** Whether a message of a mail is words alone. */
function isText({ type, content }: OutgoingEvent): boolean {
  const read = readEvent({ type, sender: '', content }, { isOwn: () => false, notices: true });
  return read.kind === 'message' && read.said.kind === 'text';
}

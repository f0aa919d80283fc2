import { wholeText } from '../../bridge/command/arguments.ts';
import { snoozeEnd } from '../../bridge/helpdesk/snooze-time.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { meantFor } from '../../bridge/recipients/recipients.ts';
import { loadDraft, wakeMail } from '../../db/mail-tables/drafts.ts';
import type { Outgoing } from '../../db/mail-tables/outgoing.ts';
import { planMail } from '../../db/mail-tables/planned-mails.ts';
import type { Transaction } from '../../db/pool.ts';
import { formatPerson } from '../../mail/address.ts';
import { words } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { ThreadContext } from '../framework/context.ts';
import { mailCommand } from '../framework/command.ts';
import { heldMail } from './held-mail.ts';
import { ABOUT_WRITTEN } from './people-set.ts';

/** People that the answer names. */
const NAMED = 10;

/** `!mail send`: when what is held leaves. */
export const mailSend = mailCommand({
  name: 'send',
  order: 74,
  args: wholeText('at TIME|now', 1, 4),
  needs: 'draft',
  scope: 'thread',
  where: ['thread'],
  example: 'send at 8:00',
  examples: [{ says: ['send', 'send at some time', 'send now'] }],
  outside: { only: ABOUT_WRITTEN },
  run: async (tx, context, text, call) => {
    const { account, operator } = context;
    const say = words(account.language);
    const isNow = /^now$/i.test(text);
    const at = isNow ? null : snoozeEnd(text.replace(/^at(?=\s)/i, ''), context.event.receivedAt, operator);
    if (!isNow && at === null) return renderLines([say('together-at-how')]);
    const found = await heldMail(tx, context, call);
    if (found.is === 'left') return renderLines([say('together-left')]);
    if (found.is !== 'held') return renderLines([say('together-nothing-held')]);
    return at === null ? sendNow(tx, context, found.mail) : sendAt(tx, context, found.mail, at);
  },
});

async function sendAt(
  tx: Transaction,
  { account, operator }: ThreadContext,
  mail: Outgoing,
  at: Date,
): Promise<NoticeContent> {
  const say = words(account.language);
  const leaves = (await planMail(tx, mail, at)) ?? at;
  const { to, cc, bcc = [] } = meantFor(mail.recipients);
  const all = [...to, ...cc, ...bcc];
  const more = all.length > NAMED ? ` ${say('calendar-and-more', { count: all.length - NAMED })}` : '';
  const people = `${all.slice(0, NAMED).map(formatPerson).join(', ')}${more}`;
  return renderLines([
    say('together-at', { time: shortTime(leaves, operator.zone), people }),
    ...(leaves > at ? [say('permissions-quota-reached', { mails: account.mailsPerUserDay ?? 0 })] : []),
    ...(await untilYes(tx, mail, say('together-at-yes'))),
  ]);
}

/** The time that was named counts no more: it leaves after a hold, or with the quota of its author. */
async function sendNow(tx: Transaction, context: ThreadContext, mail: Outgoing): Promise<NoticeContent> {
  const { account, operator, event } = context;
  const say = words(account.language);
  const { after } = account.hold;
  const waiting = await untilYes(tx, mail, say('together-now-yes'));
  const leaves = await planMail(tx, mail, null);
  if (waiting.length > 0) return renderLines(waiting);
  await wakeMail(tx, mail, after, { planned: true });
  const quota = leaves !== null && leaves.getTime() > event.receivedAt.getTime() + after;
  return renderLines([
    quota
      ? say('permissions-quota-waits', { time: shortTime(leaves, operator.zone) })
      : say('together-now', { seconds: Math.ceil(after / 1000) }),
  ]);
}

/** What is said besides of a draft that nobody has said yes to. */
async function untilYes(tx: Transaction, mail: Outgoing, line: string): Promise<string[]> {
  const draft = await loadDraft(tx, mail.outgoing);
  return draft === null || draft.yeses.length > 0 ? [] : [line];
}

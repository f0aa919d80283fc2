/** What is not let in stays in the mailbox, is counted, and its sender is told by mail where `refusalTo` says so. */
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { hopHeader } from '../bridge/loops/cause.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import { NOT_SHOWN, rememberRefusalTold } from '../db/thread-tables/admission.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey } from '../mail/address.ts';
import { baseSubject } from '../mail/subject.ts';
import { refusalParagraphs, refusalSubject } from '../words/refusal.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { mailNotice } from '../outgoing/mail-notice.ts';
import type { ReadMail } from './read-mail.ts';

/** Settles it. */
export async function keepOut(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, content, message }: ReadMail,
  { reason, rule, tell }: Extract<ReadArrival, { readonly is: 'kept-out' }>,
): Promise<void> {
  const why = rule === null ? reason : `${reason} ${rule}`;
  await settleMailIn(tx, stored.mail, 'ignored', { message, reason: `${NOT_SHOWN}${why}` });
  if (tell === null) return;
  const { mail, ids } = content;
  const say = words(account.language);
  await rememberRefusalTold(tx, account.id, addressKey(tell));
  await mailNotice(tx, deps, account, {
    of: message,
    purpose: 'refusal',
    to: { name: '', address: tell },
    subject: refusalSubject(say, baseSubject(mail.subject)),
    text: refusalParagraphs(say, account.address).join('\n\n'),
    cause: 'auto-replied',
    answers: {
      messageId: ids.messageId,
      references: mail.references,
      conversation: mail.header.conversation,
    },
    headers: [hopHeader(mail.header.hops, ids.hops.make)],
  });
}

/**
 * A suspected mail: the account's lobby is told who it claims to be from and why it waits. Nothing else of it is shown.
 */
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { safeName } from '../bridge/admission/look-alikes.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadMail } from './read-mail.ts';

/** Characters of a claimed name or a subject that are shown. */
const SHOWN = 200;

/** Keeps it back and says so. The same mail in two mailboxes is told once, and accepted or refused at once. */
export async function suspectMail(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, content, message }: ReadMail,
  { reason, record }: Extract<ReadArrival, { readonly is: 'suspected' }>,
): Promise<void> {
  const { mail } = content;
  await settleMailIn(tx, stored.mail, 'held', { message, reason: `${reason}: ${record.verdict} (${record.reason})` });
  const say = words(account.language);
  const claim = mail.from
    .slice(0, 5)
    .map(({ name, address }) => (name === '' ? address : `${line(name)} <${address}>`))
    .join(', ');
  const said = renderLines([
    say('sender-suspected', { claim }),
    say(`sender-suspected-reason-${reason}`),
    ...(mail.subject === '' ? [] : [say('sender-suspected-subject', { subject: line(mail.subject) })]),
    ...record.evidence.slice(0, 10).map((one) => say('sender-why-by', { said: one.said, by: one.by })),
    say('sender-suspected-how'),
  ]);
  const place = { account: account.id, thread: null, room: null };
  const purpose = { kind: 'suspected', of: message } as const;
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, purpose, said, message }));
}

function line(text: string): string {
  return Array.from(safeName(text)).slice(0, SHOWN).join('');
}

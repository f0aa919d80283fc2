/** A mail that is held: the account's lobby is told who it claims to be from and why it is held. Nothing else of it is shown. */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import type { HeldReason } from '../bridge/sender.ts';
import type { MatrixSend, MessageKey } from '../bridge/types.ts';
import { safeName } from '../bridge/confusables.ts';
import { settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import type { SenderRecord } from '../db/threads.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';

/** Behind every part that a mail itself has: the notice belongs to the message, and makes no room ready. */
const POSITION = 3_000;
/** Characters of a claimed name or a subject that are shown. */
const SHOWN = 200;

/** Holds it and says so. The same mail in two mailboxes is told once, and accepted or refused at once. */
export async function holdMail(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  held: {
    readonly stored: StoredMail;
    readonly mail: ParsedMail;
    readonly message: MessageKey;
    readonly reason: HeldReason;
    readonly record: SenderRecord;
  },
): Promise<void> {
  const { stored, mail, message, reason, record } = held;
  await settleMailIn(tx, stored.mail, 'held', { message, reason: `${reason}: ${record.verdict} (${record.reason})` });
  const say = words(account.language).sender;
  const claim = mail.from
    .slice(0, 5)
    .map(({ name, address }) => (name === '' ? address : `${line(name)} <${address}>`))
    .join(', ');
  const said = renderLines([
    say.held(claim),
    say.heldReason[reason],
    ...(mail.subject === '' ? [] : [say.heldSubject(line(mail.subject))]),
    ...record.evidence.slice(0, 10).map((one) => say.whyBy(one.said, one.by)),
    say.heldHow,
  ]);
  const place = { account: account.id, thread: null, room: null };
  const send: MatrixSend = notice(deps.ids, { place, bot: deps.ghosts.bot, of: message, purpose: 'held', said });
  await addSend(tx, { ...send, message, position: POSITION });
}

function line(text: string): string {
  return Array.from(safeName(text)).slice(0, SHOWN).join('');
}

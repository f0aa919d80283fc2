/**
 * A report or an automatic answer that belongs to no thread: the bot says it in the account's lobby, as a notice. It
 * opens no room and is no message of a conversation, so that nothing joins it and no answer goes to it.
 */
import type { Account } from '../bridge/account/account.ts';
import type { ShownSender } from '../bridge/admission/sender.ts';
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { toMatrix } from '../bridge/to-matrix/to-matrix.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { formatPerson } from '../mail/address.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { rememberEvents } from './invitations.ts';
import type { ReadMail } from './read-mail.ts';

/** Writes its sends. The same mail in two mailboxes is the same sends. */
export async function showInLobby(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, content, message, rendered }: ReadMail,
  { shown, notice }: Extract<ReadArrival, { readonly is: 'lobby' }>,
): Promise<void> {
  const { mail } = content;
  const sends = toMatrix(
    {
      account: account.id,
      language: account.language,
      zone: account.zone,
      thread: null,
      message,
      speaker: { user: deps.ghosts.bot, name: null, prefix: automaticPrefix(account, mail, shown) },
      mail: stored.mail,
      parsed: mail,
      rendered,
      subject: '',
      notice,
      events: await rememberEvents(tx, account.id, rendered.special),
    },
    deps.ids,
  );
  for (const send of sends) await addSend(tx, send);
  await settleMailIn(tx, stored.mail, 'decided', { message });
}

/** The line before a mail in the lobby, where no ghost speaks. */
function automaticPrefix(account: Account, mail: ParsedMail, shown: ShownSender): string {
  const say = words(account.language);
  const [from] = mail.from;
  if (from === undefined) return say('room-no-sender');
  const person = formatPerson({ ...from, name: shown.as === 'self' ? shown.name : '' });
  return say('admission-automatic', {
    person: shown.as === 'self' ? person : `⚠ ${person} (${say('sender-not-verified')})`,
  });
}

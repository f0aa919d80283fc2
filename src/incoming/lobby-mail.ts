/**
 * A report or an automatic answer that belongs to no thread, or a reaction that stands on no message: the bot says it
 * in the account's lobby, as a notice. It opens no room and is no message of a conversation, so that nothing joins it
 * and no answer goes to it.
 */
import type { Account } from '../bridge/account/account.ts';
import type { ShownSender } from '../bridge/admission/sender.ts';
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { toMatrix } from '../bridge/to-matrix/to-matrix.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { formatPerson } from '../mail/address.ts';
import type { RenderedMail } from '../mail/render/render-mail.ts';
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
  { shown, notice, reaction }: Extract<ReadArrival, { readonly is: 'lobby' }>,
): Promise<void> {
  const { mail } = content;
  const sends = toMatrix(
    {
      account: account.id,
      language: account.language,
      zone: account.zone,
      thread: null,
      message,
      speaker: { user: deps.ghosts.bot, name: null, prefix: prefixOf(account, mail, shown, reaction !== undefined) },
      mail: stored.mail,
      ...(reaction === undefined ? { parsed: mail, rendered } : emojiAlone(mail, rendered, reaction)),
      subject: '',
      notice,
      events: await rememberEvents(tx, account.id, rendered.special),
    },
    deps.ids,
  );
  for (const send of sends) await addSend(tx, send);
  await settleMailIn(tx, stored.mail, 'decided', { message });
}

/** A reaction says nothing but its emoji. */
function emojiAlone(mail: ParsedMail, rendered: RenderedMail, emoji: string) {
  return { parsed: { ...mail, files: [] }, rendered: { ...rendered, kept: { body: emoji, html: null }, cut: null } };
}

/** The line before a mail in the lobby, where no ghost speaks. */
function prefixOf(account: Account, mail: ParsedMail, shown: ShownSender, isReaction: boolean): string {
  const say = words(account.language);
  const [from] = mail.from;
  if (from === undefined) return say('room-no-sender');
  const person = formatPerson({ ...from, name: shown.as === 'self' ? shown.name : '' });
  const who = { person: shown.as === 'self' ? person : `⚠ ${person} (${say('sender-not-verified')})` };
  return isReaction ? say('reaction-unplaced', who) : say('admission-automatic', who);
}

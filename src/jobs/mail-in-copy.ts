/** What follows of a mail that the account has already: nothing is shown again. */
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import { listIdOf } from '../bridge/thread-facts.ts';
import type { Shown } from '../bridge/sender.ts';
import { settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import { addressKey } from '../mail/address.ts';
import { markCopied } from '../db/outgoing-delivery.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, eventOfMessage } from '../db/sends.ts';
import { addAlias } from '../db/thread-traits.ts';
import type { KnownMessage } from '../db/thread-traits.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';

/**
 * A copy of a mail of ours. In Sent it shows that the copy is filed, and its id, where the relay changed that, is another name of the mail.
 * Only Sent is believed: anywhere else a stranger can repeat our keyed header.
 */
export async function ownCopySeen(
  tx: Transaction,
  { stored, messageId }: { readonly stored: StoredMail; readonly messageId: MessageId },
  own: KnownMessage | null,
): Promise<void> {
  if (stored.role !== 'sent' || own === null) return;
  if (own.outgoing !== null) await markCopied(tx, own.message);
  if (own.messageId !== messageId) await addAlias(tx, own.message, messageId);
}

/**
 * Settles a mail that is known. Where the first copy was marked, or came under another From (through a list, or what called itself one), and this one
 * is shown to be from its sender, the room is told: a copy that comes first takes nothing from the real one.
 */
export async function settleCopy(
  tx: Transaction,
  deps: JobDeps,
  copy: {
    readonly account: Account;
    readonly stored: StoredMail;
    readonly messageId: MessageId;
    readonly shown: Shown | null;
    readonly mail: Pick<ParsedMail, 'headers'>;
  },
  known: { readonly reason: 'own-mail' | 'duplicate'; readonly first: KnownMessage | null },
): Promise<void> {
  const { account, stored, shown, mail } = copy;
  const { reason, first } = known;
  if (reason === 'own-mail') {
    await ownCopySeen(tx, copy, first);
    await settleMailIn(tx, stored.mail, 'ignored', { reason: 'own mail' });
    return;
  }
  await settleMailIn(tx, stored.mail, 'ignored', { reason, ...(first === null ? {} : { message: first.message }) });
  if (first?.as == null || shown?.as !== 'self') return;
  const say = words(account.language).thread;
  const other = first.from === null || addressKey(first.from) !== addressKey(shown.address);
  // The list's copy of a mail that is here is no news.
  if (other ? listIdOf(mail.headers) !== null : first.as === 'self') return;
  const place = { account: account.id, thread: first.thread, room: null };
  const said = renderLines([other ? say.cameDirectly(shown.address) : say.verifiedNow]);
  const replyTo = await eventOfMessage(tx, first.message, first.thread);
  const about = { of: first.message, purpose: 'verified', said, replyTo };
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, ...about }));
}

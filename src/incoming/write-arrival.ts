/** What was decided about a mail is carried out. One transaction, in which the caller holds `lockDecisions`. */
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import type { NamedBucket } from '../bridge/admission/flood.ts';
import { deleteBytes, settleMailIn } from '../db/intake-tables/mails.ts';
import { keepBuckets } from '../db/mail-tables/buckets.ts';
import { provePlus } from '../db/mail-tables/plus-proofs.ts';
import type { Transaction } from '../db/pool.ts';
import type { JobDeps } from '../handling/deps.ts';
import { takeGuestMail } from '../guests/guest-mail.ts';
import { fileOwnCopy, tellCopy } from './copy.ts';
import { keepOut } from './keep-out.ts';
import { showInLobby } from './lobby-mail.ts';
import type { ReadMail } from './read-mail.ts';
import { gatherMessage, showMessage } from './show-message.ts';
import { showReaction } from './show-reaction.ts';
import { keepAsOld } from './old-mail.ts';
import { keepInOverflow } from './overflow.ts';
import { suspectMail } from './suspected.ts';

/** Writes. The mail is settled afterwards, whatever was decided. */
export async function writeArrival(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  arrival: ReadArrival,
): Promise<void> {
  const { account, stored } = read;
  const guest = await takeGuestMail(tx, deps, { ...read, text: read.rendered.kept?.body ?? '' }, arrival);
  if (guest !== null) {
    await settleMailIn(tx, stored.mail, 'ignored', { reason: guest });
    return;
  }
  await keepBuckets(tx, account.id, spentBy(arrival));
  switch (arrival.is) {
    case 'probe':
      await provePlus(tx, account.id, arrival.address);
      await settleMailIn(tx, stored.mail, 'ignored', { reason: 'probe' });
      return;
    case 'own-copy':
      await fileOwnCopy(tx, arrival);
      await settleMailIn(tx, stored.mail, 'ignored', { reason: 'own mail' });
      return;
    case 'copy': {
      const { reason, first } = arrival;
      await settleMailIn(tx, stored.mail, 'ignored', { reason, ...(first === null ? {} : { message: first.message }) });
      await tellCopy(tx, deps, account, arrival);
      return;
    }
    case 'suspected':
      await suspectMail(tx, deps, read, arrival);
      return;
    case 'overflow':
      await keepInOverflow(tx, deps, read, arrival);
      return;
    case 'old':
      await keepAsOld(tx, deps, stored, read.message);
      return;
    case 'left':
      if (arrival.reason === 'erased') {
        // Nothing of it stays but that it was looked at.
        await deleteBytes(tx, stored.mail);
        await settleMailIn(tx, stored.mail, 'ignored', { reason: arrival.reason });
        return;
      }
      await settleMailIn(tx, stored.mail, 'ignored', { message: read.message, reason: arrival.reason });
      return;
    case 'kept-out':
      await keepOut(tx, deps, read, arrival);
      return;
    case 'lobby':
      await showInLobby(tx, deps, read, arrival);
      return;
    case 'reaction':
      await showReaction(tx, deps, read, arrival);
      return;
    case 'gathered':
      await gatherMessage(tx, deps, read, arrival.reason === 'digest' ? null : arrival.list, arrival.message);
      return;
    case 'message':
      await showMessage(tx, deps, read, arrival, arrival.message);
      return;
  }
}

/** What a mail took of what strangers may make. */
function spentBy(arrival: ReadArrival): readonly NamedBucket[] {
  if (arrival.is === 'overflow') return arrival.spent;
  if (arrival.is === 'lobby') return arrival.spent ?? [];
  return arrival.is === 'message' || arrival.is === 'gathered' ? arrival.message.spent : [];
}

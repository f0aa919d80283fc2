/** How far the newest mails of ours in a thread came, for `!mail status` and for operators. */
import type { Account } from '../../bridge/account/account.ts';
import type { DeliveryMail } from '../../bridge/delivery/status-told.ts';
import type { EventId, MessageKey, ThreadId } from '../../bridge/types.ts';
import { lockDelivery, toldMails } from '../../db/mail-tables/delivery-status.ts';
import type { ToldMail } from '../../db/mail-tables/delivery-status.ts';
import type { Transaction } from '../../db/pool.ts';
import { authorName } from '../../handling/delivery-signs.ts';

/** A mail with its delivery status at each recipient. */
export interface MailWithDelivery extends DeliveryMail {
  readonly outgoing: MessageKey;
  readonly state: ToldMail['state'];
}

const BEFORE = { delivery: 'waiting', action: null, reason: null, status: null, words: '', claimed: null } as const;

/** The newest mails of a thread, newest first, or the one that an event is in; not those that were taken back. */
export async function threadDelivery(
  tx: Transaction,
  where: { readonly thread: ThreadId; readonly event: EventId | null },
  limit: number,
  account: Account,
): Promise<MailWithDelivery[]> {
  const mails = (await toldMails(tx, where, limit)).filter(({ state }) => state !== 'cancelled');
  const rows = await lockDelivery(
    tx,
    mails.map(({ outgoing }) => outgoing),
  );
  return mails.map((mail) => {
    const own = rows.filter(({ outgoing }) => outgoing === mail.outgoing);
    const planned = mail.planned.map((address) => ({ ...BEFORE, address }));
    return {
      outgoing: mail.outgoing,
      state: mail.state,
      at: mail.openedAt,
      author: authorName(account, mail.author, null),
      whole: wholeOf(mail.state),
      recipients: own.length > 0 ? own : planned,
    };
  });
}

function wholeOf(state: ToldMail['state']): DeliveryMail['whole'] {
  return state === 'open' ? 'held' : state === 'unknown' ? 'unknown' : null;
}

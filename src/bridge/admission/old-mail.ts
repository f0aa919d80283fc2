/**
 * Old mail in quantity: somebody copies a folder of years ago into the mailbox. What is older than the account was
 * never meant to be relayed as news; a few such mails are somebody's wish to have them as rooms, many are an accident
 * or an archive, and wait for a word of the team. Pure.
 */

/** When a mail came and was written, and since when its account is served. */
export interface MailAge {
  /** INTERNALDATE, by which the mailbox says when it got the mail; null where it does not say. */
  readonly received: Date | null;
  /** Its Date; null where it has none that can be read. */
  readonly written: Date | null;
  /** Mail from before is the account's past. */
  readonly startedAt: Date;
}

/**
 * Whether a mail is of the time before its account: the mailbox says so, and its Date does not say otherwise. Delivery
 * gives a mail the INTERNALDATE of that moment: only who may write into the mailbox puts one there that is older.
 * INTERNALDATE knows whole seconds, rounded down: one of the same second is not older.
 */
export function isOldMail({ received, written, startedAt }: MailAge): boolean {
  if (received === null || seconds(received) >= seconds(startedAt)) return false;
  return written === null || written.getTime() < startedAt.getTime();
}

/** What is known of the old mail of an account when one is decided. */
export interface OldMailKnown {
  /** `Account.oldMails`: how many come in as new within an hour. */
  readonly bound: number;
  /**
   * How many there are that came within the hour before this one or after it, it among them, whatever became of them; a
   * number above the bound need not be exact.
   */
  readonly atOnce: number;
  /** Whether some wait for a word already. */
  readonly waiting: boolean;
  /** Whether it stands in a room already, or is about to, since it was brought in as old mail. Default false. */
  readonly imported?: boolean;
}

/**
 * Whether an old mail comes in as new, or waits.
 *
 * All that the mailbox shows at once are stored before the first of them is decided, so that they are counted together:
 * either all of them come in or none. Where they come one by one, those up to the bound have come in before anybody
 * could know of more, and are not taken back; no mail is held up on the suspicion that others follow it. While some
 * wait, every further one waits with them.
 */
export function decideOldMail({ bound, atOnce, waiting }: OldMailKnown): 'as-new' | 'waits' {
  return waiting || atOnce > bound ? 'waits' : 'as-new';
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}

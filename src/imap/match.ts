import type { KnownMail, MailFacts } from '../db/intake-tables/mailboxes.ts';

/** What becomes of the mails of a mailbox whose UIDVALIDITY changed. */
export interface Matching {
  /** Known mails, and their UIDs now. */
  readonly matched: readonly { readonly mail: number; readonly uid: number }[];
  /** Unknown and newer than the account: new mail. */
  readonly wanted: readonly number[];
  /** Unknown and older: never relayed. */
  readonly skipped: number;
}

/**
 * Finds known mails among those that a mailbox holds now: by EMAILID (RFC 8474 section 5.1: the same content, always),
 * else by Message-ID, date and size together, since a Message-ID alone can be forged. A mail without a Message-ID needs
 * its INTERNALDATE too. A known mail is found once: of two copies the second is unknown. `used` names known mails that
 * earlier parts of the same mailbox were matched with; it is added to.
 */
export function matchMails(
  found: readonly MailFacts[],
  known: readonly KnownMail[],
  startedAt: Date,
  used: Set<number>,
): Matching {
  const byKey = new Map<string, KnownMail[]>();
  for (const mail of known) {
    for (const key of keys(mail)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [mail]);
      else list.push(mail);
    }
  }
  const matched: { mail: number; uid: number }[] = [];
  const wanted: number[] = [];
  let skipped = 0;
  for (const mail of found) {
    const same = keys(mail)
      .flatMap((key) => byKey.get(key) ?? [])
      .find((candidate) => !used.has(candidate.mail));
    if (same !== undefined) {
      used.add(same.mail);
      matched.push({ mail: same.mail, uid: mail.uid });
    } else if (mail.internalDate !== null && isBefore(mail.internalDate, startedAt)) skipped++;
    else wanted.push(mail.uid);
  }
  return { matched, wanted, skipped };
}

/**
 * Whether a mail came before a moment. INTERNALDATE knows whole seconds, rounded down: one in the same second did not,
 * since losing it would be worse.
 */
export function isBefore(internalDate: Date, moment: Date): boolean {
  return Math.floor(internalDate.getTime() / 1000) < Math.floor(moment.getTime() / 1000);
}

/** What a mail can be known by, the strongest first. */
function keys({ emailId, messageId, headerDate, internalDate, size }: MailFacts): string[] {
  const all: string[] = [];
  if (emailId !== null) all.push(`id ${emailId}`);
  const date = headerDate?.getTime() ?? null;
  if (messageId !== null) all.push(`message ${String(date)} ${String(size)} ${messageId}`);
  else if (date !== null && internalDate !== null) {
    all.push(`anonymous ${String(date)} ${String(size)} ${String(internalDate.getTime())}`);
  }
  return all;
}

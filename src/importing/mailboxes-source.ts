/** The mailboxes of an account as a source of an import. */
import type { Found } from '../archive/sources/found.ts';
import { readMailboxes } from '../imap/old-mail.ts';
import type { MailboxMail, OldMailChoice, OldMailDeps } from '../imap/old-mail.ts';

/** What an import calls them: the same choice is the same import. */
export function mailboxSources(address: string, { mailboxes }: OldMailChoice): string[] {
  return (mailboxes ?? []).length === 0
    ? [`imap:/${address}`]
    : (mailboxes ?? []).map((mailbox) => `imap:/${address}/${mailbox}`).sort();
}

/**
 * What an import calls the history of an account. The name of its space is made of it; no mailbox of `mailboxSources`
 * is called so.
 */
export function historySource(address: string, since: Date): string {
  return `history:/${address} since ${since.toISOString().slice(0, 10)}`;
}

/** All mails of them. A mail under its UID never changes (RFC 9051 section 2.3.1.1). */
export async function* foundInMailboxes(
  address: string,
  deps: OldMailDeps,
  choice: OldMailChoice,
): AsyncGenerator<Found> {
  const place = (mailbox: string, ...more: readonly string[]) => ({
    path: [`imap:/${address}`, mailbox, ...more],
    offset: null,
  });
  for await (const one of readMailboxes(deps, choice)) {
    if (one.is !== 'mail') {
      yield { is: one.is, place: place(one.mailbox), reason: one.reason };
      continue;
    }
    const { mailbox, folder, uidvalidity, uid, size, received, open, flags, asNew } = one.mail;
    yield {
      is: 'mail',
      mail: {
        ...{ folder, size, delivered: received, composed: false, lasts: true, asNew, open },
        place: place(mailbox, `UIDVALIDITY ${String(uidvalidity)} UID ${String(uid)}`),
        marks: marksOf(flags),
      },
    };
  }
}

function marksOf(flags: MailboxMail['flags']) {
  return {
    seen: flags.has('\\Seen'),
    answered: flags.has('\\Answered'),
    flagged: flags.has('\\Flagged'),
    draft: flags.has('\\Draft'),
    deleted: flags.has('\\Deleted'),
  };
}

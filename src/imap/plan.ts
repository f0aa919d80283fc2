import type { MailFacts } from '../db/intake-tables/mailboxes.ts';

/** Bytes up to which a mail is fetched together with others and kept in memory. */
export const SMALL_MAIL = 256 * 1024;
/**
 * Bytes of mail in one FETCH, at most.
 *
 * @internal Exported for tests that go by its value.
 */
export const GROUP_BYTES = 4 * 1024 * 1024;
/** Bytes of one chunk row, and of one piece of a large mail. */
export const CHUNK_BYTES = 128 * 1024;

/** One act of reading; acts are done in the order of the UIDs, so that the cursor can follow each. */
export type Read =
  /** Small mails, by one FETCH. */
  | { readonly kind: 'group'; readonly mails: readonly MailFacts[] }
  /** One mail in pieces. */
  | { readonly kind: 'large'; readonly mail: MailFacts }
  /** Above the limit: its header alone. */
  | { readonly kind: 'oversize'; readonly mail: MailFacts }
  /** Noted without a body. */
  | { readonly kind: 'ignore'; readonly mail: MailFacts; readonly reason: string };

/**
 * How mails are read. `ignore` returns why a mail is not read, null where it is. The sizes are the server's claims and
 * bound nothing: whoever reads checks what really comes.
 */
export function planReads(
  mails: readonly MailFacts[],
  mailSize: number,
  ignore: (mail: MailFacts) => string | null,
): Read[] {
  const reads: Read[] = [];
  let group: MailFacts[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (group.length > 0) reads.push({ kind: 'group', mails: group });
    group = [];
    bytes = 0;
  };
  for (const mail of [...mails].sort((a, b) => a.uid - b.uid)) {
    const reason = ignore(mail);
    if (reason === null && mail.size <= SMALL_MAIL && mail.size <= mailSize) {
      if (bytes + mail.size > GROUP_BYTES) flush();
      group.push(mail);
      bytes += mail.size;
      continue;
    }
    flush();
    if (reason !== null) reads.push({ kind: 'ignore', mail, reason });
    else reads.push({ kind: mail.size > mailSize ? 'oversize' : 'large', mail });
  }
  flush();
  return reads;
}

/** A UID set as commands take it (RFC 9051 section 9, sequence-set): `1:3,7`. The UIDs may stand in any order. */
export function uidSet(uids: readonly number[]): string {
  const parts: string[] = [];
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; i++) {
    const first = sorted[i] ?? 0;
    let last = first;
    while (sorted[i + 1] === last + 1) last = sorted[++i] ?? 0;
    parts.push(first === last ? String(first) : `${String(first)}:${String(last)}`);
  }
  return parts.join(',');
}

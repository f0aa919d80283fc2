/**
 * What a file of a source is, and which mail folder it stands for, by its path and its first bytes alone; so that a
 * folder and an archive of it are read alike.
 */
import { isMbox } from '../../mail/mime/mailbox-files.ts';
import { NO_MARKS, type MailMarks } from './found.ts';
import { fromModifiedUtf7 } from './modified-utf7.ts';

/** Bytes of a file that tell what it is: to the magic of a tar. */
export const TELLING = 512;

type FileKind =
  | { readonly is: 'mail' | 'mbox' | 'zip' | 'tar' | 'gzip' | 'pst' }
  /** No mail: why. */
  | { readonly is: 'passed'; readonly reason: string };

/** What mail programs keep beside the mails: indexes, filters, locks. */
const BESIDE =
  /\.(?:msf|dat|sqlite|sqlite-(?:wal|shm)|json|js|mab|wdseml|lock|db|ini|html|idx|index|cache|log|tmp|plist|nstmp)$/i;
/** What Dovecot and Courier keep in a Maildir. */
const SERVER =
  /^(?:dovecot[.-].*|courierimap.*|subscriptions|maildirfolder|maildirsize|\.subscriptions|\.uidvalidity)$/i;
/** What a mail begins with that no name calls one: a field that servers, or most programs, write first. */
const FIELD =
  /^(?:return-path|received|delivered-to|envelope-to|from|to|cc|date|subject|message-id|reply-to|sender|mime-version|dkim-signature|authentication-results|arc-[a-z-]{1,40}|x-[a-z0-9-]{1,60})[ \t]*:/i;

/**
 * @param path from the source's own folder, its parts outermost first; the file's name alone where it is the source
 * @param start its first bytes, at least `TELLING` where it has as many
 */
export function fileKind(path: readonly string[], start: Uint8Array): FileKind {
  const name = path.at(-1) ?? '';
  if (start.length === 0) return { is: 'passed', reason: 'empty' };
  if (inMaildir(path)) return name.startsWith('.') ? { is: 'passed', reason: 'no mail' } : { is: 'mail' };
  if (SERVER.test(name) || name.startsWith('._')) return { is: 'passed', reason: 'kept by a mail program' };
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length);
  if (isMbox(start)) return { is: 'mbox' };
  // Before what bytes tell: whoever sends a mail may have it look like an archive.
  if (/\.(?:eml|mai|email)$/i.test(name)) return { is: 'mail' };
  if (bytes.toString('latin1', 0, 4) === '!BDN') return { is: 'pst' };
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(bytes.toString('latin1', 0, 4))) return { is: 'zip' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { is: 'gzip' };
  if (bytes.toString('latin1', 257, 262) === 'ustar') return { is: 'tar' };
  if (BESIDE.test(name)) return { is: 'passed', reason: 'kept by a mail program' };
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return /^[^.]*$|\.(?:txt|msg|mime|\d+)$/i.test(name) && FIELD.test(text)
    ? { is: 'mail' }
    : { is: 'passed', reason: 'no mail' };
}

/** Whether a file lies in one of the two folders of a Maildir that hold mails. */
function inMaildir(path: readonly string[]): boolean {
  const parent = path.at(-2);
  return parent === 'cur' || parent === 'new';
}

/** Whether the path is of a file that a delivery to a Maildir has not finished. */
export function isUnfinished(path: readonly string[]): boolean {
  return path.at(-2) === 'tmp';
}

/**
 * The mail folder of a file: the folders that it lies in, without what only the format has (cur, Thunderbird's `.sbd`,
 * Apple's `.mbox`), the names of Maildir++ taken apart and decoded; of an mbox its own name too.
 */
export function mailFolder(path: readonly string[], kind: 'mail' | 'mbox'): string[] {
  const folders = path.slice(0, -1);
  const name = path.at(-1) ?? '';
  if (kind === 'mail' && inMaildir(path)) folders.pop();
  const named = folders.flatMap((folder) => {
    // Maildir++ (Courier, Dovecot): `.Archive.2019` is 2019 in Archive.
    if (/^\.[^.]/.test(folder)) return folder.slice(1).split('.').map(fromModifiedUtf7);
    return [folder.replace(/\.(?:sbd|mbox)$/i, '')];
  });
  // Apple's folder of that name; and one mail that was saved with its From_ line.
  const isNamed = !(name === 'mbox' && /\.mbox$/i.test(folders.at(-1) ?? '')) && !/\.eml$/i.test(name);
  if (kind === 'mbox' && isNamed) {
    named.push(name.replace(/\.(?:mbox|mbx)$/i, ''));
  }
  return named.filter((folder) => folder !== '' && folder !== 'cur' && folder !== 'new');
}

/** The marks in the name of a Maildir's file, behind `:2,` (or `;2,` and `!2,` where a file system has no colon). */
export function maildirMarks(path: readonly string[]): MailMarks {
  const flags = inMaildir(path) ? (/[:;!]2,([A-Za-z]{0,50})$/.exec(path.at(-1) ?? '')?.[1] ?? '') : '';
  if (flags === '') return NO_MARKS;
  return {
    seen: flags.includes('S'),
    answered: flags.includes('R'),
    flagged: flags.includes('F'),
    draft: flags.includes('D'),
    deleted: flags.includes('T'),
  };
}

/** Folders in which Thunderbird keeps what was never sent, as their files are called in any language. */
const UNSENT: ReadonlySet<string> = new Set(['Drafts', 'Templates', 'Unsent Messages']);

/**
 * The marks that Thunderbird writes into the head of a mail: X-Mozilla-Status and X-Mozilla-Status2, hexadecimal
 * (nsMsgMessageFlags.h).
 *
 * @param head the mail's first bytes, as Latin-1
 * @param folder the file that it lies in: of a draft nothing else says that it is one
 */
export function mozillaMarks(head: string, folder = ''): MailMarks {
  const status = /^X-Mozilla-Status:[ \t]*([0-9a-f]{4})/im.exec(head);
  if (status === null) return NO_MARKS;
  const flags = Number.parseInt(status[1] ?? '', 16);
  const more = Number.parseInt(/^X-Mozilla-Status2:[ \t]*([0-9a-f]{8})/im.exec(head)?.[1] ?? '0', 16);
  const has = (bit: number): boolean => (flags & bit) !== 0;
  return {
    seen: has(0x0001),
    answered: has(0x0002),
    flagged: has(0x0004),
    draft: UNSENT.has(folder),
    // Expunged, and waiting to be by the server (IMAPDeleted).
    deleted: has(0x0008) || (more & 0x0020_0000) !== 0,
  };
}

/**
 * A mailbox name of IMAP, or of a folder of Maildir++, from modified UTF-7 (RFC 3501 section 5.1.3): `Entw&APw-rfe` is
 * Entwürfe. A name that is none stays as it is.
 */
export function fromModifiedUtf7(name: string): string {
  if (!name.includes('&')) return name;
  const decoded = name.replace(/&([^-]*)-/g, (_, coded: string) => (coded === '' ? '&' : codedText(coded)));
  return decoded.isWellFormed() ? decoded : name;
}

/** UTF-16, big end first, in base64 with a comma for the slash; half a pair where it is none. */
function codedText(coded: string): string {
  const bytes = Buffer.from(coded.replaceAll(',', '/'), 'base64');
  if (!/^[A-Za-z0-9+,]+$/.test(coded) || bytes.length < 2 || bytes.length % 2 !== 0) return '\ud800';
  return bytes.swap16().toString('utf16le');
}

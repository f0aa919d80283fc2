import type { ParsedMail, Protection } from '../types.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** What was recognised. */
export interface SecureParts {
  /** In the order of their weight; empty for an ordinary mail. */
  readonly protections: readonly Protection[];
  /** True where the text of the mail cannot be read here: the original belongs beside the notice. */
  readonly unreadable: boolean;
  /** The text without what OpenPGP puts around it (RFC 9580 sections 6 and 7); null where there is none. */
  readonly text: string | null;
  /** The same of the HTML, in which a plain part beside HTML stands. */
  readonly html: string | null;
}

const ORDER: readonly Protection[] = ['encrypted-pgp', 'encrypted-smime', 'opaque-smime', 'signed-pgp', 'signed-smime'];

/** How a mail is protected: by its files, and by OpenPGP inside its text. */
export function secureParts(mail: Pick<ParsedMail, 'sealed' | 'text' | 'html'>): SecureParts {
  const text = mail.text === null ? null : withoutArmour(mail.text, 'text');
  const html = mail.html === null ? null : withoutArmour(mail.html, 'html');
  const found = new Set([
    ...mail.sealed.map(({ is }) => is),
    ...[text, html].flatMap((half) => [...(half?.found ?? [])]),
  ]);
  const protections = ORDER.filter((protection) => found.has(protection));
  const closed = protections.some((protection) => protection.startsWith('encrypted') || protection === 'opaque-smime');
  const own = (text?.rest ?? '') + (html?.rest.replace(/<[^<>]*>|&nbsp;/g, '') ?? '');
  return {
    protections,
    unreadable: closed && own.trim() === '',
    text: text?.rest ?? null,
    html: html?.rest ?? null,
  };
}

const ARMOUR = '-----BEGIN PGP ';
const SIGNED = `${ARMOUR}SIGNED MESSAGE-----`;
const SIGNATURE = `${ARMOUR}SIGNATURE-----`;
const SIGNATURE_END = '-----END PGP SIGNATURE-----';
const MESSAGE = `${ARMOUR}MESSAGE-----`;
const MESSAGE_END = '-----END PGP MESSAGE-----';

type Form = 'text' | 'html';
/** Whether more ends may follow: what was sought in vain once is not sought again, so that the time stays linear. */
interface Closes {
  signature: boolean;
  message: boolean;
}
/** The end of a line, in plain text and in HTML in which a text stands line by line. */
const BREAK: Readonly<Record<Form, RegExp>> = {
  text: /[^\S\n]*(?:\n|$)/y,
  html: /[^\S\n]*(?:<br\s{0,3}\/?>[^\S\n]{0,9}\n?|\n|$)/y,
};
/** A line of an armour's header (RFC 9580 section 6.2.2). */
const FIELD = /[A-Za-z][A-Za-z-]{0,40}: [^<\n]{0,1000}/y;

/**
 * A text without the armour of OpenPGP: of a cleartext signature the signed text stays, of an encrypted message
 * nothing. What does not stand on lines of its own, or is no armour, stays as it is. Linear.
 */
function withoutArmour(text: string, form: Form): { readonly rest: string; readonly found: ReadonlySet<Protection> } {
  const found = new Set<Protection>();
  const pieces: string[] = [];
  const closes: Closes = { signature: true, message: true };
  let from = 0;
  for (let at = lineWith(ARMOUR, text, 0, form); at >= 0; at = lineWith(ARMOUR, text, Math.max(from, at + 1), form)) {
    const signed = text.startsWith(SIGNED, at) ? signedText(text, at, form, closes) : null;
    const end = signed?.end ?? (text.startsWith(MESSAGE, at) ? encryptedEnd(text, at, form, closes) : null);
    if (end === null) continue;
    found.add(signed === null ? 'encrypted-pgp' : 'signed-pgp');
    pieces.push(text.slice(from, at), signed?.text ?? '');
    from = end;
  }
  if (from === 0) return { rest: text, found };
  pieces.push(text.slice(from));
  if (form === 'html') return { rest: pieces.join(''), found };
  const said = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  return { rest: said.join('\n\n'), found };
}

/** Where a line that begins with those words begins; -1 where none does. */
function lineWith(start: string, text: string, from: number, form: Form): number {
  let at = text.indexOf(start, from);
  while (at > 0 && text[at - 1] !== '\n' && !(form === 'html' && text[at - 1] === '>'))
    at = text.indexOf(start, at + 1);
  return at;
}

/** The position behind what the expression finds at `at`; null where it finds nothing there. */
function after(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : null;
}

/** The text of a cleartext signature, without header, signature and dash escapes; null where none ends it. */
function signedText(
  text: string,
  at: number,
  form: Form,
  closes: Closes,
): { readonly text: string; readonly end: number } | null {
  const first = after(BREAK[form], text, at + SIGNED.length);
  const signature = first !== null && closes.signature ? lineWith(SIGNATURE, text, first, form) : -1;
  if (first === null || signature < 0) {
    closes.signature &&= first === null;
    return null;
  }
  let start = first;
  for (let next: number | null = start; next !== null;) {
    start = next;
    const field = after(FIELD, text, start);
    next = field === null ? null : after(BREAK[form], text, field);
  }
  const body = text.slice(after(BREAK[form], text, start) ?? start, signature);
  const close = text.indexOf(SIGNATURE_END, signature);
  return {
    text: form === 'text' ? body.replace(/^- /gm, '') : body.replace(/(^|\n|<br\s{0,3}\/?>)- /g, '$1'),
    end: close < 0 ? text.length : close + SIGNATURE_END.length,
  };
}

/** Where an encrypted message ends: a plain text that breaks off in one has nothing behind it. */
function encryptedEnd(text: string, at: number, form: Form, closes: Closes): number | null {
  if (after(BREAK[form], text, at + MESSAGE.length) === null) return null;
  const close = closes.message ? lineWith(MESSAGE_END, text, at, form) : -1;
  closes.message &&= close >= 0;
  if (close >= 0) return close + MESSAGE_END.length;
  return form === 'text' ? text.length : null;
}

/** What people are told, one line for each kind of protection. */
export function secureNotices(protections: readonly Protection[], language: Language): readonly string[] {
  const say = words(language);
  return protections.map((protection) => {
    switch (protection) {
      case 'signed-pgp':
        return say('mail-signed-pgp');
      case 'signed-smime':
        return say('mail-signed-smime');
      case 'encrypted-pgp':
        return say('mail-encrypted-pgp');
      case 'encrypted-smime':
        return say('mail-encrypted-smime');
      case 'opaque-smime':
        return say('mail-opaque-smime');
    }
  });
}

/** How many bytes of the beginning and of the end of a file `isPasswordProtected` wants. */
export const protectionSample = 64 * 1024;

/**
 * Whether a file asks for a password, as far as its beginning and its end tell: ZIP, RAR, 7z, PDF, and the formats of
 * Microsoft Office, old and new. A PDF may be encrypted and still open without a password; it then counts as protected
 * too.
 */
export function isPasswordProtected(beginning: Uint8Array, end: Uint8Array): boolean {
  const head = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  const tail = Buffer.from(end.buffer, end.byteOffset, end.byteLength);
  const starts = (hex: string) => head.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'));
  // ZIP, APPNOTE 4.4.4: bit 0 of the general purpose flag of the first entry.
  if (starts('504b0304')) return ((head[6] ?? 0) & 1) === 1;
  if (starts('25504446')) return tail.includes('/Encrypt') || head.includes('/Encrypt');
  if (starts('526172211a0700')) return isProtectedRar4(head);
  // RAR 5: an archive encryption header (type 4) comes first.
  if (starts('526172211a070100')) return head[13] === 4;
  // 7z: the coder for AES stands in the header at the end, in the clear also where the header itself is encrypted.
  if (starts('377abcaf271c')) return tail.includes(Buffer.from('06f10701', 'hex'));
  if (starts('d0cf11e0a1b11ae1')) return isProtectedOffice(head, tail);
  return false;
}

/** The main header says whether all headers are encrypted, the first file's whether it is. */
function isProtectedRar4(head: Buffer): boolean {
  if (head.length < 32) return false;
  const mainFlags = head.readUInt16LE(10);
  const first = 7 + head.readUInt16LE(12);
  const fileFlags = first + 5 <= head.length && head[first + 2] === 0x74 ? head.readUInt16LE(first + 3) : 0;
  return (mainFlags & 0x80) !== 0 || (fileFlags & 0x04) !== 0;
}

/**
 * MS-OFFCRYPTO: an encrypted package inside a compound file; MS-DOC: fEncrypted; MS-XLS: FILEPASS after the first BOF.
 */
function isProtectedOffice(head: Buffer, tail: Buffer): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  if (head.includes(name) || tail.includes(name)) return true;
  const stream = head.subarray(512);
  if (stream.length < 64) return false;
  if (stream.readUInt16LE(0) === 0xa5ec) return (stream.readUInt16LE(10) & 0x0100) !== 0;
  if (stream.readUInt16LE(0) !== 0x0809) return false;
  const next = 4 + stream.readUInt16LE(2);
  return next + 2 <= stream.length && stream.readUInt16LE(next) === 0x002f;
}

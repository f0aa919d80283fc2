import type { HeaderField, ParsedMail } from '../types.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/**
 * How a mail is protected. Nothing is checked or opened: the parts are relayed as they came, and people are told what
 * they are.
 */
export type Protection = 'signed-pgp' | 'signed-smime' | 'encrypted-pgp' | 'encrypted-smime' | 'opaque-smime';

/** What was recognised. */
export interface SecureParts {
  /** In the order of their weight; empty for an ordinary mail. */
  readonly protections: readonly Protection[];
  /** True where the text of the mail cannot be read here: the original belongs beside the notice. */
  readonly unreadable: boolean;
  /** The text without the armour of OpenPGP's cleartext signature (RFC 9580 section 7); null where there is none. */
  readonly signedText: string | null;
}

type SecureMail = Pick<ParsedMail, 'files' | 'text' | 'html'> & { readonly headers: readonly HeaderField[] };

/** Recognises signed and encrypted mail by its structure (RFC 3156, RFC 8551) and OpenPGP inside the text. */
export function secureParts(mail: SecureMail): SecureParts {
  const found = new Set<Protection>();
  const [type, parameters] = contentType(mail);
  const types = new Set(mail.files.map((file) => file.type));
  if (type === 'multipart/encrypted' || types.has('application/pgp-encrypted')) found.add('encrypted-pgp');
  if (isSmime(type)) found.add(smimeKind(parameters));
  else for (const file of mail.files) if (isSmime(file.type)) found.add(smimeKind(parameters, file.name));
  if (types.has('application/pgp-signature') || parameters.includes('application/pgp-signature'))
    found.add('signed-pgp');
  if (/application\/(x-)?pkcs7-signature/.test(`${[...types].join(' ')} ${parameters}`)) found.add('signed-smime');
  const text = mail.text ?? '';
  if (/^-----BEGIN PGP MESSAGE-----\s*$/m.test(text)) found.add('encrypted-pgp');
  const signedText = withoutArmour(text);
  if (signedText !== null) found.add('signed-pgp');
  const order: readonly Protection[] = [
    'encrypted-pgp',
    'encrypted-smime',
    'opaque-smime',
    'signed-pgp',
    'signed-smime',
  ];
  const protections = order.filter((protection) => found.has(protection));
  const closed = protections.some((protection) => protection.startsWith('encrypted') || protection === 'opaque-smime');
  return { protections, unreadable: closed && !hasOwnText(mail), signedText };
}

/** Text beside what is encrypted; the armour itself says nothing to people. */
function hasOwnText(mail: SecureMail): boolean {
  const text = (mail.text ?? '').replace(/-----BEGIN PGP MESSAGE-----[^]*$/, '');
  return text.trim() !== '' || (mail.html ?? '').trim() !== '';
}

/** The media type of the whole mail and its parameters, both in lower case. */
function contentType(mail: SecureMail): readonly [string, string] {
  const value = (mail.headers.find((field) => field.name === 'content-type')?.value ?? '').toLowerCase();
  const semicolon = value.indexOf(';');
  return semicolon === -1 ? [value.trim(), ''] : [value.slice(0, semicolon).trim(), value.slice(semicolon)];
}

const isSmime = (type: string) => type === 'application/pkcs7-mime' || type === 'application/x-pkcs7-mime';

/** RFC 8551 section 3.2.2; Outlook leaves the parameter out and means encrypted. */
function smimeKind(parameters: string, name = ''): Protection {
  if (/smime-type\s*=\s*"?signed-data/.test(parameters)) return 'opaque-smime';
  return /\.p7s$/i.test(name) ? 'signed-smime' : 'encrypted-smime';
}

/** The text of a cleartext signature: without header lines, signature and dash escapes. Null where there is none. */
function withoutArmour(text: string): string | null {
  const begin = '-----BEGIN PGP SIGNED MESSAGE-----';
  const start = text.startsWith(begin) ? 0 : text.indexOf(`\n${begin}`) + 1;
  if (start === 0 && !text.startsWith(begin)) return null;
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----', start);
  if (end === -1) return null;
  const lines = text.slice(start, end).split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  const signed = lines.slice(blank + 1).map((line) => line.replace(/^- /, ''));
  const closing = '-----END PGP SIGNATURE-----';
  const rest = text.indexOf(closing, end);
  const after = rest === -1 ? '' : text.slice(rest + closing.length);
  return [text.slice(0, start), signed.join('\n'), after]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What people are told, one line for each kind of protection. */
export function secureNotices(parts: SecureParts, language: Language): readonly string[] {
  const say = words(language);
  return parts.protections.map((protection) => {
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

const signedDataOid = Buffer.from('06092a864886f70d010702', 'hex');
const dataOid = Buffer.from('06092a864886f70d010701', 'hex');

/**
 * The mail inside an opaque S/MIME signature: the content of CMS SignedData (RFC 5652 section 5.2), DER or BER. Null
 * where the bytes are no such thing. Nothing is verified. Bounded by the input; never throws.
 */
export function opaqueContent(bytes: Uint8Array): Uint8Array | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all[0] !== 0x30 || all.subarray(0, 40).indexOf(signedDataOid) === -1) return null;
  const outer = all.indexOf(signedDataOid) + signedDataOid.length;
  const inner = all.subarray(0, 4096).indexOf(dataOid, outer);
  if (inner === -1) return null;
  // [0] EXPLICIT, in it the OCTET STRING.
  const explicit = element(all, inner + dataOid.length);
  if (explicit?.tag !== 0xa0) return null;
  const pieces: Buffer[] = [];
  return octets(all, explicit.start, explicit.end, pieces, 0) ? Buffer.concat(pieces) : null;
}

interface DerElement {
  readonly tag: number;
  readonly start: number;
  /** Null for the indefinite form of BER: it ends at two zero bytes. */
  readonly end: number | null;
}

function element(bytes: Buffer, at: number): DerElement | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first === 0x80) return { tag, start: at + 2, end: null };
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const size = first & 0x7f;
  if (size > 4 || at + 2 + size > bytes.length) return null;
  return { tag, start: at + 2 + size, end: at + 2 + size + bytes.readUIntBE(at + 2, size) };
}

/** Collects the octet strings from `at`; those of BER hold others. False where the structure is broken. */
function octets(bytes: Buffer, at: number, end: number | null, pieces: Buffer[], depth: number): boolean {
  let position = at;
  while (end === null || position < end) {
    if (end === null && bytes[position] === 0 && bytes[position + 1] === 0) break;
    const part = element(bytes, position);
    if (!part || depth > 3 || (part.end !== null && part.end > bytes.length)) return false;
    if (part.tag === 0x04 && part.end !== null) {
      pieces.push(bytes.subarray(part.start, part.end));
      position = part.end;
      continue;
    }
    if (part.tag !== 0x24) return false;
    const inside = pieces.length;
    if (!octets(bytes, part.start, part.end, pieces, depth + 1)) return false;
    if (part.end !== null) position = part.end;
    else {
      const last = pieces.slice(inside).at(-1);
      position = (last ? last.byteOffset - bytes.byteOffset + last.length : part.start) + 2;
    }
  }
  return pieces.length > 0;
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

/** Cryptographic Message Syntax (RFC 5652): what a file is, and what a signature holds. No key is asked for. */

/** By the type of the ContentInfo. `signed` is SignedData, `encrypted` one of the enveloped types. */
export interface Cms {
  readonly kind: 'signed' | 'encrypted' | 'compressed';
  /** What a SignedData holds, as far as it is there; null where that is nothing (a detached signature). */
  readonly content: Buffer | null;
  /** Whether that is all of it: false where the bytes break off, or are damaged. */
  readonly whole: boolean;
}

/** RFC 5652 (data, signed, enveloped, encrypted), PKCS #7 1.5 (signed and enveloped), RFC 5083, RFC 3274. */
const TYPES: ReadonlyMap<string, Cms['kind']> = new Map([
  ['2a864886f70d010702', 'signed'],
  ['2a864886f70d010703', 'encrypted'],
  ['2a864886f70d010704', 'encrypted'],
  ['2a864886f70d010706', 'encrypted'],
  ['2a864886f70d0109100117', 'encrypted'],
  ['2a864886f70d0109100109', 'compressed'],
]);

/** Bytes after which `beginsCms` knows. */
export const cmsStart = 32;
/** Levels of a structure; real ones have four. */
const DEEPEST = 12;

const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const EXPLICIT = 0xa0;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;

/** Whether a file is CMS, by its first bytes (`cmsStart`), DER or BER. */
export function beginsCms(start: Uint8Array): boolean {
  return contentInfo(buffer(start)) !== null;
}

/**
 * What a CMS file is, DER or BER, from all of it or from its beginning. Null for anything else. Nothing is verified or
 * decrypted. Linear in the input, and holds at most as much again; never throws.
 */
export function readCms(bytes: Uint8Array): Cms | null {
  const all = buffer(bytes);
  const info = contentInfo(all);
  if (info === null) return null;
  const nothing = { kind: info.kind, content: null, whole: true };
  if (info.kind !== 'signed') return nothing;
  // SignedData: version, digestAlgorithms, encapContentInfo (RFC 5652 section 5.1).
  const explicit = element(all, info.end);
  const signed = explicit?.tag === EXPLICIT ? element(all, explicit.start) : null;
  const algorithms = signed?.tag === SEQUENCE ? behind(all, signed.start, 0) : null;
  const at = algorithms === null ? null : behind(all, algorithms, 0);
  const inner = at === null ? null : element(all, at);
  const type = inner?.tag === SEQUENCE ? element(all, inner.start) : null;
  if (inner === null || type?.tag !== OBJECT_IDENTIFIER || type.end === null) return { ...nothing, whole: false };
  // eContent is optional: its place may be that of the element behind.
  if (inner.end !== null && type.end >= inner.end) return nothing;
  const content = element(all, type.end);
  if (content?.tag !== EXPLICIT) return { ...nothing, whole: content !== null };
  const pieces = { bytes: Buffer.alloc(all.length - content.start), size: 0 };
  const whole = octets(all, content.start, pieces, 0) !== null;
  return { kind: 'signed', content: pieces.bytes.subarray(0, pieces.size), whole };
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The type of a ContentInfo (RFC 5652 section 3), and where its content begins. */
function contentInfo(bytes: Buffer): { readonly kind: Cms['kind']; readonly end: number } | null {
  const outer = element(bytes, 0);
  const type = outer?.tag === SEQUENCE ? element(bytes, outer.start) : null;
  if (type?.tag !== OBJECT_IDENTIFIER || type.end === null || type.end > bytes.length) return null;
  const kind = TYPES.get(bytes.toString('hex', type.start, Math.min(type.end, type.start + 16)));
  return kind === undefined ? null : { kind, end: type.end };
}

interface Element {
  readonly tag: number;
  readonly start: number;
  /** Null for the indefinite form of BER: it ends at two zero bytes. May lie behind the end of the input. */
  readonly end: number | null;
}

function element(bytes: Buffer, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first === 0x80) return { tag, start: at + 2, end: null };
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const size = first & 0x7f;
  if (size > 6 || at + 2 + size > bytes.length) return null;
  return { tag, start: at + 2 + size, end: at + 2 + size + bytes.readUIntBE(at + 2, size) };
}

const isEnd = (bytes: Buffer, at: number): boolean => bytes[at] === 0 && bytes[at + 1] === 0;

/** The position behind the element at `at`; null where it is not there to its end. */
function behind(bytes: Buffer, at: number, depth: number): number | null {
  const part = element(bytes, at);
  if (part === null || depth > DEEPEST) return null;
  if (part.end !== null) return part.end > bytes.length ? null : part.end;
  let position: number | null = part.start;
  while (position !== null && !isEnd(bytes, position)) position = behind(bytes, position, depth + 1);
  return position === null ? null : position + 2;
}

/** Copies the octet string at `at` (in BER perhaps in pieces), and says where it ends; null where it breaks off. */
function octets(bytes: Buffer, at: number, out: { bytes: Buffer; size: number }, depth: number): number | null {
  const part = element(bytes, at);
  if (part === null || depth > DEEPEST) return null;
  if (part.tag === OCTETS && part.end !== null) {
    out.size += bytes.copy(out.bytes, out.size, part.start, Math.min(part.end, bytes.length));
    return part.end > bytes.length ? null : part.end;
  }
  if (part.tag !== OCTETS_IN_PIECES) return null;
  let position: number | null = part.start;
  while (position !== null && (part.end === null ? !isEnd(bytes, position) : position < part.end))
    position = octets(bytes, position, out, depth + 1);
  return position === null ? null : (part.end ?? position + 2);
}

/**
 * Whether what a signature holds is a MIME entity, as S/MIME signs it (RFC 8551 section 3.1), and not a document that
 * was signed by itself (CAdES, as the `.pdf.p7m` of Italian offices).
 */
export function isMimeEntity(content: Buffer): boolean {
  const lines = content.toString('latin1', 0, 8192).split(/\r?\n/);
  const end = lines.indexOf('');
  const head = end < 0 ? lines : lines.slice(0, end);
  const isField = /^[\x21-\x39\x3b-\x7e]{1,100}[ \t]*:/;
  return (
    isField.test(head[0] ?? '') && head.some((line) => /^(?:content-[a-z-]{1,60}|mime-version)[ \t]*:/i.test(line))
  );
}

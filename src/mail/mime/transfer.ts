/** Undoes a transfer encoding piece by piece. Holds less than a line of its input back. */
export interface Decoder {
  /** Takes encoded bytes, gives what could be decoded so far. */
  write(bytes: Uint8Array): Uint8Array;
  /** What was held back. */
  end(): Uint8Array;
  /** True where the bytes are not encoded as they say, and passed through as they stand. */
  readonly asIs?: boolean;
}

const nothing: Uint8Array = new Uint8Array(0);

/**
 * The decoder for a Content-Transfer-Encoding (RFC 2045 section 6; uuencode and yEnc as news programs name them).
 * Unknown ones pass through.
 */
export function transferDecoder(encoding: string): Decoder {
  switch (encoding) {
    case 'base64':
    case 'b':
      return new CheckedBase64();
    case 'quoted-printable':
    case 'quotedprintable':
    case 'q':
      return new ByLine(decodeQuotedPrintable);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
    case 'uue':
      return new ByLine(decodeUuLine);
    case 'x-yenc':
    case 'yenc':
      return new ByLine(decodeYencLine);
    default:
      return { write: (bytes) => bytes, end: () => nothing };
  }
}

/**
 * RFC 2045 section 6.8. Bytes outside the alphabet are ignored; padding in the middle (blocks encoded one by one)
 * starts afresh; what stands behind the padding and cannot be base64 (a footer that a list appended) ends it.
 */
class Base64 implements Decoder {
  private bits = 0;
  private held = 0;
  private state: 'open' | 'padded' | 'closed' = 'open';

  write(bytes: Uint8Array): Uint8Array {
    if (this.state === 'closed') return nothing;
    const out = Buffer.allocUnsafe(Math.ceil(bytes.length * 0.75) + 3);
    let { bits, held } = this;
    let size = 0;
    for (const byte of bytes) {
      const value = sextets[byte] ?? 255;
      if (value < 64) {
        if (this.state === 'padded') this.state = 'open';
        bits = ((bits << 6) | value) & 0xffff;
        held += 6;
        if (held >= 8) {
          held -= 8;
          out[size++] = (bits >> held) & 0xff;
        }
      } else if (byte === 0x3d) {
        held = 0;
        this.state = 'padded';
      } else if (this.state === 'padded' && byte !== 0x0a && byte !== 0x0d) {
        this.state = 'closed';
        break;
      }
    }
    this.bits = bits;
    this.held = held;
    return out.subarray(0, size);
  }

  end(): Uint8Array {
    return nothing;
  }
}

/** How much of a body that says base64 is looked at to see whether it is, bytes. */
const checked = 1024;

/**
 * Senders that lose the encoding on the way and keep its name are common: what cannot be base64 from its first lines on
 * is read as it stands.
 */
class CheckedBase64 implements Decoder {
  asIs = false;
  private readonly inner = new Base64();
  private held: Buffer[] | null = [];
  private size = 0;

  write(bytes: Uint8Array): Uint8Array {
    if (this.held === null) return this.asIs ? bytes : this.inner.write(bytes);
    this.held.push(Buffer.from(bytes));
    this.size += bytes.length;
    return this.size < checked ? nothing : this.decide(this.held);
  }

  end(): Uint8Array {
    return this.held === null ? nothing : this.decide(this.held);
  }

  private decide(held: readonly Buffer[]): Uint8Array {
    const bytes = Buffer.concat(held);
    const sample = bytes.toString('latin1', 0, checked).split(/={1,2}\s/, 1)[0] ?? '';
    this.held = null;
    const wrong = sample.match(/[^A-Za-z0-9+/=\s]/g)?.length ?? 0;
    this.asIs = /[A-Za-z] [A-Za-z]/.test(sample) || wrong > sample.length / 10;
    return this.asIs ? bytes : this.inner.write(bytes);
  }
}

const sextets: Uint8Array = sextetTable();

function sextetTable(): Uint8Array {
  const table = new Uint8Array(256).fill(255);
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    .split('')
    .forEach((letter, i) => (table[letter.charCodeAt(0)] = i));
  return table;
}

/** Longest line that is kept together, bytes; a longer one is decoded in pieces. */
const longestLine = 64 * 1024;

/** Hands whole lines, with their ends, to a decoder of lines. */
class ByLine implements Decoder {
  private rest: Buffer = Buffer.alloc(0);
  private readonly decode: (lines: Buffer) => Uint8Array;

  constructor(decode: (lines: Buffer) => Uint8Array) {
    this.decode = decode;
  }

  write(bytes: Uint8Array): Uint8Array {
    const all =
      this.rest.length === 0
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : Buffer.concat([this.rest, bytes]);
    const end = all.lastIndexOf(0x0a) + 1;
    const cut = end === 0 && all.length > longestLine ? safeCut(all) : end;
    this.rest = Buffer.from(all.subarray(cut));
    return cut === 0 ? nothing : this.decode(all.subarray(0, cut));
  }

  end(): Uint8Array {
    const rest = this.rest;
    this.rest = Buffer.alloc(0);
    return rest.length === 0 ? nothing : this.decode(rest);
  }
}

/** A place where no `=XX` is cut. */
function safeCut(bytes: Buffer): number {
  const escape = bytes.lastIndexOf(0x3d);
  return escape >= bytes.length - 3 && escape > 0 ? escape : bytes.length;
}

/**
 * RFC 2045 section 6.7: soft breaks, white space at line ends that transport added; a `=` that escapes nothing stays.
 */
function decodeQuotedPrintable(lines: Buffer): Uint8Array {
  const out = Buffer.allocUnsafe(lines.length);
  let size = 0;
  let at = 0;
  while (at < lines.length) {
    const lf = lines.indexOf(0x0a, at);
    const next = lf < 0 ? lines.length : lf + 1;
    let end = lf < 0 ? lines.length : lf > at && lines[lf - 1] === 0x0d ? lf - 1 : lf;
    const breakFrom = end;
    if (lf >= 0) while (end > at && (lines[end - 1] === 0x20 || lines[end - 1] === 0x09)) end -= 1;
    const soft = end > at && lines[end - 1] === 0x3d;
    if (soft) end -= 1;
    for (let i = at; i < end; i += 1) {
      const byte = lines[i] ?? 0;
      const high = byte === 0x3d && i + 2 < end ? hexValue(lines[i + 1]) : -1;
      const low = high >= 0 ? hexValue(lines[i + 2]) : -1;
      if (low >= 0) {
        out[size++] = high * 16 + low;
        i += 2;
      } else out[size++] = byte;
    }
    if (!soft) for (let i = breakFrom; i < next; i += 1) out[size++] = lines[i] ?? 0;
    at = next;
  }
  return out.subarray(0, size);
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Lines of uuencode (POSIX uuencode); `begin`, `end` and what is no such line are skipped. */
export function decodeUuLine(lines: Buffer): Uint8Array {
  const out: Uint8Array[] = [];
  for (const line of splitLines(lines)) if (isUuLine(line)) out.push(uuBytes(line));
  return Buffer.concat(out);
}

/**
 * Whether a line (without its end) is one of uuencode: its first character gives the number of bytes, the rest is in
 * space to backquote.
 */
export function isUuLine(line: Buffer): boolean {
  const first = line[0] ?? 0;
  if (first < 0x21 || first > 0x4d) return false;
  const count = first - 0x20;
  // White space at the end may have been lost on the way, and some encoders add a check character.
  if (line.length - 1 > Math.ceil(count / 3) * 4 + 2 || line.length - 1 < Math.floor((count * 4) / 3) / 2) return false;
  return line.every((byte) => byte >= 0x20 && byte <= 0x60);
}

function uuBytes(line: Buffer): Uint8Array {
  const count = (line[0] ?? 0) - 0x20;
  const out = Buffer.alloc(count);
  let size = 0;
  for (let i = 1; size < count; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => ((line[i + k] ?? 0x20) - 0x20) & 63);
    const group = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
    for (const shift of [16, 8, 0]) if (size < count) out[size++] = (group >> shift) & 0xff;
  }
  return out;
}

/** Lines of yEnc (yenc.org, draft 1.3); its own `=y` lines are skipped. */
export function decodeYencLine(lines: Buffer): Uint8Array {
  const out = Buffer.allocUnsafe(lines.length);
  let size = 0;
  for (const line of splitLines(lines)) {
    if (line[0] === 0x3d && line[1] === 0x79) continue;
    for (let i = 0; i < line.length; i += 1) {
      const escaped = line[i] === 0x3d;
      if (escaped) i += 1;
      out[size++] = ((line[i] ?? 0) - 42 - (escaped ? 64 : 0)) & 0xff;
    }
  }
  return out.subarray(0, size);
}

/** Lines without their ends (LF or CRLF). */
function* splitLines(bytes: Buffer): Generator<Buffer> {
  let at = 0;
  while (at < bytes.length) {
    const lf = bytes.indexOf(0x0a, at);
    const end = lf < 0 ? bytes.length : lf;
    yield bytes.subarray(at, end > at && bytes[end - 1] === 0x0d ? end - 1 : end);
    at = lf < 0 ? bytes.length : lf + 1;
  }
}

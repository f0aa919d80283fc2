import { namedCharset, readFields, readPartHead, undeclaredFields } from './header.ts';
import type { PartHead, RawField, UndeclaredField } from './header.ts';
import type { HeaderField, ParseLimits } from '../types.ts';

/** A node of the MIME tree, as it is met. */
export interface MimeNode {
  readonly head: PartHead;
  /** Fields of `head` that may mean something else in the charset of the whole mail. */
  readonly undeclared: readonly UndeclaredField[];
  readonly parent: MimeNode | null;
  /** Position among the children of its parent, from 0. */
  readonly position: number;
  readonly depth: number;
  /** Whether its body is read as parts. A multipart that is nested too deep is a leaf. */
  readonly multipart: boolean;
}

/** Takes what the splitter finds, in the order of the mail: open, then body (leaves only), then close. */
export interface SplitSink {
  open(node: MimeNode): void;
  /** Encoded bytes of a leaf. They are only valid during the call. */
  body(node: MimeNode, bytes: Uint8Array): void;
  close(node: MimeNode): void;
  warn(code: string, detail: string): void;
}

interface Level {
  readonly node: MimeNode;
  /** The declared boundary, and one that was found to be meant. */
  readonly boundaries: Buffer[];
  children: number;
  /** What stood before the first part, in case there never is one; bounded. */
  preamble: Buffer[];
  preambleSize: number;
}

type State = 'header' | 'leaf' | 'between';

const LF = 0x0a;
const CR = 0x0d;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const nothing = Buffer.alloc(0);
/**
 * A line that could still become a delimiter is held back up to this length, bytes (RFC 2046 section 5.1.1 allows 70
 * and the hyphens).
 */
const longestDelimiter = 1024;
/** Kept of a multipart in which no part was found yet, bytes. */
const longestPreamble = 1024 * 1024;

/**
 * Splits a mail into the leaves of its MIME tree (RFC 2045, 2046) without ever holding a body: it is fed with chunks of
 * any size and calls its sink. Total: any bytes are some tree. A nested message/rfc822 is a leaf.
 *
 * Written for what arrives rather than for what should: an outer delimiter ends all inner parts (RFC 2046 section
 * 5.1.2), delimiters with white space behind, parts after the closing delimiter, no closing delimiter, no declared
 * boundary or a wrong one (the one in use is found by the Content- field behind it), headers that end without an empty
 * line, lines of a header without a colon, an mbox `From ` line first, line ends of LF, CRLF or CR.
 */
export class MimeSplitter {
  private readonly sink: SplitSink;
  private readonly limits: ParseLimits;
  private readonly levels: Level[] = [];
  private state: State = 'header';
  private rest: Buffer = nothing;
  private leaf: MimeNode | null = null;
  /** Whether `rest` begins a line of a body. */
  private lineStart = true;
  private fields: { name: string; value: Buffer[] }[] = [];
  private headerSize = 0;
  private odd: Buffer | null = null;
  private hint: string | null = null;
  private onlyCr: boolean | null = null;
  private parts = 0;

  constructor(sink: SplitSink, limits: ParseLimits) {
    this.sink = sink;
    this.limits = limits;
  }

  /** Takes the next bytes of the mail. */
  write(chunk: Uint8Array): void {
    const bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (this.onlyCr === null && !this.decideLineEnds(all, false)) {
      this.rest = Buffer.from(all);
      return;
    }
    this.run(this.onlyCr === true ? withLf(all) : all, false);
  }

  /** Line ends of CR alone (very old programs) are known from the first bytes, since every header has line ends. */
  private decideLineEnds(bytes: Buffer, final: boolean): boolean {
    const hasLf = bytes.includes(LF);
    if (!hasLf && !final && bytes.length < 4096) return false;
    this.onlyCr = !hasLf && bytes.includes(CR);
    return true;
  }

  /** The mail is complete: closes all that is open. */
  end(): void {
    if (this.onlyCr === null) this.decideLineEnds(this.rest, true);
    this.run(this.onlyCr === true ? withLf(this.rest) : this.rest, true);
    if (this.state === 'header') this.endHeader();
    this.closeTo(0);
  }

  private run(input: Buffer, final: boolean): void {
    let bytes: Buffer | null = input;
    this.rest = nothing;
    while (bytes !== null)
      bytes = this.state === 'header' ? this.readHeader(bytes, final) : this.readBody(bytes, final);
    // Copied, so that a small rest does not keep a large chunk alive.
    if (this.rest.length > 0) this.rest = Buffer.from(this.rest);
  }

  /** Reads lines of a header. Gives what is left for the next state, null where more input is needed. */
  private readHeader(bytes: Buffer, final: boolean): Buffer | null {
    let at = 0;
    while (at < bytes.length) {
      const lf = bytes.indexOf(LF, at);
      if (lf < 0 && !final) {
        // A line without end counts against the limit; what is beyond is dropped when it comes.
        this.rest =
          bytes.length - at > this.limits.header ? bytes.subarray(at, at + this.limits.header) : bytes.subarray(at);
        return null;
      }
      const next = lf < 0 ? bytes.length : lf + 1;
      const line = bytes.subarray(at, lf < 0 ? next : lf > at && bytes[lf - 1] === CR ? lf - 1 : lf);
      const found = this.delimiterOf(line);
      if (found !== null) {
        this.endHeader();
        this.enter(found.level, found.last);
        return bytes.subarray(next);
      }
      const outcome = this.headerLine(line);
      if (outcome === 'body') {
        const odd: Buffer | null = this.odd;
        this.odd = null;
        this.endHeader();
        // The lines that were no header belong to the body.
        return odd === null ? bytes.subarray(at) : Buffer.concat([odd, Buffer.from('\n'), bytes.subarray(at)]);
      }
      if (outcome === 'end') {
        this.endHeader();
        return bytes.subarray(next);
      }
      at = next;
    }
    return null;
  }

  private headerLine(line: Buffer): 'more' | 'end' | 'body' {
    // A first field that stands behind white space is a field all the same.
    const text =
      this.fields.length === 0 ? line.toString('latin1', 0, 120).trimStart() : line.toString('latin1', 0, 120);
    const colon = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:/.exec(text);
    if (this.odd !== null && line.length > 0) {
      const odd = this.odd;
      // A line without a colon inside a header belongs to the field before it; at the end of one the body has begun.
      if (colon === null && (this.fields.length === 0 || !/^[ \t]/.test(text))) return 'body';
      this.odd = null;
      this.addToField(odd);
    }
    if (line.length === 0) {
      if (this.odd !== null) return 'body';
      // Empty lines before the first field come from programs that pipe mail about.
      return this.fields.length === 0 && this.levels.length === 0 ? 'more' : 'end';
    }
    if (colon !== null) {
      this.addField(colon[1] ?? '', line.subarray(line.indexOf(COLON) + 1));
      return 'more';
    }
    // The line that separates mails in an mbox, which some programs keep at the head of a file.
    if (/^>?From /.test(text) && this.fields.length === 0) return 'more';
    if (/^[ \t]/.test(text) && text.trim() !== '' && this.fields.length > 0) {
      this.addToField(line);
      return 'more';
    }
    this.odd = Buffer.from(line);
    return 'more';
  }

  private addField(name: string, value: Buffer): void {
    this.headerSize += name.length + value.length;
    if (this.fields.length >= this.limits.fields || this.headerSize > this.limits.header) {
      this.sink.warn('header-too-long', `more than ${this.limits.fields} fields or ${this.limits.header} bytes`);
      return;
    }
    this.fields.push({ name: name.toLowerCase(), value: [Buffer.from(value)] });
  }

  private addToField(line: Buffer): void {
    this.headerSize += line.length;
    if (this.headerSize > this.limits.header) {
      this.sink.warn('header-too-long', `more than ${this.limits.header} bytes`);
      return;
    }
    const last = this.fields.at(-1);
    if (last === undefined) this.sink.warn('header-line', 'a line before the first field was passed over');
    // RFC 5322 section 2.2.3: unfolding removes the line end and keeps the space.
    else
      last.value.push(
        /^[ \t]/.test(line.toString('latin1', 0, 1)) ? Buffer.from(line) : Buffer.concat([Buffer.from(' '), line]),
      );
  }

  private endHeader(): void {
    const odd = this.odd;
    this.odd = null;
    this.readHead();
    // A last line that was no field is all that the body has.
    if (odd !== null) this.emit(odd);
  }

  private readHead(): void {
    const raw: RawField[] = this.fields.map(({ name, value }) => ({ name, value: Buffer.concat(value) }));
    const root = this.levels.length === 0;
    this.fields = [];
    this.headerSize = 0;
    if (root) this.hint = namedCharset(readFields(raw, null));
    const fields = readFields(raw, this.hint);
    const parent = this.levels.at(-1) ?? null;
    // RFC 2046 section 5.1.5: a part of a digest is a mail where it says nothing else.
    const fallback = parent?.node.head.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const second = this.lostDelimiter(fields);
    const undeclared = undeclaredFields(raw, fields);
    this.open(parent, readPartHead(fields.slice(0, second), fallback), undeclared);
    if (second < fields.length) {
      this.sink.warn('boundary-missing', 'the first part of a multipart begins without a delimiter');
      this.open(this.levels.at(-1) ?? null, readPartHead(fields.slice(second), 'text/plain'));
    }
  }

  /** Where the delimiter before the first part was lost, its header stands right behind that of its multipart. */
  private lostDelimiter(fields: readonly HeaderField[]): number {
    const types = fields.flatMap((field, i) => (field.name === 'content-type' ? [i] : []));
    const [first, second] = types;
    if (first === undefined || second === undefined || this.levels.length >= this.limits.depth) return fields.length;
    const type = (i: number): string => readPartHead(fields.slice(i, i + 1), '').type;
    return type(first).startsWith('multipart/') && !type(second).startsWith('multipart/') ? second : fields.length;
  }

  private open(parent: Level | null, head: PartHead, undeclared: readonly UndeclaredField[] = []): void {
    const depth = this.levels.length;
    const isMultipart = head.type.startsWith('multipart/');
    const multipart = isMultipart && depth < this.limits.depth;
    if (isMultipart && !multipart)
      this.sink.warn('too-deep', `a multipart below level ${this.limits.depth} is left as a file`);
    const node: MimeNode = {
      head,
      undeclared,
      parent: parent?.node ?? null,
      position: parent?.children ?? 0,
      depth,
      multipart,
    };
    if (parent !== null) parent.children += 1;
    if (!multipart) this.parts += 1;
    this.sink.open(node);
    this.lineStart = true;
    if (multipart) {
      const declared = (head.params.get('boundary') ?? '').trimEnd();
      if (declared === '') this.sink.warn('boundary-missing', 'a multipart names no boundary');
      this.levels.push({
        node,
        boundaries: declared === '' ? [] : [Buffer.from(declared)],
        children: 0,
        preamble: [],
        preambleSize: 0,
      });
      this.state = 'between';
    } else {
      this.leaf = node;
      this.state = 'leaf';
    }
  }

  /** Reads a body up to the next delimiter. Gives what follows it, null where more input is needed. */
  private readBody(bytes: Buffer, final: boolean): Buffer | null {
    if (this.levels.length === 0) {
      this.emit(bytes);
      return null;
    }
    let search = 0;
    for (;;) {
      const start = this.candidate(bytes, search);
      if (start === null) {
        const hold = final ? bytes.length : heldFrom(bytes, this.lineStart);
        this.emit(bytes.subarray(0, hold));
        this.rest = bytes.subarray(hold);
        return null;
      }
      const lf = bytes.indexOf(LF, start);
      const needs = lf < 0 ? bytes.length - start <= longestDelimiter : this.mayAdopt() && !this.hasNextLine(bytes, lf);
      if (needs && !final) {
        const before = beforeBreak(bytes, start);
        this.emit(bytes.subarray(0, before));
        this.rest = bytes.subarray(before);
        return null;
      }
      const end = lf < 0 ? bytes.length : lf;
      const line = bytes.subarray(start, end);
      const found = this.delimiterOf(line) ?? this.adopted(line, bytes, lf);
      if (found !== null) {
        this.emit(bytes.subarray(0, beforeBreak(bytes, start)));
        this.enter(found.level, found.last);
        return bytes.subarray(lf < 0 ? bytes.length : lf + 1);
      }
      search = start + 2;
      if (lf < 0 && !final) {
        // Too long for a delimiter.
        this.emit(bytes);
        return null;
      }
      if (lf < 0) search = bytes.length;
    }
  }

  /** Where the next line that begins with two hyphens starts, or null. */
  private candidate(bytes: Buffer, search: number): number | null {
    if (search === 0 && this.lineStart && bytes[0] === HYPHEN && bytes[1] === HYPHEN) return 0;
    const at = bytes.indexOf('\n--', Math.max(0, search - 1), 'latin1');
    return at < 0 ? null : at + 1;
  }

  private emit(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.lineStart = false;
    if (this.state === 'leaf' && this.leaf !== null) {
      this.sink.body(this.leaf, bytes);
      return;
    }
    const level = this.levels.at(-1);
    if (level === undefined || level.children > 0 || level.preambleSize > longestPreamble) return;
    level.preamble.push(Buffer.from(bytes));
    level.preambleSize += bytes.length;
  }

  private delimiterOf(line: Buffer): { level: number; last: boolean } | null {
    if (line[0] !== HYPHEN || line[1] !== HYPHEN || this.levels.length === 0 || line.length > longestDelimiter)
      return null;
    let end = line.length;
    // RFC 2046 section 5.1.1: transport may have added white space behind a delimiter.
    while (end > 2 && (line[end - 1] === CR || line[end - 1] === 0x20 || line[end - 1] === 0x09)) end -= 1;
    const text = line.subarray(2, end);
    for (let level = this.levels.length - 1; level >= 0; level -= 1) {
      for (const boundary of this.levels[level]?.boundaries ?? []) {
        if (text.equals(boundary)) return { level, last: false };
        if (
          text.length === boundary.length + 2 &&
          text.subarray(0, boundary.length).equals(boundary) &&
          text.subarray(-2).toString('latin1') === '--'
        )
          return { level, last: true };
      }
    }
    return null;
  }

  /** Only before the first part of a multipart: the boundary that is in use may be another than the declared one. */
  private mayAdopt(): boolean {
    return this.state === 'between' && this.levels.at(-1)?.children === 0;
  }

  private hasNextLine(bytes: Buffer, lf: number): boolean {
    return bytes.length - lf > longestDelimiter || bytes.includes(LF, lf + 1);
  }

  private adopted(line: Buffer, bytes: Buffer, lf: number): { level: number; last: boolean } | null {
    if (!this.mayAdopt() || lf < 0) return null;
    const boundary = line.toString('latin1').trimEnd().slice(2);
    const next = bytes.toString('latin1', lf + 1, lf + 64);
    if (boundary.length < 1 || !/^content-[a-z-]+[ \t]*:/i.test(next)) return null;
    this.sink.warn('boundary-wrong', 'the parts are separated by another boundary than the header names');
    this.levels.at(-1)?.boundaries.push(Buffer.from(boundary, 'latin1'));
    return { level: this.levels.length - 1, last: false };
  }

  private enter(level: number, last: boolean): void {
    this.closeTo(level + 1);
    this.state = last ? 'between' : 'header';
    this.lineStart = true;
    const entered = this.levels[level];
    if (entered !== undefined && !last) entered.preamble = [];
  }

  /** Closes the leaf and all multiparts from that level inwards. */
  private closeTo(level: number): void {
    if (this.leaf !== null) this.sink.close(this.leaf);
    this.leaf = null;
    while (this.levels.length > level) {
      const closed = this.levels.pop();
      if (closed === undefined) return;
      if (closed.children === 0 && closed.preamble.length > 0) this.readPreambleAsText(closed);
      this.sink.close(closed.node);
    }
  }

  /** A multipart in which no delimiter ever came is shown as the text that it is. */
  private readPreambleAsText(level: Level): void {
    this.sink.warn('boundary-missing', 'no part was found in a multipart; its body is shown as text');
    const fields = level.node.head.fields.filter((field) => field.name === 'content-transfer-encoding');
    const node: MimeNode = {
      head: readPartHead(fields, 'text/plain'),
      undeclared: [],
      parent: level.node,
      position: 0,
      depth: level.node.depth + 1,
      multipart: false,
    };
    this.sink.open(node);
    for (const bytes of level.preamble) this.sink.body(node, bytes);
    this.sink.close(node);
  }
}

function withLf(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (byte === CR ? LF : byte)));
}

/** From where on bytes must be held back because a delimiter could begin there. */
function heldFrom(bytes: Buffer, lineStart: boolean): number {
  const open = /\r?\n-?$|\r$/.exec(bytes.toString('latin1', Math.max(0, bytes.length - 3)));
  if (open !== null) return bytes.length - open[0].length;
  return lineStart && bytes.length === 1 && bytes[0] === HYPHEN ? 0 : bytes.length;
}

/**
 * The end of the content before a delimiter: the line end in front of it belongs to the delimiter (RFC 2046 section
 * 5.1.1).
 */
function beforeBreak(bytes: Buffer, start: number): number {
  const end = start > 0 && bytes[start - 1] === LF ? start - 1 : start;
  return end < start && end > 0 && bytes[end - 1] === CR ? end - 1 : end;
}

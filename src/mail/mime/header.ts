import { withoutEnd } from '../../base/trim.ts';
import { mediaType, UNKNOWN_TYPE } from '../../base/wire-text.ts';
import { clean, decodeHeaderBytes, decodeText, decodeWords } from '../charset/charset.ts';
import type { HeaderField } from '../types.ts';

/** One field as bytes, unfolded: what stands before the colon, and all after it. */
export interface RawField {
  readonly name: string;
  readonly value: Uint8Array;
}

/**
 * A structured field (RFC 2045 section 5.1, RFC 2183): the value in lower case, its parameters decoded, by names in
 * lower case.
 */
export interface Parameters {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/** What a MIME header says about its part; what it does not say has the default of its RFC. */
export interface PartHead {
  readonly fields: readonly HeaderField[];
  /** Media type in lower case (RFC 2045 section 5.2: text/plain where none is given). */
  readonly type: string;
  /** Whether the header named a type itself. */
  readonly typed: boolean;
  readonly params: ReadonlyMap<string, string>;
  /** Content-Disposition in lower case, '' where there is none. */
  readonly disposition: string;
  /** Decoded, '' where there is none. Not yet safe for a file system. */
  readonly fileName: string;
  /** Content-Transfer-Encoding in lower case, '' where there is none. */
  readonly encoding: string;
  /** Content-ID without brackets, or null. */
  readonly contentId: string | null;
}

/**
 * Bytes of a value that are read; what stands behind them stands in the stored mail. Real values but of lists stay
 * far below.
 */
const longestValue = 8 * 1024;

/** Fields that name many, which only one-pass readers read: as long as the header may be. */
const lists: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'resent-to',
  'references',
  'x-failed-recipients',
]);

/** Fields as text. `hint` is the charset for bytes beyond ASCII that are no UTF-8. */
export function readFields(raw: readonly RawField[], hint: string | null): HeaderField[] {
  return raw.map(({ name, value }) => {
    const read = lists.has(name) ? value : value.subarray(0, longestValue);
    return { name, value: decodeHeaderBytes(read, hint).trim() };
  });
}

/** The first field of that name (lower case), '' where there is none. */
export function firstValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

/**
 * Reads the MIME fields of a part. `fallback` is the type of a part that names none (message/rfc822 in a digest, RFC
 * 2046 section 5.1.5).
 */
export function readPartHead(fields: readonly HeaderField[], fallback: string): PartHead {
  const content = parseParameters(firstValue(fields, 'content-type'));
  const disposition = parseParameters(firstValue(fields, 'content-disposition'));
  const id = firstValue(fields, 'content-id')
    .slice(0, 1_000)
    .replace(/^\s*<|>\s*$/g, '')
    .trim();
  const typed = /^[^\s/()<>@,;:"]+\/[^\s/()<>@,;:"]+$/.test(content.value);
  const name =
    disposition.params.get('filename') ??
    content.params.get('name') ??
    content.params.get('filename') ??
    disposition.params.get('name') ??
    '';
  return {
    fields,
    // RFC 2045 section 5.2: a type that cannot be read is treated as text/plain, except that old senders wrote only
    // `text` or `html`.
    type: typed
      ? typedAs(content.value)
      : content.value === 'html'
        ? 'text/html'
        : content.value === '' || content.value.startsWith('text')
          ? fallback
          : content.value.startsWith('multipart')
            ? 'multipart/mixed'
            : fallback,
    typed,
    params: content.params,
    disposition: disposition.value,
    fileName: name,
    encoding: firstValue(fields, 'content-transfer-encoding')
      .slice(0, 200)
      .toLowerCase()
      .replace(/\([^)]*\)/g, '')
      .replace(/["';\s]/g, ''),
    contentId: id === '' ? null : id.slice(0, 998),
  };
}

/** A type that looks like one, by the grammar of RFC 6838. What holds parts is opened, whatever its kind is called. */
function typedAs(value: string): string {
  const type = mediaType(value);
  return type === UNKNOWN_TYPE && value.startsWith('multipart/') ? 'multipart/mixed' : type;
}

/**
 * Reads a structured field with its parameters: quoted or not, with comments, continued and extended (RFC 2231), with
 * encoded words where RFC 2047 section 5 forbids them but Outlook and others write them, with quotes that are not
 * escaped. The first of two parameters of one name wins. Total.
 */
export function parseParameters(field: string): Parameters {
  const end = field.indexOf(';');
  const head = end < 0 ? field : field.slice(0, end);
  const value = withoutComments(decodeWords(head)).replace(/["']/g, '').trim().toLowerCase().split(/\s+/, 1)[0] ?? '';
  const pieces = new Map<string, Piece[]>();
  const plain = new Map<string, string>();
  for (const [name, text, quoted] of end < 0 ? [] : assignments(field, end + 1)) {
    const extended = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (extended === null) {
      if (!plain.has(name))
        plain.set(
          name,
          decodeWords(quoted || name === 'filename' || name === 'name' ? text.trim() : withoutComments(text).trim()),
        );
      continue;
    }
    const [, base = name, number, star] = extended;
    const list = pieces.get(base) ?? [];
    list.push({
      number: number === undefined ? 0 : Number(number),
      text,
      extended: number === undefined || star === '*',
    });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list).trim());
  return { value, params: new Map([...plain].map(([name, text]) => [name, clean(text)])) };
}

interface Piece {
  readonly number: number;
  readonly text: string;
  readonly extended: boolean;
}

function* assignments(field: string, from: number): Generator<[string, string, boolean]> {
  let at = from;
  let equals = -1;
  while (at < field.length) {
    if (equals < at) equals = field.indexOf('=', at);
    if (equals < 0) return;
    const stop = field.indexOf(';', at);
    if (stop >= 0 && stop < equals) {
      at = stop + 1;
      continue;
    }
    const name = withoutComments(field.slice(at, equals)).trim().toLowerCase();
    let start = equals + 1;
    while (field[start] === ' ' || field[start] === '\t') start += 1;
    const read = field[start] === '"' ? quotedValue : /^(?:file)?name\*?$/.test(name) ? plainName : plainValue;
    const [text, next] = read(field, start);
    if (name !== '') yield [name, text, field[start] === '"'];
    at = next;
  }
}

function plainValue(field: string, start: number): [string, number] {
  const stop = field.indexOf(';', start);
  const end = stop < 0 ? field.length : stop;
  return [field.slice(start, end).trim(), end + 1];
}

/**
 * A file name without quotes may have semicolons in it (ticket systems, old web mail): what follows one and is no
 * parameter belongs to the name, unless the name is whole without it (`a.pdf; inline`).
 */
function plainName(field: string, start: number): [string, number] {
  const [first, next] = plainValue(field, start);
  const equals = field.indexOf('=', next);
  const end = equals < 0 ? field.length : field.lastIndexOf(';', equals);
  const whole = withoutEnd(field.slice(start, end).trim(), '; \t');
  const hasEnding = (name: string): boolean => /\.[\p{L}\p{N}]{1,10}$/u.test(name);
  return end <= next || (hasEnding(first) && !hasEnding(whole)) ? [first, next] : [whole, end + 1];
}

function quotedValue(field: string, start: number): [string, number] {
  let text = '';
  let at = start + 1;
  for (; at < field.length; at += 1) {
    const char = field.charAt(at);
    const next = field.charAt(at + 1);
    if (char === '\\' && (next === '"' || next === '\\')) {
      text += next;
      at += 1;
    } else if (char === '"') {
      // A quote that no parameter end follows was meant as part of the value by a sender that does not escape.
      if (/^\s*(?:;|$|\()/.test(field.slice(at + 1, at + 40)) || !field.includes('"', at + 1)) break;
      text += char;
    } else text += char;
  }
  const stop = field.indexOf(';', at + 1);
  // Untrimmed: a space at the edge of a piece is one inside the whole value (RFC 2231 section 3).
  return [text, stop < 0 ? field.length : stop + 1];
}

function joinPieces(list: readonly Piece[]): string {
  const sorted = [...list].sort((a, b) => a.number - b.number);
  const marked = /^([^']{0,60})'([^']{0,60})'/.exec(sorted[0]?.extended === true ? sorted[0].text : '');
  const charset = marked?.[1] ?? '';
  const bytes = sorted.map((piece, i) => {
    const text = i === 0 && marked !== null ? piece.text.slice(marked[0].length) : piece.text;
    return piece.extended ? fromPercent(text) : Buffer.from(text, 'utf8');
  });
  const text = decodeText(Buffer.concat(bytes), charset === '' ? null : charset).text;
  return sorted.some((piece) => piece.extended) ? text : decodeWords(text);
}

function fromPercent(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i += 1) {
    const hex = bytes[i] === 0x25 ? bytes.toString('latin1', i + 1, i + 3) : '';
    const encoded = /^[0-9a-f]{2}$/i.test(hex);
    out.push(encoded ? Number.parseInt(hex, 16) : (bytes[i] ?? 0));
    if (encoded) i += 2;
  }
  return Buffer.from(out);
}

/** Without RFC 822 comments. What looks like one but never closes stays. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let out = '';
  let depth = 0;
  let open = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char === '(') {
      if (depth === 0) open = i;
      depth += 1;
    } else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) out += char ?? '';
  }
  return depth > 0 ? out + text.slice(open) : out;
}

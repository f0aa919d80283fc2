import { withoutEnd } from '../../base/trim.ts';
import iconv from 'iconv-lite';
import { clean, decodeText } from '../charset/charset.ts';
import { readRtf } from './rtf.ts';
import { expandRtf } from './tnef-rtf.ts';

/** One attachment of a winmail.dat. */
interface TnefFile {
  /** '' where it has none. */
  readonly name: string;
  /** Its media type where it is written inside, lower case. */
  readonly type: string | null;
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
}

/** What a winmail.dat holds (MS-OXTNEF). */
export interface Tnef {
  readonly files: readonly TnefFile[];
  /** The body as Outlook packed it; each null where it is not there. */
  readonly text: string | null;
  readonly html: string | null;
  /** Where it is more than a wrapper of `html` or `text`. */
  readonly rtf: Uint8Array | null;
  /** Whether it broke off or was damaged; what could be read is there. */
  readonly truncated: boolean;
}

/** Bounds of what is made of one winmail.dat. */
const mostFiles = 200;
const mostProperties = 5000;
const mostRtf = 16 * 1024 * 1024;
/** Characters of a text that is taken out of RTF. */
const mostText = 8 * 1024 * 1024;

/** Attributes of MS-OXTNEF section 2.1.3.2. */
const attribute = {
  body: 0x0002800c,
  attachTitle: 0x00018010,
  attachData: 0x0006800f,
  attachRenderData: 0x00069002,
  messageProperties: 0x00069003,
  attachProperties: 0x00069005,
  codepage: 0x00069007,
} as const;

/** Properties of MS-OXPROPS. */
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  codepage: 0x3fde,
} as const;

/** The interface id that stands before an embedded message (MS-OXTNEF section 2.1.3.4.2: IID_IMessage). */
const embeddedMessage = Buffer.from('0703020000000000c000000000000046', 'hex');

interface Draft {
  title: string;
  data: Uint8Array | null;
  properties: Properties;
}

type Properties = Map<number, Value>;
interface Value {
  readonly type: number;
  readonly bytes: Buffer;
}

/** Opens a winmail.dat. Null where it is none. Never throws; time and memory are bounded by its size. */
export function readTnef(bytes: Buffer): Tnef | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== 0x223e9f78) return null;
  const message: Properties = new Map();
  const drafts: Draft[] = [];
  let text: Buffer | null = null;
  let codepage = 1252;
  let at = 6;
  let truncated = false;
  while (at + 9 <= bytes.length) {
    const level = bytes[at];
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const start = at + 9;
    // Garbage after the last attribute is common (MimeKit's collection has some) and means nothing.
    if (level !== 1 && level !== 2) break;
    truncated = start + length > bytes.length;
    const data = bytes.subarray(start, Math.min(start + length, bytes.length));
    if (id === attribute.attachRenderData && drafts.length < mostFiles)
      drafts.push({ title: '', data: null, properties: new Map() });
    // Data may stand before any sign of its attachment.
    else if (level === 2 && drafts.length === 0) drafts.push({ title: '', data: null, properties: new Map() });
    const draft = drafts.at(-1);
    if (id === attribute.codepage && data.length >= 4) codepage = data.readUInt32LE(0);
    else if (id === attribute.body) text = data;
    else if (id === attribute.messageProperties) readProperties(data, message);
    else if (draft !== undefined) {
      if (id === attribute.attachTitle) draft.title = eightBit(data, codepage);
      else if (id === attribute.attachData) draft.data = data;
      else if (id === attribute.attachProperties) readProperties(data, draft.properties);
    }
    if (truncated) break;
    at = start + length + 2;
  }
  return { ...bodies(message, text, codepage), files: drafts.flatMap((draft) => toFile(draft, codepage)), truncated };
}

function bodies(message: Properties, text: Buffer | null, codepage: number): Pick<Tnef, 'text' | 'html' | 'rtf'> {
  const plain = message.get(property.body);
  const html = message.get(property.html);
  const packed = message.get(property.rtf);
  const page = message.get(property.codepage);
  const charset = page !== undefined && page.bytes.length >= 4 ? page.bytes.readUInt32LE(0) : codepage;
  const body = plain === undefined ? (text === null ? '' : eightBit(text, codepage)) : stringOf(plain, codepage);
  const rich =
    html === undefined
      ? ''
      : html.type === 0x1f
        ? stringOf(html, charset)
        : decodeText(html.bytes, charset === 65001 ? 'utf-8' : `cp${charset}`).text;
  const words = body.trim() === '' ? null : body.replace(/\r\n?/g, '\n');
  const written = rich.trim() === '' ? null : rich.replace(/\r\n?/g, '\n');
  return withRtf(words, written, packed === undefined ? null : expandRtf(packed.bytes, mostRtf));
}

/** Adds what only the body in RTF says: the HTML or the text that Outlook wrapped in it, or its words. */
function withRtf(text: string | null, html: string | null, rtf: Buffer | null): Pick<Tnef, 'text' | 'html' | 'rtf'> {
  const inner = rtf === null || html !== null ? null : readRtf(rtf, mostText);
  if (inner === null || inner.text.trim() === '') return { text, html, rtf };
  if (inner.kind === 'html') return { text, html: inner.text, rtf: null };
  return { text: text ?? inner.text, html, rtf: inner.kind === 'text' ? null : rtf };
}

function toFile({ title, data, properties }: Draft, codepage: number): TnefFile[] {
  const string = (id: number): string => {
    const value = properties.get(id);
    return value === undefined ? '' : stringOf(value, codepage);
  };
  const object = properties.get(property.data);
  const bytes = data ?? object?.bytes ?? null;
  if (bytes === null && title === '' && properties.size === 0) return [];
  const isMessage = object?.type === 0x0d && object.bytes.subarray(0, 16).equals(embeddedMessage);
  // An object carries the id of its interface before its bytes.
  const content =
    data ??
    (object === undefined ? new Uint8Array(0) : object.type === 0x0d ? object.bytes.subarray(16) : object.bytes);
  const name =
    [string(property.longName), title, string(property.shortName), string(property.displayName)].find(
      (each) => each.trim() !== '',
    ) ?? '';
  const type = string(property.mimeType).toLowerCase().trim();
  const id = string(property.contentId).replace(/^<|>$/g, '').trim();
  return [
    {
      name: isMessage && name !== '' && !/\.\w{1,5}$/.test(name) ? `${name}.tnef` : name,
      type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : isMessage ? 'application/ms-tnef' : null,
      contentId: id === '' ? null : id,
      bytes: content,
    },
  ];
}

function stringOf({ type, bytes }: Value, codepage: number): string {
  const text = type === 0x1f ? iconv.decode(bytes, 'utf-16le') : eightBit(bytes, codepage);
  return clean(withoutEnd(text, '\0'));
}

function eightBit(bytes: Buffer, codepage: number): string {
  const end = bytes.indexOf(0);
  return decodeText(end < 0 ? bytes : bytes.subarray(0, end), codepage === 65001 ? 'utf-8' : `cp${codepage}`).text;
}

/**
 * Sizes of property types with a fixed size, in bytes as they are stored (padded to four; MS-OXTNEF section 2.1.3.4).
 */
const fixed: ReadonlyMap<number, number> = new Map([
  [0x01, 0],
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);

/** Reads a list of MAPI properties; stops at the first that cannot be, keeping what was read. */
function readProperties(bytes: Buffer, into: Properties): void {
  const reader = new Cursor(bytes);
  const count = Math.min(reader.u32(), mostProperties);
  for (let i = 0; i < count && !reader.isBroken(); i += 1) {
    const type = reader.u16();
    const id = reader.u16();
    if (id >= 0x8000) {
      reader.skip(16);
      if (reader.u32() === 0) reader.skip(4);
      else reader.take(reader.u32());
    }
    const base = type & 0x0fff;
    const size = fixed.get(base);
    const isMulti = (type & 0x1000) !== 0;
    const isVariable = size === undefined;
    if (isVariable && ![0x0d, 0x1e, 0x1f, 0x102].includes(base)) return;
    const values = isMulti || isVariable ? Math.min(reader.u32(), mostProperties) : 1;
    for (let v = 0; v < values && !reader.isBroken(); v += 1) {
      const value = isVariable ? reader.take(reader.u32()) : reader.take(size);
      if (v === 0 && !reader.isBroken() && id < 0x8000 && !into.has(id)) into.set(id, { type: base, bytes: value });
    }
  }
}

class Cursor {
  private past = false;
  private at = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Whether something was asked for that is not there. */
  isBroken(): boolean {
    return this.past;
  }

  u16(): number {
    const value = this.at + 2 <= this.bytes.length ? this.bytes.readUInt16LE(this.at) : 0;
    this.skip(2);
    return value;
  }

  u32(): number {
    const value = this.at + 4 <= this.bytes.length ? this.bytes.readUInt32LE(this.at) : 0;
    this.skip(4);
    return value;
  }

  /** So many bytes, and past the padding to four after them. */
  take(size: number): Buffer {
    const value = this.bytes.subarray(this.at, this.at + size);
    this.skip(Math.ceil(size / 4) * 4);
    // A last value without its padding is whole.
    if (value.length === size) this.past = false;
    return value;
  }

  skip(size: number): void {
    this.at += size;
    if (this.at > this.bytes.length) this.past = true;
  }
}

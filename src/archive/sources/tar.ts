/**
 * Members of a tar in its order: ustar with pax headers (POSIX.1-2001, pax) and GNU's long names. A damaged header is
 * told, and the next good one goes on; sparse files, links and devices are passed.
 */
import { ArchiveError, type ArchiveMember } from './spool.ts';

const BLOCK = 512;
/** Bytes of a pax header or of a long name that are read. */
const MOST_META = 1024 * 1024;

/**
 * The members; the bytes of one must be read, or let go, before the next is asked for. `damaged` is told what cannot be
 * read, with its offset in the tar.
 */
export async function* tarMembers(
  source: AsyncIterable<Uint8Array>,
  damaged: (reason: string, offset: number) => void,
): AsyncGenerator<ArchiveMember> {
  const reader = new BlockReader(source);
  try {
    yield* membersOf(reader, damaged);
  } finally {
    await reader.close();
  }
}

async function* membersOf(
  reader: BlockReader,
  damaged: (reason: string, offset: number) => void,
): AsyncGenerator<ArchiveMember> {
  let meta = new Map<string, string>();
  let lost = false;
  for (;;) {
    const offset = reader.offset;
    const block = await reader.block();
    if (block === null) return;
    // Two empty blocks end it; what stands behind them is looked at all the same, as of tars that were joined.
    if (block.every((byte) => byte === 0)) continue;
    const header = readHeader(block);
    if (header === null) {
      if (!lost) damaged('no header of a tar is here', offset);
      lost = true;
      continue;
    }
    lost = false;
    if (['x', 'g', 'L', 'K'].includes(header.type)) {
      const text = await reader.text(header.size);
      if (header.type === 'x') for (const [key, value] of paxRecords(text)) meta.set(key, value);
      else if (header.type === 'L') meta.set('path', text.toString('utf8').replace(/\0[^]*$/, ''));
      continue;
    }
    const name = meta.get('path') ?? header.name;
    const size = meta.has('size') ? Number(meta.get('size')) : header.size;
    const isSparse = header.type === 'S' || [...meta.keys()].some((key) => key.startsWith('GNU.sparse'));
    meta = new Map();
    if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveError(`a size at ${offset} cannot be read`);
    const end = reader.offset + padded(size);
    const isFile = ['0', '\0', '7'].includes(header.type) && !isSparse;
    if (isFile && !name.endsWith('/')) yield { name, bytes: reader.bytes(size), passed: null };
    else if (header.type !== '5' && !name.endsWith('/')) yield { name, bytes: null, passed: passedAs(header.type) };
    await reader.skipTo(end);
  }
}

function passedAs(type: string): string {
  return type === '1' || type === '2' ? 'a link' : 'no plain file';
}

interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

function readHeader(block: Buffer): TarHeader | null {
  const sum = octal(block, 148, 8);
  let unsigned = 0;
  for (const [at, byte] of block.entries()) unsigned += at >= 148 && at < 156 ? 0x20 : byte;
  if (sum !== unsigned) return null;
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: number(block, 124, 12),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

function text(block: Buffer, at: number, length: number): string {
  const end = block.subarray(at, at + length).indexOf(0);
  return block.toString('utf8', at, end < 0 ? at + length : at + end);
}

function octal(block: Buffer, at: number, length: number): number {
  return Number.parseInt(block.toString('latin1', at, at + length).replace(/^[ \0]+/, ''), 8);
}

/** In octal digits, or by GNU in base 256 where the first bit is set. NaN where it is neither. */
function number(block: Buffer, at: number, length: number): number {
  if (((block[at] ?? 0) & 0x80) === 0) return octal(block, at, length);
  let value = (block[at] ?? 0) & 0x7f;
  for (let next = at + 1; next < at + length; next++) value = value * 256 + (block[next] ?? 0);
  return value;
}

/** `length key=value\n`, the length in bytes and of the whole record. */
function* paxRecords(bytes: Buffer): Generator<[string, string]> {
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes.indexOf(0x20, at);
    if (blank < 0) return;
    const length = Number(bytes.toString('latin1', at, blank));
    if (!Number.isSafeInteger(length) || length <= blank - at || at + length > bytes.length) return;
    const record = bytes.toString('utf8', blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals > 0) yield [record.slice(0, equals), record.slice(equals + 1)];
    at += length;
  }
}

/** Blocks of a stream, and what stands in them. */
class BlockReader {
  private readonly source: AsyncIterator<Uint8Array, unknown>;
  private piece: Buffer = Buffer.alloc(0);
  offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }

  /** The next header's block; null at the end. Throws where the stream ends within one. */
  async block(): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    let length = 0;
    while (length < BLOCK) {
      const piece = await this.some(BLOCK - length);
      if (piece === null) {
        if (length === 0) return null;
        throw new ArchiveError('ends within a header');
      }
      pieces.push(piece);
      length += piece.length;
    }
    return Buffer.concat(pieces);
  }

  async text(size: number): Promise<Buffer> {
    if (!(size >= 0 && size <= MOST_META)) throw new ArchiveError('a header is too long');
    const end = this.offset + padded(size);
    const pieces: Uint8Array[] = [];
    for await (const piece of this.bytes(size)) pieces.push(piece);
    await this.skipTo(end);
    return Buffer.concat(pieces);
  }

  /** The next `size` bytes. Throws where the stream ends before. */
  async *bytes(size: number): AsyncGenerator<Uint8Array> {
    let left = size;
    while (left > 0) {
      const piece = await this.some(left);
      if (piece === null) throw new ArchiveError('ends within a file');
      left -= piece.length;
      yield piece;
    }
  }

  /** Passes over what was not read before that offset. */
  async skipTo(end: number): Promise<void> {
    while (this.offset < end && (await this.some(end - this.offset)) !== null);
  }

  private async some(most: number): Promise<Buffer | null> {
    while (this.piece.length === 0) {
      const { value, done } = await this.source.next();
      if (done === true) return null;
      this.piece = Buffer.from(value.buffer, value.byteOffset, value.length);
    }
    const given = this.piece.subarray(0, most);
    this.piece = this.piece.subarray(given.length);
    this.offset += given.length;
    return given;
  }
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

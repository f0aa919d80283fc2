/**
 * Members of a ZIP by its directory (APPNOTE 6.3, with its 64-bit sizes), read in pieces: nothing is held whole, and
 * what the directory does not name is not there. (fflate, which makes our own archives, holds what it reads.)
 */
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw, crc32 } from 'node:zlib';
import { pipeline } from 'node:stream';
import { ArchiveError, type ArchiveMember } from './spool.ts';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const NONE32 = 0xffff_ffff;
/** Bytes of the end, with the longest comment. */
const MOST_END = 22 + 0xffff;
/** Bytes that hold nearly every entry of the directory, and those that hold any: its lengths have 16 bits. */
const USUAL_ENTRY = 512;
const MOST_ENTRY = 46 + 3 * 0xffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  /** File type bits of Unix, 0 where it does not say. */
  readonly mode: number;
}

/** The members in the order of the directory. Throws ArchiveError where that cannot be read. */
export async function* zipMembers(path: string): AsyncGenerator<ArchiveMember> {
  const file = await open(path);
  try {
    for await (const entry of entriesOf(file)) {
      if (entry.name.endsWith('/')) continue;
      const passed = whyPassed(entry);
      if (passed !== null) yield { name: entry.name, bytes: null, passed };
      else yield { name: entry.name, bytes: unpacked(path, file, entry), passed: null };
    }
  } finally {
    await file.close();
  }
}

function whyPassed({ flags, method, mode }: Entry): string | null {
  // S_IFMT and S_IFLNK.
  if ((mode & 0o170000) === 0o120000) return 'a link';
  if ((flags & 1) !== 0) return 'encrypted';
  return method === 0 || method === 8 ? null : 'packed in a way that is not read';
}

async function* unpacked(path: string, file: FileHandle, entry: Entry): AsyncGenerator<Uint8Array> {
  const local = await bytesAt(file, entry.local, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw new ArchiveError('does not stand where its ZIP says');
  const start = entry.local + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  // A stream cannot end before it starts.
  const packed = entry.packed === 0 ? null : createReadStream(path, { start, end: start + entry.packed - 1 });
  const source = packed === null || entry.method === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined);
  let crc = 0;
  let size = 0;
  for await (const piece of (source ?? []) as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > entry.size) throw new ArchiveError('is larger than its ZIP says');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size < entry.size) throw new ArchiveError('ends early');
  if (crc !== entry.crc) throw new ArchiveError('its checksum is another');
}

async function* entriesOf(file: FileHandle): AsyncGenerator<Entry> {
  const { size } = await file.stat();
  const directory = await findDirectory(file, size);
  let at = directory.start;
  for (let number = 0; number < directory.entries; number++) {
    let bytes = await bytesAt(file, at, USUAL_ENTRY);
    if (bytes.length < 46 || bytes.readUInt32LE(0) !== ENTRY) throw new ArchiveError('its directory is damaged');
    const nameEnd = 46 + bytes.readUInt16LE(28);
    const extraEnd = nameEnd + bytes.readUInt16LE(30);
    if (extraEnd > bytes.length) bytes = await bytesAt(file, at, MOST_ENTRY);
    yield readEntry(bytes, nameEnd, extraEnd);
    at += extraEnd + bytes.readUInt16LE(32);
  }
}

function readEntry(bytes: Buffer, nameEnd: number, extraEnd: number): Entry {
  const flags = bytes.readUInt16LE(8);
  const long = longSizes(bytes.subarray(nameEnd, extraEnd), {
    size: bytes.readUInt32LE(24),
    packed: bytes.readUInt32LE(20),
    local: bytes.readUInt32LE(42),
  });
  const isUnix = bytes[5] === 3;
  return {
    // Without the flag for UTF-8 it is of some code page; most of the world's programs write UTF-8 all the same.
    name: bytes.toString('utf8', 46, nameEnd),
    flags,
    method: bytes.readUInt16LE(10),
    crc: bytes.readUInt32LE(16),
    mode: isUnix ? bytes.readUInt32LE(38) >>> 16 : 0,
    ...long,
  };
}

/** Sizes that need 64 bits stand in the extra field (4.5.3), those alone that are all ones in the entry. */
function longSizes<Sizes extends Record<'size' | 'packed' | 'local', number>>(extra: Buffer, sizes: Sizes): Sizes {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let value = at + 4;
      const read = (given: number): number => {
        if (given !== NONE32 || value + 8 > Math.min(at + 4 + length, extra.length)) return given;
        value += 8;
        return Number(extra.readBigUInt64LE(value - 8));
      };
      return { ...sizes, size: read(sizes.size), packed: read(sizes.packed), local: read(sizes.local) };
    }
    at += 4 + length;
  }
  return sizes;
}

async function findDirectory(
  file: FileHandle,
  size: number,
): Promise<{ readonly start: number; readonly entries: number }> {
  const from = Math.max(0, size - MOST_END);
  const tail = await bytesAt(file, from, MOST_END);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const start = tail.readUInt32LE(at + 16);
    const entries = tail.readUInt16LE(at + 10);
    if (start !== NONE32 && entries !== 0xffff) return { start, entries };
    const locator = await bytesAt(file, from + at - 20, 20);
    if (locator.length < 20 || locator.readUInt32LE(0) !== LOCATOR64) return { start, entries };
    const end = await bytesAt(file, Number(locator.readBigUInt64LE(8)), 56);
    if (end.length < 56 || end.readUInt32LE(0) !== END64) break;
    return { start: Number(end.readBigUInt64LE(48)), entries: Number(end.readBigUInt64LE(32)) };
  }
  throw new ArchiveError('its directory is missing: the file is cut, or no ZIP');
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(at) || at < 0) throw new ArchiveError('its directory is damaged');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

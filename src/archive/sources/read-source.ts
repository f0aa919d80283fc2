/**
 * The mails of a source, one after the other and in the same order each time: of a file, of a folder with all that is
 * in it (Maildir, a Thunderbird profile, .eml files, mboxes), and of archives of these. Memory does not grow with the
 * source. Symbolic links are not followed but for the one that was named itself.
 */
import { createReadStream } from 'node:fs';
import { open, opendir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import type { MboxRange } from '../../mail/mime/mailbox-files.ts';
import { fromLineDate } from '../../mail/mime/receipt-dates.ts';
import { errorCode, errorText } from '../../base/errors.ts';
import { fileKind, isUnfinished, maildirMarks, mailFolder, mozillaMarks, TELLING } from './file-kind.ts';
import type { Found, Place } from './found.ts';
import { mailsOfMbox, mboxBytes, tellDialect, type Dialect } from './mbox.ts';
import { itemsOfPst } from './pst.ts';
import { ArchiveError, Budget, memberPath, sizeOf, Spool, type ArchiveMember } from './spool.ts';
import { tarMembers } from './tar.ts';
import { zipMembers } from './zip.ts';

export interface ReadOptions {
  /** Of every mbox; null has each tell its own. */
  readonly dialect: Dialect | null;
}

/** Archives in archives that are opened. */
const DEEPEST = 3;
/** Bytes of a mail in which Thunderbird's marks are sought: they stand first. */
const MARKS = 2_048;
/** Bytes in which the From_ line before a mail is sought. */
const FROM_LINE = 256;

/** The folders of a Thunderbird profile that hold mail. */
const PROFILE: ReadonlySet<string> = new Set(['Mail', 'ImapMail']);

/** A file to read: on the disk at `path`, whatever it was called. */
interface SourceFile {
  readonly path: string;
  /** As it is told, outermost first: the source, then each archive's members. */
  readonly told: readonly string[];
  /** Its parts below the source or the archive that it lies in, which its kind and its mail folder are read of. */
  readonly parts: readonly string[];
  /** The mail folder of the archive that it lies in. */
  readonly within: readonly string[];
  /** How many archives it lies in, and what these may still unpack to. */
  readonly depth: number;
  readonly budget: Budget | null;
}

/** Never rejects for what is wrong with the source: that is told as damaged, with its place. */
export async function* readSource(source: string, options: ReadOptions): AsyncGenerator<Found> {
  const reader = new SourceReader(options);
  try {
    yield* reader.read(source);
  } finally {
    await reader.close();
  }
}

class SourceReader {
  private readonly options: ReadOptions;
  private readonly spool = new Spool();

  constructor(options: ReadOptions) {
    this.options = options;
  }

  async close(): Promise<void> {
    await this.spool.remove();
  }

  async *read(source: string): AsyncGenerator<Found> {
    const told = [source];
    try {
      const found = await stat(source);
      if (found.isDirectory()) yield* this.folder(source, told, []);
      else if (found.isFile()) {
        yield* this.file({ path: source, told, parts: [basename(source)], within: [], depth: 0, budget: null });
      } else yield { is: 'passed', place: { path: told, offset: null }, reason: 'no plain file' };
    } catch (error) {
      yield damaged(told, error);
    }
  }

  private async *folder(path: string, told: readonly string[], parts: readonly string[]): AsyncGenerator<Found> {
    const names: { readonly name: string; readonly is: 'folder' | 'file' | 'link' | 'other' }[] = [];
    try {
      for await (const entry of await opendir(path)) {
        const is = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other';
        names.push({ name: entry.name, is });
      }
    } catch (error) {
      yield damaged(told, error);
      return;
    }
    names.sort((a, b) => (a.name < b.name ? -1 : 1));
    // What else a profile of Thunderbird holds are its settings and its cache.
    const isProfile = names.some(({ name }) => name === 'prefs.js') && names.some(({ name }) => PROFILE.has(name));
    for (const { name, is } of names.filter((entry) => !isProfile || PROFILE.has(entry.name))) {
      const below = [...parts, name];
      const inside = [...told.slice(0, -1), join(told.at(-1) ?? '', name)];
      if (is === 'folder') yield* this.folder(join(path, name), inside, below);
      else if (is === 'file') {
        yield* this.file({ path: join(path, name), told: inside, parts: below, within: [], depth: 0, budget: null });
      } else {
        yield passed(inside, is === 'link' ? 'a link' : 'no plain file');
      }
    }
  }

  private async *file(file: SourceFile): AsyncGenerator<Found> {
    try {
      if (isUnfinished(file.parts)) {
        yield passed(file.told, 'a delivery that was not finished');
        return;
      }
      const kind = fileKind(file.parts, await startOf(file.path, TELLING));
      switch (kind.is) {
        case 'passed':
          yield passed(file.told, kind.reason);
          return;
        case 'mail':
          yield await this.mail(file);
          return;
        case 'mbox':
          yield* this.mbox(file);
          return;
        case 'zip':
        case 'tar':
        case 'gzip':
          yield* this.archive(file, kind.is);
          return;
        case 'pst':
          yield* itemsOfPst({ path: file.path, told: file.told, folder: [...file.within, ...file.parts.slice(0, -1)] });
          return;
      }
    } catch (error) {
      yield damaged(file.told, error);
    }
  }

  private async mail(file: SourceFile): Promise<Found> {
    return {
      is: 'mail',
      mail: {
        place: { path: file.told, offset: null },
        folder: [...file.within, ...mailFolder(file.parts, 'mail')],
        size: await sizeOf(file.path),
        marks: maildirMarks(file.parts),
        delivered: null,
        composed: false,
        open: () => createReadStream(file.path),
      },
    };
  }

  private async *mbox(file: SourceFile): AsyncGenerator<Found> {
    const dialect = this.options.dialect ?? (await tellDialect(file.path));
    const folder = [...file.within, ...mailFolder(file.parts, 'mbox')];
    for await (const range of mailsOfMbox(file.path, dialect)) {
      const place: Place = { path: file.told, offset: range.start };
      const { before, start } = await aroundStart(file.path, range);
      if (!range.fits) yield { is: 'damaged', place, reason: 'its Content-Length does not lead to the next mail' };
      yield {
        is: 'mail',
        mail: {
          place,
          folder,
          size: range.end - range.start,
          marks: mozillaMarks(start, folder.at(-1)),
          delivered: fromLineDate(before),
          composed: false,
          open: () => mboxBytes(file.path, range, dialect),
        },
      };
    }
  }

  private async *archive(file: SourceFile, kind: 'zip' | 'tar' | 'gzip'): AsyncGenerator<Found> {
    if (file.depth >= DEEPEST) {
      yield passed(file.told, 'an archive in too many others');
      return;
    }
    const budget = file.budget ?? new Budget(await sizeOf(file.path));
    const inside = { ...file, budget, depth: file.depth + 1 };
    if (kind === 'zip') {
      for await (const member of zipMembers(file.path)) yield* this.member(inside, member, budget);
    } else if (kind === 'tar') {
      yield* this.tar(inside, createReadStream(file.path), budget);
    } else {
      yield* this.gzip(inside, budget);
    }
  }

  private async *tar(file: SourceFile, bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Found> {
    const broken: { reason: string; offset: number }[] = [];
    const told = function* (): Generator<Found> {
      for (const { reason, offset } of broken.splice(0)) {
        yield { is: 'damaged', place: { path: file.told, offset }, reason };
      }
    };
    for await (const member of tarMembers(bytes, (reason, offset) => broken.push({ reason, offset }))) {
      yield* told();
      yield* this.member(file, member, budget);
    }
    yield* told();
  }

  /** One packed file: a tar, which is read as it comes, or another. */
  private async *gzip(file: SourceFile, budget: Budget): AsyncGenerator<Found> {
    const unpacked = pipeline(createReadStream(file.path), createGunzip(), () => undefined);
    const { start, all } = await peek(counted(unpacked, budget), TELLING);
    const parts = [...file.parts.slice(0, -1), (file.parts.at(-1) ?? '').replace(/\.gz$/i, '')];
    if (fileKind(parts, start).is === 'tar') {
      yield* this.tar(file, all, budget);
      return;
    }
    yield* this.spooled({ ...file, parts }, all);
  }

  private async *member(file: SourceFile, member: ArchiveMember, budget: Budget): AsyncGenerator<Found> {
    const parts = memberPath(member.name);
    const told = [...file.told, parts.join('/')];
    if (parts.length === 0) yield passed(told, 'a file without a name');
    else if (member.bytes === null) yield passed(told, member.passed);
    else yield* this.spooled({ ...file, told, parts }, counted(member.bytes, budget));
    budget.check();
  }

  /** What comes of an archive, as a file. Whatever of it came before an error is read. */
  private async *spooled(file: Omit<SourceFile, 'path'>, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
    const { path, error } = await this.spool.take(bytes);
    try {
      if (error !== null) yield damaged(file.told, error);
      yield* this.file({ ...file, path });
    } finally {
      await this.spool.drop(path);
    }
  }
}

const passed = (told: readonly string[], reason: string): Found => ({
  is: 'passed',
  place: { path: told, offset: null },
  reason,
});

const damaged = (told: readonly string[], error: unknown): Found => ({
  is: 'damaged',
  place: { path: told, offset: null },
  reason: reasonOf(error),
});

function reasonOf(error: unknown): string {
  if (error instanceof ArchiveError) return error.message;
  const code = errorCode(error);
  // zlib's: Z_DATA_ERROR, Z_BUF_ERROR.
  return code.startsWith('Z_') ? 'is packed wrongly, or cut' : `cannot be read: ${code || errorText(error)}`;
}

/** The first `length` bytes of a stream, or all that it has, and the stream from its beginning. */
async function peek(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const source: AsyncIterator<Uint8Array, unknown> = pieces[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let failed: { readonly error: unknown } | null = null;
  for (let have = 0; have < length;) {
    try {
      const { value, done } = await source.next();
      if (done === true) break;
      first.push(value);
      have += value.length;
    } catch (error) {
      failed = { error };
      break;
    }
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* first;
    if (failed !== null) throw failed.error;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return { start: Buffer.concat(first).subarray(0, length), all: all() };
}

async function* counted(pieces: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    budget.take(piece.length);
    yield piece;
  }
}

async function startOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The From_ line before a mail of an mbox, and the beginning of the mail. */
async function aroundStart(
  path: string,
  range: MboxRange,
): Promise<{ readonly before: string; readonly start: string }> {
  const from = Math.max(0, range.start - FROM_LINE);
  const text = await textAt(path, from, Math.min(range.end, range.start + MARKS));
  const line = text.slice(0, range.start - from).trimEnd();
  return { before: line.slice(line.lastIndexOf('\n') + 1), start: text.slice(range.start - from) };
}

async function textAt(path: string, start: number, end: number): Promise<string> {
  const pieces: Buffer[] = [];
  if (end <= start) return '';
  for await (const piece of createReadStream(path, { start, end: end - 1 })) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('latin1');
}

/**
 * Files out of archives, one at a time, in a folder of our own: what is in an archive may be an mbox, which is read
 * more than once. Their names there are ours; those in the archive are only told.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode, MailroomError } from '../../base/errors.ts';

/**
 * How much may come out of an archive: so many times its size, and this much beside. Mail packs to a fifth, what is
 * told twice to a hundredth; what grows a thousandfold was made to fill a disk.
 */
const MOST_TIMES = 200;
const MOST_BESIDE = 64 * 1024 * 1024;

/** What an archive may still unpack to, bytes; counted over all of its members. */
export class Budget {
  private left: number;

  constructor(archiveSize: number) {
    this.left = archiveSize * MOST_TIMES + MOST_BESIDE;
  }

  /** Throws where that is too much. */
  take(bytes: number): void {
    this.left -= bytes;
    this.check();
  }

  /** Throws where it was too much. */
  check(): void {
    if (this.left < 0) throw new ArchiveError('unpacks to more than an archive of mail could; the rest is not read');
  }
}

/** What is wrong with an archive or a member of it; the sentence is told. */
export class ArchiveError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArchiveError';
  }
}

/** The folder, made when the first file comes. `remove` must be called. */
export class Spool {
  private folder: Promise<string> | null = null;
  private count = 0;

  /** Writes the pieces to a file, readable by its owner alone, and gives its path. What came before an error stays. */
  async take(pieces: AsyncIterable<Uint8Array>): Promise<{ readonly path: string; readonly error: unknown }> {
    this.folder ??= makeFolder();
    const path = join(await this.folder, String(this.count++));
    let error: unknown = null;
    const untilError = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* pieces;
      } catch (caught) {
        error = caught;
      }
    };
    try {
      await pipeline(Readable.from(untilError(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    } catch (failed) {
      const text = `${tmpdir()} could not be written (${errorCode(failed)}): TMPDIR names another folder`;
      throw new MailroomError('no-room', text, { cause: failed });
    }
    return { path, error };
  }

  async drop(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async remove(): Promise<void> {
    if (this.folder !== null) await rm(await this.folder, { recursive: true, force: true });
  }
}

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'mailroom-archive-'));
  } catch (error) {
    throw new MailroomError(
      'no-temporary-folder',
      `archives are unpacked to ${tmpdir()}, which cannot be written (${errorCode(error)}): ` +
        'TMPDIR names another folder',
      { cause: error },
    );
  }
}

/** A member of an archive: a file to read, or why it is none. */
export type ArchiveMember =
  | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly passed: null }
  | { readonly name: string; readonly bytes: null; readonly passed: string };

/** The parts of a member's name, outermost first; those that lead elsewhere (`..`, an empty one, a drive) left out. */
export function memberPath(name: string): string[] {
  return name
    .slice(0, 4_096)
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part));
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path)).size;
}

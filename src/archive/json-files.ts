/** The descriptions in JSON of an export, and the files that they name: whether all are there as they should be. */
import { createHash } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorText } from '../base/errors.ts';
import { plainPieces } from './plain-file.ts';

/** Where descriptions lie, and the files of mails, below the folder of an export. */
export const JSON_FOLDER = 'json';
export const FILES = 'files';

/** Of a file of a mail, by its SHA-256 in hex. */
export const jsonFilePath = (sha256: string): string => `${FILES}/${sha256}`;

/** Bytes of a description that are read: a mail has a bound too. */
const DESCRIPTION_MAX = 256 * 1024 * 1024;

const described = z.object({ files: z.array(z.object({ sha256: z.string().nullable() })).default([]) });

/** What the manifest says of a description. */
export interface ExpectedJson {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Says what is not as the manifest has it. An export without descriptions has neither folder. */
export async function checkJson(
  folder: string,
  expected: ReadonlyMap<string, ExpectedJson>,
  fault: (text: string) => void,
): Promise<void> {
  const named = new Set<string>();
  const there = await namesIn(folder, JSON_FOLDER, fault);
  for (const { path, size, sha256 } of expected.values()) {
    if (!there.delete(path)) {
      fault(`${path}: is not there`);
      continue;
    }
    try {
      const bytes = await readPlain(join(folder, path), Math.min(size, DESCRIPTION_MAX));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) fault(`${path}: its bytes are others`);
      else for (const file of described.parse(JSON.parse(bytes.toString('utf8'))).files) add(named, file.sha256);
    } catch (error) {
      fault(`${path}: ${errorText(error)}`);
    }
  }
  for (const path of there) fault(`${path}: the manifest has no such file`);
  await checkFiles(folder, named, fault);
}

async function checkFiles(folder: string, named: Set<string>, fault: (text: string) => void): Promise<void> {
  for (const path of await namesIn(folder, FILES, fault)) {
    const sha256 = path.slice(FILES.length + 1);
    if (!named.delete(sha256)) {
      fault(`${path}: no mail has such a file`);
      continue;
    }
    try {
      if ((await hashOfPlain(join(folder, path))) !== sha256) fault(`${path}: its bytes are others`);
    } catch (error) {
      fault(`${path}: ${errorText(error)}`);
    }
  }
  for (const sha256 of named) fault(`${jsonFilePath(sha256)}: is not there`);
}

function add(to: Set<string>, sha256: string | null): void {
  if (sha256 !== null) to.add(sha256);
}

/** What lies in a folder, by its path below the export; none where there is no such folder. */
async function namesIn(folder: string, part: string, fault: (text: string) => void): Promise<Set<string>> {
  const there = await lstat(join(folder, part)).catch(() => null);
  if (there === null) return new Set();
  if (!there.isDirectory()) {
    fault(`${part}: no folder`);
    return new Set();
  }
  return new Set((await readdir(join(folder, part))).map((name) => `${part}/${name}`));
}

/** A whole plain file; one that is longer is cut behind `most` and one byte. */
async function readPlain(path: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of plainPieces(path)) {
    pieces.push(piece.subarray(0, most + 1 - size));
    size += piece.length;
    if (size > most) break;
  }
  return Buffer.concat(pieces);
}

async function hashOfPlain(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of plainPieces(path)) hash.update(piece);
  return hash.digest('hex');
}

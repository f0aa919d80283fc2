import type { MailFile } from '../../mail/types.ts';

/** Files of a mail that stand in the room one by one; of more than that, so many. */
const ALONE = 20;
const FIRST = 10;
/** Bytes up to which a file is small. */
const SMALL = 1024 * 1024;
/** Bytes of the files of one archive, and their number. */
const LARGEST = 8 * 1024 * 1024;
const MOST = 500;

/** The files of a mail as they stand in its room. */
export interface Arranged {
  readonly alone: readonly MailFile[];
  /** Each is one archive. */
  readonly bundles: readonly (readonly MailFile[])[];
}

/**
 * Which files of a mail get a message each: all of them up to `ALONE`. Of more the first `FIRST`, and those that are
 * large or for which `apart` says so; the rest goes into archives, so that a mail with hundreds of files fills no room.
 */
export function arrangeFiles(files: readonly MailFile[], apart: (file: MailFile) => boolean): Arranged {
  if (files.length <= ALONE) return { alone: files, bundles: [] };
  const isBundled = (file: MailFile, at: number): boolean => at >= FIRST && file.size <= SMALL && !apart(file);
  const bundles: MailFile[][] = [];
  let size = 0;
  for (const file of files.filter(isBundled)) {
    const last = bundles.at(-1);
    if (last === undefined || last.length >= MOST || size + file.size > LARGEST) {
      bundles.push([file]);
      size = file.size;
    } else {
      last.push(file);
      size += file.size;
    }
  }
  return { alone: files.filter((file, at) => !isBundled(file, at)), bundles };
}

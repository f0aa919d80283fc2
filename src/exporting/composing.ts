/** A composed mail on its way into an export: its files are fetched first, so that one that cannot be had is told. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ManifestAbout, ManifestComposed } from '../archive/manifest.ts';
import { MailroomError } from '../base/errors.ts';
import type { FromEvents } from '../bridge/exported/composed-mail.ts';
import { compose } from '../mail/compose.ts';
import type { Draft } from '../mail/types.ts';
import type { ExportFolder } from './export-folder.ts';
import type { ToldEvents } from './mail-json.ts';
import type { FoundFile, RoomSource } from './room-source.ts';

/** Files that are named in the manifest, and the length of their names, characters: a line of it has a bound. */
const NAMED = 20;
const NAME_MAX = 200;

interface ComposedMail {
  /** Makes it without the files whose addresses are given, each with its reason. */
  readonly draft: (missing: ReadonlyMap<string, string>) => FromEvents;
  readonly of: ManifestComposed['of'];
  readonly redacted: number;
  readonly matrix: ToldEvents | null;
}

/** Writes it, with what is said of it; what no mail can be made of is named. */
export async function writeComposed(
  { into, rooms }: { readonly into: ExportFolder; readonly rooms: RoomSource },
  about: ManifestAbout,
  { draft: made, of, redacted, matrix }: ComposedMail,
): Promise<void> {
  const fetched = new Map<string, FoundFile>();
  try {
    for (const { key } of made(new Map()).draft.files) {
      if (!fetched.has(key)) fetched.set(key, await rooms.file(key));
    }
    const missing = new Map(
      [...fetched].flatMap(([key, file]) => ('reason' in file ? [[key, file.reason] as const] : [])),
    );
    const { draft, without } = made(missing);
    const bytes = bytesOf(withTypes(draft, fetched), fetched);
    if (bytes === null) {
      await into.name(about, 'it cannot be composed', null);
      return;
    }
    const named = without.slice(0, NAMED).map(({ name, reason }) => ({ name: name.slice(0, NAME_MAX), reason }));
    await into.add(about, {
      at: draft.date,
      bytes,
      composed: { of, redacted, without: named, files_missing: without.length },
      matrix,
    });
  } finally {
    for (const file of fetched.values()) await rooms.drop(file);
  }
}

function bytesOf(draft: Draft, fetched: ReadonlyMap<string, FoundFile>): AsyncIterable<Uint8Array> | null {
  try {
    return compose(draft, (key) => {
      const file = fetched.get(key);
      return file !== undefined && 'path' in file ? createReadStream(file.path) : Readable.from([]);
    });
  } catch (error) {
    if (error instanceof MailroomError) return null;
    throw error;
  }
}

/** What nobody said the type of is what the homeserver gives it as. */
function withTypes(draft: Draft, fetched: ReadonlyMap<string, FoundFile>): Draft {
  const files = draft.files.map((file) => {
    const found = fetched.get(file.key);
    return file.type === '' && found !== undefined && 'type' in found ? { ...file, type: found.type } : file;
  });
  return { ...draft, files };
}

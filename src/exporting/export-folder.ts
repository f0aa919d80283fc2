/** The folder of an export while it is written: its mails, what is told of each, and what is counted. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMailWriter } from '../archive/mail-files.ts';
import type { Format, MailWriter } from '../archive/mail-files.ts';
import { ManifestWriter, MAILS } from '../archive/manifest.ts';
import type { ManifestAbout, ManifestComposed, WhyMissing } from '../archive/manifest.ts';
import { errorCode, MailroomError } from '../base/errors.ts';
import type { JsonWriter, ToldEvents } from './mail-json.ts';

/** Longest text of a place in the manifest, characters: a line of it has a bound. */
const PLACE_MAX = 1_000;

/** A mail that is to be written. */
export interface MailToWrite {
  readonly at: Date;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Null for the bytes that came or left. */
  readonly composed: ManifestComposed | null;
  /** What its description in JSON says of its events; null for nothing. */
  readonly matrix: ToldEvents | null;
}

export class ExportFolder {
  readonly folder: string;
  readonly #writer: MailWriter;
  readonly #manifest: ManifestWriter;
  /** Null for every format but JSON. */
  readonly #json: JsonWriter | null;
  readonly missing = new Map<WhyMissing, number>();
  mails = 0;
  bytes = 0;
  composed = 0;
  /** Files of composed mails that could not be had. */
  without = 0;

  private constructor(folder: string, writer: MailWriter, manifest: ManifestWriter, json: JsonWriter | null) {
    this.folder = folder;
    this.#writer = writer;
    this.#manifest = manifest;
    this.#json = json;
  }

  /**
   * Rejects with MailroomError where the folder is there and not empty, or cannot be made.
   *
   * @param json writes the descriptions, where the format has them
   */
  static async create(
    folder: string,
    format: Format,
    begin: Omit<Parameters<ManifestWriter['begin']>[0], 'export' | 'format'>,
    json: ((folder: string) => Promise<JsonWriter>) | null,
  ): Promise<ExportFolder> {
    await makeFolder(folder);
    await mkdir(join(folder, MAILS), { mode: 0o700 });
    const manifest = await ManifestWriter.create(folder);
    try {
      const writer = await createMailWriter(join(folder, MAILS), format);
      try {
        await manifest.begin({ export: 2, format, ...begin });
        return new ExportFolder(folder, writer, manifest, json === null ? null : await json(folder));
      } catch (error) {
        await writer.close();
        throw error;
      }
    } catch (error) {
      await manifest.close();
      throw error;
    }
  }

  /** Whether anything is told of the events of a mail. */
  get tellsEvents(): boolean {
    return this.#json !== null;
  }

  async add(about: ManifestAbout, { at, bytes, composed, matrix }: MailToWrite): Promise<void> {
    const { path, offset, size, sha256, original: before } = await this.#writer.add({ at, bytes });
    const line = { ...bounded(about), path, offset, size, sha256, original_sha256: before, composed };
    const json = this.#json === null ? null : await this.#json.describe(line, matrix);
    await this.#manifest.add({ ...line, json });
    this.mails += 1;
    this.bytes += size;
    if (composed === null) return;
    this.composed += 1;
    this.without += composed.files_missing;
  }

  /** Names what is not there. @param sha256 hex, where it is known */
  async name(about: ManifestAbout, missing: WhyMissing, sha256: string | null): Promise<void> {
    this.missing.set(missing, (this.missing.get(missing) ?? 0) + 1);
    await this.#manifest.add({ ...bounded(about), missing, sha256 });
  }

  /** It is whole: signs it, and gives the public key, hex. */
  async sign(secret: string): Promise<string> {
    const missing = [...this.missing.values()].reduce((sum, count) => sum + count, 0);
    await this.#manifest.add({ end: 1, mails: this.mails, missing });
    return this.#manifest.sign(secret);
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#manifest.close();
  }
}

/** What places and folders are called is told to people; their length is anybody's. */
function bounded(about: ManifestAbout): ManifestAbout {
  if (about.imported === null) return about;
  const { import: of, folder, place } = about.imported;
  return { ...about, imported: { import: of, folder: cut(folder), place: cut(place) } };
}

const cut = (text: string): string => (text.length <= PLACE_MAX ? text : `${text.slice(0, PLACE_MAX).toWellFormed()}…`);

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await readdir(folder).catch(() => ['a file'])).length === 0) return;
    const why = errorCode(error) === 'EEXIST' ? 'is there already, and not an empty folder' : errorCode(error);
    throw new MailroomError('no-folder', `${folder} cannot be written to: ${why}`, { cause: error });
  }
}

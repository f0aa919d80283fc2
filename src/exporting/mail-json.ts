/**
 * A description of each mail of an export in JSON, beside the mail itself: its header, people, texts, and its files as
 * files, each once by its content. Nothing of a mail becomes a name here: descriptions are numbered, files are called
 * by their SHA-256.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { FILES, JSON_FOLDER, jsonFilePath } from '../archive/json-files.ts';
import { MAILS } from '../archive/manifest.ts';
import type { ManifestAbout, ManifestComposed } from '../archive/manifest.ts';
import { wireJson } from '../base/wire-text.ts';
import type { EventId } from '../bridge/types.ts';
import { headerOf } from '../mail/mime/head.ts';
import type { MailFile, ParsedMail, Person } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';

/** Bytes of a header that are told, and fields. */
const HEADER_MAX = 256 * 1024;
const FIELDS_MAX = 2_000;

/** Events that a mail became or was made of. */
export interface ToldEvents {
  readonly room: string;
  readonly events: readonly string[];
  /** Of what was said inside; null for every mail. */
  readonly internal: InternalTold | null;
}

export interface InternalTold {
  readonly sender: string;
  readonly at: string;
  readonly redacted: boolean;
  readonly edits: readonly { readonly event: EventId; readonly at: string; readonly content: unknown }[];
  readonly reactions: readonly {
    readonly event: EventId;
    readonly sender: string;
    readonly at: string;
    readonly key: string;
  }[];
}

/** A mail that was written, as the manifest has it. */
type WrittenLine = ManifestAbout & {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly composed: ManifestComposed | null;
};

export class JsonWriter {
  readonly #folder: string;
  readonly #parser: ParsePool;
  #count = 0;

  private constructor(folder: string, parser: ParsePool) {
    this.#folder = folder;
    this.#parser = parser;
  }

  /** @param folder of the export */
  static async create(folder: string, parser: ParsePool): Promise<JsonWriter> {
    for (const part of [JSON_FOLDER, FILES]) await mkdir(join(folder, part), { mode: 0o700 });
    return new JsonWriter(folder, parser);
  }

  /** Describes a mail that lies in its file. One that nobody can read is told with the reason. */
  async describe(
    line: WrittenLine,
    matrix: ToldEvents | null,
  ): Promise<{ readonly path: string; readonly size: number; readonly sha256: string }> {
    const mail = join(this.#folder, MAILS, line.path);
    const parsed = await this.#parser.parse(createReadStream(mail));
    const told = {
      mailroom: 1,
      ...line,
      path: `${MAILS}/${line.path}`,
      header: fieldsOf(await buffer(headerOf(createReadStream(mail), HEADER_MAX))),
      ...(parsed.ok ? await this.#contentOf(mail, parsed.mail) : { unreadable: parsed.failure.code }),
      matrix,
    };
    const bytes = Buffer.from(`${wireJson(told)}\n`);
    const path = `${JSON_FOLDER}/${String(++this.#count).padStart(7, '0')}.json`;
    await writeFile(join(this.#folder, path), bytes, { mode: 0o600, flag: 'wx' });
    return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  async #contentOf(path: string, mail: ParsedMail) {
    const files = [];
    for (const file of mail.files) {
      const { name, type, disposition, contentId } = file;
      const stored = await this.#store(path, file);
      files.push({ name, type, disposition, content_id: contentId, ...stored });
    }
    return {
      ...{ subject: mail.subject, from: people(mail.from), reply_to: people(mail.replyTo), to: people(mail.to) },
      ...{ cc: people(mail.cc), bcc: people(mail.bcc), in_reply_to: mail.inReplyTo, references: mail.references },
      ...{ text: mail.text, html: mail.html, files },
    };
  }

  /** By what its bytes are once they lie here. */
  async #store(mail: string, { index }: MailFile) {
    const source = await this.#parser.readFile(createReadStream(mail), index).catch(() => null);
    if (source === null) return { size: null, sha256: null, path: null };
    const hash = createHash('sha256');
    let size = 0;
    const counting = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        hash.update(piece);
        size += piece.length;
        done(null, piece);
      },
    });
    const part = join(this.#folder, FILES, 'part');
    try {
      await pipeline(source, counting, createWriteStream(part, { mode: 0o600 }));
    } catch {
      // The child that took it out of the mail broke; the mail has it.
      await rm(part, { force: true });
      return { size: null, sha256: null, path: null };
    }
    const sha256 = hash.digest('hex');
    const path = jsonFilePath(sha256);
    const to = join(this.#folder, path);
    const isThere = await stat(to).then(
      () => true,
      () => false,
    );
    if (isThere) await rm(part);
    else await rename(part, to);
    return { size, sha256, path };
  }
}

const people = (given: readonly Person[]) => given.map(({ name, address }) => ({ name, address }));

/** The fields as they stand there, unfolded (RFC 5322 section 2.2.3). */
function fieldsOf(header: Buffer): { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of header.toString(isUtf8(header) ? 'utf8' : 'latin1').split(/\r?\n/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last.value += line;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0 && fields.length < FIELDS_MAX) {
      fields.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
    }
  }
  return fields;
}

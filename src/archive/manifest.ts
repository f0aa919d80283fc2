/**
 * What an export holds: a line of JSON for its beginning, one for each mail, whether its bytes are there or not, one
 * for its end; and the signature over all of it.
 */
import { createHash, type Hash } from 'node:crypto';
import { open, writeFile, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isSigned, signText } from '../bridge/signing.ts';
import { MailroomError } from '../base/errors.ts';
import { FORMATS } from './mail-files.ts';
import { plainPieces } from './plain-file.ts';

const MANIFEST = 'manifest.jsonl';
const SIGNATURE = 'manifest.sig';
/** Bytes of a line, and of the signature's file: an id has at most 998, six of JSON each. */
const LONGEST = 64 * 1024;
/** Where the mails of an export lie, below its folder. */
export const MAILS = 'mails';
/** Why a mail is named and not there. */
const MISSING = [
  'bytes are not kept any more',
  'not whole',
  'waits',
  'was stopped',
  'nothing of it is left',
  'its room cannot be read',
  'it cannot be composed',
] as const;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const beginSchema = z.object({
  /** 1: of a version that wrote living mail alone, and nothing composed. */
  export: z.union([z.literal(1), z.literal(2)]),
  made: z.string(),
  format: z.enum(FORMATS),
  /** What was asked for; what is null was not. */
  selection: z.object({
    account: z.string().nullable(),
    room: z.string().nullable(),
    person: z.string().nullable(),
    since: z.string().nullable(),
    until: z.string().nullable(),
    /** Whether what was said inside was asked for. */
    notes: z.boolean().default(false),
  }),
});
/** Whose mail it is, in the words of the database. */
const aboutSchema = z.object({
  /** mail: it came or left. imported: it was brought in. internal: it was said in a room and never mailed. */
  kind: z.enum(['mail', 'imported', 'internal']).default('mail'),
  message_id: z.string().nullable(),
  date: z.string().nullable(),
  direction: z.enum(['in', 'out', 'colleague']).nullable(),
  account: z.string(),
  thread: z.string().nullable(),
  room: z.string().nullable(),
  /** Its first event, where that is known without asking. */
  event: z.string().nullable().default(null),
  /** Where an imported mail lay. */
  imported: z.object({ import: z.string(), folder: z.string(), place: z.string() }).nullable().default(null),
  /** Why an imported mail stands in no room; null for every other. */
  set_aside: z.string().nullable().default(null),
});
/** How a mail was composed whose own bytes are not kept, or which never had any. */
const composedSchema = z.object({
  /** What it was made of: the events as the room has them now, or what the database holds of them. */
  of: z.enum(['room', 'database']),
  /** Events of it whose words were taken away. */
  redacted: z.number().int(),
  /** Files that could not be had, the first of them; `files_missing` counts all. */
  without: z.array(z.object({ name: z.string(), reason: z.string() })),
  files_missing: z.number().int(),
});
const mailSchema = aboutSchema.extend({
  path: z.string(),
  offset: z.number().int().nullable(),
  size: z.number().int(),
  /** Of the mail as it is read from its file. */
  sha256: hex,
  /** Of the mail as it was kept, where the file does not keep all of it; null where it is the same. */
  original_sha256: hex.nullable(),
  /** Null for the bytes that came or left. */
  composed: composedSchema.nullable().default(null),
  /** Of its description in JSON (`--format json`). */
  json: z.object({ path: z.string(), size: z.number().int(), sha256: hex }).nullable().default(null),
});
const missingSchema = aboutSchema.extend({ missing: z.enum(MISSING), sha256: hex.nullable() });
const endSchema = z.object({ end: z.literal(1), mails: z.number().int(), missing: z.number().int() });
const lineSchema = z.union([mailSchema, missingSchema, endSchema, beginSchema]);

export type ManifestBegin = z.infer<typeof beginSchema>;
export type ManifestAbout = z.infer<typeof aboutSchema>;
export type ManifestComposed = z.infer<typeof composedSchema>;
export type WhyMissing = (typeof MISSING)[number];
type ManifestLine = z.infer<typeof lineSchema>;

type Signature = z.infer<typeof signatureSchema>;
const signatureSchema = z.object({ key: hex, manifest_sha256: hex, signature: z.string() });

/** Writes a manifest. It has its name only once it is whole and signed, so that half an export has none. */
export class ManifestWriter {
  private readonly folder: string;
  private readonly file: FileHandle;
  private readonly hash = createHash('sha256');

  private constructor(folder: string, file: FileHandle) {
    this.folder = folder;
    this.file = file;
  }

  static async create(folder: string): Promise<ManifestWriter> {
    return new ManifestWriter(folder, await open(join(folder, `${MANIFEST}.part`), 'wx', 0o600));
  }

  /** Its first line. */
  begin(line: ManifestBegin): Promise<void> {
    return this.add(line);
  }

  async add(line: ManifestLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.hash.update(text);
    await this.file.appendFile(text);
  }

  /** Signs it, and gives the public key, hex. */
  async sign(secret: string): Promise<string> {
    await this.file.sync();
    const digest = this.hash.digest('hex');
    const { key, signature } = signText(secret, signed(digest));
    const text = JSON.stringify({ key, manifest_sha256: digest, signature }, null, 2);
    await writeFile(join(this.folder, SIGNATURE), `${text}\n`, { mode: 0o600, flag: 'wx' });
    await rename(join(this.folder, `${MANIFEST}.part`), join(this.folder, MANIFEST));
    return key;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

/** What is signed: what it is a signature of stands in front, so that it is good for nothing else. */
const signed = (digest: string): string => `Mailroom export manifest, SHA-256 ${digest}\n`;

/** What the signature says: whose key it is of, and whether it is good. */
export interface Signed {
  /** Hex. */
  readonly key: string;
  readonly good: boolean;
}

/** @param digest SHA-256 of the manifest as it lies there, hex */
export function checkSignature({ key, manifest_sha256, signature }: Signature, digest: string): Signed {
  return { key, good: digest === manifest_sha256 && isSigned({ key, signature }, signed(digest)) };
}

/** Throws MailroomError where there is no signature that can be read. */
export async function readSignature(folder: string): Promise<Signature> {
  try {
    // It is shorter than a piece; a longer one is none.
    for await (const text of plainPieces(join(folder, SIGNATURE), LONGEST))
      return signatureSchema.parse(JSON.parse(text.toString('utf8')));
    throw new MailroomError('empty', `${SIGNATURE} is empty`);
  } catch (error) {
    throw new MailroomError('no-manifest', `${folder} has no ${SIGNATURE} that can be read: it is no whole export`, {
      cause: error,
    });
  }
}

/**
 * The lines of a manifest, in their order. Throws MailroomError where one is none, or is too long.
 *
 * @param hash is given every byte of it
 */
export async function* readManifest(folder: string, hash: Hash): AsyncGenerator<ManifestLine> {
  let number = 1;
  try {
    for await (const line of lines(folder, hash)) {
      yield lineSchema.parse(JSON.parse(line.toString('utf8')));
      number += 1;
    }
  } catch (error) {
    const text = `${folder}: line ${number} of ${MANIFEST} cannot be read`;
    throw new MailroomError('manifest-damaged', text, { cause: error });
  }
}

async function* lines(folder: string, hash: Hash): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of plainPieces(join(folder, MANIFEST), LONGEST)) {
    hash.update(piece);
    let from = 0;
    const bytes = Buffer.concat([rest, piece]);
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
      yield bytes.subarray(from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LONGEST) throw new MailroomError('too-long', `a line has more than ${LONGEST} bytes`);
  }
  if (rest.length > 0) yield rest;
}

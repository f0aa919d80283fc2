/** Mails as standard files: an mbox, a Maildir, or a file each, with a description in JSON beside them or without. */
import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FromQuoter, FromUnquoter } from '../mail/mime/mailbox-files.ts';

export const FORMATS = ['mbox', 'maildir', 'eml', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** A mail that was written. */
interface WrittenMail {
  /** Below the folder. */
  readonly path: string;
  /** Of its first byte in an mbox, else null. */
  readonly offset: number | null;
  /** Bytes of the mail as they are read back. */
  readonly size: number;
  /** Hex, of the same bytes. */
  readonly sha256: string;
  /** Hex, of the mail before it was written, where the format does not keep all of its bytes; else null. */
  readonly original: string | null;
}

export interface MailWriter {
  /** The mails must come one after the other. */
  add(mail: { readonly at: Date; readonly bytes: AsyncIterable<Uint8Array> }): Promise<WrittenMail>;
  close(): Promise<void>;
}

/** Writes into a folder that is there. Files can be read by their owner alone. */
export async function createMailWriter(folder: string, format: Format): Promise<MailWriter> {
  if (format === 'mbox') return MboxWriter.create(folder);
  if (format === 'maildir') for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folder, part), { mode: 0o700 });
  return new FilesWriter(folder, format === 'maildir' ? format : 'eml');
}

class FilesWriter implements MailWriter {
  private readonly folder: string;
  private readonly format: 'maildir' | 'eml';
  private count = 0;

  constructor(folder: string, format: 'maildir' | 'eml') {
    this.folder = folder;
    this.format = format;
  }

  async add({ at, bytes }: Parameters<MailWriter['add']>[0]): Promise<WrittenMail> {
    const number = String(++this.count).padStart(7, '0');
    const seconds = String(Math.max(0, Math.floor(at.getTime() / 1000))).padStart(10, '0');
    // Both names keep the order of the mails. S is seen.
    const path = this.format === 'eml' ? `${number}.eml` : `cur/${seconds}.M${number}.mailroom:2,S`;
    const file = await open(join(this.folder, path), 'wx', 0o600);
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const piece of bytes) {
        hash.update(piece);
        size += piece.length;
        // Not write(), which may write less than it is given.
        await file.appendFile(piece);
      }
    } finally {
      await file.close();
    }
    return { path, offset: null, size, sha256: hash.digest('hex'), original: null };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const MBOX = 'mail.mbox';
const LF = 0x0a;

/** mboxrd, which loses nothing but the missing end of a last line. */
class MboxWriter implements MailWriter {
  private readonly file: FileHandle;
  private offset = 0;

  private constructor(file: FileHandle) {
    this.file = file;
  }

  static async create(folder: string): Promise<MboxWriter> {
    return new MboxWriter(await open(join(folder, MBOX), 'wx', 0o600));
  }

  async add({ at, bytes }: Parameters<MailWriter['add']>[0]): Promise<WrittenMail> {
    await this.write(Buffer.from(`From mailroom@localhost ${asctime(at)}\n`));
    const { offset } = this;
    const quoter = new FromQuoter();
    // What a reader makes of it is counted, not what it was made of.
    const reader = new FromUnquoter();
    const [before, after] = [createHash('sha256'), createHash('sha256')];
    let size = 0;
    let last = LF;
    const put = async (quoted: Buffer): Promise<void> => {
      await this.write(quoted);
      last = quoted.at(-1) ?? last;
      count(reader.write(quoted));
    };
    const count = (read: Buffer): void => {
      after.update(read);
      size += read.length;
    };
    for await (const piece of bytes) {
      before.update(piece);
      await put(quoter.write(piece));
    }
    await put(quoter.end());
    if (last !== LF) await put(Buffer.from('\n'));
    count(reader.end());
    await this.write(Buffer.from('\n'));
    const [original, sha256] = [before.digest('hex'), after.digest('hex')];
    return { path: MBOX, offset, size, sha256, original: original === sha256 ? null : original };
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private async write(bytes: Buffer): Promise<void> {
    if (bytes.length > 0) await this.file.appendFile(bytes);
    this.offset += bytes.length;
  }
}

/** RFC 4155 appendix A: the date of `asctime`, in UTC. */
function asctime(at: Date): string {
  const [day = '', date = '', month = '', year = '', time = ''] = at.toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date.replace(/^0/, ' ')} ${time} ${year}`;
}

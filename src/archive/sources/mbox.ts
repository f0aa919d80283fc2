/**
 * The mails of an mbox file in its four dialects, which no file names:
 *
 * - mboxo quotes a line `From ` as `>From `, and cannot tell it from one that was written so;
 * - mboxrd quotes `>From ` too, with one more sign (the only one that loses nothing);
 * - mboxcl quotes as mboxo and writes a Content-Length, which counts the quoted bytes;
 * - mboxcl2 writes a Content-Length and quotes nothing.
 *
 * Which one it is can be seen of the lengths: where those of the first mails all lead to the next From_ line, the file
 * is one of the last two, and is read as mboxcl2, since its bytes then stay as they are. Every other is read as mboxrd.
 * Nothing tells mboxcl from mboxcl2 for certain, nor mboxo from mboxrd; whoever knows says so.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { FromUnquoter, MboxScanner, type MboxRange } from '../../mail/mime/mailbox-files.ts';

export const DIALECTS = ['mboxo', 'mboxrd', 'mboxcl', 'mboxcl2'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Mails whose lengths tell the dialect. */
const TELLING_MAILS = 20;
/** Bytes in which the Content-Length of a mail is sought. */
const HEAD = 64 * 1024;
/** Bytes that are looked at behind the end of a mail: an empty line, and a From_ line. */
const BEHIND = 1_000;
const READ = 1024 * 1024;

/** Where a mail stands in the file. */
interface MboxMail extends MboxRange {
  /** Whether its length led to the next one; true where lengths do not count. */
  readonly fits: boolean;
}

/** Which dialect a file is in, as far as it can be seen. */
export async function tellDialect(path: string): Promise<Dialect> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at = 0;
    for (let mail = 0; mail < TELLING_MAILS && at < size; mail++) {
      const next = await byLength(file, at, size);
      if (next === null) return 'mboxrd';
      at = next.next;
    }
    return 'mboxcl2';
  } finally {
    await file.close();
  }
}

/** Each mail as soon as its end is seen, in the order of the file, which is read once; memory does not grow with it. */
export async function* mailsOfMbox(path: string, dialect: Dialect): AsyncGenerator<MboxMail> {
  if (dialect === 'mboxcl' || dialect === 'mboxcl2') yield* byLengths(path);
  else yield* byLines(path, 0);
}

/** The bytes of a mail as it was before it was put into the file. */
export async function* mboxBytes(path: string, range: MboxRange, dialect: Dialect): AsyncGenerator<Uint8Array> {
  if (range.end <= range.start) return;
  const pieces = createReadStream(path, { start: range.start, end: range.end - 1 });
  if (dialect === 'mboxcl2') {
    for await (const piece of pieces) yield piece as Uint8Array;
    return;
  }
  const unquoter = new FromUnquoter(dialect === 'mboxrd' ? 'any' : 'one');
  for await (const piece of pieces) yield unquoter.write(piece as Uint8Array);
  yield unquoter.end();
}

async function* byLines(path: string, from: number): AsyncGenerator<MboxMail> {
  const scanner = new MboxScanner();
  const mail = ({ start, end }: MboxRange): MboxMail => ({ start: from + start, end: from + end, fits: true });
  for await (const piece of createReadStream(path, { start: from, highWaterMark: READ })) {
    for (const range of scanner.write(piece as Uint8Array)) yield mail(range);
  }
  for (const range of scanner.end()) yield mail(range);
}

async function* byLengths(path: string): AsyncGenerator<MboxMail> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at = 0;
    while (at < size) {
      const found = await byLength(file, at, size);
      if (found !== null) {
        yield { start: found.start, end: found.end, fits: true };
        at = found.next;
        continue;
      }
      // Its length leads nowhere: somebody changed the mail. The next From_ line ends it.
      const mails: AsyncIterator<MboxMail, unknown> = byLines(path, at);
      const { value, done } = await mails.next();
      const second = done === true ? null : await mails.next();
      await mails.return?.();
      if (done === true) return;
      yield { ...value, fits: false };
      if (second === null || second.done === true) return;
      at = await lineBefore(file, second.value.start);
    }
  } finally {
    await file.close();
  }
}

/** The mail whose From_ line begins at `at`, by its Content-Length; null where that does not lead to the next one. */
async function byLength(
  file: FileHandle,
  at: number,
  size: number,
): Promise<{ readonly start: number; readonly end: number; readonly next: number } | null> {
  const head = await textAt(file, at, HEAD);
  const line = head.indexOf('\n');
  const body = /\n\r?\n/.exec(head.slice(line));
  if (line < 0 || body === null) return null;
  const bodyAt = line + body.index + body[0].length;
  const length = /^Content-Length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(head.slice(line + 1, bodyAt))?.[1];
  if (length === undefined) return null;
  const end = at + bodyAt + Number(length);
  if (end > size) return null;
  const behind = await textAt(file, end, BEHIND);
  const gap = /^(?:\r?\n){0,2}/.exec(behind)?.[0].length ?? 0;
  const next = end + gap;
  if (next < size && !behind.startsWith('From ', gap)) return null;
  const endsLine = gap > 0 || (await textAt(file, end - 1, 1)) === '\n';
  return endsLine || next >= size ? { start: at + line + 1, end, next } : null;
}

/** Where the From_ line begins that ends before `start`. */
async function lineBefore(file: FileHandle, start: number): Promise<number> {
  const from = Math.max(0, start - BEHIND - 1);
  const text = await textAt(file, from, start - 1 - from);
  return from + text.lastIndexOf('\n') + 1;
}

async function textAt(file: FileHandle, at: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.toString('latin1', 0, bytesRead);
}

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
import { createReadStream } from 'node:fs';
import { FromUnquoter, MboxScanner, type MboxRange } from '../../mail/mime/mailbox-files.ts';
import { FileWindow } from './file-window.ts';

export const DIALECTS = ['mboxo', 'mboxrd', 'mboxcl', 'mboxcl2'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Mails whose lengths tell the dialect. */
const TELLING_MAILS = 20;
/** Bytes in which the Content-Length of a mail is sought: most headers are as short as the first. */
const HEADS = [4 * 1024, 64 * 1024];
/** Bytes that are looked at behind the end of a mail: an empty line, and a From_ line's beginning. */
const BEHIND = 16;
/** Bytes that are scanned at once for the end of one mail: the first time, and at most. */
const FIRST_SCAN = 4 * 1024;
const MOST_SCAN = 256 * 1024;
const READ = 1024 * 1024;

/** Where a mail stands in the file. */
interface MboxMail extends MboxRange {
  /** Whether its length led to the next one; true where lengths do not count. */
  readonly fits: boolean;
}

/** Which dialect a file is in, as far as it can be seen. */
export async function tellDialect(path: string): Promise<Dialect> {
  const file = await FileWindow.open(path);
  try {
    let at = 0;
    for (let mail = 0; mail < TELLING_MAILS && at < file.size; mail++) {
      const found = await byLength(file, at);
      if (found === null) return 'mboxrd';
      at = found.next;
    }
    return 'mboxcl2';
  } finally {
    await file.close();
  }
}

/** Each mail as soon as its end is seen, in the order of the file, which is read once; memory does not grow with it. */
export async function* mailsOfMbox(path: string, dialect: Dialect): AsyncGenerator<MboxMail> {
  if (dialect === 'mboxcl' || dialect === 'mboxcl2') yield* byLengths(path);
  else yield* byLines(path);
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

async function* byLines(path: string): AsyncGenerator<MboxMail> {
  const scanner = new MboxScanner();
  const mail = (range: MboxRange): MboxMail => ({ ...range, fits: true });
  for await (const piece of createReadStream(path, { highWaterMark: READ })) {
    for (const range of scanner.write(piece as Uint8Array)) yield mail(range);
  }
  for (const range of scanner.end()) yield mail(range);
}

async function* byLengths(path: string): AsyncGenerator<MboxMail> {
  const file = await FileWindow.open(path);
  try {
    for (let at = 0; at < file.size;) {
      const fitting = await byLength(file, at);
      // Its length leads nowhere: somebody changed the mail. The next From_ line ends it.
      const found = fitting ?? (await byNextLine(file, at));
      if (found === null) return;
      yield { start: found.start, end: found.end, fits: fitting !== null };
      at = found.next;
    }
  } finally {
    await file.close();
  }
}

/** A mail, and where the From_ line of the next one begins; the file's size where there is none. */
interface Step extends MboxRange {
  readonly next: number;
}

/** The mail whose From_ line begins at `at`, by its Content-Length; null where that does not lead to the next one. */
async function byLength(file: FileWindow, at: number): Promise<Step | null> {
  const head = await headOf(file, at);
  if (head === null) return null;
  const length = /^Content-Length:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(head.fields)?.[1];
  if (length === undefined) return null;
  const end = head.body + Number(length);
  if (end > file.size) return null;
  // What is claimed may lie anywhere: nothing is read beyond it.
  const around = (await file.glance(end - 1, 1 + BEHIND)).toString('latin1');
  const behind = around.slice(1);
  const gap = /^(?:\r?\n){0,2}/.exec(behind)?.[0].length ?? 0;
  const next = end + gap;
  if (next < file.size && !behind.startsWith('From ', gap)) return null;
  const endsLine = gap > 0 || around.startsWith('\n');
  return endsLine || next >= file.size ? { start: head.start, end, next } : null;
}

/** Where a mail begins behind its From_ line, its fields, and where its body begins. */
async function headOf(
  file: FileWindow,
  at: number,
): Promise<{ readonly start: number; readonly fields: string; readonly body: number } | null> {
  for (const length of HEADS) {
    const text = (await file.read(at, length)).toString('latin1');
    const line = text.indexOf('\n');
    const blank = line < 0 ? null : /\n\r?\n/.exec(text.slice(line));
    if (blank === null) continue;
    const body = line + blank.index + blank[0].length;
    return { start: at + line + 1, fields: text.slice(line + 1, body), body: at + body };
  }
  return null;
}

/** The mail whose From_ line begins at `at`, to the next such line; null where the file ends within its own. */
async function byNextLine(file: FileWindow, at: number): Promise<Step | null> {
  const scanner = new MboxScanner();
  for (let from = at, length = FIRST_SCAN; ; length = Math.min(2 * length, MOST_SCAN)) {
    const piece = await file.read(from, length);
    from += piece.length;
    const [range] = piece.length === 0 ? scanner.end() : scanner.write(piece);
    if (range === undefined && piece.length > 0) continue;
    if (range === undefined) return null;
    const [start, end] = [at + range.start, at + range.end];
    if (piece.length === 0) return { start, end, next: file.size };
    // The empty line before it belongs to no mail.
    const gap = /^\r?\n/.exec((await file.read(end, 2)).toString('latin1'))?.[0].length ?? 0;
    return { start, end, next: end + gap };
  }
}

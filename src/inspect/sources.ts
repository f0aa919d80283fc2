/** Where `mailroom inspect` finds its mails: files, mboxes, Maildir folders, standard input. */
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode, errorText, MailroomError } from '../base/errors.ts';
import { FromUnquoter, isMbox, MboxScanner } from '../mail/mime/mailbox-files.ts';

/** A mail to inspect, or what kept it from being read. */
export interface Source {
  /** As it was given on the command line; of a Maildir the file in it. `-` is standard input. */
  readonly file: string;
  /** Position in its mbox, from 0; 0 in every other file. */
  readonly index: number;
  /** Bytes as they lie in the file. */
  readonly size: number;
  /** Why there is nothing to read; null where there is. */
  readonly error: string | null;
  /** The mail's bytes, from its beginning each time. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What the command line names, measured. */
export interface Inputs {
  /** All bytes that will be read, for a progress line. */
  readonly size: number;
  /** The mails in their order, found while they are asked for. */
  readonly mails: () => AsyncGenerator<Source>;
  /** Removes what standard input was copied to. */
  readonly close: () => Promise<void>;
}

interface Input {
  /** What it is called. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
  readonly size: number;
  readonly error: string | null;
}

/** What opens the first bytes of a file, to tell an mbox. */
const START = 16;

/** A mail of an mbox that is read in one piece, bytes. */
const SMALL = 256 * 1024;

/**
 * Lists what is named. A Maildir's mails come in the order of their delivery, which is the number that their names
 * begin with. Standard input and pipes are copied to a file first, readable by its owner alone, since they may be an
 * mbox of any size and are read more than once. Rejects where `signal` ends it, or where there is no room for the copy;
 * nothing is left behind then.
 */
export async function listInputs(
  names: readonly string[],
  standardInput: Readable,
  signal: AbortSignal,
): Promise<Inputs> {
  const copies = new Copies(signal);
  try {
    const inputs: Input[] = [];
    for (const name of new Set(names)) {
      if (name === '-') inputs.push(await copies.take(name, standardInput));
      else inputs.push(...(await expand(name, copies)));
    }
    const size = inputs.reduce((sum, each) => sum + each.size, 0);
    return { size, close: () => copies.remove(), mails: () => mailsOf(inputs) };
  } catch (error) {
    await copies.remove();
    throw error;
  }
}

/** What can be read only once, as files in a folder of its own. */
class Copies {
  private readonly signal: AbortSignal;
  private folder: string | null = null;
  private count = 0;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  async take(name: string, stream: Readable): Promise<Input> {
    this.folder ??= await temporaryFolder();
    const path = join(this.folder, String(this.count++));
    try {
      await pipeline(stream, createWriteStream(path, { mode: 0o600 }), { signal: this.signal });
    } catch (error) {
      throw new MailroomError('input-unreadable', `${name} could not be copied: ${errorCode(error)}`, { cause: error });
    }
    return measure(name, path);
  }

  async remove(): Promise<void> {
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }
}

async function temporaryFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'mailroom-inspect-'));
  } catch (error) {
    throw new MailroomError(
      'no-temporary-folder',
      `what comes by standard input or a pipe is copied to ${tmpdir()}, which cannot be written ` +
        `(${errorCode(error)}): name another folder with TMPDIR; in a container whose root is read-only, mount one ` +
        '(--tmpfs /tmp)',
      { cause: error },
    );
  }
}

/** One path as files: itself, the mails of a Maildir, or the `.eml` and `.mbox` files of a plain folder. */
async function expand(path: string, copies: Copies): Promise<Input[]> {
  try {
    const found = await stat(path);
    if (found.isFile()) return [await measure(path, path)];
    if (!found.isDirectory()) return [await copies.take(path, createReadStream(path))];
    const inside = await readdir(path, { withFileTypes: true });
    const isMaildir = inside.some((entry) => entry.isDirectory() && (entry.name === 'cur' || entry.name === 'new'));
    const files = isMaildir
      ? await maildir(path)
      : inside.flatMap(({ name }) => (/\.(?:eml|mbox)$/i.test(name) ? [join(path, name)] : [])).sort();
    if (files.length === 0 && !isMaildir) return [unreadable(path, 'a folder without mails: no Maildir, no .eml file')];
    const measured: Input[] = [];
    for (const file of files) measured.push(await measure(file, file));
    return measured;
  } catch (error) {
    if (error instanceof MailroomError) throw error;
    return [unreadable(path, said(error))];
  }
}

async function maildir(path: string): Promise<string[]> {
  const found: { readonly file: string; readonly name: string }[] = [];
  for (const part of ['cur', 'new']) {
    const names = await readdir(join(path, part)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    for (const name of names) if (!name.startsWith('.')) found.push({ name, file: join(path, part, name) });
  }
  return found
    .sort((a, b) => delivered(a.name) - delivered(b.name) || (a.name < b.name ? -1 : 1))
    .map(({ file }) => file);
}

/** Microseconds of the delivery, by the name that the deliverer gave (`1700000000.M123P456.host`). */
function delivered(name: string): number {
  const match = /^(\d{1,12})\.(?:M(\d{1,6})\D)?/.exec(name);
  return match === null ? Number.POSITIVE_INFINITY : Number(match[1]) * 1e6 + Number(match[2] ?? 0);
}

async function measure(name: string, path: string): Promise<Input> {
  try {
    return { name, path, size: (await stat(path)).size, error: null };
  } catch (error) {
    return unreadable(name, said(error));
  }
}

const unreadable = (name: string, error: string): Input => ({ name, path: name, size: 0, error });

const said = (error: unknown): string => `cannot be read: ${errorCode(error) || errorText(error)}`;

async function* mailsOf(inputs: readonly Input[]): AsyncGenerator<Source> {
  for (const { name, path, size, error } of inputs) {
    if (error !== null) {
      yield failed(name, 0, error);
      continue;
    }
    try {
      if (await startsAsMbox(path)) yield* mbox(name, path);
      else yield { file: name, index: 0, size, error: null, open: () => createReadStream(path) };
    } catch (failure) {
      yield failed(name, 0, said(failure));
    }
  }
}

function failed(file: string, index: number, error: string): Source {
  return { file, index, size: 0, error, open: () => nothing() };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array(0));
}

async function startsAsMbox(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0);
    return isMbox(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Each mail as soon as its end is seen: the file is read in step with the mails. */
async function* mbox(name: string, path: string): AsyncGenerator<Source> {
  const scanner = new MboxScanner();
  let index = 0;
  const mail = ({ start, end }: { readonly start: number; readonly end: number }): Source => ({
    file: name,
    index: index++,
    size: end - start,
    error: null,
    open: () => slice(path, start, end),
  });
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    for (const range of scanner.write(chunk as Uint8Array)) yield mail(range);
  }
  for (const range of scanner.end()) yield mail(range);
}

async function* slice(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end <= start) return;
  const unquoter = new FromUnquoter();
  if (end - start <= SMALL) {
    yield Buffer.concat([unquoter.write(rangeOf(path, start, end)), unquoter.end()]);
    return;
  }
  for await (const chunk of createReadStream(path, { start, end: end - 1 })) yield unquoter.write(chunk as Uint8Array);
  yield unquoter.end();
}

/** At once: the scanner has just read these bytes, and a stream for each mail costs a fifth of the main thread. */
function rangeOf(path: string, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}

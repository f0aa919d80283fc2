import { Readable } from 'node:stream';
import { defaultLimits } from '../mail/mime/parse.ts';
import { plainFile } from '../mail/media-facts.ts';
import type { MediaFacts } from '../mail/media-facts.ts';
import type { ParseFailure, ParseLimits } from '../mail/types.ts';
import type { Parsed } from '../mail/render/render-mail.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import type { WallReport } from '../sandbox/sandbox.ts';
import type { Language } from '../words/words.ts';
import { largestMessage } from './protocol.ts';
import type { CheckAnswer, CheckedClient, DnsAnswer, DnsRecords, NamedFile, NamedPart, Task } from './protocol.ts';
import { TaskQueue } from './task-queue.ts';
import type { Exchange } from './task-queue.ts';

export interface PoolOptions {
  /** Mails that are parsed at the same time. Default 2. */
  readonly size?: number;
  /**
   * Files that are read at the same time; they wait for their consumers, so they have children of their own. Default 4.
   */
  readonly readers?: number;
  /** How long a child may work on one mail, milliseconds; waiting for bytes does not count. Default 20,000. */
  readonly timeLimit?: number;
  /** How long a child that has nothing to do is kept, milliseconds. Default one minute. */
  readonly idleTime?: number;
  /** JavaScript heap of a child, MiB. Default 256. */
  readonly memory?: number;
  readonly limits?: ParseLimits;
  /** Of the words that the text of a mail needs (marks of images). Default English. */
  readonly language?: Language;
  /** For tests: another program in place of the pool's own children. */
  readonly script?: URL;
}

/**
 * Parsing in child processes that can do nothing else (`sandbox/`), with limits of time and memory. A mail that breaks
 * its child is a failure value; the child is replaced and all other mails go on. Sources are read only as fast as the
 * children (and consumers) take them. `close` must be called; what is under way then rejects.
 */
export interface ParsePool {
  /**
   * Reads a mail. Rejects only where the mail is not at fault: with an error of its source, because no child could be
   * started, or because the pool was closed.
   */
  parse(source: AsyncIterable<Uint8Array>, language?: Language): Promise<Parsed>;
  /** Reads the header of a mail, as that of a mail without a body. Rejects like `parse`. */
  parseHeader(source: AsyncIterable<Uint8Array>): Promise<Parsed>;
  /**
   * The decoded bytes of a file of a mail by its index; null where there is none. Rejects with an error of the source;
   * a child that breaks makes the stream (or the promise) fail with `ParseError`. Destroying the stream frees its
   * child.
   */
  readFile(source: AsyncIterable<Uint8Array>, index: number): Promise<Readable | null>;
  /**
   * Several files of a mail as one archive (`mail/bundle.ts`) of exactly `size` bytes; null where the mail does not
   * give it. Otherwise like `readFile`.
   */
  readBundle(source: AsyncIterable<Uint8Array>, parts: readonly NamedPart[], size: number): Promise<Readable | null>;
  /**
   * What a file of a mail is, by its first bytes; null where there is no such file. Where looking at it took too long
   * or broke the child, it is a file of which nothing is known. Rejects like `parse`.
   */
  describe(source: AsyncIterable<Uint8Array>, file: NamedFile): Promise<MediaFacts | null>;
  /**
   * Our own check of a mail's signatures and of its client; `resolve` asks the DNS for it. A child that breaks is an
   * answer without results. Rejects like `parse`.
   */
  check(source: AsyncIterable<Uint8Array>, client: CheckedClient, resolve: Resolver): Promise<CheckAnswer>;
  /**
   * What stands around the children; starts one to find out. Rejects with a MailroomError where none can be started:
   * nothing is ever read without Node's permission model.
   */
  standing(): Promise<WallReport>;
  /**
   * Starts a child that reads mails and has it load what it needs, so that the first mail does not wait for that. Never
   * rejects.
   */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/** Asks for the records of a name; rejects with the codes of `node:dns` (ENOTFOUND, ENODATA, ETIMEOUT, …). */
type Resolver = (name: string, type: string) => Promise<DnsRecords>;

/** A failure where a stream leaves no place for a value. */
export class ParseError extends Error {
  readonly failure: ParseFailure;

  constructor(failure: ParseFailure) {
    super(`The mail could not be read: ${failure.code}`);
    this.name = 'ParseError';
    this.failure = failure;
  }
}

/** Milliseconds in which the first bytes of a file must have said what it is; most need one. */
const LOOK_TIME = 5_000;

/** Memory of a child beside its heap, MiB: pieces of mail, a winmail.dat, what is kept of files. */
const BESIDE = 384;

/** Starts no child before the first mail comes, and keeps none for which nothing comes. */
export function createParsePool(options: PoolOptions = {}): ParsePool {
  // The sources run as they are, and the build has compiled ones beside the same file.
  const own = import.meta.url.endsWith('.ts') ? './parser-process.ts' : './parser-process.js';
  const shared = {
    script: options.script ?? new URL(own, import.meta.url),
    folders: ['base', 'words', 'mail', 'parser', 'sandbox'],
    heap: options.memory ?? 256,
    beside: BESIDE,
    largest: largestMessage,
  };
  const mails = new Sandbox({ ...shared, args: ['mails'] });
  const files = new Sandbox({ ...shared, args: ['files'] });
  const checks = new Sandbox({ ...shared, args: ['checks'] });
  const timeLimit = options.timeLimit ?? 20_000;
  const times = { timeLimit, ...(options.idleTime === undefined ? {} : { idleTime: options.idleTime }) };
  const parsers = new TaskQueue({ sandbox: mails, ...times, size: options.size ?? 2 });
  const readers = new TaskQueue({ sandbox: files, ...times, size: options.readers ?? 4 });
  const checkers = new TaskQueue({ sandbox: checks, ...times, size: options.size ?? 2 });
  const limits = options.limits ?? defaultLimits;
  const usual = options.language ?? 'en';
  return {
    parse: (source, language = usual) => parse(parsers, source, { part: 'whole', limits, language }),
    parseHeader: (source) => parse(parsers, source, { part: 'header', limits, language: usual }),
    readFile: (source, index) => readFile(readers, source, { kind: 'file', limits, index }),
    readBundle: (source, parts, size) => readFile(readers, source, { kind: 'bundle', limits, parts, size }),
    describe: (source, file) => describe(readers, source, limits, file),
    check: (source, client, resolve) => check(checkers, source, client, resolve),
    standing: () => mails.standing(),
    warmUp: async () => {
      const tiny = () =>
        Readable.from([Buffer.from('Subject: warm\r\nContent-Type: text/html\r\n\r\n<p>warm</p>\r\n')]);
      await parse(parsers, tiny(), { part: 'whole', limits, language: 'en' }).catch(() => undefined);
    },
    close: async () => {
      await Promise.all([parsers.close(), readers.close(), checkers.close()]);
    },
  };
}

function parse(
  queue: TaskQueue,
  source: AsyncIterable<Uint8Array>,
  task: { readonly part: 'whole' | 'header'; readonly limits: ParseLimits; readonly language: Language },
): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    queue.add({
      task: { kind: 'parse', ...task },
      source,
      listener: {
        message: (message, exchange) => {
          if (message.type !== 'parsed') return;
          exchange.finish('complete');
          resolve(message.parsed);
        },
        failed: (failure) => resolve({ ok: false, failure }),
        aborted: reject,
      },
    });
  });
}

function describe(
  queue: TaskQueue,
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
  file: NamedFile,
): Promise<MediaFacts | null> {
  return new Promise((resolve, reject) => {
    queue.add({
      task: { kind: 'media', limits, file },
      source,
      timeLimit: LOOK_TIME,
      listener: {
        message: (message, exchange) => {
          if (message.type !== 'media') return;
          exchange.finish('complete');
          resolve(message.facts);
        },
        failed: () => resolve(plainFile(file.type)),
        aborted: reject,
      },
    });
  });
}

function check(
  queue: TaskQueue,
  source: AsyncIterable<Uint8Array>,
  client: CheckedClient,
  resolver: Resolver,
): Promise<CheckAnswer> {
  return new Promise((resolve, reject) => {
    queue.add({
      task: { kind: 'check', client },
      source,
      listener: {
        message: (message, exchange) => {
          if (message.type === 'ask') {
            const { question, name, record } = message;
            void dnsAnswer(resolver, name, record).then((answer) => exchange.say({ type: 'answer', question, answer }));
          } else if (message.type === 'checked') {
            exchange.finish('complete');
            resolve(message.answer);
          }
        },
        failed: ({ code }) => resolve({ ok: false, why: code === 'time' ? 'time' : 'cannot be read' }),
        aborted: reject,
      },
    });
  });
}

async function dnsAnswer(resolver: Resolver, name: string, record: string): Promise<DnsAnswer> {
  try {
    return { ok: true, records: await resolver(name, record) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EBADRESP';
    return { ok: false, code };
  }
}

function readFile(
  queue: TaskQueue,
  source: AsyncIterable<Uint8Array>,
  task: Extract<Task, { readonly kind: 'file' | 'bundle' }>,
): Promise<Readable | null> {
  return new Promise((resolve, reject) => {
    let stream: PieceStream | null = null;
    const fail = (error: unknown): void => {
      if (stream === null)
        reject(error instanceof Error ? error : new Error('The source of a mail failed', { cause: error }));
      else stream.destroy(error instanceof Error ? error : new Error('The source of a mail failed', { cause: error }));
    };
    queue.add({
      task,
      source,
      listener: {
        message: (message, exchange) => {
          if (message.type === 'file' && message.found) resolve((stream = new PieceStream(exchange)));
          else if (message.type === 'piece') stream?.give(message.bytes);
          else if (message.type === 'done') {
            exchange.finish('complete');
            if (stream === null) resolve(null);
            else stream.push(null);
          }
        },
        failed: (failure) => fail(new ParseError(failure)),
        aborted: fail,
      },
    });
  });
}

/** The pieces of a file; the child may go on for each that found room. */
class PieceStream extends Readable {
  private readonly exchange: Exchange;
  private owed = 0;

  constructor(exchange: Exchange) {
    super({ highWaterMark: 64 * 1024 });
    this.exchange = exchange;
    // It can fail before whoever asked for it has it; they are told when they read it. Without a listener an error ends
    // the process.
    this.on('error', () => undefined);
  }

  give(bytes: Uint8Array): void {
    if (this.push(bytes)) this.exchange.say({ type: 'taken' });
    else this.owed += 1;
  }

  override _read(): void {
    for (; this.owed > 0; this.owed -= 1) this.exchange.say({ type: 'taken' });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.exchange.finish('abandoned');
    done(error);
  }
}

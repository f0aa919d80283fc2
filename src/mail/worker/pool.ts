import { Readable } from 'node:stream';
import { defaultLimits } from '../parse.ts';
import type { ParseFailure, ParseLimits } from '../types.ts';
import type { Language } from '../words.ts';
import { Lane } from './lane.ts';
import type { Exchange, LaneOptions } from './lane.ts';
import type { Parsed } from './work.ts';

export interface PoolOptions {
  /** Mails that are parsed at the same time. Default 2. */
  readonly size?: number;
  /** Files that are read at the same time; they wait for their consumers, so they have threads of their own. Default 4. */
  readonly readers?: number;
  /** How long a thread may work on one mail, milliseconds; waiting for bytes does not count. Default 20,000. */
  readonly timeLimit?: number;
  /** JavaScript heap of a thread, MiB. Default 256. */
  readonly memory?: number;
  readonly limits?: ParseLimits;
  /** Of the words that the text of a mail needs (marks of images). Default English. */
  readonly language?: Language;
  /** For tests: another script in place of the pool's own thread. */
  readonly script?: URL;
}

/**
 * Parsing in threads with limits of time and memory. A mail that breaks its thread is a failure value; the thread is replaced and all other mails go
 * on. Sources are read only as fast as the threads (and consumers) take them. `close` must be called; what is under way then rejects.
 */
export interface ParsePool {
  /** Reads a mail. Rejects only where the mail is not at fault: with an error of its source, or because the pool was closed. */
  parse(source: AsyncIterable<Uint8Array>, language?: Language): Promise<Parsed>;
  /**
   * The decoded bytes of a file of a mail by its index; null where there is none. Rejects with an error of the source; a thread that breaks makes
   * the stream (or the promise) fail with `ParseError`. Destroying the stream frees its thread.
   */
  readFile(source: AsyncIterable<Uint8Array>, index: number): Promise<Readable | null>;
  /** Starts a thread of each kind and has it load what it needs, so that the first mail does not wait for that. Never rejects. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/** A failure where a stream leaves no place for a value. */
export class ParseError extends Error {
  readonly failure: ParseFailure;

  constructor(failure: ParseFailure) {
    super(`The mail could not be read: ${failure.code}`);
    this.name = 'ParseError';
    this.failure = failure;
  }
}

/** Starts no thread before the first mail comes. */
export function createParsePool(options: PoolOptions = {}): ParsePool {
  // The sources run as they are, and the build has compiled ones beside the same file.
  const script =
    options.script ?? new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);
  const shared: Omit<LaneOptions, 'size'> = {
    script,
    timeLimit: options.timeLimit ?? 20_000,
    memory: options.memory ?? 256,
  };
  const parsers = new Lane({ ...shared, size: options.size ?? 2 });
  const readers = new Lane({ ...shared, size: options.readers ?? 4 });
  const limits = options.limits ?? defaultLimits;
  return {
    parse: (source, language = options.language ?? 'en') => parse(parsers, source, limits, language),
    readFile: (source, index) => readFile(readers, source, limits, index),
    warmUp: async () => {
      const tiny = () =>
        Readable.from([Buffer.from('Subject: warm\r\nContent-Type: text/html\r\n\r\n<p>warm</p>\r\n')]);
      const began = [parse(parsers, tiny(), limits, 'en'), readFile(readers, tiny(), limits, 0)];
      await Promise.allSettled(began);
    },
    close: async () => {
      await Promise.all([parsers.close(), readers.close()]);
    },
  };
}

function parse(
  lane: Lane,
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
  language: Language,
): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    lane.add({
      task: { kind: 'parse', limits, language },
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

function readFile(
  lane: Lane,
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits,
  index: number,
): Promise<Readable | null> {
  return new Promise((resolve, reject) => {
    let stream: PieceStream | null = null;
    const fail = (error: unknown): void => {
      if (stream === null)
        reject(error instanceof Error ? error : new Error('The source of a mail failed', { cause: error }));
      else stream.destroy(error instanceof Error ? error : new Error('The source of a mail failed', { cause: error }));
    };
    lane.add({
      task: { kind: 'file', limits, index },
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

/** The pieces of a file; the thread may go on for each that found room. */
class PieceStream extends Readable {
  private readonly exchange: Exchange;
  private owed = 0;

  constructor(exchange: Exchange) {
    super({ highWaterMark: 64 * 1024 });
    this.exchange = exchange;
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

/**
 * The way out: an account's SMTP server. Failure policy: nothing is sent twice by itself. A mail is handed over at most
 * once per `send`; only where a kept connection is lost before the mail was complete is a fresh one tried. Every other
 * failure is a result, and whoever called decides.
 */
import type { Readable } from 'node:stream';
import { errorText } from '../base/errors.ts';
import { ConnectionBound } from './connection-bound.ts';
import { notSent } from './result.ts';
import type { NotSent, SmtpResult } from './result.ts';
import { OpenFailure, SmtpSession } from './session.ts';
import type { Envelope, ServerFacts, SmtpConfig, SmtpTimeouts } from './session.ts';

/** Milliseconds; see `SmtpTimeouts`. */
export const SMTP_TIMEOUTS: SmtpTimeouts = {
  connect: 30_000,
  greeting: 60_000,
  silence: 10 * 60_000,
  total: 20 * 60_000,
};

/** How long a mail waits for a connection where the server takes no more of them, milliseconds; then it was refused. */
const WAIT_MS = 60_000;

/** Result of a login without a mail. */
type VerifyResult = { readonly outcome: 'ready'; readonly facts: ServerFacts } | NotSent;

export interface Smtp {
  /**
   * Hands one mail to the server. `raw` is called once per connection that is tried, at most twice, and each time must
   * give the same bytes. `signal` breaks the attempt off at once, wherever it stands. Never throws.
   */
  send(envelope: Envelope, raw: () => Readable | Promise<Readable>, signal?: AbortSignal): Promise<SmtpResult>;
  /** Connects, secures, logs in and leaves. Never throws. */
  verify(): Promise<VerifyResult>;
  /**
   * What the server said at the last login; null before the first. Its SIZE is known here before a mail is composed.
   */
  facts(): ServerFacts | null;
  /** Ends kept connections. Mails under way are not waited for. */
  close(): void;
}

export interface SmtpOptions {
  /** How long an unused connection is kept for the next mail, milliseconds; 0 for one connection per mail. */
  readonly keepMs: number;
  /** How many unused connections are kept. */
  readonly keepMax: number;
}

/** The SMTP server of one account. A config that is a function is asked before each connection: it may change. */
export function createSmtp(
  config: SmtpConfig | (() => SmtpConfig),
  options: SmtpOptions = { keepMs: 10_000, keepMax: 8 },
): Smtp {
  return new Transport(typeof config === 'function' ? config : () => config, options);
}

interface Kept {
  readonly session: SmtpSession;
  /** What it was opened with. */
  readonly config: string;
  readonly timer: NodeJS.Timeout;
}

class Transport implements Smtp {
  readonly #config: () => SmtpConfig;
  readonly #options: SmtpOptions;
  readonly #bound = new ConnectionBound();
  readonly #kept: Kept[] = [];
  /** Connections that a mail is under way over, and that are being opened. */
  #busy = 0;
  #opening = 0;
  /** Who waits until a connection is free or ended. */
  #waiting: (() => void)[] = [];
  /** What the open sessions were opened with. */
  readonly #opened = new WeakMap<SmtpSession, string>();
  #facts: ServerFacts | null = null;
  #closed = false;

  constructor(config: () => SmtpConfig, options: SmtpOptions) {
    this.#config = config;
    this.#options = options;
  }

  async send(envelope: Envelope, raw: () => Readable | Promise<Readable>, signal?: AbortSignal): Promise<SmtpResult> {
    const first = await this.#ready(signal);
    if (!('session' in first)) return first;
    const result = await this.#sendOver(first.session, envelope, raw, signal);
    // The server ended the idle connection: this says nothing about the mail, and certainly nothing was sent.
    if (first.isFresh || result.outcome !== 'not-sent' || result.reason !== 'closed') return result;
    const opened = await this.#open();
    return opened instanceof SmtpSession ? this.#sendOver(opened, envelope, raw, signal) : opened;
  }

  async verify(): Promise<VerifyResult> {
    const opened = await this.#open();
    if (!(opened instanceof SmtpSession)) return opened;
    this.#end(opened);
    return { outcome: 'ready', facts: opened.facts };
  }

  facts(): ServerFacts | null {
    return this.#facts;
  }

  close(): void {
    this.#closed = true;
    for (const { session, timer } of this.#kept.splice(0)) {
      clearTimeout(timer);
      session.quit();
    }
    this.#wake();
  }

  /** A kept connection, or a fresh one; where the server takes no further one, the next that is free. */
  async #ready(
    signal: AbortSignal | undefined,
  ): Promise<{ readonly session: SmtpSession; readonly isFresh: boolean } | NotSent> {
    const until = performance.now() + WAIT_MS;
    let refusal: NotSent | null = null;
    for (;;) {
      const kept = this.#take();
      if (kept !== null) return { session: kept, isFresh: false };
      // Of those that were open when it was refused none is left.
      if (refusal !== null && this.#busy + this.#opening === 0) return refusal;
      if (!this.#bound.isReached(this.#busy + this.#opening)) {
        const opened = await this.#open();
        if (opened instanceof SmtpSession) return { session: opened, isFresh: true };
        if (!isAboutTheConnection(opened)) return opened;
        const open = this.#busy + this.#opening + this.#kept.length;
        this.#bound.refused(open);
        if (open === 0) return opened;
        refusal = opened;
      }
      if (this.#kept.length > 0) continue;
      await this.#free(until - performance.now(), signal);
      if (signal?.aborted === true) return notSent('closed', true, 'broken off before it began');
      if (performance.now() >= until) return refusal ?? notSent('connect', true, 'no connection was free');
    }
  }

  /** Waits until a connection is free or ended, at most so many milliseconds. */
  async #free(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<null>();
    const wake = (): void => resolve(null);
    this.#waiting.push(wake);
    const timer = setTimeout(wake, Math.max(0, ms));
    signal?.addEventListener('abort', wake);
    await promise;
    clearTimeout(timer);
    signal?.removeEventListener('abort', wake);
    this.#waiting = this.#waiting.filter((one) => one !== wake);
  }

  /** Lets all who wait look again. */
  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** A connection over which a mail goes: it counts as busy until it is kept or ended. */
  async #open(): Promise<SmtpSession | NotSent> {
    this.#opening += 1;
    try {
      const config = this.#config();
      const session = await SmtpSession.open(config);
      this.#opened.set(session, JSON.stringify(config));
      this.#facts = session.facts;
      this.#busy += 1;
      return session;
    } catch (error) {
      this.#wake();
      return error instanceof OpenFailure ? error.result : notSent('connect', true, errorText(error));
    } finally {
      this.#opening -= 1;
    }
  }

  /** Ends one that was busy. */
  #end(session: SmtpSession): void {
    session.quit();
    this.#busy -= 1;
    this.#wake();
  }

  async #sendOver(
    session: SmtpSession,
    envelope: Envelope,
    raw: () => Readable | Promise<Readable>,
    signal: AbortSignal | undefined,
  ): Promise<SmtpResult> {
    let source: Readable;
    try {
      source = await raw();
    } catch (error) {
      this.#end(session);
      return notSent('source', true, errorText(error));
    }
    const result = await session.send(envelope, source, signal);
    this.#keep(session);
    return result;
  }

  #take(): SmtpSession | null {
    const config = this.#kept.length === 0 ? '' : JSON.stringify(this.#config());
    for (;;) {
      const kept = this.#kept.pop();
      if (kept === undefined) return null;
      clearTimeout(kept.timer);
      if (!kept.session.alive) continue;
      if (kept.config === config) {
        this.#busy += 1;
        return kept.session;
      }
      kept.session.quit();
    }
  }

  /** One that was busy is free. */
  #keep(session: SmtpSession): void {
    if (!session.alive || this.#closed || this.#options.keepMs === 0 || this.#kept.length >= this.#options.keepMax) {
      this.#end(session);
      return;
    }
    const timer = setTimeout(() => {
      const index = this.#kept.findIndex((kept) => kept.session === session);
      if (index >= 0) this.#kept.splice(index, 1);
      session.quit();
    }, this.#options.keepMs);
    this.#kept.push({ session, config: this.#opened.get(session) ?? '', timer });
    this.#busy -= 1;
    this.#wake();
  }
}

/** Whether a server may have refused a connection because there are enough of them (RFC 5321 section 3.8: 421). */
function isAboutTheConnection({ reason, code }: NotSent): boolean {
  return reason === 'connect' ? code === null || code < 500 : reason === 'login' && code === 421;
}

/**
 * The way out: an account's SMTP server. Failure policy: nothing is sent twice by itself. A mail is handed over at most
 * once per `send`; only where a kept connection is lost before the mail was complete is a fresh one tried. Every other
 * failure is a result, and whoever called decides.
 */
import type { Readable } from 'node:stream';
import { errorText } from '../base/errors.ts';
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
  readonly #kept: Kept[] = [];
  /** What the open sessions were opened with. */
  readonly #opened = new WeakMap<SmtpSession, string>();
  #facts: ServerFacts | null = null;
  #closed = false;

  constructor(config: () => SmtpConfig, options: SmtpOptions) {
    this.#config = config;
    this.#options = options;
  }

  async send(envelope: Envelope, raw: () => Readable | Promise<Readable>, signal?: AbortSignal): Promise<SmtpResult> {
    const kept = this.#take();
    if (kept !== null) {
      const result = await this.#sendOver(kept, envelope, raw, signal);
      // The server ended the idle connection: this says nothing about the mail, and certainly nothing was sent.
      if (result.outcome !== 'not-sent' || result.reason !== 'closed') return result;
    }
    const opened = await this.#open();
    return opened instanceof SmtpSession ? this.#sendOver(opened, envelope, raw, signal) : opened;
  }

  async verify(): Promise<VerifyResult> {
    const opened = await this.#open();
    if (!(opened instanceof SmtpSession)) return opened;
    opened.quit();
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
  }

  async #open(): Promise<SmtpSession | NotSent> {
    try {
      const config = this.#config();
      const session = await SmtpSession.open(config);
      this.#opened.set(session, JSON.stringify(config));
      this.#facts = session.facts;
      return session;
    } catch (error) {
      return error instanceof OpenFailure ? error.result : notSent('connect', true, errorText(error));
    }
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
      session.quit();
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
      if (kept.config === config) return kept.session;
      kept.session.quit();
    }
  }

  #keep(session: SmtpSession): void {
    if (!session.alive) return;
    if (this.#closed || this.#options.keepMs === 0 || this.#kept.length >= this.#options.keepMax) {
      session.quit();
      return;
    }
    const timer = setTimeout(() => {
      const index = this.#kept.findIndex((kept) => kept.session === session);
      if (index >= 0) this.#kept.splice(index, 1);
      session.quit();
    }, this.#options.keepMs);
    this.#kept.push({ session, config: this.#opened.get(session) ?? '', timer });
  }
}

import { ImapFlow } from 'imapflow';
import { fromServer, imapFailure, ImapFailure } from './failure.ts';
import type { ImapSettings } from './settings.ts';

/** A mailbox as it stood when it was opened. */
export interface OpenMailbox {
  readonly path: string;
  readonly uidvalidity: number;
  /** Null where the server does not say. */
  readonly uidNext: number | null;
  readonly messages: number;
}

/** What STATUS tells; a number is null where the server does not say. */
export interface MailboxStatus {
  readonly uidvalidity: number | null;
  readonly uidNext: number | null;
  readonly messages: number | null;
  readonly modseq: string | null;
}

export interface ListedMailbox {
  readonly path: string;
  /** `\Sent` by the server's word, or by its usual names in many languages. */
  readonly sent: 'marked' | 'named' | null;
}

const MIB = 1024 * 1024;
/** How long what is under way may take when a session ends, and a server over its farewell. */
const DRAIN_MS = 5_000;
const LOGOUT_MS = 1_000;

/** How a connection idles when nothing is asked of it. */
interface ConnectionOptions {
  /** After this much quiet it begins to IDLE on the mailbox that is open; milliseconds. */
  readonly idleAfterMs: number;
  /** The open mailbox may have grown. A wake-up, not the truth. */
  readonly onExists: () => void;
  /** Flags in it may have changed, or mails have gone. The same. */
  readonly onChanged?: () => void;
}

/**
 * One IMAP connection, single use: units of work one after the other, each with the mailbox that it needs. Mailboxes
 * are opened read-only (EXAMINE) unless a flag is to be set, and never closed by CLOSE, which would expunge (RFC 9051
 * section
 * 6.4.1). What the server or the network does wrong is thrown as ImapFailure.
 */
export class Connection {
  readonly #client: ImapFlow;
  readonly #closed = new AbortController();
  #tail: Promise<unknown> = Promise.resolve();
  #draining = false;
  #open: { readonly path: string; readonly readOnly: boolean } | null = null;

  private constructor(client: ImapFlow) {
    this.#client = client;
    client.on('error', (error) => this.#fail(imapFailure(error)));
    client.on('close', () => this.#fail(new ImapFailure('server', 'connection-closed')));
  }

  /**
   * Connects and logs in; aborting the signal ends the attempt. A token that was given some time ago may have been
   * taken back: where it is refused, one that is given now is tried once.
   */
  static async open(settings: ImapSettings, options: ConnectionOptions, signal: AbortSignal): Promise<Connection> {
    const { token = null } = settings;
    if (token === null) return Connection.#openBy(settings, { pass: settings.password }, options, signal);
    for (;;) {
      const { value, fresh } = await fromServer(token.get());
      try {
        return await Connection.#openBy(settings, { accessToken: value }, options, signal);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        token.refused(value);
        if (fresh) throw error;
      }
    }
  }

  static async #openBy(
    settings: ImapSettings,
    by: { readonly pass: string } | { readonly accessToken: string },
    options: ConnectionOptions,
    signal: AbortSignal,
  ): Promise<Connection> {
    if (signal.aborted) throw new ImapFailure('server', 'stopped');
    const { reach = null, host } = settings;
    const address = reach === null ? {} : { host: await fromServer(reach(host)), servername: host };
    const client = new ImapFlow({ ...clientOptions(settings, by), ...address, autoIdleDelay: options.idleAfterMs });
    const connection = new Connection(client);
    client.on('exists', options.onExists);
    if (options.onChanged !== undefined) {
      client.on('flags', options.onChanged);
      client.on('expunge', options.onChanged);
    }
    const abort = (): void => client.close();
    signal.addEventListener('abort', abort, { once: true });
    try {
      await fromServer(client.connect());
      return connection;
    } catch (error) {
      client.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Aborts when the connection is gone; its reason is the ImapFailure. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /**
   * Runs `work` alone on the connection, after what was asked before. It must not call another method of this object.
   */
  run<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const result = this.#tail.then(() => this.#alone(work));
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /**
   * Runs `work` with a mailbox open read-only. `fresh` opens it anew, which is the only sure way to see what is there
   * now.
   */
  examine<T>(path: string, fresh: boolean, work: (client: ImapFlow, mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    return this.run(async (client) => work(client, await this.#openMailbox(path, true, fresh)));
  }

  /** Runs `work` with a mailbox open for setting flags. */
  select<T>(path: string, work: (client: ImapFlow, mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    return this.run(async (client) => work(client, await this.#openMailbox(path, false, true)));
  }

  /** How a mailbox stands. One that is open is opened anew: STATUS of it may be stale (RFC 9051 section 6.3.11). */
  status(path: string): Promise<MailboxStatus> {
    if (this.#open?.path === path) {
      return this.examine(path, true, (client, mailbox) => {
        const modseq = client.mailbox === false ? undefined : client.mailbox.highestModseq;
        return Promise.resolve({ ...mailbox, modseq: modseq === undefined ? null : String(modseq) });
      });
    }
    return this.run(async (client) => {
      const query = { messages: true, uidNext: true, uidValidity: true, highestModseq: true };
      const status = await fromServer(client.status(path, query)).catch((error: unknown) => {
        // The library looks whether the mailbox exists where STATUS is refused.
        if (error instanceof ImapFailure && error.code === 'NotFound')
          throw new ImapFailure('mailbox', 'mailbox-missing');
        throw error;
      });
      if (status === false) throw new ImapFailure('server', 'status-failed');
      return {
        uidvalidity: status.uidValidity === undefined ? null : Number(status.uidValidity),
        uidNext: status.uidNext ?? null,
        messages: status.messages ?? null,
        modseq: status.highestModseq === undefined ? null : String(status.highestModseq),
      };
    });
  }

  /** The mailboxes that there are. */
  list(): Promise<ListedMailbox[]> {
    return this.run(async (client) => {
      const listed = await fromServer(client.list());
      return listed.map((entry) => ({
        path: entry.path,
        sent: entry.specialUse !== '\\Sent' ? null : entry.specialUseSource === 'name' ? 'named' : 'marked',
      }));
    });
  }

  /** Lets the unit of work under way end, for some seconds, and begins no other. */
  drain(): void {
    this.#draining = true;
    const timer = setTimeout(() => this.abort('stopped'), DRAIN_MS);
    void this.#tail.then(() => clearTimeout(timer));
  }

  /** Says goodbye, or hangs up where the server takes long. Never throws. */
  async close(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    const timer = setTimeout(() => this.#client.close(), LOGOUT_MS);
    await this.#client.logout().catch(() => undefined);
    clearTimeout(timer);
    this.#client.close();
  }

  /** Hangs up at once; everything under way fails with `code`. */
  abort(code: string): void {
    this.#fail(new ImapFailure('server', code));
    this.#client.close();
  }

  #fail(failure: ImapFailure): void {
    if (!this.#closed.signal.aborted) this.#closed.abort(failure);
  }

  /** The library rejects what is under way when a connection ends; the race is for the day on which it does not. */
  async #alone<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { signal } = this.#closed;
    signal.throwIfAborted();
    if (this.#draining) throw new ImapFailure('server', 'stopped');
    let onAbort: (() => void) | undefined;
    const ended = new Promise<never>((_, reject) => {
      onAbort = () => reject(imapFailure(signal.reason));
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return await Promise.race([work(this.#client), ended]);
    } finally {
      if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
    }
  }

  async #openMailbox(path: string, readOnly: boolean, fresh: boolean): Promise<OpenMailbox> {
    const current = this.#client.mailbox;
    const same = this.#open?.path === path && this.#open.readOnly === readOnly && current !== false;
    if (!same || fresh) {
      this.#open = null;
      await fromServer(this.#client.mailboxOpen(path, { readOnly })).catch((error: unknown) => {
        const failure = imapFailure(error);
        // A refused SELECT (no right, no such mailbox) concerns this mailbox alone; a broken connection does not come
        // here twice.
        const alive = this.#client.usable && !this.closed.aborted;
        const refused = failure.kind === 'server' && failure.retryAfterMs === 0 && alive;
        throw refused ? new ImapFailure('mailbox', failure.code, { cause: failure }) : failure;
      });
      this.#open = { path, readOnly };
    }
    const mailbox = this.#client.mailbox;
    if (mailbox === false) throw new ImapFailure('server', 'mailbox-closed');
    return {
      path,
      uidvalidity: Number(mailbox.uidValidity),
      uidNext: Number.isSafeInteger(mailbox.uidNext) ? mailbox.uidNext : null,
      messages: mailbox.exists,
    };
  }
}

/** Whether the server did not take the login. */
function isRefusal(error: unknown): boolean {
  return error instanceof ImapFailure && (error.kind === 'refused' || error.kind === 'refused-unexplained');
}

/** What every connection asks of the library. Bodies come in pieces, so that no answer is larger than 8 MiB. */
function clientOptions(
  settings: ImapSettings,
  by: { readonly pass: string } | { readonly accessToken: string },
): ConstructorParameters<typeof ImapFlow>[0] {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    doSTARTTLS: settings.security === 'tls' ? undefined : settings.security === 'starttls',
    auth: { user: settings.user, ...by },
    tls: { minVersion: 'TLSv1.2', ...(settings.ca === null ? {} : { ca: settings.ca }) },
    clientInfo: { name: 'Mailroom' },
    logger: false,
    disableCompression: true,
    maxIdleTime: settings.timing.idleMs,
    socketTimeout: settings.timing.socketMs,
    connectionTimeout: settings.timing.connectMs,
    greetingTimeout: settings.timing.connectMs,
    maxLiteralSize: 8 * MIB,
    maxResponseSize: 16 * MIB,
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppService } from 'matrix-appservice';
import type { StoredTransaction } from '../db/events.ts';
import type { Log } from '../log.ts';
import { readTransaction } from './transaction.ts';
import type { ReadTransaction } from './transaction.ts';

/** Above any transaction: 100 events of at most 64 KiB (Synapse's limits), escapes, and ephemeral data beside them. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** Called at a named step of a walk; tests end the process there. Does nothing in production. */
export type Failpoint = (name: string) => void | Promise<void>;

export interface ListenerOptions {
  /** The token by which the homeserver is known (`hs_token`). */
  readonly hsToken: string;
  /** Stores a transaction and commits; the homeserver gets its 200 after that, and a 500 where it throws. */
  readonly store: (txn: string, transaction: ReadTransaction) => Promise<StoredTransaction>;
  /** Whether a full room alias is one of ours and has a room. */
  readonly aliasExists: (alias: string) => Promise<boolean>;
  /** Whether a user is the bot or a ghost that exists. */
  readonly userExists: (user: string) => Promise<boolean>;
  /** The answer to a third-party lookup by what stands below `/thirdparty/`; null for 404. */
  readonly thirdParty?: (path: readonly string[], query: URLSearchParams) => object | null;
  /** The homeserver's transaction ids fell: what it had queued may be lost. Called after the commit, not awaited. */
  readonly onRestarted: () => void;
  /** Called after each stored transaction, for metrics. */
  readonly onStored?: (stored: StoredTransaction & { readonly ms: number }) => void;
  readonly log: Log;
  readonly failpoint?: Failpoint;
  /** Bytes of a body at most (default 64 MiB); a larger one is refused with 413 and stays with the homeserver. */
  readonly bodyLimit?: number;
}

/**
 * The durable listener: the appservice library's own, with routes of ours in front. The library acknowledges before
 * anything is handled and knows duplicates by memory; here a transaction is written and committed, then acknowledged.
 * What cannot be read is stored too and acknowledged: a homeserver repeats what is refused for ever, and nothing
 * behind it arrives. Whatever is not below `/_matrix/` is left to the library (`expressApp`).
 */
export class DurableAppService extends AppService {
  readonly #options: ListenerOptions;
  readonly #token: Buffer;
  #server: Server | null = null;

  constructor(options: ListenerOptions) {
    super({ homeserverToken: options.hsToken });
    this.#options = options;
    this.#token = digest(options.hsToken);
  }

  /** Port 0 takes a free one; `port` tells which. */
  override listen(port: number, hostname: string, backlog = 128, callback?: () => void): Promise<void> {
    const server = createServer((request, response) => {
      if (!(request.url ?? '').startsWith('/_matrix/') && !isLegacy(request.url)) {
        this.expressApp(request, response);
        return;
      }
      this.#serve(request, response).catch((error: unknown) => {
        this.#options.log.error('intake: request failed', { error });
        if (response.headersSent) response.destroy();
        else answer(response, 500, 'M_UNKNOWN', 'internal error');
      });
    });
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, hostname, backlog, () => {
        server.off('error', reject);
        server.on('error', (error) => this.#options.log.error('intake: listener failed', { error }));
        callback?.();
        resolve();
      });
    });
  }

  /** The port that is listened on. */
  get port(): number {
    const address: AddressInfo | string | null | undefined = this.#server?.address();
    if (typeof address !== 'object' || address === null) throw new Error('the intake does not listen');
    return address.port;
  }

  /** Takes no new request, lets those under way end, closes. */
  override close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return Promise.resolve();
    return new Promise((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeIdleConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://appservice.invalid');
    if (!this.#authorised(request, url)) {
      request.resume();
      this.#options.log.warn('intake: wrong homeserver token', { remote: request.socket.remoteAddress });
      answer(response, 403, 'M_FORBIDDEN', 'Bad token supplied');
      return;
    }
    const [kind = '', id = '', more] = url.pathname
      .replace(/^\/_matrix\/app\/v1/, '')
      .split('/')
      .slice(1);
    if (more === undefined && id !== '') {
      if (kind === 'transactions' && request.method === 'PUT') return this.#take(request, response, decode(id));
      if (kind === 'rooms' && request.method === 'GET') {
        return this.#query(request, response, this.#options.aliasExists(decode(id)));
      }
      if (kind === 'users' && request.method === 'GET') {
        return this.#query(request, response, this.#options.userExists(decode(id)));
      }
    }
    request.resume();
    if (kind === 'ping' && id === '' && request.method === 'POST') {
      answer(response, 200);
      return;
    }
    if (kind === 'thirdparty' && request.method === 'GET') {
      const path = url.pathname.replace(/^\/_matrix\/app\/v1\/thirdparty\//, '').split('/');
      const found = this.#options.thirdParty?.(path.map(decode), url.searchParams) ?? null;
      if (found === null) answer(response, 404, 'M_NOT_FOUND', 'Not found');
      else answerWith(response, found);
      return;
    }
    // 404 is what the spec names for unknown endpoints.
    answer(response, 404, 'M_UNRECOGNIZED', 'Unrecognized request');
  }

  /** The Authorization header, else the query of homeservers before spec v1.4; compared in constant time. */
  #authorised(request: IncomingMessage, url: URL): boolean {
    const given =
      /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? url.searchParams.get('access_token');
    return given !== null && timingSafeEqual(digest(given), this.#token);
  }

  async #take(request: IncomingMessage, response: ServerResponse, txn: string): Promise<void> {
    const { log, failpoint, store, onStored, onRestarted } = this.#options;
    const body = await readBody(request, this.#options.bodyLimit ?? BODY_LIMIT);
    if (body === null) {
      log.error('intake: transaction above the limit', { txn });
      response.setHeader('connection', 'close');
      answer(response, 413, 'M_TOO_LARGE', 'Too large');
      return;
    }
    const begun = performance.now();
    await failpoint?.('intake:before-commit');
    const stored = await store(txn, readTransaction(body));
    await failpoint?.('intake:after-commit');
    answer(response, 200);
    if (stored.poison > 0) log.warn('intake: poison stored', { txn, poison: stored.poison });
    onStored?.({ ...stored, ms: performance.now() - begun });
    if (stored.restarted) {
      log.warn('intake: transaction ids fell', { txn });
      onRestarted();
    }
  }

  async #query(request: IncomingMessage, response: ServerResponse, exists: Promise<boolean>): Promise<void> {
    request.resume();
    if (await exists) answer(response, 200);
    else answer(response, 404, 'M_NOT_FOUND', 'Not found');
  }
}

/** Paths of homeservers before spec r0.1.2. */
function isLegacy(url: string | undefined): boolean {
  return /^\/(?:transactions|users|rooms)\//.test(url ?? '');
}

function answer(response: ServerResponse, status: number, errcode?: string, error?: string): void {
  const body = JSON.stringify(errcode === undefined ? {} : { errcode, error });
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function answerWith(response: ServerResponse, value: object): void {
  const body = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** The whole body; null where it is above the limit. Throws where the connection ended before. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

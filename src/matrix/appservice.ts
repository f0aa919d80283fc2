import { AppService } from 'matrix-appservice';
import type { StoredTransaction } from '../db/intake-tables/events.ts';
import type { RoomId } from '../bridge/types.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { failure, NO_ROUTE, startHttpListener } from '../http/listener.ts';
import type { HttpAnswer, HttpListener, HttpRequest, HttpTimes } from '../http/listener.ts';
import { findRoute, isSameSecret } from '../http/request.ts';
import { readTransaction } from './transaction.ts';
import type { ReadTransaction } from './transaction.ts';

/** Above any transaction: 100 events of at most 64 KiB (Synapse's limits), escapes, and ephemeral data beside them. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** Called by name at each step on the path of an event; tests end the process there. Does nothing in production. */
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
  /** The homeserver may have lost what it had queued, and why. Called after the commit, not awaited. */
  readonly onFallen: (fell: NonNullable<StoredTransaction['fell']>) => void;
  /** A transaction was answered with an error, and what it says of which rooms, as far as it was read. */
  readonly onRefused?: (rooms: readonly RoomId[]) => void;
  /** Called after each stored transaction, for metrics. */
  readonly onStored?: (stored: StoredTransaction & { readonly ms: number }) => void;
  readonly log: Log;
  readonly failpoint?: Failpoint;
  /** Bytes of a body at most (default 64 MiB); a larger one is refused with 413 and stays with the homeserver. */
  readonly bodyLimit?: number;
  /** Milliseconds that connections have, where they differ from the listener's. */
  readonly times?: Partial<HttpTimes>;
}

/** A large transaction over a slow line; a homeserver keeps its connection between two of them. */
const TIMES = { request: 60_000, idle: 30_000 } as const;

/** Connections at one time: a homeserver has a few, its workers a few each. */
const CONNECTIONS = 256;

/** What the addresses of the application service API stand below. */
const PREFIX = '/_matrix/app/';

/**
 * The addresses that a homeserver asks (application service API), with those of before spec r0.1.2, and one for who
 * watches.
 */
const ROUTES = [
  { method: 'PUT', path: '/_matrix/app/v1/transactions/{id}', kind: 'transaction' },
  { method: 'PUT', path: '/transactions/{id}', kind: 'transaction' },
  { method: 'GET', path: '/_matrix/app/v1/rooms/{id}', kind: 'alias' },
  { method: 'GET', path: '/rooms/{id}', kind: 'alias' },
  { method: 'GET', path: '/_matrix/app/v1/users/{id}', kind: 'user' },
  { method: 'GET', path: '/users/{id}', kind: 'user' },
  { method: 'POST', path: '/_matrix/app/v1/ping', kind: 'ping' },
  { method: 'GET', path: '/_matrix/app/v1/thirdparty/{what}', kind: 'third-party' },
  { method: 'GET', path: '/_matrix/app/v1/thirdparty/{what}/{protocol}', kind: 'third-party' },
  { method: 'GET', path: '/health', kind: 'health' },
] as const;

const OK: HttpAnswer = { status: 200, body: {} };
const NOT_FOUND: HttpAnswer = failure(404, 'M_NOT_FOUND', 'Not found');

/**
 * The durable listener: the appservice library's by its type, so that its bridge carries it, with routes of ours alone.
 * The library acknowledges before anything is handled and knows duplicates by memory; here a transaction is written and
 * committed, then acknowledged. What cannot be read is stored too and acknowledged: a homeserver repeats what is
 * refused for ever, and nothing behind it arrives. What is no route of ours is 404, and no request reaches the
 * library's own (`expressApp`).
 */
export class DurableAppService extends AppService {
  readonly #options: ListenerOptions;
  #listener: HttpListener | null = null;

  constructor(options: ListenerOptions) {
    super({ homeserverToken: options.hsToken });
    this.#options = options;
  }

  /** Port 0 takes a free one; `port` tells which. */
  override async listen(port: number, hostname: string, backlog = 128, callback?: () => void): Promise<void> {
    this.#listener = await startHttpListener({
      listen: { host: hostname, port, backlog },
      connections: CONNECTIONS,
      times: { ...TIMES, ...this.#options.times },
      answer: (request) => this.#answer(request),
      onFailure: (error) => logTrouble(this.#options.log, 'intake: request failed', error, {}, 'error'),
      onFull: () => this.#options.log.warn('intake: too many connections', { most: CONNECTIONS }),
    });
    callback?.();
  }

  /** The port that is listened on. */
  get port(): number {
    if (this.#listener === null) throw new Error('the intake does not listen');
    return this.#listener.port;
  }

  /** Takes no new request, lets those under way end, closes. */
  override async close(): Promise<void> {
    const listener = this.#listener;
    this.#listener = null;
    await listener?.close();
  }

  async #answer(request: HttpRequest): Promise<HttpAnswer> {
    const found = findRoute(ROUTES, request.method, request.path);
    // 404 is what the spec names for unknown endpoints; a wrong method of a known one has always been the same here.
    // Below our
    // own prefix the token comes first: without it nobody learns what is there.
    if (found === null || found === 'method') {
      return (request.path.startsWith(PREFIX) ? this.#refused(request) : null) ?? NO_ROUTE;
    }
    const { route, values } = found;
    if (route.kind === 'health') return OK;
    const refused = this.#refused(request);
    if (refused !== null) return refused;
    const id = values['id'] ?? '';
    switch (route.kind) {
      case 'transaction':
        return this.#take(request, id);
      case 'alias':
        return (await this.#options.aliasExists(id)) ? OK : NOT_FOUND;
      case 'user':
        return (await this.#options.userExists(id)) ? OK : NOT_FOUND;
      case 'ping':
        return OK;
      case 'third-party': {
        const { what = '', protocol } = values;
        const body = this.#options.thirdParty?.(protocol === undefined ? [what] : [what, protocol], request.query);
        return body == null ? NOT_FOUND : { status: 200, body };
      }
    }
  }

  /** The answer to who has not the homeserver's token; null for who has. */
  #refused(request: HttpRequest): HttpAnswer | null {
    if (this.#authorised(request)) return null;
    this.#options.log.warn('intake: wrong homeserver token', { remote: request.remote });
    return failure(403, 'M_FORBIDDEN', 'Bad token supplied');
  }

  /** The Authorization header, else the query of homeservers before spec v1.4. */
  #authorised({ bearer, query }: HttpRequest): boolean {
    const given = bearer ?? query.get('access_token');
    return given !== null && isSameSecret(given, this.#options.hsToken);
  }

  async #take(request: HttpRequest, txn: string): Promise<HttpAnswer> {
    const { log, failpoint, onStored, onRefused, onFallen } = this.#options;
    const body = await request.body(this.#options.bodyLimit ?? BODY_LIMIT);
    if (body === null) {
      log.error('intake: transaction above the limit', { txn });
      onRefused?.([]);
      return failure(413, 'M_TOO_LARGE', 'Too large');
    }
    const begun = performance.now();
    await failpoint?.('intake:before-commit');
    const stored = await this.#store(txn, body);
    await failpoint?.('intake:after-commit');
    if (stored.poison > 0) log.warn('intake: poison stored', { txn, poison: stored.poison });
    onStored?.({ ...stored, ms: performance.now() - begun });
    if (stored.fell !== null) {
      log.warn('intake: a transaction is out of order', { txn, order: stored.fell });
      onFallen(stored.fell);
    }
    return OK;
  }

  async #store(txn: string, body: Uint8Array): Promise<StoredTransaction> {
    const { store, onRefused } = this.#options;
    const read = readTransaction(body);
    try {
      return await store(txn, read);
    } catch (error) {
      onRefused?.([...new Set(read.events.map(({ room }) => room))]);
      throw error;
    }
  }
}

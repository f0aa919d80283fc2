/**
 * The one HTTP listener that all of ours stand on. It says when a connection has had its time, how many there may be,
 * what a target looks like and how much of a body is read; who listens says what is answered. Nothing of a body is read
 * before an answer asks for it, and what nobody asked for ends the connection.
 */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bearerOf, readBody, saysBody } from './request.ts';

/** Milliseconds after which a connection is ended; each holds within a second. */
export interface HttpTimes {
  /** From the start of a connection or of a further request to the end of its header. */
  readonly header: number;
  /** From the start of a request to the end of its body. */
  readonly request: number;
  /** Between two requests. */
  readonly idle: number;
  /** Without a byte in either direction, whatever is under way: a reader that takes nothing. */
  readonly stalled: number;
  /** What requests under way still have when the listener closes. */
  readonly drain: number;
}

const TIMES: HttpTimes = { header: 10_000, request: 20_000, idle: 5_000, stalled: 120_000, drain: 10_000 };

/** How long, and how many bytes, a client may go on sending what nobody reads, so that it can read its answer. */
const LINGER = { ms: 1_000, bytes: 256 * 1024 };

/** A request whose target is a path: what it says in its header. */
export interface HttpRequest {
  readonly method: string;
  /** As it was sent, up to the question mark: nothing is decoded, joined or made smaller. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The bearer token of the Authorization header (RFC 6750 section 2.1); null where there is none. */
  readonly bearer: string | null;
  /** The Accept header (RFC 9110 section 12.5.1) as it was sent; empty where there is none. */
  readonly accept: string;
  /** All of its header, names in small letters, as Node reads it. */
  readonly headers: IncomingHttpHeaders;
  /** The address at the other end; empty where it is gone already. */
  readonly remote: string;
  /**
   * The whole body; null where it is larger than so many bytes, of which no more than these were read. Rejects where
   * the connection ends before the body does. To be called once.
   */
  readonly body: (limit: number) => Promise<Buffer | null>;
}

/** `body`: a stream is sent as it comes, a string as it is, everything else as JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Lower-case names; over those that an answer has anyway. A list is a line each. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
}

export interface HttpListenerOptions {
  readonly listen: { readonly host: string; readonly port: number; readonly backlog?: number };
  /** What is answered; called for targets that are paths, the others are 404 without it. */
  readonly answer: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Told what `answer` threw (the client gets a 500), or what the server itself failed with. */
  readonly onFailure: (error: unknown) => void;
  /** Told when a connection was closed because there are too many, once a minute at most. */
  readonly onFull: () => void;
  /** Connections at one time; what comes above is closed at once. */
  readonly connections: number;
  /** What differs from the usual: 10 s for a header, 20 s for a request, 5 s idle, 2 min stalled, 10 s to drain. */
  readonly times?: Partial<HttpTimes>;
}

export interface HttpListener {
  readonly port: number;
  /** Such as http://127.0.0.1:9001. */
  readonly url: string;
  /** Takes no new request, lets those under way end, as long as they may, and closes. */
  close(): Promise<void>;
}

/** An error as the Matrix specification has them (client-server API, "Standard error response"). */
export function failure(status: number, errcode: string, error: string): HttpAnswer {
  return { status, body: { errcode, error } };
}

/** What is answered where there is no route (application service API, "Unknown routes"). */
export const NO_ROUTE: HttpAnswer = failure(404, 'M_UNRECOGNIZED', 'Unrecognized request');

/** Listens; port 0 takes a free one. Rejects where the port is taken. */
export async function startHttpListener(options: HttpListenerOptions): Promise<HttpListener> {
  const times: HttpTimes = { ...TIMES, ...options.times };
  const { host, port, backlog } = options.listen;
  const server = createServer({
    headersTimeout: times.header,
    requestTimeout: times.request,
    keepAliveTimeout: times.idle,
    // Node looks at its connections every 30 seconds unless told, so that none of these times would hold.
    connectionsCheckingInterval: Math.min(1_000, times.header / 2),
    maxHeaderSize: 16_384,
  });
  server.maxConnections = options.connections;
  // Where a parent hands connections out, one that is not taken would be handed round, at full speed, until one is.
  Object.assign(server, { dropMaxConnection: true });
  server.setTimeout(times.stalled);
  const underWay = new UnderWay(server, times.drain);
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    underWay.add(response);
    respond(options, request, response, underWay).catch((error: unknown) => {
      if (!response.destroyed) options.onFailure(error);
      response.destroy();
    });
  };
  server.on('request', serve);
  // Who asks before it sends a body gets the answer instead, or is told to send where the body is read.
  server.on('checkContinue', serve);
  server.on('drop', oncePer(60_000, options.onFull));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: backlog ?? 128 }, () => {
      server.off('error', reject);
      server.on('error', options.onFailure);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { port: address.port, url: `http://${shown}:${address.port}`, close: () => underWay.close() };
}

/** The requests that are being answered, and the end of the listener, which waits for them. */
class UnderWay {
  readonly #responses = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #drainMs: number;
  #draining = false;

  constructor(server: Server, drainMs: number) {
    this.#server = server;
    this.#drainMs = drainMs;
  }

  get draining(): boolean {
    return this.#draining;
  }

  add(response: ServerResponse): void {
    this.#responses.add(response);
    response.once('close', () => {
      this.#responses.delete(response);
      this.#endIfDone();
    });
  }

  close(): Promise<void> {
    this.#draining = true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#server.closeAllConnections(), this.#drainMs);
      this.#server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      this.#endIfDone();
    });
  }

  /** A connection whose header has not come whole is no request under way. */
  #endIfDone(): void {
    if (this.#draining && this.#responses.size === 0) this.#server.closeAllConnections();
  }
}

async function respond(
  options: HttpListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  underWay: UnderWay,
): Promise<void> {
  let given: HttpAnswer;
  try {
    const read = readRequest(request, response);
    given = read === null ? NO_ROUTE : await options.answer(read);
  } catch (error) {
    // A client that went away in the middle is nobody's failure.
    if (request.destroyed && !request.complete) return;
    options.onFailure(error);
    given = failure(500, 'M_UNKNOWN', 'internal error');
  }
  const unread = saysBody(request) && !request.complete;
  if (unread || underWay.draining) response.setHeader('connection', 'close');
  await send(response, given, unread ? () => linger(request) : () => Promise.resolve());
}

/** Null where the target is no path: an absolute one (RFC 9112 section 3.2.2), an authority or an asterisk. */
function readRequest(request: IncomingMessage, response: ServerResponse): HttpRequest | null {
  const target = request.url ?? '';
  if (!target.startsWith('/')) return null;
  const at = target.indexOf('?');
  return {
    method: request.method ?? '',
    path: at === -1 ? target : target.slice(0, at),
    query: new URLSearchParams(at === -1 ? '' : target.slice(at + 1)),
    bearer: bearerOf(request.headers.authorization),
    accept: request.headers.accept ?? '',
    headers: request.headers,
    remote: request.socket.remoteAddress ?? '',
    body: (limit) => {
      if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
      return readBody(request, limit);
    },
  };
}

/** `before` is waited for between the last byte and the end of the response, at which Node may close the connection. */
async function send(
  response: ServerResponse,
  { status, body, headers }: HttpAnswer,
  before: () => Promise<void>,
): Promise<void> {
  if (body instanceof Readable) {
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    await pipeline(body, response);
    return;
  }
  const text = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.write(text);
  await before();
  response.end();
}

/**
 * Takes and drops what a client goes on sending, for a moment: a connection that is closed while bytes of a body are on
 * their way takes the answer with it (RFC 9112 section 9.6). Ends with the body, the connection or the moment.
 */
function linger(request: IncomingMessage): Promise<void> {
  const { socket } = request;
  const limit = socket.bytesRead + LINGER.bytes;
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, LINGER.ms);
    request.once('end', done);
    request.once('error', done);
    socket.once('close', done);
    request.on('data', () => {
      if (socket.bytesRead > limit) request.pause();
    });
    request.resume();
  });
}

/** Calls, and not again before so many milliseconds are over. */
function oncePer(ms: number, call: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < ms) return;
    last = now;
    call();
  };
}

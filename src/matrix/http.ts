import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Json } from '../bridge/types.ts';
import { errorCode } from '../base/errors.ts';
import { contentType, isPathSegment, readWireJson, wireJson } from '../base/wire-text.ts';
import { HomeserverUnreachableError, MatrixError } from './errors.ts';

export interface HomeserverHttpOptions {
  /** Base address of the client-server API, with or without a path before `/_matrix`. */
  readonly url: string;
  /** The appservice's token; goes into the Authorization header and nowhere else. */
  readonly token: string;
  /** Without any byte either way, and for the whole of a JSON answer, milliseconds (default 60,000). */
  readonly timeoutMs?: number;
  /** Connections at most (default 32). */
  readonly connections?: number;
  /** A CA in PEM for closed networks. */
  readonly ca?: string;
  /**
   * Called once when the homeserver goes away (nobody takes the connection, or a proxy says so), and once when it
   * answers again. Must return at once and not throw.
   */
  readonly onAway?: () => void;
  readonly onBack?: () => void;
}

/** One request; `path` starts with `/_matrix` and is already encoded (`segments` does that). */
export interface HomeserverRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: Json;
  /** `type` may be whatever a stranger wrote: a media type is made of it. */
  readonly body?: { readonly stream: Readable; readonly size: number; readonly type: string };
  readonly timeoutMs?: number;
}

/** A streamed answer. The caller reads the stream to its end or destroys it. */
export interface StreamedAnswer {
  readonly stream: Readable;
  readonly type: string;
  readonly size: number | null;
}

/** RFC 9110 sections 15.6.3 to 15.6.5: what a proxy answers while nothing is behind it. */
const PROXY_SAYS_AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** JSON answers are bounded: nothing that we ask for is larger (the state of a big room is). */
const ANSWER_MAX = 64 * 1024 * 1024;

/**
 * HTTP to the homeserver over a bounded, kept-alive pool. It throws MatrixError where the homeserver refused and
 * HomeserverUnreachableError where no answer came, and repeats nothing: the caller repeats, with the same ids. The one
 * exception: a GET, PUT or DELETE on a kept-alive connection that turns out to be closed is asked once more, as it
 * stands, on another; such a request is the same effect however often it is made.
 */
export class HomeserverHttp {
  readonly #base: URL;
  readonly #token: string;
  readonly #timeoutMs: number;
  readonly #agent: HttpAgent;
  readonly #presence: { readonly onAway: () => void; readonly onBack: () => void };
  #isAway = false;

  constructor(options: HomeserverHttpOptions) {
    this.#base = new URL(options.url);
    this.#token = options.token;
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#presence = { onAway: options.onAway ?? (() => undefined), onBack: options.onBack ?? (() => undefined) };
    const pool = { keepAlive: true, maxSockets: options.connections ?? 32, scheduling: 'lifo' } as const;
    this.#agent =
      this.#base.protocol === 'https:'
        ? new HttpsAgent({ ...pool, ...(options.ca === undefined ? {} : { ca: options.ca }) })
        : new HttpAgent(pool);
  }

  /** Closes the idle connections; requests under way end with an error. */
  close(): void {
    this.#agent.destroy();
  }

  /** Asks and reads the JSON answer; unparseable answers are refusals without an errcode. */
  async json(request: HomeserverRequest): Promise<unknown> {
    const answer = await this.#ask(request);
    const text = await this.#readAll(request, answer);
    const status = answer.statusCode ?? 0;
    const body = parseJson(text);
    if (status < 200 || status >= 300) throw refusal(request, answer, body);
    if (body === undefined) {
      throw new MatrixError({ status, errcode: '', text: 'no JSON', retryAfterMs: null, request: describe(request) });
    }
    return body;
  }

  /** Asks for bytes. Only the headers have been read when this returns. */
  async stream(request: HomeserverRequest): Promise<StreamedAnswer> {
    const answer = await this.#ask(request);
    const status = answer.statusCode ?? 0;
    if (status < 200 || status >= 300) throw refusal(request, answer, parseJson(await this.#readAll(request, answer)));
    answer.setTimeout(this.#timeoutMs, () => answer.destroy(new Error('no bytes in time')));
    const size = Number.parseInt(answer.headers['content-length'] ?? '', 10);
    return {
      stream: answer,
      type: contentType(answer.headers['content-type'] ?? ''),
      size: Number.isNaN(size) ? null : size,
    };
  }

  async #ask(request: HomeserverRequest): Promise<IncomingMessage> {
    for (let left = STALE_MAX; ; left -= 1) {
      try {
        return await this.#once(request, left > 0);
      } catch (error) {
        if (!(error instanceof StaleConnection)) throw error;
      }
    }
  }

  /** Throws StaleConnection only with `again`: then it is to be called once more. */
  #once(request: HomeserverRequest, again: boolean): Promise<IncomingMessage> {
    const payload = request.json === undefined ? null : Buffer.from(wireJson(request.json), 'utf8');
    const options = this.#options(request, payload);
    const secure = this.#base.protocol === 'https:';
    const outgoing = secure ? httpsRequest(options) : httpRequest(options);
    return new Promise<IncomingMessage>((resolve, reject) => {
      const fail = (cause: unknown): void => {
        if (isOfBody(request, cause)) {
          reject(cause);
          return;
        }
        const repeatable = request.method !== 'POST' && request.body === undefined;
        const stale = again && outgoing.reusedSocket && repeatable && errorCode(cause) === 'ECONNRESET';
        const unreachable = new HomeserverUnreachableError(describe(request), cause);
        if (!unreachable.maybeDone) this.#noteAway(true);
        reject(stale ? new StaleConnection() : unreachable);
      };
      outgoing.setTimeout(request.timeoutMs ?? this.#timeoutMs, () => {
        const cause = new Error('no answer in time');
        outgoing.destroy(Object.assign(cause, { code: outgoing.socket?.connecting ? 'CONNECT_TIMEOUT' : 'TIMEOUT' }));
      });
      outgoing.on('error', fail);
      outgoing.on('response', (answer) => {
        // A server that refuses an upload early does not read the rest of it.
        answer.on('end', () => {
          if (!outgoing.writableFinished) outgoing.destroy();
        });
        this.#noteAway(PROXY_SAYS_AWAY.has(answer.statusCode ?? 0));
        resolve(answer);
      });
      if (request.body === undefined) outgoing.end(payload ?? undefined);
      else pipeline(request.body.stream, exactly(request.body.size), outgoing).catch(fail);
    });
  }

  #noteAway(away: boolean): void {
    if (away === this.#isAway) return;
    this.#isAway = away;
    if (away) this.#presence.onAway();
    else this.#presence.onBack();
  }

  #options(request: HomeserverRequest, payload: Buffer | null): RequestOptions {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query ?? {})) {
      if (value === undefined) continue;
      if (name === 'user_id' && !isPathSegment(String(value))) throw impossible();
      query.set(name, String(value));
    }
    const path = this.#base.pathname.replace(/\/$/, '') + request.path;
    const headers: Record<string, string | number> = { authorization: `Bearer ${this.#token}` };
    if (payload !== null) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = payload.length;
    } else if (request.body !== undefined) {
      headers['content-type'] = contentType(request.body.type);
      headers['content-length'] = request.body.size;
    } else if (request.method !== 'GET') {
      headers['content-length'] = 0;
    }
    return {
      agent: this.#agent,
      protocol: this.#base.protocol,
      hostname: this.#base.hostname.replace(/^\[|\]$/g, ''),
      ...(this.#base.port === '' ? {} : { port: this.#base.port }),
      method: request.method,
      path: query.size === 0 ? path : `${path}?${query.toString()}`,
      headers,
    };
  }

  async #readAll(request: HomeserverRequest, answer: IncomingMessage): Promise<string> {
    const timer = setTimeout(
      () => answer.destroy(Object.assign(new Error('answer not complete in time'), { code: 'TIMEOUT' })),
      request.timeoutMs ?? this.#timeoutMs,
    );
    try {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of answer as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > ANSWER_MAX) throw new Error('answer too large');
        pieces.push(piece);
      }
      return Buffer.concat(pieces).toString('utf8');
    } catch (error) {
      throw new HomeserverUnreachableError(describe(request), error);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * Encodes the segments of a path. Throws MatrixError (as a homeserver refuses it: for good, and this request alone)
 * where one cannot be such a segment: an id of a stranger that is longer than ids are, or a dot segment.
 */
export function segments(...parts: readonly string[]): string {
  if (!parts.every(isPathSegment)) throw impossible();
  return parts.map((part) => encodeURIComponent(part)).join('/');
}

/** An id that no homeserver has: what one would answer, without asking it. */
function impossible(): MatrixError {
  return new MatrixError({ status: 400, errcode: 'M_INVALID_PARAM', text: '', retryAfterMs: null, request: 'no id' });
}

/** An idle connection that the server had closed when it was used again. */
class StaleConnection extends Error {}

/** After a homeserver's restart every idle connection is stale: so many are tried before it counts as away. */
const STALE_MAX = 4;

/** The bytes to be sent were not what was announced. Sent as they are, they would leave the homeserver waiting. */
class BodySizeError extends Error {}

/** Whether a request failed for its own body (a file that cannot be read): asking again later would not help. */
function isOfBody({ body }: HomeserverRequest, cause: unknown): cause is Error {
  return body !== undefined && (cause instanceof BodySizeError || (cause !== null && cause === body.stream.errored));
}

/** Passes bytes on; throws where they are not exactly so many. */
function exactly(size: number): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* (source) {
    let passed = 0;
    for await (const piece of source) {
      passed += piece.length;
      if (passed > size) throw new BodySizeError('more bytes than announced');
      yield piece;
    }
    if (passed < size) throw new BodySizeError('fewer bytes than announced');
  };
}

/** The endpoint without ids, for logs: an alias or a ghost's name says who writes to whom. */
function describe(request: HomeserverRequest): string {
  const words = request.path.split('/').filter((word) => /^[a-z_0-9.-]+$/i.test(word) && word.length <= 20);
  return `${request.method} /${words.join('/')}`;
}

function parseJson(text: string): unknown {
  try {
    return readWireJson(text);
  } catch {
    return undefined;
  }
}

function refusal(request: HomeserverRequest, answer: IncomingMessage, body: unknown): MatrixError {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const text = 'error' in fields && typeof fields.error === 'string' ? fields.error : '';
  const errcode = 'errcode' in fields && typeof fields.errcode === 'string' ? fields.errcode : '';
  return new MatrixError({
    status: isGoneRoom(request, errcode) ? 404 : (answer.statusCode ?? 0),
    errcode,
    text,
    retryAfterMs: retryAfter(answer.headers['retry-after'], 'retry_after_ms' in fields ? fields.retry_after_ms : null),
    request: describe(request),
  });
}

/**
 * Dendrite says so (with 400) of a room that it does not know, or knows no more: there is none. Only createRoom asks
 * for a version.
 */
function isGoneRoom({ path }: HomeserverRequest, errcode: string): boolean {
  return errcode === 'M_UNSUPPORTED_ROOM_VERSION' && !path.endsWith('/createRoom');
}

/** Spec v1.10 and later: the header in seconds (or as a date) counts before the deprecated field in milliseconds. */
function retryAfter(header: string | undefined, field: unknown): number | null {
  if (header !== undefined && /^\d+$/.test(header.trim())) return Number(header) * 1_000;
  if (typeof field === 'number' && field >= 0) return field;
  return null;
}

/**
 * The HTTP interface for operators: the table of operations behind a bearer token. Bodies of requests are read only for who has it,
 * and only so far; errors are as the Matrix specification has them, and tell nothing of what the database or the program said.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { openApiDocument } from './openapi.ts';
import { NotAllowed, NotPossible, NotThere } from './operation.ts';
import type { Operation, OperationDeps } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { RateLimit } from './rate-limit.ts';

export interface ProvisioningOptions {
  readonly listen: { readonly host: string; readonly port: number };
  /** A secret. */
  readonly token: string;
  /** Requests a minute from one address. */
  readonly perMinute: number;
  readonly deps: OperationDeps;
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

export interface Provisioning {
  /** Such as http://127.0.0.1:9002. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bytes of a body that are read. */
const BODY_MAX = 1_000_000;

interface Answer {
  readonly status: number;
  /** JSON, or a stream of what `content-type` says. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Listens; rejects where the port is taken. */
export async function startProvisioning(options: ProvisioningOptions): Promise<Provisioning> {
  const limit = new RateLimit(options.perMinute, options.now);
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    serve(options, limit, request, response).catch((error: unknown) => {
      options.log.error('Provisioning request failed', { error });
      if (response.headersSent) response.destroy();
      else sendJson(response, failure(500, 'M_UNKNOWN', 'it failed; the log says why'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.listen.port, options.listen.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, port, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  options: ProvisioningOptions,
  limit: RateLimit,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const one = await answer(options, limit, request);
  // What of the body nobody has read is in the way of the next request.
  request.resume();
  if (!(one.body instanceof Readable)) {
    sendJson(response, one);
    return;
  }
  response.writeHead(one.status, { 'cache-control': 'no-store', ...one.headers });
  await pipeline(one.body, response);
}

async function answer(options: ProvisioningOptions, limit: RateLimit, request: IncomingMessage): Promise<Answer> {
  // Before the token is looked at: guesses are counted too.
  const waitMs = limit.take(request.socket.remoteAddress ?? '');
  if (waitMs > 0) {
    const { status, body } = failure(429, 'M_LIMIT_EXCEEDED', 'too many requests');
    const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
    return { status, body: { ...Object(body), retry_after_ms: waitMs }, headers };
  }
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  if (token === null) return failure(401, 'M_MISSING_TOKEN', 'the Authorization header lacks a bearer token');
  if (!isSame(token, options.token)) return failure(401, 'M_UNKNOWN_TOKEN', 'the token is wrong');
  const target = new URL(request.url ?? '/', 'http://localhost');
  if (target.pathname === '/_mailroom/v1/openapi.json') return { status: 200, body: openApiDocument() };
  const found = find(request.method ?? '', target);
  if (found === null) return failure(404, 'M_UNRECOGNIZED', 'there is no such address');
  if (found === 'method') return failure(405, 'M_UNRECOGNIZED', 'not with this method');
  const { one, input: given } = found;
  const read = one.method === 'POST' ? await readBody(request) : {};
  if (read === 'too-large') return failure(413, 'M_TOO_LARGE', 'the body is larger than a megabyte');
  if (read === 'no-object') return failure(400, 'M_NOT_JSON', 'the body is no JSON object');
  const input = { ...read, ...given };
  const parsed = one.input.safeParse(input);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.'));
    return failure(400, 'M_INVALID_PARAM', `not as expected: ${[...new Set(names)].join(', ')}`);
  }
  try {
    const body = await one.run(options.deps, input);
    if (one.method === 'POST') options.log.info('an operator acted', { operation: one.id });
    const headers = one.media === undefined ? {} : { headers: { 'content-type': one.media } };
    return { status: 200, body, ...headers };
  } catch (error) {
    if (error instanceof NotThere) return failure(404, 'M_NOT_FOUND', error.message);
    if (error instanceof NotAllowed) return failure(403, 'M_FORBIDDEN', error.message);
    if (error instanceof NotPossible) return failure(400, 'M_INVALID_PARAM', error.message);
    throw error;
  }
}

const jsonObject = z.record(z.string(), z.unknown());

/** The JSON object of a body; an empty one is as good as none. */
async function readBody(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>> | 'too-large' | 'no-object'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) return 'too-large';
    chunks.push(chunk);
  }
  if (size === 0) return {};
  try {
    const read = jsonObject.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return read.success ? read.data : 'no-object';
  } catch {
    return 'no-object';
  }
}

/** The operation of a request with what its address says: the path, and for a GET the query. */
function find(
  method: string,
  target: URL,
): { readonly one: Operation; readonly input: Readonly<Record<string, string>> } | 'method' | null {
  let there = false;
  for (const one of OPERATIONS) {
    const values = match(one.path, target.pathname);
    if (values === null) continue;
    if (one.method === method) {
      const query = method === 'GET' ? Object.fromEntries(target.searchParams) : {};
      return { one, input: { ...query, ...values } };
    }
    there = true;
  }
  return there ? 'method' : null;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [at, piece] of wanted.entries()) {
    const text = given[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name !== undefined) values[name] = decoded(text);
    else if (piece !== text) return null;
  }
  return values;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In constant time, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

function failure(status: number, errcode: string, error: string): Answer {
  return { status, body: { errcode, error } };
}

function sendJson(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

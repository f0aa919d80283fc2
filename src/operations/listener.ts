/**
 * The HTTP interface for operators: the table of operations behind a bearer token. Bodies of requests are not read; errors are as
 * the Matrix specification has them, and tell nothing of what the database or the program said.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import { openApiDocument } from './openapi.ts';
import { NotThere, OPERATIONS } from './operations.ts';
import type { Operation, OperationDeps } from './operations.ts';
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

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Listens; rejects where the port is taken. */
export async function startProvisioning(options: ProvisioningOptions): Promise<Provisioning> {
  const limit = new RateLimit(options.perMinute, options.now);
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    request.resume();
    answer(options, limit, request).then(
      (one) => send(response, one),
      (error: unknown) => {
        options.log.error('Provisioning request failed', { error });
        send(response, failure(500, 'M_UNKNOWN', 'it failed; the log says why'));
      },
    );
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

async function answer(options: ProvisioningOptions, limit: RateLimit, request: IncomingMessage): Promise<Answer> {
  // Before the token is looked at: guesses are counted too.
  const waitMs = limit.take(request.socket.remoteAddress ?? '');
  if (waitMs > 0) {
    const { status, body } = failure(429, 'M_LIMIT_EXCEEDED', 'too many requests');
    const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
    return { status, body: { ...Object(body), retry_after_ms: waitMs }, headers };
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  if (given === null) return failure(401, 'M_MISSING_TOKEN', 'the Authorization header lacks a bearer token');
  if (!isSame(given, options.token)) return failure(401, 'M_UNKNOWN_TOKEN', 'the token is wrong');
  const target = new URL(request.url ?? '/', 'http://localhost');
  if (target.pathname === '/_mailroom/v1/openapi.json') return { status: 200, body: openApiDocument() };
  const found = find(request.method ?? '', target);
  if (found === null) return failure(404, 'M_UNRECOGNIZED', 'there is no such address');
  if (found === 'method') return failure(405, 'M_UNRECOGNIZED', 'not with this method');
  const { one, input } = found;
  const parsed = one.input.safeParse(input);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.'));
    return failure(400, 'M_INVALID_PARAM', `not as expected: ${[...new Set(names)].join(', ')}`);
  }
  try {
    return { status: 200, body: await one.run(options.deps, input) };
  } catch (error) {
    if (error instanceof NotThere) return failure(404, 'M_NOT_FOUND', error.message);
    throw error;
  }
}

/** The operation of a request with its input: what the path and the query say. */
function find(
  method: string,
  target: URL,
): { readonly one: Operation; readonly input: Readonly<Record<string, string>> } | 'method' | null {
  let there = false;
  for (const one of OPERATIONS) {
    const values = match(one.path, target.pathname);
    if (values === null) continue;
    if (one.method === method) return { one, input: { ...Object.fromEntries(target.searchParams), ...values } };
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

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

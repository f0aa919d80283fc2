/**
 * The HTTP interface for operators: the table of operations behind a bearer token. Bodies of requests are read only for
 * who has it, and only so far; errors are as the Matrix specification has them, and tell nothing of what the database
 * or the program said.
 */
import { z } from 'zod';
import { readWireJson } from '../base/wire-text.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { failure, startHttpListener } from '../http/listener.ts';
import type { HttpAnswer, HttpRequest } from '../http/listener.ts';
import { findRoute, isSameSecret } from '../http/request.ts';
import { openApiDocument } from './openapi.ts';
import { NotAllowed, NotPossible, NotThere } from '../operations/operation.ts';
import type { OperationDeps } from '../operations/operation.ts';
import { runRecorded } from '../operations/recorded.ts';
import { OPERATIONS } from './operations.ts';
import { RateLimit } from '../http/rate-limit.ts';

export interface ProvisioningOptions {
  readonly listen: { readonly host: string; readonly port: number };
  /** A secret; asked at each request, as is `perMinute`. */
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

/** Connections at one time. */
const CONNECTIONS = 64;

/** Listens; rejects where the port is taken. */
export async function startProvisioning(options: ProvisioningOptions): Promise<Provisioning> {
  const limit = new RateLimit(() => options.perMinute, options.now);
  return startHttpListener({
    listen: options.listen,
    connections: CONNECTIONS,
    answer: (request) => answer(options, limit, request),
    onFailure: (error) => logTrouble(options.log, 'Provisioning request failed', error, {}, 'error'),
    onFull: () => options.log.warn('Provisioning: too many connections', { most: CONNECTIONS }),
  });
}

async function answer(options: ProvisioningOptions, limit: RateLimit, request: HttpRequest): Promise<HttpAnswer> {
  // Before the token is looked at: guesses are counted too.
  const waitMs = limit.take(request.remote);
  if (waitMs > 0) {
    const { status, body } = failure(429, 'M_LIMIT_EXCEEDED', 'too many requests');
    const headers = { 'retry-after': String(Math.ceil(waitMs / 1000)) };
    return { status, body: { ...Object(body), retry_after_ms: waitMs }, headers };
  }
  const { bearer, method, path, query } = request;
  if (bearer === null) return failure(401, 'M_MISSING_TOKEN', 'the Authorization header lacks a bearer token');
  if (!isSameSecret(bearer, options.token)) return failure(401, 'M_UNKNOWN_TOKEN', 'the token is wrong');
  if (path === '/_mailroom/v1/openapi.json') return { status: 200, body: openApiDocument() };
  const found = findRoute(OPERATIONS, method, path);
  if (found === null) return failure(404, 'M_UNRECOGNIZED', 'there is no such address');
  if (found === 'method') return failure(405, 'M_UNRECOGNIZED', 'not with this method');
  const { route: one, values } = found;
  const read = one.method === 'POST' ? await readObject(request) : Object.fromEntries(query);
  if (read === 'too-large') return failure(413, 'M_TOO_LARGE', 'the body is larger than a megabyte');
  if (read === 'no-object') return failure(400, 'M_NOT_JSON', 'the body is no JSON object');
  const input = { ...read, ...values };
  const parsed = one.input.safeParse(input);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.'));
    return failure(400, 'M_INVALID_PARAM', `not as expected: ${[...new Set(names)].join(', ')}`);
  }
  try {
    await options.deps.reload?.upToDate();
    const from = { via: 'http', by: `http:${request.remote}` } as const;
    const { answer: body } = await runRecorded(options.deps, one, input, from);
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
async function readObject(
  request: HttpRequest,
): Promise<Readonly<Record<string, unknown>> | 'too-large' | 'no-object'> {
  const body = await request.body(BODY_MAX);
  if (body === null) return 'too-large';
  if (body.length === 0) return {};
  try {
    const read = jsonObject.safeParse(readWireJson(body.toString('utf8')));
    return read.success ? read.data : 'no-object';
  } catch {
    return 'no-object';
  }
}

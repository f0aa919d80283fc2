/**
 * The listener for those who watch: /health (the process works), /ready (what it needs answers), /metrics (Prometheus
 * or OpenMetrics). Without authentication, so it names no address, no room and no text of anybody; it listens where the
 * config says.
 */
import { errorCode } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { startHttpListener } from '../http/listener.ts';
import type { HttpAnswer, HttpRequest } from '../http/listener.ts';
import type { Metrics } from './metrics.ts';

/** One thing that /ready looks at; resolves where it is well, rejects where it is not. */
export interface ReadyCheck {
  /** Such as `database` or `account:support`. */
  readonly name: string;
  readonly check: () => Promise<void>;
  /** Whether /ready fails with it: an account that is away makes nobody restart the bridge. Default true. */
  readonly required?: boolean;
}

export interface ObservabilityOptions {
  readonly listen: { readonly host: string; readonly port: number };
  readonly metrics: Metrics;
  /** Asked at each request. */
  readonly checks: readonly ReadyCheck[];
  readonly log: Log;
  /** A check that takes longer has failed, milliseconds. Default 5000. */
  readonly timeoutMs?: number;
}

export interface Observability {
  /** Where it listens, such as http://127.0.0.1:9001. */
  readonly url: string;
  /** From now on /ready says 503: the process drains. */
  drain(): void;
  close(): Promise<void>;
}

/** Connections at one time: a few that scrape, and who looks by hand. */
const CONNECTIONS = 64;

/** Listens; rejects where the port is taken. */
export async function startObservability(options: ObservabilityOptions): Promise<Observability> {
  let draining = false;
  const listener = await startHttpListener({
    listen: options.listen,
    connections: CONNECTIONS,
    answer: (request) => reply(options, draining, request),
    onFailure: (error) => logTrouble(options.log, 'Observability request failed', error, {}, 'error'),
    onFull: () => options.log.warn('Observability: too many connections', { most: CONNECTIONS }),
  });
  return {
    url: listener.url,
    drain: () => {
      draining = true;
    },
    close: () => listener.close(),
  };
}

async function reply(options: ObservabilityOptions, draining: boolean, request: HttpRequest): Promise<HttpAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, body: { error: 'method not allowed' } };
  switch (request.path) {
    case '/health':
      return { status: 200, body: { status: 'ok' } };
    case '/ready': {
      const { ready, body } = await readiness(options, draining);
      return { status: ready ? 200 : 503, body };
    }
    case '/metrics': {
      const { contentType, text } = await options.metrics.page(request.accept);
      return { status: 200, body: text, headers: { 'content-type': contentType } };
    }
    default:
      return { status: 404, body: { error: 'not found' } };
  }
}

/**
 * `{ status, checks: { database: 'ok', homeserver: 'failed (ECONNREFUSED)' } }`; the code of an error, never its text.
 */
async function readiness(options: ObservabilityOptions, draining: boolean): Promise<{ ready: boolean; body: object }> {
  const results = await Promise.all(
    options.checks.map(async ({ name, check, required = true }) => {
      const failure = await outcomeOf(check, options.timeoutMs ?? 5_000);
      return { name, failure, blocks: required && failure !== null };
    }),
  );
  const ready = !draining && results.every(({ blocks }) => !blocks);
  const checks = Object.fromEntries(results.map(({ name, failure }) => [name, failure ?? 'ok']));
  return { ready, body: { status: draining ? 'draining' : ready ? 'ready' : 'not ready', checks } };
}

async function outcomeOf(check: () => Promise<void>, timeoutMs: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'failed (timeout)');
  });
  const done = check().then(
    () => null,
    (error: unknown) => {
      const code = errorCode(error);
      return code === '' ? 'failed' : `failed (${code})`;
    },
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

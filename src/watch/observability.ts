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

/** What a listener for watchers answers with. */
export interface Watched {
  /** Whether it works; rejects or says false where it does not. */
  readonly health: () => Promise<boolean>;
  readonly ready: () => Promise<Readiness>;
  readonly page: Metrics['page'];
}

/** `body` is the answer of /ready. */
export interface Readiness {
  readonly ready: boolean;
  readonly body: object;
}

/** This process, as its own watchers see it, or those of a parent that asks it. */
export interface Observed {
  readonly ready: () => Promise<Readiness>;
  readonly figures: Metrics['figures'];
  /** See `Observability`. */
  drain(): void;
}

/** What is seen of this process, without a listener of its own. */
export function observed(options: Omit<ObservabilityOptions, 'listen' | 'log'>): Observed {
  let draining = false;
  return {
    ready: () => readiness(options, draining),
    figures: (shared) => options.metrics.figures(shared),
    drain: () => {
      draining = true;
    },
  };
}

/** Listens; rejects where the port is taken. */
export async function startObservability(options: ObservabilityOptions): Promise<Observability> {
  const seen = observed(options);
  const watched: Watched = {
    health: () => Promise.resolve(true),
    ready: () => seen.ready(),
    page: (accept) => options.metrics.page(accept),
  };
  const listener = await listenForWatchers(options, watched);
  return { ...listener, drain: () => seen.drain() };
}

/** The listener alone, for whoever knows what to answer. Rejects where the port is taken. */
export async function listenForWatchers(
  { listen, log }: Pick<ObservabilityOptions, 'listen' | 'log'>,
  watched: Watched,
): Promise<Omit<Observability, 'drain'>> {
  const listener = await startHttpListener({
    listen,
    connections: CONNECTIONS,
    answer: (request) => reply(watched, request),
    onFailure: (error) => logTrouble(log, 'Observability request failed', error, {}, 'error'),
    onFull: () => log.warn('Observability: too many connections', { most: CONNECTIONS }),
  });
  return { url: listener.url, close: () => listener.close() };
}

async function reply(watched: Watched, request: HttpRequest): Promise<HttpAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, body: { error: 'method not allowed' } };
  switch (request.path) {
    case '/health': {
      const works = await watched.health();
      return { status: works ? 200 : 503, body: { status: works ? 'ok' : 'failed' } };
    }
    case '/ready': {
      const { ready, body } = await watched.ready();
      return { status: ready ? 200 : 503, body };
    }
    case '/metrics': {
      const { contentType, text } = await watched.page(request.accept);
      return { status: 200, body: text, headers: { 'content-type': contentType } };
    }
    default:
      return { status: 404, body: { error: 'not found' } };
  }
}

/**
 * `{ status, checks: { database: 'ok', homeserver: 'failed (ECONNREFUSED)' } }`; the code of an error, never its text.
 */
async function readiness(
  options: Pick<ObservabilityOptions, 'checks' | 'timeoutMs'>,
  draining: boolean,
): Promise<Readiness> {
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

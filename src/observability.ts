/**
 * The listener for those who watch: /health (the process works), /ready (what it needs answers), /metrics (Prometheus).
 * Without authentication, so it names no address, no room and no text of anybody; it listens where the config says.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode } from './errors.ts';
import type { Log } from './log.ts';
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

/** Listens; rejects where the port is taken. */
export async function startObservability(options: ObservabilityOptions): Promise<Observability> {
  let draining = false;
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    // Nothing is read from a request but its first line.
    request.resume();
    reply(options, draining, request).then(
      (page) => send(response, page),
      (error: unknown) => {
        options.log.error('Observability request failed', { error });
        response.destroy();
      },
    );
  });
  await listening(server, options.listen);
  return {
    url: urlOf(server),
    drain: () => {
      draining = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

async function reply(options: ObservabilityOptions, draining: boolean, request: IncomingMessage): Promise<Page> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { error: 'method not allowed' });
  switch ((request.url ?? '').split('?')[0]) {
    case '/health':
      return json(200, { status: 'ok' });
    case '/ready': {
      const { ready, body } = await readiness(options, draining);
      return json(ready ? 200 : 503, body);
    }
    case '/metrics':
      return { status: 200, ...(await options.metrics.page()) };
    default:
      return json(404, { error: 'not found' });
  }
}

/** `{ status, checks: { database: 'ok', homeserver: 'failed (ECONNREFUSED)' } }`; the code of an error, never its text. */
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

function json(status: number, body: object): Page {
  return { status, contentType: 'application/json', text: `${JSON.stringify(body)}\n` };
}

function send(response: ServerResponse, { status, contentType, text }: Page): void {
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function listening(server: Server, listen: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: listen.host, port: listen.port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

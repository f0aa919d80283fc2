/** A small HTTP proxy on loopback that does to requests what networks and tired servers do. */
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/**
 * What becomes of one request. pass: it is forwarded, and its answer comes back. lose: it is forwarded, and the
 * connection breaks before the answer. break: the connection breaks, nothing is forwarded. answer: nothing is
 * forwarded, this is answered.
 */
export type Verdict =
  | { readonly do: 'pass' }
  | { readonly do: 'lose' }
  | { readonly do: 'break' }
  | { readonly do: 'answer'; readonly status: number; readonly body: object };

export interface ProxiedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
}

export interface Proxy {
  readonly url: string;
  /** Decides about every request from now on; everything passes until the first call. */
  judge(judge: (request: ProxiedRequest) => Verdict): void;
  /** Everything passes. */
  wellAgain(): void;
  close(): Promise<void>;
}

const pass: Verdict = { do: 'pass' };

/** Listens on a loopback port (0: any) in front of the server at `target()`, which is asked at each request. */
export async function startProxy(target: () => string, port = 0): Promise<Proxy> {
  let judge: (request: ProxiedRequest) => Verdict = () => pass;
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '').split('?')[0] ?? '';
    const verdict = judge({ method: incoming.method ?? '', path });
    carryOut(verdict, target(), incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    judge: (by) => (judge = by),
    wellAgain: () => (judge = () => pass),
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

async function carryOut(
  verdict: Verdict,
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  switch (verdict.do) {
    case 'break':
      outgoing.destroy();
      return;
    case 'answer':
      incoming.resume();
      outgoing.writeHead(verdict.status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(verdict.body));
      return;
    case 'lose':
      (await forward(target, incoming)).resume();
      outgoing.destroy();
      return;
    case 'pass': {
      const answer = await forward(target, incoming);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      await pipeline(answer, outgoing);
    }
  }
}

/** Sends the request on; resolves with the answer's head. */
function forward(target: string, incoming: IncomingMessage): Promise<IncomingMessage> {
  const { method, headers, url } = incoming;
  return new Promise((answered, failed) => {
    const onward = httpRequest(`${target}${url ?? ''}`, { method, headers, agent: false });
    onward.once('response', answered);
    onward.once('error', failed);
    pipeline(incoming, onward).catch(failed);
  });
}

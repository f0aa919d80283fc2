/** What is read of a request: its token, its path, its body. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The token of an Authorization header (RFC 6750 section 2.1), whatever its letters; null where there is none. */
export function bearerOf(header: string | undefined): string | null {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** Whether two secrets are the same; takes as long whatever is in them. */
export function isSameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

/** Whether a request says that it has a body (RFC 9112 section 6). */
export function saysBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The whole body; null where it is larger than the limit, in bytes. Rejects where the connection ends before. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * The values of a pattern's names (`/rooms/{alias}`) in a path, decoded where they are UTF-8; null where the path is
 * not of this pattern. All else is compared as it was sent: another case, an encoded letter, an empty or a dotted piece
 * is another path.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (const [at, piece] of wanted.entries()) {
    const text = given[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === undefined) {
      if (piece !== text) return null;
      continue;
    }
    const value = decoded(text);
    if (value === '') return null;
    values[name] = value;
  }
  return values;
}

/** One of our addresses: its method, its pattern, and what its owner keeps with it. */
export interface HttpRoute {
  readonly method: string;
  readonly path: string;
}

/**
 * The route of a request with the values of its path; 'method' where only the method is another; null where there is
 * none.
 */
export function findRoute<Route extends HttpRoute>(
  routes: Iterable<Route>,
  method: string,
  path: string,
): { readonly route: Route; readonly values: Readonly<Record<string, string>> } | 'method' | null {
  let there = false;
  for (const route of routes) {
    const values = matchPath(route.path, path);
    if (values === null) continue;
    if (route.method === method) return { route, values };
    there = true;
  }
  return there ? 'method' : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // URIError is how the language says that it is not UTF-8.
  }
}

/**
 * An OAuth 2.0 server on loopback: it says where it gives tokens (RFC 8414), gives them to a client (RFC 6749 section
 * 4.4), and tells a mail server whose one is (RFC 7662).
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class TokenServer {
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #valid = new Set<string>();
  #given = 0;
  /** What is asked for tokens, in order: the fields of each request. */
  readonly asked: URLSearchParams[] = [];
  /** How long a token is said to last, seconds; null says nothing. */
  lasts: number | null = 3600;
  /** Answers with this error instead of a token. */
  refuses: { readonly status: number; readonly error: string } | null = null;
  /** Answers instead of all else, as a proxy or an attacker would. */
  instead: ((response: ServerResponse) => void) | null = null;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get tokenUrl(): string {
    return `${this.url}/token`;
  }

  /** Where a mail server asks whose a token is; the user is who is asked for. */
  introspection(user: string): string {
    return `${this.url}/introspect/${encodeURIComponent(user)}?token=`;
  }

  /** The tokens that were given count no more. */
  takeBack(): void {
    this.#valid.clear();
  }

  isValid(token: string): boolean {
    return this.#valid.has(token);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const url = new URL(request.url ?? '/', this.url);
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname.startsWith('/.well-known/')) {
      json(200, { issuer: this.url, token_endpoint: this.tokenUrl });
      return;
    }
    if (url.pathname.startsWith('/introspect/')) {
      const user = decodeURIComponent(url.pathname.slice('/introspect/'.length));
      json(
        200,
        this.isValid(url.searchParams.get('token') ?? '') ? { active: true, username: user } : { active: false },
      );
      return;
    }
    this.asked.push(new URLSearchParams(Buffer.concat(pieces).toString('utf8')));
    if (this.instead !== null) {
      this.instead(response);
      return;
    }
    if (this.refuses !== null) {
      json(this.refuses.status, { error: this.refuses.error, error_description: 'the words of a server' });
      return;
    }
    const token = `token-${String((this.#given += 1))}`;
    this.#valid.add(token);
    json(200, {
      access_token: token,
      token_type: 'Bearer',
      ...(this.lasts === null ? {} : { expires_in: this.lasts }),
    });
  }
}

/**
 * A real OAuth 2.0 and OpenID Connect server on loopback (oidc-provider): authorization code, device code, refresh
 * tokens that are replaced at each use, client credentials, revocation. Who comes to its page is signed in as
 * `signsIn`, and agrees. A mail server asks it whose a token is.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { ClientMetadata, Configuration } from 'oidc-provider';

export const OAUTH_CLIENT = { id: 'mailroom', secret: 'the-secret-of-the-client' } as const;
/** A client without a secret (RFC 6749 section 2.1). */
export const PUBLIC_CLIENT = 'mailroom-public';
const SCOPES = ['openid', 'offline_access', 'email', 'imap', 'smtp'];

export interface OAuthServerOptions {
  /** Where people may be sent back to. */
  readonly redirects: readonly string[];
  /** The mailbox that the client may use by itself, by client credentials. */
  readonly shared?: string;
}

export class OAuthServer {
  readonly #server: Server;
  readonly #provider: Provider;
  readonly #shared: string | null;
  #onCode: (code: string) => void = () => undefined;
  /** Every grant that was asked for at the token endpoint, in order. */
  readonly asked: string[] = [];
  /** Who is at the browser; null says no. */
  signsIn: string | null = null;
  /** How long access tokens last, seconds. */
  accessLasts = 3600;
  /** How long refresh tokens last, seconds. */
  refreshLasts = 14 * 86_400;
  /** What the answer at the token endpoint says besides, such as the end of a refresh token. */
  says: Readonly<Record<string, unknown>> = {};
  /** The token endpoint answers so instead, as a provider in trouble does. */
  instead: { readonly status: number; readonly body: object } | null = null;

  private constructor(server: Server, { redirects, shared }: OAuthServerOptions) {
    this.#server = server;
    this.#shared = shared ?? null;
    this.#provider = new Provider(this.url, this.#configuration(redirects));
    const answer = this.#provider.callback();
    server.on('request', (request, response) => void this.#answer(request, response, answer));
  }

  static async start(options: OAuthServerOptions): Promise<OAuthServer> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new OAuthServer(server, options);
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Where a mail server asks whose a token is: it is appended. */
  get introspection(): string {
    return `${this.url}/whose?token=`;
  }

  /** Whose mailbox a token opens; null for none. */
  async whose(token: string): Promise<string | null> {
    const own = await this.#provider.AccessToken.find(token);
    if (own !== undefined) return own.accountId;
    return (await this.#provider.ClientCredentials.find(token)) === undefined ? null : this.#shared;
  }

  /** A person goes where they are sent, and arrives at the address that is returned: the one of the redirect. */
  async walk(url: string): Promise<URL> {
    const browser = new Browser();
    let at = url;
    for (let step = 0; step < 10; step += 1) {
      const response = await browser.ask(at);
      const location = response.headers.get('location');
      if (location === null) throw new Error(`no way on: ${String(response.status)} ${await response.text()}`);
      const next = new URL(location, at);
      if (next.origin !== this.url) return next;
      at = next.href;
    }
    throw new Error('no end');
  }

  /** A person types a code at the page for it, and agrees, or not. */
  async type(page: string, code: string, agrees = true): Promise<string> {
    const browser = new Browser();
    const first = await (await browser.ask(page)).text();
    const asked = await browser.ask(page, { xsrf: xsrfOf(first), user_code: code });
    const second = await asked.text();
    if (asked.status !== 200) return second;
    let response = await browser.ask(page, {
      xsrf: xsrfOf(second),
      user_code: code,
      ...(agrees ? { confirm: 'yes' } : { abort: 'yes' }),
    });
    for (let step = 0; step < 10; step += 1) {
      const location = response.headers.get('location');
      if (location === null) break;
      response = await browser.ask(new URL(location, page).href);
    }
    return response.text();
  }

  /** A person types the next code that somebody is given. */
  async typeNext(): Promise<string> {
    const code = await new Promise<string>((resolve) => (this.#onCode = resolve));
    return this.type(`${this.url}/device`, code);
  }

  /** All that a person ever agreed to counts no more, nor does any token by it. */
  async revoke(token: string): Promise<void> {
    const found = (await this.#provider.RefreshToken.find(token)) ?? (await this.#provider.AccessToken.find(token));
    const grant = found?.grantId;
    if (grant === undefined) throw new Error('no such token');
    await Promise.all([
      this.#provider.RefreshToken.revokeByGrantId(grant),
      this.#provider.AccessToken.revokeByGrantId(grant),
    ]);
  }

  /** Whether a refresh token still counts. */
  async isAlive(token: string): Promise<boolean> {
    const found = await this.#provider.RefreshToken.find(token);
    return found?.isValid === true;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    provider: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname === '/whose') {
      const username = await this.whose(url.searchParams.get('token') ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(username === null ? { active: false } : { active: true, username }));
    } else if (url.pathname.startsWith('/interaction/')) {
      const result =
        this.signsIn === null
          ? { error: 'access_denied' }
          : { login: { accountId: this.signsIn, remember: false }, consent: {} };
      await this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    } else if (url.pathname === '/token' && this.instead !== null) {
      this.asked.push('instead');
      response.writeHead(this.instead.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(this.instead.body));
    } else {
      await provider(request, response);
    }
  }

  #configuration(redirects: readonly string[]): Configuration {
    const client: ClientMetadata = {
      client_id: OAUTH_CLIENT.id,
      client_secret: OAUTH_CLIENT.secret,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: [
        ...['authorization_code', 'refresh_token', 'client_credentials'],
        'urn:ietf:params:oauth:grant-type:device_code',
      ],
      response_types: ['code'],
      redirect_uris: [...redirects],
      scope: SCOPES.join(' '),
    };
    const { client_secret: _secret, ...open } = client;
    return {
      clients: [
        client,
        {
          ...open,
          client_id: PUBLIC_CLIENT,
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
        },
      ],
      scopes: SCOPES,
      claims: { openid: ['sub'], email: ['email'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['a key of a test'] },
      features: {
        devInteractions: { enabled: false },
        deviceFlow: {
          enabled: true,
          userCodeInputSource: (context, form) => void (context.body = form),
          userCodeConfirmSource: (context, form) => void (context.body = form),
          successSource: (context) => void (context.body = 'done'),
        },
        clientCredentials: { enabled: true },
        revocation: { enabled: true },
        introspection: { enabled: true },
      },
      ttl: {
        AccessToken: () => this.accessLasts,
        ClientCredentials: () => this.accessLasts,
        RefreshToken: () => this.refreshLasts,
        DeviceCode: 600,
        IdToken: 3600,
        Interaction: 3600,
        Session: 3600,
        Grant: 14 * 86_400,
      },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => Promise.resolve({ sub, email: sub }),
      }),
      loadExistingGrant: async (context) => {
        const { client: asking, session, provider } = context.oidc;
        const grant = new provider.Grant({ clientId: asking?.clientId, accountId: session?.accountId });
        grant.addOIDCScope(SCOPES.join(' '));
        await grant.save();
        return grant;
      },
      issueRefreshToken: () => Promise.resolve(true),
      rotateRefreshToken: true,
      renderError: (context, out) => void (context.body = JSON.stringify(out)),
    };
  }

  /** What is asked for at the token endpoint is noted, and what it says is added to. */
  watchTokens(): this {
    this.#provider.use(async (context, next) => {
      await next();
      if (context.path === '/device/auth') this.#onCode(String((context.body as { user_code?: string }).user_code));
      if (context.path !== '/token') return;
      const { oidc } = context as { readonly oidc?: { readonly params?: Readonly<Record<string, unknown>> } };
      const asked = oidc?.params?.['grant_type'];
      this.asked.push(typeof asked === 'string' ? asked : '');
      if (context.status === 200) context.body = { ...(context.body as object), ...this.says };
    });
    return this;
  }
}

/** Keeps cookies, follows nothing. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async ask(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

function xsrfOf(page: string): string {
  const found = /name="xsrf" value="([^"]+)"/.exec(page)?.[1];
  if (found === undefined) throw new Error(`no form in ${page}`);
  return found;
}

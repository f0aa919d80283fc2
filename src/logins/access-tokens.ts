/**
 * Access tokens for logins at mail servers, asked for by OAuth 2.0 client credentials (RFC 6749 section 4.4): Mailroom
 * is a client of its own that may use a mailbox, as Microsoft wants it for shared mailboxes. A token is kept in memory
 * until a minute before its end; nothing of it is written down.
 */
import type * as Library from 'openid-client';
import type { Configuration, CustomFetch, TokenEndpointResponse } from 'openid-client';
import { TokenFailure } from '../base/token-source.ts';
import type { GivenToken, TokenSource } from '../base/token-source.ts';

/** A client of an OAuth 2.0 server. */
export interface OAuth2Client {
  /** The server says by itself where tokens are given (RFC 8414, OpenID Connect Discovery): its address. */
  readonly issuer: string | null;
  /** Where tokens are given, where that is known. */
  readonly tokenUrl: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for, separated by blanks. */
  readonly scope: string;
}

/** A token is given anew so long before its end, and where none is named after so long; milliseconds. */
const BEFORE_END_MS = 60_000;
const WITHOUT_END_MS = 5 * 60_000;
/** How long whoever gives tokens has to answer, seconds. */
const PATIENCE_S = 20;

/** RFC 6749 section 5.2: refusals that repeat. `server_error` and the others pass by themselves. */
const REFUSALS = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/** The token sources of a process: accounts with the same client share its token. */
export class AccessTokens {
  readonly #sources = new Map<string, TokenSource>();
  readonly #now: () => number;

  /** @param now milliseconds, never backwards */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The same for the same client; null for none. */
  of(client: OAuth2Client | null): TokenSource | null {
    if (client === null) return null;
    const key = JSON.stringify([client.issuer, client.tokenUrl, client.clientId, client.clientSecret, client.scope]);
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const source = sourceOf(client, this.#now);
    this.#sources.set(key, source);
    return source;
  }
}

/** One token at a time, and one request for all who ask for it meanwhile. */
function sourceOf(client: OAuth2Client, now: () => number): TokenSource {
  let kept: { readonly value: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;
  const ask = async (): Promise<string> => {
    const { access_token: value, expires_in: seconds } = await askFor(client);
    const lasts = seconds === undefined ? WITHOUT_END_MS : seconds * 1000 - BEFORE_END_MS;
    kept = { value, until: now() + lasts };
    return value;
  };
  return {
    async get(): Promise<GivenToken> {
      if (kept !== null && now() < kept.until) return { value: kept.value, fresh: false };
      asking ??= ask().finally(() => (asking = null));
      return { value: await asking, fresh: true };
    },
    refused(value) {
      if (kept?.value === value) kept = null;
    },
  };
}

/** Throws TokenFailure. */
async function askFor(client: OAuth2Client): Promise<TokenEndpointResponse> {
  // Loaded where it is needed: most logins have a password.
  const library = await import('openid-client');
  try {
    const configuration = await configurationOf(library, client);
    return await library.clientCredentialsGrant(configuration, { scope: client.scope });
  } catch (error) {
    throw failureOf(library, error);
  }
}

async function configurationOf(library: typeof Library, client: OAuth2Client): Promise<Configuration> {
  const { issuer, tokenUrl, clientId, clientSecret } = client;
  if (tokenUrl === null && issuer !== null) {
    const server = new URL(issuer);
    const execute = isPlainLoopback(server) ? [withinMachine(library)] : [];
    const found = await library.discovery(server, clientId, clientSecret, undefined, {
      execute,
      timeout: PATIENCE_S,
      [library.customFetch]: onlyThere,
    });
    found[library.customFetch] = onlyThere;
    return found;
  }
  const url = new URL(tokenUrl ?? '');
  const known = new library.Configuration({ issuer: url.origin, token_endpoint: url.href }, clientId, clientSecret);
  known.timeout = PATIENCE_S;
  known[library.customFetch] = onlyThere;
  if (isPlainLoopback(url)) withinMachine(library)(known);
  return known;
}

/** Lets it ask without TLS. */
function withinMachine(library: typeof Library): (configuration: Configuration) => void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out; it is asked for loopback
  return library.allowInsecureRequests;
}

/** The secret of a client goes to no address that an answer names (RFC 9700 section 4.11.2). */
const onlyThere: CustomFetch = (url, { body, signal, ...options }) =>
  fetch(url, {
    ...options,
    redirect: 'error',
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });

/** Without TLS only inside this machine (RFC 6749 section 3.2 wants TLS). */
function isPlainLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** Names the server's error code and nothing that it says: its words may hold an address. */
function failureOf({ ClientError, ResponseBodyError }: typeof Library, error: unknown): TokenFailure {
  if (error instanceof ResponseBodyError) {
    const code = REFUSALS.includes(error.error) ? error.error : 'an error';
    return new TokenFailure(REFUSALS.includes(error.error) ? 'refused' : 'away', `no token: ${code}`, error);
  }
  if (error instanceof ClientError && error.code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') {
    return new TokenFailure('refused', 'no token: tokens are asked for by https only', error);
  }
  return new TokenFailure('away', 'no token: the server that gives them does not answer as it should', error);
}

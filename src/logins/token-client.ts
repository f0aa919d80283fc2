/** How an OAuth 2.0 server is asked: its endpoints by discovery, over TLS, and what its failures mean. */
import type * as Library from 'openid-client';
import type { Configuration, CustomFetch } from 'openid-client';
import { TokenFailure } from '../base/token-source.ts';
import type { TokenFailureKind } from '../base/token-source.ts';

/** A client at an OAuth 2.0 server. */
export interface TokenClient {
  /** The server says by itself where it is asked (RFC 8414, OpenID Connect Discovery): its address. */
  readonly issuer: string | null;
  /** Where tokens are given, where that is known. */
  readonly tokenUrl: string | null;
  readonly clientId: string;
  /** Null for a public client (RFC 6749 section 2.1). */
  readonly clientSecret: string | null;
}

/** There is no token, and who gives them said why. */
export class NoToken extends TokenFailure {
  /** The error code of the server (RFC 6749 section 5.2), or one of ours; '' for none. */
  readonly answer: string;

  constructor(kind: TokenFailureKind, message: string, answer = '', cause?: unknown) {
    super(kind, message, cause);
    this.name = 'NoToken';
    this.answer = answer;
  }
}

/** How long whoever gives tokens has to answer, seconds. */
const PATIENCE_S = 20;

/**
 * RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5: refusals that repeat. `server_error` and the others pass by
 * themselves.
 */
const REFUSALS: readonly string[] = [
  ...['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type'],
  ...['invalid_scope', 'access_denied', 'expired_token', 'consent_required', 'interaction_required'],
];

/** Asks a server with the library, which is loaded where it is needed: most logins have a password. */
export async function withLibrary<Result>(
  client: TokenClient,
  work: (library: typeof Library, configuration: Configuration) => Promise<Result>,
): Promise<Result> {
  const library = await import('openid-client');
  try {
    return await work(library, await configurationOf(library, client));
  } catch (error) {
    throw failureOf(library, error);
  }
}

async function configurationOf(library: typeof Library, client: TokenClient): Promise<Configuration> {
  const { issuer, tokenUrl, clientId } = client;
  const secret = client.clientSecret ?? undefined;
  const proof = secret === undefined ? library.None() : undefined;
  if (tokenUrl === null && issuer !== null) {
    const server = new URL(issuer);
    const execute = isPlainLoopback(server) ? [withinMachine(library)] : [];
    const found = await library.discovery(server, clientId, secret, proof, {
      execute,
      timeout: PATIENCE_S,
      [library.customFetch]: onlyThere,
    });
    found[library.customFetch] = onlyThere;
    return found;
  }
  const url = new URL(tokenUrl ?? '');
  const known = new library.Configuration({ issuer: url.origin, token_endpoint: url.href }, clientId, secret, proof);
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
export function isPlainLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/**
 * Names the server's error code, and Microsoft's number for it, and nothing else that it says: its words may hold an
 * address.
 */
function failureOf(library: typeof Library, error: unknown): NoToken {
  if (error instanceof NoToken) return error;
  if (error instanceof library.ResponseBodyError || error instanceof library.AuthorizationResponseError) {
    const isRefused = REFUSALS.includes(error.error);
    const number = numberOf(error.error_description);
    const code = `${isRefused ? error.error : 'an error'}${number === null ? '' : ` (${number})`}`;
    // The words of the server stay behind: an error is logged with its cause.
    return new NoToken(isRefused ? 'refused' : 'away', `no token: ${code}`, error.error);
  }
  if (error instanceof library.ClientError && error.code === 'OAUTH_HTTP_REQUEST_FORBIDDEN') {
    return new NoToken('refused', 'no token: tokens are asked for by https only', '', error);
  }
  return new NoToken('away', 'no token: the server that gives them does not answer as it should', '', error);
}

/** Microsoft's number of an error: `AADSTS700082: The refresh token has expired …`. */
function numberOf(description: string | undefined): string | null {
  return /^AADSTS\d{4,8}(?=:)/.exec(description ?? '')?.[0] ?? null;
}

/**
 * A person lets Mailroom use their mailbox: at the provider's own page, to which they are sent (authorization code with
 * PKCE, RFC 6749 section 4.1 and RFC 7636), or with a code that they type there (RFC 8628). What comes of it is a
 * grant: tokens, and whose they are. Nothing is written down here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DeviceAuthorizationResponse, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { isPlainLoopback, NoToken, withLibrary } from './token-client.ts';
import type { TokenClient } from './token-client.ts';

/** A provider of mailboxes whose people can let Mailroom in. */
export interface Provider extends TokenClient {
  /** What is asked for, separated by blanks. */
  readonly scope: string;
  /** What else its authorization endpoint wants to be told, such as that a refresh token is asked for. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The tokens of a grant, and their ends: milliseconds since 1970. */
export interface GrantTokens {
  readonly refreshToken: string;
  readonly accessToken: string;
  readonly accessUntil: number;
  /** Null where the provider names no end. */
  readonly refreshUntil: number | null;
}

/** What somebody's consent brought. */
export interface Grant {
  readonly tokens: GrantTokens;
  /** Whose it is, as the provider says (OpenID Connect: `email`, else `preferred_username`); null where it does not. */
  readonly address: string | null;
}

/** What the answer of the provider is compared with; it is kept in secret until that comes. */
export interface AwaitedCode {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirect: string;
}

/** An access token counts as ended so long before its end, and without a named end so long after it was given. */
const BEFORE_END_MS = 60_000;
const WITHOUT_END_MS = 5 * 60_000;
/** What a provider may say to be shown to people: its address and its code are short. */
const LONGEST_SHOWN = 500;

/**
 * Where somebody is sent, and what is kept until they are back.
 *
 * @param redirect where they come back to: an address with a path, as the provider knows it
 * @param address the mailbox that is meant, which the provider's page may offer; null for none
 * @throws NoToken
 */
export function beginCode(
  provider: Provider,
  redirect: string,
  address: string | null,
): Promise<{ readonly url: string; readonly awaited: AwaitedCode }> {
  return withLibrary(provider, async (library, configuration) => {
    const awaited = {
      state: library.randomState(),
      nonce: library.randomNonce(),
      verifier: library.randomPKCECodeVerifier(),
      redirect,
    };
    const url = library.buildAuthorizationUrl(configuration, {
      ...provider.parameters,
      redirect_uri: redirect,
      scope: provider.scope,
      state: awaited.state,
      ...(isOpenId(provider) ? { nonce: awaited.nonce } : {}),
      code_challenge: await library.calculatePKCECodeChallenge(awaited.verifier),
      code_challenge_method: 'S256',
      ...(address === null ? {} : { login_hint: address }),
    });
    return { url: url.href, awaited };
  });
}

/**
 * Exchanges the code with which somebody came back.
 *
 * @param back the whole address at which they arrived; only its query is read
 * @throws NoToken; `access_denied` where they said no
 */
export async function finishCode(provider: Provider, awaited: AwaitedCode, back: URL): Promise<Grant> {
  if (!isStateOf(awaited, back)) {
    throw new NoToken('refused', 'no token: this is no answer to what was asked', 'invalid_state');
  }
  return withLibrary(provider, async (library, configuration) => {
    // Behind a proxy the address that arrives is another: the one that was named is what the provider compares.
    const arrived = new URL(awaited.redirect);
    arrived.search = back.search;
    const given = await library.authorizationCodeGrant(configuration, arrived, {
      expectedState: awaited.state,
      pkceCodeVerifier: awaited.verifier,
      ...(isOpenId(provider) ? { expectedNonce: awaited.nonce, idTokenExpected: true } : {}),
    });
    return grantOf(given);
  });
}

/** A code that somebody types at the provider's page. */
export interface DeviceLogin {
  readonly code: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Until they have said yes or no, or it has ended. Throws NoToken. */
  readonly wait: (signal: AbortSignal) => Promise<Grant>;
}

/** Asks for a code to be typed (RFC 8628 section 3.1). Throws NoToken. */
export function beginDevice(provider: Provider): Promise<DeviceLogin> {
  return withLibrary(provider, async (library, configuration) => {
    const asked = await library.initiateDeviceAuthorization(configuration, { scope: provider.scope });
    return {
      ...shown(asked),
      until: Date.now() + asked.expires_in * 1000,
      wait: (signal: AbortSignal) => waitFor(provider, asked, signal),
    };
  });
}

/** The library asks as often as the server allows; a server that is away meanwhile is asked again (section 3.5). */
async function waitFor(provider: Provider, asked: DeviceAuthorizationResponse, stop: AbortSignal): Promise<Grant> {
  const end = AbortSignal.timeout(asked.expires_in * 1000);
  const signal = AbortSignal.any([stop, end]);
  for (;;) {
    try {
      return await withLibrary(provider, async (library, configuration) =>
        grantOf(await library.pollDeviceAuthorizationGrant(configuration, asked, undefined, { signal })),
      );
    } catch (error) {
      if (end.aborted) throw new NoToken('refused', 'no token: expired_token', 'expired_token');
      if (signal.aborted || !(error instanceof NoToken) || error.kind === 'refused') throw error;
      await sleep((asked.interval ?? 5) * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** What is shown to people came over TLS from a server that the config names; still it has a form and a bound. */
function shown(asked: DeviceAuthorizationResponse): Pick<DeviceLogin, 'code' | 'url'> {
  const { user_code: code, verification_uri: url } = asked;
  const at = URL.canParse(url) ? new URL(url) : null;
  const isGood = at !== null && (at.protocol === 'https:' || isPlainLoopback(at)) && url.length <= LONGEST_SHOWN;
  if (!isGood || !/^[\x21-\x7e][\x20-\x7e]{0,99}$/.test(code)) {
    throw new NoToken('away', 'no token: the server that gives them does not answer as it should');
  }
  return { code, url: at.href };
}

/** The next tokens of a grant (RFC 6749 section 6). Throws NoToken. */
export function refreshGrant(provider: Provider, { refreshToken, refreshUntil }: GrantTokens): Promise<GrantTokens> {
  return withLibrary(provider, async (library, configuration) => {
    const given = await library.refreshTokenGrant(configuration, refreshToken);
    const next = tokensOf(given, given.refresh_token ?? refreshToken);
    // Where the token stays the same and nothing is said of its end, that is still the one of before.
    return given.refresh_token === undefined && next.refreshUntil === null ? { ...next, refreshUntil } : next;
  });
}

/** Takes a grant back at the provider, where it knows how (RFC 7009); whether it said so. Never throws. */
export async function revokeGrant(provider: Provider, { refreshToken }: GrantTokens): Promise<boolean> {
  try {
    await withLibrary(provider, (library, configuration) => library.tokenRevocation(configuration, refreshToken));
    return true;
  } catch {
    return false;
  }
}

function grantOf(given: TokenEndpointResponse & TokenEndpointResponseHelpers): Grant {
  if (given.refresh_token === undefined) {
    const words = 'no token: the server gave none that lasts (a refresh token): its scope or consent is missing';
    throw new NoToken('refused', words, 'no_refresh_token');
  }
  const claims = given.claims();
  const address = [claims?.['email'], claims?.['preferred_username']].find((one) => isAddressLike(one));
  return { tokens: tokensOf(given, given.refresh_token), address: typeof address === 'string' ? address : null };
}

function tokensOf(given: TokenEndpointResponse, refreshToken: string): GrantTokens {
  const now = Date.now();
  const lasts = given.expires_in === undefined ? WITHOUT_END_MS : given.expires_in * 1000 - BEFORE_END_MS;
  return {
    refreshToken,
    accessToken: given.access_token,
    accessUntil: now + lasts,
    refreshUntil: endOf(given, now),
  };
}

/** No standard names the end of a refresh token: Google says it by the first name, Keycloak by the second. */
function endOf(given: TokenEndpointResponse, now: number): number | null {
  const seconds = given['refresh_token_expires_in'] ?? given['refresh_expires_in'];
  return typeof seconds === 'number' && seconds > 0 && seconds < 10 * 365 * 86_400 ? now + seconds * 1000 : null;
}

function isStateOf({ state }: AwaitedCode, back: URL): boolean {
  const given = back.searchParams.getAll('state');
  return given.length === 1 && given[0] === state;
}

function isOpenId({ scope }: Provider): boolean {
  return scope.split(' ').includes('openid');
}

function isAddressLike(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(value);
}

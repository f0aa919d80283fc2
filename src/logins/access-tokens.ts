/**
 * Access tokens for logins at mail servers. Those of somebody's consent are in `granted-tokens.ts`; here they are asked
 * for by OAuth 2.0 client credentials (RFC 6749 section 4.4): Mailroom is a client of its own that may use a mailbox,
 * as Microsoft wants it for shared mailboxes. Such a token is kept in memory until a minute before its end; nothing of
 * it is written down.
 */
import type { TokenEndpointResponse } from 'openid-client';
import type { GivenToken, TokenSource } from '../base/token-source.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Provider } from './consent.ts';
import { grantedTokens } from './granted-tokens.ts';
import type { GrantStore } from './granted-tokens.ts';
import { NoToken, withLibrary } from './token-client.ts';
import type { TokenClient } from './token-client.ts';

/** A client that may use a mailbox by itself. */
export interface OAuth2Client extends TokenClient {
  /** What is asked for, separated by blanks. */
  readonly scope: string;
}

/** A token is given anew so long before its end, and where none is named after so long; milliseconds. */
const BEFORE_END_MS = 60_000;
const WITHOUT_END_MS = 5 * 60_000;

/** Nothing is asked of a server where the grants of people cannot be had. */
const WITHOUT_GRANTS: TokenSource = {
  get: () => Promise.reject(new NoToken('away', 'no token: the database that holds the permission is not open here')),
  refused: () => undefined,
};

/** The token sources of a process: accounts with the same client share its token. */
export class AccessTokens {
  readonly #sources = new Map<string, TokenSource>();
  readonly #granted = new Map<AccountId, { readonly key: string; readonly source: TokenSource }>();
  readonly #now: () => number;
  readonly #grants: GrantStore | null;

  /**
   * @param now milliseconds, never backwards
   * @param grants where the grants of people are kept; null where the process has none
   */
  constructor(now: () => number = () => performance.now(), grants: GrantStore | null = null) {
    this.#now = now;
    this.#grants = grants;
  }

  /** By the grant of an account; the same for the same account and provider. */
  granted(account: AccountId, provider: Provider): TokenSource {
    if (this.#grants === null) return WITHOUT_GRANTS;
    const key = JSON.stringify(provider);
    const known = this.#granted.get(account);
    if (known?.key === key) return known.source;
    const source = grantedTokens(account, provider, this.#grants);
    this.#granted.set(account, { key, source });
    return source;
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

/** Throws NoToken. */
function askFor(client: OAuth2Client): Promise<TokenEndpointResponse> {
  return withLibrary(client, (library, configuration) =>
    library.clientCredentialsGrant(configuration, { scope: client.scope }),
  );
}

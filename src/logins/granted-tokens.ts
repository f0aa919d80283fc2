/**
 * Access tokens by a grant that somebody gave (`consent.ts`).
 *
 * Policy. A grant belongs to an account and lies sealed in the database. Whoever needs the next token takes the grant
 * for itself first, across all processes, looks whether another has been given meanwhile, and writes what the provider
 * gave before anybody uses it: a refresh token that was replaced is used once (RFC 9700 section 4.14.2 lets a provider
 * end the grant where it sees one twice). A grant that the provider refuses is not shown to it again: people are told,
 * and a new login begins anew. A refusal of the client is about the config, and leaves the grant alone.
 */
import type { AccountId } from '../bridge/types.ts';
import type { GivenToken, TokenSource } from '../base/token-source.ts';
import { refreshGrant } from './consent.ts';
import type { GrantTokens, Provider } from './consent.ts';
import { NoToken } from './token-client.ts';

/** A grant as it is kept. */
export interface KeptGrant {
  /** Null where the provider has refused it: they are good for nothing any more. */
  readonly tokens: GrantTokens | null;
  /** Which server it is of: its issuer and the client. */
  readonly provider: string;
  /** How the provider refused it, to be shown to operators; null where it did not. */
  readonly refused: string | null;
}

/** What is written before anybody acts by it. */
export type GrantChange =
  | { readonly do: 'nothing' }
  | { readonly do: 'write'; readonly tokens: GrantTokens }
  | { readonly do: 'refuse'; readonly words: string };

/** Where the grants of accounts are kept. */
export interface GrantStore {
  /**
   * Shows the grant of an account to `work`, to nobody else meanwhile, and writes what it says; null where there is
   * none. What `work` throws is thrown on, and nothing is written.
   */
  readonly exclusively: <Result>(
    account: AccountId,
    work: (grant: KeptGrant | null) => Promise<{ readonly change: GrantChange; readonly result: Result }>,
  ) => Promise<Result>;
  /** The provider says when a grant ends; called whenever it was asked. */
  readonly onEnd?: (account: AccountId, until: number) => void;
}

/** By what a grant is known again as one of this client. */
export function providerKey({ issuer, tokenUrl, clientId }: Provider): string {
  return JSON.stringify([issuer, tokenUrl, clientId]);
}

interface Turn {
  readonly change: GrantChange;
  readonly result: { readonly tokens: GrantTokens; readonly fresh: boolean } | NoToken;
}

/** @param now milliseconds since 1970 */
export function grantedTokens(
  account: AccountId,
  provider: Provider,
  store: GrantStore,
  now: () => number = Date.now,
): TokenSource {
  let kept: GrantTokens | null = null;
  let asking: Promise<GivenToken> | null = null;
  let notThis: string | null = null;
  const isGood = (tokens: GrantTokens): boolean => now() < tokens.accessUntil && tokens.accessToken !== notThis;

  const turn = async (grant: KeptGrant | null): Promise<Turn> => {
    if (grant === null || grant.provider !== providerKey(provider)) {
      return { change: { do: 'nothing' }, result: refusal('no token: nobody has logged in yet', 'no_grant') };
    }
    if (grant.tokens === null) {
      return { change: { do: 'nothing' }, result: refusal(grant.refused ?? 'no token', 'invalid_grant') };
    }
    if (isGood(grant.tokens)) {
      return { change: { do: 'nothing' }, result: { tokens: grant.tokens, fresh: false } };
    }
    try {
      const tokens = await refreshGrant(provider, grant.tokens);
      return { change: { do: 'write', tokens }, result: { tokens, fresh: true } };
    } catch (error) {
      if (!(error instanceof NoToken)) throw error;
      const isOver = error.kind === 'refused' && ENDS.includes(error.answer);
      return { change: isOver ? { do: 'refuse', words: error.message } : { do: 'nothing' }, result: error };
    }
  };

  const ask = async (): Promise<GivenToken> => {
    const result = await store.exclusively(account, turn);
    if (result instanceof NoToken) throw result;
    kept = result.tokens;
    if (kept.refreshUntil !== null) store.onEnd?.(account, kept.refreshUntil);
    return { value: kept.accessToken, fresh: result.fresh };
  };

  return {
    async get() {
      if (kept !== null && isGood(kept)) return { value: kept.accessToken, fresh: false };
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
    refused(value) {
      notThis = value;
    },
  };
}

/** RFC 6749 section 5.2, OpenID Connect Core section 3.1.2.6: it is over, and only its person can give another. */
const ENDS: readonly string[] = ['invalid_grant', 'consent_required', 'interaction_required', 'access_denied'];

function refusal(words: string, answer: string): NoToken {
  return new NoToken('refused', words, answer);
}

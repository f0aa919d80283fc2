/**
 * The grants of accounts (`logins/consent.ts`), sealed in the database: one secret each, so that whatever takes the
 * secrets of an account away takes its grant along.
 *
 * A provider is asked while the row is locked: the next refresh token is written before anybody can use it, and no
 * other process asks with the one of before. A few at a time, since each holds a connection of the pool meanwhile.
 */
import { z } from 'zod';
import type { AccountId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { lockSecret } from '../db/secret-tables/locked-secret.ts';
import { getSecret, putSecret, removeSecrets } from '../db/secret-tables/sealed-secrets.ts';
import { AccessTokens } from '../logins/access-tokens.ts';
import type { GrantTokens, Provider } from '../logins/consent.ts';
import { providerKey } from '../logins/granted-tokens.ts';
import type { GrantChange, GrantStore, KeptGrant } from '../logins/granted-tokens.ts';
import { NoToken } from '../logins/token-client.ts';
import type { Sealer } from '../secrets/sealer.ts';
import { SealFailure } from '../secrets/sealing.ts';
import { sealerOf } from './settings.ts';

const FIELD = 'oauth2.refresh_token';
/** Connections of the pool that wait for providers at most. */
const AT_ONCE = 4;

const tokensSchema = z.strictObject({
  refreshToken: z.string(),
  accessToken: z.string(),
  accessUntil: z.number(),
  refreshUntil: z.number().nullable(),
});
/** refused: its tokens are thrown away. */
const grantSchema = z.strictObject({
  provider: z.string(),
  tokens: tokensSchema.nullable(),
  refused: z.string().nullable(),
});

export interface GrantsGround {
  readonly db: Database;
  readonly sealer: Sealer;
}

/** Who is told that a grant ends, by account and when (milliseconds since 1970). */
type Ending = (account: AccountId, until: number) => void;

/** People are told so long before a grant ends, milliseconds. */
const TOLD_BEFORE_MS = 7 * 86_400_000;

export class Grants implements GrantStore {
  readonly #ground: GrantsGround;
  #ending: Ending = () => undefined;
  #free = AT_ONCE;
  readonly #waiting: (() => void)[] = [];

  constructor(ground: GrantsGround) {
    this.#ground = ground;
  }

  /** `tell` is called whenever a grant was used that ends within days. */
  whenEnding(tell: Ending): void {
    this.#ending = tell;
  }

  onEnd(account: AccountId, until: number): void {
    if (until - Date.now() < TOLD_BEFORE_MS) this.#ending(account, until);
  }

  async exclusively<Result>(
    account: AccountId,
    work: (grant: KeptGrant | null) => Promise<{ readonly change: GrantChange; readonly result: Result }>,
  ): Promise<Result> {
    const { db, sealer } = this.#ground;
    await this.#turn();
    try {
      return await db.transaction(async (tx) => {
        await lockSecret(tx, { account, field: FIELD });
        const grant = await this.#read(tx, account);
        const { change, result } = await work(grant);
        if (change.do === 'nothing' || grant === null) return result;
        const next =
          change.do === 'write'
            ? { ...grant, tokens: change.tokens, refused: null }
            : { ...grant, tokens: null, refused: change.words };
        await putSecret(tx, sealer, { account, field: FIELD }, JSON.stringify(next));
        return result;
      });
    } catch (error) {
      if (error instanceof SealFailure) throw new NoToken('refused', error.message, 'sealed', error);
      throw error;
    } finally {
      this.#done();
    }
  }

  async #read(tx: Transaction, account: AccountId): Promise<KeptGrant | null> {
    const text = await getSecret(tx, this.#ground.sealer, { account, field: FIELD });
    return text === null ? null : readGrant(text);
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #done(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/** Keeps what somebody has agreed to, in place of what was there. Throws SealFailure. */
export async function putGrant(
  tx: Transaction,
  sealer: Sealer,
  account: AccountId,
  provider: Provider,
  tokens: GrantTokens,
): Promise<void> {
  const grant: KeptGrant = { provider: providerKey(provider), tokens, refused: null };
  await putSecret(tx, sealer, { account, field: FIELD }, JSON.stringify(grant));
}

/** Takes the grant of an account away, and returns its tokens for the provider to end; null where there were none. */
export async function takeGrant(tx: Transaction, sealer: Sealer, account: AccountId): Promise<GrantTokens | null> {
  await lockSecret(tx, { account, field: FIELD });
  const text = await getSecret(tx, sealer, { account, field: FIELD }).catch((error: unknown) => {
    // What does not open is taken away as well.
    if (error instanceof SealFailure) return null;
    throw error;
  });
  await removeSecrets(tx, account, [FIELD]);
  return text === null ? null : (readGrant(text)?.tokens ?? null);
}

function readGrant(text: string): KeptGrant | null {
  const read = grantSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

/** Where the tokens of a process come from: those of clients, and those of people. */
export function processTokens(
  db: Database,
  config: Config,
): { readonly tokens: AccessTokens; readonly grants: Grants } {
  const grants = new Grants({ db, sealer: sealerOf(config) });
  return { tokens: new AccessTokens(undefined, grants), grants };
}

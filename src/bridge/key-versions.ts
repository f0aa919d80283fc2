/**
 * What becomes of the versions of the key: at the first start, when the secret is changed, when one is known to be in
 * other hands. Pure: rows and the secrets of the config in, what is written or why not out.
 */
import { secretFingerprint } from './keys.ts';
import type { KeyDerivation, KeyState, KeyVersion } from './keys.ts';

/** What the database keeps of a version. */
interface KnownVersion {
  readonly version: number;
  readonly fingerprint: string | null;
  readonly derivation: KeyDerivation;
  readonly state: KeyState;
}

/** The secrets of a config: the one that counts, and those of before. */
export interface Secrets {
  readonly secret: string;
  readonly old: readonly string[];
}

/** What is written: versions that are new, and those that change. */
export interface KeyChange {
  readonly set: readonly KnownVersion[];
  readonly add: readonly KnownVersion[];
}

/**
 * The first start with this database: a fresh one gets its first version. In one of a version before, everything was
 * made with the secret itself: that stays understood, for the secrets of before too, and what is new is made under keys
 * by purpose of the same secret. Null where the database knows its versions already.
 */
export function adopted(rows: readonly KnownVersion[], { secret, old }: Secrets): KeyChange | null {
  const fingerprint = secretFingerprint(secret);
  const [first] = rows;
  if (first === undefined)
    return { set: [], add: [{ version: 1, fingerprint, derivation: 'purpose', state: 'current' }] };
  if (first.fingerprint !== null) return null;
  const before = [...new Set(old)].filter((one) => one !== secret);
  return {
    set: [{ ...first, fingerprint, state: 'retired' }],
    add: [
      ...before.map((one, index) => {
        const known = { fingerprint: secretFingerprint(one), derivation: 'plain', state: 'retired' } as const;
        return { version: index + 2, ...known };
      }),
      { version: before.length + 2, fingerprint, derivation: 'purpose', state: 'current' },
    ],
  };
}

/** The versions whose secrets the config has; null where its secret is not the current one. */
export function keysOf(rows: readonly KnownVersion[], { secret, old }: Secrets): readonly KeyVersion[] | null {
  const secrets = new Map([...old, secret].map((one) => [secretFingerprint(one), one]));
  const keys = rows.flatMap(({ version, fingerprint, derivation, state }): KeyVersion[] => {
    const known = fingerprint === null ? undefined : secrets.get(fingerprint);
    return known === undefined ? [] : [{ version, secret: known, derivation, state }];
  });
  return keys.some((key) => key.state === 'current' && key.secret === secret) ? keys : null;
}

export type Rotation =
  | { readonly do: 'write'; readonly change: KeyChange; readonly version: number; readonly before: number }
  /** The secret of the config is the current one already. */
  | { readonly do: 'nothing'; readonly version: number }
  | {
      readonly do: 'refuse';
      readonly why:
        /** No program has started with this database yet: there is nothing to change. */
        | 'not-begun'
        /** The new secret was used before. */
        | 'used-before'
        /** The secret that was current until now is not among the old ones of the config. */
        | 'old-missing';
    };

/** Makes the secret of the config the current one. @param leaked the one of before may be in other hands */
export function rotated(rows: readonly KnownVersion[], secrets: Secrets, leaked: boolean): Rotation {
  const fingerprint = secretFingerprint(secrets.secret);
  const current = rows.find(({ state }) => state === 'current');
  if (current?.fingerprint == null) return { do: 'refuse', why: 'not-begun' };
  if (current.fingerprint === fingerprint) return { do: 'nothing', version: current.version };
  if (rows.some((row) => row.fingerprint === fingerprint)) return { do: 'refuse', why: 'used-before' };
  if (!secrets.old.some((one) => secretFingerprint(one) === current.fingerprint)) {
    return { do: 'refuse', why: 'old-missing' };
  }
  const retired = rows.filter((row) => row === current || (leaked && row.fingerprint === current.fingerprint));
  const version = Math.max(...rows.map((row) => row.version)) + 1;
  return {
    do: 'write',
    change: {
      set: retired.map((row) => ({ ...row, state: leaked ? 'leaked' : 'retired' })),
      add: [{ version, fingerprint, derivation: 'purpose', state: 'current' }],
    },
    version,
    before: current.version,
  };
}

/**
 * Marks the secret of a retired version as being in other hands, with every version of the same secret. Null where
 * there is no such version; the current one has to be replaced first.
 */
export function markedLeaked(rows: readonly KnownVersion[], version: number): KeyChange | 'current' | null {
  const marked = rows.find((row) => row.version === version);
  if (marked === undefined) return null;
  const same = rows.filter((row) => row.fingerprint === marked.fingerprint);
  if (same.some(({ state }) => state === 'current')) return 'current';
  return { set: same.map((row) => ({ ...row, state: 'leaked' })), add: [] };
}

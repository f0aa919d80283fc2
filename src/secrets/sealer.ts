/**
 * Seals and opens with the versions of the file: the newest seals, all open. The database says which keys it has seen,
 * so that another one is known as such, and no new file is made where one was lost.
 */
import type { KeyFile } from './key-file.ts';
import { fingerprintOfKey, keyLost, nameOf, sameBytes, seal, SealFailure, unseal } from './sealing.ts';
import type { Sealed, SealingKey, SecretPlace } from './sealing.ts';

/** The fingerprints of the keys that a database has seen, by version. */
export type KnownKeys = ReadonlyMap<number, Uint8Array>;

export class Sealer {
  readonly file: KeyFile;

  constructor(file: KeyFile) {
    this.file = file;
  }

  /** Seals with the newest version; the first need makes the file. Throws SealFailure. */
  async seal(
    place: SecretPlace,
    text: string,
    known: KnownKeys,
  ): Promise<Sealed & { readonly fingerprint: Uint8Array }> {
    const keys = (await this.#keys(known)) ?? (await this.file.make(1));
    const newest = keys.at(-1);
    if (newest === undefined) throw this.#missing(1, place);
    const latest = Math.max(0, ...known.keys());
    if (newest.version < latest) throw this.#missing(latest, place);
    const fingerprint = await this.#checked(newest, known);
    return { ...(await seal(newest, place, text)), fingerprint };
  }

  /** The text of a secret. Throws SealFailure. */
  async open(place: SecretPlace, sealed: Sealed, known: KnownKeys): Promise<string> {
    const key = (await this.#keys(known))?.find(({ version }) => version === sealed.version);
    if (key === undefined) throw this.#missing(sealed.version, place);
    await this.#checked(key, known);
    return unseal(key, place, sealed);
  }

  /** Null where there is no file and none was needed until now. */
  async #keys(known: KnownKeys): Promise<SealingKey[] | null> {
    const keys = await this.file.read();
    if (keys !== null || known.size === 0) return keys;
    throw keyLost(this.file.path);
  }

  async #checked(key: SealingKey, known: KnownKeys): Promise<Uint8Array> {
    const fingerprint = await fingerprintOfKey(key);
    const stored = known.get(key.version);
    if (stored === undefined || sameBytes(stored, fingerprint)) return fingerprint;
    throw new SealFailure(
      'other',
      `${this.file.path} (secrets.key_file) has another key as version ${String(key.version)} than this database was ` +
        'used with: put the right file there, the same one for every process',
    );
  }

  #missing(version: number, place: SecretPlace): SealFailure {
    return new SealFailure(
      'missing',
      `${nameOf(place)} needs version ${String(version)} of the sealing key, which ${this.file.path} ` +
        '(secrets.key_file) lacks: put the newest file there, the same one for every process',
    );
  }
}

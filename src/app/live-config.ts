/**
 * The config as it is in use: the one thing that a reload changes. Whoever has a `LiveConfig`, or its accounts, reads
 * it where it is used and keeps nothing of it beyond a piece of work: what is under way ends with what it began with.
 */
import type { Account } from '../bridge/account/account.ts';
import { factsOf, narrowed } from '../bridge/account/config-facts.ts';
import type { ConfigFacts } from '../bridge/account/config-facts.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import { accountsOf } from './settings.ts';

export class LiveConfig {
  #config: Config;
  #own: ReadonlyMap<AccountId, Account>;
  #others: readonly ConfigFacts[] = [];
  #onItsWay: ConfigFacts | null = null;
  #inUse: ReadonlyMap<AccountId, Account>;
  /** Always the accounts of this moment, with the rights that all living processes give. */
  readonly accounts: ReadonlyMap<AccountId, Account> = new MapOfNow(() => this.#inUse);

  constructor(config: Config) {
    this.#config = config;
    this.#own = accountsOf(config);
    this.#inUse = this.#own;
  }

  get config(): Config {
    return this.#config;
  }

  /** What this process tells the others. */
  get facts(): ConfigFacts {
    return factsOf(this.#own.values());
  }

  /** The accounts of this process with the teams that all living processes have. */
  get together(): ReadonlyMap<AccountId, Account> {
    return this.#narrowedBy(this.#others);
  }

  /**
   * From now on nobody has a right that one of these configs does not give: those that living processes have, and the
   * one that is on its way to them.
   */
  narrowBy(others: readonly ConfigFacts[], onItsWay: ConfigFacts | null): void {
    this.#others = others;
    this.#onItsWay = onItsWay;
    this.#inUse = this.#narrowedBy(onItsWay === null ? others : [...others, onItsWay]);
  }

  /** From now on this is the config. */
  take(config: Config): void {
    this.#config = config;
    this.#own = accountsOf(config);
    this.narrowBy(this.#others, this.#onItsWay);
  }

  #narrowedBy(others: readonly ConfigFacts[]): ReadonlyMap<AccountId, Account> {
    return new Map([...this.#own].map(([id, account]) => [id, narrowed(account, others)]));
  }
}

/** A map that is another one from time to time; whoever goes through it goes through the one of when they began. */
class MapOfNow<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #now: () => ReadonlyMap<Key, Value>;

  constructor(now: () => ReadonlyMap<Key, Value>) {
    this.#now = now;
  }

  get size(): number {
    return this.#now().size;
  }

  get(key: Key): Value | undefined {
    return this.#now().get(key);
  }

  has(key: Key): boolean {
    return this.#now().has(key);
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    this.#now().forEach(each);
  }

  keys(): MapIterator<Key> {
    return this.#now().keys();
  }

  values(): MapIterator<Value> {
    return this.#now().values();
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#now().entries();
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }
}

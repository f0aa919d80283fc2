/**
 * Own mailboxes: accounts with an owner. Pure.
 *
 * Policy. What is in one is its owner's alone: no word of the config about anybody else counts there, and whoever asks
 * from outside of Matrix, in the name of whomever, finds nothing of it. Operators see that it is there and how it
 * stands, and can take it away.
 */
import type { AccountId, UserId } from '../types.ts';
import type { Account } from './account.ts';

/** Whether somebody can have rights in an account at all. */
export function isOpenTo({ owner = null }: Pick<Account, 'owner'>, user: UserId): boolean {
  return owner === null || owner === user;
}

/** Whether what is in an account can be asked for from outside of Matrix. */
export function isOpenToOperators({ owner = null }: Pick<Account, 'owner'>): boolean {
  return owner === null;
}

/** The accounts that an operation is given: those of teams. Reads the accounts of the moment. */
export class OperatorsAccounts<One extends Pick<Account, 'owner'>> implements ReadonlyMap<AccountId, One> {
  readonly #all: ReadonlyMap<AccountId, One>;

  constructor(all: ReadonlyMap<AccountId, One>) {
    this.#all = all;
  }

  get #open(): ReadonlyMap<AccountId, One> {
    return new Map([...this.#all].filter(([, one]) => isOpenToOperators(one)));
  }

  get size(): number {
    return this.#open.size;
  }

  get(key: AccountId): One | undefined {
    const found = this.#all.get(key);
    return found !== undefined && isOpenToOperators(found) ? found : undefined;
  }

  has(key: AccountId): boolean {
    return this.get(key) !== undefined;
  }

  forEach(each: (value: One, key: AccountId, map: ReadonlyMap<AccountId, One>) => void): void {
    this.#open.forEach(each);
  }

  keys(): MapIterator<AccountId> {
    return this.#open.keys();
  }

  values(): MapIterator<One> {
    return this.#open.values();
  }

  entries(): MapIterator<[AccountId, One]> {
    return this.#open.entries();
  }

  [Symbol.iterator](): MapIterator<[AccountId, One]> {
    return this.entries();
  }
}

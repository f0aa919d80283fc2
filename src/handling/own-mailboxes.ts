/** What commands have of the mailboxes that members bring themselves. */
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import type { Language } from '../words/words.ts';

/** What came of a code that a member wrote. */
export type Confirmed =
  | { readonly kind: 'added'; readonly address: string; readonly name: string }
  /** Wrong; so many further codes are looked at. */
  | { readonly kind: 'wrong'; readonly left: number }
  /** Wrong too often: the login is dropped. */
  | { readonly kind: 'spent' }
  /** No login of theirs waits for a code. */
  | { readonly kind: 'none' }
  /** Somebody else has brought that address meanwhile. */
  | { readonly kind: 'taken'; readonly address: string };

export interface OwnMailbox {
  readonly account: AccountId;
  readonly address: string;
}

/** All within the transaction of the command. */
export interface OwnMailboxPort {
  /** Whether there are pages, and this person may bring a mailbox. */
  readonly mayLogIn: (user: UserId) => 'yes' | 'no' | 'no-pages';
  /** The address of a page that only they can go through with, once. */
  readonly link: (tx: Transaction, user: UserId, language: Language) => Promise<string>;
  readonly confirm: (tx: Transaction, user: UserId, code: string) => Promise<Confirmed>;
  /** Those that they brought. */
  readonly of: (tx: Transaction, user: UserId) => Promise<readonly OwnMailbox[]>;
  /** Takes one away, and all that there is of it. */
  readonly remove: (tx: Transaction, user: UserId, mailbox: OwnMailbox) => Promise<void>;
}

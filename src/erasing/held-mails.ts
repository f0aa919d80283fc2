/** Mails that wait for somebody's word, as an erasure sees them: who wrote each, which only its bytes say. */
import { addressKey } from '../mail/address.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import type { AccountId, MessageKey } from '../bridge/types.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import type { Queryable } from '../db/pool.ts';
import { undecidedMails } from '../db/retention-tables/erasure-scope.ts';

/** A mail that waits and is of whoever is erased. */
export interface HeldOfErased {
  readonly mail: number;
  readonly sha256: Buffer | null;
  /** What the notice about it, and a copy of it, are known by. */
  readonly message: MessageKey | null;
  readonly messageId: MessageId | null;
}

/** Reads a header; null where it cannot be read. */
type ReadHead = (source: AsyncIterable<Uint8Array>) => Promise<Pick<ParsedMail, 'from' | 'messageId'> | null>;

/** Reads each once: under the lock of decisions only those are read that have come since. */
export class HeldMails {
  readonly #readHead: ReadHead;
  readonly #read = new Map<number, { readonly writers: readonly string[]; readonly messageId: MessageId | null }>();

  constructor(readHead: ReadHead) {
    this.#readHead = readHead;
  }

  /** Those of an account that one of these keys (`addressKey`) wrote; what cannot be read is nobody's. */
  async of(db: Queryable, account: AccountId, keys: readonly string[]): Promise<HeldOfErased[]> {
    const found: HeldOfErased[] = [];
    for (const one of await undecidedMails(db, account)) {
      const { writers, messageId } = await this.#headOf(db, one.mail);
      if (writers.some((writer) => keys.includes(writer))) found.push({ ...one, messageId });
    }
    return found;
  }

  async #headOf(db: Queryable, mail: number) {
    const before = this.#read.get(mail);
    if (before !== undefined) return before;
    const head = await this.#readHead(readChunks(db, mail));
    const writers = head?.from.map(({ address }) => addressKey(address)) ?? [];
    const read = { writers, messageId: head?.messageId ?? null };
    this.#read.set(mail, read);
    return read;
  }
}

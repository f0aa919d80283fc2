/** Whether a record is whole: each entry follows the one before, and each signed head is of an entry that is there. */
import { isSigned } from '../bridge/signing.ts';
import { entryHash, headText, openPerson, readEntry } from '../db/record-tables/chain.ts';
import type { EntryBody } from '../db/record-tables/chain.ts';
import type { Head } from '../db/record-tables/heads.ts';
import type { StoredEntry } from '../db/record-tables/reading.ts';

/** What is wrong, and at which entry. */
interface RecordFault {
  readonly entry: number;
  readonly what: string;
}

export interface CheckOptions {
  /** The number of the first entry, and the hash that stands before it. */
  readonly first: number;
  readonly before: Buffer;
  /** The signed heads of the record itself, in the order of their entries: read as the entries are. */
  readonly heads: AsyncIterable<Head>;
  /** What somebody has kept of them elsewhere, in any order. */
  readonly held: readonly Head[];
  /** Public keys, hex, of which one must have signed each head; null where nobody said whose. */
  readonly keys: readonly string[] | null;
  /** The keys of persons that there are. */
  readonly personKeys: (persons: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
}

export interface RecordChecked {
  readonly entries: number;
  /** The last, with its hash. */
  readonly last: { readonly entry: number; readonly hash: Buffer };
  /** The newest head that is good and of an entry that is as it was signed; 0 for none. */
  readonly signedUpTo: number;
  /** In the order of the entries. */
  readonly faults: readonly RecordFault[];
}

/** Faults that are kept: what is broken is broken, and the first says where. */
const FAULTS_MOST = 100;
/** Entries whose persons are looked up at once. */
const TOGETHER = 200;

export async function checkRecord(rows: AsyncIterable<StoredEntry>, options: CheckOptions): Promise<RecordChecked> {
  return new RecordCheck(options).run(rows);
}

class RecordCheck {
  readonly #options: CheckOptions;
  readonly #held: Map<number, Head[]>;
  readonly #heads: AsyncIterator<Head>;
  #nextHead: Head | null = null;
  readonly #faults: RecordFault[] = [];
  #entries = 0;
  #last: { readonly entry: number; readonly hash: Buffer };
  #signedUpTo = 0;
  #people: { readonly entry: number; readonly body: EntryBody }[] = [];

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#last = { entry: options.first - 1, hash: options.before };
    this.#held = Map.groupBy(
      options.held.filter(({ entry }) => entry >= options.first),
      ({ entry }) => entry,
    );
    this.#heads = options.heads[Symbol.asyncIterator]();
  }

  async run(rows: AsyncIterable<StoredEntry>): Promise<RecordChecked> {
    await this.#advance();
    for await (const row of rows) {
      this.#entry(row);
      await this.#headsOf(row);
      if (this.#people.length >= TOGETHER) await this.#persons();
    }
    await this.#persons();
    await this.#end();
    const faults = this.#faults.toSorted((a, b) => a.entry - b.entry).slice(0, FAULTS_MOST);
    return { entries: this.#entries, last: this.#last, signedUpTo: this.#signedUpTo, faults };
  }

  #entry({ entry, at, body: text, hash }: StoredEntry): void {
    const { entry: before, hash: hashBefore } = this.#last;
    const expected = before + 1;
    if (entry > expected) {
      const missing = entry - expected === 1 ? `entry ${expected} is` : `entries ${expected} to ${entry - 1} are`;
      this.#fault(expected, `${missing} missing`);
    } else if (entry < expected) {
      this.#fault(entry, `entry ${entry} stands behind entry ${before}`);
    }
    const body = readEntry(text);
    if (body === null) this.#fault(entry, `entry ${entry} is not as entries are written`);
    else if (body.at !== at.toISOString()) this.#fault(entry, `entry ${entry} has another time beside it`);
    if (entry === expected && !entryHash(entry, hashBefore, text).equals(hash)) {
      const what =
        expected === this.#options.first ? 'was changed' : `does not follow entry ${before}: one was changed`;
      this.#fault(entry, `entry ${entry} ${what}`);
    }
    if (body !== null) this.#people.push({ entry, body });
    if (body?.act === 'record.differs') {
      const of = String(body.facts['entry']);
      this.#fault(entry, `entry ${entry} says that entry ${of} was another while Mailroom ran`);
    }
    this.#entries += 1;
    this.#last = { entry, hash };
  }

  async #headsOf({ entry, hash }: StoredEntry): Promise<void> {
    for (const head of this.#held.get(entry) ?? []) this.#head(head, hash);
    this.#held.delete(entry);
    for (let head = this.#nextHead; head !== null && head.entry <= entry; head = await this.#advance()) {
      // What is missing in the middle is told as missing.
      if (head.entry === entry) this.#head(head, hash);
    }
  }

  async #advance(): Promise<Head | null> {
    const next = await this.#heads.next();
    this.#nextHead = next.done === true ? null : next.value;
    return this.#nextHead;
  }

  #head(head: Head, hash: Buffer | null): void {
    const what = this.#wrongWith(head, hash);
    if (what === null) this.#signedUpTo = Math.max(this.#signedUpTo, head.entry);
    else this.#fault(head.entry, what);
  }

  /** What is wrong with a head; null where nothing is. @param hash of its entry; null where there is none */
  #wrongWith(head: Head, hash: Buffer | null): string | null {
    const { entry, key } = head;
    const when = head.at.toISOString();
    const { keys } = this.#options;
    if (!isSigned(head, headText(head))) return `the head of entry ${entry} (${when}) is forged`;
    if (keys !== null && !keys.includes(key)) return `the head of entry ${entry} (${when}) is of another key, ${key}`;
    if (hash === null) return `entry ${entry} was signed at ${when} and is not there: the end was cut away`;
    if (hash.equals(head.hash)) return null;
    return `entry ${entry} is not the one that was signed at ${when}: it or one before was changed`;
  }

  /** What is signed and was not met: behind the end, or in a gap, which is told already. */
  async #end(): Promise<void> {
    for (let head = this.#nextHead; head !== null; head = await this.#advance()) this.#head(head, null);
    for (const heads of this.#held.values()) for (const head of heads) this.#head(head, null);
  }

  /** Whoever's key is there can be read. */
  async #persons(): Promise<void> {
    const all = this.#people.splice(0);
    const sealed = all.flatMap(({ entry, body: { who, whom } }) =>
      [...(who === null ? [] : [who]), ...whom].map((one) => ({ entry, one })),
    );
    const keys = await this.#options.personKeys([...new Set(sealed.map(({ one }) => one.person))]);
    for (const { entry, one } of sealed) {
      const key = keys.get(one.person);
      if (key === undefined || openPerson(one, key) !== null) continue;
      this.#fault(entry, `a person of entry ${entry} cannot be read, though their key is there`);
    }
  }

  #fault(entry: number, what: string): void {
    if (this.#faults.length < 10 * FAULTS_MOST) this.#faults.push({ entry, what });
  }
}

/**
 * Old mail is read from where it lies into the database: every mail that is found becomes a row, with its bytes where
 * it is to be brought in. A reading that was broken off goes on where it was, and what is read needs no source any
 * more.
 */
import { createHash } from 'node:crypto';
import { errorText } from '../base/errors.ts';
import { messageIdOf } from '../bridge/arrival/mail-ids.ts';
import type { IdKey } from '../bridge/ids.ts';
import { importedDate } from '../bridge/imported/imported-date.ts';
import type { ThreadedFacts } from '../bridge/imported/import-units.ts';
import {
  addFound,
  addRawPiece,
  AS_NEW,
  beginRaw,
  CHUNK,
  dropBegun,
  isBegun,
  isFoundBefore,
  seeLasting,
} from '../db/archive-tables/found-mails.ts';
import type { FoundMail } from '../db/archive-tables/found-mails.ts';
import { noteAllRead } from '../db/archive-tables/imports.ts';
import type { Import } from '../db/archive-tables/imports.ts';
import type { Database } from '../db/pool.ts';
import { isErased } from '../db/retention-tables/erasures.ts';
import { addressKey } from '../mail/address.ts';
import { receiptDates } from '../mail/mime/receipt-dates.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { placeText } from '../archive/sources/found.ts';
import type { ArchivedMail, Found } from '../archive/sources/found.ts';
import type { Patience } from './patience.ts';

/** Bytes of a mail in which its header stands. */
const HEAD = 256 * 1024;
/** Bytes of it that are looked at for the date of a server. */
const DATES = 64 * 1024;
/** What is stored at once: mails, and bytes of them. */
const BATCH = 50;
const BATCH_BYTES = 1024 * 1024;
/** Bytes from which on a mail is stored a piece at a time, as it is read. */
const LARGE = 512 * 1024;
const NO_ROOM =
  'room: the database is as large as it may be, or its disk full (limits.database_size, limits.disk_free)';
/** People of a mail that are remembered, and ids that it refers to: the nearest. */
const PEOPLE = 200;
const IDS = 200;
/** Characters of a subject that are remembered. */
const SUBJECT = 500;

export interface ReadDeps {
  readonly db: Database;
  readonly ids: IdKey;
  readonly parser: ParsePool;
  readonly patience: Patience;
  /** Bytes of the largest mail that is brought in. */
  readonly largest: number;
  readonly now: Date;
  /** Whether there is room for more; mail that comes in needs some too. */
  readonly hasRoom: () => Promise<boolean>;
  readonly failpoint: (name: string) => void;
  /** Called behind each mail. */
  readonly progress: (mails: number, bytes: number) => void;
}

/** Reads all that is found, and notes that it was. Throws StoppedError; what was read until then stays. */
export async function readSources(deps: ReadDeps, importing: Import, found: AsyncIterable<Found>): Promise<void> {
  const { db, patience } = deps;
  const store = new Store(deps, importing);
  const passed = new Map<string, number>();
  await patience.through(() => dropBegun(db, importing));
  const resumes = await patience.through(() => isBegun(db, importing));
  let [mails, bytes] = [0, 0];
  for await (const one of found) {
    patience.goOn();
    if (one.is === 'passed') {
      passed.set(one.reason, (passed.get(one.reason) ?? 0) + 1);
      continue;
    }
    if (one.is === 'damaged') {
      await store.add(notRead(one.place, 0, 'damaged', one.reason));
      continue;
    }
    const { mail } = one;
    const here = { placeHash: hashOf(placeText(mail.place)), size: mail.size };
    const isKnown =
      mail.lasts === true
        ? await patience.through(() => seeLasting(db, importing, here))
        : resumes && (await patience.through(() => isFoundBefore(db, importing, here)));
    if (!isKnown) await takeMail(deps, store, mail);
    mails += 1;
    bytes += mail.size;
    deps.progress(mails, bytes);
  }
  await store.flush();
  await patience.through(() => dropBegun(db, importing));
  const counts = [...passed].map(([reason, files]) => ({ reason, files })).sort((a, b) => b.files - a.files);
  await patience.through(() => noteAllRead(db, importing.import, counts));
}

/**
 * What waits to be stored together, in the order in which it was found. While some is stored the next is read, so that
 * twice as much is held at most.
 */
class Store {
  readonly deps: ReadDeps;
  readonly importing: Import;
  #waiting: Promise<FoundMail>[] = [];
  #bytes = 0;
  #storing: Promise<void> = Promise.resolve();

  constructor(deps: ReadDeps, importing: Import) {
    this.deps = deps;
    this.importing = importing;
  }

  /** @param held bytes of it */
  async add(found: FoundMail | Promise<FoundMail>, held = 0): Promise<void> {
    const coming = Promise.resolve(found);
    // It is waited for when it is stored.
    coming.catch(() => undefined);
    this.#waiting.push(coming);
    this.#bytes += held;
    if (this.#waiting.length >= BATCH || this.#bytes >= BATCH_BYTES) await this.#begin();
  }

  /** All that came is stored. */
  async flush(): Promise<void> {
    await this.#begin();
    await this.#storing;
  }

  async #begin(): Promise<void> {
    await this.#storing;
    const found = this.#waiting;
    if (found.length === 0) return;
    this.#waiting = [];
    this.#bytes = 0;
    this.#storing = this.#write(found);
    this.#storing.catch(() => undefined);
  }

  async #write(coming: readonly Promise<FoundMail>[]): Promise<void> {
    const { db, patience, failpoint } = this.deps;
    const found = await Promise.all(coming);
    await patience.until(NO_ROOM, this.deps.hasRoom);
    await patience.through(() => db.transaction((tx) => addFound(tx, this.importing, found)));
    failpoint('import:stored');
  }
}

/** A mail whose bytes were read. */
interface TakenBytes {
  readonly sha256: Buffer;
  /** Those in which its header stands. */
  readonly head: Buffer;
  /** All of them, or the row in which they are stored already. */
  readonly bytes: Buffer | null;
  readonly stored: number | null;
}

async function takeMail(deps: ReadDeps, store: Store, mail: ArchivedMail): Promise<void> {
  const { place, size, marks } = mail;
  const without = (state: FoundMail['state'], reason: string): Promise<void> =>
    store.add({ ...notRead(place, size, state, reason), ...at(mail) });
  if (mail.asNew === 'comes') return without('there', AS_NEW.comes);
  if (mail.asNew === 'waits') return without('aside', AS_NEW.waits);
  if (size > deps.largest) return tooLarge(deps, store, mail);
  if (marks.draft) return without('aside', 'a draft');
  if (marks.deleted) return without('aside', 'marked as deleted');
  const taken = await bytesOf(deps, store, mail);
  if ('failed' in taken) {
    if (taken.failed.reason === TOO_LARGE) return tooLarge(deps, store, mail);
    return without(taken.failed.state, taken.failed.reason);
  }
  return store.add(readHead(deps, store.importing, mail, taken), taken.bytes?.length ?? 0);
}

const TOO_LARGE = 'larger than one mail may be';

/** Only its header is read: whether it was erased. Then nothing of it is named. */
async function tooLarge(deps: ReadDeps, store: Store, mail: ArchivedMail): Promise<void> {
  const { place, size } = mail;
  const aside = (reason: string): FoundMail => ({ ...notRead(place, size, 'aside', reason), ...at(mail) });
  const head = await headOf(mail).catch(() => null);
  const parsed = head === null ? null : await deps.parser.parseHeader(once(head));
  if (head === null || parsed?.ok !== true) return store.add(aside(TOO_LARGE));
  const receipt = receiptDates(head.subarray(0, DATES).toString('latin1'));
  const date = importedDate({ written: parsed.mail.date, ...receipt, delivered: mail.delivered }, deps.now);
  const isErased = await isErasedMail(deps, store.importing, { mail: parsed.mail, sha256: null, at: date.at });
  return store.add(aside(isErased ? 'erased' : TOO_LARGE));
}

async function headOf(mail: ArchivedMail): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let held = 0;
  for await (const piece of mail.open()) {
    pieces.push(piece);
    held += piece.length;
    if (held >= HEAD) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD);
}

/** What its header says, with its bytes. */
async function readHead(deps: ReadDeps, importing: Import, mail: ArchivedMail, taken: TakenBytes): Promise<FoundMail> {
  const { place, size } = mail;
  const { head, ...kept } = taken;
  const parsed = await deps.parser.parseHeader(once(head));
  if (!parsed.ok) {
    const reason = `its header cannot be read (${parsed.failure.code})`;
    return { ...notRead(place, size, 'aside', reason), ...at(mail), ...kept };
  }
  const receipt = receiptDates(head.subarray(0, DATES).toString('latin1'));
  const date = importedDate({ written: parsed.mail.date, ...receipt, delivered: mail.delivered }, deps.now);
  if (await isErasedMail(deps, importing, { mail: parsed.mail, sha256: taken.sha256, at: date.at })) {
    return { ...notRead(place, size, 'aside', 'erased'), ...at(mail) };
  }
  return {
    ...notRead(place, size, 'waiting', null),
    ...at(mail),
    ...kept,
    facts: JSON.stringify(factsOf(parsed.mail)),
    list: parsed.mail.header.list?.id ?? null,
    at: date.at,
    dated: date.by,
    oddDate: date.odd,
  };
}

/** Whether it was erased, or whoever wrote it was, after it was written: nothing of it is stored. */
async function isErasedMail(
  { db, ids, patience }: ReadDeps,
  { account }: Import,
  {
    mail,
    sha256,
    at: written,
  }: { readonly mail: ParsedMail; readonly sha256: Buffer | null; readonly at: Date | null },
): Promise<boolean> {
  const writers = mail.from.slice(0, 5).map(({ address }) => addressKey(address));
  const hashes = [
    ...ids.erased(account, 'id', messageIdOf(mail)).known,
    ...(sha256 === null ? [] : ids.erased(account, 'bytes', sha256.toString('hex')).known),
    ...writers.flatMap((writer) => ids.erased(account, 'address', writer).known),
  ];
  // Headers are read side by side: one statement asks for all of a moment.
  return patience.through(() => isErased(db.gathered, account, hashes, written));
}

interface NotTaken {
  readonly failed: { readonly state: 'aside' | 'damaged'; readonly reason: string };
}

/** Reads no more than a little beyond the limit, and holds no more than what is small. */
async function bytesOf(deps: ReadDeps, store: Store, mail: ArchivedMail): Promise<TakenBytes | NotTaken> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let held = 0;
  let large: LargeMail | null = null;
  let size = 0;
  const source = mail.open()[Symbol.asyncIterator]();
  for (;;) {
    let piece: Uint8Array | null;
    try {
      const next = await source.next();
      piece = next.done === true ? null : next.value;
    } catch (error) {
      return { failed: { state: 'damaged', reason: `cannot be read: ${errorText(error)}` } };
    }
    if (piece === null) break;
    size += piece.length;
    if (size > deps.largest) {
      await source.return?.();
      return { failed: { state: 'aside', reason: TOO_LARGE } };
    }
    hash.update(piece);
    if (large !== null) {
      await large.add(piece);
      continue;
    }
    pieces.push(piece);
    held += piece.length;
    if (held < LARGE) continue;
    large = await LargeMail.begin(deps, store, Buffer.concat(pieces.splice(0)));
  }
  const sha256 = hash.digest();
  if (large !== null) return { sha256, head: large.head, bytes: null, stored: await large.end() };
  const bytes = Buffer.concat(pieces);
  return { sha256, head: bytes.subarray(0, HEAD), bytes, stored: null };
}

/** A mail whose bytes are stored as they come; nothing of it counts before it is added. */
class LargeMail {
  readonly head: Buffer;
  readonly #deps: ReadDeps;
  readonly #importing: Import;
  readonly #mail: number;
  #rest = Buffer.alloc(0);
  #seq = 0;

  private constructor(deps: ReadDeps, importing: Import, mail: number, head: Buffer) {
    this.#deps = deps;
    this.#importing = importing;
    this.#mail = mail;
    this.head = head;
  }

  static async begin(deps: ReadDeps, store: Store, first: Buffer): Promise<LargeMail> {
    // What was begun before it has its number.
    await store.flush();
    const { db, patience } = deps;
    await patience.until(NO_ROOM, deps.hasRoom);
    const number = await patience.through(() => db.transaction((tx) => beginRaw(tx, store.importing)));
    // A copy: a part of the whole would keep all of it.
    const large = new LargeMail(deps, store.importing, number, Buffer.from(first.subarray(0, HEAD)));
    await large.add(first);
    return large;
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length >= CHUNK) await this.#write(CHUNK);
  }

  /** The row of its bytes. */
  async end(): Promise<number> {
    if (this.#rest.length > 0) await this.#write(this.#rest.length);
    return this.#mail;
  }

  async #write(length: number): Promise<void> {
    const { db, patience, failpoint } = this.#deps;
    const piece = { mail: this.#mail, seq: this.#seq, bytes: this.#rest.subarray(0, length) };
    await patience.through(() => addRawPiece(db, this.#importing, piece));
    failpoint('import:piece');
    this.#seq += 1;
    this.#rest = this.#rest.subarray(length);
  }
}

const at = ({ folder }: ArchivedMail) => ({ folder: folder.join('/') });

function notRead(
  place: ArchivedMail['place'],
  size: number,
  state: FoundMail['state'],
  reason: string | null,
): FoundMail {
  const text = placeText(place);
  const unknown = {
    sha256: null,
    bytes: null,
    stored: null,
    facts: null,
    list: null,
    at: null,
    dated: null,
    oddDate: null,
  };
  return { place: text, placeHash: hashOf(text), folder: '', size, ...unknown, state, reason };
}

function factsOf({ messageId, inReplyTo, references, from, to, cc, subject }: ParsedMail): ThreadedFacts {
  const [writer, second] = from;
  return {
    messageId,
    inReplyTo: inReplyTo.slice(0, IDS),
    references: references.slice(-IDS),
    people: [...new Set([...from, ...to, ...cc].map(({ address }) => addressKey(address)))].slice(0, PEOPLE),
    writer: writer === undefined || second !== undefined ? null : addressKey(writer.address),
    subject: subject.slice(0, SUBJECT),
  };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

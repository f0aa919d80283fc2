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
import { addFound, isBegun, isFoundBefore } from '../db/archive-tables/found-mails.ts';
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
const BATCH_BYTES = 4 * 1024 * 1024;
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
  readonly failpoint: (name: string) => void;
  /** Called behind each mail. */
  readonly progress: (mails: number, bytes: number) => void;
}

/** Reads all that is found, and notes that it was. Throws StoppedError; what was read until then stays. */
export async function readSources(deps: ReadDeps, importing: Import, found: AsyncIterable<Found>): Promise<void> {
  const { db, patience } = deps;
  const store = new Store(deps, importing);
  const passed = new Map<string, number>();
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
    const isKnown = resumes && (await patience.through(() => isFoundBefore(db, importing, here)));
    if (!isKnown) await store.add(await takeMail(deps, importing, mail));
    mails += 1;
    bytes += mail.size;
    deps.progress(mails, bytes);
  }
  await store.flush();
  const counts = [...passed].map(([reason, files]) => ({ reason, files })).sort((a, b) => b.files - a.files);
  await patience.through(() => noteAllRead(db, importing.import, counts));
}

/** What waits to be stored together. */
class Store {
  readonly #deps: ReadDeps;
  readonly #importing: Import;
  #waiting: FoundMail[] = [];
  #bytes = 0;

  constructor(deps: ReadDeps, importing: Import) {
    this.#deps = deps;
    this.#importing = importing;
  }

  async add(found: FoundMail): Promise<void> {
    this.#waiting.push(found);
    this.#bytes += found.bytes?.length ?? 0;
    if (this.#waiting.length >= BATCH || this.#bytes >= BATCH_BYTES) await this.flush();
  }

  async flush(): Promise<void> {
    const { db, patience, failpoint } = this.#deps;
    const found = this.#waiting;
    if (found.length === 0) return;
    await patience.through(() => db.transaction((tx) => addFound(tx, this.#importing, found)));
    this.#waiting = [];
    this.#bytes = 0;
    failpoint('import:stored');
  }
}

async function takeMail(deps: ReadDeps, importing: Import, mail: ArchivedMail): Promise<FoundMail> {
  const { place, size, marks } = mail;
  if (size > deps.largest) return { ...notRead(place, size, 'aside', 'larger than one mail may be'), ...at(mail) };
  if (marks.draft) return { ...notRead(place, size, 'aside', 'a draft'), ...at(mail) };
  if (marks.deleted) return { ...notRead(place, size, 'aside', 'marked as deleted'), ...at(mail) };
  let bytes: Buffer;
  try {
    bytes = await wholeOf(mail, deps.largest);
  } catch (error) {
    return { ...notRead(place, size, 'damaged', `cannot be read: ${errorText(error)}`), ...at(mail) };
  }
  if (bytes.length > deps.largest) {
    return { ...notRead(place, size, 'aside', 'larger than one mail may be'), ...at(mail) };
  }
  const sha256 = createHash('sha256').update(bytes).digest();
  const parsed = await deps.parser.parseHeader(once(bytes.subarray(0, HEAD)));
  if (!parsed.ok) {
    const reason = `its header cannot be read (${parsed.failure.code})`;
    return { ...notRead(place, size, 'aside', reason), ...at(mail), sha256, bytes };
  }
  const receipt = receiptDates(bytes.subarray(0, DATES).toString('latin1'));
  const date = importedDate({ written: parsed.mail.date, ...receipt, delivered: mail.delivered }, deps.now);
  if (await isErasedMail(deps, importing, { mail: parsed.mail, sha256, at: date.at })) {
    return { ...notRead(place, size, 'aside', 'erased'), ...at(mail) };
  }
  return {
    ...notRead(place, size, 'waiting', null),
    ...at(mail),
    sha256,
    bytes,
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
  { mail, sha256, at: written }: { readonly mail: ParsedMail; readonly sha256: Buffer; readonly at: Date | null },
): Promise<boolean> {
  const writers = mail.from.slice(0, 5).map(({ address }) => addressKey(address));
  const hashes = [
    ...ids.erased(account, 'id', messageIdOf(mail)).known,
    ...ids.erased(account, 'bytes', sha256.toString('hex')).known,
    ...writers.flatMap((writer) => ids.erased(account, 'address', writer).known),
  ];
  return patience.through(() => isErased(db, account, hashes, written));
}

const at = ({ folder }: ArchivedMail) => ({ folder: folder.join('/') });

function notRead(
  place: ArchivedMail['place'],
  size: number,
  state: FoundMail['state'],
  reason: string | null,
): FoundMail {
  const text = placeText(place);
  const unknown = { sha256: null, bytes: null, facts: null, list: null, at: null, dated: null, oddDate: null };
  return { place: text, placeHash: hashOf(text), folder: '', size, ...unknown, state, reason };
}

/** Reads no more than a little beyond the limit. */
async function wholeOf(mail: ArchivedMail, largest: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of mail.open()) {
    pieces.push(piece);
    size += piece.length;
    if (size > largest) break;
  }
  return Buffer.concat(pieces);
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

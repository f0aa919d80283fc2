/** What an import would bring, found out without importing: every mail is read once, and some of them wholly. */
import { createHash } from 'node:crypto';
import { archiveThreads, type ArchiveMail } from '../bridge/thread/archive-threads.ts';
import { addressKey } from '../mail/address.ts';
import { defaultLimits } from '../mail/mime/parse.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { placeText, type ArchivedMail, type Found } from './sources/found.ts';

/** Bytes of a mail in which its header stands. */
const HEAD = 256 * 1024;
/** Mails whose headers are read at the same time. */
const PARALLEL = 4;
/** Damaged places that are named; the others are counted. */
const NAMED = 1_000;
/** Mails that are read wholly of each stretch; each stretch is as long as all before it. */
const SAMPLES = 50;
/** A larger one is not read wholly, bytes: what is sampled is held in memory. */
const SAMPLED_SIZE = 16 * 1024 * 1024;
/** What the database holds of a mail beside its bytes, with what it is found by (npm run bench -- --archive). */
const BESIDE = 7 * 1024;
/** A date that lies so much after now is a mistake, milliseconds. */
const FUTURE = 24 * 3600 * 1000;

/** As `--json` prints it. */
export interface Plan {
  readonly sources: readonly string[];
  readonly mails: number;
  readonly bytes: number;
  readonly threads: { readonly count: number; readonly of_one_mail: number; readonly largest: number };
  /** Addresses in From. */
  readonly people: number;
  /** Of the oldest and the newest mail, but for dates that are odd. Null where none has one. */
  readonly dates: { readonly first: string; readonly last: string } | null;
  readonly folders: readonly { readonly folder: string; readonly mails: number; readonly bytes: number }[];
  /** Mails that an import would take otherwise than as they are, or that somebody should look at. */
  readonly odd: {
    /** The same bytes as another mail of these sources. */
    readonly copies: number;
    /** The Message-ID of another mail, with other bytes: a copy by another way, or another mail. */
    readonly same_id: number;
    readonly without_id: number;
    readonly without_date: number;
    readonly future_date: number;
    readonly without_from: number;
    readonly drafts: number;
    readonly deleted: number;
    /** Above the limit of one mail: its header alone would be shown. */
    readonly too_large: number;
    /** No bytes of these are there: they are composed of what a PST has. */
    readonly composed: number;
    /** The reader gave them up, by their header or where they were sampled. */
    readonly unreadable: number;
  };
  readonly damaged: {
    readonly count: number;
    readonly places: readonly { readonly place: string; readonly reason: string }[];
  };
  /** Files that are no mail, by why. */
  readonly passed: readonly { readonly reason: string; readonly files: number }[];
  /** Of the mails that were read wholly, what it comes to for all of them. */
  readonly estimate: {
    readonly sampled: number;
    /** Attachments, and their bytes as they are unpacked. */
    readonly files: number;
    readonly file_bytes: number;
    /** What the database holds of them while they are brought in, and as long as their bytes are kept. */
    readonly database_bytes: number;
    /** To read all of them as the bridge reads a mail; what the homeserver takes comes to it. */
    readonly reading_seconds: number;
  };
}

interface Options {
  readonly pool: ParsePool;
  readonly now: Date;
  /** Ends the reading; what was read until then is the plan. */
  readonly stop: AbortSignal;
  /** Called behind each mail. */
  readonly progress: (mails: number, bytes: number) => void;
}

/** Reads all that is found. Rejects only where no child can be started to read mails. */
export async function planImport(
  sources: readonly string[],
  found: AsyncIterable<Found>,
  options: Options,
): Promise<Plan> {
  const tally = new PlanTally(options.now);
  const sampler = new Sampler(options.pool);
  const reading = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const one of found) {
    if (options.stop.aborted || failures.length > 0) break;
    if (one.is !== 'mail') {
      tally.beside(one);
      continue;
    }
    const taken = await take(one.mail, sampler.wants(one.mail.size));
    if (!taken.ok) {
      tally.beside({ is: 'damaged', place: one.mail.place, reason: taken.reason });
      continue;
    }
    tally.mail(one.mail, taken.sha256, taken.size);
    const head = headOf(options.pool, taken.start, tally).catch((error: unknown) => void failures.push(error));
    reading.add(head);
    void head.then(() => reading.delete(head));
    if (reading.size >= PARALLEL) await Promise.race(reading);
    if (taken.whole !== null) await sampler.read(taken.whole);
    options.progress(tally.mails, tally.bytes);
  }
  await Promise.all(reading);
  if (failures.length > 0) throw failures[0];
  return tally.plan(sources, sampler);
}

type Taken =
  | {
      readonly ok: true;
      readonly sha256: string;
      readonly size: number;
      readonly start: Buffer;
      readonly whole: Buffer | null;
    }
  | { readonly ok: false; readonly reason: string };

/** Reads the mail's bytes once. */
async function take(mail: ArchivedMail, whole: boolean): Promise<Taken> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of mail.open()) {
      hash.update(piece);
      if (whole || size < HEAD) kept.push(piece);
      size += piece.length;
    }
  } catch (error) {
    return { ok: false, reason: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const bytes = Buffer.concat(kept);
  return {
    ok: true,
    sha256: hash.digest('base64'),
    size,
    start: bytes.subarray(0, HEAD),
    whole: whole ? bytes : null,
  };
}

async function headOf(pool: ParsePool, start: Buffer, tally: PlanTally): Promise<void> {
  const parsed = await pool.parseHeader(once(start));
  if (parsed.ok) tally.header(parsed.mail);
  else tally.unreadable += 1;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Reads some mails wholly, the more seldom the more there are, and counts each for those between. */
class Sampler {
  private readonly pool: ParsePool;
  private seen = 0;
  private step = 1;
  private weight = 0;
  private ms = 0;
  private fileCount = 0;
  private fileBytes = 0;
  sampled = 0;
  failed = 0;

  constructor(pool: ParsePool) {
    this.pool = pool;
  }

  /** Whether the next mail is to be read wholly. */
  wants(size: number): boolean {
    this.seen += 1;
    if (this.seen > SAMPLES * 2 * this.step) this.step *= 2;
    return this.seen % this.step === 0 && size <= SAMPLED_SIZE;
  }

  async read(mail: Buffer): Promise<void> {
    const started = performance.now();
    const parsed = await this.pool.parse(once(mail));
    this.sampled += 1;
    this.weight += this.step;
    this.ms += (performance.now() - started) * this.step;
    if (!parsed.ok) {
      this.failed += 1;
      return;
    }
    this.fileCount += parsed.mail.files.length * this.step;
    this.fileBytes += parsed.mail.files.reduce((sum, { size }) => sum + size, 0) * this.step;
  }

  estimate(mails: number, bytes: number): Plan['estimate'] {
    const share = this.weight === 0 ? 0 : mails / this.weight;
    return {
      sampled: this.sampled,
      files: Math.round(this.fileCount * share),
      file_bytes: Math.round(this.fileBytes * share),
      database_bytes: bytes + mails * BESIDE,
      reading_seconds: Math.round((this.ms * share) / 100) / 10,
    };
  }
}

class PlanTally {
  private readonly now: Date;
  private readonly heads: ArchiveMail[] = [];
  private readonly hashes = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly authors = new Set<string>();
  private readonly keys = new Map<string, string>();
  private readonly folders = new Map<string, { mails: number; bytes: number }>();
  private readonly passed = new Map<string, number>();
  private readonly places: { readonly place: string; readonly reason: string }[] = [];
  private readonly odd = {
    copies: 0,
    same_id: 0,
    without_id: 0,
    without_date: 0,
    future_date: 0,
    without_from: 0,
    drafts: 0,
    deleted: 0,
    too_large: 0,
    composed: 0,
  };
  private damaged = 0;
  private first = Number.POSITIVE_INFINITY;
  private last = Number.NEGATIVE_INFINITY;
  unreadable = 0;
  mails = 0;
  bytes = 0;

  constructor(now: Date) {
    this.now = now;
  }

  beside(found: Exclude<Found, { readonly is: 'mail' }>): void {
    if (found.is === 'passed') {
      this.passed.set(found.reason, (this.passed.get(found.reason) ?? 0) + 1);
      return;
    }
    this.damaged += 1;
    if (this.places.length < NAMED) this.places.push({ place: placeText(found.place), reason: found.reason });
  }

  mail({ folder, marks, composed }: ArchivedMail, sha256: string, size: number): void {
    this.mails += 1;
    this.bytes += size;
    const name = folder.join('/');
    const counts = this.folders.get(name) ?? { mails: 0, bytes: 0 };
    this.folders.set(name, { mails: counts.mails + 1, bytes: counts.bytes + size });
    if (this.hashes.has(sha256)) this.odd.copies += 1;
    this.hashes.add(sha256);
    if (marks.draft) this.odd.drafts += 1;
    if (marks.deleted) this.odd.deleted += 1;
    if (composed) this.odd.composed += 1;
    if (size > defaultLimits.size) this.odd.too_large += 1;
  }

  header(mail: ParsedMail): void {
    const { messageId, date, from, to, cc } = mail;
    if (messageId === null) this.odd.without_id += 1;
    else if (this.ids.has(messageId)) this.odd.same_id += 1;
    else this.ids.add(messageId);
    if (from.length === 0) this.odd.without_from += 1;
    for (const { address } of from) this.authors.add(addressKey(address));
    this.dated(date);
    this.heads.push({
      messageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      date: date?.getTime() ?? null,
      people: [...from, ...to, ...cc].map(({ address }) => this.key(addressKey(address))),
    });
  }

  plan(sources: readonly string[], sampler: Sampler): Plan {
    const bySize = (a: { mails: number }, b: { mails: number }): number => b.mails - a.mails;
    return {
      sources,
      mails: this.mails,
      bytes: this.bytes,
      threads: threadCounts(archiveThreads(this.heads)),
      people: this.authors.size,
      dates:
        this.first > this.last
          ? null
          : { first: new Date(this.first).toISOString(), last: new Date(this.last).toISOString() },
      folders: [...this.folders].map(([folder, counts]) => ({ folder, ...counts })).sort(bySize),
      // A copy has the id of what it is a copy of.
      odd: {
        ...this.odd,
        same_id: Math.max(0, this.odd.same_id - this.odd.copies),
        unreadable: this.unreadable + sampler.failed,
      },
      damaged: { count: this.damaged, places: this.places },
      passed: [...this.passed].map(([reason, files]) => ({ reason, files })).sort((a, b) => b.files - a.files),
      estimate: sampler.estimate(this.mails, this.bytes),
    };
  }

  private dated(date: Date | null): void {
    if (date === null) this.odd.without_date += 1;
    else if (date.getTime() > this.now.getTime() + FUTURE) this.odd.future_date += 1;
    else {
      this.first = Math.min(this.first, date.getTime());
      this.last = Math.max(this.last, date.getTime());
    }
  }

  /** One string for each address: what a child's answer gave is another each time. */
  private key(address: string): string {
    const known = this.keys.get(address);
    if (known !== undefined) return known;
    this.keys.set(address, address);
    return address;
  }
}

function threadCounts(threads: Int32Array): Plan['threads'] {
  const sizes = new Map<number, number>();
  for (const thread of threads) sizes.set(thread, (sizes.get(thread) ?? 0) + 1);
  const counts = [...sizes.values()];
  return {
    count: counts.length,
    of_one_mail: counts.filter((size) => size === 1).length,
    largest: counts.reduce((most, size) => Math.max(most, size), 0),
  };
}

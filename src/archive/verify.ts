/** Whether an export is what its manifest says, and whether two exports hold the same mails. */
import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkJson, type ExpectedJson } from './json-files.ts';
import { checkSignature, MAILS, readManifest, readSignature, type ManifestBegin, type Signed } from './manifest.ts';
import { placeText, type ArchivedMail } from './sources/found.ts';
import { readSource } from './sources/read-source.ts';

export interface Verified {
  readonly signed: Signed;
  readonly begin: ManifestBegin | null;
  /** Mails that are there as the manifest has them, and those that it says are not there. */
  readonly mails: number;
  readonly missing: number;
  /** What is wrong, a sentence each; none where all is as the manifest says. */
  readonly faults: readonly string[];
  /** Mails that were composed, and those that were said inside. */
  readonly composed: number;
  readonly internal: number;
  /** Each mail as it was kept, as often as it is there. */
  readonly held: readonly HeldMail[];
}

interface HeldMail {
  /** SHA-256 as it was kept, hex. */
  readonly sha256: string;
  /** The same as it is read from its file: another one where the format does not keep every byte. */
  readonly read: string;
  /** Null for one that stands in no conversation. */
  readonly thread: string | null;
}

/** Faults that are named; beyond them they are counted. */
const NAMED = 100;

/** Reads the mails as an import would. Rejects with MailroomError where the manifest is missing or damaged. */
export async function verifyExport(folder: string): Promise<Verified> {
  const signature = await readSignature(folder);
  const faults = new Faults();
  const hash = createHash('sha256');
  const expected = new Map<string, string>();
  const json = new Map<string, ExpectedJson>();
  const held: HeldMail[] = [];
  const counts = { composed: 0, internal: 0 };
  let begin: ManifestBegin | null = null;
  let end: { readonly mails: number; readonly missing: number } | null = null;
  let missing = 0;
  for await (const line of readManifest(folder, hash)) {
    if ('export' in line) begin = line;
    else if ('end' in line) end = line;
    else if ('missing' in line) missing += 1;
    else {
      const key = keyOf(line.path, line.offset);
      if (expected.has(key)) faults.add(`${key}: the manifest has it twice`);
      expected.set(key, line.sha256);
      held.push({ sha256: line.original_sha256 ?? line.sha256, read: line.sha256, thread: line.thread });
      if (line.composed !== null) counts.composed += 1;
      if (line.kind === 'internal') counts.internal += 1;
      if (line.json !== null) json.set(line.json.path, line.json);
    }
  }
  const signed = checkSignature(signature, hash.digest('hex'));
  if (!signed.good) faults.add('the manifest is not the one that was signed');
  if (begin === null) faults.add('the manifest has no beginning');
  if (end === null) faults.add('the manifest has no end');
  else if (end.mails !== held.length || end.missing !== missing)
    faults.add('the manifest does not hold what it counts');
  const mails = await compareFiles(join(folder, MAILS), expected, faults);
  await checkJson(folder, json, (fault) => faults.add(fault));
  return { signed, begin, mails, missing, ...counts, faults: faults.all(), held };
}

/** @param expected SHA-256 of each mail by its place; those that are there are taken out */
async function compareFiles(folder: string, expected: Map<string, string>, faults: Faults): Promise<number> {
  let right = 0;
  const isLink = await lstat(folder).then(
    (there) => there.isSymbolicLink(),
    () => false,
  );
  if (isLink) faults.add(`${folder}: a link`);
  for await (const found of isLink ? [] : readSource(folder, { dialect: 'mboxrd' })) {
    if (found.is !== 'mail') {
      // An export of no mail has an empty mbox.
      if (found.is === 'damaged' || found.reason !== 'empty') faults.add(`${placeText(found.place)}: ${found.reason}`);
      continue;
    }
    const { path, offset } = found.mail.place;
    const place = placeText(found.mail.place);
    const key = keyOf(relative(folder, path[0] ?? ''), offset);
    // What lies in an archive is not the file that was written.
    const meant = path.length === 1 ? expected.get(key) : undefined;
    if (meant !== undefined) expected.delete(key);
    if (meant === undefined) faults.add(`${place}: the manifest has no such mail`);
    else if ((await hashOf(found.mail)) !== meant) faults.add(`${place}: its bytes are others`);
    else right += 1;
  }
  for (const key of expected.keys()) faults.add(`${key}: is not there`);
  return right;
}

const keyOf = (path: string, offset: number | null): string => (offset === null ? path : `${path} at ${offset}`);

async function hashOf(mail: ArchivedMail): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of mail.open()) hash.update(piece);
  return hash.digest('hex');
}

class Faults {
  private readonly named: string[] = [];
  private count = 0;

  add(fault: string): void {
    this.count += 1;
    if (this.named.length < NAMED) this.named.push(fault);
  }

  all(): string[] {
    const more = this.count - this.named.length;
    return more === 0 ? this.named : [...this.named, `… ${more} more`];
  }
}

/** How two exports differ. */
interface Compared {
  /** Mails that both hold, and that only one of them holds; one that is there twice counts twice. */
  readonly both: number;
  readonly first: number;
  readonly second: number;
  /** Of those that both hold: the bytes are the same as one of them is read, and not as both were kept. */
  readonly asRead: number;
  /** Conversations of the first, as far as both hold their mails, that are the same in the second, and that are not. */
  readonly same: number;
  readonly others: number;
}

/** Compares them by the bytes of their mails, and by which of these stand together: ids of threads are not the same. */
export function compareExports(first: readonly HeldMail[], second: readonly HeldMail[]): Compared {
  const left = [new Set(first.keys()), new Set(second.keys())] as const;
  const pairs: (readonly [number, number])[] = [];
  const pair = (ofFirst: (mail: HeldMail) => string, ofSecond: (mail: HeldMail) => string): number => {
    const before = pairs.length;
    const places = new Map<string, number[]>();
    for (const at of left[0]) {
      const mail = first[at];
      if (mail === undefined) continue;
      const key = ofFirst(mail);
      const known = places.get(key);
      if (known === undefined) places.set(key, [at]);
      else known.push(at);
    }
    for (const [at, mail] of second.entries()) {
      const other = left[1].has(at) ? places.get(ofSecond(mail))?.shift() : undefined;
      if (other === undefined) continue;
      pairs.push([other, at]);
      left[0].delete(other);
      left[1].delete(at);
    }
    return pairs.length - before;
  };
  pair(kept, kept);
  const asRead = pair(read, kept) + pair(kept, read) + pair(read, read);
  const here = conversations(pairs.map(([at]) => first[at]?.thread ?? null));
  const there = conversations(pairs.map(([, at]) => second[at]?.thread ?? null));
  const same = [...here].filter((one) => there.has(one)).length;
  return { both: pairs.length, first: left[0].size, second: left[1].size, asRead, same, others: here.size - same };
}

const kept = ({ sha256 }: HeldMail): string => sha256;
const read = ({ read: hash }: HeldMail): string => hash;

/** Each conversation by the places of its mails. @param threads of each mail; null for one in no conversation */
function conversations(threads: readonly (string | null)[]): ReadonlySet<string> {
  const places = new Map<string, number[]>();
  for (const [at, thread] of threads.entries()) {
    if (thread === null) continue;
    const known = places.get(thread);
    if (known === undefined) places.set(thread, [at]);
    else known.push(at);
  }
  return new Set([...places.values()].map((mails) => mails.join(' ')));
}

/** Whether an export is what its manifest says, and whether two exports hold the same mails. */
import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
  /** SHA-256 of each mail as it was kept, hex, each as often as it is there. */
  readonly hashes: readonly string[];
}

/** Faults that are named; beyond them they are counted. */
const NAMED = 100;

/** Reads the mails as an import would. Rejects with MailroomError where the manifest is missing or damaged. */
export async function verifyExport(folder: string): Promise<Verified> {
  const signature = await readSignature(folder);
  const faults = new Faults();
  const hash = createHash('sha256');
  const expected = new Map<string, string>();
  const hashes: string[] = [];
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
      hashes.push(line.original_sha256 ?? line.sha256);
    }
  }
  const signed = checkSignature(signature, hash.digest('hex'));
  if (!signed.good) faults.add('the manifest is not the one that was signed');
  if (begin === null) faults.add('the manifest has no beginning');
  if (end === null) faults.add('the manifest has no end');
  else if (end.mails !== hashes.length || end.missing !== missing)
    faults.add('the manifest does not hold what it counts');
  const mails = await compareFiles(join(folder, MAILS), expected, faults);
  return { signed, begin, mails, missing, faults: faults.all(), hashes };
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

/** How many mails both hold, and how many only one of them; a mail that is there twice counts twice. */
export function compareHashes(
  first: readonly string[],
  second: readonly string[],
): { readonly both: number; readonly first: number; readonly second: number } {
  const counts = new Map<string, number>();
  for (const hash of first) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  let both = 0;
  for (const hash of second) {
    const left = counts.get(hash) ?? 0;
    if (left === 0) continue;
    counts.set(hash, left - 1);
    both += 1;
  }
  return { both, first: first.length - both, second: second.length - both };
}

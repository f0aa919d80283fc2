/**
 * The record as a file: a line of JSON for its beginning, one for each entry, one for each signed head, one for its
 * end, and one with the signature over all of them. Whoever has it needs neither the database nor a secret to check it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';
import { isSigned, signText } from '../bridge/signing.ts';
import { FIRST_HASH, openPerson, readEntry } from '../db/record-tables/chain.ts';
import type { EntryBody, SealedPerson } from '../db/record-tables/chain.ts';
import { hashOfEntry } from '../db/record-tables/heads.ts';
import type { Head } from '../db/record-tables/heads.ts';
import { entriesBetween, personKeys, readEntries, readHeads } from '../db/record-tables/reading.ts';
import type { StoredEntry } from '../db/record-tables/reading.ts';
import type { Queryable } from '../db/pool.ts';
import { checkRecord } from './record-check.ts';
import type { RecordChecked } from './record-check.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const beginSchema = z.strictObject({
  record: z.literal(1),
  made: z.iso.datetime(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** The first entry that it holds, and the hash before it. */
  first: z.int().positive(),
  before: hex,
});
/** A person: null for a name that was forgotten. */
const personSchema = z.strictObject({
  person: z.string(),
  name: z.string().nullable(),
  detail: z.string().nullable(),
});
const entrySchema = z.strictObject({
  entry: z.int().positive(),
  at: z.iso.datetime(),
  act: z.string(),
  outcome: z.string(),
  via: z.string(),
  account: z.string().nullable(),
  thread: z.string().nullable(),
  who: personSchema.nullable(),
  whom: z.array(personSchema),
  more: z.int(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** What the hash is made of. */
  body: z.string(),
  hash: hex,
});
const headSchema = z.strictObject({
  head: z.int().positive(),
  hash: hex,
  at: z.iso.datetime(),
  key: hex,
  signature: z.string(),
});
const endSchema = z.strictObject({ end: z.literal(1), entries: z.int(), heads: z.int() });
const signedSchema = z.strictObject({ sha256: hex, key: hex, signature: z.string() });
const lineSchema = z.union([entrySchema, headSchema, beginSchema, endSchema, signedSchema]);

/** A head as a line, as it is handed out. */
export function headLine({ entry, hash, at, key, signature }: Head): string {
  return JSON.stringify({ head: entry, hash: hash.toString('hex'), at: at.toISOString(), key, signature });
}

/** Reads what `headLine` wrote; null where it is none. */
export function readHeadLine(line: string): Head | null {
  try {
    return headOf(headSchema.parse(JSON.parse(line)));
  } catch {
    return null;
  }
}

function headOf({ head, hash, at, key, signature }: z.infer<typeof headSchema>): Head {
  return { entry: head, hash: Buffer.from(hash, 'hex'), at: new Date(at), key, signature };
}

/** What is signed of a file. */
const signed = (digest: string): string => `Mailroom record export, SHA-256 ${digest}\n`;

/** The entries of a time, as the lines of a file, each with its end. */
export async function* recordLines(
  db: Queryable,
  asked: { readonly since: Date | null; readonly until: Date | null; readonly secret: string; readonly now: Date },
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const { since, until, secret, now } = asked;
  const range = (await entriesBetween(db, since, until)) ?? { first: 1, last: 0 };
  const before = (range.first === 1 ? null : await hashOfEntry(db, range.first - 1)) ?? FIRST_HASH;
  yield line({
    record: 1,
    made: now.toISOString(),
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    first: range.first,
    before: before.toString('hex'),
  });
  let entries = 0;
  for await (const row of readEntries(db, range.first, range.last)) {
    yield line(await shownEntry(db, row));
    entries += 1;
  }
  let heads = 0;
  for await (const head of readHeads(db, range.first, range.last)) {
    yield line(JSON.parse(headLine(head)));
    heads += 1;
  }
  yield line({ end: 1, entries, heads });
  const sha256 = hash.digest('hex');
  yield `${JSON.stringify({ sha256, ...signText(secret, signed(sha256)) })}\n`;
}

async function shownEntry(db: Queryable, { entry, at, body: text, hash }: StoredEntry) {
  const body = readEntry(text);
  if (body === null) {
    const what = `entry ${entry} is not as entries are written: "mailroom audit verify" says what else is wrong`;
    throw new MailroomError('record-broken', what);
  }
  const all = [...(body.who === null ? [] : [body.who]), ...body.whom];
  const keys =
    all.length === 0
      ? new Map<string, Buffer>()
      : await personKeys(
          db,
          all.map(({ person }) => person),
        );
  const shown = (sealed: SealedPerson) => {
    const key = keys.get(sealed.person);
    const told = key === undefined ? null : openPerson(sealed, key);
    return { person: sealed.person, name: told?.name ?? null, detail: told?.detail ?? null };
  };
  const who = body.who === null ? null : shown(body.who);
  const whom = body.whom.map(shown);
  return { ...plainOf(entry, body), who, whom, at: at.toISOString(), body: text, hash: hash.toString('hex') };
}

/** What of an entry stands in it in plain text. */
function plainOf(
  entry: number,
  {
    at,
    act,
    outcome,
    via,
    account,
    thread,
    more,
    facts,
  }: Record<'outcome' | 'via', string> & Pick<EntryBody, 'at' | 'act' | 'account' | 'thread' | 'more' | 'facts'>,
) {
  return { entry, at, act, outcome, via, account, thread, more, facts };
}

/** What is wrong with a file beside its entries. */
export interface FileChecked extends RecordChecked {
  readonly made: string | null;
  /** Whose signature it has; null for none. */
  readonly signedBy: string | null;
  /** What is wrong with the file itself. */
  readonly wrong: readonly string[];
}

/**
 * Checks a file by itself.
 *
 * @param keys public keys, hex, of which one must have signed; null where nobody said whose
 * @param held heads that somebody has kept elsewhere
 */
export async function checkRecordFile(
  file: string,
  keys: readonly string[] | null,
  held: readonly Head[],
): Promise<FileChecked> {
  const read = new RecordFile(file);
  // Twice: the heads stand behind the entries that they are of.
  const heads: Head[] = [];
  for await (const value of read.lines()) if ('head' in value) heads.push(headOf(value));
  const { begin } = read;
  if (begin === null) throw new MailroomError('no-record', `${file} is no export of the record: it has no beginning`);
  const checked = await checkRecord(read.entries(), {
    first: begin.first,
    before: Buffer.from(begin.before, 'hex'),
    heads: Readable.from(heads),
    held,
    keys,
    personKeys: () => Promise.resolve(new Map()),
  });
  return {
    ...checked,
    made: begin.made,
    signedBy: read.signedBy,
    wrong: read.wrong(keys, checked.entries, heads.length),
  };
}

class RecordFile {
  readonly #file: string;
  readonly #odd: string[] = [];
  begin: z.infer<typeof beginSchema> | null = null;
  signedBy: string | null = null;
  #end: z.infer<typeof endSchema> | null = null;
  #isGood = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** Its lines. Throws MailroomError where one is none. */
  async *lines(): AsyncGenerator<z.infer<typeof lineSchema>> {
    const hash = createHash('sha256');
    let number = 1;
    try {
      for await (const text of bytesOfLines(this.#file)) {
        const value = lineSchema.parse(JSON.parse(text.toString('utf8')));
        if ('sha256' in value) {
          const digest = hash.copy().digest('hex');
          this.signedBy = value.key;
          this.#isGood = digest === value.sha256 && isSigned(value, signed(digest));
        } else this.#isGood = false;
        if ('record' in value) this.begin = value;
        if ('end' in value) this.#end = value;
        hash.update(text).update('\n');
        number += 1;
        yield value;
      }
    } catch (error) {
      const what = `${this.#file}: line ${number} cannot be read as one of an export of the record`;
      throw new MailroomError('record-damaged', what, { cause: error });
    }
  }

  async *entries(): AsyncGenerator<StoredEntry> {
    for await (const value of this.lines()) {
      if (!('entry' in value)) continue;
      const { body: text, hash, entry, at } = value;
      const body = readEntry(text);
      const isShown = body === null || isDeepStrictEqual(plainShown(value), plainShown({ ...body, entry }));
      if (!isShown) this.#odd.push(`entry ${entry} is shown as another than it is`);
      yield { entry, at: new Date(at), body: text, hash: Buffer.from(hash, 'hex') };
    }
  }

  wrong(keys: readonly string[] | null, entries: number, heads: number): string[] {
    const wrong = [...this.#odd.slice(0, 10)];
    if (this.#end === null) wrong.push('it has no end: it was cut, or is not whole');
    else if (this.#end.entries !== entries || this.#end.heads !== heads) wrong.push('it has not what its end counts');
    if (this.signedBy === null) wrong.push('it is not signed');
    else if (!this.#isGood) wrong.push(`it is not signed by ${this.signedBy}, though it says so`);
    else if (keys !== null && !keys.includes(this.signedBy))
      wrong.push(`it is signed by another key, ${this.signedBy}`);
    return wrong;
  }
}

/** What of an entry is seen without any key: all of it but names. */
function plainShown(
  one: Parameters<typeof plainOf>[1] & {
    readonly entry: number;
    readonly who: { readonly person: string } | null;
    readonly whom: readonly { readonly person: string }[];
  },
) {
  return { ...plainOf(one.entry, one), who: one.who?.person ?? null, whom: one.whom.map(({ person }) => person) };
}

/** Bytes of a line: an entry has at most some tens of thousands. */
const LONGEST = 1024 * 1024;

/** Lines end with a line feed and nothing else: in JSON other separators may stand in a string. */
async function* bytesOfLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
      yield bytes.subarray(from, end);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LONGEST) throw new MailroomError('too-long', `a line has more than ${LONGEST} bytes`);
  }
  if (rest.length > 0) yield rest;
}

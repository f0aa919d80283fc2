import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { UNKNOWN_TYPE } from '../../base/wire-text.ts';
import { addressKey, parsePeople } from '../address.ts';
import { clean, decodeWords } from '../charset/charset.ts';
import { classify } from './classify.ts';
import { messageId, messageIds } from '../message-id.ts';
import { bodyPieces, chooseBody } from './body.ts';
import { readHeader } from '../header/read-header.ts';
import { addressesIn } from '../report/report-text.ts';
import { parseDate } from './date.ts';
import { contentHash } from './content-hash.ts';
import { PartReader } from './parts.ts';
import { pictureType } from './pictures.ts';
import type { FileHead, FileSink } from './parts.ts';
import { MimeSplitter } from './split.ts';
import type {
  BodyPiece,
  HeaderField,
  MailFile,
  MessageId,
  ParsedMail,
  ParseLimits,
  ParseResult,
  Person,
} from '../types.ts';

/**
 * Bounds that real mail stays under (header, fields, depth, parts, recipients and references as measured; sizes by
 * choice).
 */
export const defaultLimits: ParseLimits = {
  size: 150 * 1024 * 1024,
  header: 256 * 1024,
  fields: 1000,
  depth: 20,
  parts: 1000,
  recipients: 500,
  references: 100,
  text: 8 * 1024 * 1024,
  tnef: 32 * 1024 * 1024,
};

/**
 * Looks at the bytes of a file while its mail is read; null for one that is of no interest. What it keeps it must copy.
 */
export type FileWatch = (head: FileHead) => FileSink | null;

/**
 * Reads a whole mail from its bytes. Files are hashed and measured as they pass and never held; text is held up to its
 * limit. The same bytes give the same value, in whatever pieces they come. Never throws because of what the mail holds;
 * an error of the source itself is passed on.
 */
export async function parseMail(
  source: AsyncIterable<Uint8Array>,
  limits: ParseLimits = defaultLimits,
  watch: FileWatch = () => null,
): Promise<ParseResult> {
  const files: MailFile[] = [];
  // What stands nowhere is still part of what makes two deliveries the same mail.
  const aside: MailFile[] = [];
  const reader: PartReader = new PartReader(limits, (head) =>
    hashing(head, files, aside, watch(head), () => reader.addresses.has(head.index)),
  );
  const splitter = new MimeSplitter(reader, limits);
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limits.size)
      return {
        ok: false,
        failure: { code: 'too-large', detail: `more than ${limits.size} bytes`, limit: limits.size },
      };
    splitter.write(chunk);
  }
  if (size === 0) return { ok: false, failure: { code: 'empty', detail: 'no bytes' } };
  splitter.end();
  const pieces = bodyPieces(reader.tree);
  return {
    ok: true,
    mail: toMail(reader, pieces, { files: byIndex(files), aside }, size, limits),
    headers: reader.root?.head.fields ?? [],
    pieces,
    addresses: { base: reader.base, files: reader.addresses },
  };
}

/**
 * The decoded bytes of one file of a mail, by its `index` of `ParsedMail.files`; null where there is no such file.
 * Streams with backpressure: the source is read only as fast as the result is, and not at all beyond the file's end.
 * The limits must be the ones that the mail was parsed with.
 */
export async function readFile(
  source: AsyncIterable<Uint8Array>,
  index: number,
  limits: ParseLimits = defaultLimits,
): Promise<Readable | null> {
  const pieces = filePieces(source, index, limits);
  const first = await pieces.next();
  return first.done === true
    ? null
    : Readable.from(withFirst(first.value, pieces), { objectMode: false, highWaterMark: 64 * 1024 });
}

/**
 * The decoded bytes of several files of a mail, read once, in the order of `indexes`; null where one is missing, or
 * where all together are more than `most` bytes. The limits must be the ones that the mail was parsed with.
 */
export async function readFiles(
  source: AsyncIterable<Uint8Array>,
  indexes: readonly number[],
  most: number,
  limits: ParseLimits = defaultLimits,
): Promise<readonly Buffer[] | null> {
  const wanted = new Set(indexes);
  const found = new Map<number, Buffer>();
  let size = 0;
  const reader = new PartReader(limits, ({ index }) => {
    const chunks: Buffer[] = [];
    if (!wanted.has(index)) return { write: () => undefined, end: () => undefined };
    return {
      write: (bytes) => {
        size += bytes.length;
        // A decoder may reuse what it gives.
        if (size <= most) chunks.push(Buffer.from(bytes));
      },
      end: () => void found.set(index, Buffer.concat(chunks)),
    };
  });
  const splitter = new MimeSplitter(reader, limits);
  for await (const chunk of source) splitter.write(chunk);
  splitter.end();
  const files = indexes.flatMap((index) => found.get(index) ?? []);
  return size > most || files.length < indexes.length ? null : files;
}

async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

/** Yields at least once (perhaps nothing) where the file exists. */
async function* filePieces(
  source: AsyncIterable<Uint8Array>,
  index: number,
  limits: ParseLimits,
): AsyncGenerator<Uint8Array> {
  const wanted: Uint8Array[] = [];
  let state: 'before' | 'inside' | 'after' = 'before';
  const ignored: FileSink = { write: () => undefined, end: () => undefined };
  const chosen: FileSink = {
    // A decoder may reuse what it gives; the consumer may be slow.
    write: (bytes) => void wanted.push(Buffer.from(bytes)),
    end: () => {
      state = 'after';
    },
  };
  const reader = new PartReader(limits, (head) => {
    if (head.index !== index) return ignored;
    state = 'inside';
    wanted.push(new Uint8Array(0));
    return chosen;
  });
  const splitter = new MimeSplitter(reader, limits);
  for await (const chunk of source) {
    splitter.write(chunk);
    yield* wanted.splice(0);
    if (reached(state)) return;
  }
  splitter.end();
  yield* wanted.splice(0);
}

/** Reads the state past the compiler's belief that no callback changes it. */
function reached(state: 'before' | 'inside' | 'after'): boolean {
  return state === 'after';
}

function hashing(
  { role, ...known }: FileHead,
  files: MailFile[],
  aside: MailFile[],
  watcher: FileSink | null,
  hasAddress: () => boolean,
): FileSink {
  const hash = createHash('sha256');
  let size = 0;
  let blank = true;
  let start = Buffer.alloc(0);
  return {
    write: (bytes) => {
      if (start.length < 12) start = Buffer.concat([start, bytes.subarray(0, 12)]);
      hash.update(bytes);
      size += bytes.length;
      blank &&= role === 'unless-empty' && bytes.every((byte) => byte <= 0x20);
      watcher?.write(bytes);
    },
    end: (name) => {
      const nothing = role === 'left-out' || (role === 'unless-empty' && blank);
      // A picture of the text that its mail calls a stream of bytes.
      const isNamed = known.contentId !== null || hasAddress();
      const type = isNamed && known.type === UNKNOWN_TYPE ? pictureType(start) : null;
      (nothing ? aside : files).push({ ...known, type: type ?? known.type, name, size, sha256: hash.digest('hex') });
      watcher?.end(name);
    },
  };
}

const byIndex = (files: readonly MailFile[]): MailFile[] => files.toSorted((a, b) => a.index - b.index);

function toMail(
  reader: PartReader,
  pieces: readonly BodyPiece[],
  { files, aside }: { readonly files: readonly MailFile[]; readonly aside: readonly MailFile[] },
  size: number,
  limits: ParseLimits,
): ParsedMail {
  const headers: readonly HeaderField[] = reader.root?.head.fields ?? [];
  const all = (name: string): string =>
    headers
      .filter((field) => field.name === name)
      .map((field) => field.value)
      .join(', ');
  const first = (name: string): string => headers.find((field) => field.name === name)?.value ?? '';
  const people = (name: string, value: string): Person[] => {
    const list = parsePeople(value, limits.recipients + 1);
    if (list.length > limits.recipients)
      reader.warn('too-many-recipients', `more than ${limits.recipients} in ${name}`);
    return list.slice(0, limits.recipients);
  };
  const body = chooseBody(pieces);
  const named = references(headers, limits.references, reader);
  const persons = {
    // RFC 5322 section 3.6 allows one From; a second is kept, since whoever judges the sender must see it.
    from: people('From', all('from')),
    sender: parsePeople(first('sender'), 1)[0] ?? null,
    replyTo: people('Reply-To', all('reply-to')),
    to: people('To', all('to')),
    cc: people('Cc', all('cc')),
    bcc: people('Bcc', all('bcc')),
  };
  const { from, replyTo, to, cc } = persons;
  const addresses = new Set([...from, ...replyTo, ...to, ...cc].map(({ address }) => addressKey(address)));
  const isId = (id: MessageId) => !addresses.has(id.slice(1, -1).toLowerCase());
  const facts = {
    messageId: messageId(first('message-id')),
    inReplyTo: messageIds(
      headers
        .filter((field) => field.name === 'in-reply-to')
        .map((field) => field.value)
        .join(' '),
    ).filter(isId),
    references: named.filter(isId),
    date: parseDate(first('date')),
    subject: subjectOf(first('subject')),
    ...persons,
    ...body,
    files,
  };
  if (facts.from.length === 0) reader.warn('no-sender', 'From names nobody');
  if (facts.messageId === null) reader.warn('no-message-id', 'there is no Message-ID');
  if (facts.date === null) reader.warn('no-date', 'there is no date that can be read');
  const report = reader.report;
  return {
    ...facts,
    sealed: reader.sealed,
    header: readHeader(headers),
    failedRecipients: addressesIn(headers, 'x-failed-recipients').slice(0, limits.recipients),
    report,
    reactions: reader.reactions,
    kind: classify({ headers, ...facts, report }),
    contentHash: contentHash({ ...facts, files: byIndex([...files, ...aside]) }),
    size,
    warnings: reader.warnings,
  };
}

function references(headers: readonly HeaderField[], most: number, reader: PartReader): MessageId[] {
  const ids = messageIds(
    headers
      .filter((field) => field.name === 'references')
      .map((field) => field.value)
      .join(' '),
  );
  if (ids.length <= most) return ids;
  reader.warn('too-many-references', `more than ${most} references`);
  return [...ids.slice(0, 1), ...ids.slice(1 - most)];
}

function subjectOf(value: string): string {
  return clean(
    decodeWords(value)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
    .slice(0, 2000)
    .toWellFormed();
}

/**
 * The files of a send: uploaded from the stored bytes as streams, and their addresses put into the content. Of pictures, sound
 * and films the first bytes are looked at for what a client wants to know of them. Failure policy: a file that the homeserver
 * does not take is named with its size; one that cannot be read out of its mail is replaced by the whole mail.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Account } from '../bridge/account.ts';
import { attachedContent, mayBeMedia, placeFiles, rawFile, withMedia } from '../bridge/to-matrix-files.ts';
import type { PlacedThumbnail } from '../bridge/to-matrix-files.ts';
import type { Json, JsonObject, MxcUri, SendFile, UserId } from '../bridge/types.ts';
import { readChunks } from '../db/inbox.ts';
import { mailHash, mailSource } from '../db/mails.ts';
import { readMailBytes } from '../db/outgoing-delivery.ts';
import type { StoredSend } from '../db/sends.ts';
import { describeMedia, mediaPrefix } from '../mail/media.ts';
import type { MediaFacts } from '../mail/media.ts';
import { megabytes } from '../mail/size.ts';
import { words } from '../mail/words.ts';
import { ParseError } from '../mail/worker/pool.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import type { Media } from '../matrix/media.ts';
import { classifyRefusal } from '../matrix/repair.ts';
import type { Thumbnailer } from '../matrix/thumbnail.ts';
import type { JobDeps } from './deps.ts';

export interface FileDeps extends JobDeps {
  readonly media: Pick<Media, 'ensure'>;
  readonly parser: ParsePool;
  /** Null where thumbnails cannot be made; the homeserver makes its own then. One picture at a time is asked for by its maker. */
  readonly thumbnail: Thumbnailer | null;
}

/** Bytes of a picture above which no thumbnail is made of it: it would have to be held. */
const THUMBNAIL_MAX = 12 * 1024 * 1024;

/**
 * The content of a send with its files uploaded. A file that the homeserver does not take by its size is named with it
 * instead; a picture in a text is then left out of the text. Throws what the homeserver refuses otherwise.
 */
export async function filledContent(
  deps: FileDeps,
  account: Account,
  send: StoredSend,
  as: UserId,
): Promise<JsonObject> {
  if (send.files.length === 0) return send.content;
  const [only] = send.files;
  if (only !== undefined && send.content['url'] === only.placeholder) {
    return fileMessage(deps, account, send, only, as);
  }
  const addresses = new Map<string, string | null>();
  for (const file of send.files) addresses.set(file.placeholder, await pictureInText(deps, send, file, as));
  return placeFiles(send.content, addresses);
}

/** A message that is a file. */
async function fileMessage(
  deps: FileDeps,
  account: Account,
  send: StoredSend,
  file: SendFile,
  as: UserId,
): Promise<JsonObject> {
  try {
    const look = await lookInto(deps, file);
    const url = await uploaded(deps, send, look === null ? file : { ...file, type: look.facts.mimetype }, as);
    if (url === null) return tooLarge(send, file, account);
    const content = placeFiles(send.content, new Map([[file.placeholder, url]]));
    if (look === null) return content;
    const thumbnail = look.facts.msgtype === 'm.image' ? await thumbnailOf(deps, send, look.bytes, as) : null;
    return withMedia(content, file, look.facts, thumbnail);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    deps.log.warn('a file could not be read out of its mail', { send: send.send, error: error.message });
    return wholeMailInstead(deps, account, send, file, as);
  }
}

/** A picture that a text shows in place; one that cannot be had is left out of it. */
async function pictureInText(deps: FileDeps, send: StoredSend, file: SendFile, as: UserId): Promise<MxcUri | null> {
  try {
    return await uploaded(deps, send, file, as);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

interface Look {
  readonly facts: MediaFacts;
  /** All of the file where a thumbnail may be made of it, else its beginning. */
  readonly bytes: Uint8Array;
}

/** What the bytes of a file say of it; null for those that are files whatever their bytes say. */
async function lookInto(deps: FileDeps, file: SendFile): Promise<Look | null> {
  if (file.source.kind !== 'part' || !mayBeMedia(file)) return null;
  const whole = !/^(?:audio|video)\//.test(file.type) && deps.thumbnail !== null && file.size <= THUMBNAIL_MAX;
  const bytes = await beginning(deps, file, whole ? file.size : mediaPrefix);
  const facts = await describeMedia(file, bytes.subarray(0, mediaPrefix));
  return { facts, bytes: bytes.length === file.size ? bytes : new Uint8Array(0) };
}

async function beginning(deps: FileDeps, file: SendFile, most: number): Promise<Buffer> {
  if (file.size <= most) return buffer(open(deps, file));
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytesOf(deps, file)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

async function thumbnailOf(
  deps: FileDeps,
  send: StoredSend,
  image: Uint8Array,
  as: UserId,
): Promise<PlacedThumbnail | null> {
  const made = image.length === 0 ? null : await deps.thumbnail?.(image);
  if (!made) return null;
  const { bytes, mimetype, width, height } = made;
  const name = mimetype === 'image/png' ? 'thumbnail.png' : 'thumbnail.jpg';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { account: send.account, sha256, name, type: mimetype, size: bytes.length };
  const url = await orTooLarge(deps.media.ensure({ ...file, open: () => Readable.from([bytes]) }, as));
  return url === null ? null : { url, mimetype, width, height, size: bytes.length };
}

async function uploaded(deps: FileDeps, send: StoredSend, file: SendFile, as: UserId): Promise<MxcUri | null> {
  const { name, type } = file;
  const size = await sizeOf(deps, file);
  const sha256 = file.sha256 === '' ? await hashOf(deps, file) : file.sha256;
  return orTooLarge(
    deps.media.ensure({ account: send.account, sha256, name, type, size, open: () => open(deps, file) }, as),
  );
}

/** Null where the homeserver does not take a file by its size. */
async function orTooLarge(address: Promise<MxcUri>): Promise<MxcUri | null> {
  try {
    return await address;
  } catch (error) {
    if (classifyRefusal(error) === 'too-large') return null;
    throw error;
  }
}

function open(deps: FileDeps, file: SendFile): Readable {
  return Readable.from(bytesOf(deps, file), { objectMode: false, highWaterMark: 64 * 1024 });
}

/** The index of a file leads nowhere: another program read the mail when its files were counted. */
class MissingFile extends Error {
  override readonly name = 'MissingFile';
}

function isUnreadable(error: unknown): error is Error {
  return error instanceof MissingFile || error instanceof ParseError;
}

async function* bytesOf(deps: FileDeps, file: SendFile): AsyncGenerator<Uint8Array> {
  const { source } = file;
  switch (source.kind) {
    case 'text':
      yield Buffer.from(source.text);
      return;
    case 'raw':
      yield* readChunks(deps.db, source.mail);
      return;
    case 'outgoing':
      yield* readMailBytes(deps.db, source.outgoing) as AsyncIterable<Uint8Array>;
      return;
    case 'part': {
      const part = await deps.parser.readFile(readChunks(deps.db, source.mail), source.index);
      if (part === null) throw new MissingFile('the file is not in its mail any more');
      yield* part as AsyncIterable<Uint8Array>;
    }
  }
}

/** How many bytes there are: some mail servers say another size of a mail than they deliver. */
async function sizeOf(deps: FileDeps, { source, size }: SendFile): Promise<number> {
  return source.kind === 'raw' ? ((await mailSource(deps.db, source.mail))?.size ?? size) : size;
}

/** What makes a file the same file where its bytes have not been hashed. */
async function hashOf(deps: FileDeps, file: SendFile): Promise<string> {
  switch (file.source.kind) {
    case 'text':
      return createHash('sha256').update(file.source.text).digest('hex');
    case 'raw':
      return (await mailHash(deps.db, file.source.mail)) ?? `mail-${String(file.source.mail)}`;
    case 'outgoing':
      return `outgoing-${file.source.outgoing}`;
    case 'part':
      throw new Error('a part of a mail has its hash');
  }
}

/** Says what is missing, how large it is and where it can be had. The keys of the event stay. */
function tooLarge(send: StoredSend, file: SendFile, account: Account): JsonObject {
  return noticeInstead(send, words(account.language).room.fileTooLarge(file.name, megabytes(file.size)));
}

function noticeInstead(send: StoredSend, body: string): JsonObject {
  const { url: _url, info: _info, filename: _filename, ...rest } = send.content;
  return { ...rest, msgtype: 'm.notice', body };
}

/** The original in place of a file that cannot be read out of it, with a caption that says so. */
async function wholeMailInstead(
  deps: FileDeps,
  account: Account,
  send: StoredSend,
  file: SendFile,
  as: UserId,
): Promise<JsonObject> {
  const caption = words(account.language).special.fileNotRead(file.name);
  const source = file.source.kind === 'part' ? await mailSource(deps.db, file.source.mail) : null;
  if (file.source.kind !== 'part' || source === null || source.size === 0) return noticeInstead(send, caption);
  const raw = rawFile({ mail: file.source.mail, language: account.language, parsed: source });
  const url = await uploaded(deps, send, raw, as);
  if (url === null) return noticeInstead(send, caption);
  const { url: _url, info: _info, filename: _filename, ...rest } = send.content;
  const content: Readonly<Record<string, Json>> = { ...rest, ...attachedContent(raw, caption) };
  return placeFiles(content, new Map([[raw.placeholder, url]]));
}

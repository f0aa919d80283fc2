/**
 * The files of a send: uploaded from the stored bytes as streams, and their addresses put into the content. Of
 * pictures, sound and films the first bytes are looked at for what a client wants to know of them. Failure policy: a
 * file that the homeserver does not take is named with its size; one that cannot be read out of its mail is replaced by
 * the whole mail.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Account } from '../bridge/account/account.ts';
import { attachedContent, mayBeMedia, placeFiles, rawFile, withMedia } from '../bridge/to-matrix/files.ts';
import type { PlacedThumbnail } from '../bridge/to-matrix/files.ts';
import type { Json, JsonObject, MxcUri, SendFile, UserId } from '../bridge/types.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { mailHash, mailSource } from '../db/intake-tables/mails.ts';
import { readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import type { StoredSend } from '../db/room-tables/sends.ts';
import type { MediaFacts } from '../mail/media-facts.ts';
import { megabytes } from '../mail/size.ts';
import { words } from '../words/words.ts';
import { ParseError } from '../parser/parse-pool.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { Media } from '../matrix/media.ts';
import { classifyRefusal } from '../matrix/repair.ts';
import type { Thumbnailer } from '../thumbnail/thumbnailer.ts';
import type { JobDeps } from '../handling/deps.ts';

/** What of a send its files are about. */
export type FilledSend = Pick<StoredSend, 'send' | 'account' | 'content' | 'files'>;

export interface FileDeps extends Pick<JobDeps, 'db' | 'log'> {
  readonly media: Pick<Media, 'ensure'>;
  readonly parser: ParsePool;
  /** Null where thumbnails cannot be made; the homeserver makes its own then. */
  readonly thumbnail: Pick<Thumbnailer, 'make'> | null;
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
  send: FilledSend,
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
  send: FilledSend,
  file: SendFile,
  as: UserId,
): Promise<JsonObject> {
  try {
    const facts = await lookInto(deps, file);
    const url = await uploaded(deps, send, facts === null ? file : { ...file, type: facts.mimetype }, as);
    if (url === null) return tooLarge(send, file, account);
    const content = placeFiles(send.content, new Map([[file.placeholder, url]]));
    if (facts === null) return content;
    const thumbnail = facts.msgtype === 'm.image' ? await thumbnailOf(deps, send, file, as) : null;
    return withMedia(content, file, facts, thumbnail);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    deps.log.warn('a file could not be read out of its mail', { send: send.send, error: error.message });
    return wholeMailInstead(deps, account, send, file, as);
  }
}

/** A picture that a text shows in place; one that cannot be had is left out of it. */
async function pictureInText(deps: FileDeps, send: FilledSend, file: SendFile, as: UserId): Promise<MxcUri | null> {
  try {
    return await uploaded(deps, send, file, as);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/**
 * What the bytes of a file say of it; null for those that are files whatever their bytes say, and where it could not be
 * found out.
 */
async function lookInto(deps: FileDeps, file: SendFile): Promise<MediaFacts | null> {
  const { source, type, name, size } = file;
  if (source.kind !== 'part' || !mayBeMedia(file)) return null;
  return deps.parser.describe(readChunks(deps.db, source.mail), { index: source.index, type, name, size });
}

async function thumbnailOf(
  deps: FileDeps,
  send: FilledSend,
  image: SendFile,
  as: UserId,
): Promise<PlacedThumbnail | null> {
  if (deps.thumbnail === null || image.size > THUMBNAIL_MAX) return null;
  const made = await deps.thumbnail.make(await buffer(open(deps, image)));
  if (made === null) return null;
  const { bytes, mimetype, width, height } = made;
  const name = mimetype === 'image/png' ? 'thumbnail.png' : 'thumbnail.jpg';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { account: send.account, sha256, name, type: mimetype, size: bytes.length };
  const url = await orTooLarge(deps.media.ensure({ ...file, open: () => Readable.from([bytes]) }, as));
  return url === null ? null : { url, mimetype, width, height, size: bytes.length };
}

async function uploaded(deps: FileDeps, send: FilledSend, file: SendFile, as: UserId): Promise<MxcUri | null> {
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
      return;
    }
    case 'bundle': {
      const archive = await deps.parser.readBundle(readChunks(deps.db, source.mail), source.parts, file.size);
      if (archive === null) throw new MissingFile('the files are not in their mail any more');
      yield* archive as AsyncIterable<Uint8Array>;
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
    case 'bundle': {
      const mail = (await mailHash(deps.db, file.source.mail)) ?? `mail-${String(file.source.mail)}`;
      return createHash('sha256')
        .update(JSON.stringify([mail, file.source.parts]))
        .digest('hex');
    }
    case 'part':
      throw new Error('a part of a mail has its hash');
  }
}

/** Says what is missing, how large it is and where it can be had. The keys of the event stay. */
function tooLarge(send: FilledSend, file: SendFile, account: Account): JsonObject {
  return noticeInstead(
    send,
    words(account.language)('room-file-too-large', { name: file.name, size: megabytes(file.size) }),
  );
}

/** A notice in place of a message that is one file. */
export function noticeInstead({ content }: Pick<FilledSend, 'content'>, body: string): JsonObject {
  const { url: _url, info: _info, filename: _filename, ...rest } = content;
  return { ...rest, msgtype: 'm.notice', body };
}

/** The original in place of a file that cannot be read out of it, with a caption that says so. */
async function wholeMailInstead(
  deps: FileDeps,
  account: Account,
  send: FilledSend,
  file: SendFile,
  as: UserId,
): Promise<JsonObject> {
  const say = words(account.language);
  const missing = say('unread-file-missing', { name: file.name });
  const isOfMail = file.source.kind === 'part' || file.source.kind === 'bundle';
  const source = isOfMail ? await mailSource(deps.db, file.source.mail) : null;
  if (!isOfMail || source === null || source.size === 0) return noticeInstead(send, missing);
  const raw = rawFile({ mail: file.source.mail, language: account.language, parsed: source });
  const url = await uploaded(deps, send, raw, as);
  if (url === null) return noticeInstead(send, missing);
  const { url: _url, info: _info, filename: _filename, ...rest } = send.content;
  const content: Readonly<Record<string, Json>> = {
    ...rest,
    ...attachedContent(raw, say('unread-file', { name: file.name })),
  };
  return placeFiles(content, new Map([[raw.placeholder, url]]));
}

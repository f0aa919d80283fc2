/** The files of a send: uploaded from the stored bytes as streams, and their addresses put into the content. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Account } from '../bridge/account.ts';
import { placeFiles } from '../bridge/to-matrix-files.ts';
import type { JsonObject, MxcUri, SendFile, UserId } from '../bridge/types.ts';
import { readChunks } from '../db/inbox.ts';
import { mailHash } from '../db/mails.ts';
import type { StoredSend } from '../db/sends.ts';
import { megabytes } from '../mail/size.ts';
import { words } from '../mail/words.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import type { Media } from '../matrix/media.ts';
import { classifyRefusal } from '../matrix/repair.ts';
import type { JobDeps } from './deps.ts';

export interface FileDeps extends JobDeps {
  readonly media: Media;
  readonly parser: ParsePool;
}

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
  const addresses = new Map<string, string | null>();
  for (const file of send.files) {
    const address = await uploaded(deps, send, file, as);
    if (address === null && send.content['url'] === file.placeholder) return tooLarge(send, file, account);
    addresses.set(file.placeholder, address);
  }
  return placeFiles(send.content, addresses);
}

async function uploaded(deps: FileDeps, send: StoredSend, file: SendFile, as: UserId): Promise<MxcUri | null> {
  const sha256 = file.sha256 === '' ? await hashOf(deps, file) : file.sha256;
  try {
    return await deps.media.ensure(
      {
        account: send.account,
        sha256,
        name: file.name,
        type: file.type,
        size: file.size,
        open: () => open(deps, file),
      },
      as,
    );
  } catch (error) {
    if (classifyRefusal(error) === 'too-large') return null;
    throw error;
  }
}

function open(deps: FileDeps, file: SendFile): Readable {
  return Readable.from(bytes(deps, file), { objectMode: false, highWaterMark: 64 * 1024 });
}

async function* bytes(deps: FileDeps, file: SendFile): AsyncGenerator<Uint8Array> {
  const { source } = file;
  switch (source.kind) {
    case 'text':
      yield Buffer.from(source.text);
      return;
    case 'raw':
      yield* readChunks(deps.db, source.mail);
      return;
    case 'part': {
      const part = await deps.parser.readFile(readChunks(deps.db, source.mail), source.index);
      if (part === null) throw new Error('the file is not in its mail any more');
      yield* part as AsyncIterable<Uint8Array>;
    }
  }
}

async function hashOf(deps: FileDeps, file: SendFile): Promise<string> {
  switch (file.source.kind) {
    case 'text':
      return createHash('sha256').update(file.source.text).digest('hex');
    case 'raw':
      return (await mailHash(deps.db, file.source.mail)) ?? `mail-${String(file.source.mail)}`;
    case 'part':
      throw new Error('a part of a mail has its hash');
  }
}

/** Says what is missing, how large it is and where it can be had. The keys of the event stay. */
function tooLarge(send: StoredSend, file: SendFile, account: Account): JsonObject {
  const { url: _url, info: _info, filename: _filename, ...rest } = send.content;
  const body = words(account.language).room.fileTooLarge(file.name, megabytes(file.size));
  return { ...rest, msgtype: 'm.notice', body };
}

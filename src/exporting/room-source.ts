/**
 * Rooms as an export asks for them: an event, a whole history, the bytes of a file. What the homeserver is not there
 * for is waited for (`Patience`); what it refuses for good is null, or a reason.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { EventId, JsonObject, MxcUri, RoomId } from '../bridge/types.ts';
import { mediaType } from '../base/wire-text.ts';
import { RefusedError } from '../importing/patience.ts';
import type { Patience } from '../importing/patience.ts';
import type { MatrixClient } from '../matrix/client.ts';
import { HomeserverUnreachableError, type MatrixError } from '../matrix/errors.ts';
import { RoomHistory } from './room-history.ts';

/** Tries at a file whose bytes break off. */
const TRIES = 3;

export interface RoomSourceDeps {
  readonly client: Pick<MatrixClient, 'event' | 'messages' | 'download'>;
  readonly patience: Patience;
  readonly codec: GhostCodec;
  readonly ids: IdKey;
}

/** A file of a room on this disk, or why it cannot be had. */
export type FoundFile = { readonly path: string; readonly type: string } | { readonly reason: string };

export class RoomSource {
  readonly codec: GhostCodec;
  readonly ids: IdKey;
  readonly #client: RoomSourceDeps['client'];
  readonly #patience: Patience;
  readonly #folder: string;
  #files = 0;

  private constructor({ client, patience, codec, ids }: RoomSourceDeps, folder: string) {
    this.codec = codec;
    this.ids = ids;
    this.#client = client;
    this.#patience = patience;
    this.#folder = folder;
  }

  /** @param within what is fetched lies in a folder below it that only its owner can read, and that `close` removes */
  static async create(deps: RoomSourceDeps, within: string): Promise<RoomSource> {
    return new RoomSource(deps, await mkdtemp(join(within, 'mailroom-export-')));
  }

  /** Null where no such event is in the room, or nobody of ours may see it. */
  async event(room: RoomId, event: EventId): Promise<JsonObject | null> {
    return orNull(this.#patience.through(() => this.#client.event(room, event)));
  }

  /** The whole history of a room, which must be closed; null where it cannot be read. */
  async history(room: RoomId): Promise<RoomHistory | null> {
    const history = await RoomHistory.create(join(this.#folder, `room-${++this.#files}`), this.codec);
    try {
      for (let from: string | undefined; ;) {
        const at = { limit: 500, ...(from === undefined ? {} : { from }) };
        const page = await this.#patience.through(() => this.#client.messages(room, at));
        for (const event of page.events) await history.add(event);
        if (page.end === null || page.events.length === 0) return history;
        from = page.end;
      }
    } catch (error) {
      await history.close();
      if (error instanceof RefusedError) return null;
      throw error;
    }
  }

  /** Fetches a file; `drop` removes it again. */
  async file(mxc: string): Promise<FoundFile> {
    const path = join(this.#folder, `file-${++this.#files}`);
    for (let tries = 1; ; tries += 1) {
      try {
        const type = await this.#patience.through(async () => {
          const answer = await this.#client.download(mxc as MxcUri);
          await pipeline(answer.stream, createWriteStream(path, { mode: 0o600 }));
          return answer.type;
        });
        return { path, type: mediaType(type) };
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof RefusedError) return { reason: refusalText(error.cause) };
        if (error instanceof HomeserverUnreachableError) return { reason: 'its server does not answer' };
        // What breaks off in the middle is no answer that could be read.
        if (!isBrokenOff(error)) throw error;
        if (tries === TRIES) return { reason: 'its bytes did not come' };
      }
    }
  }

  async drop(file: FoundFile): Promise<void> {
    if ('path' in file) await rm(file.path, { force: true });
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}

function refusalText({ status, errcode }: MatrixError): string {
  return status === 404
    ? 'the homeserver has it no more'
    : `the homeserver refuses it (${`${status} ${errcode}`.trim()})`;
}

const BROKEN: ReadonlySet<string> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'EPIPE']);

function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return BROKEN.has(code) || error.message === 'no bytes in time' || error.message === 'aborted';
}

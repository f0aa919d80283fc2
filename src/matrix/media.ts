import type { Readable } from 'node:stream';
import type { AccountId, MxcUri, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { addMedia, dropMedia, findMedia, markUploaded } from '../db/room-tables/rooms.ts';
import type { Failpoint } from './appservice.ts';
import type { MatrixClient } from './client.ts';
import { isMatrixError, MatrixError } from './errors.ts';

export interface MediaDeps {
  readonly client: MatrixClient;
  readonly db: Database;
  readonly failpoint: Failpoint;
}

/** A file to be uploaded once an account. `open` is called for each attempt and gives exactly `size` bytes. */
export interface MediaFile {
  readonly account: AccountId;
  /** Hex SHA-256 of the bytes; the same bytes are the same media. */
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly open: () => Readable;
}

/**
 * Uploads files, each once: its mxc is made and committed before a byte leaves, so that a retry fills the same one.
 * Where the homeserver has no such call (before spec v1.7) a crash within an upload leaves an unused copy there.
 */
export class Media {
  readonly #deps: MediaDeps;

  constructor(deps: MediaDeps) {
    this.#deps = deps;
  }

  /**
   * The mxc of a file whose bytes the homeserver has when this returns. Throws MatrixError: M_TOO_LARGE (413) where it
   * is above the upload limit, 429 where too many ids wait to be filled.
   */
  async ensure(file: MediaFile, as: UserId): Promise<MxcUri> {
    const { db, failpoint } = this.#deps;
    const known = (await findMedia(db, file.account, file.sha256)) ?? (await this.#reserve(file, as));
    await failpoint('media:reserved');
    if (known.uploaded) return known.mxc;
    try {
      await this.#deps.client.uploadTo(known.mxc, file.open(), file, { user: as });
    } catch (error) {
      // Synapse: an id of media that was made a day ago and never filled is refused for good.
      if (error instanceof MatrixError && [403, 404].includes(error.status)) {
        await dropMedia(db, file.account, file.sha256, known.mxc);
      }
      throw error;
    }
    await failpoint('media:uploaded');
    await markUploaded(db, file.account, file.sha256, known.mxc);
    return known.mxc;
  }

  async #reserve(file: MediaFile, as: UserId): Promise<{ mxc: MxcUri; uploaded: boolean }> {
    const { client, db, failpoint } = this.#deps;
    const { account, sha256, size } = file;
    const limit = await this.#limit();
    if (limit !== null && size > limit) throw tooLarge();
    try {
      const mxc = await client.createMedia({ user: as });
      await failpoint('media:created');
      return await addMedia(db, { account, sha256, size, mxc });
    } catch (error) {
      // Synapse: five ids of a user may wait to be filled, for a day; whoever has more is told to come back tomorrow.
      if (!isMatrixError(error, 'M_UNRECOGNIZED') && !isMatrixError(error, 'M_LIMIT_EXCEEDED')) throw error;
    }
    const mxc = await client.upload(file.open(), file, { user: as });
    await addMedia(db, { account, sha256, size, mxc });
    await markUploaded(db, account, sha256, mxc);
    return { mxc, uploaded: true };
  }

  async #limit(): Promise<number | null> {
    try {
      return await this.#deps.client.uploadLimit();
    } catch (error) {
      // Before spec v1.11 it stood elsewhere; the upload itself tells it then.
      if (error instanceof MatrixError && error.status === 404) return null;
      throw error;
    }
  }
}

/** As the homeserver would answer, before an id is made that would never be filled. */
function tooLarge(): MatrixError {
  return new MatrixError({ status: 413, errcode: 'M_TOO_LARGE', text: '', retryAfterMs: null, request: 'upload' });
}

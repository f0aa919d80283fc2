/** The pictures of ghosts on the homeserver: each painted and uploaded once, and remembered by what it shows. */
import { Readable } from 'node:stream';
import type { AvatarFacts } from '../bridge/room/avatar.ts';
import type { MxcUri } from '../bridge/types.ts';
import { findAvatar, saveAvatar } from '../db/room-tables/avatars.ts';
import type { Database } from '../db/pool.ts';
import type { Log } from '../base/log.ts';
import type { AvatarPainter } from '../avatars/painter.ts';
import type { MatrixClient } from './client.ts';

export interface AvatarsDeps {
  readonly client: MatrixClient;
  readonly db: Database;
  readonly log: Log;
  /** Called at the first picture; null from it where nothing can be painted here. */
  readonly painter: () => Promise<AvatarPainter | null>;
}

/** A picture is an ornament: where one cannot be made or uploaded, there is none, and nothing waits for it. */
export class Avatars {
  readonly #deps: AvatarsDeps;
  readonly #known = new Map<string, Promise<MxcUri | null>>();
  #painter: Promise<AvatarPainter | null> | null = null;

  constructor(deps: AvatarsDeps) {
    this.#deps = deps;
  }

  /** The picture's address on the homeserver; null where there is none (yet). Never throws. */
  of(avatar: AvatarFacts): Promise<MxcUri | null> {
    const key = `${avatar.of} ${avatar.colour} ${avatar.initials}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key, avatar).catch((error: unknown) => {
      this.#known.delete(key);
      this.#deps.log.warn('a picture could not be made', { error });
      return null;
    });
    this.#known.set(key, made);
    return made;
  }

  /** Ends what paints; pictures that are asked for from then on are none. */
  async close(): Promise<void> {
    const painting = this.#painter;
    this.#painter = Promise.resolve(null);
    const painter = await painting?.catch(() => null);
    await painter?.close();
  }

  #start(): Promise<AvatarPainter | null> {
    const started = this.#deps.painter();
    // Tried again with the next picture.
    started.catch(() => {
      if (this.#painter === started) this.#painter = null;
    });
    return started;
  }

  async #make(key: string, avatar: AvatarFacts): Promise<MxcUri | null> {
    const { db, client } = this.#deps;
    const saved = await findAvatar(db, key);
    if (saved !== null) return saved;
    const painter = await (this.#painter ??= this.#start());
    if (painter === null) return null;
    const bytes = await painter.paint(avatar);
    const facts = { name: 'avatar.png', type: 'image/png', size: bytes.byteLength };
    const mxc = await client.upload(Readable.from([bytes]), facts);
    return saveAvatar(db, key, mxc);
  }
}

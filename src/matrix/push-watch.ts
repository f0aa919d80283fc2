/**
 * What a homeserver never pushes is found by reading rooms. It can lose what it had queued for us without a sign: a
 * short restart that nobody saw, or (tuwunel, continuwuity) one after a time in which we refused its pushes, of which
 * it keeps a few. So rooms are read back on a timer, the more often the less they are quiet, and at once where a push
 * was refused.
 *
 * What it costs: mostly one request a room; a room that has been quiet for ten days is read once a day; never more than
 * `ROOMS` in `TURN_MS` over all, two at a time.
 */
import { claimDueReads, hastenReads } from '../db/room-tables/room-reads.ts';
import type { RoomId } from '../bridge/types.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { readRooms } from './read-back.ts';
import type { ReadBackDeps } from './read-back.ts';

export interface PushWatchDeps extends ReadBackDeps {
  /** A room in which something was said lately is read this often, milliseconds. Asked anew at each turn. */
  readonly everyMs: number;
  /** Whether the bot can act and the reading back of all rooms is over. */
  readonly isReady: () => boolean;
}

/** Milliseconds between two turns. */
const TURN_MS = 10_000;
/** Rooms in a turn: five a second, beside whatever else the homeserver does. */
const ROOMS = 50;
const AT_ONCE = 2;
/** Rooms of refused pushes that are remembered; where there are more, all that are in use are read. */
const REFUSED_MOST = 1_000;

export class PushWatch {
  readonly #deps: PushWatchDeps;
  readonly #ticker: Ticker;
  /** Rooms of which a push was refused since the last turn. */
  readonly #refused = new Set<RoomId>();
  /** Whether a push was refused since one was taken. */
  #refusing = false;
  /** Whether all rooms in use are to be read. */
  #all = false;

  constructor(deps: PushWatchDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: TURN_MS,
      turn: () => this.turn(),
      onError: (error) => logTrouble(deps.log, 'rooms could not be read back', error),
    });
  }

  start(): void {
    void this.#ticker.start();
  }

  stop(): Promise<void> {
    return this.#ticker.stop();
  }

  /**
   * A push was answered with an error: some homeservers send it again only with the next event, or never. Its rooms
   * are read as soon as that is possible.
   */
  refused(rooms: readonly RoomId[]): void {
    this.#refusing = true;
    for (const room of rooms) {
      if (this.#refused.size >= REFUSED_MOST) this.#all = true;
      else this.#refused.add(room);
    }
  }

  /** A push was taken: what was lost while they were refused is lost by now, in whichever room. */
  taken(): void {
    if (this.#refusing) this.#all = true;
    this.#refusing = false;
  }

  /**
   * Reads what is due.
   *
   * @internal Called by its tests.
   */
  async turn(): Promise<void> {
    const { db, everyMs, keepMs, isReady } = this.#deps;
    if (!isReady()) return;
    await this.#hasten();
    const due = await claimDueReads(db, { everyMs, keepMs, most: ROOMS });
    if (due.length === 0) return;
    const { left, error } = await readRooms(this.#deps, due, AT_ONCE);
    if (left.length === 0) return;
    await hastenReads(
      db,
      left.map(({ room }) => room),
    );
    // A homeserver that is away is told elsewhere.
    if (error !== null) this.#deps.log.debug('rooms are read back later', { rooms: left.length, error });
  }

  /** What is remembered is forgotten only when it is written down. */
  async #hasten(): Promise<void> {
    const { db } = this.#deps;
    const rooms = [...this.#refused];
    if (rooms.length > 0) await hastenReads(db, rooms);
    for (const room of rooms) this.#refused.delete(room);
    if (!this.#all) return;
    this.#all = false;
    try {
      await hastenReads(db, 'recent');
    } catch (error) {
      this.#all = true;
      throw error;
    }
  }
}

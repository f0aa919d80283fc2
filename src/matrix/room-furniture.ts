/** What of its state a room lacks that is one of ours already, and how it comes there. */
import { isDeepStrictEqual } from 'node:util';
import type { RoomPlan } from '../bridge/room/room-state.ts';
import type { JsonObject, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { noteRefusedByServer } from '../db/room-tables/refusals.ts';
import type { RoomRow } from '../db/room-tables/rooms.ts';
import type { Log } from '../base/log.ts';
import type { MatrixClient, StateEvent } from './client.ts';
import { isForGood } from './failure.ts';
import { codeOf } from './invitations.ts';

type Piece = RoomPlan['state'][number];

/** State that a homeserver gives a room by itself (spec, createRoom, `preset`). */
const PRESETS: ReadonlySet<string> = new Set(['m.room.join_rules', 'm.room.history_visibility', 'm.room.guest_access']);

/** State of ours that Synapse does not copy when it upgrades a room. */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  'm.bridge',
  'uk.half-shot.bridge',
  'io.element.functional_members',
  'm.space.parent',
]);

/** What a room needs to be one of ours; everything else can be set later, piece by piece. */
export function bareRoom({ name: _name, topic: _topic, initial_state: _state, ...bare }: JsonObject): JsonObject {
  return bare;
}

/**
 * What a room that was made half lacks: what is not there, and what the homeserver put there by itself, without the
 * state that was asked for. What people have set stays.
 */
export function missingState(have: readonly StateEvent[], { state }: RoomPlan, bot: UserId): Piece[] {
  return state.filter((wanted) => {
    const found = have.find(({ type, key }) => type === wanted.type && key === wanted.key);
    if (found === undefined) return true;
    const isPreset = PRESETS.has(found.type) && found.sender === bot;
    return isPreset && !isDeepStrictEqual(found.content, wanted.content);
  });
}

/** What an upgrade did not bring along. */
export function stateLeftBehind(have: readonly StateEvent[], { state }: RoomPlan): Piece[] {
  const there = new Set(have.map(({ type, key }) => `${type}\0${key}`));
  return state.filter(({ type, key }) => LEFT_BEHIND.has(type) && !there.has(`${type}\0${key}`));
}

/** Sets state piece by piece, and remembers what the homeserver takes instead. */
export class Furnisher {
  /** Types of state whose second best was taken by the homeserver: asked for at once from then on. */
  readonly refused = new Set<string>();
  readonly #deps: { readonly client: MatrixClient; readonly db: Database; readonly log: Log };

  constructor(deps: { readonly client: MatrixClient; readonly db: Database; readonly log: Log }) {
    this.#deps = deps;
  }

  /**
   * Sets a piece of state, or what does instead. One that is refused for good is noted and passed over: neither the
   * rest of the room nor what is to be said in it waits for it.
   */
  async put({ room, account }: RoomRow, { type, key, content, instead }: Piece): Promise<void> {
    const { client, db, log } = this.#deps;
    for (const wanted of instead === undefined ? [content] : [content, instead]) {
      try {
        await client.putState(room, type, key, wanted);
        if (wanted === instead) this.refused.add(type);
        return;
      } catch (error) {
        if (!isForGood(error)) throw error;
        const code = codeOf(error);
        log.warn('room: a piece of its state is refused', { room, account, type, error: code });
        await noteRefusedByServer(db, { account, kind: 'state', subject: type, code });
      }
    }
  }
}

/**
 * The rooms of an import: a space for its source, and rooms in it. While they are filled nobody can come in, so that
 * nobody's client counts anything; then who is in the account's space may, and nobody but the bot speaks there.
 */
import { words } from '../../words/words.ts';
import type { Account } from '../account/account.ts';
import { membersOf, plainName, spaceRoom, threadRoom } from '../room/room-state.ts';
import type { RoomPlan, RoomSetting, StatePiece } from '../room/room-state.ts';
import type { Json, JsonObject, RoomId, ThreadId } from '../types.ts';
import type { Person } from '../../mail/types.ts';

/** Power that nobody has but the bot. */
const BOT_ALONE = 100;

/** The space of an import. */
export function importSpace(
  account: Account,
  { name, space }: { readonly name: string; readonly space: RoomId },
  setting: RoomSetting,
): RoomPlan {
  const plan = spaceRoom(account, setting);
  const shown = words(account.language)('room-import-space', { name: plainName(name, account.address) });
  const parent = { via: [setting.codec.domain], canonical: true };
  return {
    ...withPieces(plan, [
      membersOf(space),
      { type: 'm.space.parent', key: space, content: parent },
      { type: 'm.room.name', key: '', content: { name: shown } },
    ]),
    invite: [],
  };
}

/** A room while it is filled. `within` is the import's space. */
export function importRoom(
  account: Account,
  facts: {
    readonly thread: ThreadId;
    readonly name: string;
    readonly people: readonly Person[];
    readonly within: RoomId;
  },
  setting: RoomSetting,
): RoomPlan {
  const { thread, name, people, within } = facts;
  const plan = threadRoom({ account, thread, subject: name, people, space: within, invite: [] }, setting);
  return {
    ...withPieces(plan, [{ type: 'm.room.join_rules', key: '', content: { join_rule: 'invite' } }]),
    invite: [],
  };
}

/** What a room has once it is filled, beside its power levels. @param space the account's */
export function filledState(space: RoomId): readonly StatePiece[] {
  return [membersOf(space)];
}

/** The power levels of a room in which nobody but the bot speaks, or everybody does, of those that it has. */
export function speakingLevels(levels: JsonObject, who: 'bot' | 'everybody'): JsonObject {
  return { ...levels, events_default: who === 'bot' ? BOT_ALONE : 0 };
}

/** Which files are not brought in. */
export const SMALL_FILE = 1024 * 1024;

/** Where an imported room stands in its space: oldest first. Printable ASCII (spec, "m.space.child"). */
export function importOrder(firstAt: Date | null): string {
  return firstAt === null ? 'z' : String(Math.max(0, Math.floor(firstAt.getTime() / 1000))).padStart(12, '0');
}

/** The same plan with these pieces of state in place of those that it has. */
function withPieces(plan: RoomPlan, pieces: readonly StatePiece[]): RoomPlan {
  const isReplaced = (type: Json | undefined, key: Json | undefined): boolean =>
    pieces.some((piece) => piece.type === type && piece.key === key);
  const initial = (plan.create['initial_state'] ?? []) as readonly JsonObject[];
  const name = pieces.find(({ type }) => type === 'm.room.name')?.content['name'];
  const others = pieces.filter(({ type }) => type !== 'm.room.name');
  return {
    ...plan,
    create: {
      ...plan.create,
      ...(name === undefined ? {} : { name }),
      initial_state: [
        ...initial.filter((one) => !isReplaced(one['type'], one['state_key'])),
        ...others.map(({ type, key, content }) => ({ type, state_key: key, content })),
      ],
    },
    state: [...plan.state.filter(({ type, key }) => !isReplaced(type, key)), ...pieces],
  };
}

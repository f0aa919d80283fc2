import { NO_PREVIEWS } from '../bridge/to-matrix/link-previews.ts';
import { findGhost } from '../db/room-tables/rooms.ts';
import type { RoomId, UserId } from '../bridge/types.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import type { Address } from '../mail/types.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { Ghosts, ActingUser } from '../matrix/ghosts.ts';
import { joinRoom } from '../matrix/join.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { ThreadRooms } from '../rooms/thread-rooms.ts';

export interface MemberActDeps extends JobDeps {
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly matrixGhosts: Ghosts;
  readonly threadRooms: ThreadRooms;
  readonly failure: ReadFailure;
  readonly failpoint: (name: string) => void;
}

/** A user of ours who can act. */
export async function actingUser(
  deps: Pick<MemberActDeps, 'db' | 'ghosts' | 'matrixGhosts'>,
  user: UserId,
): Promise<ActingUser> {
  if (user === deps.ghosts.bot) return deps.matrixGhosts.bot();
  const address: Address | null = deps.ghosts.address(user) ?? (await findGhost(deps.db, user))?.address ?? null;
  return deps.matrixGhosts.ensure(user, address);
}

/**
 * Says something in a room that is not ours: joined, with a transaction id of its own, so that a repetition is the same
 * event.
 *
 * @param version of the key, as the row of the act names it
 */
export async function sayOutside(
  deps: Pick<MemberActDeps, 'client' | 'ids'>,
  room: RoomId,
  speaker: ActingUser,
  { purpose, version, body }: { readonly purpose: string; readonly version: number; readonly body: string },
): Promise<void> {
  await joinRoom(deps.client, room, speaker);
  const send = deps.ids.send(room, purpose, version);
  const content = { msgtype: 'm.notice', body, 'm.mentions': {}, ...NO_PREVIEWS };
  await deps.client.send(room, 'm.room.message', deps.ids.txn(send, speaker.user, version), content, speaker);
}

/** Joining a room, where some homeservers hide a refusal in an error of their own. */
import type { JsonObject, RoomId } from '../bridge/types.ts';
import type { Actor, MatrixClient } from './client.ts';
import { isAnswer, MatrixError } from './errors.ts';

/**
 * Joins; joining twice is joining once. Dendrite answers a join that the room's rules refuse with `500 {"Err":""}`, as
 * it does whatever else fails in it. So where an error without a word of Matrix comes and the same homeserver can say a
 * moment later that the actor is not in the room, it was a refusal.
 *
 * @throws MatrixError 403 where it was refused, whatever the homeserver called it; else as `MatrixClient.join`
 */
export async function joinRoom(
  client: Pick<MatrixClient, 'join' | 'getState' | 'whoami'>,
  room: RoomId,
  actor: Actor = {},
): Promise<void> {
  try {
    await client.join(room, actor);
  } catch (error) {
    const isHidden = error instanceof MatrixError && error.status === 500 && error.errcode === '';
    if (!isHidden) throw error;
    switch (await membershipOf(client, room, actor)) {
      case 'join':
        return;
      case 'out': {
        const { text, message: request } = error;
        throw new MatrixError({ status: 403, errcode: 'M_FORBIDDEN', text, retryAfterMs: null, request });
      }
      case 'unknown':
        throw error;
    }
  }
}

/** What the homeserver says of the actor in this room; unknown where it can say nothing now. */
async function membershipOf(
  client: Pick<MatrixClient, 'getState' | 'whoami'>,
  room: RoomId,
  actor: Actor,
): Promise<'join' | 'out' | 'unknown'> {
  try {
    const user = actor.user ?? (await client.whoami());
    const member: JsonObject | null = await client.getState(room, 'm.room.member', user, actor);
    return member?.['membership'] === 'join' ? 'join' : 'out';
  } catch (error) {
    return isAnswer(error) && error.status < 500 && ![401, 408, 429].includes(error.status) ? 'out' : 'unknown';
  }
}

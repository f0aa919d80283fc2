/** Whether something that was sent stands in its room: where nothing else can tell any more whether it arrived. */
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, RoomId, UserId } from '../bridge/types.ts';
import type { MatrixClient } from '../matrix/client.ts';

/** How many of the newest events of a room are searched for our key. */
const SEARCHED = 500;

/**
 * The event of a send, by its key in the content and its sender. Of somebody who is none of ours the oldest counts:
 * they may copy what was said as them, and what was said is there before its copy.
 */
export async function findInRoom(
  deps: { readonly client: Pick<MatrixClient, 'messages'>; readonly ghosts: GhostCodec },
  room: RoomId,
  { send, sender }: { readonly send: string; readonly sender: UserId },
): Promise<EventId | null> {
  const isOwn = deps.ghosts.isOwn(sender);
  let [from, found]: [string | undefined, EventId | null] = [undefined, null];
  for (let seen = 0; seen < SEARCHED;) {
    const page = await deps.client.messages(room, { limit: 100, ...(from === undefined ? {} : { from }) });
    for (const event of page.events) {
      if (event['sender'] !== sender || deps.ghosts.echoOf(event['content']) !== send) continue;
      if (typeof event['event_id'] !== 'string') continue;
      found = event['event_id'] as EventId;
      if (isOwn) return found;
    }
    seen += page.events.length;
    if (page.end === null || page.events.length === 0) break;
    from = page.end;
  }
  return found;
}

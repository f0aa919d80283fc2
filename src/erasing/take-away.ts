/**
 * Takes one thing from the homeserver: an event with its edits and files, a file, all that somebody said in a room, the
 * name and picture of a ghost. The same again changes nothing.
 */
import { createHash } from 'node:crypto';
import type { GhostCodec } from '../bridge/ids.ts';
import type { EventId, JsonObject, MxcUri, RoomId, TxnId, UserId } from '../bridge/types.ts';
import type { Database } from '../db/pool.ts';
import { isUsedElsewhere } from '../db/retention-tables/media-used.ts';
import { addRemovals, noteReadTo, roomsLike, settleRemoval, type Removal } from '../db/retention-tables/removals.ts';
import { MatrixError } from '../matrix/errors.ts';
import { failureOf } from '../matrix/failure.ts';
import type { MatrixClient } from '../matrix/client.ts';

export interface TakeAwayDeps {
  readonly db: Database;
  readonly client: MatrixClient;
  readonly codec: GhostCodec;
  readonly failpoint: (name: string) => void;
}

/** Events of a page of a room. */
const PAGE = 100;

/**
 * Takes it away, and writes down that it is gone or that the homeserver refuses. Throws whatever may pass another time.
 */
export async function takeAway(deps: TakeAwayDeps, removal: Removal): Promise<void> {
  try {
    const refused = await taken(deps, removal);
    deps.failpoint('erase:taken');
    await settleRemoval(deps.db, removal.removal, refused === null ? 'done' : 'refused', refused);
  } catch (error) {
    if (!(error instanceof MatrixError)) throw error;
    const { is } = failureOf(error, 'answered');
    if (is !== 'request' && is !== 'person') throw error;
    await settleRemoval(deps.db, removal.removal, 'refused', `${error.status} ${error.errcode}`.trim());
  }
}

/** Why not; null where it is gone. */
async function taken(deps: TakeAwayDeps, removal: Removal): Promise<string | null> {
  const { client, codec } = deps;
  switch (removal.kind) {
    case 'event':
      return redactEvent(deps, removal, removal.room, removal.subject);
    case 'media':
      return deleteMedia(client, removal.subject);
    case 'room':
      return askRoom(deps, removal);
    case 'ghost':
      await client.setDisplayName(removal.subject, '');
      await client.setAvatar(removal.subject, '' as MxcUri);
      return codec.isGhost(removal.subject) ? null : 'no ghost';
  }
}

/** In whichever room of its conversation it stands; with what edits it, and the files that stand in it. */
async function redactEvent(deps: TakeAwayDeps, removal: Removal, room: RoomId, event: EventId): Promise<string | null> {
  const { client, db } = deps;
  for (const one of await roomsLike(db, room)) {
    const found = await client.event(one, event);
    if (found === null) continue;
    const edits = (await client.related(one, event)).filter(
      ({ type, content }) => type === 'm.room.message' && isEdit(content),
    );
    for (const { event_id: edit, content } of edits) {
      if (typeof edit !== 'string') continue;
      await askFiles(deps, removal, content);
      await client.redact(one, edit as EventId, txnOf(edit));
    }
    await askFiles(deps, removal, found['content']);
    deps.failpoint('erase:before-redaction');
    await client.redact(one, event, txnOf(event));
    return null;
  }
  return 'it is in none of the rooms of its conversation';
}

/** The files of an erased mail go with it, where nothing else has them on. */
async function askFiles(deps: TakeAwayDeps, { account, erasure }: Removal, content: unknown): Promise<void> {
  if (erasure === null) return;
  for (const mxc of filesIn(content)) {
    if (await isUsedElsewhere(deps.db, account, mxc)) continue;
    await addRemovals(deps.db, { account, erasure }, [{ kind: 'media', subject: mxc }]);
  }
}

/** Every address of a file that a content of Matrix has. */
function filesIn(content: unknown): MxcUri[] {
  const found: MxcUri[] = [];
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && /^mxc:\/\/[^/]+\/[^/?#]+$/.test(value)) found.push(value as MxcUri);
    if (typeof value !== 'object' || value === null || depth > 8) return;
    for (const inner of Object.values(value)) look(inner, depth + 1);
  };
  look(content, 0);
  return [...new Set(found)];
}

/** There is no standard way (client-server API 1.16); Synapse has one for its admins. */
async function deleteMedia(client: MatrixClient, mxc: MxcUri): Promise<string | null> {
  try {
    await client.deleteMedia(mxc);
    return null;
  } catch (error) {
    if (!(error instanceof MatrixError)) throw error;
    if (error.status === 404 && error.errcode === 'M_NOT_FOUND') return null;
    if (error.status === 403 || error.status === 401) return 'the bot is no admin of the homeserver';
    if ([400, 404, 405].includes(error.status)) return 'the homeserver has no way to delete files';
    throw error;
  }
}

/** Asks for every event of a room that it is about, page by page, the newest first. */
async function askRoom(deps: TakeAwayDeps, removal: Removal & { readonly kind: 'room' }): Promise<string | null> {
  const { client, db, codec } = deps;
  const isGhost = (user: string): boolean => codec.isGhost(user);
  for (let from = removal.readTo; ;) {
    const page = await client.messages(removal.subject, { limit: PAGE, ...(from === null ? {} : { from }) });
    const events = page.events.filter((event) => isMeant(event, removal.whom, isGhost));
    await addRemovals(
      db,
      removal,
      events.flatMap(({ event_id: event }) =>
        typeof event === 'string' ? [{ kind: 'event' as const, subject: event, room: removal.subject }] : [],
      ),
    );
    if (page.end === null || page.events.length === 0) return null;
    from = page.end;
    await noteReadTo(db, removal.removal, from);
    deps.failpoint('erase:page');
  }
}

/** State without which a room is none, or that says nothing of a mail. */
const STAYS = new Set([
  'm.room.create',
  'm.room.power_levels',
  'm.room.join_rules',
  'm.room.history_visibility',
  'm.room.guest_access',
  'm.room.encryption',
  'm.room.tombstone',
  'm.room.redaction',
  'm.room.canonical_alias',
  'm.space.parent',
  'm.space.child',
]);

/** Whether an event of a room is to go: nothing of what is gone, and of memberships the ghosts' alone. */
function isMeant(
  { type, sender, state_key: key, content, event_id: id }: JsonObject,
  whom: UserId | null,
  isGhost: (user: string) => boolean,
): boolean {
  if (typeof type !== 'string' || typeof id !== 'string' || STAYS.has(type)) return false;
  if (typeof content !== 'object' || content === null || Object.keys(content).length === 0) return false;
  if (whom !== null) return sender === whom || key === whom;
  return type !== 'm.room.member' || (typeof key === 'string' && isGhost(key));
}

function isEdit(content: unknown): boolean {
  if (typeof content !== 'object' || content === null || !('m.relates_to' in content)) return false;
  const relation = content['m.relates_to'];
  return (
    typeof relation === 'object' && relation !== null && 'rel_type' in relation && relation.rel_type === 'm.replace'
  );
}

/** The same for the same event, whoever asks: a repeated request is the first one. */
function txnOf(event: string): TxnId {
  return `erase-${createHash('sha256').update(event).digest('hex').slice(0, 32)}` as TxnId;
}

/** Links into rooms and to events (spec, "matrix.to navigation"). */
import type { EventId, RoomId } from './types.ts';

/** To a room by its alias, which holds also where the room is not made yet. */
export function aliasLink(localpart: string, domain: string): string {
  return `https://matrix.to/#/${encodeURIComponent(`#${localpart}:${domain}`)}`;
}

/** To an event; the domain says where a client can find the room. */
export function eventLink(room: RoomId, event: EventId, domain: string): string {
  return `https://matrix.to/#/${encodeURIComponent(room)}/${encodeURIComponent(event)}?via=${encodeURIComponent(domain)}`;
}

/** To a room by its id; the domain says where a client can find it. */
export function roomLink(room: RoomId, domain: string): string {
  return `https://matrix.to/#/${encodeURIComponent(room)}?via=${encodeURIComponent(domain)}`;
}

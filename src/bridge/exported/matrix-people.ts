/**
 * People and rooms of Matrix as people of a mail. `@ada:example.org` would be a real address with another sign in the
 * middle, so that every address that is made here ends in `.invalid`, which nobody can register (RFC 2606 section 2):
 * what is written to one goes nowhere.
 */
import { createHash } from 'node:crypto';
import type { Address, MessageId, Person } from '../../mail/types.ts';
import type { EventId, RoomId } from '../types.ts';

const PEOPLE = 'matrix.invalid';
const ROOMS = 'room.matrix.invalid';
const EVENTS = 'event.matrix.invalid';
/** Longest name before the id, code points: the id is never what is cut off. */
const NAME_MAX = 60;
/** Longest id that is shown whole, code points. */
const ID_MAX = 255;
/** A local part that needs no quotes (RFC 5322 section 3.2.3, dot-atom), of characters that a Matrix id may have. */
const LOCAL = /^[a-z0-9_=+/-]+(?:\.[a-z0-9_=+/-]+)*$/;
/** RFC 5321 section 4.5.3.1.1. */
const LOCAL_MAX = 64;
const SERVER = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const SERVER_MAX = 200;

/**
 * A Matrix user as a person of a mail: the name that they gave themselves with their id behind it, which is not theirs
 * to choose.
 */
export function matrixPerson(user: string, name: string | null): Person {
  return { name: named(name, user), address: userAddress(user) };
}

/** The room of a conversation, as who a message inside it is to. */
export function matrixRoom(room: RoomId, name: string): Person {
  return { name: named(name, room), address: `${shortHash(room)}@${ROOMS}` as Address };
}

/** The Message-ID of an event that was never a mail: the same each time, and nobody else's. */
export function eventMessageId(room: RoomId, event: EventId): MessageId {
  return `<${shortHash(`${room}\n${event}`)}@${EVENTS}>` as MessageId;
}

function userAddress(user: string): Address {
  const colon = user.indexOf(':');
  const [local, server] = [user.slice(1, colon), user.slice(colon + 1)];
  const isPlain =
    user.startsWith('@') &&
    colon > 0 &&
    local.length <= LOCAL_MAX &&
    LOCAL.test(local) &&
    server.length <= SERVER_MAX &&
    SERVER.test(server);
  return (isPlain ? `${local}@${server}.${PEOPLE}` : `${shortHash(user)}@${PEOPLE}`) as Address;
}

/** Names are anybody's: without what ends a line, turns its direction, or looks like an address of its own. */
function named(name: string | null, id: string): string {
  const shown = plain(name ?? '', NAME_MAX)
    .replace(/[<>"@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const whole = plain(id, ID_MAX);
  return shown === '' ? whole : `${shown} (${whole})`;
}

function plain(text: string, max: number): string {
  const clean = text
    .slice(0, 4 * max)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim();
  const letters = Array.from(clean);
  return letters.length <= max ? clean : `${letters.slice(0, max - 1).join('')}…`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

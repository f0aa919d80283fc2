/** The mails of conversations: their bytes where they are kept, else composed of their events. */
import type { ManifestAbout } from '../archive/manifest.ts';
import { composedMail } from '../bridge/exported/composed-mail.ts';
import type { ComposedHead, ComposedPart } from '../bridge/exported/composed-mail.ts';
import { isRedacted, readRoomLine } from '../bridge/exported/room-line.ts';
import { placeFiles } from '../bridge/to-matrix/files.ts';
import type { EventId, JsonObject } from '../bridge/types.ts';
import { isKnownRedacted, saidParts, shownParts } from '../db/archive-tables/exported-events.ts';
import type { ExportedPart } from '../db/archive-tables/exported-events.ts';
import { readChunks } from '../db/intake-tables/inbox.ts';
import { exportedMessages, holdStill } from '../db/mail-tables/exported-messages.ts';
import type { ExportedMessage } from '../db/mail-tables/exported-messages.ts';
import { readMailBytes } from '../db/mail-tables/outgoing-delivery.ts';
import { findMedia } from '../db/room-tables/rooms.ts';
import { originalOf } from '../handling/mail-source.ts';
import { addressKey } from '../mail/address.ts';
import type { Person } from '../mail/types.ts';
import { writeComposed } from './composing.ts';
import { isInTime } from './export-ground.ts';
import type { ExportGround, Selection } from './export-ground.ts';
import type { ToldEvents } from './mail-json.ts';
import type { RoomSource } from './room-source.ts';

/** Messages that are looked up at once. */
const PAGE = 200;

/** In the order in which they came. */
export async function exportLiving(ground: ExportGround): Promise<void> {
  const { db, selection } = ground;
  for (let after = -1; ;) {
    const page = await exportedMessages(db, selection, after, PAGE);
    for (const message of page) {
      ground.step();
      if (isMeant(message, selection)) await exportOne(ground, message);
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

function isMeant(message: ExportedMessage, selection: Selection): boolean {
  const { from, to, cc } = message.facts;
  if (!isInTime(selection, dateOf(message))) return false;
  if (selection.person === null) return true;
  const key = addressKey(selection.person);
  return [...from, ...to, ...cc].some(({ address }) => addressKey(address) === key);
}

function dateOf({ facts, at }: ExportedMessage): Date {
  const date = facts.date === null ? at : new Date(facts.date);
  return Number.isNaN(date.getTime()) ? at : date;
}

async function exportOne(ground: ExportGround, message: ExportedMessage): Promise<void> {
  const { db, into, openRooms } = ground;
  const about: ManifestAbout = {
    ...{ kind: 'mail', message_id: message.messageId, date: message.facts.date, direction: message.direction },
    ...{ account: message.account, thread: message.thread, room: message.room },
    ...{ event: null, imported: null, set_aside: null },
  };
  if (message.standing !== 'said') {
    await into.name(about, message.standing === 'waiting' ? 'waits' : 'was stopped', null);
    return;
  }
  const matrix = into.tellsEvents ? await toldEvents(ground, message) : null;
  // Only that long: a transaction over all mails would keep the database from tidying up.
  const gone = await db.transaction(async (tx) => {
    await holdStill(tx);
    const original = await originalOf(tx, message);
    if (!original.kept) return original;
    const { source } = original;
    const bytes = source.kind === 'raw' ? readChunks(tx, source.mail) : readMailBytes(tx, source.outgoing);
    await into.add(about, {
      at: dateOf(message),
      bytes: bytes as AsyncIterable<Uint8Array>,
      composed: null,
      matrix,
    });
    return null;
  });
  if (gone === null) return;
  if (openRooms === null || message.facts.decision === 'oversize') {
    const isWhole = message.facts.decision !== 'oversize';
    await into.name(about, isWhole ? 'bytes are not kept any more' : 'not whole', gone.sha256);
    return;
  }
  await composeOne({ ...ground, rooms: await openRooms() }, about, message, gone.sha256, matrix);
}

async function composeOne(
  ground: ExportGround & { readonly rooms: RoomSource },
  about: ManifestAbout,
  message: ExportedMessage,
  sha256: string | null,
  matrix: ToldEvents | null,
): Promise<void> {
  const stored = await partsOf(ground, message);
  const read: { readonly part: ComposedPart; readonly of: 'room' | 'database'; readonly sender: Person | null }[] = [];
  for (const each of stored) {
    const part = await readPart(ground, message, each);
    if (part !== null) read.push(part);
  }
  if (read.length === 0) {
    await ground.into.name(about, 'nothing of it is left', sha256);
    return;
  }
  const { facts, messageId } = message;
  const head: ComposedHead = {
    ...{ messageId, date: dateOf(message), to: facts.to, cc: facts.cc, subject: facts.subject },
    from: facts.from[0] ?? read[0]?.sender ?? null,
    inReplyTo: facts.inReplyTo[0] ?? null,
    references: facts.references,
  };
  const parts = read.map(({ part }) => part);
  const of = read.every((one) => one.of === 'room') ? 'room' : 'database';
  const redacted = parts.filter(({ is }) => is === 'redacted').length;
  await writeComposed(ground, about, {
    ...{ of, redacted, matrix },
    draft: (missing) => composedMail(head, parts, of, missing),
  });
}

/** What it became, or what it was made of. */
function partsOf({ db }: Pick<ExportGround, 'db'>, message: ExportedMessage): Promise<ExportedPart[]> {
  return message.direction === 'out' ? saidParts(db, message.message) : shownParts(db, message.message);
}

/**
 * An event as its room has it; where the room does not say, as the database has it, unless somebody is known to have
 * taken its words away. Null where neither has it.
 */
async function readPart(
  { db, rooms }: ExportGround & { readonly rooms: RoomSource },
  { direction, account }: ExportedMessage,
  stored: ExportedPart,
): Promise<{ part: ComposedPart; of: 'room' | 'database'; sender: Person | null } | null> {
  const is = direction === 'out' ? 'said' : 'shown';
  for (const room of stored.rooms) {
    const event = await rooms.event(room, stored.event);
    if (event === null) continue;
    const line = readRoomLine(event);
    const address = line === null || line.is === 'name' ? null : rooms.codec.address(line.sender);
    const sender = address === null ? null : { name: '', address };
    if (isRedacted(event)) return { part: { is: 'redacted' }, of: 'room', sender };
    // What left is what it said then: a later edit is no part of the mail.
    const content = (direction === 'out' ? stored.content : null) ?? (line?.is === 'message' ? line.content : null);
    if (content !== null) return { part: { is, content }, of: 'room', sender };
  }
  for (const room of stored.rooms) {
    if (await isKnownRedacted(db, room, stored.event))
      return { part: { is: 'redacted' }, of: 'database', sender: null };
  }
  if (stored.content === null) return null;
  const placed = new Map<string, string | null>();
  for (const { placeholder, sha256 } of stored.files) {
    placed.set(placeholder, (await findMedia(db, account, sha256))?.mxc ?? null);
  }
  const content: JsonObject = placeFiles(stored.content, placed);
  return { part: { is, content }, of: 'database', sender: null };
}

async function toldEvents({ db }: ExportGround, message: ExportedMessage): Promise<ToldEvents | null> {
  const parts = await partsOf({ db }, message);
  if (message.room === null || parts.length === 0) return null;
  return { room: message.room, events: parts.map(({ event }): EventId => event), internal: null };
}

/** What was said in the rooms of conversations and never mailed. It is read from the rooms, as they have it now. */
import type { ManifestAbout } from '../archive/manifest.ts';
import { internalMail, internalReaction } from '../bridge/exported/internal-message.ts';
import type { Form, InternalPlace, RoomReaction } from '../bridge/exported/internal-message.ts';
import { eventMessageId } from '../bridge/exported/matrix-people.ts';
import { readRoomLine } from '../bridge/exported/room-line.ts';
import type { MessageLine } from '../bridge/exported/room-line.ts';
import type { EventId } from '../bridge/types.ts';
import { exportedRooms, mailsOfEvents, rootMail } from '../db/archive-tables/exported-events.ts';
import type { ExportedRoom } from '../db/archive-tables/exported-events.ts';
import type { MessageId } from '../mail/types.ts';
import { writeComposed } from './composing.ts';
import { isInTime } from './export-ground.ts';
import type { ExportGround } from './export-ground.ts';
import type { InternalTold } from './mail-json.ts';
import type { RoomHistory } from './room-history.ts';
import type { RoomSource } from './room-source.ts';

/** Rooms, and events of a room, that are looked up at once. */
const PAGE = 100;

/** Room by room, and in each the oldest first. */
export async function exportInternal(ground: ExportGround): Promise<void> {
  const { db, selection, openRooms } = ground;
  if (openRooms === null) return;
  for (let after: ExportedRoom | null = null; ;) {
    const page: ExportedRoom[] = await exportedRooms(db, selection, after, PAGE);
    for (const room of page) {
      ground.step();
      await exportRoom({ ...ground, rooms: await openRooms() }, room);
    }
    after = page.at(-1) ?? null;
    if (after === null) return;
  }
}

async function exportRoom(ground: ExportGround & { readonly rooms: RoomSource }, room: ExportedRoom): Promise<void> {
  const history = await ground.rooms.history(room.room);
  if (history === null) {
    await ground.into.name(aboutOf(room, null, null, null), 'its room cannot be read', null);
    return;
  }
  try {
    await new InternalRoom(ground, room, history, await rootMail(ground.db, room.thread)).write();
  } finally {
    await history.close();
  }
}

function aboutOf(
  { account, thread, room }: ExportedRoom,
  id: MessageId | null,
  event: EventId | null,
  at: Date | null,
): ManifestAbout {
  return {
    ...{ kind: 'internal', message_id: id, date: at?.toISOString() ?? null, direction: null },
    ...{ account, thread, room, event, imported: null, set_aside: null },
  };
}

class InternalRoom {
  readonly #ground: ExportGround & { readonly rooms: RoomSource };
  readonly #room: ExportedRoom;
  readonly #history: RoomHistory;
  readonly #place: InternalPlace;

  constructor(
    ground: ExportGround & { readonly rooms: RoomSource },
    room: ExportedRoom,
    history: RoomHistory,
    root: MessageId | null,
  ) {
    this.#ground = ground;
    this.#room = room;
    this.#history = history;
    this.#place = { room: room.room, subject: room.subject, root, nameOf: (user) => history.nameOf(user) };
  }

  async write(): Promise<void> {
    for (const events of pagesOf(this.#history.said())) {
      const mails = await this.#mails(events);
      for (const event of events) {
        const line = await this.#line(event);
        if (line !== null && !mails.has(event)) await this.#message(line);
      }
    }
    // What somebody did to a mail: nothing above tells it.
    for (const events of pagesOf([...this.#history.withSomethingAbout()].reverse())) {
      for (const [event, { messageId, since }] of await this.#mails(events)) {
        if (messageId !== null) await this.#aboutMail(event, messageId, since);
      }
    }
  }

  #mails(events: readonly EventId[]) {
    return mailsOfEvents(this.#ground.db, this.#room.thread, events);
  }

  async #line(event: EventId): Promise<MessageLine | null> {
    const found = await this.#history.event(event);
    const line = found === null ? null : readRoomLine(found);
    return line?.is === 'message' ? line : null;
  }

  async #message(line: MessageLine): Promise<void> {
    if (!isInTime(this.#ground.selection, line.at)) return;
    this.#ground.step();
    const { edits, reactions } = await this.#told(line.event, line.redacted === null ? line.sender : null);
    const answers = line.repliesTo === null ? null : await this.#idOf(line.repliesTo);
    const told: InternalTold = {
      ...{ sender: line.sender, at: line.at.toISOString(), redacted: line.redacted !== null },
      edits: edits.map(({ event, at, content }) => ({ event, at: at.toISOString(), content })),
      reactions: reactions.map(({ event, sender, at, key }) => ({ event, sender, at: at.toISOString(), key })),
    };
    const { room } = this.#place;
    const about = aboutOf(this.#room, eventMessageId(room, line.event), line.event, line.at);
    await writeComposed(this.#ground, about, {
      ...{ of: 'room', redacted: line.redacted === null ? 0 : 1 },
      matrix: { room, events: [line.event], internal: told },
      draft: (missing) => internalMail({ line, edits, reactions, answers }, this.#place, missing),
    });
  }

  /** Reactions to a mail, and edits of what had left. @param since when it had its bytes */
  async #aboutMail(event: EventId, id: MessageId, since: Date | null): Promise<void> {
    const line = await this.#line(event);
    const isOurs = line === null || this.#ground.rooms.codec.isOwn(line.sender);
    const { edits, reactions } = await this.#told(event, isOurs || line.redacted !== null ? null : line.sender);
    // A reaction by mail that stands as a member's own is a mail, and is taken out as one.
    const mailed = await this.#mails(reactions.map((reaction) => reaction.event));
    for (const reaction of reactions.filter(({ event: one }) => !mailed.has(one))) {
      if (isInTime(this.#ground.selection, reaction.at)) await this.#reaction(reaction, id);
    }
    const late = edits.filter(({ at }) => since === null || at > since);
    for (const { event: edit, at, content } of late) {
      if (line === null || !isInTime(this.#ground.selection, at)) continue;
      await this.#message({ ...line, event: edit, at, content, repliesTo: event });
    }
  }

  async #reaction(reaction: RoomReaction, answers: MessageId): Promise<void> {
    this.#ground.step();
    const { room } = this.#place;
    const { event, at, sender, key } = reaction;
    const about = aboutOf(this.#room, eventMessageId(room, event), event, at);
    const told = { event, sender, at: at.toISOString(), key };
    await writeComposed(this.#ground, about, {
      ...{ of: 'room', redacted: 0 },
      matrix: {
        room,
        events: [event],
        internal: { sender, at: told.at, redacted: false, edits: [], reactions: [told] },
      },
      draft: () => internalReaction(reaction, answers, this.#place),
    });
  }

  /** What became of an event. @param author whose edits count; null for nobody's */
  async #told(event: EventId, author: string | null): Promise<{ edits: Form[]; reactions: RoomReaction[] }> {
    const [edits, reactions]: [Form[], RoomReaction[]] = [[], []];
    for (const each of this.#history.about(event)) {
      const found = await this.#history.event(each);
      const line = found === null ? null : readRoomLine(found);
      if (line?.is === 'reaction') reactions.push(line);
      if (line?.is === 'edit' && line.sender === author) edits.push(line);
    }
    return { edits, reactions };
  }

  /** The Message-ID of what stands in an export for an event; null for nothing. */
  async #idOf(event: EventId): Promise<MessageId | null> {
    const mail = (await this.#mails([event])).get(event);
    if (mail !== undefined) return mail.messageId;
    const line = await this.#line(event);
    const isSaid = line !== null && !this.#ground.rooms.codec.isOwn(line.sender);
    return isSaid ? eventMessageId(this.#place.room, event) : null;
  }
}

function* pagesOf(events: readonly EventId[]): Generator<readonly EventId[]> {
  for (let at = 0; at < events.length; at += PAGE) yield events.slice(at, at + PAGE);
}

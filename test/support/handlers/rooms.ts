import type { EventId, Json, JsonObject, RoomId, UserId } from '../../../src/bridge/types.ts';
import { storeEvents } from '../../../src/db/intake-tables/events.ts';
import { findRoom } from '../../../src/db/room-tables/rooms.ts';
import { readFound } from '../../../src/matrix/read-back.ts';
import { eventIn } from '../../../src/said/event-in.ts';
import type { EventInDeps } from '../../../src/said/event-in.ts';
import type { HandlerCore } from './core.ts';
import { bot, failure } from './fixtures.ts';

/** A notice as people read it. */
export interface Heard {
  readonly room: string | null;
  readonly body: string;
  readonly content: JsonObject;
}

/** An event as the homeserver pushes it. */
export interface Pushed {
  readonly event_id: string;
  readonly room_id: string;
  readonly type: string;
  readonly sender: string;
  readonly state_key?: string | undefined;
}

/**
 * What people say and do in rooms, without a homeserver: events are stored and read as in the program, and what the bot
 * says about them is what it would send.
 */
export class Rooms {
  readonly deps: EventInDeps;
  /** Rooms that the bot went out of. */
  readonly left: RoomId[] = [];
  readonly #core: HandlerCore;

  constructor(core: HandlerCore, more: Partial<EventInDeps> = {}) {
    this.#core = core;
    this.deps = {
      ...core.deps(),
      identify: (room) => findRoom(core.db, room),
      powerOf: () => Promise.resolve(0),
      roomSays: () => Promise.resolve({ mayInvite: true, encrypted: false }),
      failure,
      membership: {
        join: () => Promise.resolve([bot]),
        leave: (room) => {
          this.left.push(room);
          return Promise.resolve();
        },
      },
      ...more,
    };
  }

  get ids() {
    return this.#core.ids;
  }

  get ghosts() {
    return this.#core.ghosts;
  }

  /** A room of an account; of a thread, with one mail from Bob that can be answered. */
  async room(account: string, kind: 'thread' | 'lobby' | 'inbox'): Promise<RoomId> {
    const { db } = this.#core;
    const room = `!${kind}-${account}-${String(++this.#core.count)}:matrix.test` as RoomId;
    const thread = kind === 'thread' ? `t${String(this.#core.count)}` : null;
    if (thread !== null) {
      await db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, $2, 'Lamps', 'new')`, [
        thread,
        account,
      ]);
      const facts = {
        from: [{ name: 'Bob', address: 'bob@outside.test' }],
        replyTo: [],
        to: [{ name: '', address: `${account}@mailroom.test` }],
        cc: [],
        subject: 'Lamps',
        inReplyTo: [],
        references: [],
        date: null,
        decision: 'new',
        sender: null,
      };
      await db.query(
        `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts)
         VALUES ($1, $2, $3, 'in', $4, 'x', 'x', $5)`,
        [`m${thread}`, account, thread, `<${thread}@outside.test>`, JSON.stringify(facts)],
      );
    }
    await db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation) VALUES ($1, $2, $3, $4, $1, 'active',
         $5)`,
      [room, account, kind, thread, thread === null ? this.#core.count : 0],
    );
    if (thread !== null) {
      await db.query(
        `INSERT INTO matrix_sends (send, account, thread, message, purpose, subject, sender, kind, type, content,
           state, event)
         VALUES ($1, $2, $3, $4, 'part', $4, '@mail_bob=40outside.test:matrix.test', 'event', 'm.room.message',
           '{"msgtype":"m.text","body":"Where are the lamps?"}', 'sent', $5)`,
        [`s${thread}`, account, thread, `m${thread}`, this.mailOf(room)],
      );
    }
    return room;
  }

  /** From now on the room is one that somebody made and called us into. */
  async madeBy(room: RoomId, by: UserId): Promise<RoomId> {
    await this.#core.db.query(
      `INSERT INTO started_rooms (room, by_user, account, state, since)
       SELECT room, $2, account, 'adopted', 0 FROM rooms WHERE room = $1`,
      [room, by],
    );
    return room;
  }

  /**
   * Stores an event and reads it as the program does; returns what the bot says about it, in order. `takenAt`: what its
   * homeserver says.
   */
  async event(
    room: RoomId,
    sender: UserId,
    type: string,
    content: JsonObject,
    stateKey?: string,
    takenAt: Json = Date.now(),
  ): Promise<Heard[]> {
    const event = `$event${String(++this.#core.count)}` as EventId;
    const before = new Set((await this.#sends()).map(({ send }) => send));
    await this.push({
      event_id: event,
      room_id: room,
      type,
      sender,
      content,
      origin_server_ts: takenAt,
      ...(stateKey === undefined ? {} : { state_key: stateKey }),
    });
    await this.handle(event);
    return (await this.#sends())
      .filter(({ send }) => !before.has(send))
      .map(({ room: at, content: said }) => ({ room: at, body: bodyOf(said), content: said }));
  }

  /** Stores an event as it is pushed: its job waits. */
  async push(raw: Pushed & Readonly<Record<string, unknown>>): Promise<EventId> {
    const events = readFound({ ...raw } as JsonObject, raw.room_id as RoomId, this.#core.ghosts);
    await this.#core.db.transaction((tx) => storeEvents(tx, events));
    return raw.event_id as EventId;
  }

  /** Runs the job of an event that was pushed. */
  async handle(event: EventId): Promise<void> {
    const { db } = this.#core;
    const { rows } = await db.query<{ room: string }>('SELECT room FROM events WHERE event = $1', [event]);
    const { outcome, after } = await this.#core.run(eventIn(this.deps), { subject: event, key: rows[0]?.room ?? '' });
    if (outcome.do !== 'retry') {
      await db.query(`DELETE FROM jobs WHERE queue = 'event-in' AND subject = $1`, [event]);
    }
    after?.();
  }

  /** The event of the mail in a room of a thread. */
  mailOf(room: RoomId): EventId {
    return `$mail-in-${room}` as EventId;
  }

  /** Says something; an answer to an earlier event where one is named. */
  say(room: RoomId, sender: UserId, body: string, replyTo: EventId | null = null): Promise<Heard[]> {
    const relation: JsonObject = replyTo === null ? {} : { 'm.relates_to': { 'm.in_reply_to': { event_id: replyTo } } };
    return this.event(room, sender, 'm.room.message', { msgtype: 'm.text', body, ...relation });
  }

  async #sends(): Promise<{ send: string; room: string | null; content: JsonObject }[]> {
    const { rows } = await this.#core.db.query<{ send: string; room: string | null; content: JsonObject }>(
      `SELECT s.send, coalesce(s.room, r.room) AS room, s.content FROM matrix_sends s
       LEFT JOIN rooms r ON r.thread = s.thread LEFT JOIN jobs j ON j.queue = 'matrix-send' AND j.subject = s.send
       ORDER BY s.at, j.job NULLS FIRST, s.send`,
    );
    return rows;
  }
}

function bodyOf({ body }: JsonObject): string {
  return typeof body === 'string' ? body : '';
}

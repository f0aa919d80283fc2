/** What people say and do in rooms, over a real database: events are stored and read as in the program, without a homeserver. */
import type { Account } from '../../src/bridge/account.ts';
import { plainWriting } from '../../src/bridge/account.ts';
import { plainDelivery } from '../../src/bridge/ladder.ts';
import { GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import type { AccountId, EventId, JsonObject, RoomId, UserId } from '../../src/bridge/types.ts';
import { loadEvent, storeEvents } from '../../src/db/events.ts';
import { eventIn } from '../../src/jobs/event-in.ts';
import type { EventInDeps } from '../../src/jobs/event-in.ts';
import { findRoom } from '../../src/db/rooms.ts';
import { addressKey } from '../../src/mail/address.ts';
import type { Address } from '../../src/mail/types.ts';
import type { TestDatabase } from './database.ts';
import { quiet } from './matrix-world.ts';

export const alice = '@alice:matrix.test' as UserId;
export const bot = '@mailroom:matrix.test' as UserId;

/** A notice as people read it. */
export interface Heard {
  readonly room: string | null;
  readonly body: string;
  readonly content: JsonObject;
}

/** An account with a team of Alice alone. */
export function teamAccount(id: string, more: Partial<Account> = {}): Account {
  const address = `${id}@mailroom.test` as Address;
  return {
    id: id as AccountId,
    address,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    language: 'en',
    own: new Set([addressKey(address)]),
    team: [{ user: alice, address: 'alice@mailroom.test' as Address, name: 'Alice' }],
    invite: 'everyone',
    from: '{name}',
    people: 20,
    writing: plainWriting,
    hold: { after: 10_000, atMost: 60_000 },
    onUnknown: 'resend',
    senders: { authentication: 'none', failing: 'marked', receiver: null, hosts: [], sealers: [], internal: new Set() },
    delivery: plainDelivery,
    ...more,
  };
}

export class Rooms {
  readonly ids = new IdKey('a secret of thirty-two characters');
  readonly ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
  readonly deps: EventInDeps;
  /** Rooms that the bot went out of. */
  readonly left: RoomId[] = [];
  readonly #test: TestDatabase;
  #count = 0;

  constructor(test: TestDatabase, accounts: readonly Account[], more: Partial<EventInDeps> = {}) {
    this.#test = test;
    this.deps = {
      db: test.db,
      log: quiet,
      ids: this.ids,
      ghosts: this.ghosts,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      identify: (room) => findRoom(test.db, room),
      powerOf: () => Promise.resolve(0),
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

  /** Once: the accounts' rows. */
  async begin(): Promise<this> {
    for (const id of this.deps.accounts.keys()) {
      await this.#test.db.query(`INSERT INTO accounts (account, state) VALUES ($1, 'connected')`, [id]);
    }
    return this;
  }

  /** A room of an account; of a thread, with one mail from Bob that can be answered. */
  async room(account: string, kind: 'thread' | 'lobby' | 'inbox'): Promise<RoomId> {
    const { db } = this.#test;
    const room = `!${kind}-${account}-${String(++this.#count)}:matrix.test` as RoomId;
    const thread = kind === 'thread' ? `t${String(this.#count)}` : null;
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
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation) VALUES ($1, $2, $3, $4, $1, 'active', $5)`,
      [room, account, kind, thread, thread === null ? this.#count : 0],
    );
    if (thread !== null) {
      await db.query(
        `INSERT INTO matrix_sends (send, account, thread, message, sender, kind, type, content, state, event)
         VALUES ($1, $2, $3, $4, '@mail_bob=40outside.test:matrix.test', 'event', 'm.room.message',
           '{"msgtype":"m.text","body":"Where are the lamps?"}', 'sent', $5)`,
        [`s${thread}`, account, thread, `m${thread}`, this.mailOf(room)],
      );
    }
    return room;
  }

  /** Stores an event and reads it as the program does; returns what the bot says about it, in order. */
  async event(room: RoomId, sender: UserId, type: string, content: JsonObject, stateKey?: string): Promise<Heard[]> {
    const { db } = this.#test;
    const event = `$event${String(++this.#count)}` as EventId;
    const raw = {
      event_id: event,
      room_id: room,
      type,
      sender,
      content,
      origin_server_ts: Date.now(),
      ...(stateKey === undefined ? {} : { state_key: stateKey }),
    };
    const body = Buffer.from(JSON.stringify(raw));
    await db.transaction((tx) => storeEvents(tx, [{ event, room, type, sender, body, ignored: null }]));
    const before = new Set((await this.#sends()).map(({ send }) => send));
    const handler = eventIn(this.deps);
    const job = {
      job: 1,
      account: null,
      queue: 'event-in' as const,
      key: room,
      subject: event,
      attempts: 1,
      failures: 0,
    };
    const decision = await handler.run(job, await loadEvent(db, event));
    const { write } = decision;
    if (write !== undefined) await db.transaction((tx) => write(tx));
    if (decision.outcome.do !== 'retry') await db.query('DELETE FROM jobs WHERE subject = $1', [event]);
    decision.after?.();
    return (await this.#sends())
      .filter(({ send }) => !before.has(send))
      .map(({ room: at, content: said }) => ({ room: at, body: bodyOf(said), content: said }));
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
    const { rows } = await this.#test.db.query<{ send: string; room: string | null; content: JsonObject }>(
      `SELECT s.send, coalesce(s.room, r.room) AS room, s.content FROM matrix_sends s
       LEFT JOIN rooms r ON r.thread = s.thread ORDER BY s.at, s.send`,
    );
    return rows;
  }
}

function bodyOf({ body }: JsonObject): string {
  return typeof body === 'string' ? body : '';
}

/**
 * Mails, events and what becomes of them in rooms, in one process over a stand-in homeserver and a real database: every job is run
 * when the test says so, and the database's clock is moved by moving rows. No mail server.
 */
import type { Account } from '../../src/bridge/account.ts';
import type { EventId, RoomId, ThreadId, UserId } from '../../src/bridge/types.ts';
import { storeEvents } from '../../src/db/events.ts';
import { loadOutgoing } from '../../src/db/outgoing.ts';
import { findThreadRoom } from '../../src/db/rooms.ts';
import { loadWork } from '../../src/db/desk.ts';
import type { Work } from '../../src/db/desk.ts';
import { Desk } from '../../src/jobs/desk.ts';
import { deskRoom } from '../../src/jobs/desk-room.ts';
import { eventIn } from '../../src/jobs/event-in.ts';
import { composeMail } from '../../src/jobs/mail-out-compose.ts';
import { matrixSend } from '../../src/jobs/matrix-send.ts';
import type { Handler } from '../../src/jobs/worker.ts';
import { createParsePool } from '../../src/mail/worker/pool.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import { toNewEvent } from '../../src/matrix/intake.ts';
import { Arrivals } from './arrivals.ts';
import type { Arrived } from './arrivals.ts';
import type { TestDatabase } from './database.ts';
import { StandInHomeserver } from './homeserver.ts';
import type { StandInEvent } from './homeserver.ts';
import { matrixWorld, quiet } from './matrix-world.ts';
import type { MatrixWorld } from './matrix-world.ts';

type Row = Record<string, unknown>;

export class DeskWorld {
  readonly homeserver: StandInHomeserver;
  readonly matrix: MatrixWorld;
  readonly arrivals: Arrivals;
  readonly desk: Desk;
  readonly #test: TestDatabase;
  readonly #parser: ParsePool;
  readonly #handlers: readonly Handler<unknown>[];
  readonly #events: Handler<unknown>;

  private constructor(
    test: TestDatabase,
    accounts: readonly Account[],
    parts: Pick<DeskWorld, 'homeserver' | 'matrix'> & { readonly parser: ParsePool },
  ) {
    const { homeserver, matrix, parser } = parts;
    this.#test = test;
    this.#parser = parser;
    this.homeserver = homeserver;
    this.matrix = matrix;
    this.arrivals = new Arrivals({ test, parser, accounts, more: { ids: matrix.ids } });
    const base = { ...this.arrivals.deps, failpoint: () => undefined };
    this.desk = new Desk(base);
    const common = { ...base, client: matrix.client, rooms: matrix.rooms, matrixGhosts: matrix.ghosts };
    const { threadRooms, media } = matrix;
    this.#handlers = [
      matrixSend({ ...common, threadRooms, media, thumbnail: null, countSend: () => undefined }),
      deskRoom({ ...common, threadRooms }),
    ];
    this.#events = eventIn({
      ...base,
      identify: async (room) => {
        const rows = await this.rows(`SELECT thread FROM rooms WHERE room = '${room}'`);
        const thread = rows[0]?.['thread'];
        return typeof thread === 'string' ? findThreadRoom(test.db, thread as ThreadId) : null;
      },
      powerOf: () => Promise.resolve(0),
      membership: { join: () => Promise.resolve(null), leave: () => Promise.resolve() },
    });
  }

  static async make(test: TestDatabase, accounts: readonly Account[]): Promise<DeskWorld> {
    const homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    const matrix = matrixWorld(homeserver.url, test);
    await matrix.ghosts.startBot('Mailroom');
    const parser = createParsePool({ size: 1, readers: 1 });
    const world = new DeskWorld(test, accounts, { homeserver, matrix, parser });
    await world.arrivals.begin();
    return world;
  }

  async close(): Promise<void> {
    await this.#parser.close();
    await this.matrix.close();
    await this.homeserver.stop();
    await this.#test.close();
  }

  /** A second process over the same database. */
  another(): Desk {
    return new Desk({ ...this.arrivals.deps, log: quiet, failpoint: () => undefined });
  }

  /** A mail from Bob outside; `more` are further lines of its header. Returns when its room shows it. */
  async mail(
    subject: string,
    more: readonly string[] = [],
    at: Parameters<Arrivals['arrive']>[1] = {},
  ): Promise<Arrived> {
    const lines = [
      ...(more.some((line) => line.startsWith('From:')) ? [] : ['From: Bob <bob@outside.test>']),
      'To: support@mailroom.test',
      `Subject: ${subject}`,
      ...more,
      '',
      `About ${subject}.`,
      '',
    ];
    const arrived = await this.arrivals.arrive(lines.join('\r\n'), at);
    await this.pump();
    return arrived;
  }

  async roomOf(thread: string | null): Promise<RoomId> {
    const row = await findThreadRoom(this.#test.db, thread as ThreadId);
    if (row === null) throw new Error('no room');
    return row.room;
  }

  /** Somebody joins a room, as the homeserver tells it. */
  async join(room: RoomId, user: UserId, membership: 'join' | 'leave' = 'join'): Promise<void> {
    await this.#tell(this.homeserver.rooms.member(room, user, user, { membership }));
  }

  say(room: RoomId, user: UserId, body: string, more: Row = {}): Promise<EventId> {
    return this.#tell(this.homeserver.rooms.send(room, user, 'm.room.message', { msgtype: 'm.text', body, ...more }));
  }

  react(room: RoomId, user: UserId, to: string, key: string): Promise<EventId> {
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: to, key } };
    return this.#tell(this.homeserver.rooms.send(room, user, 'm.reaction', content));
  }

  edit(room: RoomId, user: UserId, of: string, body: string): Promise<EventId> {
    const fresh = { msgtype: 'm.text', body };
    return this.say(room, user, `* ${body}`, {
      'm.new_content': fresh,
      'm.relates_to': { rel_type: 'm.replace', event_id: of },
    });
  }

  redact(room: RoomId, user: UserId, of: string): Promise<EventId> {
    return this.#tell(this.homeserver.rooms.redact(room, user, of, undefined));
  }

  /** The author's hold is over: the mail is composed, and would leave now. */
  async holdEnds(author: UserId): Promise<void> {
    const [row] = await this.rows(
      `UPDATE outgoing SET state = 'closed' WHERE state = 'open' AND author = '${author}' RETURNING outgoing, account`,
    );
    const mail = await loadOutgoing(this.#test.db, String(row?.['outgoing']));
    const account = [...this.arrivals.deps.accounts.values()].find(({ id }) => id === row?.['account']);
    if (mail === null || account === undefined) throw new Error('no open mail');
    const problem = await composeMail(
      {
        ...this.arrivals.deps,
        download: () => Promise.reject(new Error('no files here')),
        now: Date.now,
        failpoint: () => undefined,
      },
      account,
      mail,
      [],
    );
    if (problem !== null) throw new Error(problem.reason);
  }

  /** Runs what rooms are owed until nothing is left that can be done now. */
  async pump(): Promise<void> {
    const { db } = this.#test;
    for (let idle = false; !idle;) {
      idle = true;
      for (const handler of this.#handlers) {
        const { rows } = await db.query<{
          job: number;
          account: string;
          key: string;
          subject: string;
          attempts: number;
        }>(`SELECT job, account, key, subject, attempts FROM jobs WHERE queue = $1 AND state = 'ready' ORDER BY job`, [
          handler.queue,
        ]);
        for (const row of rows) {
          const job = { ...row, queue: handler.queue, attempts: row.attempts + 1, failures: 0 };
          const decision = await handler.run(job, await handler.prepare(job));
          await db.transaction(async (tx) => {
            await decision.write?.(tx);
            if (decision.outcome.do === 'retry') {
              await tx.query('UPDATE jobs SET attempts = attempts + 1 WHERE job = $1', [row.job]);
            } else {
              await tx.query('DELETE FROM jobs WHERE job = $1', [row.job]);
            }
          });
          if (row.attempts > 20)
            throw new Error(`${handler.queue} ${row.subject}: ${JSON.stringify(decision.outcome)}`);
          idle = false;
        }
      }
    }
  }

  async work(thread: string | null): Promise<Work | null> {
    return loadWork(this.#test.db, thread as ThreadId);
  }

  async rows(sql: string): Promise<Row[]> {
    return (await this.#test.db.query<Row>(sql)).rows;
  }

  /** Time passes for a thread: every time that its row knows was `interval` earlier. */
  async passes(thread: string | null, interval: string): Promise<void> {
    const columns = ['since', 'claimed_at', 'snooze_until', 'reminded_at', 'done_at', 'archived_at', 'changed_at'];
    const earlier = columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(', ');
    await this.rows(`UPDATE thread_work SET ${earlier} WHERE thread = '${String(thread)}'`);
  }

  /** What the bot said in a room so far, by itself: bodies in order. */
  told(room: RoomId): string[] {
    return this.toldEvents(room).map(({ content }) => String(content['body']));
  }

  toldEvents(room: RoomId): StandInEvent[] {
    return this.homeserver.sent('m.room.message', room).filter(({ sender }) => sender === this.homeserver.bot);
  }

  state(room: RoomId, type: string, key = ''): Row | undefined {
    return this.homeserver.rooms.state(room, type, key)?.content;
  }

  /** Stores an event as it is pushed, and handles it. */
  async #tell(event: StandInEvent): Promise<EventId> {
    const { db } = this.#test;
    const body = Buffer.from(JSON.stringify(event));
    const pushed = {
      event: event.event_id as EventId,
      room: event.room_id as RoomId,
      type: event.type,
      sender: event.sender as UserId,
      stateKey: event.state_key ?? null,
      body,
    };
    await db.transaction((tx) => storeEvents(tx, [toNewEvent(pushed, this.matrix.codec)]));
    const job = {
      job: 1,
      account: null,
      queue: 'event-in',
      key: '',
      subject: pushed.event,
      attempts: 1,
      failures: 0,
    } as const;
    const decision = await this.#events.run(job, await this.#events.prepare(job));
    await db.transaction(async (tx) => decision.write?.(tx));
    await db.query(`DELETE FROM jobs WHERE queue = 'event-in'`);
    await this.pump();
    return pushed.event;
  }
}

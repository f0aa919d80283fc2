/**
 * A world of handlers whose rooms are shown: mails, events and what becomes of them in rooms of a stand-in homeserver.
 * Every job is run when the test says so, and the database's clock is moved by moving rows. No mail server.
 */
import type { Account } from '../../../src/bridge/account/account.ts';
import type { AccountId, EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { loadOutgoing } from '../../../src/db/mail-tables/outgoing.ts';
import { findThreadRoom } from '../../../src/db/room-tables/rooms.ts';
import { loadWork } from '../../../src/db/helpdesk-tables/thread-work.ts';
import type { Work } from '../../../src/db/helpdesk-tables/thread-work.ts';
import { HelpdeskTimers } from '../../../src/teamwork/due.ts';
import { memberActs } from '../../../src/begun/member-act.ts';
import { workShown } from '../../../src/teamwork/work-shown.ts';
import { mailEvents } from '../../../src/db/mail-tables/outgoing-messages.ts';
import { composeMail } from '../../../src/outgoing/compose-mail.ts';
import { Freezing } from '../../../src/outgoing/freezing.ts';
import { readFailures } from '../../../src/handling/matrix-failure.ts';
import { OtherRequests } from '../../../src/matrix/others.ts';
import { matrixSend } from '../../../src/rooms/matrix-send.ts';
import type { Handler } from '../../../src/queue/worker.ts';
import { createParsePool } from '../../../src/parser/parse-pool.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { TestDatabase } from '../database.ts';
import { StandInHomeserver } from '../homeserver.ts';
import type { StandInEvent } from '../homeserver.ts';
import type { Arrivals, Arrived } from './arrivals.ts';
import { matrixWorld } from './matrix.ts';
import type { MatrixWorld } from './matrix.ts';
import { handlerWorld } from './world.ts';
import type { HandlerWorld } from './world.ts';

type Row = Record<string, unknown>;

export class HelpdeskWorld {
  readonly homeserver: StandInHomeserver;
  readonly matrix: MatrixWorld;
  readonly arrivals: Arrivals;
  readonly timers: HelpdeskTimers;
  readonly #world: HandlerWorld;
  readonly #parser: ParsePool;
  readonly #handlers: readonly Handler<unknown>[];

  private constructor(
    world: HandlerWorld,
    parts: Pick<HelpdeskWorld, 'homeserver' | 'matrix'> & { readonly parser: ParsePool },
  ) {
    const { homeserver, matrix, parser } = parts;
    this.#world = world;
    this.#parser = parser;
    this.homeserver = homeserver;
    this.matrix = matrix;
    this.arrivals = world.arrivals;
    const others = new OtherRequests(matrix.client, () => performance.now());
    const failure = readFailures(() => others.answered());
    this.timers = this.another();
    const base = { ...world.core.deps(), failure, failpoint: () => undefined };
    const common = { ...base, client: matrix.client, rooms: matrix.rooms, matrixGhosts: matrix.ghosts };
    const { threadRooms, media } = matrix;
    this.#handlers = [
      matrixSend({ ...common, parser, threadRooms, media, thumbnail: null, countSend: () => undefined }),
      workShown({ ...common, threadRooms }),
      memberActs({ ...common, threadRooms }),
    ];
  }

  static async make(test: TestDatabase, accounts: readonly Account[]): Promise<HelpdeskWorld> {
    const homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    const matrix = matrixWorld(homeserver.url, test);
    await matrix.ghosts.startBot('Mailroom');
    const parser = createParsePool({ size: 1, readers: 1 });
    return new HelpdeskWorld(await handlerWorld({ test, accounts, parser }), { homeserver, matrix, parser });
  }

  async close(): Promise<void> {
    await this.#parser.close();
    await this.matrix.close();
    await this.homeserver.stop();
    await this.#world.core.test.close();
  }

  /** What handlers know of the accounts; may be changed. */
  get accounts(): Map<AccountId, Account> {
    return this.#world.core.accounts;
  }

  /** A second process over the same database. */
  another(): HelpdeskTimers {
    return new HelpdeskTimers({ ...this.#world.core.deps(), failpoint: () => undefined });
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
    const row = await findThreadRoom(this.#world.core.db, thread as ThreadId);
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
      `UPDATE outgoing SET state = 'closed', send_after = now()
       WHERE state = 'open' AND author = '${author}' RETURNING outgoing, account`,
    );
    const mail = await loadOutgoing(this.#world.core.db, String(row?.['outgoing']));
    const account = [...this.arrivals.deps.accounts.values()].find(({ id }) => id === row?.['account']);
    if (mail === null || account === undefined) throw new Error('no open mail');
    const composed = await composeMail(
      {
        ...this.arrivals.deps,
        download: () => Promise.reject(new Error('no files here')),
        now: Date.now,
        failpoint: () => undefined,
        freezing: new Freezing(this.arrivals.deps.db, () => undefined),
        together: { reach: () => Promise.resolve() },
      },
      account,
      mail,
      [],
      [],
      (await mailEvents(this.#world.core.db, mail.outgoing)).filter(({ state }) => state === 'in'),
    );
    if (composed.do === 'problem') throw new Error(composed.reason);
  }

  /** Runs what rooms are owed until nothing is left that can be done now. */
  async pump(): Promise<void> {
    const { core } = this.#world;
    for (let idle = false; !idle;) {
      idle = true;
      for (const handler of this.#handlers) {
        const { rows } = await core.db.query<{ job: number; account: string; subject: string; attempts: number }>(
          `SELECT job, account, subject, attempts FROM jobs WHERE queue = $1 AND state = 'ready' ORDER BY job`,
          [handler.queue],
        );
        for (const { job, attempts, ...row } of rows) {
          const { outcome } = await core.run(handler, { ...row, attempts: attempts + 1 });
          const end =
            outcome.do === 'retry'
              ? 'UPDATE jobs SET attempts = attempts + 1 WHERE job = $1'
              : 'DELETE FROM jobs WHERE job = $1';
          await core.db.query(end, [job]);
          if (attempts > 20) throw new Error(`${handler.queue} ${row.subject}: ${JSON.stringify(outcome)}`);
          idle = false;
        }
      }
    }
  }

  async work(thread: string | null): Promise<Work | null> {
    return loadWork(this.#world.core.db, thread as ThreadId);
  }

  async rows(sql: string): Promise<Row[]> {
    return (await this.#world.core.db.query<Row>(sql)).rows;
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
  hear(event: StandInEvent): Promise<EventId> {
    return this.#tell(event);
  }

  async #tell(event: StandInEvent): Promise<EventId> {
    const { rooms } = this.#world;
    const id = await rooms.push({ ...event });
    await rooms.handle(id);
    await this.pump();
    return id;
  }
}

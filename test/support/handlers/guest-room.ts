/** A room of guests in a world of handlers, with a member of the team in it who may invite. */
import type { Account } from '../../../src/bridge/account/account.ts';
import type { RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { openGuestRoom } from '../../../src/db/guest-tables/guest-rooms.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { TestDatabase } from '../database.ts';
import { alice, vouchedAccount } from './fixtures.ts';
import { letter } from './letters.ts';
import type { Letter } from './letters.ts';
import { handlerWorld } from './world.ts';
import type { HandlerWorld, WorldOptions } from './world.ts';

export const guestSettings = {
  consent: 'answer',
  delivery: 'now',
  pages: 'https://mail.ours.example',
  perMemberDay: 20,
  perDay: 200,
} as const;

/** A mail of Mailroom itself that waits to leave. */
export interface Waiting {
  readonly to: string;
  readonly id: string;
  readonly text: string;
}

export class GuestWorld {
  readonly world: HandlerWorld;
  readonly test: TestDatabase;

  private constructor(world: HandlerWorld, test: TestDatabase) {
    this.world = world;
    this.test = test;
  }

  static async make(
    test: TestDatabase,
    parser: ParsePool,
    more: Partial<Account> = {},
    eventIn: WorldOptions['eventIn'] = {},
  ): Promise<GuestWorld> {
    const account = vouchedAccount('support', { guests: guestSettings, ...more });
    const world = await handlerWorld({ test, accounts: [account], parser, eventIn });
    // A second one on the same database, whose account says something else, repeats no event of the first.
    const { rows } = await test.db.query<{ events: number }>('SELECT count(*) AS events FROM events');
    world.core.count = 1_000 * (rows[0]?.events ?? 0);
    return new GuestWorld(world, test);
  }

  /** A room that has nothing to do with mail but that the bot is in it. */
  async room(): Promise<{ readonly room: RoomId; readonly thread: ThreadId }> {
    const { core, rooms } = this.world;
    const n = String(++core.count);
    const thread = `roof${n}` as ThreadId;
    const room = `!roof${n}:matrix.test` as RoomId;
    const account = core.account.id;
    await core.db.query(`INSERT INTO threads (thread, account, subject, opened_by) VALUES ($1, $2, 'Roof', 'room')`, [
      thread,
      account,
    ]);
    await core.roomRow(room, thread);
    await rooms.madeBy(room, alice);
    await core.db.transaction((tx) => openGuestRoom(tx, { thread, account, openedBy: alice }));
    return { room, thread };
  }

  /** Says something; what the bot says then. */
  async say(room: RoomId, body: string, user: UserId = alice): Promise<string> {
    return (await this.world.rooms.say(room, user, body)).map((heard) => heard.body).join('\n');
  }

  /** A mail comes, from Bob, and is decided; what the bot says then, in whatever room. */
  async mail(mail: Letter | string): Promise<{ readonly reason: string | null; readonly told: readonly string[] }> {
    const { sends, reason } = await this.world.arrivals.arrive(
      typeof mail === 'string' ? mail : letter({ from: 'bob@x.example', ...mail }),
    );
    const notices = sends.filter(({ sender }) => sender === this.world.core.ghosts.bot);
    return { reason, told: notices.map(({ content: { body } }) => (typeof body === 'string' ? body : '')) };
  }

  /** Mails of Mailroom itself, in order. */
  async waiting(): Promise<Waiting[]> {
    const { rows } = await this.test.db.query<{ to: string; id: string; bytes: Buffer }>(
      'SELECT recipient AS to, message_id AS id, bytes FROM notices ORDER BY at, notice',
    );
    return rows.map(({ to, id, bytes }) => ({ to, id, text: bytes.toString() }));
  }

  /** The guests of all rooms. */
  async guests(): Promise<readonly string[]> {
    const { rows } = await this.test.db.query<{ line: string }>(
      `SELECT thread || ' ' || address || ' ' || state AS line FROM guests ORDER BY thread, address`,
    );
    return rows.map(({ line }) => line);
  }

  /** What was put down for guests. */
  async entries(): Promise<readonly { readonly kind: string; readonly guest: string | null }[]> {
    const { rows } = await this.test.db.query<{ kind: string; guest: string | null }>(
      'SELECT kind, guest FROM guest_messages ORDER BY entry',
    );
    return rows;
  }

  /** What ghosts are to do. */
  async acts(): Promise<readonly string[]> {
    const { rows } = await this.test.db.query<{ line: string }>(
      `SELECT kind || ' ' || user_id AS line FROM member_acts ORDER BY at, act`,
    );
    return rows.map(({ line }) => line);
  }
}

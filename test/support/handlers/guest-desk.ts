import type { Readable } from 'node:stream';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { GuestId, GuestState } from '../../../src/bridge/guest/guest.ts';
import type { EventId, MxcUri, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { openGuestRoom } from '../../../src/db/guest-tables/guest-rooms.ts';
import { guestMail } from '../../../src/guests/batch-out.ts';
import type { GuestMailDeps } from '../../../src/guests/batch-out.ts';
import { tellGuest } from '../../../src/guests/guest-wake.ts';
import type { Job } from '../../../src/queue/queue.ts';
import type { Database } from '../../../src/db/pool.ts';
import type { Address } from '../../../src/mail/types.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import type { TestDatabase } from '../database.ts';
import { alice, failure, ids, testAccount } from './fixtures.ts';
import { standInParser } from './stand-in-parser.ts';
import { handlerWorld } from './world.ts';
import type { HandlerWorld } from './world.ts';

const guests = {
  consent: 'answer',
  delivery: 'now',
  pages: 'https://mailroom.test',
  perMemberDay: 20,
  perDay: 200,
} as const;

/** A mail that a guest was sent. */
export interface GuestMailSeen {
  readonly outgoing: string;
  readonly to: string;
  readonly state: string;
  readonly raw: string;
  readonly root: string | null;
}

/** A room of guests, what is said in it, and the mails that its guests get, made by the real handlers. */
export class GuestDesk {
  readonly world: HandlerWorld;
  readonly room: RoomId;
  readonly thread: ThreadId;
  look: GuestMailDeps['look'] = () => Promise.resolve('seen');
  download: (mxc: MxcUri) => Promise<Readable> = () => Promise.reject(new Error('no files'));
  failpoint: (name: string) => void = () => undefined;
  readonly #parser: ParsePool;

  private constructor(world: HandlerWorld, room: RoomId, thread: ThreadId, parser: ParsePool) {
    this.world = world;
    this.room = room;
    this.thread = thread;
    this.#parser = parser;
  }

  static async open(
    test: TestDatabase,
    more: Partial<Account> = {},
    parser: ParsePool = standInParser(),
  ): Promise<GuestDesk> {
    const account = testAccount({ guests: guests, ...more });
    const world = await handlerWorld({ test, parser, accounts: [account] });
    const room = await world.rooms.room('support', 'thread');
    const { rows } = await test.db.query<{ thread: ThreadId }>('SELECT thread FROM rooms WHERE room = $1', [room]);
    const thread = rows[0]?.thread ?? ('' as ThreadId);
    await test.db.transaction((tx) => openGuestRoom(tx, { thread, account: account.id, openedBy: alice }));
    return new GuestDesk(world, room, thread, parser);
  }

  get db(): Database {
    return this.world.core.db;
  }

  /** A guest who is told what is said from now on, and the last messages before, so many. */
  async guest(
    address: string,
    name = '',
    more: { readonly state?: GuestState; readonly last?: number } = {},
  ): Promise<GuestId> {
    const guest = `guest-${address}` as GuestId;
    const { account } = this.world.core;
    await this.db.query(
      `INSERT INTO guests (guest, account, thread, address_key, address, name, person, state, invited_by, since)
       VALUES ($1, $2, $3, $4, $4, $5, $9, $6, $7, (
         SELECT coalesce((SELECT entry - 1 FROM (
           SELECT entry FROM guest_messages WHERE kind IN ('said', 'mail') ORDER BY entry DESC LIMIT $8) l
           ORDER BY entry LIMIT 1), (SELECT max(entry) FROM guest_messages), 0)))`,
      [
        guest,
        account.id,
        this.thread,
        address,
        name,
        more.state ?? 'active',
        alice,
        more.last ?? 0,
        ids.guestPerson(address).make,
      ],
    );
    const { thread } = this;
    if (more.last !== undefined)
      await this.db.transaction((tx) => tellGuest(tx, { guest, account: account.id, thread }, 'came'));
    return guest;
  }

  /** The last event that was pushed in the room. */
  async lastEvent(): Promise<EventId> {
    const { rows } = await this.db.query<{ event: EventId }>(
      'SELECT event FROM events WHERE room = $1 ORDER BY received_at DESC LIMIT 1',
      [this.room],
    );
    return rows[0]?.event ?? ('' as EventId);
  }

  /** Runs what is due until nothing is; how many jobs were run. */
  async turn(): Promise<number> {
    let count = 0;
    for (let job = await this.#next(); job !== null; job = await this.#next()) {
      await this.run(job);
      count += 1;
    }
    return count;
  }

  /** Milliseconds until the next job is due; null for none. */
  async due(): Promise<number | null> {
    const { rows } = await this.db.query<{ at: Date }>(
      `SELECT run_at AS at FROM jobs WHERE queue = 'guest-mail' ORDER BY run_at LIMIT 1`,
    );
    return rows[0] === undefined ? null : rows[0].at.getTime() - Date.now();
  }

  /** Lets time go by: all that happened is so much longer ago. */
  async pass(ms: number): Promise<void> {
    const ago = `- ${String(ms)} * interval '1 ms'`;
    await this.db.query(`UPDATE guest_messages SET at = at ${ago}`);
    await this.db.query(`UPDATE outgoing SET frozen_at = frozen_at ${ago}`);
    await this.db.query(`UPDATE jobs SET run_at = run_at ${ago}`);
  }

  /** Runs a job as a worker does, and ends it with what was decided. */
  async run(job: Job, deps: Partial<GuestMailDeps> = {}): Promise<void> {
    const handler = guestMail({
      ...this.world.core.deps(),
      parser: this.#parser,
      look: (asked) => this.look(asked),
      download: (mxc) => this.download(mxc),
      failure,
      now: Date.now,
      failpoint: (name) => this.failpoint(name),
      ...deps,
    });
    const decision = await handler.run(job, undefined);
    await this.db.transaction(async (tx) => {
      await decision.write?.(tx);
      await tx.query('DELETE FROM jobs WHERE job = $1', [job.job]);
    });
  }

  async #next(): Promise<Job | null> {
    const { rows } = await this.db.query<Job>(
      `SELECT job, account, queue, key, subject, attempts, failures FROM jobs
       WHERE queue = 'guest-mail' AND run_at <= now() ORDER BY run_at, job LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  /** All mails that were made for guests, in order. */
  async mails(): Promise<GuestMailSeen[]> {
    const { rows } = await this.db.query<Omit<GuestMailSeen, 'raw'> & { bytes: Buffer | null }>(
      `SELECT o.outgoing, o.state, g.root, 
         (SELECT address FROM outgoing_recipients r WHERE r.outgoing = o.outgoing) AS to,
         (SELECT string_agg(c.bytes, '' ORDER BY c.seq) FROM outgoing_chunks c WHERE c.outgoing = o.outgoing) AS bytes
       FROM guest_mails g JOIN outgoing o USING (outgoing) WHERE o.frozen_at IS NOT NULL
       ORDER BY o.frozen_at, o.outgoing`,
    );
    return rows.map(({ bytes, ...row }) => ({ ...row, raw: bytes?.toString('utf8') ?? '' }));
  }

  /** What the relay is given of all that waits for it. */
  async send(): Promise<void> {
    const { rows } = await this.db.query<{ subject: string }>(
      `SELECT subject FROM jobs WHERE queue = 'mail-out' AND run_at <= now() ORDER BY job`,
    );
    for (const { subject } of rows) await this.world.mails.out(subject as Parameters<HandlerWorld['mails']['out']>[0]);
  }
}

/** An address as the tests name people. */
export const carol = 'carol@outside.test' as Address;

/**
 * A day of a help desk, pressed into minutes: threads open and go on, members claim, answer and finish, and the list is
 * asked for all the while. What is measured is what a person waits for, while the mail keeps coming: the answer to a
 * command.
 *
 * The load is a closed loop: a round of mails is given at once while each member writes one answer after the other, and
 * the next round begins when all is done. So the queues are as long as a busy minute makes them, not as a flood of
 * everything would.
 */
import { randomUUID } from 'node:crypto';
import { ACCOUNT, until, type World } from './bench-world.ts';
import { mail, percentile } from './rates.ts';

export const DESK_MEMBERS = ['alice', 'ben', 'chris', 'dora', 'emil'].map((name) => `@${name}:matrix.test`);

export interface Day {
  readonly threads: number;
  readonly mails: number;
  readonly answers: number;
}

/** 2,000 threads with five mails and two answers each. */
export const FULL_DAY: Day = { threads: 2_000, mails: 10_000, answers: 4_000 };

export interface DayFigures {
  readonly day: Day;
  readonly seconds: number;
  /** Milliseconds from a command to its answer, sorted. */
  readonly lists: readonly number[];
  readonly claims: readonly number[];
  /** Resident MB of Mailroom: when it was connected, and its highest. */
  readonly memory: { readonly base: number; readonly peak: number };
  readonly rows: readonly { readonly table: string; readonly rows: number }[];
  readonly databaseMb: number;
}

const ROUNDS = 100;

/** Works through a day. Throws where a mail, an answer or a command's answer is missing. */
export async function helpDesk(world: World, day: Day, report: (line: string) => void): Promise<DayFigures> {
  const desk = new Desk(world);
  const { now: base } = await world.bridge.memory();
  await world.bridge.forgetPeak();
  const lists: number[] = [];
  const claims: number[] = [];
  const began = performance.now();
  const share = (of: number, round: number) =>
    Math.floor((of * (round + 1)) / ROUNDS) - Math.floor((of * round) / ROUNDS);
  for (let round = 0; round < ROUNDS; round++) {
    await desk.open(share(day.threads, round));
    const work = [desk.goOn(share(day.mails - day.threads, round)), desk.answer(share(day.answers, round))];
    const member = DESK_MEMBERS[round % DESK_MEMBERS.length] ?? '';
    claims.push(await desk.command(desk.someRoom(), member, '!mail claim'));
    lists.push(await desk.command(await desk.inbox(), member, LISTS[round % LISTS.length] ?? ''));
    await Promise.all(work);
    await desk.command(desk.someRoom(), member, '!mail done');
    if ((round + 1) % 10 === 0) {
      const minutes = ((performance.now() - began) / 60_000).toFixed(1);
      report(`${String(round + 1)} of ${String(ROUNDS)} rounds, ${String(desk.threads)} threads, ${minutes} min`);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const { peak } = await world.bridge.memory();
  return {
    day,
    seconds,
    lists: lists.sort((a, b) => a - b),
    claims: claims.sort((a, b) => a - b),
    memory: { base, peak },
    ...(await sizeOf(world)),
  };
}

const LISTS = ['!mail list', '!mail list unclaimed', '!mail list all', '!mail list us', '!mail list them'];

/** The desk of one account: its rooms as they appear, and what was given to it. */
class Desk {
  readonly #world: World;
  readonly #rooms = new Map<string, string>();
  readonly #order: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #seen = new Set<string>();
  readonly #replies = new Map<string, number>();
  #at = 0;
  #next = 0;

  constructor(world: World) {
    this.#world = world;
  }

  get threads(): number {
    return this.#order.length;
  }

  /** First mails of new threads, until each has its room. */
  async open(count: number): Promise<void> {
    const fresh = Array.from({ length: count }, () => randomUUID().slice(0, 8));
    for (const thread of fresh) {
      await this.#world.dovecot.save(ACCOUNT, 'INBOX', mail(thread, 0, SHORT, sender(thread)));
      this.#order.push(thread);
      this.#counts.set(thread, 1);
    }
    await until(`rooms of ${String(count)} new threads`, () => {
      this.#look();
      return fresh.every((thread) => this.#rooms.has(thread));
    });
    for (const thread of fresh) {
      for (const member of DESK_MEMBERS) this.#join(this.#rooms.get(thread) ?? '', member);
    }
  }

  /** Further mails of threads that are there, until each is in its room. */
  async goOn(count: number): Promise<void> {
    const wanted: string[] = [];
    for (let n = 0; n < count; n++) {
      const thread = this.#pick();
      const position = this.#counts.get(thread) ?? 0;
      this.#counts.set(thread, position + 1);
      wanted.push(`Mail ${thread} ${String(position)}`);
      await this.#world.dovecot.save(ACCOUNT, 'INBOX', mail(thread, position, SHORT, sender(thread)));
    }
    await until(`${String(count)} mails in their rooms`, () => {
      this.#look();
      return wanted.every((one) => this.#seen.has(one));
    });
  }

  /** Answers of members, each one at a time: the next when the relay has the last. */
  async answer(count: number): Promise<void> {
    for (let done = 0; done < count; done += DESK_MEMBERS.length) {
      const writers = DESK_MEMBERS.slice(0, count - done);
      const before = this.#world.relayed.length;
      for (const member of writers) {
        this.#world.homeserver.say(this.someRoom(), member, `Answer ${randomUUID()}\n${SHORT}`);
      }
      await until('the answers at the relay', () => this.#world.relayed.length - before >= writers.length);
    }
  }

  /** A command, and the milliseconds until its answer stands in the room. */
  async command(room: string, member: string, text: string): Promise<number> {
    this.#join(room, member);
    const began = performance.now();
    const { event_id: event } = this.#world.homeserver.say(room, member, text);
    await until(`an answer to ${text}`, () => {
      this.#look();
      return this.#replies.has(event);
    });
    return (this.#replies.get(event) ?? 0) - began;
  }

  /** The account's inbox. */
  async inbox(): Promise<string> {
    let found = '';
    await until('the inbox', () => {
      for (const effect of this.#world.homeserver.effects) {
        if (effect.kind === 'room' && effect.alias?.startsWith('mailroom_inbox_') === true) found = effect.room;
      }
      return found !== '';
    });
    return found;
  }

  someRoom(): string {
    return this.#rooms.get(this.#pick()) ?? '';
  }

  /** Threads in turn, with a step that spreads them: the same ones in every run. */
  #pick(): string {
    this.#next = (this.#next + 7919) % Math.max(1, this.#order.length);
    return this.#order[this.#next] ?? '';
  }

  /** Reads what happened on the homeserver since the last look. */
  #look(): void {
    const { effects } = this.#world.homeserver;
    for (; this.#at < effects.length; this.#at++) {
      const effect = effects[this.#at];
      if (effect?.kind !== 'event' || effect.event.type !== 'm.room.message') continue;
      const { content, room_id: room } = effect.event;
      const first = /^Mail (\w{8}) (\d+)/.exec(String(content['body']));
      if (first !== null) {
        this.#seen.add(first[0]);
        if (!this.#rooms.has(first[1] ?? '')) this.#rooms.set(first[1] ?? '', room);
      }
      const relation = content['m.relates_to'];
      const answers = typeof relation === 'object' && relation !== null && 'm.in_reply_to' in relation;
      const to = answers ? (relation['m.in_reply_to'] as { event_id?: string }).event_id : undefined;
      if (to !== undefined && !this.#replies.has(to)) this.#replies.set(to, performance.now());
    }
  }

  #join(room: string, member: string): void {
    this.#world.homeserver.rooms.member(room, member, member, { membership: 'join' });
  }
}

/** Each conversation is with somebody else. */
function sender(thread: string): string {
  return `Customer ${thread} <customer-${thread}@out.test>`;
}

const SHORT =
  'The lamp in the hall is out again, and the one before it flickers. Could somebody look at both?\r\n'.repeat(8);

async function sizeOf({ database }: World): Promise<Pick<DayFigures, 'rows' | 'databaseMb'>> {
  const { rows: tables } = await database.query<{ table: string }>(
    `SELECT tablename AS table FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename`,
  );
  const rows = [];
  for (const { table } of tables) {
    const counted = await database.query<{ count: string }>(`SELECT count(*) AS count FROM "${table}"`);
    const count = Number(counted.rows[0]?.count ?? 0);
    if (count > 0) rows.push({ table, rows: count });
  }
  const size = await database.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
  return {
    rows: rows.sort((a, b) => b.rows - a.rows),
    databaseMb: Number(size.rows[0]?.bytes ?? 0) / 1_000_000,
  };
}

/** What is printed, and what was missed: a list or a claim that took more than a second. */
export function dayReport(figures: DayFigures): {
  readonly lines: readonly string[];
  readonly misses: readonly string[];
} {
  const { day, seconds, memory, rows, databaseMb } = figures;
  const line = (what: string, sorted: readonly number[]) =>
    `${what.padEnd(8)} p50 ${percentile(sorted, 0.5).toFixed(0)} ms, p99 ${percentile(sorted, 0.99).toFixed(0)} ms, ` +
    `slowest ${(sorted.at(-1) ?? 0).toFixed(0)} ms (${String(sorted.length)})`;
  const events = day.mails + day.answers;
  return {
    lines: [
      `${String(day.threads)} threads, ${String(day.mails)} mails in, ${String(day.answers)} answers out, ` +
        `${String(DESK_MEMBERS.length)} members: ` +
        `${(seconds / 60).toFixed(1)} min, ${(events / seconds).toFixed(0)} a second`,
      line('list', figures.lists),
      line('claim', figures.claims),
      `resident MB: ${memory.base.toFixed(0)} at the start, ${memory.peak.toFixed(0)} at most`,
      `database: ${databaseMb.toFixed(0)} MB; rows: ` +
        rows.map((one) => `${one.table} ${String(one.rows)}`).join(', '),
    ],
    misses: (['lists', 'claims'] as const)
      .filter((what) => (figures[what].at(-1) ?? 0) > 1000)
      .map((what) => `one of the ${what} took more than a second`),
  };
}

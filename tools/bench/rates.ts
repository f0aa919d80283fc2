/** How many mails a second come into rooms, and messages a second leave, next to the bare PUTs of the same run. */
import { randomUUID } from 'node:crypto';
import type { RoomId, TxnId } from '../../src/bridge/types.ts';
import { MatrixClient } from '../../src/matrix/client.ts';
import { ACCOUNT, MEMBER, until, type World } from './bench-world.ts';

/**
 * Looks only at what came since the last look: a poll that read everything again would cost more than what it measures.
 */
class Seen {
  readonly #world: World;
  readonly #type: string;
  #at: number;
  readonly events: string[] = [];
  readonly times: number[] = [];

  constructor(world: World, type = 'm.room.message') {
    this.#world = world;
    this.#type = type;
    this.#at = world.homeserver.effects.length;
  }

  /** How many events came since this was made. */
  count(): number {
    const { effects } = this.#world.homeserver;
    for (; this.#at < effects.length; this.#at++) {
      const effect = effects[this.#at];
      if (effect?.kind !== 'event' || effect.event.type !== this.#type) continue;
      // The inbox has a line for each room, which may come later than the room.
      if (this.#type === 'm.room.message' && !String(effect.event.content['body']).startsWith('Mail ')) continue;
      this.events.push(effect.event.room_id);
      this.times.push(performance.now());
    }
    return this.events.length;
  }
}

/** The text of a mail of about 10 kB, the size of a usual one. */
const TEXT = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.\r\n'.repeat(60);

export function mail(
  thread: string,
  position: number,
  text = TEXT,
  from = 'Dora <dora@out.test>',
  to = ACCOUNT,
): string {
  const id = (n: number) => `<${thread}.${String(n)}@out.test>`;
  const parent = position === 0 ? '' : `In-Reply-To: ${id(0)}\r\nReferences: ${id(0)}\r\n`;
  return (
    `From: ${from}\r\nTo: ${to}\r\nSubject: ${position === 0 ? '' : 'Re: '}Bench ${thread}\r\n` +
    `Message-ID: ${id(position)}\r\n${parent}Date: Sun, 22 Nov 2026 12:00:00 +0000\r\n` +
    `Content-Type: text/plain; charset=utf-8\r\n\r\nMail ${thread} ${String(position)}\r\n${text}`
  );
}

/** Makes a thread for each room with a first mail, in the accounts in turn; the rooms in the order of the threads. */
export async function openRooms(
  world: World,
  count: number,
  accounts: readonly string[] = [ACCOUNT],
): Promise<{ threads: string[]; rooms: string[] }> {
  const threads = Array.from({ length: count }, () => randomUUID().slice(0, 8));
  for (const [at, thread] of threads.entries()) await arrives(world, thread, 0, accounts[at % accounts.length]);
  const rooms = threads.map(() => '');
  await until('the rooms of all threads', () => {
    for (const event of world.homeserver.sent()) {
      const at = threads.findIndex((thread) => String(event.content['body']).startsWith(`Mail ${thread} 0`));
      if (at >= 0) rooms[at] = event.room_id;
    }
    return rooms.every((room) => room !== '');
  });
  for (const room of rooms) await until('an invitation to each room', () => enters(world, room));
  return { threads, rooms };
}

/** A mail of a thread comes to an account. */
function arrives(world: World, thread: string, position: number, account = ACCOUNT): Promise<void> {
  return world.dovecot.save(account, 'INBOX', mail(thread, position, TEXT, 'Dora <dora@out.test>', account));
}

/** Whether the member could enter: one who is not asked in yet is refused. */
function enters(world: World, room: string): boolean {
  try {
    world.homeserver.rooms.member(room, MEMBER, MEMBER, { membership: 'join' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The bare rate: the same number of PUTs of the same size, one after the other in each room, all rooms side by side.
 */
export async function bareRate(world: World, rooms: readonly string[], each: number): Promise<number> {
  const client = new MatrixClient({ url: world.homeserver.url, token: world.asToken });
  const content = { msgtype: 'm.text', body: TEXT };
  const began = performance.now();
  await Promise.all(
    rooms.map(async (room) => {
      for (let n = 0; n < each; n++)
        await client.send(room as RoomId, 'm.room.message', randomUUID() as TxnId, content);
    }),
  );
  const rate = (rooms.length * each * 1000) / (performance.now() - began);
  client.close();
  return rate;
}

/**
 * Mails that wait in the mailbox when Mailroom comes up, until the last is in its room; timed from the first event of
 * the batch on, so that neither the start nor IDLE's own half second counts.
 */
export async function mailInRate(
  world: World,
  count: number,
  each: number,
  accounts: readonly string[] = [ACCOUNT],
): Promise<number> {
  const { threads, rooms } = await openRooms(world, count, accounts);
  await world.bridge.stop();
  for (let n = 1; n <= each; n++) {
    for (const [at, thread] of threads.entries()) await arrives(world, thread, n, accounts[at % accounts.length]);
  }
  const seen = new Seen(world);
  const total = count * each;
  const watching = until(`${String(total)} mails in their rooms`, () => seen.count() >= total);
  await Promise.all([world.bridge.start(), watching]);
  const wanted = new Set(rooms);
  if (seen.events.length !== total || seen.events.some((room) => !wanted.has(room)))
    throw new Error('a mail is not where it belongs');
  return ((total - 1) * 1000) / ((seen.times.at(-1) ?? 0) - (seen.times[0] ?? 0));
}

/** Messages of a member in each room, all pushed at once, until the relay has the last of them; hold 0. */
export async function mailOutRate(world: World, rooms: readonly string[], each: number): Promise<number> {
  const before = world.relayed.length;
  const signs = new Seen(world, 'm.reaction');
  const total = rooms.length * each;
  for (let n = 0; n < each; n++)
    for (const room of rooms) world.homeserver.say(room, MEMBER, `Answer ${String(n)}\n${TEXT}`);
  await until(`${String(total)} mails at the relay`, () => world.relayed.length - before >= total);
  const times = world.relayed.slice(before).map(({ at }) => at);
  await until('a sign on each message', () => signs.count() >= total);
  return ((total - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
}

/**
 * From a mail that lies in the mailbox to its event, milliseconds, one mail at a time. Dovecot tells of it after 500 ms
 * by design.
 */
export async function latencies(world: World, mails: number): Promise<number[]> {
  const { threads } = await openRooms(world, 1);
  const [thread = ''] = threads;
  const took: number[] = [];
  for (let n = 1; n <= mails; n++) {
    const seen = new Seen(world);
    const began = performance.now();
    await world.dovecot.save(ACCOUNT, 'INBOX', mail(thread, n));
    await until('the event of a mail', () => seen.count() > 0);
    took.push(performance.now() - began);
  }
  return took.sort((a, b) => a - b);
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/**
 * Mails and messages at once, over which the process dies again and again: none lost, none twice, none out of order.
 * How many is the test's.
 */
import assert from 'node:assert/strict';
import { z } from 'zod';
import type { MessageKey, ThreadId } from '../../src/bridge/types.ts';
import { retryMails } from '../../src/db/mail-tables/outgoing-delivery.ts';
import { alice, bot, type World } from './world.ts';
import type { Life } from './world-child.ts';

export interface BurstSize {
  readonly threads: number;
  /** Mails, and as many messages, of each thread. */
  readonly perThread: number;
  /** How often the process dies, each time after another share of all effects. */
  readonly deaths: number;
  /** For each wait, milliseconds. */
  readonly patience: number;
}

/** Chance that repeats itself (mulberry32): after how many of all effects the process dies. */
export function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

interface Thread {
  readonly number: number;
  readonly address: string;
  readonly room: string;
}

const first = (number: number) => `<first-${String(number)}@outside.test>`;
const address = (number: number) => `writer${String(number)}@outside.test`;

function mail(number: number, id: string, text: string, inReplyTo: string | null): string {
  const lines = [
    `From: Writer ${String(number)} <${address(number)}>`,
    'To: support@mailroom.test',
    `Subject: Matter ${String(number)}`,
    `Message-ID: ${id}`,
    ...(inReplyTo === null ? [] : [`In-Reply-To: ${inReplyTo}`]),
    `Date: ${new Date().toUTCString()}`,
    '',
    text,
    '',
  ];
  return lines.join('\r\n');
}

/** Plays a burst in a world that has not begun, and looks at every effect of it. */
export async function playBurst(
  world: World,
  { threads: count, perThread, deaths, patience }: BurstSize,
): Promise<void> {
  const all = 2 * count * perThread;
  await world.mailboxesBegun();
  let life = world.begin();
  const threads = await openThreads(world, life, count);
  const effects = counter(world);
  pour(world, threads, perThread);
  const random = chance(20_260_105);
  /** Message-IDs of mails of which nobody knew, at a death, whether the relay has them. */
  const unknown = new Set<string>();
  for (let death = 1; death <= deaths; death++) {
    const at = Math.floor((all * (death - 1 + random.next().value)) / deaths);
    await world.see(`${String(at)} effects`, () => effects() >= at, life, patience);
    life.kill();
    await life.ended;
    for (const { id } of await world.rows(`SELECT message_id AS id FROM outgoing WHERE state = 'trying'`)) {
      unknown.add(z.string().parse(id));
    }
    life = world.begin();
  }
  await world.calm(life, patience);
  const held = await retryHeld(world);
  await world.see('all effects', () => effects() >= all, life, patience);
  await world.calm(life, patience);
  for (const thread of threads) assertThread(world, thread, perThread);
  assertOrder(world, held);
  await assertMailed(world, count * perThread, { unknown, held });
  assert.deepEqual(await world.rows(`SELECT send, state FROM matrix_sends WHERE state <> 'sent'`), []);
  assert.deepEqual(await world.rows(`SELECT mail, state FROM mails WHERE state NOT IN ('decided', 'ignored')`), []);
}

/** A mail of each writer, and Alice in each room. */
async function openThreads(world: World, life: Life, count: number): Promise<Thread[]> {
  const { homeserver, imap } = world;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const by = (number: number) => homeserver.sent().find(({ sender }) => sender.includes(`writer${String(number)}=`));
  for (const number of numbers) imap.add(imap.inbox, mail(number, first(number), 'begins', null));
  // Other events of the rooms and of the account's own rooms come meanwhile: each writer's first mail is what counts.
  await world.see('the first mail of each in a room', () => numbers.every((number) => by(number) !== undefined), life);
  await world.calm(life);
  return numbers.map((number) => {
    const opened = by(number);
    assert.ok(opened);
    homeserver.rooms.member(opened.room_id, alice, alice, { membership: 'join', displayname: 'Alice' });
    return { number, address: address(number), room: opened.room_id };
  });
}

/** Everything at once, round by round, as it comes on a busy morning. */
function pour(world: World, threads: readonly Thread[], perThread: number): void {
  const { homeserver, imap } = world;
  for (let n = 0; n < perThread; n++) {
    for (const { number, room } of threads) {
      const id = `<reply-${String(number)}-${String(n)}@outside.test>`;
      imap.add(imap.inbox, mail(number, id, `mail ${String(number)}.${String(n)}`, first(number)));
      homeserver.say(room, alice, `word ${String(number)}.${String(n)}`);
    }
  }
}

/** How much of the burst is on the other side: mails in rooms and different mails at the relay. */
function counter(world: World): () => number {
  const shown = (): number => world.homeserver.sent().filter(({ sender }) => sender !== alice && sender !== bot).length;
  const before = shown();
  return () => shown() - before + new Set(world.relay.mails.map(({ raw }) => raw.toString('latin1'))).size;
}

/** The mails of a thread stand in its room once and in their order; whom the answers go to was told once. */
function assertThread(world: World, { number, address: writer, room }: Thread, perThread: number): void {
  const all = world.homeserver.sent('m.room.message', room);
  const shown = all.filter(({ sender }) => sender !== alice && sender !== bot).map(({ content }) => content['body']);
  const wanted = Array.from({ length: perThread }, (_, n) => `mail ${String(number)}.${String(n)}`);
  assert.deepEqual(shown, ['begins', ...wanted]);
  const told = all.filter(({ sender, content }) => sender === bot && JSON.stringify(content).includes(writer));
  assert.equal(told.length, 1);
  assertSigns(world, room, perThread);
}

/**
 * Each message has the sign that it is mailed and the sign that it left, and no other. Where the relay was not reached
 * at once, one that says so may have stood there before; none was set twice.
 */
function assertSigns({ homeserver }: World, room: string, perThread: number): void {
  const shape = z.object({ 'm.relates_to': z.object({ event_id: z.string(), key: z.string() }) });
  const set = homeserver.sent('m.reaction', room).map(({ event_id: id, content }) => {
    const { event_id: of, key } = shape.parse(content)['m.relates_to'];
    return { id, sign: `${of} ${key}` };
  });
  assert.equal(new Set(set.map(({ sign }) => sign)).size, set.length);
  const taken = new Set(homeserver.sent('m.room.redaction', room).map(({ redacts }) => redacts));
  const standing = set.filter(({ id }) => !taken.has(id)).map(({ sign }) => sign);
  const said = homeserver.sent('m.room.message', room).filter(({ sender }) => sender === alice);
  assert.equal(said.length, perThread);
  const wanted = said.map(({ event_id: id }) => `${id} ✔️`);
  // What waited longer than others was shown to be taken.
  const settled = standing.filter((sign) => !sign.endsWith('✉️'));
  assert.deepEqual(settled.sort(), wanted.sort());
}

/**
 * A mail of which nobody knew twice whether the relay has it is left to people, who let it be sent again. Their
 * Message-IDs.
 */
async function retryHeld(world: World): Promise<ReadonlySet<string>> {
  const { db } = world.database;
  const { rows } = await db.query<{ outgoing: MessageKey; thread: ThreadId; id: string }>(
    `SELECT outgoing, thread, message_id AS id FROM outgoing WHERE state = 'unknown'`,
  );
  for (const { outgoing, thread } of rows) {
    await db.transaction((tx) => retryMails(tx, thread, { mails: [outgoing], addresses: null }));
  }
  return new Set(rows.map(({ id }) => id));
}

const idOf = (raw: string): string => /^Message-ID:\s+(<[^>]+>)/im.exec(raw)?.[1] ?? '';

/**
 * The relay got the words of each room in the order in which they were said; what came twice came before the next. What
 * waited for people lets others pass.
 */
function assertOrder({ relay }: World, held: ReadonlySet<string>): void {
  const last = new Map<string, number>();
  const overtaken: string[] = [];
  for (const { raw } of relay.mails.filter((mail) => !held.has(idOf(mail.raw.toString('latin1'))))) {
    const [, room = '', n = ''] = /^word (\d+)\.(\d+)/m.exec(raw.toString('latin1')) ?? [];
    const before = last.get(room) ?? -1;
    if (Number(n) < before) overtaken.push(`${room}.${n} after ${room}.${String(before)}`);
    last.set(room, Math.max(before, Number(n)));
  }
  assert.deepEqual(overtaken, []);
}

/**
 * Every word is one mail. The same bytes came a second time, and that was told, only where the process died after the
 * mark that stands before the end of the data and before the reply was written down (`unknown`).
 */
async function assertMailed(
  world: World,
  each: number,
  { unknown, held }: { readonly unknown: ReadonlySet<string>; readonly held: ReadonlySet<string> },
): Promise<void> {
  const { homeserver, imap, relay } = world;
  const copies = new Map<string, number>();
  for (const { raw } of relay.mails) copies.set(raw.toString('latin1'), (copies.get(raw.toString('latin1')) ?? 0) + 1);
  const words = [...copies.keys()].map((raw) => /^word \d+\.\d+/m.exec(raw)?.[0]);
  assert.equal(copies.size, each);
  assert.equal(new Set(words).size, each);
  assert.ok(!words.includes(undefined));

  for (const [raw, count] of copies) {
    const id = idOf(raw);
    assert.ok(count === 1 || unknown.has(id), `${id} came twice, although it was known whether the relay has it`);
  }
  const outgoing = await world.rows('SELECT state, resent, copied_at IS NOT NULL AS copied FROM outgoing');
  assert.ok(outgoing.every(({ state, copied }) => state === 'sent' && copied === true));
  const resent = outgoing.filter((row) => row['resent'] === true).length;
  const twice = [...copies.values()].filter((count) => count > 1).length;
  assert.ok([...copies].every(([raw, count]) => count <= (held.has(idOf(raw)) ? 3 : 2)));
  assert.ok(twice <= resent, `${String(twice)} twice, ${String(resent)} told`);
  const notices = homeserver
    .sent()
    .filter(({ sender, content }) => sender === bot && content['m.mentions'] !== undefined);
  const told = notices.filter(({ content }) => JSON.stringify(content['m.mentions']).includes(alice));
  // Once that it was sent once more, and once that it is held.
  assert.equal(told.length, resent + held.size);

  const filed = imap.sent.mails.map(({ raw }) => raw.toString('latin1'));
  assert.equal(filed.length, each);
  assert.equal(new Set(filed).size, each);
  assert.ok(filed.every((raw) => copies.has(raw)));
}

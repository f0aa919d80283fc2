/** 200 mails and 200 messages at once, over which the process dies three times: none lost, none twice, none out of order. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, bot, Site, type World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';

const THREADS = 10;
const PER_THREAD = 20;
const EACH = THREADS * PER_THREAD;
/** For the whole burst, milliseconds. */
const PATIENCE_MS = 120_000;

/** Chance that repeats itself (mulberry32): after how many of all effects the process dies. */
function* chance(seed: number): Generator<number, never> {
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

describe('a burst', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('of 200 mails and 200 messages comes through three deaths of the process', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      let life = world.begin();
      const threads = await openThreads(world, life);
      const effects = counter(world);
      pour(world, threads);
      const random = chance(20_260_105);
      for (let death = 1; death <= 3; death++) {
        const at = Math.floor((2 * EACH * (death - 1 + random.next().value)) / 3);
        await world.see(`${String(at)} effects`, () => effects() >= at, life, PATIENCE_MS);
        life.kill();
        await life.ended;
        life = world.begin();
      }
      await world.see('all effects', () => effects() >= 2 * EACH, life, PATIENCE_MS);
      await world.calm(life, PATIENCE_MS);
      for (const thread of threads) assertThread(world, thread);
      await assertMailed(world);
      assert.deepEqual(await world.rows(`SELECT send, state FROM matrix_sends WHERE state <> 'sent'`), []);
      assert.deepEqual(await world.rows(`SELECT mail, state FROM mails WHERE state NOT IN ('decided', 'ignored')`), []);
    }));
});

/** A mail of each writer, and Alice in each room. */
async function openThreads(world: World, life: Life): Promise<Thread[]> {
  const { homeserver, imap } = world;
  const numbers = Array.from({ length: THREADS }, (_, index) => index);
  for (const number of numbers) imap.add(imap.inbox, mail(number, first(number), 'begins', null));
  await world.see('the rooms', () => homeserver.sent().length === THREADS, life);
  await world.calm(life);
  return numbers.map((number) => {
    const [opened] = homeserver.sent().filter(({ sender }) => sender.includes(`writer${String(number)}=`));
    assert.ok(opened);
    homeserver.rooms.member(opened.room_id, alice, alice, { membership: 'join', displayname: 'Alice' });
    return { number, address: address(number), room: opened.room_id };
  });
}

/** Everything at once, round by round, as it comes on a busy morning. */
function pour(world: World, threads: readonly Thread[]): void {
  const { homeserver, imap } = world;
  for (let n = 0; n < PER_THREAD; n++) {
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
function assertThread(world: World, { number, address: writer, room }: Thread): void {
  const all = world.homeserver.sent('m.room.message', room);
  const shown = all.filter(({ sender }) => sender !== alice && sender !== bot).map(({ content }) => content['body']);
  const wanted = Array.from({ length: PER_THREAD }, (_, n) => `mail ${String(number)}.${String(n)}`);
  assert.deepEqual(shown, ['begins', ...wanted]);
  const told = all.filter(({ sender, content }) => sender === bot && JSON.stringify(content).includes(writer));
  assert.equal(told.length, 1);
  const signs = world.homeserver.sent('m.reaction', room).map(({ content }) => JSON.stringify(content['m.relates_to']));
  // That it is mailed, and that it left.
  assert.equal(signs.length, 2 * PER_THREAD);
  assert.equal(new Set(signs).size, 2 * PER_THREAD);
}

/** Every word is one mail; where the process died between data and reply the same bytes a second time, and told. */
async function assertMailed(world: World): Promise<void> {
  const { homeserver, imap, relay } = world;
  const copies = new Map<string, number>();
  for (const { raw } of relay.mails) copies.set(raw.toString('latin1'), (copies.get(raw.toString('latin1')) ?? 0) + 1);
  const words = [...copies.keys()].map((raw) => /^word \d+\.\d+/m.exec(raw)?.[0]);
  assert.equal(copies.size, EACH);
  assert.equal(new Set(words).size, EACH);
  assert.ok(!words.includes(undefined));

  const outgoing = await world.rows('SELECT state, resent, copied_at IS NOT NULL AS copied FROM outgoing');
  assert.ok(outgoing.every(({ state, copied }) => state === 'sent' && copied === true));
  const resent = outgoing.filter((row) => row['resent'] === true).length;
  const twice = [...copies.values()].filter((count) => count > 1).length;
  assert.ok([...copies.values()].every((count) => count <= 2));
  assert.ok(twice <= resent, `${String(twice)} twice, ${String(resent)} told`);
  const notices = homeserver
    .sent()
    .filter(({ sender, content }) => sender === bot && content['m.mentions'] !== undefined);
  const told = notices.filter(({ content }) => JSON.stringify(content['m.mentions']).includes(alice));
  assert.equal(told.length, resent);

  const filed = imap.sent.mails.map(({ raw }) => raw.toString('latin1'));
  assert.equal(filed.length, EACH);
  assert.equal(new Set(filed).size, EACH);
  assert.ok(filed.every((raw) => copies.has(raw)));
}

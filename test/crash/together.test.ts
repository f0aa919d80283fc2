/** What is decided, and what settles, in one transaction, ended between its parts: each is there once, in order. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, bob, bobsGhost, Site } from '../support/world.ts';

const THREADS = 3;
const EACH = 3;

/** Where the process ends: between what is written in one transaction, and around its commit. */
const STEPS: readonly (readonly [at: string, nths: readonly number[]])[] = [
  ['mail-in:written', [2, 5]],
  ['mail-in:before-commit', [1]],
  ['mail-in:after-commit', [1]],
  ['matrix-send:written', [3]],
  ['matrix-send:after-commit', [3]],
];

/** As above, of what is said in rooms. */
const OUT: readonly (readonly [at: string, nths: readonly number[]])[] = [
  ['event-in:written', [2, 4]],
  ['event-in:before-commit', [1]],
  ['event-in:after-commit', [2]],
  ['mail-out:freezing', [1, 2]],
  ['mail-out:before-freeze', [1]],
  ['mail-out:frozen', [2]],
  ['mail-out:written', [2]],
  ['mail-out:before-commit', [2]],
  ['mail-out:after-commit', [1]],
];

describe('mails of one moment', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  for (const [at, nths] of STEPS) {
    for (const nth of nths) {
      it(`are each there once, in the order of their conversation, when the process ends at ${at} ${String(nth)}`, () =>
        site.in(async (world) => {
          await world.mailboxesBegun();
          for (let n = 0; n < EACH; n++)
            for (let thread = 0; thread < THREADS; thread++) world.imap.add(world.imap.inbox, mail(thread, n));
          assert.equal((await world.begin({ at, nth }).ended).signal, 'SIGKILL');
          const life = world.begin();
          await world.see(
            'the decision on each mail',
            async () => (await world.rows(`SELECT FROM mails WHERE state = 'decided'`)).length === THREADS * EACH,
            life,
          );
          await world.calm(life);
          const said = world.homeserver.sent('m.room.message').filter(({ sender }) => sender === bobsGhost);
          const rooms = Map.groupBy(said, ({ room_id: room }) => room);
          const bodies = [...rooms.values()].map((events) => events.map(({ content }) => content['body']));
          assert.deepEqual(
            bodies.toSorted(),
            Array.from({ length: THREADS }, (_, thread) =>
              Array.from({ length: EACH }, (_none, n) => `Crane ${String(thread)}, word ${String(n)}.`),
            ),
          );
        }));
    }
  }
});

describe('what is said at one moment', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  for (const [at, nths] of OUT) {
    for (const nth of nths) {
      it(`is mailed once, in the order of its conversation, when the process ends at ${at} ${String(nth)}`, () =>
        site.in(async (world) => {
          await world.mailboxesBegun();
          for (let thread = 0; thread < THREADS; thread++) world.imap.add(world.imap.inbox, mail(thread, 0));
          const first = world.begin();
          const rooms = () => [
            ...new Set(
              world.homeserver
                .sent('m.room.message')
                .filter(({ sender }) => sender === bobsGhost)
                .map(({ room_id: room }) => room),
            ),
          ];
          await world.see('a room for each', () => rooms().length === THREADS, first);
          await world.calm(first);
          first.kill();
          await first.ended;
          for (const room of rooms()) world.homeserver.rooms.member(room, alice, alice, { membership: 'join' });
          for (let n = 0; n < EACH; n++)
            for (const [at, room] of rooms().entries())
              world.homeserver.say(room, alice, `Word ${String(n)} of room ${String(at)}.`);
          assert.equal((await world.begin({ at, nth }).ended).signal, 'SIGKILL');
          const life = world.begin();
          await world.see('each at the relay', () => world.relay.mails.length >= THREADS * EACH, life);
          await world.calm(life);
          const words = world.relay.mails.map(({ raw }) => /Word (\d) of room (\d)\./.exec(raw.toString('latin1')));
          const byRoom = Map.groupBy(words, (found) => found?.[2]);
          assert.deepEqual(
            [...byRoom.values()].map((said) => said.map((found) => found?.[1])),
            Array.from({ length: THREADS }, () => Array.from({ length: EACH }, (_none, n) => String(n))),
          );
        }));
    }
  }
});

function mail(thread: number, position: number): string {
  const id = (n: number): string => `<crane.${String(thread)}.${String(n)}@outside.test>`;
  return [
    `From: Bob <${bob}>`,
    'To: support@mailroom.test',
    `Subject: ${position === 0 ? '' : 'Re: '}Crane ${String(thread)}`,
    `Message-ID: ${id(position)}`,
    ...(position === 0 ? [] : [`In-Reply-To: ${id(0)}`, `References: ${id(0)}`]),
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: text/plain',
    '',
    `Crane ${String(thread)}, word ${String(position)}.`,
    '',
  ].join('\r\n');
}

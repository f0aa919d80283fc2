/** Mails that are decided, and sends that settle, in one transaction, ended between them: each is there once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { bob, bobsGhost, Site } from '../support/world.ts';

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

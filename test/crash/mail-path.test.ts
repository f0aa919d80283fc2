/** A mail on its way into its room, ended at each step: afterwards every effect is there once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Site } from '../support/world.ts';
import { assertArrived, bobsMail, untilArrived } from './paths.ts';

/** A mail above this is read in pieces; see `src/imap/plan.ts`. */
const LARGE = 900_000;

/** The steps in their order, and at which passing of each the process ends. */
const STEPS: readonly (readonly [at: string, nths: readonly number[], fileSize?: number])[] = [
  ['imap:before-commit', [1]],
  ['imap:after-commit', [1]],
  ['imap:fetching-begun', [1], LARGE],
  ['imap:chunk-stored', [1, 2], LARGE],
  ['imap:chunks-stored', [1], LARGE],
  ['imap:before-commit', [1], LARGE],
  ['imap:after-commit', [1], LARGE],
  ['mail-in:claimed', [1]],
  ['mail-in:ran', [1]],
  ['mail-in:before-commit', [1]],
  ['mail-in:after-commit', [1]],
  ['matrix-send:claimed', [1]],
  // Of the bot, then of Bob's ghost.
  ['ghost:registered', [1]],
  ['ghost:device', [1, 2]],
  // Of the space, then of the thread's room.
  ['room:created', [1, 2]],
  ['room:recorded', [1, 2]],
  // Of one to the space, then of those into the thread's room.
  ['room:invited', [1, 4]],
  ['room:completed', [1, 2]],
  // Of the text, then of the file.
  ['matrix-send:room', [1, 2]],
  ['ghost:joined', [1]],
  ['matrix-send:joined', [1, 2]],
  ['media:created', [1]],
  ['media:reserved', [1]],
  ['media:uploaded', [1]],
  ['matrix-send:uploaded', [1, 2]],
  ['matrix-send:sent', [1, 2]],
  ['matrix-send:ran', [1, 2]],
  ['matrix-send:before-commit', [1, 2]],
  ['matrix-send:after-commit', [1, 2]],
  // The homeserver pushes what we did back to us.
  ['intake:before-commit', [1]],
  ['intake:after-commit', [1]],
  ['event-in:claimed', [1]],
  ['event-in:ran', [1]],
  ['event-in:before-commit', [1]],
  ['event-in:after-commit', [1]],
];

describe('a mail on its way into the room', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  for (const [at, nths, fileSize] of STEPS) {
    for (const nth of nths) {
      const name = `${at} ${String(nth)}${fileSize === undefined ? '' : ' of a large mail'}`;
      it(`is there once when the process ends at ${name}`, () =>
        site.in(async (world) => {
          await world.mailboxesBegun();
          const mail = bobsMail(world, fileSize);
          assert.equal((await world.begin({ at, nth }).ended).signal, 'SIGKILL');
          await untilArrived(world, world.begin());
          await assertArrived(world, mail);
        }));
    }
  }
});

/** An answer on its way to the relay, ended at each step: afterwards every effect is there once. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Step, World } from '../support/world.ts';
import { Site } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';
import { alicesWord, assertAnswered, assertArrived, bobsMail, untilAnswered, untilArrived } from './paths.ts';
import type { AlicesWord, BobsMail } from './paths.ts';

/** The steps in their order, and at which passing of each the process ends. */
const STEPS: readonly (readonly [at: string, nths: readonly number[]])[] = [
  // Of Alice's joining or her word, which are pushed one after the other or together.
  ['intake:before-commit', [1]],
  ['intake:after-commit', [1]],
  // Of the joining, then of the word.
  ['event-in:claimed', [1]],
  ['event-in:ran', [1, 2]],
  ['event-in:before-commit', [1, 2]],
  ['event-in:after-commit', [1, 2]],
  ['mail-out:claimed', [1]],
  // Its room is looked at.
  ['look:read', [1]],
  ['look:stored', [1]],
  ['mail-out:seen', [1]],
  ['mail-out:closed', [1]],
  ['mail-out:composed', [1]],
  ['mail-out:frozen', [1]],
  // The relay has nothing before the end of the data.
  ['mail-out:begun', [1]],
  ['mail-out:read', [1]],
  // Its reply is written down.
  ['mail-out:noted', [1]],
  ['mail-out:ran', [1]],
  ['mail-out:before-commit', [1]],
  ['mail-out:after-commit', [1]],
  ['mail-sent:claimed', [1]],
  ['mail-sent:answered', [1]],
  ['mail-sent:copied', [1]],
  ['mail-sent:ran', [1]],
  ['mail-sent:before-commit', [1]],
  ['mail-sent:after-commit', [1]],
  // The copy in Sent, seen there and known.
  ['imap:before-commit', [1]],
  ['imap:after-commit', [1]],
  // Of the notice to whom it goes, and of the ✔️.
  ['matrix-send:room', [1, 2]],
  ['matrix-send:sent', [1, 2]],
  ['matrix-send:before-commit', [1, 2]],
  ['matrix-send:after-commit', [1, 2]],
];

/**
 * From the mark, directly before the end of the data, until the relay's reply is written down nobody can know whether
 * it has the mail.
 */
const UNKNOWN: readonly (readonly [at: string, relayed: number])[] = [
  ['mail-out:marked', 1],
  ['mail-out:answered', 2],
];

describe('a message on its way to the relay', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  /** Bob's mail is in the room, Alice answers, the process dies and is started again. */
  async function answer(
    world: World,
    die: (life: Life) => Promise<void>,
    outcome: { relayed: number; told: boolean },
  ): Promise<void> {
    await world.mailboxesBegun();
    const mail: BobsMail = bobsMail(world);
    const life = world.begin();
    await untilArrived(world, life);
    await assertArrived(world, mail);
    await die(life);
    const word: AlicesWord = alicesWord(world);
    assert.equal((await life.ended).signal, 'SIGKILL');
    const next = world.begin();
    await untilAnswered(world, next);
    await assertAnswered(world, mail, word, outcome);
  }
  const at = (step: Step) => (life: Life) => life.endAt(step);

  for (const [name, nths] of STEPS) {
    for (const nth of nths) {
      it(`is mailed once when the process ends at ${name} ${String(nth)}`, () =>
        site.in((world) => answer(world, at({ at: name, nth }), { relayed: 1, told: false })));
    }
  }

  for (const [name, relayed] of UNKNOWN) {
    it(`is mailed at most twice, the same bytes, and the room is told, when the process ends at ${name}`, () =>
      site.in((world) => answer(world, at({ at: name, nth: 1 }), { relayed, told: true })));
  }

  it('is mailed at most twice, and the room is told, when the process ends between the last dot and the reply', () =>
    site.in((world) =>
      answer(
        world,
        (life) => {
          world.relay.onTaken = async () => {
            world.relay.onTaken = () => undefined;
            life.kill();
            await life.ended;
          };
          return Promise.resolve();
        },
        { relayed: 2, told: true },
      ),
    ));

  it('is mailed once when the database drops all its connections before the reply of the relay', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const mail = bobsMail(world);
      const life = world.begin();
      await untilArrived(world, life);
      world.relay.onTaken = async () => {
        await world.rows(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
      };
      const word = alicesWord(world);
      await untilAnswered(world, life);
      await assertAnswered(world, mail, word, { relayed: 1, told: false });
    }));
});

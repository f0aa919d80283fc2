/**
 * A mail is forwarded, answered aside and taken back, and the process ends at each step of that: it leaves once, and
 * nothing crosses.
 */
import { after, before, describe, it } from 'node:test';
import { Site } from '../support/world.ts';
import { command, join, letter, mailedId, opening, react, said, say, told } from './acts.ts';
import { playTwice } from './played-twice.ts';
import type { Act } from './played-twice.ts';

const erin = 'erin@outside.test';

const acts: readonly Act[] = [
  ...opening,
  {
    name: 'Alice forwards the mail',
    does: (world) => command(world, said(world, 'The first mail'), `!mail forward thread ${erin} Yours?`),
    dies: [
      'event-in:before-commit',
      'event-in:after-commit',
      'matrix-send:room',
      'member-act:moved',
      'member-act:before-commit',
      'member-act:after-commit',
      'mail-out:closed',
      'mail-out:composed',
      'mail-out:frozen',
    ],
  },
  { name: 'she enters the room', does: (world) => join(world, 'Fwd: The crane') },
  {
    name: 'Erin answers, with Bob in Cc',
    does: (world) => {
      const answers = mailedId(world);
      letter(world, { from: erin, cc: 'bob@outside.test', subject: 'Re: Fwd: The crane', id: 'aside', answers });
    },
    dies: ['mail-in:before-commit', 'mail-in:after-commit', 'matrix-send:sent'],
  },
  { name: 'Alice thanks her', does: (world) => say(world, 'Fwd: The crane', 'Thank you.') },
  {
    name: 'Alice forwards it once more',
    does: (world) => command(world, said(world, 'The first mail'), '!mail forward dave@outside.test And yours?'),
  },
  {
    name: 'that was too late to take back',
    does: (world) => react(world, told(world, 'forwards this mail to dave@outside.test'), '❌'),
    dies: ['event-in:before-commit', 'event-in:after-commit'],
  },
];

describe('a mail that is forwarded', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('leaves once, is answered aside, and nobody crosses, wherever the process ends', () => playTwice(site, {}, acts));
});

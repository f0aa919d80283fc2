/** More than strangers may begin, ended at its steps: each mail waits, is told and is let in once. */
import { after, before, describe, it } from 'node:test';
import { Site } from '../support/world.ts';
import { join, letter, opening, react, say, told } from '../crash/acts.ts';
import { playTwice } from '../crash/played-twice.ts';
import type { Act } from '../crash/played-twice.ts';

const STORED = ['mail-in:before-commit', 'mail-in:after-commit'] as const;
const DECIDED = ['event-in:before-commit', 'event-in:after-commit'] as const;

describe('what is more than strangers may begin', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  const acts: readonly Act[] = [
    ...opening,
    {
      name: 'a second first mail',
      does: (world) => letter(world, { from: 'eve@evil.test', subject: 'Rope', id: 'rope' }),
    },
    {
      name: 'a third, which waits',
      does: (world) => letter(world, { from: 'mal@mal.test', subject: 'Hook', id: 'hook' }),
      dies: [...STORED, 'matrix-send:room', 'matrix-send:sent', 'matrix-send:before-commit'],
    },
    {
      name: 'a fourth',
      does: (world) => letter(world, { from: 'ned@ned.test', subject: 'Chain', id: 'chain' }),
      dies: STORED,
    },
    {
      name: 'a fifth',
      does: (world) => letter(world, { from: 'pat@pat.test', subject: 'Pulley', id: 'pulley' }),
    },
    { name: 'Alice comes to where they wait', does: (world) => join(world, 'Mail that waits') },
    {
      name: 'she lets one in',
      does: (world) => react(world, told(world, 'Hook'), '✅'),
      dies: [...DECIDED, ...STORED, 'matrix-send:sent'],
    },
    { name: 'she discards another', does: (world) => react(world, told(world, 'Pulley'), '❌'), dies: DECIDED },
    {
      name: 'she lets the rest in',
      does: (world) => say(world, 'Mail that waits', '!mail overflow let-in'),
      dies: [...DECIDED, ...STORED],
    },
  ];

  it('waits in one room, and is let in or discarded once', () => playTwice(site, {}, acts, { new_rooms: 16 }));
});

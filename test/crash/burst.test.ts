import { after, before, describe, it } from 'node:test';
import { playBurst } from '../support/burst.ts';
import { Site } from '../support/world.ts';

describe('a burst', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('of 200 mails and 200 messages comes through three deaths of the process', () =>
    site.in((world) => playBurst(world, { threads: 10, perThread: 20, deaths: 3, patience: 120_000 })));
});

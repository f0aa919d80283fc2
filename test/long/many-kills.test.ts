import { after, before, describe, it } from 'node:test';
import { playBurst } from '../support/burst.ts';
import { Site } from '../support/world.ts';

describe('a long burst', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('of 300 mails and 300 messages comes through 37 deaths of the process', () =>
    site.in(
      (world) => playBurst(world, { threads: 10, perThread: 30, deaths: 37, patience: 300_000 }),
      {},
      // Nobody writes so many mails within minutes: both would stop them.
      { mails_per_user_day: 0, breaker: 0 },
    ));
});

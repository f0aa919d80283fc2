/**
 * Two processes on one database: no mail is handed over by two that live, and a process that stood still does no harm.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Site, type World } from '../support/world.ts';
import { alicesWord, assertAnswered, assertArrived, bobsMail, untilAnswered, untilArrived } from './paths.ts';

/** As in the config of the world, milliseconds. */
const LEASE_MS = 2_000;

describe('two processes', { concurrency: 2 }, () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  /** Milliseconds from now until the first process would count as dead. */
  const aliveFor = async (world: World) => {
    const [row] = await world.rows(
      `SELECT extract(epoch FROM alive_until)::double precision * 1000 AS ms FROM processes ORDER BY alive_until LIMIT
         1`,
    );
    return Number(row?.['ms'] ?? 0);
  };

  it('leave a mail to the one that waits for the relay, however long that takes', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const mail = bobsMail(world);
      const first = world.begin();
      await untilArrived(world, first);
      world.relay.onTaken = async () => {
        const second = world.begin(null, 'second');
        await second.up();
        const then = await aliveFor(world);
        await world.see('two leases to pass', async () => (await aliveFor(world)) > then + 2 * LEASE_MS, second);
      };
      const word = alicesWord(world);
      await untilAnswered(world, first);
      await assertAnswered(world, mail, word, { relayed: 1, told: false });
    }));

  it('know of each other when one stood still in the midst of a mail: the other takes over, and is told of once', () =>
    site.in(async (world) => {
      await world.mailboxesBegun();
      const mail = bobsMail(world);
      const first = world.begin();
      await untilArrived(world, first);
      await assertArrived(world, mail);
      world.relay.onTaken = () => {
        world.relay.onTaken = () => undefined;
        first.pause();
      };
      const word = alicesWord(world);
      await world.see('the first try', () => world.relay.mails.length === 1, first);
      const second = world.begin(null, 'second');
      await world.see('the second try, by the other', () => world.relay.mails.length === 2, second);
      first.goOn();
      await untilAnswered(world, second);
      await assertAnswered(world, mail, word, { relayed: 2, told: true });
      assert.ok(first.running, 'the first lives on');
    }));
});

/** An account that no process served for a while, and a process that begins to serve it again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { alice, bot, Site } from '../support/world.ts';
import { react } from './acts.ts';
import { bobsMail, rooms, untilArrived } from './paths.ts';

describe('an account that comes back', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('has what was said before put aside when the process starts, before any worker could mail it', () =>
    site.in(
      async (world) => {
        const { homeserver, relay } = world;
        await world.mailboxesBegun();
        bobsMail(world);
        const first = world.begin();
        await untilArrived(world, first);
        const { thread } = rooms(world);
        homeserver.rooms.member(thread, alice, alice, { membership: 'join', displayname: 'Alice' });
        const said = homeserver.say(thread, alice, { msgtype: 'm.text', body: 'The crane moves again.' });
        const isOpen = async () => (await world.rows(`SELECT FROM outgoing WHERE state = 'open'`)).length === 1;
        await world.see('the mail that waits for its time', isOpen, first);
        await first.stop();
        // Two hours without a process, in which the hold ended.
        await world.rows(`UPDATE account_service SET served_at = now() - interval '2 hours'`);
        await world.rows(`UPDATE outgoing SET send_after = now() - interval '1 hour', send_by = now()`);
        await world.rows(`UPDATE jobs SET run_at = now() - interval '1 hour'`);
        const second = world.begin();
        const asks = () =>
          homeserver
            .sent()
            .some(({ sender, content }) => sender === bot && /had not looked after/.test(String(content['body'])));
        await world.see('the question', asks, second);
        await world.calm(second);
        assert.equal(relay.mails.length, 0);
        react(world, said, '✅');
        await world.see('the mail', () => relay.mails.length === 1, second);
        await world.calm(second);
        assert.equal(relay.mails.length, 1);
      },
      { hold: { after: '1h', at_most: '2h' } },
    ));
});

/** A database that is as large as it may be: mail stays in the mailbox, and comes when there is room again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Site } from '../support/world.ts';
import { letter, room } from './acts.ts';

describe('a database that is full', () => {
  let site: Site;
  before(async () => {
    site = await Site.start();
  });
  after(() => site.stop());

  it('takes no mail, says so once over a restart, and takes all of it by itself when it is smaller again', () =>
    site.in(
      async (world) => {
        await world.mailboxesBegun();
        await world.rows(
          `CREATE TABLE filler AS SELECT n, repeat('x', 1000) AS words FROM generate_series(1, 90000) AS n`,
        );
        const life = world.begin();
        await life.up();
        letter(world, { subject: 'The crane', id: 'first' });
        const told = () =>
          world.homeserver
            .sent('m.room.message')
            .filter(({ content }) => /No mail is fetched/.test(String(content['body'])));
        await world.see('the word in the lobby', () => told().length > 0, life);
        await world.see(
          'the state of the account',
          async () => (await world.rows(`SELECT FROM accounts WHERE state_reason = 'no-room'`)).length > 0,
          life,
        );
        life.kill();
        await life.ended;
        await world.rows('UPDATE accounts SET state_reason = NULL');
        const next = world.begin();
        await next.up();
        letter(world, { subject: 'The hook', id: 'second' });
        await world.see(
          'the state of the account',
          async () => (await world.rows(`SELECT FROM accounts WHERE state_reason = 'no-room'`)).length > 0,
          next,
        );
        assert.deepEqual(await world.rows('SELECT mail FROM mails'), []);
        await world.rows('DROP TABLE filler');
        await world.see(
          'both mails',
          () => {
            const names = world.homeserver.sent('m.room.name').map(({ content }) => String(content['name']));
            return ['The crane', 'The hook'].every((one) => names.includes(one));
          },
          next,
        );
        await world.calm(next);
        assert.ok(room(world, 'The crane'));
        assert.equal(told().length, 1);
        assert.equal(
          world.homeserver
            .sent('m.room.message')
            .filter(({ content }) => /There is room again/.test(String(content['body']))).length,
          1,
        );
      },
      {},
      { database_size: '80 MB' },
    ));
});

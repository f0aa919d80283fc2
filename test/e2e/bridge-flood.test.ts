/**
 * A flood of mails that nobody vouches for, each with twenty people: it fills one room, and an honest first mail has
 * its own at once.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const MAILS = 30;

const world = await World.start({
  // As docs/security.md says: the name that stands behind `by` in what our own servers write.
  configure: ({ accounts }) => {
    for (const account of Object.values(accounts)) account.trusted_hosts = ['localhost'];
  },
});
const alice = await world.client();

const count = async (sql: string): Promise<number> => Number((await world.sql<{ n: string }>(sql))[0]?.n ?? 0);

it('lets a flood wait in one room, an honest first mail through, and a member decide', async () => {
  await world.conversation('Before');
  const ghosts = await count('SELECT count(*) AS n FROM ghosts');
  const rooms = await count(`SELECT count(*) AS n FROM rooms WHERE kind = 'thread'`);
  const word = unique('flood');
  for (let n = 0; n < MAILS; n++) {
    const domain = `evil${String(n)}.test`;
    const victims = Array.from({ length: 20 }, (_, at) => `victim${String(n)}-${String(at)}@${domain}`);
    await world.forge({
      from: `eve@${domain}`,
      to: [world.account('support').address, ...victims.slice(0, 10)],
      cc: victims.slice(10),
      envelope: { from: `eve@${domain}`, to: world.account('support').address },
      subject: `${word} ${String(n)}`,
      text: `Number ${String(n)}`,
    });
  }
  // While that is worked on.
  await world.conversation('Honest');

  const decided = `SELECT count(*) AS n FROM mails WHERE role = 'watched' AND state IN ('decided', 'overflow')`;
  await until(async () => (await count(decided)) >= MAILS + 2, { what: 'a decision on all', within: 3 * PATIENCE });
  const waiting = await count(`SELECT count(*) AS n FROM mails WHERE state = 'overflow'`);
  // An eighth of a quarter of what an account bears within an hour.
  assert.equal(waiting, MAILS - 15);

  const room = await until(
    async () => {
      const [row] = await world.sql<{ room: string }>(
        `SELECT room FROM rooms JOIN threads USING (thread) WHERE threads.kind = 'digest' AND rooms.state = 'active'`,
      );
      return row?.room;
    },
    { what: 'the overflow room', within: PATIENCE },
  );
  await alice.join(room);
  const line = await world.says(room, `${word} 29`, { by: bot });
  assert.match(field(line, 'body'), /A mail from eve@evil29\.test waits/);
  // The rooms that were opened, the honest one, the one for what waits.
  assert.equal((await count(`SELECT count(*) AS n FROM rooms WHERE kind = 'thread'`)) - rooms, 15 + 2);
  assert.equal((await count('SELECT count(*) AS n FROM ghosts')) - ghosts, 15 + 1);

  await alice.react(room, line.event_id, '✅');
  await world.says(await world.enter(`${word} 29`), 'Number 29');
  const listed = await world.answered(await alice.say(room, '!mail overflow'), 'wait');
  assert.match(field(listed, 'body'), /14 mails wait/);
  await world.answered(await alice.say(room, '!mail overflow let-in'), '14 mails are let in');
  await world.says(await world.enter(`${word} 28`), 'Number 28');
});

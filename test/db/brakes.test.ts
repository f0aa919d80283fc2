/** Answers at a machine's pace, over a real database and the real handler of outgoing mail. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { HOP_KEY } from '../../src/bridge/brakes-cause.ts';
import { ECHO_KEY } from '../../src/bridge/ids.ts';
import type { AccountId, EventId } from '../../src/bridge/types.ts';
import { breakerFigures } from '../../src/db/breaker.ts';
import { loadOutgoing } from '../../src/db/outgoing.ts';
import { Database } from '../../src/db/pool.ts';
import { commandBrake } from '../../src/jobs/command-brake.ts';
import { brakeMail } from '../../src/jobs/mail-out-brakes.ts';
import type { MessageId } from '../../src/mail/types.ts';
import { createParsePool } from '../../src/mail/worker/pool.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import { outgoingWorld, ownHop } from '../support/outgoing-world.ts';
import type { OutgoingWorld, Said } from '../support/outgoing-world.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';

describe('answers at a machine’s pace', () => {
  let server: TestServer;
  let test: TestDatabase;
  let parser: ParsePool;
  let other: Database;
  let w: OutgoingWorld;

  before(async () => {
    server = await startTestServer();
    parser = createParsePool({ size: 1, readers: 1 });
  });
  after(async () => {
    await parser.close();
    await server.stop();
  });
  beforeEach(async () => {
    test = await server.database();
    other = new Database({ url: test.url, onError: () => undefined });
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    w = outgoingWorld(test.db, parser);
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });
  const db = () => test.db;

  /** Something in the room answers everything, and so does Bob's side: until an answer is held, at most twenty times. */
  async function loop(
    answer: (said: Said) => Parameters<OutgoingWorld['arrive']>[1],
  ): Promise<{ mails: number; held: Said }> {
    await w.arrive('Is the lamp there?');
    for (let turn = 1; turn <= 20; turn++) {
      const said = await w.say(`Automatic answer number ${String(turn)}`);
      if ((await w.state(said)) === 'closed') return { mails: w.handed.length + turn, held: said };
      await w.arrive(`Their answer number ${String(turn)}`, answer(said));
    }
    return assert.fail('nothing stopped it');
  }

  it('stop below ten mails, and the room is told once', async () => {
    const { mails, held } = await loop((said) => ({ answers: said }));
    assert.equal(mails, 9);
    assert.match((await w.told()).join('\n'), /^@alice:matrix\.test: Stopped: this was not mailed.*two machines/s);
    await w.arrive('And another', { answers: held });
    assert.equal(await w.state(await w.say('Automatic again')), 'closed');
    assert.equal((await w.told()).length, 1);
    assert.equal((await loadOutgoing(db(), held.outgoing))?.state, 'closed');
    assert.equal((await breakerFigures(db())).held.get('support' as AccountId), 2);
  });

  it('carry the hops of what they answer, and stop by them', async () => {
    await w.arrive('Is the lamp there?');
    assert.equal(await w.hopsOf(await w.say('Yes')), ownHop);
    await w.arrive('Which one?', { way: { hops: [ownHop, 'otherroom'] } });
    assert.equal(await w.hopsOf(await w.say('The first')), `${ownHop} otherroom ${ownHop}`);
    await w.arrive('Really?', { way: { hops: [ownHop, 'otherroom', ownHop, 'otherroom', ownHop] } });
    assert.equal(await w.state(await w.say('Yes, really')), 'closed');
    assert.match((await w.told()).join(), /gone through this mailbox before/);
  });

  it('stop where the same words come back', async () => {
    const { mails } = await loop((said) => ({ answers: said, words: 'I am away.' }) as never);
    assert.ok(mails <= 9);
    await w.arrive('I am away.', { thread: 'away' });
    for (const n of [1, 2]) {
      const said = await w.say(`Ticket ${String(n)}`, { thread: 'away' });
      assert.equal(await w.state(said), 'sent');
      await w.arrive('I am away.', { answers: said, thread: 'away' });
    }
    assert.equal(await w.state(await w.say('Ticket 3', { thread: 'away' })), 'closed');
    assert.match((await w.told()).join(), /the same words have come back/);
  });

  it('stop where a machine loses every reference and begins a thread with each mail', async () => {
    let mails = 0;
    for (let n = 1; ; n++) {
      const thread = `ticket ${String(n)}`;
      await w.arrive(`Ticket ${String(n)} was opened`, { thread });
      mails++;
      if ((await w.state(await w.say(`Thanks ${String(n)}`, { thread }))) === 'closed') break;
      mails++;
      assert.ok(mails < 30);
    }
    assert.ok(mails < 20, String(mails));
  });

  it('are one turn where a person says several things to one mail', async () => {
    await w.arrive('Is the lamp there?');
    const first = await w.say('Yes');
    await w.arrive('Which one?', { answers: first });
    for (const words of ['The first', 'no, wait', 'the second one', 'on the left']) {
      assert.equal(await w.state(await w.say(words)), 'sent', words);
    }
  });

  it('are as many as people like where nothing answers us', async () => {
    for (let n = 0; n < 25; n++) {
      await w.arrive(`Mail ${String(n)}`, { references: ['<root@outside.test>' as MessageId] });
      assert.equal(await w.state(await w.say(`Word ${String(n)}`)), 'sent');
    }
    assert.deepEqual(await w.told(), []);
  });

  it('are as many as people like to a first mail', async () => {
    await w.arrive('Is the lamp there?');
    for (let n = 0; n < 10; n++) assert.equal(await w.state(await w.say(`Word ${String(n)}`)), 'sent');
    assert.deepEqual(await w.told(), []);
  });

  it('are told from people by their pace: who takes a minute is mailed, and opens what was stopped', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    await w.arrive('Hello?', { answers: held, agoMs: 0 });
    await db().query(`UPDATE messages SET at = at - interval '61 s'`);
    await db().query(`UPDATE events SET received_at = received_at - interval '61 s'`);
    const said = await w.say('This is Alice herself.');
    assert.equal(await w.state(said), 'sent');
    assert.equal(await w.hopsOf(said), null);
    assert.deepEqual((await db().query('SELECT thread FROM brake_latches')).rows, []);
  });

  it('that are held go out on ✅, without hops, and counting begins anew', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    const sent = w.handed.length;
    assert.equal(await w.react('$elsewhere' as EventId, '✅'), false);
    assert.equal(await w.react(held.event, '👍'), false);
    assert.equal(await w.react(held.event, '✅'), true);
    assert.equal(await w.out(held.outgoing), 'done');
    assert.equal(await w.state(held), 'sent');
    assert.equal(w.handed.length, sent + 1);
    assert.equal(await w.hopsOf(held), null);
    await w.arrive('Thanks', { answers: held });
    assert.equal(await w.state(await w.say('You are welcome')), 'sent');
  });

  it('that are held are discarded on ❌', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    assert.equal(await w.react(held.event, '❌'), true);
    assert.equal(await w.state(held), 'cancelled');
    assert.equal(await w.out(held.outgoing), 'done');
    assert.equal((await breakerFigures(db())).held.size, 0);
  });

  it('are shown and let go by !mail brake', async () => {
    assert.equal(await w.command(commandBrake), 'Nothing is stopped here.');
    const { held } = await loop((said) => ({ answers: said }));
    assert.match(await w.command(commandBrake), /^Stopped since .* UTC: “Lamp”, 1 mails wait/);
    assert.equal(await w.command(commandBrake, 'reset'), 'Released: one mail goes out.');
    await w.out(held.outgoing);
    assert.equal(await w.state(held), 'sent');
  });

  it('count once, however often a try is repeated, and across processes', async () => {
    const first = await w.say('Hello Bob, a first word');
    const waiting: Said[] = [];
    for (let n = 0; n < 6; n++) {
      await w.arrive(`Answer ${String(n)}`, { answers: first });
      waiting.push(await w.write(`Automatic ${String(n)}`));
    }
    // A process that dies after the decision leaves it to the next try.
    const [mail] = await Promise.all(waiting.map(({ outgoing }) => loadOutgoing(db(), outgoing)));
    assert.ok(mail);
    for (let tries = 0; tries < 5; tries++) {
      const deps = { ...w.deps(), countBrake: () => undefined };
      assert.equal((await brakeMail(deps, w.account, { ...mail, state: 'closed' })).do, 'go');
    }
    await Promise.all(waiting.map(({ outgoing }, n) => w.out(outgoing, n % 2 === 0 ? db() : other)));
    const states = await Promise.all(waiting.map(w.state));
    assert.deepEqual(states.toSorted(), ['closed', 'closed', 'closed', 'sent', 'sent', 'sent']);
  });

  it('of a slow machine end too', async () => {
    await w.arrive('Is the lamp there?', { agoMs: 3_600_000 });
    let said = await w.say('Yes');
    for (let n = 0; n < 40; n++) {
      await db().query(
        `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts)
         VALUES ($1, 'support', $2, 'out', '<x>', '', '', '{}')`,
        [`slow${String(n)}`, w.threadOf()],
      );
    }
    await w.arrive('And?', { answers: said, agoMs: 120_000 });
    said = await w.say('Slow answer');
    assert.equal(await w.state(said), 'closed');
    assert.match((await w.told()).join(), /more answers than people write/);
    // The pace alone opens it no more.
    assert.equal(await w.state(await w.say('Slow again')), 'closed');
    assert.equal(await w.react(said.event, '✅'), true);
    assert.equal(await w.out(said.outgoing), 'done');
    assert.equal(await w.state(said), 'sent');
  });

  it('of another Mailroom in the room stop at the first return', async () => {
    const relayed = (hops: string[]) => ({ content: { [ECHO_KEY]: 'theirs', [HOP_KEY]: hops } });
    const first = await w.say('A mail that they relay', relayed([]));
    assert.equal(await w.hopsOf(first), ownHop);
    assert.equal(await w.state(await w.say('It comes round', relayed([ownHop, 'otherroom']))), 'closed');
  });

  it('of a notice stop at the first return, and are free where nothing came before', async () => {
    const asNotice = { content: { msgtype: 'm.notice' } };
    for (let n = 0; n < 10; n++)
      assert.equal(await w.state(await w.say(`Build ${String(n)} is green`, asNotice)), 'sent');
    await w.arrive('Thanks', { way: { hops: [ownHop] } });
    assert.equal(await w.state(await w.say('Build 11 is green', asNotice)), 'closed');
  });
});

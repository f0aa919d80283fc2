/** Answers at a machine's pace, over a real database and the real handler of outgoing mail. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { HOP_KEY } from '../../../src/bridge/loops/cause.ts';
import { ECHO_KEY } from '../../../src/bridge/ids.ts';
import type { Way } from '../../../src/bridge/loops/way.ts';
import type { AccountId, EventId, ThreadId } from '../../../src/bridge/types.ts';
import { breakerFigures } from '../../../src/db/mail-tables/breaker.ts';
import { loadOutgoing } from '../../../src/db/mail-tables/outgoing.ts';
import { Database } from '../../../src/db/pool.ts';
import { mailBrake } from '../../../src/commands/outcome/brake.ts';
import { guardMail } from '../../../src/outgoing/loop-check.ts';
import { releaseStopped } from '../../../src/answers/stopped-decided.ts';
import type { Address, MessageId } from '../../../src/mail/types.ts';
import { alice, unquoted } from '../../support/handlers/fixtures.ts';
import { ownHop } from '../../support/handlers/our-mails.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails, Said } from '../../support/handlers/our-mails.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

describe('answers at a machine’s pace', () => {
  const server = suiteServer();
  let test: TestDatabase;
  const parser = suiteParser();
  let other: Database;
  let core: HandlerCore;
  let w: OurMails;

  beforeEach(async () => {
    test = await server.database();
    other = new Database({ url: test.url, onError: () => undefined });
    ({ core, mails: w } = await handlerWorld({ test, parser, accounts: [unquoted] }));
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });
  const db = () => test.db;

  /**
   * Something in the room answers everything, and so does Bob's side: until an answer is held, at most twenty times.
   */
  async function loop(
    answer: (said: Said) => Parameters<OurMails['arrive']>[1],
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

  /** First mails of one sender, each in a conversation of its own, answered after so long; how many mails until one is
   * held, null where none of ten is. */
  async function firstMails(
    after: number,
    nth: (n: number) => { from?: Address; replyTo?: Address; way?: Partial<Way> },
  ): Promise<number | null> {
    for (let n = 1; n <= 10; n++) {
      const thread = `ticket ${String(n)}`;
      await w.arrive(`New words ${String(n)}, unlike any before`, { thread, ...nth(n) });
      await db().query(
        `UPDATE events SET received_at = received_at - $1 * interval '1 ms'
         WHERE event = (SELECT event FROM matrix_sends s JOIN messages m USING (message) WHERE m.thread = $2)`,
        [after, w.threadOf(thread)],
      );
      if ((await w.state(await w.say(`Thanks ${String(n)}`, { thread }))) === 'closed') return w.handed.length + n;
    }
    return null;
  }
  const replyTo = (n: number) => `ticket+${String(n)}@desk.test` as Address;

  it('stop below ten mails where a machine begins a conversation each time, with words and Reply-To new', async () => {
    assert.equal(await firstMails(1_000, (n) => ({ replyTo: replyTo(n) })), 9);
    const told = (await w.told()).join();
    assert.match(told, /within ten seconds a mail that begins a conversation/);
    assert.match(told, /two machines answer each other/);
    assert.doesNotMatch(told, /answers us|seems to answer/, 'none of them did');
  });

  it('stop where it says that it is automatic, too', async () => {
    const mails = await firstMails(1_000, (n) => ({ replyTo: replyTo(n), way: { kind: 'auto-reply' } }));
    assert.ok(mails !== null && mails < 10, String(mails));
  });

  it('go out again from there when a person says so', async () => {
    await firstMails(1_000, () => ({}));
    const { rows } = await db().query<{ thread: ThreadId }>(`SELECT thread FROM brake_verdicts WHERE state = 'held'`);
    await db().transaction((tx) =>
      releaseStopped(tx, { account: 'support' as AccountId, thread: rows[0]?.thread ?? assert.fail(), by: alice }),
    );
    const buckets = await db().query(`SELECT bucket FROM brake_buckets WHERE bucket LIKE 'first:%'`);
    assert.deepEqual(buckets.rows, []);
  });

  const people: [string, number, (n: number) => { from?: Address; replyTo?: Address; way?: Partial<Way> }][] = [
    ['a contact form', 20_000, (n) => ({ replyTo: `customer${String(n)}@people.test` as Address })],
    ['a form that is sent as bulk mail', 20_000, (n) => ({ replyTo: replyTo(n), way: { kind: 'bulk' } })],
    ['a colleague’s scanner', 20_000, () => ({ from: 'scanner@mailroom.test' as Address })],
    ['one customer with ten questions', 50_000, () => ({})],
  ];
  for (const [whose, after, nth] of people)
    it(`are none: ten first mails of ${whose}, answered within a minute each by a person`, async () => {
      assert.equal(await firstMails(after, nth), null);
      assert.deepEqual(await w.told(), []);
      assert.equal(w.handed.length, 10);
    });

  it('are none where the mails were there before the first answer', async () => {
    for (let n = 0; n < 10; n++) await w.arrive(`Scan ${String(n)}`, { thread: `scan ${String(n)}` });
    for (let n = 0; n < 10; n++)
      assert.equal(await w.state(await w.say('Thanks', { thread: `scan ${String(n)}` })), 'sent');
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
    assert.equal(await w.command(mailBrake), 'Nothing is stopped here.');
    const { held } = await loop((said) => ({ answers: said }));
    assert.match(await w.command(mailBrake), /^Stopped since .* UTC: “Lamp”, 1 mails wait/);
    assert.equal(await w.command(mailBrake, ['reset']), 'Released: one mail goes out.');
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
      const deps = { ...core.deps(), countStopped: () => undefined };
      assert.equal((await guardMail(deps, core.account, { ...mail, state: 'closed' })).do, 'go');
    }
    // Mails of one conversation leave one after the other; that each is decided once does not rest on that.
    await Promise.all(
      waiting.map(async ({ outgoing }, n) => {
        const one = await loadOutgoing(db(), outgoing);
        assert.ok(one);
        const deps = { ...core.deps(n % 2 === 0 ? db() : other), countStopped: () => undefined };
        await guardMail(deps, core.account, { ...one, state: 'closed' });
      }),
    );
    for (const { outgoing } of waiting) await w.out(outgoing);
    const states = await Promise.all(waiting.map((said) => w.state(said)));
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
    assert.match((await w.told()).join(), /more answers within an hour or a day than people write/);
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

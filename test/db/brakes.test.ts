/** Answers at a machine's pace, and the breaker, over a real database and the real handler of outgoing mail. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { hopName, HOP_KEY } from '../../src/bridge/brakes-cause.ts';
import type { Way } from '../../src/bridge/brakes-cause.ts';
import { ECHO_KEY, GhostCodec, IdKey } from '../../src/bridge/ids.ts';
import type { AccountId, EventId, Json, MessageKey, RoomId, ThreadId, UserId } from '../../src/bridge/types.ts';
import { askBreaker, breakerFigures, breakerState } from '../../src/db/breaker.ts';
import { Life } from '../../src/db/life.ts';
import { closeMailNow, joinMail, loadOutgoing, openMail } from '../../src/db/outgoing.ts';
import { readMailBytes } from '../../src/db/outgoing-delivery.ts';
import { Database } from '../../src/db/pool.ts';
import { addMessage, openThread } from '../../src/db/threads.ts';
import { commandBrake } from '../../src/jobs/command-brake.ts';
import { commandBreaker } from '../../src/jobs/command-breaker.ts';
import type { CommandHandler } from '../../src/jobs/command.ts';
import { reactToBrake } from '../../src/jobs/event-brakes.ts';
import type { EventContext } from '../../src/jobs/event-context.ts';
import { brakeMail } from '../../src/jobs/mail-out-brakes.ts';
import { mailOut } from '../../src/jobs/mail-out.ts';
import { Worker } from '../../src/jobs/worker.ts';
import type { Address, MessageId } from '../../src/mail/types.ts';
import { createParsePool } from '../../src/mail/worker/pool.ts';
import type { ParsePool } from '../../src/mail/worker/pool.ts';
import { readReply, recipientResult } from '../../src/smtp/result.ts';
import type { Smtp } from '../../src/smtp/transport.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';
import { alice, quiet, testAccount } from '../support/matrix-world.ts';

const ids = new IdKey('a secret of thirty-two characters');
const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
const room = '!room:matrix.test' as RoomId;
const bob = 'bob@outside.test' as Address;
const support = 'support' as AccountId;
const own = hopName(ids, support);
const plain: Way = { hops: [], received: 1, kind: 'message' };

/** A mail of ours as the test knows it. */
interface Said {
  readonly outgoing: MessageKey;
  readonly event: EventId;
  readonly messageId: MessageId;
}

describe('answers at a machine’s pace', () => {
  let server: TestServer;
  let test: TestDatabase;
  let parser: ParsePool;
  let other: Database;
  /** Recipients of what the relay took, in order. */
  let handed: string[];
  let reply: string;
  let breaker: number;
  let errors: string[];
  let count: number;

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
    handed = [];
    reply = '250 ok';
    breaker = 0;
    errors = [];
    count = 0;
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });

  const account = testAccount({ writing: { ...testAccount().writing, quote: false } });
  const log = { ...quiet, error: (message: string) => errors.push(message) };
  const deps = (db = test.db) => ({ db, log, ids, ghosts, accounts: new Map([[account.id, account]]) });
  const smtp: Smtp = {
    send: async (envelope, raw) => {
      for await (const piece of await raw()) assert.ok(piece);
      handed.push(...envelope.to);
      const recipients = envelope.to.map((address) => recipientResult(address, readReply(reply)));
      return { outcome: 'answered', recipients, serverMessageId: null };
    },
    verify: () => Promise.reject(new Error('not asked')),
    facts: () => null,
    close: () => undefined,
  };
  const handler = (db = test.db) =>
    mailOut({
      ...deps(db),
      parser,
      now: Date.now,
      failpoint: () => undefined,
      download: () => Promise.reject(new Error('no files')),
      smtp: () => smtp,
      certain: () => new AbortController().signal,
      retryFor: 48 * 3_600_000,
      countMail: () => undefined,
      timed: { sendSeconds: () => undefined, deliverySeconds: () => undefined },
      countBrake: () => undefined,
      breaker,
    });

  async function out(outgoing: string, db = test.db): Promise<string> {
    const queue = 'mail-out' as const;
    const job = { job: 1, account: support, queue, key: 'k', subject: outgoing, attempts: 1, failures: 0 };
    const decision = await handler(db).run(job, undefined);
    await db.transaction(async (tx) => decision.write?.(tx));
    return decision.outcome.do;
  }

  const threadOf = (name = 'lamp'): ThreadId => ids.thread(support, `<${name}@outside.test>` as MessageId, 'x');

  /** A mail of Bob's in the thread, shown at once. */
  async function arrive(
    words: string,
    more: { answers?: Said | null; way?: Partial<Way>; thread?: string; agoMs?: number; from?: Address } = {},
  ): Promise<void> {
    const n = ++count;
    const thread = threadOf(more.thread);
    const message = `in${String(n)}` as MessageKey;
    const event = `$in${String(n)}:matrix.test`;
    const ago = `now() - ${String(more.agoMs ?? 0)} * interval '1 ms'`;
    await test.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: support, subject: 'Lamp', by: 'no-references' });
      await addMessage(tx, {
        message,
        account: support,
        thread,
        direction: 'in',
        messageId: `<${String(n)}@outside.test>` as MessageId,
        contentHash: String(n),
        mail: null,
        outgoing: null,
        facts: {
          subject: `Lamp ${more.thread ?? ''}`,
          from: [{ name: 'Bob', address: more.from ?? bob }],
          replyTo: [],
          to: [],
          cc: [],
          inReplyTo: more.answers === undefined || more.answers === null ? [] : [more.answers.messageId],
          references: [],
          date: null,
          decision: 'x',
          sender: null,
          way: { ...plain, ...more.way },
        },
      });
      await tx.query(`UPDATE messages SET at = ${ago} WHERE message = $1`, [message]);
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state, received_at)
         VALUES ($1, $2, 'm.room.message', '@mail_x:matrix.test', '', 'done', ${ago})`,
        [event, room],
      );
      await tx.query(
        `INSERT INTO matrix_sends (send, account, thread, message, sender, kind, type, content, state, event)
         VALUES ($1, 'support', $2, $3, '@mail_x:matrix.test', 'event', 'm.room.message', $4, 'sent', $5)`,
        [`send${String(n)}`, thread, message, JSON.stringify({ msgtype: 'm.text', body: words }), event],
      );
    });
  }

  /** Somebody says something in the room; it is not mailed yet. */
  async function write(
    words: string,
    more: { author?: UserId; content?: Record<string, Json>; thread?: string } = {},
  ): Promise<Said> {
    const event = `$out${String(++count)}:matrix.test` as EventId;
    const outgoing = ids.outgoing(support, event);
    const thread = threadOf(more.thread);
    const author = more.author ?? alice;
    const messageId = ids.ownMessageId(outgoing, 'mailroom.test');
    const content = { msgtype: 'm.text', body: words, ...more.content };
    await test.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: support, subject: 'Lamp', by: 'no-references' });
      await tx.query(
        `INSERT INTO events (event, room, type, sender, body, state) VALUES ($1, $2, 'm.room.message', $3, '', 'done')`,
        [event, room, author],
      );
      const recipients = { to: [{ name: '', address: bob }], cc: [], why: { kind: 'nobody' as const }, answers: null };
      const hold = { after: 0, atMost: 0 };
      await openMail(tx, { outgoing, account: support, thread, room, author, recipients, messageId }, hold);
      const said = { type: 'm.room.message', content, replyTo: null, sentAt: new Date() };
      await joinMail(tx, { event, account: support, outgoing, ...said }, hold);
      await closeMailNow(tx, outgoing);
    });
    return { outgoing, event, messageId };
  }

  async function say(words: string, more: Parameters<typeof write>[1] = {}): Promise<Said> {
    const said = await write(words, more);
    await out(said.outgoing);
    return said;
  }

  const state = async (said: Said) => (await loadOutgoing(test.db, said.outgoing))?.state;

  async function hopsOf(said: Said): Promise<string | null> {
    let raw = '';
    for await (const piece of readMailBytes(test.db, said.outgoing)) raw += String(piece);
    return /^X-Mailroom-Hops: (.*?)\r$/m.exec(raw)?.[1] ?? null;
  }

  async function told(): Promise<string[]> {
    const { rows } = await test.db.query<{ body: string }>(
      `SELECT content ->> 'body' AS body FROM matrix_sends
       WHERE sender = '@mailroom:matrix.test' AND type = 'm.room.message' ORDER BY at, send`,
    );
    return rows.map(({ body }) => body);
  }

  const context = (event = '$event', sender = alice): EventContext =>
    ({
      ...deps(),
      account,
      room: { room, account: support, thread: threadOf(), kind: 'thread', state: 'active' },
      event: { event: event as EventId, sender },
      raw: null,
      power: null,
      permissions: new Map(),
      domain: 'matrix.test',
    }) as unknown as EventContext;
  const command = (run: CommandHandler, ...args: string[]) =>
    test.db.transaction(async (tx) => {
      const call = { kind: 'command' as const, name: 'x', args, rest: args.join(' '), replyTo: null, threadRoot: null };
      return (await run(tx, context(`$command${String(++count)}`), call))?.body ?? '';
    });
  const react = (of: EventId, key: string) =>
    test.db.transaction((tx) => reactToBrake(tx, context(`$react${String(++count)}`), of, key));

  /** Something in the room answers everything, and so does Bob's side: until an answer is held, at most twenty times. */
  async function loop(answer: (said: Said) => Parameters<typeof arrive>[1]): Promise<{ mails: number; held: Said }> {
    await arrive('Is the lamp there?');
    for (let turn = 1; turn <= 20; turn++) {
      const said = await say(`Automatic answer number ${String(turn)}`);
      if ((await state(said)) === 'closed') return { mails: handed.length + turn, held: said };
      await arrive(`Their answer number ${String(turn)}`, answer(said));
    }
    return assert.fail('nothing stopped it');
  }

  it('stop below ten mails, and the room is told once', async () => {
    const { mails, held } = await loop((said) => ({ answers: said }));
    assert.equal(mails, 9);
    assert.match((await told()).join('\n'), /^@alice:matrix\.test: Stopped: this was not mailed.*two machines/s);
    await arrive('And another', { answers: held });
    assert.equal(await state(await say('Automatic again')), 'closed');
    assert.equal((await told()).length, 1);
    assert.equal((await loadOutgoing(test.db, held.outgoing))?.state, 'closed');
    assert.equal((await breakerFigures(test.db)).held.get(support), 2);
  });

  it('carry the hops of what they answer, and stop by them', async () => {
    await arrive('Is the lamp there?');
    assert.equal(await hopsOf(await say('Yes')), own);
    await arrive('Which one?', { way: { hops: [own, 'otherroom'] } });
    assert.equal(await hopsOf(await say('The first')), `${own} otherroom ${own}`);
    await arrive('Really?', { way: { hops: [own, 'otherroom', own, 'otherroom', own] } });
    assert.equal(await state(await say('Yes, really')), 'closed');
    assert.match((await told()).join(), /gone through this mailbox before/);
  });

  it('stop where the same words come back', async () => {
    const { mails } = await loop((said) => ({ answers: said, words: 'I am away.' }) as never);
    assert.ok(mails <= 9);
    await arrive('I am away.', { thread: 'away' });
    for (const n of [1, 2]) {
      const said = await say(`Ticket ${String(n)}`, { thread: 'away' });
      assert.equal(await state(said), 'sent');
      await arrive('I am away.', { answers: said, thread: 'away' });
    }
    assert.equal(await state(await say('Ticket 3', { thread: 'away' })), 'closed');
    assert.match((await told()).join(), /the same words have come back/);
  });

  it('stop where a machine loses every reference and begins a thread with each mail', async () => {
    let mails = 0;
    for (let n = 1; ; n++) {
      const thread = `ticket ${String(n)}`;
      await arrive(`Ticket ${String(n)} was opened`, { thread });
      mails++;
      if ((await state(await say(`Thanks ${String(n)}`, { thread }))) === 'closed') break;
      mails++;
      assert.ok(mails < 30);
    }
    assert.ok(mails < 20, String(mails));
  });

  it('are as many as people like where nothing answers us', async () => {
    for (let n = 0; n < 25; n++) {
      await arrive(`Mail ${String(n)}`, { way: plain });
      await test.db.query(`UPDATE messages SET facts = jsonb_set(facts::jsonb, '{inReplyTo}', '["<root@outside.test>"]')::json
        WHERE message = $1`, [`in${String(count)}`]); // prettier-ignore
      assert.equal(await state(await say(`Word ${String(n)}`)), 'sent');
    }
    assert.deepEqual(await told(), []);
  });

  it('are told from people by their pace: who takes a minute is mailed, and opens what was stopped', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    await arrive('Hello?', { answers: held, agoMs: 0 });
    await test.db.query(`UPDATE messages SET at = at - interval '61 s'`);
    await test.db.query(`UPDATE events SET received_at = received_at - interval '61 s'`);
    const said = await say('This is Alice herself.');
    assert.equal(await state(said), 'sent');
    assert.equal(await hopsOf(said), null);
    assert.deepEqual((await test.db.query('SELECT thread FROM brake_latches')).rows, []);
  });

  it('that are held go out on ✅, without hops, and counting begins anew', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    const sent = handed.length;
    assert.equal(await react('$elsewhere' as EventId, '✅'), false);
    assert.equal(await react(held.event, '👍'), false);
    assert.equal(await react(held.event, '✅'), true);
    assert.equal(await out(held.outgoing), 'done');
    assert.equal(await state(held), 'sent');
    assert.equal(handed.length, sent + 1);
    assert.equal(await hopsOf(held), null);
    await arrive('Thanks', { answers: held });
    assert.equal(await state(await say('You are welcome')), 'sent');
  });

  it('that are held are discarded on ❌', async () => {
    const { held } = await loop((said) => ({ answers: said }));
    assert.equal(await react(held.event, '❌'), true);
    assert.equal(await state(held), 'cancelled');
    assert.equal(await out(held.outgoing), 'done');
    assert.equal((await breakerFigures(test.db)).held.size, 0);
  });

  it('are shown and let go by !mail brake', async () => {
    assert.equal(await command(commandBrake), 'Nothing is stopped here.');
    const { held } = await loop((said) => ({ answers: said }));
    assert.match(await command(commandBrake), /^Stopped since .* UTC: “Lamp”, 1 mails wait/);
    assert.equal(await command(commandBrake, 'reset'), 'Released: one mail goes out.');
    await out(held.outgoing);
    assert.equal(await state(held), 'sent');
  });

  it('count once, however often a try is repeated, and across processes', async () => {
    const first = await say('Hello Bob, a first word');
    const waiting: Said[] = [];
    for (let n = 0; n < 6; n++) {
      await arrive(`Answer ${String(n)}`, { answers: first });
      waiting.push(await write(`Automatic ${String(n)}`));
    }
    // A process that dies after the decision leaves it to the next try.
    const [mail] = await Promise.all(waiting.map(({ outgoing }) => loadOutgoing(test.db, outgoing)));
    assert.ok(mail);
    for (let tries = 0; tries < 5; tries++) {
      assert.ok(
        (await brakeMail({ ...deps(), countBrake: () => undefined }, account, { ...mail, state: 'closed' })) !== null,
      );
    }
    await Promise.all(waiting.map(({ outgoing }, n) => out(outgoing, n % 2 === 0 ? test.db : other)));
    const states = await Promise.all(waiting.map(state));
    assert.deepEqual(states.toSorted(), ['closed', 'closed', 'closed', 'sent', 'sent', 'sent']);
  });

  it('of a slow machine end too', async () => {
    await arrive('Is the lamp there?', { agoMs: 3_600_000 });
    let said = await say('Yes');
    for (let n = 0; n < 40; n++) {
      await test.db.query(
        `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts)
         VALUES ($1, 'support', $2, 'out', '<x>', '', '', '{}')`,
        [`slow${String(n)}`, threadOf()],
      );
    }
    await arrive('And?', { answers: said, agoMs: 120_000 });
    said = await say('Slow answer');
    assert.equal(await state(said), 'closed');
    assert.match((await told()).join(), /more answers than people write/);
    // The pace alone opens it no more.
    assert.equal(await state(await say('Slow again')), 'closed');
    assert.equal(await react(said.event, '✅'), true);
    assert.equal(await out(said.outgoing), 'done');
    assert.equal(await state(said), 'sent');
  });

  it('of another Mailroom in the room stop at the first return', async () => {
    const relayed = (hops: string[]) => ({ content: { [ECHO_KEY]: 'theirs', [HOP_KEY]: hops } });
    const first = await say('A mail that they relay', relayed([]));
    assert.equal(await hopsOf(first), own);
    assert.equal(await state(await say('It comes round', relayed([own, 'otherroom']))), 'closed');
  });

  it('of a notice stop at the first return, and are free where nothing came before', async () => {
    const asNotice = { content: { msgtype: 'm.notice' } };
    for (let n = 0; n < 10; n++) assert.equal(await state(await say(`Build ${String(n)} is green`, asNotice)), 'sent');
    await arrive('Thanks', { way: { hops: [own] } });
    assert.equal(await state(await say('Build 11 is green', asNotice)), 'closed');
  });

  describe('the breaker', () => {
    it('stops everything above its volume, loudly, and lets all of it go when it is reset, in order', async (t) => {
      breaker = 3;
      const life = await Life.start(test.db, { leaseMs: 60_000, onError: () => undefined });
      t.after(() => life.stop());
      const ended = new Map<string, number>();
      let onEnd = (): void => undefined;
      const worker = new Worker(
        { ...handler(), keys: 1 },
        {
          db: test.db,
          log,
          failpoint: () => undefined,
          count: (_queue, end) => {
            ended.set(end, (ended.get(end) ?? 0) + 1);
            onEnd();
          },
        },
      );
      const until = (end: string, times: number) =>
        new Promise<void>((resolve) => {
          onEnd = () => {
            if ((ended.get(end) ?? 0) >= times) resolve();
          };
          onEnd();
        });
      const said: Said[] = [];
      for (let n = 0; n < 8; n++) said.push(await write(`News ${String(n)}`));
      await worker.start();
      t.after(() => worker.stop());
      await until('retry', 5);
      assert.equal(handed.length, 3);
      assert.equal(errors.length, 1);
      assert.match((await told()).join(), /All outgoing mail is stopped: 4 mails within ten minutes/);
      assert.equal((await breakerFigures(test.db)).open, true);
      assert.match(await command(commandBreaker), /has been stopped since .*; 5 mails wait/);
      assert.match(await command(commandBreaker, 'reset'), /5 mails that waited go out/);
      await until('done', 8);
      assert.equal(handed.length, 8);
      const { rows } = await test.db.query<{ outgoing: string }>('SELECT outgoing FROM outgoing ORDER BY settled_at');
      assert.deepEqual(
        rows.map(({ outgoing }) => outgoing),
        said.map(({ outgoing }) => outgoing),
      );
      assert.match(await command(commandBreaker, 'reset'), /not stopped/);
      assert.match(await command(commandBreaker), /Outgoing mail flows: 0 mails/);
    });

    it('trips once, whoever counts at the same time', async () => {
      breaker = 10;
      const said: Said[] = [];
      for (let n = 0; n < 16; n++) said.push(await write(`News ${String(n)}`));
      await Promise.all(said.map(({ outgoing }, n) => out(outgoing, n % 2 === 0 ? test.db : other)));
      assert.equal(handed.length, 10);
      assert.equal(errors.length, 1);
      assert.equal((await told()).length, 1);
    });

    it('stays open over a restart, and does not count further tries', async () => {
      breaker = 2;
      reply = '451 later';
      const said = [await say('one'), await say('two')];
      for (const { outgoing } of said) await out(outgoing);
      assert.equal((await breakerState(test.db)).openedAt, null);
      await say('three');
      assert.equal((await askBreaker(other, new Date())).open, true);
      assert.equal(handed.length, 4);
    });

    it('trips when most of what goes out is refused', async () => {
      breaker = 300;
      reply = '550 5.7.1 We do not like you';
      for (let n = 0; n < 20; n++) await say(`News ${String(n)}`);
      assert.equal((await breakerState(test.db)).reason, 'refusals');
      await say('More news');
      assert.equal(handed.length, 20);
      assert.match((await told()).join(), /20 mails were refused within ten minutes/);
    });
  });
});

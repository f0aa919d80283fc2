/** Many first mails at once: what is more than strangers may begin waits in one room; over a real database. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainAdmission } from '../../../src/bridge/account/account.ts';
import type { SenderSettings } from '../../../src/bridge/account/account.ts';
import { discardOverflow, letInOverflow, overflowMails } from '../../../src/db/intake-tables/overflow.ts';
import { loadMessage, messagePeople } from '../../../src/db/thread-tables/threads.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const checked: Partial<SenderSettings> = {
  authentication: 'receiver',
  receiver: { kind: 'named', ids: ['mx.mailroom.test'] },
};

describe('many first mails at once', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let arrivals: Arrivals;
  let count = 0;
  eachDatabase(async (given) => {
    test = given;
    const account = testAccount({
      senders: { ...testAccount().senders, ...checked },
      flood: { rooms: 96, ghosts: 960 },
    });
    ({ arrivals } = await handlerWorld({ test, parser, accounts: [account] }));
  });

  function mail(given: { from: string; passes?: boolean; cc?: readonly string[]; subject?: string; kind?: string }) {
    const { from, passes = false, cc = [], subject = `Matter ${String(++count)}`, kind } = given;
    const domain = from.slice(from.indexOf('@') + 1);
    return arrivals.arrive(
      [
        ...(passes ? [`Authentication-Results: mx.mailroom.test; dmarc=pass header.from=${domain}`] : []),
        `From: Somebody <${from}>`,
        'To: support@mailroom.test',
        ...(cc.length === 0 ? [] : [`Cc: ${cc.join(', ')}`]),
        `Message-ID: <m${String(++count)}@${domain}>`,
        `Subject: ${subject}`,
        ...(kind === undefined ? [] : [kind]),
        '',
        'hello',
        '',
      ].join('\r\n'),
    );
  }

  const forged = (n: number) => mail({ from: `eve@evil${String(n)}.example` });
  const threads = async (): Promise<number> => Number((await rows('SELECT count(*) AS n FROM threads'))[0]?.['n']);
  const rows = async (sql: string) => (await test.db.query<Record<string, unknown>>(sql)).rows;

  async function flood(of = 30): Promise<readonly Arrived[]> {
    const arrived: Arrived[] = [];
    for (let n = 0; n < of; n++) arrived.push(await forged(n));
    return arrived;
  }

  it('open a few rooms, and the rest waits in one, each with a line', async () => {
    const arrived = await flood();
    assert.equal(arrived.filter(({ state }) => state === 'decided').length, 3);
    const waiting = arrived.filter(({ state }) => state === 'overflow');
    assert.equal(waiting.length, 27);
    // Three of their own, and the room of those that wait.
    assert.equal(await threads(), 4);
    const rooms = new Set(waiting.flatMap(({ sends }) => sends.map(({ thread }) => thread)));
    assert.equal(rooms.size, 1);
    const [first] = waiting;
    const body = JSON.stringify(first?.sends[0]?.content);
    assert.match(body, /A mail from Somebody <eve@evil\d+\.example> waits/);
    assert.match(body, /Matter/);
    assert.ok(waiting.every(({ sends }) => sends.every(({ sender }) => sender === '@mailroom:matrix.test')));
  });

  it('do not keep an honest first mail from its room', async () => {
    await flood();
    assert.equal((await mail({ from: 'bob@honest.example', passes: true })).state, 'decided');
  });

  it('make ghosts of their senders alone where nobody vouches for them', async () => {
    const cc = Array.from({ length: 19 }, (_, n) => `person${String(n)}@victim.example`);
    const forgedMail = await mail({ from: 'eve@evil.example', cc });
    const honest = await mail({ from: 'bob@honest.example', cc, passes: true });
    const castOf = async ({ message }: Arrived) => {
      const stored = message === null ? null : await loadMessage(test.db, message);
      return stored === null ? [] : messagePeople(stored.facts).filter(({ quiet }) => quiet !== true);
    };
    assert.equal((await castOf(forgedMail)).length, 0);
    assert.equal((await castOf(honest)).length, 21);
  });

  it('come in when a member lets them in: one, or all in their order', async () => {
    const arrived = await flood(10);
    const waiting = arrived.filter(({ state }) => state === 'overflow');
    const [one, ...others] = waiting;
    assert.ok(one?.message);
    const by = { account: 'support' as never, by: alice };
    assert.equal(await letInOverflow(test.db, { ...by, message: one.message }), 1);
    assert.equal(await letInOverflow(test.db, { ...by, message: one.message }), 0);
    assert.equal((await arrivals.decide(one.mail)).state, 'decided');
    assert.equal(await letInOverflow(test.db, { ...by, message: null }), others.length);
    const jobs = await rows(`SELECT subject FROM jobs WHERE queue = 'mail-in' ORDER BY job`);
    assert.deepEqual(
      jobs.map(({ subject }) => Number(subject)).filter((mailId) => mailId !== one.mail),
      others.map(({ mail: id }) => id),
    );
    for (const { mail: id } of others) assert.equal((await arrivals.decide(id)).state, 'decided');
    assert.equal((await overflowMails(test.db, ['support' as never], 10)).total, 0);
  });

  it('stay in the mailbox where a member discards them', async () => {
    await flood(10);
    const by = { account: 'support' as never, by: alice, message: null };
    assert.equal(await discardOverflow(test.db, by), 7);
    assert.equal(await discardOverflow(test.db, by), 0);
    assert.equal((await rows(`SELECT FROM mails WHERE state = 'ignored'`)).length, 7);
  });

  it('are told in the one room where they cannot be read', async () => {
    for (let n = 0; n < 20; n++) await arrivals.arrive(Buffer.alloc(0));
    // An empty mail has its own room while there are some left.
    assert.equal(await threads(), 4);
    const [row] = await rows(
      `SELECT count(DISTINCT thread) AS rooms, count(*) AS told FROM matrix_sends
       WHERE purpose = 'unread' AND part = 0`,
    );
    assert.deepEqual([Number(row?.['rooms']), Number(row?.['told'])], [4, 20]);
  });

  it('of lists, where each has a room, wait as well', async () => {
    const account = testAccount({
      senders: { ...testAccount().senders, ...checked },
      flood: { rooms: 96, ghosts: 960 },
      entry: {
        ...plainAdmission,
        many: { lists: 'list-room', bulk: 'thread' },
      },
    });
    ({ arrivals } = await handlerWorld({ test, parser, accounts: [account] }));
    const states: string[] = [];
    for (let n = 0; n < 10; n++) {
      const list = `List-Id: <l${String(n)}.evil.example>`;
      states.push((await mail({ from: `eve@evil${String(n)}.example`, kind: list })).state);
    }
    assert.equal(states.filter((state) => state === 'decided').length, 3);
  });

  it('of one conversation go on, whatever waits', async () => {
    const first = await mail({ from: 'bob@honest.example', passes: true, subject: 'Lamp' });
    await flood();
    const [row] = await rows(`SELECT message_id FROM messages WHERE thread = '${String(first.thread)}'`);
    const answer = await mail({
      from: 'bob@honest.example',
      subject: 'Re: Lamp',
      kind: `In-Reply-To: ${String(row?.['message_id'])}`,
    });
    assert.equal(answer.state, 'decided');
    assert.equal(answer.thread, first.thread);
  });
});

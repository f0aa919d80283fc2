/** Mail that is older than its account, in quantity: it waits for a word; over a real database. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideOldMails } from '../../../src/answers/old-mail-decided.ts';
import type { AccountId } from '../../../src/bridge/types.ts';
import { letInOverflow, overflowMails } from '../../../src/db/intake-tables/overflow.ts';
import { oldMailStandings } from '../../../src/db/intake-tables/old-mails.ts';
import type { OldMailVerb } from '../../../src/db/intake-tables/old-mails.ts';
import { tellOldMails } from '../../../src/teamwork/old-mail-told.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';

const support = 'support' as AccountId;
const long = (day: number): Date => new Date(Date.UTC(2022, 4, day, 9));

describe('mail that is older than its account', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let world: HandlerWorld;
  let arrivals: Arrivals;
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser, accounts: [testAccount({ oldMails: 3 })] });
    ({ arrivals } = world);
  });

  const rows = async (sql: string) => (await test.db.query<Record<string, unknown>>(sql)).rows;
  const count = async (sql: string): Promise<number> => Number((await rows(sql))[0]?.['n']);
  const threads = (): Promise<number> => count('SELECT count(*) AS n FROM threads');
  const lines = (): Promise<number> => count(`SELECT count(*) AS n FROM matrix_sends WHERE purpose = 'inbox-line'`);

  /** A mail of a number, of that day in May 2022; `to`: which of the first conversation it answers. */
  const raw = (n: number, to?: number, from = `bob${String(n)}@outside.test`): string =>
    [
      `From: Bob <${from}>`,
      'To: support@mailroom.test',
      `Message-ID: <old${String(n)}@outside.test>`,
      ...(to === undefined ? [] : [`In-Reply-To: <old${String(to)}@outside.test>`]),
      `Subject: ${to === undefined ? `Old matter ${String(n)}` : 'Re: Old matter 1'}`,
      '',
      `words ${String(n)}`,
      '',
    ].join('\r\n');
  const put = (n: number, more: { to?: number; from?: string; oversize?: boolean; at?: Date } = {}): Promise<number> =>
    arrivals.store(raw(n, more.to, more.from), {
      received: more.at ?? long(n),
      written: more.at ?? long(n),
      messageId: `<old${String(n)}@outside.test>`,
      oversize: more.oversize ?? false,
    });
  /** A folder that is copied at once: all of it is stored before the first is decided. */
  async function copied(of: number): Promise<Arrived[]> {
    const mails: number[] = [];
    for (let n = 1; n <= of; n++) mails.push(await put(n));
    const arrived: Arrived[] = [];
    for (const mail of mails) arrived.push(await arrivals.decide(mail));
    return arrived;
  }
  const decide = (verb: OldMailVerb): Promise<number> =>
    test.db.transaction((tx) => decideOldMails(tx, { account: support, by: alice }, verb));
  /** The jobs that were put down, in their order. */
  async function work(): Promise<Arrived[]> {
    const jobs = await rows(`SELECT subject FROM jobs WHERE queue = 'mail-in' ORDER BY job`);
    const arrived: Arrived[] = [];
    for (const { subject } of jobs) arrived.push(await arrivals.decide(Number(subject)));
    await test.db.query(`DELETE FROM jobs WHERE queue = 'mail-in'`);
    return arrived;
  }
  const tell = (): Promise<void> => tellOldMails({ ...world.core.deps(), failpoint: () => undefined }, 0);
  const notices = async (): Promise<string[]> =>
    (
      await rows(`SELECT content ->> 'body' AS body FROM matrix_sends WHERE purpose = 'old-mail' ORDER BY at, send`)
    ).map(({ body }) => String(body));
  const settle = () =>
    test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$' || send WHERE purpose = 'old-mail'`);

  it('comes in as new as long as it is little', async () => {
    const arrived = await copied(3);
    assert.ok(arrived.every(({ state }) => state === 'decided'));
    assert.equal(await threads(), 3);
    assert.equal(await lines(), 3);
  });

  it('waits, all of it, where it is much at once: no room, no line, no invitation', async () => {
    const arrived = await copied(40);
    assert.ok(arrived.every(({ state, reason }) => state === 'overflow' && reason === 'old'));
    assert.equal(await threads(), 0);
    assert.equal(await count('SELECT count(*) AS n FROM matrix_sends'), 0);
    // It is none of the overflow room's.
    assert.equal((await overflowMails(test.db, [support], 50)).total, 0);
    assert.equal(await letInOverflow(test.db, { account: support, message: null, by: alice }), 0);
  });

  it('waits from the fourth on where it comes one by one', async () => {
    const states: string[] = [];
    for (let n = 1; n <= 6; n++) states.push((await arrivals.decide(await put(n))).state);
    assert.deepEqual(states, ['decided', 'decided', 'decided', 'overflow', 'overflow', 'overflow']);
  });

  it('waits in Sent too, and of what could not be read or fetched', async () => {
    await copied(4);
    const mails = [
      await arrivals.store(raw(20), { role: 'sent', received: long(20), written: long(20) }),
      await arrivals.store(Buffer.alloc(0), { received: long(21) }),
      await put(22, { oversize: true }),
    ];
    for (const mail of mails) assert.equal((await arrivals.decide(mail)).state, 'overflow');
    assert.equal(await decide('quietly'), 7);
    const [sent, empty, large] = (await work()).slice(-3);
    assert.deepEqual([sent?.state, empty?.state, large?.state], ['decided', 'quarantined', 'quarantined']);
    assert.match(String(large?.reason), /^oversize/);
  });

  it('does not keep new mail, nor a single old one an hour later', async () => {
    await copied(4);
    const fresh = await arrivals.arrive(raw(30));
    assert.equal(fresh.state, 'decided');
    await decide('leave');
    await test.db.query(`UPDATE mails SET stored_at = now() - interval '61 minutes'`);
    assert.equal((await arrivals.decide(await put(31))).state, 'decided');
  });

  it('is told of once, with the number and the days; the number grows in the same notice', async () => {
    await copied(4);
    await tell();
    await tell();
    assert.equal((await notices()).length, 1);
    assert.match((await notices())[0] ?? '', /^4 mails .*\nThe mailbox got them between 2022-05-01 and 2022-05-04\./);
    await settle();
    await arrivals.decide(await put(12));
    await tell();
    const [, edit = ''] = await notices();
    assert.match(edit, /^\* 5 mails .*\n.* between 2022-05-01 and 2022-05-12\./);
    assert.equal(await decide('leave'), 5);
    await settle();
    await tell();
    await tell();
    assert.match((await notices()).at(-1) ?? '', /^\* No old mail waits here any more/);
    assert.equal((await notices()).length, 3);
    // The next lot is asked about anew.
    const next = [await put(13), await put(14), await put(15), await put(16)];
    for (const mail of next) await arrivals.decide(mail);
    await tell();
    assert.match((await notices()).at(-1) ?? '', /^4 mails/);
  });

  it('is shown quietly, the oldest first, without inbox line, work or mention', async () => {
    const mails: number[] = [];
    for (const n of [4, 2, 3, 1]) mails.push(await put(n, n === 4 ? { to: 1, from: 'bob1@outside.test' } : {}));
    for (const mail of mails) await arrivals.decide(mail);
    assert.equal(await decide('quietly'), 4);
    assert.equal(await decide('quietly'), 0);
    const shown = await work();
    assert.deepEqual(
      shown.map(({ mail }) => mails.indexOf(mail)),
      [3, 1, 2, 0],
    );
    assert.equal(shown[3]?.thread, shown[0]?.thread);
    assert.equal(await threads(), 3);
    assert.equal(await count('SELECT count(*) AS n FROM threads WHERE quiet'), 3);
    assert.equal(await lines(), 0);
    assert.equal(await count('SELECT count(*) AS n FROM thread_work'), 0);
    const [part] = shown[0]?.sends ?? [];
    assert.equal(part?.ts, long(1).getTime());
    // Its first news makes it a conversation like every other.
    const news = await arrivals.arrive(raw(50, 1, 'bob1@outside.test'));
    assert.equal(news.thread, shown[0]?.thread);
    assert.equal(await lines(), 1);
    assert.equal(await count('SELECT count(*) AS n FROM threads WHERE quiet'), 2);
    assert.equal(await count(`SELECT count(*) AS n FROM thread_work WHERE waiting = 'us'`), 1);
  });

  it('comes in as new where somebody says so', async () => {
    await copied(4);
    assert.equal(await decide('as-new'), 4);
    assert.ok((await work()).every(({ state }) => state === 'decided'));
    assert.equal(await lines(), 4);
    assert.equal(await count('SELECT count(*) AS n FROM threads WHERE quiet'), 0);
  });

  it('stays in the mailbox where somebody says so, and is counted', async () => {
    await copied(4);
    assert.equal(await decide('leave'), 4);
    const [standing] = await oldMailStandings(test.db, [support]);
    assert.deepEqual([standing?.waiting, standing?.left], [0, 4]);
    assert.equal(await threads(), 0);
  });

  it('is brought along by an answer, with what it refers to itself, in order and quietly', async () => {
    for (let n = 1; n <= 4; n++) await put(n);
    await put(5, { to: 1, from: 'bob1@outside.test' });
    await put(6, { to: 5, from: 'bob1@outside.test' });
    for (const { mail } of (await rows('SELECT mail FROM mails ORDER BY mail')) as { mail: number }[]) {
      assert.equal((await arrivals.decide(mail)).state, 'overflow');
    }
    const answer = await arrivals.arrive(raw(60, 6, 'bob1@outside.test'));
    assert.equal(answer.state, 'decided');
    const said = await rows(
      `SELECT message_id, facts ->> 'quiet' AS quiet FROM messages
       WHERE thread = '${String(answer.thread)}' ORDER BY seq`,
    );
    const names = said.map(({ message_id: id, quiet }) => `${String(id)}${quiet === 'true' ? ' quietly' : ''}`);
    assert.deepEqual(names, [
      '<old1@outside.test> quietly',
      '<old5@outside.test> quietly',
      '<old6@outside.test> quietly',
      '<old60@outside.test>',
    ]);
    assert.equal(await threads(), 1);
    assert.equal(await lines(), 1);
    const [standing] = await oldMailStandings(test.db, [support]);
    assert.equal(standing?.waiting, 3);
  });

  it('attack: is brought along by nobody who had no part in it, however many ids they name', async () => {
    await copied(4);
    const naming = raw(70, 1, 'eve@evil.test').replace(
      '\r\nSubject',
      `\r\nReferences: ${[1, 2, 3, 4].map((n) => `<old${String(n)}@outside.test>`).join(' ')}\r\nSubject`,
    );
    assert.equal((await arrivals.arrive(naming)).state, 'decided');
    const waiting = async () => (await oldMailStandings(test.db, [support]))[0]?.waiting;
    assert.deepEqual([await waiting(), await threads()], [4, 1]);
    // Somebody of the organisation of who wrote it had.
    assert.equal((await arrivals.arrive(raw(71, 1, 'ann@outside.test'))).state, 'decided');
    assert.equal(await waiting(), 3);
  });

  it('is brought along by no mail that is not shown itself', async () => {
    await copied(4);
    await test.db.query(
      `INSERT INTO entry_rules (account, pattern, effect, by_user) VALUES ('support', 'eve@evil.test', 'block', 'x')`,
    );
    assert.equal((await arrivals.arrive(raw(70, 1, 'eve@evil.test'))).state, 'ignored');
    const [standing] = await oldMailStandings(test.db, [support]);
    assert.equal(standing?.waiting, 4);
  });
});

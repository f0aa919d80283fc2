/** What our own mail server refuses is told as ours, to the author and once a day to the lobby, and pauses nobody. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Address } from '../../../src/mail/types.ts';
import { notSent, readReply } from '../../../src/smtp/result.ts';
import type { NotSentReason } from '../../../src/smtp/result.ts';
import { startTestServer } from '../../support/database.ts';
import type { TestDatabase, TestServer } from '../../support/database.ts';
import { unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const parser = standInParser();
const bob = 'bob@outside.test' as Address;
const eve = 'eve@elsewhere.test' as Address;

describe('what our own mail server does not take', () => {
  let server: TestServer;
  let test: TestDatabase;
  let world: OurMails;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    ({ mails: world } = await handlerWorld({ test, parser, accounts: [unquoted] }));
    await world.arrive('Where is the lamp?', { agoMs: 3_600_000 });
  });
  afterEach(() => test.close());

  const inLobby = async (): Promise<string[]> =>
    (
      await test.db.query<{ body: string }>(
        `SELECT content->>'body' AS body FROM matrix_sends WHERE purpose = 'account-state' ORDER BY at, send`,
      )
    ).rows.map(({ body }) => body);
  const mail = (reason: NotSentReason, reply: string) => () =>
    notSent(reason, false, 'x', readReply(reply), { stage: 'sender' });

  for (const [name, reply, stage, words] of [
    ['a limit at the end of the data', '550 5.4.5 Daily user sending limit exceeded', 'content', /as many have been/],
    ['a limit at RCPT', '550 5.4.5 Daily user sending limit exceeded', 'recipient', /as many have been sent/],
    ['a login that is missed at RCPT', '530 5.7.0 Authentication required', 'recipient', /without a login/],
  ] as const) {
    it(`is tried again, told at once and once where it passes by itself: ${name}`, async () => {
      [world.reply, world.stage] = [reply, stage];
      const said = await world.say('one', { to: [bob, eve] });
      assert.deepEqual([await world.state(said), await world.sign(said)], ['deferred', 'deferred']);
      await world.out(said.outgoing);
      const told = (await world.told(said)).filter((text) => words.test(text));
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /^Not mailed yet to .*bob@outside\.test.*; it is tried again by itself\./);
      assert.ok((told[0] ?? '').includes(`It says: ${reply}`));
      assert.equal((await inLobby()).length, 1);
      world.reply = '250 ok';
      assert.equal(await world.out(said.outgoing), 'done');
      assert.deepEqual([await world.state(said), await world.sign(said)], ['sent', 'sent']);
      assert.deepEqual(await world.paused(), []);
    });
  }

  for (const [reply, reason, words] of [
    ['550 5.7.1 Daily SMTP relay limit exceeded for user', 'sender-refused', /as many have been sent/],
    ['530 5.7.0 Authentication required', 'sender-refused', /without a login/],
    ['552 5.2.2 Quota exceeded', 'too-large', /no room for mail/],
  ] as const) {
    it(`is tried again where it is said to MAIL: ${reply}`, async () => {
      world.breaks = mail(reason, reply);
      const said = await world.say('one');
      assert.equal(await world.state(said), 'deferred');
      assert.equal((await world.told(said)).filter((text) => words.test(text)).length, 1);
      assert.match((await inLobby()).join(), words);
      world.breaks = () => null;
      assert.equal(await world.out(said.outgoing), 'done');
      assert.equal(await world.state(said), 'sent');
    });
  }

  it('is told as ours with what helps, to each author, and to the lobby once a day', async () => {
    world.reply = '553 5.7.1 <support@mailroom.test>: Sender address rejected: not owned by user <b>x</b>';
    const first = await world.say('one', { to: [bob, eve] });
    assert.deepEqual([await world.state(first), await world.sign(first)], ['failed', 'failed']);
    const [told, ...more] = (await world.told(first)).filter((text) => /Not mailed to/.test(text));
    assert.deepEqual(more, [], 'one notice for all of them');
    assert.match(told ?? '', /^@alice[^\n]*Not mailed to (?:bob@outside\.test, eve@elsewhere\.test|eve.*, bob.*)\.\n/);
    assert.match(
      told ?? '',
      /does not let us send under this address\.\nIt says: 553 5\.7\.1 .*<b>x<\/b>\nAsk the provider/,
    );
    assert.doesNotMatch(told ?? '', /Their server/);
    const { rows } = await test.db.query<{ html: string }>(
      `SELECT content->>'formatted_body' AS html FROM matrix_sends WHERE purpose IN ('account-state', 'delivery')`,
    );
    assert.ok(rows.length >= 2 && rows.every(({ html }) => !html.includes('<b>x')), 'shown as text');
    await world.say('two', { thread: 'two' });
    assert.equal((await inLobby()).length, 1);
    await test.db.query(`UPDATE relay_refusals SET told_at = told_at - interval '25 hours'`);
    await world.say('three', { thread: 'three' });
    assert.equal((await inLobby()).length, 2);
    world.reply = '554 5.7.1 this looks like spam';
    world.stage = 'content';
    await world.say('four', { thread: 'four' });
    assert.match((await inLobby())[2] ?? '', /for spam/, 'another kind is told by itself');
    assert.deepEqual(await world.paused(), []);
  });

  it('says what helps against the size, with both sizes where they are known', async () => {
    world.limit = 1_000_000;
    world.breaks = () => notSent('too-large', false, 'the server takes at most 1000000 bytes');
    const said = await world.say('one');
    assert.equal(await world.state(said), 'failed');
    const told = (await world.told(said)).find((text) =>
      /it has 0\.0 MB, and our own mail server takes at most 1\.0 MB/.test(text),
    );
    assert.match(told ?? '', /grow by a third in a mail\. Send them in several messages/);
    assert.match((await inLobby()).join(), /takes no mail as large as this/);
  });

  it('is told apart from what their server says of one of them', async () => {
    world.answers.set(bob, '550 5.1.1 No such user here');
    world.answers.set(eve, '550 5.4.5 Daily user sending limit exceeded');
    const said = await world.say('one', { to: [bob, eve] });
    assert.deepEqual(await world.statuses(said), { [bob]: 'refused', [eve]: 'deferred' });
    assert.deepEqual(await world.paused(), [bob]);
    const told = (await world.told(said)).join('\n');
    assert.match(told, /Not delivered to bob@outside\.test\. Their server says: 550/);
    assert.match(told, /Not mailed yet to eve@elsewhere\.test/);
  });

  it('is what all of several domains are refused with alike, and no verdict on them', async () => {
    world.reply = '554 5.7.1 no';
    const said = await world.say('one', { to: [bob, eve] });
    assert.equal(await world.state(said), 'failed');
    assert.match((await world.told(said)).join(), /Our own mail server does not take the mail/);
    assert.match((await world.told(await world.say('two', { thread: 'two' }))).join(), /Their server says/);
  });

  it('is given up with its reason where it lasts', async () => {
    [world.reply, world.stage] = ['550 5.4.5 Daily user sending limit exceeded', 'content'];
    const said = await world.say('one');
    world.aheadMs = 49 * 3_600_000;
    assert.equal(await world.out(said.outgoing), 'done');
    assert.equal(await world.state(said), 'failed');
    assert.match(
      (await world.told(said)).at(-1) ?? '',
      /Not mailed to bob@outside\.test\.\nOur own mail server takes no more/,
    );
  });
});

/** Mails that leave only with the yes of somebody who did not write them: whose counts, to what, and until when. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { AccountId, EventId, MessageKey, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { workOnMail } from '../../../src/incoming/work-changed.ts';
import type { Address } from '../../../src/mail/types.ts';
import type { TestDatabase } from '../../support/database.ts';
import { Drafts, editOf } from '../../support/handlers/drafts.ts';
import { alice, bob, ghosts, unquoted } from '../../support/handlers/fixtures.ts';
import type { HandlerCore } from '../../support/handlers/core.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteServer } from '../../support/suite.ts';

const carol = '@carol:matrix.test' as UserId;
const guest = '@guest:matrix.test' as UserId;
const drafter = '@dora:matrix.test' as UserId;

const four: Account = {
  ...unquoted,
  hold: { after: 0, atMost: 0 },
  team: [...unquoted.team, { user: carol, address: null, name: 'Carol' }],
  answering: { mode: 'reply', toColleagues: 'mail', holdOutside: 0, fourEyes: true },
};
const plain: Account = {
  ...four,
  answering: { mode: 'reply', toColleagues: 'mail', holdOutside: 0 },
  permissions: new Map([
    [drafter, 'draft'],
    [guest, 'block'],
  ]),
};

describe('a draft', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let core: HandlerCore;
  let rooms: Rooms;
  let mails: OurMails;
  let drafts: Drafts;
  let room: RoomId;
  /** Happens while a mail is composed, once. */
  let meanwhile: () => Promise<void>;

  const parser = standInParser(async () => {
    const now = meanwhile;
    meanwhile = () => Promise.resolve();
    await now();
  });

  /** From now on the account is so. */
  function becomes(account: Account): void {
    core.accounts.set('support' as AccountId, account);
  }

  beforeEach(async () => {
    test = await server.database();
    meanwhile = () => Promise.resolve();
    ({ core, rooms, mails } = await handlerWorld({ test, parser, accounts: [four] }));
    room = await rooms.room('support', 'thread');
    drafts = new Drafts(core, rooms, mails, room);
  });
  afterEach(() => test.close());

  /** Alice has written, and the bot shows it. */
  async function shown(body = 'The lamp is on its way.') {
    const said = await drafts.write(alice, body);
    return { ...said, notice: await drafts.shown(said.outgoing) };
  }

  it('is shown with all that would leave, and leaves with the yes of somebody else', async () => {
    const { outgoing, notice } = await shown();
    assert.equal(await drafts.due(outgoing), null, 'it waits without a job');
    assert.equal(await drafts.state(outgoing), 'closed');
    assert.deepEqual(mails.handed, []);
    assert.match(notice.body, /A draft by Alice/);
    assert.match(notice.body, /The ✅ can come from bob, Carol\./);
    assert.match(notice.body, /bob@outside\.test/);
    assert.match(notice.body, /Subject: Re: Lamps/);
    assert.match(notice.body, /The lamp is on its way\./);
    const { said } = await drafts.react(bob, notice.event, '✅');
    assert.match(said.join('\n'), /bob says yes: it is mailed in 0 seconds/);
    assert.notEqual(await drafts.due(outgoing), null, 'it is awake');
    assert.equal(await drafts.run(outgoing), 'done');
    assert.equal(await drafts.state(outgoing), 'sent');
    assert.match(await drafts.bytes(outgoing), /The lamp is on its way\./);
  });

  const nothing: readonly (readonly [what: string, by: UserId, key: string, told: RegExp | null])[] = [
    ['its author', alice, '✅', /does not count on what you wrote yourself/],
    ['somebody who may not', guest, '✅', /you may not send mail here/],
    ['a stranger of another server', '@x:elsewhere.test' as UserId, '✅', /you may not send mail here/],
    ['another reaction', bob, '👍', null],
  ];
  for (const [what, by, key, told] of nothing) {
    it(`does not leave with the yes of ${what}, who is told once`, async () => {
      becomes({ ...four, permissions: new Map([[guest, 'block']]) });
      const { outgoing, notice } = await shown();
      const first = await drafts.react(by, notice.event, key);
      const second = await drafts.react(by, notice.event, key);
      if (told === null) assert.deepEqual(first.said, []);
      else assert.match(first.said.join('\n'), told);
      assert.deepEqual(second.said, []);
      assert.equal(await drafts.run(outgoing), 'done');
      assert.equal(await drafts.state(outgoing), 'closed');
      assert.deepEqual(mails.handed, []);
    });
  }

  it('does not leave with a yes on a message of it, nor on an older version', async () => {
    const { event, outgoing, notice } = await shown();
    const { said } = await drafts.react(bob, event, '✅');
    assert.match(said.join('\n'), /belongs on my newest message about this draft/);
    await drafts.edit(alice, event, 'The lamps are on their way.');
    const late = await drafts.react(carol, notice.event, '✅');
    assert.match(late.said.join('\n'), /belongs on my newest message/);
    const newer = await drafts.shown(outgoing);
    assert.notEqual(newer.event, notice.event);
    const old = await drafts.react(carol, notice.event, '✅');
    assert.match(old.said.join('\n'), /belongs on my newest message/);
    assert.deepEqual(mails.handed, []);
  });

  /** Each takes the yes away. */
  const changes: readonly (readonly [what: string, act: (event: EventId) => Promise<unknown>])[] = [
    ['an edit', (event) => drafts.edit(alice, event, 'Other words.')],
    ['an edit that is taken back to the old words', (event) => drafts.edit(alice, event, 'The lamp is on its way.')],
    ['new words by a colleague', () => drafts.command(carol, 'draft Other words.')],
    ['a further recipient', () => drafts.command(alice, 'cc +kim@outside.test')],
    ['a blind copy', () => drafts.command(alice, 'bcc +kim@outside.test')],
    ['another recipient', () => drafts.command(carol, 'to kim@outside.test')],
    ['a recipient less', () => drafts.command(carol, 'to -bob@outside.test')],
    ['another subject', () => drafts.command(carol, 'subject Quite another')],
    ['another sender', () => drafts.command(carol, 'from help@mailroom.test')],
    [
      'a ghost that is invited',
      () =>
        rooms.event(
          room,
          carol,
          'm.room.member',
          { membership: 'invite' },
          ghosts.ghost('kim@outside.test' as Address),
        ),
    ],
  ];
  for (const [what, act] of changes) {
    it(`needs another yes after ${what}`, async () => {
      const { event, outgoing, notice } = await shown();
      await drafts.react(bob, notice.event, '✅');
      await act(event);
      const again = await drafts.shown(outgoing);
      assert.deepEqual(mails.handed, []);
      assert.equal(await drafts.state(outgoing), 'closed');
      assert.notEqual(again.event, notice.event);
      assert.match(again.body, /an earlier ✅ does not count any more/);
    });

    it(`is not frozen where ${what} was decided while it was composed`, async () => {
      const { event, outgoing, notice } = await shown();
      await drafts.react(bob, notice.event, '✅');
      meanwhile = async () => {
        await act(event);
      };
      await drafts.run(outgoing);
      assert.deepEqual(mails.handed, []);
      assert.equal(await drafts.state(outgoing), 'closed');
    });
  }

  it('waits for an edit, a command or a redaction that was received and is not decided', async () => {
    const { event, outgoing, notice } = await shown();
    const yes = await drafts.react(bob, notice.event, '✅');
    const pending: readonly (readonly [string, object])[] = [
      ['m.room.message', editOf(event, 'Other words.')],
      ['m.room.message', { msgtype: 'm.text', body: '!mail cc +kim@outside.test' }],
      ['m.room.redaction', { redacts: yes.event }],
      ['m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: notice.event, key: '❌' } }],
    ];
    for (const [at, [type, content]] of pending.entries()) {
      const pushed = await rooms.push({ event_id: `$p${String(at)}`, room_id: room, type, sender: bob, content });
      assert.equal(await mails.out(outgoing), 'retry', type);
      await test.db.query(`DELETE FROM jobs WHERE subject = $1`, [pushed]);
      await test.db.query(`DELETE FROM events WHERE event = $1`, [pushed]);
    }
    assert.deepEqual(mails.handed, []);
    assert.equal(await drafts.run(outgoing), 'done');
    assert.equal(mails.handed.length, 1);
  });

  it('leaves as it was approved and not otherwise, whatever changed without a word', async () => {
    const { outgoing, notice } = await shown();
    await drafts.react(bob, notice.event, '✅');
    // Nothing that is known to change a draft: its content is another in the table alone.
    await test.db.query(
      `UPDATE outgoing_events SET content = replace(content::text, 'The lamp is on its way.', 'Forged.')::json`,
    );
    await drafts.run(outgoing);
    assert.deepEqual(mails.handed, []);
    assert.equal(await drafts.state(outgoing), 'closed');
    const again = await drafts.post(outgoing);
    assert.match(again.body, /Forged\./);
    assert.notEqual(again.event, notice.event);
  });

  it('waits again where the yes is taken away, and another still counts', async () => {
    const { outgoing, notice } = await shown();
    const first = await drafts.react(bob, notice.event, '✅');
    const second = await drafts.react(carol, notice.event, '✅');
    assert.deepEqual(await drafts.redact(bob, first.event), [], 'Carol has said yes too');
    assert.match((await drafts.redact(carol, second.event)).join('\n'), /The ✅ was taken away/);
    assert.equal(await drafts.run(outgoing), 'done');
    assert.equal(await drafts.state(outgoing), 'closed');
    assert.deepEqual(mails.handed, []);
    await drafts.react(bob, notice.event, '✅');
    await drafts.run(outgoing);
    assert.equal(await drafts.state(outgoing), 'sent');
  });

  it('is taken back by ❌ on what shows it, on its message, and by deleting that, also after a yes', async () => {
    for (const how of ['notice', 'message', 'redaction'] as const) {
      const { event, outgoing, notice } = await shown(`Words for ${how}, each of them others.`);
      await drafts.react(bob, notice.event, '✅');
      if (how === 'redaction') await drafts.redact(alice, event);
      else await drafts.react(carol, how === 'notice' ? notice.event : event, '❌');
      assert.equal(await drafts.run(outgoing), 'done');
      assert.equal(await drafts.state(outgoing), 'cancelled', how);
      assert.deepEqual((await drafts.react(bob, notice.event, '✅')).said, []);
      assert.equal(await drafts.state(outgoing), 'cancelled', how);
    }
    assert.deepEqual(mails.handed, []);
  });

  it('does not leave where whoever said yes lost the right before it left', async () => {
    const { outgoing, notice } = await shown();
    await drafts.react(bob, notice.event, '✅');
    becomes({ ...four, team: four.team.filter(({ user }) => user !== bob), permissions: new Map([[bob, 'block']]) });
    await drafts.run(outgoing);
    assert.deepEqual(mails.handed, []);
    const again = await drafts.post(outgoing);
    assert.notEqual(again.event, notice.event);
    await drafts.react(carol, again.event, '✅');
    await drafts.run(outgoing);
    assert.equal(await drafts.state(outgoing), 'sent');
  });

  it('has the words that a colleague gave it, who does not say yes to them', async () => {
    const { event, outgoing } = await shown('Teh lamp.');
    assert.match(await drafts.command(carol, 'draft !note The lamp.\nIt is on its way.'), /has these words now/);
    const notice = await drafts.shown(outgoing);
    assert.match(notice.body, /Its words are those of Carol now/);
    assert.match(notice.body, /The ✅ can come from bob\.\n/);
    for (const one of [alice, carol]) await drafts.react(one, notice.event, '✅');
    assert.equal(await drafts.run(outgoing), 'done');
    assert.deepEqual(mails.handed, []);
    // Alice's own words again: then Carol may.
    await drafts.edit(alice, event, 'The lamp!');
    const anew = await drafts.shown(outgoing);
    await drafts.react(carol, anew.event, '✅');
    await drafts.run(outgoing);
    assert.match(await drafts.bytes(outgoing), /The lamp!/);
  });

  it('leaves with the new words of a colleague as they are, also where they begin like a note', async () => {
    const { outgoing } = await shown('Teh lamp.');
    await drafts.command(carol, 'draft !note The lamp.\nIt is on its way.');
    const notice = await drafts.shown(outgoing);
    await drafts.react(bob, notice.event, '✅');
    await drafts.run(outgoing);
    const bytes = await drafts.bytes(outgoing);
    assert.match(bytes, /!note The lamp\./);
    assert.doesNotMatch(bytes, /Teh lamp/);
  });

  it('says which draft is meant where several wait, and that none waits', async () => {
    assert.match(await drafts.command(carol, 'draft Words.'), /There is no draft here/);
    const one = await shown('First words of one mail.');
    const two = await shown('Other words of a second mail, quite different.');
    assert.match(await drafts.command(carol, 'draft Words.'), /Several drafts wait here/);
    assert.match(await drafts.command(carol, 'draft Words.', one.notice.event), /has these words now/);
    assert.match((await drafts.shown(one.outgoing)).body, /Words\./);
    assert.equal((await drafts.post(two.outgoing)).event, two.notice.event);
  });

  it('does not keep later mails, nor is it kept by them', async () => {
    const first = await shown('First words of one mail.');
    const second = await shown('Other words of a second mail, quite different.');
    await drafts.react(bob, second.notice.event, '✅');
    await drafts.run(second.outgoing);
    assert.equal(await drafts.state(second.outgoing), 'sent');
    assert.equal(await drafts.state(first.outgoing), 'closed');
  });

  it('is what a mail becomes that was written before the account wanted four eyes', async () => {
    becomes(plain);
    const { outgoing } = await drafts.write(alice, 'The lamp is on its way.');
    becomes(four);
    const notice = await drafts.shown(outgoing);
    assert.deepEqual(mails.handed, []);
    await drafts.react(bob, notice.event, '✅');
    await drafts.run(outgoing);
    assert.equal(mails.handed.length, 1);
  });

  it('is what a member writes who may write and not send; others send without', async () => {
    becomes(plain);
    const ours = await drafts.write(alice, 'Mine leaves at once.');
    await drafts.run(ours.outgoing);
    assert.equal(await drafts.state(ours.outgoing), 'sent');
    const theirs = await drafts.write(drafter, 'May this leave? It is quite another text.');
    const notice = await drafts.shown(theirs.outgoing);
    assert.equal(await drafts.state(theirs.outgoing), 'closed');
    await drafts.react(drafter, notice.event, '✅');
    await drafts.run(theirs.outgoing);
    assert.equal(await drafts.state(theirs.outgoing), 'closed');
    await drafts.react(alice, notice.event, '✅');
    await drafts.run(theirs.outgoing);
    assert.equal(await drafts.state(theirs.outgoing), 'sent');
  });

  it('lets whoever may only write decide about nothing of others', async () => {
    becomes({ ...plain, hold: { after: 60_000, atMost: 60_000 } });
    const ours = await drafts.write(alice, 'Mine is still held.');
    await drafts.react(drafter, ours.event, '❌');
    assert.equal(await drafts.state(ours.outgoing), 'open');
    await drafts.command(drafter, 'send at 2036-12-01', ours.event);
    assert.equal(await drafts.state(ours.outgoing), 'open');
    // What nearly repeats another waits for a yes, which sends it: theirs would.
    await rooms.say(room, bob, 'Mine is still held.');
    const repeated = drafts.lastEvent();
    await drafts.react(drafter, repeated, '✅');
    const { rows } = await test.db.query(`SELECT state FROM asked_messages WHERE event = $1`, [repeated]);
    assert.deepEqual(rows, [{ state: 'waiting' }]);
    const theirs = await drafts.write(drafter, 'A text of their own, to be looked at.');
    await drafts.react(drafter, theirs.event, '❌');
    assert.equal(await drafts.state(theirs.outgoing), 'cancelled');
  });

  it('leaves nothing to nobody', async () => {
    const { outgoing } = await shown();
    await drafts.command(alice, 'to -bob@outside.test');
    const notice = await drafts.shown(outgoing);
    const { said } = await drafts.react(bob, notice.event, '✅');
    assert.match(said.join('\n'), /nobody would get this mail/);
    await drafts.run(outgoing);
    assert.deepEqual(mails.handed, []);
  });

  it('shows the words of a draft as text, whoever wrote what in them', async () => {
    const evil = '<img src=x> <a href="https://matrix.to/#/@bob:matrix.test">x</a> @room';
    const { notice } = await shown(evil);
    assert.ok(notice.html.includes('&lt;img src=x&gt;'));
    assert.ok(!notice.html.includes('<a '));
    const { rows } = await test.db.query<{ content: object }>(`SELECT content FROM matrix_sends WHERE event = $1`, [
      notice.event,
    ]);
    assert.deepEqual((rows[0]?.content as { 'm.mentions'?: object })['m.mentions'], {});
  });

  it('is not shown and left by two at once: a yes between is not lost', async () => {
    const { outgoing, notice } = await shown();
    const handler = mails.handler();
    const job = {
      job: 1,
      account: 'support',
      queue: handler.queue,
      key: 'k',
      subject: outgoing,
      attempts: 1,
      failures: 0,
    };
    const decision = await handler.run(job, undefined);
    await drafts.react(bob, notice.event, '✅');
    await assert.rejects(
      test.db.transaction(async (tx) => decision.write?.(tx)),
      /a draft changed at this moment/,
    );
    assert.equal(decision.outcome.do, 'done');
  });

  it('tells whoever wrote it that a mail came before it was mailed', async () => {
    const { event } = await shown();
    const { rows } = await test.db.query<{ thread: ThreadId }>('SELECT thread FROM outgoing');
    const mail = { thread: rows[0]?.thread ?? assert.fail(), message: 'm' as MessageKey, direction: 'in' } as const;
    const from = [{ name: 'Bob', address: 'bob@outside.test' as Address }];
    await test.db.transaction((tx) => workOnMail(tx, core.deps(), four, { ...mail, kind: 'message', from }));
    const { rows: told } = await test.db.query<{ body: string; of: string }>(
      `SELECT content ->> 'body' AS body, content #>> '{m.relates_to,m.in_reply_to,event_id}' AS of FROM matrix_sends
       WHERE purpose = 'came-meanwhile'`,
    );
    assert.match(told[0]?.body ?? '', /A new mail from Bob came before this was mailed\. It still waits/);
    assert.equal(told[0]?.of, event);
  });
});

/** Mails that leave at a time that somebody named, and prepared answers. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import { readPrepared } from '../../../src/bridge/to-mail/prepared-answer.ts';
import type { MessageKey, RoomId, UserId } from '../../../src/bridge/types.ts';
import { findZone } from '../../../src/words/zones.ts';
import type { TestDatabase } from '../../support/database.ts';
import { Drafts } from '../../support/handlers/drafts.ts';
import { alice, bob, unquoted } from '../../support/handlers/fixtures.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { standInParser } from '../../support/handlers/stand-in-parser.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { suiteServer } from '../../support/suite.ts';

const parser = standInParser();

const zone = findZone('Europe/Berlin') ?? assert.fail();

function prepared(text: string) {
  const read = readPrepared(text);
  return read.ok ? read.answer : assert.fail();
}

const account: Account = {
  ...unquoted,
  zone,
  hold: { after: 60_000, atMost: 60_000 },
  answering: {
    mode: 'reply',
    toColleagues: 'ask',
    holdOutside: 0,
    answers: {
      thanks: prepared('Dear {name},\n\nthank you.\n{me}, {account}'),
      first: prepared('{name} {{x}}'),
    },
  },
};

describe('a mail with a time', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  let mails: OurMails;
  let drafts: Drafts;
  let room: RoomId;

  beforeEach(async () => {
    test = await server.database();
    const world = await handlerWorld({ test, parser, accounts: [account] });
    ({ rooms, mails } = world);
    room = await rooms.room('support', 'thread');
    drafts = new Drafts(world.core, rooms, mails, room);
  });
  afterEach(() => test.close());

  const timesOf = async (outgoing: MessageKey) => {
    const { rows } = await test.db.query<{ state: string; not_before: Date | null; quota: Date | null }>(
      'SELECT state, not_before, quota_before AS quota FROM outgoing WHERE outgoing = $1',
      [outgoing],
    );
    return rows[0] ?? assert.fail();
  };
  /** The time has come. */
  const comes = (outgoing: MessageKey) =>
    test.db.query(
      `UPDATE outgoing SET send_after = now() - interval '1 s', not_before = now() - interval '1 s',
         send_at = now() - interval '1 s' WHERE outgoing = $1`,
      [outgoing],
    );

  it('waits until then, with nothing that joins it, and leaves then', async () => {
    const { outgoing } = await drafts.write(alice, 'Good morning.');
    assert.match(await drafts.command(alice, 'send at 2036-07-01T08:00'), /At most a year ahead/);
    assert.match(
      await drafts.command(alice, 'send at 300d'),
      /This is mailed at \d{4}-\d\d-\d\d \d\d:\d\d CES?T, to Bob/,
    );
    const { state, not_before: at } = await timesOf(outgoing);
    assert.equal(state, 'closed');
    assert.ok(at !== null && at.getTime() > Date.now() + 299 * 86_400_000);
    const due = await drafts.due(outgoing);
    assert.ok(due !== null && due > 299 * 86_400, 'its job is planned, and waits for nothing before');
    assert.equal(await mails.out(outgoing), 'retry');
    const later = await drafts.write(alice, 'And this is another mail altogether.');
    assert.notEqual(later.outgoing, outgoing);
    await comes(outgoing);
    assert.equal(await mails.out(outgoing), 'done');
    assert.equal(await drafts.state(outgoing), 'sent');
  });

  it('is named by the clock of whoever asks, over summer time too', async () => {
    const { outgoing } = await drafts.write(alice, 'Good morning.');
    await drafts.command(alice, 'zone America/New_York');
    // The next one that is at least a day ahead, and so at most a year and a day.
    const now = new Date();
    const past = now.getTime() > Date.UTC(now.getUTCFullYear(), 0, 14);
    const winter = `${String(now.getUTCFullYear() + (past ? 1 : 0))}-01-15`;
    assert.match(await drafts.command(alice, `send at ${winter}T08:00`), new RegExp(`${winter} 08:00 EST`));
    const { not_before: at } = await timesOf(outgoing);
    assert.equal(at?.toISOString(), `${winter}T13:00:00.000Z`);
  });

  it('passes and is passed: later mails of the conversation leave before it', async () => {
    const first = await drafts.write(alice, 'Tomorrow.');
    await drafts.command(alice, 'send at 1d');
    const second = await drafts.write(alice, 'Today, and in quite other words.');
    await test.db.query(`UPDATE outgoing SET send_after = now() - interval '1 s' WHERE outgoing = $1`, [
      second.outgoing,
    ]);
    await drafts.run(second.outgoing);
    assert.equal(await drafts.state(second.outgoing), 'sent');
    assert.equal(await drafts.state(first.outgoing), 'closed');
  });

  it('can be edited, taken back and named anew until then', async () => {
    const said = await drafts.write(alice, 'Good mornign.');
    await drafts.command(alice, 'send at 1d');
    await drafts.edit(alice, said.event, 'Good morning.');
    await drafts.command(alice, 'send at 2d');
    const due = await drafts.due(said.outgoing);
    assert.ok(due !== null && due > 1.9 * 86_400);
    await comes(said.outgoing);
    await drafts.run(said.outgoing);
    assert.match(await drafts.bytes(said.outgoing), /Good morning\./);
    const other = await drafts.write(alice, 'This is never to leave, in any case.');
    await drafts.command(alice, 'send at 1d');
    await drafts.react(alice, other.event, '❌');
    assert.equal(await drafts.state(other.outgoing), 'cancelled');
  });

  it('keeps its time where an edit changes who gets it', async () => {
    await drafts.command(alice, 'cc +kim@outside.test');
    const said = await drafts.write(alice, 'Good morning.');
    await drafts.command(alice, 'send at 1d');
    await drafts.edit(alice, said.event, '!sender Good morning, Bob.');
    const { outgoing } = await drafts.last();
    const { not_before: at } = await timesOf(outgoing);
    assert.notEqual(outgoing, said.outgoing, 'it is another mail now');
    assert.ok(at !== null && at.getTime() > Date.now() + 80_000_000);
  });

  it('leaves after a hold with `send now`, and not before the quota of its author', async () => {
    const { outgoing } = await drafts.write(alice, 'Good morning.');
    const quota = new Date(Date.now() + 3_600_000);
    await test.db.query('UPDATE outgoing SET not_before = $1', [quota]);
    assert.match(await drafts.command(alice, 'send at 10m'), /as many as one person may/);
    assert.equal((await timesOf(outgoing)).not_before?.getTime(), quota.getTime());
    assert.match(await drafts.command(alice, 'send now'), /it waits and goes out at/);
    assert.equal((await timesOf(outgoing)).not_before?.getTime(), quota.getTime());
    await test.db.query('UPDATE outgoing SET not_before = NULL, quota_before = NULL');
    assert.match(await drafts.command(alice, 'send at 1d'), /This is mailed at/);
    assert.match(await drafts.command(alice, 'send now'), /mailed in 60 seconds/);
    assert.equal((await timesOf(outgoing)).not_before, null);
    const due = await drafts.due(outgoing);
    assert.ok(due !== null && due < 61);
  });

  it('is not frozen where its time was named while it was composed', async () => {
    const { outgoing } = await drafts.write(alice, 'Good morning.');
    await test.db.query(`UPDATE outgoing SET state = 'closed', send_after = now() - interval '1 s'`);
    const before = mails.look;
    mails.look = async (asked) => {
      mails.look = before;
      await test.db.query(`UPDATE outgoing SET not_before = now() + interval '1 h', send_at = now() + interval '1 h'`);
      return before(asked);
    };
    await mails.out(outgoing);
    assert.equal(await drafts.state(outgoing), 'closed');
    assert.deepEqual(mails.handed, []);
  });

  it('waits for a time that was named and is not decided yet', async () => {
    const { outgoing } = await drafts.write(alice, 'Good morning.');
    await test.db.query(`UPDATE outgoing SET send_after = now() - interval '1 s'`);
    const content = { msgtype: 'm.text', body: '!mail send at 1d' };
    const pushed = await rooms.push({ event_id: '$s', room_id: room, type: 'm.room.message', sender: alice, content });
    assert.equal(await mails.out(outgoing), 'retry');
    assert.deepEqual(mails.handed, []);
    await rooms.handle(pushed);
    assert.equal(await drafts.state(outgoing), 'closed');
  });

  it('says what to do where nothing waits, where it has left, and where no time was named', async () => {
    assert.match(await drafts.command(alice, 'send at 8:00'), /Nothing of yours waits here/);
    assert.match(await drafts.command(alice, 'send at some time'), /When\? For example/);
    const { event, outgoing } = await drafts.write(alice, 'Good morning.');
    assert.match(await drafts.command(bob, 'send at 8:00'), /Nothing of yours waits here/);
    assert.match(await drafts.command(bob, 'send at 8:00', event), /This is mailed at/, 'as a reply to it');
    await comes(outgoing);
    await drafts.run(outgoing);
    assert.match(await drafts.command(alice, 'send at 8:00', event), /has left already/);
  });

  it('lets nobody name a time for a mail of another conversation', async () => {
    const { event } = await drafts.write(alice, 'Good morning.');
    const elsewhere = await rooms.room('support', 'thread');
    const heard = await rooms.say(elsewhere, bob, '!mail send at 8:00', event);
    assert.match(heard.map(({ body }) => body).join(), /Nothing of yours waits here/);
  });

  describe('as a prepared answer', () => {
    it('is the command itself, shown with its fields filled in, and held like any message', async () => {
      const told = await drafts.command(alice, 'answer thanks');
      assert.match(told, /Alice, with the prepared answer “thanks”:\nDear Bob,\n\nthank you\.\nAlice, Support/);
      const { outgoing } = await drafts.last();
      assert.equal(await drafts.state(outgoing), 'open');
      await test.db.query(`UPDATE outgoing SET send_after = now() - interval '1 s'`);
      await drafts.run(outgoing);
      assert.match(await drafts.bytes(outgoing), /Dear Bob,/);
    });

    it('is taken back by ❌ on what shows it, and edited by an edit of the command', async () => {
      await drafts.command(alice, 'answer thanks');
      const { event, outgoing } = await drafts.last();
      await drafts.edit(alice, event, 'Dear Bob, thanks!');
      const { rows } = await test.db.query<{ content: { content: { body: string } } }>(
        'SELECT content FROM outgoing_events WHERE event = $1',
        [event],
      );
      assert.equal(rows[0]?.content.content.body, 'Dear Bob, thanks!');
      await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = '$shown' WHERE purpose = 'prepared'`);
      await drafts.react(bob, '$shown' as never, '❌');
      assert.equal(await drafts.state(outgoing), 'cancelled');
    });

    it('is listed, and refused by name', async () => {
      assert.match(await drafts.command(alice, 'answer'), /Prepared answers: thanks, first/);
      assert.match(await drafts.command(alice, 'answer nothing'), /no prepared answer “nothing”\.\nPrepared answers/);
      assert.match(await drafts.command(alice, 'answer constructor'), /no prepared answer “constructor”/);
      assert.match(await drafts.command('@x:elsewhere.test' as UserId, 'answer thanks'), /may not/);
    });

    for (const name of ['!note Eve', '!mail done', '@room Eve', 'alice: !mail done', '<b>Eve</b>', '{subject}']) {
      it(`leaves the name of a stranger as text: ${name}`, async () => {
        await test.db.query(
          `UPDATE messages SET facts = jsonb_set(facts::jsonb, '{from,0,name}', to_jsonb($1::text))`,
          [name],
        );
        await drafts.command(alice, 'answer first');
        const { outgoing } = await drafts.last();
        const { rows } = await test.db.query<{ content: Record<string, unknown> }>(
          `SELECT content FROM matrix_sends WHERE purpose = 'prepared'`,
        );
        const shown = rows[0]?.content ?? assert.fail();
        assert.deepEqual(shown['m.mentions'], {});
        assert.ok(!String(shown['formatted_body']).includes('<b>'));
        await test.db.query(`UPDATE outgoing SET send_after = now() - interval '1 s'`);
        await drafts.run(outgoing);
        assert.equal(await drafts.state(outgoing), 'sent');
        // What calls everybody in front of a mail is left out of it, whoever wrote it.
        assert.ok((await drafts.bytes(outgoing)).includes(`${name.replace('@room ', '')} {x}`));
      });
    }
  });
});

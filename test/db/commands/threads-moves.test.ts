import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EventId, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import { peopleOf } from '../../../src/db/thread-tables/people-of-thread.ts';
import { addAlias } from '../../../src/db/thread-tables/thread-traits.ts';
import { recordMessage } from '../../../src/handling/thread-record.ts';
import type { MessageId } from '../../../src/mail/types.ts';
import { alice, ids, messageFacts, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const support = vouchedAccount('support');
const sales = vouchedAccount('sales');

describe('mails that are put into another conversation', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  let rooms: Rooms;
  eachDatabase(async (given) => {
    test = given;
    ({ arrivals: mails, rooms } = await handlerWorld({ test, parser, accounts: [support, sales] }));
  });

  const reply = { subject: 'Re: Printer broken' };

  async function arrived(mail: Letter, account = 'support'): Promise<ThreadId> {
    const { thread } = await mails.arrive(mail, { account });
    assert.ok(thread !== null);
    return thread;
  }

  /** The room of a thread with all that is owed to it. */
  async function room(thread: ThreadId, account = 'support'): Promise<RoomId> {
    const id = `!${thread}:matrix.test` as RoomId;
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state) VALUES ($1, $2, 'thread', $3, $4, 'active') ON
         CONFLICT DO NOTHING`,
      [id, account, thread, ids.threadAlias(thread, 0)],
    );
    await test.db.query(
      `UPDATE matrix_sends SET state = 'sent', event = '$' || send WHERE thread = $1 AND state = 'waiting'`,
      [thread],
    );
    return id;
  }

  /** The newest event of a mail in the room of a thread. */
  async function eventOf(messageId: string, thread: ThreadId): Promise<EventId> {
    const { rows } = await test.db.query<{ event: EventId }>(
      `SELECT event FROM matrix_sends s JOIN messages m USING (message)
       WHERE m.message_id = $1 AND s.thread = $2 AND event IS NOT NULL ORDER BY s.at DESC, s.purpose NOT IN ('part',
       'repeated'), part LIMIT 1`,
      [`<${messageId}>`, thread],
    );
    const [row] = rows;
    assert.ok(row !== undefined, messageId);
    return row.event;
  }

  it('move takes a message and what answers it, and later answers follow', async () => {
    const from = await arrived({ id: 'b1@x' });
    await mails.arrive({ id: 'b2@x', answers: 'b1@x', ...reply });
    await mails.arrive({ id: 'b3@x', answers: 'b1@x', ...reply });
    await mails.arrive({ id: 'b4@x', answers: 'b2@x', references: 'b1@x b2@x', ...reply });
    const to = await arrived({ id: 'c1@z', from: 'carol@z.example', subject: 'Invoice' });
    const source = await room(from);
    const target = await room(to);
    const said = await rooms.say(source, alice, `!mail move ${target}`, await eventOf('b2@x', from));
    const bodies = (at: RoomId) => said.filter(({ room: where }) => where === at).map(({ body }) => body);
    assert.match(
      bodies(target)[0] ?? '',
      /^Alice moved 2 mails here\. The originals:\nmessage 1 https:\/\/matrix\.to\/#\//,
    );
    assert.deepEqual(bodies(target).slice(1).sort(), ['Words of b2@x.', 'Words of b4@x.']);
    assert.equal(
      bodies(source).filter((body) => body.startsWith('Moved to:\nInvoice https://matrix.to/#/%23')).length,
      2,
    );
    assert.ok(bodies(source).some((body) => body.startsWith('2 mails are now in:')));

    const later = await mails.arrive({ id: 'b5@x', answers: 'b4@x', references: 'b1@x b2@x b4@x', ...reply });
    assert.deepEqual([later.thread, later.decision], [to, 'moved']);
    const stayed = await mails.arrive({ id: 'b6@x', answers: 'b3@x', references: 'b1@x b3@x', ...reply });
    assert.deepEqual([stayed.thread, stayed.decision], [from, 'in-reply-to']);
    const people = await peopleOf(test.db, [to]);
    assert.ok(people.some(({ address, standing }) => address === 'bob@x.example' && standing === 'participant'));

    await room(to);
    const why = await rooms.say(target, alice, '!mail why', await eventOf('b2@x', to));
    assert.match(why[0]?.body ?? '', /it answers a mail of this conversation[^]*@alice:matrix\.test moved it here/);
    const wrong = await rooms.say(source, alice, 'Hello Bob', await eventOf('b2@x', from));
    assert.match(wrong[0]?.body ?? '', /Please answer it there:\nInvoice/);
    assert.deepEqual((await test.db.query('SELECT FROM outgoing')).rows, []);
  });

  it('split makes a conversation of its own', async () => {
    const from = await arrived({ id: 'b1@x' });
    await mails.arrive({ id: 'b2@x', answers: 'b1@x', subject: 'Lunch', text: '> Is it on?\r\nYes.' });
    const source = await room(from);
    const first = await rooms.say(source, alice, '!mail split', await eventOf('b1@x', from));
    assert.match(first[0]?.body ?? '', /nothing to split/);
    await rooms.say(source, alice, '!mail split', await eventOf('b2@x', from));
    const { rows } = await test.db.query<{ thread: ThreadId; subject: string }>(
      `SELECT thread, subject FROM threads WHERE opened_by = 'split'`,
    );
    const [split] = rows;
    assert.equal(split?.subject, 'Lunch');
    const later = await mails.arrive({ id: 'b3@x', answers: 'b2@x', references: 'b1@x b2@x', subject: 'Re: Lunch' });
    assert.equal(later.thread, split.thread);
    const twin = await mails.arrive({ id: 'b2@x', answers: 'b1@x', subject: 'Lunch', text: '> Is it on?\r\nYes.' });
    assert.equal(twin.reason, 'duplicate');
  });

  it('merge takes answers of ours, aliases and late parents too, and the old room says where it goes on', async () => {
    const from = await arrived({ id: 'b1@x', answers: 'b0@x', ...reply });
    const source = await room(from);
    const message = ids.outgoing(support.id, '$said' as EventId);
    const own = ids.ownMessageId(message, 'ours.example');
    await test.db.query(
      `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
         send_by)
       VALUES ($1, 'support', $2, $3, $4, 'sent', '{"to":[],"cc":[],"why":{"kind":"nobody"},"answers":null}', $5,
       now(), now())`,
      [message, from, source, alice, own],
    );
    await test.db.query(
      `INSERT INTO outgoing_events (event, account, outgoing, position, content, sent_at)
       VALUES ('$said', 'support', $1, 0,
       '{"type":"m.room.message","content":{"msgtype":"m.text","body":"It is on."}}', now())`,
      [message],
    );
    const facts = messageFacts({
      subject: 'Re: Printer broken',
      from: [{ name: 'Support', address: support.address }],
      decision: 'answer',
    });
    const base = { message, account: support.id, thread: from, direction: 'out' as const, messageId: own };
    await test.db.transaction((tx) =>
      recordMessage(
        tx,
        support,
        { ...base, contentHash: 'c', mail: null, outgoing: message, facts },
        { how: 'ours', index: null },
      ),
    );
    await addAlias(test.db, message, '<0100@ses>' as MessageId);
    const to = await arrived({ id: 'c1@z', from: 'carol@z.example', subject: 'Invoice' });
    const target = await room(to);

    const said = await rooms.say(
      source,
      alice,
      `!mail merge https://matrix.to/#/${encodeURIComponent(target)}?via=ours.example`,
    );
    const there = said.filter((one) => one.room === target).map(({ body }) => body);
    assert.ok(there.includes('Alice: It is on.') && there.includes('Words of b1@x.'), there.join('\n'));
    const decisions = [];
    for (const mail of [
      { id: 'n1@x', answers: own, from: 'erin@e.example' },
      { id: 'n2@x', answers: '0100@ses', from: 'eva@e.example' },
      { id: 'n3@x', answers: 'b1@x' },
      { id: 'b0@x' },
    ]) {
      const { thread, decision } = await mails.arrive({ ...mail, ...reply });
      decisions.push([thread === to, decision]);
    }
    assert.deepEqual(decisions, [
      [true, 'moved'],
      [true, 'moved'],
      [true, 'moved'],
      [true, 'referenced-by'],
    ]);
    const over = await rooms.say(source, alice, 'Anybody?');
    assert.match(over[0]?.body ?? '', /Please write it there:\nInvoice/);
    const again = await rooms.say(source, alice, `!mail merge ${target}`);
    assert.match(again[0]?.body ?? '', /no mail in this conversation/);

    // And back: nothing leads in a circle.
    await room(to);
    await rooms.say(target, alice, `!mail move ${source}`, await eventOf('c1@z', to));
    const back = await mails.arrive({ id: 'c2@z', from: 'carol@z.example', answers: 'c1@z', subject: 'Re: Invoice' });
    assert.equal(back.thread, to, 'the room of a merged conversation stands for the one that it went into');
  });

  it('refuses what is no room of the account, other people, and messages of other rooms', async () => {
    const from = await arrived({ id: 'b1@x' });
    const other = await arrived({ id: 's1@x', to: 'sales@ours.example' }, 'sales');
    const source = await room(from);
    const foreign = await room(other, 'sales');
    const event = await eventOf('b1@x', from);
    const first = async (text: string, of: EventId | null = event, who = alice) =>
      (await rooms.say(source, who, text, of))[0]?.body ?? '';
    assert.match(await first(`!mail move ${foreign}`), /not the room of a conversation of this account/);
    assert.match(await first('!mail move !nowhere:x'), /not the room of a conversation/);
    assert.match(await first('!mail move there please'), /which room: a link to it/);
    assert.match(await first(`!mail move ${source}`), /this room already/);
    assert.match(await first(`!mail merge ${source}`, null), /this room already/);
    assert.match(await first('!mail split', null), /as a reply/);
    assert.match(await first('!mail split', await eventOf('s1@x', other)), /no mail of this conversation/);
    const mallory = '@mallory:elsewhere.example' as typeof alice;
    assert.doesNotMatch(await first('!mail split', event, mallory), /nothing to split/);
    const { rows } = await test.db.query('SELECT FROM messages WHERE placed_by IS NOT NULL');
    assert.equal(rows.length, 0);
  });

  it('takes the room from the link that a client writes for a name, and an alias', async () => {
    const from = await arrived({ id: 'b1@x' });
    const to = await arrived({ id: 'c1@z', from: 'carol@z.example', subject: 'Invoice' });
    const source = await room(from);
    await room(to);
    const alias = encodeURIComponent(`#${ids.threadAlias(to, 0)}:matrix.test`);
    const said = await rooms.event(source, alice, 'm.room.message', {
      msgtype: 'm.text',
      body: '!mail merge My Invoices',
      format: 'org.matrix.custom.html',
      formatted_body: `!mail merge <a href="https://matrix.to/#/${alias}">My Invoices</a>`,
    });
    assert.ok(said.some(({ body }) => body.startsWith('One mail is now in:')));
  });
});

/** Reactions of the team to mails: which become mails, to whom, and what becomes of them; over a real database. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import { loadOutgoing } from '../../../src/db/mail-tables/outgoing.ts';
import type { Outgoing } from '../../../src/db/mail-tables/outgoing.ts';
import { loadMigrations } from '../../../src/db/migrate.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import type { Heard } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

let test: TestDatabase;
const parser = suiteParser();
eachDatabase((given) => {
  test = given;
});

const room = '!room:matrix.test' as RoomId;
const MAIL = '$mail' as EventId;

/** A conversation that began with this mail, in a room of ours. */
async function conversation(more: Partial<Account> = {}, mail: Letter = {}) {
  const hold = { after: 10_000, atMost: 60_000 };
  const world = await handlerWorld({
    test,
    parser,
    accounts: [vouchedAccount('support', { reactions: 'both', hold, ...more })],
  });
  const first = await world.arrivals.arrive({ id: 'first@x.example', cc: 'carla@y.example', ...mail });
  await world.core.roomRow(room, first.thread as ThreadId);
  await test.db.query(`UPDATE matrix_sends SET state = 'sent', event = $1 WHERE send = $2`, [
    MAIL,
    first.sends[0]?.send,
  ]);
  const react = (key: string, of: EventId = MAIL, who: UserId = alice): Promise<Heard[]> =>
    world.rooms.event(room, who, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: of, key } });
  return { ...world, react };
}

async function mails(): Promise<Outgoing[]> {
  const { rows } = await test.db.query<{ outgoing: string }>('SELECT outgoing FROM outgoing ORDER BY opened_at');
  const found = await Promise.all(rows.map(({ outgoing }) => loadOutgoing(test.db, outgoing)));
  return found.filter((mail) => mail !== null);
}

async function onlyMail(): Promise<Outgoing> {
  const [mail, second] = await mails();
  assert.ok(mail !== undefined && second === undefined);
  return mail;
}

const rawOf = (mail: Outgoing) => text(Readable.from(readMailBytes(test.db, mail.outgoing)));
const bodies = (heard: readonly Heard[]) => heard.map(({ body }) => body);
/** The hold is over. */
const overNow = () => test.db.query(`UPDATE outgoing SET send_after = now()`);

describe('a reaction of the team to a mail', () => {
  it('waits for its hold, is told of once, and leaves to the sender alone in both forms', async () => {
    const { react, mails: out } = await conversation();
    const [told, ...others] = bodies(await react('👍'));
    assert.match(told ?? '', /A reaction like 👍 to a mail of bob@x\.example .* within 10 seconds/u);
    assert.deepEqual(others, []);
    const mail = await onlyMail();
    assert.deepEqual([mail.state, mail.recipients.to.map(({ address }) => address)], ['closed', ['bob@x.example']]);
    assert.deepEqual([mail.recipients.cc, mail.recipients.answers], [[], '<first@x.example>']);
    assert.equal(await out.out(mail.outgoing), 'retry');
    await overNow();
    assert.equal(await out.out(mail.outgoing), 'done');
    assert.deepEqual(
      out.handed.map(({ to }) => to),
      [['bob@x.example']],
    );
    const raw = await rawOf(mail);
    assert.match(raw, /^In-Reply-To: <first@x\.example>\r$/m);
    assert.match(raw, /^Content-Type: text\/vnd\.google\.email-reaction\+json; charset=utf-8\r$/m);
    assert.match(raw, /^Content-Disposition: reaction\r$/m);
    assert.match(raw, /^X-Auto-Response-Suppress: OOF, AutoReply\r$/m);
    assert.doesNotMatch(raw, /Auto-Submitted/i);
    // No sign stands on what stands on a mail, and it is nobody's turn by it.
    const { rows } = await test.db.query(`SELECT FROM matrix_sends WHERE purpose IN ('taken', 'sign')`);
    assert.equal(rows.length, 0);
    assert.deepEqual(bodies(await react('🎉')), []);
  });

  it('answers nothing: whose turn it is stays as it was', async () => {
    const { react, mails: out } = await conversation();
    const work = async () => (await test.db.query('SELECT * FROM thread_work')).rows;
    const before = await work();
    await react('👍');
    await overNow();
    await out.out((await onlyMail()).outgoing);
    assert.deepEqual(await work(), before);
  });

  it('taken away within the hold never leaves', async () => {
    const { react, rooms, mails: out } = await conversation();
    await react('👍');
    const { rows } = await test.db.query<{ event: EventId }>('SELECT event FROM outgoing_events');
    const heard = await rooms.event(room, alice, 'm.room.redaction', { redacts: rows[0]?.event ?? '' });
    assert.deepEqual(bodies(heard), []);
    const mail = await onlyMail();
    assert.equal(mail.state, 'cancelled');
    await overNow();
    await out.out(mail.outgoing);
    assert.deepEqual(out.handed, []);
  });

  it('taken away too late it is told that it had left', async () => {
    const { react, rooms, mails: out } = await conversation();
    await react('👍');
    await overNow();
    await out.out((await onlyMail()).outgoing);
    const { rows } = await test.db.query<{ event: EventId }>('SELECT event FROM outgoing_events');
    const heard = await rooms.event(room, alice, 'm.room.redaction', { redacts: rows[0]?.event ?? '' });
    assert.match(bodies(heard).join(), /mailed already/u);
  });

  it('does not join what its author is writing, nor closes it', async () => {
    const { react, rooms } = await conversation();
    await rooms.say(room, alice, 'Here is what we found.');
    await react('👍');
    await rooms.say(room, alice, 'And one thing more.');
    const states = (await mails()).map(({ state }) => state).sort();
    assert.deepEqual(states, ['closed', 'open']);
    const { rows } = await test.db.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM outgoing_events JOIN outgoing o USING (outgoing) WHERE o.state = 'open'`,
    );
    assert.equal(rows[0]?.count, 2);
  });

  it('counts in the quota of its author', async () => {
    const { react } = await conversation({ mailsPerUserDay: 1 });
    await react('👍');
    const heard = bodies(await react('🎉'));
    assert.equal((await mails()).filter(({ notBefore }) => notBefore !== null).length, 1);
    assert.ok(heard.length > 0);
  });

  it('is stopped by the breaker, as any mail', async () => {
    const { react, mails: out } = await conversation({ hold: { after: 0, atMost: 0 } });
    out.breaker = 1;
    await react('👍');
    await react('🎉');
    const [first, second] = await mails();
    assert.ok(first !== undefined && second !== undefined);
    await out.out(first.outgoing);
    await out.out(second.outgoing);
    assert.equal(out.handed.length, 1);
  });

  it('is not the mail that a time is named for, however new it is', async () => {
    const { react, rooms } = await conversation();
    await rooms.say(room, alice, 'Here is what we found.');
    await react('👍');
    await rooms.say(room, alice, '!mail send at 1d');
    const { rows } = await test.db.query<{ reaction: boolean }>(
      `SELECT bool_and(reaction) AS reaction FROM outgoing JOIN outgoing_events USING (outgoing)
       WHERE send_at IS NOT NULL GROUP BY outgoing`,
    );
    assert.deepEqual(rows, [{ reaction: false }]);
  });

  it('that waits for a yes has nobody’s words, and goes to nobody else', async () => {
    const {
      react,
      rooms,
      mails: out,
    } = await conversation({
      answering: { mode: 'reply', toColleagues: 'mail', holdOutside: 0, fourEyes: true },
    });
    await react('👍');
    await overNow();
    const { outgoing } = await onlyMail();
    await out.out(outgoing);
    const said = bodies(await rooms.say(room, alice, '!mail draft What I never meant.'));
    assert.match(said.join('\n'), /No draft/i);
    await rooms.say(room, alice, '!mail cc +kim@outside.test');
    const after = await onlyMail();
    assert.deepEqual([after.recipients.to.map(({ address }) => address), after.recipients.cc], [['bob@x.example'], []]);
    const { rows } = await test.db.query<{ reaction: boolean }>('SELECT reaction FROM outgoing_events');
    assert.deepEqual(rows, [{ reaction: true }]);
  });

  it('that does not arrive is told at the mail that it was to', async () => {
    const { react, mails: out } = await conversation();
    out.reply = '550 5.7.1 no';
    await react('👍');
    await overNow();
    const mail = await onlyMail();
    await out.out(mail.outgoing);
    const { rows } = await test.db.query<{ content: Record<string, Record<string, unknown>> }>(
      `SELECT content FROM matrix_sends WHERE purpose = 'delivery'`,
    );
    assert.deepEqual(rows[0]?.content['m.relates_to'], { 'm.in_reply_to': { event_id: MAIL } });
  });
});

describe('a reaction that stays in its room', () => {
  const none = async () => assert.deepEqual(await mails(), []);

  it('where the account says in, or nothing', async () => {
    const { react } = await conversation({ reactions: 'in' });
    assert.deepEqual(await react('👍'), []);
    await none();
  });
  it('where it is a sign, which keeps its meaning', async () => {
    const { react } = await conversation();
    for (const key of ['✅', '❌', '👀', '✔️', '✉️', '☑️']) await react(key);
    await none();
    const { rows } = await test.db.query<{ claimed: boolean }>(
      'SELECT claimed_by IS NOT NULL AS claimed FROM thread_work',
    );
    assert.deepEqual(rows, [{ claimed: true }]);
  });
  it('on a list’s mail', async () => {
    const { react } = await conversation({}, { headers: { 'List-Id': '<dev.lists.example>' } });
    await react('👍');
    await none();
  });
  it('on a mail for whose sender nobody vouches', async () => {
    const { react } = await conversation({}, { vouched: false });
    await react('👍');
    await none();
  });
  it('on an event of another room, on nothing that is known, and on what the team said', async () => {
    const { react, rooms } = await conversation();
    const other = await rooms.room('support', 'thread');
    await react('👍', rooms.mailOf(other));
    await react('👍', '$nothing' as EventId);
    await none();
  });
  it('of somebody who may not answer', async () => {
    const { react } = await conversation({ permissions: new Map([['*', 'block']]) });
    await react('👍', MAIL, '@gus:elsewhere.test' as UserId);
    await none();
  });
  it('where it is no emoji, or a thousand', async () => {
    const { react } = await conversation();
    for (const key of ['ok', '👍👍', '👍'.repeat(1000), 'mxc://x.example/pack', '']) await react(key);
    await none();
  });
  it('after five of one person to one mail', async () => {
    const { react } = await conversation();
    for (const key of ['👍', '🎉', '❤️', '😆', '😮', '😢', '🙂']) await react(key);
    assert.equal((await mails()).length, 5);
    await react('👍', MAIL, bob);
    assert.equal((await mails()).filter(({ author }) => author === bob).length, 1);
  });
});

describe('words with U+0000 in them', () => {
  const words = 'Here\u0000 is what we found.';

  it('leave beside a reaction, and are none', async () => {
    const { react, rooms, mails: out } = await conversation();
    await rooms.say(room, alice, words);
    await react('👍');
    await overNow();
    for (const { outgoing } of await mails()) await out.out(outgoing);
    assert.equal(out.handed.length, 2);
    const { rows } = await test.db.query(`SELECT FROM matrix_sends WHERE purpose = 'taken'`);
    assert.equal(rows.length, 1, 'the words have their sign, the reaction has none');
  });

  it('of before the column for reactions are told apart from reactions', async () => {
    const { react, rooms } = await conversation();
    await rooms.say(room, alice, words);
    await react('👍');
    const before = await test.db.query('SELECT event, reaction FROM outgoing_events ORDER BY event');
    await test.db.query('ALTER TABLE outgoing_events DROP COLUMN reaction');
    const migration = (await loadMigrations()).find(({ name }) => name.startsWith('0027')) ?? assert.fail();
    await test.db.query(migration.sql);
    const after = await test.db.query('SELECT event, reaction FROM outgoing_events ORDER BY event');
    assert.deepEqual(after.rows, before.rows);
  });
});

describe('an account that wants no reactions', () => {
  it('says so to Outlook in each of its mails', async () => {
    const { rooms, mails: out } = await conversation({ reactions: 'off' });
    await rooms.say(room, alice, 'Here is what we found.');
    await overNow();
    const mail = await onlyMail();
    await out.out(mail.outgoing);
    assert.match(await rawOf(mail), /^x-ms-reactions: disallow\r$/im);
  });
  it('no other does', async () => {
    const { rooms, mails: out } = await conversation({ reactions: 'in' });
    await rooms.say(room, alice, 'Here is what we found.');
    await overNow();
    const mail = await onlyMail();
    await out.out(mail.outgoing);
    assert.doesNotMatch(await rawOf(mail), /x-ms-reactions/i);
  });
});

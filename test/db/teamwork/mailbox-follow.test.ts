import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { testAccount, alice, bob } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';
import { StandInFollow } from '../../support/handlers/follow.ts';
import type { Arrived } from '../../support/handlers/arrivals.ts';
import type { TestDatabase } from '../../support/database.ts';
import { suiteServer } from '../../support/suite.ts';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { claimLeases } from '../../../src/db/intake-tables/accounts.ts';
import { followedMails, noteStanding, type MailFlags } from '../../../src/db/intake-tables/mailbox-standing.ts';
import { storePushed } from '../../../src/matrix/intake.ts';
import { readTransaction } from '../../../src/matrix/transaction.ts';
import { mailboxFollow } from '../../../src/teamwork/mailbox-follow.ts';

const eve = '@eve:evil.test' as UserId;
const account = testAccount({ follows: true, hold: { after: 0, atMost: 0 } });
const box = { mailbox: 'INBOX', role: 'watched', uidvalidity: 1 } as const;

describe('a mailbox that follows', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let mailbox: StandInFollow;
  let first: Arrived;
  let room: RoomId;

  beforeEach(async () => {
    test = await server.database();
    world = await HelpdeskWorld.make(test, [account]);
    await world.rows(`INSERT INTO mailboxes (account, mailbox, role, uidvalidity, next_uid)
      VALUES ('support', 'INBOX', 'watched', 1, 100), ('support', 'Other', 'watched', 1, 100)`);
    mailbox = new StandInFollow();
    first = await comes('Printer', 'first');
    room = await world.roomOf(first.thread);
    await world.join(room, alice);
    await world.join(room, bob);
    await echoes();
  });
  afterEach(() => world.close());

  const comes = (subject: string, id: string, at: Parameters<HelpdeskWorld['mail']>[2] = {}) =>
    world.mail(subject, [`Message-ID: <${id}@outside.test>`], { messageId: `<${id}@outside.test>`, ...at });
  const answers = (id: string) =>
    world.mail(`Re: Printer ${id}`, [`Message-ID: <${id}@outside.test>`, 'In-Reply-To: <first@outside.test>'], {
      messageId: `<${id}@outside.test>`,
    });
  /** What the rooms were sent is pushed back, as a homeserver does. */
  const echoes = async () => {
    for (const event of world.homeserver.sent('m.room.message')) await world.hear(event);
  };
  const partOf = (arrived: Arrived): string => {
    const body = arrived.sends[0]?.content['body'];
    const found = world.homeserver.sent().find(({ sender, content }) => {
      return sender !== world.homeserver.bot && content['body'] === body;
    });
    assert.ok(found, typeof body === 'string' ? body : '');
    return found.event_id;
  };
  /** Receipts as they are pushed, also of people who lie. */
  const reads = (user: UserId, event: string, where = room, data: object = {}, type = 'm.read') => {
    const content = { [event]: { [type]: { [user]: { ts: 1, ...data } } } };
    const body = { events: [], ephemeral: [{ type: 'm.receipt', room_id: where, content }] };
    const codec = world.arrivals.ghosts;
    const followers = () => new Map([[account.id, account.team.map((member) => member.user)]]);
    const transaction = readTransaction(Buffer.from(JSON.stringify(body)));
    return storePushed({ db: test.db, codec, followers }, `t${String(Math.random())}`, transaction);
  };
  /** Runs the jobs of the mailbox until none is left. `dies`: at which step it ends without writing anything. */
  const follow = async (dies: string | null = null, at: StandInFollow | null = mailbox) => {
    const failpoint = (name: string) => {
      if (name === dies) throw new Error(`died at ${name}`);
    };
    const deps = { ...world.arrivals.deps, mailbox: () => (at === null ? null : { follow: at }), failpoint };
    const handler = mailboxFollow(deps);
    for (let left = 100; left > 0; left--) {
      const [job] = await world.rows(
        `SELECT job, account, subject, attempts FROM jobs WHERE queue = 'mailbox' ORDER BY job LIMIT 1`,
      );
      if (job === undefined) break;
      const { outcome, write } = await handler.run(
        { queue: 'mailbox', key: 'k', failures: 0, ...job } as Parameters<typeof handler.run>[0],
        undefined,
      );
      await test.db.transaction(async (tx) => write?.(tx));
      const again = outcome.do === 'retry' && outcome.afterMs === 0;
      if (outcome.do === 'retry' && !again) return outcome.reason;
      if (!again) await world.rows(`DELETE FROM jobs WHERE job = ${String(job['job'])}`);
    }
    await world.pump();
    return null;
  };
  const acts = async () =>
    (
      await world.rows(
        `SELECT a.kind, a.state, a.how, a.moved_to, m.uid FROM mailbox_acts a JOIN mails m USING (mail) ORDER BY act`,
      )
    ).map(({ kind, state, how, moved_to, uid }) =>
      [kind, uid, state, how, moved_to]
        .flatMap((one) => one ?? [])
        .map(String)
        .join(' '),
    );
  /** The mailbox is looked at: these are the flags of its mails by UID, null for one that is gone. */
  const looked = async (flags: Readonly<Record<number, MailFlags | null>>, mailboxName = 'INBOX') => {
    const ref = { ...box, mailbox: mailboxName };
    const [lease] = await world.rows(`SELECT account, owner, epoch FROM accounts WHERE owner IS NOT NULL`);
    const login = { make: 'l', known: ['l'] };
    const held =
      (lease as { account: AccountId; owner: string; epoch: number } | undefined) ??
      (await claimLeases(test.db, test.db.owner, [{ account: account.id, login }], 600_000))[0];
    assert.ok(held);
    const followed = await followedMails(test.db, account.id, ref, 100);
    await noteStanding(
      test.db,
      held,
      followed.flatMap((mail) => {
        const now = flags[mail.uid];
        return now === undefined ? [] : [{ ...mail, now }];
      }),
    );
  };
  const unread: MailFlags = { seen: false, deleted: false };
  const seen: MailFlags = { seen: true, deleted: false };
  const told = () => world.told(room).filter((body) => body.includes('mail program'));
  const signs = () =>
    world.homeserver.sent('m.reaction', room).map(({ content }) => content['m.relates_to'] as { key: string });

  it('marks a mail as read when all who are there have read it, or who has it', async () => {
    await reads(alice, partOf(first));
    await follow();
    assert.deepEqual(mailbox.asked, [], 'Bob has not');
    await reads(bob, partOf(first));
    await follow();
    assert.deepEqual(mailbox.asked, ['seen INBOX 1']);
    assert.deepEqual(await acts(), ['seen 1 done']);
    await reads(bob, partOf(first));
    await follow();
    assert.equal(mailbox.asked.length, 1, 'once');
  });

  it('marks it when whoever has read it takes the conversation', async () => {
    await reads(alice, partOf(first));
    await follow();
    await world.say(room, alice, '!mail claim');
    await follow();
    assert.deepEqual(await acts(), ['seen 1 done']);
  });

  it('counts what somebody says as having read what stands above', async () => {
    await world.say(room, alice, '!mail claim');
    await follow();
    assert.deepEqual(await acts(), ['seen 1 done']);
    await answers('second');
    await echoes();
    await follow();
    assert.deepEqual(await acts(), ['seen 1 done'], 'the second has come since');
    await world.react(room, alice, partOf(first), '👍');
    await follow();
    assert.deepEqual(await acts(), ['seen 1 done', 'seen 2 done']);
  });

  it('takes the word of nobody but the team, of their own rooms, and nothing that is kept private', async () => {
    const other = await comes('Boat', 'boat');
    const boat = await world.roomOf(other.thread);
    await echoes();
    world.homeserver.rooms.member(room, alice, eve, { membership: 'invite' });
    await world.join(room, eve);
    for (const user of [eve, world.arrivals.ghosts.bot, '@mail_bob=40outside.test:matrix.test' as UserId]) {
      await reads(user, partOf(first));
    }
    // An event of another room, and of a room that is none of ours.
    for (const user of [alice, bob]) {
      await reads(user, partOf(other), room);
      await reads(user, partOf(first), '!elsewhere:evil.test' as RoomId);
      await reads(user, '$nothing', boat);
      await reads(user, partOf(first), room, {}, 'm.read.private');
    }
    assert.equal(await follow(), 'the event that was read is not known yet');
    await world.rows(`UPDATE jobs SET attempts = 10`);
    await world.rows(`DELETE FROM jobs WHERE queue = 'mailbox' AND subject LIKE 'read:%'`);
    assert.deepEqual(await acts(), []);
    assert.deepEqual(mailbox.asked, []);
    assert.deepEqual(await world.rows(`SELECT FROM read_receipts WHERE user_id NOT IN ('${alice}', '${bob}')`), []);
  });

  it('looks again at a receipt that is here before what it is about', async () => {
    const late = await answers('second');
    const event = partOf(late);
    await reads(alice, event);
    await reads(bob, event);
    assert.equal(await follow(), 'the event that was read is not known yet');
    await echoes();
    await follow();
    assert.deepEqual(await acts(), ['seen 1 done', 'seen 2 done']);
  });

  it('archives what is done, and leaves what does not stand in the room', async () => {
    const thread = String(first.thread);
    const held = await world.arrivals.store('From: x@outside.test\r\n\r\nheld\r\n');
    await world.rows(`UPDATE mails SET state = 'held' WHERE mail = ${String(held)}`);
    const refused = await answers('second');
    await world.rows(`UPDATE matrix_sends SET error = 'M_FORBIDDEN' WHERE message = '${String(refused.message)}'`);
    const waiting = await answers('third');
    await world.rows(`UPDATE matrix_sends SET state = 'waiting', event = NULL
      WHERE message = '${String(waiting.message)}'`);
    await world.react(room, alice, partOf(first), '✅');
    await follow();
    assert.deepEqual(
      mailbox.asked.filter((one) => one.startsWith('archive')),
      ['archive INBOX 1'],
    );
    assert.ok((await acts()).includes('archive 1 done moved Archive'), thread);
  });

  it('archives and marks a reaction with the mails of its conversation', async () => {
    await reads(alice, partOf(first));
    await reads(bob, partOf(first));
    await follow();
    const lines = ['From: Bob <bob@outside.test>', 'To: support@mailroom.test', 'Subject: Re: Printer'];
    const ids = ['Message-ID: <thumb@outside.test>', 'In-Reply-To: <first@outside.test>'];
    const body = ['Content-Type: text/plain; charset=utf-8', 'Content-Disposition: reaction', '', '👍', ''];
    await world.arrivals.arrive([...lines, ...ids, ...body].join('\r\n'), { messageId: '<thumb@outside.test>' });
    await world.pump();
    const [thumb] = world.homeserver.sent('m.reaction', room);
    assert.ok(thumb);
    await world.hear(thumb);
    await reads(alice, thumb.event_id);
    await reads(bob, thumb.event_id);
    await follow();
    await world.react(room, alice, partOf(first), '✅');
    await follow();
    assert.deepEqual((await acts()).sort(), [
      'archive 1 done moved Archive',
      'archive 2 done moved Archive',
      'seen 1 done',
      'seen 2 done',
    ]);
  });

  it('leaves the mailbox alone where what was done is open again within the hold', async () => {
    world.accounts.set(account.id, { ...account, hold: { after: 60_000, atMost: 60_000 } });
    await world.say(room, alice, '!mail done');
    await follow();
    assert.deepEqual(
      mailbox.asked.filter((one) => one.startsWith('archive')),
      [],
      'not yet',
    );
    await world.say(room, alice, '!mail reopen');
    await world.rows(`UPDATE mailbox_acts SET due_at = now()`);
    await world.rows(`INSERT INTO jobs (account, queue, key, subject) VALUES ('support', 'mailbox', 'k', 'archive:x')`);
    await follow();
    assert.ok((await acts()).includes('archive 1 dropped'));
    world.accounts.set(account.id, account);
    await world.say(room, alice, '!mail done');
    await follow();
    assert.ok((await acts()).includes('archive 1 done moved Archive'), 'and done once more');
  });

  it('takes its own move for nobody else’s, wherever the process ends', async () => {
    await looked({ 1: unread });
    await world.say(room, alice, '!mail done');
    await assert.rejects(follow('mailbox-archive:begun'));
    // Moved, and nobody wrote it down.
    mailbox.onMoved = () => {
      mailbox.gone.add(1);
      mailbox.located.set('<first@outside.test>', 'archive');
    };
    await assert.rejects(follow('mailbox-archive:acted'));
    await looked({ 1: null });
    await world.say(room, alice, '!mail reopen');
    await follow();
    assert.ok((await acts()).includes('archive 1 done moved'), String(await acts()));
    assert.deepEqual(told(), []);
  });

  it('remarks that somebody has archived, deleted or moved a mail, once', async () => {
    await answers('second');
    await answers('third');
    await echoes();
    await looked({ 1: unread, 2: unread, 3: unread });
    mailbox.located.set('<first@outside.test>', 'archive').set('<second@outside.test>', 'trash');
    await looked({ 1: null, 2: null, 3: null });
    await looked({ 1: null, 2: null, 3: null });
    await follow();
    assert.deepEqual(
      told().map((body) => /archived|deleted|moved/.exec(body)?.[0]),
      ['archived', 'deleted', 'moved'],
    );
    const [event] = world.toldEvents(room).filter(({ content }) => String(content['body']).includes('archived'));
    assert.equal(event?.content['msgtype'], 'm.notice');
    assert.deepEqual(event.content['m.mentions'], {});
    assert.deepEqual(event.content['m.relates_to'], { 'm.in_reply_to': { event_id: partOf(first) } });
    // Whoever archived it was done with it.
    await world.react(room, alice, event.event_id, '✅');
    assert.equal((await world.work(first.thread))?.state, 'done');
  });

  it('shows by a sign that a mail was read elsewhere, and nothing of what came so', async () => {
    await answers('second');
    await looked({ 1: unread, 2: seen });
    await looked({ 1: seen, 2: seen });
    await looked({ 1: unread, 2: seen });
    await looked({ 1: seen, 2: seen });
    await follow();
    assert.deepEqual(
      signs().map(({ key }) => key),
      ['📖'],
    );
    assert.deepEqual(told(), []);
  });

  it('says nothing of what is done, was read here too, is in another mailbox, or was never shown', async () => {
    await comes('Printer', 'first', { mailbox: 'Other' });
    const held = await world.arrivals.store('From: x@outside.test\r\n\r\nheld\r\n');
    await world.rows(`UPDATE mails SET state = 'held' WHERE mail = ${String(held)}`);
    await looked({ 1: unread, 2: unread, 3: unread });
    await looked({ 2: unread }, 'Other');
    // The first copy is moved to another watched mailbox; the held one is thrown away.
    await looked({ 1: null, 3: null });
    await follow();
    assert.deepEqual(told(), []);
    await reads(alice, partOf(first));
    await reads(bob, partOf(first));
    await follow();
    await looked({ 2: seen }, 'Other');
    await follow();
    assert.deepEqual(signs(), []);
    await world.react(room, alice, partOf(first), '✅');
    await looked({ 2: null }, 'Other');
    await follow();
    assert.deepEqual(told(), []);
  });

  it('tells the lobby alone where somebody tidies the mailbox up', async () => {
    const flags: Record<number, MailFlags | null> = { 1: unread };
    for (let n = 2; n <= 22; n++) {
      await answers(`many${String(n)}`);
      flags[n] = unread;
    }
    await looked(flags);
    await looked(Object.fromEntries(Object.keys(flags).map((uid) => [uid, null])));
    await follow();
    assert.deepEqual(told(), []);
    assert.deepEqual(mailbox.asked, [], 'nor is the server searched');
    const [lobby] = await world.rows(`SELECT content ->> 'body' AS body, own, thread FROM matrix_sends
      WHERE purpose = 'mailbox-changed'`);
    assert.match(String(lobby?.['body']), /^22 mails were/);
    assert.deepEqual([lobby?.['own'], lobby?.['thread']], ['lobby', null]);
  });

  it('takes a mail for gone that was not found again under a new UIDVALIDITY, and tells nobody', async () => {
    await looked({ 1: unread });
    await world.rows(`UPDATE mailboxes SET uidvalidity = 2 WHERE mailbox = 'INBOX'`);
    assert.deepEqual(await followedMails(test.db, account.id, { ...box, uidvalidity: 2 }, 10), []);
    await world.say(room, alice, '!mail done');
    await follow();
    assert.deepEqual(mailbox.asked, []);
    assert.ok((await acts()).includes('archive 1 gone'));
    assert.deepEqual(told(), []);
  });

  it('waits for the mailbox, and does nothing for an account that follows no more', async () => {
    await world.say(room, alice, '!mail done');
    assert.equal(await follow(null, null), 'mailbox not at hand');
    world.accounts.set(account.id, { ...account, follows: false });
    assert.equal(await follow(), null);
    assert.deepEqual(mailbox.asked, []);
    assert.ok(!(await acts()).some((one) => one.includes('done')));
  });

  it('tries what was refused again when the conversation is done once more', async () => {
    mailbox.archived = { end: 'refused' };
    await world.say(room, alice, '!mail done');
    await follow();
    assert.ok((await acts()).includes('archive 1 refused'));
    mailbox.archived = { end: 'done', how: 'flagged', to: null };
    await world.say(room, alice, '!mail reopen');
    await world.say(room, alice, '!mail done');
    await follow();
    assert.ok((await acts()).includes('archive 1 done flagged'));
  });

  it('finds what was read in a room of thousands of mails by indexes', async () => {
    const thread = String(first.thread);
    await world.rows(`INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, message)
      SELECT 'support', 'INBOX', 'watched', 1, 1000 + n, 1, 'decided', 'b' || n FROM generate_series(1, 5000) n`);
    await world.rows(`INSERT INTO messages
        (message, account, thread, direction, message_id, id_hash, content_hash, facts)
      SELECT 'b' || n, 'support', CASE WHEN n <= 3000 THEN '${thread}' END, 'in', '<b' || n || '>', 'x', 'x', '{}'
      FROM generate_series(1, 3000) n`);
    await world.rows(`INSERT INTO matrix_sends (send, account, thread, message, purpose, subject, sender, kind, type,
        content, state, event)
      SELECT 'b' || n, 'support', '${thread}', 'b' || n, 'part', 'b' || n, 'x', 'event', 'm.room.message', '{}', 'sent',
        '$b' || n FROM generate_series(1, 3000) n`);
    await world.rows(`INSERT INTO events (event, room, type, sender, body, state)
      SELECT '$b' || n, '${room}', 'm.room.message', 'x', '{"origin_server_ts":1}', 'done'
      FROM generate_series(1, 3000) n`);
    await world.rows('ANALYZE');
    await reads(alice, '$b3000');
    await reads(bob, '$b3000');
    const began = performance.now();
    await follow();
    const took = performance.now() - began;
    assert.ok(took < 10_000, `${String(took)} ms`);
    assert.equal((await acts()).filter((one) => one.startsWith('seen')).length, 3001);
    assert.equal(mailbox.asked.length, 31, 'a hundred in one command');
  });

  it('keeps one receipt a person, room and Matrix thread', async () => {
    await reads(alice, '$one');
    await reads(alice, partOf(first));
    await reads(alice, partOf(first), room, { thread_id: 'main' });
    await reads(alice, partOf(first), room, { thread_id: '$root' });
    assert.equal((await world.rows('SELECT FROM read_receipts')).length, 2);
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { HelpdeskSettings } from '../../../src/bridge/account/account.ts';
import type { AccountId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bob, testAccount } from '../../support/handlers/fixtures.ts';
import { HelpdeskWorld } from '../../support/handlers/helpdesk.ts';

const HOUR = 3_600_000;
const settings: HelpdeskSettings = {
  claim: 'name',
  claimRooms: 100,
  claimFor: 24 * HOUR,
  remindAfter: 4 * HOUR,
  archiveAfter: 30 * 24 * HOUR,
  overview: false,
};
const account = testAccount({ desk: settings });
const sales = testAccount({ id: 'sales' as AccountId, name: 'Sales', desk: { ...settings, claim: 'topic' } });
const bobsGhost = '@mail_bob=40outside.test:matrix.test';

describe('a team and its threads', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let world: HelpdeskWorld;
  let thread: string;
  let room: RoomId;
  let space: RoomId;
  let first: string;

  beforeEach(async () => {
    test = await server.database();
    world = await HelpdeskWorld.make(test, [account, sales]);
    const arrived = await world.mail('Printer', ['Message-ID: <first@outside.test>']);
    thread = arrived.thread ?? '';
    room = await world.roomOf(thread);
    space = (await world.matrix.threadRooms.space(account)).room;
    first = world.homeserver.sent('m.room.message', room)[0]?.event_id ?? '';
    await world.join(room, alice);
    await world.join(room, bob);
  });
  afterEach(() => world.close());

  const name = () => world.state(room, 'm.room.name')?.['name'];
  const listed = () => Object.keys(world.state(space, 'm.space.child', room) ?? {}).length > 0;
  const order = () => world.state(space, 'm.space.child', room)?.['order'];
  const answerMail = (subject = 'Re: Printer', more: string[] = []) =>
    world.mail(subject, ['In-Reply-To: <first@outside.test>', 'References: <first@outside.test>', ...more]);
  const last = (place = room) => world.told(place).at(-1) ?? '';
  const lastEvent = () => world.toldEvents(room).at(-1)?.event_id ?? '';

  describe('who has it', () => {
    it('is nobody at first, and the mail waits for us', async () => {
      const work = await world.work(thread);
      assert.deepEqual([work?.state, work?.waiting, work?.claimedBy], ['open', 'us', null]);
      assert.equal(name(), 'Printer');
    });

    it('is the first to react 👀, until that is taken back', async () => {
      const eyes = await world.react(room, alice, first, '👀');
      assert.equal((await world.work(thread))?.claimedBy, alice);
      assert.equal(name(), '👀 Alice: Printer');
      const late = await world.react(room, bob, first, '👀');
      assert.equal((await world.work(thread))?.claimedBy, alice);
      assert.match(last(), /Alice has this conversation/);
      await world.redact(room, bob, late);
      assert.equal((await world.work(thread))?.claimedBy, alice, 'it was not his to give back');
      await world.redact(room, alice, eyes);
      assert.equal((await world.work(thread))?.claimedBy, null);
      assert.equal(name(), 'Printer');
    });

    it('is the first to answer, and whoever it is given to', async () => {
      await world.say(room, alice, 'I look after it.');
      assert.equal((await world.work(thread))?.claimedBy, alice);
      await world.say(room, alice, '!mail assign @bob:matrix.test');
      assert.equal((await world.work(thread))?.claimedBy, bob);
      assert.equal(name(), '👀 bob: Printer');
      const told = world.toldEvents(room).find(({ content }) => String(content['body']).includes('gave you'));
      assert.deepEqual(told?.content['m.mentions'], { user_ids: [bob] });
      assert.equal(told.content['msgtype'], 'm.text', 'clients sound for it');
      await world.say(room, alice, '!mail assign nobody');
      assert.match(last(), /Nobody of the team is called “nobody”/);
    });

    it('changes by commands, each answered', async () => {
      await world.say(room, alice, '!mail claim');
      assert.match(last(), /You have this conversation now/);
      await world.say(room, alice, '!mail claim');
      assert.match(last(), /You have this conversation already/);
      await world.say(room, bob, '!mail claim');
      assert.match(last(), /Alice has this conversation/);
      await world.say(room, bob, '!mail unclaim');
      assert.match(last(), /Nobody has this conversation now/);
      await world.say(room, bob, '!mail unclaim');
      assert.match(last(), /nobody had/);
    });

    it('stands in the topic where the account wants it there, and a name that people gave stays', async () => {
      const other = await world.mail('Offer', ['Message-ID: <offer@outside.test>'], { account: 'sales' });
      const theirs = await world.roomOf(other.thread);
      await world.join(theirs, alice);
      await world.say(theirs, alice, '!mail claim');
      assert.match(String(world.state(theirs, 'm.room.topic')?.['topic']), / · 👀 Alice$/);
      assert.equal(world.state(theirs, 'm.room.name')?.['name'], 'Offer');
      await world.say(room, alice, '!mail claim');
      world.homeserver.rooms.putState(room, alice, 'm.room.name', '', { name: 'Big printer' });
      await world.say(room, alice, '!mail unclaim');
      assert.equal(name(), 'Big printer');
    });

    it('is nobody who may not answer here', async () => {
      const mallory = '@mallory:elsewhere.test' as UserId;
      world.homeserver.rooms.member(room, alice, mallory, { membership: 'invite' });
      await world.join(room, mallory);
      const before = await world.work(thread);
      await world.react(room, mallory, first, '👀');
      await world.react(room, mallory, first, '✅');
      for (const command of ['claim', 'done', 'assign bob', 'snooze 3d', 'unclaim', 'list']) {
        await world.say(room, mallory, `!mail ${command}`);
      }
      await world.say(room, mallory, 'I answer this.');
      assert.deepEqual(await world.work(thread), before);
      assert.ok(!world.told(room).some((body) => body.includes('Open:')));
    });

    it('runs out without an answer, told once, by whichever process', async () => {
      await world.say(room, alice, '!mail claim');
      await world.passes(thread, '23 hours');
      await world.timers.once();
      assert.equal((await world.work(thread))?.claimedBy, alice);
      await world.passes(thread, '2 hours');
      await Promise.all([world.timers.once(), world.another().once(), world.another().once()]);
      await world.pump();
      assert.equal((await world.work(thread))?.claimedBy, null);
      assert.equal(world.told(room).filter((body) => body.includes('has not answered in time')).length, 1);
      assert.equal(name(), 'Printer');
    });

    it('does not run out while we wait for them', async () => {
      await world.say(room, alice, 'It is on its way to you.');
      await world.holdEnds(alice);
      assert.equal((await world.work(thread))?.waiting, 'them');
      await world.passes(thread, '100 days');
      await world.timers.once();
      assert.equal((await world.work(thread))?.claimedBy, alice);
      await answerMail();
      assert.equal((await world.work(thread))?.waiting, 'us');
      await world.timers.once();
      assert.equal((await world.work(thread))?.claimedBy, alice, 'counted from the new mail');
    });
  });

  describe('two people at once', () => {
    it('tells the second who answers already, and mails both', async () => {
      await world.say(room, alice, 'I think that it is the fuse.');
      await world.say(room, bob, 'Have you tried another cable?');
      const told = world
        .toldEvents(room)
        .filter(({ content }) => String(content['body']).includes('is answering this'));
      assert.equal(told.length, 1);
      assert.deepEqual(told[0]?.content['m.mentions'], { user_ids: [bob] });
      await world.say(room, bob, 'Or another socket?');
      assert.equal(world.told(room).filter((body) => body.includes('is answering this')).length, 1, 'once a mail');
      assert.equal((await world.rows(`SELECT FROM outgoing WHERE state = 'open'`)).length, 2);
    });

    it('tells who writes into a thread that somebody else has', async () => {
      await world.react(room, alice, first, '👀');
      await world.say(room, bob, 'Have you tried another cable?');
      assert.ok(world.told(room).some((body) => body.includes('Alice has this conversation.')));
    });

    it('asks about the same answer, and mails it where that is meant', async () => {
      await world.say(room, alice, 'Please turn it off and on again.');
      const twice = await world.say(room, bob, 'please turn it off, and on again');
      assert.match(last(), /The same was just written by Alice.*✅.*❌/);
      const notice = lastEvent();
      assert.equal((await world.rows(`SELECT FROM outgoing WHERE author = '${bob}'`)).length, 0);
      await world.edit(room, bob, twice, 'Please turn all of it off and on again.');
      await world.react(room, bob, notice, '✅');
      const [mailed] = await world.rows(`SELECT content FROM outgoing_events WHERE event = '${twice}'`);
      assert.match(JSON.stringify(mailed), /turn all of it off/);
      await world.react(room, alice, notice, '✅');
      assert.equal((await world.work(thread))?.state, 'open', 'a second yes closes nothing');
    });

    it('asks about what begins with a colleague, keeps what is answered to it, and mails it by ✅', async () => {
      const said = await world.say(room, alice, `${bob}: can you take this one?`);
      assert.match(last(), /begins with a colleague’s name.*✅.*❌/);
      const notice = lastEvent();
      const reply = { 'm.relates_to': { 'm.in_reply_to': { event_id: said } } };
      const answered = await world.say(room, bob, 'No, that customer is a pain.', reply);
      assert.deepEqual(await world.rows('SELECT FROM outgoing_events'), [], 'nothing is mailed');
      await world.react(room, alice, notice, '✅');
      const mailed = await world.rows('SELECT event FROM outgoing_events');
      assert.deepEqual(mailed, [{ event: said }]);
      assert.notEqual(answered, said);
      const late = await world.say(room, bob, 'And one word more.', reply);
      assert.deepEqual(await world.rows(`SELECT event FROM outgoing_events WHERE event = '${late}'`), [
        { event: late },
      ]);
    });

    it('keeps what begins with a colleague by ❌, and without an answer', async () => {
      const said = await world.say(room, alice, '@room: who has an idea?');
      await world.react(room, bob, lastEvent(), '❌');
      assert.match(last(), /Not mailed: it stays/);
      await world.say(room, alice, `${bob} look at this.`);
      assert.deepEqual(await world.rows('SELECT FROM outgoing_events'), []);
      const notes = await world.rows('SELECT event FROM notes ORDER BY at');
      assert.equal(notes.length, 2);
      assert.deepEqual(notes[0], { event: said });
    });

    it('drops it by ❌ or a redaction, also one of the same author', async () => {
      await world.say(room, alice, 'Please turn it off and on again.');
      const again = await world.say(room, alice, 'Please turn it off and on again.');
      assert.match(last(), /You have just written the same/);
      await world.react(room, alice, again, '❌');
      assert.match(last(), /Not mailed: it stays/);
      const third = await world.say(room, bob, 'Please turn it off and on again!');
      await world.redact(room, bob, third);
      const asked = await world.rows('SELECT state, decided_by FROM asked_messages ORDER BY at');
      assert.deepEqual(asked, [
        { state: 'dropped', decided_by: alice },
        { state: 'dropped', decided_by: bob },
      ]);
      assert.equal((await world.rows(`SELECT FROM outgoing_events`)).length, 1);
    });

    it('says that a mail came while an answer was written, and gives time to read it', async () => {
      const said = await world.say(room, alice, 'It must be the fuse.');
      await world.rows(`UPDATE outgoing SET send_after = now()`);
      await answerMail('Re: Printer', ['From: "Bob \u202eB." <bob@outside.test>']);
      const told = world
        .toldEvents(room)
        .find(({ content }) => String(content['body']).includes('came before this was mailed'));
      assert.ok(told !== undefined);
      assert.deepEqual(told.content['m.relates_to'], { 'm.in_reply_to': { event_id: said } });
      assert.ok(!String(told.content['body']).includes('\u202e'));
      const [mail] = await world.rows(`SELECT send_after > now() + interval '5 s' AS later FROM outgoing`);
      assert.deepEqual(mail, { later: true });
    });

    it('offers a correction for what has left, to the same people', async () => {
      const said = await world.say(room, alice, 'It costs 10 euros.');
      await world.holdEnds(alice);
      await world.redact(room, alice, said);
      assert.match(last(), /can no longer be changed or called back.*reply to this/);
      const notice = lastEvent();
      await world.say(room, alice, 'It costs 20 euros.', { 'm.relates_to': { 'm.in_reply_to': { event_id: notice } } });
      const rows = await world.rows(
        `SELECT recipients #>> '{to,0,address}' AS to, recipients ->> 'answers' AS answers, message_id FROM outgoing
           ORDER BY opened_at`,
      );
      const [wrong, right] = rows;
      assert.equal(right?.['to'], 'bob@outside.test');
      assert.equal(right['answers'], wrong?.['message_id']);
    });
  });

  describe('done', () => {
    it('takes the room out of the space, by ✅ on a message, and back where that is taken back', async () => {
      assert.ok(listed());
      const mark = await world.react(room, alice, first, '✅');
      assert.equal((await world.work(thread))?.state, 'done');
      assert.ok(!listed());
      assert.match(last(), /Done/);
      await world.redact(room, alice, mark);
      assert.equal((await world.work(thread))?.state, 'open');
      assert.ok(listed());
    });

    it('is not meant by a ✅ on what the bot says', async () => {
      await world.say(room, alice, '!mail status');
      const notice = lastEvent();
      await world.react(room, alice, notice, '✅');
      assert.equal((await world.work(thread))?.state, 'open');
    });

    it('ends with the next mail: those who had it are asked back, and it is whose it was', async () => {
      await world.say(room, alice, '!mail claim');
      await world.say(room, alice, '!mail done');
      await world.say(room, alice, '!mail done');
      assert.match(last(), /done already/);
      await world.join(room, alice, 'leave');
      await world.join(room, bob, 'leave');
      await answerMail();
      const work = await world.work(thread);
      assert.deepEqual([work?.state, work?.waiting, work?.claimedBy], ['open', 'us', alice]);
      assert.ok(listed());
      for (const user of [alice, bob]) assert.equal(world.homeserver.rooms.membership(room, user), 'invite');
    });

    it('is not ended by an automatic answer, and not by our own mail that was under way', async () => {
      await world.say(room, alice, 'That was all.');
      await world.say(room, alice, '!mail done');
      await world.holdEnds(alice);
      await answerMail('Out of office', ['Auto-Submitted: auto-replied']);
      const work = await world.work(thread);
      assert.deepEqual([work?.state, work?.waiting], ['done', 'them']);
      await world.say(room, alice, 'One more thing about your printer.');
      assert.equal((await world.work(thread))?.state, 'open', 'who goes on writing goes on');
    });

    it('is left by the ghosts after a time, who come back with the next mail', async () => {
      await world.say(room, alice, '!mail done');
      await world.passes(thread, '29 days');
      await world.timers.once();
      await world.pump();
      assert.equal(world.homeserver.rooms.membership(room, bobsGhost), 'join');
      await world.passes(thread, '2 days');
      await Promise.all([world.timers.once(), world.another().once()]);
      await world.pump();
      assert.equal(world.homeserver.rooms.membership(room, bobsGhost), 'leave');
      assert.equal(world.homeserver.rooms.membership(room, alice), 'join', 'people stay as long as they like');
      await answerMail();
      assert.equal(world.homeserver.rooms.membership(room, bobsGhost), 'join');
      assert.equal((await world.work(thread))?.archived, false);
      assert.ok(listed());
    });

    it('is shown once the homeserver takes it, whichever answer was lost', async () => {
      for (const fault of ['cut', 'cut-after'] as const) {
        for (const [what, done] of [
          ['m.space.child', 'done'],
          ['m.space.child', 'reopen'],
          ['m.room.name', 'claim'],
          ['m.room.name', 'unclaim'],
        ] as const) {
          world.homeserver.failNext(new RegExp(`PUT .*${what}`), fault);
          await world.say(room, alice, `!mail ${done}`).catch(() => undefined);
          await world.pump();
          assert.equal(listed(), done !== 'done', done);
          assert.equal(name(), done === 'claim' ? '👀 Alice: Printer' : 'Printer');
        }
      }
      assert.equal(world.told(room).filter((body) => body.startsWith('Done.')).length, 2);
    });

    it('puts the room among those that wait for the same', async () => {
      assert.equal(order(), '30');
      await world.say(room, alice, '!mail claim');
      assert.equal(order(), '40');
      await world.say(room, alice, 'Is it plugged in?');
      await world.holdEnds(alice);
      await world.pump();
      assert.equal(order(), '60');
      await answerMail();
      assert.equal(order(), '40');
      await world.say(room, alice, '!mail snooze 3d');
      assert.equal(order(), '70');
      await world.say(room, alice, '!mail done');
      assert.deepEqual([listed(), order()], [false, undefined]);
      await world.say(room, alice, '!mail reopen');
      await world.say(room, alice, '!mail unclaim');
      assert.equal(order(), '30');
    });

    it('is left as it is where people took the power from the bot', async () => {
      world.homeserver.failNext(/PUT .*m\.(?:space\.child|room\.name)/, { status: 403, errcode: 'M_FORBIDDEN' }, 4);
      await world.say(room, alice, '!mail claim');
      await world.say(room, alice, '!mail done');
      assert.deepEqual([(await world.work(thread))?.state, name(), listed()], ['done', 'Printer', true]);
      assert.equal((await world.rows(`SELECT FROM jobs WHERE queue = 'desk'`)).length, 0);
    });

    it('brings ghosts back too where somebody opens it by hand', async () => {
      await world.say(room, alice, '!mail done');
      await world.passes(thread, '31 days');
      await world.timers.once();
      await world.pump();
      await world.say(room, alice, '!mail reopen');
      assert.equal(world.homeserver.rooms.membership(room, bobsGhost), 'join');
      await world.say(room, alice, '!mail reopen');
      assert.match(last(), /is open/);
    });
  });

  describe('time', () => {
    it('wakes what was laid aside, once, and tells whose it is', async () => {
      await world.say(room, alice, '!mail snooze 3d');
      assert.match(last(), /Laid aside until 20/);
      await world.passes(thread, '2 days');
      await world.timers.once();
      assert.equal((await world.work(thread))?.state, 'snoozed');
      await world.passes(thread, '25 hours');
      await Promise.all([world.timers.once(), world.another().once()]);
      await world.pump();
      assert.equal((await world.work(thread))?.state, 'open');
      const told = world
        .toldEvents(room)
        .filter(({ content }) => String(content['body']).includes('which was laid aside'));
      assert.equal(told.length, 1);
      assert.deepEqual(told[0]?.content['m.mentions'], { user_ids: [alice] });
      await world.timers.once();
      await world.pump();
      assert.ok(!last().includes('waiting for an answer'), 'that was the reminder of the day');
    });

    it('a mail ends the sleep, and what is no time is asked again', async () => {
      await world.say(room, alice, '!mail snooze soon');
      assert.match(last(), /Until when\?/);
      await world.say(room, alice, '!mail snooze 4h');
      await answerMail();
      assert.equal((await world.work(thread))?.state, 'open');
    });

    it('reminds whoever has it in its room, once a day', async () => {
      await world.say(room, alice, '!mail claim');
      await world.passes(thread, '5 hours');
      await Promise.all([world.timers.once(), world.another().once()]);
      await world.timers.once();
      await world.pump();
      const reminders = () =>
        world.toldEvents(room).filter(({ content }) => String(content['body']).includes('waiting for an answer'));
      assert.equal(reminders().length, 1);
      assert.equal(
        String(reminders()[0]?.content['body']),
        `${alice}: this conversation has been waiting for an answer for 5 hours.`,
      );
      await world.passes(thread, '10 hours');
      await world.timers.once();
      await world.pump();
      assert.equal(reminders().length, 1);
      await world.rows(`UPDATE thread_work SET claimed_at = now()`);
      await world.passes(thread, '15 hours');
      await world.timers.once();
      await world.pump();
      assert.equal(reminders().length, 2);
    });

    it('reminds the team of what nobody has, in one message with links', async () => {
      const other = await world.mail('Scanner', ['Message-ID: <scanner@outside.test>']);
      for (const one of [thread, other.thread]) await world.passes(one, '5 hours');
      await Promise.all([world.timers.once(), world.another().once()]);
      await world.pump();
      const inbox = (await world.matrix.threadRooms.inbox(account)).room;
      const told = world.told(inbox).filter((body) => body.includes('nobody has them'));
      assert.equal(told.length, 1);
      for (const word of ['Printer', 'Scanner', encodeURIComponent(room)]) assert.ok(told[0]?.includes(word), word);
    });
  });
});

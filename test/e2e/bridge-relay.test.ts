import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, field, mentioned, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start();
const alice = await world.client();
const { exim } = world.environment;

describe('the relay', { concurrency: AT_ONCE }, () => {
  it('is asked again after 451; the room sees the mail wait, is told after four hours, and sees it leave', async () => {
    const { outsider, room } = await world.conversation('Later');
    await exim.answer(outsider.address, '451 4.7.1 Greylisted, try again later');
    const said = await alice.say(room, 'Patience.');
    await world.signed(said, '⏳');
    await world.sql(
      `UPDATE outgoing SET frozen_at = now() - interval '4 hours 1 minute' FROM outgoing_events e
       WHERE e.outgoing = outgoing.outgoing AND event = $1`,
      [said],
    );
    await world.endPause(said);
    const told = await world.answered(said, 'Greylisted, try again later');
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    await until(
      async () =>
        (
          await world.sql(
            'SELECT FROM outgoing JOIN outgoing_events USING (outgoing) WHERE event = $1 AND attempts = 2',
            [said],
          )
        ).length === 1,
      { what: 'the second try', within: PATIENCE },
    );
    await exim.answer(outsider.address, null);
    await world.endPause(said);
    await outsider.receives('Patience.');
    await world.signed(said, '✔️');
    const notices = (await world.messages(room)).filter((event) => field(event, 'body').includes('Greylisted'));
    assert.equal(notices.length, 1, 'a delay is told once');
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('lets the next one pass a mail that is deferred again, tells its author, and holds up nothing else', async () => {
    const talk = await world.conversation('Overtaken');
    await exim.answer(talk.outsider.address, '451 4.7.1 later');
    const first = await alice.say(talk.room, 'The slow one.');
    await world.signed(first, '⏳');
    await world.barrier(talk);
    await world.endPause(first);
    await until(
      async () =>
        (
          await world.sql(
            `SELECT FROM outgoing JOIN outgoing_events USING (outgoing)
             WHERE event = $1 AND attempts = 2 AND outgoing.state = 'deferred'`,
            [first],
          )
        ).length === 1,
      { what: 'the second try', within: PATIENCE },
    );
    await exim.answer(talk.outsider.address, null);
    await alice.say(talk.room, 'The quick one.');
    await talk.outsider.receives('The quick one.');
    assert.deepEqual(mentioned(await world.answered(first, 'A later message')), ['@alice:matrix.test']);
    await world.signed(first, '⏳');
    await world.endPause(first);
    await talk.outsider.receives('The slow one.');
  });

  it('gets the next one after a mail that it took at the second try', async () => {
    const talk = await world.conversation('In order');
    await exim.answer(talk.outsider.address, '451 4.7.1 Greylisted');
    const first = await alice.say(talk.room, 'Said first.');
    await world.signed(first, '⏳');
    await exim.answer(talk.outsider.address, null);
    const second = await alice.say(talk.room, 'Said second.');
    await world.endHold(second);
    await world.endPause(first);
    await talk.outsider.receives('Said second.');
    const got = (await talk.outsider.mail.mails()).map(({ parsed }) => /Said \w+/.exec(parsed.text ?? '')?.[0]);
    assert.deepEqual(got, ['Said first', 'Said second']);
  });

  it('refuses with 550: the author is told with its words, and !mail retry tries again', async () => {
    const { outsider, room } = await world.conversation('Refused');
    await exim.answer(outsider.address, '550 5.1.1 No such person here');
    const said = await alice.say(room, 'Into the void.');
    const told = await world.answered(said, 'No such person here');
    assert.ok(field(told, 'body').includes(outsider.address));
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    await world.signed(said, '⚠️');
    await exim.answer(outsider.address, null);
    const status = await world.answered(await alice.say(room, '!mail status'), 'could not be delivered');
    assert.match(field(status, 'body'), /One mail/);
    await world.answered(await alice.say(room, '!mail retry'), 'One mail is tried again');
    await outsider.receives('Into the void.');
    await world.signed(said, '✔️');
  });

  it('refuses one of two: the other gets it once, and the room is told which is which', async () => {
    const other = `code-550-5.7.1.${unique('')}@outside.test`;
    const { outsider, room } = await world.conversation('One of two', { cc: other });
    const said = await alice.say(room, 'To both of you.');
    const { parsed } = await outsider.receives('To both of you.');
    assert.ok(JSON.stringify(parsed.cc).includes(other), 'the header names both');
    const told = await world.answered(said, '550 5.7.1');
    assert.ok(field(told, 'body').includes(`to ${other}.`));
    assert.equal(field(told, 'body').includes(outsider.address), false);
    await world.signed(said, '⚠️');
    await world.answered(await alice.say(room, '!mail retry'), 'One mail is tried again');
    await until(
      async () =>
        (await world.messages(room)).filter((event) => field(event, 'body').includes('550 5.7.1')).length >= 2,
      {
        what: 'the refusal told again',
        within: PATIENCE,
      },
    );
    assert.equal((await outsider.mail.mails()).length, 1, 'who has it does not get it again');
  });

  it('defers one of two: the other gets it once, the deferred one later', async () => {
    const second = await world.outsider('Dina Deferred');
    const { outsider, room } = await world.conversation('Deferred', { cc: second.address });
    await exim.answer(second.address, '452 4.2.2 Mailbox full');
    const said = await alice.say(room, 'One by one.');
    await outsider.receives('One by one.');
    await world.signed(said, '⏳');
    await exim.answer(second.address, null);
    await world.endPause(said);
    await second.receives('One by one.');
    await world.signed(said, '✔️');
    assert.equal((await outsider.mail.mails()).length, 1);
  });
});

describe('the relay as a whole', () => {
  it('lets nobody send more than its limit: told as ours at the message and in the lobby, and sent later', async () => {
    const { outsider, room } = await world.conversation('Limit');
    await exim.answer(outsider.address, '550 5.4.5 Daily user sending limit exceeded');
    const said = await alice.say(room, 'One too many.');
    await world.signed(said, '⏳');
    const told = await world.answered(said, 'as many have been sent as it allows');
    assert.match(field(told, 'body'), /It says: 550 5\.4\.5 Daily user sending limit exceeded/);
    assert.deepEqual(mentioned(told), []);
    await world.space('Support');
    await world.says(await world.enter('Support – Moderators'), 'does not take a mail of ours');
    await exim.answer(outsider.address, null);
    await world.endPause(said);
    await outsider.receives('One too many.');
    await world.signed(said, '✔️');
  });

  it('refuses a mail after its data: nobody gets it, and the author is told', async () => {
    const { room } = await world.conversation('After the data');
    await exim.answer('data', '554 5.6.0 This content is not wanted');
    const said = await alice.say(room, 'Unwanted.');
    await world.answered(said, 'This content is not wanted');
    await world.signed(said, '⚠️');
    await exim.answer('data', null);
  });

  it('is away: mails wait for it and leave when it is back', async () => {
    const { outsider, room } = await world.conversation('Away');
    await exim.server.kill('SIGKILL');
    const said = await alice.say(room, 'Whenever you are back.');
    await world.signed(said, '⏳');
    await exim.server.start();
    await world.endPause(said);
    await outsider.receives('Whenever you are back.');
    await world.signed(said, '✔️');
    assert.equal((await outsider.mail.mails()).length, 1);
  });
});

/** What is said can be taken back as long as its mail is on hold: as it must be on every homeserver. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, PATIENCE, type World } from './e2e.ts';
import { type MatrixUser, until } from './servers.ts';

/** The tests, in the suite of a world whose accounts hold mails for six seconds at least. */
export function holdTests(world: World, alice: MatrixUser): void {
  it('makes one mail of what one author says in it, with its edits and without what was taken back', async () => {
    const { outsider, room } = await world.conversation('Hold');
    const first = await alice.say(room, 'Helo there.');
    const second = await alice.say(room, 'To be redacted.');
    const third = await alice.say(room, 'To be stopped.');
    const fourth = await alice.say(room, 'To become a note.');
    await alice.say(room, '!note Only among us.');
    await alice.say(room, 'A robot says.', { msgtype: 'm.notice' });
    await alice.edit(room, first, 'Hello there.');
    await alice.redact(room, second);
    await alice.react(room, third, '❌');
    await alice.edit(room, fourth, '!note after all');
    const last = await alice.say(room, 'And goodbye.');
    const { parsed, raw } = await outsider.receives('And goodbye.');
    assert.match(parsed.text ?? '', /^Hello there\.\s+And goodbye\.\s+On .* wrote:\s+> About Hold/);
    const whole = raw.toString('utf8');
    for (const never of ['Helo', 'redacted', 'stopped', 'note', 'Only among', 'robot', '* Hello']) {
      assert.equal(whole.includes(never), false, `"${never}" left the room`);
    }
    await world.signed(first, '✔️');
    await world.signed(last, '✔️');
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('mails nothing where all was taken back, and says so', async () => {
    const talk = await world.conversation('All back');
    const one = await alice.say(talk.room, 'Better not.');
    const two = await alice.say(talk.room, 'Neither this.');
    await alice.redact(talk.room, one);
    await alice.react(talk.room, two, '❌');
    // In answer to whichever the bridge heard of last: that one was deleted it may know only when the mail is to leave.
    await world.says(talk.room, 'Taken back', { by: bot });
    await alice.say(talk.room, 'This one.');
    await talk.outsider.receives('This one.');
    assert.equal((await talk.outsider.mail.mails()).length, 1);
  });

  it('mails nothing of a message that was only deleted', async () => {
    const talk = await world.conversation('Only deleted');
    await alice.redact(talk.room, await alice.say(talk.room, 'Deleted at once.'));
    await alice.say(talk.room, 'Kept.');
    const { parsed, raw } = await talk.outsider.receives('Kept.');
    assert.doesNotMatch(raw.toString('utf8'), /Deleted/);
    const later = await alice.say(talk.room, 'Deleted alone.');
    await alice.redact(talk.room, later);
    const ended = () =>
      world.sql<{ state: string }>(
        `SELECT o.state FROM outgoing o JOIN outgoing_events e USING (outgoing)
         WHERE e.event = $1 AND o.state IN ('sent', 'cancelled')`,
        [later],
      );
    await until(async () => (await ended()).length > 0, { what: 'the end of that mail', within: PATIENCE });
    assert.deepEqual(await ended(), [{ state: 'cancelled' }]);
    assert.equal((await talk.outsider.mail.mails()).length, 1);
    assert.equal(parsed.inReplyTo, talk.first.messageId);
  });
}

/**
 * A team of three with two shared mailboxes, on the real servers: who has a thread, who answers beside whom, what is
 * done.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, isMessage, mentioned, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { until } from '../support/servers.ts';
import type { SeenEvent } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const [id, account] of Object.entries(draft.accounts)) {
      // What is done while a mail can be taken back is tried on `info`, whose mails wait until a test ends their hold.
      account.hold = id === 'info' ? { after: '30m', at_most: '1h' } : { after: '3s', at_most: '8s' };
      account.remind_after = '4h';
      account.overview = true;
    }
  },
});
const alice = await world.client('alice');
const bob = await world.client('bob');
const carol = await world.client('carol');

const within = (what: string) => ({ what, within: PATIENCE });

/** Mail to the account whose mails stay on hold. */
const onHold = { to: world.account('info').address };

/** All three are in the room. */
async function team(talk: Conversation): Promise<Conversation> {
  for (const member of [bob, carol]) await member.join(talk.room);
  return talk;
}

/** The room's name becomes this; with a mark, after it: a name that it had before does not count. */
const named = (room: string, name: RegExp, mark = 0) =>
  alice.waitFor(
    (event) => event.type === 'm.room.name' && event.room_id === room && name.test(field(event, 'name')),
    within(`the name ${String(name)}`),
    mark,
  );

const inSpace = (space: string, room: string, listed: boolean, mark: number): Promise<SeenEvent> =>
  alice.waitFor(
    (event) =>
      event.type === 'm.space.child' &&
      event.room_id === space &&
      event.state_key === room &&
      Object.keys(event.content).length > 0 === listed,
    within(`the room ${listed ? 'in' : 'out of'} its space`),
    mark,
  );

/** Time passes for the thread of a room. */
async function passes(room: string, interval: string): Promise<void> {
  await world.sql(
    `UPDATE thread_work w SET since = since - $2::interval, snooze_until = snooze_until - $2::interval,
       claimed_at = claimed_at - $2::interval FROM rooms r WHERE r.thread = w.thread AND r.room = $1`,
    [room, interval],
  );
}

describe('a team at work', { concurrency: AT_ONCE }, () => {
  it('sees who has a conversation, and is told before two answer it', async () => {
    const { outsider, room, shown } = await team(await world.conversation('Claimed', onHold));
    const eyes = await carol.react(room, shown.event_id, '👀');
    await named(room, /^👀 Carol: Claimed/);
    const late = await alice.say(room, 'Let me see: is it plugged in?');
    const told = await world.answered(late, 'Carol has this conversation');
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    const other = await bob.say(room, 'Have you tried to turn it off and on?');
    await world.answered(other, 'Alice is answering this');
    await alice.react(room, late, '❌');
    await world.answered(late, 'Taken back');
    await world.endHold(other);
    await outsider.receives('turn it off and on');
    assert.equal((await outsider.mail.mails()).length, 1, 'who was told could stop');
    const claimed = alice.mark();
    await carol.redact(room, eyes);
    await named(room, /^Claimed/, claimed);
  });

  it('gives a conversation to somebody, who is mentioned', async () => {
    const { room } = await team(await world.conversation('Assigned'));
    await alice.say(room, '!mail assign Bob');
    const told = await world.says(room, 'gave you this conversation', { by: bot });
    assert.deepEqual(mentioned(told), ['@bob:matrix.test']);
    await named(room, /^👀 Bob: Assigned/);
    await alice.say(room, '!mail list mine');
    const list = await world.says(room, 'Open, with you', { by: bot });
    assert.ok(!field(list, 'body').includes('Assigned'));
  });

  it('asks about the same answer, and mails it where that is meant', async () => {
    const { outsider, room } = await team(await world.conversation('Twice'));
    await alice.say(room, 'Your parcel left this morning.');
    const again = await bob.say(room, 'your parcel left this morning');
    const asked = await world.answered(again, 'just written by Alice');
    await outsider.receives('Your parcel left this morning.');
    assert.equal((await outsider.mail.mails()).length, 1);
    await bob.react(room, asked.event_id, '✅');
    await outsider.receives('your parcel left this morning');
  });

  it('says that a mail came while an answer was written', async () => {
    const { outsider, room, first } = await team(await world.conversation('Meanwhile', onHold));
    const said = await alice.say(room, 'An answer that can still be taken back.');
    await world.answered(said, 'goes to:');
    const reply = { subject: 'Re: Meanwhile', inReplyTo: first.messageId, references: first.messageId };
    await outsider.write({ ...reply, ...onHold, text: unique('meanwhile') });
    const told = await alice.waitFor(
      (event) =>
        isMessage(event) && event.sender === bot && field(event, 'body').includes('came before this was mailed'),
      within('the word about the mail'),
    );
    assert.equal(repliesTo(told), said);
  });

  it('is done with a conversation until a new mail, and those who had it are asked back', async () => {
    const space = await world.space('Support');
    const { outsider, room, shown, first } = await team(await world.conversation('Finished'));
    const before = alice.mark();
    await bob.say(room, 'It is mended.');
    await outsider.receives('It is mended.');
    await bob.react(room, shown.event_id, '✅');
    await inSpace(space, room, false, before);
    await world.says(room, 'Done.', { by: bot });
    await bob.leave(room);
    const after = alice.mark();
    await outsider.write({ subject: 'Re: Finished', inReplyTo: first.messageId, text: 'It broke again.' });
    await world.says(room, 'It broke again.');
    const again = await inSpace(space, room, true, after);
    assert.equal(field(again, 'order'), '40', 'among those that wait for whoever has them');
    await bob.waitForInvite(({ room_id }) => room_id === room, within('Bob to be asked back'));
    await named(room, /^👀 Bob: Finished/);
  });

  it('is reminded of what waits, and sees again what was laid aside', async () => {
    const { room } = await team(await world.conversation('Waiting'));
    await carol.say(room, '!mail claim');
    await world.says(room, 'You have this conversation now', { by: bot });
    await passes(room, '5 hours');
    const reminder = await world.says(room, 'waiting for an answer for 5 hours', { by: bot });
    assert.deepEqual(mentioned(reminder), ['@carol:matrix.test']);
    await carol.say(room, '!mail snooze 3d');
    await world.says(room, 'Laid aside until', { by: bot });
    await passes(room, '3 days');
    const awake = await world.says(room, 'which was laid aside', { by: bot });
    assert.deepEqual(mentioned(awake), ['@carol:matrix.test']);
  });

  it('has each mailbox’s open conversations pinned in its inbox, with what changed', async () => {
    const word = unique('Pinned');
    const outsider = await world.outsider('Paula Pin');
    await outsider.write({ to: world.account('info').address, subject: word, text: 'Hello?' });
    const room = await world.enter(word);
    const shows = (event: SeenEvent, text: string) =>
      isMessage(event) &&
      event.sender === bot &&
      field(event, 'body').includes(text) &&
      field(event, 'body').includes(word);
    await world.space('Info');
    const inbox = await world.enter('Info – Inbox');
    // Said before she came, it may lie further back than what her client is given when she joins.
    const overviews = async () => (await world.messages(inbox)).filter((event) => shows(event, 'unclaimed'));
    await until(async () => (await overviews()).length > 0, within('the overview with the new conversation'));
    assert.ok((await overviews()).every((event) => field(event, 'body').includes('open conversation')));
    await alice.say(room, '!mail claim');
    await alice.waitFor((event) => event.room_id === inbox && shows(event, '👀 Alice'), within('the overview, edited'));
    // Its own job pins the overview, after it was sent: that may be later than the next edit.
    const pins = await alice.waitFor(
      (event) => event.room_id === inbox && event.type === 'm.room.pinned_events',
      within('what is pinned in the inbox'),
    );
    assert.equal(Array.isArray(pins.content['pinned']) && pins.content['pinned'].length, 1);
  });

  it('offers a correction for what has left', async () => {
    const { outsider, room } = await team(await world.conversation('Corrected'));
    const said = await alice.say(room, 'It costs ten euros.');
    const wrong = await outsider.receives('It costs ten euros.');
    await world.signed(said, '✔️');
    await alice.redact(room, said);
    const told = await world.answered(said, 'cannot be called back');
    await alice.reply(room, told.event_id, 'Sorry, it costs twenty.');
    const right = await outsider.receives('Sorry, it costs twenty.');
    assert.equal(right.parsed.inReplyTo, wrong.parsed.messageId);
  });
});

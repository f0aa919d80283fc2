/** Rooms are entered when wanted: from the line in the inbox, by a mention, until it is done; on real servers. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start({
  configure: ({ accounts }) => {
    for (const account of Object.values(accounts)) account.invite = 'when-claimed';
  },
});
const alice = await world.client();
const colleague = world.environment.team[1]?.localpart ?? '';
const ben = await world.client(colleague);

const membership = async (room: string, user: string): Promise<string | undefined> =>
  (
    await world.sql<{ membership: string }>('SELECT membership FROM members WHERE room = $1 AND user_id = $2', [
      room,
      user,
    ])
  )[0]?.membership;

it('leads from the line in the inbox into the room, out of it when it is done, and back', async () => {
  await world.space('Support');
  await world.space('Support', colleague);
  const word = unique('lamp');
  const dora = await world.outsider('Dora Diaz');
  const first = await dora.write({ subject: word, text: `The ${word} is broken.` });
  const inbox = await world.enter('Support – Inbox');
  const line = await world.says(inbox, word, { by: bot });
  assert.deepEqual(
    alice.invites.filter(({ state }) => JSON.stringify(state).includes(word)),
    [],
  );

  // From the line into the room, where all of it stands.
  await alice.react(inbox, line.event_id, '👀');
  const room = await world.enter(word);
  assert.ok((await world.messages(room)).some((event) => field(event, 'body').includes('is broken')));

  // A colleague is asked in by a mention, and sees what was said before.
  await alice.say(room, `!note Can you have a look, ${ben.userId}?`, { 'm.mentions': { user_ids: [ben.userId] } });
  assert.equal(await world.enter(word, colleague), room);

  await alice.say(room, 'A new one is on its way.');
  await dora.receives('A new one is on its way.');
  await alice.say(room, '!mail done');
  for (const user of [alice.userId, ben.userId]) {
    await until(async () => (await membership(room, user)) === 'leave', { what: `${user} is out`, within: PATIENCE });
  }

  // Whoever wants reads it again by the space; whoever has it is asked in by the next mail.
  await ben.join(room);
  assert.ok((await ben.history(room)).some((event) => isMessage(event) && field(event, 'body').includes('is broken')));
  const thanks = unique('thanks');
  await dora.write({
    subject: `Re: ${word}`,
    inReplyTo: first.messageId,
    references: first.messageId,
    text: thanks,
  });
  assert.equal(await world.enter(word), room);
  await world.says(room, thanks);

  // Who leaves by themselves gives it back, told to who is there.
  await alice.leave(room);
  await world.says(room, 'has left the room. Nobody has this conversation now', { by: bot, who: colleague });
});

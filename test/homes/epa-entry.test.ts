import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start({
  homeserver: 'epa',
  configure: ({ accounts }) => {
    for (const account of Object.values(accounts)) account.invite = 'when-claimed';
  },
});

it('invites whoever sets 👀 on a line of the inbox, since the space lets nobody in', async () => {
  const alice = await world.client();
  await world.space('Support');
  const word = unique('lamp');
  const outsider = await world.outsider('Paula Line');
  await outsider.write({ subject: word, text: `The ${word} is broken.` });
  const inbox = await world.enter('Support – Inbox');
  const line = await world.says(inbox, word, { by: bot });
  assert.equal(
    alice.invites.some(({ state }) => JSON.stringify(state).includes(word)),
    false,
  );
  await alice.react(inbox, line.event_id, '👀');
  const room = await world.enter(word);
  const shown = async () => (await world.messages(room)).some((event) => field(event, 'body').includes('is broken'));
  await until(shown, { what: 'what was said before she came', within: PATIENCE });

  // Whoever only wants to see what she has asks in the same way.
  await world.space('Support', 'bob');
  await world.enter('Support – Inbox', 'bob');
  await (await world.client('bob')).react(inbox, line.event_id, '👀');
  assert.equal(await world.enter(word, 'bob'), room);
});

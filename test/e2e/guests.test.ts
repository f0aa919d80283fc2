/**
 * Somebody who has only e-mail in a room that has nothing to do with mail: invited, welcomed, answering, ending it by
 * mail and by click; over the real servers.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, PATIENCE, unique, World } from '../support/e2e.ts';
import { freePort } from '../../tools/servers/ports.ts';
import { until } from '../support/servers.ts';

const port = await freePort();
const pages = `http://127.0.0.1:${String(port)}`;
const world = await World.start({
  configure: (draft) => {
    Object.assign(draft, {
      guests: { account: 'support' },
      web: { listen: { host: '127.0.0.1', port }, url: pages, behind_proxy: false },
    });
  },
});
const alice = await world.client();

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;

/** A room of Alice's, into which she calls the bot alone. */
async function roomWithBot(name: string): Promise<string> {
  const made = await alice.request('POST', '/_matrix/client/v3/createRoom', {
    name,
    preset: 'private_chat',
    invite: [bot],
  });
  assert.ok(made instanceof Object && 'room_id' in made && typeof made.room_id === 'string');
  await world.says(made.room_id, 'People who have only e-mail can take part in this room', { by: bot });
  return made.room_id;
}

async function membership(room: string, user: string): Promise<unknown> {
  const state = await alice.state(room);
  return state.find(({ type, state_key: key }) => type === 'm.room.member' && key === user)?.content['membership'];
}

const patience = (what: string) => ({ what, within: PATIENCE });

describe('guests by mail', { concurrency: AT_ONCE }, () => {
  it('are welcomed, take part by answering, and stop by mail; only they undo that', async () => {
    const guest = await world.outsider('Gudrun Guest');
    const name = `Roof ${unique('')}`;
    const room = await roomWithBot(name);
    const command = await alice.say(room, `!mail invite ${guest.address} Gudrun Guest`);
    await world.answered(command, 'is invited to take part by mail');
    const welcome = await guest.receives(name);
    assert.equal(welcome.parsed.subject, `Invitation: ${name}`);
    const ghost = ghostOf(guest.address);
    await until(async () => (await membership(room, ghost)) === 'join', patience('the ghost of the guest'));
    const words = unique('gladly');
    await guest.answer(welcome, words);
    const theirs = await world.says(room, words);
    assert.equal(theirs.sender, ghost);
    await world.says(room, 'has answered the invitation and takes part', { by: bot });
    const hello = unique('hello');
    // What answers them does not wait for a pause of the conversation.
    await alice.reply(room, theirs.event_id, hello);
    await world.says(room, 'What is said here goes by mail to Gudrun Guest', { by: bot });
    const heard = await guest.receives(hello);
    await guest.answer(heard, 'STOP');
    await world.says(room, 'wants no more mails from here', { by: bot });
    await until(async () => (await membership(room, ghost)) === 'leave', patience('the ghost gone'));
    const again = await alice.say(room, `!mail invite ${guest.address}`);
    await world.answered(again, 'wants no mails from here');
    const stopped = await guest.receives('word START alone');
    await guest.answer(stopped, 'START');
    await world.says(room, 'takes part by mail again', { by: bot });
    await until(async () => (await membership(room, ghost)) === 'join', patience('the ghost back'));
  });

  it('are invited by their ghost, and stop by one click, which looking at the page is not', async () => {
    const guest = await world.outsider('Klara Click');
    const name = `Cellar ${unique('')}`;
    const room = await roomWithBot(name);
    const ghost = ghostOf(guest.address);
    await alice.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`, { user_id: ghost });
    const welcome = await guest.receives(name);
    const link = /http:\/\/127\.0\.0\.1:\d+\/guest\/[a-z2-7.]+/.exec(welcome.parsed.text ?? '')?.[0] ?? '';
    assert.ok(link.startsWith(pages), welcome.parsed.text);
    assert.equal((await fetch(link)).status, 200);
    assert.equal((await fetch(`${link}x`, { method: 'POST' })).status, 404);
    assert.equal(await membership(room, ghost), 'join');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    assert.equal((await fetch(link, { method: 'POST', body })).status, 200);
    await world.says(room, 'wants no more mails from here', { by: bot });
    await until(async () => (await membership(room, ghost)) === 'leave', patience('the ghost gone'));
  });
});

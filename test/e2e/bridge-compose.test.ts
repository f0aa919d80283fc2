import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AddressObject, ParsedMail } from 'mailparser';
import { AT_ONCE, bot, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) Object.assign(account, { hold_outside: '2s' });
    Object.assign(draft.accounts['info'] ?? {}, { mode: 'note' });
  },
});
const alice = await world.client();

function addresses(list: ParsedMail['to']): string[] {
  const objects: AddressObject[] = list === undefined ? [] : Array.isArray(list) ? list : [list];
  return objects.flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;

async function membership(room: string, user: string): Promise<unknown> {
  const state = await alice.state(room);
  return state.find(({ type, state_key: key }) => type === 'm.room.member' && key === user)?.content['membership'];
}

const patience = (what: string) => ({ what, within: PATIENCE });

/** Makes a room as a client does. */
async function create(body: object): Promise<string> {
  const made = await alice.request('POST', '/_matrix/client/v3/createRoom', body);
  assert.ok(made instanceof Object && 'room_id' in made && typeof made.room_id === 'string');
  return made.room_id;
}

describe('who gets it, and what begins here', { concurrency: AT_ONCE }, () => {
  it('adds who is invited to Cc, with the conversation so far, and drops who is removed', async () => {
    const second = await world.outsider('Cecil Copy');
    const { outsider, room, subject } = await world.conversation('Invite');
    await alice.say(room, '!note Shall we ask Cecil?');
    await alice.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`, {
      user_id: ghostOf(second.address),
    });
    await world.says(room, `${second.address} gets a copy (Cc) of each mail`, { by: bot });
    await until(async () => (await membership(room, ghostOf(second.address))) === 'join', patience('the ghost'));
    const word = unique('copy');
    const said = await alice.say(room, word);
    await world.answered(said, 'The first mail here to');
    const copy = await second.receives(word);
    assert.deepEqual([addresses(copy.parsed.to), addresses(copy.parsed.cc)], [[outsider.address], [second.address]]);
    assert.ok(copy.parsed.text?.includes(`> About ${subject}.`));
    assert.doesNotMatch(copy.parsed.text ?? '', /Shall we ask/);
    await outsider.receives(word);
    await alice.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/kick`, {
      user_id: ghostOf(second.address),
    });
    await world.says(room, `${second.address} gets no more mails of this conversation`, { by: bot });
    const last = unique('without');
    await alice.say(room, last);
    assert.deepEqual(addresses((await outsider.receives(last)).parsed.cc), []);
  });

  it('answers one of several, and sends a blind copy that nobody sees', async () => {
    const second = await world.outsider('Cecil Copy');
    const blind = await world.outsider('Bea Blind');
    const { outsider, room } = await world.conversation('Bcc', { cc: second.address });
    const alone = unique('alone');
    await alice.say(room, `!sender ${alone}`);
    assert.deepEqual(addresses((await outsider.receives(alone)).parsed.cc), []);
    const set = await alice.say(room, `!mail bcc +${blind.address}`);
    await world.answered(set, `Bcc (nobody else sees it): ${blind.address}`);
    const word = unique('blind');
    await alice.say(room, word);
    const hidden = await blind.receives(word);
    assert.deepEqual(addresses(hidden.parsed.bcc), []);
    const open = await outsider.receives(word);
    for (const { parsed } of [hidden, open, await second.receives(word)]) {
      assert.deepEqual([addresses(parsed.to), addresses(parsed.cc)], [[outsider.address], [second.address]]);
    }
    assert.equal(await membership(room, ghostOf(blind.address)), undefined);
  });

  it('begins a conversation in a direct chat with a ghost, and takes the answer into it', async () => {
    const outsider = await world.outsider('Dora Direct');
    const ghost = ghostOf(outsider.address);
    const room = await create({ preset: 'trusted_private_chat', is_direct: true, invite: [ghost] });
    const word = unique('direct');
    await until(async () => (await membership(room, ghost)) === 'join', patience('the ghost in the chat'));
    // Alice is of two teams.
    await world.says(room, 'from which account shall it be sent', { by: bot });
    await alice.say(room, 'support');
    await world.says(room, `from support@mailroom.test to ${outsider.address}`, { by: bot });
    await alice.say(room, `Hello Dora, ${word}`);
    const mail = await outsider.receives(word);
    assert.ok(mail.parsed.subject?.startsWith('Hello Dora'));
    const answer = unique('answer');
    await outsider.answer(mail, answer);
    assert.equal((await world.says(room, answer)).sender, ghost);
  });

  it('begins one by command in a direct chat with the bot', async () => {
    const outsider = await world.outsider('Carl Composed');
    const room = await create({ preset: 'trusted_private_chat', is_direct: true, invite: [bot] });
    await until(async () => (await membership(room, bot)) === 'join', patience('the bot in the chat'));
    const word = unique('composed');
    await alice.say(room, `compose to: ${outsider.address}, subject: ${word}, account: support\nDear Carl, ${word}`);
    await world.says(room, 'begins in its own room', { by: bot });
    const talk = await world.enter(word);
    const mail = await outsider.receives(word);
    assert.equal(mail.parsed.subject, word);
    const shown = await world.says(talk, `Dear Carl, ${word}`, { by: bot });
    await world.signed(shown.event_id, '✔️');
    const answer = unique('answer');
    await outsider.answer(mail, answer);
    assert.equal((await world.says(talk, answer)).sender, ghostOf(outsider.address));
  });

  it('mails nothing but what is meant to be mailed where notes are the rule', async () => {
    const outsider = await world.outsider('Nora Notes');
    const word = unique('notes');
    await outsider.write({ to: world.account('info').address, subject: word, text: word });
    const room = await world.enter(word);
    const shown = await alice.waitFor((event) => event.room_id === room && isMessage(event), patience('the mail'));
    await alice.say(room, `What do we say? ${word}`);
    const said = await alice.reply(room, shown.event_id, `Yes, ${word}`);
    await world.signed(said, '✔️');
    const { parsed } = await outsider.receives(`Yes, ${word}`);
    assert.ok(!parsed.text?.includes('What do we say'));
  });
});

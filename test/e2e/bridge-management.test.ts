/** A person chats with the bot, and people with less and no permission at each point, on the real servers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { AT_ONCE, bot, field, isMessage, mentioned, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import type { MatrixUser, SeenEvent } from '../support/servers.ts';

/** Alice is of the team of both accounts; Bob is of the house; Carol is named in the config as one who may nothing. */
const world = await World.start({
  configure: (draft) => {
    draft.permissions = { '@carol:matrix.test': 'block', 'matrix.test': 'relay' };
    draft.limits = { ...draft.limits, mails_per_user_day: 50 };
    for (const account of Object.values(draft.accounts)) {
      account.team = account.team.filter(({ user }) => user === '@alice:matrix.test');
    }
  },
});
const alice = await world.client('alice');
const bob = await world.client('bob');
const carol = await world.client('carol');
const created = z.object({ room_id: z.string() });

/** Begins a direct chat with the bot (or somebody else), as clients do. */
async function chat(member: MatrixUser, withWhom = bot): Promise<string> {
  const room = { preset: 'trusted_private_chat', is_direct: true, invite: [withWhom] };
  return created.parse(await member.request('POST', '/_matrix/client/v3/createRoom', room)).room_id;
}

/** Says something, and waits for the bot's answer to it. */
async function ask(member: MatrixUser, room: string, text: string): Promise<SeenEvent> {
  const asked = await member.say(room, text);
  const isAnswer = (seen: SeenEvent) => isMessage(seen) && seen.sender === bot && repliesTo(seen) === asked;
  return member.waitFor(isAnswer, { what: `the answer to "${text}"`, within: PATIENCE });
}

const answer = async (member: MatrixUser, room: string, text: string) => field(await ask(member, room, text), 'body');

const greeted = (member: MatrixUser, room: string) =>
  member.waitFor((seen) => isMessage(seen) && seen.room_id === room && seen.sender === bot, {
    what: 'the greeting',
    within: PATIENCE,
  });

describe('the bot in a direct chat', { concurrency: AT_ONCE }, () => {
  it('greets with what its person may do, and answers commands without prefix as replies', async () => {
    const room = await chat(alice);
    assert.match(
      field(await greeted(alice, room), 'body'),
      /^Hello, I am Mailroom[^]*\naccounts \[retry \[ACCOUNT\]\] – /,
    );
    const accounts = await answer(alice, room, 'accounts');
    assert.match(accounts, /^Support <support@mailroom\.test>: \S.* since .* UTC/);
    assert.match(accounts, /\nInfo <info@mailroom\.test>: /);
    assert.match(await answer(alice, room, 'queue support'), /^support: /);
    assert.match(await answer(alice, room, 'quarantine'), /quarantine/);
    assert.match(await answer(alice, room, 'list'), /^Open/);
    assert.match(await answer(alice, room, 'acounts'), /Did you mean accounts\?/);
    assert.match(await answer(alice, room, 'language de'), /auf Deutsch/);
    assert.match(await answer(alice, room, 'help queue'), /^queue \[ACCOUNT\] – zeigt[^]*Beispiel: queue support$/);
    assert.match(await answer(alice, room, 'language en'), /in English/);
  });

  it('shows who is of no team nothing of accounts, and does not follow who may nothing', async () => {
    const room = await chat(bob);
    const help = field(await greeted(bob, room), 'body');
    assert.ok(help.includes('language') && !help.includes('accounts –'));
    assert.match(await answer(bob, room, 'accounts'), /permission “user”/);
    assert.match(await answer(bob, room, 'compose to: x@outside.test'), /may not begin conversations/);
    const refused = await chat(carol);
    await carol.waitFor(
      ({ room_id: at, type, state_key: who, content }) =>
        at === refused && type === 'm.room.member' && who === bot && content['membership'] === 'leave',
      { what: 'the bot says no', within: PATIENCE },
    );
  });

  it('says nothing about accounts where somebody else is in the chat', async () => {
    const room = await chat(alice);
    await greeted(alice, room);
    await alice.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`, { user_id: bob.userId });
    assert.match(await answer(alice, room, 'accounts'), /others in this chat/);
  });
});

describe('people with less permission in a room', { concurrency: AT_ONCE }, () => {
  const invite = (room: string, user: string, by: MatrixUser) =>
    by.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/invite`, { user_id: user });

  it('lets somebody of the house answer where they were asked in, but add no recipients', async () => {
    const talk = await world.conversation('Guests');
    await invite(talk.room, bob.userId, alice);
    await bob.join(talk.room);
    const word = unique();
    await bob.say(talk.room, `From a guest: ${word}`);
    await talk.outsider.receives(word);
    const refused = await ask(bob, talk.room, '!mail source');
    assert.match(field(refused, 'body'), /permission “user”[^]*Ask @alice:matrix\.test to do it/);
    assert.match(await answer(bob, talk.room, '!mail list'), /permission “user”/);
    assert.match(await answer(bob, talk.room, '!mail status'), /^Account support/);
    await assert.rejects(invite(talk.room, '@mail_eve=40outside.test:matrix.test', bob));
  });

  it('mails nothing of who may nothing, and says so once', async () => {
    const talk = await world.conversation('Blocked');
    await invite(talk.room, carol.userId, alice);
    await carol.join(talk.room);
    const word = unique();
    const first = await carol.say(talk.room, `Not for mail: ${word}`);
    const told = await carol.waitFor((seen) => isMessage(seen) && repliesTo(seen) === first, {
      what: 'the refusal',
      within: PATIENCE,
    });
    assert.match(field(told, 'body'), /may not answer by mail here/);
    assert.deepEqual(mentioned(told), [carol.userId]);
    const second = await carol.say(talk.room, `Nor this: ${word}`);
    await carol.react(talk.room, talk.shown.event_id, '❌');
    const after = unique();
    await alice.say(talk.room, `From the team: ${after}`);
    await talk.outsider.receives(after);
    await world.barrier(talk);
    assert.ok(!(await world.messages(talk.room)).some((seen) => repliesTo(seen) === second));
    const mails = await talk.outsider.mail.mails();
    assert.ok(mails.every(({ parsed }) => !(parsed.text ?? '').includes(word)));
  });

  it('lets who may nothing take, close, lay aside or begin nothing', async () => {
    const talk = await world.conversation('Untouched');
    await invite(talk.room, carol.userId, alice);
    await carol.join(talk.room);
    for (const sign of ['👀', '✅']) await carol.react(talk.room, talk.shown.event_id, sign);
    for (const command of ['claim', 'assign alice', 'snooze 3d', 'done', 'cc +eve@outside.test', 'compose'])
      await carol.say(talk.room, `!mail ${command}`);
    await assert.rejects(invite(talk.room, '@mail_eve=40outside.test:matrix.test', carol));
    const ghost = await chat(carol, '@mail_eve=40outside.test:matrix.test');
    await carol.waitFor(
      ({ room_id: at, type, state_key: who, content }) =>
        at === ghost &&
        type === 'm.room.member' &&
        who?.startsWith('@mail_eve') === true &&
        content['membership'] === 'leave',
      { what: 'the ghost leaves', within: PATIENCE },
    );
    await world.barrier(talk);
    const state = await alice.state(talk.room);
    assert.equal(state.find(({ type }) => type === 'm.room.name')?.content['name'], talk.subject);
    const asked = await answer(alice, talk.room, '!mail list unclaimed');
    assert.ok(asked.includes(talk.subject), 'open, and nobody has it');
    assert.match(
      await answer(alice, talk.room, '!mail to'),
      new RegExp(`goes to: [^\\n]*${talk.outsider.address}>?$`, 'm'),
    );
  });
});

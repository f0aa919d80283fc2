/**
 * What strangers and people with little power tried through the real servers: each attack, and that the honest thing
 * beside it goes on.
 */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { matrixRequest } from '../../tools/servers/homeserver.ts';
import { AT_ONCE, bot, field, isMessage, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import type { Conversation, Outsider } from '../support/e2e.ts';
import { until } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    draft.permissions = { '@carol:matrix.test': 'user', 'matrix.test': 'relay' };
    for (const account of Object.values(draft.accounts)) {
      account.team = account.team.filter(({ user }) => user !== '@carol:matrix.test');
      // Long enough for an edit on a busy machine to come in time.
      account.hold = { after: '3s', at_most: '12s' };
      account.trusted_hosts = ['localhost'];
    }
  },
});
const alice = await world.client('alice');
const bob = await world.client('bob');
const carol = await world.client('carol');
const account = world.account('support').address;
const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;

/** The lobby of the account, which somebody enters. */
async function lobby(who: 'alice' | 'bob'): Promise<string> {
  await world.space('Support', who);
  const client = await world.client(who);
  const found = async () => {
    const [row] = await world.sql<{ room: string }>(
      `SELECT room FROM rooms WHERE kind = 'lobby' AND account = 'support' AND state = 'active'`,
    );
    if (row === undefined) return undefined;
    await client.join(row.room);
    return row.room;
  };
  return until(found, { what: 'the lobby', within: PATIENCE });
}

/** Somebody outside has not got what others have got by now. */
async function assertWithout(outsider: Outsider, ...words: readonly string[]): Promise<void> {
  for (const { raw } of await outsider.mail.mails()) {
    const text = raw.toString('utf8');
    for (const word of words) assert.ok(!text.includes(word), `"${word}" left`);
  }
}

/** Mails something more, by which all that was said before in this room has been dealt with. */
async function mailed(talk: Conversation): Promise<void> {
  const word = unique('after');
  await alice.say(talk.room, word);
  await talk.outsider.receives(word);
}

/** A mail in the name of somebody, handed in by nobody who is known. */
const forged = (talk: Conversation, as: string, text: string, more: object = {}) =>
  world.forge({
    from: { name: 'Olga Outside', address: as },
    subject: `Re: ${talk.subject}`,
    inReplyTo: talk.first.messageId,
    text,
    ...more,
  });

describe('attacks by mail', { concurrency: AT_ONCE }, () => {
  it('a mail that was delivered into Sent is no colleague’s; one that a program saved there is', async () => {
    const save = (word: string, ...top: readonly string[]) =>
      world.environment.dovecot.save(
        account,
        'Sent',
        [
          ...top,
          `Message-ID: <${word}@outside.test>`,
          `From: Support <${account}>`,
          'To: olga@outside.test',
          `Subject: ${word}`,
          'Date: Mon, 1 Jan 2024 10:00:00 +0000',
          '',
          `Pay at once ${word}`,
          '',
        ].join('\r\n'),
      );
    const [delivered, saved] = [unique('delivered'), unique('saved')];
    await save(delivered, 'Return-Path: <mallory@evil.test>', `Delivered-To: ${account.replace('@', '+Sent@')}`);
    await save(saved);
    await world.says(await world.enter(saved), `Pay at once ${saved}`);
    const notice = await world.says(await lobby('alice'), delivered, { by: bot });
    assert.doesNotMatch(field(notice, 'body'), /Pay at once/);
    assert.deepEqual(await world.sql('SELECT FROM threads WHERE subject = $1', [delivered]), []);
  });

  it('whoever names the list of a conversation gets no answer of it', async () => {
    const headers = { 'List-Id': `<${unique('list')}.lists.test>` };
    const talk = await world.conversation('By list', { headers });
    const mallory = await world.outsider('Mallory');
    await forged(talk, mallory.address, 'Let me in.', { headers });
    const arrived = () => world.sql('SELECT FROM messages WHERE facts::text LIKE $1', [`%${mallory.address}%`]);
    await until(async () => (await arrived()).length > 0, { what: 'the mail of Mallory', within: PATIENCE });
    const answer = unique('answer');
    await alice.say(talk.room, answer);
    await talk.outsider.receives(answer);
    await mailed(talk);
    await assertWithout(mallory, answer);
    const part = await world.sql(
      `SELECT FROM thread_people p JOIN rooms USING (thread)
       WHERE room = $1 AND p.address = $2 AND p.standing = 'participant'`,
      [talk.room, mallory.address],
    );
    assert.deepEqual(part, []);
  });

  it('a mail for which nobody vouches chooses nobody for the next answer, nor for an answer to itself', async () => {
    const talk = await world.conversation('Unverified');
    const mallory = await world.outsider('Mallory');
    const word = unique('unverified');
    await forged(talk, talk.outsider.address, word, { replyTo: mallory.address, cc: mallory.address });
    const shown = await world.says(talk.room, word);
    assert.notEqual(shown.sender, talk.ghost);
    const [next, reply] = [unique('next'), unique('reply')];
    await alice.say(talk.room, next);
    await talk.outsider.receives(next);
    await alice.reply(talk.room, shown.event_id, reply);
    await talk.outsider.receives(reply);
    await assertWithout(mallory, next, reply);
  });

  it('a media type that is no header stops neither its mail nor the next', async () => {
    const word = unique('types');
    const types = [`application/${'x'.repeat(20_000)}`, 'application/gr\u00fc\u00dfe', 'text/\r\n X: y'];
    const lines = [
      `Message-ID: <${word}@outside.test>`,
      'From: Odd <odd@outside.test>',
      `To: ${account}`,
      `Subject: ${word}`,
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      `Text ${word}`,
      ...types.flatMap((type, n) => [
        '--b',
        `Content-Type: ${type}`,
        `Content-Disposition: attachment; filename=${word}-${n}.bin`,
        '',
        `file ${n}`,
      ]),
      '--b--',
      '',
    ];
    await world.environment.dovecot.save(account, 'INBOX', Buffer.from(lines.join('\r\n'), 'utf8'));
    const room = await lobby('alice');
    await world.says(room, word, { by: bot });
    for (const n of types.keys()) {
      const file = await alice.waitFor(
        (event) => isMessage(event) && event.room_id === room && field(event, 'body').includes(`${word}-${n}.bin`),
        { what: `the file ${n}`, within: PATIENCE },
      );
      const info = z.object({ mimetype: z.string().max(200) }).parse(file.content['info']);
      assert.match(info.mimetype, /^[a-z0-9]+\/[\x21-\x7e]+$/);
    }
    assert.deepEqual(await world.sql(`SELECT FROM jobs WHERE queue = 'matrix-send' AND failures > 0`), []);
  });
});

describe('what leaves', { concurrency: AT_ONCE }, () => {
  it('is nothing of a room that its author cannot see, whatever they reply to', async () => {
    const [here, there] = [await world.conversation('Here'), await world.conversation('There')];
    const secret = unique('secret');
    const note = await alice.say(there.room, `!note ${secret}`);
    await world.enter(here.subject, 'bob');
    const word = unique('said');
    await bob.reply(here.room, note, word);
    await bob.reply(here.room, there.shown.event_id, `${word} again`);
    const mail = await here.outsider.receives(`${word} again`);
    assert.ok(mail.raw.includes(word));
    await assertWithout(here.outsider, secret, there.subject);
  });

  it('is no answer to what the bot says, nor its words', async () => {
    const talk = await world.conversation('Notice');
    const asked = await alice.say(talk.room, '!mail to');
    const notice = await world.answered(asked, talk.outsider.address);
    const word = unique('inside');
    const said = await alice.reply(talk.room, notice.event_id, `Who is that? ${word}`);
    await alice.waitFor((event) => isMessage(event) && event.sender === bot && repliesTo(event) === said, {
      what: 'a word that it stays inside',
      within: PATIENCE,
    });
    await mailed(talk);
    await assertWithout(talk.outsider, word, 'goes to');
  });

  it('is what an edit makes of it: to fewer people, or not at all', async () => {
    const [second, talk] = await Promise.all([world.outsider('Second'), world.outsider('First')]).then(
      async ([cc, to]) => [cc, await world.conversation('Edit', { outsider: to, cc: cc.address })] as const,
    );
    const [all, one, gone] = [unique('all'), unique('one'), unique('gone')];
    const said = await alice.say(talk.room, `Dear all, ${all}`);
    await alice.edit(talk.room, said, `!sender Only for you, ${one}`);
    await talk.outsider.receives(one);
    const command = await alice.say(talk.room, `Never mind, ${gone}`);
    await alice.edit(talk.room, command, '!mail done');
    await alice.waitFor((event) => isMessage(event) && event.sender === bot && repliesTo(event) === command, {
      what: 'a word that the message became a command',
      within: PATIENCE,
    });
    await mailed(talk);
    await assertWithout(talk.outsider, all, gone);
    await assertWithout(second, all, one, gone);
    const work = await world.sql(
      `SELECT FROM thread_work JOIN rooms USING (thread) WHERE room = $1 AND thread_work.state = 'done'`,
      [talk.room],
    );
    assert.deepEqual(work, [], 'the command was not carried out');
  });

  it('is no note behind the name of somebody', async () => {
    const talk = await world.conversation('Mention');
    const words = ['Bob: !note', '@bob:matrix.test !note', 'Bob:!note'].map((start) => ({
      start,
      word: unique('note'),
    }));
    for (const { start, word } of words) {
      await alice.say(talk.room, `${start} ${word}`, { 'm.mentions': { user_ids: [bob.userId] } });
    }
    await mailed(talk);
    await assertWithout(talk.outsider, ...words.map(({ word }) => word));
  });
});

describe('who may do what', () => {
  it('ends for power over a room at that room: it blocks nobody for the account', async () => {
    const victim = await world.outsider('Victim');
    const ghost = ghostOf(victim.address);
    const body = { preset: 'trusted_private_chat', is_direct: true, invite: [ghost] };
    const made = await carol.request('POST', '/_matrix/client/v3/createRoom', body);
    const { room_id: room } = z.object({ room_id: z.string() }).parse(made);
    await carol.waitFor((event) => isMessage(event) && event.room_id === room && event.sender === bot, {
      what: 'the question for the account',
      within: PATIENCE,
    });
    await carol.say(room, 'support');
    const begun = (event: { room_id: string; sender: string }) => event.room_id === room && event.sender === bot;
    await carol.waitFor((event) => isMessage(event) && begun(event) && field(event, 'body').includes(victim.address), {
      what: 'the beginning of the conversation',
      within: PATIENCE,
    });
    for (const command of [`!mail block account ${victim.address}`, '!mail block account *@outside.test']) {
      const asked = await carol.say(room, command);
      const answer = await carol.waitFor((event) => isMessage(event) && repliesTo(event) === asked, {
        what: `the answer to ${command}`,
        within: PATIENCE,
      });
      assert.match(field(answer, 'body'), /permission “moderator”/);
    }
    assert.deepEqual(await world.sql('SELECT FROM entry_rules WHERE thread IS NULL'), []);
  });

  it('ends when somebody leaves the team: the next start gives their ✅ no word', async () => {
    const word = unique('left');
    const forge = (subject: string) => world.forge({ from: account, subject, text: `Pay at once ${subject}` });
    await forge(word);
    await world.says(await lobby('bob'), word, { by: bot, who: 'bob' });
    const { mailroom } = world.environment;
    await mailroom.server.stop();
    const draft = z
      .looseObject({
        accounts: z.record(z.string(), z.looseObject({ team: z.array(z.looseObject({ user: z.string() })) })),
      })
      .parse(parse(await readFile(mailroom.configFile, 'utf8')));
    for (const one of Object.values(draft.accounts)) one.team = one.team.filter(({ user }) => user !== bob.userId);
    await writeFile(mailroom.configFile, stringify(draft));
    await mailroom.server.start();
    await mailroom.untilReady();
    const notice = await world.says(await lobby('alice'), word, { by: bot });
    // Bob loses his level a moment after the start. Somebody else of power gives it back: it is worth nothing here.
    const levels = async () => {
      const event = (await alice.state(notice.room_id)).find(({ type }) => type === 'm.room.power_levels');
      return z.looseObject({ users: z.record(z.string(), z.number()) }).parse(event?.content);
    };
    const lowered = async () => {
      const found = await levels();
      return found.users[bob.userId] === undefined ? found : undefined;
    };
    const without = await until(lowered, { what: 'the end of Bob’s level', within: PATIENCE });
    const registration = z
      .object({ as_token: z.string() })
      .parse(parse(await readFile(mailroom.registrationFile, 'utf8')));
    await matrixRequest(world.environment.homeserver.url, {
      method: 'PUT',
      path: `/_matrix/client/v3/rooms/${encodeURIComponent(notice.room_id)}/state/m.room.power_levels/`,
      token: registration.as_token,
      body: { ...without, users: { ...without.users, [bob.userId]: 50 } },
    });
    assert.equal((await levels()).users[bob.userId], 50);
    await bob.react(notice.room_id, notice.event_id, '✅');
    const refusal = await bob.reply(notice.room_id, notice.event_id, '!mail accept');
    await bob.waitFor((event) => isMessage(event) && event.sender === bot && repliesTo(event) === refusal, {
      what: 'the refusal',
      within: PATIENCE,
    });
    const held = () => world.sql(`SELECT FROM mails WHERE state = 'held'`);
    assert.equal((await held()).length > 0, true);
    assert.deepEqual(await world.sql('SELECT FROM threads WHERE subject = $1', [word]), []);
    await alice.react(notice.room_id, notice.event_id, '✅');
    await world.says(await world.enter(word), `Pay at once ${word}`);
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { AT_ONCE, bot, field, isMessage, mentioned, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { matrixRequest } from '../../tools/servers/homeserver.ts';
import { until } from '../support/servers.ts';

// Up to room version 11 the maker of a room can lose its power: only there can the bot be banned.
const world = await World.start({
  roomVersion: '11',
  configure: (draft) => {
    const { info } = draft.accounts;
    if (info !== undefined) info.invite = ['@bob:matrix.test'];
  },
});
const alice = await world.client();
const base = '/_matrix/client/v3';
const path = (room: string, what: string): string => `${base}/rooms/${encodeURIComponent(room)}/${what}`;
const asToken = z
  .object({ as_token: z.string() })
  .parse(parse(await readFile(world.environment.mailroom.registrationFile, 'utf8'))).as_token;

/** Gives Alice all power over a room, as an operator does with the bridge's token; the bot keeps `own`. */
async function empower(room: string, own: number): Promise<void> {
  const levels = (await alice.state(room)).find(({ type }) => type === 'm.room.power_levels');
  const users = {
    ...z.record(z.string(), z.number()).parse(levels?.content['users']),
    '@alice:matrix.test': 100,
    [bot]: own,
  };
  await matrixRequest(world.environment.homeserver.url, {
    method: 'PUT',
    path: path(room, 'state/m.room.power_levels/'),
    token: asToken,
    body: { ...levels?.content, users },
  });
}

/** A mail of the same thread arrives; resolves with where it stands. */
async function followUp({ outsider, first, subject }: Conversation): Promise<{ room: string; word: string }> {
  const word = unique('next');
  await outsider.write({
    subject: `Re: ${subject}`,
    inReplyTo: first.messageId,
    references: first.messageId,
    text: word,
  });
  const row = await until(
    async () =>
      (
        await world.sql<{ room: string }>(
          `SELECT r.room FROM matrix_sends s JOIN rooms r ON r.thread = s.thread AND r.state = 'active'
           WHERE s.content ->> 'body' LIKE '%' || $1 || '%' AND s.state = 'sent'`,
          [word],
        )
      )[0],
    { what: `the follow-up mail ${word} sent to a room`, within: PATIENCE },
  );
  return { room: row.room, word };
}

describe('rooms', { concurrency: AT_ONCE }, () => {
  it('answers an encrypted event: not mailed', async () => {
    const { outsider, room } = await world.conversation('Encrypted');
    const event = await alice.send(room, 'm.room.encrypted', {
      algorithm: 'm.megolm.v1.aes-sha2',
      ciphertext: 'AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg',
      device_id: 'RJYKSTBOIE',
      sender_key: 'IlRMeOPX2e0MurIyfWEucYBRVOEEUMrOHqn/8mLqMjA',
      session_id: 'X3lUlvLELLYxeTx4yOVu6UDpasGEVO0Jbu+QFnm0cKQ',
    });
    const told = await world.answered(event, 'encrypted, so I cannot read it, and it was not mailed');
    assert.deepEqual(mentioned(told), ['@alice:matrix.test']);
    await assert.rejects(alice.setState(room, 'm.room.encryption', '', { algorithm: 'm.megolm.v1.aes-sha2' }), {
      status: 403,
    });
    await alice.say(room, 'In the clear.');
    await outsider.receives('In the clear.');
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('goes on in the new room when a room is upgraded', async () => {
    const talk = await world.conversation('Upgraded');
    await empower(talk.room, 100);
    const answer = await alice.request('POST', path(talk.room, 'upgrade'), { new_version: '12' });
    const next = z.object({ replacement_room: z.string() }).parse(answer).replacement_room;
    const { room, word } = await followUp(talk);
    assert.equal(room, next);
    const shown = await world.says(next, word);
    assert.equal(shown.sender, talk.ghost);
    const types = new Set((await alice.state(next)).map(({ type }) => type));
    for (const type of ['m.bridge', 'io.element.functional_members', 'm.space.parent'])
      assert.ok(types.has(type), type);
    await alice.say(next, 'From the new room.');
    const { parsed } = await talk.outsider.receives('From the new room.');
    assert.equal(parsed.subject, `Re: ${talk.subject}`);
  });

  it('hears what is said in the new room before any mail has come there', async () => {
    const talk = await world.conversation('Upgraded and answered');
    await empower(talk.room, 100);
    const answer = await alice.request('POST', path(talk.room, 'upgrade'), { new_version: '12' });
    const next = z.object({ replacement_room: z.string() }).parse(answer).replacement_room;
    const said = await alice.say(next, 'Said at once.');
    await talk.outsider.receives('Said at once.');
    await world.signed(said, '✔️');
    await world.answered(await alice.say(talk.room, 'In the old room.'), 'Not mailed');
    await alice.say(next, 'In the new room.');
    await talk.outsider.receives('In the new room.');
    assert.equal((await talk.outsider.mail.mails()).length, 2);
  });

  it('makes a linked successor when the bot is banned, and sends what waits there', async () => {
    const talk = await world.conversation('Banned');
    await empower(talk.room, 0);
    await alice.request('POST', path(talk.room, 'ban'), { user_id: bot });
    await alice.say(talk.room, 'Among ourselves.');
    const { room, word } = await followUp(talk);
    assert.notEqual(room, talk.room);
    assert.equal(await world.enter(talk.subject), room);
    await world.says(room, word);
    const state = await alice.state(room);
    const create = state.find(({ type }) => type === 'm.room.create');
    assert.equal(z.object({ room_id: z.string() }).parse(create?.content['predecessor']).room_id, talk.room);
    await alice.say(room, 'After the ban.');
    const { parsed } = await talk.outsider.receives('After the ban.');
    assert.equal(parsed.subject, `Re: ${talk.subject}`);
    assert.equal((await talk.outsider.mail.mails()).length, 1, 'what was said without the bot stays there');
  });

  it('makes a successor when an administrator shut the room down', async () => {
    const talk = await world.conversation('Shut down');
    await world.environment.synapse.admin('DELETE', `/_synapse/admin/v1/rooms/${encodeURIComponent(talk.room)}`, {
      purge: true,
    });
    const { room, word } = await followUp(talk);
    assert.notEqual(room, talk.room);
    await world.enter(talk.subject);
    await world.says(room, word);
  });

  it('brings a ghost back that was removed, and lets the bot speak for one that is banned', async () => {
    const removed = await world.conversation('Removed');
    await empower(removed.room, 100);
    await alice.request('POST', path(removed.room, 'kick'), { user_id: removed.ghost });
    assert.equal((await world.says(removed.room, (await followUp(removed)).word)).sender, removed.ghost);
    await alice.request('POST', path(removed.room, 'ban'), { user_id: removed.ghost });
    const { word } = await followUp(removed);
    const shown = await world.says(removed.room, word);
    assert.equal(shown.sender, bot);
    assert.match(field(shown, 'body'), /^Olga Outside is banned from this room, so I show what they wrote:/);
    assert.doesNotMatch(field(shown, 'body'), /M_FORBIDDEN/);
    const told = (await world.messages(removed.room)).filter((event) => field(event, 'body').includes('!mail block'));
    assert.equal(told.length, 1);
    const before = (await removed.outsider.mail.mails()).length;
    await world.answered(await alice.say(removed.room, 'Does this reach you?'), 'is banned from this room');
    assert.equal((await removed.outsider.mail.mails()).length, before, 'nothing is mailed to them');
    await alice.request('POST', path(removed.room, 'unban'), { user_id: removed.ghost });
    await until(
      async () =>
        (await world.messages(removed.room)).some((event) => field(event, 'body').includes('is no longer banned')),
      { what: 'the word that the ban is lifted', within: PATIENCE },
    );
    await alice.say(removed.room, 'And does this?');
    await removed.outsider.receives('And does this?');
  });

  it('invites again when a new mail comes and nobody of the team is left', async () => {
    const talk = await world.conversation('Left');
    for (const who of ['bob', 'carol']) {
      const client = await world.client(who);
      await client.waitForInvite(({ room_id: room }) => room === talk.room, { what: 'the invitation' });
      await client.leave(talk.room);
    }
    await alice.leave(talk.room);
    await until(
      async () =>
        (await world.sql(`SELECT FROM members WHERE room = $1 AND membership = 'leave'`, [talk.room])).length === 3,
      { what: 'three who left', within: PATIENCE },
    );
    const { word } = await followUp(talk);
    assert.equal(await world.enter(talk.subject), talk.room);
    assert.ok((await world.messages(talk.room)).some((event) => field(event, 'body').includes(word)));
  });

  it('invites whom the account names, and lets the others in through the space', async () => {
    const outsider = await world.outsider('Nora Named');
    const word = unique('named');
    await outsider.write({ to: 'info@mailroom.test', subject: word, text: word });
    const room = await world.enter(word, 'bob');
    await world.space('Info');
    await alice.join(room);
    const shown = await alice.waitFor((event) => event.room_id === room && isMessage(event), { what: 'the mail' });
    const members = (await alice.state(room)).filter(({ type }) => type === 'm.room.member');
    assert.deepEqual(
      members.map(({ state_key: user }) => user).sort(),
      ['@alice:matrix.test', '@bob:matrix.test', bot, shown.sender].sort(),
    );
  });
});

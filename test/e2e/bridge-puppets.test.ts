/** Members who answer from a mail program speak as themselves, on the real servers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { Mailbox, until } from '../support/servers.ts';

const world = await World.start({ puppets: true });
const { mailroom } = world.environment;
const alice = await world.client();
const bob = await world.client('bob');
const aliceId = '@alice:matrix.test';
const bobId = '@bob:matrix.test';

/** A member answers in their mail program: the mail lies in Sent of the account. */
async function answers(from: string, { outsider, first, subject }: Conversation, text: string): Promise<void> {
  const lines = [
    `Message-ID: <${unique()}@laptop.mailroom.test>`,
    `From: ${from}`,
    `To: ${outsider.address}`,
    `Subject: Re: ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    `In-Reply-To: ${first.messageId}`,
    `References: ${first.messageId}`,
    '',
    text,
    '',
  ];
  const program = await Mailbox.open(world.environment, world.account('support'));
  try {
    await program.append('Sent', Buffer.from(lines.join('\r\n')));
  } finally {
    await program.close();
  }
}

describe('a member who answers from a mail program', () => {
  it('says it as themselves by the second registration, and it is mailed to nobody', async () => {
    const talk = await world.conversation('Puppet');
    await answers('Alice <alice@mailroom.test>', talk, 'From my own laptop.');
    const shown = await world.says(talk.room, 'From my own laptop.');
    assert.deepEqual([shown.sender, field(shown, 'body')], [aliceId, 'From my own laptop.']);
    const stateOf = async () => {
      const rows = await world.sql<{ state: string }>('SELECT state FROM events WHERE event = $1', [shown.event_id]);
      return rows[0]?.state ?? 'waiting';
    };
    await until(async () => (await stateOf()) === 'done', { what: 'that it has come back', within: PATIENCE });
    // What she says in the room herself is mailed, and nothing before it.
    await alice.say(talk.room, 'And this from the room.');
    const { parsed } = await talk.outsider.receives('And this from the room.');
    assert.equal(parsed.text?.includes('From my own laptop.'), false);
    assert.equal((await talk.outsider.mail.mails()).length, 1);
    const { rows } = { rows: await world.sql('SELECT FROM outgoing_events WHERE event = $1', [shown.event_id]) };
    assert.equal(rows.length, 0);
    // Edited, it stays in the room, and she is told.
    await alice.send(talk.room, 'm.room.message', {
      ...{ msgtype: 'm.text', body: '* Changed.', 'm.new_content': { msgtype: 'm.text', body: 'Changed.' } },
      'm.relates_to': { rel_type: 'm.replace', event_id: shown.event_id },
    });
    await world.answered(shown.event_id, 'came from a mail program');
    await world.barrier(talk);
    assert.equal((await talk.outsider.mail.mails()).length, 1);
  });

  it('comes into a room to which they were invited, and is believed by no From', async () => {
    const talk = await world.conversation('Invited');
    await answers('Bob <bob@mailroom.test>', talk, 'Bob, who has not been here yet.');
    assert.equal((await world.says(talk.room, 'who has not been here yet.')).sender, bobId);
    const word = unique('forged');
    await world.forge({
      from: 'Alice <alice@mailroom.test>',
      subject: `Re: ${talk.subject}`,
      inReplyTo: talk.first.messageId,
      references: talk.first.messageId,
      text: word,
    });
    await world.barrier(talk);
    const said = (await world.messages(talk.room)).filter((event) => field(event, 'body').includes(word));
    assert.ok(said.every(({ sender }) => sender !== aliceId));
  });

  it('says it by a token of their own, and has it said for them when the homeserver takes it no more', async () => {
    const token = world.environment.team.find(({ localpart }) => localpart === 'bob')?.login.accessToken ?? '';
    await world.environment.reconfigure((draft) => {
      draft.puppets = { tokens: { [bobId]: token } };
    });
    await mailroom.server.stop();
    await mailroom.server.start();
    await mailroom.untilReady();
    const talk = await world.conversation('Token');
    await bob.join(talk.room);
    await answers('Bob <bob@mailroom.test>', talk, 'By a token of my own.');
    assert.equal((await world.says(talk.room, 'By a token of my own.')).sender, bobId);
    await answers('Alice <alice@mailroom.test>', talk, 'For whom there is no way.');
    assert.equal((await world.says(talk.room, 'For whom there is no way.')).sender, bot);
    await fetch(`${world.environment.homeserver.url}/_matrix/client/v3/logout`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    await answers('Bob <bob@mailroom.test>', talk, 'After the logout.');
    const shown = await world.says(talk.room, 'After the logout.');
    assert.deepEqual([shown.sender, field(shown, 'body')], [bot, 'Bob (from a mail program):\nAfter the logout.']);
    const refused = await world.sql('SELECT FROM refused_tokens WHERE user_id = $1', [bobId]);
    assert.equal(refused.length, 1);
  });
});

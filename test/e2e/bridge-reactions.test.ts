/** Reactions by mail, both ways, on the real servers: what stands where, what leaves, and what strangers try. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { AT_ONCE, bot, field, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { until } from '../support/servers.ts';
import type { SeenEvent } from '../support/servers.ts';

const world = await World.start({
  configure: ({ accounts }) => {
    // As docs/security.md says: the name that stands behind `by` in what our own servers write.
    for (const account of Object.values(accounts)) account.trusted_hosts = ['localhost'];
    Object.assign(accounts['support'] ?? {}, { reactions: 'both', hold: { after: '6s', at_most: '20s' } });
    Object.assign(accounts['info'] ?? {}, { reactions: 'off' });
  },
});
const alice = await world.client();

const relation = z.object({
  'm.relates_to': z.object({ rel_type: z.string(), event_id: z.string(), key: z.string() }),
});

/** The keys of the reactions of somebody to an event, seen by Alice. */
function reactionsOf(sender: string, to: string): string[] {
  return alice.events
    .filter((event) => event.type === 'm.reaction' && event.sender === sender)
    .map((event) => relation.safeParse(event.content).data?.['m.relates_to'])
    .filter((one) => one?.event_id === to)
    .map((one) => one?.key ?? '');
}

const GMAIL = 'text/vnd.google.email-reaction+json; charset=utf-8';
/** A reaction as Gmail writes it: between a text and HTML. */
const gmail = (emoji: string, name = 'Olga Outside') => ({
  text: `${emoji}\n\n${name} reacted via Gmail\n`,
  html: `<div><p style="font-size:50px">${emoji}</p><p>${name} reacted via Gmail</p></div>`,
  alternatives: [{ contentType: GMAIL, content: JSON.stringify({ emoji, version: 1 }) }],
});
const answering = ({ subject, first }: Conversation, to: string = first.messageId) => ({
  subject: `Re: ${subject}`,
  inReplyTo: to,
  references: to,
});

/** What Alice says leaves; the id under which it came to the person outside. */
async function answered(talk: Conversation): Promise<{ readonly said: string; readonly messageId: string }> {
  const word = unique();
  const said = await alice.say(talk.room, `Here it is: ${word}`);
  const { parsed } = await talk.outsider.receives(word);
  return { said, messageId: parsed.messageId ?? '' };
}

const stands = (sender: string, to: string, key: string) =>
  until(() => reactionsOf(sender, to).includes(key), { what: `${key} by ${sender}`, within: PATIENCE });

/** What of a room wakes somebody: messages that are no notices. */
const loud = async (room: string) =>
  (await world.messages(room)).filter((event) => field(event, 'msgtype') !== 'm.notice').length;

/** What the bot says in the lobby of Support, which Alice enters, as far as it has this in it. */
async function inLobby(text: string): Promise<SeenEvent> {
  await world.space('Support');
  const room = await until(
    async () => {
      const [row] = await world.sql<{ room: string }>(
        `SELECT room FROM rooms WHERE kind = 'lobby' AND account = 'support' AND state = 'active'`,
      );
      if (row === undefined) return undefined;
      await alice.join(row.room);
      return row.room;
    },
    { what: 'the lobby', within: PATIENCE },
  );
  return world.says(room, text, { by: bot });
}

/** How many conversations there are of a subject. */
const threadsOf = async (subject: string) =>
  (await world.sql('SELECT FROM threads WHERE subject = $1', [subject])).length;

describe('a reaction that comes by mail', { concurrency: AT_ONCE }, () => {
  it('of Gmail, RFC 9078 and Outlook stands on the message, and wakes nobody', async () => {
    const talk = await world.conversation('Forms');
    const ours = await answered(talk);
    const before = await loud(talk.room);
    const { outsider, ghost } = talk;
    await outsider.write({ ...answering(talk, ours.messageId), ...gmail('👍') });
    await outsider.write({
      ...answering(talk, ours.messageId),
      text: '❤\n',
      headers: { 'Content-Disposition': 'reaction' },
    });
    await outsider.write({
      ...answering(talk, ours.messageId),
      text: `[celebrate] Olga Outside reacted to your message:\n`,
    });
    await outsider.write({ ...answering(talk), ...gmail('🎉') });
    for (const key of ['👍', '❤️', '🎉']) await stands(ghost, ours.said, key);
    await stands(ghost, talk.shown.event_id, '🎉');
    assert.equal(await loud(talk.room), before);
  });

  it('that is a sign closes nothing, and is said without a sound', async () => {
    const talk = await world.conversation('Signs');
    await talk.outsider.write({ ...answering(talk), ...gmail('✅') });
    const said = await world.says(talk.room, 'Olga Outside reacted with ✅.', { by: talk.ghost });
    assert.equal(field(said, 'msgtype'), 'm.notice');
    assert.equal(repliesTo(said), talk.shown.event_id);
    await world.barrier(talk);
    const rows = await world.sql(
      `SELECT FROM thread_work w JOIN rooms r USING (thread) WHERE r.room = $1 AND w.done_at IS NOT NULL`,
      [talk.room],
    );
    assert.equal(rows.length, 0);
  });

  it('with words, a file, or no real emoji is a mail, and all of it is there', async () => {
    const talk = await world.conversation('Words');
    const word = unique();
    const { outsider } = talk;
    const but = `👍 but ${word} first`;
    await outsider.write({ ...answering(talk), ...gmail('👍'), text: but, html: `<p>${but}</p>` });
    await world.says(talk.room, word);
    const fake = unique();
    await outsider.write({
      ...answering(talk),
      ...gmail(`👍${'\u200d👍'.repeat(300)}`),
      text: `long ${fake}`,
      html: `<p>long ${fake}</p>`,
    });
    await world.says(talk.room, fake);
    const name = `${unique()}.pdf`;
    await outsider.write({ ...answering(talk), ...gmail('👍'), attachments: [{ filename: name, content: 'PDF' }] });
    await world.says(talk.room, name);
    assert.deepEqual(reactionsOf(talk.ghost, talk.shown.event_id), []);
  });
});

describe('what others try with reactions', { concurrency: AT_ONCE }, () => {
  it('a stranger who knows the id, and one to nothing, stand in the lobby and open no room', async () => {
    const talk = await world.conversation('Strange');
    const ours = await answered(talk);
    const eve = await world.outsider('Eve Else');
    await eve.write({ ...answering(talk, ours.messageId), ...gmail('👎', 'Eve Else') });
    await inLobby(eve.address);
    await talk.outsider.write({ subject: 'Re: Nothing', inReplyTo: '<far@away.test>', ...gmail('👍') });
    await inLobby(talk.outsider.address);
    await world.barrier(talk);
    assert.deepEqual(reactionsOf(`@mail_${eve.address.replace('@', '=40')}:matrix.test`, ours.said), []);
    assert.deepEqual([await threadsOf(talk.subject), await threadsOf('Nothing')], [1, 0]);
  });

  it('a forged participant never reacts as themselves', async () => {
    const talk = await world.conversation('Forged');
    const { outsider, shown, ghost } = talk;
    await world.forge({ from: { name: outsider.name, address: outsider.address }, ...answering(talk), ...gmail('👎') });
    await world.barrier(talk);
    assert.deepEqual(reactionsOf(ghost, shown.event_id), []);
  });

  it('a machine’s reactions cause no mail, and neither does the echo of ours', async () => {
    const talk = await world.conversation('Machine');
    const headers = { 'Auto-Submitted': 'auto-replied' };
    for (const emoji of ['👍', '🎉', '😀']) await talk.outsider.write({ ...answering(talk), ...gmail(emoji), headers });
    await talk.outsider.write({ ...answering(talk), ...gmail('😍') });
    await stands(talk.ghost, talk.shown.event_id, '😍');
    await world.barrier(talk);
    const rows = await world.sql('SELECT FROM outgoing o JOIN rooms r USING (room) WHERE r.room = $1', [talk.room]);
    assert.equal(rows.length, 0);
  });
});

describe('a reaction of the team', { concurrency: AT_ONCE }, () => {
  it('goes back to the sender alone, and comes out as a reaction', async () => {
    const talk = await world.conversation('Back', { cc: 'guest30@outside.test' });
    await alice.react(talk.room, talk.shown.event_id, '👍');
    const told = await world.answered(talk.shown.event_id, 'A reaction like 👍');
    assert.equal(told.sender, bot);
    const { parsed } = await talk.outsider.receives('reacted to your message');
    assert.equal(parsed.inReplyTo, talk.first.messageId);
    const to = parsed.to === undefined ? [] : [parsed.to].flat().map(({ text }) => text);
    assert.deepEqual([to.length, parsed.cc], [1, undefined]);
    assert.match(to[0] ?? '', new RegExp(talk.outsider.address));
    assert.match(parsed.text ?? '', /👍/u);
    const types = parsed.attachments.map(({ contentType }) => contentType);
    assert.ok(types.includes('text/vnd.google.email-reaction+json'), types.join());
  });

  it('taken away within the hold never leaves, and a sign never does', async () => {
    const talk = await world.conversation('Taken');
    const thumb = await alice.react(talk.room, talk.shown.event_id, '👎');
    await alice.redact(talk.room, thumb);
    await alice.react(talk.room, talk.shown.event_id, '👀');
    await until(
      async () =>
        (await world.sql(`SELECT FROM outgoing WHERE room = $1 AND state = 'cancelled'`, [talk.room])).length === 1,
      { what: 'the mail of the reaction, cancelled', within: PATIENCE },
    );
    // What Alice writes afterwards leaves later than the reaction would have.
    const word = unique();
    await alice.say(talk.room, word);
    await talk.outsider.receives(word);
    const states = async () =>
      (await world.sql<{ state: string }>('SELECT state FROM outgoing WHERE room = $1 ORDER BY state', [talk.room]))
        .map(({ state }) => state)
        .join();
    await until(async () => (await states()) === 'cancelled,sent', { what: 'one mail alone', within: PATIENCE });
  });

  it('stays in the room where the account wants none, whose mails tell Outlook so', async () => {
    const to = world.account('info').address;
    const talk = await world.conversation('Off', { to });
    await alice.react(talk.room, talk.shown.event_id, '👍');
    const word = unique();
    await alice.say(talk.room, word);
    const { parsed } = await talk.outsider.receives(word);
    assert.equal(parsed.headers.get('x-ms-reactions'), 'disallow');
    await talk.outsider.write({ ...answering(talk), to, ...gmail('👍') });
    await world.says(talk.room, 'reacted via Gmail');
    const rows = await world.sql('SELECT FROM outgoing WHERE room = $1', [talk.room]);
    assert.equal(rows.length, 1);
  });
});

/** What people are told in whose time, and where and how much they hear of it, on the real servers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { AT_ONCE, bot, field, isMessage, PATIENCE, repliesTo, unique, World } from '../support/e2e.ts';
import type { MatrixUser, SeenEvent } from '../support/servers.ts';

/** Both accounts are in Berlin; the inbox of Support tells of answers too, and Info has too many rooms for names. */
const world = await World.start({
  configure: (draft) => {
    for (const [id, account] of Object.entries(draft.accounts)) {
      account.time_zone = 'Europe/Berlin';
      if (id === 'support') account.inbox = 'all';
      else Object.assign(account, { claim: 'auto', claim_rooms: 0 });
    }
  },
});
const alice = await world.client('alice');
const bob = await world.client('bob');
const created = z.object({ room_id: z.string() });

/** Says something, and waits for the bot's answer to it. */
async function ask(member: MatrixUser, room: string, text: string): Promise<string> {
  const asked = await member.say(room, text);
  const answer = await member.waitFor((seen) => isMessage(seen) && seen.sender === bot && repliesTo(seen) === asked, {
    what: `the answer to "${text}"`,
    within: PATIENCE,
  });
  return field(answer, 'body');
}

/** What a clock in a zone shows, as `2026-11-22 16:04`. */
function clock(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

describe('an account in Berlin with somebody in New York', { concurrency: AT_ONCE }, () => {
  it('tells each the times that they ask for by their own clock, and lays aside by it', async () => {
    const talk = await world.conversation('Zones');
    await bob.join(talk.room);
    const word = unique();
    await bob.say(talk.room, `It is sent: ${word}`);
    await talk.outsider.receives(word);
    const chat = created.parse(
      await alice.request('POST', '/_matrix/client/v3/createRoom', {
        preset: 'trusted_private_chat',
        is_direct: true,
        invite: [bot],
      }),
    ).room_id;
    await alice.waitFor((seen) => isMessage(seen) && seen.room_id === chat && seen.sender === bot, {
      what: 'the greeting',
      within: PATIENCE,
    });
    assert.match(await ask(alice, chat, 'zone Amerika/New_York'), /Did you mean America\/New_York/);
    assert.match(await ask(alice, chat, 'zone America/New_York'), / E[SD]T there now/);
    assert.match(await ask(alice, chat, 'accounts'), /^Support [^\n]* since \d{4}-\d\d-\d\d \d\d:\d\d E[SD]T/);
    assert.match(await ask(alice, talk.room, '!mail status'), /\nMail of \d{4}-\d\d-\d\d \d\d:\d\d E[SD]T, by Bob/);
    assert.match(await ask(bob, talk.room, '!mail status'), /\nMail of \d{4}-\d\d-\d\d \d\d:\d\d CES?T, by Bob/);
    assert.match(await ask(alice, talk.room, '!mail snooze tomorrow 9:00'), /until \d{4}-\d\d-\d\d 09:00 E[SD]T,/);
    const [laid] = await world.sql(
      'SELECT w.snooze_until AS until FROM thread_work w JOIN rooms r USING (thread) WHERE r.room = $1',
      [talk.room],
    );
    const until = z.object({ until: z.date() }).parse(laid).until;
    assert.match(clock(until, 'America/New_York'), / 09:00$/);
    assert.match(await ask(bob, talk.room, '!mail snooze tomorrow 9:00'), /until \d{4}-\d\d-\d\d 09:00 CES?T,/);
  });

  it('quotes by the clock of Berlin, which is that of those who write to it', async () => {
    const date = new Date(Date.now() - 3_600_000);
    const talk = await world.conversation('Quoted', { date });
    const word = unique();
    await alice.say(talk.room, `Answered: ${word}`);
    const { parsed } = await talk.outsider.receives(word);
    const [day = '', time = ''] = clock(date, 'Europe/Berlin').split(' ');
    assert.ok(parsed.text?.includes(`On ${day} at ${time}, Olga Outside wrote:`), parsed.text);
  });
});

describe('what the bot says to a message in a Matrix thread', { concurrency: AT_ONCE }, () => {
  /** Says something in the thread of an event, as clients with threads do. */
  const inThread = (room: string, root: string, body: string) =>
    alice.say(room, body, {
      'm.relates_to': {
        rel_type: 'm.thread',
        event_id: root,
        is_falling_back: true,
        'm.in_reply_to': { event_id: root },
      },
    });
  const relation = ({ content }: SeenEvent) => content['m.relates_to'];
  const standsIn = (root: string, replyTo: string) => ({
    rel_type: 'm.thread',
    event_id: root,
    is_falling_back: false,
    'm.in_reply_to': { event_id: replyTo },
  });
  const related = z.object({ chunk: z.array(z.object({ event_id: z.string() })) });

  it('stands in that thread: a question, whose ✅ is understood there, a bounce, an answer to a command', async () => {
    const outsider = await world.outsider('Olga Outside');
    const to = world.account('support').address;
    const gone = 'bounce@outside.test';
    const mail = { outsider, to, cc: gone, envelope: { from: outsider.address, to } };
    const { room, shown } = await world.conversation('Threaded', mail);
    const root = shown.event_id;
    const word = unique();
    const said = await inThread(room, root, `Bob: the word is ${word}`);
    const question = await world.answered(said, 'colleague’s name');
    assert.deepEqual(relation(question), standsIn(root, said));
    await alice.react(room, question.event_id, '✅');
    await outsider.receives(word);
    const bounced = await world.answered(said, 'There is no such address');
    assert.deepEqual(relation(bounced), standsIn(root, said));
    const asked = await inThread(room, root, '!mail status');
    const status = await world.answered(asked, 'Account support');
    assert.deepEqual(relation(status), standsIn(root, asked));
    // The homeserver counts them to the thread.
    const path = `/_matrix/client/v1/rooms/${encodeURIComponent(room)}/relations/${encodeURIComponent(root)}/m.thread`;
    const { chunk } = related.parse(await alice.request('GET', path));
    const there = new Set(chunk.map(({ event_id: id }) => id));
    for (const { event_id: id } of [question, bounced, status]) assert.ok(there.has(id));
  });

  it('stands outside where the message does', async () => {
    const { room } = await world.conversation('Unthreaded');
    const asked = await alice.say(room, '!mail status');
    assert.deepEqual(relation(await world.answered(asked, 'Account support')), {
      'm.in_reply_to': { event_id: asked },
    });
  });
});

describe('a team that wants quiet', { concurrency: AT_ONCE }, () => {
  it('hears of answers in the inbox where it asks for all', async () => {
    const talk = await world.conversation('Told');
    const inbox = await world.enter('Support – Inbox');
    const word = unique();
    await alice.say(talk.room, `Is it still so? ${word}`);
    const mail = await talk.outsider.receives(word);
    const news = unique();
    await talk.outsider.answer(mail, `It still is: ${news}`);
    const line = await world.says(inbox, news);
    assert.match(field(line, 'body'), /^Olga Outside \(again\): Told \w+ – It still is: /);
    const link = /https:\/\/matrix\.to\/#\/(\S+)/.exec(field(line, 'body'))?.[1] ?? '';
    const found = await alice.request('GET', `/_matrix/client/v3/directory/room/${link}`);
    assert.equal(created.parse(found).room_id, talk.room);
  });

  it('has no room renamed by a claim where it has too many; the pinned overview says who has it', async () => {
    const talk = await world.conversation('Unnamed', { to: world.account('info').address });
    const inbox = await world.enter('Info – Inbox');
    const claimed = await alice.say(talk.room, '!mail claim');
    await world.answered(claimed, 'You have this conversation');
    await alice.waitFor(
      ({ room_id: at, content }) =>
        at === inbox && /Unnamed \w+[^]*👀 Alice/.test(JSON.stringify(content['body'] ?? '')),
      { what: 'the overview', within: PATIENCE },
    );
    const names = (await world.messages(talk.room)).filter(({ type }) => type === 'm.room.name');
    assert.ok(names.every((event) => !field(event, 'name').includes('👀')));
    assert.ok(alice.events.every((event) => event.room_id !== talk.room || !field(event, 'name').includes('👀')));
  });
});

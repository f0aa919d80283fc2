/**
 * A mail is forwarded to somebody outside, and answered aside: over the real servers, with a real homeserver's rooms
 * and real mailboxes.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import { referencedIds, until } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) Object.assign(account, { hold_outside: '2s' });
  },
});
const alice = await world.client();

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Everybody whom a room has ever had as a member, or invited. */
async function everIn(room: string): Promise<string[]> {
  return (await alice.state(room)).flatMap(({ type, state_key: key }) => (type === 'm.room.member' ? [key ?? ''] : []));
}

/** Addresses in a mail's envelope and header. */
const named = ({ to, cc }: { to?: unknown; cc?: unknown }) => JSON.stringify([to ?? '', cc ?? '']);

describe('a mail that is forwarded', { concurrency: AT_ONCE }, () => {
  it('comes with its picture and file, is answered aside, and the customer sees nothing of it', async () => {
    const asked = await world.outsider('Dora Factory');
    const talk = await world.conversation('Blinking lamp', {
      text: 'See the lamp:',
      html: '<p>See the <b>lamp</b>:</p><img src="cid:lamp@x" alt="the lamp">',
      attachments: [
        { filename: 'lamp.png', content: Buffer.from(PIXEL, 'base64'), cid: 'lamp@x', contentType: 'image/png' },
        { filename: 'invoice.pdf', content: '%PDF-1.4 invoice', contentType: 'application/pdf' },
      ],
    });
    await alice.say(talk.room, '!note He never pays in time.');
    const words = unique('yours');
    const command = await alice.reply(
      talk.room,
      talk.shown.event_id,
      `!mail forward ${asked.address} Is that one of ${words}?`,
    );
    await world.answered(command, `forwards this mail to ${asked.address}`);
    const side = await world.enter(`Fwd: ${talk.subject}`);
    const shown = await world.says(side, words, { by: bot });
    await world.says(side, 'The first mail here to', { by: bot });
    const mail = await asked.receives(words);
    assert.equal(mail.parsed.subject, `Fwd: ${talk.subject}`);
    assert.deepEqual(referencedIds(mail.parsed), []);
    assert.match(mail.parsed.text ?? '', /Message forwarded by Alice[^]*From: Olga Outside/);
    assert.doesNotMatch(mail.parsed.text ?? '', /never pays/);
    assert.deepEqual(
      mail.parsed.attachments.map(({ filename, contentDisposition, size }) => [filename, contentDisposition, size]),
      [
        ['lamp.png', 'inline', 70],
        ['invoice.pdf', 'attachment', 16],
      ],
    );
    await world.signed(shown.event_id, '✔️');

    // Dora answers all, and means the customer too.
    const answer = unique('ours');
    await asked.answer(mail, answer, { cc: talk.outsider.address });
    assert.equal((await world.says(side, answer)).sender, ghostOf(asked.address));
    await world.says(side, 'They belong to the conversation that this one was asked aside from', { by: bot });
    const thanks = unique('thanks');
    await alice.say(side, thanks);
    const got = await asked.receives(thanks);
    assert.doesNotMatch(named(got.parsed), new RegExp(talk.outsider.address));

    // The customer, who has Dora's answer, answers that.
    const theirs = await talk.outsider.receives(answer);
    const protest = unique('protest');
    await talk.outsider.answer(theirs, protest, { cc: asked.address });
    const heard = await world.says(null, protest);
    assert.deepEqual([heard.room_id, heard.sender], [talk.room, talk.ghost]);
    const calm = unique('calm');
    await alice.say(talk.room, calm);
    assert.doesNotMatch(named((await talk.outsider.receives(calm)).parsed), new RegExp(asked.address));
    await world.barrier(talk);
    const texts = (await world.messages(talk.room)).map((event) => field(event, 'body')).join('\n');
    assert.ok(!texts.includes(thanks));
    assert.ok(!(await everIn(side)).includes(talk.ghost));
    assert.ok(!(await everIn(talk.room)).includes(ghostOf(asked.address)));
  });

  it('is taken back by ❌ on the notice in the room where it was asked for', async () => {
    const asked = await world.outsider('Nobody Asked');
    const talk = await world.conversation('Taken back');
    const words = unique('stop');
    const command = await alice.say(talk.room, `!mail forward ${asked.address} ${words}`);
    const notice = await world.answered(command, 'forwards this mail');
    await alice.react(talk.room, notice.event_id, '❌');
    await world.says(talk.room, 'Taken back: the mail is not forwarded', { by: bot });
    const states = () =>
      world.sql<{ state: string }>(
        `SELECT o.state FROM side_conversations s JOIN outgoing o USING (thread)
         JOIN matrix_sends m ON m.send = s.shown WHERE m.content::jsonb ->> 'body' LIKE '%' || $1 || '%'`,
        [words],
      );
    await until(async () => (await states()).every(({ state }) => state === 'cancelled'), {
      what: 'no mail of it',
      within: PATIENCE,
    });
    // What is mailed later arrives, and this does not.
    const second = unique('second');
    await alice.say(talk.room, `!mail forward ${asked.address} ${second}`);
    await asked.receives(second);
    assert.equal(
      (await asked.mail.mails()).some(({ parsed }) => (parsed.text ?? '').includes(words)),
      false,
    );
  });

  it('tells the answer in a Matrix thread of the first room where that is asked for', async () => {
    const asked = await world.outsider('Theo Thread');
    const talk = await world.conversation('Thread');
    const words = unique('thread');
    const command = await alice.say(talk.room, `!mail forward thread ${asked.address} ${words}`);
    const root = await world.answered(command, 'forwards this mail');
    const mail = await asked.receives(words);
    const answer = unique('answer');
    await asked.answer(mail, answer);
    const told = await world.says(talk.room, answer, { by: bot });
    const relation = told.content['m.relates_to'] as Record<string, unknown>;
    assert.deepEqual([relation['rel_type'], relation['event_id']], ['m.thread', root.event_id]);
    assert.ok(!(await everIn(talk.room)).includes(ghostOf(asked.address)));
  });
});

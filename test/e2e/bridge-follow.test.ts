/**
 * A mailbox that follows, on the real servers: read receipts that Synapse pushes become `\Seen` in Dovecot, what is
 * done goes to its archive, and what somebody does in a mail program is remarked in the room.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, isMessage, PATIENCE, signsOn, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { Mailbox, until } from '../support/servers.ts';
import type { MatrixUser } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    for (const account of Object.values(draft.accounts)) account.mailbox = 'follow';
  },
});
const alice = await world.client('alice');
const bob = await world.client('bob');
const inbox = await world.mailbox('support');
const archive = await world.mailbox('support', 'Archive');
/** The mailbox as a colleague has it open in a mail program. */
const program = await Mailbox.open(world.environment, world.account('support'));

const within = (what: string) => ({ what, within: PATIENCE });
const reads = (who: MatrixUser, room: string, event: string, type = 'm.read') =>
  who.request('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/receipt/${type}/${event}`, {});

/** The mail of a conversation in the inbox. */
const mailOf = ({ first }: Pick<Conversation, 'first'>) =>
  inbox.waitFor(({ parsed }) => parsed.messageId === first.messageId, within('the mail in the inbox'));
const flags = async (talk: Conversation) => [...(await inbox.flags((await mailOf(talk)).uid))].sort().join(' ');
const isRead = (talk: Conversation) =>
  until(async () => (await flags(talk)).includes('\\Seen'), within(`\\Seen on "${talk.subject}"`));
const archived = ({ first, subject }: Conversation) =>
  archive.waitFor(({ parsed }) => parsed.messageId === first.messageId, within(`"${subject}" in the archive`));
const remark = (room: string, words: string) => world.says(room, words, { by: bot });

describe('a mailbox that follows', { concurrency: AT_ONCE }, () => {
  it('marks a mail as read when whoever has it has read it, and not for anybody else', async () => {
    const talk = await world.conversation('Read');
    await bob.join(talk.room);
    // Private receipts are for nobody; a receipt of one of two says nothing where nobody has it.
    await reads(alice, talk.room, talk.shown.event_id, 'm.read.private');
    await reads(bob, talk.room, talk.shown.event_id);
    await until(
      async () => (await world.sql('SELECT FROM read_receipts WHERE room = $1', [talk.room])).length > 0,
      within('the receipt of Bob'),
    );
    await world.barrier(talk);
    assert.ok(!(await flags(talk)).includes('\\Seen'));
    await alice.say(talk.room, '!mail assign Bob');
    await isRead(talk);
    assert.deepEqual(
      (await archive.mails()).filter(({ parsed }) => parsed.messageId === talk.first.messageId),
      [],
    );
  });

  it('marks it when all who are there have read it', async () => {
    const talk = await world.conversation('All');
    await reads(alice, talk.room, talk.shown.event_id);
    await isRead(talk);
  });

  it('moves what is done to the archive, and takes that for nobody’s act', async () => {
    const talk = await world.conversation('Finished');
    await alice.react(talk.room, talk.shown.event_id, '✅');
    await archived(talk);
    const [act] = await until(async () => {
      const rows = await world.sql<{ state: string; how: string; moved_to: string }>(
        `SELECT a.state, a.how, a.moved_to FROM mailbox_acts a JOIN mails m USING (mail)
           WHERE a.kind = 'archive' AND m.message_id = $1 AND a.state = 'done'`,
        [talk.first.messageId],
      );
      return rows.length === 1 ? rows : undefined;
    }, within('the end of the move'));
    assert.deepEqual(act, { state: 'done', how: 'moved', moved_to: 'Archive' });
    // Open again: whatever looked like a person's act would be remarked now.
    await world.barrier(talk);
    await until(
      async () =>
        (
          await world.sql(
            'SELECT FROM mailbox_standing JOIN mails USING (mail) WHERE message_id = $1 AND gone_at IS NOT NULL',
            [talk.first.messageId],
          )
        ).length === 1,
      within('that the mail is seen to be gone'),
    );
    await until(
      async () => (await world.sql('SELECT FROM mailbox_changes WHERE NOT told')).length === 0,
      within('an end of what is to be told'),
    );
    const said = (await world.messages(talk.room)).map((event) => field(event, 'body'));
    assert.ok(!said.some((body) => body.includes('mail program')), said.join('\n'));
  });

  it('remarks what somebody archived, deleted or read in a mail program', async () => {
    const kept = await world.conversation('Kept');
    const thrown = await world.conversation('Thrown');
    const seen = await world.conversation('Seen');
    const known = (talk: Conversation) =>
      until(
        async () =>
          (
            await world.sql('SELECT FROM mailbox_standing JOIN mails USING (mail) WHERE message_id = $1', [
              talk.first.messageId,
            ])
          ).length === 1,
        within('the standing of the mail'),
      );
    for (const talk of [kept, thrown, seen]) await known(talk);
    // As a program does that shows them: the library moves nothing that it was not told of.
    await program.mails();
    await program.move((await mailOf(kept)).uid, 'Archive');
    await program.move((await mailOf(thrown)).uid, 'Trash');
    await program.flag((await mailOf(seen)).uid, '\\Seen');
    const told = await remark(kept.room, 'archived this mail in a mail program');
    assert.equal(field(told, 'msgtype'), 'm.notice');
    await remark(thrown.room, 'deleted this mail in a mail program');
    await until(
      () => signsOn(alice.events, seen.shown.event_id).includes('📖'),
      within('the sign of a mail that was read'),
    );
    // Nothing is lost in the room, and the conversation is open; its ✅ closes it.
    const state = await world.sql<{ state: string }>(
      'SELECT w.state FROM thread_work w JOIN rooms r USING (thread) WHERE r.room = $1',
      [thrown.room],
    );
    assert.equal(state[0]?.state, 'open');
    assert.ok((await world.messages(thrown.room)).some((event) => event.event_id === thrown.shown.event_id));
    await alice.react(kept.room, told.event_id, '✅');
    await remark(kept.room, 'Done.');
  });
});

// After the others: while the bridge is away nothing of theirs is seen.
describe('a mailbox that follows, where the bridge is killed', () => {
  it('goes on where it was killed, and does everything once', async () => {
    const talk = await world.conversation('Killed');
    await alice.react(talk.room, talk.shown.event_id, '✅');
    await world.crashBridge();
    await archived(talk);
    const word = unique('after');
    const other = await world.conversation(word);
    await world.barrier(other);
    const copies = (await archive.mails()).filter(({ parsed }) => parsed.messageId === talk.first.messageId);
    assert.equal(copies.length, 1);
    const said = (await world.messages(talk.room)).filter(isMessage).map((event) => field(event, 'body'));
    assert.ok(!said.some((body) => body.includes('mail program')), said.join('\n'));
  });
});

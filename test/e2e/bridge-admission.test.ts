/** Who enters a room by mail, and what automatic mail does, through the real servers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation, Outsider } from '../support/e2e.ts';
import { Mailbox, until } from '../support/servers.ts';
import type { StoredMail } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    const info = draft.accounts['info'];
    assert.ok(info);
    info.newcomers = 'refused';
    info.lists = 'list-room';
  },
});
const alice = await world.client();

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;
const claimedGhostOf = (address: string): string => `@mail_=claimed=${address.replace('@', '=40')}:matrix.test`;

/** A conversation in which the room has answered, and the mail of that answer as somebody forwards it. */
async function answered(title: string): Promise<{ talk: Conversation; ours: StoredMail }> {
  const talk = await world.conversation(title);
  const word = unique('answer');
  await alice.say(talk.room, word);
  return { talk, ours: await talk.outsider.receives(word) };
}

/** The notice about a newcomer, and the first message of theirs. */
async function forwarded(
  title: string,
): Promise<{ talk: Conversation; ours: StoredMail; eve: Outsider; notice: string }> {
  const { talk, ours } = await answered(title);
  const eve = await world.outsider('Eve Else');
  const word = unique('forwarded');
  await eve.answer(ours, word);
  const shown = await world.says(talk.room, word);
  assert.equal(shown.sender, claimedGhostOf(eve.address));
  const notice = await world.says(talk.room, 'answered a mail that went to somebody else', { by: bot });
  assert.match(field(notice, 'body'), new RegExp(`^⚠ ${eve.address.replace('.', '\\.')} is new here`));
  return { talk, ours, eve, notice: notice.event_id };
}

/** The lobby of an account, which Alice enters. */
async function lobby(account: string, name: string): Promise<string> {
  await world.space(name);
  const find = async () => {
    const [row] = await world.sql<{ room: string }>(
      `SELECT room FROM rooms WHERE kind = 'lobby' AND account = $1 AND state = 'active'`,
      [account],
    );
    if (row === undefined) return undefined;
    await alice.join(row.room);
    return row.room;
  };
  return until(find, { what: `the lobby of ${account}`, within: PATIENCE });
}

describe('who enters a room by mail', { concurrency: AT_ONCE }, () => {
  it('is marked where somebody new answers a forwarded mail, gets nothing, and takes part after a yes', async () => {
    const { talk, ours, eve, notice } = await forwarded('Forward');
    const before = unique('before');
    await alice.say(talk.room, before);
    assert.deepEqual((await talk.outsider.receives(before)).parsed.headers.get('cc'), undefined);

    await alice.react(talk.room, notice, '✅');
    await world.says(talk.room, `${eve.address} takes part`, { by: bot });
    const word = unique('welcomed');
    await eve.answer(ours, word);
    assert.equal((await world.says(talk.room, word)).sender, ghostOf(eve.address));
    const after = unique('after');
    await alice.say(talk.room, after);
    await eve.receives(after);
    assert.equal((await eve.mail.mails()).filter(({ raw }) => raw.includes(before)).length, 0);
  });

  it('is nobody any more after a no', async () => {
    const { talk, ours, eve, notice } = await forwarded('No');
    await alice.react(talk.room, notice, '❌');
    await world.says(talk.room, `Mail of ${eve.address} is not shown`, { by: bot });
    const word = unique('unwanted');
    await eve.answer(ours, word);
    await world.barrier(talk);
    assert.equal((await world.messages(talk.room)).filter((event) => field(event, 'body').includes(word)).length, 0);
  });

  it('is not who is blocked; they are told once, under the null return path, and nobody answers that', async () => {
    const talk = await world.conversation('Block');
    const command = await alice.reply(talk.room, talk.shown.event_id, '!mail block account');
    await world.answered(command, `Blocked in the whole account: ${talk.outsider.address}`);
    const word = unique('blocked');
    await talk.outsider.write({ subject: `Re: ${talk.subject}`, inReplyTo: talk.first.messageId, text: word });
    const told = await talk.outsider.receives('was not delivered to the people behind this address');
    const raw = told.raw.toString();
    assert.match(raw, /^Return-path: <>\r?$/im);
    assert.match(raw, /^Auto-Submitted: auto-replied\r?$/m);
    await talk.outsider.write({ subject: 'Once more', text: word });
    const listed = await alice.say(talk.room, '!mail rules');
    await world.answered(listed, `⛔ ${talk.outsider.address}`);
    const shown = async () => {
      const asked = await alice.say(talk.room, '!mail rules');
      return (
        /: blocked by guest/.test(field(await world.answered(asked, 'Rules'), 'body')) &&
        /· 2: blocked/.test(field(await world.answered(asked, 'Rules'), 'body'))
      );
    };
    await until(shown, { what: 'two mails that were not shown', within: PATIENCE, every: 500 });
    assert.equal((await talk.outsider.mail.mails()).length, 1);
    assert.equal((await world.messages(talk.room)).filter((event) => field(event, 'body').includes(word)).length, 0);
  });

  it('is nobody new where the account refuses them', async () => {
    const info = world.account('info').address;
    const talk = await world.conversation('Refused', { to: info });
    const word = unique('answer');
    await alice.say(talk.room, word);
    const ours = await talk.outsider.receives(word);
    const eve = await world.outsider('Eve Else');
    const refused = unique('refused');
    await eve.answer(ours, refused, { to: info });
    const told = await eve.receives('was not delivered to the people behind this address');
    assert.equal(told.parsed.inReplyTo !== undefined, true);
    assert.equal((await world.messages(talk.room)).filter((event) => field(event, 'body').includes(refused)).length, 0);
  });
});

describe('automatic mail', { concurrency: AT_ONCE }, () => {
  it('is a notice in its thread, and changes nothing about who gets an answer', async () => {
    const { talk, ours } = await answered('Away');
    const word = unique('away');
    await talk.outsider.answer(ours, word, { headers: { 'Auto-Submitted': 'auto-replied' }, subject: 'Out of office' });
    const shown = await world.says(talk.room, word);
    assert.equal(field(shown, 'msgtype'), 'm.notice');
    const next = unique('next');
    await alice.say(talk.room, next);
    assert.equal((await talk.outsider.receives(next)).parsed.inReplyTo, talk.first.messageId);
  });

  it('without a thread is told in the lobby and opens no room', async () => {
    const bob = await world.outsider('Bob Away');
    const word = unique('nothread');
    await bob.write({ subject: `Out of office ${word}`, text: word, headers: { 'Auto-Submitted': 'auto-replied' } });
    const room = await lobby('support', 'Support');
    const shown = await world.says(room, word, { by: bot });
    assert.match(field(shown, 'body'), /^Automatic mail from Bob Away <guest\d+@outside\.test>:/);
    assert.deepEqual(await world.sql('SELECT FROM threads WHERE subject LIKE $1', [`%${word}%`]), []);
  });

  it('to many is gathered: a room for each list where the account says so, one for what needs no answer', async () => {
    const to = world.account('info').address;
    const list = unique('list');
    const headers = { 'List-Id': `${list} <${list}.lists.test>`, 'List-Post': `<mailto:${list}@lists.test>` };
    const [one, two] = [await world.outsider('One Writer'), await world.outsider('Two Writer')];
    const [first, second] = [unique('first'), unique('second')];
    await one.write({ to, subject: first, text: first, headers });
    await two.write({ to, subject: second, text: second, headers });
    const room = await world.enter(list);
    await world.says(room, second);
    await world.says(room, first);
    const said = await alice.say(room, 'To whom?');
    await world.answered(said, 'as a reply to the message that you want to answer');

    const news = unique('news');
    await one.write({ to, subject: news, text: news, headers: { 'List-Unsubscribe': '<mailto:leave@news.test>' } });
    await world.says(await world.enter('Newsletters'), news);
  });

  it('moved from Junk to the inbox is new', async () => {
    const word = unique('junk');
    const account = world.account('support');
    const program = await Mailbox.open(world.environment, account);
    await program.make('Junk');
    const from = 'newbie@outside.test';
    const raw =
      `Date: Mon, 1 Jan 2024 10:00:00 +0000\r\nMessage-ID: <${word}@outside.test>\r\nFrom: ` +
      `${from}\r\nTo: ${account.address}\r\nSubject: ${word}\r\n\r\n${word}\r\n`;
    await program.append('Junk', Buffer.from(raw), []);
    await program.close();
    const junk = await Mailbox.open(world.environment, account, { folder: 'Junk' });
    const { uid } = await junk.waitFor((mail) => mail.raw.includes(word), {
      what: 'the mail in Junk',
      within: PATIENCE,
    });
    // Whatever arrives after it is shown first: Junk is not watched.
    await world.conversation('Meanwhile');
    assert.deepEqual(await world.sql('SELECT FROM threads WHERE subject = $1', [word]), []);
    await junk.move(uid, 'INBOX');
    await junk.close();
    await world.says(await world.enter(word), word);
  });
});

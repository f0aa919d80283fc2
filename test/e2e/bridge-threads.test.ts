/**
 * Which thread a mail belongs to: rows of the table of `decideThread`, with real mail programs' headers, through the
 * real servers.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { programFile } from '../../tools/built.ts';
import { AT_ONCE, bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { referencedIds, until } from '../support/servers.ts';

const main = programFile('main.ts');
const run = promisify(execFile);

const world = await World.start({
  configure: ({ accounts }) => {
    for (const account of Object.values(accounts)) account.plus_addresses = 'on';
    // There people outside are of one organisation.
    if (accounts['info'] !== undefined) accounts['info'].shared_domains = [];
  },
});
const alice = await world.client();

/** Alice answers; the mail as the outsider has it. */
async function answered(talk: Conversation) {
  const word = unique('answer');
  await alice.say(talk.room, word);
  return talk.outsider.receives(word);
}

/** In which room a word of somebody outside stands. */
async function roomOf(word: string): Promise<string> {
  return (await world.says(null, word)).room_id;
}

/** How the bot says that a message came where it is. */
async function why(word: string): Promise<string> {
  const shown = await world.says(null, word);
  const asked = await alice.reply(shown.room_id, shown.event_id, '!mail why');
  return field(await world.answered(asked, 'In this conversation'), 'body');
}

describe('the thread of a mail', { concurrency: AT_ONCE }, () => {
  it('follows our own ids as Thunderbird, Outlook and Lotus Notes name them', async () => {
    const talk = await world.conversation('Programs');
    const own = (await answered(talk)).parsed.messageId ?? '';
    const subject = `Re: ${talk.subject}`;
    const rows = [
      { inReplyTo: own, references: `${talk.first.messageId} ${own}` },
      { inReplyTo: own },
      { references: `${talk.first.messageId} ${own}` },
    ];
    for (const ids of rows) {
      const word = unique('program');
      await talk.outsider.write({ subject, text: word, ...ids });
      assert.equal(await roomOf(word), talk.room);
    }
  });

  it('takes a follow-up by the id of the first mail', async () => {
    const talk = await world.conversation('Follow-up');
    const word = unique('follow');
    await talk.outsider.write({ subject: `Re: ${talk.subject}`, inReplyTo: talk.first.messageId, text: word });
    assert.equal(await roomOf(word), talk.room);
    assert.match(await why(word), /it answers a mail of this conversation, and its sender takes part/);
  });

  it('never goes by the subject alone', async () => {
    const talk = await world.conversation('Subject');
    const word = unique('alone');
    await talk.outsider.write({ subject: `Re: ${talk.subject}`, text: word });
    assert.notEqual(await until(() => roomOfMail(word), { what: word, within: PATIENCE }), talk.room);
  });

  it('parts a changed subject that quotes nothing, with a link in both rooms', async () => {
    const talk = await world.conversation('Topic');
    const word = unique('holidays');
    await talk.outsider.write({ subject: word, inReplyTo: talk.first.messageId, text: 'Something else.' });
    const room = await world.enter(word);
    assert.notEqual(room, talk.room);
    const there = await world.says(talk.room, 'began a conversation of its own');
    assert.match(field(there, 'formatted_body'), /href="https:\/\/matrix\.to\/#\/%23mailroom_/);
    await world.says(room, 'answers another conversation');
  });

  it('shows an unchecked stranger who names a mail from a public archive in a room of their own', async () => {
    const talk = await world.conversation('Archive');
    const word = unique('stranger');
    await world.forge({
      from: { name: 'Mallory', address: 'mallory@evil.test' },
      subject: `Re: ${talk.subject} ${word}`,
      inReplyTo: talk.first.messageId,
      text: word,
    });
    const room = await world.enter(word);
    assert.notEqual(room, talk.room);
    await world.says(talk.room, 'takes no part in this conversation');
  });

  it('marks in its room who names a mail of others and passes the check, and answers them nothing', async () => {
    const talk = await world.conversation('Copied');
    const erin = await world.outsider('Erin');
    const word = unique('copied');
    await erin.write({ subject: `Re: ${talk.subject}`, inReplyTo: talk.first.messageId, text: word });
    const shown = await world.says(talk.room, word);
    assert.equal(shown.sender, `@mail_=claimed=${erin.address.replace('@', '=40')}:matrix.test`);
    await world.says(talk.room, `${erin.address} is new here`, { by: bot });
    assert.match(await why(word), /its sender took no part yet, but is verified/);
    const next = unique('next');
    await alice.say(talk.room, next);
    const ours = await talk.outsider.receives(next);
    assert.deepEqual([ours.parsed.inReplyTo, ours.parsed.cc], [talk.first.messageId, undefined]);
  });

  it('shows a colleague of a participant unmarked, and answers once a participant names them', async () => {
    const to = world.account('info').address;
    const talk = await world.conversation('Colleague', { to });
    const vito = await world.outsider('Vito');
    const word = unique('colleague');
    const ids = { inReplyTo: talk.first.messageId, references: talk.first.messageId };
    await vito.write({ to: [to, talk.outsider.address], subject: `Re: ${talk.subject}`, text: word, ...ids });
    const shown = await world.says(talk.room, word);
    assert.equal(shown.sender, `@mail_${vito.address.replace('@', '=40')}:matrix.test`);
    await world.says(talk.room, `${vito.address} wrote here for the first time`, { by: bot });
    assert.match(await why(word), /is of the same organisation as somebody who does/);
    const before = unique('before');
    await alice.say(talk.room, before);
    assert.equal((await talk.outsider.receives(before)).parsed.inReplyTo, talk.first.messageId);
    const named = unique('named');
    await talk.outsider.write({ to, cc: vito.address, subject: `Re: ${talk.subject}`, text: named, ...ids });
    await world.says(talk.room, named);
    const after = unique('after');
    await alice.say(talk.room, after);
    await vito.receives(after);
    assert.equal((await vito.mail.mails()).filter(({ raw }) => raw.includes(before)).length, 0);
  });

  it('marks a colleague whom nobody checked', async () => {
    const to = world.account('info').address;
    const talk = await world.conversation('Unchecked', { to });
    const word = unique('unchecked');
    const address = 'somebody@outside.test';
    const ids = { inReplyTo: talk.first.messageId };
    await world.forge({ to, from: { name: 'Some', address }, subject: `Re: ${talk.subject}`, text: word, ...ids });
    const shown = await world.says(talk.room, word);
    assert.equal(shown.sender, `@mail_=claimed=${address.replace('@', '=40')}:matrix.test`);
  });

  it('shows somebody new who answers a mail of ours in its room', async () => {
    const talk = await world.conversation('Forwarded');
    const ours = await answered(talk);
    const erin = await world.outsider('Erin');
    const word = unique('new');
    await erin.answer(ours, word);
    const shown = await world.says(talk.room, word);
    assert.match(await why(word), /it answers a mail that was sent from this conversation/);
    assert.notEqual(shown.sender, talk.ghost);
  });

  it('lets no forged copy of a known id suppress the real mail', async () => {
    const [word, forged] = [unique('real'), unique('forged')];
    const messageId = `<${unique('id')}@outside.test>`;
    await world.forge({ from: 'someone@elsewhere.test', subject: `Bill ${forged}`, messageId, text: forged });
    await world.enter(forged);
    const olga = await world.outsider('Olga');
    await olga.write({ subject: `Letter ${word}`, messageId, text: word });
    const room = await world.enter(word);
    await world.says(room, word);
  });

  it('shows a list copy beside the direct copy once', async () => {
    const talk = await world.conversation('List');
    const word = unique('list');
    const mail = {
      subject: `Re: ${talk.subject}`,
      inReplyTo: talk.first.messageId,
      messageId: `<${word}@outside.test>`,
      date: new Date(),
      text: word,
    };
    await talk.outsider.write(mail);
    assert.equal(await roomOf(word), talk.room);
    await talk.outsider.write({ ...mail, headers: { 'List-Id': '<dev.lists.test>' } });
    await world.barrier(talk);
    const seen = (await world.messages(talk.room)).filter((event) => field(event, 'body').includes(word));
    assert.equal(seen.length, 1);
  });

  it('takes a parent that comes after its reply', async () => {
    const outsider = await world.outsider('Late');
    const [reply, parent] = [unique('reply'), unique('parent')];
    const id = `<${parent}@outside.test>`;
    await outsider.write({ subject: `Re: Late ${reply}`, inReplyTo: id, text: reply });
    const room = await world.enter(reply);
    await outsider.write({ subject: `Late ${reply}`, messageId: id, text: parent });
    assert.equal(await roomOf(parent), room);
    assert.match(await why(parent), /that came before answers this one/);
  });

  it('shows one mail to two accounts once in each', async () => {
    const outsider = await world.outsider('Both');
    const word = unique('both');
    await outsider.write({ to: 'support@mailroom.test, info@mailroom.test', subject: word, text: word });
    const rows = await until(
      async () => {
        const found = await world.sql<{ account: string }>(
          `SELECT m.account FROM messages m JOIN matrix_sends s USING (message)
           WHERE m.facts ->> 'subject' = $1 AND s.state = 'sent' AND s.purpose = 'part' AND s.part = 0 ORDER BY 1`,
          [word],
        );
        return found.length === 2 ? found : undefined;
      },
      { what: 'the mail in two accounts', within: PATIENCE },
    );
    assert.deepEqual(rows, [{ account: 'info' }, { account: 'support' }]);
  });

  it('follows what a member moves', async () => {
    const talk = await world.conversation('Wrong');
    const other = await world.conversation('Right');
    const shown = await world.says(talk.room, `About ${talk.subject}`);
    const asked = await alice.reply(talk.room, shown.event_id, `!mail move ${other.room}`);
    await world.answered(asked, 'One mail is now in');
    const again = await world.says(other.room, `About ${talk.subject}`);
    assert.equal(again.sender, talk.ghost);
    await world.answered(shown.event_id, 'Moved to');
    const word = unique('moved');
    await talk.outsider.write({ subject: `Re: ${talk.subject}`, inReplyTo: talk.first.messageId, text: word });
    assert.equal(await roomOf(word), other.room);
  });

  it('follows the token of our address for answers once check has proved that such mail arrives', async () => {
    const talk = await world.conversation('Token');
    assert.equal((await answered(talk)).parsed.replyTo, undefined, 'nothing is proved yet');
    const { configFile } = world.environment.mailroom;
    const { stdout } = await run(process.execPath, [main, 'check', '--config', configFile], { timeout: 120_000 });
    assert.match(stdout, /^ok {4}support plus +mail to support\+…@mailroom\.test arrives; answers go there$/m);
    const ours = await answered(talk);
    const address = ours.parsed.replyTo?.value[0]?.address ?? '';
    assert.match(address, /^support\+[a-z2-7]{27}@mailroom\.test$/);
    assert.deepEqual(referencedIds(ours.parsed).includes(talk.first.messageId), true);
    const word = unique('token');
    await talk.outsider.write({ to: address, subject: `Re: ${talk.subject}`, text: word });
    assert.equal(await roomOf(word), talk.room);
    assert.match(await why(word), /the address that our mails of this conversation name/);
    const probes = await world.sql(`SELECT FROM threads WHERE subject LIKE 'Mailroom tries%'`);
    assert.equal(probes.length, 0, 'a probe is no conversation');
    const later = await answered(talk);
    assert.ok(!(later.parsed.headers.get('to') === undefined));
    assert.deepEqual(
      [later.parsed.to].flat().flatMap((one) => one?.value.map((person) => person.address) ?? []),
      [talk.outsider.address],
      'our own address with a token is no recipient',
    );
  });
});

/** The room of the mail with this text, by the database: nobody has to be in it. */
async function roomOfMail(word: string): Promise<string | undefined> {
  const [row] = await world.sql<{ room: string }>(
    `SELECT r.room FROM matrix_sends s JOIN rooms r ON r.thread = s.thread
     WHERE s.state = 'sent' AND s.content ->> 'body' LIKE '%' || $1 || '%'`,
    [word],
  );
  return row?.room;
}

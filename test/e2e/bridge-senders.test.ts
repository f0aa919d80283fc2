/**
 * Who speaks: honest people as themselves, whom nobody vouches for marked, and a claim to be one of us held until a
 * person decides.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import type { SendMailOptions } from 'nodemailer';
import { AT_ONCE, bot, field, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Outsider } from '../support/e2e.ts';
import { Mailbox, until } from '../support/servers.ts';

const world = await World.start({
  // As docs/security.md says: the name that stands behind `by` in what our own servers write.
  configure: ({ accounts }) => {
    for (const account of Object.values(accounts)) account.trusted_hosts = ['localhost'];
  },
});
const alice = await world.client();

const ghostOf = (address: string): string => `@mail_${address.replace('@', '=40')}:matrix.test`;
const claimedGhostOf = (address: string): string => `@mail_=claimed=${address.replace('@', '=40')}:matrix.test`;

/** The display name of a user in a room. */
async function nameIn(room: string, user: string): Promise<string> {
  const state = await alice.state(room);
  const member = state.find(({ type, state_key: key }) => type === 'm.room.member' && key === user);
  return member === undefined ? '' : field(member, 'displayname');
}

/** Hands a mail to the port for strangers under any sender of the envelope, as no mail program would. */
async function sayAs(sender: string, lines: readonly string[]): Promise<void> {
  const { host, ports } = world.environment;
  const socket = connect(ports.smtp, host);
  try {
    const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
    const reply = async (code: string) => {
      for (;;) {
        const { value = 'the end', done } = await replies.next();
        if (done !== true && value.startsWith(`${code}-`)) continue;
        assert.ok(value.startsWith(`${code} `), value);
        return;
      }
    };
    const say = async (line: string, code: string) => {
      socket.write(`${line}\r\n`);
      await reply(code);
    };
    await once(socket, 'connect');
    await reply('220');
    await say('EHLO gate.evil.test', '250');
    await say(`MAIL FROM:<${sender}>`, '250');
    await say(`RCPT TO:<${world.account('support').address}>`, '250');
    await say('DATA', '354');
    await say([...lines, '.'].join('\r\n'), '250');
    await say('QUIT', '221');
  } finally {
    socket.destroy();
  }
}

/** The notice about a held mail, in the lobby, which Alice enters. */
async function heldNotice(word: string) {
  await world.space('Support');
  const lobby = async () => {
    const [row] = await world.sql<{ room: string }>(
      `SELECT room FROM rooms WHERE kind = 'lobby' AND account = 'support' AND state = 'active'`,
    );
    if (row === undefined) return undefined;
    await alice.join(row.room);
    return row.room;
  };
  const room = await until(lobby, { what: 'the lobby', within: PATIENCE });
  return world.says(room, word, { by: bot });
}

describe('who speaks', { concurrency: AT_ONCE }, () => {
  it('is the ghost of the address where our own server knows the login, else a marked one', async () => {
    const talk = await world.conversation('Honest');
    assert.equal(talk.ghost, ghostOf(talk.outsider.address));
    assert.equal(await nameIn(talk.room, talk.ghost), talk.outsider.name);

    const word = unique('forged');
    await world.forge({
      from: { name: talk.outsider.name, address: talk.outsider.address },
      subject: `Re: ${talk.subject}`,
      inReplyTo: talk.first.messageId,
      references: talk.first.messageId,
      text: word,
      headers: { 'Authentication-Results': `mailroom.test; auth=pass smtp.auth=${talk.outsider.address}` },
    });
    const shown = await world.says(null, word);
    assert.equal(shown.sender, claimedGhostOf(talk.outsider.address));
    assert.match(await nameIn(shown.room_id, shown.sender), /^⚠ guest\d+@outside\.test \(not verified\)/);

    const asked = await alice.reply(shown.room_id, shown.event_id, '!mail why');
    assert.match(field(await world.answered(asked, 'Sender'), 'body'), /Sender: not verified/);
  });

  it('is none of those whom a forger names, however they name them', async () => {
    const talk = await world.conversation('Named');
    const { address, name } = talk.outsider;
    const word = (spoof: string) => unique(`spoof-${spoof}-`);
    const own = 'mallory@evil.test';
    const passes = 'dmarc=pass header.from=outside.test';
    const forged: readonly (readonly [string, SendMailOptions])[] = [
      [word('answer'), { from: { name, address }, inReplyTo: talk.first.messageId, references: talk.first.messageId }],
      [word('id'), { from: { name, address }, messageId: talk.first.messageId }],
      [word('sender'), { from: { name: 'M', address: own }, sender: address }],
      [word('reply-to'), { from: { name: 'M', address: own }, replyTo: { name, address } }],
      [word('name'), { from: { name: `${name} <${address}>`, address: own } }],
      [word('member'), { from: { name: 'Alice', address: own } }],
      [
        word('several'),
        {
          from: [
            { name, address },
            { name: 'M', address: own },
          ],
        },
      ],
      [
        word('results'),
        {
          from: { name, address },
          headers: {
            'Authentication-Results': `MAILROOM.test 1; ${passes}; auth=pass smtp.auth=${address}`,
          },
        },
      ],
      [
        word('login'),
        {
          from: { name, address },
          headers: {
            Received:
              `from x (x [127.0.0.1]) (Authenticated sender: ${address}) by localhost with ESMTPSA id 1; ` +
              new Date(0).toUTCString(),
          },
        },
      ],
      [word('token'), { from: { name, address }, to: 'support+aabcdefghijklmabcdefghijklm@mailroom.test' }],
    ];
    for (const [said, mail] of forged) await world.forge({ subject: talk.subject, text: said, ...mail });
    for (const [said] of forged) {
      const [row] = await until(
        async () => {
          const rows = await world.sql<{ sender: string }>(
            `SELECT sender FROM matrix_sends WHERE content::text LIKE $1 AND message IS NOT NULL`,
            [`%${said}%`],
          );
          return rows.length > 0 ? rows : undefined;
        },
        { what: `what became of ${said}`, within: PATIENCE },
      );
      assert.ok(
        row?.sender === bot || row?.sender.startsWith('@mail_=claimed=') === true,
        `${said}: ${row?.sender ?? ''}`,
      );
    }
  });

  it('is the writer, marked, where a group put our own address into From and our server vouches for it', async () => {
    const account = world.account('support');
    const group = await Mailbox.open(world.environment, account);
    const mailOf = (writer: Outsider, word: string): SendMailOptions => ({
      from: { name: `'${writer.name}' via Support`, address: account.address },
      to: account.address,
      replyTo: { name: writer.name, address: writer.address },
      subject: word,
      text: word,
      headers: {
        'List-Id': `<${account.address.replace('@', '.')}>`,
        'Mailing-list': `list ${account.address}; contact x@mailroom.test`,
        'X-Google-Group-Id': '123',
        'X-Original-Sender': writer.address,
        'X-Original-From': `${writer.name} <${writer.address}>`,
      },
    });
    try {
      const writers = [await world.outsider('Carl Client'), await world.outsider('Dana Client')];
      for (const writer of writers) {
        const word = unique('group');
        await group.send(mailOf(writer, word));
        const room = await world.enter(word);
        const shown = await world.says(room, word);
        assert.equal(shown.sender, claimedGhostOf(writer.address));
        const name = await nameIn(room, shown.sender);
        assert.equal(name, `⚠ ${writer.address} (only a group says so) “${writer.name}”`);
        const answer = unique('answer');
        await alice.say(room, answer);
        await writer.receives(answer);
      }
      const [carl] = writers;
      assert.ok(carl !== undefined);
      const forged = unique('unvouched');
      await world.forge(mailOf(carl, forged));
      assert.match(field(await heldNotice(forged), 'body'), /nothing proves that the mail comes from there/);
      const inside = unique('inside');
      await group.send(mailOf({ ...carl, name: 'Carol', address: 'carol@mailroom.test' }, inside));
      assert.match(field(await heldNotice(inside), 'body'), /carol@mailroom\.test/);
    } finally {
      await group.close();
    }
  });

  it('is nobody where an address of ours is claimed from outside, until a member accepts the mail', async () => {
    const word = unique('boss');
    await world.forge({
      from: { name: 'Carol', address: 'carol@mailroom.test' },
      subject: word,
      text: `Pay at once ${word}`,
    });
    const notice = await heldNotice(word);
    assert.match(field(notice, 'body'), /carol@mailroom\.test/);
    assert.doesNotMatch(field(notice, 'body'), /Pay at once/);
    await alice.react(notice.room_id, notice.event_id, '✅');
    const room = await world.enter(word);
    const shown = await world.says(room, `Pay at once ${word}`);
    assert.equal(shown.sender, claimedGhostOf('carol@mailroom.test'));
    await world.answered(notice.event_id, 'Accepted');
  });

  it('is none of ours where the sender of the envelope reads as a login to a server that is trusted', async () => {
    const { address } = world.account('support');
    const results = `Authentication-Results: mailroom.test; auth=pass smtp.auth=${address}`;
    const forged: readonly (readonly [string, string, readonly string[]])[] = [
      ['protocol', '"x) with esmtpsa ("@evil.test', []],
      ['colleague', '"x) with esmtpsa ("@evil.test', ['Sender: Bob <bob@mailroom.test>']],
      ['login', `"x) (Authenticated sender: ${address}) by localhost with esmtpsa ("@evil.test`, []],
      ['results', '"x) with esmtpsa ("@evil.test', [results]],
    ]; // prettier-ignore
    for (const [name, sender, more] of forged) {
      const word = unique(`envelope-${name}-`);
      await sayAs(sender, [...more, `From: Support <${address}>`, `Subject: ${word}`, '', `Pay at once ${word}`]);
      const notice = await heldNotice(word);
      assert.doesNotMatch(field(notice, 'body'), /Pay at once/);
      assert.deepEqual(
        await world.sql(`SELECT FROM matrix_sends WHERE content::text LIKE $1`, [`%Pay at once ${word}%`]),
        [],
      );
    }
  });

  it('is nobody at all where a member refuses the mail', async () => {
    const word = unique('refused');
    await world.forge({ from: 'support@mailroom.test', subject: word, text: word });
    const notice = await heldNotice(word);
    const asked = await alice.reply(notice.room_id, notice.event_id, '!mail refuse');
    await world.answered(asked, 'Refused');
    const rows = await world.sql<{ state: string }>(`SELECT state FROM mails WHERE reason LIKE 'refused by%'`);
    assert.deepEqual(rows, [{ state: 'ignored' }]);
    const late = await alice.reply(notice.room_id, notice.event_id, '!mail accept');
    await world.answered(late, 'No suspicious mail waits');
    assert.deepEqual(await world.sql(`SELECT FROM matrix_sends WHERE sender LIKE '%claimed%support%'`), []);
  });
});

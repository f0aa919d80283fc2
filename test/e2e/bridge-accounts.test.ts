import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { AT_ONCE, bot, field, mentioned, PATIENCE, unique, World } from '../support/e2e.ts';
import type { Conversation } from '../support/e2e.ts';
import { Mailbox, referencedIds, until } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    // Little enough that a mail of a few megabytes cannot be read with it, on any machine.
    draft.limits = { parse_memory: '64 MiB' };
    draft.times = { account_trouble: '1s' };
  },
});
const alice = await world.client();

/** A mail that a colleague wrote in a mail program, as it lies in Sent. */
function colleagueMail(to: string, subject: string, text: string, ...more: string[]): { id: string; raw: Buffer } {
  const id = `<${unique()}@laptop.mailroom.test>`;
  const lines = [
    `Message-ID: ${id}`,
    'From: Clara at Support <support@mailroom.test>',
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    ...more,
    '',
    text,
    '',
  ];
  return { id, raw: Buffer.from(lines.join('\r\n')) };
}

/** Files a mail into Sent of the account, as another mail program does. */
async function file(raw: Buffer): Promise<void> {
  const program = await Mailbox.open(world.environment, world.account('support'));
  try {
    await program.append('Sent', raw);
  } finally {
    await program.close();
  }
}

describe('Sent', { concurrency: AT_ONCE }, () => {
  it("shows a colleague's answer from a mail program as the account's, and mails it to nobody", async () => {
    const { outsider, room, first, subject } = await world.conversation('Colleague');
    const references = [`In-Reply-To: ${first.messageId}`, `References: ${first.messageId}`];
    const { id, raw } = colleagueMail(outsider.address, `Re: ${subject}`, 'From my laptop.', ...references);
    await file(raw);
    const shown = await world.says(room, 'From my laptop.');
    assert.equal(shown.sender, bot);
    assert.match(field(shown, 'body'), /^Clara at Support/);
    await alice.say(room, 'What Clara says.');
    const { parsed } = await outsider.receives('What Clara says.');
    assert.ok(referencedIds(parsed).includes(first.messageId));
    assert.deepEqual(
      (await outsider.mail.mails()).map((mail) => mail.parsed.messageId),
      [parsed.messageId],
    );
    const word = unique();
    await outsider.write({ subject: `Re: ${subject}`, inReplyTo: id, references: id, text: word });
    await world.says(room, word);
  });

  it('makes a room of a thread that a colleague begins, and answers its recipients', async () => {
    const outsider = await world.outsider('Bruno Begun');
    const word = unique('begun');
    const { id, raw } = colleagueMail(outsider.address, word, 'May I ask something?');
    await file(raw);
    const room = await world.enter(word);
    await world.says(room, 'May I ask something?');
    await alice.say(room, 'One more thing.');
    const { parsed } = await outsider.receives('One more thing.');
    assert.equal(parsed.inReplyTo, id);
    assert.equal((await outsider.mail.mails()).length, 1);
  });

  it('takes a mail of ours that comes back unchanged for our own, and a changed one for what it is', async () => {
    const talk = await world.conversation('Echo');
    const { outsider, room } = talk;
    await alice.say(room, 'Around the world.');
    const { raw } = await outsider.receives('Around the world.');
    await world.environment.dovecot.save('support@mailroom.test', 'INBOX', raw);
    const forged = raw.toString('latin1').replaceAll('Around the world.', 'Pay to another account.');
    await world.environment.dovecot.save('support@mailroom.test', 'INBOX', Buffer.from(forged, 'latin1'));
    const shown = await world.says(room, 'Pay to another account.');
    assert.notEqual(shown.sender, '@alice:matrix.test');
    await world.barrier(talk);
    const said = (await world.messages(room)).filter((event) => field(event, 'body').includes('Around the world.'));
    assert.deepEqual(
      said.map(({ sender }) => sender),
      ['@alice:matrix.test'],
    );
  });
});

describe('the intake', { concurrency: AT_ONCE }, () => {
  const url = `${world.environment.mailroom.appserviceUrl}/_matrix/app/v1/transactions`;
  const put = (body: string, token: string) =>
    fetch(`${url}/${unique('txn')}`, { method: 'PUT', body, headers: { authorization: `Bearer ${token}` } });
  const token = async () => {
    const text = await readFile(world.environment.mailroom.registrationFile, 'utf8');
    return z.object({ hs_token: z.string() }).parse(parse(text)).hs_token;
  };

  it('refuses a wrong token with 403 and a line in the log', async () => {
    const answer = await put('{"events":[]}', 'wrong');
    assert.equal(answer.status, 403);
    assert.equal(z.object({ errcode: z.string() }).parse(await answer.json()).errcode, 'M_FORBIDDEN');
    assert.equal((await fetch(`${url}/1`, { method: 'PUT', body: '{}' })).status, 403);
    const log = await readFile(world.environment.mailroom.server.logFile, 'utf8');
    assert.match(log, /wrong homeserver token/);
    assert.equal(log.includes(await token()), false);
  });

  it('keeps what is no JSON as poison, acknowledges it, and shows it by a metric', async () => {
    const before = await world.metric('mailroom_poison');
    assert.equal((await put('{"events":[', await token())).status, 200);
    assert.equal((await put('{"events":[{"no":"ids"}]}', await token())).status, 200);
    assert.equal(await world.metric('mailroom_poison'), before + 2);
    await world.conversation('After the poison');
  });
});

describe('the mailbox', () => {
  it('announces a mail that cannot be read, with its original, keeps it in quarantine, and goes on', async () => {
    const word = unique('bomb');
    const raw = Buffer.from(
      [
        `Message-ID: <${word}@outside.test>`,
        'From: Boris Bomb <boris@outside.test>',
        'To: info@mailroom.test',
        `Subject: ${word}`,
        'Content-Type: text/html',
        '',
        '<table><tr><td><b>a</b></td></tr></table>'.repeat(190_000),
        '',
      ].join('\r\n'),
    );
    await world.environment.dovecot.save('info@mailroom.test', 'INBOX', raw);
    const behind = await world.outsider('Bea Behind');
    const next = unique('next');
    await behind.write({ to: 'info@mailroom.test', subject: next, text: next });
    await world.says(await world.enter(next), next);
    const room = await world.enter(word);
    const told = await world.says(room, 'could not be read');
    assert.equal(told.sender, bot);
    const file = await alice.waitFor((event) => event.room_id === room && event.content['url'] !== undefined, {
      what: 'the original',
      within: PATIENCE,
    });
    assert.ok(raw.equals(await alice.download(field(file, 'url'))), 'byte for byte');
    assert.equal(await world.metric('mailroom_account_quarantined{account="info"}'), 1);
  });

  it('replays nothing when its UIDVALIDITY changes, and goes on', async () => {
    const talks: Conversation[] = [await world.conversation('Validity one'), await world.conversation('Validity two')];
    await alice.say(talks[0]?.room ?? '', 'In between.');
    await talks[0]?.outsider.receives('In between.');
    const counts = async () => {
      const [row] = await world.sql<{ rooms: number; messages: number }>(
        `SELECT (SELECT count(*) FROM rooms)::int AS rooms,
           (SELECT count(*) FROM messages WHERE direction <> 'out')::int AS messages`,
      );
      assert.ok(row);
      return row;
    };
    const before = await counts();
    const { dovecot } = world.environment;
    for (const folder of ['INBOX', 'Sent'])
      await dovecot.setUidValidity('support@mailroom.test', folder, 1_999_999_999);
    await dovecot.kick('support@mailroom.test');
    const talk = await world.conversation('Validity three');
    await alice.say(talk.room, 'Still mailed.');
    await talk.outsider.receives('Still mailed.');
    // The copy of that mail is found behind all that lay in Sent before.
    await until(
      async () =>
        (
          await world.sql(
            `SELECT FROM outgoing WHERE thread = (SELECT thread FROM rooms WHERE room = $1) AND copied_at IS NOT NULL`,
            [talk.room],
          )
        ).length === 1,
      { what: 'the copy in Sent', within: PATIENCE },
    );
    await world.barrier(talk);
    assert.deepEqual(await counts(), { rooms: before.rooms + 1, messages: before.messages + 2 });
  });

  it('whose login is refused both ways is told at once, and reads and sends with a new password', async () => {
    const { environment } = world;
    const states = () =>
      world.sql<{ account: string; state: string; failures: number }>(
        'SELECT account, state, login_failures AS failures FROM accounts ORDER BY account',
      );
    await world.space('Info');
    const talk = await world.conversation('Both ways', { to: 'info@mailroom.test' });
    const password = unique('changed');
    await environment.users.add([{ address: 'info@mailroom.test', password }]);
    await environment.dovecot.kick('info@mailroom.test');
    const lobby = await world.enter('Info – Moderators');
    const told = await world.says(lobby, 'refuses this mailbox’s login');
    assert.equal(told.sender, bot);
    assert.deepEqual(await states(), [
      { account: 'info', state: 'bad-credentials', failures: 1 },
      { account: 'support', state: 'connected', failures: 0 },
    ]);
    assert.equal(await world.metric('mailroom_account_state{account="info",state="bad-credentials"}'), 1);
    assert.match(
      await readFile(environment.mailroom.server.logFile, 'utf8'),
      / error login refused account=info refusals=1/,
    );
    const said = await alice.say(talk.room, 'While nothing leaves.');
    await world.says(lobby, 'refuses the login for sending');
    await world.signed(said, '⏳');
    assert.deepEqual(mentioned(await world.answered(said, 'refuses the login for sending')), []);
    assert.match(
      field(await world.answered(await alice.say(talk.room, '!mail status'), 'Nothing is mailed'), 'body'),
      /It says: 535/,
    );
    assert.equal(await world.metric('mailroom_account_out_state{account="info",state="bad-credentials"}'), 1);
    const ready = await fetch(`${environment.mailroom.observabilityUrl}/ready`);
    assert.equal(ready.status, 200);
    assert.match(await ready.text(), /"account:info:out":"failed \(login\)"/);
    const missed = await world.outsider('Mia Missed');
    const word = unique('missed');
    await missed.write({ to: 'info@mailroom.test', subject: word, text: word });
    await world.conversation('Meanwhile');

    await environment.reconfigure((draft) => {
      const info = draft.accounts['info'];
      assert.ok(info);
      info.imap.password = password;
      info.smtp.password = password;
    });
    // Without a restart: the files of the config are looked at again.
    await talk.outsider.receives('While nothing leaves.');
    await world.signed(said, '✔️');
    await world.says(lobby, 'Mail leaves again');
    const log = await readFile(environment.mailroom.server.logFile, 'utf8');
    assert.equal(log.split('login refused by the mail server for sending').length, 2, 'one line where it began');
    assert.equal(log.split('the mail server for sending is back').length, 2, 'and one where it ended');
    await world.says(await world.enter(word), word);
    await until(async () => (await states()).every(({ state }) => state === 'connected'), {
      what: 'both accounts connected',
      within: PATIENCE,
    });
  });
});

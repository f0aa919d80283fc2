import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { field, isMessage, PATIENCE, unique, World } from '../support/e2e.ts';
import type { SeenEvent } from '../support/servers.ts';

const world = await World.start({
  configure: (draft) => {
    draft.limits = { mail_size: '64 MiB' };
  },
});
const alice = await world.client();

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A file by its name; waits for it. */
const file = (name: string): Promise<SeenEvent> =>
  alice.waitFor(
    (event) =>
      isMessage(event) &&
      event.content['url'] !== undefined &&
      (event.content['filename'] ?? event.content['body']) === name,
    { what: `the file ${name}`, within: PATIENCE },
  );

/** Puts a mail into the account's mailbox as these bytes; resolves with the room that comes of it. */
async function put(word: string, raw: Buffer | string): Promise<string> {
  await world.environment.dovecot.save('support@mailroom.test', 'INBOX', raw);
  return world.enter(word);
}

const head = (subject: string, ...more: string[]): string =>
  [
    `Message-ID: <${unique()}@outside.test>`,
    'From: Odd <odd@outside.test>',
    'To: support@mailroom.test',
    `Subject: ${subject}`,
    'Date: Mon, 1 Jan 2024 10:00:00 +0000',
    ...more,
    '',
    '',
  ].join('\r\n');

/**
 * Puts a mail that is made to stop everybody, and an honest one behind it. The process answers all the while (a request
 * to it takes less than a second and a half), until the honest mail has its room and the other one is shown.
 */
async function putWithOther(attack: Buffer | string, shown: () => Promise<unknown>): Promise<void> {
  const word = unique('honest');
  await world.environment.dovecot.save('support@mailroom.test', 'INBOX', attack);
  const outsider = await world.outsider('Hanna Honest');
  await outsider.write({ subject: word, text: 'Meanwhile.' });
  let slowest = 0;
  const over = new AbortController();
  const seen = Promise.all([world.enter(word), shown()]).finally(() => over.abort());
  while (!over.signal.aborted) {
    const asked = performance.now();
    await world.environment.mailroom.metrics();
    slowest = Math.max(slowest, performance.now() - asked);
  }
  const [room] = await seen;
  await world.says(room, 'Meanwhile.');
  assert.ok(slowest < 1_500, `${slowest} ms`);
}

describe('attack: mails that are slow to read', () => {
  it('a megabyte of 0xff as sound is a recording, and stops nobody', async () => {
    const word = unique('sound');
    const name = `${word}.mp3`;
    const body = Buffer.alloc(2 ** 20, 0xff)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n');
    await putWithOther(
      head(
        word,
        `Content-Type: audio/mpeg; name="${name}"`,
        'Content-Disposition: attachment',
        'Content-Transfer-Encoding: base64',
      ).concat(body, '\r\n'),
      async () => {
        await world.enter(word);
        assert.equal((await file(name)).content['msgtype'], 'm.audio');
      },
    );
  });

  it('200,000 brackets in From, and blanks in a recipient, are a mail, and stop nobody', async () => {
    const word = unique('brackets');
    await putWithOther(
      [
        `Message-ID: <${unique()}@outside.test>`,
        `X-Original-To: <a${' '.repeat(7_000)}b>`,
        'To: support@mailroom.test',
        `Subject: ${word}`,
        `From: odd@outside.test, ${'['.repeat(200_000)}`,
        '',
        'Read me.',
        '',
      ].join('\r\n'),
      async () => world.says(await world.enter(word), 'Read me.'),
    );
  });
});

describe('files and odd mails', { concurrency: 2 }, () => {
  it('carries 20 MB in both directions, byte for byte, with name, type and size', async () => {
    const bytes = randomBytes(20_000_000);
    const name = 'Größenvergleich „20 MB“.bin';
    const talk = await world.conversation('Large file', { attachments: [{ filename: name, content: bytes }] });
    const shown = await file(name);
    assert.equal(shown.room_id, talk.room);
    assert.equal(shown.sender, talk.ghost);
    assert.equal(shown.content['msgtype'], 'm.file');
    assert.deepEqual(shown.content['info'], { mimetype: 'application/octet-stream', size: bytes.length });
    assert.equal(sha256(await alice.download(field(shown, 'url'))), sha256(bytes));

    const back = randomBytes(20_000_000);
    const url = await alice.upload(back, 'application/x-back', 'Zurück.bin');
    const said = await alice.send(talk.room, 'm.room.message', {
      msgtype: 'm.file',
      body: 'Here is *mine*.',
      filename: 'Zurück.bin',
      url,
      info: { mimetype: 'application/x-back', size: back.length },
    });
    const { parsed } = await talk.outsider.receives('Here is');
    const [attached, ...others] = parsed.attachments;
    assert.equal(others.length, 0);
    assert.equal(attached?.filename, 'Zurück.bin');
    assert.equal(attached.contentType, 'application/x-back');
    assert.equal(sha256(attached.content), sha256(back));
    await world.signed(said, '✔️');
  });

  it('takes a mail of 60 MB', async () => {
    const bytes = randomBytes(43_000_000);
    const outsider = await world.outsider('Hugo Huge');
    const word = unique('huge');
    await outsider.write({ subject: word, text: 'Large.', attachments: [{ filename: `${word}.bin`, content: bytes }] });
    await world.enter(word);
    const shown = await file(`${word}.bin`);
    assert.equal(sha256(await alice.download(field(shown, 'url'))), sha256(bytes));
  });

  it('announces a mail above the limit by its size and leaves it in the mailbox', async () => {
    const word = unique('above');
    const mail = Buffer.concat([Buffer.from(head(word)), Buffer.alloc(66 * 2 ** 20, 'abcdefg\r\n')]);
    await world.environment.dovecot.save('support@mailroom.test', 'INBOX', mail);
    const room = await world.enter(word);
    const told = await world.says(room, 'because it is larger than');
    assert.equal(told.content['msgtype'], 'm.notice');
    assert.match(
      await world.environment.dovecot.doveadm([
        'fetch',
        '-u',
        'support@mailroom.test',
        'size.physical',
        'mailbox',
        'INBOX',
        'subject',
        word,
      ]),
      /\d{8}/,
    );
  });

  it('takes NUL, bytes of no charset and fields of the wrong form as what can be shown of them', async () => {
    const word = unique('odd');
    const raw = Buffer.concat([
      Buffer.from(
        head(
          `${word} Gr\xfc\xdfe\0 =?x-unknown?Q?=FF?=`,
          'Date: never',
          'X-Raw: \xff\xfe\0',
          'Content-Type: text/plain; charset="no-such"',
        ),
        'latin1',
      ),
      Buffer.from('before\0after \xff\xfe\r\n.\r\nFrom here on.\r\n', 'latin1'),
    ]);
    const room = await put(word, raw);
    const shown = await world.says(room, 'From here on.');
    assert.match(field(shown, 'body'), /before.?after/u);
    assert.equal(JSON.stringify(shown.content).includes('\\u0000'), false);
  });

  it('takes mails without a header, without a sender, without parts, and with a thousand levels', async () => {
    const nested = Array.from(
      { length: 1_000 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    );
    const mails = [
      head('odd one', 'Content-Type: multipart/mixed; boundary=none'),
      `${head('odd two', 'Content-Type: multipart/mixed; boundary=b0')}${nested.join('')}`,
      'Subject: odd three\r\n\r\nwho am I\r\n',
      '\r\n\r\nonly a body\r\n',
      head('odd five', 'Content-Type: text/html').concat('<div>'.repeat(100_000)),
    ];
    const before = (await world.sql<{ mail: number }>('SELECT coalesce(max(mail), 0)::int AS mail FROM mails'))[0]
      ?.mail;
    for (const mail of mails) await world.environment.dovecot.save('info@mailroom.test', 'INBOX', mail);
    // What comes behind them arrives.
    const word = unique('behind');
    const outsider = await world.outsider('Berta Behind');
    await outsider.write({ to: 'info@mailroom.test', subject: word, text: word });
    await world.says(await world.enter(word), word);
    await world.says(await world.enter('odd three'), 'who am I');
    const lost = await world.sql(
      `SELECT * FROM mails WHERE account = 'info' AND mail > $1 AND state NOT IN ('decided', 'quarantined')`,
      [before],
    );
    assert.deepEqual(lost, []);
  });

  it('cuts a very long mail visibly, with the whole beside it', async () => {
    const word = unique('end');
    const text = `${'A line of words that goes on.\n'.repeat(8_000)}${word}\n`;
    const talk = await world.conversation('Long', { text });
    assert.ok(Buffer.byteLength(JSON.stringify(talk.shown)) < 65_536);
    assert.match(field(talk.shown, 'body'), /cut here/);
    const bytes = await alice.download(field(await file('whole-mail.txt'), 'url'));
    assert.ok(bytes.includes(word), 'the end is in the file');
  });

  it('mails an event that holds U+0000, and one as large as events may be', async () => {
    const { outsider, room } = await world.conversation('Odd events');
    await alice.say(room, 'Before\0after.');
    const { parsed, raw } = await outsider.receives('after.');
    assert.match(parsed.text ?? '', /Before.?after\./u);
    assert.equal(raw.includes(0), false);
    const large = `${'ü'.repeat(29_000)} the end`;
    await alice.say(room, large);
    const second = await outsider.receives('the end');
    assert.ok((second.parsed.text ?? '').replace(/\s/g, '').startsWith(large.replace(/\s/g, '')));
  });
});

/**
 * What a Matrix user controls, on its way into a mail: a whole Mailroom with a real database, and a relay that keeps
 * each mail as it came over the wire. Nothing that is said, named or edited adds a header field, a recipient, a command
 * or a second mail.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { simpleParser } from 'mailparser';
import type { Content } from '../support/homeserver-rooms.ts';
import type { RelayedMail } from '../support/smtp-stand-in.ts';
import { alice, bob, bobsGhost, bot, domain, Site } from '../support/world.ts';
import type { World } from '../support/world.ts';
import type { Life } from '../support/world-child.ts';

const VICTIM = 'victim@evil.test';

/** Ends of a mail as some server or other has read them (CVE-2023-51764, -51765, -51766 and what came after). */
const ENDS = [
  '\r\n.\r\n',
  '\n.\n',
  '\r.\r',
  '\n.\r\n',
  '\r\n.\n',
  '\r\n.\r',
  '\r.\n',
  '\n.\r',
  '\n\r.\n\r',
  '\r\r\n.\r\r\n',
  '\u0085.\u0085',
  '\u2028.\u2028',
  '\0\r\n.\r\n',
];
const COMMANDS = `MAIL FROM:<support@mailroom.test>\r\nRCPT TO:<${VICTIM}>\r\nDATA\r\nSubject: smuggled\r\n\r\nx`;
/** Ends of a header field. */
const FIELDS = ['\r\n', '\n', '\r', '\r\n\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0', '\u001e'].map(
  (end) => `${end}Bcc: ${VICTIM}${end}X-Injected: yes`,
);

/** Every field that a mail of ours may have. */
const ALLOWED = new Set(
  (
    'from to cc reply-to subject message-id date in-reply-to references mime-version content-type ' +
    'content-transfer-encoding content-disposition content-language x-mailroom-id x-mailroom-hops auto-submitted ' +
    'x-auto-response-suppress list-id archived-at list-unsubscribe list-unsubscribe-post disposition-notification-to'
  ).split(' '),
);

/** The relay has it whole, it goes to Bob alone, and it is one mail. */
async function assertHarmless({ raw, from, to }: RelayedMail): Promise<string> {
  const text = raw.toString('latin1');
  assert.deepEqual({ from, to }, { from: 'support@mailroom.test', to: [bob] });
  assert.doesNotMatch(text, /[^\r]\n|^\n|\r(?!\n)/, 'a bare CR or LF');
  assert.doesNotMatch(text, /\0/);
  for (const line of text.split('\r\n')) assert.ok(line.length <= 998, 'RFC 5322 section 2.1.1');
  const header = text.slice(0, text.indexOf('\r\n\r\n'));
  for (const line of header.split('\r\n').filter((one) => !/^[ \t]/.test(one))) {
    assert.ok(ALLOWED.has(line.split(':', 1)[0]?.toLowerCase() ?? ''), line);
  }
  const parsed = await simpleParser(raw);
  assert.equal(parsed.from?.value.map(({ address }) => address).join(), 'support@mailroom.test');
  assert.equal(
    [parsed.to]
      .flat()
      .flatMap((one) => one?.value ?? [])
      .map(({ address }) => address)
      .join(),
    bob,
  );
  assert.equal(parsed.bcc, undefined);
  assert.equal(parsed.headers.has('x-injected'), false);
  for (const { headers } of parsed.attachments) assert.equal(headers.has('x-injected'), false);
  return header;
}

describe('what a Matrix user controls', () => {
  let site: Site;
  let world: World;
  let life: Life;
  let room: string;

  before(async () => {
    site = await Site.start();
    world = await site.world();
    await world.mailboxesBegun();
    life = world.begin();
    world.imap.add(
      world.imap.inbox,
      [
        `From: Bob <${bob}>`,
        'To: support@mailroom.test',
        `Message-ID: <first@outside.test>`,
        `Subject: =?utf-8?q?Crane=0D=0ABcc:_${VICTIM}=0D=0AX-Injected:_yes?=`,
        '',
        'Hello',
      ].join('\r\n'),
    );
    const first = () => world.homeserver.sent('m.room.message').find(({ sender }) => sender === bobsGhost);
    await world.see('the mail in its room', () => first() !== undefined, life);
    room = first()?.room_id ?? '';
    await world.calm(life);
    // Shown an hour ago: what is said now is at a person's pace.
    await world.rows(`UPDATE events SET received_at = received_at - interval '1 hour'`);
  });
  after(async () => {
    await world.end();
    await site.stop();
  });

  /** Alice under a name of her choice. */
  function named(displayname: string): void {
    world.homeserver.rooms.member(room, alice, alice, { membership: 'join', displayname });
  }

  /** Says these, and gives the mails that came of them, each one harmless. */
  async function mailed(
    said: readonly (Content | string)[],
    type?: string,
  ): Promise<{ mails: readonly RelayedMail[]; headers: string[] }> {
    // prettier-ignore
    const before = world.relay.mails.length;
    for (const one of said) world.homeserver.say(room, alice, one, type);
    await world.see('the mails', () => world.relay.mails.length >= before + said.length, life);
    await world.calm(life);
    const mails = world.relay.mails.slice(before);
    assert.equal(mails.length, said.length, 'one mail each');
    return { mails, headers: await Promise.all(mails.map(assertHarmless)) };
  }

  it('the subject of a mail that is answered, which holds a header of its own', async () => {
    named('Alice');
    const { headers } = await mailed(['Hello']);
    assert.match(headers[0] ?? '', /^Subject: Re: Crane/m);
  });

  it('a display name', async () => {
    const names = [
      ...FIELDS.map((field) => `Alice${field}`),
      `Alice" <${VICTIM}>, "x`,
      `${VICTIM},`,
      'A'.repeat(5000),
      `=?utf-8?q?A=0D=0ABcc:_${VICTIM}?=`,
      '\u202emoc.live@ecila',
      'Alice\r\n.\r\nQUIT',
    ];
    for (const name of names) {
      named(name);
      await mailed([`I am ${names.indexOf(name)}`]);
    }
    named('Alice');
  });

  it('the name and topic of the room', async () => {
    for (const field of FIELDS.slice(0, 3)) {
      world.homeserver.rooms.send(room, alice, 'm.room.name', { name: `Crane${field}` });
      world.homeserver.rooms.putState(room, bot, 'm.room.name', '', { name: `Crane${field}` });
      world.homeserver.rooms.putState(room, bot, 'm.room.topic', '', { topic: `Crane${field}` });
    }
    const { headers } = await mailed(['After the new name']);
    assert.match(headers[0] ?? '', /^Subject: Re: Crane/m);
  });

  it('the text, plain and as HTML: an end of the mail and commands after it', async () => {
    const texts = ENDS.map((one) => `Before${one}${COMMANDS}`);
    await mailed(texts);
    await mailed(
      texts.map((text) => ({
        msgtype: 'm.text',
        body: text,
        format: 'org.matrix.custom.html',
        formatted_body: `<pre>${text}</pre><p>${text}</p><a href="https://x.test/${text}">x</a>`,
      })),
    );
    await mailed([
      '.',
      '..',
      '.\r\n',
      '\r\n.\r\n',
      'From now on\nFrom here',
      '-- \n.',
      `--=_mailroom\r\nContent-Type: text/html\r\n\r\nx`,
    ]);
  });

  it('a text that is one line of the largest size', async () => {
    await mailed(['x'.repeat(60_000), '.'.repeat(30_000), '€'.repeat(15_000), `${'\n'.repeat(30_000)}x`]);
  });

  it('the name, type and caption of a file, and what is in it', async () => {
    const bytes = Buffer.from(ENDS.map((one) => `a${one}${COMMANDS}`).join('\r\n'));
    world.homeserver.media.set(`mxc://${domain}/evil`, { bytes, type: 'text/plain', name: 'x' });
    const file = (more: Content): Content => ({
      msgtype: 'm.file',
      body: 'x.txt',
      url: `mxc://${domain}/evil`,
      info: { mimetype: 'text/plain', size: bytes.length },
      ...more,
    });
    const { mails } = await mailed([
      ...FIELDS.map((field) => file({ body: `x${field}.txt`, filename: `x${field}.txt` })),
      file({ filename: '"; filename="/etc/passwd"; x="' }),
      file({ filename: '../../etc/passwd' }),
      file({ filename: `${'x'.repeat(5_000)}.txt` }),
      file({ info: { mimetype: `text/plain\r\nX-Injected: yes`, size: 1 } }),
      file({ info: { mimetype: 'multipart/mixed; boundary=x', size: -1 } }),
      file({ info: { mimetype: 'message/rfc822', size: 1e300 } }),
      file({ body: ENDS.join(COMMANDS), filename: 'x.txt' }),
    ]);
    for (const { raw } of mails) {
      const [attached] = (await simpleParser(raw)).attachments;
      assert.ok(attached, 'the file');
      assert.ok(attached.content.equals(bytes), 'the file as it was');
      assert.doesNotMatch(attached.filename ?? '', /[/\\\p{Cc}]/u);
    }
  });

  it('a file of another server’s address, or of none', async () => {
    const before = world.relay.mails.length;
    for (const url of [
      'file:///etc/passwd',
      'http://127.0.0.1/x',
      'mxc://../../x',
      `mxc://${domain}/a/../../b`,
      'mxc://127.0.0.1:1/x?y#z',
    ]) {
      // prettier-ignore
      world.homeserver.say(room, alice, { msgtype: 'm.file', body: 'x', filename: 'x', url });
    }
    const word = { msgtype: 'm.text', body: 'After the files' };
    world.homeserver.say(room, alice, word);
    await world.see(
      'the word after them',
      () => world.relay.mails.slice(before).some(({ raw }) => raw.includes('After the files')),
      life,
    );
    for (const mail of world.relay.mails.slice(before)) {
      await assertHarmless(mail);
      assert.doesNotMatch(mail.raw.toString(), /root:|daemon:/);
    }
    for (const asked of world.homeserver.requests.filter((one) => one.includes('/download/'))) {
      assert.doesNotMatch(asked, /\.\./);
    }
  });

  it('a reply that quotes, with a fallback that lies', async () => {
    const [first] = world.homeserver.sent('m.room.message', room).filter(({ sender }) => sender === bobsGhost);
    await mailed(
      [...ENDS, ...FIELDS].map((one) => ({
        msgtype: 'm.text',
        body: `> <${alice}> x${one}${COMMANDS}\n\nMy answer${one}`,
        format: 'org.matrix.custom.html',
        formatted_body: `<mx-reply><blockquote>${one}</blockquote></mx-reply>My answer${one}`,
        'm.relates_to': { 'm.in_reply_to': { event_id: first?.event_id } },
      })),
    );
  });

  it('relations and mentions that are none', async () => {
    await mailed([
      { msgtype: 'm.text', body: 'a', 'm.relates_to': { 'm.in_reply_to': { event_id: `$x\r\nBcc: ${VICTIM}` } } },
      { msgtype: 'm.text', body: 'b', 'm.relates_to': { rel_type: 'm.thread', event_id: `$y\r\n.\r\n${COMMANDS}` } },
      { msgtype: 'm.text', body: 'c', 'm.mentions': { user_ids: [`@a\r\nBcc: ${VICTIM}:x`, bobsGhost] } },
      { msgtype: `m.text\r\nBcc: ${VICTIM}`, body: 'd' },
      { msgtype: 'm.emote', body: `e\r\nBcc: ${VICTIM}` },
      { msgtype: 'm.location', body: `f\r\n.\r\n`, geo_uri: `geo:1,2\r\nBcc: ${VICTIM}` },
    ]);
  });

  it('commands with arguments: nothing is mailed, and what is answered says nothing twice', async () => {
    const before = world.relay.mails.length;
    const spaces = FIELDS.filter((field) => /^\s/.test(field));
    const asked = spaces
      .flatMap((field) => [`!mail to${field}`, `!mail${field}`, `!mail status ${VICTIM}`, `!note x${field}`])
      .map((body) => world.homeserver.say(room, alice, body));
    await world.calm(life);
    assert.equal(world.relay.mails.length, before);
    assert.ok(asked.length > 0);
  });

  it('events of a size and depth that no client sends', async () => {
    const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], 'x');
    world.homeserver.say(room, alice, { msgtype: 'm.text', body: deep });
    world.homeserver.say(room, alice, { msgtype: 'm.text', body: 'x', 'm.relates_to': deep });
    world.homeserver.say(room, alice, {
      msgtype: 'm.text',
      body: 'Deep',
      format: 'org.matrix.custom.html',
      formatted_body: '<b>'.repeat(15_000),
    });
    await world.calm(life);
    for (const mail of world.relay.mails.slice(-2)) await assertHarmless(mail);
    await mailed(['After the deep ones']);
  });

  it('U+0000 in names, words, commands and types stops nothing, and is in no JSON of the database', async () => {
    named('Alice\u0000');
    await mailed([
      'Zero \u0000 in words',
      { msgtype: 'm.text', body: 'x', 'm.mentions': { user_ids: ['@b\u0000:x'] } },
    ]);
    const before = world.relay.mails.length;
    const commands = [
      'cc +"Kim\u0000" <kim@outside.test>',
      'cc -kim@outside.test',
      'to \u0000@outside.test',
      'subject New\u0000 one',
      'assign @bob\u0000:matrix.test',
      'snooze tomorrow\u0000',
      'block \u0000@evil.test',
      'search \u0000',
      'tag \u0000',
      'help \u0000',
      '\u0000',
      'zone Europe/\u0000',
      'forward \u0000@outside.test',
      'send at \u0000',
      'draft \ud800',
    ];
    for (const one of commands) world.homeserver.say(room, alice, `!mail ${one}`);
    world.homeserver.say(room, alice, '!note \u0000');
    for (const type of ['m.room.message\u0000', 'm.reaction\u0000', 'm.sticker']) {
      world.homeserver.say(room, alice, { body: '\u0000', 'a\u0000': '\ud800', msgtype: '\u0000' }, type);
    }
    await world.calm(life);
    named('Alice');
    for (const mail of world.relay.mails.slice(before)) await assertHarmless(mail);
    await mailed(['After the zeros']);
    const columns = await world.rows(
      `SELECT table_name AS of, column_name AS column FROM information_schema.columns
       WHERE table_schema = current_schema() AND data_type IN ('json', 'jsonb')`,
    );
    assert.ok(columns.length > 10);
    const held: string[] = [];
    for (const one of columns) {
      const [of, column] = [String(one['of']), String(one['column'])];
      const rows = await world.rows(`SELECT FROM "${of}" WHERE "${column}"::text LIKE '%\\\\u0000%' LIMIT 1`);
      if (rows.length > 0) held.push(`${of}.${column}`);
    }
    assert.deepEqual(held, []);
  });
});

/** Living conversations as files: mails whose bytes are gone, and what was said inside. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { verifyExport } from '../../../src/archive/verify.ts';
import { eventMessageId } from '../../../src/bridge/exported/matrix-people.ts';
import type { EventId, RoomId } from '../../../src/bridge/types.ts';
import { purgeRaw } from '../../../src/db/intake-tables/inbox.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, vouchedAccount } from '../../support/handlers/fixtures.ts';
import { exporting, type Exporting } from '../../support/handlers/exporting.ts';
import { letter } from '../../support/handlers/letters.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import type { StandInHomeserver } from '../../support/homeserver.ts';
import { suiteParser, suiteServer } from '../../support/suite.ts';

const account = vouchedAccount('support');
const EVE = '@eve:evil.test';

describe('an export of living conversations', () => {
  const server = suiteServer();
  const parser = suiteParser();
  let test: TestDatabase;
  let sending: Sending;
  let homeserver: StandInHomeserver;
  let out: Exporting;
  let room: string;
  beforeEach(async () => {
    test = await server.database();
    sending = await sendingWorld(test, parser, account);
    homeserver = sending.homeserver;
    out = await exporting({ test, parser }, () => sending.matrix.client);
  });
  afterEach(async () => {
    await out.remove();
    await sending.end();
  });

  /** A mail that stands in its room, in which Alice and Eve are. */
  async function arrived(
    bytes = letter({ id: 'a@x', subject: 'Lamp', from: 'Bob <bob@x.example>', text: 'A broken lamp' }),
  ) {
    const { message, thread } = await sending.arrivals.arrive(bytes);
    await sending.start();
    await sending.settle();
    await sending.stop();
    room = (await test.db.query<{ room: string }>("SELECT room FROM rooms WHERE kind = 'thread'")).rows[0]?.room ?? '';
    for (const [user, displayname] of [
      [alice, 'Ada "Admin" <boss@real.example>\r\nBcc: all@real.example'],
      [EVE, '@alice:matrix.test'],
    ] as const) {
      homeserver.rooms.append(homeserver.rooms.get(room), {
        ...{ type: 'm.room.member', sender: user, stateKey: user },
        content: { membership: 'join', displayname },
      });
    }
    return { message, thread };
  }
  const say = (content: Record<string, unknown>, sender: string = alice, ts?: number): EventId =>
    homeserver.rooms.append(homeserver.rooms.get(room), {
      ...{ type: 'm.room.message', sender, content: { msgtype: 'm.text', ...content } },
      ...(ts === undefined ? {} : { ts }),
    }).event_id as EventId;
  const react = (to: string, key: string, sender: string = alice): void =>
    void homeserver.rooms.append(homeserver.rooms.get(room), {
      ...{ type: 'm.reaction', sender },
      content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: to, key } },
    });
  const mailEvent = (): string =>
    homeserver.rooms.get(room).timeline.find(({ content }) => String(content['body']).includes('broken lamp'))
      ?.event_id ?? '';
  const purge = async (): Promise<void> => assert.ok((await purgeRaw(test.db, -60_000, 1_000)) > 0);
  const parsed = async (text: string | undefined) => {
    const read = await parser.parse(bytesOf(text ?? ''));
    assert.ok(read.ok);
    return read.mail;
  };
  const idOf = (event: EventId): string => eventMessageId(room as RoomId, event);

  it('composes a mail whose bytes are gone of its room', async () => {
    await arrived();
    await purge();
    const { mails, composed, missing } = await out.run({ account: 'support' });
    assert.deepEqual([mails.size, composed, missing.size], [1, 1, 0]);
    const mail = await parsed(mails.get('<a@x>'));
    assert.deepEqual(mail.from, [{ name: 'Bob', address: 'bob@x.example' }]);
    assert.deepEqual([mail.subject, mail.text?.trim()], ['Lamp', 'A broken lamp']);
    assert.match(mails.get('<a@x>') ?? '', /^X-Mailroom-Composed: from=room; redacted=0; files-missing=0\r$/m);
  });

  it('composes it of the database where the room is gone, but never what is known to be redacted', async () => {
    await arrived();
    await purge();
    const event = mailEvent();
    homeserver.rooms.byId.delete(room);
    const { mails } = await out.run({ account: 'support' });
    assert.match(mails.get('<a@x>') ?? '', /from=database/);
    assert.equal((await parsed(mails.get('<a@x>'))).text?.trim(), 'A broken lamp');
    await test.db.query(
      `INSERT INTO events (event, room, account, type, sender, body)
       VALUES ('$r', $1, 'support', 'm.room.redaction', $2, $3)`,
      [room, alice, Buffer.from(JSON.stringify({ type: 'm.room.redaction', redacts: event }))],
    );
    const after = await out.run({ account: 'support' });
    assert.equal((await parsed(after.mails.get('<a@x>'))).text?.trim(), '[redacted]');
  });

  it('composes a mail of ours of what was said, and never of what was redacted since', async () => {
    const { message, thread } = await arrived();
    assert.ok(message !== null && thread !== null);
    const said = say({
      body: 'It is *on* its way',
      format: 'org.matrix.custom.html',
      formatted_body: 'It is <em>on</em> its way',
    });
    const mail = await gone(said);
    const { mails } = await out.run({ account: 'support' });
    const ours = await parsed(mails.get(mail));
    assert.deepEqual(ours.inReplyTo, ['<a@x>']);
    assert.match(ours.text ?? '', /^It is .*on.* its way\s*$/);
    assert.match(ours.html ?? '', /<em>on<\/em>/);
    homeserver.rooms.redact(room, alice, said, undefined);
    const after = await out.run({ account: 'support' });
    assert.match((await parsed(after.mails.get(mail))).text ?? '', /^\[redacted\]\s*$/);
    assert.ok(!(after.mails.get(mail) ?? '').includes('its way'));
  });

  /** A mail of ours that left as this event, and whose bytes are gone. */
  async function gone(event: EventId): Promise<string> {
    const content = homeserver.rooms.get(room).timeline.find(({ event_id }) => event_id === event)?.content;
    const facts = {
      ...{
        subject: 'Re: Lamp',
        from: [{ name: 'Ada via Support', address: 'support@mailroom.test' }],
        replyTo: [],
        cc: [],
      },
      ...{ to: [{ name: 'Bob', address: 'bob@x.example' }], inReplyTo: ['<a@x>'], references: ['<a@x>'] },
      ...{ date: '2024-01-02T10:00:00.000Z', decision: 'ours', sender: null },
    };
    await test.db.query(
      `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
         send_by, frozen_at)
       SELECT 'mine', 'support', thread, room, $2, 'sent', '{}', '<mine@mailroom.test>', now(), now(), now()
       FROM rooms WHERE room = $1`,
      [room, alice],
    );
    await test.db.query(
      `INSERT INTO outgoing_events (event, account, outgoing, position, content, sent_at)
       VALUES ($1, 'support', 'mine', 0, $2, now())`,
      [event, JSON.stringify({ type: 'm.room.message', content })],
    );
    await test.db.query(
      `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts)
       SELECT 'mine', 'support', thread, 'out', '<mine@mailroom.test>', '\\x00', 'x', $2 FROM rooms WHERE room = $1`,
      [room, JSON.stringify(facts)],
    );
    return '<mine@mailroom.test>';
  }

  it('has what was said inside only where it is asked for, as mail of people nobody can write to', async () => {
    await arrived();
    const note = say({ body: '!note He is angry' });
    const reply = say({ body: 'Why?', 'm.relates_to': { 'm.in_reply_to': { event_id: note } } }, EVE);
    const toMail = say({ body: 'Only us', 'm.relates_to': { 'm.in_reply_to': { event_id: mailEvent() } } });
    const without = await out.run({ account: 'support' });
    assert.deepEqual([...without.mails.keys()], ['<a@x>']);
    const { mails, manifest } = await out.run({ account: 'support', notes: true });
    assert.deepEqual([...mails.keys()].sort(), ['<a@x>', ...[note, reply, toMail].map(idOf)].sort());
    const first = await parsed(mails.get(idOf(note)));
    assert.match(
      first.from.map(({ name, address }) => `${name} <${address}>`).join(),
      /^Ada [^@]*\(@alice:matrix\.test\) <alice@matrix\.test\.matrix\.invalid>$/,
    );
    // What others call themselves is no address of anybody, and ends no line.
    assert.doesNotMatch(mails.get(idOf(note)) ?? '', /^Bcc:/m);
    assert.deepEqual(first.bcc, []);
    assert.ok([...first.to, ...first.from].every(({ address }) => address.endsWith('.invalid')));
    const second = await parsed(mails.get(idOf(reply)));
    assert.deepEqual(
      [second.from[0]?.name, second.from[0]?.address],
      ['alice:matrix.test (@eve:evil.test)', 'eve@evil.test.matrix.invalid'],
    );
    assert.deepEqual([first.inReplyTo, first.references], [[], ['<a@x>']]);
    assert.deepEqual([second.inReplyTo, second.references], [[idOf(note)], ['<a@x>', idOf(note)]]);
    assert.deepEqual((await parsed(mails.get(idOf(toMail)))).inReplyTo, ['<a@x>']);
    const raw = mails.get(idOf(note)) ?? '';
    for (const field of [
      'Subject: [internal] Lamp',
      'Sensitivity: Company-Confidential',
      'X-Mailroom-Internal: note',
      'X-Mailroom-Composed: from=room; kind=internal',
      `X-Mailroom-Event: ${note}`,
      'X-Mailroom-Sender: @alice:matrix.test',
    ]) {
      assert.ok(raw.split('\r\n').includes(field), field);
    }
    assert.deepEqual(
      manifest.filter(({ kind }) => kind === 'internal').map(({ event }) => event),
      [note, reply, toMail],
    );
  });

  it('has edits as the last form and the history, reactions, and of what was redacted no word', async () => {
    await arrived();
    const note = say({ body: 'frist' }, alice, Date.UTC(2026, 0, 1));
    const edit = (of: string, body: string, sender: string = alice) =>
      say(
        {
          body: `* ${body}`,
          'm.new_content': { msgtype: 'm.text', body },
          'm.relates_to': { rel_type: 'm.replace', event_id: of },
        },
        sender,
      );
    edit(note, 'frst');
    edit(note, 'first');
    // Nobody but its author edits a message.
    edit(note, 'forged by eve', EVE);
    react(note, '👍', EVE);
    react(mailEvent(), '🎉');
    const secret = say({ body: 'The password is hunter2' });
    edit(secret, 'The password is hunter3');
    react(secret, '🙈');
    homeserver.rooms.redact(room, alice, secret, 'hunter2 was in it');
    const quoting = say({
      ...{ body: `> <${alice}> The password is hunter2\n\nDelete that`, format: 'org.matrix.custom.html' },
      formatted_body: '<mx-reply><blockquote>The password is hunter2</blockquote></mx-reply>Delete that',
      'm.relates_to': { 'm.in_reply_to': { event_id: secret } },
    });
    const { mails, folder } = await out.run({ account: 'support', notes: true, format: 'json' });
    const told = await parsed(mails.get(idOf(note)));
    assert.match(
      told.text ?? '',
      /^first\n[^]*Edited; 2 earlier forms, oldest first:[^]*2026-01-01 00:00:00 UTC:[^]*> frist[^]*> frst[^]*Reactions:[^]*👍 alice:matrix\.test \(@eve:evil\.test\)/,
    );
    const gone = await parsed(mails.get(idOf(secret)));
    assert.match(gone.text ?? '', /^\[redacted by Ada .*\(@alice:matrix\.test\) on \d{4}-/);
    assert.deepEqual((await parsed(mails.get(idOf(quoting)))).text?.trim(), 'Delete that');
    const reaction = [...mails.values()].filter((text) => /^X-Mailroom-Internal: reaction\r$/m.test(text));
    assert.equal(reaction.length, 1);
    const party = await parsed(reaction[0]);
    assert.deepEqual([party.inReplyTo, party.reactions.length > 0], [['<a@x>'], true]);
    const everything = await allText(folder);
    for (const word of ['hunter', 'forged']) assert.ok(!everything.includes(word), word);
    assert.deepEqual((await verifyExport(folder)).faults, []);
  });

  it('lets nobody write a header, a path or another mail', async () => {
    await arrived();
    const sig = say(
      {
        body:
          'From: boss@real.example\r\nTo: all@real.example\r\n\r\n' +
          'From eve Mon Jan  1 00:00:00 2024\n>From me\u0000\ud800',
      },
      EVE,
    );
    const file = (name: string, extra = {}) =>
      say(
        {
          msgtype: 'm.file',
          body: name,
          filename: name,
          url: upload('inside'),
          info: { mimetype: 'text/html\r\nX: y', size: 6 },
          ...extra,
        },
        EVE,
      );
    const traversal = file('../../../etc/passwd');
    const reserved = file('CON\u0000\r\nBcc: all@real.example\u202egpj.exe');
    const bad = file('x', { url: 'mxc://evil.test/../../../_matrix/client/v3/account' });
    for (const content of [
      { body: 7 },
      { body: { a: 1 } },
      { body: 'x', 'm.relates_to': 'none' },
      { msgtype: null, body: '' },
    ])
      say(content, EVE);
    homeserver.rooms.putState(room, homeserver.bot, 'm.room.name', '', { name: 'Lamp\r\nBcc: all@real.example' });
    await test.db.query(`UPDATE threads SET subject = $1`, ['Lamp\r\nBcc: all@real.example\r\n\r\nbody']);
    for (const format of ['mbox', 'maildir', 'eml', 'json'] as const) {
      const { mails, manifest, folder } = await out.run({ account: 'support', notes: true, format });
      assert.equal(mails.size, manifest.filter((line) => 'path' in line).length);
      assert.ok(![...mails.values()].some((text) => /^(?:Bcc|X):/im.test(text.slice(0, text.search(/\r?\n\r?\n/)))));
      const said = await parsed(mails.get(idOf(sig)));
      assert.match(said.text ?? '', /From: boss@real\.example/);
      assert.match(said.text ?? '', /^> From me/m);
      assert.match(said.text ?? '', /^From eve Mon/m);
      assert.deepEqual(
        (await parsed(mails.get(idOf(traversal)))).files.map(({ name }) => name),
        ['passwd'],
      );
      assert.ok(
        (await parsed(mails.get(idOf(reserved)))).files.every(({ name }) => !/[\u0000-\u001f\u202e/]/.test(name)),
      );
      assert.ok(mails.has(idOf(bad)));
      assert.deepEqual((await verifyExport(folder)).faults, []);
      const names = await readdir(folder, { recursive: true });
      assert.ok(
        names.every((name) =>
          /^(?:mails|json|files|manifest\.jsonl|manifest\.sig|mails\/(?:mail\.mbox|cur|new|tmp|\d{7}\.eml|cur\/\d+\.M\d{7}\.mailroom:2,S)|json\/\d{7}\.json|files\/[0-9a-f]{64})$/.test(
            name,
          ),
        ),
        names.join(' '),
      );
    }
  });

  const upload = (text: string): string => {
    const id = `up${String(homeserver.media.size)}`;
    homeserver.media.set(`mxc://matrix.test/${id}`, {
      bytes: Buffer.from(text),
      type: 'text/plain',
      name: 'x',
    });
    return `mxc://matrix.test/${id}`;
  };

  it('leaves out what is suspected, whatever is asked for', async () => {
    await arrived();
    const forged = letter({
      id: 'e@x',
      from: 'support@ours.example',
      vouched: false,
      answers: 'a@x',
      text: 'Send money',
    });
    assert.equal((await sending.arrivals.arrive(forged)).state, 'held');
    const { folder } = await out.run({ account: 'support', notes: true, format: 'json' });
    assert.ok(!(await allText(folder)).includes('Send money'));
  });

  it('stops when it is asked to, and has no manifest then', async () => {
    await arrived();
    for (let at = 0; at < 5; at += 1) say({ body: `Note ${String(at)}` });
    const stop = new AbortController();
    await assert.rejects(
      out.run({
        account: 'support',
        notes: true,
        signal: stop.signal,
        progress: ({ mails }) => {
          if (mails === 3) stop.abort();
        },
      }),
      /stopped; .* has no manifest/,
    );
  });
});

async function allText(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  const all = await Promise.all(texts);
  // Texts of mails may be encoded.
  return all
    .map(
      (text) =>
        `${text}\n${text.replaceAll(/[A-Za-z0-9+/=\r\n]{40,}/g, (part) => Buffer.from(part, 'base64').toString())}`,
    )
    .join('\n');
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'latin1'));
}

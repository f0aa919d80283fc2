import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import type { Account } from '../../../src/bridge/account/account.ts';
import { plainDelivery } from '../../../src/bridge/delivery/status.ts';
import { plainWriting } from '../../../src/bridge/account/account.ts';
import { GhostCodec, IdKey } from '../../../src/bridge/ids.ts';
import type { AccountId, EventId, JsonObject, MxcUri, RoomId, UserId } from '../../../src/bridge/types.ts';
import { loadSend, settleSend } from '../../../src/db/room-tables/sends.ts';
import type { StoredSend } from '../../../src/db/room-tables/sends.ts';
import { addMessage } from '../../../src/db/thread-tables/message-added.ts';
import { openThread } from '../../../src/db/thread-tables/threads.ts';
import { answerInRoom } from '../../../src/said/run-command.ts';
import { mailIn } from '../../../src/incoming/mail-in.ts';
import { filledContent } from '../../../src/rooms/send-files.ts';
import type { Address } from '../../../src/mail/types.ts';
import { ParseError } from '../../../src/parser/parse-pool.ts';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';
import { MatrixError } from '../../../src/matrix/errors.ts';
import type { MediaFile } from '../../../src/matrix/media.ts';
import { createThumbnailer } from '../../../src/thumbnail/thumbnailer.ts';
import { UTC } from '../../../src/words/zones.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { messageFacts } from '../../support/handlers/fixtures.ts';

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const ids = new IdKey('a secret of thirty-two characters');
const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'ours.example', bot: 'mailroom' });
const golden = (name: string): Buffer => readFileSync(new URL(`../../golden/mail-in/${name}.eml`, import.meta.url));
const alice = '@alice:ours.example' as UserId;
const account: Account = {
  id: 'support' as AccountId,
  address: 'support@ours.example' as Address,
  name: 'Support',
  language: 'en',
  zone: UTC,
  own: new Set(['support@ours.example']),
  team: [{ user: alice, address: null, name: 'Alice' }],
  invite: 'everyone',
  from: '{name}',
  hold: { after: 0, atMost: 0 },
  people: 20,
  writing: { ...plainWriting, quote: true },
  onUnknown: 'hold',
  delivery: plainDelivery,
  senders: { authentication: 'none', failing: 'marked', receiver: null, hosts: [], sealers: [], internal: new Set() },
};

describe('special parts of mails, from the mailbox to what is sent to Matrix', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  eachDatabase(async (given) => {
    test = given;
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
  });

  const base = () => ({ db: test.db, log, ids, ghosts, accounts: new Map([[account.id, account]]) });

  let uid = 0;
  async function store(raw: Buffer, state: 'stored' | 'oversize' = 'stored'): Promise<number> {
    const { rows } = await test.db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, sha256, state)
       VALUES ('support', 'INBOX', 'watched', 1, $1, $2, $3, $4) RETURNING mail`,
      [++uid, state === 'oversize' ? 99_000_000 : raw.length, createHash('sha256').update(raw).digest(), state],
    );
    const mail = rows[0]?.mail ?? 0;
    await test.db.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, 'support', $2)`, [
      mail,
      raw,
    ]);
    return mail;
  }

  async function arrive(raw: Buffer, options: { state?: 'oversize'; pool?: ParsePool } = {}): Promise<StoredSend[]> {
    const mail = await store(raw, options.state);
    const handler = mailIn({
      ...base(),
      parser: options.pool ?? parser,
      mailSize: 50_000_000,
      checkSender: null,
    });
    const job = {
      job: 1,
      account: account.id,
      queue: 'mail-in',
      key: 'support',
      subject: String(mail),
      attempts: 1,
      failures: 0,
    } as const;
    const decision = await handler.run(job, await handler.prepare(job));
    await test.db.transaction(async (tx) => decision.write?.(tx));
    return sendsOf(mail);
  }

  async function sendsOf(mail: number): Promise<StoredSend[]> {
    const { rows } = await test.db.query<{ send: string }>(
      `SELECT send FROM matrix_sends WHERE message = (SELECT message FROM messages WHERE mail = $1) ORDER BY part`,
      [mail],
    );
    const sends = await Promise.all(rows.map(({ send }) => loadSend(test.db, send)));
    return sends.filter((send) => send !== null);
  }

  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const body = (send: StoredSend | undefined): string => {
    return text(send?.content['body']);
  };

  it('says what an update of an invitation changed', async () => {
    const [first] = await arrive(golden('invitation'));
    assert.match(body(first), /^📅 Invitation: Lamp review\nWhen: .*14:00–15:00/);
    const [changed] = await arrive(golden('invitation-changed'));
    assert.match(body(changed), /Invitation changed.*\nWhen: .*15:30–16:30.*before: .*14:00–15:00/);
    assert.match(body(changed), /Where: Room 7 \(before: Room 4\)/);
    const [late] = await arrive(golden('invitation-outdated'));
    assert.match(body(late), /newer version/);
    const [cancelled] = await arrive(golden('invitation-cancelled'));
    assert.match(body(cancelled), /Cancelled: ~~Lamp review~~\nWhen: .*15:30/);
  });

  it('says no change of an invitation that was kept before links and offsets were read', async () => {
    const source = golden('invitation-teams-customized-zone');
    await arrive(source);
    await test.db.query(
      `UPDATE calendar_events
       SET card = (card::jsonb - 'join' - 'written' #- '{start,zone,offset}' #- '{end,zone,offset}')::json`,
    );
    const again = source.toString().replace('sealed.4', 'sealed.5').replace('SEQUENCE:0', 'SEQUENCE:1');
    assert.match(body((await arrive(Buffer.from(again)))[0]), /^📅 Invitation: Planning\n/);
    const moved = again
      .replace('sealed.5', 'sealed.6')
      .replace('SEQUENCE:1', 'SEQUENCE:2')
      .replace('19%3ame', '20%3ame');
    const [changed] = await arrive(Buffer.from(moved));
    assert.match(
      body(changed),
      /^📅 Invitation changed: Planning\nWhen: .*10:00–11:00 \(tzone:\/\/Microsoft\/Custom, UTC\+2\)\n/,
    );
    assert.match(body(changed), /Join: https:\/\/teams\.example\/l\/meetup-join\/20%3ameeting/);
  });

  it('puts a report into the thread of the mail that it is about', async () => {
    const message = ids.outgoing(account.id, '$first' as EventId);
    const messageId = ids.ownMessageId(message, 'ours.example');
    const { make: thread } = ids.thread(account.id, messageId, 'x');
    await test.db.transaction(async (tx) => {
      await openThread(tx, { thread, account: account.id, subject: 'Lamp', by: 'no-references' });
      const facts = messageFacts({ subject: 'Lamp' });
      await addMessage(tx, {
        message,
        account: account.id,
        thread,
        direction: 'out',
        messageId,
        contentHash: 'x',
        mail: null,
        outgoing: message,
        facts,
      });
    });
    const bounce = golden('bounce-unknown-user').toString().replaceAll('<abc.def@ours.example>', messageId);
    const [told] = await arrive(Buffer.from(bounce));
    const { rows } = await test.db.query<{ subject: string }>('SELECT subject FROM threads');
    assert.deepEqual(rows, [{ subject: 'Lamp' }]);
    assert.equal(told?.content['msgtype'], 'm.notice');
    assert.match(body(told), /^Not delivered to nobody@outside\.example\. There is no such address\.\n/);
  });

  it('lets nobody but its organiser change an event', async () => {
    await arrive(golden('invitation'));
    const forged = golden('invitation-changed').toString().replaceAll('bob@outside.example', 'mallory@evil.example');
    const [shown] = await arrive(Buffer.from(forged));
    assert.doesNotMatch(body(shown), /before:/);
    const [changed] = await arrive(golden('invitation-changed'));
    assert.match(body(changed), /before: Room 4/);
  });

  /** Parses nothing but headers: what a mail that breaks its thread looks like from outside. */
  const breaking = (code: 'time' | 'crash'): ParsePool => ({
    ...parser,
    parse: async (source, language) => {
      const bytes = await buffer(source);
      if (bytes.includes('\n\nBody')) return { ok: false, failure: { code, detail: 'made so' } };
      return parser.parse(
        (async function* () {
          yield await Promise.resolve(bytes);
        })(),
        language,
      );
    },
  });
  const head =
    'Message-ID: <broken@outside.example>\nFrom: Bob Baker <bob@outside.example>\nSubject: Re: Broken lamp\n';

  it('puts a mail that cannot be read into its thread, with its sender, subject and original', async () => {
    await arrive(
      Buffer.from('Message-ID: <root@outside.example>\nFrom: bob@outside.example\nSubject: Broken lamp\n\nHello\n'),
    );
    const raw = Buffer.from(`${head}In-Reply-To: <root@outside.example>\n\nBody`);
    const [notice, original] = await arrive(raw, { pool: breaking('time') });
    const { rows } = await test.db.query('SELECT thread FROM threads');
    assert.equal(rows.length, 1);
    assert.equal(notice?.content['msgtype'], 'm.notice');
    assert.equal(notice.sender, ghosts.bot);
    assert.match(body(notice), /from Bob Baker <bob@outside\.example>.*reading it took too long/);
    assert.deepEqual(original?.files[0]?.source.kind, 'raw');
    assert.equal(original.files[0].size, raw.length);
    const state = await test.db.query<{ state: string }>(`SELECT state FROM mails ORDER BY mail DESC LIMIT 1`);
    assert.equal(state.rows[0]?.state, 'quarantined');
  });

  it('announces a broken mail in two folders once, and names the subject where the room does not', async () => {
    const raw = Buffer.from(`${head}\n\nBody`);
    const pool = breaking('crash');
    const first = await arrive(raw, { pool });
    assert.match(body(first[0]), /failed on it/);
    assert.doesNotMatch(body(first[0]), /Broken lamp/);
    assert.deepEqual(await arrive(raw, { pool }), []);
    const [other] = await arrive(
      Buffer.from(
        `${head.replace('broken@', 'two@')}References: <broken@outside.example>\n\nBody`.replace('Broken lamp', 'Bill'),
      ),
      { pool },
    );
    assert.match(body(other), /“Re: Bill”/);
  });

  it('announces a mail that is too large by its header', async () => {
    const sends = await arrive(Buffer.from(`${head}\n`), { state: 'oversize' });
    assert.equal(sends.length, 1);
    assert.match(
      body(sends[0]),
      /A mail of 99\.0 MB from Bob Baker <bob@outside\.example> arrived\..* larger than 50\.0 MB/,
    );
  });

  async function source(repliedTo: string | null, sender = alice): Promise<StoredSend | null> {
    const event = `$ask-${String(++uid)}` as EventId;
    const { rows } = await test.db.query<{ thread: string }>('SELECT thread FROM threads LIMIT 1');
    const room = '!room:ours.example' as RoomId;
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, generation)
       SELECT $1, account, 'thread', thread, $1, 'active', 0 FROM threads LIMIT 1 ON CONFLICT DO NOTHING`,
      [room],
    );
    const context = {
      ...base(),
      account,
      room: { room, account: account.id, thread: (rows[0]?.thread ?? null) as never, kind: 'thread' as const },
      event: {
        event,
        room,
        sender,
        type: 'm.room.message',
        body: Buffer.from('{}'),
        state: 'waiting' as const,
        receivedAt: new Date(0),
      },
      raw: {},
    };
    const command = {
      kind: 'command' as const,
      name: 'source',
      args: [],
      replyTo: repliedTo as EventId | null,
      threadRoot: null,
    };
    await test.db.transaction((tx) => answerInRoom(tx, context as never, command as never));
    const made = await test.db.query<{ send: string }>(
      `SELECT send FROM matrix_sends ORDER BY at DESC, purpose = 'source' DESC LIMIT 1`,
    );
    return loadSend(test.db, made.rows[0]?.send ?? '');
  }

  it('gives the original to the team, and says so when it is no longer kept', async () => {
    const raw = golden('gmail-web-reply');
    const [shown] = await arrive(raw);
    await settleSend(test.db, shown?.send ?? '', '$shown' as EventId);
    assert.match(body((await source(null)) ?? undefined), /as a reply to the message/);
    assert.match(body((await source('$unknown')) ?? undefined), /No mail belongs to that message/);
    assert.match(body((await source('$shown', '@guest:ours.example' as UserId)) ?? undefined), /may not/);
    const file = await source('$shown');
    assert.equal(file?.content['msgtype'], 'm.file');
    assert.equal(file.files[0]?.size, raw.length);
    const { uploads, content } = await filled(file);
    assert.deepEqual(uploads.get(file.files[0].name), raw);
    assert.match(text(content['url']), /^mxc:/);
    await test.db.query('DELETE FROM mail_chunks');
    const hash = createHash('sha256').update(raw).digest('hex');
    assert.match(body((await source('$shown')) ?? undefined), new RegExp(`no longer.*${hash}`));
  });

  async function filled(
    send: StoredSend,
    options: { pool?: ParsePool; limit?: number } = {},
  ): Promise<{ content: JsonObject; uploads: Map<string, Buffer>; types: string[] }> {
    const uploads = new Map<string, Buffer>();
    const types: string[] = [];
    const media = {
      ensure: async (file: MediaFile): Promise<MxcUri> => {
        if (file.size > (options.limit ?? Infinity)) {
          const facts = { status: 413, errcode: 'M_TOO_LARGE', text: '', retryAfterMs: null, request: 'upload' };
          throw new MatrixError(facts);
        }
        const bytes = await buffer(file.open());
        assert.equal(bytes.length, file.size);
        uploads.set(file.name, bytes);
        types.push(file.type);
        return `mxc://ours.example/${file.sha256.slice(0, 8)}` as MxcUri;
      },
    };
    const thumbnail = await createThumbnailer();
    const deps = { ...base(), media, parser: options.pool ?? parser, thumbnail };
    try {
      return { content: await filledContent(deps, account, send, ghosts.bot), uploads, types };
    } finally {
      await thumbnail?.close();
    }
  }

  const withFile = (type: string, name: string, bytes: Buffer): Buffer =>
    Buffer.from(
      `${head}Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment\nContent-Transfer-Encoding: ` +
        `base64\n\n${bytes.toString('base64').replace(/.{76}/g, '$&\n')}\n`,
    );

  it('gives all of three hundred small files, most of them in one archive, and says how many', async () => {
    const parts = Array.from(
      { length: 300 },
      (_, at) => `--b\nContent-Type: text/csv; name="../row.csv"\nContent-Disposition: attachment\n\n${at},ü\n`,
    );
    const raw = `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n${parts.join('')}--b--\n`;
    const sends = await arrive(Buffer.from(raw));
    assert.equal(sends.length, 12);
    assert.equal(body(sends[11]), 'Of the 300 files of this mail 290 are in this archive.');
    const [alone] = [...(await filled(sends[1] as StoredSend)).uploads.values()];
    assert.equal(alone?.toString(), '0,ü');
    const { content, uploads, types } = await filled(sends[11] as StoredSend);
    const archive = uploads.get('further-files.zip');
    assert.ok(archive);
    assert.deepEqual(
      [content['msgtype'], content['filename'], types],
      ['m.file', 'further-files.zip', ['application/zip']],
    );
    assert.equal((content['info'] as JsonObject)['size'], archive.length);
    const files = Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    assert.deepEqual(
      files,
      Array.from({ length: 290 }, (_, at) => [`${String(at + 11).padStart(3, '0')} row.csv`, `${at + 10},ü`]),
    );
    const again = await filled(sends[11] as StoredSend);
    assert.deepEqual(again.uploads.get('further-files.zip'), archive);
  });

  it('gives the original where the files of an archive are not in it any more', async () => {
    const [send] = await arrive(withFile('text/csv', 'a.csv', Buffer.from('a')));
    assert.ok(send);
    const [file] = send.files;
    assert.ok(file?.source.kind === 'part');
    const gone = {
      ...file,
      source: { kind: 'bundle', mail: file.source.mail, parts: [{ index: 7, name: 'x' }] },
    } as const;
    const { content, types } = await filled({ ...send, files: [gone] });
    assert.deepEqual(types, ['message/rfc822']);
    assert.match(text(content['body']), /a\.csv/);
  });

  it('sends a photograph with its measures and a thumbnail', async () => {
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer();
    const [send] = await arrive(withFile('image/jpeg', 'photo.jpg', photo));
    assert.ok(send);
    const { content, uploads } = await filled(send);
    assert.deepEqual(uploads.get('photo.jpg'), photo);
    const info = content['info'] as JsonObject;
    assert.deepEqual([content['msgtype'], info['w'], info['h'], info['size']], ['m.image', 1600, 1200, photo.length]);
    const small = info['thumbnail_info'] as JsonObject;
    assert.deepEqual([small['w'], small['h'], small['mimetype']], [800, 600, 'image/jpeg']);
    assert.match(text(info['thumbnail_url']), /^mxc:/);
    assert.equal(small['size'], uploads.get('thumbnail.jpg')?.length);
  });

  it('sends the files in an opaque signature as files, with their own bytes', async () => {
    const sends = await arrive(golden('smime-opaque-behind-a-list-footer'));
    assert.match(body(sends[0]), /^The offer for the lamp, 12 €, is attached\.\n\n🔏/);
    assert.deepEqual(sends.slice(1).map(body), ['smime.p7m', 'offer.csv']);
    const [, , inside] = sends;
    assert.ok(inside);
    assert.equal((await filled(inside)).uploads.get('offer.csv')?.toString(), 'lamp;12');
  });

  it('names a file that the homeserver does not take, with its size', async () => {
    const [send] = await arrive(withFile('application/pdf', 'plan.pdf', Buffer.alloc(2_000_000, 'x')));
    assert.ok(send);
    const { content } = await filled(send, { limit: 1_000_000 });
    assert.equal(content['msgtype'], 'm.notice');
    assert.match(text(content['body']), /“?"?plan\.pdf.*2\.0 MB.*mailbox/);
    assert.equal(content['url'], undefined);
  });

  it('sends the whole mail in place of a file that cannot be read out of it', async () => {
    const raw = withFile('application/pdf', 'plan.pdf', Buffer.from('%PDF'));
    const [send] = await arrive(raw);
    assert.ok(send);
    const failing: ParsePool = {
      ...parser,
      readFile: () => Promise.reject(new ParseError({ code: 'crash', detail: '' })),
    };
    const { content, uploads } = await filled(send, { pool: failing });
    assert.deepEqual(uploads.get('original.eml'), raw);
    assert.match(text(content['body']), /plan\.pdf.*could not be read/);
    assert.equal(content['filename'], 'original.eml');
    assert.equal(content['msgtype'], 'm.file');
  });

  it('attack: a megabyte of 0xff as audio costs this process next to nothing', async () => {
    const [send] = await arrive(withFile('audio/mpeg', 'song.mp3', Buffer.alloc(2 ** 20, 0xff)));
    assert.ok(send);
    const before = process.cpuUsage();
    const { content, uploads } = await filled(send);
    const { user, system } = process.cpuUsage(before);
    assert.equal(content['msgtype'], 'm.audio');
    assert.equal(uploads.get('song.mp3')?.length, 2 ** 20);
    // Looking into it here took seconds.
    assert.ok(user + system < 1_500_000, `${user + system} µs`);
  });
});

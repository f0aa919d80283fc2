import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { after, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { bundleSize } from '../../../src/mail/bundle.ts';
import { parseMail } from '../../../src/mail/mime/parse.ts';
import { ParseError, createParsePool } from '../../../src/parser/parse-pool.ts';
import { imagePlace, placeImages } from '../../../src/mail/render/render-mail.ts';
import { until } from '../../support/servers.ts';

async function* pieces(text: string | Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

function withFile(file: Buffer): string {
  const body = file.toString('base64').replace(/.{76}/g, '$&\r\n');
  return (
    `From: ann@example.org\r\nSubject: file\r\nContent-Type: multipart/mixed; ` +
    `boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\nContent-Type: application/zip; ` +
    `name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b\r\nContent-Type: text/csv; ` +
    `name=b.csv\r\n\r\n1,2\r\n--b--\r\n`
  );
}

async function collect(stream: AsyncIterable<Uint8Array> | null): Promise<Buffer> {
  assert.notEqual(stream, null);
  const all: Uint8Array[] = [];
  for await (const piece of stream ?? []) all.push(piece);
  return Buffer.concat(all);
}

/** The processes that this one has started and that live, by the system's word. */
const children = (): string[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);

describe('the pool of parsers', () => {
  const pool = createParsePool({ size: 2, readers: 2 });
  after(() => pool.close());

  it('gives what parsing without it gives, and the text for Matrix', async () => {
    const mail =
      'From: Ann <ann@example.org>\nSubject: hi\nDate: Mon, 1 Jan 2024 10:00:00 +0100\nContent-Type: ' +
      'text/html\n\n<p>Hello <b>you</b></p>';
    const [through, direct] = await Promise.all([pool.parse(pieces(mail, 10)), parseMail(pieces(mail))]);
    assert.equal(through.ok && direct.ok, true);
    if (!through.ok || !direct.ok) return;
    assert.deepEqual(through.mail, direct.mail);
    assert.equal(through.rendered.kept?.body.trim(), 'Hello you');
    assert.equal(through.rendered.cut, null);
  });

  it('reads many mails over few threads', async () => {
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, i) => pool.parse(pieces(`From: a@b.example\nSubject: ${i}\n\n${i}`))),
    );
    assert.deepEqual(
      results.map((result) => result.ok && result.mail.subject),
      results.map((_, i) => String(i)),
    );
  });

  it('ends a child that nothing is for, and starts one for what comes then', async () => {
    const before = children();
    const own = createParsePool({ size: 2, idleTime: 50 });
    const mail = () => own.parse(pieces('From: a@b.example\nSubject: again\n\nok'));
    const subjects: unknown[] = [];
    for (let round = 0; round < 2; round += 1) {
      for (const read of await Promise.all([mail(), mail()])) subjects.push(read.ok && read.mail.subject);
      const gone = () => children().every((child) => before.includes(child));
      await until(gone, { what: 'the end of the idle', within: 20_000 });
    }
    assert.deepEqual(subjects, ['again', 'again', 'again', 'again']);
    await own.close();
  });

  it('gives several files as one archive, or nothing where they are not what was promised', async () => {
    const mail = withFile(Buffer.from('zip'));
    const parts = [
      { index: 1, name: '001 b.csv' },
      { index: 0, name: '002 a.zip' },
    ];
    const size = bundleSize([
      { name: '001 b.csv', size: 3 },
      { name: '002 a.zip', size: 3 },
    ]);
    const archive = unzipSync(await collect(await pool.readBundle(pieces(mail, 40), parts, size)));
    const texts = Object.entries(archive).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
    assert.deepEqual(texts, [
      ['001 b.csv', '1,2'],
      ['002 a.zip', 'zip'],
    ]);
    assert.equal(await pool.readBundle(pieces(mail), parts, size + 1), null);
    assert.equal(await pool.readBundle(pieces(mail), parts, 2), null);
    assert.equal(await pool.readBundle(pieces(mail), [{ index: 2, name: 'c' }], size), null);
  });

  it('reads the header of a mail without its body', async () => {
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('From: a@b.example\nSubject: long\n\n'));
      for (;;) yield await Promise.resolve(Buffer.alloc(10_000, 'a\n'));
    };
    const found = await pool.parseHeader(endless());
    assert.deepEqual(found.ok && [found.mail.subject, found.mail.text?.trim() ?? ''], ['long', '']);
  });

  it('says what a file is by its beginning, and goes on with the next task', async () => {
    const gif = Buffer.concat([Buffer.from('GIF89a\x20\x03\x58\x02', 'latin1'), randomBytes(2_000_000)]);
    const mail = withFile(gif);
    const file = { index: 0, type: 'image/gif', name: 'a.gif', size: gif.length };
    for (let i = 0; i < 3; i += 1) {
      const facts = await pool.describe(pieces(mail), file);
      assert.deepEqual([facts?.msgtype, facts?.width, facts?.height], ['m.image', 800, 600]);
    }
    assert.equal(await pool.describe(pieces(mail), { ...file, index: 7 }), null);
    assert.equal((await collect(await pool.readFile(pieces(mail), 1))).toString(), '1,2');
  });

  it('streams a file out of a mail, the last one too, and null where there is none', async () => {
    const file = randomBytes(3_000_000);
    const mail = withFile(file);
    assert.equal(
      createHash('sha256')
        .update(await collect(await pool.readFile(pieces(mail), 0)))
        .digest('hex'),
      createHash('sha256').update(file).digest('hex'),
    );
    assert.equal((await collect(await pool.readFile(pieces(mail), 1))).toString(), '1,2');
    assert.equal(await pool.readFile(pieces(mail), 2), null);
  });

  it('reads the source no faster than the consumer takes the file', async () => {
    let given = 0;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces(withFile(randomBytes(8_000_000)))) {
        given += piece.length;
        yield piece;
      }
    };
    const stream = await pool.readFile(source(), 0);
    const first = await stream?.[Symbol.asyncIterator]().next();
    assert.equal(first?.done, false);
    assert.ok(given < 2_000_000, String(given));
    stream?.destroy();
  });

  it('frees the thread of a stream that is destroyed', async () => {
    const mail = withFile(randomBytes(4_000_000));
    for (let i = 0; i < 5; i += 1) (await pool.readFile(pieces(mail), 0))?.destroy();
    assert.equal((await collect(await pool.readFile(pieces(mail), 1))).toString(), '1,2');
  });

  it('passes on an error of the source, and goes on', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('From: a@b.example\n\n'));
      throw new Error('the database is gone');
    };
    await assert.rejects(pool.parse(broken()), /the database is gone/);
    await assert.rejects(pool.readFile(broken(), 0), /the database is gone/);
    assert.equal((await pool.parse(pieces('From: a@b.example\n\nok'))).ok, true);
  });

  it('says so where a mail is too large, without reading it to its end', async () => {
    const small = createParsePool({
      size: 1,
      limits: {
        size: 100_000,
        header: 1000,
        fields: 10,
        depth: 3,
        parts: 5,
        recipients: 5,
        references: 5,
        text: 1000,
        tnef: 1000,
      },
    });
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield await Promise.resolve(Buffer.alloc(10_000, 'a\n'));
    };
    const result = await small.parse(endless());
    assert.equal(result.ok ? '' : result.failure.code, 'too-large');
    assert.equal((await small.parse(pieces('From: a@b.example\n\nok'))).ok, true);
    await small.close();
  });
});

describe('a poisoned mail', () => {
  const pool = createParsePool({
    size: 2,
    readers: 1,
    timeLimit: 4000,
    memory: 64,
    script: new URL('../../fixtures/children/poison.ts', import.meta.url),
  });
  after(() => pool.close());
  const good = 'From: a@b.example\nSubject: good\n\nok';
  const rows: readonly (readonly [string, string])[] = [
    ['LOOP', 'time'],
    ['HEAP', 'memory'],
    ['THROW', 'crash'],
    ['BUFFERS', 'memory'],
  ];
  for (const [poison, code] of rows) {
    it(`${poison} fails with ${code}, while others go on`, async () => {
      const [bad, ...others] = await Promise.all([
        pool.parse(pieces(poison)),
        ...Array.from({ length: 10 }, () => pool.parse(pieces(good))),
      ]);
      assert.equal(bad.ok ? '' : bad.failure.code, code);
      assert.equal(
        others.every((other) => other.ok),
        true,
      );
    });
    it(`${poison} fails the reading of a file`, async () => {
      await assert.rejects(
        pool.readFile(pieces(poison), 0),
        (error) => error instanceof ParseError && error.failure.code === code,
      );
      assert.equal(await pool.readFile(pieces(good), 0), null);
    });
  }

  it('attack: a child that a mail made its own is ended when it says what it was not asked for', async () => {
    const said = /which it was not asked for/;
    for (const own of ['ASKS', 'CONSUMED', 'DONE', 'PIECES']) {
      const read = await pool.parse(pieces(`${own}\n\nok`));
      assert.match(read.ok ? '' : read.failure.detail, said, own);
    }
    for (const own of ['PIECES', 'FILES']) {
      // Nobody takes of it, so that there is no room for more.
      const stream = await pool.readFile(pieces(`${own}\n\nok`), 0);
      assert.ok(stream);
      await until(() => stream.destroyed, { what: 'the end of what it was made for', within: 20_000 });
      await assert.rejects(
        finished(stream),
        (error) => error instanceof ParseError && said.test(error.failure.detail),
        own,
      );
    }
    assert.equal((await pool.parse(pieces(good))).ok, true);
  });

  it('attack: what a child that a mail made its own says of it has the shape and the grammar of a mail', async () => {
    for (const own of ['SHAPE', 'HEADER']) {
      const read = await pool.parse(pieces(`${own}\n\nok`));
      assert.equal(read.ok ? 'taken' : read.failure.detail, 'the process said what is no answer', own);
    }
    assert.equal((await pool.parse(pieces(good))).ok, true);
  });

  it('takes a calendar and a report with absurd numbers', async () => {
    const many = '9'.repeat(400);
    const event = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      `SEQUENCE:${many}`,
      'DTSTART:20260101T100000Z',
      `RRULE:FREQ=DAILY;INTERVAL=${many}`,
      'SUMMARY:x',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\n');
    const invited = await pool.parse(pieces(`From: a@b.example\nContent-Type: text/calendar\n\n${event}`));
    assert.equal(invited.ok && invited.rendered.special.calendars.length, 1);
    const dsn = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'no',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; x',
      '',
      'Final-Recipient: rfc822; a@b.example',
      'Action: failed',
      `Status: ${many}.1.1`,
      `Diagnostic-Code: smtp; ${many} no`,
      '',
      '--b--',
      '',
    ].join('\n');
    const told = await pool.parse(pieces(`From: a@b.example\n${dsn}`));
    assert.equal(told.ok && told.rendered.special.report?.kind, 'dsn');
  });

  it('attack: a child asks the DNS no more about a mail than a check may', async () => {
    let asked = 0;
    const resolve = async (): Promise<string[][]> => {
      asked += 1;
      return Promise.resolve([]);
    };
    const client = { ip: null, helo: '', sender: '<>', time: 4000 };
    const answer = await pool.check(pieces('QUESTION\n\nok'), client, resolve);
    assert.deepEqual(answer, { ok: false, why: 'cannot be read' });
    assert.equal(asked, 100);
  });

  it('attack: a child that goes on talking when its task is over is ended', async () => {
    const one = createParsePool({ size: 1, script: new URL('../../fixtures/children/poison.ts', import.meta.url) });
    const others = children();
    try {
      assert.equal((await one.parse(pieces('CHATTER\n\nok'))).ok, true);
      await until(() => children().every((child) => others.includes(child)), { what: 'its end', within: 20_000 });
      assert.equal((await one.parse(pieces(good))).ok, true);
    } finally {
      await one.close();
    }
  });

  it('LOOP leaves a file of which nothing is known', async () => {
    const file = { index: 0, type: 'audio/mpeg', name: 'a.mp3', size: 3 };
    const facts = { msgtype: 'm.file', mimetype: 'audio/mpeg', width: null, height: null, duration: null };
    assert.deepEqual(await pool.describe(pieces('LOOP'), file), facts);
    assert.equal(await pool.describe(pieces(good), file), null);
  });

  it('does not count the time that a slow consumer takes', async () => {
    const stream = await pool.readFile(pieces(withFile(randomBytes(2_000_000))), 0);
    let taken = 0;
    let slow = true;
    const sink = new Writable({
      write(piece: Buffer, _encoding, done) {
        taken += piece.length;
        // Longer than the time limit of a thread, once.
        setTimeout(done, slow ? 2000 : 0);
        slow = false;
      },
    });
    assert.notEqual(stream, null);
    if (stream !== null) await pipeline(stream, sink);
    assert.equal(taken, 2_000_000);
  });

  it('rejects what is under way when the pool is closed', async () => {
    const other = createParsePool({ size: 1 });
    const never = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('From: a@b.example\n\n');
      await new Promise(() => undefined);
    };
    const [running, waiting] = [other.parse(never()), other.parse(pieces(good))];
    await Promise.all([assert.rejects(running, /closed/), assert.rejects(waiting, /closed/), other.close()]);
    await assert.rejects(other.parse(pieces(good)), /closed/);
  });
});

describe('pictures in the text', () => {
  it('get their own place once they are uploaded', () => {
    const html = `<p><img src="${imagePlace(2)}" alt="x"> and <img alt="y" src="${imagePlace(3)}"></p>`;
    assert.equal(
      placeImages(html, (index) => (index === 2 ? 'mxc://example.org/abc' : null)),
      '<p><img src="mxc://example.org/abc" alt="x"> and </p>',
    );
  });
});

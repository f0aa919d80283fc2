/**
 * Mails made to harm: what they would run, whom they would ping, what they would suppress, how much they would cost.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { JsonObject } from '../../src/bridge/types.ts';
import type { Address } from '../../src/mail/types.ts';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { speakersOf } from '../support/handlers/arrivals.ts';
import type { Arrivals, Arrived } from '../support/handlers/arrivals.ts';
import { startTestServer } from '../support/database.ts';
import type { TestDatabase, TestServer } from '../support/database.ts';
import { alice } from '../support/handlers/fixtures.ts';
import { handlerWorld } from '../support/handlers/world.ts';

const BOB = 'bob@outside.test';

describe('hostile mails', () => {
  let server: TestServer;
  let parser: ParsePool;
  let test: TestDatabase;
  let arrivals: Arrivals;
  before(async () => {
    server = await startTestServer();
    parser = createParsePool({ size: 1, readers: 1, timeLimit: 10_000, memory: 256 });
  });
  after(async () => {
    await parser.close();
    await server.stop();
  });
  beforeEach(async () => {
    test = await server.database();
    ({ arrivals } = await handlerWorld({ test, parser }));
  });
  afterEach(() => test.close());

  let count = 0;
  const mail = (fields: readonly string[], body: string | Buffer): Buffer => {
    const has = (name: string) => fields.some((field) => field.toLowerCase().startsWith(`${name}:`));
    const head = [
      ...(has('from') ? [] : [`From: Bob <${BOB}>`]),
      ...(has('message-id') ? [] : [`Message-ID: <m${++count}@outside.test>`]),
      ...(has('to') ? [] : ['To: support@mailroom.test']),
      ...(has('subject') ? [] : ['Subject: Crane']),
      'MIME-Version: 1.0',
      ...fields,
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
  };
  const html = (text: string) => mail(['Content-Type: text/html; charset=utf-8'], text);
  const plain = (text: string) => mail(['Content-Type: text/plain; charset=utf-8'], text);

  /** Every string that a client would read of what was made. */
  const shown = (seen: Arrived): string => seen.sends.map(({ content }) => JSON.stringify(content)).join('\n');

  /** What holds of everything that is sent to Matrix, whatever the mail. */
  function assertHarmless(seen: Arrived, what: string): void {
    assert.equal(seen.state, 'decided', what);
    assert.ok(seen.sends.length > 0, what);
    for (const { content, senderName, files } of seen.sends) {
      assertContent(content, what);
      assert.doesNotMatch(senderName ?? '', /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u, what);
      for (const { name } of files) assert.doesNotMatch(name, /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]|^\.+$/u, what);
      assert.ok(Buffer.byteLength(JSON.stringify(content)) < 60_000, what);
    }
  }

  function assertContent(content: JsonObject, what: string): void {
    if (content['msgtype'] === undefined) return;
    // Set and empty: without it clients look for names in the text (spec, "user and room mentions").
    assert.deepEqual(content['m.mentions'], {}, what);
    for (const key of ['m.relates_to', 'm.new_content', 'info', 'file']) {
      assert.ok(!JSON.stringify(content[key] ?? null).includes('evil'), `${what}: ${key}`);
    }
    const rich = content['formatted_body'];
    if (typeof rich !== 'string') return;
    assert.doesNotMatch(
      rich,
      /<\/?(?:script|style|iframe|object|embed|svg|math|form|input|link|meta|base|template|mx-reply|video|audio|body|html)\b/i,
      what,
    );
    for (const [tag, attributes] of [...rich.matchAll(/<[a-z][a-z0-9]*((?:\s[^<>]*)?)>/gi)].map((match) => [
      match[0],
      match[1] ?? '',
    ])) {
      assert.doesNotMatch(
        attributes ?? '',
        /\son[a-z]+\s*=|\sstyle\s*=|\ssrcset|\sdata-mx-(?!color|bg-color|spoiler|maths)/i,
        `${what}: ${String(tag)}`,
      );
    }
    for (const [, href = ''] of rich.matchAll(/\shref="([^"]*)"/gi)) {
      assert.match(href, /^(?:https?|ftp|mailto|magnet):/, what);
    }
    for (const [, src = ''] of rich.matchAll(/\ssrc="([^"]*)"/gi)) assert.doesNotMatch(src, /evil|^(?!mxc:|\{)/, what);
  }

  const rooms = ['@room', `@room ${alice}`, 'Alice', `https://matrix.to/#/${alice}`, `matrix:u/alice:matrix.test`];

  it('ping nobody: m.mentions is set and empty, whatever they name', async () => {
    for (const one of rooms) {
      assertHarmless(await arrivals.arrive(plain(`Look, ${one}`)), one);
      assertHarmless(
        await arrivals.arrive(
          html(
            `<p>${one} <a href="${one}">Alice</a> <a href="https://matrix.to/#/%40alice%3Amatrix.test">@Alice</a> <span data-mx-pill="x">${one}</span></p>`,
          ),
        ),
        one,
      );
      assertHarmless(await arrivals.arrive(mail([`Subject: ${one}`, `From: "${one}" <${BOB}>`], 'x')), one);
      const file = `Content-Type: application/pdf; name="${one}"\r\nContent-Disposition: attachment; filename="${one}"`;
      assertHarmless(await arrivals.arrive(mail([file], 'x')), one);
    }
  });

  it('are no reply, edit or event of another kind by what they hold', async () => {
    const tricks = [
      '<mx-reply><blockquote><a href="https://matrix.to/#/!room:evil.test/$x">In reply to</a> @alice:matrix.test<br>I agree to pay</blockquote></mx-reply>Text',
      '{"msgtype":"m.text","m.new_content":{"body":"evil"},"m.relates_to":{"rel_type":"m.replace","event_id":"$evil"}}',
      '<span data-mx-spoiler="evil">x</span><font data-mx-color="url(https://evil.test)">x</font>',
      '{target} {file:0} mxc://evil.test/x <img src="mxc://evil.test/x"><img src="{file:0}">',
    ];
    for (const trick of tricks) {
      assertHarmless(await arrivals.arrive(html(`<p>${trick}</p>`)), trick);
      assertHarmless(await arrivals.arrive(plain(trick)), trick);
    }
    for (const name of [
      'X-Matrix-Content',
      'In-Reply-To',
      'References',
      'X-Mailroom-Id',
      'Thread-Index',
      'X-Mailroom-Hops',
    ]) {
      // prettier-ignore
      const value = `$evil:matrix.test {"msgtype":"m.image","url":"mxc://evil"} <${'e'.repeat(2_000)}vil@x>`;
      assertHarmless(await arrivals.arrive(mail([`${name}: ${value}`], 'Text')), name);
    }
  });

  it('run nothing and load nothing', async () => {
    const links = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      '&#106;avascript:alert(1)',
      '\u0001javascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>alert(1)</script>',
      'data:image/svg+xml;base64,PHN2Zz4=',
      'file:///etc/passwd',
      'blob:https://evil.test/x',
      'cid:x',
      'mid:x',
      'view-source:https://evil.test',
      'intent://evil#Intent;end',
      'ms-word:ofe|u|https://evil.test/x',
      'x" onmouseover="alert(1)',
      'https://evil.test/"><script>alert(1)</script>',
      'https:\\\\evil.test',
      '//evil.test/x',
      '\\\\evil.test\\share',
    ];
    for (const link of links) {
      const body =
        `<a href="${link}">a</a><img src="${link}"><form action="${link}"><button formaction="${link}">b</button>` +
        `</form><iframe src="${link}"></iframe><svg><a xlink:href="${link}"><text>c</text></a></svg>` +
        `<style>@import "${link}"</style><div style="background:url(${link})" onclick="${link}">d</div>` +
        `<base href="${link}"><meta http-equiv="refresh" content="0;url=${link}">`;
      assertHarmless(await arrivals.arrive(html(body)), link);
    }
    for (const [type, name] of [
      ['text/html', 'x.html'],
      ['image/svg+xml', 'x.svg'],
      ['application/xhtml+xml', 'x.xhtml'],
      ['text/xml', 'x.xml'],
    ]) {
      const seen = await arrivals.arrive(
        mail(
          [`Content-Type: ${String(type)}; name=${String(name)}`, 'Content-Disposition: inline'],
          '<script>alert(1)</script>',
        ),
      );
      assertHarmless(seen, String(type));
      for (const { content } of seen.sends)
        assert.ok(content['msgtype'] !== 'm.image' && content['msgtype'] !== 'm.video', type);
    }
  });

  it('show where a link leads that says something else', async () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['https://bank.test@evil.test/', 'bank.test', /evil\.test/],
      ['https://bank.test%2f@evil.test/', 'https://bank.test/', /evil\.test/],
      ['https://evil.test/bank.test', 'https://bank.test/', /evil\.test/],
      ['https://bаnk.test/', 'bank.test', /xn--/],
      ['https://bank.test.evil.test/', 'bank.test', /bank\.test\.evil\.test/],
      ['mailto:evil@evil.test', 'boss@mailroom.test', /evil@evil\.test/],
      ['https://evil.test\u202emoc.knab', 'bank.com', /evil\.test/],
    ];
    for (const [href, text, where] of cases) {
      const seen = await arrivals.arrive(html(`<p><a href="${href}">${text}</a></p>`));
      assertHarmless(seen, href);
      const [send] = seen.sends;
      const body = send?.content['body'];
      assert.match(typeof body === 'string' ? body : '', where, href);
    }
  });

  describe('of a shape that costs', () => {
    const nested = (depth: number): string => {
      const begin = Array.from(
        { length: depth },
        (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
      );
      return begin.join('').replace(/^Content-Type: [^\r]*\r\n\r\n/, '');
    };
    const bombs: readonly (readonly [string, () => Buffer])[] = [
      [
        'ten thousand multiparts, one within the other',
        () =>
          mail(['Content-Type: multipart/mixed; boundary=b0'], `${nested(10_000)}Content-Type: text/plain\r\n\r\nDeep`),
      ],
      [
        'a hundred thousand parts',
        () =>
          mail(
            ['Content-Type: multipart/mixed; boundary=b'],
            '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(100_000),
          ),
      ],
      [
        'a hundred thousand files',
        () =>
          mail(
            ['Content-Type: multipart/mixed; boundary=b'],
            '--b\r\nContent-Disposition: attachment; filename=x\r\n\r\nx\r\n'.repeat(100_000),
          ),
      ],
      [
        'a mail in a mail, a thousand times',
        () => mail(['Content-Type: message/rfc822'], 'Content-Type: message/rfc822\r\n\r\n'.repeat(1_000)),
      ],
      [
        'a boundary of a million characters',
        () => mail([`Content-Type: multipart/mixed; boundary="${'b'.repeat(1_000_000)}"`], 'x'),
      ],
      ['a header of twenty megabytes', () => mail([`X-A: ${'a'.repeat(20_000_000)}`], 'x')],
      ['a million header fields', () => mail(['X-A: a\r\n'.repeat(1_000_000).trimEnd()], 'x')],
      [
        'a hundred thousand recipients',
        () => mail([`To: ${Array.from({ length: 100_000 }, (_, n) => `u${n}@x.test`).join(', ')}`], 'x'),
      ],
      [
        'a hundred thousand references',
        () => mail([`References: ${Array.from({ length: 100_000 }, (_, n) => `<${n}@x.test>`).join(' ')}`], 'x'),
      ],
      [
        'a parameter in ten thousand pieces (RFC 2231)',
        () =>
          mail(
            [
              `Content-Disposition: ` +
                `attachment${Array.from({ length: 10_000 }, (_, n) => `;\r\n filename*${n}*=%41`).join('')}`,
            ],
            'x',
          ),
      ],
      [
        'a parameter whose pieces are numbered to the end of numbers',
        () =>
          mail(
            [
              'Content-Disposition: attachment; filename*99999999999999999999=x; filename*4294967295=y; ' +
                "filename*-1=z; filename*0*=utf-8''%",
            ],
            'x',
          ),
      ],
      ['an encoded word in ten thousand pieces', () => mail([`Subject: ${'=?utf-8?b?4pyT?= '.repeat(10_000)}`], 'x')],
      ['comments within comments', () => mail([`From: ${'('.repeat(100_000)} <${BOB}>`], 'x')],
      ['quotes without an end', () => mail([`From: ${'"\\'.repeat(100_000)}`], 'x')],
      ['people without commas', () => mail([`To: ${'<a@b.test>'.repeat(25_000)}`], 'x')],
      ['brackets without an end', () => mail([`To: ${'a@[ '.repeat(60_000)}`], 'x')],
      ['a group in a group', () => mail([`Cc: ${'g:'.repeat(50_000)}`], 'x')],
      [
        'ten megabytes of base64 as text',
        () => mail(['Content-Transfer-Encoding: base64'], Buffer.alloc(10_000_000, 'x').toString('base64')),
      ],
      [
        'base64 of base64 of base64',
        () =>
          mail(
            ['Content-Transfer-Encoding: base64'],
            Buffer.from(Buffer.from(Buffer.alloc(100_000, 'x').toString('base64')).toString('base64')).toString(
              'base64',
            ),
          ),
      ],
      [
        'ten megabytes of quoted-printable',
        () => mail(['Content-Transfer-Encoding: quoted-printable'], '=\r\n'.repeat(3_000_000)),
      ],
      ['a line of ten megabytes', () => plain('x'.repeat(10_000_000))],
      ['a million empty lines', () => plain('\r\n'.repeat(1_000_000))],
      ['ten thousand levels of quotation', () => plain(`${'>'.repeat(10_000)} x\r\n`.repeat(100))],
      ['fifty thousand nested elements', () => html(`${'<div>'.repeat(50_000)}x`)],
      ['fifty thousand nested tables', () => html(`${'<table><tr><td>'.repeat(50_000)}x`)],
      ['a million attributes', () => html(`<p ${'a=1 '.repeat(1_000_000)}>x</p>`)],
      ['an entity that never ends', () => html(`&${'a'.repeat(1_000_000)}`)],
      ['a style sheet of a megabyte', () => html(`<style>${'a{b:c}'.repeat(160_000)}</style><p class="a">x</p>`)],
      [
        'columns without number',
        () => html('<table><tr><td colspan="999999999" rowspan="999999999">x</td></tr></table>'),
      ],
      [
        'a calendar that repeats for ever',
        () =>
          mail(
            ['Content-Type: text/calendar; method=REQUEST'],
            'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n' +
              'BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20240101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n'.repeat(
                10_000,
              ) +
              'END:VCALENDAR',
          ),
      ],
      [
        'a winmail.dat that lies about its size',
        () =>
          mail(
            ['Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64'],
            Buffer.concat([Buffer.from('223e9f78010001', 'hex'), Buffer.alloc(50_000, 0xff)]).toString('base64'),
          ),
      ],
    ];
    for (const [name, make] of bombs) {
      it(`${name}: is shown or announced in time, and the next mail goes on`, { timeout: 60_000 }, async () => {
        const bomb = await arrivals.arrive(make());
        assert.ok(['decided', 'quarantined'].includes(bomb.state), bomb.state);
        assert.ok(bomb.sends.length > 0 && bomb.sends.length <= 110, `${String(bomb.sends.length)} sends`);
        for (const { content } of bomb.sends) assert.ok(JSON.stringify(content).length < 60_000);
        assertHarmless(await arrivals.arrive(plain('The next mail')), name);
      });
    }

    it('an archive is a file and is not opened', async () => {
      const zeros = Buffer.alloc(50_000_000);
      for (const [name, bytes] of [
        ['x.gz', gzipSync(zeros)],
        ['x.zip', deflateRawSync(zeros)],
      ] as const) {
        const seen = await arrivals.arrive(
          mail(
            [
              `Content-Type: application/octet-stream; name=${name}`,
              `Content-Disposition: attachment; filename=${name}`,
              'Content-Transfer-Encoding: base64',
            ],
            bytes.toString('base64'),
          ),
        );
        assertHarmless(seen, name);
        assert.deepEqual(
          seen.sends.flatMap(({ files }) => files.map((file) => [file.name, file.size])),
          [[name, bytes.length]],
        );
      }
    });
  });

  describe('that come again', () => {
    const first = (text = 'Deliver on Monday', id = '<real@outside.test>') =>
      mail([`Message-ID: ${id}`, 'Date: Mon, 01 Jan 2024 00:00:00 +0000'], text);

    it('an old reply, replayed whole, is the mail that was shown already', async () => {
      const seen = await arrivals.arrive(first());
      const again = await arrivals.arrive(
        Buffer.concat([Buffer.from('Received: from evil by us; x\r\nX-Replayed: 1\r\n'), first()]),
      );
      assert.deepEqual([again.state, again.reason, again.message], ['ignored', 'duplicate', seen.message]);
      assert.deepEqual(again.sends, []);
    });

    it('a forged copy of a known Message-ID suppresses nothing, before the real mail or after it', async () => {
      assertHarmless(await arrivals.arrive(first('Pay to account 666')), 'forged');
      const real = await arrivals.arrive(first());
      assertHarmless(real, 'real');
      assert.match(shown(real), /Deliver on Monday/);
      const after = await arrivals.arrive(first('Pay to account 667'));
      assertHarmless(after, 'after');
      assert.notEqual(after.message, real.message);
    });

    it('a mail of ours that comes back with other words is shown, and is not ours', async () => {
      const ours = arrivals.ids.outgoing('support' as never, '$ours' as never);
      const fields = [
        'From: Support <support@mailroom.test>',
        `Message-ID: ${arrivals.ids.ownMessageId(ours, 'mailroom.test')}`,
        `X-Mailroom-Id: ${arrivals.ids.ownHeader(ours)}`,
      ];
      const seen = await arrivals.arrive(mail([...fields.slice(1)], 'Pay to account 666'));
      assertHarmless(seen, 'ours');
      assert.deepEqual(speakersOf(seen), [arrivals.ghosts.ghost(BOB as Address)]);
    });

    it('ids and headers that only look like ours are no ids of ours', async () => {
      for (const id of [
        '<m.aaaaaaaaaaaaaaaaaaaaaaaaaa@mailroom.test>',
        '<@mailroom.test>',
        `<${'a'.repeat(900)}@x>`,
        '<\0@x>',
        '<a b@x>',
        '<<x@y>>',
      ]) {
        // prettier-ignore
        const seen = await arrivals.arrive(mail([`Message-ID: ${id}`, `X-Mailroom-Id: ` +
          id, `In-Reply-To: ${id}`], id));
        assertHarmless(seen, id);
      }
    });
  });
});

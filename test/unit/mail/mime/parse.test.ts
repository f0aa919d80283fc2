import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { codes, head, multipart, names, parse } from './parse-helpers.ts';

describe('the header of a mail', () => {
  it('is read into people, ids, date and subject', async () => {
    const mail = await parse(
      'From: =?utf-8?q?=C3=84nne?= <ann@example.org>\r\nSender: bot@example.org\r\nReply-To: help@example.org\r\n' +
        'To: bob@example.net,\r\n "Lee, Carl" <carl@example.net>\r\nCc: d@example.net\r\nBcc: e@example.net\r\n' +
        'Subject: =?utf-8?B?R3LDvMOfZQ==?=\r\n aus Bonn\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\n' +
        'Message-ID: <2@example.org>\r\nIn-Reply-To: <1@example.org>\r\nReferences: <0@example.org>\r\n' +
        ' <1@example.org>\r\n\r\nHi\r\n',
    );
    assert.deepEqual(mail.from, [{ name: 'Änne', address: 'ann@example.org' }]);
    assert.equal(mail.sender?.address, 'bot@example.org');
    assert.deepEqual(
      [mail.replyTo, mail.to, mail.cc, mail.bcc].map((list) => list.map((person) => person.address)),
      [['help@example.org'], ['bob@example.net', 'carl@example.net'], ['d@example.net'], ['e@example.net']],
    );
    assert.equal(mail.subject, 'Grüße aus Bonn');
    assert.equal(mail.date?.toISOString(), '2024-01-01T09:00:00.000Z');
    assert.deepEqual(
      [mail.messageId, mail.inReplyTo, mail.references],
      ['<2@example.org>', ['<1@example.org>'], ['<0@example.org>', '<1@example.org>']],
    );
    assert.equal(mail.text, 'Hi\n');
    assert.equal(mail.header.authors, 1);
  });
  it('keeps every sender where there are several From fields', async () => {
    const mail = await parse('From: a@example.org\nFrom: b@example.org\n\nHi');
    assert.deepEqual(
      mail.from.map((person) => person.address),
      ['a@example.org', 'b@example.org'],
    );
  });
  it('may be missing', async () =>
    assert.equal((await parse('Hello there,\nno header at all.\n')).text, 'Hello there,\nno header at all.\n'));
  it('may end without an empty line', async () =>
    assert.equal(
      (await parse('From: a@example.org\nSubject: x\nHello there\nand more\n\nend')).text,
      'Hello there\nand more\n\nend',
    ));
  it('may hold a line without a colon', async () =>
    assert.equal((await parse('From: a@example.org\nSubject: one\ntwo\nTo: b@example.org\n\nHi')).subject, 'one two'));
  it('may begin with the line of an mbox', async () =>
    assert.equal((await parse('From a@example.org Mon Jan  1 10:00:00 2024\nSubject: x\n\nHi')).subject, 'x'));
  it('may begin behind white space', async () =>
    assert.equal((await parse(' From: a@example.org\nSubject: x\n\nHi')).from[0]?.address, 'a@example.org'));
  it('may hold raw bytes in the charset of the mail', async () => {
    const mail = await parse(
      iconv.encode(
        'From: a@example.org\nSubject: Привет\nContent-Type: text/plain; charset=koi8-r\n\nПривет',
        'koi8-r',
      ),
    );
    assert.deepEqual([mail.subject, mail.text], ['Привет', 'Привет']);
  });
  it('may have lines that end in CR alone', async () =>
    assert.equal((await parse('From: a@example.org\rSubject: x\r\rone\rtwo')).text, 'one\ntwo'));
  it('without an id or a date says so', async () => {
    const mail = await parse('From: a@example.org\nDate: yesterday\n\nHi');
    assert.deepEqual([mail.messageId, mail.date, codes(mail)], [null, null, ['no-message-id', 'no-date']]);
  });
});

describe('the text of a mail', () => {
  it('comes from the plain part and the HTML part of an alternative', async () => {
    const mail = await parse(
      multipart('alternative', 'Content-Type: text/plain\n\nplain', 'Content-Type: text/html\n\n<p>rich</p>'),
    );
    assert.deepEqual([mail.text, mail.html, mail.files], ['plain', '<p>rich</p>', []]);
  });
  it('joins plain parts in their order', async () =>
    assert.equal((await parse(multipart('mixed', '\none', '\ntwo'))).text, 'one\ntwo'));
  it('holds a plain footer in its HTML too, escaped', async () => {
    const mail = await parse(
      multipart('mixed', 'Content-Type: text/html\n\n<p>rich</p>', 'Content-Type: text/plain\n\na < b'),
    );
    assert.deepEqual([mail.text, mail.html], [null, '<p>rich</p><br>\n<div>a &lt; b</div>']);
  });
  it('finds a mixed inside an alternative, as Apple Mail writes it', async () => {
    const inner =
      'Content-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>one</p>\n--c\nContent-Type: ' +
      'application/pdf; name=a.pdf\n\nPDF\n--c\nContent-Type: text/html\n\n<p>two</p>\n--c--';
    const mail = await parse(multipart('alternative', '\none', inner));
    assert.deepEqual(
      [mail.text, mail.html, names(mail)],
      ['one', '<p>one</p><br>\n<p>two</p>', ['a.pdf application/pdf']],
    );
  });
  it('of an attachment is a file', async () => {
    const mail = await parse(
      multipart(
        'mixed',
        '\nhello',
        'Content-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nnotes',
        'Content-Type: text/html; name=page.html\n\n<p>',
      ),
    );
    assert.deepEqual([mail.text, names(mail)], ['hello', ['notes.txt text/plain', 'page.html text/html']]);
  });
  it('is unwrapped where it flows', async () => {
    const mail = await parse(
      `${head}Content-Type: text/plain; format=flowed\n\nlong \nline\n> quoted \n> words\n>> deeper\n From ` +
        `stuffed\n-- \nAnn\n`,
    );
    assert.equal(mail.text, 'long line\n> quoted words\n>> deeper\nFrom stuffed\n-- \nAnn\n');
  });
  it('loses the joining space with DelSp', async () =>
    assert.equal(
      (await parse(`${head}Content-Type: text/plain; format=flowed; delsp=yes\n\n日本 \n語\n`)).text,
      '日本語\n',
    ));
  it('is read from text/enriched', async () =>
    assert.equal(
      (await parse(`${head}Content-Type: text/enriched\n\n<bold>Hi</bold> there <<you>\n\n\nend`)).text,
      'Hi there <you>\n\nend',
    ));
  it('has no NUL and no lone surrogate', async () => {
    const mail = await parse(`${head}Subject: a\u0000b\n\nx\u0000y`);
    assert.deepEqual([mail.subject, mail.text], ['ab', 'xy']);
  });
  it('that says base64 and is not is read as it stands', async () => {
    const mail = await parse(`${head}Content-Transfer-Encoding: base64\n\nThis was never encoded.`);
    assert.deepEqual([mail.text, codes(mail)], ['This was never encoded.', ['not-base64']]);
  });
  it('in base64 ends where a list appended its footer', async () =>
    assert.equal(
      (await parse(`${head}Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ=\n_______________\nlist footer\n`))
        .text,
      'hello world',
    ));
  it('in quoted-printable keeps what escapes nothing', async () =>
    assert.equal(
      (
        await parse(
          `${head}Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n=C3=BC ` +
            `soft=\n break  \n1=1 =zz`,
        )
      ).text,
      'ü soft break\n1=1 =zz',
    ));
  it('in HTML may name its charset itself', async () =>
    assert.match(
      (
        await parse(
          iconv.encode(`${head}Content-Type: text/html\n\n<meta charset="windows-1251"><p>Привет`, 'windows-1251'),
        )
      ).html ?? '',
      /Привет/,
    ));
});

describe('broken boundaries', () => {
  const rows: readonly (readonly [string, string, readonly string[], string | null])[] = [
    [
      'an inner multipart without an end',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; ` +
        `boundary=b\n\n--b\n\ntext\n--a\nContent-Type: image/png; name=x.png\n\nPNG\n--a--\n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'no end at all',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a\n\ntext\n--a\nContent-Type: image/png; ` +
        `name=x.png\n\nPNG`,
      ['x.png image/png'],
      'text',
    ],
    [
      'white space behind the boundary',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a  \n\ntext\n--a\t\nContent-Type: image/png; ` +
        `name=x.png\n\nPNG\n--a--  \n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'no boundary named',
      `${head}Content-Type: multipart/mixed\n\n--zz\nContent-Type: text/plain\n\ntext\n--zz\nContent-Type: ` +
        `image/png; name=x.png\n\nPNG\n--zz--\n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'another boundary named',
      `${head}Content-Type: multipart/mixed; boundary=nope\n\npreamble\n--zz\nContent-Type: ` +
        `text/plain\n\ntext\n--zz\nContent-Type: image/png; name=x.png\n\nPNG\n--zz--\n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'a boundary that never comes',
      `${head}Content-Type: multipart/mixed; boundary=nope\n\njust text\n`,
      [],
      'just text\n',
    ],
    [
      'a part behind the end',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a\n\ntext\n--a--\n--a\nContent-Type: image/png; ` +
        `name=x.png\n\nPNG\n--a--\n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'a boundary that begins like another',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; ` +
        `boundary=aa\n\n--aa\n\none\n--aa--\n--a\n\ntwo\n--a--\n`,
      [],
      'one\ntwo',
    ],
    [
      'the first delimiter lost',
      `${head}Content-Type: multipart/mixed; boundary=a\nContent-Type: text/plain\n\ntext\n--a\nContent-Type: ` +
        `image/png; name=x.png\n\nPNG\n--a--\n`,
      ['x.png image/png'],
      'text',
    ],
    [
      'a part without a header',
      `${head}Content-Type: multipart/mixed; boundary=a\n\n--a\nno header here\n--a--\n`,
      [],
      'no header here',
    ],
  ];
  for (const [name, mail, files, text] of rows)
    it(`${name}: nothing is lost`, async () => {
      const parsed = await parse(mail);
      assert.deepEqual([names(parsed), parsed.text], [files, text]);
    });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareRenderings } from '../../../../src/mail/render/alternative.ts';
import { defaultLimits } from '../../../../src/mail/mime/parse.ts';
import { parseAndRender } from '../../../../src/mail/render/render-mail.ts';
import type { RenderedMail } from '../../../../src/mail/render/render-mail.ts';
import { multipart, pieces } from '../mime/parse-helpers.ts';

const plain = (text: string): string => `Content-Type: text/plain; charset=utf-8\n\n${text}`;
const html = (text: string): string => `Content-Type: text/html; charset=utf-8\n\n${text}`;

async function rendered(mail: string): Promise<RenderedMail> {
  const result = await parseAndRender(pieces(mail), defaultLimits, 'en');
  assert.ok(result.ok);
  return result.rendered;
}

const both = (text: string, markup: string): Promise<RenderedMail> =>
  rendered(multipart('alternative', plain(text), html(markup)));

const words = 'Please deliver the forty lamps on Tuesday, not on Monday.';

describe('HTML that says nothing gives way to the text beside it', () => {
  const nothing: Readonly<Record<string, string>> = {
    'an empty document': '<html></html>',
    'a tracking picture': '<html><body><img src="https://t.example/o.gif" width="1" height="1"></body></html>',
    blanks: '<div>&nbsp;<br>\u200b&#8203; </div>',
    'a comment and a style': '<style>p{color:red}</style><!-- hello lamps Tuesday --><p></p>',
    'white on white': `<p style="color:#fff">${words}</p>`,
    'white on white by name': `<body bgcolor="white"><font color="white">${words}</font></body>`,
    'nearly white on white': `<p style="background:#fefefe"><b style="color:rgb(255,255,255)">${words}</b></p>`,
    'black on a black row': `<table><tr bgcolor="#000000"><td><font color=black>${words}</font></td></tr></table>`,
    'a colour of the style sheet': `<style>.x{color:#ffffff}</style><p class="x">${words}</p>`,
    'white in a pre': `<pre style="color:white">${words}</pre>`,
    'no size': `<p style="font-size:0">${words}</p><p style="font-size:1px">${words}</p>`,
    'no display': `<div style="display:none">${words}</div>`,
    "a scanner's footer": '<p>Virus-free. <a href="https://www.avast.example">www.avast.com</a></p>',
    'a disclaimer':
      '<p>This e-mail is confidential. If you are not the intended recipient, delete it and all copies.</p>',
  };
  for (const [name, markup] of Object.entries(nothing)) {
    it(name, async () => {
      const { kept, alternative } = await both(words, markup);
      assert.equal(kept?.body, words);
      assert.equal(alternative?.taken, 'text');
    });
  }
  it('and an empty one is no file', async () => {
    const { alternative } = await both(words, '<html></html>');
    assert.deepEqual(alternative, { taken: 'text', words: 9, shown: 0, other: null });
  });
  it('also where only the quotation is in it', async () => {
    const quoted = 'When shall we come? We have a car on each day of the next week, and two people.';
    const { kept, cut } = await both(
      `${words}\n\nOn Mon, 2 Nov 2026, Support wrote:\n> ${quoted}`,
      `<blockquote type="cite">${quoted}</blockquote>`,
    );
    assert.equal(kept?.body, words);
    assert.match(cut?.body ?? '', /When shall we come/);
  });
  it('also in one part of several, where others have HTML alone', async () => {
    const { kept, alternative } = await rendered(
      multipart(
        'mixed',
        `Content-Type: multipart/alternative; boundary=c\n\n--c\n${plain(words)}\n--c\n${html('<html></html>')}\n--c--`,
        html('<p>A second part in HTML.</p>'),
      ),
    );
    assert.equal(kept?.body, `${words}\n\nA second part in HTML.`);
    assert.equal(alternative?.taken, 'text');
  });
});

describe('HTML is taken', () => {
  it('where it shows what the text says', async () => {
    const { kept, alternative } = await both(
      words,
      `<p><b>P</b>lease deliver the forty lamps on Tuesday, <i>not</i> on Monday.</p>`,
    );
    assert.match(kept?.html ?? '', /<em>not<\/em>|<i>not<\/i>/);
    assert.deepEqual(alternative, { taken: 'html', words: 9, shown: 9, other: null });
  });
  it('where the text spells out targets, bullets and marks', async () => {
    const { alternative } = await both(
      `* ${words}\n\nOrder <https://shop.example/a/b/c?long=1&list=of&tracking=words>\n[cid:image001.png@01DA]`,
      `<ul><li>${words}</li></ul><a href="https://shop.example/x">Order</a>`,
    );
    assert.equal(alternative?.taken, 'html');
  });
  it('where letters of a dark mail are white', async () => {
    const { alternative } = await both(words, `<body bgcolor="#111111"><p style="color:#ffffff">${words}</p></body>`);
    assert.deepEqual([alternative?.taken, alternative?.shown], ['html', 9]);
  });
  it('where what is behind white letters is a picture', async () => {
    const { alternative } = await both(
      words,
      `<td background="https://x.example/dark.png"><p style="color:#ffffff">${words}</p></td>`,
    );
    assert.deepEqual([alternative?.taken, alternative?.shown], ['html', 9]);
  });
  it('where the text only asks for another program, which is then a file', async () => {
    const { kept, alternative } = await both(
      'Your mail program cannot show this mail.',
      `<h1>Autumn</h1><p>${words}</p><p>Lamps, shades and bulbs at half price for three weeks.</p>`,
    );
    assert.match(kept?.body ?? '', /half price/);
    assert.equal(alternative?.taken, 'html');
    assert.equal(alternative.other?.body, 'Your mail program cannot show this mail.');
  });
  it('without a text beside it', async () => {
    const { kept, alternative } = await rendered(multipart('mixed', html(`<p style="color:white">${words}</p>`)));
    assert.deepEqual([kept?.body, alternative], [words, null]);
  });
});

describe('the text is taken where it says more', () => {
  it('a sentence of a short mail', async () => {
    const { kept, alternative } = await both(
      'The delivery comes on Tuesday. Ring at the back door, code 4711.',
      '<p>The delivery comes on Tuesday.</p>',
    );
    assert.match(kept?.body ?? '', /4711/);
    assert.deepEqual([alternative?.taken, alternative?.other], ['text', null]);
  });
  it('and the HTML is a file where it says other things', async () => {
    const { kept, alternative } = await both(words, '<p>Congratulations, a great prize awaits.</p>');
    assert.equal(kept?.body, words);
    assert.match(alternative?.other?.html ?? '', /prize/);
  });
  it('in scripts without spaces', () => {
    assert.equal(
      compareRenderings({
        text: { kept: '请在星期二送货', whole: '请在星期二送货' },
        html: { kept: '请在 星期二\n送货', whole: '请在 星期二\n送货' },
      }).taken,
      'html',
    );
  });
});

describe('alternatives', () => {
  it('for devices are left out silently, and leave the numbers of files as they were', async () => {
    const result = await parseAndRender(
      pieces(
        multipart(
          'mixed',
          `Content-Type: multipart/alternative; boundary=c\n\n--c\n${plain('Plain')}\n` +
            '--c\nContent-Type: text/x-amp-html\n\n<html amp4email>\n' +
            `--c\nContent-Type: text/watch-html\n\n<b>Watch</b>\n--c\n${html('<p>Plain</p>')}\n--c--`,
          'Content-Type: application/pdf; name=a.pdf\n\npdf',
        ),
      ),
      defaultLimits,
      'en',
    );
    assert.ok(result.ok);
    assert.deepEqual(
      [result.mail.files.map(({ name, index }) => [name, index]), result.mail.warnings],
      [[['a.pdf', 2]], []],
    );
  });
  it('in markdown count beside an empty HTML', async () => {
    const { kept } = await rendered(
      multipart('alternative', `Content-Type: text/markdown\n\n${words}`, html('<html></html>')),
    );
    assert.equal(kept?.body, words);
  });
  it('in text/enriched count where there is no other text', async () => {
    const enriched = 'Content-Type: text/enriched\n\n<bold>Order 7</bold> lacks <<two>> screws.';
    const alone = await rendered(multipart('alternative', enriched));
    const beside = await rendered(multipart('alternative', plain('Order 7 lacks two screws.'), enriched));
    assert.equal(alone.kept?.body.trim(), 'Order 7 lacks <two> screws.');
    assert.equal(beside.kept?.body.trim(), 'Order 7 lacks two screws.');
  });
});

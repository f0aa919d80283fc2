import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseHtml } from '../../../../src/mail/html/html-parse.ts';
import { splitDocument, splitHtml } from '../../../../src/mail/quote/quote-html.ts';
import { splitText } from '../../../../src/mail/quote/quote.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const line = fc.constantFrom(
  'Sounds good.',
  '',
  '> quoted',
  '>> deeper',
  '>',
  '-- ',
  'Ben Carter',
  'On Fri, Jan 5, 2024 at 10:12 AM Anna <anna@architects.example> wrote:',
  'On Fri, Jan 5, 2024, Anna',
  'wrote:',
  'Am 05.01.24 um 10:12 schrieb Anna:',
  'From: Anna <anna@architects.example>',
  'Sent: Friday, January 5, 2024 10:12 AM',
  'To: Ben',
  'Subject: Roof',
  '-----Original Message-----',
  '---------- Forwarded message ---------',
  '________________________________',
  'Sent from my iPhone',
  'Kind regards,',
  'Phone: +44 117 496 0123',
  'www.builders.example',
  'If you are not the intended recipient, delete this confidential message.',
  'AK> initials',
  '| bar',
  '<',
  '> wrote:',
);
const words = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .sort();

describe('splitText', () => {
  it('keeps and cuts every word exactly once, and never keeps nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: line }, fc.string()), { maxLength: 40 }),
        fc.boolean(),
        (lines, forwarded) => {
          const text = lines.join('\n');
          const { kept, cut } = splitText(text, { forwarded });
          assert.deepEqual(words(`${kept}\n${cut}`), words(text));
          assert.equal(kept.trim() === '', text.trim() === '');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a forwarded mail stays whole from its first line on', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const forwarded =
          `---------- Forwarded message ---------\n${lines.map((each) => each.trimEnd()).join('\n')}`.trimEnd();
        assert.ok(splitText(`See this.\n\n${forwarded}`).kept.endsWith(forwarded));
      }),
    );
  });

  it('understands every kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028'])
      assert.deepEqual(splitText(['Yes.', '', 'Anna <a@b.example> wrote:', '> Ready?'].join(end)), {
        kept: 'Yes.',
        cut: 'Anna <a@b.example> wrote:\n> Ready?',
      });
  });

  it('an empty text is empty', () => assert.deepEqual(splitText(' \n\n'), { kept: '', cut: '' }));

  const hostile = [
    ...[
      'wrote: ',
      '> ',
      '>',
      '<',
      'a@',
      '(',
      '[',
      '"',
      '1 ',
      'at 12:30 ',
      'confidential ',
      '- ',
      '日',
      'x@y <',
      'On <',
      '\u200f',
      '.',
    ],
    ...[
      'From: x\n',
      'On 5 May 2020 <a@b.example> wrote:\n',
      'x:\n',
      '--\n',
      '____\n',
      'Kind regards\n',
      'Tel: +49 30 123456\n',
    ],
    ...[
      '\n',
      'C> x\n',
      '| x\n',
      '> x\n\ny\n',
      'On <\n',
      '> From: x\n> Subject: y\n> Date: z\n',
      'Sent from my phone\n',
    ],
  ];
  for (const piece of hostile)
    it(`takes a time in proportion to its length: ${JSON.stringify(piece)}`, () => {
      const time = (length: number): number => {
        const text = `Yes.\n${piece.repeat(Math.ceil(length / piece.length))}\nx:`;
        const started = cpuTime();
        splitText(text);
        return cpuTime() - started;
      };
      time(20_000);
      // Square growth would need minutes here; the bound leaves room for a busy machine.
      assert.ok(time(200_000) < 5_000);
    });
});

describe('splitHtml', () => {
  const block = line.map((text) => `<div>${text.replaceAll('<', '&lt;') || '<br>'}</div>`);
  const wrapped = fc
    .tuple(
      fc.constantFrom(
        'blockquote type="cite"',
        'blockquote',
        'div class="gmail_quote"',
        'div id="Signature"',
        'p',
        'pre',
      ),
      fc.array(block, { maxLength: 4 }),
    )
    .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0] ?? ''}>`);
  const text = (html: string): string =>
    html
      .replace(/<[^>]*>/gu, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');

  it('keeps and cuts every word exactly once, and never keeps nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(block, wrapped), { maxLength: 25 }), (blocks) => {
        const html = blocks.join('');
        const { kept, cut } = splitHtml(html);
        assert.deepEqual(words(text(`${kept} ${cut}`)), words(text(html)));
        assert.equal(text(kept).trim() === '', text(html).trim() === '');
      }),
      { numRuns: 300 },
    );
  });

  it('gives back the input itself where nothing is cut', () => {
    const html = '<p>Only <!-- odd --> text &amp; more<p>';
    assert.deepEqual(splitHtml(html), { kept: html, cut: '' });
  });

  it('does not change the tree that it is given', () => {
    const { document } = parseHtml(
      '<p>Yes.</p><div class="gmail_attr">Anna wrote:</div><blockquote type="cite">Ready?</blockquote>',
    );
    const before = document.children.length;
    const { kept, cut } = splitDocument(document);
    assert.equal(document.children.length, before);
    assert.notEqual(kept, document);
    assert.notEqual(cut, null);
  });

  for (const piece of [
    '<div>',
    '<blockquote type="cite">',
    '<p>a</p>',
    '<br>',
    '<td></td>',
    'a<hr>',
    '<pre>\n',
    '<b><i>',
    '<div class="yahoo_quoted">x</div>y',
  ])
    it(`takes a time in proportion to its length: ${piece}`, () => {
      const html =
        `<p>Yes.</p>${piece.repeat(Math.ceil(200_000 / piece.length))}<div class="gmail_attr">Anna ` +
        `wrote:</div><blockquote type="cite">x`;
      const started = cpuTime();
      splitHtml(html);
      assert.ok(cpuTime() - started < 5_000);
    });
});

describe('the block of a meeting is no signature', () => {
  const block = [
    '________________________________________________________________________________',
    'Microsoft Teams meeting',
    'Join on your computer, mobile app or room device',
    'Click here to join the meeting<https://teams.example/l/meetup-join/19%3ameeting/0>',
    'Meeting ID: 123 456 789',
    'Passcode: aBc123',
    'Or call in (audio only)',
    '+49 69 1234567,,123#<tel:+4969123,,123#>   Germany, Frankfurt',
    'Learn More<https://www.example/teams> | Meeting options<https://teams.example/opt>',
    '________________________________________________________________________________',
  ];
  const blocks: Readonly<Record<string, readonly string[]>> = {
    'of Teams': block,
    'of Teams in German': [
      '________________________________',
      'Microsoft Teams-Besprechung',
      'Jetzt an der Besprechung teilnehmen',
      'Besprechungs-ID: 123 456 789 01',
      '+49 69 1234567',
    ],
    'of Zoom': ['______________', 'Join Zoom Meeting', 'https://us02web.zoom.us/j/123456', 'Tel. +49 69 1234567'],
    'of Meet': ['_____________', 'Video call link: https://meet.google.com/abc-defg-hij', 'Phone: +44 117 496 0123'],
    'of Jitsi': ['_____________', 'https://meet.jit.si/Lamps'],
  };
  for (const [name, lines] of Object.entries(blocks)) {
    it(`${name} in a text`, () => {
      const text = ['Hi all,', '', 'see you then.', '', ...lines].join('\n');
      assert.deepEqual(splitText(text), { kept: text, cut: '' });
    });
    it(`${name} in HTML`, () => {
      const html = ['<p>see you then.</p>', ...lines.map((one) => `<div>${one.replaceAll('<', '&lt;')}</div>`)].join(
        '',
      );
      assert.equal(splitHtml(html).cut, '');
    });
    it(`${name} below a closing`, () => {
      const text = ['see you then.', '', 'Kind regards,', 'Ada', '', ...lines].join('\n');
      assert.equal(splitText(text).cut, '');
    });
  }
  it('while what stands under a line without a meeting is', () => {
    assert.match(splitText('See you.\n\n______________\nteam mailing list\nteam@lists.example').cut, /mailing list/);
  });
});

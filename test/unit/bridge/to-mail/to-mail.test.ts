import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readEvent } from '../../../../src/bridge/from-matrix/from-matrix.ts';
import type { Said } from '../../../../src/bridge/from-matrix/content.ts';
import { matrixHtmlToBlocks, plainToBlocks } from '../../../../src/bridge/to-mail/matrix-html.ts';
import { readMatrixUri } from '../../../../src/bridge/matrix-uri.ts';
import type { MailBlock } from '../../../../src/bridge/to-mail/blocks.ts';
import { mailBlocksToHtml } from '../../../../src/bridge/to-mail/blocks-html.ts';
import { mailBlocksToText } from '../../../../src/bridge/to-mail/blocks-text.ts';
import { toDraft } from '../../../../src/bridge/to-mail/to-mail.ts';
import type { DraftInput } from '../../../../src/bridge/to-mail/to-mail.ts';
import { parseHtml } from '../../../../src/mail/html/html-parse.ts';
import type { Address, MessageId } from '../../../../src/mail/types.ts';
import type { Language } from '../../../../src/words/words.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { UTC } from '../../../../src/words/zones.ts';

const context = { language: 'en' as Language, nameOf: (user: string) => (user === '@bob:x.example' ? 'Bob' : null) };
const text = (html: string) => mailBlocksToText(matrixHtmlToBlocks(html, context), [], 'en');
const plain = (body: string) => mailBlocksToText(plainToBlocks(body, context), [], 'en');

const input = (more: Partial<DraftInput> = {}): DraftInput => ({
  messageId: '<m@ours.example>' as MessageId,
  date: new Date(0),
  boundary: 'seed',
  writer: {
    address: 'support@ours.example' as Address,
    name: 'Support',
    template: '{name} via {account}',
    language: 'en',
    zone: UTC,
    subjectPrefix: '',
    signature: '',
    footer: '',
  },
  author: { name: 'Alice' },
  recipients: { to: [], cc: [], why: { kind: 'nobody' }, answers: null },
  subject: 'Lamp',
  parent: null,
  messages: [{ said: { kind: 'text', emote: false, body: 'Hello', html: null }, mentions: [], quoted: null }],
  answered: null,
  nameOf: () => null,
  headers: [],
  ...more,
});

describe('the name in From', () => {
  const from = (name: string, template = '{name} via {account}') =>
    toDraft(input({ author: { name }, writer: { ...input().writer, template } })).from.name;
  test('follows the template of the account', () => {
    assert.equal(from('Alice'), 'Alice via Support');
    assert.equal(from('Alice', '{account}: {name}'), 'Support: Alice');
    assert.equal(from('$& {account}', '{name}!'), '$& {account}!');
    assert.equal(from('Alice', ''), 'Support');
  });
  test('a name cannot turn the line, be an address, or be nothing', () => {
    assert.equal(from('\u202eecilA <x@y.example>'), 'ecilA x y.example via Support');
    assert.equal(from(' \u200e '), 'Support');
    assert.equal(from('👩‍🔬 Ada'), '👩‍🔬 Ada via Support');
  });
});

describe('subject and references', () => {
  const parent = {
    messageId: '<p@x>' as MessageId,
    references: ['<a@x>', '<p@x>', '<b@x>'].map((id) => id as MessageId),
    conversation: null,
  };
  test('an answer is one Re:, however often it was answered', () => {
    for (const subject of ['Lamp', 'Re: Lamp', 'AW: Re: Lamp', 'RE: SV: Lamp']) {
      assert.equal(toDraft(input({ subject, parent })).subject, 'Re: Lamp');
    }
  });
  test('a prefix stands before what we begin, once, and never before an answer', () => {
    const writer = { ...input().writer, subjectPrefix: '[Lamps]' };
    assert.equal(toDraft(input({ writer })).subject, '[Lamps] Lamp');
    assert.equal(toDraft(input({ writer, subject: '[Lamps] Lamp' })).subject, '[Lamps] Lamp');
    assert.equal(toDraft(input({ writer, parent })).subject, 'Re: Lamp');
  });
  test('the parent is the last reference, once', () => {
    const draft = toDraft(input({ parent }));
    assert.deepEqual([draft.inReplyTo, draft.references], ['<p@x>', ['<a@x>', '<b@x>', '<p@x>']]);
  });
  test('no parent, no references', () => {
    const draft = toDraft(input());
    assert.deepEqual([draft.inReplyTo, draft.references], [null, []]);
  });
});

describe('plain text of a mail', () => {
  const flowed = (value: string) => value.split('\n').map((line) => line.replace(/ $/, '·'));
  test('a long line is broken at spaces, and a program can join it again', () => {
    const lines = flowed(plain(`${'word '.repeat(30)}end`));
    assert.ok(lines.slice(0, -2).every((line) => line.length <= 73 && line.endsWith('·')));
    assert.equal(
      lines
        .map((line) => line.replace('·', ' '))
        .join('')
        .trim(),
      `${'word '.repeat(30)}end`,
    );
  });
  test('a line break that was meant stays one', () => assert.equal(plain('a  \nb'), 'a\nb\n'));
  test('a word without spaces is not broken', () => {
    const url = `https://x.example/${'a'.repeat(200)}`;
    assert.ok(plain(`see ${url} there`).includes(`${url} \n`));
  });
  test('broken quotations keep their marks', () => {
    const lines = flowed(text(`<blockquote>${'word '.repeat(30)}</blockquote>`)).filter((line) => line !== '');
    assert.ok(lines.length > 1 && lines.every((line) => line.startsWith('> word') && line.length <= 74));
  });
  test('a quotation that is too deep stops getting deeper', () => {
    const deep = text('<blockquote>'.repeat(50) + 'x' + '</blockquote>'.repeat(50));
    assert.equal(deep, '>>>>>>>> x\n');
  });
  test('a signature is below "-- "', () => {
    assert.equal(mailBlocksToText([], ['A', ' B', '>C'], 'en'), '-- \nA\n  B\n >C\n');
  });
  test('wide characters count as two columns', () => {
    const lines = plain('灯 '.repeat(60)).trimEnd().split('\n');
    assert.ok(lines.length >= 3);
  });
});

describe('links in what is said', () => {
  const html = (value: string) => mailBlocksToHtml(matrixHtmlToBlocks(value, context), [], 'en');
  test('only what an outsider can open and cannot be hurt by', () => {
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'mxc://x/y',
      '//x.example',
      '/x',
      'vbscript:x',
      ' javascript:x',
    ]) {
      const made = html(`<a href="${href}">text</a>`);
      assert.ok(!made.includes('href') && made.includes('text'), href);
    }
    for (const href of [
      'https://x.example/',
      'http://x.example/',
      'mailto:a@x.example',
      'tel:+1',
      'magnet:?xt=x',
      'ftp://x.example/',
    ]) {
      assert.ok(html(`<a href="${href}">text</a>`).includes(`<a href="${href}">text</a>`), href);
    }
  });
  test('a target cannot leave its attribute', () => {
    const made = html('<a href="https://x.example/&quot; onclick=&quot;x()">text</a>');
    assert.ok(!/ onclick="/.test(made));
  });
  test('into Matrix are read in both forms', () => {
    assert.deepEqual(readMatrixUri('https://matrix.to/#/%40a%3Ax.example?via=y'), {
      kind: 'user',
      id: '@a:x.example',
      localpart: 'a',
    });
    assert.deepEqual(readMatrixUri('matrix:u/a:x.example'), { kind: 'user', id: '@a:x.example', localpart: 'a' });
    assert.deepEqual(readMatrixUri('matrix:r/a:x.example'), { kind: 'room', id: '#a:x.example' });
    assert.equal(readMatrixUri('matrix:roomid/a:x.example/e/ev')?.kind, 'event');
    for (const other of ['https://matrix.to/', 'https://matrix.to/#/x', 'matrix:x/y', 'https://x.example/#/@a:b', '']) {
      assert.equal(readMatrixUri(other), null, other);
    }
    assert.equal(readMatrixUri('https://matrix.to/#/@a:%')?.kind, 'user');
  });
});

test('a colour is made readable on white and on near-black; black, white and grey mean nothing', () => {
  const shown = (color: string) =>
    /color:(#[0-9a-f]{6})/.exec(
      toDraft(
        input({
          messages: [
            {
              said: { kind: 'text', emote: false, body: 'x', html: `<span data-mx-color="${color}">x</span>` },
              mentions: [],
              quoted: null,
            },
          ],
        }),
      ).html,
    )?.[1] ?? null;
  assert.equal(shown('#FF0000'), '#ff0000');
  for (const close of ['#c00000', '#000080', '#ffff00']) assert.match(shown(close) ?? close, /^#/, close);
  assert.notEqual(shown('#000080'), '#000080');
  for (const nothing of ['#000000', '#ffffff', '#777777', '#ff0000;x', '']) assert.equal(shown(nothing), null, nothing);
});

test('what was struck out does not read as if it stood, with or without HTML', () => {
  const { text, html } = toDraft(
    input({
      messages: [
        {
          said: { kind: 'text', emote: false, body: 'x', html: 'on <del>Monday</del> Friday' },
          mentions: [],
          quoted: null,
        },
      ],
    }),
  );
  assert.equal(text, 'on ~~Monday~~ Friday\n');
  assert.match(html, /on <s>Monday<\/s> Friday/);
});

test('the messages of one mail stand in it in order, with their files', () => {
  const file = (name: string): Said => ({
    kind: 'file',
    media: 'image',
    mxc: `mxc://x/${name}` as never,
    name,
    type: 'image/png',
    size: null,
    durationMs: null,
    width: null,
    height: null,
    caption: null,
  });
  const messages = ['a.png', 'b.png'].map((name) => ({ said: file(name), mentions: [], quoted: null }));
  const draft = toDraft(input({ messages }));
  assert.deepEqual(
    draft.files.map((one) => [one.name, one.contentId]),
    [
      ['a.png', 'file1.seed@mailroom.invalid'],
      ['b.png', 'file2.seed@mailroom.invalid'],
    ],
  );
  for (const one of draft.files) assert.ok(draft.html.includes(`src="cid:${one.contentId ?? ''}"`));
  assert.equal(draft.text, '[image: a.png]\n\n[image: b.png]\n');
});

const TAGS = new Set(
  (
    'html head meta body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tbody tr th td hr br img strong em u s ' +
    'code sup sub a span'
  ).split(' '),
);
const ATTRIBUTES = new Set([
  'lang',
  'charset',
  'name',
  'content',
  'dir',
  'style',
  'type',
  'start',
  'href',
  'src',
  'alt',
  'width',
  'border',
  'cellpadding',
]);

/** Fails where HTML of ours holds more than we mean to write. */
function assertOurHtml(html: string): void {
  const open: unknown[] = [...parseHtml(html).document.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null || !('name' in node) || !('attribs' in node)) continue;
    if (node.name === '!doctype') continue;
    assert.ok(TAGS.has(String(node.name)), `<${String(node.name)}>`);
    for (const [name, value] of Object.entries(node.attribs as Record<string, string>)) {
      assert.ok(ATTRIBUTES.has(name), name);
      if (name === 'src') assert.match(value, /^cid:/);
      if (name === 'href') assert.match(value, /^(?:https?|ftp|mailto|magnet|tel):/i);
      if (name === 'style') assert.ok(!/url|expression|[<>]/i.test(value), value);
    }
    if ('children' in node) open.push(...(node.children as unknown[]));
  }
}

const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ul>',
      '<li>',
      '</ul>',
      '<ol start="-5">',
      '<blockquote>',
      '<pre>',
      '</pre>',
    ],
    ...[
      '<a href="https://x.example/?a=1&b=2">',
      '<a href="javascript:x">',
      '</a>',
      '<img src="mxc://x/y" alt="z">',
      '<img src=x onerror=x>',
      '<script>',
      '</script>',
    ],
    ...[
      '<span data-mx-spoiler="x">',
      '<font color="#ff0000">',
      '<h1>',
      '<h7>',
      '<details>',
      '<summary>',
      '<!--',
      '-->',
      '<![CDATA[',
      '&lt;b&gt;',
      '&#x3c;',
      '&#0;',
      '<mx-reply>',
      '\u2028',
    ],
  ),
  fc.string({ maxLength: 20 }),
);
const hostile = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

test('whatever HTML comes in, only ours goes out, and the words of it', () => {
  fc.assert(
    fc.property(hostile, (html) => {
      const blocks = matrixHtmlToBlocks(html, context);
      assertOurHtml(mailBlocksToHtml(blocks, ['sig <b>'], 'en'));
      assert.ok(!mailBlocksToText(blocks, [], 'en').includes('\u0000'));
    }),
    { numRuns: 2000 },
  );
});

test('whatever is said in Matrix becomes a draft of a mail', () => {
  const content = fc.record(
    {
      msgtype: fc.constantFrom('m.text', 'm.emote', 'm.image', 'm.file', 'm.audio', 'm.location', 'x.y'),
      body: fc.string({ unit: 'binary' }),
      format: fc.constant('org.matrix.custom.html'),
      formatted_body: hostile,
      filename: fc.string({ unit: 'binary' }),
      url: fc.constant('mxc://x/y'),
      geo_uri: fc.oneof(fc.string(), fc.constant('geo:1,2')),
      info: fc.record({
        mimetype: fc.oneof(fc.string(), fc.constant('image/png')),
        duration: fc.double(),
        size: fc.double(),
        w: fc.double(),
      }),
    },
    { requiredKeys: ['msgtype', 'body'] },
  );
  fc.assert(
    fc.property(
      fc.array(content, { minLength: 1, maxLength: 3 }),
      fc.constantFrom<Language>('en', 'de', 'fr'),
      (contents, language) => {
        const messages = contents.flatMap((one) => {
          const action = readEvent({ type: 'm.room.message', sender: '@a:x', content: one }, { isOwn: () => false });
          return action.kind === 'message' ? [{ said: action.said, mentions: action.mentions, quoted: null }] : [];
        });
        const draft = toDraft(input({ messages, writer: { ...input().writer, language } }));
        assertOurHtml(draft.html);
        assert.ok(draft.files.every((file) => file.key === 'mxc://x/y'));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a message of hostile size is turned into mail within moments', () => {
  const cases = [
    '<div>'.repeat(12_000),
    '<b>'.repeat(20_000),
    '<blockquote>'.repeat(5000),
    '<ul><li>'.repeat(7000),
    '<table><tr><td>'.repeat(4000),
    'https://'.repeat(8000),
    'a@'.repeat(30_000),
    `<a href="https://x.example/${'a'.repeat(60_000)}">x</a>`,
    '&'.repeat(60_000),
    ' '.repeat(60_000) + 'x',
  ];
  for (const html of cases) {
    const start = cpuTime();
    const blocks: MailBlock[] = [...matrixHtmlToBlocks(html, context), ...plainToBlocks(html, context)];
    mailBlocksToText(blocks, [], 'en');
    mailBlocksToHtml(blocks, [], 'en');
    const took = cpuTime() - start;
    assert.ok(took < 2000, `${html.slice(0, 20)}: ${Math.round(took)} ms`);
  }
});

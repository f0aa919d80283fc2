import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { htmlToMatrix, matrixAttributes, matrixTags, type HtmlOptions } from '../../../../src/mail/html/html.ts';
import { cutToDetails, eventBytes, truncateHtml, truncateText } from '../../../../src/mail/html/cut.ts';
import { textToMatrix } from '../../../../src/mail/html/plain.ts';
import { htmlToText } from '../../../../src/mail/html/text-render.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

const options: HtmlOptions = {
  cid: (id) => (id.startsWith('known') ? 'mxc://mail.example/known' : null),
  own: (src) => src.startsWith('mxc://mail.example/'),
};

/** What lies outside of the allow-list, as an independent parser sees it. */
function violations(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!matrixTags.includes(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!(matrixAttributes[name] ?? []).includes(key)) found.push(`${name}[${key}]`);
        if (key === 'href' && !/^(https?|ftp|mailto|magnet):/.test(value)) found.push(`href ${value}`);
        if (key === 'src' && !value.startsWith('mxc://')) found.push(`src ${value}`);
        if (key === 'class' && !value.startsWith('language-')) found.push(`class ${value}`);
        if (key.endsWith('color') && !/^#[0-9a-f]{6}$/.test(value)) found.push(`${key} ${value}`);
      }
    },
  });
  parser.end(html);
  return found;
}

function depth(html: string): number {
  let level = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag: () => (deepest = Math.max(deepest, ++level)),
    onclosetag: () => level--,
  });
  parser.end(html);
  return deepest;
}

const list = (text: string) => text.split(' ');
const names = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...list('div p span b i u s a ul ol li sup img font pre code')) },
  { weight: 20, arbitrary: fc.constantFrom(...list('table tr td th blockquote h1 h2 hr br q details summary mark')) },
  {
    weight: 10,
    arbitrary: fc.constantFrom(...list('tbody thead caption center form button o:p dl dt dd article del x-y')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...list('style script svg title textarea iframe')) },
);
const values: Record<string, fc.Arbitrary<string>> = {
  href: fc.constantFrom(
    'https://a.example',
    'http://www.b.example/x?y=1&z="2"',
    'mailto:a%20b@c.example',
    'tel:+49 1',
    'javascript:alert(1)',
    'www.d.example',
    '//e.example',
    '/x',
    'https://a.example/ (x)',
    'file:///c:/x',
    'https://[',
    'ftp://f.example',
    'https:a.example',
    'http://a.example\\b',
  ),
  src: fc.constantFrom(
    'cid:known1',
    'cid:other',
    'https://t.example/x.gif',
    'data:image/png;base64,AAAA',
    'mxc://mail.example/own',
    'mxc://evil.example/t',
    'x',
  ),
  style: fc.constantFrom(
    'color:red',
    'color:#123',
    'background-color:yellow',
    'display:none',
    'font-size:0',
    'font-size:12px',
    'font-weight:bold',
    'font-weight:normal',
    'text-decoration:line-through',
    'white-space:pre-wrap',
    'margin:0',
    'border:none;border-left:solid blue 1.5pt',
    'border-top:1px solid #ccc',
    'border:1px solid',
    'mso-list:l0 level1 lfo1',
    'mso-list:l0 level3 lfo1',
    'mso-list:ignore',
    'font-family:monospace',
    'direction:rtl',
  ),
  dir: fc.constantFrom('rtl', 'ltr'),
  alt: fc.constantFrom('', 'Logo', '🙂', 'a "b" <c>'),
  width: fc.constantFrom('1', '100', '50%', '99999'),
  class: fc.constantFrom('MsoNormal', 'language-js', 'x'),
  start: fc.constantFrom('3', '-1', 'x', '1'),
  colspan: fc.constantFrom('2', '9999', 'x'),
  rowspan: fc.constantFrom('2', '3'),
  border: fc.constantFrom('0', '1'),
  role: fc.constantFrom('presentation', 'table'),
  color: fc.constantFrom('blue', 'white', '#00ff00'),
  'data-mx-spoiler': fc.constantFrom('', 'why'),
  'data-mx-color': fc.constantFrom('#00ff00', 'x"y'),
  onclick: fc.constant('x()'),
};
const attributeOf = (key: string) =>
  (values[key] ?? fc.constant('')).map((value) => ` ${key}="${value.replaceAll('"', '&quot;')}"`);
const attribute = fc.constantFrom(...Object.keys(values)).chain(attributeOf);
const own: Record<string, string[]> = {
  a: ['href'],
  img: ['src', 'alt'],
  span: ['style'],
  p: ['style'],
  div: ['style'],
  font: ['color'],
  td: ['colspan'],
};
const attributesOf = (name: string) =>
  fc
    .tuple(
      ...(own[name] ?? []).map((key) => fc.option(attributeOf(key), { nil: '', freq: 3 })),
      fc.option(attribute, { nil: '', freq: 1 }),
    )
    .map((parts) => parts.join(''));
const openTag = names.chain((name) => attributesOf(name).map((attributes) => `<${name}${attributes}>`));
const text = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'a',
      ' ',
      '\n',
      'word word',
      '&nbsp;',
      '&nbsp; ',
      '&lt;b&gt;',
      '&amp;amp;',
      ' (a.example)',
      'a.example',
      '\u2067',
      '\u2069',
      '\u202e',
      'שלום',
      '\u200b',
      '&#0;',
      '\ud800',
      '<br>',
      '<br/>',
      '  two  ',
      '"',
      "'",
      '<!-- c -->',
      '<![if x]>',
      '<',
      '&',
      '[image]',
      ')',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);
const piece = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 4, arbitrary: openTag },
  { weight: 3, arbitrary: names.map((name) => `</${name}>`) },
);
const soup = fc.array(piece, { minLength: 3, maxLength: 60, size: 'max' }).map((pieces) => pieces.join(''));
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 7, depthIdentifier: 'tree', withCrossShrink: true },
    text,
    names.chain((name) =>
      fc
        .tuple(attributesOf(name), fc.array(tie('node'), { minLength: 1, maxLength: 4, size: 'max' }))
        .map(([attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
    ),
  ),
})).node;
const html = fc.oneof(
  soup,
  tree,
  fc.array(tree, { maxLength: 4, size: 'max' }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const runs = { numRuns: Number(process.env['HTML_RUNS'] ?? 1500) };

test('what was converted once is not changed by a second pass', () => {
  fc.assert(
    fc.property(html, (input) => {
      const once = htmlToMatrix(input, options).html;
      assert.equal(htmlToMatrix(once, options).html, once);
    }),
    runs,
  );
});

test('nothing outside of the allow-list comes out, and no more than 100 levels', () => {
  fc.assert(
    fc.property(html, (input) => {
      const result = htmlToMatrix(input, options);
      assert.deepEqual(violations(result.html), []);
      assert.ok(depth(result.html) <= 100);
      assert.ok(result.html.isWellFormed() && result.text.isWellFormed());
      assert.ok(!result.html.includes('\0') && !result.text.includes('\0'));
    }),
    runs,
  );
});

test('the plain body and the rendering of the formatted one have the same words', () => {
  fc.assert(
    fc.property(tree, (input) => {
      const result = htmlToMatrix(input, options);
      const bare = (part: string) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      assert.equal(bare(htmlToText(result.html)), bare(result.text));
    }),
    runs,
  );
});

test('cut HTML fits, is of the allow-list, and a second cut leaves it alone', () => {
  fc.assert(
    fc.property(html, fc.integer({ min: 500, max: 3000 }), (input, size) => {
      const whole = htmlToMatrix(input.repeat(20), options).html;
      const cut = truncateHtml(whole, size, 'de');
      assert.ok(eventBytes(cut.content) <= size, `${eventBytes(cut.content)} of ${size}`);
      assert.equal(cut.cut, eventBytes(whole) > size);
      assert.deepEqual(violations(cut.content), []);
    }),
    { numRuns: 300 },
  );
});

test('cut text fits and is well formed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 400, maxLength: 3000 }),
      fc.integer({ min: 500, max: 1500 }),
      (input, size) => {
        const cut = truncateText(input, size, 'fr');
        assert.ok(eventBytes(cut.content) <= size);
        assert.ok(cut.content.isWellFormed());
      },
    ),
    { numRuns: 200 },
  );
});

test('plain text keeps every word, and its HTML is of the allow-list', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '> quoted',
      '>> twice',
      '| a | b |',
      '+---+---+',
      '    if (x) {',
      '    }',
      '```',
      '```js',
      'diff --git a/x b/x',
      '-- ',
      'see https://a.example/x and b@c.example',
      'Name:    Value',
      '\tindented',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const result = textToMatrix(lines.join('\n'));
      if (result.html === null) return;
      assert.deepEqual(violations(result.html), []);
      const bare = (part: string) => part.replace(/```[\w+#.-]*\s*(?=\n|$)/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
      const shown = bare(htmlToText(result.html));
      for (const word of ['quoted', 'twice', 'Value', 'indented']) {
        assert.equal(shown.split(word).length, bare(result.body).split(word).length, word);
      }
    }),
    runs,
  );
});

test('folding keeps both parts and is of the allow-list', () => {
  fc.assert(
    fc.property(html, html, (kept, cut) => {
      const parts = [kept, cut].map((part) => htmlToMatrix(part, options).html);
      const folded = cutToDetails(parts[0] ?? '', parts[1] ?? '', 'en');
      assert.deepEqual(violations(folded), []);
      assert.equal(htmlToMatrix(folded, options).html, folded);
    }),
    { numRuns: 300 },
  );
});

test('hostile input of 1.5 MB ends within seconds', { timeout: 120_000 }, () => {
  const size = 1_500_000;
  const fill = (part: string) => part.repeat(Math.floor(size / part.length));
  const inputs: Record<string, string> = {
    div: fill('<div>'),
    'open and close': fill('<div>').slice(0, size / 2) + fill('</p>').slice(0, size / 2),
    font: fill('<font color=red>x'),
    a: fill('<a href=https://x.example>x'),
    'images in a link': `<a href=https://x.example>${fill('<img src=x>')}`,
    'loose items': fill('<li>x'),
    'nested lists': fill('<ul><li>x'),
    'nested tables': fill('<table><tr><td>x'),
    'wide table': `<table>${fill('<td>x')}`,
    'spanned table': `<table>${fill('<tr><td colspan=999 rowspan=999>x')}`,
    quotes: fill('<blockquote>x'),
    entities: fill('&nbsp;&amp;&#x41;'),
    'open tags': fill('<'),
    attributes: `<p ${fill('a=b ')}>`,
    'long style': `<p style="${fill('color:red;')}">x`,
    sheet: `<style>${fill('p{color:red}')}</style><p>x`,
    'open rule': `<style>${fill('@a{')}</style><p>x`,
    spaces: fill(' '),
    'no-break spaces': fill('&nbsp; x'),
    labels: `<a href="https://x.example">a${fill(' (x.example)')}</a>`,
    comment: `<!--${fill('-')}`,
    'word items': fill('<p style="mso-list:l0 level2"><i style="mso-list:ignore">·</i>x'),
    text: fill('word '),
    breaks: fill('x<br>'),
    bold: fill('<b>x</b>y'),
    details: fill('<details>x'),
    pre: fill('<pre>x'),
  };
  for (const [name, input] of Object.entries(inputs)) {
    const start = cpuTime();
    const result = htmlToMatrix(input, options);
    const ms = cpuTime() - start;
    if (process.env['HTML_TIMES']) console.log(name, Math.round(ms), result.html.length);
    assert.ok(ms < 10_000, `${name}: ${Math.round(ms)} ms`);
    assert.ok(depth(result.html) <= 100, `${name}: ${depth(result.html)} levels`);
  }
});

test('50 KB of nested div keep their text', () => {
  const deep = `${'<div>'.repeat(5000)}deep text${'</div>'.repeat(5000)}after`;
  const result = htmlToMatrix(deep, options);
  assert.equal(result.text, 'deep text\nafter');
  assert.ok(result.warnings.some((warning) => warning.code === 'html-too-deep'));
});

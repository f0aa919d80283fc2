/**
 * How libraries that read HTML would do as the only reader, for docs/decisions/0013: what a reader of mail needs, case
 * by case, what is fetched of Cure53's page, and the time on what a stranger can send. Again: node
 * tools/corpus/html-alone.ts
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sanitizeHtml from 'sanitize-html';
import { z } from 'zod';
import { htmlToMatrix } from '../../src/mail/html/html.ts';
import { htmlToText } from '../../src/mail/html/text-render.ts';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import { filesBelow, fromPath } from './mails.ts';
import { type Contender, folders, growth, type Hostile, load, printTable, textOf } from './others.ts';

interface Need {
  readonly name: string;
  readonly html: string;
  /** All of these are in the result, none of those; markup of HTML or of Markdown, as the contender writes. */
  readonly has?: readonly RegExp[];
  readonly lacks?: readonly RegExp[];
}

const hidden = (name: string, html: string): Need => ({
  name,
  html: `${html}<p>shown</p>`,
  has: [/shown/],
  lacks: [/secret/],
});

const needs: readonly Need[] = [
  hidden('hidden by display', '<div style="display:none">secret</div>'),
  hidden('hidden by display, important', '<div style="DISPLAY : none !important">secret</div>'),
  hidden('hidden by size', '<div style="font-size:0;line-height:0">secret</div>'),
  hidden('hidden by height', '<div style="max-height:0;overflow:hidden">secret</div>'),
  hidden('hidden by visibility', '<span style="visibility:hidden">secret</span>'),
  hidden('hidden by a style sheet', '<style>.pre{display:none}</style><div class="pre">secret</div>'),
  hidden('hidden by the attribute', '<div hidden>secret</div>'),
  hidden('text of style, script, title', '<title>secret</title><style>secret{}</style><script>secret</script>'),
  hidden('for Outlook alone', '<!--[if mso]><p>secret</p><![endif]-->'),
  {
    name: 'bold by style',
    html: '<p>a <span style="font-weight:bold">b</span></p>',
    has: [/<(?:strong|b)>b|\*\*b\*\*/],
  },
  {
    name: 'italic by style',
    html: '<p>a <span style="font-style:italic">b</span></p>',
    has: [/<(?:em|i)>b|[_*]b[_*]/],
  },
  {
    name: 'struck by style',
    html: '<p>a <span style="text-decoration:line-through">b</span></p>',
    has: [/<(?:del|s|strike)>b|~b~/],
  },
  {
    name: 'a table of figures keeps its cells apart',
    html: '<table border="1"><tr><th>item</th><th>price</th></tr><tr><td>nail</td><td>12</td></tr></table>',
    has: [/item[^a-z]*(?:<[^>]*>|\||\s)+[^a-z]*price/, /nail[^0-9]*(?:<[^>]*>|\||\s)+12/],
  },
  {
    name: 'a table for layout is none',
    html: '<table><tr><td><table><tr><td><p>one</p></td></tr></table></td></tr></table>',
    has: [/one/],
    lacks: [/<table|\|/],
  },
  { name: 'a link keeps its address', html: '<a href="https://a.example/x">here</a>', has: [/here/, /a\.example\/x/] },
  {
    name: 'a link to a script is none',
    html: '<a href="java&#10;script:alert(1)">here</a>',
    has: [/here/],
    lacks: [/script:/],
  },
  { name: 'a picture shows its words', html: '<img src="https://t.example/p.png" alt="our roof">', has: [/our roof/] },
  {
    name: 'a remote picture is not fetched',
    html: '<img src="https://t.example/p.png" alt="x">',
    lacks: [/src=|!\[|t\.example/],
  },
  {
    name: 'a counting pixel is nothing',
    html: '<p>a</p><img src="https://t.example/1" width=1 height=1 alt="">',
    lacks: [/img|t\.example/],
  },
  {
    name: 'a quotation stays one',
    html: '<blockquote type="cite">old</blockquote>new',
    has: [/<blockquote>|^> ?old/m],
  },
  { name: 'lists keep their numbers', html: '<ol start="4"><li>a<li>b</ol>', has: [/start="4"|4\. /] },
  {
    name: 'lists of Word are lists',
    html:
      '<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]>' +
      '<span style="mso-list:Ignore">·<span>&nbsp; </span></span><![endif]>nail</p>',
    has: [/<li>|^\s*[*•-]\s+nail/m],
  },
  { name: 'blanks in pre stay', html: '<pre>a\n   b</pre>', has: [/a\n {3}b/] },
  {
    name: 'lines by div and br',
    html: '<div>one</div><div>two<br>three</div>',
    has: [/one[^a-z]*(?:<[^>]+>|\n)+[^a-z]*two[^a-z]*(?:<[^>]+>|\n)/],
  },
  { name: 'tags left open', html: '<b>a<p>b<table><tr><td>c', has: [/a[^]*b[^]*c/] },
];

const hostile: readonly Hostile[] = [
  { name: 'nested div', make: (size) => '<div>'.repeat(size / 5) },
  { name: 'nested table', make: (size) => '<table><tr><td>'.repeat(size / 15) },
  { name: 'b left open', make: (size) => '<b>a<p>'.repeat(size / 7) },
  { name: 'blanks in pre', make: (size) => `<pre>a${' '.repeat(size)}b</pre>` },
  { name: '"<" alone', make: (size) => '<'.repeat(size) },
  { name: 'attributes', make: (size) => `<p ${'a=1 '.repeat(size / 4)}>x</p>` },
  { name: 'rows and cells', make: (size) => `<table>${'<tr><td>1<td>2'.repeat(size / 14)}</table>` },
];

/** What a client that shows a result would fetch: whatever is a source, and pictures of Markdown. */
const fetched = (result: string): number =>
  result.match(/\b(?:src|srcset|background|poster)=|!\[[^\]]*\]\(|url\(/giu)?.length ?? 0;

function contenders(others: string): readonly Contender<string>[] {
  const turndown = load(others, 'turndown');
  const convert = load(others, 'html-to-text', ['convert']);
  const service = z.custom<{ turndown: (html: string) => unknown }>(
    (value) => typeof value === 'object' && value !== null && 'turndown' in value,
  );
  return [
    { name: 'ours', read: (html) => htmlToMatrix(html, { cid: () => null }).html },
    { name: 'sanitize-html 2.18.1', read: (html) => sanitizeHtml(html) },
    { name: 'html-to-text 10.0.1', read: (html) => textOf(convert(html)) },
    { name: 'turndown 7.2.5', read: (html) => textOf(service.parse(Reflect.construct(turndown, [])).turndown(html)) },
  ];
}

const failed = ({ html, has = [], lacks = [] }: Need, read: (html: string) => string): boolean => {
  const result = read(html);
  return !has.every((each) => each.test(result)) || lacks.some((each) => each.test(result));
};

/** The HTML of all mails of the sets. */
async function mails(sets: string): Promise<readonly string[]> {
  const pool = createParsePool();
  const found: string[] = [];
  try {
    for (const set of ['stalwart-mail-parser', 'mikel-mail', 'enmime', 'sisimai-rb'])
      for (const name of await filesBelow(join(sets, set), '**/*.{eml,raw}')) {
        const result = await pool.parse(fromPath(join(sets, set, name))());
        if (result.ok && result.mail.html !== null) found.push(result.mail.html);
      }
  } finally {
    await pool.close();
  }
  return found;
}

async function run(sets: string, others: string): Promise<void> {
  const leak = await readFile(join(sets, 'httpleaks', 'leak.html'), 'utf8');
  const real = await mails(sets);
  const readers = contenders(others);
  const rows = readers.map(({ name, read }) => {
    const misses = needs.filter((need) => failed(need, read));
    let [thrown, slowest, blank] = [0, 0, 0];
    for (const html of real) {
      const begun = performance.now();
      try {
        if (read(html).replace(/<[^>]*>|\s/gu, '') === '' && htmlToText(html).trim() !== '') blank += 1;
      } catch {
        thrown += 1; // Counted: a mail that cannot be read at all.
      }
      slowest = Math.max(slowest, performance.now() - begun);
    }
    console.error(`${name} misses: ${misses.map((need) => need.name).join('; ')}`);
    return [name, needs.length - misses.length, fetched(read(leak)), blank, thrown, `${slowest.toFixed(0)} ms`];
  });
  const head = [
    '',
    `of ${needs.length} needs`,
    'fetched of leak.html',
    `of ${real.length} mails come out empty`,
    'throw',
    'slowest',
  ];
  printTable(head, rows);
  printTable(
    ['time', ...hostile.map(({ name }) => name)],
    readers.map(({ name, read }) => [name, ...hostile.map((one) => growth(read, one))]),
  );
}

const given = folders('html-alone.ts', ['html-to-text@10.0.1', 'turndown@7.2.5']);
if (given !== null) await run(given.sets, given.others);

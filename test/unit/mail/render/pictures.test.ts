import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultLimits, parseMail, readFile } from '../../../../src/mail/mime/parse.ts';
import { embeddedPictures, withSources } from '../../../../src/mail/mime/pictures.ts';
import { parseAndRender } from '../../../../src/mail/render/render-mail.ts';
import type { Parsed } from '../../../../src/mail/render/render-mail.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { multipart, pieces } from '../mime/parse-helpers.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAD0lEQVR4nGPgxAEYhpYEAKPmBsHgXMLpAAAAAElFTkSuQmCC';
const SPACER = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');

const html = (text: string, fields = ''): string => `Content-Type: text/html; charset=utf-8${fields}\n\n${text}`;
const part = (fields: string, bytes = PNG): string => `${fields}\nContent-Transfer-Encoding: base64\n\n${bytes}`;

async function read(mail: string): Promise<Extract<Parsed, { ok: true }>> {
  const result = await parseAndRender(pieces(mail), defaultLimits, 'en');
  assert.ok(result.ok);
  return result;
}

/** What stands in the text, a picture as `{index}`, and the codes of the warnings. */
async function shown(...parts: readonly string[]): Promise<readonly [string, readonly number[], readonly string[]]> {
  const { rendered } = await read(multipart('related', ...parts));
  const text = (rendered.kept?.html ?? '').replace(/<img src="mxc:\/\/mail\.invalid\/file-(\d+)"[^>]*>/g, '{$1}');
  return [
    text
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    rendered.shown,
    rendered.warnings.map(({ code }) => code),
  ];
}

describe('a picture stands in its place in the text', () => {
  const named: Readonly<Record<string, readonly [string, string]>> = {
    'by cid:': ['cid:a@x', 'Content-Type: image/png\nContent-ID: <a@x>'],
    'by cid: in another case': ['cid:A%40X', 'Content-Type: image/png\nContent-ID: <a@x>'],
    'by a bare Content-ID': ['image001.png', 'Content-Type: image/png; name=image001.png\nContent-ID: <image001.png>'],
    'by a bare Content-ID with an at sign': ['a@x', 'Content-Type: image/png\nContent-ID: <a@x>'],
    'by its name': ['image001.png', 'Content-Type: image/png; name=Image001.png\nContent-ID: <image001.png@01DA>'],
    'by cid: and its name, where it has no id': [
      'cid:image001.png@01DA',
      'Content-Type: image/png; name=image001.png\nContent-Disposition: inline',
    ],
    'by its absolute location': [
      'http://a.example/b.png',
      'Content-Type: image/png\nContent-Location: http://a.example/b.png',
    ],
    'by a location that is relative to nothing': ['img/b.png', 'Content-Type: image/png\nContent-Location: img/b.png'],
    'called a stream of bytes': ['cid:a@x', 'Content-Type: application/octet-stream; name=a.bin\nContent-ID: <a@x>'],
    'called a stream of bytes, by its location': [
      'b.png',
      'Content-Type: application/octet-stream\nContent-Location: b.png',
    ],
  };
  for (const [name, [src, fields]] of Object.entries(named))
    it(name, async () =>
      assert.deepEqual(await shown(html(`<p>Before</p><img src="${src}"><p>After</p>`), part(fields)), [
        'Before {0} After',
        [0],
        [],
      ]),
    );
  const image = part('Content-Type: image/png\nContent-Location: http://a.example/page/img/b.png');
  it('relative to the location of the HTML', async () =>
    assert.deepEqual(
      await shown(html('<img src="img/b.png">', '\nContent-Location: http://a.example/page/index.html'), image),
      ['{0}', [0], []],
    ));
  it('relative to the base of the HTML', async () =>
    assert.deepEqual(await shown(html('<base href="http://a.example/page/"><img src="img/b.png">'), image), [
      '{0}',
      [0],
      [],
    ]));
  it('relative to the location of the multipart around it', async () => {
    const mail = multipart(
      'related',
      html('<img src="img/b.png">'),
      part('Content-Type: image/png\nContent-Location: img/b.png'),
    );
    const located = mail.replace('Content-Type:', 'Content-Location: http://a.example/page/\nContent-Type:');
    assert.deepEqual((await read(located)).rendered.shown, [0]);
  });
  it('where it is the eleventh', async () => {
    const parts = Array.from({ length: 12 }, (_, i) => part(`Content-Type: image/png\nContent-ID: <${i}@x>`));
    const images = parts.map((_, i) => `<img src="cid:${i}@x">`).join('');
    assert.equal((await shown(html(images), ...parts))[1].length, 12);
  });
});

describe('a picture that is written into the HTML', () => {
  it('is a file, and stands in its place', async () => {
    const mail = multipart(
      'mixed',
      html(`<p>Look: <img alt="x" src="data:image/png;base64,${PNG}"> ok</p>`),
      part('Content-Type: application/pdf; name=a.pdf'),
    );
    const { mail: parsed, rendered } = await read(mail);
    assert.deepEqual(
      parsed.files.map(({ index, name, type, size, disposition }) => [index, name, type, size, disposition]),
      [
        [0, 'a.pdf', 'application/pdf', 72, 'attachment'],
        [1, 'file-2.png', 'image/png', 72, 'inline'],
      ],
    );
    assert.match(rendered.kept?.html ?? '', /Look: <img src="mxc:\/\/mail\.invalid\/file-1" alt="x" \/> ok/);
    assert.deepEqual([rendered.shown, rendered.warnings], [[1], []]);
    const bytes: Uint8Array[] = [];
    for await (const piece of (await readFile(pieces(mail, 50), 1)) ?? []) bytes.push(piece as Uint8Array);
    assert.equal(Buffer.concat(bytes).toString('base64'), PNG);
  });
  it('counts as part of the HTML, not once more, in what makes a mail the same', async () => {
    const mail = multipart('mixed', html(`<p><img src="data:image/png;base64,${PNG}"></p>`));
    const spoofed = multipart(
      'mixed',
      html('<p>x</p>'),
      part('Content-Type: image/png\nContent-ID: <embedded-1@mail.invalid>'),
    );
    const plain = multipart('mixed', html('<p>x</p>'));
    const hash = async (source: string): Promise<string> => {
      const result = await parseMail(pieces(source));
      assert.ok(result.ok);
      return result.mail.contentHash;
    };
    assert.notEqual(await hash(mail), await hash(plain));
    // Nobody takes a file out of the hash by giving it such an id.
    assert.notEqual(await hash(spoofed), await hash(plain));
  });
  it('is one file where it stands many times', async () => {
    const { mail, rendered } = await read(
      multipart('mixed', html(`<img src="data:image/png;base64,${PNG}">`.repeat(50))),
    );
    assert.equal(mail.files.length, 1);
    assert.equal(rendered.kept?.html?.match(/file-0"/g)?.length, 50);
  });
  it('is nothing where it only takes room', async () => {
    const { mail, rendered } = await read(
      multipart('mixed', html(`<p>Hi <img src="data:image/gif;base64,${SPACER}"></p>`)),
    );
    assert.deepEqual([mail.files, rendered.kept?.body], [[], 'Hi']);
  });
  it('is a file with a mark in its place where it is SVG, and the warning says so', async () => {
    const { mail, rendered } = await read(
      multipart('mixed', html(`<p><img alt="plan" src="data:image/svg+xml;base64,${SVG}"></p>`)),
    );
    assert.deepEqual(
      mail.files.map(({ type }) => type),
      ['image/svg+xml'],
    );
    assert.deepEqual(
      [rendered.kept?.body, rendered.shown, rendered.warnings],
      ['[image: plan]', [], [{ code: 'embedded-images', detail: '1 in data: URIs, not shown in place' }]],
    );
  });
  it('leaves the words behind it, however large it is', async () => {
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(3_000_000)]).toString('base64');
    const { rendered } = await read(
      multipart('mixed', html(`<p>Before</p><img src="data:image/png;base64,${large}"><p>After</p>`)),
    );
    assert.match(rendered.kept?.body ?? '', /Before[^]*After/);
    assert.deepEqual([rendered.shown, rendered.warnings], [[0], []]);
  });
  const written: Readonly<Record<string, string>> = {
    'in single quotes': `<img src='data:image/png;base64,${PNG}'>`,
    'without quotes': `<img src=data:image/png;base64,${PNG} width=8>`,
    'over several lines': `<img src="data:image/png;base64,\n ${PNG.slice(0, 40)}\n ${PNG.slice(40)}">`,
    'with references': `<img src="data:image/png;base64,${PNG.replace(/\+/g, '&#43;').replace(/\//g, '&#x2f;')}">`,
    'with percent signs': `<img src="data:image/png;base64,${encodeURIComponent(PNG)}">`,
    'with a parameter': `<img src="data:image/png;name=a.png;base64,${PNG}">`,
  };
  for (const [name, markup] of Object.entries(written))
    it(`is found ${name}`, () =>
      assert.deepEqual(
        embeddedPictures(markup).map(({ bytes }) => bytes.toString('base64')),
        [PNG],
      ));
  it('that is broken is passed over', () => {
    const broken =
      '<img src="data:image/png;base64,@@@"><img src="data:image/png;base64,"><img src="data:text/html,x">' +
      '<img src="data:image/png;base64,AAAA';
    assert.deepEqual([embeddedPictures(broken), withSources(broken, () => 'x')], [[], broken]);
  });
});

describe('what leads nowhere', () => {
  it('is not the picture of the same name that came with the answer', async () => {
    const own = part('Content-Type: image/png; name=image001.png\nContent-ID: <image001.png@01DNEW>');
    const quoted =
      '<img src="cid:image001.png@01DNEW"><blockquote><img alt="old" src="cid:image001.png@01DOLD"></blockquote>';
    const [text] = await shown(html(quoted), own);
    assert.equal(text, '{0} [image: old]');
  });
  it('costs no more time than it is long', () => {
    for (const unit of [
      'src=data:image/a,',
      `src="data:image/a,src='data:image/a,`,
      'src=data:image/png;base64,AAAA&#',
      `src='data:image/a;`,
    ]) {
      const text = unit.repeat(200_000);
      const before = cpuTime();
      embeddedPictures(text);
      assert.ok(cpuTime() - before < 2_000, unit);
    }
  });
  it('a mail of a thousand pictures shows a hundred of them, and has all', async () => {
    const parts = Array.from({ length: 300 }, (_, i) => part(`Content-Type: image/png\nContent-ID: <${i}@x>`));
    const images = parts.map((_, i) => `<img src="cid:${i}@x">`).join('');
    const { mail, rendered } = await read(multipart('related', html(images), ...parts));
    assert.deepEqual([mail.files.length, rendered.shown.length], [300, 100]);
    const data = Array.from({ length: 300 }, (_, i) => {
      const bytes = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.from(String(i))]);
      return `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
    });
    assert.equal((await read(multipart('mixed', html(data.join(''))))).mail.files.length, 100);
  });
  it('is not called remote', async () =>
    assert.deepEqual(
      await shown(
        html(
          '<p>a</p><img alt="b" src="image009.png"><img alt="c" src="cid:no@x"><img alt="d" src="file:///C:/d.png">',
        ),
      ),
      ['a [image: b][image: c][image: d]', [], ['missing-inline-images']],
    ));
  it('and what is remote is not called missing', async () =>
    assert.deepEqual(
      await shown(html('<p>a</p><img alt="b" src="https://x.example/a.png"><img alt="c" src="//x.example/a.png">')),
      ['a [image: b][image: c]', [], ['remote-images']],
    ));
  it('a text that only speaks of a picture hides no file', async () => {
    const { rendered } = await read(
      multipart('mixed', html('<p>src="mxc://mail.invalid/file-0"</p>'), part('Content-Type: image/png; name=a.png')),
    );
    assert.deepEqual(rendered.shown, []);
  });
  it('bytes that are no picture are none in the text', async () => {
    const { mail, rendered } = await read(
      multipart(
        'related',
        html('<img src="cid:a@x">'),
        part('Content-Type: application/octet-stream\nContent-ID: <a@x>', 'PGh0bWw+'),
      ),
    );
    assert.deepEqual([mail.files[0]?.type, rendered.shown], ['application/octet-stream', []]);
  });
});

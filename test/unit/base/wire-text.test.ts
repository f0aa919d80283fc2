/** What strangers wrote, before it becomes part of a request. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  contentType,
  isPathSegment,
  mediaType,
  readWireJson,
  uploadName,
  wireJson,
} from '../../../src/base/wire-text.ts';

const unknown = 'application/octet-stream';

describe('a media type that a stranger wrote', () => {
  it('is the type alone, in lower case', () => {
    assert.equal(mediaType(' Application/PDF ; name="x"'), 'application/pdf');
    const vendor = 'application/vnd.ms-excel.sheet.binary.macroEnabled.12';
    assert.equal(mediaType(vendor), vendor.toLowerCase());
    assert.equal(mediaType('image/svg+xml'), 'image/svg+xml');
  });

  it('is unknown where RFC 6838 knows no such name', () => {
    const long = 'x'.repeat(128);
    const wrong = [
      '',
      'pdf',
      'a/b/c',
      '/b',
      'a/',
      'a /b',
      'a/b c',
      'a/✓',
      'a/b\r\nX-Evil: 1',
      `a/${long}`,
      `${long}/a`,
      '.a/b',
      'a/-b',
      'a/b\u0000',
      `a/${'x'.repeat(20_000)}`,
    ];
    for (const one of wrong) assert.equal(mediaType(one), unknown, JSON.stringify(one.slice(0, 40)));
    assert.equal(mediaType(`a/${'x'.repeat(127)}`), `a/${'x'.repeat(127)}`);
  });

  it('keeps a charset in a header where that is a token', () => {
    assert.equal(contentType('text/plain; Charset="UTF-8"'), 'text/plain; charset=UTF-8');
    assert.equal(contentType('text/plain; name=x; charset=utf-8; x=y'), 'text/plain; charset=utf-8');
    for (const one of ['a\r\nX-Evil: 1', '✓', 'x'.repeat(41), 'a b']) {
      assert.equal(contentType(`text/plain; charset=${one}`), 'text/plain', one);
    }
    assert.equal(contentType('✓; charset=utf-8'), unknown);
  });
});

describe('the name of an upload', () => {
  it('stays as it is within its bound', () => assert.equal(uploadName('Rechnung ä.pdf'), 'Rechnung ä.pdf'));

  it('is cut before its ending, at whole letters, and holds no line end and no half letter', () => {
    const cut = uploadName(`${'🧾'.repeat(100)}.pdf`);
    assert.ok(Buffer.byteLength(cut) <= 255 && cut.endsWith('🧾.pdf') && cut.isWellFormed());
    assert.equal(uploadName('a\r\nb\u2028\ud800.pdf'), 'ab\ufffd.pdf');
  });
});

describe('a segment of a path', () => {
  it('is an id of Matrix within its bound, and never a way upwards', () => {
    for (const one of ['', '!room:matrix.test', '$a/b', '@mail_x=40y:matrix.test', 'x'.repeat(255)]) {
      assert.ok(isPathSegment(one), one);
    }
    for (const one of ['.', '..', 'x'.repeat(256), '✓'.repeat(86), 'a\nb', 'a\u0000', '\ud800']) {
      assert.ok(!isPathSegment(one), JSON.stringify(one));
    }
  });
});

describe('JSON that leaves', () => {
  it('holds no half letter and no U+0000, at any depth', () => {
    const value = { a: ['x\ud800', { b: 'y\u0000z' }], n: 1, t: true, u: undefined, z: null };
    assert.deepEqual(JSON.parse(wireJson(value)), { a: ['x\ufffd', { b: 'y\ufffdz' }], n: 1, t: true, z: null });
    assert.doesNotMatch(wireJson(value), /\\ud800|\\u0000/);
  });
});

describe('JSON that comes', () => {
  it('holds no half letter and no U+0000, in names as in strings', () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ['"a\\u0000b"', 'a\ufffdb'],
      ['{"a\\u0000":["\\uD800x","\\udc00"]}', { 'a\ufffd': ['\ufffdx', '\ufffd'] }],
      ['"\\ud83d\\ude00 \\uD83D\\u0041 \\ud83d\\ud83d\\ude00"', '\u{1f600} \ufffdA \ufffd\u{1f600}'],
      ['"\\ude00\\ud83d"', '\ufffd\ufffd'],
      ['"\\ud83d\\\\ude00"', '\ufffd\\ude00'],
      ['"\\\\u0000 \\\\\\u0000 \\\\ud800"', '\\u0000 \\\ufffd \\ud800'],
      ['"\\u0001\\n\\/\\u00e4"', '\u0001\n/ä'],
      ['7', 7],
    ];
    for (const [text, value] of cases) assert.deepEqual(readWireJson(text), value, text);
  });

  it('is what leaves, whatever was written', () => {
    const letters = fc.constantFrom('\u0000', '\ud83d', '\ude00', '\\', '"', 'u0000', 'ud83d', '\n', 'ä', 'x');
    const string = fc.string({ unit: letters });
    fc.assert(
      fc.property(fc.array(string), (value) => {
        assert.deepEqual(readWireJson(JSON.stringify(value)), JSON.parse(wireJson(value)));
      }),
    );
  });

  it('is refused where it is none', () => {
    for (const text of ['', '{', '"\\u00"', '"\\x"', '"\u0000"'])
      assert.throws(() => readWireJson(text), SyntaxError, text);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { domainOfIdentity, parseResults } from '../../../../src/mail/authentication/results.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

describe('Authentication-Results as they are written', () => {
  const read = (value: string) => {
    const parsed = parseResults(value);
    return parsed === null
      ? null
      : [
          parsed.authservId,
          ...parsed.results.map((one) =>
            `${one.method}=${one.result} ${[...one.properties].map((pair) => pair.join('=')).join(' ')}`.trim(),
          ),
        ];
  };
  test('RFC 8601 appendix B: nothing done, one method, several', () => {
    assert.deepEqual(read('example.org 1; none'), ['example.org']);
    assert.deepEqual(read('example.com; spf=pass smtp.mailfrom=example.net'), [
      'example.com',
      'spf=pass smtp.mailfrom=example.net',
    ]);
    assert.deepEqual(
      read('example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass smtp.mailfrom=example.net'),
      ['example.com', 'auth=pass smtp.auth=sender@example.net', 'spf=pass smtp.mailfrom=example.net'],
    );
  });
  test('RFC 8601 appendix B.7: comments in every place', () => {
    assert.deepEqual(
      read(
        'foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail policy (A ' +
          "dot can go here) . (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462",
      )?.[0],
      'foo.example.net',
    );
  });
  test('Exchange Online, without an id', () => {
    assert.deepEqual(
      read(
        'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=x.example; dkim=pass (signature was verified) ' +
          'header.d=x.example;dmarc=pass action=none header.from=x.example;compauth=pass reason=100',
      ),
      [
        null,
        'spf=pass smtp.mailfrom=x.example',
        'dkim=pass header.d=x.example',
        'dmarc=pass action=none header.from=x.example',
        'compauth=pass reason=100',
      ],
    );
  });
  test('ARC-Authentication-Results, its instance passed over', () => {
    assert.deepEqual(read('i=1; mx.google.com; dkim=pass header.i=@x.example header.s=s header.b=ab; arc=none'), [
      'mx.google.com',
      'dkim=pass header.i=@x.example header.s=s header.b=ab',
      'arc=none',
    ]);
  });
  test('a quoted id, quoted values, spaces around signs', () => {
    assert.deepEqual(read('"MX.Example"; spf = pass smtp.mailfrom="a b;c"@x.example'), [
      'mx.example',
      'spf=pass smtp.mailfrom=a b;c@x.example',
    ]);
  });
  test('attack: a MAIL FROM or HELO that would be results', () => {
    assert.deepEqual(
      read('mx; spf=none smtp.mailfrom="x; dmarc=pass header.from=bank.example"@evil.example')?.length,
      2,
    );
    assert.deepEqual(read('mx; spf=none (helo is x; dmarc=pass header.from=bank.example) smtp.helo=x')?.length, 2);
  });
  test('attack: a MAIL FROM that would be a property', () => {
    const parsed = parseResults('mx; dkim=pass header.s="a header.d=bank.example" header.d=evil.example');
    assert.equal(parsed?.results[0]?.properties.get('header.d'), 'evil.example');
  });
  test('what never closes is not read at all', () => {
    assert.equal(read('mx; spf=none (x; dmarc=pass'), null);
    assert.equal(read('mx; spf=none smtp.mailfrom="x; dmarc=pass'), null);
  });
  test('total, and bounded', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void parseResults(text)));
    const start = cpuTime();
    parseResults('('.repeat(300_000));
    assert.equal(parseResults('mx;' + 'spf=pass;'.repeat(30_000))?.results.length, 100);
    assert.ok(cpuTime() - start < 500);
  });
  test('identities: a domain, an address, an @domain, punycode', () => {
    assert.equal(domainOfIdentity('X.Example.'), 'x.example');
    assert.equal(domainOfIdentity('<a@X.Example>'), 'x.example');
    assert.equal(domainOfIdentity('@x.example'), 'x.example');
    assert.equal(domainOfIdentity('xn--bcher-kva.example'), 'bücher.example');
  });
});

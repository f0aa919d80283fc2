import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { organisationOf } from '../../../../src/bridge/thread/organisation.ts';
import { SHARED_DOMAINS } from '../../../../src/bridge/thread/shared-domains.ts';

const rows: readonly (readonly [domain: string, organisation: string | null])[] = [
  ['firma.example', 'firma.example'],
  ['mail.lab.firma.example', 'firma.example'],
  ['firma.co.uk', 'firma.co.uk'],
  ['a.firma.co.uk', 'firma.co.uk'],
  ['co.uk', null],
  ['münchen-bau.de', 'münchen-bau.de'],
  ['post.münchen-bau.de', 'münchen-bau.de'],
  ['例え.公司.cn', '例え.公司.cn'],
  ['one.github.io', 'one.github.io'],
  ['github.io', null],
  ['localhost', null],
  ['[192.0.2.1]', null],
  ['[ipv6:2001:db8::1]', null],
  ['192.0.2.1', null],
  ['', null],
  ['gmail.com', null],
  ['mx.gmail.com', null],
  ['notgmail.com', 'notgmail.com'],
  ['gmail.com.evil.example', 'evil.example'],
  ['stanford.edu', null],
  ['x.ac.jp', null],
  ['ac.example', 'ac.example'],
  ['tenant.regione.lombardia.it', null],
  ['uni-freiburg.de', null],
  ['uni-freiburg.de.evil.example', 'evil.example'],
];

describe('the organisation of a domain', () => {
  for (const [domain, organisation] of rows)
    test(`${domain === '' ? 'nothing' : domain} is of ${organisation ?? 'none'}`, () => {
      assert.equal(organisationOf(domain, []), organisation);
    });

  test('what the account adds counts for the domain and all below it, and by pattern', () => {
    for (const shared of ['firma.example', 'fir*.example', '*'])
      assert.equal(organisationOf('lab.firma.example', [shared]), null, shared);
    assert.equal(organisationOf('lab.firma.example', ['lab.firma.example']), null);
    assert.equal(organisationOf('firma.example', ['lab.firma.example']), 'firma.example');
    assert.equal(organisationOf('firma.example', ['irma.example']), 'firma.example');
  });

  test('a name of the longest kind is read in the time of a short one', () => {
    const long = `${'a.'.repeat(120)}firma.example`;
    assert.equal(organisationOf(long, ['*a*a*a*b.example']), 'firma.example');
  });
});

test('the list of shared domains is of lower case domains, each once', () => {
  assert.equal(new Set(SHARED_DOMAINS).size, SHARED_DOMAINS.length);
  for (const domain of SHARED_DOMAINS) assert.match(domain, /^[a-z0-9*][a-z0-9*.-]*\.[a-z]+$/);
});

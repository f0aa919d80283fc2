import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isListMail } from '../../../../src/mail/authentication/list-mail.ts';
import { judgeByReceiver } from '../../../../src/mail/authentication/verdict.ts';
import type { Trust } from '../../../../src/mail/authentication/verdict.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const trust: Trust = {
  receiver: { kind: 'named', ids: ['mx.ours.example'] },
  hosts: [],
  sealers: ['sealer.example', 'lists.example'],
  isInternal: () => false,
};

function judged(results: string, more: { from?: string; arc?: string; by?: string; checks?: boolean } = {}): boolean {
  const from = more.from ?? 'bob@x.example';
  const headers = [
    { name: 'authentication-results', value: `${more.by ?? 'mx.ours.example'}; ${results}` },
    ...(more.arc === undefined
      ? []
      : [
          { name: 'arc-seal', value: `i=1; a=rsa-sha256; d=${more.arc}; s=a; cv=none; b=x` },
          { name: 'arc-authentication-results', value: `i=1; ${more.arc}; dkim=pass header.d=lists.example` },
        ]),
    { name: 'from', value: from },
  ];
  const mail = { header: readHeader(headers), from: parsePeople(from) };
  const verdict = judgeByReceiver(mail, trust);
  return isListMail(mail, 'dev.lists.example', trust, { verdict, checks: more.checks ?? true });
}

describe('a mail comes from the list that it names', () => {
  const rows: readonly (readonly [string, boolean, boolean])[] = [
    ['where its domain signed it', judged('dkim=pass header.d=lists.example'), true],
    ['where the domain above signed it, in any case of letters', judged('dkim=pass header.i=@Lists.Example'), true],
    ['where a trusted sealer saw the signature', judged('arc=pass', { arc: 'sealer.example' }), true],
    ['where its own From passes', judged('dmarc=pass header.from=lists.example', { from: 'a@lists.example' }), true],
    ['where the account checks nobody', judged('', { checks: false }), true],
    ['attack: not where nobody signed it', judged('dmarc=pass header.from=x.example'), false],
    ['attack: not where somebody else signed it', judged('dkim=pass header.d=evil.example'), false],
    ['attack: not where a neighbour of its domain signed it', judged('dkim=pass header.d=evil-lists.example'), false],
    ['attack: not where a whole zone signed it', judged('dkim=pass header.d=example'), false],
    ['attack: not where the signature is bad', judged('dkim=fail header.d=lists.example'), false],
    [
      'attack: not where somebody else’s server says so',
      judged('dkim=pass header.d=lists.example', { by: 'x' }),
      false,
    ],
    ['attack: not where a sealer is not trusted', judged('arc=pass', { arc: 'evil.example' }), false],
    ['attack: not where the seals were not checked', judged('arc=fail', { arc: 'sealer.example' }), false],
    [
      'attack: not where its From fails',
      judged('dmarc=fail header.from=lists.example', { from: 'a@lists.example' }),
      false,
    ],
  ];
  for (const [name, got, want] of rows) it(name, () => assert.equal(got, want));
});

it('a list has its domain by name, not by its first label', () => {
  const mail = {
    header: readHeader([
      { name: 'authentication-results', value: 'mx.ours.example; dkim=pass header.d=lists.example' },
    ]),
    from: [],
  };
  const verdict = { ...judgeByReceiver(mail, trust), verdict: 'pass' as const };
  assert.equal(isListMail(mail, 'lists.example', trust, { verdict, checks: true }), false);
  assert.equal(isListMail(mail, 'dev.lists.example', trust, { verdict: null, checks: true }), false);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseAddress, parsePeople } from '../../../../src/mail/address.ts';
import { isOurAddress, parseReceived, submissionOf } from '../../../../src/mail/authentication/received.ts';
import { combineVerdicts, judgeByReceiver, uncheckedVerdict } from '../../../../src/mail/authentication/verdict.ts';
import type { Receiver, SenderVerdict, Trust } from '../../../../src/mail/authentication/verdict.ts';
import type { HeaderField } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';
import { VERDICT_ROWS } from './verdict-rows.ts';

const own: Receiver = { kind: 'named', ids: ['mx.ours.example'] };
const hosts = ['*.ours.example', '10.0.0.0/8', '2001:db8:1::/48'];
const trusting = (more: Partial<Trust> = {}): Trust => ({
  receiver: own,
  hosts: [],
  sealers: [],
  isInternal: (address) => address.endsWith('@ours.example'),
  ...more,
});

/** A header as it stands in a mail, folded or not. */
function fields(text: string): HeaderField[] {
  return text
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
}

function mail(header: string, from = 'Bob <bob@x.example>') {
  const all = fields(`${header}\nFrom: ${from}`);
  return { header: readHeader(all), from: parsePeople(from) };
}

const judged = (header: string, trust: Partial<Trust> = {}, from?: string): SenderVerdict =>
  judgeByReceiver(mail(header, from), trusting(trust));
const short = (verdict: SenderVerdict) => `${verdict.verdict} ${verdict.reason}`;

describe('the verdict by the results that the receiver wrote', () => {
  for (const [name, header, want, trust, from] of VERDICT_ROWS) {
    test(name, () => assert.equal(short(judged(header, trust, from)), want));
  }

  test('two From fields are several authors even where both name one', () => {
    const header = fields(
      'Authentication-Results: mx.ours.example; dmarc=pass\nFrom: bob@x.example\nFrom: bob@x.example',
    );
    const verdict = judgeByReceiver({ header: readHeader(header), from: parsePeople('bob@x.example') }, trusting());
    assert.equal(short(verdict), 'fail several-from');
  });

  test('the policy of a domain whose DMARC failed, as each product writes it', () => {
    const policy = (said: string) => judged(`Authentication-Results: mx.ours.example; dmarc=fail ${said}`).policy;
    assert.equal(policy('(p=REJECT sp=REJECT dis=QUARANTINE) header.from=x.example'), 'reject');
    assert.equal(policy('(p=none sp=none dis=none) header.from=x.example'), 'none');
    assert.equal(policy('(p=none dis=quarantine) header.from=x.example'), 'quarantine');
    assert.equal(policy('header.from=x.example policy.dmarc=quarantine'), 'quarantine');
    assert.equal(policy('header.from=x.example policy.published-domain-policy=reject'), 'reject');
    assert.equal(policy('action=oreject header.from=x.example'), 'reject');
    assert.equal(policy('action=none header.from=x.example'), 'none');
  });

  test('the evidence says what was seen and whose word it is', () => {
    const verdict = judged(
      'Authentication-Results: mx.ours.example; spf=none; dmarc=pass header.from=x.example; iprev=fail',
    );
    assert.deepEqual(verdict.evidence, [
      { said: 'spf=none', by: 'mx.ours.example' },
      { said: 'dmarc=pass header.from=x.example', by: 'mx.ours.example' },
    ]);
  });
});

describe('attack: forged Authentication-Results', () => {
  const forged = 'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example';
  const real = 'Authentication-Results: mx.ours.example; dmarc=fail (p=none) header.from=x.example';
  test('below the receiver’s: only the topmost counts', () =>
    assert.equal(short(judged(`${real}\n${forged}`)), 'fail dmarc'));
  test('above the receiver’s, under another id', () => {
    const above = 'Authentication-Results: evil.example; dmarc=pass header.from=x.example';
    assert.equal(short(judged(`${above}\n${real}`)), 'fail dmarc');
  });
  test('above the receiver’s, without an id', () => {
    assert.equal(short(judged(`Authentication-Results: dmarc=pass header.from=x.example\n${real}`)), 'fail dmarc');
  });
  test('where the receiver wrote none: below the hop at which the mail entered', () => {
    const entered = 'Received: from evil.example (evil.example [6.6.6.6]) by mx.ours.example with ESMTP id 1; date';
    const before = 'Received: from a.example by evil.example with ESMTP id 2; date';
    assert.equal(short(judged(`${entered}\n${before}\n${forged}`, { hosts })), 'unchecked no-results');
  });
  test('where the receiver wrote none: at once below its own Received, unless it writes there itself', () => {
    const entered = 'Received: from evil.example (evil.example [6.6.6.6]) by mx.ours.example with ESMTP id 1; date';
    const within =
      'Received: from mx.ours.example (mx.ours.example [127.0.0.1]) by mx.ours.example with ESMTP id 3; date';
    const verdict = judged(`${entered}\n${forged}`, { hosts });
    assert.equal(short(verdict), 'unchecked no-results');
    assert.match(verdict.evidence.at(-1)?.said ?? '', /not believed/);
    assert.equal(short(judged(`${entered}\n${forged}`, { hosts, resultsBelow: true })), 'pass dmarc');
    assert.equal(short(judged(`${within}\n${real}\n${entered}\n${forged}`, { hosts })), 'fail dmarc');
  });
  test('Exchange Online: a field with an id on top, or one of a stranger’s below', () => {
    const exchange: Partial<Trust> = { receiver: { kind: 'exchange-online' } };
    const written =
      'Authentication-Results: spf=fail smtp.mailfrom=x.example; dmarc=fail action=none header.from=x.example';
    const below = 'Authentication-Results: dmarc=pass action=none header.from=x.example';
    assert.equal(short(judged(`${written}\n${below}`, exchange)), 'fail dmarc');
    assert.equal(short(judged(`${forged}\n${below}`, exchange)), 'unchecked no-results');
    assert.equal(short(judged(`Received: from a by mx.evil.example; d\n${below}`, exchange)), 'unchecked no-results');
  });
  test('as ARC of nobody whom we trust', () => {
    const arc =
      'ARC-Seal: i=1; cv=none; d=evil.example\nARC-Authentication-Results: i=1; evil.example; dmarc=pass ' +
      'header.from=x.example';
    assert.equal(
      short(
        judged(`Authentication-Results: mx.ours.example; arc=pass; dmarc=fail (p=none) header.from=x.example\n${arc}`),
      ),
      'fail dmarc',
    );
  });
});

describe('products', () => {
  test('Gmail: its hops by IPv6, its results below the border’s Received', () => {
    const header = `
Delivered-To: support@ours.example
Received: by 2002:a05:6a10:1234:0:0:0:0 with SMTP id ab1csp1; Mon, 1 Jan 2024 00:00:00 -0800 (PST)
ARC-Seal: i=1; a=rsa-sha256; d=google.com; s=arc
ARC-Authentication-Results: i=1; mx.google.com; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=x.example
Return-Path: <bob@x.example>
Received: from mail.x.example (mail.x.example. [1.2.3.4])
        by mx.google.com with ESMTPS id 1 for <support@ours.example>; date
Received-SPF: pass (google.com: domain of bob@x.example designates 1.2.3.4 as permitted sender) client-ip=1.2.3.4;
Authentication-Results: mx.google.com;
       dkim=pass header.i=@x.example header.s=s1 header.b=abcdefgh;
       spf=pass (google.com: domain of bob@x.example designates 1.2.3.4 as permitted sender)
        smtp.mailfrom=bob@x.example;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=x.example
Received: from laptop by mail.x.example; date`;
    const gmail: Partial<Trust> = { receiver: { kind: 'gmail' } };
    assert.equal(short(judged(header, gmail)), 'pass dmarc');
    assert.equal(
      short(judged(header.replace('by mx.google.com', 'by mx.evil.example'), gmail)),
      'unchecked no-results',
    );
  });
  test('Exchange Online: mail between its own people', () => {
    const header =
      'X-MS-Exchange-Organization-AuthAs: Internal\nAuthentication-Results: dkim=none (message not signed) ' +
      'header.d=none;dmarc=none action=none header.from=ours.example;';
    const exchange: Partial<Trust> = { receiver: { kind: 'exchange-online' } };
    const verdict = judged(header, exchange, 'alice@ours.example');
    assert.equal(short(verdict), 'pass submission');
    assert.ok(verdict.internal);
    assert.equal(short(judged(header, exchange, 'bob@x.example')), 'unchecked nothing-proven');
    assert.equal(short(judged(header, {}, 'alice@ours.example')), 'unchecked no-results');
  });
  test('Exim writes auth beside iprev', () => {
    const header =
      'Authentication-Results: mx.ours.example; iprev=pass (localhost) smtp.remote-ip=127.0.0.1; auth=pass (PLAIN) ' +
      'smtp.auth=alice@ours.example';
    const verdict = judged(header, {}, 'Alice <Alice@ours.example>');
    assert.equal(short(verdict), 'pass auth');
    assert.ok(verdict.internal);
  });
  test('a forwarder whom the account trusts has checked, and its seal is good', () => {
    const sealers = ['lists.example'];
    const arc =
      'ARC-Seal: i=1; cv=none; d=lists.example; s=a\nARC-Authentication-Results: i=1; lists.example; dmarc=pass ' +
      'header.from=x.example';
    const broken = 'Authentication-Results: mx.ours.example; arc=pass; dmarc=fail (p=reject) header.from=x.example';
    assert.equal(short(judged(`${broken}\n${arc}`, { sealers })), 'pass arc');
    assert.equal(short(judged(`${broken.replace('arc=pass', 'arc=fail')}\n${arc}`, { sealers })), 'fail dmarc');
    assert.equal(short(judged(`${broken}\n${arc.replace('from=x', 'from=y')}`, { sealers })), 'fail dmarc');
  });
  test('the receiver’s own seal on top is passed over; a stranger’s under its name is not', () => {
    const sealers = ['lists.example'];
    const arc =
      'ARC-Seal: i=1; cv=none; d=lists.example; s=a\nARC-Authentication-Results: i=1; lists.example; dmarc=pass ' +
      'header.from=x.example';
    const result = 'Authentication-Results: mx.ours.example; arc=pass; dmarc=fail (p=reject) header.from=x.example';
    const second = (domain: string) =>
      `ARC-Seal: i=2; cv=pass; d=${domain}\nARC-Authentication-Results: i=2; mx.ours.example; dmarc=fail ` +
      `header.from=x.example`;
    assert.equal(short(judged(`${result}\n${second('ours.example')}\n${arc}`, { sealers })), 'pass arc');
    assert.equal(short(judged(`${result}\n${second('evil.example')}\n${arc}`, { sealers })), 'fail dmarc');
  });
});

describe('how a mail came in', () => {
  const of = (text: string, list: readonly string[] = hosts) => submissionOf(readHeader(fields(text)), list);
  const laptop =
    'Received: from laptop (unknown [6.7.8.9]) (using TLSv1.3) (Authenticated sender: alice@ours.example) by ' +
    'mail.ours.example (Postfix) with ESMTPSA id 1 for <x@y>; date';
  test('Postfix: submitted by somebody who had logged in', () => {
    assert.deepEqual(of(laptop), { kind: 'inside', by: 'mail.ours.example', login: 'alice@ours.example' });
  });
  test('Exim, behind Dovecot’s LMTP and an inner hop', () => {
    const inner =
      'Received: from mail.ours.example by mail.ours.example with LMTP id x; date\nReceived: from gate ' +
      '(gate.ours.example [10.1.2.3]) by mail.ours.example with ESMTPS id 2; date';
    const submitted =
      'Received: from [6.7.8.9] (helo=laptop) by gate.ours.example with esmtpsa (TLS1.3) (Exim 4.98) ' +
      '(envelope-from <a@b>) id 1; date';
    assert.deepEqual(of(`${inner}\n${submitted}`), { kind: 'inside', by: 'gate.ours.example', login: null });
  });
  test('from outside, with the address and the name of the client', () => {
    assert.deepEqual(
      of('Received: from mail.x.example (mail.x.example [1.2.3.4]) by mx.ours.example with ESMTPS id 1; d'),
      {
        kind: 'outside',
        by: 'mx.ours.example',
        ip: '1.2.3.4',
        helo: 'mail.x.example',
      },
    );
  });
  test('without a list of our servers nothing is known', () => assert.deepEqual(of(laptop, []), { kind: 'unknown' }));
  test('a server that is not in the list ends the walk', () => {
    assert.deepEqual(of(`Received: from a by relay.other.example with LMTP; d\n${laptop}`), { kind: 'unknown' });
  });
  test('attack: a forged submission below the hop at which it entered', () => {
    const entered = 'Received: from mail.ours.example (unknown [6.6.6.6]) by mx.ours.example with ESMTP id 1; d';
    assert.equal(of(`${entered}\n${laptop}`).kind, 'outside');
  });
  test('attack: a client that calls itself our address', () => {
    assert.equal(
      of(`Received: from [10.0.0.1] (unknown [6.6.6.6]) by mx.ours.example with ESMTP id 1; d\n${laptop}`).kind,
      'outside',
    );
    assert.equal(
      of(`Received: from [6.6.6.6] (helo=[10.0.0.1]) by mx.ours.example with esmtp id 1; d\n${laptop}`).kind,
      'outside',
    );
  });
  test('attack: a client whose name holds clauses of its own', () => {
    const named =
      'Received: from x by mail.ours.example with ESMTPSA id 1 (unknown [6.6.6.6]) by mx.ours.example (Postfix) ' +
      'with ESMTP id 2; d';
    assert.equal(of(named).kind, 'outside');
    const login =
      'Received: from x (Authenticated sender: ceo@ours.example) (unknown [6.6.6.6]) by mail.ours.example with ' +
      'ESMTPSA id 1; d';
    assert.deepEqual(of(login), { kind: 'inside', by: 'mail.ours.example', login: null });
    assert.equal(
      of('Received: from x ( (unknown [6.6.6.6]) by mail.ours.example with ESMTPSA id 1; d').kind,
      'outside',
    );
  });
  test('attack: a recipient that holds clauses', () => {
    const rcpt =
      'Received: from x (x [6.6.6.6]) by mx.ours.example with ESMTP id 1 for <" by mail.ours.example with ESMTPSA ' +
      '"@ours.example>; d';
    assert.equal(of(rcpt).kind, 'outside');
  });
  test('total', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void parseReceived(text)));
    const words = fc.constantFrom('from', 'by', 'with', '(', ')', '"', '<', '>', '[1.2.3.4]', 'ESMTPSA', ';', ' ');
    fc.assert(
      fc.property(
        fc.array(words),
        (list) => void submissionOf(readHeader(fields(`Received: ${list.join(' ')}`)), hosts),
      ),
    );
  });
  test('addresses and networks, IPv4 in IPv6 too', () => {
    const list = ['10.0.0.0/8', '192.0.2.7', '2001:db8:1::/48'];
    for (const address of ['10.255.0.1', '192.0.2.7', '127.0.0.1', '::1', '2001:DB8:1:2::3', '::ffff:10.0.0.1'])
      assert.ok(isOurAddress(address, list), address);
    for (const address of [
      '11.0.0.1',
      '192.0.2.8',
      '2001:db8:2::1',
      '1.2.3',
      '::ffff:11.0.0.1',
      '999.0.0.1',
      '',
      ':::',
    ])
      assert.ok(!isOurAddress(address, list), address);
  });
});

describe('submitted at our own server', () => {
  const logged = (login: string) =>
    `Received: from laptop (unknown [6.7.8.9]) ${login} by mail.ours.example (Postfix) with ESMTPSA id 1; date`;
  test('is internal, for addresses of our own people alone', () => {
    const verdict = judged(logged(''), { hosts }, 'alice@ours.example');
    assert.equal(short(verdict), 'pass submission');
    assert.ok(verdict.internal && !verdict.outside);
    assert.equal(short(judged(logged(''), { hosts }, 'bob@x.example')), 'unchecked no-results');
  });
  test('under another login is not that person', () => {
    const verdict = judged(logged('(Authenticated sender: eve@ours.example)'), { hosts }, 'alice@ours.example');
    assert.equal(short(verdict), 'fail other-login');
    assert.ok(verdict.internal);
  });
  test('also where the account checks nothing else', () => {
    const given = mail(logged(''), 'alice@ours.example');
    assert.equal(short(uncheckedVerdict(given, trusting({ hosts }))), 'pass submission');
    assert.equal(short(uncheckedVerdict(mail('Subject: x'), trusting({ hosts }))), 'unchecked no-results');
  });
});

test('our own check is the second source: it decides where the receiver did not, and never against it', () => {
  const by = (verdict: SenderVerdict['verdict']): SenderVerdict => ({
    ...{ verdict, reason: 'dmarc', address: parseAddress('bob@x.example'), internal: false, outside: false },
    ...{ policy: null, evidence: [{ said: verdict, by: 'x' }] },
  });
  assert.equal(combineVerdicts(by('pass'), by('fail')).verdict, 'pass');
  assert.equal(combineVerdicts(by('fail'), by('pass')).verdict, 'fail');
  assert.equal(combineVerdicts(by('unchecked'), by('pass')).verdict, 'pass');
  assert.equal(combineVerdicts(by('unchecked'), by('pass')).evidence.length, 2);
  assert.equal(combineVerdicts(by('unchecked'), null).verdict, 'unchecked');
});

test('nothing below a strange hop changes the verdict', () => {
  const top =
    'Received: from x (x [6.6.6.6]) by mx.ours.example with ESMTP id 1; d\nReceived: from y by evil.example; d';
  const line = fc.constantFrom(
    'Authentication-Results: mx.ours.example; dmarc=pass header.from=x.example',
    'Authentication-Results: mx.ours.example; auth=pass smtp.auth=bob@x.example',
    'Received: from z by mail.ours.example with ESMTPSA id 1; d',
    'Authentication-Results: dmarc=pass header.from=x.example',
    'X-MS-Exchange-Organization-AuthAs: Internal',
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      assert.equal(judged(`${top}\n${lines.join('\n')}`, { hosts }).verdict, 'unchecked');
    }),
  );
});

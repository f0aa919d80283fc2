/**
 * What strangers say to a mail server stands in the fields that it writes: the envelope, HELO, an ident, the name of a
 * certificate. None of it makes an outsider an insider, or a result appear.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePeople } from '../../../../src/mail/address.ts';
import { parseReceived, submissionOf } from '../../../../src/mail/authentication/received.ts';
import { parseResults } from '../../../../src/mail/authentication/results.ts';
import { judgeByReceiver, uncheckedVerdict } from '../../../../src/mail/authentication/verdict.ts';
import type { Trust } from '../../../../src/mail/authentication/verdict.ts';
import type { HeaderField } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const hosts = ['*.ours.example', '10.0.0.0/8'];
const RUNS = 10_000;

/** What a client says. */
interface Said {
  readonly helo: string;
  readonly ident: string;
  readonly sender: string;
  readonly recipient: string;
}

/** How servers write what the client at 192.0.2.66 said, as each puts it into its field. */
const servers: Readonly<Record<string, (said: Said) => string>> = {
  Exim: ({ helo, ident, sender, recipient }) =>
    `from [192.0.2.66] (helo=${helo} ident=${ident}) by mx.ours.example with esmtp (Exim 4.98) (envelope-from ` +
    `<${sender}>) id 1tAbCd-0001-2x for ${recipient}; Mon, 01 Jan 2024 00:00:00 +0000`,
  'Exim, a client with a name': ({ helo, sender }) =>
    `from gate.evil.example ([192.0.2.66]:4711 helo=${helo}) by mx.ours.example with esmtps (TLS1.3) tls ` +
    `TLS_AES_256_GCM_SHA384 ` +
    `(Exim 4.98) (envelope-from <${sender}>) id 1tAbCd-0001-2x; Mon, 01 Jan 2024 00:00:00 +0000`,
  Postfix: ({ helo, recipient }) =>
    `from ${helo.replace(/[<>()\\";@]/g, '?')} (unknown [192.0.2.66]) (using TLSv1.3 with cipher ` +
    `TLS_AES_256_GCM_SHA384 ` +
    '(256/256 bits) key-exchange X25519) (Client CN "gate.evil.example", Issuer "" (not verified)) by ' +
    'mx.ours.example ' +
    `(Postfix) with ESMTPS id 4Tabcd0001 for <${recipient}>; Mon,  1 Jan 2024 00:00:00 +0000 (UTC)`,
  Sendmail: ({ helo, ident, recipient }) =>
    `from ${helo} (${ident}@gate.evil.example [192.0.2.66] (may be forged)) by mx.ours.example (8.17.1/8.17.1) ` +
    'with ESMTPS id 401ABCDE000001 (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NO) for ' +
    `<${recipient}>; Mon, 1 Jan 2024 00:00:00 GMT`,
  qmail: ({ helo, ident }) =>
    `from unknown (HELO ${helo}) (${ident}@192.0.2.66) by mx.ours.example with SMTP; 1 Jan 2024 00:00:00 -0000`,
  Exchange: ({ helo }) =>
    `from ${helo} (192.0.2.66) by mx.ours.example (10.1.2.3) with Microsoft SMTP Server (version=TLS1_2, ` +
    `cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) ` +
    'id 15.2.1258.12 via Frontend Transport; Mon, 1 Jan 2024 00:00:00 +0000',
  'Dovecot LMTP': ({ helo, sender, recipient }) =>
    `from ${helo} ([192.0.2.66]) by mx.ours.example with LMTP id abcDEF0123456789 (envelope-from <${sender}>) ` +
    `for <${recipient}>; Mon, 01 Jan 2024 00:00:00 +0000`,
  Stalwart: ({ helo }) =>
    `from ${helo} (gate.evil.example [192.0.2.66] (AS64500 Evil, ZZ)) (using TLSv1.3 with cipher ` +
    `TLS13_AES_256_GCM_SHA384) ` +
    'by mx.ours.example (Stalwart SMTP) with ESMTPS id 49A5F2B839DB1C2; Mon, 1 Jan 2024 00:00:00 +0000',
};

const received = (value: string): HeaderField => ({ name: 'received', value });
const honest: Said = {
  helo: 'gate.x.example',
  ident: 'bob',
  sender: 'bob@x.example',
  recipient: 'support@ours.example',
};

describe('Received as servers write it', () => {
  for (const [server, write] of Object.entries(servers)) {
    test(`${server}: an honest client is read, with its address`, () => {
      const found = submissionOf(readHeader([received(write(honest))]), hosts);
      assert.deepEqual([found.kind, found.kind === 'outside' ? found.by : ''], ['outside', 'mx.ours.example']);
      assert.equal(found.kind === 'outside' ? found.ip : null, '192.0.2.66');
    });
  }
  const inner: readonly (readonly [string, string, string, string])[] = [
    [
      'Exim, a sender in quotation marks',
      'from [10.1.1.1] (helo=a) by mx.ours.example with esmtp (Exim 4.98) (envelope-from <"b o"@x.example>) id 1-2; d',
      'mx.ours.example',
      'ESMTP',
    ],
    [
      'Dovecot LMTP',
      'from mx.ours.example ([127.0.0.1]) by box.ours.example with LMTP id aB/c+d (envelope-from <bob@x.example>) ' +
        'for <support@ours.example>; d',
      'box.ours.example',
      'LMTP',
    ],
    [
      'amavis',
      'from localhost ([127.0.0.1]) by localhost (mx.ours.example [127.0.0.1]) (amavis, port 10024) with LMTP id x1; d',
      'localhost',
      'LMTP',
    ],
    [
      'Cyrus',
      'from mx.ours.example ([unix socket]) by mx.ours.example (Cyrus 3.8) with LMTPA; d',
      'mx.ours.example',
      'LMTPA',
    ],
    [
      'Postfix, of its own user',
      'by mx.ours.example (Postfix, from userid 0) id 4Tabcd; d (CET)',
      'mx.ours.example',
      '',
    ],
    ['qmail, a step of its own', '(qmail 4711 invoked by uid 500); 1 Jan 2024 00:00:00 -0000', '', ''],
    [
      'Exchange, inside',
      'from A.ours.example ([fe80::1]) by B.ours.example ([fe80::1%4]) with mapi id 15.20.1.2; d',
      'b.ours.example',
      'MAPI',
    ],
    [
      'Exchange of long ago',
      'from a ([10.1.1.1]) by b.ours.example with Microsoft SMTPSVC(5.0.2195.2966); d',
      'b.ours.example',
      'MICROSOFT',
    ],
    [
      'Gmail',
      'by 2002:a05:6a10:0:0:0:0:0 with SMTP id ab1csp1; Mon, 1 Jan 2024 00:00:00 -0800 (PST)',
      '2002:a05:6a10:0:0:0:0:0',
      'SMTP',
    ],
    [
      'fetchmail',
      'from pop.x.example [192.0.2.7] by box.ours.example with POP3 (fetchmail-6.4.37) for <a@localhost> ' +
        '(single-drop); d',
      'box.ours.example',
      'POP3',
    ],
    [
      'a protocol only behind the id is none',
      'from a (a [192.0.2.7]) by mx.ours.example id 1 with ESMTPSA; d',
      'mx.ours.example',
      '',
    ],
  ];
  for (const [name, value, by, protocol] of inner) {
    test(name, () => {
      const hop = parseReceived(value);
      assert.deepEqual([hop?.by, hop?.protocol], [by, protocol]);
    });
  }
  const unreadable: readonly (readonly [string, string])[] = [
    ['two by', 'from a by mail.ours.example by mx.ours.example with ESMTPSA id 1; d'],
    ['two with', 'from a (a [192.0.2.7]) by mx.ours.example with ESMTPSA with ESMTP id 1; d'],
    ['two id', 'from a (a [192.0.2.7]) by mx.ours.example with ESMTPSA id 1 id 2; d'],
    ['a quotation mark alone in a comment', 'from a (a" [192.0.2.7]) by mx.ours.example with ESMTPSA id 1; d'],
    ['one that a backslash hides', String.raw`from a (a"\" [192.0.2.7]) by mx.ours.example with ESMTPSA id 1; d`],
    ['a bracket alone in a comment', 'from a (a( [192.0.2.7]) by mx.ours.example with ESMTPSA id 1; d'],
    ['a closing bracket of nothing', 'from a a) by mx.ours.example with ESMTPSA id 1; d'],
    ['a quotation mark alone', 'from a" by mx.ours.example with ESMTPSA id 1; d'],
    ['an angle bracket alone', 'from a< by mx.ours.example with ESMTPSA id 1; d'],
    ['a closing angle bracket of nothing', 'from a> by mx.ours.example with ESMTPSA id 1; d'],
    ['a backslash', String.raw`from a\ by mx.ours.example with ESMTPSA id 1; d`],
    ['a control character', 'from a\u0007 by mx.ours.example with ESMTPSA id 1; d'],
    ['a line of its own', 'from a\n by mx.ours.example with ESMTPSA id 1; d'],
    ['clauses in a comment', 'from a by mail.ours.example (by mx.ours.example with ESMTP) with ESMTPSA id 1; d'],
    ['more than a server writes', `from a by mx.ours.example with ESMTPSA id ${'1'.repeat(8000)}; d`],
  ];
  for (const [name, value] of unreadable) {
    test(`attack: ${name}: from outside, and nobody is logged in`, () => {
      assert.deepEqual(submissionOf(readHeader([received(value)]), hosts), {
        kind: 'outside',
        by: null,
        ip: null,
        helo: '',
      });
    });
  }
});

const trust = (more: Partial<Trust> = {}): Trust => ({
  receiver: { kind: 'named', ids: ['mx.ours.example'] },
  hosts,
  sealers: [],
  isInternal: (address) => address.endsWith('@ours.example'),
  ...more,
});
const from = (address: string) => ({ name: 'from', value: address });
const mailOf = (address: string, ...headers: readonly HeaderField[]) => ({
  header: readHeader([...headers, from(address)]),
  from: parsePeople(address),
});

describe('attack: a sender that ends the comment it stands in', () => {
  const sender = '"x) with esmtpsa ("@evil.example';
  const hop = received(servers['Exim']?.({ ...honest, sender }) ?? '');
  test('is not logged in', () => {
    const verdict = judgeByReceiver(mailOf('alice@ours.example', hop), trust());
    assert.deepEqual([verdict.verdict, verdict.internal, verdict.outside], ['unchecked', false, true]);
  });
  test('forges no login by a clause of its own', () => {
    const login = '"x) (Authenticated sender: alice@ours.example) by mail.ours.example with esmtpsa ("@evil.example';
    const forged = received(servers['Exim']?.({ ...honest, sender: login }) ?? '');
    const verdict = judgeByReceiver(mailOf('alice@ours.example', forged), trust());
    assert.deepEqual([verdict.verdict, verdict.internal], ['unchecked', false]);
  });
  test('makes no results believed that stand below', () => {
    const results = { name: 'authentication-results', value: 'mx.ours.example; dmarc=pass header.from=x.example' };
    for (const more of [{}, { hosts: [] }, { resultsBelow: true }]) {
      assert.equal(judgeByReceiver(mailOf('bob@x.example', hop, results), trust(more)).verdict, 'unchecked');
      assert.equal(judgeByReceiver(mailOf('bob@x.example', results, hop), trust(more)).verdict, 'pass');
    }
  });
  test('is from outside where the account checks nothing', () => {
    const verdict = uncheckedVerdict(mailOf('alice@ours.example', hop), trust());
    assert.deepEqual([verdict.verdict, verdict.outside], ['unchecked', true]);
    assert.match(verdict.evidence[0]?.said ?? '', /cannot be read/);
  });
});

const fragment = fc.constantFrom(
  ...[
    'x',
    ' ',
    ')',
    '(',
    '"',
    '\\',
    '\\"',
    '<',
    '>',
    ';',
    '@',
    '""',
    ' by ',
    ' with ',
    ' id 1 ',
    ' for ',
    'by',
    'with',
    '\t',
  ],
  ...[
    ' by mail.ours.example with ESMTPSA id 1 ',
    ') with esmtpsa (',
    ' with ESMTPSA ',
    ' with LMTP ',
    ' ESMTPSA',
    '[10.0.0.1]',
  ],
  ...['(Authenticated sender: alice@ours.example)', ' by localhost ', 'from ', '127.0.0.1', '\u0000', 'é'],
);
const anything = fc.oneof(
  { arbitrary: fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join('')), weight: 4 },
  { arbitrary: fc.string({ maxLength: 40 }), weight: 1 },
);

/** A local part in quotation marks, as every server must take it (RFC 5321 section 4.1.2, Quoted-string). */
const quoted = anything.map((text) => `"${text.replace(/["\\]/g, (char) => `\\${char}`)}"`);
const anybody = fc.oneof(
  quoted.map((local) => `${local}@evil.example`),
  anything,
);

test('attack: nothing that a client says makes an outsider an insider, however a server writes it', () => {
  const submitted = received('from pc (pc [192.0.2.1]) by mail.ours.example with ESMTPSA id 1; d');
  const said = fc.record({
    helo: anything,
    ident: anything,
    sender: anybody,
    recipient: quoted.map((one) => `${one}@ours.example`),
  });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(servers)), said, (write, client) => {
      const found = submissionOf(readHeader([received(write(client)), submitted]), hosts);
      assert.equal(found.kind, 'outside');
    }),
    { numRuns: RUNS },
  );
});

describe('attack: results in what a stranger chose', () => {
  const rows: readonly (readonly [string, string])[] = [
    [
      'a sender as it was said, in a comment',
      'mx; spf=none (envelope-from="x) ; dmarc=pass header.from=bank.example ("@evil.example)',
    ],
    [
      'the same, put in quotation marks',
      'mx; spf=none (envelope-from=""x) ; dmarc=pass header.from=bank.example ("@evil.example")',
    ],
    [
      'the same, and a blank',
      'mx; spf=none (envelope-from="" x) ; dmarc=pass header.from=bank.example ("@evil.example")',
    ],
    [
      'the same, its marks escaped',
      String.raw`mx; spf=none (envelope-from="\"x) ; dmarc=pass header.from=bank.example (\"@evil.example")`,
    ],
    [
      'a mark that a backslash hides',
      String.raw`mx; spf=none (envelope-from="\"x) ; dmarc=pass header.from=bank.example ("@evil.example)`,
    ],
    [
      'a sender between marks outside of a comment',
      'mx; spf=none smtp.mailfrom=""x; dmarc=pass header.from=bank.example"@evil.example"',
    ],
    ['the same, and a blank', 'mx; spf=none smtp.mailfrom="" ; dmarc=pass header.from=bank.example; y="@evil.example"'],
    ['a bracket of nothing', 'mx; spf=none smtp.helo=x) ; dmarc=pass header.from=bank.example'],
    ['a backslash', String.raw`mx; spf=none smtp.helo=\"x ; dmarc=pass header.from=bank.example`],
    ['a control character', 'mx; spf=none smtp.helo=\u0001 ; dmarc=pass header.from=bank.example'],
  ];
  for (const [name, value] of rows)
    test(`${name}: the field is not read`, () => assert.equal(parseResults(value), null));

  const honestly = [
    'mx; spf=pass (mx: domain of "bob b"@x.example designates 192.0.2.7 as permitted sender) smtp.mailfrom="bob ' +
      'b"@x.example; dmarc=pass (p=none) header.from=x.example',
    'mx; dkim=pass (2048-bit key; unprotected) header.d=x.example header.i=@x.example header.b="aB/c+1"; dmarc=pass ' +
      '(policy=none) header.from=x.example',
    'mx; spf=pass smtp.mailfrom=""; dmarc=pass header.from=x.example',
    'mx; dkim=pass header.d=x.example header.b=aBcD; arc=none (no signatures found); ' +
      'dmarc=pass header.from=x.example (p=reject)',
  ];
  for (const value of honestly) {
    test(`an honest field is read: ${value.slice(0, 50)}`, () => {
      const dmarc = parseResults(value)?.results.find(({ method }) => method === 'dmarc');
      assert.equal(dmarc?.result, 'pass');
    });
  }

  /** Ways in which checkers write the sender and HELO: as said, between marks, with marks escaped. */
  const raw = (text: string) => text;
  const between = (text: string) => `"${text}"`;
  const escaped = (text: string) => `"${text.replace(/["\\]/g, (char) => `\\${char}`)}"`;
  const writers: readonly ((sender: string, helo: string) => string)[] = [raw, between, escaped].flatMap((put) => [
    (sender, helo) =>
      `mx.ours.example; spf=none (client-ip=192.0.2.66; helo=${helo}; envelope-from=${put(sender)}) ` +
      `smtp.mailfrom=evil.example`,
    (sender, helo) => `mx.ours.example; spf=none smtp.mailfrom=${put(sender)} smtp.helo=${helo}`,
    (sender) =>
      `mx.ours.example; iprev=fail policy.iprev=192.0.2.66; spf=none (mx: no record for ${put(sender)}) ` +
      `smtp.mailfrom=${put(sender)}; dkim=none`,
  ]);
  const piece = fc.oneof(
    fragment,
    fc.constantFrom('; dmarc=pass header.from=bank.example ', ') ; dmarc=pass header.from=bank.example (', ' y=', '='),
  );
  const local = fc
    .array(piece, { maxLength: 12 })
    .map((parts) => `"${parts.join('').replace(/["\\]/g, (char) => `\\${char}`)}"@evil.example`);
  // What a server that looks at HELO takes: no blanks and brackets, nothing that ends a part.
  const helo = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\s();]/g, ''));

  test('no sender and no HELO make one, however a checker writes them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...writers), local, helo, (write, sender, name) => {
        const found = parseResults(write(sender, name));
        assert.ok(found === null || found.results.every(({ method }) => method !== 'dmarc'));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('attack: a seal whose domain can be read in two ways', () => {
  const results = {
    name: 'authentication-results',
    value: 'mx.ours.example; arc=pass; dmarc=fail (p=none) header.from=x.example',
  };
  const sealed = { name: 'arc-authentication-results', value: 'i=1; lists.example; dmarc=pass header.from=x.example' };
  const judged = (seal: string, aar = sealed.value) => {
    const arc = [
      { name: 'arc-seal', value: seal },
      { ...sealed, value: aar },
    ];
    return judgeByReceiver(mailOf('bob@x.example', results, ...arc), trust({ sealers: ['lists.example'] })).verdict;
  };
  test('is nobody’s', () => {
    assert.equal(judged('i=1; cv=none; d=lists.example; s=a; b=c'), 'pass');
    assert.equal(judged('i=1; cv=none; d=lists.example; s=a; b=c; d=evil.example'), 'fail');
    assert.equal(judged('i=1; cv=none; d=lists.example; s=a; b=c; D = evil.example'), 'fail');
  });
  test('results whose instance stands elsewhere than in front are of no seal', () => {
    assert.equal(judged('i=1; d=lists.example', 'i=2; lists.example; i=1; dmarc=pass header.from=x.example'), 'fail');
    assert.equal(judged('i=1; d=lists.example', 'lists.example; i=1; dmarc=pass header.from=x.example'), 'fail');
  });
});

test('both readers take time that grows with the length alone', () => {
  for (const char of [
    '(',
    ')',
    '"',
    '\\',
    '<',
    '[',
    ';',
    ' ',
    '\t',
    '=',
    '@',
    '.',
    ',',
    'a',
    '1.',
    ':',
    ' by ',
    '()',
    '""',
    '<>',
  ]) {
    const value = char.repeat(Math.ceil(200_000 / char.length));
    const start = process.cpuUsage().user;
    parseReceived(value.slice(0, 8000));
    parseReceived(`from ${value.slice(0, 7900)} by a with b`);
    parseResults(value);
    parseResults(`mx; spf=none (${value}`);
    assert.ok(process.cpuUsage().user - start < 500_000, char);
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addressesInName,
  imitates,
  mixesScripts,
  safeName,
  skeleton,
  turnsDirection,
} from '../../../../src/bridge/admission/look-alikes.ts';
import { GhostCodec } from '../../../../src/bridge/ids.ts';
import { admissionOf, matchesPattern, mayTellRefusal, ruleFor } from '../../../../src/bridge/admission/admission.ts';
import type { AdmissionFacts, AdmissionRule } from '../../../../src/bridge/admission/admission.ts';
import { markedName, decideSender } from '../../../../src/bridge/admission/sender.ts';
import type { SenderPolicy, SenderDecision } from '../../../../src/bridge/admission/sender.ts';
import type { ThreadId } from '../../../../src/bridge/types.ts';
import { parseAddress, parsePeople } from '../../../../src/mail/address.ts';
import { judgeByReceiver, uncheckedVerdict } from '../../../../src/mail/authentication/verdict.ts';
import type { Trust } from '../../../../src/mail/authentication/verdict.ts';
import { bob, fail, pass, SENDER_ROWS } from './sender-rows.ts';
import type { Address, HeaderField } from '../../../../src/mail/types.ts';
import { cpuTime } from '../../../support/cpu-time.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const address = (text: string): Address => {
  const parsed = parseAddress(text);
  assert.ok(parsed !== null, text);
  return parsed;
};
const isInternal = (one: Address) => one.toLowerCase().endsWith('@ours.example');
const known = [
  { name: 'Alice Example', address: address('alice@ours.example') },
  { name: 'Support', address: address('support@ours.example') },
];
const trust: Trust = {
  receiver: { kind: 'named', ids: ['mx.ours.example'] },
  hosts: ['*.ours.example'],
  sealers: [],
  isInternal,
};
const policy: SenderPolicy = { authentication: 'receiver', failing: 'marked', isInternal };

const header = (text: string): HeaderField[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')).toLowerCase(),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));

/** Who speaks for a mail with this header. */
function speaker(text: string, given: Partial<SenderPolicy> = {}): SenderDecision {
  const headers = header(text);
  const read = readHeader(headers);
  const from = parsePeople(
    headers
      .filter(({ name }) => name === 'from')
      .map(({ value }) => value)
      .join(', '),
  );
  const mine = { ...policy, ...given };
  const verdict =
    mine.authentication === 'none'
      ? uncheckedVerdict({ header: read, from }, trust)
      : judgeByReceiver({ header: read, from }, trust);
  return decideSender({ verdict, from, group: read.group, known }, mine);
}

function written(given: SenderDecision): string {
  switch (given.as) {
    case 'self':
      return `self ${given.address}`;
    case 'marked':
      return `marked ${given.address} ${given.why.join(' ')}`;
    case 'bot':
      return `bot ${given.why.join(' ')}`;
    case 'held':
      return `held ${given.reason}: ${written(given.then)}`;
  }
}

describe('as whom a mail is shown', () => {
  for (const [name, text, want, given] of SENDER_ROWS)
    test(name, () => assert.equal(written(speaker(text, given)), want));
});

/** Each attack under which the real bob (or alice) never speaks, whatever the account can see. */
const attacks: readonly (readonly [string, string])[] = [
  ['From', bob],
  ['From of an internal person', 'From: Alice Example <alice@ours.example>'],
  ['From of the account itself', 'From: Support <support@ours.example>'],
  ['Sender passes, From does not', 'Sender: mallory@evil.example\nFrom: bob@x.example'],
  ['Reply-To', 'Reply-To: bob@x.example\nFrom: mallory@evil.example'],
  ['two addresses in From', 'From: mallory@evil.example, bob@x.example'],
  ['two addresses in From, the victim first', 'From: bob@x.example, mallory@evil.example'],
  ['two From fields', 'From: bob@x.example\nFrom: mallory@evil.example'],
  ['a group in From', 'From: Friends: bob@x.example;'],
  ['a display name that is an address', 'From: "bob@x.example" <mallory@evil.example>'],
  ['a display name with a full-width address', 'From: "bob＠x．example" <mallory@evil.example>'],
  ['a display name that is a member', 'From: Alice Example <mallory@evil.example>'],
  ['a display name that is a member, turned around', 'From: "Example, Alice" <mallory@evil.example>'],
  ['a display name that is a member and more', 'From: "Alice Example (CEO)" <mallory@evil.example>'],
  ['a display name that is a member in Cyrillic', 'From: Аliсе Ехаmрlе <mallory@evil.example>'],
  ['a display name that is a member with digits', 'From: A1ice Examp1e <mallory@evil.example>'],
  [
    'a display name that is a member with something unseen in it',
    'From: Al\u200bice Exam\u00adple <mallory@evil.example>',
  ],
  ['a display name that turns the line', 'From: "\u202eelpmaxE ecilA" <mallory@evil.example>'],
  ['the account’s name', 'From: SUPPORT <mallory@evil.example>'],
  [
    'a forged result below',
    'Authentication-Results: mx.ours.example; dmarc=fail (p=none)\n' +
      `Authentication-Results: mx.ours.example; dmarc=pass\n${bob}`,
  ],
  [
    'a forged result of another id above',
    `Authentication-Results: evil.example; dmarc=pass header.from=x.example\n${bob}`,
  ],
  [
    'a forged result below where it entered',
    `Received: from e (e [6.6.6.6]) by mx.ours.example with ESMTP; d\nReceived: from a by e.example; d\n${pass}${bob}`,
  ],
  [
    'a forged submission below where it entered',
    'Received: from e (e [6.6.6.6]) by mx.ours.example with ESMTP; ' +
      'd\nReceived: from a (a [10.0.0.1]) by mail.ours.example with ESMTPSA; d\nFrom: alice@ours.example',
  ],
  ['our own Message-ID, forged', `Message-ID: <own1@ours.example>\nIn-Reply-To: <own2@ours.example>\n${bob}`],
  ['a token of ours in the recipient', `To: support+btokentoken@ours.example\n${bob}`],
  ['the subject alone', `Subject: Re: Printer broken\n${bob}`],
  ['our keyed header, copied', `X-Mailroom-Id: abc def\n${bob}`],
  [
    'Exchange’s word for internal, where no Exchange is',
    'X-MS-Exchange-Organization-AuthAs: Internal\nFrom: alice@ours.example',
  ],
];

describe('attack: no spoof speaks as a person who passes', () => {
  const victims = ['self bob@x.example', 'self alice@ours.example', 'self support@ours.example'];
  const failed =
    'Authentication-Results: mx.ours.example; spf=fail smtp.mailfrom=x.example; dkim=none; dmarc=fail (p=none)\n';
  for (const [name, text] of attacks) {
    test(`${name}: without the receiver’s header`, () => assert.ok(!victims.includes(written(speaker(text)))));
    test(`${name}: with the receiver’s header`, () => {
      const got = written(speaker(`${failed}${text}`));
      assert.ok(!victims.includes(got) && !got.startsWith('self'), got);
    });
    test(`${name}: with a pass of the attacker’s own domain`, () => {
      const own = 'Authentication-Results: mx.ours.example; dmarc=pass header.from=evil.example\n';
      const got = written(speaker(`${own}${text}`));
      assert.ok(!victims.includes(got), got);
      // Whom a Reply-To names is not who speaks: mallory does, as mallory.
      if (!name.startsWith('Reply-To')) assert.ok(!got.startsWith('self'), got);
    });
  }
});

describe('ghosts', () => {
  const ghosts = new GhostCodec({ prefix: 'mail_', domain: 'm.example', bot: 'mailroom' });
  test('the ghost of a claim is another user, and stands for no address', () => {
    const claimed = ghosts.claimed(address('bob@x.example'));
    assert.equal(claimed, '@mail_=claimed=bob=40x.example:m.example');
    assert.notEqual(claimed, ghosts.ghost(address('bob@x.example')));
    assert.equal(ghosts.address(claimed), null);
    assert.ok(ghosts.isGhost(claimed));
  });
  test('no address has the ghost of a claim as its own', () => {
    const local = fc.stringMatching(/^[a-z0-9=._-]{1,20}$/);
    fc.assert(
      fc.property(local, local, (a, b) => {
        const [one, other] = [parseAddress(`${a}@x.example`), parseAddress(`${b}@x.example`)];
        if (one !== null && other !== null) assert.notEqual(ghosts.ghost(one), ghosts.claimed(other));
      }),
    );
    const long = address(`${'l'.repeat(200)}@${'d'.repeat(40)}.example`);
    assert.notEqual(ghosts.ghost(long), ghosts.claimed(long));
  });
  test('its name begins with the mark and the address, whatever the sender calls themselves', () => {
    const name = (text: string) => markedName({ name: text, address: address('m@evil.example') }, 'not verified');
    assert.equal(name(''), '⚠ m@evil.example (not verified)');
    assert.equal(name('Bob "the" <bob@x.example>'), '⚠ m@evil.example (not verified) “Bob the bob x.example”');
    assert.equal(name('\u202eecilA'), '⚠ m@evil.example (not verified) “ecilA”');
    assert.equal(name('M@evil.example'), '⚠ m@evil.example (not verified)');
  });
});

describe('display names', () => {
  test('that look like another one are known', () => {
    for (const [a, b] of [
      ['Alice', 'Аlіce'],
      ['OLIVIA', '0livia'],
      ['Modern', 'Modem'],
      ['Ｓｕｐｐｏｒｔ', 'support'],
      ['Ann‑Marie', 'Ann Marie'],
      ['Élodie', 'Elodie'],
    ] as const)
      // prettier-ignore
      assert.equal(skeleton(a), skeleton(b), `${a} ${b}`);
    for (const [a, b] of [
      ['Alice', 'Bob'],
      ['Anna', 'Anne'],
      ['李雷', '李磊'],
    ] as const)
      assert.notEqual(skeleton(a), skeleton(b));
  });
  test('that imitate, and that do not', () => {
    assert.ok(imitates('alice example', 'Alice Example'));
    assert.ok(imitates('Dr. Alice Example', 'Alice Example'));
    assert.ok(imitates('AliceExample', 'Alice Example'));
    assert.ok(!imitates('Alice Smith', 'Alice Example'));
    assert.ok(!imitates('Alice Smith', 'Alice'));
    assert.ok(imitates('ALICE', 'Alice'));
    assert.ok(!imitates('', 'Alice'));
    assert.ok(!imitates('Al', 'Al'));
    assert.ok(!imitates('Bob', ''));
  });
  test('that mix scripts in a word, turn the line, hold an address', () => {
    assert.ok(mixesScripts('Аlice'));
    assert.ok(!mixesScripts('Алиса Smith'));
    assert.ok(!mixesScripts('Ωmega'.normalize('NFKC').slice(1)));
    assert.ok(turnsDirection('a\u202eb') && turnsDirection('a\u2067b') && !turnsDirection('\u200fאבג'));
    assert.deepEqual(addressesInName('Bob (bob@x.example)'), ['bob@x.example']);
    assert.deepEqual(addressesInName('bob @ x . example'), ['bob@x.example']);
    assert.deepEqual(addressesInName('Meeting @ noon'), []);
  });
  test('as shown: one line, nothing unseen, bounded', () => {
    assert.equal(safeName('a\u202eb\u0000c\n d'), 'a b c d');
    assert.equal(safeName('نام\u200cها'), 'نام\u200cها');
    assert.equal(Array.from(safeName('😀'.repeat(300))).length, 101);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok(!/[\p{Cc}\u202a-\u202e]/u.test(safeName(text)))),
    );
  });
  test('a hostile name costs no time', () => {
    const start = cpuTime();
    for (const char of ['a', '@', 'a@', 'а', '\u0301', '. ']) {
      addressesInName(char.repeat(100_000));
      imitates(char.repeat(100_000), 'Alice Example');
    }
    assert.ok(cpuTime() - start < 500);
  });
  test('a member’s own second name is not imitated by a colleague who passed', () => {
    const text =
      'Authentication-Results: mx.ours.example; dmarc=pass header.from=ours.example\nFrom: Alice Example ' +
      '<a.example@ours.example>';
    assert.equal(written(speaker(text)), 'self a.example@ours.example');
  });
});

describe('whether a sender may enter', () => {
  const room = 'room' as ThreadId;
  const base: AdmissionFacts = {
    sender: address('bob@x.example'),
    verdict: 'pass',
    thread: room,
    newcomer: true,
    rules: [],
    open: false,
    welcomed: false,
    newcomers: 'shown',
  };
  const of = (facts: Partial<AdmissionFacts>) => {
    const entry = admissionOf({ ...base, ...facts });
    return `${entry.enter ? (entry.marked ? 'marked' : 'in') : 'out'} ${entry.by}`;
  };
  const rule = (effect: AdmissionRule['effect'], pattern: string, thread: ThreadId | null = null): AdmissionRule => ({
    effect,
    pattern,
    thread,
  });
  const rows: readonly (readonly [string, Partial<AdmissionFacts>, string])[] = [
    ['a participant', { newcomer: false }, 'in participant'],
    [
      'a participant who failed is a participant still: how they are shown is decided elsewhere',
      { newcomer: false, verdict: 'fail' },
      'in participant',
    ],
    ['somebody new who answers', {}, 'marked newcomer'],
    ['somebody new who answers, refused by policy', { newcomers: 'refused' }, 'out newcomer'],
    ['somebody new, welcomed by a member', { welcomed: true, newcomers: 'refused' }, 'in welcomed'],
    [
      'somebody who claims to be the one that was welcomed',
      { welcomed: true, newcomers: 'refused', verdict: 'unchecked' },
      'out newcomer',
    ],
    ['a room that opened itself', { open: true }, 'in open'],
    ['a room that opened itself, without a pass', { open: true, verdict: 'unchecked' }, 'marked newcomer'],
    ['allowed by domain', { rules: [rule('allow', 'x.example')], newcomers: 'refused' }, 'in allowed'],
    [
      'allowed, but it is not shown to be them',
      { rules: [rule('allow', 'x.example')], newcomers: 'refused', verdict: 'fail' },
      'out newcomer',
    ],
    ['blocked', { rules: [rule('block', 'bob@x.example')] }, 'out blocked'],
    [
      'blocked, whoever claims it',
      { rules: [rule('block', 'bob@x.example')], verdict: 'fail', newcomer: false },
      'out blocked',
    ],
    ['blocked in another room', { rules: [rule('block', '*', 'other' as ThreadId)] }, 'marked newcomer'],
    ['a new thread', { thread: null }, 'in new-thread'],
    ['a new thread of somebody blocked', { thread: null, rules: [rule('block', '*.example')] }, 'out blocked'],
  ];
  for (const [name, facts, want] of rows) test(name, () => assert.equal(of(facts), want));

  test('the room before the account, the exact before the wide, block before allow', () => {
    const bob = address('bob@x.example');
    assert.equal(ruleFor(bob, room, [rule('block', '*'), rule('allow', 'x.example')])?.effect, 'allow');
    assert.equal(ruleFor(bob, room, [rule('allow', 'x.example'), rule('block', 'bob@x.example')])?.effect, 'block');
    assert.equal(ruleFor(bob, room, [rule('block', 'bob@x.example'), rule('allow', '*', room)])?.effect, 'allow');
    assert.equal(ruleFor(bob, room, [rule('allow', 'x.example'), rule('block', '@x.example')])?.effect, 'block');
    assert.equal(ruleFor(null, room, [rule('block', '*')]), null);
  });
  test('goes by patterns of addresses and domains', () => {
    const fits = (pattern: string) => matchesPattern(address('News.Bob@Mail.X.example'), pattern);
    for (const pattern of [
      '*',
      '*.x.example',
      '*@mail.x.example',
      'news*@mail.x.example',
      '@mail.x.example',
      'NEWS.BOB@mail.x.example',
      '*b*@*.example',
      'mail.x.example',
    ])
      assert.ok(fits(pattern), pattern);
    for (const pattern of [
      '',
      'x.example',
      '*.y.example',
      'bob@mail.x.example',
      '*.mail.x.example',
      'news.bob@x.example',
      '@*.com',
      'ews*@mail.x.example',
    ])
      assert.ok(!fits(pattern), pattern);
    const start = cpuTime();
    assert.ok(!fits(`${'*a'.repeat(120)}@x`));
    assert.ok(cpuTime() - start < 100);
  });
  test('refusals: once a day, to people, who are who they say', () => {
    const tell = (facts: Partial<Parameters<typeof mayTellRefusal>[0]>) =>
      mayTellRefusal({ verdict: 'pass', kind: 'message', lastTold: null, now: 100_000_000, ...facts });
    assert.ok(tell({}));
    assert.ok(tell({ lastTold: 13_600_000 }));
    assert.ok(!tell({ lastTold: 13_600_001 }));
    assert.ok(!tell({ verdict: 'unchecked' }) && !tell({ verdict: 'fail' }));
    for (const kind of ['dsn', 'mdn', 'arf', 'auto-reply', 'list', 'bulk'] as const) assert.ok(!tell({ kind }));
  });
});

test('deciding is total: a fail never speaks as itself, an internal address never from outside', () => {
  const lines = fc.constantFrom(
    pass.trim(),
    fail('none').trim(),
    fail('reject').trim(),
    'Received: from e (e [6.6.6.6]) by mx.ours.example with ESMTP; d',
    'Received: from e (e [6.6.6.6]) by mail.ours.example with ESMTPSA; d',
    bob,
    'From: alice@ours.example',
    'From: Alice Example <m@evil.example>',
  );
  fc.assert(
    fc.property(
      fc.array(lines, { maxLength: 5 }),
      fc.constantFrom('none', 'receiver', 'own'),
      (list, authentication) => {
        const headers = header(list.join('\n'));
        const read = readHeader(headers);
        const from = parsePeople(
          headers
            .filter(({ name }) => name === 'from')
            .map(({ value }) => value)
            .join(', '),
        );
        const verdict =
          authentication === 'none'
            ? uncheckedVerdict({ header: read, from }, trust)
            : judgeByReceiver({ header: read, from }, trust);
        const got = decideSender({ verdict, from, group: read.group, known }, { ...policy, authentication });
        if (verdict.verdict === 'fail') assert.notEqual(got.as, 'self');
        if (got.as === 'self' && isInternal(got.address)) assert.ok(!verdict.outside);
      },
    ),
    { numRuns: 2000 },
  );
});

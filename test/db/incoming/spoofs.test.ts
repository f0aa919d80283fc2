/**
 * The spoof set: every way to write a mail under another's name, against every way in which an account may judge
 * senders. None is spoken by the ghost of a sender who passes. The attacker has a domain of their own, signs everything
 * with it, and knows the thread: its ids, its token, its keyed header.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { SenderSettings } from '../../../src/bridge/account/account.ts';
import type { EventId, ThreadId } from '../../../src/bridge/types.ts';
import { releaseSuspected } from '../../../src/db/intake-tables/mails.ts';
import { latestMessage } from '../../../src/db/thread-tables/threads.ts';
import { createSenderCheck } from '../../../src/incoming/sender-check.ts';
import { cachedResolver } from '../../../src/incoming/sender-resolver.ts';
import type { Address } from '../../../src/mail/types.ts';
import { speakersOf } from '../../support/handlers/arrivals.ts';
import type { Arrivals, Arrived } from '../../support/handlers/arrivals.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { SigningDomains } from '../../support/signing.ts';
import { zoneResolver } from '../../support/zone.ts';

const signing = new SigningDomains();
/**
 * Honest people write from outside.example, which asks for nothing, so that no forged mail of theirs is merely held;
 * strict.example asks to reject.
 */
const zone = signing.zone({ 'outside.example': 'none', 'strict.example': 'reject', 'evil.example': 'none' });
const BOB = 'bob@outside.example';
const EVIL = 'mallory@evil.example';

const receiver = { kind: 'named', ids: ['mx.ours.example'] } as const;
const believing = { receiver, hosts: ['mx.ours.example'] };

/** How an account judges. `says` is whether its server writes what it found on top of each mail. */
interface Way {
  readonly name: string;
  readonly senders: Partial<SenderSettings>;
  readonly says: boolean;
  /** Whether an honest mail is known as such. */
  readonly knows: boolean;
}
const ways: readonly Way[] = [
  {
    name: 'with the receiver’s header',
    senders: { authentication: 'receiver', ...believing },
    says: true,
    knows: true,
  },
  {
    name: 'with the receiver’s header, failures quoted by the bot',
    senders: { authentication: 'receiver', failing: 'bot', ...believing },
    says: true,
    knows: true,
  },
  {
    name: 'with a receiver that wrote none',
    senders: { authentication: 'receiver', ...believing },
    says: false,
    knows: false,
  },
  { name: 'with no receiver', senders: { authentication: 'receiver', receiver: null }, says: false, knows: false },
  { name: 'with our own check', senders: { authentication: 'own', receiver: null }, says: false, knows: true },
  {
    name: 'with our own check behind a receiver that wrote none',
    senders: { authentication: 'own', ...believing },
    says: false,
    knows: true,
  },
  {
    name: 'with our own check and the receiver’s header',
    senders: { authentication: 'own', ...believing },
    says: true,
    knows: true,
  },
];

/** What the attacker knows of the thread. */
interface Known {
  readonly bobsId: string;
  readonly ourId: string;
  readonly ourHeader: string;
}

/** One spoof: the lines of its header. `Subject`, `Date` and `Message-ID` are added where it has none. */
interface Spoof {
  readonly name: string;
  readonly lines: (known: Known) => readonly string[];
  /** The attacker's own domain stands in From, and that passes. */
  readonly own?: true;
  /** An address of ours is claimed: held, whatever else. */
  readonly held?: true;
}

const forged = (id: string) =>
  `Authentication-Results: ${id}; dmarc=pass header.from=outside.example; auth=pass smtp.auth=${BOB}`;
const spoofs: readonly Spoof[] = [
  { name: 'From', lines: () => [`From: Bob <${BOB}>`] },
  { name: 'From in other letters', lines: () => ['From: BOB@Outside.EXAMPLE'] },
  { name: 'From by a domain that asks to reject', lines: () => ['From: eve@strict.example'] },
  { name: 'From with a comment', lines: () => [`From: bob (Bob) @ outside.example (${EVIL})`] },
  { name: 'From with a route', lines: () => [`From: <@evil.example:${BOB}>`] },
  { name: 'From with a space before its colon', lines: () => [`From : ${BOB}`] },
  { name: 'From, folded', lines: () => ['From:', ' Bob', `\t<${BOB}>`] },
  { name: 'From and a Sender that passes', lines: () => [`From: Bob <${BOB}>`, `Sender: ${EVIL}`] },
  { name: 'From and a Return-Path of his', lines: () => [`Return-Path: <${BOB}>`, `From: ${BOB}`] },
  { name: 'Sender', own: true, lines: () => [`From: ${EVIL}`, `Sender: Bob <${BOB}>`] },
  { name: 'Reply-To', own: true, lines: () => [`From: ${EVIL}`, `Reply-To: Bob <${BOB}>`] },
  { name: 'Resent-From', own: true, lines: () => [`Resent-From: ${BOB}`, `From: ${EVIL}`] },
  { name: 'a display name that is his address', own: true, lines: () => [`From: "${BOB}" <${EVIL}>`] },
  { name: 'a display name with his address in it', own: true, lines: () => [`From: "Bob <${BOB}>" <${EVIL}>`] },
  {
    name: 'an encoded display name with his address in it',
    own: true,
    lines: () => [`From: =?utf-8?b?${Buffer.from(`Bob <${BOB}>`).toString('base64')}?= <${EVIL}>`],
  },
  { name: 'a display name of a member', own: true, lines: () => [`From: Alice <${EVIL}>`] },
  {
    name: 'a display name of a member in look-alike letters',
    own: true,
    lines: () => [`From: =?utf-8?q?=D0=90lic=D0=B5?= <${EVIL}>`],
  },
  {
    name: 'a display name that turns the line',
    own: true,
    lines: () => [`From: =?utf-8?q?=E2=80=AEelpmaxe=2Eedistuo=40bob?= <${EVIL}>`],
  },
  { name: 'a local part that looks like his', own: true, lines: () => ['From: bob=40outside.example@evil.example'] },
  {
    name: 'a local part that looks like a marked ghost',
    own: true,
    lines: () => ['From: "=claimed=bob"@evil.example'],
  },
  { name: 'a domain in look-alike letters', lines: () => [`From: Bob <bob@outsidе.example>`] },
  { name: 'several From, his first', lines: () => [`From: ${BOB}, ${EVIL}`] },
  { name: 'several From, his last', lines: () => [`From: ${EVIL}, ${BOB}`] },
  { name: 'two From fields, his first', lines: () => [`From: ${BOB}`, `From: ${EVIL}`] },
  { name: 'two From fields, his last', lines: () => [`From: ${EVIL}`, `From: ${BOB}`] },
  { name: 'a group in From', lines: () => [`From: Friends: ${BOB};`] },
  { name: 'a group in From, the attacker in it', lines: () => [`From: Bob: ${EVIL}, ${BOB};`] },
  { name: 'no From', lines: () => [`Sender: ${BOB}`] },
  { name: 'Authentication-Results below', lines: () => [forged('mx.ours.example'), `From: ${BOB}`] },
  { name: 'Authentication-Results with a version, below', lines: () => [forged('MX.ours.example 1'), `From: ${BOB}`] },
  { name: 'Authentication-Results under our own check’s name', lines: () => [forged('mailroom'), `From: ${BOB}`] },
  { name: 'Authentication-Results of Gmail', lines: () => [forged('mx.google.com'), `From: ${BOB}`] },
  {
    name: 'Authentication-Results without an id',
    lines: () => [`Authentication-Results: dmarc=pass header.from=outside.example`, `From: ${BOB}`],
  },
  {
    name: 'ARC that nobody sealed',
    lines: () => [
      'ARC-Authentication-Results: i=1; mx.ours.example; dmarc=pass header.from=outside.example',
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=ours.example; s=s1; b=AAAA',
      `From: ${BOB}`,
    ],
  },
  {
    name: 'a Received of a login',
    lines: () => [
      `Received: from bob (bob [192.0.2.7]) (Authenticated sender: ${BOB}) by mx.ours.example with ESMTPSA id 1; ` +
        `Mon, 1 Jan 2024 00:00:00 +0000`,
      `From: ${BOB}`,
    ],
  },
  { name: 'Exchange’s word on insiders', lines: () => ['X-MS-Exchange-Organization-AuthAs: Internal', `From: ${BOB}`] },
  { name: 'his Message-ID, other words', lines: ({ bobsId }) => [`Message-ID: ${bobsId}`, `From: Bob <${BOB}>`] },
  { name: 'our Message-ID', lines: ({ ourId }) => [`Message-ID: ${ourId}`, `From: Bob <${BOB}>`] },
  {
    name: 'our Message-ID and header',
    lines: ({ ourId, ourHeader }) => [`X-Mailroom-Id: ${ourHeader}`, `Message-ID: ${ourId}`, `From: Bob <${BOB}>`],
  },
  {
    name: 'an answer to our mail',
    lines: ({ ourId }) => [`In-Reply-To: ${ourId}`, `References: ${ourId}`, `From: Bob <${BOB}>`],
  },
  {
    name: 'an answer to our mail under a forged id',
    lines: () => ['In-Reply-To: <m.aaaaaaaaaaaaaaaaaaaaaaaaaa@ours.example>', `From: Bob <${BOB}>`],
  },
  { name: 'an answer to his mail', lines: ({ bobsId }) => [`In-Reply-To: ${bobsId}`, `From: Bob <${BOB}>`] },
  {
    name: 'a forged token',
    lines: () => [
      `From: ${BOB}`,
      'To: support+aabcdefghijklmabcdefghijklm@ours.example',
      'Delivered-To: support+aabcdefghijklmabcdefghijklm@ours.example',
    ],
  },
  { name: 'the subject alone', lines: () => [`From: Bob <${BOB}>`, 'Subject: Re: Printer'] },
  { name: 'the account itself', held: true, lines: () => ['From: Support <support@ours.example>'] },
  { name: 'the account with a detail', held: true, lines: () => ['From: support+x@ours.example'] },
  { name: 'a member', held: true, lines: () => ['From: Alice <alice@ours.example>'] },
  {
    name: 'a member, and a login below',
    held: true,
    lines: () => [
      'Received: from a (a [192.0.2.7]) (Authenticated sender: alice@ours.example) by mx.ours.example with ESMTPSA ' +
        'id 1; Mon, 1 Jan 2024 00:00:00 +0000',
      'From: alice@ours.example',
    ],
  },
  { name: 'a member among several', held: true, lines: () => [`From: ${EVIL}, alice@ours.example`] },
];

function raw(lines: readonly string[], text: string): string {
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const more = [
    ...(has('subject') ? [] : ['Subject: Printer']),
    ...(has('message-id')
      ? []
      : [`Message-ID: <${createHash('sha256').update(lines.join('')).digest('hex')}@evil.example>`]),
    ...(has('to') ? [] : ['To: support@ours.example']),
    'Date: Mon, 01 Jan 2024 00:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  return `${[...lines, ...more].join('\r\n')}\r\n\r\n${text}\r\n`;
}

/** What our border writes on top: where the mail came from, and where it says so, what it found. */
function taken(mail: string, way: Way, found: string): string {
  const entered =
    `Received: from out.example (out.example [192.0.2.99]) by mx.ours.example with ESMTP id 7; Mon, ` +
    `01 Jan 2024 00:00:01 +0000\r\n`;
  return `${way.says ? `Authentication-Results: mx.ours.example; ${found}\r\n` : ''}${entered}${mail}`;
}

const passed = (domain: string) => `dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`;

describe('the spoof set', () => {
  const parser = suiteParser();
  let test: TestDatabase;
  let arrivals: Arrivals;
  eachDatabase((given) => {
    test = given;
  });

  async function open(senders: Partial<SenderSettings>): Promise<void> {
    const base = testAccount();
    const account = {
      ...base,
      address: 'support@ours.example' as Address,
      own: new Set(['support@ours.example']),
      team: base.team.map((member) => ({
        ...member,
        address: member.name === null ? null : ('alice@ours.example' as Address),
      })),
      senders: { ...base.senders, ...senders },
    };
    const resolve = cachedResolver(zoneResolver(zone).resolve);
    const mailIn = { checkSender: createSenderCheck({ resolve, parser }) };
    ({ arrivals } = await handlerWorld({ test, parser, accounts: [account], mailIn }));
  }

  /** Bob writes, honestly. */
  async function honest(way: Way, text = 'Hello'): Promise<Arrived> {
    const mail = {
      from: `Bob <${BOB}>`,
      to: 'support@ours.example',
      subject: 'Printer',
      messageId: `<${text}@outside.example>`,
      text,
    };
    return arrivals.arrive(taken(await signing.letter('outside.example', mail), way, passed('outside.example')));
  }

  async function forge(spoof: Spoof, way: Way, known: Known): Promise<Arrived> {
    const made = raw(spoof.lines(known), `Pay at once: ${spoof.name}`);
    const from = /^From ?:[\s\S]*?@([\w.-]+)/m.exec(made)?.[1]?.toLowerCase() ?? 'evil.example';
    const found =
      spoof.own === true
        ? passed('evil.example')
        : `dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example; dmarc=fail (p=none) ` +
          `header.from=${from}`;
    return arrivals.arrive(taken(await signing.sign('evil.example', made), way, found));
  }

  for (const way of ways) {
    it(`${way.name}: none speaks through the ghost of another, and none keeps an honest mail away`, async () => {
      await open(way.senders);
      const { ids, ghosts } = arrivals;
      const bob = ghosts.ghost(BOB as Address);
      assert.deepEqual(speakersOf(await honest(way)), [way.knows ? bob : ghosts.claimed(BOB as Address)]);
      const ours = ids.outgoing('support' as never, '$ours' as EventId);
      const known = {
        bobsId: '<Hello@outside.example>',
        ourId: ids.ownMessageId(ours, 'ours.example'),
        ourHeader: ids.ownHeader(ours),
      };

      for (const spoof of spoofs) {
        const seen = await forge(spoof, way, known);
        const speakers = speakersOf(seen);
        const where = `${spoof.name}: ${seen.state} ${speakers.join()}`;
        assert.ok(!speakers.includes(bob) && !speakers.includes(ghosts.ghost('alice@ours.example' as Address)), where);
        if (spoof.held === true) {
          assert.equal(seen.state, 'held', where);
          continue;
        }
        // A mail is never lost over it: it is shown as what it is, or waits for a person.
        assert.ok(seen.state === 'held' || (seen.state === 'decided' && speakers.length === 1), where);
        const [speaker = ghosts.bot] = speakers;
        const isMarked = speaker === ghosts.bot || speaker.includes('=claimed=');
        const isTheirs = spoof.own === true && way.knows && speaker.endsWith('=40evil.example:matrix.test');
        assert.ok(isMarked || isTheirs, where);
        if (isMarked && speaker !== ghosts.bot) {
          assert.match(seen.sends.find(({ sender }) => sender === speaker)?.senderName ?? '', /^⚠ /, where);
        }
      }
      assert.deepEqual(speakersOf(await honest(way, 'Again')), [way.knows ? bob : ghosts.claimed(BOB as Address)]);
    });
  }

  describe('our own check, from the bytes of a signed mail to its room', () => {
    const way: Way = { name: '', senders: { authentication: 'own', receiver: null }, says: false, knows: true };
    const letter = (text: string, domain = 'outside.example') =>
      signing.letter(domain, { from: `Bob <bob@${domain}>`, to: 'support@ours.example', subject: 'Printer', text });
    const speaks = async (mail: string): Promise<string> => {
      const seen = await arrivals.arrive(taken(mail, way, ''));
      return seen.state === 'held' ? 'held' : speakersOf(seen).join();
    };

    it('is the ghost while nothing was altered, and marked once a byte was', async () => {
      await open(way.senders);
      const bob = arrivals.ghosts.ghost(BOB as Address);
      const marked = arrivals.ghosts.claimed(BOB as Address);
      assert.equal(await speaks(await letter('The printer is broken')), bob);
      assert.equal(await speaks((await letter('Account 111')).replace('Account 111', 'Account 666')), marked);
      assert.equal(await speaks((await letter('To whom')).replace('Subject: Printer', 'Subject: Invoice')), marked);
      assert.equal(await speaks((await letter('Who')).replace(/^DKIM-Signature:[\s\S]*?\r\n(?=\S)/m, '')), marked);
    });

    it('holds what was altered where the domain asks to reject', async () => {
      await open(way.senders);
      const strict = await letter('Signed', 'strict.example');
      assert.equal(await speaks(strict), arrivals.ghosts.ghost('bob@strict.example' as Address));
      assert.equal(
        await speaks(strict.replace('Signed', 'Forged').replace(/Message-ID: <\w/, 'Message-ID: <0')),
        'held',
      );
    });

    it('a mail that was suspected stands where it came, once somebody accepts it', async () => {
      await open(way.senders);
      const root = {
        from: 'Bob <bob@strict.example>',
        to: 'support@ours.example',
        subject: 'Printer',
        messageId: '<root@strict.example>',
        text: 'Root',
      };
      const reply = (text: string) =>
        signing.letter('strict.example', {
          ...root,
          messageId: `<${text}@strict.example>`,
          inReplyTo: root.messageId,
          references: root.messageId,
          subject: 'Re: Printer',
          text,
        });
      const first = await arrivals.arrive(taken(await signing.letter('strict.example', root), way, ''));
      const held = await arrivals.arrive(taken((await reply('Signed')).replace(/Signed\r\n$/, 'Forged\r\n'), way, ''));
      assert.equal(held.state, 'held');
      const later = await arrivals.arrive(taken(await reply('Later'), way, ''));
      assert.equal(later.thread, first.thread);
      const at = new Date('2024-01-01T00:00:02Z');
      await test.db.query('UPDATE mails SET internal_date = $2 WHERE mail = $1', [held.mail, at]);
      assert.ok(held.message);
      const released = { account: 'support' as never, message: held.message, by: '@alice:matrix.test' as never };
      assert.equal(await test.db.transaction((tx) => releaseSuspected(tx, released)), 1);
      const accepted = await arrivals.decide(held.mail);
      assert.equal(accepted.thread, first.thread);
      assert.deepEqual(
        accepted.sends.filter(({ message }) => message === held.message).map(({ ts }) => ts),
        [at.getTime()],
      );
      const { rows } = await test.db.query('SELECT message FROM messages WHERE thread = $1 ORDER BY seq', [
        first.thread,
      ]);
      assert.deepEqual(
        rows,
        [first, held, later].map(({ message }) => ({ message })),
      );
      // An answer without a reply goes to whom the newest mail is from, not the newest yes.
      const newest = await latestMessage(test.db, first.thread as ThreadId, ['in']);
      assert.equal(newest?.message, later.message);
    });

    it('is marked where the DNS does not answer, and the mail is in its room all the same', async () => {
      await open(way.senders);
      const silent = () => Promise.reject(Object.assign(new Error('ESERVFAIL'), { code: 'ESERVFAIL' }));
      const accounts = [...arrivals.deps.accounts.values()];
      const mailIn = { checkSender: createSenderCheck({ resolve: silent, parser }) };
      ({ arrivals } = await handlerWorld({ test, parser, accounts, mailIn }));
      assert.equal(await speaks(await letter('No answer')), arrivals.ghosts.claimed(BOB as Address));
    });
  });
});

/** Mail of a group that wrote From anew: whose it is, what that is worth, and what strangers make of the fields. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { Account, SenderSettings } from '../../../src/bridge/account/account.ts';
import { mailSpeaker } from '../../../src/bridge/arrival/mail-speaker.ts';
import { senderStanding } from '../../../src/bridge/arrival/sender-standing.ts';
import { writtenBy } from '../../../src/bridge/arrival/written-by.ts';
import { GhostCodec } from '../../../src/bridge/ids.ts';
import type { StoredMail } from '../../../src/db/intake-tables/mails.ts';
import type { Database } from '../../../src/db/pool.ts';
import { judgeSender } from '../../../src/incoming/judge-sender.ts';
import { parseMail } from '../../../src/mail/mime/parse.ts';
import type { ParsedMail } from '../../../src/mail/types.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';

const codec = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
const stored = { mail: 1, role: 'watched', size: 100 } as StoredMail;
// Nothing is read of it where the receiver decides.
const unread: unknown = null;
const db = unread as Database;

async function read(source: AsyncIterable<Uint8Array>): Promise<ParsedMail> {
  const parsed = await parseMail(source);
  assert.ok(parsed.ok);
  return parsed.mail;
}

/** As whom a mail is said, or that it is held. The account is support@mailroom.test, with alice@ in its team. */
async function speaker(mail: ParsedMail, senders: Partial<SenderSettings> = {}): Promise<string> {
  const base = testAccount();
  const receiver = { kind: 'named', ids: ['mx.test'] } as const;
  const account: Account = { ...base, senders: { ...base.senders, authentication: 'receiver', receiver, ...senders } };
  const judged = await judgeSender({ db, checkSender: null }, account, stored, mail);
  const written = writtenBy(account, mail, judged);
  const standing = senderStanding(account, written.mail, written.verdict, false);
  if (standing.is === 'suspected') return `held: ${standing.reason}`;
  const direction =
    standing.shown?.as === 'self' && written.mail.from[0]?.address === account.address ? 'colleague' : 'in';
  const said = mailSpeaker(codec, account, written.mail, direction, standing.shown);
  return `${said.user} ${said.name ?? said.prefix}`;
}

const mailOf = (...fields: readonly string[]) =>
  read(Readable.from([Buffer.from([...fields, 'Subject: s', '', 'text'].join('\r\n'))]));

const passes = (domain: string) => `Authentication-Results: mx.test; dmarc=pass header.from=${domain}`;
const OURS = passes('mailroom.test');
const via = `From: 'Carl Client' via Support <support@mailroom.test>`;
const google = [
  'X-Google-Group-Id: 123',
  'Mailing-list: list support@mailroom.test; contact support+owners@mailroom.test',
  'List-ID: <support.mailroom.test>',
];
const original = (who: string) => [`X-Original-Sender: ${who.replace(/.*<|>/g, '')}`, `X-Original-From: ${who}`];
const CARL = 'Carl Client <carl@client.test>';
const reply = `Reply-To: ${CARL}`;
const mailman = ['X-BeenThere: bees@hive.test', 'List-Id: Bees <bees.hive.test>', 'List-Post: <mailto:bees@hive.test>'];
const carl = `@mail_=claimed=carl=40client.test:matrix.test ⚠ carl@client.test (only a group says so) “Carl Client”`;
const held = 'held: internal-claimed';

describe('as whom a mail of a group is shown', () => {
  const rows: readonly (readonly [name: string, fields: readonly string[], want: string])[] = [
    ['Google Groups, at our own address', [OURS, via, ...google, ...original(CARL), reply], carl],
    [
      'Google Groups, with a Reply-To of the writer’s own',
      [OURS, via, ...google, ...original(CARL), 'Reply-To: t@desk.test'],
      carl,
    ],
    [
      'Mailman that writes Reply-To, at our own address',
      [OURS, via, 'List-Post: <mailto:support@mailroom.test>', reply],
      carl,
    ],
    [
      'Mailman where answers go to the list: the writer is in Cc',
      [OURS, via, 'List-Id: <support.mailroom.test>', 'Reply-To: support@mailroom.test', `Cc: X <x@x.test>, ${CARL}`],
      carl,
    ],
    [
      'Mailman, at the list’s address',
      [passes('hive.test'), 'From: Carl Client via Bees <bees@hive.test>', ...mailman, reply],
      carl,
    ],
    [
      'Sympa, LISTSERV: the name in brackets',
      [passes('hive.test'), 'From: "Carl Client (via bees list)" <bees@hive.test>', 'List-Id: <bees.hive.test>', reply],
      carl,
    ],
    [
      'a group of Exchange: by and to the group, without fields of lists',
      [OURS, via, 'To: support@mailroom.test', reply],
      carl,
    ],
    [
      'signed by the list, where From is not checked',
      [
        'Authentication-Results: mx.test; dkim=pass header.d=hive.test; dmarc=none header.from=hive.test',
        'From: Carl Client via Bees <bees@hive.test>',
        ...mailman,
        reply,
      ],
      carl,
    ],
    ['attack: nobody vouches for the hop', [via, ...google, ...original(CARL), reply], held],
    ['attack: the hop fails', [OURS.replace('pass', 'fail (p=none)'), via, ...google, ...original(CARL), reply], held],
    [
      'attack: results of somebody else',
      [OURS.replace('mx.test', 'mx.evil.test'), via, ...google, ...original(CARL), reply],
      held,
    ],
    ['attack: the writer is one of our team', [OURS, via, ...google, ...original('Alice <alice@mailroom.test>')], held],
    [
      'attack: the writer is the account itself',
      [OURS, via, ...google, ...original('Support <support@mailroom.test>')],
      held,
    ],
    [
      'attack: the writer is the account, and no field says more',
      [
        OURS,
        'From: Support via Support <support@mailroom.test>',
        'List-Post: <mailto:support@mailroom.test>',
        'Reply-To: support@mailroom.test',
      ],
      held,
    ],
    [
      'attack: a group of the attacker’s own, for one of our team',
      [
        passes('evil.test'),
        'From: Alice via X <x@evil.test>',
        'List-Id: <x.evil.test>',
        'Reply-To: Alice <alice@mailroom.test>',
      ],
      held,
    ],
    [
      'attack: a writer’s X-Original-From, which Mailman passes on, against its Reply-To',
      [OURS, via, 'List-Post: <mailto:support@mailroom.test>', 'X-Original-From: Ceo <ceo@bank.test>', reply],
      held,
    ],
    [
      'attack: the same with all fields of Google',
      [OURS, via, 'X-BeenThere: support@mailroom.test', ...google, ...original('Ceo <ceo@bank.test>'), reply],
      held,
    ],
    [
      'attack: two X-Original-From',
      [OURS, via, ...google, ...original(CARL), 'X-Original-From: Ceo <ceo@bank.test>'],
      held,
    ],
    [
      'attack: two writers in Reply-To',
      [OURS, via, 'List-Post: <mailto:support@mailroom.test>', `${reply}, Carl Client <ceo@bank.test>`],
      held,
    ],
    [
      'attack: several writers of a list of others: the list speaks, as before',
      [
        passes('hive.test'),
        'From: Carl via Bees <bees@hive.test>',
        ...mailman,
        'X-Original-From: Ceo <ceo@bank.test>',
        reply,
      ],
      '@mail_bees=40hive.test:matrix.test Carl via Bees',
    ],
    [
      'attack: Reply-To alone makes no group',
      [passes('evil.test'), 'From: Mallory <m@evil.test>', 'To: support@mailroom.test', reply],
      '@mail_m=40evil.test:matrix.test Mallory',
    ],
    [
      'attack: X-Original-From alone makes no group',
      [passes('evil.test'), 'From: Mallory <m@evil.test>', ...original(CARL)],
      '@mail_m=40evil.test:matrix.test Mallory',
    ],
    [
      'attack: a List-Id of another address makes no group',
      [passes('evil.test'), 'From: Mallory <m@evil.test>', 'List-Id: <support.mailroom.test>', reply],
      '@mail_m=40evil.test:matrix.test Mallory',
    ],
    [
      'a form on our web site, written by and to us, is a colleague’s as before',
      [OURS, 'From: Web <support@mailroom.test>', 'To: support@mailroom.test', reply],
      '@mailroom:matrix.test Web (from a mail program):',
    ],
  ];
  for (const [name, fields, want] of rows) {
    it(name, async () => {
      assert.equal(await speaker(await mailOf(...fields)), want);
    });
  }

  it('is the writer’s, marked, also where the account checks nobody, unless our trace shows an outsider', async () => {
    const none = { authentication: 'none', receiver: null, hosts: ['mx.mailroom.test'] } as const;
    const fields = [via, ...google, ...original(CARL), reply];
    assert.equal(await speaker(await mailOf(...fields), none), carl);
    const outside =
      'Received: from h.evil.test ([192.0.2.9]) by mx.mailroom.test with ESMTP id 1; Mon, 1 Jan 2024 10:00:00 +0000';
    assert.equal(await speaker(await mailOf(outside, ...fields), none), held);
  });

  it('is each writer’s own ghost', async () => {
    const of = async (who: string) => speaker(await mailOf(OURS, via, ...google, ...original(who)));
    const [first, second] = [await of(CARL), await of('Dana <dana@client.test>')];
    assert.match(first, /^@mail_=claimed=carl=40client\.test:/);
    assert.match(second, /^@mail_=claimed=dana=40client\.test:/);
  });

  it('is the writer’s in mails as Google and Mailman write them', async () => {
    const field = (name: string) => read(createReadStream(join(import.meta.dirname, '../../fixtures/field', name)));
    const none = { authentication: 'none', receiver: null } as const;
    const marked = (address: string, name: string) =>
      `@mail_=claimed=${address.replace('@', '=40')}:matrix.test ⚠ ${address} (only a group says so) “${name}”`;
    assert.equal(await speaker(await field('49-google-group.eml'), none), marked('carl@client.example', 'Carl Client'));
    assert.equal(await speaker(await field('50-mailman-munged.eml'), none), marked('eva@strict.example', 'Eva Ernst'));
  });
});

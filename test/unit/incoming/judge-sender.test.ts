/** The verdict that an account's settings ask for, and as whom the mail is then shown. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { Account, SenderSettings } from '../../../src/bridge/account/account.ts';
import { ourNames } from '../../../src/app/settings.ts';
import { GhostCodec } from '../../../src/bridge/ids.ts';
import type { StoredMail } from '../../../src/db/intake-tables/mails.ts';
import type { Database } from '../../../src/db/pool.ts';
import { mailSpeaker } from '../../../src/bridge/arrival/mail-speaker.ts';
import { senderStanding } from '../../../src/bridge/arrival/sender-standing.ts';
import { judgeSender } from '../../../src/incoming/judge-sender.ts';
import { parseMail } from '../../../src/mail/mime/parse.ts';
import type { UserId } from '../../../src/bridge/types.ts';
import type { Address, ParsedMail } from '../../../src/mail/types.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';

const codec = new GhostCodec({ prefix: 'mail_', domain: 'matrix.test', bot: 'mailroom' });
const stored = { mail: 1, role: 'watched', size: 100 } as StoredMail;
// Nothing is read of it where the receiver decides.
const unread: unknown = null;
const db = unread as Database;

function account(senders: Partial<SenderSettings>): Account {
  const base = testAccount();
  const receiver = { kind: 'named', ids: ['mx.test'] } as const;
  return { ...base, senders: { ...base.senders, authentication: 'receiver', receiver, ...senders } };
}

async function mailOf(from: string, results: string | null): Promise<ParsedMail> {
  const field = results === null ? [] : [`Authentication-Results: ${results}`];
  const parsed = await parseMail(
    Readable.from([Buffer.from([...field, `From: ${from}`, 'Subject: s', '', 'text'].join('\r\n'))]),
  );
  assert.ok(parsed.ok);
  return parsed.mail;
}

async function voice(senders: Partial<SenderSettings>, from: string, results: string | null, released = false) {
  const at = account(senders);
  const mail = await mailOf(from, results);
  const verdict = await judgeSender({ db, checkSender: null }, at, stored, mail);
  const standing = senderStanding(at, mail, verdict, released);
  if (standing.is === 'suspected') return `held: ${standing.reason}`;
  const said = mailSpeaker(codec, at, mail, 'in', standing.shown);
  return `${said.user} ${said.name ?? said.prefix}`;
}

const config = { language: 'en' } as const;
const BOB = 'Bob <bob@outside.test>';
const PASS = 'mx.test; dmarc=pass header.from=outside.test';
const FAIL = 'mx.test; dmarc=fail (p=none) header.from=outside.test';
const ghost = '@mail_bob=40outside.test:matrix.test Bob';
const marked = (mark: string) => `@mail_=claimed=bob=40outside.test:matrix.test ⚠ bob@outside.test (${mark}) “Bob”`;

describe('as whom a mail is shown', () => {
  it('is by the word of the receiver alone', async () => {
    assert.equal(await voice({}, BOB, PASS), ghost);
    assert.equal(await voice({}, BOB, PASS.replace('mx.test', 'mx.evil.test')), marked('not verified'));
    assert.equal(await voice({}, BOB, null), marked('not verified'));
    assert.equal(await voice({ receiver: null }, BOB, PASS), marked('not verified'));
  });

  it('is never the ghost where the check failed: marked, or the bot that quotes the claim', async () => {
    assert.equal(await voice({}, BOB, FAIL), marked('failed the check'));
    assert.equal(await voice({ authentication: 'own' }, BOB, FAIL), marked('failed the check'));
    assert.match(await voice({ failing: 'bot' }, BOB, FAIL), /^@mailroom:matrix\.test ⚠ .*Bob <bob@outside\.test>/);
  });

  it('is nobody until a person says so where the domain asks to reject, or one of ours is claimed', async () => {
    const reject = FAIL.replace('p=none', 'p=reject');
    assert.equal(await voice({}, BOB, reject), 'held: dmarc-policy');
    assert.equal(await voice({}, BOB, reject, true), marked('failed the check'));
    for (const ours of ['support@mailroom.test', 'help@mailroom.test', 'alice@mailroom.test']) {
      assert.equal(await voice({}, ours, null), 'held: internal-claimed', ours);
      assert.match(await voice({}, ours, null, true), /=claimed=/, ours);
    }
    const internal = new Set(['info@mailroom.test']);
    assert.equal(await voice({ internal }, 'info@mailroom.test', null), 'held: internal-claimed');
  });

  it('is marked where a passing sender bears the name of a member', async () => {
    assert.equal(
      await voice({}, 'Alice <bob@outside.test>', PASS),
      '@mail_=claimed=bob=40outside.test:matrix.test ⚠ bob@outside.test (suspicious name) “Alice”',
    );
  });

  it('is marked where a passing sender bears the name of the bot, an account, a member or a room', async () => {
    const names = ourNames([
      { ...config, name: 'Support', address: 'support@mailroom.test' as Address, team: [] },
      {
        ...config,
        name: 'Sales',
        address: 'sales@mailroom.test' as Address,
        team: [{ user: '@dora:matrix.test' as UserId, address: 'dora@mailroom.test' as Address, name: 'Dora Doe' }],
      },
    ]);
    for (const name of [
      'Mailroom',
      'MAlLROOM',
      'Sales',
      'Dora Doe',
      'Doe, Dora',
      'Support – Moderators',
      'Sales: Inbox',
    ]) {
      const said = await voice({ names }, `"${name}" <bob@outside.test>`, PASS);
      assert.match(said, /=claimed=.*suspicious name/, name);
    }
    for (const name of ['Bob', 'Dora', 'Inbox', 'Mailroom Press Ltd']) {
      assert.equal(await voice({ names }, `"${name}" <bob@outside.test>`, PASS), ghost.replace(/Bob$/, name));
    }
  });

  it('names a colleague by From alone: whoever writes a mail writes its Sender', async () => {
    const at = account({});
    const parsed = await parseMail(
      Readable.from([Buffer.from('From: support@mailroom.test\r\nSender: Alice <alice@mailroom.test>\r\n\r\ntext')]),
    );
    assert.ok(parsed.ok);
    const said = mailSpeaker(codec, at, parsed.mail, 'colleague', null);
    assert.match(said.prefix, /^Support/);
    assert.doesNotMatch(said.prefix, /Alice/);
  });

  it('is the ghost without any check where the account says so', async () => {
    assert.equal(await voice({ authentication: 'none', receiver: null }, BOB, null), ghost);
  });

  it('needs no check in Sent, where only the account writes', async () => {
    const at = account({});
    const mail = await mailOf('support@mailroom.test', null);
    assert.equal(await judgeSender({ db, checkSender: null }, at, { ...stored, role: 'sent' }, mail), null);
  });
});

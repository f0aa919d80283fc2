import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { dkimSign, sealMessage } from 'mailauth';
import { createSenderCheck } from '../../../src/incoming/sender-check.ts';
import type { SenderCheckOptions } from '../../../src/incoming/sender-check.ts';
import { cachedResolver } from '../../../src/incoming/sender-resolver.ts';
import type { Trust } from '../../../src/mail/authentication/verdict.ts';
import { parseMail } from '../../../src/mail/mime/parse.ts';
import { createParsePool } from '../../../src/parser/parse-pool.ts';
import { zoneResolver } from '../../support/zone.ts';

const parser = createParsePool();
after(() => parser.close());

/**
 * Keys are made for each run; the zone publishes them. x.example asks to reject, y.example has no DMARC, z.example lets
 * 192.0.2.7 send.
 */
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const published = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const halves = `"v=DKIM1; k=rsa; p=${published.slice(0, 200)}" "${published.slice(200)}"`;
const zone = `
s1._domainkey.x.example.      TXT ${halves}
s1._domainkey.y.example.      TXT ${halves}
s1._domainkey.evil.example.   TXT ${halves}
s1._domainkey.lists.example.  TXT ${halves}
_dmarc.x.example.             TXT "v=DMARC1; p=reject"
_dmarc.z.example.             TXT "v=DMARC1; p=quarantine"
_dmarc.evil.example.          TXT "v=DMARC1; p=none"
x.example.                    A   192.0.2.1
y.example.                    A   192.0.2.1
z.example.                    TXT "v=spf1 ip4:192.0.2.7 -all"
`;

const trust: Trust = {
  receiver: null,
  hosts: ['*.ours.example'],
  sealers: ['lists.example'],
  isInternal: (address) => address.endsWith('@ours.example'),
};

const letter = (from: string, body = 'Hello\r\n') =>
  `From: ${from}\r\nTo: support@ours.example\r\nSubject: Printer\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000\r\n` +
  `Message-ID: <m1@x.example>\r\n\r\n${body}`;

async function sign(message: string, domain: string, more: object = {}): Promise<string> {
  const one = { signingDomain: domain, selector: 's1', privateKey };
  const signed = await dkimSign(message, { ...one, signatureData: [{ ...one, ...more }] });
  assert.deepEqual(signed.errors, []);
  return signed.signatures + message;
}

async function checked(message: string, given: Partial<SenderCheckOptions> & { readonly trust?: Trust } = {}) {
  const bytes = Buffer.from(message);
  const source = () =>
    Readable.from([bytes.subarray(0, 100), bytes.subarray(100, 2_000_000), bytes.subarray(2_000_000)]);
  const parsed = await parseMail(source());
  assert.ok(parsed.ok);
  const dns = zoneResolver(zone);
  const check = createSenderCheck({ resolve: dns.resolve, parser, ...given });
  const verdict = await check(source(), parsed.mail, given.trust ?? trust);
  return { short: `${verdict.verdict} ${verdict.reason}`, verdict, asked: dns.asked };
}

describe('our own check', () => {
  let good = '';
  before(async () => {
    good = await sign(letter('Bob <bob@x.example>'), 'x.example');
  });

  test('an aligned signature and a DMARC record: pass', async () => {
    const { short, verdict } = await checked(good);
    assert.equal(short, 'pass dmarc');
    assert.ok(verdict.evidence.every(({ by }) => by === 'mailroom'));
  });
  test('a body that was changed: fail, with the policy of the domain', async () => {
    const { short, verdict } = await checked(good.replace('Hello', 'Send money'));
    assert.deepEqual([short, verdict.policy], ['fail dmarc', 'reject']);
  });
  test('a From that was changed: fail', async () => {
    assert.equal((await checked(good.replace('<bob@', '<ceo@'))).short, 'fail dmarc');
  });
  test('no signature at all, and a policy: fail', async () => {
    const { short, verdict } = await checked(letter('bob@x.example'));
    assert.deepEqual([short, verdict.policy], ['fail dmarc', 'reject']);
  });
  test('a domain without DMARC, signed: pass; unsigned: unchecked', async () => {
    assert.equal((await checked(await sign(letter('bob@y.example'), 'y.example'))).short, 'pass dkim');
    assert.equal((await checked(letter('bob@y.example'))).short, 'unchecked nothing-proven');
  });
  test('attack: signed by the attacker’s own domain', async () => {
    assert.equal((await checked(await sign(letter('bob@x.example'), 'evil.example'))).short, 'fail dmarc');
    assert.equal(
      (await checked(await sign(letter('bob@y.example'), 'evil.example'))).short,
      'unchecked nothing-proven',
    );
  });
  test('attack: a forged Authentication-Results is nothing to it', async () => {
    const forged = 'Authentication-Results: mailroom; dmarc=pass header.from=x.example\r\n';
    assert.equal((await checked(forged + letter('bob@x.example'))).short, 'fail dmarc');
  });
  test('attack: a second From, signed or not', async () => {
    assert.equal((await checked(`From: ceo@x.example\r\n${good}`)).short, 'unchecked no-results');
    assert.equal(
      (await checked(good.replace('Bob <bob@x.example>', 'bob@x.example, ceo@x.example'))).short,
      'unchecked no-results',
    );
  });
  test('attack: text below what l= signed', async () => {
    const short = await sign(letter('bob@x.example'), 'x.example', { maxBodyLength: 5 });
    assert.equal((await checked(`${short}Send money\r\n`)).short, 'fail dkim');
  });
  test('attack: a hundred signatures are not checked', async () => {
    const signature = /^DKIM-Signature:[\s\S]*?\r\n(?=\S)/.exec(good)?.[0] ?? '';
    const { short, asked } = await checked(signature.repeat(100) + good);
    assert.deepEqual([short, asked], ['unchecked no-results', []]);
  });
  test('a mail above the size is not checked', async () => {
    assert.equal((await checked(good, { size: 100 })).short, 'unchecked no-results');
  });
});

describe('SPF', () => {
  const received = (ip: string) =>
    `Received: from mail.z.example (mail.z.example [${ip}]) by mx.ours.example with ESMTP id 1; Mon, 1 Jan 2024 ` +
    `00:00:00 +0000\r\n`;
  const path = 'Return-Path: <bounce@z.example>\r\n';
  test('where our trace tells the receiving hop', async () => {
    assert.equal((await checked(path + received('192.0.2.7') + letter('bob@z.example'))).short, 'pass dmarc');
    const { short, verdict } = await checked(path + received('6.6.6.6') + letter('bob@z.example'));
    assert.deepEqual([short, verdict.policy], ['fail dmarc', 'quarantine']);
  });
  test('attack: a forged hop, a forged Return-Path, no list of our servers', async () => {
    const mail = received('6.6.6.6') + received('192.0.2.7') + letter('bob@z.example');
    assert.equal((await checked(path + mail)).short, 'fail dmarc');
    assert.equal((await checked(received('192.0.2.7') + path + letter('bob@z.example'))).short, 'fail dmarc');
    const blind = { trust: { ...trust, hosts: [] } };
    assert.equal((await checked(path + received('192.0.2.7') + letter('bob@z.example'), blind)).short, 'fail dmarc');
  });
});

describe('ARC', () => {
  const forwarded = async (results: string, domain: string) => {
    const original = await sign(letter('bob@x.example'), 'x.example');
    const changed = original.replace('Hello', '[list] Hello');
    const seal = await sealMessage(Buffer.from(changed), {
      signingDomain: domain,
      selector: 's1',
      privateKey,
      authResults: results,
      cv: 'none',
    });
    return seal.toString() + changed;
  };
  test('a list that the account trusts checked before it changed the mail', async () => {
    const passed = await forwarded('lists.example; dmarc=pass header.from=x.example', 'lists.example');
    assert.equal((await checked(passed)).short, 'pass arc');
  });
  test('attack: the same by nobody whom we trust', async () => {
    const passed = await forwarded('evil.example; dmarc=pass header.from=x.example', 'evil.example');
    assert.equal((await checked(passed)).short, 'fail dmarc');
  });
  test('attack: a seal of a trusted list around other words', async () => {
    const passed = await forwarded('lists.example; dmarc=pass header.from=x.example', 'lists.example');
    assert.equal((await checked(passed.replace('Hello', 'Send money'))).short, 'fail dmarc');
  });
});

describe('what goes wrong', () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  test('DNS fails: unchecked', async () => {
    const good = await sign(letter('bob@x.example'), 'x.example');
    assert.equal((await checked(good, { resolve: failing('ESERVFAIL') })).short, 'unchecked nothing-proven');
  });
  test('DNS never answers: unchecked within the time', async () => {
    const good = await sign(letter('bob@x.example'), 'x.example');
    const never = () => new Promise<string[]>(() => undefined);
    const { short, verdict } = await checked(good, { resolve: never, time: 50 });
    assert.equal(short, 'unchecked no-results');
    assert.match(verdict.evidence[0]?.said ?? '', /time/);
  });
  test('attack: a header without an end is not read to its end', async () => {
    const endless = `From: bob@y.example\r\n${'X-A: a\r\n'.repeat(300_000)}`;
    const { short, verdict } = await checked(endless);
    assert.equal(short, 'unchecked no-results');
    assert.match(verdict.evidence[0]?.said ?? '', /cannot be read/);
  });
  test('the source fails: the error is the caller’s', async () => {
    const parsed = await parseMail(Readable.from([Buffer.from(letter('bob@x.example'))]));
    assert.ok(parsed.ok);
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('From: bob@x.example\r\n'));
      throw new Error('gone');
    }
    const check = createSenderCheck({ resolve: zoneResolver(zone).resolve, parser });
    await assert.rejects(check(broken(), parsed.mail, trust), /gone/);
  });
});

describe('the resolver’s memory', () => {
  test('asks once while an answer holds, and again after', async () => {
    const dns = zoneResolver(zone);
    let now = 0;
    const resolve = cachedResolver(dns.resolve, { answers: 100, absent: 10, now: () => now });
    await Promise.all([resolve('z.example', 'TXT'), resolve('Z.example', 'TXT')]);
    assert.equal(dns.asked.length, 1);
    await assert.rejects(resolve('none.example', 'TXT'), { code: 'ENOTFOUND' });
    await assert.rejects(resolve('none.example', 'TXT'), { code: 'ENOTFOUND' });
    assert.equal(dns.asked.length, 2);
    now = 50;
    await resolve('z.example', 'TXT');
    await assert.rejects(resolve('none.example', 'TXT'));
    assert.equal(dns.asked.length, 3);
    now = 200;
    await resolve('z.example', 'TXT');
    assert.equal(dns.asked.length, 4);
  });
  test('remembers no failure, gives up in time, and is bounded', async () => {
    let asked = 0;
    const failing = () => {
      asked += 1;
      return Promise.reject(Object.assign(new Error('ESERVFAIL'), { code: 'ESERVFAIL' }));
    };
    const once = cachedResolver(failing);
    await assert.rejects(once('a.example', 'TXT'));
    await assert.rejects(once('a.example', 'TXT'));
    assert.equal(asked, 2);
    const late = cachedResolver(() => new Promise<string[]>(() => undefined), { timeout: 20 });
    await assert.rejects(late('a.example', 'TXT'), { code: 'ETIMEOUT' });
    const small = zoneResolver('a.example. A 192.0.2.1\nb.example. A 192.0.2.2\n');
    const resolve = cachedResolver(small.resolve, { most: 1 });
    await resolve('a.example', 'A');
    await resolve('b.example', 'A');
    await resolve('a.example', 'A');
    assert.equal(small.asked.length, 3);
  });
});

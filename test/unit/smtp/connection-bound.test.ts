/** A server that takes so many connections of one client at the same time, and refuses the next. */
import assert from 'node:assert/strict';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Address } from '../../../src/mail/types.ts';
import { ConnectionBound } from '../../../src/smtp/connection-bound.ts';
import type { Smtp } from '../../../src/smtp/transport.ts';
import { closed, configFor, smtpFor } from '../../support/smtp-peer.ts';

const raw = 'Subject: x\r\n\r\nbody\r\n';
const body = () => Readable.from([Buffer.from(raw)], { objectMode: false });
const envelope = {
  from: 'support@ours.example' as Address,
  to: ['bob@x.example' as Address],
  size: raw.length,
  utf8: false,
};

interface Bounded {
  readonly port: number;
  /** How many it takes at once; the next is greeted with 421, or with nothing. */
  most: number;
  readonly greeting: '421' | 'none';
  open: number;
  atOnce: number;
  refused: number;
  mails: number;
  /** Set where the end of the data is not answered: who waits for it. */
  held: net.Socket[] | null;
}

async function boundedPeer(t: TestContext, most: number, greeting: Bounded['greeting'] = '421'): Promise<Bounded> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (peer.open >= peer.most) {
      peer.refused += 1;
      socket.end(greeting === '421' ? '421 4.7.0 too many connections from you\r\n' : '');
      return;
    }
    peer.open += 1;
    peer.atOnce = Math.max(peer.atOnce, peer.open);
    socket.once('close', () => (peer.open -= 1));
    socket.write('220 test\r\n');
    let rest = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answer(line, socket);
    });
  });
  const answer = (line: string, socket: net.Socket): void => {
    if (line.startsWith('EHLO')) socket.write('250 test\r\n');
    else if (line === 'DATA') socket.write('354 go\r\n');
    else if (line === 'QUIT') socket.end('221 bye\r\n');
    else if (/^(?:MAIL|RCPT|RSET)/.test(line)) socket.write('250 2.0.0 ok\r\n');
    else if (line === '.') {
      peer.mails += 1;
      if (peer.held === null) setTimeout(() => socket.write('250 2.0.0 queued\r\n'), 20);
      else peer.held.push(socket);
    }
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    return closed(server);
  });
  const { port } = server.address() as AddressInfo;
  const peer: Bounded = { port, most, greeting, open: 0, atOnce: 0, refused: 0, mails: 0, held: null };
  return peer;
}

const clientOf = (t: TestContext, { port }: Pick<Bounded, 'port'>): Smtp =>
  smtpFor(t, configFor(port, { security: 'none', login: null }));

const sendMany = async (smtp: Smtp, mails: number) => {
  const results = await Promise.all(Array.from({ length: mails }, () => smtp.send(envelope, body)));
  return results.map((result) => (result.outcome === 'not-sent' ? result.reason : result.outcome));
};

const all = (what: string, mails: number) => Array.from({ length: mails }, () => what);

describe('a server that takes two connections at once', () => {
  for (const greeting of ['421', 'none'] as const) {
    test(`and refuses the next (${greeting}) gets every mail over those two, and is asked for no more`, async (t) => {
      const peer = await boundedPeer(t, 2, greeting);
      const smtp = clientOf(t, peer);
      assert.deepEqual(await sendMany(smtp, 8), all('answered', 8));
      assert.ok(peer.refused <= 6, String(peer.refused));
      const before = peer.refused;
      assert.deepEqual(await sendMany(smtp, 8), all('answered', 8));
      assert.deepEqual([peer.mails, peer.atOnce, peer.refused], [16, 2, before]);
    });
  }

  test('and loses them says so of the mails that waited', async (t) => {
    const peer = await boundedPeer(t, 2);
    const smtp = clientOf(t, peer);
    peer.held = [];
    const sent = sendMany(smtp, 4);
    while (peer.held.length < 2) await new Promise((done) => setTimeout(done, 5));
    peer.most = 0;
    for (const socket of peer.held) socket.destroy();
    assert.deepEqual((await sent).toSorted(), ['connect', 'connect', 'unknown', 'unknown']);
    // It tells of no bound: nobody was there beside those that were refused.
    peer.most = 4;
    peer.held = null;
    assert.deepEqual(await sendMany(smtp, 4), all('answered', 4));
    assert.equal(peer.atOnce, 4);
  });

  test('is waited for no longer than whoever sends wants to', async (t) => {
    const peer = await boundedPeer(t, 1);
    const smtp = clientOf(t, peer);
    peer.held = [];
    void smtp.send(envelope, body);
    while (peer.held.length < 1) await new Promise((done) => setTimeout(done, 5));
    const ending = new AbortController();
    const waits = smtp.send(envelope, body, ending.signal);
    while (peer.refused < 1) await new Promise((done) => setTimeout(done, 5));
    ending.abort();
    const result = await waits;
    assert.deepEqual([result.outcome, peer.mails], ['not-sent', 1]);
  });
});

test('a server that is away is away for all, and bounds nobody when it is back', async (t) => {
  const peer = await boundedPeer(t, 0, 'none');
  const smtp = clientOf(t, peer);
  assert.deepEqual(await sendMany(smtp, 8), all('connect', 8));
  assert.ok(peer.refused <= 16, String(peer.refused));
  peer.most = 8;
  assert.deepEqual(await sendMany(smtp, 8), all('answered', 8));
  assert.equal(peer.atOnce, 8);
});

test('a bound is forgotten one connection at a time', () => {
  let now = 0;
  const bound = new ConnectionBound(() => now);
  assert.equal(bound.isReached(100), false);
  bound.refused(2);
  assert.deepEqual(
    [1, 2, 3].map((open) => bound.isReached(open)),
    [false, true, true],
  );
  now += 60_000;
  assert.deepEqual(
    [2, 3].map((open) => bound.isReached(open)),
    [false, true],
  );
  bound.refused(0);
  assert.equal(bound.isReached(100), false);
});

import assert from 'node:assert/strict';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Address } from '../../../src/mail/types.ts';
import type { SmtpConfig } from '../../../src/smtp/session.ts';
import { closed, configFor, peer, reply, smtpFor } from '../../support/smtp-peer.ts';

const raw = 'Subject: x\r\n\r\n.leading dot\r\nbody\r\n';
const body = () => Readable.from([Buffer.from(raw)], { objectMode: false });
const address = (text: string) => text as Address;
const envelope = (to: string[], more: { size?: number; utf8?: boolean; from?: string } = {}) => ({
  from: address(more.from ?? 'support@ours.example'),
  to: to.map(address),
  size: more.size ?? raw.length,
  utf8: more.utf8 ?? false,
});

/**
 * A server of few words: `speak` gets each line (and the end of the data as `.`) and answers, or ends the connection.
 */
async function rawPeer(t: TestContext, speak: (line: string, socket: net.Socket) => void): Promise<SmtpConfig> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    let buffer = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        speak(line, socket);
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    return closed(server);
  });
  return configFor((server.address() as AddressInfo).port, { security: 'none', login: null });
}

function usual(line: string, socket: net.Socket): void {
  if (line.startsWith('EHLO')) socket.write('250-test\r\n250 SIZE 1000000\r\n');
  else if (line === 'DATA') socket.write('354 go\r\n');
  else if (/^(?:MAIL|RCPT|RSET|NOOP)/.test(line)) socket.write('250 2.0.0 ok\r\n');
  else if (line === '.') socket.write('250 2.0.0 queued\r\n');
  else if (line === 'QUIT') socket.end('221 bye\r\n');
}

describe('sending', () => {
  test('delivers the bytes over STARTTLS with an own CA and says that each recipient was accepted', async (t) => {
    const { config, mails } = await peer(t);
    const result = await smtpFor(t, config).send(envelope(['bob@x.example', 'carol@x.example']), body);
    assert.deepEqual(
      result.outcome === 'answered' && result.recipients.map((one) => [one.address, one.outcome, one.code]),
      [
        ['bob@x.example', 'accepted', 250],
        ['carol@x.example', 'accepted', 250],
      ],
    );
    assert.deepEqual(mails, [raw]);
  });

  test('delivers over TLS from the first byte', async (t) => {
    const { config, mails } = await peer(t, { secure: true }, { security: 'tls' });
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome, 'answered');
    assert.equal(mails.length, 1);
  });

  test('keeps a connection for the next mail and opens a fresh one where it was lost meanwhile', async (t) => {
    let connections = 0;
    const config = await rawPeer(t, (line, socket) => {
      if (line.startsWith('EHLO')) connections += 1;
      // The third mail finds the kept connection dead.
      if (connections === 1 && line.startsWith('MAIL FROM:<third@')) socket.destroy();
      else usual(line, socket);
    });
    const smtp = smtpFor(t, config);
    for (const from of ['first', 'second', 'third']) {
      const result = await smtp.send(envelope(['bob@x.example'], { from: `${from}@ours.example` }), body);
      assert.equal(result.outcome, 'answered', from);
      assert.equal(connections, from === 'third' ? 2 : 1);
    }
  });

  test('sends internationalised domains as A-labels', async (t) => {
    const lines: string[] = [];
    const config = await rawPeer(t, (line, socket) => {
      lines.push(line);
      usual(line, socket);
    });
    const result = await smtpFor(t, config).send(envelope(['bob@bücher.example']), body);
    assert.equal(result.outcome === 'answered' && result.recipients[0]?.outcome, 'accepted');
    assert.ok(lines.includes('RCPT TO:<bob@xn--bcher-kva.example>'));
  });
});

describe('results per recipient', () => {
  test('a 451 at RCPT is a deferral', async (t) => {
    const { config, mails } = await peer(t, { onRcptTo: (_to, _s, done) => done(reply(451, '4.3.0 later')) });
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.deepEqual(result, {
      outcome: 'answered',
      serverMessageId: null,
      recipients: [
        {
          address: 'bob@x.example',
          stage: 'recipient',
          outcome: 'deferred',
          code: 451,
          enhanced: '4.3.0',
          text: 'later',
        },
      ],
    });
    assert.equal(mails.length, 0);
  });

  test('one refused of two: the other one got it', async (t) => {
    const { config, mails } = await peer(t, {
      onRcptTo: (to, _s, done) => (to.address.startsWith('gone') ? done(reply(550, '5.1.1 no such user')) : done()),
    });
    const result = await smtpFor(t, config).send(envelope(['gone@x.example', 'bob@x.example']), body);
    assert.deepEqual(result.outcome === 'answered' && result.recipients.map((one) => [one.outcome, one.enhanced]), [
      ['refused', '5.1.1'],
      ['accepted', null],
    ]);
    assert.equal(mails.length, 1);
  });

  test('one deferred and the data refused: each has its own answer', async (t) => {
    const { config } = await peer(t, {
      onRcptTo: (to, _s, done) => (to.address.startsWith('busy') ? done(reply(452, '4.2.2 full')) : done()),
      onData: (stream, _s, done) => stream.resume().on('end', () => done(reply(554, '5.7.1 policy'))),
    });
    const result = await smtpFor(t, config).send(envelope(['busy@x.example', 'bob@x.example']), body);
    assert.deepEqual(result.outcome === 'answered' && result.recipients.map((one) => [one.outcome, one.code]), [
      ['deferred', 452],
      ['refused', 554],
    ]);
  });

  test('a 451 after the data is a deferral of all', async (t) => {
    const { config } = await peer(t, {
      onData: (stream, _s, done) => stream.resume().on('end', () => done(reply(451, 'scanner is away'))),
    });
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome === 'answered' && result.recipients[0]?.outcome, 'deferred');
  });

  test('words over several lines are read as one text with the enhanced code', async (t) => {
    const config = await rawPeer(t, (line, socket) => {
      if (line.startsWith('RCPT'))
        socket.write('550-5.1.1 The account\r\n550-5.1.1 does not exist.\r\n550 5.1.1 Sorry.\r\n');
      else usual(line, socket);
    });
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.deepEqual(result.outcome === 'answered' && result.recipients[0], {
      address: 'bob@x.example',
      stage: 'recipient',
      outcome: 'refused',
      code: 550,
      enhanced: '5.1.1',
      text: 'The account does not exist. Sorry.',
    });
  });
});

describe('certainly not sent', () => {
  test('where nobody listens', async (t) => {
    const { config, server } = await peer(t);
    await closed(server);
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome === 'not-sent' && result.temporary && result.reason, 'connect');
  });

  test('the certificate is not trusted', async (t) => {
    const start = await peer(t, {}, { ca: null });
    const first = await smtpFor(t, start.config).verify();
    assert.equal(first.outcome === 'not-sent' && first.reason, 'tls');
    const implicit = await peer(t, { secure: true }, { ca: null, security: 'tls' });
    const second = await smtpFor(t, implicit.config).verify();
    assert.equal(second.outcome === 'not-sent' && second.reason, 'tls');
  });

  test('STARTTLS is wanted and the server has none: the password does not leave', async (t) => {
    const { config } = await peer(t, { disabledCommands: ['STARTTLS'], onAuth: () => assert.fail('logged in') });
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome === 'not-sent' && result.temporary && result.reason, 'tls');
  });

  test('the login is refused', async (t) => {
    const { config } = await peer(t, {}, { login: { user: 'support', password: 'wrong' } });
    const result = await smtpFor(t, config).verify();
    assert.deepEqual(result.outcome === 'not-sent' && [result.reason, result.code, result.enhanced], [
      'login',
      535,
      '5.7.8',
    ]);
  });

  test('the sender is refused, for good and for now', async (t) => {
    const { config } = await peer(t, {
      onMailFrom: (from, _s, done) =>
        done(from.address.startsWith('now') ? reply(451, 'x') : reply(550, '5.7.60 not you')),
    });
    const smtp = smtpFor(t, config);
    const good = await smtp.send(envelope(['bob@x.example']), body);
    assert.deepEqual(good.outcome === 'not-sent' && [good.reason, good.temporary], ['sender-refused', false]);
    const now = await smtp.send(envelope(['bob@x.example'], { from: 'now@ours.example' }), body);
    assert.deepEqual(now.outcome === 'not-sent' && [now.reason, now.temporary], ['sender-refused', true]);
  });

  test('the mail is larger than the server takes, known before a byte is read', async (t) => {
    const { config } = await peer(t, { size: 1000 });
    const smtp = smtpFor(t, config);
    const result = await smtp.send(envelope(['bob@x.example'], { size: 1001 }), body);
    assert.deepEqual(result.outcome === 'not-sent' && [result.reason, result.temporary], ['too-large', false]);
    assert.equal(smtp.facts()?.size, 1000);
  });

  test('an address beyond ASCII where the server lacks SMTPUTF8', async (t) => {
    const config = await rawPeer(t, usual);
    const smtp = smtpFor(t, config);
    for (const one of [envelope(['jürgen@x.example']), envelope(['bob@x.example'], { utf8: true })]) {
      const result = await smtp.send(one, body);
      assert.deepEqual(result.outcome === 'not-sent' && [result.reason, result.temporary], ['utf8-missing', false]);
    }
  });

  test('an address that would add a command', async (t) => {
    const lines: string[] = [];
    const config = await rawPeer(t, (line, socket) => {
      lines.push(line);
      usual(line, socket);
    });
    const result = await smtpFor(t, config).send(envelope(['a@x.example>\r\nRCPT TO:<evil@x.example']), body);
    assert.equal(result.outcome === 'not-sent' && result.reason, 'address-impossible');
    assert.ok(!lines.some((line) => line.startsWith('RCPT')));
  });

  test('the bytes cannot be read: the mail is not completed', async (t) => {
    const { config, mails } = await peer(t);
    const smtp = smtpFor(t, config);
    const broken = await smtp.send(envelope(['bob@x.example']), () => {
      return Readable.from(failing(), { objectMode: false });
    });
    assert.equal(broken.outcome === 'not-sent' && broken.temporary && broken.reason, 'source');
    const missing = await smtp.send(envelope(['bob@x.example']), () => Promise.reject(new Error('gone')));
    assert.equal(missing.outcome === 'not-sent' && missing.reason, 'source');
    assert.equal(mails.length, 0);
  });

  test('the connection is lost at DATA', async (t) => {
    const config = await rawPeer(t, (line, socket) => (line === 'DATA' ? socket.destroy() : usual(line, socket)));
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome === 'not-sent' && result.temporary && result.reason, 'closed');
  });

  test('the connection is lost while the body goes over', async (t) => {
    const config = await rawPeer(t, (line, socket) =>
      line.startsWith('Subject') ? socket.destroy() : usual(line, socket),
    );
    const result = await smtpFor(t, config).send(envelope(['bob@x.example'], { size: 0 }), () => {
      return Readable.from(endless(), { objectMode: false });
    });
    assert.equal(result.outcome, 'not-sent');
  });
});

describe('may have been sent', () => {
  test('the connection is lost after the final dot', async (t) => {
    const config = await rawPeer(t, (line, socket) => (line === '.' ? socket.destroy() : usual(line, socket)));
    const result = await smtpFor(t, config).send(envelope(['bob@x.example']), body);
    assert.deepEqual(result.outcome === 'unknown' && result.reason, 'closed');
  });

  test('no answer after the final dot', async (t) => {
    const config = await rawPeer(t, (line, socket) => (line === '.' ? undefined : usual(line, socket)));
    const quick = { ...config, timeouts: { ...config.timeouts, silence: 100 } };
    const result = await smtpFor(t, quick).send(envelope(['bob@x.example']), body);
    assert.deepEqual(result.outcome === 'unknown' && result.reason, 'timeout');
  });

  test('a server that only drips is ended by the total time', async (t) => {
    const config = await rawPeer(t, (line, socket) => (line === '.' ? void socket.write('250-') : usual(line, socket)));
    const quick = { ...config, timeouts: { ...config.timeouts, total: 100 } };
    const result = await smtpFor(t, quick).send(envelope(['bob@x.example']), body);
    assert.equal(result.outcome, 'unknown');
  });
});

test('the check of a relay says what the server can do', async (t) => {
  const { config } = await peer(t, { size: 123_456 });
  const result = await smtpFor(t, config).verify();
  assert.deepEqual(result.outcome === 'ready' && [result.facts.size, result.facts.secure, result.facts.eightBitMime], [
    123_456,
    true,
    true,
  ]);
});

function* failing(): Generator<Buffer> {
  yield Buffer.from('Subject: x\r\n\r\n');
  throw new Error('the disk is away');
}

async function* endless(): AsyncGenerator<Buffer> {
  yield Buffer.from('Subject: x\r\n');
  for (;;) yield await Promise.resolve(Buffer.alloc(65536, 'a\r\n'));
}

describe('wanted reports', () => {
  const wanted = { envelopeId: 'abc.def', on: ['failure', 'delay'] } as const;
  async function commands(t: TestContext, extension: string, to: string[]): Promise<string[]> {
    const lines: string[] = [];
    const config = await rawPeer(t, (line, socket) => {
      if (line.startsWith('EHLO')) socket.write(`250-test\r\n${extension}250 8BITMIME\r\n`);
      else if (/^(?:MAIL|RCPT)/.test(line)) {
        lines.push(line);
        socket.write('250 2.0.0 ok\r\n');
      } else if (line === 'DATA') socket.write('354 go\r\n');
      else if (line === '.') socket.write('250 2.0.0 taken\r\n');
      else if (line === 'QUIT') socket.end('221 bye\r\n');
    });
    const result = await smtpFor(t, config).send({ ...envelope(to), reports: wanted }, body);
    assert.equal(result.outcome, 'answered');
    return lines;
  }

  test('are asked of a server that announces DSN, with the original recipient where there is one', async (t) => {
    const [mail, rcpt] = await commands(t, '250-DSN\r\n', ['bob@outside.example']);
    assert.match(mail ?? '', /^MAIL FROM:<support@ours\.example> .*RET=HDRS ENVID=abc\.def$/);
    assert.equal(rcpt, 'RCPT TO:<bob@outside.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;bob@outside.example');
  });
  test('name no original recipient where there are several', async (t) => {
    const [, ...rcpts] = await commands(t, '250-DSN\r\n', ['bob@outside.example', 'eve@evil.example']);
    assert.deepEqual(rcpts, [
      'RCPT TO:<bob@outside.example> NOTIFY=FAILURE,DELAY',
      'RCPT TO:<eve@evil.example> NOTIFY=FAILURE,DELAY',
    ]);
  });
  test('are not asked of another', async (t) => {
    const lines = await commands(t, '', ['bob@outside.example']);
    assert.doesNotMatch(lines.join(' '), /ENVID|NOTIFY|RET|ORCPT/);
  });
});

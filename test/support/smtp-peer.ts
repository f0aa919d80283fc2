/** SMTP servers in the test's own process, and clients of them. */
import { readFileSync } from 'node:fs';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import type { SmtpConfig } from '../../src/smtp/session.ts';
import { createSmtp } from '../../src/smtp/transport.ts';
import type { SmtpOptions } from '../../src/smtp/transport.ts';

export const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');
const ca = fixture('ca.pem');
const tls = { key: fixture('server.key'), cert: fixture('server.pem') };

export function closed(server: { close: (done: () => void) => void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(resolve);
  });
}

export function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

interface Peer {
  readonly config: SmtpConfig;
  readonly mails: string[];
  readonly server: SMTPServer;
}

export async function peer(
  t: TestContext,
  options: SMTPServerOptions = {},
  config: Partial<SmtpConfig> = {},
): Promise<Peer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    ...tls,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 20,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === 'right' ? done(null, { user: 'support' }) : done(reply(535, '5.7.8 no')),
    onData: (stream, _session, done) => {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => closed(server));
  const { port } = server.server.address() as AddressInfo;
  return { server, mails, config: configFor(port, config) };
}

export function configFor(port: number, more: Partial<SmtpConfig> = {}): SmtpConfig {
  return {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    ca,
    login: { user: 'support', password: 'right' },
    ehlo: 'mailroom.example',
    timeouts: { connect: 2000, greeting: 2000, silence: 2000, total: 5000 },
    ...more,
  };
}

export function smtpFor(t: TestContext, config: SmtpConfig, options?: SmtpOptions) {
  const smtp = createSmtp(config, options);
  t.after(() => smtp.close());
  return smtp;
}

/** A server that takes connections and says nothing. */
export async function silentPeer(t: TestContext): Promise<SmtpConfig> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    return closed(server);
  });
  return configFor((server.address() as AddressInfo).port, { security: 'none', login: null });
}

/**
 * A second Mailroom beside the first: another organisation with a homeserver of its own (a stand-in), a database, a
 * secret and a mailbox; the mail servers are the same.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';
import { type Mailroom, prepareMailroom } from '../../tools/servers/mailroom.ts';
import { choosePorts } from '../../tools/servers/ports.ts';
import { StandInHomeserver, type StandInEvent } from './homeserver.ts';
import type { Environment } from './servers.ts';

const domain = 'second.test';

/** Who sits in the rooms of the second bridge. */
export const zoe = `@zoe:${domain}`;

export interface Second {
  readonly address: string;
  readonly mailroom: Mailroom;
  readonly homeserver: StandInHomeserver;
  /** What ghosts have said in its rooms so far. */
  said(): readonly StandInEvent[];
  /** What the bot has said so far. */
  told(): readonly string[];
}

/** Starts it on the mailbox of this address; it ends after the file's last test. */
export async function startSecond(
  environment: Environment,
  login: { readonly address: string; readonly password: string },
): Promise<Second> {
  const { host, certificates, ports } = environment;
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-second-'));
  await chmod(folder, 0o700);
  const own = await choosePorts(['appservice', 'observability'] as const);
  const url = `http://${host}:${String(own.appservice)}`;
  const registration = makeRegistration({ url, domain, bot: 'mailroom', ghostPrefix: 'mail_' });
  const homeserver = await new StandInHomeserver({
    domain,
    asToken: registration.as_token,
    hsToken: registration.hs_token,
    appservice: url,
  }).start();
  const server = { host, ca_file: certificates.ca, user: login.address, password: login.password };
  const config = {
    homeserver: { url: homeserver.url, domain },
    appservice: { listen: { host, port: own.appservice }, url, registration: './registration.yaml' },
    secret: 'the second organisation has a secret of its own',
    database: { url: await environment.postgres.createDatabase('second') },
    observability: { listen: { host, port: own.observability } },
    logging: { level: 'info', format: 'text' },
    accounts: {
      desk: {
        address: login.address,
        name: 'Desk',
        authentication: 'none',
        imap: { ...server, port: ports.imaps, security: 'tls' },
        smtp: { ...server, port: ports.submission, security: 'starttls' },
        team: [{ user: zoe, name: 'Zoe' }],
        hold: { after: '0s', at_most: '0s' },
        first_start: 'new',
      },
    },
  };
  const configFile = join(folder, 'config.yaml');
  const registrationFile = join(folder, 'registration.yaml');
  await writeFile(registrationFile, registrationYaml(registration));
  // JSON is YAML too.
  await writeFile(configFile, JSON.stringify(config));
  const mailroom = prepareMailroom({
    configFile,
    registrationFile,
    appserviceUrl: url,
    observabilityUrl: `http://${host}:${String(own.observability)}`,
    logFile: join(folder, 'mailroom.log'),
    pidFile: join(folder, 'mailroom.pid'),
  });
  after(async () => {
    await mailroom.server.stop();
    await homeserver.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await mailroom.server.start();
  await mailroom.untilReady();
  const messages = () => homeserver.sent('m.room.message');
  return {
    address: login.address,
    mailroom,
    homeserver,
    said: () => messages().filter(({ sender }) => sender.startsWith('@mail_')),
    told: () =>
      messages()
        .filter(({ sender }) => sender === homeserver.bot)
        .map(({ content }) => String(content['body'])),
  };
}

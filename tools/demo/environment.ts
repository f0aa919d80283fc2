import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { type Certificates, makeCertificates } from '../servers/certificates.ts';
import { type Dovecot, startDovecot } from '../servers/dovecot.ts';
import { type Exim, startExim } from '../servers/exim.ts';
import { type Installed, installServers } from '../servers/install.ts';
import { MailUsers } from '../servers/mail-users.ts';
import { type Mailroom, makePuppetRegistration, makeRegistration, prepareMailroom } from '../servers/mailroom.ts';
import type { Homeserver, HomeserverKind, MatrixLogin } from '../servers/homeserver.ts';
import { isRoot, serverHome } from '../servers/paths.ts';
import { loopback } from '../servers/ports.ts';
import { type Postgres, startPostgres } from '../servers/postgres.ts';
import type { Running } from '../servers/process.ts';
import type { Synapse } from '../servers/synapse.ts';
import { refusingModule } from '../servers/synapse-refusing.ts';
import { serverUser } from '../servers/system-users.ts';
import { type ConfigDraft, draftConfig } from './config.ts';
import { startHomeserver, type StartedHomeserver } from './homeserver.ts';
import {
  type AccountPlan,
  demoPeople,
  matrixDomain,
  type OutsiderPlan,
  outsideDomain,
  ownDomain,
  type People,
  type TeamPlan,
} from './people.ts';
import { State, writePrivate } from './state.ts';

/** What to start, and where. */
export interface EnvironmentOptions {
  /** Folder of all files; a second start on it finds everything again, on the same ports where they are free. */
  readonly state: string;
  /** `demoPeople` by default. */
  readonly people?: People;
  /** Changes Mailroom's config before it is written, in place. */
  readonly configure?: (draft: ConfigDraft) => void;
  /**
   * `started` (default); `stopped`: all but the bridge, which `mailroom.server.start()` starts; `absent`: not even
   * registered.
   */
  readonly mailroom?: 'started' | 'stopped' | 'absent';
  /** Environment variables of the bridge. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether Postgres is durable; true by default. */
  readonly durable?: boolean;
  /** Plain Synapse by default. */
  readonly homeserver?: HomeserverKind;
  /** Version of the homeserver's new rooms; its own default where it is left out. */
  readonly roomVersion?: string;
  /** On TI-Messenger: the age, such as `2s`, from which it lets nobody take an event away; it does where left out. */
  readonly redactionsUpTo?: string;
  /** A folder for a module that lets a Synapse refuse on demand (`refuse`); none where it is left out. */
  readonly refusing?: string;
  /** What Synapse keeps its rooms in; SQLite by default. Dendrite keeps them in Postgres. */
  readonly homeserverDatabase?: 'sqlite' | 'postgres';
  /** Install Debian packages without asking. */
  readonly yes?: boolean;
  /** Whether the homeserver has a second registration, by which members speak as themselves. */
  readonly puppets?: boolean;
  /** Told in one line what is being done. */
  readonly report?: (line: string) => void;
}

/** A login of the mail servers: TLS or STARTTLS with the environment's authority, or plain. */
export interface MailLogin {
  readonly address: string;
  readonly password: string;
}

export interface Account extends AccountPlan, MailLogin {}
export interface Outsider extends OutsiderPlan, MailLogin {}
export interface TeamMember extends TeamPlan, MailLogin {
  readonly login: MatrixLogin;
  /** Of the Matrix user; `password` is that of the mailbox. */
  readonly matrixPassword: string;
}

type Ports = Record<(typeof portNames)[number], number>;

/** Everything that runs, with what is needed to use it. All of it listens on `host` alone. */
export interface Environment {
  readonly state: string;
  readonly host: string;
  readonly ports: Ports;
  readonly certificates: Certificates;
  readonly users: MailUsers;
  readonly postgres: Postgres;
  readonly databaseUrl: string;
  readonly dovecot: Dovecot;
  readonly exim: Exim;
  readonly homeserver: Homeserver;
  /** The homeserver where it is a Synapse, plain or with rules; asking for it on another is an error. */
  readonly synapse: Synapse;
  readonly mailroom: Mailroom;
  readonly accounts: readonly Account[];
  readonly team: readonly TeamMember[];
  readonly outsiders: readonly Outsider[];
  /** In the order in which they were started; the bridge is the last. */
  readonly servers: readonly Running[];
  /** Writes Mailroom's config anew, changed; it is read at the bridge's next start. */
  reconfigure(change: (draft: ConfigDraft) => void): Promise<void>;
  /** Ends everything in order, the bridge first. */
  stop(): Promise<void>;
  /** `stop`, then no file is left. */
  remove(): Promise<void>;
}

const portNames = [
  'imap',
  'imaps',
  'lmtp',
  'smtp',
  'submission',
  'postgres',
  'synapse',
  'appservice',
  'observability',
  'federationList',
] as const;

const database = 'mailroom';

/** What the steps of the start share. */
interface Site {
  readonly options: EnvironmentOptions;
  readonly people: People;
  readonly state: State;
  readonly home: string;
  readonly ports: Ports;
  readonly installed: Installed;
  readonly certificates: Certificates;
  /** What was started so far. */
  readonly servers: Running[];
  /** Ends what stands beside the servers in this process. */
  readonly closers: (() => Promise<void>)[];
}

/** Starts the servers, the people's logins and the bridge. When something does not start, what did is ended again. */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const report = options.report ?? (() => undefined);
  const { yes = false, homeserver = 'synapse' } = options;
  const installed = await installServers({ yes, report, homeserver });
  const state = await State.open(resolve(options.state));
  const servers: Running[] = [];
  const closers: (() => Promise<void>)[] = [];
  try {
    const home = await serverHome(state.folder);
    const people = options.people ?? demoPeople;
    const ports = await state.ports(portNames);
    const certificates = await makeCertificates(join(home, 'tls'));
    return await startAll({ options, people, state, home, ports, installed, certificates, servers, closers });
  } catch (error) {
    await stopAll(servers);
    for (const close of closers) await close();
    await state.close();
    throw error;
  }
}

async function startAll(site: Site): Promise<Environment> {
  const { state, ports, people, options, servers, home, certificates } = site;
  const config = draftConfig(people, {
    host: loopback,
    ports,
    ca: site.certificates.ca,
    secret: state.secret('mailroom') + state.secret('mailroom, second half'),
    databaseUrl: `postgres://mailroom:${state.secret('postgres')}@${loopback}:${ports.postgres}/${database}`,
    registration: state.path('mailroom/registration.yaml'),
    password: (address) => state.secret(address),
  });
  const puppets = options.puppets === true ? state.path('mailroom/puppets.yaml') : null;
  if (puppets !== null) config.puppets = { registration: puppets };
  options.configure?.(config);
  const mailroom = await prepareBridge(site, config);
  const [postgres, mail] = await together([
    started(site, () =>
      startPostgres({
        home: join(home, 'postgres'),
        port: ports.postgres,
        password: state.secret('postgres'),
        durable: options.durable ?? true,
      }),
    ),
    startMail(site),
    options.mailroom === 'absent' ? Promise.resolve() : makeRegistrations(mailroom, puppets),
  ]);
  const [databaseUrl, { started: homeserver, team }] = await together([
    postgres.createDatabase(database),
    startMatrix(site, mailroom, postgres),
  ]);
  servers.push(mailroom.server);
  if ((options.mailroom ?? 'started') === 'started') {
    await mailroom.server.start();
    await mailroom.untilReady();
  }
  const stop = async (): Promise<void> => {
    await stopAll(servers);
    for (const close of site.closers) await close();
    await state.close();
  };
  return {
    state: state.folder,
    host: loopback,
    ports,
    certificates,
    ...mail,
    postgres,
    databaseUrl,
    homeserver: homeserver.homeserver,
    get synapse() {
      if (homeserver.kind !== 'synapse') throw new Error(`${homeserver.homeserver.server.name} is no Synapse`);
      return homeserver.homeserver;
    },
    mailroom,
    team,
    accounts: people.accounts.map((plan) => ({ ...plan, password: state.secret(plan.address) })),
    outsiders: people.outsiders.map((plan) => ({ ...plan, password: state.secret(plan.address) })),
    servers,
    reconfigure: async (change) => {
      change(config);
      await writeConfig(mailroom, config);
    },
    stop,
    remove: async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
      await rm(state.folder, { recursive: true, force: true });
    },
  };
}

async function makeRegistrations(mailroom: Mailroom, puppets: string | null): Promise<void> {
  await makeRegistration(mailroom);
  if (puppets !== null && !existsSync(puppets)) await makePuppetRegistration(mailroom);
}

/**
 * Like Promise.all, but an error comes only when all have ended: nothing is still starting while the rest is stopped.
 */
async function together<T extends readonly Promise<unknown>[] | []>(
  work: T,
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Notes the server as one that `stop` ends. */
async function started<T extends { readonly server: Running }>(site: Site, start: () => Promise<T>): Promise<T> {
  const made = await start();
  site.servers.push(made.server);
  return made;
}

/** Homeserver and relay are sources of work for the bridge: it goes first, then they, then what keeps the data. */
async function stopAll(servers: readonly Running[]): Promise<void> {
  const bridge = servers.filter((server) => server.name === 'mailroom');
  const data = servers.filter((server) => server.name === 'postgres');
  const others = servers.filter((server) => !bridge.includes(server) && !data.includes(server));
  for (const group of [bridge, others, data]) await Promise.all(group.map((server) => server.stop()));
}

async function writeConfig(mailroom: Mailroom, config: ConfigDraft): Promise<void> {
  await writePrivate(mailroom.configFile, stringify(config));
}

async function prepareBridge({ state, ports, options }: Site, config: ConfigDraft): Promise<Mailroom> {
  const folder = state.path('mailroom');
  await mkdir(folder, { recursive: true });
  const mailroom = prepareMailroom({
    configFile: join(folder, 'config.yaml'),
    registrationFile: join(folder, 'registration.yaml'),
    appserviceUrl: `http://${loopback}:${ports.appservice}`,
    observabilityUrl: `http://${loopback}:${ports.observability}`,
    logFile: join(folder, 'mailroom.log'),
    pidFile: join(folder, 'mailroom.pid'),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  await writeConfig(mailroom, config);
  return mailroom;
}

async function startMail(site: Site): Promise<{ users: MailUsers; dovecot: Dovecot; exim: Exim }> {
  const { home, ports, people, state, installed, certificates } = site;
  const user = await serverUser(['Debian-exim']);
  if (isRoot()) {
    await chown(certificates.key, 0, user.gid);
    await chmod(certificates.key, 0o640);
  }
  const users = new MailUsers(join(home, 'users'), isRoot() ? user.gid : null);
  const addresses = [...people.accounts, ...people.team, ...people.outsiders].map(({ address }) => address);
  await users.add(addresses.map((address) => ({ address, password: state.secret(address) })));
  const [dovecot, exim] = await together([
    started(site, () =>
      startDovecot({ program: installed.dovecot, home: join(home, 'dovecot'), ports, users, certificates }),
    ),
    started(site, () =>
      startExim({
        program: installed.exim,
        home: join(home, 'exim'),
        ports,
        users,
        user,
        certificates,
        domains: [ownDomain, outsideDomain],
        sizeLimit: '100M',
      }),
    ),
  ]);
  for (const { address, addresses: more = [] } of people.accounts) {
    for (const alias of more) await exim.addAlias(alias, address);
  }
  return { users, dovecot, exim };
}

/** The homeserver with the team's logins. */
async function startMatrix(
  site: Site,
  mailroom: Mailroom,
  postgres: Postgres,
): Promise<{ started: StartedHomeserver; team: TeamMember[] }> {
  const { home, ports, people, state, installed, options } = site;
  const started = await startHomeserver({
    program: installed.homeserver,
    home,
    ports,
    serverName: matrixDomain,
    registrationSecret: state.secret('registration'),
    registrations:
      options.mailroom === 'absent'
        ? []
        : [mailroom.registrationFile, ...(options.puppets === true ? [state.path('mailroom/puppets.yaml')] : [])],
    roomVersion: options.roomVersion,
    onPostgres: options.homeserverDatabase === 'postgres',
    postgres,
    redactionsUpTo: options.redactionsUpTo,
    modules: options.refusing === undefined ? null : await refusingModule(options.refusing),
  });
  site.servers.push(started.homeserver.server);
  site.closers.push(started.close);
  const member = async (plan: TeamPlan): Promise<TeamMember> => {
    const matrixPassword = state.secret(`@${plan.localpart}`);
    const login = await started.homeserver.register(plan.localpart, matrixPassword, { displayName: plan.name });
    return { ...plan, password: state.secret(plan.address), matrixPassword, login };
  };
  return { started, team: await Promise.all(people.team.map(member)) };
}

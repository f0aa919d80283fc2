/**
 * A real Dovecot and a real Postgres for tests of the mailbox side: users and databases of a test's own, supervisors
 * whose every hook and log line can be waited for, and a way in that can be cut.
 */
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import type { AccountId } from '../../src/bridge/types.ts';
import type { AccountState } from '../../src/db/intake-tables/accounts.ts';
import { AccountSupervisor, type SupervisorOptions } from '../../src/imap/lease.ts';
import { systemClock, type ImapAccount, type ImapDeps, type ImapSettings } from '../../src/imap/settings.ts';
import type { Log } from '../../src/base/log.ts';
import type { Database } from '../../src/db/pool.ts';
import { makeCertificates } from '../../tools/servers/certificates.ts';
import { startDovecot, type Dovecot } from '../../tools/servers/dovecot.ts';
import { MailUsers, type MailUser } from '../../tools/servers/mail-users.ts';
import { choosePorts, loopback } from '../../tools/servers/ports.ts';
import { startTestServer, type TestDatabase, type TestServer } from './database.ts';

/** A test that waits longer than this fails. */
const PATIENCE_MS = 30_000;

export interface MailSite {
  readonly dovecot: Dovecot;
  /** PEM of the authority behind Dovecot's certificate. */
  readonly ca: string;
  readonly postgres: TestServer;
  /** A mailbox that no other test uses, and the settings of an account on it: TLS, a poll of a minute. */
  account(name: string, changes?: Partial<ImapSettings>): ImapAccount;
  stop(): Promise<void>;
}

/** @param introspection where Dovecot asks whose a token is; without, it takes passwords alone */
export async function startMailSite({ introspection }: { readonly introspection?: string } = {}): Promise<MailSite> {
  const postgres = await startTestServer();
  // Dovecot's sockets need a short path that its users may pass.
  const home = await mkdtemp('/tmp/mr-imap-');
  await chmod(home, 0o755);
  const certificates = await makeCertificates(join(home, 'tls'));
  const users = new MailUsers(join(home, 'users'), process.getuid?.() === 0 ? 0 : null);
  // All users at once: Dovecot tells changes of this file by a time in seconds.
  await users.add(Array.from({ length: 40 }, (_, index) => user(index)));
  const ports = await choosePorts(['imap', 'imaps', 'lmtp']);
  const dovecot = await startDovecot({
    program: '/usr/sbin/dovecot',
    home: join(home, 'dovecot'),
    ports,
    users,
    certificates,
    ...(introspection === undefined ? {} : { introspection }),
  });
  const ca = await readFile(certificates.ca, 'utf8');
  let next = 0;
  return {
    dovecot,
    ca,
    postgres,
    account(name, changes = {}) {
      const imap = { ...settings(user(next++), dovecot.ports.imaps, ca), ...changes };
      const login = `${imap.user}:${imap.password}`;
      return { account: name as AccountId, imap, login: { make: login, known: [login] } };
    },
    async stop() {
      await dovecot.server.stop();
      await postgres.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function user(index: number): MailUser {
  return { address: `user${String(index)}@mailroom.test`, password: `password-${String(index)}` };
}

function settings({ address, password }: MailUser, port: number, ca: string): ImapSettings {
  return {
    host: loopback,
    port,
    security: 'tls',
    ca,
    user: address,
    password,
    mailboxes: ['INBOX'],
    sentMailbox: null,
    follow: null,
    firstStartDays: 0,
    mailSize: 100 * 1024 * 1024,
    pollMs: 60_000,
    timing: { idleMs: 60_000, socketMs: 30_000, connectMs: 10_000, backOffMs: [20, 200], loginPausesMs: [100, 100] },
  };
}

/** What a supervisor did, in order. */
export type Happening =
  | {
      readonly what: 'state';
      readonly account: AccountId;
      readonly state: AccountState;
      readonly reason: string | null;
    }
  | { readonly what: 'mails'; readonly account: AccountId; readonly outcome: string; readonly count: number }
  | { readonly what: 'failure'; readonly account: AccountId; readonly kind: string }
  | { readonly what: 'log'; readonly message: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly what: 'failpoint'; readonly name: string };

export interface RunningSupervisor {
  readonly supervisor: AccountSupervisor;
  readonly happened: readonly Happening[];
  /** Resolves as soon as the condition holds; it is looked at now and after each happening. */
  when(what: string, condition: () => boolean | Promise<boolean>): Promise<void>;
  /** Resolves when an account reaches a state, or is in it. */
  state(account: ImapAccount, state: AccountState): Promise<void>;
  stop(): Promise<void>;
}

export interface SupervisorSetup {
  readonly db: Database;
  readonly accounts: readonly ImapAccount[];
  readonly options?: Partial<SupervisorOptions>;
  /** Throws to break the step of that name. */
  readonly failpoint?: (name: string) => void;
  readonly isOwnMessageId?: (id: string) => boolean;
  readonly currentLogins?: (accounts: readonly ImapAccount[]) => readonly ImapAccount[];
}

export async function startSupervisor(setup: SupervisorSetup): Promise<RunningSupervisor> {
  const happened: Happening[] = [];
  const waiting = new Set<() => void>();
  const happens = (happening: Happening): void => {
    happened.push(happening);
    for (const look of waiting) look();
  };
  const write = (message: string, fields = {}): void => happens({ what: 'log', message, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const deps: ImapDeps = {
    db: setup.db,
    log,
    clock: systemClock(),
    hooks: {
      onState: (account, state, reason) => happens({ what: 'state', account, state, reason }),
      onMails: (account, outcome, count) => happens({ what: 'mails', account, outcome, count }),
      onFailure: (account, kind) => happens({ what: 'failure', account, kind }),
    },
    failpoint: (name) => {
      happens({ what: 'failpoint', name });
      setup.failpoint?.(name);
    },
    isOwnMessageId: setup.isOwnMessageId ?? (() => false),
    ...(setup.currentLogins === undefined ? {} : { currentLogins: setup.currentLogins }),
  };
  const supervisor = new AccountSupervisor(deps, setup.accounts, { leaseMs: 10_000, staggerMs: 1, ...setup.options });
  const when: RunningSupervisor['when'] = (what, condition) => waitFor(what, condition, waiting);
  await supervisor.start();
  return {
    supervisor,
    happened,
    when,
    state: ({ account }, state) =>
      when(`${account} is ${state}`, () => {
        const last = happened.findLast((one) => one.what === 'state' && one.account === account);
        return last?.what === 'state' && last.state === state;
      }),
    stop: () => supervisor.stop(),
  };
}

function waitFor(what: string, condition: () => boolean | Promise<boolean>, waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let looking = false;
    let again = false;
    const end = (error?: unknown): void => {
      clearTimeout(timer);
      waiting.delete(look);
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('condition failed'));
    };
    const look = (): void => {
      again = true;
      if (!looking) void run();
    };
    const run = async (): Promise<void> => {
      looking = true;
      try {
        while (again) {
          again = false;
          if (await condition()) {
            end();
            return;
          }
        }
      } catch (error) {
        end(error);
      } finally {
        looking = false;
      }
    };
    const timer = setTimeout(() => end(new Error(`waited in vain: ${what}`)), PATIENCE_MS);
    waiting.add(look);
    look();
  });
}

/** One mail as the database holds it. */
export interface StoredMail {
  readonly mail: number;
  readonly mailbox: string;
  readonly role: string;
  readonly uidvalidity: number;
  readonly uid: number;
  readonly state: string;
  readonly size: number;
  readonly sha256: Buffer | null;
  readonly message_id: string | null;
}

/** All mails of an account in the order of their numbers. */
export async function storedMails(db: Database, { account }: ImapAccount): Promise<StoredMail[]> {
  const { rows } = await db.query<StoredMail>(
    `SELECT mail, mailbox, role, uidvalidity, uid, state, size, sha256, message_id FROM mails WHERE account = $1 ORDER
       BY mail`,
    [account],
  );
  return rows;
}

/** The subjects of the jobs that wait, in their order. */
export async function waitingJobs(db: Database): Promise<number[]> {
  const { rows } = await db.query<{ subject: string }>(`SELECT subject FROM jobs WHERE queue = 'mail-in' ORDER BY job`);
  return rows.map(({ subject }) => Number(subject));
}

/** A small mail. */
export function mailText(id: string, more: { readonly body?: string; readonly date?: string } = {}): string {
  const date = more.date ?? 'Mon, 05 Jan 2026 10:00:00 +0000';
  const lines = ['From: Bob <bob@outside.test>', 'To: support@mailroom.test', `Subject: About ${id}`];
  return [...lines, `Message-ID: <${id}@outside.test>`, `Date: ${date}`, '', more.body ?? `This is ${id}.`, ''].join(
    '\r\n',
  );
}

/** Puts mails into a mailbox by IMAP, with an INTERNALDATE of one's own; quicker than doveadm for many. */
export async function appendMails(
  site: MailSite,
  { imap }: ImapAccount,
  mailbox: string,
  mails: readonly (string | Buffer)[],
  date?: Date,
): Promise<void> {
  const client = mailClient(site, imap);
  await client.connect();
  for (const mail of mails) await client.append(mailbox, mail, [], date);
  await client.logout();
}

/** An ordinary mail program at the same mailbox. */
export function mailClient(site: MailSite, imap: ImapSettings): ImapFlow {
  // The right password, whatever the account is configured with.
  const auth = { user: imap.user, pass: imap.user.replace(/^user(\d+)@.*/, 'password-$1') };
  return new ImapFlow({
    host: loopback,
    port: site.dovecot.ports.imaps,
    secure: true,
    tls: { ca: site.ca },
    auth,
    logger: false,
    disableAutoIdle: true,
  });
}

export interface CuttableWay {
  readonly port: number;
  /** Connections that were let through so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/**
 * A way to a loopback port on which `onSent` sees what the client sends (plain text only): `cut` hangs up, a promise
 * holds this and all that follows on the connection back until it resolves.
 */
export async function cuttableWay(
  to: number,
  onSent: (sent: string) => 'cut' | 'pass' | Promise<unknown>,
  onAnswer: (lines: string) => string = (lines) => lines,
): Promise<CuttableWay> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    count++;
    const upstream = connect({ host: loopback, port: to });
    const both = [client, upstream];
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    let order: Promise<unknown> = Promise.resolve();
    client.on('data', (data) => {
      const verdict = onSent(data.toString('latin1'));
      if (verdict === 'cut') for (const socket of both) socket.destroy();
      else order = Promise.all([order, verdict]).then(() => upstream.write(data));
    });
    upstream.on('data', (data) => client.write(Buffer.from(onAnswer(data.toString('latin1')), 'latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections: () => count,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs a test on a database of its own and stops its supervisors, whatever happens. */
export async function onDatabase(
  site: MailSite,
  work: (
    database: TestDatabase,
    start: (setup: Omit<SupervisorSetup, 'db'>) => Promise<RunningSupervisor>,
  ) => Promise<void>,
): Promise<void> {
  const database = await site.postgres.database();
  const supervisors: RunningSupervisor[] = [];
  try {
    await work(database, async (setup) => {
      const supervisor = await startSupervisor({ ...setup, db: database.db });
      supervisors.push(supervisor);
      return supervisor;
    });
  } finally {
    await Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    await database.close();
  }
}

import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { dovecotConfig, tokensConfig, tokensFile } from './dovecot-config.ts';
import type { MailUsers } from './mail-users.ts';
import { isRoot } from './paths.ts';
import { greets } from './ports.ts';
import { type Running, ServerProcess } from './process.ts';
import { command } from './run.ts';
import { serverUser } from './system-users.ts';

/** What one Dovecot needs. */
export interface DovecotOptions {
  readonly program: string;
  /** A short path: Unix sockets are made below it. */
  readonly home: string;
  readonly ports: { readonly imap: number; readonly imaps: number; readonly lmtp: number };
  readonly users: MailUsers;
  readonly certificates: Certificates;
  /** Where it asks whose a token is (RFC 7662), the token appended; without, it takes passwords alone. */
  readonly introspection?: string;
}

/** An IMAP server with LMTP in front of its mailboxes. */
export interface Dovecot {
  readonly server: Running;
  /** `imap`: plain, with STARTTLS; `imaps`: TLS. */
  readonly ports: DovecotOptions['ports'];
  /** Runs doveadm(1) against this server and resolves with what it printed. */
  doveadm(args: readonly string[], input?: string | Buffer): Promise<string>;
  /** Puts a mail into a mailbox as it is, past SMTP and LMTP: for mails that a relay would change or refuse. */
  save(user: string, mailbox: string, mail: string | Buffer): Promise<void>;
  /** Makes a mailbox. */
  create(user: string, mailbox: string): Promise<void>;
  /** Gives the mailbox another UIDVALIDITY, as a restored or moved server does. */
  setUidValidity(user: string, mailbox: string, value: number): Promise<void>;
  /** Ends the IMAP sessions of a user; that there are none just now is as good. */
  kick(user: string): Promise<void>;
  /** Removes mails by a search query of doveadm-search-query(7), such as `['all']`. */
  expunge(user: string, mailbox: string, query: readonly string[]): Promise<void>;
}

/** Starts Dovecot 2.3 on loopback. A second start on the same home finds the mail again. */
export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const { home, program, ports } = options;
  const version = await command([program, '--version']);
  if (!version.startsWith('2.3.'))
    throw new Error(`Dovecot 2.3 (Debian 12) is needed; ${program} is ${version.trim()}`);
  const config = join(home, 'dovecot.conf');
  const user = await serverUser(['nobody']);
  await mkdir(join(home, 'mail'), { recursive: true });
  if (isRoot()) await chown(join(home, 'mail'), user.uid, user.gid);
  await writeFile(config, await dovecotConfig(options, user), { mode: 0o644 });
  if (options.introspection !== undefined)
    await writeFile(tokensFile(home), tokensConfig(options.introspection), { mode: 0o644 });
  const server = new ServerProcess({
    name: 'dovecot',
    argv: [program, '-F', '-c', config],
    cwd: '/',
    logFile: join(home, 'dovecot.log'),
    pidFile: join(home, 'dovecot.pid'),
    ready: () => greets(ports.imap, '* OK'),
    // Dovecot takes any living process with the number in this file for itself, and after SIGKILL the number stays
    // there.
    prepare: () => rm(join(home, 'run/master.pid'), { force: true }),
  });
  await server.start();
  const doveadm = (args: readonly string[], input?: string | Buffer): Promise<string> =>
    command(['/usr/bin/doveadm', '-c', config, ...args], input === undefined ? {} : { input });
  return {
    server,
    ports,
    doveadm,
    save: async (address, mailbox, mail) => {
      await doveadm(['save', '-u', address, '-m', mailbox], mail);
    },
    create: async (address, mailbox) => {
      await doveadm(['mailbox', 'create', '-u', address, mailbox]);
    },
    setUidValidity: async (address, mailbox, value) => {
      await doveadm(['mailbox', 'update', '--uid-validity', String(value), '-u', address, mailbox]);
    },
    kick: async (address) => {
      try {
        await doveadm(['kick', address]);
      } catch (error) {
        if (!String(error).includes('no users kicked')) throw error;
      }
    },
    expunge: async (address, mailbox, query) => {
      await doveadm(['expunge', '-u', address, 'mailbox', mailbox, ...query]);
    },
  };
}

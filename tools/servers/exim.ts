import { chmod, chown, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { aliasesFile, answersFile, eximConfig } from './exim-config.ts';
import type { MailUsers } from './mail-users.ts';
import { everyoneMayPass, isRoot } from './paths.ts';
import { greets } from './ports.ts';
import { type Running, ServerProcess } from './process.ts';
import { command } from './run.ts';
import type { SystemUser } from './system-users.ts';

/** What one Exim needs. */
export interface EximOptions {
  readonly program: string;
  readonly home: string;
  /** `smtp` takes mail as an MX does, `submission` wants a login; `lmtp` is Dovecot's. */
  readonly ports: { readonly smtp: number; readonly submission: number; readonly lmtp: number };
  /** The domains that are delivered; mail for others is refused with 550. */
  readonly domains: readonly [string, ...string[]];
  readonly users: MailUsers;
  readonly user: SystemUser;
  readonly certificates: Certificates;
  /** As Exim writes it, such as `100M`. */
  readonly sizeLimit: string;
}

/**
 * A relay. Besides the users it knows recipients in every local domain that behave as their names say:
 * `code-451-4.3.0@` and `code-550-5.1.1@` are answered so at RCPT; `bounce@`, `full@` and `policy@` come back as real
 * delivery reports, `defer@` as a delayed one at 3 s and a failed one at 6 s; `sink@` vanishes. A mail with
 * `X-Test-Reject: TEXT` gets a 550 after DATA, with `X-Test-Discard: 1` it vanishes, with `X-Test-Delay: SECONDS` the
 * answer after DATA comes late.
 */
export interface Exim {
  readonly server: Running;
  readonly ports: EximOptions['ports'];
  /**
   * From now on answers RCPT for this address (or, with 'data', the end of every mail) with an SMTP reply such as
   * `451 4.3.0 try later`; null takes it back.
   */
  answer(to: string, reply: string | null): Promise<void>;
  /** Mail for `alias` goes to the mailbox of `user`. */
  addAlias(alias: string, user: string): Promise<void>;
  /** How many mails it has taken so far, from whomever: lines `<=` of its main log. */
  taken(): Promise<number>;
  /** The number of mails in the queue. */
  queued(): Promise<number>;
}

/** Lines `key: value` with one key set or taken away, replaced in one step. */
async function setLine(file: string, key: string, value: string | null, user: SystemUser): Promise<void> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const kept = lines.filter((line) => line !== '' && !line.startsWith(`${key}:`));
  if (value !== null) kept.push(`${key}: ${value}`);
  const draft = `${file}.new`;
  await writeFile(draft, kept.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  if (isRoot()) await chown(draft, user.uid, user.gid);
  await rename(draft, file);
}

/**
 * The program where Exim's own user may run it: it starts itself anew for each delivery. A copy of a cache below /root.
 */
async function reachable({ program, home }: EximOptions): Promise<string> {
  if (!isRoot() || (await everyoneMayPass(dirname(program)))) return program;
  const copy = join(home, 'exim4');
  await rm(copy, { force: true });
  await copyFile(program, copy);
  await chmod(copy, 0o755);
  return copy;
}

/** Starts Exim on loopback. A second start on the same home finds its queue again. */
export async function startExim(options: EximOptions): Promise<Exim> {
  const { home, ports, user } = options;
  const config = join(home, 'exim.conf');
  await mkdir(join(home, 'log'), { recursive: true });
  await mkdir(join(home, 'spool'), { recursive: true });
  if (isRoot())
    await Promise.all([home, join(home, 'log'), join(home, 'spool')].map((path) => chown(path, user.uid, user.gid)));
  for (const file of [answersFile(home), aliasesFile(home)]) await setLine(file, '', null, user);
  const program = await reachable(options);
  await writeFile(config, eximConfig({ ...options, program }), { mode: 0o644 });
  const server = new ServerProcess({
    name: 'exim',
    argv: [program, '-C', config, '-bdf', '-q1s'],
    cwd: '/',
    logFile: join(home, 'exim.log'),
    pidFile: join(home, 'exim.pid'),
    ready: () => greets(ports.submission, '220 '),
  });
  await server.start();
  let writing: Promise<void> = Promise.resolve();
  // One change after the other: each reads the file that the one before wrote.
  const set = (file: string, key: string, value: string | null): Promise<void> => {
    const done = writing.then(() => setLine(file, key, value, user));
    writing = done.catch(() => undefined);
    return done;
  };
  return {
    server,
    ports,
    answer: (to, reply) => set(answersFile(home), to, reply),
    addAlias: (alias, address) => set(aliasesFile(home), alias, address),
    taken: async () => {
      const log = await readFile(join(home, 'log', 'mainlog'), 'utf8').catch(() => '');
      return log.split('\n').filter((line) => /^\S+ \S+ \S+ <= /.test(line)).length;
    },
    queued: async () => Number(await command([program, '-C', config, '-bpc'])),
  };
}

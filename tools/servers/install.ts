import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { dovecotPackages, findExim, installPackages, isDebian, missingPackages, unpackExim } from './debian.ts';
import type { HomeserverKind } from './homeserver.ts';
import { ensureHomeserver, type HomeserverProgram } from './install-homeserver.ts';
import { CannotInstall } from './install-step.ts';
import { pythonCanMakeVenv } from './install-synapse.ts';
import { cacheFolder, isRoot } from './paths.ts';

export { CannotInstall };

/** How to install. */
export interface InstallOptions {
  /** Do not ask before Debian packages are installed. CI=true in the environment says the same. */
  readonly yes: boolean;
  readonly cache?: string;
  /** Plain Synapse where it is left out. */
  readonly homeserver?: HomeserverKind;
  readonly report: (line: string) => void;
}

/** The programs that `installServers` made sure of. */
export interface Installed {
  readonly exim: string;
  readonly dovecot: string;
  readonly homeserver: HomeserverProgram;
}

/** What of the system is missing: Debian packages, and whether Exim is. */
interface Missing {
  readonly packages: readonly string[];
  readonly exim: boolean;
}

async function whatIsMissing(cache: string): Promise<Missing> {
  const packages: string[] = isDebian() ? await missingPackages([...dovecotPackages, 'openssl']) : [...dovecotPackages];
  if (!(await pythonCanMakeVenv())) packages.push('python3', 'python3-venv');
  return { packages, exim: (await findExim(cache)) === null };
}

/** The command that installs the system's part, for somebody who may. */
function systemCommand(cache: string): string {
  return `node tools/bootstrap.mjs tools/servers/install.ts --system --yes --cache ${cache}`;
}

async function consent(missing: Missing, options: InstallOptions, cache: string): Promise<void> {
  const names = [
    ...missing.packages,
    ...(missing.exim ? ['the libraries and the system user of exim4-daemon-light'] : []),
  ];
  if (options.yes || process.env['CI'] === 'true') return;
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    // Nobody is there to be asked: a script that runs the demo or the tests wants what they need.
    options.report(`Installing on this system with apt-get: ${names.join(', ')}. No service is started or enabled.`);
    return;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `To be installed on this system with apt-get: ${names.join(', ')}.\nNo service is started or enabled. Install? ` +
      `[Y/n] `,
  );
  terminal.close();
  if (!/^\s*(y(es)?)?\s*$/i.test(answer)) {
    throw new CannotInstall(`Not installed. When you want to, run\n  ${systemCommand(cache)}`);
  }
}

/** Runs one step with a line before and its duration after. */
async function step(options: InstallOptions, what: string, work: () => Promise<void>): Promise<void> {
  options.report(`Installing ${what} …`);
  const begin = Date.now();
  await work();
  options.report(`  … done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

/** The system's part: Debian packages and Exim. Asks first on a terminal; needs root. */
async function installSystem(options: InstallOptions, cache: string): Promise<void> {
  const missing = await whatIsMissing(cache);
  if (missing.packages.length === 0 && !missing.exim) return;
  if (!isDebian()) {
    throw new CannotInstall(
      'This system is not Debian, so the mail servers cannot be installed here. They are Dovecot 2.3 with LMTP ' +
        `(${dovecotPackages.join(', ')}) and Exim 4 (exim4-daemon-light); in a Debian 12 system run\n  ` +
        systemCommand(cache),
    );
  }
  if (!isRoot()) {
    // The cache is the caller's: it must not come to belong to root.
    mkdirSync(cache, { recursive: true });
    const what = [...missing.packages, ...(missing.exim ? ['exim4-daemon-light'] : [])].join(', ');
    throw new CannotInstall(
      `Missing on this system: ${what}. Installing needs root: run\n  sudo ${systemCommand(cache)}`,
    );
  }
  await consent(missing, options, cache);
  if (missing.packages.length > 0) {
    await step(options, missing.packages.join(', '), () => installPackages(missing.packages));
  }
  if (missing.exim) await step(options, 'Exim (into the cache folder)', () => unpackExim(cache));
}

/**
 * Makes sure of Dovecot, Exim and the homeserver; quick when they are there. Rejects with `CannotInstall` where a
 * person has to do something first (no root, another system, a no).
 */
export async function installServers(options: InstallOptions): Promise<Installed> {
  const cache = options.cache ?? cacheFolder();
  await installSystem(options, cache);
  const homeserver = await ensureHomeserver(options.homeserver ?? 'synapse', cache, (what, work) =>
    step(options, what, work),
  );
  const exim = await findExim(cache);
  if (exim === null) throw new Error('Exim is not there although it was installed');
  return { exim, dovecot: '/usr/sbin/dovecot', homeserver };
}

const usage = `Installs the servers that the demo and the tests run: Dovecot, Exim, Synapse.

  node tools/bootstrap.mjs tools/servers/install.ts [--yes] [--system] [--cache DIR]

  --yes        do not ask before Debian packages are installed (CI=true says the same)
  --system     only the part that needs root
  --cache DIR  where Synapse and Exim are kept (default: $MAILROOM_CACHE, else ~/.cache/matrix-mailroom)`;

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      system: { type: 'boolean', default: false },
      cache: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const cache = values.cache ?? cacheFolder();
  const options: InstallOptions = {
    yes: values.yes,
    cache,
    report: (line) => {
      console.log(line);
    },
  };
  try {
    if (values.help) console.log(usage);
    else if (values.system) await installSystem(options, cache);
    else await installServers(options);
  } catch (error) {
    if (!(error instanceof CannotInstall)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/**
 * Programs that only the checks of a release need, kept in the cache folder between runs: promtool from Debian's
 * package of Prometheus, unpacked and not installed; helm, built from its sources through Go's module proxy; and what
 * is of Python, from PyPI.
 */
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goFor } from '../servers/go.ts';
import { cacheFolder } from '../servers/paths.ts';
import { command, tryCommand } from '../servers/run.ts';

/** The Helm that the chart is checked with. */
export const HELM_VERSION = 'v3.19.5';

/** promtool, and what it is of. Needs Debian's package tools; rejects where the package cannot be had. */
export async function findPromtool(cache = cacheFolder()): Promise<string> {
  const program = join(cache, 'promtool');
  if (existsSync(program)) return program;
  await inScratch(async (folder) => {
    const download = ['apt-get', '-o', 'APT::Sandbox::User=root', 'download', '-q', 'prometheus'] as const;
    if ((await tryCommand(download, { cwd: folder })).code !== 0) {
      await command(['apt-get', 'update', '-q']);
      await command(download, { cwd: folder });
    }
    const file = (await readdir(folder)).find((name) => name.endsWith('.deb'));
    if (file === undefined) throw new Error('apt-get download prometheus gave no file');
    await command(['dpkg', '-x', join(folder, file), join(folder, 'root')]);
    await keep(join(folder, 'root/usr/bin/promtool'), program);
  });
  return program;
}

/** helm. Needs Go 1.24, which an older one fetches; the build takes minutes, once. Rejects where it cannot be built. */
export async function findHelm(cache = cacheFolder()): Promise<string> {
  const program = join(cache, `helm-${HELM_VERSION}`);
  if (existsSync(program)) return program;
  const go = await goFor('Helm');
  await inScratch(async (folder) => {
    // No information of a repository: this one is not Helm's.
    const env = { GOBIN: folder, GOFLAGS: '-buildvcs=false' };
    await command([go, 'install', '-p', '2', `helm.sh/helm/v3/cmd/helm@${HELM_VERSION}`], { cwd: folder, env });
    await keep(join(folder, 'helm'), program);
  });
  return program;
}

/** What checks files of others' formats: their versions, and a number for their folder that goes up with them. */
const PYTHON_PACKAGES = [
  'ansible-core==2.19.14',
  'cyclonedx-python-lib[json-validation]==11.12.0',
  'kubernetes-validate==1.37.0',
] as const;
const PYTHON_GENERATION = 1;

/** The folder of the programs of a virtual environment that has `PYTHON_PACKAGES`. */
export async function findPythonTools(cache = cacheFolder()): Promise<string> {
  const folder = join(cache, `release-python-${PYTHON_GENERATION}`);
  if (existsSync(join(folder, 'complete'))) return join(folder, 'bin');
  // Made in its place: the programs of an environment know its path.
  await rm(folder, { recursive: true, force: true });
  await command(['python3', '-m', 'venv', folder]);
  await command([join(folder, 'bin/pip'), 'install', '-q', '--disable-pip-version-check', ...PYTHON_PACKAGES]);
  await writeFile(join(folder, 'complete'), '');
  return join(folder, 'bin');
}

async function inScratch(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-program-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copied aside and renamed: who looks for it meanwhile finds the whole program or none. */
async function keep(made: string, program: string): Promise<void> {
  const draft = `${program}.${process.pid}`;
  await mkdir(join(program, '..'), { recursive: true });
  await copyFile(made, draft);
  await chmod(draft, 0o755);
  await rename(draft, program);
}

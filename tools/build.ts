/**
 * Compiles src to dist, which is what the package runs: Node strips no types below node_modules. Built aside and
 * renamed, so that a build that fails leaves the last one.
 */
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/**
 * Builds the sources of a project, this one unless told, into a folder and resolves with the number of files there.
 * Throws with the compiler's words.
 */
export async function build(target: string, project = root): Promise<number> {
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  try {
    compile(draft, project);
    for (const file of await sqlFiles(join(project, 'src'))) {
      await mkdir(dirname(join(draft, file)), { recursive: true });
      await cp(join(project, 'src', file), join(draft, file));
    }
    await chmod(join(draft, 'main.js'), 0o755);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return (await readdir(target, { recursive: true })).length;
}

function compile(target: string, project: string): void {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
  const args = [tsc, '-p', join(project, 'tsconfig.build.json'), '--outDir', target, '--declaration', 'false'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: project });
  if (status !== 0) throw new Error(`tsc failed\n${stdout}`);
}

async function sqlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

if (import.meta.main) {
  const files = await build(dist);
  console.log(`dist: ${files} files`);
}

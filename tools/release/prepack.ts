/**
 * What `npm pack` and `npm publish` begin with: the build, and the modes of all that is packed. npm writes the modes
 * that it finds, which are those of whoever cloned and installed: without this a package that was packed under another
 * umask is another file, and under 077 one that its user cannot read.
 */
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from '../build.ts';
import { projectRoot } from '../servers/paths.ts';
import { command } from '../servers/run.ts';

const list = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

/** What npm would pack of a project, relative to its folder. What looks like a UUID in a path is not told: `***`. */
async function packedFiles(folder: string): Promise<string[]> {
  const npm = process.env['npm_execpath'];
  const program = npm?.endsWith('.js') === true ? ([process.execPath, npm] as const) : (['npm'] as const);
  const [name, ...args] = [...program, 'pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const said = await command([name, ...args], { cwd: folder });
  const [{ files }] = list.parse(JSON.parse(said.slice(said.indexOf('['))));
  return files.map(({ path }) => path);
}

/** The folder of the bundled package that a packed file is of; null where it is the project's own. */
function bundledPackage(path: string): string | null {
  return /^(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+/.exec(path)?.[0] ?? null;
}

/** All files of a package, without those of packages inside of it. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Gives each file of a project's package the mode that a package has, 0755 where its owner may run it, else 0644, and
 * resolves with how many there are.
 */
export async function settleModes(folder: string): Promise<number> {
  const packed = await packedFiles(folder);
  const own = packed.filter((path) => bundledPackage(path) === null).map((path) => join(folder, path));
  const bundled = new Set(packed.flatMap((path) => bundledPackage(path) ?? []));
  const files = [...own];
  for (const each of bundled) files.push(...(await filesBelow(join(folder, each))));
  for (const path of files) {
    const { mode } = await stat(path);
    const wanted = (mode & 0o100) === 0 ? 0o644 : 0o755;
    if ((mode & 0o777) !== wanted) await chmod(path, wanted);
  }
  return packed.length;
}

if (import.meta.main) {
  await build(join(projectRoot, 'dist'));
  console.log(`packed: ${await settleModes(projectRoot)} files`);
}

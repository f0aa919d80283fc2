/**
 * What `npm pack` and `npm publish` begin with: the build, and the modes of all that is packed. npm writes the modes
 * that it finds, which are those of whoever cloned and installed: without this a package that was packed under another
 * umask is another file, and under 077 one that its user cannot read.
 */
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from '../build.ts';
import { projectRoot } from '../servers/paths.ts';
import { command } from '../servers/run.ts';

const list = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

/** The files of a project's package, as npm itself lists them, relative to its folder. */
async function packedFiles(folder: string): Promise<string[]> {
  const npm = process.env['npm_execpath'];
  const program = npm?.endsWith('.js') === true ? ([process.execPath, npm] as const) : (['npm'] as const);
  const [name, ...args] = [...program, 'pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const said = await command([name, ...args], { cwd: folder });
  const [{ files }] = list.parse(JSON.parse(said.slice(said.indexOf('['))));
  return files.map(({ path }) => path);
}

/** Gives each file of a project's package the mode that a package has: 0755 where its owner may run it, else 0644. */
export async function settleModes(folder: string): Promise<number> {
  const files = await packedFiles(folder);
  for (const file of files) {
    const path = join(folder, file);
    const { mode } = await stat(path);
    const wanted = (mode & 0o100) === 0 ? 0o644 : 0o755;
    if ((mode & 0o777) !== wanted) await chmod(path, wanted);
  }
  return files.length;
}

if (import.meta.main) {
  await build(join(projectRoot, 'dist'));
  console.log(`packed: ${await settleModes(projectRoot)} files`);
}

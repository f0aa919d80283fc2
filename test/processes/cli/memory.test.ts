import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** Says at the end how large the young generation of the heap has become. */
const HEAP =
  "import v8 from 'node:v8'; process.on('exit', () => { const space = v8.getHeapSpaceStatistics()" +
  ".find(({ space_name: name }) => name === 'new_space'); process.stderr.write(JSON.stringify(space)); });";

/** Says at the end which modules were loaded, of both kinds. */
const MODULES =
  "import { registerHooks } from 'node:module'; const urls = []; registerHooks({ load: (url, context, next) => " +
  "{ urls.push(url); return next(url, context); } }); process.on('exit', () => " +
  'process.stderr.write(JSON.stringify(urls)));';

const told = async (hook: string, ...args: readonly string[]): Promise<unknown> => {
  const options = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const { stderr } = await run(process.execPath, ['--no-warnings', ...options, ...args], {
    cwd: root,
    timeout: 60_000,
  });
  return JSON.parse(stderr) as unknown;
};

describe('the memory of a process', () => {
  it('has a young generation that what is loaded at the start does not make larger', async () => {
    const space = z.object({ space_size: z.number() }).parse(await told(HEAP, 'src/main.ts', 'run', '--help'));
    assert.ok(space.space_size <= 4 * 2 ** 20, `${String(space.space_size)} bytes`);
  });

  it('holds nothing of what its children alone need', async () => {
    const urls = z.array(z.string()).parse(await told(MODULES, '--import', './src/app/app.ts', '--eval', ''));
    assert.ok(urls.some((url) => url.endsWith('/src/app/app.ts')));
    const packages = ['sharp', 'opentype.js', 'music-metadata', 'file-type', 'mailauth'];
    const loaded = packages.filter((name) => urls.some((url) => url.includes(`/node_modules/${name}/`)));
    assert.deepEqual(loaded, []);
  });
});

/** A package is the same bytes whoever packs it: npm writes the modes that it finds. */
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settleModes } from '../../tools/release/prepack.ts';
import { sha256, tarGz, writeChecksums } from '../../tools/release/archives.ts';
import { command } from '../../tools/servers/run.ts';

/** Relative paths of a small project with a bundled package; the second is what npm hides as `***`. */
const files: Readonly<Record<string, { text: string; runs?: true }>> = {
  'package.json': {
    text: JSON.stringify({
      name: 'small',
      version: '1.0.0',
      files: ['dist', 'docs'],
      dependencies: { inner: '1.0.0' },
      bundleDependencies: ['inner'],
    }),
  },
  'node_modules/inner/.output/0f8fad5b-d9cb-469f-a165-70867728950e.json': { text: '{}' },
  'node_modules/inner/package.json': { text: '{ "name": "inner", "version": "1.0.0" }' },
  'node_modules/inner/cli.js': { text: '#!/usr/bin/env node\n', runs: true },
  'dist/main.js': { text: '#!/usr/bin/env node\n', runs: true },
  'docs/setup.md': { text: '# Setup\n' },
};

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-pack-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** The small project as it stands after a clone and an install under a umask. */
async function project(name: string, umask: number): Promise<string> {
  const at = join(folder, name);
  for (const [path, { text, runs }] of Object.entries(files)) {
    await mkdir(join(at, path, '..'), { recursive: true });
    await writeFile(join(at, path), text);
    await chmod(join(at, path), (runs === true ? 0o777 : 0o666) & ~umask);
  }
  return at;
}

async function packed(project: string): Promise<string> {
  await command(['npm', 'pack', '--ignore-scripts', '--loglevel=error'], { cwd: project });
  return sha256(join(project, 'small-1.0.0.tgz'));
}

describe('a package', { timeout: 240_000 }, () => {
  it('is the same byte for byte under umask 022, 077 and 002, and was not', async () => {
    const projects = await Promise.all([project('a', 0o022), project('b', 0o077), project('c', 0o002)]);
    const before = new Set<string>();
    for (const each of projects) before.add(await packed(each));
    assert.ok(before.size > 1);
    const settled = new Set<string>();
    for (const each of projects) {
      await rm(join(each, 'small-1.0.0.tgz'));
      await settleModes(each);
      settled.add(await packed(each));
    }
    assert.equal(settled.size, 1);
    const listed = await command(['tar', '-tvzf', join(projects[1], 'small-1.0.0.tgz')]);
    assert.match(listed, /^-rwxr-xr-x .* package\/dist\/main\.js$/m);
    assert.match(listed, /^-rw-r--r-- .* package\/docs\/setup\.md$/m);
    assert.equal(/^-rw-------/m.test(listed), false);
  });
});

describe('an archive of a release', () => {
  it('is the same for the same files, whatever their modes and times, and names nobody', async () => {
    const time = new Date('2026-01-31T12:00:00Z');
    const sums = new Set<string>();
    for (const [name, umask] of [
      ['d', 0o022],
      ['e', 0o077],
    ] as const) {
      await project(join(name, 'chart'), umask);
      const file = join(folder, `${name}.tgz`);
      await tarGz(join(folder, name), 'chart', file, time);
      sums.add(await sha256(file));
    }
    assert.equal(sums.size, 1);
    const listed = await command(['tar', '-tvzf', join(folder, 'e.tgz'), '--utc']);
    assert.match(listed, /^-rwxr-xr-x 0\/0 .* 2026-01-31 12:00 chart\/dist\/main\.js$/m);
  });

  it('rejects where there is nothing to pack', async () => {
    await assert.rejects(tarGz(folder, 'nothing', join(folder, 'nothing.tgz'), new Date()), /exit code 2/);
  });

  it('has checksums that sha256sum takes, of files in folders too', async () => {
    const at = await project('sums', 0o022);
    await writeChecksums(at);
    await command(['sha256sum', '--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: at });
    const text = await readFile(join(at, 'SHA256SUMS'), 'utf8');
    assert.equal(text.trimEnd().split('\n').length, Object.keys(files).length);
    assert.match(text, / {2}docs\/setup\.md$/m);
  });
});

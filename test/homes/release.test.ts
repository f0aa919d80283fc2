/** A release, as its publisher makes it, and its bundle, as somebody without a network installs it. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { z } from 'zod';
import { findPythonTools } from '../../tools/release/programs.ts';
import { projectRoot } from '../../tools/servers/paths.ts';
import { command, tryCommand } from '../../tools/servers/run.ts';
import { until } from '../../tools/servers/wait.ts';
import { AirGap } from '../support/air-gap.ts';
import { publisherForTests } from '../support/publisher.ts';

const endpoints = z.object({
  mailroom: z.object({ config_file: z.string(), metrics_url: z.string(), pid: z.number().nullable() }),
});

describe('a release', { timeout: 1_800_000 }, () => {
  let folder = '';
  let out = '';
  let names: string[] = [];
  /** `npm run release`, under a umask, into a folder of that name. */
  const release = async (umask: string, into: string, ...words: string[]): Promise<void> => {
    const publisher = join(folder, 'publisher.yaml');
    await writeFile(publisher, stringify(publisherForTests));
    const argv = [process.execPath, join(projectRoot, 'tools/release/main.ts'), '--publisher', publisher];
    await command(['sh', '-c', `umask ${umask}; exec "$@"`, 'sh', ...argv, '--out', join(folder, into), ...words]);
  };
  const named = (pattern: RegExp): string => {
    const name = names.find((each) => pattern.test(each)) ?? assert.fail(`${String(pattern)}: ${names.join()}`);
    return join(out, name);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-release-test-'));
    // The servers of the demo run as users of their own and must pass here.
    await chmod(folder, 0o711);
    out = join(folder, 'first');
    await release('022', 'first');
    names = await readdir(out);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('has package, chart, image, bundle, bill of materials and licences, with checksums that hold', async () => {
    const version = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'))).version;
    assert.deepEqual(names.toSorted(), [
      'CHANGELOG.md',
      'LICENSE',
      'SECURITY.md',
      'SHA256SUMS',
      'THIRD-PARTY.txt',
      `mailroom-${version}.tgz`,
      `matrix-mailroom-${version}-bundle-linux-${process.arch}.tar.gz`,
      `matrix-mailroom-${version}-image-linux-${process.arch}.tar`,
      `matrix-mailroom-${version}.cdx.json`,
      `matrix-mailroom-${version}.tgz`,
    ]);
    await command(['sha256sum', '--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: out });
    const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8');
    assert.equal(sums.trimEnd().split('\n').length, names.length - 1);
  });

  it('is the same byte for byte when it is made again, elsewhere and under another umask', async () => {
    await release('077', 'second', '--only', 'package');
    const sums = async (into: string) =>
      (await readFile(join(folder, into, 'SHA256SUMS'), 'utf8'))
        .split('\n')
        .filter((line) => !/-(?:bundle|image)-/.test(line));
    assert.deepEqual(await sums('second'), await sums('first'));
  });

  it('names its publisher in the package, in SECURITY.md and in the labels of the image', async () => {
    const tgz = named(/^matrix-mailroom-[\d.]+\.tgz$/);
    const packed = async (name: string) => command(['tar', '-xzOf', tgz, `package/${name}`]);
    const about = z
      .looseObject({
        homepage: z.string(),
        repository: z.object({ url: z.string() }),
        bugs: z.object({ url: z.string() }),
      })
      .parse(JSON.parse(await packed('package.json')));
    assert.equal(about.homepage, publisherForTests.homepage);
    assert.equal(about.repository.url, `git+${publisherForTests.repository}`);
    assert.equal(about.bugs.url, publisherForTests.bugs);
    assert.match(await packed('SECURITY.md'), /^Contact: <security@publisher\.example> \(Example Publishers\)$/m);
    assert.match(await packed('THIRD-PARTY.txt'), /^imapflow \S+ \(MIT\)$/m);
    const tar = named(/-image-/);
    const inside = async (name: string): Promise<unknown> => JSON.parse(await command(['tar', '-xOf', tar, name]));
    const [manifest] = z.tuple([z.object({ Config: z.string() })]).parse(await inside('manifest.json'));
    const { config } = z
      .object({ config: z.object({ Labels: z.record(z.string(), z.string()) }) })
      .parse(await inside(manifest.Config));
    assert.equal(config.Labels['org.opencontainers.image.source'], publisherForTests.repository);
    assert.equal(config.Labels['org.opencontainers.image.licenses'], 'Apache-2.0');
  });

  it('has a bill of materials that the makers of the format take', async () => {
    const python = join(await findPythonTools(), 'python');
    const script = `import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sys.stdin.read())
sys.exit(str(error) if error else 0)`;
    const { code, stderr } = await tryCommand([python, '-c', script], {
      input: await readFile(named(/\.cdx\.json$/), 'utf8'),
    });
    assert.equal(code, 0, stderr.slice(0, 2000));
  });

  describe('without a network', () => {
    let gap: AirGap;
    let installed = '';
    const children: ChildProcess[] = [];
    const start = (argv: readonly [string, ...string[]]) => {
      const [program, ...args] = argv;
      const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      children.push(child);
      const said = { text: '' };
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (piece: Buffer) => (said.text += piece.toString()));
      const ended = once(child, 'exit');
      const says = (words: string, within = 180_000): Promise<boolean> =>
        until(() => said.text.includes(words), { what: `"${words}" in\n${said.text}`, within });
      return { child, said, ended, says };
    };
    before(async () => {
      gap = await AirGap.start();
    });
    after(async () => {
      for (const child of children) child.kill('SIGKILL');
      await gap.end();
    });

    it('sees what wants to leave', async () => {
      const script = `require('node:dgram').createSocket('udp4').send('x', 9, '198.51.100.7', () => process.exit())`;
      await command(gap.inside(process.execPath, '-e', script));
      await until(() => gap.left.length > 0, { what: 'a packet', within: 10_000 });
      assert.deepEqual(gap.left, ['udp 198.51.100.7 9']);
      gap.left.length = 0;
    });

    it('installs from the bundle alone, and not where a file of it is damaged', async () => {
      await command(['tar', '-xzf', named(/-bundle-/), '-C', folder]);
      const unpacked = join(folder, (await readdir(folder)).find((name) => name.includes('-bundle-')) ?? '');
      installed = join(folder, 'opt');
      const said = await command(gap.inside('sh', join(unpacked, 'install.sh'), installed));
      assert.match(said, /^mailroom \d+\.\d+\.\d+$/m);
      // Again, over what is there.
      await command(gap.inside('sh', join(unpacked, 'install.sh'), installed));
      await writeFile(join(unpacked, 'app/dist/main.js'), '// somebody else was here\n');
      const damaged = await tryCommand(['sh', join(unpacked, 'install.sh'), join(folder, 'other')]);
      assert.equal(damaged.code, 1);
      assert.match(damaged.stderr, /app\/dist\/main\.js.*\n.*damaged/s);
      assert.equal((await readdir(folder)).includes('other'), false);
      await rm(unpacked, { recursive: true });
    });

    it('plays the story of the demo, passes check with what was installed, and nothing tries to leave', async () => {
      const state = join(folder, 'demo');
      const demo = start(gap.inside(process.execPath, join(projectRoot, 'tools/demo/main.ts'), '--state', state));
      await demo.says('Ctrl-C stops all of it');
      assert.match(demo.said.text, /Every step was seen on the other side/);
      const { mailroom } = endpoints.parse(JSON.parse(await readFile(join(state, 'endpoints.json'), 'utf8')));
      // The bridge of the demo is the sources'; the bundle's takes its place.
      assert.ok(mailroom.pid !== null);
      process.kill(mailroom.pid, 'SIGTERM');
      await demo.says('mailroom has ended');
      const program = join(installed, 'bin/mailroom');
      const bridge = start(gap.inside(program, 'run', '--config', mailroom.config_file));
      await bridge.says('Mailroom is up');
      const checked = await tryCommand(gap.inside(program, 'check', '--config', mailroom.config_file));
      assert.equal(checked.code, 0, checked.stdout);
      assert.match(checked.stdout, /^ok {4}ping /m);
      assert.doesNotMatch(checked.stdout, /^FAIL/m);
      bridge.child.kill('SIGTERM');
      await bridge.ended;
      demo.child.kill('SIGINT');
      await demo.ended;
      assert.deepEqual(gap.left, []);
    });
  });
});

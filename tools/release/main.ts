/** `npm run release` and `npm run bundle`. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { arch, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { CannotInstall } from '../servers/install.ts';
import { projectRoot } from '../servers/paths.ts';
import { command } from '../servers/run.ts';
import { tarGz, writeChecksums } from './archives.ts';
import { makeBundle } from './bundle.ts';
import { settleModes } from './prepack.ts';
import { publisherFile, PublisherUnknown, readPublisher } from './publisher.ts';
import { installPackages, NotReleasable, stageCommit, type Stage } from './stage.ts';

const usage = `Makes what is released, from the last commit, in a folder of its own.

  npm run release [-- OPTIONS]    package, image, chart, bundle, bill of materials, licences, checksums
  npm run bundle [-- OPTIONS]     the bundle alone: one archive for a machine without a network

  --only PART       package (with chart, bill of materials, licences), image or bundle; may be said more than once
  --out DIR         where it goes (default: .cache/release/VERSION); what is there is replaced
  --publisher FILE  who publishes it (default: tools/release/publisher.yaml)
  --no-image        without the image, which needs root and Debian's buildah
  --cpu CPU         for which processor: x64 or arm64 (default: this machine's). arm64 was never tried; the image of
                    another processor than this machine's is left out

Exit code 2: the publisher's facts are missing, something is not committed, under a licence that nobody allowed, or has
to be installed first.`;

interface Options {
  readonly out: string | null;
  readonly publisher: string;
  readonly image: boolean;
  readonly cpu: string;
  readonly only: readonly string[];
}

async function release(options: Options, scratch: string): Promise<string> {
  const say = (line: string) => console.log(line);
  // First of all: nothing is made for nobody.
  const publisher = await readPublisher(options.publisher);
  const stage = await stageCommit(join(scratch, 'stage'), publisher);
  const out = options.out ?? join(projectRoot, '.cache/release', stage.version);
  const wanted = (part: string) => options.only.length === 0 || options.only.includes(part);
  const parts = options.only.join() === 'bundle' ? join(scratch, 'parts') : out;
  await rm(parts, { recursive: true, force: true });
  await mkdir(parts, { recursive: true });
  say(`Mailroom ${stage.version} of ${stage.revision.slice(0, 12)}: installing what was locked …`);
  await installPackages(stage);
  await build(join(stage.folder, 'dist'), stage.folder);
  say('package …');
  await packPackage(stage, parts);
  await chart(stage, parts);
  await writeFile(join(parts, `matrix-mailroom-${stage.version}.cdx.json`), stage.sbom);
  for (const name of ['THIRD-PARTY.txt', 'SECURITY.md', 'LICENSE', 'CHANGELOG.md'])
    await copyFile(join(stage.folder, name), join(parts, name));
  if (options.image && options.cpu === arch() && (wanted('image') || wanted('bundle'))) {
    say('image …');
    await image(stage, join(parts, `matrix-mailroom-${stage.version}-image-linux-${options.cpu}.tar`));
  } else say('no image');
  await mkdir(out, { recursive: true });
  if (wanted('bundle')) {
    say('bundle …');
    const name = `matrix-mailroom-${stage.version}-bundle-linux-${options.cpu}`;
    const file = join(out, `${name}.tar.gz`);
    await makeBundle({ stage, cpu: options.cpu, parts, folder: join(scratch, name), file });
  }
  await writeChecksums(out);
  return out;
}

async function packPackage(stage: Stage, parts: string): Promise<void> {
  await settleModes(stage.folder);
  await command(['npm', 'pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', parts], {
    cwd: stage.folder,
  });
}

/** As `helm package` names it; that writes the time of its run. */
function chart(stage: Stage, parts: string): Promise<void> {
  return tarGz(join(stage.folder, 'deploy/helm'), 'mailroom', join(parts, `mailroom-${stage.version}.tgz`), stage.time);
}

/** Built in the stage, whose Dockerfile has the labels. */
async function image(stage: Stage, file: string): Promise<void> {
  await command([process.execPath, join(stage.folder, 'tools/containers/images.ts'), '--save', file], {
    cwd: stage.folder,
    env: { SOURCE_DATE_EPOCH: String(Math.floor(stage.time.getTime() / 1000)) },
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      out: { type: 'string' },
      publisher: { type: 'string', default: publisherFile },
      image: { type: 'boolean', default: true },
      cpu: { type: 'string', default: arch() },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const unknown = values.only.filter((part) => !['package', 'image', 'bundle'].includes(part));
  if (unknown.length > 0) {
    console.error(`--only is package, image or bundle, and not ${unknown.join(', ')}`);
    return 2;
  }
  if (!['x64', 'arm64'].includes(values.cpu)) {
    console.error(`--cpu is x64 or arm64, and not ${values.cpu}`);
    return 2;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'mailroom-release-'));
  try {
    const out = await release(
      {
        out: values.out === undefined ? null : resolve(values.out),
        publisher: resolve(values.publisher),
        image: values.image,
        cpu: values.cpu,
        only: values.only,
      },
      scratch,
    );
    console.log(`${out}:\n${await command(['ls', '-l', out])}`);
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isTold = error instanceof PublisherUnknown || error instanceof NotReleasable || error instanceof CannotInstall;
  if (!isTold) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

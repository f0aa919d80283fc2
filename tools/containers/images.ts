/**
 * Mailroom's image, built as its users build it, by Debian's buildah and without a registry of images: the two images
 * that the Dockerfile begins with are made of Debian's packages and of npm's packages `node-linux-…` and `npm`.
 *
 *   node tools/containers/images.ts [--save FILE]
 */
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../servers/paths.ts';
import { command } from '../servers/run.ts';
import { Engine, machineCa } from './engine.ts';
import { installContainerTools } from './install.ts';

/** What npm is in the image that builds; the one that runs has none. */
const NPM = '11.21.2';

/** The name under which the image is kept in the cache. */
export const mailroomImage = 'localhost/matrix-mailroom';

/** What both base images begin with. */
const DEBIAN = 'bookworm';

interface BaseImages {
  /** With Node and npm, for `NODE_IMAGE`. */
  readonly node: string;
  /** Debian alone, for `BASE_IMAGE`. */
  readonly debian: string;
}

/** Makes them where the cache has none: about half a minute. */
export async function baseImages(engine: Engine, report: (line: string) => void): Promise<BaseImages> {
  const about = z
    .object({ devDependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')));
  const node = about.devDependencies.node;
  const images = { node: `localhost/mailroom-node:${node}-${DEBIAN}`, debian: `localhost/mailroom-debian:${DEBIAN}` };
  if (!(await engine.hasImage(images.debian))) {
    report(`Making ${images.debian} of Debian's packages …`);
    await inFolder(async (folder) => {
      // As Debian's own slim images: what is essential, and certificates for npm.
      const root = join(folder, 'root.tar');
      await command(['mmdebstrap', '--quiet', '--variant=minbase', ...slimmer, DEBIAN, root]);
      await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nADD root.tar /\nCMD ["bash"]\n');
      await engine.build(images.debian, folder);
    });
  }
  if (!(await engine.hasImage(images.node))) {
    report(`Making ${images.node} of npm's packages …`);
    await inFolder((folder) => nodeImage(engine, images, node, folder));
  }
  return images;
}

/** What Debian's own slim images leave out too: manuals, documents but licences, translations. */
const slimmer = ['man', 'info', 'locale', 'doc'].flatMap((name) => [
  `--dpkgopt=path-exclude=/usr/share/${name}/*`,
  ...(name === 'doc' ? ['--dpkgopt=path-include=/usr/share/doc/*/copyright'] : []),
]);

async function nodeImage(engine: Engine, images: BaseImages, version: string, folder: string): Promise<void> {
  const local = join(folder, 'tree/usr/local');
  await mkdir(join(local, 'bin'), { recursive: true });
  await mkdir(join(local, 'lib/node_modules'), { recursive: true });
  await unpack(`node-linux-${arch()}@${version}`, folder);
  await copyFile(join(folder, 'package/bin/node'), join(local, 'bin/node'));
  await chmod(join(local, 'bin/node'), 0o755);
  await unpack(`npm@${NPM}`, folder);
  await cp(join(folder, 'package'), join(local, 'lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    await symlink(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, 'bin', name));
  await writeFile(join(folder, 'Dockerfile'), `FROM ${images.debian}\nCOPY tree /\nCMD ["node"]\n`);
  await engine.build(images.node, folder);
}

/** Puts the files of a package of npm's registry into `package` of a folder, in the place of those before. */
async function unpack(name: string, folder: string): Promise<void> {
  await rm(join(folder, 'package'), { recursive: true, force: true });
  const file = (await command(['npm', 'pack', '--silent', '--pack-destination', folder, name], { cwd: folder })).trim();
  await command(['tar', '-xzf', join(folder, file), '-C', folder, '--no-same-owner']);
  await rm(join(folder, file));
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-image-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds `Dockerfile` as it stands. What npm believes here it believes in the build. */
export async function buildMailroomImage(engine: Engine, report: (line: string) => void): Promise<string> {
  const images = await baseImages(engine, report);
  const bases = ['--build-arg', `NODE_IMAGE=${images.node}`, '--build-arg', `BASE_IMAGE=${images.debian}`];
  const ca = existsSync(machineCa) ? ['--secret', `id=ca,src=${machineCa}`] : [];
  report(`Building ${mailroomImage} …`);
  await engine.build(mailroomImage, projectRoot, [...bases, ...ca]);
  return mailroomImage;
}

/** Writes an image as an archive that docker and podman load. */
export async function saveImage(engine: Engine, image: string, file: string): Promise<void> {
  await rm(file, { force: true });
  const policy = join(engine.folder, 'policy.json');
  await engine.buildah(
    'push',
    '--quiet',
    '--signature-policy',
    policy,
    image,
    `docker-archive:${file}:${image}:latest`,
  );
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { save: { type: 'string' } } });
  const report = (line: string): void => console.log(line);
  const began = Date.now();
  await installContainerTools(report);
  const engine = await Engine.open();
  await buildMailroomImage(engine, report);
  if (values.save !== undefined) await saveImage(engine, mailroomImage, values.save);
  report(await engine.buildah('images', '--format', '{{.Name}}:{{.Tag}} {{.Size}}'));
  report(`${((Date.now() - began) / 1000).toFixed(0)} s`);
}

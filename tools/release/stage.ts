/**
 * The project as it is released: the commit in a folder of its own, so that nothing comes along that only this machine
 * has, with the publisher's facts where they belong.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../servers/paths.ts';
import { command } from '../servers/run.ts';
import { licenceTexts, thirdPartyText } from './third-party.ts';
import { refusedLicences } from './licences.ts';
import { runtimePackages, type RuntimePackage } from './lock.ts';
import type { Publisher } from './publisher.ts';
import { sbomText } from './sbom.ts';

/** What cannot be released as it is; the message says why. */
export class NotReleasable extends Error {
  override readonly name = 'NotReleasable';
}

export interface Stage {
  readonly folder: string;
  readonly version: string;
  readonly revision: string;
  /** Of the commit; every file and archive has it. */
  readonly time: Date;
  /** The project itself first. */
  readonly packages: readonly RuntimePackage[];
  readonly sbom: string;
}

const about = z.looseObject({ version: z.string(), description: z.string(), license: z.string() });

/** Lays the last commit into a folder. Throws NotReleasable where the checkout has changes that it does not have. */
export async function stageCommit(folder: string, publisher: Publisher): Promise<Stage> {
  const git = (...args: string[]) => command(['git', '-C', projectRoot, ...args]);
  const changed = (await git('status', '--porcelain', '--untracked-files=no')).trimEnd();
  if (changed !== '') throw new NotReleasable(`Not committed, so it would not be released:\n${changed}`);
  const [revision = '', seconds = ''] = (await git('log', '-1', '--format=%H %ct')).trim().split(' ');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const archive = join(folder, '.tar');
  await git('archive', '--output', archive, 'HEAD');
  await command(['tar', '-xf', archive, '-C', folder]);
  await rm(archive);
  const packages = runtimePackages(await readFile(join(folder, 'package-lock.json'), 'utf8'));
  const refused = refusedLicences(packages);
  if (refused.length > 0) throw new NotReleasable(`Under licences that nobody allowed:\n${refused.join('\n')}`);
  const { version, description, license } = about.parse(await readJson(join(folder, 'package.json')));
  const time = new Date(Number(seconds) * 1000);
  const labels = ociLabels({ publisher, version, revision, time, description, license });
  await nameInPackage(folder, publisher);
  await nameInSecurity(folder, publisher);
  await nameInImage(folder, labels);
  await nameInChart(folder, publisher, version);
  const sbom = sbomText({ packages, description, publisher, time, revision });
  await writeFile(join(folder, 'sbom.cdx.json'), sbom);
  return { folder, version, revision, time, packages, sbom };
}

/** Installs the locked packages and writes THIRD-PARTY.txt from what they say. */
export async function installPackages({ folder, packages }: Stage): Promise<void> {
  await command(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const read = packages.slice(1).map(async (of) => ({ of, texts: await licenceTexts(join(folder, of.path)) }));
  await writeFile(join(folder, 'THIRD-PARTY.txt'), thirdPartyText(await Promise.all(read)));
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8')) as unknown;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} has no place for the publisher's facts`);
  await writeFile(file, changed);
}

async function nameInPackage(folder: string, publisher: Publisher): Promise<void> {
  const { name: author, repository, homepage, bugs } = publisher;
  await edit(join(folder, 'package.json'), (text) => {
    const value = z.looseObject({ description: z.string() }).parse(JSON.parse(text));
    const facts = { author, homepage, repository: { type: 'git', url: `git+${repository}` }, bugs: { url: bugs } };
    return `${JSON.stringify({ ...value, ...facts }, null, 2)}\n`;
  });
}

function nameInSecurity(folder: string, { contact, name }: Publisher): Promise<void> {
  return edit(join(folder, 'SECURITY.md'), (text) =>
    text.replace(/^Contact: .*$/m, () => `Contact: <${contact}> (${name})`),
  );
}

/** The labels of an image (OCI image specification, "Annotations"). */
function ociLabels(facts: {
  readonly publisher: Publisher;
  readonly version: string;
  readonly revision: string;
  readonly time: Date;
  readonly description: string;
  readonly license: string;
}): Readonly<Record<string, string>> {
  const { publisher, version, revision, time, description, license } = facts;
  const annotations = {
    title: 'Mailroom',
    description,
    version,
    revision,
    created: time.toISOString(),
    licenses: license,
    vendor: publisher.name,
    authors: publisher.contact,
    url: publisher.homepage,
    source: publisher.repository,
    documentation: publisher.homepage,
  };
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [`org.opencontainers.image.${key}`, value]),
  );
}

function nameInImage(folder: string, labels: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(labels).map(
    ([key, value]) => `LABEL ${key}=${JSON.stringify(value).replaceAll('$', '\\$')}\n`,
  );
  return edit(join(folder, 'Dockerfile'), (text) => `${text.trimEnd()}\n${lines.join('')}`);
}

async function nameInChart(folder: string, publisher: Publisher, version: string): Promise<void> {
  const chart = join(folder, 'deploy/helm/mailroom');
  await edit(join(chart, 'Chart.yaml'), (text) => {
    const document = parseDocument(text);
    const maintainer = publisher.contact.includes('://') ? { url: publisher.contact } : { email: publisher.contact };
    document.set('version', version);
    document.set('appVersion', version);
    document.set('home', publisher.homepage);
    document.set('sources', [publisher.repository]);
    document.set('maintainers', [{ name: publisher.name, ...maintainer }]);
    return document.toString({ lineWidth: 0 });
  });
  await edit(join(chart, 'values.yaml'), (text) => {
    const document = parseDocument(text);
    document.setIn(['image', 'repository'], publisher.image);
    return document.toString({ lineWidth: 0 });
  });
}

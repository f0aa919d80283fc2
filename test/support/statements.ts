/** Every SQL statement in the sources, as the compiler reads them: string and template literals that begin as one. */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export interface Statement {
  /** Relative to the project. */
  readonly file: string;
  /** With `${…}` as it stands, in one line. */
  readonly text: string;
}

const BEGINS = /^\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\b/;

export function statementsIn(root: string): Statement[] {
  return globSync(join(root, 'src/**/*.ts'))
    .sort()
    .flatMap((path) => {
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
      const found: Statement[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
          const text = node.getText(source).slice(1, -1);
          if (BEGINS.test(text)) found.push({ file: relative(root, path), text: text.replace(/\s+/g, ' ').trim() });
          if (!ts.isTemplateExpression(node)) return;
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

/** The tables that a statement names, without its own common table expressions and functions. */
export function tablesOf({ text }: Statement): Set<string> {
  const own = new Set(
    [...text.matchAll(/(?:\bWITH|,) (?:RECURSIVE )?([a-z_]+) (?:\([a-z_, ]+\) )?AS \(/g)].map(([, name]) => name),
  );
  const named = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|USING) (?:LATERAL )?([a-z_]+)(?! ?\()\b/g)].map(
    ([, name]) => name ?? '',
  );
  return new Set(
    named.filter((name) => !own.has(name) && !/^(?:unnest|jsonb?_|generate_|set|skip|of|pg_|lateral)/.test(name)),
  );
}

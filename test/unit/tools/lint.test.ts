/** Each check of the lint is shown to find what it is there for, in a tree that has just that wrong. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ESLint, Linter } from 'eslint';
import { importFaults } from '../../../tools/lint/imports.ts';
import { law, lawTable, type FolderLaw } from '../../../tools/lint/law.ts';
import { foldersNamedTwice, namesUsedTwice } from '../../../tools/lint/names.ts';
import { projectRoot } from '../../../tools/servers/paths.ts';

const folder = await mkdtemp(join(tmpdir(), 'mailroom-lint-'));
after(() => rm(folder, { recursive: true }));

/** A tree of its own with these files. */
async function planted(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(folder, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const small: readonly FolderLaw[] = [
  { folder: 'mail', is: 'below', mayKnow: [] },
  { folder: 'shell', is: 'beside', mayKnow: [], typesOf: ['mail'] },
  { folder: 'bridge', is: 'above', mayKnow: ['mail'] },
];

describe('the lint of imports', () => {
  it('has nothing to say about a tree that keeps the law', async () => {
    const root = await planted({
      'src/mail/types.ts': 'export type Mail = string;',
      'src/mail/html/read.ts': `import type { Mail } from '../types.ts';\nexport const read = (mail: Mail) => mail;`,
      'src/bridge/room.ts': `import { read } from '../mail/html/read.ts';\nexport const room = read('');`,
      'src/shell/imap.ts': `import type { Mail } from '../mail/types.ts';\nexport const fetched: Mail = '';`,
    });
    assert.deepEqual(await importFaults(root, small), []);
  });

  it('refuses a circle of two files, though all that one of them knows is a type', async () => {
    const root = await planted({
      'src/mail/a.ts': `import { b } from './b.ts';\nexport type A = string;\nexport const a = b;`,
      'src/mail/b.ts': `import type { A } from './a.ts';\nexport const b: A = '';`,
    });
    assert.deepEqual(await importFaults(root, small), [
      'circle of files: src/mail/a.ts → src/mail/b.ts → src/mail/a.ts',
    ]);
  });

  it('refuses a circle of two folders that is no circle of files', async () => {
    const root = await planted({
      'src/mail/html/a.ts': `import type { B } from '../quote/b.ts';\nexport type A = B;`,
      'src/mail/html/c.ts': 'export type C = string;',
      'src/mail/quote/b.ts': 'export type B = string;',
      'src/mail/quote/d.ts': `import type { C } from '../html/c.ts';\nexport type D = C;`,
    });
    assert.deepEqual(await importFaults(root, small), [
      'circle of folders: src/mail/html → src/mail/quote → src/mail/html',
    ]);
  });

  it('refuses an import of what the law does not name, of a type too', async () => {
    const root = await planted({
      'src/mail/a.ts': `import type { Room } from '../bridge/room.ts';\nexport type A = Room;`,
      'src/bridge/room.ts': 'export type Room = string;',
    });
    assert.deepEqual(await importFaults(root, small), [
      'src/mail/a.ts imports src/bridge/room.ts: mail may not know it',
    ]);
  });

  it('refuses a value of a folder whose types alone may be known', async () => {
    const root = await planted({
      'src/mail/a.ts': `export const a = '';`,
      'src/shell/b.ts': `import { a } from '../mail/a.ts';\nexport const b = a;`,
    });
    assert.deepEqual(await importFaults(root, small), [
      'src/shell/b.ts imports src/mail/a.ts: shell may know only its types',
    ]);
  });

  it('refuses a folder that the law does not name', async () => {
    const root = await planted({
      'src/mail/a.ts': `export const a = '';`,
      'src/new/b.ts': `import { a } from '../mail/a.ts';\nexport const b = a;`,
    });
    assert.deepEqual(await importFaults(root, small), ['src/new/b.ts imports src/mail/a.ts: no law names this file']);
  });

  it('refuses the file system in a pure folder', async () => {
    const found = await lintAs('src/mail/subject.ts', `import { readFile } from 'node:fs/promises';\nvoid readFile;`);
    assert.deepEqual(found, ['@typescript-eslint/no-restricted-imports']);
  });

  it('is told by the table of docs/design.md as it is', async () => {
    const page = await readFile(join(projectRoot, 'docs/design.md'), 'utf8');
    const section = /^## Import law$(.*?)^## /ms.exec(page)?.[1] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
    assert.deepEqual(cells.slice(2), lawTable(law));
  });
});

describe('the lint of names', () => {
  it('refuses a name that two files export, and names both', async () => {
    const root = await planted({
      'src/a.ts': 'export interface Place {}',
      'src/b.ts': '\nexport type Place = string;\nexport const other = 1;',
    });
    assert.deepEqual([...(await namesUsedTwice(root))], [['Place', ['src/a.ts:1', 'src/b.ts:2']]]);
  });

  it('refuses a second door to the same thing', async () => {
    const root = await planted({ 'src/a.ts': 'export const one = 1;', 'src/b.ts': `export { one } from './a.ts';` });
    assert.deepEqual([...(await namesUsedTwice(root)).keys()], ['one']);
  });

  it('refuses a name that two folders have, and names both', async () => {
    const root = await planted({ 'src/a/one/x.ts': '', 'src/b/one/deep/y.ts': '', 'src/c.ts': '' });
    assert.deepEqual([...(await foldersNamedTwice(root))], [['one', ['src/a/one', 'src/b/one']]]);
  });

  it('has nothing to say about a type beside its value, and names that are not exported', async () => {
    const root = await planted({
      'src/a.ts': `export const Kind = ['x'] as const;\nexport type Kind = (typeof Kind)[number];\nconst here = 1;`,
      'src/b.ts': 'const here = 2;\nexport function only() {}',
    });
    assert.deepEqual([...(await namesUsedTwice(root)).keys()], []);
  });
});

describe('the lint of exports', () => {
  it('refuses an export that only a test uses, and lets one be that says why it is there', async () => {
    const root = await planted({
      'package.json': '{"name":"planted","type":"module"}',
      'tools/run.mjs': '',
      'src/main.ts': `import { used } from './part.ts';\nused();`,
      'src/part.ts': [
        'export function used() {}',
        'export function forNobody() {}',
        'export function forTestAlone() {}',
        '/** @internal Its numbers are told one by one to whoever reads the test. */',
        'export function inside() {}',
        'export interface NoType {}',
      ].join('\n'),
      'test/part.test.ts': `import { forTestAlone, inside } from '../src/part.ts';\nforTestAlone();\ninside();`,
    });
    await copyFile(join(projectRoot, 'knip.json'), join(root, 'knip.json'));
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
    const { code, text } = await knip(root);
    assert.equal(code, 1);
    const named = ['used', 'forNobody', 'forTestAlone', 'inside', 'NoType'].filter((name) =>
      new RegExp(`^${name} `, 'm').test(text),
    );
    assert.deepEqual(named, ['forNobody', 'forTestAlone', 'NoType']);
  });
});

describe('the lint of lines', () => {
  const long = (begin: string, end = ''): string => `${begin}${'x'.repeat(121 - begin.length - end.length)}${end}`;

  it('refuses a line of 121 columns, of a comment too, in src and in test', async () => {
    for (const file of ['src/mail/subject.ts', 'test/unit/tools/lint.test.ts']) {
      for (const text of [long('// '), long(`void '`, `';`)]) {
        assert.deepEqual(await lintAs(file, text), ['@stylistic/max-len'], text);
      }
    }
  });

  it('lets a long URL and a long expression be', async () => {
    for (const text of [long('// https://example.org/'), long('void /', '/;')]) {
      assert.deepEqual(await lintAs('src/mail/subject.ts', text), [], text);
    }
  });
});

/** The rules that find something in a text if it stood in this file: those that look at the text alone. */
async function lintAs(file: string, text: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: projectRoot });
  const config = (await eslint.calculateConfigForFile(join(projectRoot, file))) as Linter.Config;
  const names = ['@stylistic/max-len', '@typescript-eslint/no-restricted-imports'];
  const rules = Object.entries(config.rules ?? {}).filter(([name]) => names.includes(name));
  const { plugins = {} } = config;
  const found = new Linter().verify(text, [{ plugins, rules: Object.fromEntries(rules) }]);
  return found.map(({ ruleId, message }) => ruleId ?? message);
}

/** What knip says of a tree, as the lint asks it. */
function knip(root: string): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((done) => {
    const argv = [join(projectRoot, 'node_modules/knip/bin/knip.js'), '--production', '--directory', root];
    const child = execFile(process.execPath, argv, (_error, out, err) => {
      done({ code: child.exitCode ?? -1, text: `${out}${err}` });
    });
  });
}

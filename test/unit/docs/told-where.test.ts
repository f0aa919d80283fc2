import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = new URL('../../../docs/operating.md', import.meta.url);

interface Row {
  readonly cells: readonly string[];
  readonly links: readonly { readonly title: string; readonly file: string }[];
}

/** The rows of "What can be wrong, and who is told": four cells of words, then links to tests. */
function rowsOf(text: string): Row[] {
  const section = text.split(/^## /m).find((part) => part.startsWith('What can be wrong, and who is told\n')) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    const links = [...(cells[4] ?? '').matchAll(/\[([^\]]+)\]\((\.\.\/test\/[\w/.-]+\.test\.ts)\)/g)];
    const isRow = cells.length === 5 && links.length > 0 && cells.every((cell) => cell !== '');
    assert.ok(isRow, `no row of what, who, where, when and a test: ${line}`);
    return { cells, links: links.map(([, title = '', file = '']) => ({ title, file })) };
  });
}

const TITLE = /\b(?:it|test)\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g;

/**
 * Whether a test has this title. What the title has in place of `${…}` stands in the source as well: it is made of a
 * list there.
 */
function hasTest(source: string, title: string): boolean {
  return [...source.matchAll(TITLE)].some(([, single, double, template]) => {
    const plain = single ?? double;
    if (plain !== undefined) return plain.replaceAll(/\\(.)/g, '$1') === title;
    const parts = (template ?? '').split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const values = new RegExp(`^${parts.join('(.+)')}$`).exec(title)?.slice(1);
    return values?.every((value) => source.includes(value)) ?? false;
  });
}

const rows = rowsOf(readFileSync(page, 'utf8'));

test('each row of what can be wrong in docs/operating.md links to a file that has the test of that title', () => {
  const wrong = rows
    .flatMap(({ links }) => links)
    .filter(({ title, file }) => {
      const path = new URL(file, page);
      return !existsSync(path) || !hasTest(readFileSync(path, 'utf8'), title);
    });
  assert.deepEqual(wrong, []);
});

test('what can be wrong in docs/operating.md has at least thirty rows, each trouble once', () => {
  const troubles = rows.map(({ cells }) => cells[0]);
  assert.ok(troubles.length >= 30, String(troubles.length));
  assert.equal(new Set(troubles).size, troubles.length);
});

test('a row without a test, or with a test that is none, is found', () => {
  const table = (row: string) =>
    `## What can be wrong, and who is told\n\n| what | who | where | when | test |\n| - | - | - | - | - |\n${row}\n`;
  const link = '[is told](../test/a/b.test.ts)';
  assert.deepEqual(rowsOf(table(`| fire | all | here | now | ${link} |`))[0]?.links, [
    { title: 'is told', file: '../test/a/b.test.ts' },
  ]);
  assert.throws(() => rowsOf(table('| fire | all | here | now | is told |')), /no row/);
  assert.throws(() => rowsOf(table(`| fire | all | | now | ${link} |`)), /no row/);
  assert.throws(() => rowsOf(table(`| fire | all | here | ${link} |`)), /no row/);
  assert.equal(hasTest("it('is told', () => {})", 'is told'), true);
  assert.equal(hasTest("// 'is told'", 'is told'), false);
  assert.equal(hasTest('it("isn\'t told")', "isn't told"), true);
  const list = "for (const name of ['fire', 'water']) it(`${name}: told`, play)";
  assert.deepEqual(
    [hasTest(list, 'water: told'), hasTest(list, 'wind: told'), hasTest(list, ': told')],
    [true, false, false],
  );
});

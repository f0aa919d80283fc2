import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = new URL('../../../docs/design.md', import.meta.url);
/** The rows `| question | [function](../src/path/file.ts) |` of the section. */
const ROW = /^\| (?<question>[^|]*[^ |]) +\| (?<answer>[^|]*[^ |]) +\|$/;
const LINK = /^\[(?<name>[A-Za-z]\w*)\]\((?<file>\.\.\/src\/[\w/.-]+\.ts)\)$/;

function rowsOf(text: string): { readonly question: string; readonly name: string; readonly file: string }[] {
  const section = text.split(/^## /m).find((part) => part.startsWith('Where is it decided?\n')) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const { question = '', answer = '' } = ROW.exec(line)?.groups ?? {};
    const { name = '', file = '' } = LINK.exec(answer)?.groups ?? {};
    assert.ok(question.endsWith('?') && name !== '', `no row of a question and a link to a function: ${line}`);
    return { question, name, file };
  });
}

/** Whether a source exports a function of this name. */
function exportsFunction(source: string, name: string): boolean {
  return new RegExp(`^export (?:async )?function ${name}\\b`, 'm').test(source);
}

const rows = rowsOf(readFileSync(page, 'utf8'));

test('each row of "Where is it decided?" in docs/design.md links to a file that exports that function', () => {
  const wrong = rows.filter(({ name, file }) => {
    const path = new URL(file, page);
    return !existsSync(path) || !exportsFunction(readFileSync(path, 'utf8'), name);
  });
  assert.deepEqual(wrong, []);
});

test('"Where is it decided?" in docs/design.md asks at least fifteen questions, each once', () => {
  const questions = rows.map(({ question }) => question);
  assert.ok(questions.length >= 15, String(questions.length));
  assert.equal(new Set(questions).size, questions.length);
});

test('a row that names a missing function, or is none, is found', () => {
  const table = (row: string) =>
    `## Where is it decided?\n\n| question | function |\n| --- | --- |\n${row}\n\n## Next\n`;
  assert.deepEqual(rowsOf(table('| What? | [decide](../src/a/b.ts) |')), [
    { question: 'What?', name: 'decide', file: '../src/a/b.ts' },
  ]);
  assert.throws(() => rowsOf(table('| What? | decide |')), /no row/);
  assert.throws(() => rowsOf(table('| What | [decide](../src/a/b.ts) |')), /no row/);
  assert.equal(exportsFunction('export function decided(): void {}\nfunction decide() {}\n', 'decide'), false);
  assert.equal(exportsFunction('export function decide<T>(): void {}\n', 'decide'), true);
});

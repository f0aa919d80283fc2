import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { belongingOf } from '../../../src/bridge/thread/belonging.ts';

const page = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');
const SAID = { colleague: 'joins, as themselves', newcomer: 'joins marked', apart: 'apart' } as const;
const ROWS = {
  'is of the same organisation as somebody who takes part': 'same-organisation',
  'writes to somebody who takes part (in To or Cc, besides our account)': 'names-participants',
  'is neither': 'other',
} as const;

test('docs/security.md has the table of who belongs to a conversation as it is decided', () => {
  const cells = page.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  for (const [name, relation] of Object.entries(ROWS)) {
    const row = cells.find(([first]) => first === name);
    const want = (['pass', 'unchecked', 'fail'] as const).map((verdict) => SAID[belongingOf({ relation, verdict })]);
    assert.deepEqual(row?.slice(1), want, name);
  }
  assert.ok(cells.some((row) => row.join('|') === 'the sender|pass|unchecked|fail'));
});

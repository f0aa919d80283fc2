/**
 * What strangers write costs time that grows with its length, never with its square: measured in a process of its
 * own.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { it } from 'node:test';
import { z } from 'zod';

const line = z.object({
  begins: z.string().optional(),
  key: z.string().optional(),
  error: z.string().optional(),
  exponent: z.number().optional(),
  on: z.string().optional(),
});

/**
 * Half of the functions at a time, so that both cores work. A process that hangs is ended, and what it was at is
 * told.
 */
async function measured(folder: string): Promise<z.infer<typeof line>[]> {
  const script = join(import.meta.dirname, '../support/linear-child.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, `${folder}/`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 300_000,
  });
  const written = await text(child.stdout);
  const lines = written
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => line.parse(JSON.parse(one)));
  assert.equal(lines.at(-1)?.begins, undefined, 'the process ended within a function');
  return lines.filter(({ key }) => key !== undefined);
}

it('every function that reads texts of strangers takes time in proportion to their length', async () => {
  const found = (await Promise.all([measured('mail'), measured('bridge')])).flat();
  assert.ok(found.length > 150, String(found.length));
  assert.deepEqual(
    found.filter(({ error }) => error !== undefined),
    [],
  );
  assert.deepEqual(
    found.filter(({ exponent = 0 }) => exponent >= 1.5),
    [],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOff } from '../../../src/imap/back-off.ts';
import { ImapFailure } from '../../../src/imap/failure.ts';
import { Trouble } from '../../../src/imap/trouble.ts';

const breaks = (): Promise<void> => Promise.reject(new ImapFailure('server', 'connection-closed'));
const works = (): Promise<void> => Promise.resolve();

test('reading that breaks at the same mail goes on with fewer, then with one, then without it', async () => {
  const trouble = new Trouble();
  const sizes: number[] = [];
  for (let round = 0; round < 6; round++) {
    sizes.push(trouble.batch('INBOX', 5));
    await assert.rejects(trouble.watch('INBOX', 5, breaks));
  }
  assert.deepEqual(sizes, [200, 20, 1, 1, 1, 0]);
});

test('the counting of failed reads begins anew at another mail and after a success', async () => {
  const trouble = new Trouble();
  await assert.rejects(trouble.watch('INBOX', 5, breaks));
  assert.equal(trouble.batch('INBOX', 6), 200);
  assert.equal(trouble.batch('Sent', 5), 200);
  assert.equal(trouble.batch('INBOX', 5), 20);
  await trouble.watch('INBOX', 5, works);
  assert.equal(trouble.batch('INBOX', 5), 200);
});

test('an error of ours, such as a database that is away, blames no mail', async () => {
  const trouble = new Trouble();
  await assert.rejects(trouble.watch('INBOX', 5, () => Promise.reject(new Error('database'))));
  assert.equal(trouble.batch('INBOX', 5), 200);
});

test('the wait doubles up to its longest, of which at least a half is waited', () => {
  const waits = [1, 2, 3, 11, 5_000].map((failures) => backOff([1_000, 600_000], failures, 0));
  assert.deepEqual(waits, [500, 1_000, 2_000, 300_000, 300_000]);
  assert.equal(backOff([1_000, 600_000], 1, 1), 1_000);
  assert.equal(backOff([1_000, 600_000], 5_000, 1), 600_000);
});

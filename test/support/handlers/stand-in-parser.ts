import assert from 'node:assert/strict';
import type { ParsePool } from '../../../src/parser/parse-pool.ts';

/**
 * A parser that reads a mail of ours to its end and says nothing of it, for tests in which nothing hangs on that.
 *
 * @param meanwhile happens while a mail is composed, before the parser answers
 */
export function standInParser(meanwhile: () => Promise<void> | void = () => undefined): ParsePool {
  return {
    parse: async (raw: AsyncIterable<Buffer>) => {
      for await (const piece of raw) assert.ok(piece);
      await meanwhile();
      return { ok: true, mail: { contentHash: 'x' }, words: null, rendered: { special: { texts: '' } } };
    },
  } as unknown as ParsePool;
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { arrangeFiles } from '../../../../src/bridge/to-matrix/bundles.ts';
import { bundle, bundledNames, bundleSize } from '../../../../src/mail/bundle.ts';
import type { MailFile } from '../../../../src/mail/types.ts';

const file = (index: number, size: number): MailFile => ({
  index,
  name: `file-${index}.txt`,
  type: 'text/plain',
  size,
  sha256: '0'.repeat(64),
  disposition: 'attachment',
  contentId: null,
});
const files = (count: number, size: number): MailFile[] => Array.from({ length: count }, (_, at) => file(at, size));
const indexes = (list: readonly MailFile[]): number[] => list.map(({ index }) => index);
const never = (): boolean => false;

describe('the files of a mail', () => {
  it('have a message each up to twenty', () => {
    const { alone, bundles } = arrangeFiles(files(20, 10), never);
    assert.deepEqual([alone.length, bundles], [20, []]);
  });
  it('stand in one archive behind the tenth where they are many', () => {
    const { alone, bundles } = arrangeFiles(files(300, 10), never);
    assert.deepEqual([alone.length, bundles.length, bundles[0]?.length], [10, 1, 290]);
  });
  it('that are large, or ask for a password, stand alone', () => {
    const many = files(30, 10).map((one) => (one.index === 15 ? { ...one, size: 2_000_000 } : one));
    const { alone, bundles } = arrangeFiles(many, ({ index }) => index === 20);
    assert.deepEqual(indexes(alone), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 20]);
    assert.equal(bundles[0]?.length, 18);
  });
  it('fill more than one archive where they are too much for one, and none is lost', () => {
    const all = files(1000, 30_000);
    const { alone, bundles } = arrangeFiles(all, never);
    assert.deepEqual(indexes([...alone, ...bundles.flat()]), indexes(all));
    for (const one of bundles) assert.ok(one.reduce((sum, { size }) => sum + size, 0) <= 8 * 1024 * 1024);
  });
});

describe('an archive', () => {
  it('has the size that was said before, the names and the bytes, whatever they are called', () => {
    const names = bundledNames(['a.txt', 'a.txt', '__proto__', '1', 'Größe 📎.txt', '..'], 998);
    const entries = names.map((name, at) => ({ name, bytes: Buffer.alloc(at * 100, at) }));
    const made = bundle(entries);
    assert.equal(made.length, bundleSize(entries.map(({ name, bytes }) => ({ name, size: bytes.length }))));
    assert.deepEqual(
      Object.entries(unzipSync(made)).map(([name, bytes]) => [name, Buffer.from(bytes)]),
      entries.map(({ name, bytes }) => [name, bytes]),
    );
    assert.deepEqual(bundle(entries), made);
  });
  it('of nothing is one', () => assert.equal(bundle([]).length, bundleSize([])));
});

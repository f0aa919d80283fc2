import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MailFacts } from '../../../src/db/intake-tables/mailboxes.ts';
import { GROUP_BYTES, planReads, SMALL_MAIL, uidSet } from '../../../src/imap/plan.ts';

const facts = (uid: number, size: number): MailFacts => ({
  uid,
  size,
  internalDate: null,
  emailId: null,
  messageId: null,
  headerDate: null,
});
const LIMIT = 10_000_000;
const sizes = fc.array(fc.integer({ min: 0, max: 2 * LIMIT }), { maxLength: 100 });

test('small mails are read together, large ones alone, oversize ones by their header, in the order of the UIDs', () => {
  const mails = [facts(3, 500_000), facts(1, 10), facts(2, 20), facts(4, LIMIT + 1), facts(9, 30)];
  assert.deepEqual(
    planReads(mails, LIMIT, (mail) => (mail.uid === 9 ? 'own-copy' : null)),
    [
      { kind: 'group', mails: [facts(1, 10), facts(2, 20)] },
      { kind: 'large', mail: facts(3, 500_000) },
      { kind: 'oversize', mail: facts(4, LIMIT + 1) },
      { kind: 'ignore', mail: facts(9, 30), reason: 'own-copy' },
    ],
  );
});

test('a limit below what counts as small is kept', () => {
  assert.deepEqual(
    planReads([facts(1, 2_000)], 1_000, () => null),
    [{ kind: 'oversize', mail: facts(1, 2_000) }],
  );
});

test('every mail is in exactly one read, in ascending order, and no group exceeds its bound', () => {
  fc.assert(
    fc.property(sizes, (all) => {
      const mails = all.map((size, index) => facts(index * 3 + 1, size));
      const reads = planReads(mails, LIMIT, () => null);
      const uids = reads.flatMap((read) => (read.kind === 'group' ? read.mails : [read.mail])).map(({ uid }) => uid);
      assert.deepEqual(
        uids,
        mails.map(({ uid }) => uid),
      );
      for (const read of reads) {
        if (read.kind !== 'group') continue;
        assert.ok(read.mails.every(({ size }) => size <= SMALL_MAIL));
        assert.ok(read.mails.reduce((sum, { size }) => sum + size, 0) <= GROUP_BYTES);
      }
    }),
  );
});

test('a UID set names neighbours by their ends', () => {
  assert.equal(uidSet([7, 1, 2, 3, 9, 10]), '1:3,7,9:10');
  assert.equal(uidSet([]), '');
  assert.equal(uidSet([4_294_967_295]), '4294967295');
});

test('a UID set names exactly the UIDs that it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 }), (uids) => {
      const named = uidSet(uids)
        .split(',')
        .filter((part) => part !== '')
        .flatMap((part) => {
          const [first = 0, last = first] = part.split(':').map(Number);
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        });
      assert.deepEqual(
        named,
        [...new Set(uids)].sort((a, b) => a - b),
      );
    }),
  );
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decideThread, lookedUpIds, parentIds } from '../../../../src/bridge/thread/thread.ts';
import type { KnownId } from '../../../../src/bridge/thread/thread.ts';
import type { MessageId } from '../../../../src/mail/types.ts';
import { beside } from './thread-rows-beside.ts';
import { belonging } from './thread-rows-belonging.ts';
import { attacks, automatic, copies, lists, moved } from './thread-rows-hostile.ts';
import { replies, silent, subjects } from './thread-rows-replies.ts';
import { A, B, given, id, ids, stranger, written } from './thread-world.ts';
import type { Row } from './thread-world.ts';

const tables = { replies, subjects, silent, automatic, lists, copies, moved, belonging, beside, attacks };
for (const [table, rows] of Object.entries(tables)) {
  describe(`where a mail belongs: ${table}`, () => {
    for (const row of rows) {
      test(row.name, () => {
        const { mail, facts } = given(row);
        assert.equal(written(decideThread(mail, facts)), row.want);
      });
    }
  });
}

test('the tables have at least eighty rows, each with a name of its own', () => {
  const names = Object.values(tables).flatMap((rows) => rows.map((row) => row.name));
  assert.ok(names.length >= 80, String(names.length));
  assert.equal(new Set(names).size, names.length);
});

test('a mail that answers an id of two threads joins the one where its sender takes part', () => {
  const known: KnownId[] = [
    { id: id('twice@z'), thread: A, kind: 'message' },
    { id: id('twice@z'), thread: B, kind: 'message' },
  ];
  const row: Row = {
    name: '',
    irt: 'twice@z',
    mail: { sender: 'carol@z', subject: 'Re: Invoice' },
    facts: { known },
    want: '',
  };
  const { mail, facts } = given(row);
  assert.equal(written(decideThread(mail, facts)), 'b:in-reply-to @twice@z');
});

test('the parents of a mail are In-Reply-To first, then References from their end, each once, never itself', () => {
  const mail = { messageId: id('m'), inReplyTo: ids('b m'), references: ids('a b c m') };
  assert.deepEqual(parentIds(mail), ids('b c a'));
  assert.deepEqual(lookedUpIds(mail), ids('b c a m'));
});

const anyId = fc.constantFrom(
  'b1@bob',
  'own1@ours',
  'c1@carol',
  'own9@ours',
  'x1@bob',
  '0102-ses@amazonses',
  'q@q',
  'r@r',
);
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    irt: fc.array(anyId, { maxLength: 2 }),
    refs: fc.array(anyId, { maxLength: 5 }),
    self: anyId,
    mail: fc.record({
      sender: fc.constantFrom(null, 'bob@x', 'carol@z', 'mallory@evil'),
      subject: fc.constantFrom('', 'Printer broken', 'Invoice', 'Holidays', 'Re: ???'),
      insider: fc.boolean(),
      quotes: fc.boolean(),
      kind: fc.constantFrom('message', 'dsn', 'auto-reply', 'list', 'bulk'),
      list: fc.constantFrom(null, 'dev.lists.example'),
    }),
    tokens: fc.subarray([A, B]),
    indexed: fc.subarray([A, B]),
  })
  .map(({ irt, refs, tokens, indexed, ...rest }) => ({
    ...rest,
    name: '',
    irt: irt.join(' '),
    refs: refs.join(' '),
    facts: { tokens, indexed },
    want: '',
  }));

test('deciding is total, and joins only a thread that one of the facts names', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const { mail, facts } = given(row);
      const decision = decideThread(mail, facts);
      if (decision.do !== 'join') return;
      const named = [...facts.known.map((one) => one.thread), ...facts.tokens, ...facts.indexed];
      assert.ok(named.includes(decision.thread));
      assert.ok(decision.parent === null || lookedUpIds(mail).includes(decision.parent));
    }),
    { numRuns: 2000 },
  );
});

test('a stranger whom nobody checked, and who names nothing of ours and no participant, never joins', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const foreign = ids(`${row.irt ?? ''} ${row.refs ?? ''}`).filter((one) => !/^<(?:own|0102)/.test(one));
      const mail = { ...given(row).mail, ...stranger, insider: false, list: null, people: [], messageId: id('new@m') };
      const facts = { ...given(row).facts, tokens: [], ownIds: new Set<MessageId>() };
      const decision = decideThread({ ...mail, inReplyTo: foreign, references: [] }, facts);
      assert.equal(decision.do, 'open');
    }),
    { numRuns: 2000 },
  );
});

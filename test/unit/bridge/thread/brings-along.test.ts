import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bringsAlong } from '../../../../src/bridge/thread/brings-along.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import { testAccount } from '../../../support/handlers/fixtures.ts';

const waiting = (people: { from?: string; to?: string; cc?: string; sender?: string }) => ({
  from: parsePeople(people.from ?? ''),
  sender: parsePeople(people.sender ?? '')[0] ?? null,
  replyTo: [],
  to: parsePeople(people.to ?? 'support@mailroom.test'),
  cc: parsePeople(people.cc ?? ''),
});

describe('old mail that waits is brought along', () => {
  const rows: readonly (readonly [string, boolean, Parameters<typeof waiting>[0]])[] = [
    ['bob@outside.test', true, { from: 'Bob@Outside.test' }],
    ['bob@outside.test', true, { from: 'x@y.test', cc: 'bob@outside.test' }],
    ['bob@outside.test', true, { from: 'x@y.test', sender: 'bob@outside.test' }],
    ['ann@sub.outside.test', true, { from: 'bob@outside.test' }],
    ['eve@evil.test', false, { from: 'bob@outside.test' }],
    ['eve@gmail.com', false, { from: 'bob@gmail.com' }],
    ['support+x@mailroom.test', true, { from: 'bob@outside.test', to: 'list@lists.test' }],
    ['', false, { from: 'bob@outside.test' }],
  ];
  for (const [writer, said, people] of rows) {
    it(`${said ? '' : 'not '}by ${JSON.stringify(writer)}, of ${JSON.stringify(people)}`, () => {
      assert.equal(bringsAlong(testAccount(), { from: parsePeople(writer) }, waiting(people)), said);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideTurn } from '../../../../src/bridge/delivery/mail-order.ts';
import type { EarlierMail, MailTurn } from '../../../../src/bridge/delivery/mail-order.ts';
import type { MessageKey, UserId } from '../../../../src/bridge/types.ts';
import type { Address } from '../../../../src/mail/types.ts';

const alice = '@alice:matrix.test' as UserId;
const carol = '@carol:matrix.test' as UserId;
const bob = 'bob@outside.test' as Address;
const dan = 'dan@outside.test' as Address;

function earlier(more: Partial<EarlierMail>): EarlierMail {
  const outgoing = 'first' as MessageKey;
  return {
    outgoing,
    author: carol,
    state: 'open',
    attempts: 0,
    postponed: false,
    planned: false,
    owed: [bob],
    ...more,
  };
}

const wait: MailTurn = { do: 'wait', behind: 1 };
const go: MailTurn = { do: 'go', passes: [] };
const pass: MailTurn = { do: 'go', passes: ['first' as MessageKey] };

const CASES: readonly (readonly [name: string, mails: readonly Partial<EarlierMail>[], turn: MailTurn])[] = [
  ['waits for nothing where nothing was said before', [], go],
  ['waits for one that can still be taken back', [{ state: 'open' }], wait],
  ['waits for one of another author', [{ author: carol }], wait],
  ['waits for one of its own author', [{ author: alice }], wait],
  [
    'passes one for which a time is named, also of its own author',
    [{ author: alice, state: 'closed', planned: true }],
    go,
  ],
  ['waits for one that is being composed', [{ state: 'closed' }], wait],
  ['waits for one that is composed', [{ state: 'frozen' }], wait],
  ['waits for one that is handed over', [{ state: 'trying', attempts: 1 }], wait],
  ['waits for one that the relay has answered a part of', [{ state: 'frozen', attempts: 2 }], wait],
  ['waits through the first pause of one that the relay defers', [{ state: 'deferred', attempts: 1 }], wait],
  ['passes one that was deferred a second time', [{ state: 'deferred', attempts: 2 }], pass],
  [
    'passes nobody where who is owed the earlier gets this one not',
    [{ state: 'deferred', attempts: 2, owed: [dan] }],
    go,
  ],
  ['waits for nothing of other people', [{ owed: [dan] }], go],
  ['waits where one of several people is common', [{ owed: [dan, 'Bob@Outside.test' as Address] }], wait],
  ['does not wait a day for the quota of somebody else', [{ postponed: true }], go],
  ['waits for the quota of its own author', [{ author: alice, postponed: true }], wait],
  ['waits for all that go first', [{ state: 'frozen' }, { state: 'open' }], { do: 'wait', behind: 2 }],
  ['waits as long as one of them goes first', [{ state: 'deferred', attempts: 3 }, { state: 'frozen' }], wait],
];

describe('the turn of a mail in its conversation', () => {
  for (const [name, mails, turn] of CASES) {
    it(name, () => {
      assert.deepEqual(decideTurn({ author: alice, to: [bob] }, mails.map(earlier)), turn);
    });
  }
});

/** Messages of several conversations that are written at the same time by several transactions. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allEnded } from '../../../src/base/all-ended.ts';
import type { AccountId, MessageKey, ThreadId } from '../../../src/bridge/types.ts';
import { addMessage } from '../../../src/db/thread-tables/message-added.ts';
import { openThread } from '../../../src/db/thread-tables/threads.ts';
import type { MessageId } from '../../../src/mail/types.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eachDatabase } from '../../support/suite.ts';
import { messageFacts } from '../../support/handlers/fixtures.ts';

const account = 'support' as AccountId;
const threads = ['a', 'B', 'ä', 'z', '0', 'M'].map((name) => name as ThreadId);

describe('messages of several conversations', () => {
  let test: TestDatabase;
  eachDatabase((given) => {
    test = given;
  });

  function add(message: string, thread: ThreadId, tx: Parameters<typeof addMessage>[0]) {
    return addMessage(tx, {
      message: message as MessageKey,
      account,
      thread,
      direction: 'in',
      messageId: `<${message}@outside.test>` as MessageId,
      contentHash: message,
      mail: null,
      outgoing: null,
      facts: messageFacts({ subject: 'Crane' }),
    });
  }

  it('are written in whatever order, and no two transactions wait for each other', async () => {
    await test.db.query(`INSERT INTO accounts (account) VALUES ($1)`, [account]);
    await test.db.transaction(async (tx) => {
      for (const thread of threads) await openThread(tx, { thread, account, subject: 'Crane', by: 'x' });
    });
    const orders = [threads, threads.toReversed(), [...threads.slice(3), ...threads.slice(0, 3)]];
    for (let round = 0; round < 30; round++) {
      await allEnded(
        orders.map((order, one) =>
          test.db.transaction(async (tx) => {
            // The plan that Postgres takes where there are thousands of them.
            for (const plan of ['hashjoin', 'mergejoin', 'seqscan']) await tx.query(`SET LOCAL enable_${plan} = off`);
            const gathering = test.db.gathering(tx);
            return allEnded(order.map((thread) => add(`${String(round)}.${String(one)}.${thread}`, thread, gathering)));
          }),
        ),
      );
    }
    const { rows } = await test.db.query<{ count: number }>('SELECT count(*)::int AS count FROM messages');
    assert.deepEqual(rows, [{ count: 30 * orders.length * threads.length }]);
  });
});

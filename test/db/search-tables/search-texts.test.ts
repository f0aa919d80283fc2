/** What can be found is written with what shows it, goes where it goes, and is bounded whatever strangers write. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchText } from '../../../src/bridge/search/search-text.ts';
import type { SearchedMail } from '../../../src/bridge/search/search-text.ts';
import type { AccountId, EventId, MessageKey, RoomId, ThreadId } from '../../../src/bridge/types.ts';
import {
  addSearchTexts,
  deleteImportedTexts,
  deleteMessageTexts,
  deleteThreadTexts,
  emptySearchText,
  messageShownBy,
  replaceSearchText,
} from '../../../src/db/search-tables/search-texts.ts';
import { addMessage } from '../../../src/db/thread-tables/message-added.ts';
import { moveMessages } from '../../../src/db/thread-tables/thread-moves.ts';
import { openThread } from '../../../src/db/thread-tables/threads.ts';
import type { Address, MessageId } from '../../../src/mail/types.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eachDatabase } from '../../support/suite.ts';
import { messageFacts } from '../../support/handlers/fixtures.ts';

const account = 'support' as AccountId;
const [lamp, shade] = ['lamp', 'shade'].map((name) => name as ThreadId) as [ThreadId, ThreadId];

const bob = { name: 'Bob Miller', address: 'bob@outside.example' as Address };

function text(given: Partial<SearchedMail> = {}) {
  return searchText({
    at: new Date('2024-05-06T07:08:09Z'),
    from: [bob],
    to: [],
    subject: 'Lamp',
    texts: ['The lamp flickers.'],
    files: [],
    folder: '',
    attached: '',
    spoken: 'en',
    ...given,
  });
}

describe('what can be found of a message', () => {
  let test: TestDatabase;
  eachDatabase(async (given) => {
    test = given;
    await test.db.query('INSERT INTO accounts (account) VALUES ($1)', [account]);
    await test.db.transaction(async (tx) => {
      for (const thread of [lamp, shade]) await openThread(tx, { thread, account, subject: 'Lamp', by: 'x' });
    });
  });

  function add(message: string, of: ReturnType<typeof text> | null = text(), thread = lamp) {
    return test.db.transaction((tx) =>
      addMessage(tx, {
        message: message as MessageKey,
        account,
        thread,
        direction: 'in',
        messageId: `<${message}@outside.example>` as MessageId,
        contentHash: message,
        mail: null,
        outgoing: null,
        facts: messageFacts({ subject: 'Lamp' }),
        text: of,
      }),
    );
  }

  async function found(query: string): Promise<string[]> {
    const { rows } = await test.db.query<{ is: string }>(
      `SELECT thread || ' ' || message AS is FROM search_texts WHERE vector @@ $1::tsquery ORDER BY 1`,
      [query],
    );
    return rows.map((row) => row.is);
  }

  it('is written with it, goes with it into another thread, and is gone with it', async () => {
    await add('a');
    await add('b', null);
    assert.deepEqual(await found(`'flicker'`), ['lamp a']);
    await test.db.transaction((tx) =>
      moveMessages(tx, {
        account,
        from: lamp,
        to: shade,
        messages: [{ message: 'a' as MessageKey, messageId: '<a@outside.example>' as MessageId }],
        by: '@alice:test' as never,
      }),
    );
    assert.deepEqual(await found(`'flicker'`), ['shade a']);
    await test.db.query(`DELETE FROM messages WHERE message = 'a'`);
    assert.deepEqual(await found(`'flicker'`), []);
  });

  it('is no more once it was taken out, whatever is read in or edited afterwards', async () => {
    await add('a');
    await emptySearchText(test.db, 'a' as MessageKey);
    await add('b', null);
    await emptySearchText(test.db, 'b' as MessageKey);
    for (const message of ['a', 'b'] as MessageKey[]) {
      await addSearchTexts(test.db, [{ message, text: text() }]);
      await replaceSearchText(test.db, { message, text: text() });
    }
    assert.deepEqual(await found(`'flicker'`), []);
    const { rows } = await test.db.query('SELECT sender, subject, body FROM search_texts');
    assert.deepEqual(rows, Array(2).fill({ sender: '', subject: '', body: '' }));
  });

  it('is what it says after an edit', async () => {
    await add('a');
    await replaceSearchText(test.db, { message: 'a' as MessageKey, text: text({ texts: ['The shade is torn.'] }) });
    assert.deepEqual([await found(`'flicker'`), await found(`'torn'`)], [[], ['lamp a']]);
  });

  it('is deleted by message, by thread and by its place in an import', async () => {
    await add('a');
    await add('b');
    await add('c', text(), shade);
    await add('d', text({ at: new Date('2019-01-01T00:00:00Z') }), shade);
    await add('e', text(), shade);
    assert.equal(await deleteMessageTexts(test.db, ['a' as MessageKey]), 1);
    assert.equal(await deleteThreadTexts(test.db, lamp), 1);
    assert.deepEqual(await found(`'flicker'`), ['shade c', 'shade d', 'shade e']);
    assert.equal(await deleteImportedTexts(test.db, 'none', [1]), 0);
  });

  it('is no other than that of the room in which an event is named', async () => {
    await add('a');
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias) VALUES ('!lamp:test', $1, 'thread', 'lamp', 'x'),
         ('!shade:test', $1, 'thread', 'shade', 'y')`,
      [account],
    );
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, thread, message, purpose, subject, sender, kind, type, content, event)
       VALUES ('s', $1, 'lamp', 'a', 'part', 'a', '@x:test', 'event', 'm.room.message', '{}', '$e')`,
      [account],
    );
    const shown = (room: string) => messageShownBy(test.db, { room: room as RoomId, event: '$e' as EventId });
    assert.deepEqual([await shown('!lamp:test'), await shown('!shade:test')], ['a', null]);
  });

  it('has no bound that a mail could break', async () => {
    // 20 MB of words of which no two are the same.
    let at = 0;
    const words = Array.from({ length: 2_500_000 }, () => (at++).toString(36).padStart(7, 'z')).join(' ');
    await add('distinct', text({ texts: [words], attached: words, subject: words.slice(0, 100_000) }));
    const short = Array.from({ length: 400_000 }, (_, n) => String.fromCodePoint(0x4e00 + (n % 20_000))).join('');
    await add('characters', text({ texts: [short], attached: short }));
    await add('links', text({ texts: [words.replaceAll(' ', '.example/')], attached: words.replaceAll(' ', '-') }));
    const marks = `\0\u0001\u0002\ud800 ' \\ : & | ! ( ) <-> * \ufdfa`;
    const odd = { name: marks, address: `${marks}@outside.example` as Address };
    await add('odd', text({ texts: [marks], subject: marks, from: [odd], files: [{ name: marks, type: marks }] }));
    await add('long', text({ texts: ['x'.repeat(1_000_000), 'İ'.repeat(300_000), '\ufdfa'.repeat(200_000)] }));
    const { rows } = await test.db.query<{ message: string; words: number; body: number }>(
      'SELECT message, length(vector) AS words, length(body) AS body FROM search_texts ORDER BY entry',
    );
    assert.deepEqual(
      rows.map(({ message }) => message),
      ['distinct', 'characters', 'links', 'odd', 'long'],
    );
    assert.ok(rows.every(({ body }) => body <= 400_002));
    assert.ok((rows[0]?.words ?? 0) > 15_000, String(rows[0]?.words));
  });
});

/** What stood in rooms before it could be searched for is read in, once, a few mails at a time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountId, MessageKey, ThreadId } from '../../../src/bridge/types.ts';
import { partReadIn } from '../../../src/db/search-tables/search-progress.ts';
import { emptySearchText } from '../../../src/db/search-tables/search-texts.ts';
import { readSome } from '../../../src/watch/search-backlog.ts';
import type { BacklogDeps } from '../../../src/watch/search-backlog.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const account = 'support' as AccountId;

describe('older mail', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let world: HandlerWorld;
  let deps: BacklogDeps;
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser, accounts: [vouchedAccount('support')] });
    deps = { ...world.core.deps(), parse: (source, language) => parser.parse(source, language) };
  });

  /** As if it had come before there was a search. */
  const forget = () => test.db.query('DELETE FROM search_texts');
  const turn = (done = new Set<AccountId>()) => readSome(deps, done, new AbortController().signal);

  async function found(word: string): Promise<number> {
    const { rowCount } = await test.db.query('SELECT FROM search_texts WHERE vector @@ $1::tsquery', [`'${word}'`]);
    return rowCount ?? 0;
  }

  it('is read in from its bytes, else from what was posted, and nothing twice or against a redaction', async () => {
    const kept = await world.arrivals.arrive({ id: 'b1@x', text: 'quokka' });
    const purged = await world.arrivals.arrive({ id: 'b2@x', from: 'eve@y.example', text: 'wombat' });
    const redacted = await world.arrivals.arrive({ id: 'b3@x', from: 'mia@z.example', text: 'numbat' });
    const answered = { thread: kept.thread as ThreadId, answers: kept.message as MessageKey };
    await world.mails.say('We have seen a bilby.', { in: answered });
    await forget();
    await test.db.query('DELETE FROM mail_chunks WHERE mail = $1', [purged.mail]);
    await emptySearchText(test.db, redacted.message as MessageKey);
    const done = new Set<AccountId>();
    await turn(done);
    assert.deepEqual([await found('quokka'), await found('wombat'), await found('bilby')], [1, 1, 1]);
    assert.equal(await found('numbat'), 0);
    assert.equal(done.size, 0);
    await turn(done);
    assert.deepEqual([...done], [account]);
    assert.equal((await test.db.query('SELECT FROM search_texts')).rowCount, 4);
    assert.equal(await partReadIn(test.db, [account]), null);
  });

  it('goes on where it was, and says how far that is', async () => {
    for (let n = 0; n < 45; n++)
      await world.arrivals.arrive({ id: `b${String(n)}@x`, from: `p${String(n)}@y.example` });
    await forget();
    const seen: number[] = [];
    const parts: (number | null)[] = [];
    for (let n = 0; n < 4; n++) {
      await turn();
      seen.push((await test.db.query('SELECT FROM search_texts')).rowCount ?? 0);
      parts.push(await partReadIn(test.db, [account]));
    }
    assert.deepEqual(seen, [20, 40, 45, 45]);
    const [first, second, third, last] = parts;
    assert.ok(typeof first === 'number' && typeof second === 'number' && first < second, String(parts));
    assert.deepEqual([typeof third, last], ['number', null]);
  });

  it('that waits, or was never shown, is not read in', async () => {
    const held = await world.arrivals.arrive({
      id: 'h@x',
      from: 'support@ours.example',
      vouched: false,
      text: 'quokka',
    });
    assert.equal(held.state, 'held');
    await turn();
    await turn();
    assert.equal(await found('quokka'), 0);
  });

  it('is read in by one process at a time', async () => {
    await world.arrivals.arrive({ id: 'b1@x', text: 'quokka' });
    await forget();
    await test.db.transaction(async (tx) => {
      await tx.query(`INSERT INTO search_progress (account) VALUES ('support')`);
    });
    await test.db.transaction(async (tx) => {
      await tx.query('SELECT FROM search_progress FOR UPDATE');
      await turn();
      assert.equal(await found('quokka'), 0);
    });
    await turn();
    assert.equal(await found('quokka'), 1);
  });
});

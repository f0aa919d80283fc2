/** Acts and their entries in the record: both or neither, whoever is killed and however many write at once. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkRecord } from '../../src/archive/record-check.ts';
import { silentLog } from '../../src/base/log.ts';
import { publicKeyOf } from '../../src/bridge/signing.ts';
import { FIRST_HASH, readEntry } from '../../src/db/record-tables/chain.ts';
import { personKeys, readEntries, readHeads } from '../../src/db/record-tables/reading.ts';
import { RecordKeeper } from '../../src/watch/record-keeper.ts';
import type { TestDatabase } from '../support/database.ts';
import { eachDatabase } from '../support/suite.ts';

const PROGRAM = fileURLToPath(new URL('./record-program.ts', import.meta.url));
const secret = 'a secret of thirty-two characters';

describe('the record, whoever is killed', () => {
  let test: TestDatabase;
  eachDatabase(async (given) => {
    test = given;
    await test.db.query('CREATE TABLE acts (act text PRIMARY KEY)');
  });

  function run(...args: string[]): Promise<{ readonly signal: string | null; readonly said: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, test.url, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_NO_WARNINGS: '1' },
      });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.on('close', (_code, signal) => resolve({ signal, said }));
    });
  }

  /** What stands in the record, once all is chained; it is whole. */
  async function recorded(): Promise<string[]> {
    await new RecordKeeper({ db: test.db, log: silentLog(), secret }).keep({ signs: 'now' });
    const acts: string[] = [];
    const entries = async function* () {
      for await (const row of readEntries(test.db, 1, 1_000_000)) {
        acts.push(readEntry(row.body)?.act ?? 'none');
        yield row;
      }
    };
    const checked = await checkRecord(entries(), {
      first: 1,
      before: FIRST_HASH,
      heads: readHeads(test.db, 1, 1_000_000),
      held: [],
      keys: [publicKeyOf(secret)],
      personKeys: (persons) => personKeys(test.db, persons),
    });
    assert.deepEqual(checked.faults, []);
    assert.equal(checked.signedUpTo, acts.length);
    return acts;
  }

  async function acts(): Promise<string[]> {
    const { rows } = await test.db.query<{ act: string }>('SELECT act FROM acts');
    return rows.map(({ act }) => `command.${act}`);
  }

  for (const [step, done] of [
    ['act', false],
    ['entry', false],
    ['committed', true],
    ['chained', true],
    ['signed', true],
    ['forgotten', true],
  ] as const) {
    it(`has ${done ? 'the act and one entry of it' : 'neither act nor entry'} after a kill at "${step}"`, async () => {
      const { signal, said } = await run(step);
      assert.equal(signal, 'SIGKILL', said);
      const entries = await recorded();
      assert.deepEqual(entries, done ? ['command.one'] : []);
      assert.deepEqual(await acts(), entries);
      if (step !== 'forgotten') return;
      // The erasure was not committed.
      assert.equal((await test.db.query('SELECT FROM audit_persons')).rows.length, 2);
    });
  }

  it('is one chain without a gap where twenty write in three processes, and persons are erased meanwhile', async () => {
    const ended = await Promise.all([run('7', '20'), run('7', '20'), run('6', '20')]);
    assert.deepEqual(
      ended.map(({ said }) => said),
      ['', '', ''],
    );
    const entries = await recorded();
    assert.equal(entries.length, 400);
    assert.deepEqual(entries.sort(), (await acts()).sort());
    // 20 writers have erased three of theirs each.
    const { rows } = await test.db.query<{ persons: number }>('SELECT count(*) AS persons FROM audit_persons');
    assert.equal(rows[0]?.persons, 400 - 60 + 1);
  });
});

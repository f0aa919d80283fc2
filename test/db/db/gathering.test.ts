/** What is read of many at the same moment, in one statement, is what each reads alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Gathering } from '../../../src/db/gathering.ts';
import { eachDatabase } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';

const TYPES = `SELECT $1::text AS text, $2::bigint AS number, $3::bytea AS bytes, $4::text[] AS texts,
  $5::bytea[] AS hashes, $6::timestamptz AS at, $7::boolean AS yes, $8::json AS json`;

function valuesOf(n: number): readonly unknown[] {
  const text = `a "quoted" \\ {word}, ${String(n)}\n\u00fc`;
  return n === 3
    ? Array.from({ length: 8 }, () => null)
    : [
        text,
        n,
        Buffer.from([0, n, 255]),
        n === 2 ? [] : [text, '', 'NULL', 'a,b'],
        [Buffer.from([n]), Buffer.alloc(0)],
        new Date(1_700_000_000_000 + n),
        n % 2 === 0,
        JSON.stringify({ [text]: [n] }),
      ];
}

describe('statements that are gathered', () => {
  let test: TestDatabase;
  eachDatabase((given) => {
    test = given;
    return Promise.resolve();
  });

  /** A gathering whose statements are noted. */
  function noted(apart = false) {
    const sent: string[] = [];
    const query: ConstructorParameters<typeof Gathering>[0]['query'] = (sql, values) => {
      sent.push(sql);
      return test.db.query(sql, values);
    };
    return { sent, gathering: new Gathering({ query }, new Map(), { apart }) };
  }

  it('give each what it asked for, of whatever type', async () => {
    const { gathering, sent } = noted();
    const alone = await Promise.all([0, 1, 2, 3].map((n) => test.db.query(TYPES, valuesOf(n))));
    const together = await Promise.all([0, 1, 2, 3].map((n) => gathering.query(TYPES, valuesOf(n))));
    assert.deepEqual(
      together.map(({ rows }) => rows),
      alone.map(({ rows }) => rows),
    );
    // The types of the parameters are asked for once.
    assert.equal(sent.length, 2);
    await Promise.all([0, 1].map((n) => gathering.query(TYPES, valuesOf(n))));
    assert.equal(sent.length, 3);
  });

  it('give each its rows in their order, and none where there are none', async () => {
    const { gathering } = noted();
    const sql = 'SELECT n FROM generate_series(1, $1::integer) AS n ORDER BY n DESC';
    const results = await Promise.all([3, 0, 2].map((n) => gathering.query<{ n: number }>(sql, [n])));
    assert.deepEqual(
      results.map(({ rows, rowCount }) => [rowCount, rows.map(({ n }) => n)]),
      [
        [3, [3, 2, 1]],
        [0, []],
        [2, [2, 1]],
      ],
    );
  });

  it('are asked as they are where one asks alone', async () => {
    const { gathering, sent } = noted();
    assert.deepEqual((await gathering.query('SELECT $1::integer AS n', [1])).rows, [{ n: 1 }]);
    assert.deepEqual(sent, ['SELECT $1::integer AS n']);
  });

  it('are never put together where they write or lock', async () => {
    const { gathering, sent } = noted();
    await test.db.query('CREATE TABLE noted (n integer)');
    for (const sql of ['INSERT INTO noted VALUES ($1)', 'SELECT n FROM noted WHERE n = $1 FOR UPDATE']) {
      await Promise.all([1, 2].map((n) => gathering.query(sql, [n])));
      assert.deepEqual(sent.splice(0), [sql, sql]);
    }
  });

  it('fail for whoever asked, and for nobody after them', async () => {
    const { gathering } = noted();
    const sql = 'SELECT 1 / $1::integer AS n';
    const ended = await Promise.allSettled([1, 0].map((n) => gathering.query<{ n: number }>(sql, [n])));
    assert.ok(ended.some(({ status }) => status === 'rejected'));
    assert.deepEqual((await gathering.query<{ n: number }>(sql, [1])).rows, [{ n: 1 }]);
  });

  it('fail for nobody else where they stand in no transaction', async () => {
    const { gathering } = noted(true);
    const asked = ['a', 'b\0', 'c'].map((text) => gathering.query<{ text: string }>('SELECT $1::text AS text', [text]));
    const ended = await Promise.allSettled(asked);
    assert.deepEqual(
      ended.map((one) => (one.status === 'fulfilled' ? one.value.rows : one.status)),
      [[{ text: 'a' }], 'rejected', [{ text: 'c' }]],
    );
  });

  it('do for many at once what many ask for, and tell each its own', async () => {
    const { gathering } = noted();
    const batches: (readonly number[])[] = [];
    const twice = (items: readonly number[]): Promise<readonly number[]> => {
      batches.push(items);
      return Promise.resolve(items.map((n) => 2 * n));
    };
    assert.deepEqual(await Promise.all([1, 2, 3].map((n) => gathering.many(twice, n, twice))), [2, 4, 6]);
    assert.deepEqual(batches, [[1, 2, 3]]);
  });
});

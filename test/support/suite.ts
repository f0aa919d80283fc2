/** What a suite of tests shares: a Postgres, and the children that read mail. Called in the body of a `describe`. */
import { after, afterEach, before, beforeEach } from 'node:test';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { startTestServer } from './database.ts';
import type { TestDatabase, TestServer } from './database.ts';

/** One Postgres for all tests of the suite: started before the first, stopped after the last. */
export function suiteServer(): Pick<TestServer, 'database'> {
  let server: TestServer | null = null;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server?.stop());
  return {
    database(version) {
      if (server === null) throw new Error('the Postgres of a suite is there from its first hook on');
      return server.database(version);
    },
  };
}

/** One child that reads mail and one that reads files for all tests of the suite; they start with their first task. */
export function suiteParser(): ParsePool {
  const parser = createParsePool({ size: 1, readers: 1 });
  after(() => parser.close());
  return parser;
}

/**
 * A database of its own for each test of the suite, closed after it.
 *
 * @param begin builds what the tests use on it
 */
export function eachDatabase(begin: (test: TestDatabase) => void | Promise<void>): void {
  const server = suiteServer();
  let test: TestDatabase | null = null;
  beforeEach(async () => {
    test = await server.database();
    await begin(test);
  });
  afterEach(() => test?.close());
}

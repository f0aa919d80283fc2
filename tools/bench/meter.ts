/**
 * Loaded into a Mailroom that is measured, before anything of it (`node --import`): counts what its driver sends to
 * Postgres, and says it to whoever started the process when it is asked.
 */
import pg from 'pg';
import type { Reading } from './reading.ts';

/** What writes; a transaction without any costs no flush to disk. */
const WRITES = /\b(?:INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|TRUNCATE)\b/i;

/** Writes in a function. */
const CLAIMS = /\bclaim_jobs\(/;

const counted = { statements: 0, commits: 0 };
const kinds = new Map<string, number>();
/** The transactions that are open, and whether each has written. */
const open = new WeakMap<object, boolean>();

function count(client: object, text: string): void {
  counted.statements += 1;
  const kind = text.replace(/\s+/g, ' ').trim().slice(0, 160);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const wrote = open.get(client);
  if (text === 'BEGIN') open.set(client, false);
  else if (text === 'COMMIT' || text === 'ROLLBACK') {
    open.delete(client);
    if (text === 'COMMIT' && wrote === true) counted.commits += 1;
  } else if (WRITES.test(text)) {
    if (wrote === undefined) counted.commits += 1;
    else open.set(client, true);
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string')
    return query.text;
  return '';
}

const prototype = pg.Client.prototype as { query(...given: unknown[]): unknown };
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with the client that it belongs to
const { query } = prototype;
prototype.query = function (...given) {
  const text = textOf(given[0]);
  count(this, text);
  return query.apply(this, CLAIMS.test(text) ? given.map(countingClaim) : given);
};

/** A claim writes where it returns more than its last row (`claim_jobs`). The pool asks by a callback. */
function countingClaim(given: unknown): unknown {
  if (typeof given !== 'function') return given;
  const answered = given as (error: unknown, result?: pg.QueryResult) => void;
  return (error: unknown, result?: pg.QueryResult) => {
    if ((result?.rows.length ?? 0) > 1) counted.commits += 1;
    answered(error, result);
  };
}

process.on('message', (asked) => {
  if (asked !== 'reading') return;
  const { user, system } = process.threadCpuUsage();
  const reading: Reading = {
    ...counted,
    mainThreadMs: (user + system) / 1000,
    kinds: [...kinds],
  };
  process.send?.(reading);
});
// Whoever measures must not keep alive what wants to end.
process.channel?.unref();

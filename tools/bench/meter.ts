/**
 * Loaded into a Mailroom that is measured, before anything of it (`node --import`): counts what its driver sends to
 * Postgres, and says it to whoever started the process when it is asked.
 */
import pg from 'pg';
import type { Reading } from './reading.ts';

/** What changes nothing costs no flush to disk. */
const READS =
  /^\s*(?:SELECT(?![^]*\bFOR\s+(?:NO KEY )?UPDATE)|WITH(?![^]*\b(?:INSERT|UPDATE|DELETE)\b)|BEGIN|LISTEN|SET|SHOW)/i;

const counted = { statements: 0, commits: 0 };
const kinds = new Map<string, number>();
const open = new WeakSet<object>();

function count(client: object, text: string): void {
  counted.statements += 1;
  const kind = text.replace(/\s+/g, ' ').trim().slice(0, 160);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (text === 'BEGIN') open.add(client);
  else if (text === 'COMMIT' || text === 'ROLLBACK') open.delete(client);
  if (text === 'COMMIT' || (!open.has(client) && !READS.test(text) && text !== 'ROLLBACK')) counted.commits += 1;
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
  count(this, textOf(given[0]));
  return query.apply(this, given);
};

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

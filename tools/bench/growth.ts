/**
 * What a mail costs with a thousand mails in the database, and with a hundred thousand: the same statements, and the
 * same pages and time of Postgres. The database is filled by copying rows of real conversations under other ids.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/db/pool.ts';
import type { World } from './bench-world.ts';
import { mailInRate } from './rates.ts';
import { costOf } from './reading.ts';
import type { Row } from './rows.ts';

const FEW = 1_000;
const MANY = 100_000;
const ROOMS = 10;
const WANTED = { statements: 1.02, buffers: 1.1, time: 1.3 };

/** Parents first. What is said here of a column is made anew in each copy; all others are as they were. */
const TABLES: readonly string[] = [
  'threads',
  'thread_ids',
  'mails',
  'messages',
  'rooms',
  'members',
  'events',
  'matrix_sends',
  'thread_people',
  'thread_traits',
  'thread_recipients',
];
const COPIED: Readonly<Record<string, string>> = {
  thread: `t.thread || '~' || g`,
  message: `t.message || '~' || g`,
  message_id: `'<' || g || '.' || substring(t.message_id FROM 2)`,
  id_hash: `substring(sha256(t.id_hash || g::text::bytea) FOR octet_length(t.id_hash))`,
  value_hash: `substring(sha256(t.value_hash || g::text::bytea) FOR octet_length(t.value_hash))`,
  room: `t.room || '~' || g`,
  alias: `t.alias || '~' || g`,
  event: `t.event || '~' || g`,
  send: `t.send || '~' || g`,
  target: `t.target || '~' || g`,
  uid: 't.uid + 1000000 + g * 10000',
};
/** Numbers that the database gives, and what would name a row that is not copied. */
const LEFT_OUT = new Set(['seq', 'outgoing', 'place', 'last_event', 'moved_to']);

/** Copies all conversations of the account until it has about so many mails. */
async function fill(db: Database, mails: number): Promise<void> {
  const { rows: counted } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM messages WHERE account = 'support' AND message NOT LIKE '%~%'`,
  );
  const own = counted[0]?.count ?? 0;
  const { rows: first } = await db.query<{ last: number }>(
    `SELECT coalesce(max(substring(message FROM '~([0-9]+)$')::int), 0) AS last FROM messages WHERE message LIKE '%~%'`,
  );
  const from = (first[0]?.last ?? 0) + 1;
  const to = Math.ceil(mails / Math.max(1, own));
  if (to < from) return;
  for (const table of TABLES) {
    const { rows: columns } = await db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' AND is_generated = 'NEVER'
       ORDER BY ordinal_position`,
      [table],
    );
    const names = columns.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
    // A mail is known by a number of the database: the copy of a message stands for itself.
    const kept = table === 'messages' ? names.filter((name) => name !== 'mail') : names;
    // The homeserver has no such room: none of them is read back, listed or written to.
    const values = kept.map((name) =>
      table === 'rooms' && name === 'state' ? `'gone'` : (COPIED[name] ?? `t.${name}`),
    );
    const only = table === 'rooms' ? `AND t.kind = 'thread'` : '';
    const key = kept.find((name) => ['thread', 'message', 'room', 'event', 'send'].includes(name));
    const fresh = key === undefined ? 'AND uid < 1000000' : `AND coalesce(t.${key}, '') NOT LIKE '%~%'`;
    await db.query(
      `INSERT INTO ${table} (${kept.join(', ')})
       SELECT ${values.join(', ')} FROM ${table} t, generate_series($1::int, $2::int) g
       WHERE t.account = 'support' ${only} ${fresh} ON CONFLICT DO NOTHING`,
      [from, to],
    );
  }
  await db.query('VACUUM ANALYZE');
}

interface Cost {
  readonly statements: number;
  readonly buffers: number;
  readonly postgresMs: number;
}

/** What Postgres did since it was last asked to forget. */
async function pages(db: Database): Promise<{ readonly buffers: number; readonly ms: number }> {
  // A backend tells at most once a second, and when it has nothing to do.
  await delay(2_000);
  const { rows } = await db.query<{ buffers: number; ms: number }>(
    `SELECT (blks_hit + blks_read)::float8 AS buffers, active_time AS ms FROM pg_stat_database
     WHERE datname = current_database()`,
  );
  return rows[0] ?? { buffers: 0, ms: 0 };
}

async function costAt(world: World, mails: number): Promise<Cost> {
  const each = Math.ceil(mails / ROOMS);
  // The first run fills caches and plans.
  await mailInRate(world, ROOMS, 5);
  await world.bridge.stop();
  await world.bridge.start();
  const start = await world.bridge.quietReading();
  const before = await pages(world.database);
  await mailInRate(world, ROOMS, each);
  const end = await world.bridge.quietReading();
  const after = await pages(world.database);
  const count = each * ROOMS;
  return {
    statements: costOf(start, end, count).statements,
    buffers: (after.buffers - before.buffers) / count,
    postgresMs: (after.ms - before.ms) / count,
  };
}

export async function growthRows(world: World, mails: number, say: (line: string) => void): Promise<Row[]> {
  await mailInRate(world, ROOMS, 10);
  await fill(world.database, FEW);
  const few = await costAt(world, mails);
  await fill(world.database, MANY);
  const many = await costAt(world, mails);
  for (const [count, cost] of [
    [FEW, few],
    [MANY, many],
  ] as const) {
    say(
      `${String(count)} mails in the database, a mail: ${cost.statements.toFixed(1)} statements, ` +
        `${cost.buffers.toFixed(0)} pages, ${cost.postgresMs.toFixed(2)} ms of Postgres`,
    );
  }
  const what = (of: string) => `${of} a mail with ${String(MANY)} mails by that with ${String(FEW)}`;
  return [
    { what: what('statements'), figure: many.statements / few.statements, wanted: { atMost: WANTED.statements } },
    { what: what('pages'), figure: many.buffers / few.buffers, wanted: { atMost: WANTED.buffers } },
    { what: what('time of Postgres'), figure: many.postgresMs / few.postgresMs, wanted: { atMost: WANTED.time } },
  ];
}

/**
 * The record of what people and programs did (docs/archive.md, "The record").
 *
 * Policy. An act and its entry commit together: `appendAudit` is one statement of the transaction of the act, which
 * locks nothing that another waits for. Within seconds what waits is chained, by one process at a time
 * (`watch/record-keeper`): there persons are encrypted, each under a key of their own, and the entry gets its
 * number and its hash. From then on it is never changed. An erasure destroys the key of a person, and with it all that
 * the record says of them; the hashes are over what is encrypted, and stay right.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { columnText } from '../../base/wire-text.ts';
import { z } from 'zod';
import type { Act } from '../../bridge/record/acts.ts';
import type { AccountId, EventId, RoomId, ThreadId, UserId } from '../../bridge/types.ts';
import { together } from '../pool.ts';
import type { Queryable, Transaction } from '../pool.ts';
import {
  entryHash,
  entryText,
  FIRST_HASH,
  NONCE_BYTES,
  OUTCOMES,
  PERSON_KEY_BYTES,
  sealPerson,
  VIAS,
} from './chain.ts';
import type { EntryBody, PersonTold, SealedPerson } from './chain.ts';

/** What is written down of an act. Never a body, a subject, or an argument that names a person outside of `whom`. */
export interface AuditEntry {
  readonly act: Act;
  /** Who: a Matrix user, else whoever is known of (`shell:root@host`, `http:192.0.2.7`); null for Mailroom itself. */
  readonly who: string | null;
  readonly via: (typeof VIAS)[number];
  /** From where exactly: a room and an event, an address, a login. It is encrypted with `who`. */
  readonly detail?: string;
  /** Whom it is about: addresses and Matrix users. */
  readonly whom?: readonly string[];
  readonly account?: AccountId | null;
  readonly thread?: ThreadId | null;
  /** `done`, unless another is said. */
  readonly outcome?: (typeof OUTCOMES)[number];
  /** What else is told of it, in plain text for ever: numbers, names of the config, hashes. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Who did something in a room, and with which event. @param about the event that theirs replies to */
export function fromEvent(
  { event, room, sender }: EventSaid,
  about: EventId | null = null,
): Pick<AuditEntry, 'who' | 'via' | 'detail'> {
  return { who: sender, via: 'room', detail: about === null ? `${room} ${event}` : `${room} ${event} about ${about}` };
}

interface EventSaid {
  readonly event: EventId;
  readonly room: RoomId;
  readonly sender: UserId;
}

/** Characters of a name, an id or a fact that are kept. */
const LONGEST = 500;
/** Persons and facts of one entry; of more persons it is told how many. */
const MOST = 50;

/** A text of others as it stands in the record. */
function bounded(text: string): string {
  return columnText(text.slice(0, LONGEST));
}

/** A person as the record knows them again: addresses whatever their letters' case, Matrix users as they are. */
function personName(who: string): string {
  const name = bounded(who);
  return name.startsWith('@') ? name : name.toLowerCase();
}

function nameHash(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}

const waitingSchema = z.object({
  act: z.string(),
  outcome: z.enum(OUTCOMES),
  via: z.enum(VIAS),
  account: z.string().nullable(),
  thread: z.string().nullable(),
  who: z.string().nullable(),
  detail: z.string().nullable(),
  whom: z.array(z.string()),
  more: z.int().nonnegative(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
type Waiting = z.infer<typeof waitingSchema>;

function waitingOf(entry: AuditEntry): Waiting {
  const whom = [...new Set((entry.whom ?? []).map(personName))];
  const facts = Object.entries(entry.facts ?? {}).slice(0, MOST);
  return {
    act: bounded(entry.act),
    outcome: entry.outcome ?? 'done',
    via: entry.via,
    account: entry.account == null ? null : bounded(entry.account),
    thread: entry.thread == null ? null : bounded(entry.thread),
    who: entry.who === null ? null : personName(entry.who),
    detail: entry.detail === undefined ? null : bounded(entry.detail),
    whom: whom.slice(0, MOST),
    more: Math.max(0, whom.length - MOST),
    facts: Object.fromEntries(
      facts.map(([name, value]) => [bounded(name), typeof value === 'string' ? bounded(value) : finite(value)]),
    ),
  };
}

/** JSON has no other numbers. */
function finite(value: number | boolean): number | boolean {
  return typeof value === 'number' && !Number.isFinite(value) ? 0 : value;
}

/**
 * Writes down an act, in its transaction: one statement, which waits for nobody. What is too long is cut; it never
 * throws because of what others wrote.
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await together(tx, appendAll, entry);
}

async function appendAll(tx: Queryable, entries: readonly AuditEntry[]): Promise<readonly undefined[]> {
  await tx.query('INSERT INTO audit_waiting (body) SELECT unnest($1::text[])', [
    entries.map((one) => JSON.stringify(waitingOf(one))),
  ]);
  return entries.map(() => undefined);
}

/** A constant of ours: whoever has it until its transaction ends is the only one that chains. */
const CHAIN_LOCK = 0x61756474;

/** Waits for whoever chains now. Taken last in a transaction, since others may wait for its rows meanwhile. */
async function lockChain(tx: Transaction): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
}

/** Whether this transaction is the one that chains; false where another is at it. */
export async function tryLockChain(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS got', [CHAIN_LOCK]);
  return rows[0]?.got === true;
}

/**
 * Destroys the key of a person, an address or a Matrix user: whatever the record says of them until now cannot be read
 * any more, and it still verifies. What waits is chained first. The entry about the erasure itself, with whom it is
 * about, is appended before this is called: then it does not name them either. False where the record knew nobody of
 * that name.
 *
 * Called last in a transaction: from here to its end nothing is chained, and who else erases waits.
 */
export async function forgetPerson(tx: Transaction, who: string): Promise<boolean> {
  await lockChain(tx);
  while ((await chainWaiting(tx)) > 0);
  const { rowCount } = await tx.query('DELETE FROM audit_persons WHERE name_hash = $1', [nameHash(personName(who))]);
  return (rowCount ?? 0) > 0;
}

/** Entries that one turn chains at most. */
const BATCH = 500;

/** Chains what waits, the oldest first, a bounded number; how many. The transaction has the lock. */
export async function chainWaiting(tx: Transaction): Promise<number> {
  const { rows: waiting } = await tx.query<{ waiting: number; at: Date; body: string }>(
    'SELECT waiting, at, body FROM audit_waiting ORDER BY waiting LIMIT $1',
    [BATCH],
  );
  if (waiting.length === 0) return 0;
  const read = waiting.map(({ at, body }) => ({ at, one: readWaiting(body) }));
  const names = read.flatMap(({ one }) => (one.who === null ? one.whom : [one.who, ...one.whom]));
  const keys = await keysFor(tx, [...new Set(names)]);
  let { entry, hash } = await lastEntry(tx);
  const chained: { readonly entry: number; readonly at: string; readonly body: string; readonly hash: Buffer }[] = [];
  for (const { at, one } of read) {
    const body = entryText(bodyOf(one, at, keys));
    entry += 1;
    hash = entryHash(entry, hash, body);
    chained.push({ entry, at: at.toISOString(), body, hash });
  }
  await tx.query(
    `INSERT INTO audit_log (entry, at, body, hash)
     SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::bytea[])`,
    [
      chained.map((one) => one.entry),
      chained.map((one) => one.at),
      chained.map((one) => one.body),
      chained.map((one) => one.hash),
    ],
  );
  await tx.query('DELETE FROM audit_waiting WHERE waiting = ANY($1::bigint[])', [waiting.map((one) => one.waiting)]);
  return waiting.length;
}

/** What nobody can read any more, since it was changed while it waited, is told as that and holds up nothing. */
function readWaiting(body: string): Waiting {
  try {
    return waitingSchema.parse(JSON.parse(body));
  } catch {
    const sha256 = createHash('sha256').update(body).digest('hex');
    return waitingOf({ act: 'record.unreadable', who: null, via: 'process', outcome: 'failed', facts: { sha256 } });
  }
}

interface PersonKey {
  readonly person: string;
  readonly key: Buffer;
}

function bodyOf(one: Waiting, at: Date, keys: ReadonlyMap<string, PersonKey>): EntryBody {
  const seal = (told: PersonTold): SealedPerson => {
    const known = keys.get(told.name);
    if (known === undefined) throw new Error('a person of the record has no key');
    return sealPerson(known.person, known.key, randomBytes(NONCE_BYTES), told);
  };
  return {
    v: 1,
    at: at.toISOString(),
    act: one.act,
    outcome: one.outcome,
    via: one.via,
    account: one.account,
    thread: one.thread,
    who: one.who === null ? null : seal({ name: one.who, detail: one.detail }),
    whom: one.whom.map((name) => seal({ name, detail: null })),
    more: one.more,
    facts: one.facts,
  };
}

/** The keys of persons; who has none yet gets one. */
async function keysFor(tx: Transaction, names: readonly string[]): Promise<ReadonlyMap<string, PersonKey>> {
  if (names.length === 0) return new Map();
  const hashes = names.map(nameHash);
  await tx.query(
    `INSERT INTO audit_persons (person, name_hash, key) SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[])
     ON CONFLICT (name_hash) DO NOTHING`,
    [names.map(() => randomUUID()), hashes, names.map(() => randomBytes(PERSON_KEY_BYTES))],
  );
  const { rows } = await tx.query<PersonKey & { name_hash: Buffer }>(
    'SELECT person, name_hash, key FROM audit_persons WHERE name_hash = ANY($1::bytea[])',
    [hashes],
  );
  const byHash = new Map(rows.map((row) => [row.name_hash.toString('hex'), row]));
  return new Map(
    names.flatMap((name, at) => {
      const found = byHash.get(hashes[at]?.toString('hex') ?? '');
      return found === undefined ? [] : [[name, found] as const];
    }),
  );
}

/** How far the chain goes. */
export interface ChainEnd {
  readonly entry: number;
  readonly hash: Buffer;
}

export async function lastEntry(db: Queryable): Promise<ChainEnd> {
  const { rows } = await db.query<ChainEnd>('SELECT entry, hash FROM audit_log ORDER BY entry DESC LIMIT 1');
  return rows[0] ?? { entry: 0, hash: FIRST_HASH };
}

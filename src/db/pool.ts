import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DatabaseAwayError } from '../base/errors.ts';
import type { Gathers } from '../queue/store.ts';
import { Gathering } from './gathering.ts';
import type { Shapes } from './gathering.ts';
import { Notifications } from './notifications.ts';
import { StatementNames } from './statement-names.ts';

/** Whatever runs SQL: the pool itself or one transaction. */
export interface Queryable {
  /** One statement with parameters; throws pg's DatabaseError (told apart by `code`, a SQLSTATE). */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
  /** Wakes whoever listens to a channel of ours, in every process: after the commit, where this is a transaction. */
  notify(channel: string, payload: string): void;
}

/**
 * A transaction: passed to whatever must commit together. It must not be kept after its function returned. `gather`:
 * several work on it side by side, and what they do alike is done together.
 */
export type Transaction = Queryable & { readonly transaction: true; readonly gather?: Gathers };

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; the worker queues, the intake and the sessions share them. */
  readonly connections?: number;
  /**
   * How often the connection that LISTENs is asked whether it is alive, and how long it has to answer, milliseconds
   * (default 20,000): a peer that vanished without a word is noticed within twice that time.
   */
  readonly listenCheckMs?: number;
  /** Called for errors of idle connections and of the listener, which have no caller. */
  readonly onError: (error: Error) => void;
  /** Called once when the database is away, and once when it answers again, with how long that was. */
  readonly onAway?: (error: unknown) => void;
  readonly onBack?: (awayMs: number) => void;
}

/**
 * The connection pool, transactions, and wake-ups. int8 comes back as number: none of ours exceeds 2^53. Statements
 * with parameters are prepared, once a connection.
 */
export class Database implements Queryable {
  /** Names this process in leases. */
  readonly owner = randomUUID();
  readonly #pool: pg.Pool;
  readonly #options: DatabaseOptions;
  readonly #notifications: Notifications;
  readonly #names = new StatementNames();
  readonly #shapes: Shapes = new Map();
  /** For what is read of many at the same moment: one statement for all who ask the same, each outside transactions. */
  readonly gathered: Queryable;
  #closed = false;
  /** When it was found away, by a clock that does not jump; null while it answers. */
  #awaySince: number | null = null;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: options.connections ?? 16,
      types: numbers(),
      application_name: 'mailroom',
      connectionTimeoutMillis: 10_000,
    });
    this.#pool.on('error', options.onError);
    this.#notifications = new Notifications({
      url: options.url,
      checkMs: options.listenCheckMs ?? LISTEN_CHECK_MS,
      onError: options.onError,
      query: (sql, values) => this.#pool.query(sql, [...values]),
    });
    const reads = new Gathering(this, this.#shapes, { apart: true });
    this.gathered = {
      query: (sql, values) => reads.query(sql, values),
      notify: (channel, payload) => this.notify(channel, payload),
    };
  }

  /**
   * The same transaction for several who work on it side by side, on different rows: what they read by the same
   * statement is read at once, and what is written for many is written at once. Their statements come in no order.
   */
  gathering(tx: Transaction): Transaction {
    const gather = new Gathering(tx, this.#shapes, { apart: false });
    return {
      transaction: true,
      gather,
      query: (sql, values) => gather.query(sql, values),
      notify: (channel, payload) => tx.notify(channel, payload),
    };
  }

  query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult<Row>> {
    return this.#asked(() => this.#pool.query<Row>(this.#names.named(sql, values)));
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED) and commits; on any throw rolls back and throws it on. Throws
   * DatabaseAwayError where the database cannot be reached or is lost on the way.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#asked(() => this.#pool.connect());
    let broken: Error | undefined;
    // The pool listens for errors of idle connections only: one that is lost between two statements would end the
    // process.
    const onError = (error: Error): void => void (broken = error);
    client.on('error', onError);
    const told: (readonly [channel: string, payload: string])[] = [];
    try {
      await this.#asked(() => client.query('BEGIN'));
      const result = await work({
        transaction: true,
        query: <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
          this.#asked(() => client.query<Row>(this.#names.named(sql, values))),
        notify: (channel, payload) => void told.push([channel, payload]),
      });
      await this.#asked(() => client.query('COMMIT'));
      for (const [channel, payload] of told) this.#notifications.tell(channel, payload);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollback: unknown) => {
        broken = rollback instanceof Error ? rollback : new Error('rollback failed');
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  /**
   * Holds an advisory lock, which ends with the process or by the returned function; null where another holds it. It
   * takes a connection of its own, and is lost with it.
   */
  async hold(name: string): Promise<(() => Promise<void>) | null> {
    const client = await this.#asked(() => this.#pool.connect());
    client.on('error', this.#options.onError);
    const { rows } = await client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 6)) AS held',
      [name],
    );
    const end = async (): Promise<void> => {
      // Said first: whoever asks next may be heard before the server sees that the connection has ended.
      await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
      client.off('error', this.#options.onError);
      // The connection ends, and with it the lock.
      client.release(true);
    };
    if (rows[0]?.held === true) return end;
    await end();
    return null;
  }

  /** What a connection answers, or that the database is away. */
  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      const answer = await ask();
      this.#answered();
      return answer;
    } catch (error) {
      if (this.#closed || !isConnectionLost(error)) {
        if (error instanceof pg.DatabaseError) this.#answered();
        throw error;
      }
      this.#lost(error);
      throw new DatabaseAwayError(error);
    }
  }

  #answered(): void {
    if (this.#awaySince === null) return;
    const awayMs = performance.now() - this.#awaySince;
    this.#awaySince = null;
    this.#options.onBack?.(awayMs);
  }

  #lost(error: unknown): void {
    if (this.#awaySince !== null) return;
    this.#awaySince = performance.now();
    this.#options.onAway?.(error);
  }

  /** Calls `listener` on each NOTIFY of the channel (an identifier of ours) until the returned function is called. */
  listen(channel: string, listener: (payload: string) => void): Promise<() => void> {
    return this.#notifications.listen(channel, listener);
  }

  notify(channel: string, payload: string): void {
    this.#notifications.tell(channel, payload);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#notifications.close();
    await this.#pool.end();
  }
}

const LISTEN_CHECK_MS = 20_000;

/**
 * SQLSTATE (Postgres, appendix A) of a server that takes no work now: class 08 (connection exception), 57P01 to 57P03
 * (it is shutting down, has crashed, is starting), 53300 (all its connections are taken).
 */
const AWAY_STATES = /^(?:08...|57P0[123]|53300)$/;

/** Whether pg threw that the database is not there; what is none of the server's errors is the connection's. */
function isConnectionLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return AWAY_STATES.test(error.code ?? '');
  return error instanceof Error && !(error instanceof TypeError || error instanceof RangeError);
}

/** Numbers for int8 and numeric; everything else as pg reads it. */
function numbers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  return types;
}

/** Does an item with others of the same moment, where the transaction gathers; else alone. */
export async function together<On extends Queryable & { readonly gather?: Gathers }, One, Result>(
  on: On,
  many: (on: On, items: readonly One[]) => Promise<readonly Result[]>,
  item: One,
): Promise<Result> {
  if (on.gather !== undefined) return on.gather.many(many, item, (items) => many(on, items));
  const [result] = await many(on, [item]);
  return result as Result;
}

/** The one row that a guarded statement must have returned; none or several is a programming error. */
export function onlyRow<Row>(result: { readonly rows: readonly Row[] }, what: string): Row {
  const [row, ...more] = result.rows;
  if (row === undefined || more.length > 0) throw new Error(`${what}: expected one row, got ${result.rows.length}`);
  return row;
}

/**
 * Bytes of a stored chunk that one statement reads. pg gives bytea as hexadecimal text, so that a piece costs three
 * times its size for a moment; below 128 kB such a text dies in the young generation, above it waits for a full
 * collection. A 50 MB mail read in pieces of 512 kB peaked 60 MB higher than in these.
 */
export const READ_PIECE = 48 * 1024;

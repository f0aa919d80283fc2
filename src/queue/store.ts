/** What the queue asks of Postgres. The pool of `db/` fits; nothing else of that folder is known here. */
import type pg from 'pg';

/** Does at once what is asked for one by one; `what` is the same for all that may go together. */
export interface Gathers {
  many<One, Result>(
    what: unknown,
    item: One,
    many: (items: readonly One[]) => Promise<readonly Result[]>,
  ): Promise<Result>;
}

/** Whatever runs SQL. */
export interface JobQueries {
  /** One statement with parameters; throws pg's DatabaseError. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>;
  /** Wakes whoever listens to the channel, in every process: after the commit, where this is a transaction. */
  notify(channel: string, payload: string): void;
  /** Where several work on a transaction side by side: does at once what they do alike. */
  readonly gather?: Gathers;
}

/**
 * A transaction, READ COMMITTED: each statement sees what was committed before it. Not to be kept after its function
 * returned.
 */
export type JobTransaction = JobQueries & { readonly transaction: true };

/** The database as one process sees it. */
export interface JobStore extends JobQueries {
  /** Names this process in what it holds. */
  readonly owner: string;
  transaction<T>(work: (tx: JobTransaction) => Promise<T>): Promise<T>;
  /** Calls `listener` on each NOTIFY of the channel until the returned function is called. */
  listen(channel: string, listener: (payload: string) => void): Promise<() => void>;
}

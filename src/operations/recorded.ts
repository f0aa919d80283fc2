/** Operations are written down in the record: in the transaction that each of them does its work in. */
import { operationTold } from '../bridge/record/acts.ts';
import type { OperationTold } from '../bridge/record/acts.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { appendAudit } from '../db/record-tables/audit.ts';
import type { AuditEntry } from '../db/record-tables/audit.ts';
import { NotAllowed } from './operation.ts';
import type { Operation, OperationAnswer, OperationDb, OperationDeps } from './operation.ts';

/** From where somebody asks, beside in whose name. */
export interface AskedFrom {
  readonly via: 'http' | 'shell';
  /** Such as `http:192.0.2.7` or `shell:root@host`. */
  readonly by: string;
}

/**
 * Runs an operation. What it changes and its entry in the record commit together; that somebody asked who may not is
 * written down too. What only reads is not. Throws as the operation does.
 */
export async function runRecorded(
  deps: OperationDeps,
  one: Operation,
  input: Readonly<Record<string, unknown>>,
  from: AskedFrom,
): Promise<OperationAnswer> {
  const told = operationTold(one.id, input, one.method === 'POST');
  if (told === null) return one.run(deps, input);
  const entry = entryOf(told, from);
  const db = new RecordingDb(deps.db, entry);
  try {
    const answer = await one.run({ ...deps, db }, input);
    // One that gives something out has no transaction: before it is given.
    if (!db.isWritten) await deps.db.transaction((tx) => appendAudit(tx, entry));
    return answer;
  } catch (error) {
    if (error instanceof NotAllowed) {
      await deps.db.transaction((tx) => appendAudit(tx, { ...entry, outcome: 'refused' }));
    }
    throw error;
  }
}

function entryOf({ act, account, as, about, whom, facts }: OperationTold, { via, by }: AskedFrom): AuditEntry {
  return {
    act,
    who: as ?? by,
    via,
    detail: [by, ...about].join(' '),
    whom,
    account: account as AccountId | null,
    facts,
  };
}

/** The first transaction writes the entry, as its last statement. */
class RecordingDb implements OperationDb {
  readonly #db: OperationDb;
  readonly #entry: AuditEntry;
  isWritten = false;

  constructor(db: OperationDb, entry: AuditEntry) {
    this.#db = db;
    this.#entry = entry;
  }

  query: OperationDb['query'] = (sql, values) => this.#db.query(sql, values);

  notify(channel: string, payload: string): void {
    this.#db.notify(channel, payload);
  }

  async transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    if (this.isWritten) return this.#db.transaction(work);
    const result = await this.#db.transaction(async (tx) => {
      const done = await work(tx);
      await appendAudit(tx, this.#entry);
      return done;
    });
    this.isWritten = true;
    return result;
  }
}

/** Who acts in the shell, for the record. */
import { hostname, userInfo } from 'node:os';
import type { CliAct } from '../bridge/record/acts.ts';
import type { Database, Transaction } from '../db/pool.ts';
import { appendAudit } from '../db/record-tables/audit.ts';
import type { AuditEntry } from '../db/record-tables/audit.ts';

/** The login of the process and the host, such as `shell:root@mail`; behind sudo also who called that. */
export function shellActor(env: Readonly<Record<string, string | undefined>>): string {
  const behind = env['SUDO_USER'];
  const sudo = behind === undefined || behind === '' ? '' : ` (sudo: ${behind})`;
  return `shell:${login()}@${hostname()}${sudo}`;
}

/** A container may run under a number that has no name. */
function login(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${String(process.getuid?.() ?? 'unknown')}`;
  }
}

/** Writes down what a command of the shell does, in its transaction. */
export function recordShell(
  tx: Transaction,
  env: Readonly<Record<string, string | undefined>>,
  entry: Omit<AuditEntry, 'act' | 'who' | 'via'> & { readonly act: CliAct },
): Promise<void> {
  return appendAudit(tx, { ...entry, who: shellActor(env), via: 'shell' });
}

/**
 * Writes down a command of the shell that is no single transaction: that it begins, before it does anything, and what
 * came of it. One that was killed has only begun.
 *
 * @param outcome of what it gave, with what else is told of it then
 */
export async function recordedRun<Result>(
  db: Database,
  env: Readonly<Record<string, string | undefined>>,
  entry: Omit<AuditEntry, 'act' | 'who' | 'via' | 'outcome'> & { readonly act: CliAct },
  run: () => Promise<Result>,
  outcome: (result: Result) => Pick<AuditEntry, 'outcome' | 'facts'>,
): Promise<Result> {
  const write = (more: Pick<AuditEntry, 'outcome' | 'facts'>) =>
    db.transaction((tx) => recordShell(tx, env, { ...entry, ...more, facts: { ...entry.facts, ...more.facts } }));
  await write({ outcome: 'begun' });
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    // Where the database is away, that it has only begun is what there is.
    await write({ outcome: 'failed' }).catch(() => undefined);
    throw error;
  }
  await write(outcome(result));
  return result;
}

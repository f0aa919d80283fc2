/**
 * Which config each process has, and which generation of it is wanted.
 *
 * Policy. Every write counts `config_changes` up, whose row is locked until its transaction ends: writers follow one
 * another, and whoever compares the counter knows whether anything is new. Only processes whose heartbeat lasts count.
 */
import type { ConfigFacts } from '../bridge/account/config-facts.ts';
import type { ProcessStanding } from '../bridge/account/config-changes.ts';
import type { AccountId, EventId, RoomId, UserId } from '../bridge/types.ts';
import type { Queryable, Transaction } from './pool.ts';

/** Notified when a config was asked for, taken or refused. */
export const CONFIG_CHANNEL = 'mailroom_config';

/** Who waits in Matrix for what comes of a reload. */
export interface AnswerTo {
  readonly account: AccountId;
  readonly room: RoomId;
  readonly event: EventId;
  readonly user: UserId;
}

/** What is wanted of all processes. */
export interface WantedConfig {
  readonly generation: number;
  /** The last generation for which the files are read; those after it are about accounts in the database alone. */
  readonly ofFile: number;
  readonly fingerprint: string;
  readonly facts: ConfigFacts;
}

/** What a living process has. */
export interface ProcessConfig extends ProcessStanding {
  readonly owner: string;
  readonly facts: ConfigFacts;
}

export interface ConfigState {
  readonly change: number;
  /** Null before the first reload. */
  readonly wanted: WantedConfig | null;
  /** Of the living processes. */
  readonly processes: readonly ProcessConfig[];
}

/** How often something was written; the same number is the same state, but for processes that died. */
export async function configChange(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ change: number }>('SELECT change FROM config_changes');
  return rows[0]?.change ?? 0;
}

export async function configState(db: Queryable): Promise<ConfigState> {
  // First the counter: what is written after it is found as a change the next time.
  const change = await configChange(db);
  const { rows: wanted } = await db.query<WantedConfig>(
    `SELECT generation, fingerprint, facts,
       coalesce((SELECT max(f.generation) FROM config_generations f WHERE f.reads_file), 0) AS "ofFile"
     FROM config_generations ORDER BY generation DESC LIMIT 1`,
  );
  const { rows: processes } = await db.query<ProcessConfig>(
    `SELECT c.owner, c.name, c.generation, c.refused, c.fingerprint, c.facts, c.changes
     FROM process_configs c JOIN processes p USING (owner) WHERE p.alive_until > now() ORDER BY c.name, c.owner`,
  );
  return { change, wanted: wanted[0] ?? null, processes };
}

/** Locks all who write here until the transaction ends, and wakes the processes at its commit. */
async function countChange(tx: Transaction): Promise<void> {
  await tx.query('UPDATE config_changes SET change = change + 1');
  await tx.query(`NOTIFY ${CONFIG_CHANNEL}`);
}

/** Wants every process to read its config; returns the number of the generation. */
export async function wantConfig(
  tx: Transaction,
  asked: {
    readonly by: string;
    readonly fingerprint: string;
    readonly facts: ConfigFacts;
    readonly answerTo: AnswerTo | null;
    /** Whether the files are read again: without it, yes. */
    readonly readsFile?: boolean;
  },
): Promise<number> {
  await countChange(tx);
  const { rows } = await tx.query<{ generation: number }>(
    `INSERT INTO config_generations (generation, asked_by, fingerprint, facts, answer_to, answered, reads_file)
     SELECT coalesce(max(generation), 0) + 1, $1, $2, $3, $4, $4::jsonb IS NULL, $5 FROM config_generations
     RETURNING generation`,
    [
      asked.by,
      asked.fingerprint,
      JSON.stringify(asked.facts),
      asked.answerTo === null ? null : JSON.stringify(asked.answerTo),
      asked.readsFile ?? true,
    ],
  );
  const generation = rows[0]?.generation ?? 0;
  await tx.query('DELETE FROM config_generations WHERE generation < $1 AND answered', [generation - 100]);
  return generation;
}

/** What somebody in Matrix waits for. */
export interface UnansweredConfig {
  readonly generation: number;
  readonly fingerprint: string;
  readonly answerTo: AnswerTo;
  /** Whether they have waited for as long as is waited. */
  readonly isLate: boolean;
}

/** Reloads whose askers wait for an answer, locked until the transaction ends; those that another answers are left. */
export async function unansweredConfigs(tx: Transaction, patienceMs: number): Promise<UnansweredConfig[]> {
  const { rows } = await tx.query<UnansweredConfig>(
    `SELECT generation, fingerprint, answer_to AS "answerTo",
       asked_at <= now() - $1::double precision * interval '1 ms' AS "isLate"
     FROM config_generations WHERE NOT answered ORDER BY generation FOR UPDATE SKIP LOCKED`,
    [patienceMs],
  );
  return rows;
}

export async function answeredConfig(tx: Transaction, generation: number): Promise<void> {
  await tx.query('UPDATE config_generations SET answered = true WHERE generation = $1', [generation]);
}

/** A process has looked at a generation. Its heartbeat's row must be there. */
export async function writeProcessConfig(tx: Transaction, one: ProcessConfig): Promise<void> {
  await countChange(tx);
  await tx.query(
    `INSERT INTO process_configs (owner, name, generation, refused, fingerprint, facts, changes)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (owner) DO UPDATE SET name = $2, generation = $3, refused = $4, fingerprint = $5, facts = $6,
       changes = $7`,
    [
      one.owner,
      one.name,
      one.generation,
      one.refused === null ? null : JSON.stringify(one.refused),
      one.fingerprint,
      JSON.stringify(one.facts),
      JSON.stringify(one.changes),
    ],
  );
}

/** What the record says of configs: which one a process has, and what a reload changed. By paths, never by values. */
import type { ConfigChanges, RefusedField } from '../bridge/account/config-changes.ts';
import type { ProcessConfig } from '../db/config-state.ts';
import type { AuditEntry } from '../db/record-tables/audit.ts';

const BY_ITSELF = { who: null, via: 'process' } as const;

/** A process has begun, with the config of its file. */
export function configStarted(
  { name, fingerprint }: ProcessConfig,
  accounts: readonly string[],
  version: string,
): AuditEntry {
  const facts = { process: name, fingerprint, version, accounts: accounts.join(' ') };
  return { ...BY_ITSELF, act: 'config.started', facts };
}

/** Somebody with power over the process asked for a reload. @param by such as `SIGHUP` */
export function configWanted(name: string, by: string): AuditEntry {
  return { ...BY_ITSELF, act: 'config.wanted', facts: { process: name, by } };
}

/** A process has taken a config. Who came into a team or left one is told as persons. */
export function configTaken({ name, generation, fingerprint }: ProcessConfig, changes: ConfigChanges): AuditEntry {
  const { added, removed, changed, taken, needsRestart } = changes;
  const fields = changed.flatMap(({ account, fields: of }) => of.map((field) => `accounts.${account}.${field}`));
  return {
    ...BY_ITSELF,
    act: 'config.taken',
    whom: changed.flatMap(({ membersAdded, membersRemoved }) => [...membersAdded, ...membersRemoved]),
    facts: {
      process: name,
      generation,
      fingerprint,
      added: added.join(' '),
      removed: removed.join(' '),
      changed: paths([...fields, ...taken]),
      needs_restart: paths(needsRestart),
      members_added: changed.reduce((sum, one) => sum + one.membersAdded.length, 0),
      members_removed: changed.reduce((sum, one) => sum + one.membersRemoved.length, 0),
    },
  };
}

/** A process has left everything as it was, since the file is wrong. */
export function configRefused(
  { name, generation }: Pick<ProcessConfig, 'name' | 'generation'>,
  refused: readonly RefusedField[],
): AuditEntry {
  const facts = { process: name, generation, fields: paths(refused.map(({ path }) => path)) };
  return { ...BY_ITSELF, act: 'config.refused', outcome: 'refused', facts };
}

/** Where a key of the file is a person, the path ends before it. */
function paths(all: readonly string[]): string {
  return [...new Set(all.map((path) => path.split('@', 1)[0] ?? ''))].join(' ');
}

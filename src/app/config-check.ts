/**
 * A config as it would be taken: the file, and what the database knows against it. The same at a start and at a reload.
 */
import { factsOf } from '../bridge/account/config-facts.ts';
import type { RefusedField } from '../bridge/account/config-changes.ts';
import type { ConfigFacts } from '../bridge/account/config-facts.ts';
import type { IdKey } from '../bridge/ids.ts';
import { fingerprintOf } from '../config/compare-configs.ts';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { ConfigProblem } from '../config/config-error.ts';
import type { Database } from '../db/pool.ts';
import type { CheckedConfig } from '../handling/deps.ts';
import { renameProblems } from '../handling/identities.ts';
import { accountsOf, identitiesOf } from './settings.ts';

/** What the file alone does not show: problems of a config with what the database knows. None where it may be taken. */
export type ConfigCheck = (db: Database, ids: IdKey, config: Config) => Promise<readonly ConfigProblem[]>;

/** Asked one after the other, before anything of a config is taken. */
export const CONFIG_CHECKS: readonly ConfigCheck[] = [
  // A key that was changed in the config alone.
  (db, _ids, config) => renameProblems(db, identitiesOf(config)),
];

/** So many wrong fields are told of, and so much of each. */
const FIELDS = 20;
const FIELD_LENGTH = 300;

/** The config again, once all checks were asked. Throws ConfigError with all that is wrong. */
export async function checkConfig(
  config: Config,
  checks: readonly ConfigCheck[],
  db: Database,
  ids: IdKey,
): Promise<Config> {
  const problems: ConfigProblem[] = [];
  for (const check of checks) problems.push(...(await check(db, ids, config)));
  if (problems.length > 0) throw new ConfigError(config.file, problems);
  return config;
}

/** What a check comes to, as others may know it. */
export async function checkedFile(check: () => Promise<Config>): Promise<CheckedConfig> {
  try {
    const config = await check();
    return { fingerprint: fingerprintOf(config), facts: factsOfConfig(config) };
  } catch (error) {
    if (error instanceof ConfigError) return { refused: refusedFields(error) };
    throw error;
  }
}

/** What the others know of a config. */
export function factsOfConfig(config: Config): ConfigFacts {
  return factsOf(accountsOf(config).values());
}

/** Where a config is wrong, bounded. */
export function refusedFields({ problems }: ConfigError): RefusedField[] {
  const bounded = (text: string): string => (text.length > FIELD_LENGTH ? `${text.slice(0, FIELD_LENGTH)}…` : text);
  return problems.slice(0, FIELDS).map(({ path, text }) => ({ path: bounded(path), text: bounded(text) }));
}

export function shownField({ path, text }: RefusedField): string {
  return path === '' ? text : `${path}: ${text}`;
}

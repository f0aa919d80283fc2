/**
 * Accounts that are not in the config file, read by the schema of those that are. Pure.
 *
 * Policy. The file wins: where it has the key, or an address, of one of these, that one is left out until the file has
 * it no more, and it is said. What is wrong with one of them is wrong with no other.
 */
import { z } from 'zod';
import type { AccountId, UserId } from '../bridge/types.ts';
import { configJsonSchema, wholeProblems } from './config.ts';
import type { AccountConfig, Config } from './config.ts';
import { explainIssues } from './config-error.ts';
import type { ConfigProblem } from './config-error.ts';
import { account as accountSchema } from './schema.ts';
import { accountId } from './values.ts';
import type { ConfigSources } from './values.ts';

const mapping = z.record(z.string(), z.unknown());

/** Where a secret stands in the settings of an account. */
const SECRETS = [
  ['imap', 'password'],
  ['smtp', 'password'],
  ['oauth2', 'client_secret'],
] as const;

/** A secret of an account by its path, such as `imap.password`. */
type OwnSecrets = ReadonlyMap<string, string>;

/** An account to be read. */
export interface OwnDraft {
  readonly account: AccountId;
  readonly owner: UserId | null;
  /** As in the file, without secrets. */
  readonly settings: unknown;
  /** What could be had of them. */
  readonly secrets: OwnSecrets;
  /** Why they cannot be had; null where they can. */
  readonly trouble: string | null;
}

/** One that is not served, and why. */
export interface LeftOut {
  readonly account: AccountId;
  readonly problems: readonly ConfigProblem[];
}

/** A config with these accounts behind those of its file, as far as they can be. */
export function withOwnAccounts(
  file: Config,
  drafts: readonly OwnDraft[],
  sources: ConfigSources,
): { readonly config: Config; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const read: AccountConfig[] = [];
  for (const draft of drafts) {
    const one = readOwnAccount(draft, sources);
    if ('problems' in one) leftOut.push({ account: draft.account, problems: one.problems });
    else read.push(one.account);
  }
  const all = { ...file, accounts: [...file.accounts, ...read] };
  if (keysDiffer(all) && wholeProblems(all).length === 0) return { config: all, leftOut };
  // One after the other: each is held against those before it.
  let config = file;
  for (const account of read) {
    const problems = problemsBeside(config, account);
    if (problems.length > 0) leftOut.push({ account: account.id, problems });
    else config = { ...config, accounts: [...config.accounts, account] };
  }
  return { config, leftOut };
}

/** What is wrong with one more account beside those of a config. */
export function problemsBeside(config: Config, account: AccountConfig): readonly ConfigProblem[] {
  const path = `accounts.${account.id}`;
  const known = config.accounts.find(({ id }) => id === account.id);
  if (known !== undefined) {
    const where = known.own === null ? 'stands in the config file, which counts' : 'is there already';
    return [{ path, text: `this key ${where}: choose another one` }];
  }
  return wholeProblems({ ...config, accounts: [...config.accounts, account] });
}

/** One account, or what is wrong with it. */
export function readOwnAccount(
  { account: id, owner, settings, secrets, trouble }: OwnDraft,
  sources: ConfigSources,
): { readonly account: AccountConfig } | { readonly problems: readonly ConfigProblem[] } {
  const path = `accounts.${id}`;
  const under = (problems: readonly ConfigProblem[]) => ({
    problems: problems.map((one) => ({ ...one, path: one.path === '' ? path : `${path}.${one.path}` })),
  });
  if (!accountId().safeParse(id).success) {
    return { problems: [{ path: 'accounts', text: 'expected a key of small letters, digits and hyphens' }] };
  }
  const given = mapping.safeParse(settings);
  if (!given.success) return under([{ path: '', text: 'expected a mapping of settings, as in the config file' }]);
  const apart = [...secretsIn(given.data), ...(owner === null ? [] : ownersAlone(given.data))];
  if (apart.length > 0) return under(apart);
  const whole = filled(given.data, secrets);
  const value = owner === null ? whole : { ...whole, team: [{ user: owner }] };
  const parsed = accountSchema(sources).safeParse(value);
  if (!parsed.success) return under(explainIssues(parsed.error.issues, value, accountJsonSchema()));
  return { account: { ...parsed.data, id, own: { owner, trouble } } };
}

/** Settings are stored, shown and compared: what is secret is not among them. */
function secretsIn(settings: Readonly<Record<string, unknown>>): ConfigProblem[] {
  return SECRETS.flatMap(([section, key]) =>
    mapping.safeParse(settings[section]).data?.[key] !== undefined
      ? [{ path: `${section}.${key}`, text: 'is a secret: give it apart from the settings' }]
      : [],
  );
}

/** What makes an own mailbox somebody else's too. */
function ownersAlone(settings: Readonly<Record<string, unknown>>): ConfigProblem[] {
  return ['team', 'invite'].flatMap((key) =>
    Object.hasOwn(settings, key) ? [{ path: key, text: 'is not for an own mailbox: it is its owner’s alone' }] : [],
  );
}

function filled(settings: Readonly<Record<string, unknown>>, secrets: OwnSecrets): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...settings };
  for (const [section, key] of SECRETS) {
    const secret = secrets.get(`${section}.${key}`);
    const inside = mapping.safeParse(whole[section]);
    // A relay without a user wants no password.
    if (section === 'smtp' && (!inside.success || inside.data['user'] === undefined)) continue;
    if (secret !== undefined && inside.success) whole[section] = { ...inside.data, [key]: secret };
  }
  return whole;
}

function keysDiffer({ accounts }: Config): boolean {
  return new Set(accounts.map(({ id }) => id)).size === accounts.length;
}

function accountJsonSchema(): unknown {
  const shape = z.object({ properties: z.object({ accounts: z.object({ additionalProperties: z.unknown() }) }) });
  return shape.parse(configJsonSchema()).properties.accounts.additionalProperties;
}

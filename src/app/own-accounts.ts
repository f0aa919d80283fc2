/**
 * Accounts that are added, changed and removed while Mailroom runs: what is in the database of them made a part of the
 * config, and changes of it.
 *
 * Policy. A change locks the table, is checked against everything that is in use, and is stored with its secrets sealed
 * and with a new generation of the config, in one transaction; every process then takes it as it takes a config that
 * was read again, but for the files, which nobody has asked to read.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { columnText, readWireJson, wireJson } from '../base/wire-text.ts';
import type { AccountId } from '../bridge/types.ts';
import { fingerprintOf } from '../config/compare-configs.ts';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { ConfigProblem } from '../config/config-error.ts';
import { problemsBeside, readOwnAccount, withOwnAccounts } from '../config/own-accounts.ts';
import type { LeftOut, OwnDraft } from '../config/own-accounts.ts';
import type { ConfigSources } from '../config/values.ts';
import { wantConfig } from '../db/config-state.ts';
import type { Database, Queryable, Transaction } from '../db/pool.ts';
import {
  addStoredAccount,
  changeStoredAccount,
  letStoredAccountLeave,
  lockStoredAccounts,
  removeStoredAccount,
  storedAccounts,
  storedSecrets,
} from '../db/secret-tables/own-accounts.ts';
import type { StoredAccount, StoredSecret } from '../db/secret-tables/own-accounts.ts';
import { knownKeys, putSecret, removeSecrets } from '../db/secret-tables/sealed-secrets.ts';
import type {
  AccountDone,
  AddedAccount,
  ChangedAccount,
  OwnAccountsPort,
  OwnAccountView,
  OwnSecret,
} from '../handling/deps.ts';
import { renameProblems } from '../handling/identities.ts';
import type { KnownKeys, Sealer } from '../secrets/sealer.ts';
import { SealFailure } from '../secrets/sealing.ts';
import { factsOfConfig, refusedFields } from './config-check.ts';
import { identitiesOf } from './settings.ts';

export interface OwnAccountsDeps {
  readonly db: Database;
  readonly sealer: Sealer;
  /** The config in use; of its accounts those of the file count. */
  readonly inUse: () => Config;
}

/** No password was given yet. */
const NO_SECRET = 'it has no password yet: mailroom ctl account change KEY --password-file FILE';

export class OwnAccounts implements OwnAccountsPort {
  readonly #deps: OwnAccountsDeps;

  constructor(deps: OwnAccountsDeps) {
    this.#deps = deps;
  }

  /** A config of a file with the accounts of the database. Those that cannot be served are named. */
  async merged(file: Config, db: Queryable = this.#deps.db) {
    const stored = await storedAccounts(db);
    const secrets = stored.length === 0 ? [] : await storedSecrets(db);
    const known = secrets.length === 0 ? new Map<number, Uint8Array>() : await knownKeys(db);
    const drafts: OwnDraft[] = [];
    for (const one of stored) {
      if (one.state !== 'active') continue;
      const own = secrets.filter(({ account }) => account === one.account);
      drafts.push(await this.#draft(one, own, known));
    }
    const { config, leftOut } = withOwnAccounts(fileOf(file), drafts, sourcesOf(file));
    return { config, leftOut, stored };
  }

  async list(db: Queryable): Promise<OwnAccountView[]> {
    const { config, leftOut, stored } = await this.merged(this.#deps.inUse(), db);
    return stored.map(({ account, owner, addedBy, addedAt, state }) => ({
      ...{ account, owner, addedBy, addedAt },
      ...standing(account, state, config, leftOut),
    }));
  }

  async add(tx: Transaction, { account, owner, settings, secrets, by }: AddedAccount): Promise<AccountDone> {
    await lockStoredAccounts(tx);
    const { config, stored } = await this.merged(this.#deps.inUse(), tx);
    const there = stored.find((one) => one.account === account);
    if (there !== undefined) {
      const how = there.state === 'leaving' ? 'is being taken away' : 'is there already: choose another one';
      return refused([{ path: `accounts.${account}`, text: `this key ${how}` }]);
    }
    const trouble = secrets.size === 0 ? NO_SECRET : null;
    const checked = await this.#checked(tx, config, { account, owner, settings, secrets, trouble });
    if ('refused' in checked) return checked;
    await addStoredAccount(tx, { account, owner, settings: wireJson(settings), addedBy: columnText(by) });
    return this.#stored(tx, { account, secrets, by }, checked.config);
  }

  async change(tx: Transaction, { account, settings, set, secrets, by }: ChangedAccount): Promise<AccountDone> {
    await lockStoredAccounts(tx);
    const { config, stored } = await this.merged(this.#deps.inUse(), tx);
    const there = stored.find((one) => one.account === account);
    if (there?.state !== 'active') return refused([this.#notOurs(account)]);
    if (there.owner !== null && there.owner !== by) {
      return refused([{ path: `accounts.${account}`, text: 'is somebody’s own mailbox: they alone change it' }]);
    }
    const kept = (await storedSecrets(tx)).filter((one) => one.account === account);
    const before = await this.#draft(there, kept, await knownKeys(tx));
    const given = secrets ?? new Map<OwnSecret, string>();
    const all = new Map([...before.secrets, ...given]);
    // Where one does not open that is not replaced, it goes on being the trouble.
    const isMended = kept.every(({ field }) => all.has(field)) && all.size > 0;
    const whole = settings ?? before.settings;
    const draft = { ...before, settings: set === undefined ? whole : withSetting(whole, set), secrets: all };
    const others = { ...config, accounts: config.accounts.filter(({ id }) => id !== account) };
    const checked = await this.#checked(tx, others, { ...draft, trouble: isMended ? null : before.trouble });
    if ('refused' in checked) return checked;
    if (settings !== undefined || set !== undefined) {
      await changeStoredAccount(tx, account, wireJson(draft.settings));
    }
    return this.#stored(tx, { account, secrets: given, by }, checked.config);
  }

  async remove(
    tx: Transaction,
    { account, purge, by }: { readonly account: AccountId; readonly purge: boolean; readonly by: string },
  ): Promise<AccountDone> {
    await lockStoredAccounts(tx);
    const there = (await storedAccounts(tx)).find((one) => one.account === account);
    if (there === undefined) return refused([this.#notOurs(account)]);
    await removeSecrets(tx, account);
    if (purge || there.owner !== null || there.state === 'leaving') await letStoredAccountLeave(tx, account);
    else await removeStoredAccount(tx, account);
    const { config } = await this.merged(this.#deps.inUse(), tx);
    return this.#want(tx, by, config);
  }

  async #checked(
    tx: Transaction,
    config: Config,
    draft: OwnDraft,
  ): Promise<{ readonly config: Config } | { readonly refused: ReturnType<typeof refusedFields> }> {
    const read = readOwnAccount(draft, sourcesOf(config));
    if ('problems' in read) return refused(read.problems);
    const beside = problemsBeside(config, read.account);
    if (beside.length > 0) return refused(beside);
    const whole = { ...config, accounts: [...config.accounts, read.account] };
    const renamed = await renameProblems(tx, identitiesOf(whole));
    return renamed.length > 0 ? refused(renamed) : { config: whole };
  }

  async #stored(
    tx: Transaction,
    { account, secrets, by }: Pick<AddedAccount, 'account' | 'secrets' | 'by'>,
    config: Config,
  ): Promise<AccountDone> {
    for (const [field, text] of secrets) await putSecret(tx, this.#deps.sealer, { account, field }, text);
    return this.#want(tx, by, config);
  }

  async #want(tx: Transaction, by: string, config: Config): Promise<AccountDone> {
    const fingerprint = fingerprintOf(config);
    const facts = factsOfConfig(config);
    const asked = { by: columnText(by), fingerprint, facts, answerTo: null, readsFile: false };
    return { generation: await wantConfig(tx, asked), fingerprint };
  }

  /** What is stored of an account, opened. */
  async #draft(one: StoredAccount, sealed: readonly StoredSecret[], known: KnownKeys): Promise<OwnDraft> {
    const { account, owner } = one;
    const secrets = new Map<OwnSecret, string>();
    let trouble: string | null = sealed.length === 0 ? NO_SECRET.replace('KEY', account) : null;
    for (const { field, ...stored } of sealed) {
      try {
        secrets.set(field, await this.#deps.sealer.open({ account, field }, stored, known));
      } catch (error) {
        if (!(error instanceof SealFailure)) throw error;
        trouble = error.message;
      }
    }
    return { account, owner, settings: settingsOf(one), secrets, trouble };
  }

  #notOurs(account: AccountId): ConfigProblem {
    const inFile = this.#deps.inUse().accounts.some(({ id, own }) => id === account && own === null);
    const text = inFile ? 'stands in the config file: it is changed there' : 'is no account that was added here';
    return { path: `accounts.${account}`, text };
  }
}

/** The accounts of the file alone. */
export function fileOf(config: Config): Config {
  return { ...config, accounts: config.accounts.filter(({ own }) => own === null) };
}

function standing(
  account: AccountId,
  state: StoredAccount['state'],
  config: Config,
  leftOut: readonly LeftOut[],
): Pick<OwnAccountView, 'state' | 'problems'> {
  if (state === 'leaving') return { state, problems: [] };
  const problems = leftOut.find((one) => one.account === account)?.problems.map(({ path, text }) => `${path} ${text}`);
  if (problems !== undefined) return { state: 'left-out', problems };
  const trouble = config.accounts.find(({ id }) => id === account)?.own?.trouble ?? null;
  return trouble === null ? { state: 'served', problems: [] } : { state: 'waits', problems: [trouble] };
}

/** Settings with another value at a path. */
function withSetting(
  settings: unknown,
  { path: [key, ...rest], value }: { readonly path: readonly string[]; readonly value: unknown },
): unknown {
  if (key === undefined) return value;
  const inside: Readonly<Record<string, unknown>> = isMapping(settings) ? settings : {};
  const before = Object.hasOwn(inside, key) ? inside[key] : undefined;
  return { ...inside, [key]: withSetting(before, { path: rest, value }) };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function settingsOf({ settings }: StoredAccount): unknown {
  try {
    return readWireJson(settings);
  } catch {
    return null;
  }
}

function sourcesOf({ file }: Config): ConfigSources {
  return { folder: dirname(file), readFile: (name) => readFileSync(name, 'utf8'), env: {} };
}

function refused(problems: readonly ConfigProblem[]): { readonly refused: ReturnType<typeof refusedFields> } {
  return { refused: refusedFields(new ConfigError('', problems)) };
}

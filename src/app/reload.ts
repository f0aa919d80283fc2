/**
 * Reload without a restart: this process's part of it.
 *
 * Policy. Whoever asks has checked the config file that they see, and writes a generation that all processes are to
 * have. Each process reads its own file, secrets and all, checks it as at a start, and takes it, or leaves everything
 * as it was and says where it is wrong. From the moment that a generation is wanted until every living process has
 * looked at it, and while living processes differ, a right counts that all of them give. NOTIFY wakes the processes; a
 * poll stands behind it, and whoever decides about rights looks first (`upToDate`).
 */
import { hostname } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type { ConfigChanges } from '../bridge/account/config-changes.ts';
import { joinedChanges, noChanges } from '../bridge/account/config-changes.ts';
import type { IdKey } from '../bridge/ids.ts';
import type { Account } from '../bridge/account/account.ts';
import { factsOf } from '../bridge/account/config-facts.ts';
import type { AccountId } from '../bridge/types.ts';
import { afterReload, compareConfigs, fingerprintOf, withPasswordsOf } from '../config/compare-configs.ts';
import type { Config } from '../config/config.ts';
import type { LeftOut } from '../config/own-accounts.ts';
import { ConfigError } from '../config/config-error.ts';
import { configChange, configState, CONFIG_CHANNEL, wantConfig, writeProcessConfig } from '../db/config-state.ts';
import type { ConfigState, ProcessConfig, WantedConfig } from '../db/config-state.ts';
import type { Database } from '../db/pool.ts';
import { appendAudit } from '../db/record-tables/audit.ts';
import type { AuditEntry } from '../db/record-tables/audit.ts';
import { Gathered } from '../base/gathered.ts';
import { logTrouble } from '../base/log.ts';
import type { Log, LogFields } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { programVersion } from '../base/version.ts';
import { takeIdentities } from '../handling/identities.ts';
import type { ReloadPort } from '../handling/deps.ts';
import type { Heartbeat } from '../queue/heartbeat.ts';
import { checkConfig, checkedFile, factsOfConfig, refusedFields, shownField } from './config-check.ts';
import type { ConfigCheck } from './config-check.ts';
import { fileOf } from './own-accounts.ts';
import { configRefused, configStarted, configTaken, configWanted } from './config-acts.ts';
import type { LiveConfig } from './live-config.ts';
import { accountsOf, identitiesOf } from './settings.ts';

export interface ReloadDeps {
  readonly live: LiveConfig;
  readonly db: Database;
  readonly ids: IdKey;
  readonly life: Pick<Heartbeat, 'serve'>;
  readonly log: Log;
  /** Reads the file anew. Throws ConfigError. */
  readonly load: () => Config;
  /** A config of a file with the accounts that are not in it. */
  readonly withOwn: (file: Config) => Promise<OwnMerged>;
  readonly checks: readonly ConfigCheck[];
  /** Called by name at each step of a reload; tests end the process there. */
  readonly failpoint: (name: string) => void;
  /** Told how this process stands: the last generation it looked at, and whether it took it. */
  readonly onStanding: (generation: number, isTaken: boolean) => void;
}

/** A config with the accounts of the database, and those that cannot be served as they stand. */
interface OwnMerged {
  readonly config: Config;
  readonly leftOut: readonly LeftOut[];
}

/** What hangs on a reload once there is work. Each reads what it wants of the live config. */
export interface ReloadParts {
  /** The teams are others than they were, by all living processes together. Called before anything is answered. */
  readonly see: (accounts: ReadonlyMap<AccountId, Account>) => Promise<void>;
  /** Before anything is claimed of accounts that were not served here: what waits of those that come back. */
  readonly beforeServing: (added: ReadonlyMap<AccountId, Account>) => Promise<void>;
  /** The config in use is another from now on. Must return at once and not throw. */
  readonly changed: (changes: ConfigChanges) => void;
  /** Answers whoever waits for the end of a reload. */
  readonly answer: () => Promise<void>;
}

/** Between two looks that nobody asked for, milliseconds. */
const POLL_MS = 5_000;

export class ConfigReload {
  readonly #deps: ReloadDeps;
  readonly #ticker: Ticker;
  #parts: ReloadParts | null = null;
  /** As it stands in the database, or will with the next look. */
  #row: ProcessConfig;
  #isWritten = false;
  /** What the record is told with it. */
  #acts: AuditEntry[] = [];
  /** What a reload that could not be ended has changed so far. */
  #unfinished: ConfigChanges = noChanges;
  /** What is wrong with accounts that are not in the file, as it was told last. */
  #leftOut = '';
  /** The teams that were seen last, with what else is told of their accounts. */
  #teams = '';
  /** The newest state that the rights were narrowed by. */
  #change = -1;
  /** The newest state, asked after the call: once for all who ask at the same moment. */
  readonly #newest: Gathered<null, number>;
  #looking: Promise<void> = Promise.resolve();
  #isQueued = false;
  #asked: string | null = null;
  #stopped = false;
  #unlisten: () => void = () => undefined;

  constructor(deps: ReloadDeps) {
    this.#deps = deps;
    const { live, db } = deps;
    this.#newest = new Gathered(async (asked) => {
      const change = await configChange(db);
      return asked.map(() => change);
    });
    this.#row = {
      owner: db.owner,
      name: `${hostname()}:${String(process.pid)}`,
      // A generation that was wanted after the file was read is looked at again.
      generation: 0,
      refused: null,
      fingerprint: fingerprintOf(live.config),
      facts: live.facts,
      changes: noChanges,
    };
    this.#ticker = new Ticker({
      everyMs: POLL_MS,
      turn: () => this.look(),
      onError: (error) => logTrouble(deps.log, 'configs of other processes could not be looked at', error),
    });
  }

  /** Makes this process and its config known to the others: before it decides anything. */
  async begin(): Promise<void> {
    const { wanted } = await configState(this.#deps.db);
    if (wanted !== null && (await this.#isAsInFile())) this.#row = { ...this.#row, generation: wanted.generation };
    const accounts = this.#deps.live.config.accounts.map(({ id }) => id);
    this.#acts.push(configStarted(this.#row, accounts, programVersion()));
    await this.#write();
    this.#deps.onStanding(this.#row.generation, true);
    await this.upToDate();
  }

  /** Whether the file says now what it said when it was read at the start. */
  async #isAsInFile(): Promise<boolean> {
    const { load, live, withOwn } = this.#deps;
    try {
      return isDeepStrictEqual((await withOwn(load())).config, live.config);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      // It is told when the generation is looked at.
      return false;
    }
  }

  /** Takes what was wanted meanwhile, and looks again and again from now on. */
  async start(parts: ReloadParts): Promise<void> {
    this.#parts = parts;
    this.#unlisten = await this.#deps.db.listen(CONFIG_CHANNEL, () => {
      this.look().catch((error: unknown) => logTrouble(this.#deps.log, 'a reload could not be looked at', error));
    });
    await this.#ticker.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    await this.#ticker.stop();
    await this.#looking;
  }

  /** What commands and operations have of it. */
  get port(): ReloadPort {
    return { asker: 'http', upToDate: () => this.upToDate(), check: () => checkedFile(() => this.#checked()) };
  }

  /** Somebody with power over the process asks: as `#want`, and again where the database is away. */
  ask(by: string): Promise<void> {
    this.#asked = by;
    return this.look();
  }

  /** Checks the file, and wants every process to take it; where it is wrong, the log says where. */
  async #want(by: string): Promise<void> {
    const { db, log } = this.#deps;
    const checked = await this.port.check();
    if ('refused' in checked) {
      log.error('the config is wrong and was not taken', { by, fields: checked.refused.map(shownField) });
      const { name, generation } = this.#row;
      await db.transaction((tx) => appendAudit(tx, configRefused({ name, generation }, checked.refused)));
      this.#deps.onStanding(this.#row.generation, false);
      return;
    }
    await db.transaction(async (tx) => {
      await wantConfig(tx, { by, ...checked, answerTo: null });
      await appendAudit(tx, configWanted(this.#row.name, by));
    });
  }

  /**
   * Takes the passwords that the files hold now for accounts that are otherwise as they are in use. For whoever has one
   * refused: a corrected one is tried without a reload.
   */
  refreshPasswords(): void {
    const { live, load, log } = this.#deps;
    try {
      live.take(withPasswordsOf(live.config, load()));
    } catch (error) {
      log.debug('the config cannot be read again', { error });
    }
  }

  /** Reads and checks the file as it is now, with the accounts that are not in it. Throws ConfigError. */
  #checked(): Promise<Config> {
    return this.#checkedWith(this.#deps.load());
  }

  async #checkedWith(file: Config): Promise<Config> {
    const { checks, db, ids, withOwn, log } = this.#deps;
    const { config, leftOut } = await withOwn(file);
    const told = leftOut.flatMap(({ problems }) => problems.map(shownField));
    // Once for each time that it is another: it is looked at again and again.
    if (told.length > 0 && told.join() !== this.#leftOut) log.warn('accounts are left out', { accounts: told });
    this.#leftOut = told.join();
    return checkConfig(config, checks, db, ids);
  }

  /**
   * What could not be had of accounts that are not in the file (their secrets do not open here) is looked for again: a
   * key file that was put there counts without anybody's asking.
   */
  async #mend(state: ConfigState, parts: ReloadParts): Promise<void> {
    const { live } = this.#deps;
    const isTroubled = live.config.accounts.some(({ own }) => own !== null && own.trouble !== null);
    if (!isTroubled && this.#leftOut === '') return;
    const config = await this.#checkedWith(fileOf(live.config));
    if (isDeepStrictEqual(config, live.config)) return;
    await this.#take(state, config, parts, compareConfigs(live.config, config));
    this.#row = { ...this.#row, fingerprint: fingerprintOf(config), facts: live.facts };
    this.#isWritten = false;
  }

  /** Whoever decides what somebody may do calls this first: what was taken away anywhere is gone here. */
  async upToDate(): Promise<void> {
    const { db } = this.#deps;
    if ((await this.#newest.get(null)) === this.#change) return;
    this.#narrow(await configState(db));
  }

  /** One look at what is wanted and what the others have; a second call while one waits for its turn is the same. */
  look(): Promise<void> {
    if (this.#isQueued || this.#stopped) return this.#looking;
    this.#isQueued = true;
    const turn = this.#looking.then(() => {
      this.#isQueued = false;
      return this.#look();
    });
    this.#looking = turn.catch(() => undefined);
    return turn;
  }

  async #look(): Promise<void> {
    const { db } = this.#deps;
    const parts = this.#parts;
    if (parts === null) return;
    if (this.#asked !== null) await this.#want(this.#asked);
    this.#asked = null;
    let state = await configState(db);
    this.#narrow(state);
    const isKnown = state.processes.some(({ owner }) => owner === db.owner);
    if (state.wanted !== null && state.wanted.generation > this.#row.generation) {
      await this.#read(state, state.wanted, parts);
    } else await this.#mend(state, parts);
    if (!this.#isWritten || !isKnown) await this.#write();
    state = await configState(db);
    this.#narrow(state);
    await this.#seeTeams(parts);
    await parts.answer();
  }

  /** Whenever what the living processes have together is another, also where one of them has only ended. */
  async #seeTeams(parts: ReloadParts): Promise<void> {
    const accounts = this.#deps.live.together;
    const teams = JSON.stringify(factsOf(accounts.values()).accounts);
    if (teams === this.#teams) return;
    await parts.see(accounts);
    this.#teams = teams;
  }

  /** From now on a right counts that all living processes give, and the config that is on its way to them. */
  #narrow({ change, wanted, processes }: ConfigState): void {
    // Two looks at once: the newer one counts.
    if (change < this.#change) return;
    this.#change = change;
    const { db, live } = this.#deps;
    const others = processes.filter(({ owner }) => owner !== db.owner).map(({ facts }) => facts);
    const isOnItsWay = wanted !== null && processes.some(({ generation }) => generation < wanted.generation);
    live.narrowBy(others, isOnItsWay ? wanted.facts : null);
  }

  async #read(state: ConfigState, { generation, ofFile }: WantedConfig, parts: ReloadParts): Promise<void> {
    const { live, log, failpoint } = this.#deps;
    let config: Config;
    try {
      // Where only accounts of the database are others, what somebody is writing into the file is not looked at.
      const isOfFile = ofFile > this.#row.generation;
      config = await (isOfFile ? this.#checked() : this.#checkedWith(fileOf(live.config)));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const refused = refusedFields(error);
      this.#stands({ ...this.#row, generation, refused }, configRefused({ name: this.#row.name, generation }, refused));
      log.error('the config is wrong and was not taken', { generation, fields: refused.map(shownField) });
      return;
    }
    failpoint('reload:checked');
    const merged = afterReload(live.config, config);
    const changes = compareConfigs(live.config, config);
    await this.#take(state, merged, parts, changes);
    const whole = joinedChanges(this.#unfinished, changes);
    this.#unfinished = noChanges;
    const fingerprint = fingerprintOf(config);
    const row = { ...this.#row, generation, refused: null, fingerprint, facts: live.facts, changes: whole };
    this.#stands(row, configTaken(row, whole));
    log.info('the config was read again', { generation, ...loggedChanges(whole) });
    failpoint('reload:taken');
  }

  /**
   * Rights first; then what waits of accounts that are new here, before anybody claims work of them; then all at once.
   */
  async #take(state: ConfigState, merged: Config, parts: ReloadParts, changes: ConfigChanges): Promise<void> {
    const { live, life, db, ids, failpoint } = this.#deps;
    const others = state.processes.filter(({ owner }) => owner !== db.owner).map(({ facts }) => facts);
    live.narrowBy(others, factsOfConfig(merged));
    const before = live.config.accounts.map(({ id }) => id);
    const after = merged.accounts.map(({ id }) => id);
    if (changes.added.length > 0) {
      await life.serve([...new Set([...before, ...after])]);
      const all = accountsOf(merged);
      await parts.beforeServing(new Map([...all].filter(([id]) => changes.added.includes(id))));
    }
    await takeIdentities(db, ids, identitiesOf(merged));
    failpoint('reload:served');
    live.take(merged);
    this.#unfinished = joinedChanges(this.#unfinished, changes);
    parts.changed(changes);
    const { added, removed } = this.#unfinished;
    if (added.length + removed.length > 0) await life.serve(after);
  }

  #stands(row: ProcessConfig, act: AuditEntry): void {
    this.#row = row;
    this.#acts.push(act);
    this.#isWritten = false;
    this.#deps.onStanding(row.generation, row.refused === null);
  }

  async #write(): Promise<void> {
    const acts = [...this.#acts];
    await this.#deps.db.transaction(async (tx) => {
      await writeProcessConfig(tx, this.#row);
      for (const act of acts) await appendAudit(tx, act);
    });
    this.#acts = this.#acts.slice(acts.length);
    this.#isWritten = true;
  }
}

/** Names and paths, for the log. */
function loggedChanges({ added, removed, changed, taken, needsRestart }: ConfigChanges): LogFields {
  const fields = changed.flatMap(({ account, fields: of }) => of.map((field) => `accounts.${account}.${field}`));
  const some = (list: readonly string[]) => (list.length === 0 ? undefined : list);
  return {
    accounts_added: some(added),
    accounts_removed: some(removed),
    changed: some([...fields, ...taken]),
    members_added: changed.reduce((sum, one) => sum + one.membersAdded.length, 0),
    members_removed: changed.reduce((sum, one) => sum + one.membersRemoved.length, 0),
    needs_restart: some(needsRestart),
  };
}

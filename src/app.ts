/**
 * The composition root: builds the parts from the config, starts and stops them in order. It is the only file that knows
 * all of them; nothing imports it but the commands.
 *
 * Order of the start: database and schema; the listener for watchers; the intake (the homeserver may push from here on); the
 * bot; the workers; the mailboxes; then what was missed is read back and the homeserver is pinged, which ends its back-off.
 * A homeserver that is away does not end the start: everything that needs it waits.
 */
import { readFileSync } from 'node:fs';
import type { Account } from './bridge/account.ts';
import { facesOf } from './bridge/avatar.ts';
import { GhostCodec, IdKey } from './bridge/ids.ts';
import { addressOfUser, answerThirdParty } from './bridge/third-party.ts';
import type { AccountId } from './bridge/types.ts';
import { accountsOf, registrationFactsOf } from './settings.ts';
import type { Config } from './config.ts';
import { metricsSource } from './db/figures.ts';
import { Life } from './db/life.ts';
import { loadMigrations, migrate } from './db/migrate.ts';
import { loadThread } from './db/threads.ts';
import { openDatabase } from './db/open.ts';
import type { Database } from './db/pool.ts';
import { errorCode, MailroomError } from './errors.ts';
import type { Log } from './log.ts';
import { HomeserverLink } from './matrix/link.ts';
import { parseRegistration, registrationProblems } from './matrix/registration.ts';
import { createMetrics } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { startObservability } from './observability.ts';
import type { Observability, ReadyCheck } from './observability.ts';
import { startProvisioning } from './operations/listener.ts';
import type { OperationDeps } from './operations/operation.ts';
import { startWork } from './app-work.ts';
import type { Part } from './app-work.ts';
import { programVersion } from './version.ts';

export interface AppOptions {
  readonly log: Log;
  /** Called by name at each step of a walk; tests end the process there. */
  readonly failpoint?: (name: string) => void;
}

/** A whole Mailroom. `stop` may be called at any time, also while `start` goes on. */
export interface App {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Where watchers and the homeserver reach it; only after `start`. */
  readonly addresses: () => { readonly observability: string; readonly appservicePort: number };
}

export function createApp(config: Config, options: AppOptions): Promise<App> {
  return Promise.resolve(new Mailroom(config, options));
}

class Mailroom implements App {
  readonly #config: Config;
  readonly #log: Log;
  readonly #failpoint: (name: string) => void;
  readonly #parts: Part[] = [];
  readonly #stopping = new AbortController();
  #started: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | null = null;
  #observability: Observability | null = null;
  #link: HomeserverLink | null = null;

  constructor(config: Config, options: AppOptions) {
    this.#config = config;
    this.#log = options.log;
    this.#failpoint = options.failpoint ?? (() => undefined);
  }

  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  addresses() {
    if (this.#observability === null || this.#link === null) throw new Error('Mailroom is not started');
    return { observability: this.#observability.url, appservicePort: this.#link.port };
  }

  async #start(): Promise<void> {
    const config = this.#config;
    const registration = readRegistration(config);
    const metrics = createMetrics({ version: programVersion() });
    const opened = await openDatabase(config.database, this.#log);
    this.#parts.push({ name: 'database', stop: () => opened.close() });
    const { db } = opened;
    const applied = await migrate(db, await loadMigrations());
    if (applied.length > 0) this.#log.info('schema migrated', { applied });
    metrics.read(metricsSource(db));
    const life = await Life.start(db, {
      leaseMs: config.times.lease,
      onError: (error) => this.#log.warn('sign of life not written', { error }),
    });
    this.#parts.push({ name: 'life', stop: () => life.stop() });

    const accounts = accountsOf(config);
    const ids = new IdKey(config.secret, config.oldSecrets);
    const ghosts = new GhostCodec({
      prefix: config.appservice.ghostPrefix,
      domain: config.homeserver.domain,
      bot: config.appservice.bot,
    });
    const link = new HomeserverLink({
      db,
      ids,
      codec: ghosts,
      log: this.#log,
      failpoint: this.#failpoint,
      accountOf: async (thread) => (await loadThread(db, thread))?.account ?? null,
      thirdParty: (path, query) => answerThirdParty(path, query, ghosts),
      addressOf: (user) => addressOfUser(user, ghosts),
      onTransaction: (outcome, events) => metrics.transaction(outcome, events),
      homeserver: { url: config.homeserver.url, ca: config.homeserver.ca, timeoutMs: config.times.homeserver },
      listen: config.appservice.listen,
      registration,
      displayName: 'Mailroom',
      faces: facesOf(ghosts),
    });
    this.#link = link;
    await this.#watch(db, metrics, link, accounts);
    await this.#provide({ db, accounts, ghosts, ids });
    await link.listen();
    this.#parts.push({ name: 'intake', stop: () => link.stop() });
    const accountRooms = await startWork({
      config,
      log: this.#log,
      failpoint: this.#failpoint,
      signal: this.#stopping.signal,
      parts: this.#parts,
      db,
      life,
      ids,
      ghosts,
      accounts,
      metrics,
      link,
    });
    link.begin();
    accountRooms.openSpaces(link.ready());
  }

  async #watch(
    db: Database,
    metrics: Metrics,
    link: HomeserverLink,
    accounts: ReadonlyMap<AccountId, Account>,
  ): Promise<void> {
    const checks: ReadyCheck[] = [
      { name: 'database', check: () => db.query('SELECT 1').then(() => undefined) },
      { name: 'homeserver', check: () => link.client.versions().then(() => undefined) },
      ...[...accounts.keys()].map((account) => ({
        name: `account:${account}`,
        required: false,
        check: () => accountIsWell(db, account),
      })),
    ];
    const { listen } = this.#config.observability;
    const observability = await startObservability({ listen, metrics, checks, log: this.#log });
    this.#observability = observability;
    this.#parts.push({ name: 'observability', stop: () => observability.close() });
  }

  /** The interface for operators, where there is a token for it. */
  async #provide(deps: OperationDeps): Promise<void> {
    const { listen, token, perMinute } = this.#config.provisioning;
    if (token === null) return;
    const now = () => performance.now();
    const provisioning = await startProvisioning({ listen, token, perMinute, deps, log: this.#log, now });
    this.#parts.push({ name: 'provisioning', stop: () => provisioning.close() });
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    this.#observability?.drain();
    this.#link?.end();
    await this.#started.catch(() => undefined);
    for (const part of this.#parts.splice(0).reverse()) {
      try {
        await part.stop();
      } catch (error) {
        this.#log.warn('a part did not stop cleanly', { part: part.name, error });
      }
    }
  }
}

function readRegistration(config: Config) {
  let text: string;
  try {
    text = readFileSync(config.appservice.registration, 'utf8');
  } catch (error) {
    throw new MailroomError(
      'registration-missing',
      `${config.appservice.registration} cannot be read (${errorCode(error)}): make it with "mailroom registration"`,
    );
  }
  const registration = parseRegistration(text);
  const problems = registrationProblems(registration, registrationFactsOf(config));
  if (problems.length > 0) throw new MailroomError('registration-mismatch', problems.join('\n'));
  return registration;
}

async function accountIsWell(db: Database, account: AccountId): Promise<void> {
  const { rows } = await db.query<{ state: string }>('SELECT state FROM accounts WHERE account = $1', [account]);
  const state = rows[0]?.state ?? 'stopped';
  if (state !== 'connected') throw new MailroomError('account-not-connected', state);
}

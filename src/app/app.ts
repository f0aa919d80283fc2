/**
 * The composition root: builds the parts from the config, starts and stops them in order. It is the only file that
 * knows all of them; nothing imports it but the commands.
 *
 * Order of the start: database and schema; the listener for watchers; the intake (the homeserver may push from here
 * on); the bot; the workers; the mailboxes; then what was missed is read back and the homeserver is pinged, which ends
 * its back-off. A homeserver that is away does not end the start: everything that needs it waits.
 */
import { readFileSync } from 'node:fs';
import { facesOf } from '../bridge/room/avatar.ts';
import { GhostCodec } from '../bridge/ids.ts';
import type { IdKey } from '../bridge/ids.ts';
import { answerThirdParty } from '../bridge/room/third-party.ts';
import type { Account } from '../bridge/account/account.ts';
import { OperatorsAccounts } from '../bridge/account/own-mailbox.ts';
import type { AccountId, UserId } from '../bridge/types.ts';
import { BOT_NAME, identitiesOf, registrationFactsOf, sealerOf } from './settings.ts';
import { checkConfig, CONFIG_CHECKS, shownField } from './config-check.ts';
import { OwnAccounts } from './own-accounts.ts';
import { mailboxRoutes } from './own-mailboxes.ts';
import { LiveConfig } from './live-config.ts';
import { ConfigReload } from './reload.ts';
import { loadConfig } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { metricsSource } from '../watch/figures.ts';
import { Claims } from '../queue/claims.ts';
import { Heartbeat } from '../queue/heartbeat.ts';
import { loadMigrations, migrate } from '../db/migrate.ts';
import { AccessTokens } from '../logins/access-tokens.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import { relayTroubleNow } from '../db/mail-tables/relays.ts';
import { roomsRefused } from '../db/room-tables/rooms-refused.ts';
import { openDatabase } from '../db/open.ts';
import type { Database } from '../db/pool.ts';
import { errorCode, MailroomError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { Log } from '../base/log.ts';
import { HomeserverLink } from '../matrix/link.ts';
import { Puppets } from '../matrix/puppets.ts';
import { parseRegistration, puppetRegistrationProblems, registrationProblems } from '../matrix/registration.ts';
import type { Registration } from '../matrix/registration.ts';
import { createMetrics } from '../watch/metrics.ts';
import type { Metrics } from '../watch/metrics.ts';
import { RecordKeeper } from '../watch/record-keeper.ts';
import { SpaceWatch } from '../watch/space.ts';
import { observed, startObservability } from '../watch/observability.ts';
import type { Observability, Observed, ReadyCheck } from '../watch/observability.ts';
import { startProvisioning } from '../provisioning/listener.ts';
import type { OperationDeps } from '../operations/operation.ts';
import { takeIdentities } from '../handling/identities.ts';
import { openKeys } from '../handling/keyring.ts';
import { startWork } from './handlers.ts';
import type { Part } from './handlers.ts';
import { stopByClick } from '../guests/click.ts';
import { GUEST_PATH } from '../guests/guest-fields.ts';
import { guestRoutes } from '../web/guest-page.ts';
import { startPages } from './pages.ts';
import { programVersion } from '../base/version.ts';

export interface AppOptions {
  readonly log: Log;
  /** Called by name at each step on the path of a mail or an event; tests end the process there. */
  readonly failpoint?: (name: string) => void;
  /** Where another process answers the watchers for this one: it gets what it asks. There is no listener then. */
  readonly onObserved?: (seen: Observed) => void;
  /** Processes that begin together on the same accounts, this one counted. Default 1. */
  readonly peers?: number;
}

/** A whole Mailroom. `stop` may be called at any time, also while `start` goes on. */
export interface App {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Reads the config again, once the start is over; nothing during a stop. Never rejects. */
  reload(by: string): Promise<void>;
  /** At a stop, running work has this long to end, milliseconds. */
  readonly drainMs: () => number;
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
  readonly #onObserved: AppOptions['onObserved'];
  readonly #peers: number;
  readonly #parts: Part[] = [];
  readonly #stopping = new AbortController();
  #started: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | null = null;
  #observability: Observability | null = null;
  #link: HomeserverLink | null = null;
  #reload: ConfigReload | null = null;
  #live: LiveConfig | null = null;

  constructor(config: Config, options: AppOptions) {
    this.#config = config;
    this.#log = options.log;
    this.#failpoint = options.failpoint ?? (() => undefined);
    this.#onObserved = options.onObserved;
    this.#peers = options.peers ?? 1;
  }

  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async reload(by: string): Promise<void> {
    try {
      await this.#started;
      if (!this.#stopping.signal.aborted) await this.#reload?.ask(by);
    } catch (error) {
      logTrouble(this.#log, 'the config could not be read again yet', error);
    }
  }

  drainMs(): number {
    return (this.#live?.config ?? this.#config).times.drain;
  }

  addresses() {
    if (this.#observability === null || this.#link === null) throw new Error('Mailroom is not started');
    return { observability: this.#observability.url, appservicePort: this.#link.port };
  }

  async #start(): Promise<void> {
    const config = this.#config;
    const registration = readRegistration(config);
    const puppetRegistration = readPuppetRegistration(config, registration);
    const metrics = createMetrics({ version: programVersion() });
    const opened = await openDatabase(config.database, this.#log);
    this.#parts.push({ name: 'database', stop: () => opened.close() });
    const { db } = opened;
    const applied = await migrate(db, await loadMigrations());
    if (applied.length > 0) this.#log.info('schema migrated', { applied });
    const ids = await openKeys(db, config);
    const record = new RecordKeeper({ db, log: this.#log, secret: config.secret });
    await record.start();
    this.#parts.push({ name: 'record', stop: () => record.stop() });
    const begun = await this.#begin(db, ids, metrics);
    const { live, reload, own } = begun;
    const { accounts } = live;
    const ghosts = ghostsOf(config);
    const link = new HomeserverLink({
      db,
      ids,
      codec: ghosts,
      log: this.#log,
      failpoint: this.#failpoint,
      accountOf: async (thread) => (await loadThread(db, thread))?.account ?? null,
      thirdParty: (path, query) => answerThirdParty(path, query, ghosts),
      addressOf: (user) => ghosts.address(user),
      onTransaction: (outcome, events) => metrics.transaction(outcome, events),
      onFound: (events) => metrics.eventsFound(events),
      followers: () => followersOf(accounts),
      readBack: {
        get everyMs() {
          return live.config.times.readBack;
        },
        get keepMs() {
          return live.config.keep.events;
        },
      },
      homeserver: {
        url: config.homeserver.url,
        ca: config.homeserver.ca,
        timeoutMs: config.times.homeserver,
        roomVersion: config.homeserver.roomVersion,
      },
      listen: config.appservice.listen,
      registration,
      displayName: BOT_NAME,
      faces: facesOf(ghosts),
    });
    this.#link = link;
    const space = new SpaceWatch({
      db,
      ids,
      ghosts,
      accounts,
      log: this.#log,
      get limits() {
        return live.config.limits;
      },
      folder: config.database.kind === 'embedded' ? config.database.folder : null,
    });
    await space.start();
    this.#parts.push({ name: 'space', stop: () => space.stop() });
    await this.#watch(db, metrics, link, live, space);
    await this.#provide(live, {
      ...{ db, accounts: new OperatorsAccounts(accounts), ghosts, ids, reload: reload.port, ownAccounts: own },
    });
    const puppets = this.#puppets(db, ids, live, puppetRegistration);
    await link.listen();
    this.#parts.push({ name: 'intake', stop: () => link.stop() });
    const accountRooms = await startWork({
      ...begun,
      log: this.#log,
      failpoint: this.#failpoint,
      signal: this.#stopping.signal,
      parts: this.#parts,
      db,
      ids,
      ghosts,
      tokens: new AccessTokens(),
      accounts,
      metrics,
      link,
      peers: this.#peers,
      space,
      puppets,
    });
    link.begin();
    accountRooms.openSpaces(link.ready());
  }

  /** Members who speak as themselves. */
  #puppets(
    db: Database,
    ids: IdKey,
    live: LiveConfig,
    registration: ReturnType<typeof readPuppetRegistration>,
  ): Puppets {
    const { url, ca } = this.#config.homeserver;
    const puppets = new Puppets({
      db,
      homeserver: { url, timeoutMs: this.#config.times.homeserver, ...(ca === null ? {} : { ca }) },
      registration,
      log: this.#log,
      settings: () => live.config.puppets,
      hashOf: (user, token) => ids.login('puppet', user, token),
    });
    const stop = (): Promise<void> => {
      puppets.close();
      return Promise.resolve();
    };
    this.#parts.push({ name: 'members', stop });
    return puppets;
  }

  /** Who this process is to the others, and with which config: before it decides anything. */
  async #begin(db: Database, ids: IdKey, metrics: Metrics) {
    const own = new OwnAccounts({
      db,
      sealer: sealerOf(this.#config),
      inUse: () => this.#live?.config ?? this.#config,
    });
    const { config, leftOut } = await own.merged(this.#config);
    for (const { account, problems } of leftOut) {
      this.#log.warn('an account is left out', { account, problems: problems.map(shownField) });
    }
    await checkConfig(config, CONFIG_CHECKS, db, ids);
    const live = new LiveConfig(config);
    this.#live = live;
    const unserved = () => live.config.times.accountUnserved;
    metrics.read(metricsSource(db, unserved));
    const life = await Heartbeat.start(db, {
      leaseMs: config.times.lease,
      accounts: config.accounts.map(({ id }) => id),
      get unservedMs() {
        return unserved();
      },
      onError: (error) => logTrouble(this.#log, 'sign of life not written', error),
    });
    this.#parts.push({ name: 'life', stop: () => life.stop() });
    const reload = new ConfigReload({
      live,
      db,
      ids,
      life,
      log: this.#log,
      load: () => loadConfig(config.file, process.env),
      withOwn: (file) => own.merged(file),
      checks: CONFIG_CHECKS,
      failpoint: this.#failpoint,
      onStanding: (generation, isTaken) => metrics.configStands(generation, isTaken),
    });
    this.#reload = reload;
    await reload.begin();
    await takeIdentities(db, ids, identitiesOf(config));
    return { live, life, claims: new Claims(db), reload, own };
  }

  async #watch(
    db: Database,
    metrics: Metrics,
    link: HomeserverLink,
    live: LiveConfig,
    space: SpaceWatch,
  ): Promise<void> {
    const checks = (): ReadyCheck[] => [
      { name: 'database', check: () => db.query('SELECT 1').then(() => undefined) },
      { name: 'homeserver', check: () => link.client.versions().then(() => undefined) },
      // What people say is mailed all the same: nobody is to restart the bridge.
      { name: 'space', required: false, check: () => space.check() },
      ...[...live.accounts.keys()].flatMap((account) => [
        { name: `account:${account}`, required: false, check: () => accountIsWell(db, account) },
        { name: `account:${account}:out`, required: false, check: () => wayOutIsWell(db, account) },
        // Neither a restart nor another process gets a room made, and in the rooms that there are all goes on.
        { name: `account:${account}:rooms`, required: false, check: () => roomsAreMade(db, account) },
      ]),
    ];
    const looked = {
      listen: this.#config.observability.listen,
      metrics,
      log: this.#log,
      get checks() {
        return checks();
      },
    };
    if (this.#onObserved !== undefined) {
      const seen = observed(looked);
      this.#observability = { url: '', drain: () => seen.drain(), close: () => Promise.resolve() };
      this.#onObserved(seen);
      return;
    }
    const observability = await startObservability(looked);
    this.#observability = observability;
    this.#parts.push({ name: 'observability', stop: () => observability.close() });
  }

  /**
   * The pages for people, to which features give their routes here, and the interface for operators, where there is a
   * token for it.
   */
  async #provide(live: LiveConfig, ground: OperationDeps & { readonly ownAccounts: OwnAccounts }): Promise<void> {
    const guests = guestRoutes(GUEST_PATH, {
      isKnown: (link) => ground.ids.readGuestLink(link) !== null,
      stop: (link) => stopByClick(ground, link),
    });
    const mailboxes = { live, own: ground.ownAccounts, sealer: sealerOf(this.#config) };
    const url = this.#config.web?.url ?? '';
    const logins = mailboxRoutes(mailboxes, { db: ground.db, log: this.#log, url });
    const pages = await startPages(this.#config, [guests, logins], this.#log);
    if (pages !== null) this.#parts.push(pages);
    const { listen, token } = this.#config.provisioning;
    if (token === null) return;
    const deps: OperationDeps = {
      ...ground,
      get unservedMs() {
        return live.config.times.accountUnserved;
      },
    };
    const provisioning = await startProvisioning({
      listen,
      get token() {
        return live.config.provisioning.token ?? token;
      },
      get perMinute() {
        return live.config.provisioning.perMinute;
      },
      deps,
      log: this.#log,
      now: () => performance.now(),
    });
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

function ghostsOf({ appservice, homeserver }: Config): GhostCodec {
  return new GhostCodec({ prefix: appservice.ghostPrefix, domain: homeserver.domain, bot: appservice.bot });
}

/** The teams of the accounts whose mailboxes follow. */
function followersOf(accounts: ReadonlyMap<AccountId, Account>): Map<AccountId, readonly UserId[]> {
  const following = [...accounts.values()].filter(({ follows }) => follows === true);
  return new Map(following.map(({ id, team }) => [id, team.map(({ user }) => user)]));
}

function readRegistration(config: Config): Registration {
  const { registration: file } = config.appservice;
  const registration = registrationOf(file, 'make it with "mailroom registration"');
  const problems = registrationProblems(registration, registrationFactsOf(config));
  if (problems.length > 0) throw new MailroomError('registration-mismatch', problems.join('\n'));
  return registration;
}

/** The second registration; null for none. */
function readPuppetRegistration({ puppets: { registration: file } }: Config, main: Registration): Registration | null {
  if (file === null) return null;
  const registration = registrationOf(file, 'make it with "mailroom registration --puppets"');
  const problems = puppetRegistrationProblems(registration, main);
  if (problems.length > 0) throw new MailroomError('registration-mismatch', `${file}: ${problems.join('\n')}`);
  return registration;
}

function registrationOf(file: string, advice: string): Registration {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new MailroomError('registration-missing', `${file} cannot be read (${errorCode(error)}): ${advice}`);
  }
  return parseRegistration(text);
}

async function accountIsWell(db: Database, account: AccountId): Promise<void> {
  const { rows } = await db.query<{ state: string; reason: string | null; troubled: number }>(
    `SELECT state, state_reason AS reason, cardinality(troubled_mailboxes) AS troubled
     FROM accounts WHERE account = $1`,
    [account],
  );
  const { state, reason, troubled } = rows[0] ?? { state: 'stopped', reason: null, troubled: 0 };
  if (state !== 'connected') throw new MailroomError('account-not-connected', state);
  if (troubled > 0) throw new MailroomError(reason ?? 'mailbox-unavailable', `${String(troubled)} mailboxes`);
}

async function wayOutIsWell(db: Database, account: AccountId): Promise<void> {
  const away = await relayTroubleNow(db, account);
  if (away !== null) throw new MailroomError(away.reason, away.state);
}

async function roomsAreMade(db: Database, account: AccountId): Promise<void> {
  const refused = await roomsRefused(db, account);
  if (refused !== null) throw new MailroomError('room-refused', refused.answer);
}

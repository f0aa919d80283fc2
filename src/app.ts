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
import { GhostCodec, IdKey } from './bridge/ids.ts';
import { addressOfUser, answerThirdParty } from './bridge/third-party.ts';
import type { AccountId } from './bridge/types.ts';
import { accountsOf, imapSettings, registrationFactsOf, smtpConfig } from './settings.ts';
import type { Config } from './config.ts';
import { metricsSource } from './db/figures.ts';
import { Life } from './db/life.ts';
import { loadMigrations, migrate } from './db/migrate.ts';
import { loadThread } from './db/threads.ts';
import { openDatabase } from './db/open.ts';
import type { Database } from './db/pool.ts';
import { errorCode, MailroomError } from './errors.ts';
import { AccountKeeper } from './imap/lease.ts';
import { systemClock } from './imap/settings.ts';
import { AccountNews } from './jobs/account-news.ts';
import { AccountRooms } from './jobs/account-rooms.ts';
import { Desk } from './jobs/desk.ts';
import { deskRoom } from './jobs/desk-room.ts';
import type { DeskRoomDeps } from './jobs/desk-room.ts';
import { eventIn } from './jobs/event-in.ts';
import { mailIn } from './jobs/mail-in.ts';
import { noticeOut } from './jobs/mail-notice.ts';
import { mailOut } from './jobs/mail-out.ts';
import { mailSent } from './jobs/mail-sent.ts';
import { Maintenance } from './jobs/maintenance.ts';
import { memberActs } from './jobs/member-act.ts';
import { matrixSend } from './jobs/matrix-send.ts';
import { createSenderCheck } from './jobs/sender-check.ts';
import type { SenderCheck } from './jobs/sender-check.ts';
import { cachedResolver, systemResolver } from './jobs/sender-resolver.ts';
import { ThreadRooms } from './jobs/thread-rooms.ts';
import { Worker } from './jobs/worker.ts';
import type { Handler } from './jobs/worker.ts';
import type { Log } from './log.ts';
import { createParsePool } from './mail/worker/pool.ts';
import { defaultLimits } from './mail/parse.ts';
import type { MessageId } from './mail/types.ts';
import { HomeserverLink } from './matrix/link.ts';
import { membershipOf, powerIn } from './matrix/others-rooms.ts';
import { parseRegistration, registrationProblems } from './matrix/registration.ts';
import { createThumbnailer, inTurn } from './matrix/thumbnail.ts';
import { createMetrics } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { startObservability } from './observability.ts';
import type { Observability, ReadyCheck } from './observability.ts';
import { startProvisioning } from './operations/listener.ts';
import type { OperationDeps } from './operations/operations.ts';
import { createSmtp } from './smtp/transport.ts';
import type { Smtp } from './smtp/transport.ts';
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

/** Something with an end; ended in the reverse order of its start. */
interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
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
    });
    this.#link = link;
    await this.#watch(db, metrics, link, accounts);
    await this.#provide({ db, accounts, ghosts });
    await link.listen();
    this.#parts.push({ name: 'intake', stop: () => link.stop() });
    const accountRooms = await this.#startWork({ db, life, ids, ghosts, accounts, metrics, link });
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

  async #startWork(parts: {
    readonly db: Database;
    readonly life: Life;
    readonly ids: IdKey;
    readonly ghosts: GhostCodec;
    readonly accounts: ReadonlyMap<AccountId, Account>;
    readonly metrics: Metrics;
    readonly link: HomeserverLink;
  }): Promise<AccountRooms> {
    const config = this.#config;
    const { db, life, ids, ghosts, accounts, metrics, link } = parts;
    const base = { db, ids, ghosts, accounts, log: this.#log, failpoint: this.#failpoint };
    const parser = createParsePool({
      size: config.limits.parseWorkers,
      timeLimit: config.limits.parseTime,
      memory: Math.ceil(config.limits.parseMemory / 2 ** 20),
      limits: { ...defaultLimits, size: Math.max(defaultLimits.size, config.limits.mailSize) },
    });
    this.#parts.push({ name: 'parser', stop: () => parser.close() });
    void parser.warmUp();
    const smtp = this.#relays();
    const thumbnail = await createThumbnailer();
    const threadRooms = new ThreadRooms({ db, rooms: link.rooms, ghosts: link.ghosts, codec: ghosts });
    const accountRooms = new AccountRooms({ ...base, threadRooms, signal: this.#stopping.signal });
    this.#parts.push({ name: 'account rooms', stop: () => accountRooms.stop() });
    const keeper = this.#keeper(db, ids, metrics, accountRooms);

    await this.#work(
      mailIn({
        ...base,
        parser,
        mailSize: config.limits.mailSize,
        checkSender: senderCheckOf(config),
      }),
      db,
      metrics,
    );
    await this.#work(
      matrixSend({
        ...base,
        parser,
        client: link.client,
        media: link.media,
        thumbnail: thumbnail === null ? null : inTurn(thumbnail),
        rooms: link.rooms,
        matrixGhosts: link.ghosts,
        threadRooms,
        countSend: (account, seconds, waited) => {
          metrics.eventSent(account.id);
          metrics.sendSeconds('event', seconds);
          if (waited !== null) metrics.deliverySeconds('in', waited);
        },
      }),
      db,
      metrics,
    );
    await this.#work(
      memberActs({
        ...base,
        client: link.client,
        rooms: link.rooms,
        matrixGhosts: link.ghosts,
        threadRooms,
      }),
      db,
      metrics,
    );
    await this.#work(
      eventIn({
        ...base,
        identify: (room) => link.identify(room),
        powerOf: (room, user) => powerIn(link.client, room, user),
        membership: membershipOf(link.client),
      }),
      db,
      metrics,
    );
    await this.#work(
      mailOut({
        ...base,
        parser,
        now: Date.now,
        download: async (mxc) => (await link.client.download(mxc)).stream,
        smtp: (account) => relay(smtp, account.id),
        certain: () => life.certain,
        retryFor: config.times.retryMail,
        countMail: (account, end) => metrics.mailOut(account.id, end),
        breaker: config.limits.breaker,
        countBrake: (account, brake) => metrics.brake(account, brake),
        timed: metrics,
      }),
      db,
      metrics,
    );
    await this.#work(
      noticeOut({
        ...base,
        breaker: config.limits.breaker,
        smtp: (account) => relay(smtp, account.id),
        now: Date.now,
        retryFor: config.times.retryMail,
        certain: () => life.certain,
      }),
      db,
      metrics,
    );
    const copies = new Map(config.accounts.map(({ id, sent, imap }) => [id, copyPolicy(sent.copy, imap.host)]));
    await this.#work(
      mailSent({
        ...base,
        mailbox: (account) => keeper.commands(account),
        files: (account) => copies.get(account.id) ?? 'never',
      }),
      db,
      metrics,
    );
    await this.#startDesk(
      { ...base, client: link.client, rooms: link.rooms, matrixGhosts: link.ghosts, threadRooms },
      metrics,
    );
    const news = new AccountNews({ ...base, graceMs: config.times.accountTrouble });
    news.start();
    this.#parts.push({ name: 'account news', stop: () => news.stop() });
    await keeper.start();
    this.#parts.push({ name: 'mailboxes', stop: () => keeper.stop() });
    const maintenance = new Maintenance({ db, log: this.#log, keep: config.keep });
    maintenance.start();
    this.#parts.push({ name: 'maintenance', stop: () => maintenance.stop() });
    return accountRooms;
  }

  async #startDesk(deps: DeskRoomDeps, metrics: Metrics): Promise<void> {
    await this.#work(deskRoom(deps), deps.db, metrics);
    const desk = new Desk(deps);
    desk.start();
    this.#parts.push({ name: 'desk', stop: () => desk.stop() });
  }

  #relays(): ReadonlyMap<AccountId, Smtp> {
    const smtp = new Map(
      this.#config.accounts.map((account) => [account.id, createSmtp(smtpConfig(this.#config, account))]),
    );
    this.#parts.push({
      name: 'relays',
      stop: () => {
        for (const one of smtp.values()) one.close();
        return Promise.resolve();
      },
    });
    return smtp;
  }

  #keeper(db: Database, ids: IdKey, metrics: Metrics, rooms: AccountRooms): AccountKeeper {
    return new AccountKeeper(
      {
        db,
        log: this.#log,
        clock: systemClock(),
        failpoint: this.#failpoint,
        isOwnMessageId: (id) => ids.isOwnMessageId(id as MessageId),
        hooks: {
          onState: (account, state) => {
            if (state === 'bad-credentials') rooms.loginRefused(account, 'IMAP');
          },
          onMails: (account, outcome, count) => {
            for (let n = 0; n < count; n++) metrics.mailIn(account, outcome);
          },
          onFailure: (_account, kind) => metrics.failure(`imap-${kind}`),
        },
      },
      this.#config.accounts.map((account) => {
        const imap = imapSettings(this.#config, account);
        const fingerprint = ids.fingerprint(imap.host, String(imap.port), imap.user, imap.password);
        return { account: account.id, imap, fingerprint };
      }),
      { leaseMs: this.#config.times.lease, staggerMs: 50 },
    );
  }

  async #work<Prepared>(handler: Handler<Prepared>, db: Database, metrics: Metrics): Promise<void> {
    const worker = new Worker(handler, {
      db,
      log: this.#log,
      failpoint: this.#failpoint,
      count: (queue, end, seconds) => {
        if (end !== 'done') metrics.failure(`${queue}-${end}`);
        if (end !== 'error') metrics.jobSeconds(queue, end, seconds);
      },
    });
    await worker.start();
    this.#parts.push({ name: handler.queue, stop: () => worker.stop() });
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

/** Our own check of senders, where an account asks for it: only then is the DNS asked anything. */
function senderCheckOf(config: Config): SenderCheck | null {
  const wanted = config.accounts.some(({ authentication }) => authentication === 'own');
  return wanted ? createSenderCheck({ resolve: cachedResolver(systemResolver()) }) : null;
}

function relay(relays: ReadonlyMap<AccountId, Smtp>, account: AccountId): Smtp {
  const found = relays.get(account);
  if (found === undefined) throw new MailroomError('no-relay', `account ${account} has no relay`);
  return found;
}

/** Gmail and Exchange Online file what they send by themselves; a second copy would stand beside it. */
function copyPolicy(copy: 'auto' | 'always' | 'never', imapHost: string): 'always' | 'never' | 'provider' {
  if (copy !== 'auto') return copy;
  return /(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com)$/i.test(imapHost) ? 'provider' : 'always';
}

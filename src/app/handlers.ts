/**
 * The workers of a Mailroom and what they work with, put together from the config: the part of the composition root
 * that grows.
 */
import type { Account } from '../bridge/account/account.ts';
import type { GhostCodec, IdKey } from '../bridge/ids.ts';
import type { AccountId, Sought } from '../bridge/types.ts';
import type { Claims } from '../queue/claims.ts';
import type { Heartbeat } from '../queue/heartbeat.ts';
import type { Database } from '../db/pool.ts';
import { AccountSupervisor } from '../imap/lease.ts';
import { systemClock } from '../imap/settings.ts';
import type { ImapAccount, ImapSettings } from '../imap/settings.ts';
import type { SpaceWatch } from '../watch/space.ts';
import { accountNews } from '../watch/account-news.ts';
import { unservedTold } from '../watch/unserved-told.ts';
import { AccountRooms } from '../rooms/account-rooms.ts';
import { seeTeams } from '../handling/team-changes.ts';
import { teamWork } from '../teamwork/team-work.ts';
import { workShown } from '../teamwork/work-shown.ts';
import { HelpdeskTimers } from '../teamwork/due.ts';
import { eventIn } from '../said/event-in.ts';
import { mailIn } from '../incoming/mail-in.ts';
import { guestMail } from '../guests/batch-out.ts';
import { noticeOut } from '../outgoing/mail-notice.ts';
import { RelayWatch } from '../outgoing/relay-watch.ts';
import { putReturnedAside } from '../outgoing/returned.ts';
import { Freezing } from '../outgoing/freezing.ts';
import { LeavingTogether } from '../outgoing/leaving-together.ts';
import { mailOut } from '../outgoing/mail-out.ts';
import { mailSent } from '../outgoing/mail-sent.ts';
import { mailboxFollow } from '../teamwork/mailbox-follow.ts';
import { searchBacklog } from '../watch/search-backlog.ts';
import { accountsLeaving } from '../erasing/leaving-accounts.ts';
import { removals } from '../erasing/removals.ts';
import { maintenance } from '../watch/maintenance.ts';
import { matrixSend } from '../rooms/matrix-send.ts';
import { memberActs } from '../begun/member-act.ts';
import { createSenderCheck } from '../incoming/sender-check.ts';
import { cachedResolver, systemResolver } from '../incoming/sender-resolver.ts';
import { ThreadRooms } from '../rooms/thread-rooms.ts';
import { Worker } from '../queue/worker.ts';
import type { Handler } from '../queue/worker.ts';
import type { Log } from '../base/log.ts';
import { removeSecrets } from '../db/secret-tables/sealed-secrets.ts';
import { loginsForgotten } from '../mailboxes/own-mailboxes.ts';
import { defaultLimits } from '../mail/mime/parse.ts';
import type { MessageId } from '../mail/types.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { WallReport } from '../sandbox/sandbox.ts';
import { RoomLooks } from '../matrix/room-look.ts';
import { OtherRequests } from '../matrix/others.ts';
import type { OwnAccountsPort } from '../handling/deps.ts';
import { answerReloads } from '../handling/reload-answer.ts';
import { readFailures } from '../handling/matrix-failure.ts';
import type { HomeserverLink } from '../matrix/link.ts';
import { welcomeFailed } from '../guests/welcome-failed.ts';
import { inviting, membershipOf, powerIn } from '../matrix/others-rooms.ts';
import type { Puppets } from '../matrix/puppets.ts';
import { thumbnailerOnDemand } from '../thumbnail/thumbnailer.ts';
import type { Thumbnailer } from '../thumbnail/thumbnailer.ts';
import type { Metrics } from '../watch/metrics.ts';
import type { AccessTokens } from '../logins/access-tokens.ts';
import type { LiveConfig } from './live-config.ts';
import { openRelays } from './relays.ts';
import type { Relays } from './relays.ts';
import type { ConfigReload } from './reload.ts';
import { mailboxesOf } from './own-mailboxes.ts';
import { imapSettings, keepOf, loginSecret, sealerOf } from './settings.ts';
import { histories } from './history.ts';

/** Between two rounds over the ways out, milliseconds: within so long a corrected password is seen. */
const LOOK_MS = 5_000;

/** Something with an end; ended in the reverse order of its start. */
export interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** What is there before the work begins. */
export interface Ground {
  readonly live: LiveConfig;
  readonly reload: ConfigReload;
  readonly own: OwnAccountsPort;
  readonly log: Log;
  readonly failpoint: (name: string) => void;
  /** Aborted when the stop begins. */
  readonly signal: AbortSignal;
  /** What was started is added here. */
  readonly parts: Part[];
  readonly db: Database;
  readonly life: Heartbeat;
  readonly claims: Claims;
  readonly ids: IdKey;
  readonly ghosts: GhostCodec;
  /** Of logins without a password. */
  readonly tokens: AccessTokens;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly metrics: Metrics;
  readonly link: HomeserverLink;
  /** Processes that begin together, this one counted. */
  readonly peers: number;
  /** Members who speak as themselves. */
  readonly puppets: Puppets;
  /** Whether there is room for more mail. */
  readonly space: Pick<SpaceWatch, 'hasRoom'>;
}

/** Starts the workers, then the mailboxes: nothing comes in before somebody can work on it. */
export async function startWork(ground: Ground): Promise<AccountRooms> {
  const { live, db, link, ghosts, parts, reload } = ground;
  const parser = await startParser(ground);
  const base = baseOf(ground);
  const threadRooms = new ThreadRooms({
    db,
    client: link.client,
    rooms: link.rooms,
    ghosts: link.ghosts,
    codec: ghosts,
  });
  const accountRooms = new AccountRooms({ ...base, threadRooms, signal: ground.signal });
  parts.push({ name: 'account rooms', stop: () => accountRooms.stop() });
  const supervisor = supervisorOf(ground, accountRooms, () => ground.space.hasRoom);

  await putReturnedAside(base, live.config.times.retryMail);
  // Another process may have taken somebody out since this one began.
  await reload.upToDate();
  await seeTeams({ ...base, accounts: live.together });
  const checkSender = createSenderCheck({ parser, resolve: cachedResolver(systemResolver()) });
  await work(ground, mailIn({ ...base, parser, mailSize: live.config.limits.mailSize, checkSender }));
  const thumbnail = startThumbnailer(ground);
  await startMatrixSide(ground, { ...base, thumbnail }, parser, threadRooms);
  const relays = openRelays({ ...ground, refresh: () => ground.reload.refreshPasswords() });
  parts.push({
    name: 'relays',
    stop: () => {
      relays.close();
      return Promise.resolve();
    },
  });
  await startMailOut(ground, base, parser, supervisor, relays);
  await supervisor.start();
  parts.push({ name: 'mailboxes', stop: () => supervisor.stop() });
  // After the rows of the accounts are there.
  const { login, refresh } = relays;
  const relayWatch = new RelayWatch({ ...base, smtp: ({ id }) => relays.smtp(id), login, refresh, everyMs: LOOK_MS });
  await relayWatch.start();
  parts.push({ name: 'ways out', stop: () => relayWatch.stop() });
  const upkeep = maintenance({
    db,
    log: ground.log,
    get keep() {
      return keepOf(live.config);
    },
  });
  void upkeep.start();
  parts.push({ name: 'maintenance', stop: () => upkeep.stop() });
  const backlog = searchBacklog({ ...base, parse: (source, language) => parser.parse(source, language) });
  void backlog.start();
  parts.push({ name: 'search', stop: () => backlog.stop() });
  const forgotten = loginsForgotten(db, ground.log, removeSecrets);
  void forgotten.start();
  parts.push({ name: 'logins', stop: () => forgotten.stop() });
  const before = histories({ ...ground, ...base, thumbnail });
  before.start();
  parts.push({ name: 'mail of before', stop: () => before.stop() });
  const away = removals({ db, client: link.client, codec: ghosts, log: ground.log, failpoint: ground.failpoint });
  void away.start();
  parts.push({ name: 'removals', stop: () => away.stop() });
  const leaving = accountsLeaving({ db, client: link.client, log: ground.log, failpoint: ground.failpoint });
  void leaving.start();
  parts.push({ name: 'leaving accounts', stop: () => leaving.stop() });
  await reload.start({
    see: (accounts) => seeTeams({ ...base, accounts }),
    beforeServing: (accounts) => putReturnedAside({ ...base, accounts }, live.config.times.retryMail),
    changed: ({ added }) => {
      supervisor.update(imapAccounts(ground));
      accountRooms.openSpaces(link.ready(), added);
    },
    answer: () => answerReloads(base),
  });
  parts.push({ name: 'reload', stop: () => reload.stop() });
  return accountRooms;
}

function baseOf({ live, db, ids, ghosts, accounts, log, failpoint, link, reload, own, puppets }: Ground) {
  const others = new OtherRequests(link.client, () => performance.now());
  return {
    db,
    ids,
    ghosts,
    accounts,
    log,
    failpoint,
    reload: reload.port,
    ownAccounts: own,
    mailboxes: mailboxesOf({ live, own, sealer: sealerOf(live.config) }),
    puppets,
    failure: readFailures(() => others.answered()),
  };
}

/** The processes that read mail; without Node's permission model around them there are none, and no start. */
async function startParser({ live: { config }, log, parts }: Ground): Promise<ParsePool> {
  const parser = createParsePool({
    size: config.limits.parseWorkers,
    timeLimit: config.limits.parseTime,
    memory: Math.ceil(config.limits.parseMemory / 2 ** 20),
    limits: { ...defaultLimits, size: Math.max(defaultLimits.size, config.limits.mailSize) },
  });
  parts.push({ name: 'parser', stop: () => parser.close() });
  void parser.warmUp();
  tellStanding(log, 'mail', await parser.standing());
  return parser;
}

function startThumbnailer({ log, parts }: Ground): Pick<Thumbnailer, 'make'> {
  const thumbnailer = thumbnailerOnDemand((standing) => {
    if (standing === null) log.warn('sharp does not run here: pictures are shown without thumbnails of ours');
    else tellStanding(log, 'thumbnails', standing);
  });
  parts.push({ name: 'thumbnails', stop: () => thumbnailer.close() });
  return thumbnailer;
}

function tellStanding(log: Log, what: 'mail' | 'thumbnails', { walls, missing }: WallReport): void {
  const fields = { what, permission_model: true, walls, missing };
  if (missing.length === 0) log.info('what strangers send is read behind walls', fields);
  else log.warn('what strangers send is read behind fewer walls than there are', fields);
}

/** What is sent to the homeserver, what it pushes, and what the help desk does by itself. */
async function startMatrixSide(
  ground: Ground,
  base: ReturnType<typeof baseOf> & { readonly thumbnail: Pick<Thumbnailer, 'make'> },
  parser: ParsePool,
  threadRooms: ThreadRooms,
): Promise<void> {
  const { link, metrics, parts, live } = ground;
  const rooms = { client: link.client, rooms: link.rooms, matrixGhosts: link.ghosts, threadRooms };
  await work(
    ground,
    matrixSend({
      ...base,
      ...rooms,
      parser,
      media: link.media,
      voices: ground.puppets,
      countSend: (account, seconds, waited) => {
        metrics.eventSent(account.id);
        metrics.sendSeconds('event', seconds);
        if (waited !== null) metrics.deliverySeconds('in', waited);
      },
    }),
  );
  await work(ground, memberActs({ ...base, ...rooms }));
  await work(
    ground,
    eventIn({
      ...base,
      identify: (room) => link.identify(room),
      powerOf: (room, user) => powerIn(link.client, room, user),
      roomSays: (room, user) => inviting(link.client, room, user),
      membership: membershipOf(link.client),
    }),
  );
  await work(ground, workShown({ ...base, ...rooms }));
  await work(ground, teamWork({ ...base, ...rooms }));
  const helpdesk = new HelpdeskTimers({ ...base, ...rooms });
  helpdesk.start();
  parts.push({ name: 'helpdesk', stop: () => helpdesk.stop() });
  const news = accountNews({
    ...base,
    get graceMs() {
      return live.config.times.accountTrouble;
    },
  });
  void news.start();
  parts.push({ name: 'account news', stop: () => news.stop() });
  const unserved = unservedTold({
    ...base,
    get graceMs() {
      return live.config.times.accountTrouble;
    },
  });
  void unserved.start();
  parts.push({ name: 'unserved accounts', stop: () => unserved.stop() });
}

/** What leaves: mails of people, mails of Mailroom itself, the copies in Sent, and what the mailbox is told. */
async function startMailOut(
  ground: Ground,
  base: ReturnType<typeof baseOf>,
  parser: ParsePool,
  supervisor: AccountSupervisor,
  relays: Relays,
): Promise<void> {
  const { live, metrics, link, life } = ground;
  const looks = new RoomLooks({
    client: link.client,
    db: ground.db,
    codec: ground.ghosts,
    isReady: () => link.isReady,
    now: () => performance.now(),
    failpoint: ground.failpoint,
  });
  // One object for both: a copy of it would have the settings of this moment for ever.
  const sending: Parameters<typeof mailOut>[0] & Parameters<typeof noticeOut>[0] & Parameters<typeof guestMail>[0] = {
    ...base,
    smtp: ({ id }) => relays.smtp(id),
    now: Date.now,
    certain: () => life.certain,
    together: new LeavingTogether(ground.db),
    freezing: new Freezing(ground.db, ground.failpoint),
    get retryFor() {
      return live.config.times.retryMail;
    },
    get graceMs() {
      return live.config.times.accountTrouble;
    },
    get breaker() {
      return live.config.limits.breaker;
    },
    parser,
    look: (asked) => looks.look(asked),
    download: async (mxc) => (await link.client.download(mxc)).stream,
    timed: metrics,
    countMail: (account, end) => metrics.mailOut(account.id, end),
    countStopped: (account, reason) => metrics.answerStopped(account, reason),
    undelivered: (tx, notice) => welcomeFailed(tx, base, notice),
  };
  await work(ground, mailOut(sending));
  await work(ground, noticeOut(sending));
  await work(ground, guestMail(sending));
  await work(
    ground,
    mailSent({
      ...base,
      mailbox: (account) => supervisor.commands(account),
      files: ({ id }) => {
        const account = live.config.accounts.find((one) => one.id === id);
        return account === undefined ? 'never' : copyPolicy(account.sent.copy, account.imap.host);
      },
    }),
  );
  await work(ground, mailboxFollow({ ...base, mailbox: (account) => supervisor.commands(account) }));
}

function loginOf(ids: IdKey, { host, port, user }: ImapSettings, secret: string): Sought<string> {
  return ids.login(host, String(port), user, secret);
}

function imapAccounts({ live: { config }, ids, tokens }: Ground): ImapAccount[] {
  return config.accounts.map((account) => {
    const imap = imapSettings(config, account, tokens);
    const login = loginOf(ids, imap, loginSecret(account.imap.password, account.oauth2));
    return { account: account.id, imap, login };
  });
}

/** Accounts with the passwords that the config's files hold now: a corrected one is tried without a reload. */
function withCurrentPasswords(ground: Ground): (accounts: readonly ImapAccount[]) => ImapAccount[] {
  return (accounts) => {
    ground.reload.refreshPasswords();
    const fresh = imapAccounts(ground);
    return accounts.map((account) => fresh.find((one) => one.account === account.account) ?? account);
  };
}

function supervisorOf(ground: Ground, rooms: AccountRooms, hasRoom: () => boolean): AccountSupervisor {
  const { live, db, ids, log, metrics, failpoint } = ground;
  return new AccountSupervisor(
    {
      db,
      log,
      clock: systemClock(),
      failpoint,
      hasRoom,
      isOwnMessageId: (id) => ids.isOwnMessageId(id as MessageId),
      currentLogins: withCurrentPasswords(ground),
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
    imapAccounts(ground),
    { leaseMs: live.config.times.lease, staggerMs: 50, peers: ground.peers },
  );
}

async function work<Prepared>(ground: Ground, handler: Handler<Prepared>): Promise<void> {
  const { db, log, failpoint, accounts, claims, metrics, parts } = ground;
  const worker = new Worker(handler, {
    db,
    log,
    claims,
    failpoint,
    accounts: () => [...accounts.keys()],
    random: Math.random,
    count: (queue, end, seconds) => {
      if (end !== 'done') metrics.failure(`${queue}-${end}`);
      if (end !== 'error') metrics.jobSeconds(queue, end, seconds);
    },
  });
  await worker.start();
  parts.push({ name: handler.queue, stop: () => worker.stop() });
}

/** Gmail and Exchange Online file what they send by themselves; a second copy would stand beside it. */
function copyPolicy(copy: 'auto' | 'always' | 'never', imapHost: string): 'always' | 'never' | 'provider' {
  if (copy !== 'auto') return copy;
  return /(?:^|\.)(?:gmail\.com|googlemail\.com|office365\.com|outlook\.com)$/i.test(imapHost) ? 'provider' : 'always';
}

/** The workers of a Mailroom and what they work with, put together from the config: the part of the composition root that grows. */
import type { Account } from './bridge/account.ts';
import type { GhostCodec, IdKey } from './bridge/ids.ts';
import type { AccountId } from './bridge/types.ts';
import type { Config } from './config.ts';
import type { Life } from './db/life.ts';
import type { Database } from './db/pool.ts';
import { MailroomError } from './errors.ts';
import { AccountKeeper } from './imap/lease.ts';
import { systemClock } from './imap/settings.ts';
import { AccountNews } from './jobs/account-news.ts';
import { AccountRooms } from './jobs/account-rooms.ts';
import { deskRoom } from './jobs/desk-room.ts';
import { Desk } from './jobs/desk.ts';
import { eventIn } from './jobs/event-in.ts';
import { mailIn } from './jobs/mail-in.ts';
import { noticeOut } from './jobs/mail-notice.ts';
import { mailOut } from './jobs/mail-out.ts';
import { mailSent } from './jobs/mail-sent.ts';
import { Maintenance } from './jobs/maintenance.ts';
import { matrixSend } from './jobs/matrix-send.ts';
import { memberActs } from './jobs/member-act.ts';
import { createSenderCheck } from './jobs/sender-check.ts';
import type { SenderCheck } from './jobs/sender-check.ts';
import { cachedResolver, systemResolver } from './jobs/sender-resolver.ts';
import { ThreadRooms } from './jobs/thread-rooms.ts';
import { Worker } from './jobs/worker.ts';
import type { Handler } from './jobs/worker.ts';
import type { Log } from './log.ts';
import { defaultLimits } from './mail/parse.ts';
import type { MessageId } from './mail/types.ts';
import { createParsePool } from './mail/worker/pool.ts';
import type { ParsePool } from './mail/worker/pool.ts';
import type { HomeserverLink } from './matrix/link.ts';
import { membershipOf, powerIn } from './matrix/others-rooms.ts';
import { createThumbnailer, inTurn } from './matrix/thumbnail.ts';
import type { Metrics } from './metrics.ts';
import { imapSettings, smtpConfig } from './settings.ts';
import { createSmtp } from './smtp/transport.ts';
import type { Smtp } from './smtp/transport.ts';

/** Something with an end; ended in the reverse order of its start. */
export interface Part {
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** What is there before the work begins. */
export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly failpoint: (name: string) => void;
  /** Aborted when the stop begins. */
  readonly signal: AbortSignal;
  /** What was started is added here. */
  readonly parts: Part[];
  readonly db: Database;
  readonly life: Life;
  readonly ids: IdKey;
  readonly ghosts: GhostCodec;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly metrics: Metrics;
  readonly link: HomeserverLink;
}

/** Starts the workers, then the mailboxes: nothing comes in before somebody can work on it. */
export async function startWork(ground: Ground): Promise<AccountRooms> {
  const { config, db, link, ghosts, parts } = ground;
  const parser = startParser(ground);
  const threadRooms = new ThreadRooms({ db, rooms: link.rooms, ghosts: link.ghosts, codec: ghosts });
  const accountRooms = new AccountRooms({ ...baseOf(ground), threadRooms, signal: ground.signal });
  parts.push({ name: 'account rooms', stop: () => accountRooms.stop() });
  const keeper = keeperOf(ground, accountRooms);

  await work(
    ground,
    mailIn({ ...baseOf(ground), parser, mailSize: config.limits.mailSize, checkSender: senderCheckOf(config) }),
  );
  await startMatrixSide(ground, parser, threadRooms);
  await startMailOut(ground, parser, keeper);
  await keeper.start();
  parts.push({ name: 'mailboxes', stop: () => keeper.stop() });
  const maintenance = new Maintenance({ db, log: ground.log, keep: config.keep });
  maintenance.start();
  parts.push({ name: 'maintenance', stop: () => maintenance.stop() });
  return accountRooms;
}

function baseOf({ db, ids, ghosts, accounts, log, failpoint }: Ground) {
  return { db, ids, ghosts, accounts, log, failpoint };
}

function startParser({ config, parts }: Ground): ParsePool {
  const parser = createParsePool({
    size: config.limits.parseWorkers,
    timeLimit: config.limits.parseTime,
    memory: Math.ceil(config.limits.parseMemory / 2 ** 20),
    limits: { ...defaultLimits, size: Math.max(defaultLimits.size, config.limits.mailSize) },
  });
  parts.push({ name: 'parser', stop: () => parser.close() });
  void parser.warmUp();
  return parser;
}

/** What is sent to the homeserver, what it pushes, and what the desk does by itself. */
async function startMatrixSide(ground: Ground, parser: ParsePool, threadRooms: ThreadRooms): Promise<void> {
  const { link, metrics, parts, config } = ground;
  const base = baseOf(ground);
  const rooms = { client: link.client, rooms: link.rooms, matrixGhosts: link.ghosts, threadRooms };
  const thumbnail = await createThumbnailer();
  await work(
    ground,
    matrixSend({
      ...base,
      ...rooms,
      parser,
      media: link.media,
      thumbnail: thumbnail === null ? null : inTurn(thumbnail),
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
      membership: membershipOf(link.client),
    }),
  );
  await work(ground, deskRoom({ ...base, ...rooms }));
  const desk = new Desk({ ...base, ...rooms });
  desk.start();
  parts.push({ name: 'desk', stop: () => desk.stop() });
  const news = new AccountNews({ ...base, graceMs: config.times.accountTrouble });
  news.start();
  parts.push({ name: 'account news', stop: () => news.stop() });
}

/** What leaves: mails of people, mails of Mailroom itself, and the copies in Sent. */
async function startMailOut(ground: Ground, parser: ParsePool, keeper: AccountKeeper): Promise<void> {
  const { config, metrics, link, life } = ground;
  const base = baseOf(ground);
  const relays = startRelays(ground);
  const sending = {
    smtp: (account: Account) => relay(relays, account.id),
    now: Date.now,
    retryFor: config.times.retryMail,
    certain: () => life.certain,
    breaker: config.limits.breaker,
  };
  await work(
    ground,
    mailOut({
      ...base,
      ...sending,
      parser,
      download: async (mxc) => (await link.client.download(mxc)).stream,
      countMail: (account, end) => metrics.mailOut(account.id, end),
      countBrake: (account, brake) => metrics.brake(account, brake),
      timed: metrics,
    }),
  );
  await work(ground, noticeOut({ ...base, ...sending }));
  const copies = new Map(config.accounts.map(({ id, sent, imap }) => [id, copyPolicy(sent.copy, imap.host)]));
  await work(
    ground,
    mailSent({
      ...base,
      mailbox: (account) => keeper.commands(account),
      files: (account) => copies.get(account.id) ?? 'never',
    }),
  );
}

function startRelays({ config, parts }: Ground): ReadonlyMap<AccountId, Smtp> {
  const smtp = new Map(config.accounts.map((account) => [account.id, createSmtp(smtpConfig(config, account))]));
  parts.push({
    name: 'relays',
    stop: () => {
      for (const one of smtp.values()) one.close();
      return Promise.resolve();
    },
  });
  return smtp;
}

function keeperOf(ground: Ground, rooms: AccountRooms): AccountKeeper {
  const { config, db, ids, log, metrics, failpoint } = ground;
  return new AccountKeeper(
    {
      db,
      log,
      clock: systemClock(),
      failpoint,
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
    config.accounts.map((account) => {
      const imap = imapSettings(config, account);
      const fingerprint = ids.fingerprint(imap.host, String(imap.port), imap.user, imap.password);
      return { account: account.id, imap, fingerprint };
    }),
    { leaseMs: config.times.lease, staggerMs: 50 },
  );
}

async function work<Prepared>({ db, log, failpoint, metrics, parts }: Ground, handler: Handler<Prepared>) {
  const worker = new Worker(handler, {
    db,
    log,
    failpoint,
    count: (queue, end, seconds) => {
      if (end !== 'done') metrics.failure(`${queue}-${end}`);
      if (end !== 'error') metrics.jobSeconds(queue, end, seconds);
    },
  });
  await worker.start();
  parts.push({ name: handler.queue, stop: () => worker.stop() });
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

import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { openMetricsText, prefersOpenMetrics } from './open-metrics.ts';

/** What Postgres knows and a scrape asks for: the same from every replica. */
export interface MetricsSource {
  readonly queues: () => Promise<readonly QueueDepth[]>;
  readonly accounts: () => Promise<readonly AccountGauge[]>;
  /** Rows of poison: what the homeserver pushed and nobody could read. */
  readonly poison: () => Promise<number>;
  /** Whether outgoing mail is stopped, and how many answers the loop guard stopped, by account. */
  readonly breaker: () => Promise<{ readonly open: boolean; readonly held: ReadonlyMap<string, number> }>;
  /** What is too full for more mail, and how large the database is, bytes; absent where that is not asked. */
  readonly space?: () => Promise<{ readonly full: readonly string[]; readonly databaseBytes: number }>;
}

interface QueueDepth {
  readonly queue: string;
  readonly waiting: number;
  readonly quarantined: number;
  /** How long the oldest job has waited, also one that rests between two tries, seconds. */
  readonly oldestSeconds: number;
}

export interface AccountGauge {
  readonly account: string;
  /** A state of the table `accounts`. */
  readonly state: string;
  /** The same of its way out; absent where that is not known. */
  readonly out?: string;
  /** Seconds since its last mail was stored; null before the first. */
  readonly lastMailSeconds: number | null;
  /** Mail in quarantine. */
  readonly quarantined: number;
  /** Whether no process has served it for `times.account_unserved`; absent where that is not known. */
  readonly unserved?: boolean;
  /** Mails of the last 24 hours that were not let in; absent where that is not known. */
  readonly notShown?: number;
  /** Mailboxes that are not read, or read late; absent where that is not known. */
  readonly troubled?: number;
  /** Whether the homeserver makes no rooms for it; absent where that is not known. */
  readonly roomsRefused?: boolean;
  /** How far its mail of before is brought in; absent where there is none to bring. */
  readonly history?: { readonly state: string; readonly found: number; readonly settled: number };
  /** What the homeserver refused for good within 24 hours; absent where that is not known. */
  readonly refused?: RefusedFigures;
}

/** People who cannot be invited, types of room state that it does not take, messages and signs of ours. */
export interface RefusedFigures {
  readonly invitations: number;
  readonly state: number;
  readonly messages: number;
}

/** How a run of a job ended. */
type JobOutcome = 'done' | 'retry' | 'away' | 'elsewhere' | 'dead' | 'lost';

/**
 * Every label value is from a closed set or an account's key: never an address, a room or a text of somebody else's.
 */
export interface Metrics {
  /** A mail was stored (`stored`, `oversize`) or passed over (`skipped`). */
  readonly mailIn: (account: string, outcome: 'stored' | 'oversize' | 'skipped') => void;
  /** A mail of ours was settled, or put off once more. */
  readonly mailOut: (account: string, outcome: 'sent' | 'deferred' | 'failed' | 'unknown' | 'cancelled') => void;
  /** The loop guard stopped an answer, for one of its reasons. */
  readonly answerStopped: (account: string, reason: string) => void;
  /** An event of ours is in its room. */
  readonly eventSent: (account: string) => void;
  /** Something failed; `kind` is a constant of the program, such as `matrix-send-retry` or `imap-login`. */
  readonly failure: (kind: string) => void;
  /**
   * A transaction of the homeserver: `stored`, `duplicate`, `refused` (wrong token) or `poison`; with how many events.
   */
  readonly transaction: (outcome: 'stored' | 'duplicate' | 'refused' | 'poison', events: number) => void;
  /** So many events of a room were found that the homeserver had never pushed. */
  readonly eventsFound: (events: number) => void;
  /** How long one request of a send took, seconds. */
  readonly sendSeconds: (kind: 'event' | 'media' | 'smtp', seconds: number) => void;
  /** From a mail stored to its text in the room, or from the end of the hold to the relay's answer, seconds. */
  readonly deliverySeconds: (direction: 'in' | 'out', seconds: number) => void;
  /** How long a job ran, seconds. */
  readonly jobSeconds: (queue: string, outcome: JobOutcome, seconds: number) => void;
  /** The generation of the config that this process looked at last, and whether it took it. */
  readonly configStands: (generation: number, isTaken: boolean) => void;
  /** Asked at each scrape from then on. */
  readonly read: (source: MetricsSource) => void;
  /**
   * The page, in Prometheus' text format or in OpenMetrics where the Accept header prefers that. Never rejects: a
   * database that is away is `mailroom_database_up 0`.
   */
  readonly page: (accept?: string) => Promise<MetricsPage>;
  /**
   * The figures as values, for `joinedPage`. `shared`: with those that every process would read alike from the
   * database. Never rejects.
   */
  readonly figures: (shared: boolean) => Promise<readonly object[]>;
}

interface MetricsPage {
  readonly contentType: string;
  readonly text: string;
}

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const DELIVERY_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 3600, 14400];

/** The metrics of one program, in a registry of their own. `version` is shown as a label. */
export function createMetrics(options: { readonly version: string; readonly process?: boolean }): Metrics {
  const registry = new Registry();
  // The process's own figures keep an observer of the garbage collector: left out where a test counts handles.
  if (options.process !== false) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const info = { name: 'mailroom_info', help: 'Always 1.', labelNames: ['version'] as const, registers };
  new Gauge({ ...info, aggregator: 'first' }).set({ version: options.version }, 1);
  const counters = createCounters(registers);
  const durations = createHistograms(registers);
  const refresh = createGauges(registers);
  let source: MetricsSource | null = null;
  return {
    ...counters,
    ...durations,
    read: (from) => {
      source = from;
    },
    async page(accept = '') {
      await refresh(source);
      return pageOf(await registry.metrics(), accept);
    },
    async figures(shared) {
      if (shared) await refresh(source);
      const all = await registry.getMetricsAsJSON();
      // What is the same in all processes is taken from the one that is asked for it.
      return shared ? all : all.filter(({ aggregator }) => aggregator !== 'first');
    },
  };
}

/**
 * The page of several processes as if they were one: what they counted is added up, what the database says is there
 * once.
 *
 * @param figures of each process; one of them with what is shared
 */
export async function joinedPage(figures: readonly (readonly object[])[], accept = ''): Promise<MetricsPage> {
  return pageOf(await AggregatorRegistry.aggregate([...figures]).metrics(), accept);
}

function pageOf(text: string, accept: string): MetricsPage {
  if (!prefersOpenMetrics(accept)) return { contentType: Registry.PROMETHEUS_CONTENT_TYPE, text };
  return { contentType: Registry.OPENMETRICS_CONTENT_TYPE, text: openMetricsText(text) };
}

function createCounters(registers: Registry[]) {
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `mailroom_${name}`, help, labelNames, registers });
  const mailIn = counter('mails_in_total', 'Mails that came in, by outcome.', 'account', 'outcome');
  const mailOut = counter('mails_out_total', 'Mails of ours, by outcome.', 'account', 'outcome');
  const stopped = counter('brakes_total', 'Answers that were held, by reason.', 'account', 'reason');
  const eventSent = counter('events_sent_total', 'Events of ours that are in their rooms.', 'account');
  const failure = counter('failures_total', 'What failed, by kind; most of it is tried again.', 'kind');
  const transactions = counter('transactions_total', 'Transactions of the homeserver, by outcome.', 'outcome');
  const events = counter('events_received_total', 'Events of the homeserver that were stored.');
  const found = counter('events_found_total', 'Events that the homeserver never pushed, found by reading rooms back.');
  const config = (name: string, help: string) =>
    new Gauge({ name: `mailroom_config_${name}`, help, registers, aggregator: 'min' });
  const generation = config('generation', 'The reload that this process looked at last, by its number.');
  const taken = config('taken', '1 where this process took it, 0 where its config file was wrong.');
  taken.set(1);
  return {
    mailIn: (account: string, outcome: string) => mailIn.inc({ account, outcome }),
    mailOut: (account: string, outcome: string) => mailOut.inc({ account, outcome }),
    answerStopped: (account: string, reason: string) => stopped.inc({ account, reason }),
    eventSent: (account: string) => eventSent.inc({ account }),
    failure: (kind: string) => failure.inc({ kind }),
    transaction: (outcome: string, count: number) => {
      transactions.inc({ outcome });
      if (outcome === 'stored') events.inc(count);
    },
    eventsFound: (count: number) => found.inc(count),
    configStands: (number: number, isTaken: boolean) => {
      generation.set(number);
      taken.set(isTaken ? 1 : 0);
    },
  };
}

function createHistograms(registers: Registry[]) {
  const histogram = <L extends string>(name: string, help: string, buckets: number[], ...labelNames: L[]) =>
    new Histogram({ name: `mailroom_${name}`, help, buckets, labelNames, registers });
  const send = histogram('send_seconds', 'One request of a send, by kind.', REQUEST_BUCKETS, 'kind');
  const delivery = histogram(
    'delivery_seconds',
    'From stored to delivered, by direction.',
    DELIVERY_BUCKETS,
    'direction',
  );
  const job = histogram('job_seconds', 'One run of a job.', REQUEST_BUCKETS, 'queue', 'outcome');
  return {
    sendSeconds: (kind: string, seconds: number) => send.observe({ kind }, seconds),
    deliverySeconds: (direction: string, seconds: number) => delivery.observe({ direction }, seconds),
    jobSeconds: (queue: string, outcome: string, seconds: number) => job.observe({ queue, outcome }, seconds),
  };
}

/** The gauges that are read at a scrape; returns what reads them. Figures that cannot be had are absent, not old. */
function createGauges(registers: Registry[]): (source: MetricsSource | null) => Promise<void> {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name: `mailroom_${name}`, help, labelNames, registers, aggregator: 'first' });
  const up = gauge('database_up', '1 where the database answered this scrape.');
  const depth = gauge('queue_jobs', 'Jobs that wait.', 'queue');
  const quarantined = gauge('queue_quarantined', 'Jobs in quarantine; each waits for a person.', 'queue');
  const age = gauge(
    'queue_oldest_seconds',
    'How long the oldest job has waited, also one that rests between two tries.',
    'queue',
  );
  const poison = gauge('poison', 'What the homeserver pushed and nobody could read.');
  const ofAccounts = accountGauges(registers);
  const breaker = gauge('breaker_open', '1 where all outgoing mail is stopped until somebody resets the breaker.');
  const held = gauge('brakes_held', 'Answers that the brakes hold; each waits for a person.', 'account');
  const full = gauge('store_full', '1 where no mail is fetched since there is no room for it.', 'store');
  const bytes = gauge('database_bytes', 'How large the database is.');
  return async (source) => {
    const all = [full, bytes, depth, quarantined, age, poison, breaker, held, ...ofAccounts.all];
    for (const old of all) old.reset();
    if (source === null) return;
    try {
      const [queues, accounts, poisonous, brakes, space] = await Promise.all([
        source.queues(),
        source.accounts(),
        source.poison(),
        source.breaker(),
        source.space?.() ?? null,
      ]);
      for (const store of ['database', 'disk']) full.set({ store }, space?.full.includes(store) === true ? 1 : 0);
      if (space !== null) bytes.set(space.databaseBytes);
      for (const { queue, waiting, quarantined: stuck, oldestSeconds } of queues) {
        depth.set({ queue }, waiting);
        quarantined.set({ queue }, stuck);
        age.set({ queue }, oldestSeconds);
      }
      for (const figures of accounts) ofAccounts.set(figures);
      poison.set(poisonous);
      breaker.set(brakes.open ? 1 : 0);
      for (const [account, count] of brakes.held) held.set({ account }, count);
      up.set(1);
    } catch {
      // The scrape itself is the report: database_up 0.
      up.set(0);
    }
  };
}

/** The gauges of each account, and what sets them. What is not known of one is absent. */
function accountGauges(registers: Registry[]) {
  const gauge = <L extends string>(name: string, help: string, ...more: L[]) =>
    new Gauge({
      ...{ name: `mailroom_account_${name}`, help, labelNames: ['account' as const, ...more], registers },
      aggregator: 'first',
    });
  const state = gauge('state', 'The state of an account: 1 for the one that it is in.', 'state');
  const wayOut = gauge('out_state', 'The state of its way out: 1 for the one that it is in.', 'state');
  const troubled = gauge('troubled_mailboxes', 'Mailboxes that are not read, or read late.');
  const noRooms = gauge('rooms_refused', '1 where the homeserver makes no rooms for the account.');
  const last = gauge('last_mail_seconds', "Since the account's last mail.");
  const mails = gauge('quarantined', 'Mails in quarantine.');
  const out = gauge('not_shown', 'Mails of the last 24 hours that were not let in.');
  const unserved = gauge('unserved', '1 where no process has served the account for times.account_unserved.');
  const history = gauge('history_state', 'How far its mail of before is: 1 for the state that it is in.', 'state');
  const historyMails = gauge('history_mails', 'Mails of before while they are brought in.', 'what');
  const refused = gauge(
    'refused',
    'What the homeserver refused for good within 24 hours: people to invite, types of room state, messages.',
    'what',
  );
  return {
    all: [state, wayOut, troubled, noRooms, last, mails, out, unserved, refused, history, historyMails],
    set: (gauges: AccountGauge): void => {
      const { account, state: name, lastMailSeconds, quarantined, notShown, unserved: alone } = gauges;
      state.set({ account, state: name }, 1);
      if (gauges.out !== undefined) wayOut.set({ account, state: gauges.out }, 1);
      if (gauges.troubled !== undefined) troubled.set({ account }, gauges.troubled);
      if (gauges.roomsRefused !== undefined) noRooms.set({ account }, gauges.roomsRefused ? 1 : 0);
      mails.set({ account }, quarantined);
      if (alone !== undefined) unserved.set({ account }, alone ? 1 : 0);
      if (notShown !== undefined) out.set({ account }, notShown);
      if (lastMailSeconds !== null) last.set({ account }, lastMailSeconds);
      if (gauges.history !== undefined) {
        history.set({ account, state: gauges.history.state }, 1);
        historyMails.set({ account, what: 'found' }, gauges.history.found);
        historyMails.set({ account, what: 'settled' }, gauges.history.settled);
      }
      if (gauges.refused === undefined) return;
      refused.set({ account, what: 'invitations' }, gauges.refused.invitations);
      refused.set({ account, what: 'state' }, gauges.refused.state);
      refused.set({ account, what: 'messages' }, gauges.refused.messages);
    },
  };
}

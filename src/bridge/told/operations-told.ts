/**
 * What can be asked about accounts, queues and quarantine: the answers as data, the same for a command in Matrix, for
 * `mailroom ctl` and for the HTTP interface; and their form as a message. Pure.
 */
import { quarantineCount } from '../../words/quarantine.ts';
import { providerLine } from '../relay/login-refusal.ts';
import { isVariant, words } from '../../words/words.ts';
import type { Language, Say } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import { relayLines } from '../relay/relay-told.ts';
import type { RelayTrouble } from '../relay/trouble.ts';
import type { AccountId } from '../types.ts';

/** How an account stands. */
export interface AccountView {
  readonly account: AccountId;
  readonly address: string;
  readonly name: string;
  readonly state: 'stopped' | 'connecting' | 'catching-up' | 'connected' | 'transient' | 'bad-credentials';
  readonly since: Date | null;
  readonly reason: string | null;
  readonly lastMailAt: Date | null;
  /** The mailboxes (folders) that `reason` is about; empty where it is about the whole account. */
  readonly troubled: readonly string[];
  /** When a refused login is tried again by itself. */
  readonly retryAt: Date | null;
  /** Its SMTP server. */
  readonly out: WayOutView;
  /** Its mail of before, as far as it is brought in; null where it wants none. */
  readonly history: HistoryView | null;
}

/** How far the mail of before an account was connected is brought in. */
export interface HistoryView {
  /** waiting: the mailboxes are not read yet. reading: it is looked through. filling: its rooms are filled. */
  readonly state: 'waiting' | 'reading' | 'filling' | 'done';
  /** Null before it has begun. */
  readonly since: Date | null;
  /** Mails that were found, and of these the ones that are settled; 0 once it is done. */
  readonly found: number;
  readonly settled: number;
  /** What it waits for. */
  readonly trouble: string | null;
}

/** How the way out of an account stands. */
export interface WayOutView {
  readonly state: 'untried' | 'ready' | 'transient' | 'bad-credentials';
  readonly since: Date | null;
  readonly reason: RelayTrouble | null;
  /** What the server said. */
  readonly words: string | null;
  /** When it is asked again by itself; null where it is well, or not by itself. */
  readonly retryAt: Date | null;
}

/** What waits for an account, and what has failed. */
export interface QueueView {
  readonly account: AccountId;
  /** Mails of ours: within the hold, about to leave, deferred by a server, failed or of unknown outcome. */
  readonly mails: {
    readonly held: number;
    readonly leaving: number;
    readonly deferred: number;
    readonly failed: number;
  };
  readonly queues: readonly {
    readonly queue: string;
    readonly waiting: number;
    readonly quarantined: number;
    /** Age of the oldest that could run now, seconds. */
    readonly oldestSeconds: number;
  }[];
}

/**
 * What lies in quarantine. The number is a mail's (`12`), that of a piece of work (`j7`), or of a mail that the server
 * does not hand over (`u3`).
 */
export interface QuarantineItem {
  readonly number: string;
  readonly account: AccountId | null;
  readonly kind: 'mail' | 'job' | 'withheld';
  /** The mailbox of a mail, the queue of a piece of work. */
  readonly of: string;
  readonly reason: string;
  readonly at: Date;
  /** Bytes and hex SHA-256 of a mail, where they are known. */
  readonly size: number | null;
  readonly sha256: string | null;
  /** Of a mail that the server does not hand over, as its envelope has them; null where it has not. */
  readonly sender: string | null;
  readonly subject: string | null;
}

export interface QuarantineView {
  /** The latest first. */
  readonly items: readonly QuarantineItem[];
  readonly total: number;
}

/** The answer to `accounts`. */
export function renderAccounts(accounts: readonly AccountView[], { language, zone }: Reader): NoticeContent {
  const say = words(language);
  if (accounts.length === 0) return renderLines([say('operations-no-accounts')]);
  return renderLines(
    accounts.flatMap((one) => {
      const since = one.since === null ? '' : ` ${say('operations-since', { time: shortTime(one.since, zone) })}`;
      const why = [accountReason(one.reason, say), ...one.troubled].filter((part) => part !== '').join(': ');
      const reason = why === '' ? '' : ` ${say('operations-because', { reason: why })}`;
      const retry =
        one.retryAt === null ? '' : `, ${say('operations-retry-at', { time: shortTime(one.retryAt, zone) })}`;
      const last =
        one.lastMailAt === null
          ? say('operations-no-mail-yet')
          : say('operations-last-mail', { time: shortTime(one.lastMailAt, zone) });
      return [
        `${one.name} <${one.address}>: ${say(`operations-state-${one.state}`)}${since}${reason}${retry}, ${last}`,
        `  ${wayOut(one.out, { language, zone })}`,
        ...historyLine(one.history, say),
      ];
    }),
  );
}

/** Of what is under way; what waits for the mailbox says nothing that the line of the mailbox does not. */
function historyLine(history: HistoryView | null, say: Say): string[] {
  if (history === null || history.since === null) return [];
  const { state, since, found, settled, trouble } = history;
  const day = since.toISOString().slice(0, 10);
  const waits = trouble === null ? '' : `, ${say('history-waits', { what: trouble })}`;
  switch (state) {
    case 'waiting':
    case 'done':
      return [];
    case 'reading':
      return [`  ${say('history-reading', { since: day, found })}${waits}`];
    case 'filling':
      return [`  ${say('history-filling', { since: day, settled, found })}${waits}`];
  }
}

function wayOut({ state, since, reason, words: said, retryAt }: WayOutView, { language, zone }: Reader): string {
  const say = words(language);
  const standing = say(`operations-way-out-${state}`);
  if (reason === null || since === null) return say('operations-way-out', { state: standing });
  const parts = [
    `${standing} ${say('operations-since', { time: shortTime(since, zone) })}`,
    ...(retryAt === null ? [] : [say('operations-retry-at', { time: shortTime(retryAt, zone) })]),
  ];
  const why = relayLines({ trouble: reason, words: said ?? '' }, language);
  return `${say('operations-way-out', { state: parts.join(', ') })}. ${why.join(' ')}`;
}

/** The answer to `queue`. */
export function renderQueue(queues: readonly QueueView[], language: Language): NoticeContent {
  const say = words(language);
  if (queues.length === 0) return renderLines([say('operations-no-accounts')]);
  return renderLines(
    queues.flatMap(({ account, mails, queues: jobs }) => {
      const parts = [
        ...(mails.held > 0 ? [say('operations-held', { count: mails.held })] : []),
        ...(mails.leaving > 0 ? [say('operations-leaving', { count: mails.leaving })] : []),
        ...(mails.deferred > 0 ? [say('operations-deferred', { count: mails.deferred })] : []),
        ...(mails.failed > 0 ? [say('operations-failed', { count: mails.failed })] : []),
      ];
      const busy = jobs.flatMap(({ queue, waiting, oldestSeconds, quarantined }) => [
        ...(waiting > 0
          ? [`  ${say('operations-jobs', { queue: work(queue, say), waiting, age: duration(oldestSeconds) })}`]
          : []),
        ...(quarantined > 0
          ? [`  ${say('operations-jobs-quarantined', { queue: work(queue, say), count: quarantined })}`]
          : []),
      ]);
      return [`${account}: ${parts.length === 0 ? say('operations-nothing-waits') : parts.join(', ')}`, ...busy];
    }),
  );
}

/** The answer to `quarantine`. */
export function renderQuarantine(view: QuarantineView, { language, zone }: Reader, prefix: string): NoticeContent {
  const say = words(language);
  const [first] = view.items;
  if (first === undefined) return renderLines([say('operations-quarantine-empty')]);
  return renderLines([
    quarantineCount(say, view.items.length, view.total),
    ...view.items.map(
      (item) => `${item.number} – ${item.account ?? '–'}: ${what(item, language)}, ${shortTime(item.at, zone)}`,
    ),
    say('operations-quarantine-how', {
      show: `${prefix}quarantine show ${first.number}`,
      retry: `${prefix}quarantine retry ${first.number}`,
    }),
  ]);
}

/** The answer to `quarantine show`. */
export function renderQuarantineItem(item: QuarantineItem, { language, zone }: Reader): NoticeContent {
  const say = words(language);
  return renderLines([
    `${item.number} – ${item.account ?? '–'}: ${what(item, language)}, ${shortTime(item.at, zone)}`,
    ...(item.sender === null ? [] : [say('operations-from', { sender: item.sender })]),
    ...(item.subject === null ? [] : [say('operations-subject', { subject: item.subject })]),
    say('operations-reason', { text: item.reason }),
    ...(item.size === null ? [] : [say('operations-size', { kilobytes: (item.size / 1000).toFixed(1) })]),
    ...(item.sha256 === null ? [] : [say('operations-hash', { sha256: item.sha256 })]),
  ]);
}

function what(item: QuarantineItem, language: Language): string {
  const say = words(language);
  switch (item.kind) {
    case 'mail':
      return say('operations-unread-mail', { mailbox: item.of });
    case 'withheld':
      return say('operations-withheld-mail', { mailbox: item.of });
    case 'job':
      return say('operations-stopped-job', { queue: work(item.of, say) });
  }
}

/** Why an account is not well, by the code that is kept of it. What has no words of its own is about the server. */
function accountReason(code: string | null, say: Say): string {
  if (code === null) return '';
  const provider = providerLine(code, say);
  if (provider !== null) return provider;
  return isVariant('operations-why-', code) ? say(`operations-why-${code}`) : say('operations-why-other');
}

/** What the work of a queue is. */
function work(queue: string, say: Say): string {
  return isVariant('operations-queue-', queue) ? say(`operations-queue-${queue}`) : queue;
}

/** `45 s`, `12 min`, `3 h`, `2 d`. */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

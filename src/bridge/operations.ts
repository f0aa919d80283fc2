/**
 * What can be asked about accounts, queues and quarantine: the answers as data, the same for a command in Matrix, for
 * `mailroom ctl` and for the HTTP interface; and their form as a message. Pure.
 */
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import { renderLines } from './commands.ts';
import type { Rendered } from './commands.ts';
import type { AccountId } from './types.ts';

/** How an account stands. */
export interface AccountView {
  readonly account: AccountId;
  readonly address: string;
  readonly name: string;
  readonly state: 'stopped' | 'connecting' | 'catching-up' | 'connected' | 'transient' | 'bad-credentials';
  readonly since: Date | null;
  readonly reason: string | null;
  readonly lastMailAt: Date | null;
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

/** What lies in quarantine. The number is a mail's (`12`) or that of a piece of work (`j7`). */
export interface QuarantineItem {
  readonly number: string;
  readonly account: AccountId | null;
  readonly kind: 'mail' | 'job';
  /** The mailbox of a mail, the queue of a piece of work. */
  readonly of: string;
  readonly reason: string;
  readonly at: Date;
  /** Bytes and hex SHA-256 of a mail, where they are known. */
  readonly size: number | null;
  readonly sha256: string | null;
}

export interface QuarantineView {
  /** The latest first. */
  readonly items: readonly QuarantineItem[];
  readonly total: number;
}

/** The answer to `accounts`. */
export function renderAccounts(accounts: readonly AccountView[], language: Language): Rendered {
  const said = words(language).operations;
  if (accounts.length === 0) return renderLines([said.noAccounts]);
  return renderLines(
    accounts.map((one) => {
      const since = one.since === null ? '' : ` ${said.since(shortTime(one.since))}`;
      const reason = one.reason === null ? '' : ` ${said.because(one.reason)}`;
      const last = one.lastMailAt === null ? said.noMailYet : said.lastMail(shortTime(one.lastMailAt));
      return `${one.name} <${one.address}>: ${said.state[one.state]}${since}${reason}, ${last}`;
    }),
  );
}

/** The answer to `queue`. */
export function renderQueue(queues: readonly QueueView[], language: Language): Rendered {
  const said = words(language).operations;
  if (queues.length === 0) return renderLines([said.noAccounts]);
  return renderLines(
    queues.flatMap(({ account, mails, queues: jobs }) => {
      const parts = [
        ...(mails.held > 0 ? [said.held(mails.held)] : []),
        ...(mails.leaving > 0 ? [said.leaving(mails.leaving)] : []),
        ...(mails.deferred > 0 ? [said.deferred(mails.deferred)] : []),
        ...(mails.failed > 0 ? [said.failed(mails.failed)] : []),
      ];
      const busy = jobs.flatMap((one) => [
        ...(one.waiting > 0 ? [`  ${said.jobs(one.queue, one.waiting, duration(one.oldestSeconds))}`] : []),
        ...(one.quarantined > 0 ? [`  ${said.jobsQuarantined(one.queue, one.quarantined)}`] : []),
      ]);
      return [`${account}: ${parts.length === 0 ? said.nothingWaits : parts.join(', ')}`, ...busy];
    }),
  );
}

/** The answer to `quarantine`. */
export function renderQuarantine(view: QuarantineView, language: Language, prefix: string): Rendered {
  const said = words(language).operations;
  const [first] = view.items;
  if (first === undefined) return renderLines([said.quarantineEmpty]);
  return renderLines([
    said.quarantineCount(view.items.length, view.total),
    ...view.items.map(
      (item) => `${item.number} – ${item.account ?? '–'}: ${what(item, language)}, ${shortTime(item.at)}`,
    ),
    said.quarantineHow(`${prefix}quarantine show ${first.number}`, `${prefix}quarantine retry ${first.number}`),
  ]);
}

/** The answer to `quarantine show`. */
export function renderQuarantineItem(item: QuarantineItem, language: Language): Rendered {
  const said = words(language).operations;
  return renderLines([
    `${item.number} – ${item.account ?? '–'}: ${what(item, language)}, ${shortTime(item.at)}`,
    said.reason(item.reason),
    ...(item.size === null ? [] : [said.size((item.size / 1000).toFixed(1))]),
    ...(item.sha256 === null ? [] : [said.hash(item.sha256)]),
  ]);
}

function what(item: QuarantineItem, language: Language): string {
  const said = words(language).operations;
  return item.kind === 'mail' ? said.unreadMail(item.of) : said.stoppedJob(item.of);
}

/** Date and minute, in UTC: the same for everybody in a room. */
export function shortTime(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `45 s`, `12 min`, `3 h`, `2 d`. */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}

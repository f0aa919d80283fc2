/**
 * The mail of before an account was connected for the first time is brought in as old mail, in the background, while
 * new mail comes in as ever: what its mailboxes held when they were read for the first time.
 *
 * Policy. It begins when the mailboxes are read and the account's space is there. What comes in as new mail is never
 * history (`newMailsOf`, `accounts.started_at`), nor the other way round. Whatever process begins it has an advisory
 * lock; one that ends in between goes on where it was. What is away is waited for, and said beside the account; what
 * fails otherwise is tried again after a pause that grows.
 */
import { errorCode, MailroomError } from '../base/errors.ts';
import { logTrouble, withFields } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { historyLines } from '../bridge/told/history-told.ts';
import type { AccountId } from '../bridge/types.ts';
import {
  beginHistory,
  dropHistory,
  endHistory,
  noteHistoryImport,
  noteHistoryTrouble,
  openHistories,
} from '../db/archive-tables/histories.ts';
import type { OpenHistory } from '../db/archive-tables/histories.ts';
import { AS_NEW } from '../db/archive-tables/found-mails.ts';
import { mailboxNames, newMailsOf } from '../db/intake-tables/mailboxes.ts';
import { addNewSend } from '../db/room-tables/sends.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadFailure } from '../handling/matrix-failure.ts';
import type { ImapSettings } from '../imap/settings.ts';
import type { MatrixClient } from '../matrix/client.ts';
import type { Ghosts } from '../matrix/ghosts.ts';
import type { Media } from '../matrix/media.ts';
import type { Rooms } from '../matrix/rooms.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import { foundInMailboxes, historySource } from './mailboxes-source.ts';
import { Patience } from './patience.ts';
import type { ImportReport } from './report.ts';
import { runImport } from './run-import.ts';
import type { ImportDeps } from './run-import.ts';

/** Which mail of before an account wants. */
interface HistoryChoice {
  /** Days before it was first to be connected. */
  readonly days: number;
  readonly sent: boolean;
}

export interface HistoryDeps extends JobDeps {
  readonly failure: ReadFailure;
  readonly failpoint: (name: string) => void;
  readonly client: MatrixClient;
  readonly rooms: Rooms;
  readonly matrixGhosts: Ghosts;
  readonly media: Media;
  readonly thumbnail: ImportDeps['thumbnail'];
  /** As the config has it now; null for none, and where it has no such account. */
  readonly choice: (account: AccountId) => HistoryChoice | null;
  readonly imap: (account: AccountId) => ImapSettings | null;
  /** Opens processes that read mail: those of new mail are not kept waiting. */
  readonly openParser: () => ParsePool;
  readonly hasRoom: () => boolean;
  /** Milliseconds between two looks whether there is any. */
  readonly everyMs: number;
}

/** Histories that a process brings in at the same time, and rooms of each that it fills. */
const AT_ONCE = 2;
const ROOMS_AT_ONCE = 4;
/** Before one that failed is tried again, milliseconds; doubled with each failure up to the second. */
const PAUSES_MS = [15_000, 3_600_000] as const;
const DAY_MS = 86_400_000;
/** Why mails are left that nobody misses. */
const UNMISSED: ReadonlySet<string> = new Set(['a draft', 'marked as deleted', 'erased', AS_NEW.waits]);

/** Brings in what there is, from its start until it is stopped. */
export class Histories {
  readonly #deps: HistoryDeps;
  readonly #ticker: Ticker;
  readonly #running = new Map<AccountId, { readonly stop: AbortController; readonly done: Promise<void> }>();
  readonly #failed = new Map<AccountId, { readonly times: number; readonly until: number }>();

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: deps.everyMs,
      turn: (signal) => this.#look(signal),
      onError: (error) => logTrouble(deps.log, 'it could not be looked for mail of before', error),
    });
  }

  start(): void {
    void this.#ticker.start();
  }

  /** What is under way ends at its next step. */
  async stop(): Promise<void> {
    const stopped = this.#ticker.stop();
    for (const { stop } of this.#running.values()) stop.abort();
    await stopped;
    for (const { stop } of this.#running.values()) stop.abort();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { db, accounts } = this.#deps;
    for (const [account, { stop }] of this.#running) if (!accounts.has(account)) stop.abort();
    for (const history of await openHistories(db, [...accounts.keys()])) {
      const account = accounts.get(history.account);
      if (signal.aborted || this.#running.size >= AT_ONCE) return;
      if (account === undefined || this.#running.has(account.id) || this.#rests(account.id)) continue;
      const stop = new AbortController();
      const done = this.#bring(account, history, stop.signal).finally(() => this.#running.delete(account.id));
      this.#running.set(account.id, { stop, done });
    }
  }

  #rests(account: AccountId): boolean {
    return (this.#failed.get(account)?.until ?? 0) > performance.now();
  }

  /** Never rejects. */
  async #bring(account: Account, history: OpenHistory, signal: AbortSignal): Promise<void> {
    const { db } = this.#deps;
    const log = withFields(this.#deps.log, { account: account.id });
    try {
      const choice = await this.#choiceOf(history);
      if (choice === null) return;
      const report = await this.#import(account, history, choice, signal);
      this.#deps.failpoint('history:imported');
      await this.#end(account, choice.since, report);
      this.#deps.failpoint('history:ended');
      this.#failed.delete(account.id);
      log.info('the mail of before is brought in', { mails: report.mails, rooms: report.rooms });
    } catch (error) {
      const code = errorCode(error) || 'internal';
      // Another process does it, or this one stops.
      if (code === 'import-runs' || signal.aborted) return;
      const times = (this.#failed.get(account.id)?.times ?? 0) + 1;
      const until = performance.now() + Math.min(PAUSES_MS[1], PAUSES_MS[0] * 2 ** Math.min(times - 1, 12));
      this.#failed.set(account.id, { times, until });
      logTrouble(log, 'the mail of before could not be brought in yet', error);
      const text = error instanceof MailroomError ? error.message : `an error (${code})`;
      await noteHistoryTrouble(db, account.id, text).catch((again: unknown) => {
        logTrouble(log, 'what keeps the mail of before is not written', again);
      });
    }
  }

  /** As it was when it began; null where it is not ours, or nobody wants any now. */
  async #choiceOf({ account, askedAt, begun }: OpenHistory): Promise<OpenHistory['begun']> {
    if (begun !== null) return begun;
    const { db, choice: choiceOf, failpoint } = this.#deps;
    const wanted = choiceOf(account);
    if (wanted === null) {
      await dropHistory(db, account);
      return null;
    }
    const choice = { since: new Date(askedAt.getTime() - wanted.days * DAY_MS), sent: wanted.sent };
    const isOurs = await beginHistory(db, account, choice);
    failpoint('history:begun');
    return isOurs ? choice : null;
  }

  async #import(
    account: Account,
    { startedAt }: OpenHistory,
    { since, sent }: NonNullable<OpenHistory['begun']>,
    signal: AbortSignal,
  ): Promise<ImportReport> {
    const { db, ids, ghosts: codec, client, rooms, matrixGhosts: ghosts, media, thumbnail, log } = this.#deps;
    const { failure, failpoint, hasRoom, openParser, imap } = this.#deps;
    const settings = imap(account.id);
    if (settings === null) throw new MailroomError('account-gone', 'the config has no such account any more');
    const waiting = (what: string | null): void => {
      noteHistoryTrouble(db, account.id, what).catch((error: unknown) => {
        logTrouble(log, 'what keeps the mail of before is not written', error);
      });
    };
    waiting(null);
    const patience = new Patience({ signal, failure, waiting });
    const mailboxes = [...settings.mailboxes, ...(sent ? await mailboxNames(db, account.id, 'sent') : [])];
    const choice = { mailboxes: [...new Set(mailboxes)], since, before: startedAt };
    const newMails = (mailbox: Parameters<typeof newMailsOf>[2], uids: readonly number[]) =>
      patience.through(() => newMailsOf(db, account.id, mailbox, uids, { decided: true }));
    const parser = openParser();
    try {
      await parser.standing();
      return await runImport(
        {
          ...{ db, ids, codec, client, rooms, ghosts, media, thumbnail, log, parser, patience, account, failpoint },
          ...{ largest: settings.mailSize, now: new Date(), atOnce: ROOMS_AT_ONCE },
          hasRoom: () => Promise.resolve(hasRoom()),
          progress: { read: nobody, filled: nobody },
        },
        {
          ...{ sources: [historySource(account.address, since)], grouping: 'thread', attachments: 'all' },
          begun: (importing) => noteHistoryImport(db, account.id, importing),
          found: () => foundInMailboxes(account.address, { settings, signal, waiting, newMails }, choice),
        },
      );
    } finally {
      await parser.close();
    }
  }

  /** It is over, and the lobby is told so, once. */
  async #end(account: Account, since: Date, report: ImportReport): Promise<void> {
    const { db, ids, ghosts } = this.#deps;
    const { mails } = report.imported;
    const missed = [...report.set_aside.reasons, ...report.damaged.reasons].filter(
      ({ reason }) => !UNMISSED.has(reason),
    );
    const said = historyLines(
      {
        ...{ since, mails: mails + report.already_there.mails, rooms: report.rooms },
        left: report.places.filter(({ reason }) => !UNMISSED.has(reason)),
        leftInAll: missed.reduce((sum, one) => sum + one.mails, 0),
      },
      account.language,
    );
    await db.transaction(async (tx) => {
      if (!(await endHistory(tx, account.id))) return;
      const place = { account: account.id, thread: null, room: null };
      const purpose = { kind: 'account-state', of: `${account.id}:history` } as const;
      await addNewSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said: renderLines(said) }));
    });
  }
}

function nobody(): void {
  // How far it is the database says.
}

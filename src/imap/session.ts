/**
 * One account under one lease: connects, catches up, idles, polls, and comes back when the server goes away.
 *
 * Policy. Two connections: a watcher that idles on the first mailbox, and a worker for everything else, which idles on
 * the last mailbox (Sent) when it has nothing to do. Whatever wakes a session, all mailboxes are looked at; they are
 * looked at every poll interval even when nothing wakes it, and where no look succeeded for three intervals, the
 * connections are thrown away. The wait before a new connection grows until a look at all mailboxes succeeded. A
 * refused login ends the session: the account rests, see `base/login-tries.ts`.
 */
import {
  countRefusedLogin,
  forgetRefusedLogins,
  setAccountState,
  type AccountState,
  type ClaimedLease,
  type Lease,
} from '../db/intake-tables/accounts.ts';
import { nextOpenUidIn } from '../db/intake-tables/mailboxes.ts';
import { isAborted } from '../base/abort.ts';
import { DatabaseAwayError, errorCode, LeaseLostError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { withFields } from '../base/log.ts';
import { backOff } from './back-off.ts';
import { mailboxCommands, type MailboxCommands } from './commands.ts';
import { Connection } from './connection.ts';
import { ImapFailure } from './failure.ts';
import { isLoginWrong } from '../base/login-tries.ts';
import { findMailboxes, syncMailbox, type SyncContext, type WatchedMailbox } from './mailbox.ts';
import type { Clock, ImapAccount, ImapDeps, ImapSettings } from './settings.ts';
import { Trouble } from './trouble.ts';

/**
 * Quiet after which a connection begins to idle, milliseconds. The worker's lies above its own pauses between commands.
 */
const WATCHER_IDLE_MS = 20;
const WORKER_IDLE_MS = 500;
/** Several arrivals at once become one look. */
const GATHER_MS = 20;
/** Changes of flags within so long become one look. */
const CHANGED_MS = 1_000;
/** How soon the mailboxes are looked at again where there was no room for more mail. */
const NO_ROOM_MS = 5_000;
/** A mail may come in the moment of a look that has another cause; not in that of so many in a row. */
const UNANNOUNCED_LOOKS = 3;

export class ImapSession {
  readonly #deps: ImapDeps;
  readonly #account: ImapAccount;
  readonly #lease: Lease;
  readonly #log: Log;
  readonly #trouble = new Trouble();
  #failures = 0;
  #told = '';
  #commands: MailboxCommands | null = null;
  #missing: ReadonlySet<string> = new Set();
  /** The server has refused this login: until it takes it, the account stands as it stood then. */
  #isDoubted: boolean;
  /** Looks in a row that found mail which the server had not announced. */
  #unannounced = 0;
  /** The watcher was told of mail in the first mailbox since the last look began. */
  #isAnnounced = true;
  /** A look is due because flags have changed. */
  #isChanging = false;
  /** Ends the wait before a new connection. */
  readonly #again = new Wake();
  /** Ends the rest between two looks. */
  readonly #wake = new Wake();

  constructor(deps: ImapDeps, account: ImapAccount, lease: ClaimedLease) {
    this.#deps = deps;
    this.#account = account;
    this.#lease = lease;
    this.#isDoubted = lease.refusals > 0;
    this.#log = withFields(deps.log, { account: account.account });
  }

  /** What can be asked of the mailbox; null while there is no connection. */
  get commands(): MailboxCommands | null {
    return this.#commands;
  }

  /** A person wants it looked at: no wait before the next connection where there is none, else before the next look. */
  lookNow(): void {
    (this.#commands === null ? this.#again : this.#wake).now();
  }

  /**
   * Works until the signal aborts (`stopped`) or the server has refused the login (`refused`). `connects` is
   * waited for before each new pair of connections. Throws LeaseLostError; everything else is tried again.
   */
  async run(signal: AbortSignal, connects: (signal: AbortSignal) => Promise<void>): Promise<'stopped' | 'refused'> {
    const { clock, hooks } = this.#deps;
    const { account, imap } = this.#account;
    while (!signal.aborted) {
      try {
        await connects(signal);
        await this.#connected(signal);
      } catch (error) {
        if (isAborted(signal)) break;
        if (error instanceof LeaseLostError) throw error;
        const code = errorCode(error) || 'internal';
        hooks.onFailure(account, code);
        this.#logFailure(error, code);
        if (isRefusal(error)) {
          await this.#refused(error);
          return 'refused';
        }
        await this.#stateAsFarAsPossible('transient', code);
        this.#failures++;
        const wait = backOff(imap.timing.backOffMs, this.#failures, clock.random());
        const ms = Math.max(wait, error instanceof ImapFailure ? error.retryAfterMs : 0);
        await this.#again.wait(clock, ms, signal);
        this.#again.reset();
      }
    }
    return 'stopped';
  }

  /** An IMAP server's own words stay at debug: they may name people. */
  #logFailure(error: unknown, code: string): void {
    if (!(error instanceof DatabaseAwayError))
      this.#log.warn('mailbox session failed', { code, failures: this.#failures + 1 });
    this.#log.debug('mailbox session failure', { error });
  }

  /** Counts a refused login and says how the account stands by it. Throws what the database throws. */
  async #refused(error: ImapFailure): Promise<void> {
    const { timing } = this.#account.imap;
    const refusals = await countRefusedLogin(this.#deps.db, this.#lease, timing.loginPausesMs);
    const isWrong = isLoginWrong(refusals, error.kind === 'refused');
    await this.#state(isWrong ? 'bad-credentials' : 'transient', error.code);
    if (isWrong) this.#log.error('login refused', { refusals });
    else this.#log.warn('login refused without a reason', { refusals });
  }

  async #connected(signal: AbortSignal): Promise<void> {
    const { imap } = this.#account;
    const wake = this.#wake;
    if (!this.#isDoubted) await this.#state('connecting', null);
    const onExists = (): void => wake.now();
    const onAnnounced = (): void => {
      this.#isAnnounced = true;
      wake.now();
    };
    const onChanged = imap.follow === null ? {} : { onChanged: () => this.#changed(signal) };
    const watching = { idleAfterMs: WATCHER_IDLE_MS, onExists: onAnnounced, ...onChanged };
    const watcher = await Connection.open(imap, watching, signal);
    let worker: Connection | null = null;
    try {
      await forgetRefusedLogins(this.#deps.db, this.#account.account);
      this.#isDoubted = false;
      worker = await Connection.open(imap, { idleAfterMs: WORKER_IDLE_MS, onExists }, signal);
      await this.#watch(watcher, worker, wake, signal);
    } finally {
      this.#commands = null;
      await Promise.all([watcher.close(), worker?.close()]);
    }
  }

  /** Somebody marks a thousand mails as read: that is one look, not a thousand. */
  #changed(signal: AbortSignal): void {
    if (this.#isChanging) return;
    this.#isChanging = true;
    void this.#deps.clock.sleep(CHANGED_MS, signal).then(() => {
      this.#isChanging = false;
      this.#wake.now();
    });
  }

  async #watch(watcher: Connection, worker: Connection, wake: Wake, signal: AbortSignal): Promise<void> {
    const deps = this.#deps;
    const { imap } = this.#account;
    await this.#state('catching-up', null);
    const watchdog = new Watchdog(deps.clock, 3 * imap.pollMs, () => {
      deps.hooks.onFailure(this.#account.account, 'watchdog');
      this.#log.warn('no look at the mailboxes succeeded for long, connecting anew');
      watcher.abort('watchdog');
      worker.abort('watchdog');
    });
    const scope = AbortSignal.any([signal, watcher.closed, worker.closed]);
    const drain = (): void => worker.drain();
    signal.addEventListener('abort', drain, { once: true });
    const context = this.#context(worker, watchdog, signal);
    try {
      let boxes = await findMailboxes(worker, imap.mailboxes, imap.sentMailbox);
      let missing = 0;
      // What came while there was no connection could not be announced.
      this.#isAnnounced = true;
      this.#commands = mailboxCommands(deps.db, this.#account, worker, () => boxes.sent);
      while (!scope.aborted) {
        if (missing > 0 || boxes.sent === null) {
          boxes = await findMailboxes(worker, imap.mailboxes, imap.sentMailbox);
        }
        await this.#idle(watcher, imap);
        const isAnnounced = this.#isAnnounced;
        this.#isAnnounced = false;
        const { missing: unread, found } = await this.#look(context, boxes.watched);
        missing = unread.length;
        this.#failures = 0;
        watchdog.feed();
        this.#countUnannounced(isAnnounced, found);
        await this.#standing(unread);
        await this.#rest(boxes.watched, wake, scope);
      }
    } finally {
      watchdog.stop();
      signal.removeEventListener('abort', drain);
    }
    if (!signal.aborted) scope.throwIfAborted();
  }

  #context(worker: Connection, watchdog: Watchdog, signal: AbortSignal): SyncContext {
    const { imap } = this.#account;
    return {
      deps: { ...this.#deps, log: this.#log },
      lease: this.#lease,
      worker,
      signal,
      mailSize: imap.mailSize,
      firstStartDays: imap.firstStartDays,
      onProgress: () => watchdog.feed(),
      trouble: this.#trouble,
      seen: new Map(),
      follows: imap.follow !== null,
      compared: new Map(),
    };
  }

  /** The watcher stays on the first mailbox; where that cannot be opened, polling alone watches it. */
  async #idle(watcher: Connection, imap: ImapSettings): Promise<void> {
    const [first] = imap.mailboxes;
    if (first === undefined) return;
    await watcher
      .examine(first, false, () => Promise.resolve())
      .catch((error: unknown) => {
        if (!(error instanceof ImapFailure && error.kind === 'mailbox')) throw error;
      });
  }

  /**
   * Looks at every mailbox. Returns those that could not be opened, which hold up none of the others, and whether there
   * was new mail in the first, which the server announces.
   */
  async #look(
    context: SyncContext,
    mailboxes: readonly WatchedMailbox[],
  ): Promise<{ readonly missing: readonly string[]; readonly found: boolean }> {
    const missing = new Set<string>();
    let found = false;
    for (const mailbox of mailboxes) {
      try {
        const fresh = await syncMailbox(context, mailbox);
        if (mailbox.path === this.#account.imap.mailboxes[0] && fresh > 0) found = true;
      } catch (error) {
        if (!(error instanceof ImapFailure && error.kind === 'mailbox')) throw error;
        missing.add(mailbox.path);
        if (!this.#missing.has(mailbox.path)) {
          this.#log.warn('mailbox cannot be read', { mailbox: mailbox.path, code: error.code });
          this.#deps.hooks.onFailure(this.#account.account, error.code);
        }
      }
    }
    this.#missing = missing;
    // The worker idles where it was left: on the last mailbox, which is Sent.
    const last = mailboxes.findLast(({ path }) => !missing.has(path));
    if (last !== undefined) await context.worker.examine(last.path, false, () => Promise.resolve());
    return { missing: [...missing], found };
  }

  /**
   * A mailbox in which mail is found that IDLE never tells of is read late: after some of it that is said. Whatever
   * else wakes the session, such as a copy that it files in Sent, is no word about the first mailbox.
   */
  #countUnannounced(isAnnounced: boolean, found: boolean): void {
    if (isAnnounced || this.#isAnnounced) this.#unannounced = 0;
    else if (found) this.#unannounced++;
  }

  /** Well is an account whose mail is read, not one that has a connection. */
  async #standing(unread: readonly string[]): Promise<void> {
    const [first] = this.#account.imap.mailboxes;
    if (!this.#hasRoom()) await this.#state('connected', 'no-room');
    else if (unread.length > 0) await this.#state('connected', 'mailbox-unavailable', unread);
    else if (this.#unannounced >= UNANNOUNCED_LOOKS && first !== undefined)
      await this.#state('connected', 'mail-unannounced', [first]);
    else await this.#state('connected', null);
  }

  /** Until something wakes the session, the poll is due, or a UID that was set aside is. */
  async #rest(mailboxes: readonly WatchedMailbox[], wake: Wake, scope: AbortSignal): Promise<void> {
    const { db, clock } = this.#deps;
    const { account, imap } = this.#account;
    const readable = mailboxes.map(({ path }) => path).filter((path) => !this.#missing.has(path));
    const open = await nextOpenUidIn(db, account, readable);
    const ms = this.#hasRoom()
      ? Math.min(imap.pollMs, Math.max(1_000, open ?? Number.POSITIVE_INFINITY))
      : Math.min(imap.pollMs, NO_ROOM_MS);
    await wake.wait(clock, ms, scope);
    if (!scope.aborted) await clock.sleep(GATHER_MS, scope);
    wake.reset();
  }

  #hasRoom(): boolean {
    return this.#deps.hasRoom?.() !== false;
  }

  async #state(state: AccountState, reason: string | null, troubled: readonly string[] = []): Promise<void> {
    const told = JSON.stringify([state, reason, troubled]);
    if (told === this.#told) return;
    await setAccountState(this.#deps.db, this.#lease, state, reason, troubled);
    this.#told = told;
    this.#deps.hooks.onState(this.#account.account, state, reason);
  }

  /** Where the database is what failed, the state stays unwritten. */
  async #stateAsFarAsPossible(state: AccountState, reason: string): Promise<void> {
    try {
      await this.#state(state, reason);
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      this.#log.debug('account state not written', { error });
    }
  }
}

function isRefusal(error: unknown): error is ImapFailure {
  return error instanceof ImapFailure && (error.kind === 'refused' || error.kind === 'refused-unexplained');
}

/** A wake-up that is not lost: one that comes before the wait begins ends it too. */
class Wake {
  #bell = new AbortController();

  now(): void {
    this.#bell.abort();
  }

  reset(): void {
    if (this.#bell.signal.aborted) this.#bell = new AbortController();
  }

  wait(clock: Clock, ms: number, scope: AbortSignal): Promise<void> {
    return clock.sleep(ms, AbortSignal.any([scope, this.#bell.signal]));
  }
}

/** Barks once, unless it is fed within `ms`. */
class Watchdog {
  readonly #stop = new AbortController();
  readonly #clock: Clock;
  #fed: number;

  constructor(clock: Clock, ms: number, bark: () => void) {
    this.#clock = clock;
    this.#fed = clock.now();
    void this.#run(ms, bark);
  }

  feed(): void {
    this.#fed = this.#clock.now();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #run(ms: number, bark: () => void): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const left = this.#fed + ms - this.#clock.now();
      if (left <= 0) {
        bark();
        return;
      }
      await this.#clock.sleep(left, this.#stop.signal);
    }
  }
}

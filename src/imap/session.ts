/**
 * One account under one lease: connects, catches up, idles, polls, and comes back when the server goes away.
 *
 * Policy. Two connections: a watcher that idles on the first mailbox, and a worker for everything else, which idles on the last
 * mailbox (Sent) when it has nothing to do. Whatever wakes a session, all mailboxes are looked at; they are looked at every
 * poll interval even when nothing wakes it, and where no look succeeded for three intervals, the connections are thrown away.
 * The wait before a new connection grows until a look at all mailboxes succeeded. A refused login is tried three times, then
 * left alone until the login changes or somebody starts the program again.
 */
import {
  countRefusedLogin,
  forgetRefusedLogins,
  LOGIN_TRIES,
  setAccountState,
  type AccountState,
  type Lease,
} from '../db/accounts.ts';
import { nextOpenUidIn } from '../db/mailboxes.ts';
import { errorCode, LeaseLostError } from '../errors.ts';
import type { Log } from '../log.ts';
import { withFields } from '../log.ts';
import { backOff } from './back-off.ts';
import { mailboxCommands, type MailboxCommands } from './commands.ts';
import { Connection } from './connection.ts';
import { ImapFailure } from './failure.ts';
import { findMailboxes, syncMailbox, type SyncContext, type WatchedMailbox } from './mailbox.ts';
import type { Clock, ImapAccount, ImapDeps, ImapSettings } from './settings.ts';
import { Trouble } from './trouble.ts';

/** Quiet after which a connection begins to idle, milliseconds. The worker's lies above its own pauses between commands. */
const WATCHER_IDLE_MS = 20;
const WORKER_IDLE_MS = 500;
/** Several arrivals at once become one look. */
const GATHER_MS = 20;

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

  constructor(deps: ImapDeps, account: ImapAccount, lease: Lease) {
    this.#deps = deps;
    this.#account = account;
    this.#lease = lease;
    this.#log = withFields(deps.log, { account: account.account });
  }

  /** What can be asked of the mailbox; null while there is no connection. */
  get commands(): MailboxCommands | null {
    return this.#commands;
  }

  /**
   * Works until the signal aborts (`stopped`) or the server has refused the login too often (`refused`). `connects` is waited
   * for before each new pair of connections. Throws LeaseLostError; everything else is tried again.
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
        this.#log.warn('mailbox session failed', { code, failures: this.#failures + 1 });
        this.#log.debug('mailbox session failure', { error });
        if (error instanceof ImapFailure && error.kind === 'refused' && (await this.#refused())) return 'refused';
        await this.#stateAsFarAsPossible('transient', code);
        this.#failures++;
        const wait = backOff(imap.timing.backOffMs, this.#failures, clock.random());
        await clock.sleep(Math.max(wait, error instanceof ImapFailure ? error.retryAfterMs : 0), signal);
      }
    }
    return 'stopped';
  }

  /** Counts a refused login; true where it was the last try. Throws what the database throws, before another try is made. */
  async #refused(): Promise<boolean> {
    const refusals = await countRefusedLogin(this.#deps.db, this.#lease);
    if (refusals < LOGIN_TRIES) return false;
    await this.#state('bad-credentials', 'login-refused');
    this.#log.error('login refused, the account stops', { tries: refusals });
    return true;
  }

  async #connected(signal: AbortSignal): Promise<void> {
    const { imap } = this.#account;
    const wake = new Wake();
    await this.#state('connecting', null);
    const onExists = (): void => wake.now();
    const watcher = await Connection.open(imap, { idleAfterMs: WATCHER_IDLE_MS, onExists }, signal);
    let worker: Connection | null = null;
    try {
      await forgetRefusedLogins(this.#deps.db, this.#account.account);
      worker = await Connection.open(imap, { idleAfterMs: WORKER_IDLE_MS, onExists }, signal);
      await this.#watch(watcher, worker, wake, signal);
    } finally {
      this.#commands = null;
      await Promise.all([watcher.close(), worker?.close()]);
    }
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
      this.#commands = mailboxCommands(deps.db, this.#account.account, worker, () => boxes.sent);
      while (!scope.aborted) {
        if (missing > 0 || boxes.sent === null) {
          boxes = await findMailboxes(worker, imap.mailboxes, imap.sentMailbox);
        }
        await this.#idle(watcher, imap);
        missing = await this.#look(context, boxes.watched);
        this.#failures = 0;
        watchdog.feed();
        await this.#state('connected', missing === 0 ? null : 'mailbox-unavailable');
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

  /** Looks at every mailbox and returns how many could not be opened; one that cannot does not hold up the others. */
  async #look(context: SyncContext, mailboxes: readonly WatchedMailbox[]): Promise<number> {
    const missing = new Set<string>();
    for (const mailbox of mailboxes) {
      try {
        await syncMailbox(context, mailbox);
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
    return missing.size;
  }

  /** Until something wakes the session, the poll is due, or a UID that was set aside is. */
  async #rest(mailboxes: readonly WatchedMailbox[], wake: Wake, scope: AbortSignal): Promise<void> {
    const { db, clock } = this.#deps;
    const { account, imap } = this.#account;
    const readable = mailboxes.map(({ path }) => path).filter((path) => !this.#missing.has(path));
    const open = await nextOpenUidIn(db, account, readable);
    const ms = Math.min(imap.pollMs, Math.max(1_000, open ?? Number.POSITIVE_INFINITY));
    await wake.wait(clock, ms, scope);
    if (!scope.aborted) await clock.sleep(GATHER_MS, scope);
    wake.reset();
  }

  async #state(state: AccountState, reason: string | null): Promise<void> {
    const told = `${state} ${reason ?? ''}`;
    if (told === this.#told) return;
    await setAccountState(this.#deps.db, this.#lease, state, reason);
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

/** A function, since the compiler takes an AbortSignal for unchanging. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** A bell: rung before the wait or during it, it ends the wait. */
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

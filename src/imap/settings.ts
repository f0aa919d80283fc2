import type { AccountId, Sought } from '../bridge/types.ts';
import type { AccountState } from '../db/intake-tables/accounts.ts';
import type { StoreStep } from '../db/intake-tables/inbox.ts';
import type { Database } from '../db/pool.ts';
import type { Log } from '../base/log.ts';
import type { Reach } from '../base/reach.ts';
import type { TokenSource } from '../base/token-source.ts';
import { loginPauses } from '../base/login-tries.ts';

/** How to reach one account's IMAP server, and what is read there. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` required before the login, or `none` (loopback and tests). */
  readonly security: 'tls' | 'starttls' | 'none';
  /** PEM certificates that are trusted instead of the system's, for closed networks; null for the system's. */
  readonly ca: string | null;
  /** Says which address its name leads to; null, and without: as this machine looks names up. */
  readonly reach?: Reach | null;
  readonly user: string;
  readonly password: string;
  /** Logs in by a token instead of the password; null, and without: by the password. */
  readonly token?: TokenSource | null;
  /** The mailboxes to watch; the first is watched by IDLE, all of them by polling. At least one. */
  readonly mailboxes: readonly string[];
  /**
   * The mailbox of sent mail; null takes the one that the server marks as `\Sent` (RFC 6154), or one with a usual name.
   */
  readonly sentMailbox: string | null;
  /** Which old mails a mailbox gives when it is read for the first time: none, or those of the last days. */
  readonly firstStartDays: number;
  /** Whether mail of before is brought in as old mail, where the mailbox was never read. Default false. */
  readonly history?: boolean;
  /** A mail above this (bytes) gives its header alone. */
  readonly mailSize: number;
  /**
   * Whether the watched mailboxes follow what is read and done in rooms, and where mails are archived: by name, null
   * for the mailbox that the server marks as `\Archive` (RFC 6154). Null: nothing is flagged but `\Answered`, and
   * nothing moved.
   */
  readonly follow: { readonly archive: string | null } | null;
  /** Between two looks at all mailboxes, however healthy IDLE is. */
  readonly pollMs: number;
  readonly timing: ImapTiming;
}

/** Times in milliseconds; `defaultTiming` holds the ones for real life. */
export interface ImapTiming {
  /** After which IDLE is renewed; servers and firewalls drop quieter connections. */
  readonly idleMs: number;
  /** Without a byte from the server, after which a connection counts as dead. */
  readonly socketMs: number;
  readonly connectMs: number;
  /** First and longest wait before a new connection. */
  readonly backOffMs: readonly [first: number, longest: number];
  /** After the first refusal of the login, the second, and so on; behind the last, until somebody acts. */
  readonly loginPausesMs: readonly number[];
}

export function defaultTiming(): ImapTiming {
  return {
    idleMs: 5 * 60_000,
    socketMs: 2 * 60_000,
    connectMs: 30_000,
    backOffMs: [1_000, 10 * 60_000],
    loginPausesMs: loginPauses(),
  };
}

export interface ImapAccount {
  readonly account: AccountId;
  readonly imap: ImapSettings;
  /** Keyed hash of host, port, user and password (`IdKey.login`): a changed login is tried anew. */
  readonly login: Sought<string>;
}

/** Time and chance, so that tests hold them. */
export interface Clock {
  /** Milliseconds, never backwards; no meaning but differences. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** The system's clock. All who sleep by one clock share one timer, however many accounts there are. */
export function systemClock(): Clock {
  const sleepers = new Sleepers();
  return {
    now: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const done = (): void => {
          sleepers.forget(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        sleepers.add(done, performance.now() + ms);
        signal.addEventListener('abort', done, { once: true });
      }),
    random: Math.random,
  };
}

/** Who is to be woken when, by one timer that is set for the first of them. */
class Sleepers {
  readonly #due = new Map<() => void, number>();
  #timer: NodeJS.Timeout | null = null;
  #at = Infinity;

  add(wake: () => void, at: number): void {
    this.#due.set(wake, at);
    if (at < this.#at) this.#set(at);
  }

  /** The timer stays as it is: it may ring for nobody. */
  forget(wake: () => void): void {
    this.#due.delete(wake);
    if (this.#due.size === 0) this.#set(Infinity);
  }

  #set(at: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#at = at;
    const ms = Math.min(Math.max(0, at - performance.now()), 2 ** 31 - 1);
    this.#timer = at === Infinity ? null : setTimeout(() => this.#ring(), ms);
  }

  #ring(): void {
    const now = performance.now();
    this.#timer = null;
    this.#at = Infinity;
    for (const [wake, at] of [...this.#due]) if (at <= now) wake();
    let first = Infinity;
    for (const at of this.#due.values()) first = Math.min(first, at);
    if (first < this.#at) this.#set(first);
  }
}

/** Called as things happen; must return at once and not throw. */
interface ImapHooks {
  readonly onState: (account: AccountId, state: AccountState, reason: string | null) => void;
  /** Mails committed with their jobs, or skipped after a changed UIDVALIDITY. */
  readonly onMails: (account: AccountId, outcome: 'stored' | 'oversize' | 'skipped', count: number) => void;
  /** `kind` is a constant or an error's code, such as `login-refused`, `ECONNREFUSED`, `watchdog`. */
  readonly onFailure: (account: AccountId, kind: string) => void;
}

export interface ImapDeps {
  readonly db: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly hooks: ImapHooks;
  /** Whether there is room for more mail; absent where nobody asks. While there is none nothing is fetched. */
  readonly hasRoom?: () => boolean;
  /** Called at each step by its name; does nothing outside tests. */
  readonly failpoint: StoreStep;
  /**
   * Whether a Message-ID is one that this Mailroom made. A mail in Sent under such an id is a copy of ours: it is noted
   * without its body being fetched.
   */
  readonly isOwnMessageId: (messageId: string) => boolean;
  /**
   * These accounts with their logins as the config's files have them now; asked while a refused login rests. Without,
   * they are as they were at the start.
   */
  readonly currentLogins?: (accounts: readonly ImapAccount[]) => readonly ImapAccount[];
}

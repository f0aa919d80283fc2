/**
 * Works on every account whose lease this process can get, and on no other.
 *
 * Policy. One round in a third of the lease's time renews what is held and takes what is free, two statements for all accounts
 * together. A session ends as soon as its lease is known to be lost, or could not be renewed for as long as it lasts; until
 * then the epoch keeps it from writing what another may write. New connections are spaced out over all accounts. A clean stop
 * gives the leases back at once.
 */
import type { AccountId } from '../bridge/types.ts';
import { allowOneLogin, claimLeases, ensureAccounts, releaseLease, renewLeases, type Lease } from '../db/accounts.ts';
import { errorCode, LeaseLostError } from '../errors.ts';
import type { MailboxCommands } from './commands.ts';
import { ImapSession } from './session.ts';
import type { ImapAccount, ImapDeps } from './settings.ts';

export interface KeeperOptions {
  /** How long a lease lasts without being renewed; so long a killed process's accounts rest. Milliseconds. */
  readonly leaseMs: number;
  /** Between two new pairs of connections, over all accounts; milliseconds. */
  readonly staggerMs: number;
}

export function defaultKeeperOptions(): KeeperOptions {
  return { leaseMs: 20_000, staggerMs: 50 };
}

interface Held {
  readonly lease: Lease;
  readonly session: ImapSession;
  readonly lost: AbortController;
  /** By this process's clock: when the lease may run out. */
  until: number;
  readonly done: Promise<void>;
}

export class AccountKeeper {
  readonly #deps: ImapDeps;
  readonly #accounts: ReadonlyMap<AccountId, ImapAccount>;
  readonly #options: KeeperOptions;
  readonly #held = new Map<AccountId, Held>();
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
  #nextConnect = 0;

  constructor(deps: ImapDeps, accounts: readonly ImapAccount[], options: KeeperOptions = defaultKeeperOptions()) {
    this.#deps = deps;
    this.#accounts = new Map(accounts.map((account) => [account.account, account]));
    this.#options = options;
  }

  /** Makes the accounts' rows, gives refused logins one more try, and begins. Resolves after the first round. */
  async start(): Promise<void> {
    const { db } = this.#deps;
    const accounts = [...this.#accounts.values()];
    await ensureAccounts(
      db,
      accounts.map(({ account, imap }) => ({ account, firstStartDays: imap.firstStartDays })),
    );
    await allowOneLogin(db, [...this.#accounts.keys()]);
    await this.#round();
    this.#loop = this.#rounds();
  }

  /** Ends all sessions, waits for them and gives the leases back. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await Promise.all([...this.#held.values()].map(({ done }) => done));
  }

  /** What can be asked of an account's mailbox; null where another process holds the account or there is no connection. */
  commands(account: AccountId): MailboxCommands | null {
    return this.#held.get(account)?.session.commands ?? null;
  }

  /** The accounts that this process holds. */
  held(): readonly AccountId[] {
    return [...this.#held.keys()];
  }

  async #rounds(): Promise<void> {
    const { clock, log } = this.#deps;
    const { leaseMs } = this.#options;
    while (!this.#stop.signal.aborted) {
      // Between a half and the whole of a third, so that replicas do not ask in step.
      await clock.sleep((leaseMs / 3) * (0.5 + clock.random() / 2), this.#stop.signal);
      try {
        await this.#round();
      } catch (error) {
        log.warn('leases not renewed', { code: errorCode(error), error });
        this.#loseExpired();
      }
    }
  }

  async #round(): Promise<void> {
    const { db, clock } = this.#deps;
    const { leaseMs } = this.#options;
    if (this.#stop.signal.aborted) return;
    const held = [...this.#held.values()];
    if (held.length > 0) {
      const asked = clock.now();
      const ours = await renewLeases(
        db,
        held.map(({ lease }) => lease),
        leaseMs,
      );
      for (const one of held) {
        if (ours.has(one.lease.account)) one.until = asked + leaseMs;
        else one.lost.abort();
      }
    }
    const wanted = [...this.#accounts.values()].filter(({ account }) => !this.#held.has(account));
    if (wanted.length === 0) return;
    const asked = clock.now();
    for (const lease of await claimLeases(db, db.owner, wanted, leaseMs)) this.#hold(lease, asked + leaseMs);
  }

  /** The database does not answer: sessions whose lease may have run out must not act on the mailbox any more. */
  #loseExpired(): void {
    const now = this.#deps.clock.now();
    for (const held of this.#held.values()) if (held.until <= now) held.lost.abort();
  }

  #hold(lease: Lease, until: number): void {
    const account = this.#accounts.get(lease.account);
    if (account === undefined) return;
    const lost = new AbortController();
    const session = new ImapSession(this.#deps, account, lease);
    const done = this.#work(session, lease, AbortSignal.any([this.#stop.signal, lost.signal]));
    this.#held.set(lease.account, { lease, session, lost, until, done });
  }

  async #work(session: ImapSession, lease: Lease, signal: AbortSignal): Promise<void> {
    const { db, log, hooks } = this.#deps;
    const { account } = lease;
    let end: 'stopped' | 'refused' = 'stopped';
    try {
      end = await session.run(signal, (ending) => this.#connects(ending));
      log.info('mailbox session ended', { account, end });
    } catch (error) {
      if (error instanceof LeaseLostError) log.info('account is worked on by another process now', { account });
      else log.error('mailbox session broke', { account, code: errorCode(error), error });
    } finally {
      this.#held.delete(account);
    }
    await releaseLease(db, lease).catch((error: unknown) => {
      log.warn('lease not given back', { account, code: errorCode(error) });
    });
    if (end === 'stopped') hooks.onState(account, 'stopped', null);
  }

  /** Spaces new connections out. */
  async #connects(signal: AbortSignal): Promise<void> {
    const { clock } = this.#deps;
    const now = clock.now();
    const at = Math.max(now, this.#nextConnect);
    this.#nextConnect = at + this.#options.staggerMs;
    if (at > now) await clock.sleep(at - now, signal);
  }
}

/**
 * Works on every account whose lease this process can get, and on no other.
 *
 * Policy. One round in a third of the lease's time renews what is held and takes what is free, two statements for all
 * accounts together. A session ends as soon as its lease is known to be lost, or could not be renewed for as long as it
 * lasts; until then the epoch keeps it from writing what another may write. New connections are spaced out over all
 * accounts. A clean stop gives the leases back at once.
 *
 * Processes that serve the same accounts share them: a process takes no more than its share while others may still come
 * for the rest, which it takes a round later where nobody did. Where it has held more than its share for long, it gives
 * the surplus back: not at once, for a process that stops is one that lives to its end.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AccountId } from '../bridge/types.ts';
import {
  ACCOUNTS_CHANNEL,
  allowLogins,
  claimLeases,
  ensureAccounts,
  releaseLease,
  renewLeases,
  restingLogins,
  shareOfAccounts,
  type ClaimedLease,
  type Lease,
} from '../db/intake-tables/accounts.ts';
import { errorCode, LeaseLostError } from '../base/errors.ts';
import { logTrouble } from '../base/log.ts';
import type { MailboxCommands } from './commands.ts';
import { ImapSession } from './session.ts';
import type { ImapAccount, ImapDeps } from './settings.ts';

export interface SupervisorOptions {
  /** How long a lease lasts without being renewed; so long a killed process's accounts rest. Milliseconds. */
  readonly leaseMs: number;
  /** Between two new pairs of connections, over all accounts; milliseconds. */
  readonly staggerMs: number;
  /** Processes that begin together with this one, itself counted. Default 1. */
  readonly peers?: number;
  /** After so long above its share a process gives back what is too much, milliseconds. Default one minute. */
  readonly surplusMs?: number;
}

const SURPLUS_MS = 60_000;

function defaultSupervisorOptions(): SupervisorOptions {
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

export class AccountSupervisor {
  readonly #deps: ImapDeps;
  /** As they were told last, or with the login that was read since. */
  #accounts: Map<AccountId, ImapAccount>;
  /** Whether their rows are there. */
  #areKnown = false;
  readonly #options: SupervisorOptions;
  readonly #held = new Map<AccountId, Held>();
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
  #unlisten: () => void = () => undefined;
  /** Ends the wait before the next round. */
  #hurry = new AbortController();
  #nextConnect = 0;
  /** The round before took no more than the share: what is still free now, nobody came for. */
  #wasLimited = false;
  /** Since when this process has held more than its share; null where it does not. */
  #surplusSince: number | null = null;

  constructor(
    deps: ImapDeps,
    accounts: readonly ImapAccount[],
    options: SupervisorOptions = defaultSupervisorOptions(),
  ) {
    this.#deps = deps;
    this.#accounts = new Map(accounts.map((account) => [account.account, account]));
    this.#options = options;
  }

  /** Makes the accounts' rows, lets refused logins be tried again, and begins. Resolves after the first round. */
  async start(): Promise<void> {
    const { db } = this.#deps;
    const accounts = [...this.#accounts.values()];
    await this.#ensure();
    const pause = Math.min(...accounts.map(({ imap }) => imap.timing.loginPausesMs[0] ?? 0));
    await allowLogins(db, [...this.#accounts.keys()], pause);
    this.#unlisten = await db.listen(ACCOUNTS_CHANNEL, (account) => {
      this.#lookNow(account as AccountId);
    });
    await this.#round();
    this.#loop = this.#rounds();
  }

  /** Ends all sessions, waits for them and gives the leases back. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#unlisten();
    await this.#loop;
    await Promise.all([...this.#held.values()].map(({ done }) => done));
  }

  /**
   * What can be asked of an account's mailbox; null where another process holds the account or there is no connection.
   */
  commands(account: AccountId): MailboxCommands | null {
    return this.#held.get(account)?.session.commands ?? null;
  }

  /**
   * From now on these are the accounts. Sessions of those that are gone, and of those whose settings are others, end as
   * at a stop, what is being fetched first; the changed ones begin anew. All others go on.
   */
  update(accounts: readonly ImapAccount[]): void {
    const before = this.#accounts;
    this.#accounts = new Map(accounts.map((account) => [account.account, account]));
    this.#areKnown = false;
    for (const [id, held] of this.#held) {
      const now = this.#accounts.get(id);
      if (now !== undefined && isDeepStrictEqual(now.imap, before.get(id)?.imap)) continue;
      held.lost.abort();
      void held.done.then(() => this.#hurry.abort());
    }
    this.#hurry.abort();
  }

  /** The accounts that this process holds. */
  held(): readonly AccountId[] {
    return [...this.#held.keys()];
  }

  /** A person wants an account looked at: here, where its session is, or where nobody has it, by who comes first. */
  #lookNow(account: AccountId): void {
    if (!this.#accounts.has(account)) return;
    this.#held.get(account)?.session.lookNow();
    this.#hurry.abort();
  }

  async #rounds(): Promise<void> {
    const { clock, log } = this.#deps;
    const { leaseMs } = this.#options;
    while (!this.#stop.signal.aborted) {
      // Between a half and the whole of a third, so that replicas do not ask in step.
      const wait = (leaseMs / 3) * (0.5 + clock.random() / 2);
      await clock.sleep(wait, AbortSignal.any([this.#stop.signal, this.#hurry.signal]));
      if (this.#hurry.signal.aborted) this.#hurry = new AbortController();
      try {
        await this.#round();
      } catch (error) {
        logTrouble(log, 'leases not renewed', error);
        this.#loseExpired();
      }
    }
  }

  async #ensure(): Promise<void> {
    if (this.#areKnown) return;
    const accounts = this.#accounts;
    const rows = [...accounts.values()].map(({ account, imap: { firstStartDays, history = false } }) => ({
      ...{ account, firstStartDays, history },
    }));
    await ensureAccounts(this.#deps.db, rows);
    this.#areKnown = accounts === this.#accounts;
  }

  async #round(): Promise<void> {
    const { db, clock } = this.#deps;
    const { leaseMs } = this.#options;
    if (this.#stop.signal.aborted) return;
    await this.#ensure();
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
    const accounts = this.#accounts;
    const share = await shareOfAccounts(db, [...accounts.keys()], this.#options.peers ?? 1);
    this.#shedSurplus(share.now);
    const free = [...accounts.values()].filter(({ account }) => !this.#held.has(account));
    if (free.length === 0) return;
    const wanted = await this.#withCurrentLogins(free);
    const most = this.#wasLimited ? null : Math.max(0, share.expected - this.#held.size);
    this.#wasLimited = most !== null;
    const asked = clock.now();
    for (const lease of await claimLeases(db, db.owner, wanted, leaseMs, most)) {
      const account = wanted.find((one) => one.account === lease.account);
      // They are others since it was asked for: the next round knows them.
      if (accounts !== this.#accounts) await releaseLease(db, lease);
      else if (account !== undefined) this.#hold(lease, account, asked + leaseMs);
    }
  }

  /** Sessions above the share end as at a stop, those that began last. */
  #shedSurplus(share: number): void {
    const now = this.#deps.clock.now();
    const surplus = this.#held.size - share;
    if (surplus <= 0) this.#surplusSince = null;
    else this.#surplusSince ??= now;
    if (this.#surplusSince === null || now - this.#surplusSince < (this.#options.surplusMs ?? SURPLUS_MS)) return;
    this.#surplusSince = null;
    for (const held of [...this.#held.values()].slice(-surplus)) held.lost.abort();
    this.#deps.log.info('accounts are given to other processes', { accounts: surplus });
  }

  /** What a person has corrected meanwhile is looked for where a login was refused, and nowhere else. */
  async #withCurrentLogins(accounts: readonly ImapAccount[]): Promise<readonly ImapAccount[]> {
    const { db, currentLogins } = this.#deps;
    if (currentLogins === undefined) return accounts;
    const resting = await restingLogins(
      db,
      accounts.map(({ account }) => account),
    );
    if (resting.size === 0) return accounts;
    const isResting = ({ account }: ImapAccount): boolean => resting.has(account);
    return [...accounts.filter((one) => !isResting(one)), ...currentLogins(accounts.filter(isResting))];
  }

  /** The database does not answer: sessions whose lease may have run out must not act on the mailbox any more. */
  #loseExpired(): void {
    const now = this.#deps.clock.now();
    for (const held of this.#held.values()) if (held.until <= now) held.lost.abort();
  }

  #hold(lease: ClaimedLease, account: ImapAccount, until: number): void {
    this.#accounts.set(account.account, account);
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
      logTrouble(log, 'lease not given back', error, { account });
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

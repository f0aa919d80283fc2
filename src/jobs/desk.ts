/**
 * What falls due by itself, by the database's clock: a snooze that is over, a claim that ran out, a reminder, a done thread that is
 * left by its ghosts; and the overviews. Any number of processes may do it at once: each thing is done by whose guarded statement
 * finds it due, in one transaction with what the rooms are told.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from '../bridge/account.ts';
import { renderLines } from '../bridge/commands.ts';
import { shownName } from '../bridge/desk.ts';
import { renderReminders } from '../bridge/desk-render.ts';
import { spanOf } from '../bridge/desk-time.ts';
import { notice } from '../bridge/notices.ts';
import type { MatrixSend, UserId } from '../bridge/types.ts';
import { archiveWork, dueWork, lapseClaim, remindOf, wakeWork } from '../db/desk-timers.ts';
import type { Due, Reminded } from '../db/desk-timers.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { errorText } from '../errors.ts';
import { words } from '../mail/words.ts';
import { deskOf, sounding, teamRoom, voiceOf } from './desk-say.ts';
import { updateOverview } from './desk-overview.ts';
import type { DeskDeps } from './desk-overview.ts';

/** Between two looks, milliseconds. */
const TICK_MS = 5_000;
/** Threads that one message to the team names. */
const NAMED = 20;

export class Desk {
  readonly #deps: DeskDeps;
  readonly #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  /** One look at everything. Throws errors of the database; what was done until then stays done. */
  async once(): Promise<void> {
    const { db, accounts } = this.#deps;
    const times = [...accounts.values()].map((account) => ({ account: account.id, ...deskOf(account) }));
    const due = await dueWork(db, times);
    for (const one of due) await this.#do(one);
    for (const [id, account] of accounts) {
      const unanswered = due.filter(({ what, account: of }) => what === 'remind' && of === id);
      if (unanswered.length > 0) await this.#remind(account, unanswered);
      if (deskOf(account).overview) await updateOverview(this.#deps, account);
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.once().catch((error: unknown) => {
        this.#deps.log.warn('what is due on threads could not be done', { error: errorText(error) });
      });
      await delay(TICK_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #do(due: Due): Promise<void> {
    const account = this.#deps.accounts.get(due.account);
    if (account === undefined) return;
    const { claimFor, archiveAfter } = deskOf(account);
    await this.#write(due.what, async (tx) => {
      switch (due.what) {
        case 'wake':
          return this.#wake(tx, account, due);
        case 'lapse':
          return claimFor === null ? undefined : this.#lapse(tx, account, due, claimFor);
        case 'archive':
          if (archiveAfter !== null) await archiveWork(tx, due, archiveAfter);
          return undefined;
        case 'remind':
          return undefined;
      }
    });
  }

  /** One transaction, with the failpoints around its commit. */
  async #write(what: Due['what'], work: (tx: Transaction) => Promise<void>): Promise<void> {
    const { db, failpoint } = this.#deps;
    await db.transaction(async (tx) => {
      await work(tx);
      failpoint(`desk-${what}:before-commit`);
    });
    failpoint(`desk-${what}:after-commit`);
  }

  async #wake(tx: Transaction, account: Account, due: Due): Promise<void> {
    const woken = await wakeWork(tx, due);
    if (woken === null) return;
    const { awake } = words(account.language).desk;
    await addSend(tx, sounding(this.#tell(account, due, `awake:${woken.version}`, awake, woken.by)));
  }

  async #lapse(tx: Transaction, account: Account, due: Due, claimFor: number): Promise<void> {
    const lapsed = await lapseClaim(tx, due, claimFor);
    if (lapsed === null) return;
    const said = words(account.language).desk.claimLapsed(shownName(account, lapsed.by));
    await addSend(tx, sounding(this.#tell(account, due, `lapsed:${lapsed.version}`, said, null)));
  }

  /** Whoever has a thread is told in its room; what nobody has is told to the team in one message. */
  async #remind(account: Account, due: readonly Due[]): Promise<void> {
    const { remindAfter } = deskOf(account);
    if (remindAfter === null) return;
    const threads = due.map(({ thread }) => thread);
    await this.#write('remind', async (tx) => {
      const reminded = await remindOf(tx, account.id, threads, remindAfter);
      const free = reminded.filter(({ claimedBy }) => claimedBy === null);
      const say = words(account.language).desk;
      for (const { thread, claimedBy, seconds, count } of reminded) {
        if (claimedBy === null) continue;
        const said = say.remindYou(say.span(spanOf(seconds)));
        await addSend(
          tx,
          sounding(this.#tell(account, { account: account.id, thread }, `remind:${count}`, said, claimedBy)),
        );
      }
      for (let at = 0; at < free.length; at += NAMED) {
        await addSend(tx, sounding(this.#tellTeam(account, free.slice(at, at + NAMED))));
      }
    });
  }

  #tell(
    account: Account,
    { thread }: Pick<Due, 'account' | 'thread'>,
    purpose: string,
    line: string,
    mention: UserId | null,
  ): MatrixSend {
    const { ids, ghosts } = this.#deps;
    const place = { account: account.id, thread, room: null };
    return notice(ids, {
      place,
      bot: ghosts.bot,
      of: thread,
      purpose: `desk:${purpose}`,
      said: renderLines([line]),
      mention,
    });
  }

  #tellTeam(account: Account, threads: readonly Reminded[]): MatrixSend {
    const { ids, ghosts } = this.#deps;
    const place = { account: account.id, thread: null, room: null };
    const of = ids.fingerprint(account.id, ...threads.map(({ thread, count }) => `${thread}:${count}`));
    const said = renderReminders(threads, voiceOf(account, ghosts.domain));
    return { ...notice(ids, { place, bot: ghosts.bot, of, purpose: 'desk:remind', said }), own: teamRoom(account) };
  }
}

/**
 * What falls due by itself, by the database's clock: a snooze that is over, a claim that ran out, a reminder, a done
 * thread, which its ghosts leave; and the overviews. Any number of processes may do it at once: each thing is done by
 * whose guarded statement finds it due, in one transaction with what the rooms are told.
 */
import { createHash } from 'node:crypto';
import type { Account } from '../bridge/account/account.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { shownName, wantsOverview } from '../bridge/helpdesk/team-work.ts';
import { renderReminders } from '../bridge/helpdesk/list-told.ts';
import { spanOf } from '../bridge/helpdesk/snooze-time.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { MatrixSend, UserId } from '../bridge/types.ts';
import { archiveWork, dueWork, lapseClaim, remindOf, wakeWork } from '../db/helpdesk-tables/timers.ts';
import type { Due, Reminded } from '../db/helpdesk-tables/timers.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { logTrouble } from '../base/log.ts';
import { Ticker } from '../base/ticker.ts';
import { spanText } from '../words/spans.ts';
import { words } from '../words/words.ts';
import { helpdeskOf, sounding, teamRoom, listStyle } from '../handling/team-settings.ts';
import { tellThread } from '../handling/thread-told.ts';
import { tellOldMails } from './old-mail-told.ts';
import { updateOverview } from './overview.ts';
import type { HelpdeskDeps } from './overview.ts';
import { hasOverview } from '../db/helpdesk-tables/lists.ts';
import { openThreads } from '../db/helpdesk-tables/thread-work.ts';

/** Between two looks, milliseconds. */
const TICK_MS = 5_000;
/** Threads that one message to the team names. */
const NAMED = 20;

export class HelpdeskTimers {
  readonly #deps: HelpdeskDeps;
  readonly #ticker: Ticker;

  constructor(deps: HelpdeskDeps) {
    this.#deps = deps;
    this.#ticker = new Ticker({
      everyMs: TICK_MS,
      turn: () => this.once(),
      onError: (error) => logTrouble(deps.log, 'what is due on threads could not be done', error),
    });
  }

  start(): void {
    void this.#ticker.start();
  }

  stop(): Promise<void> {
    return this.#ticker.stop();
  }

  /** One look at everything. Throws errors of the database; what was done until then stays done. */
  async once(): Promise<void> {
    const { db, accounts } = this.#deps;
    const times = [...accounts.values()].map((account) => ({ account: account.id, ...helpdeskOf(account) }));
    const due = await dueWork(db, times);
    for (const one of due) await this.#do(one);
    await tellOldMails(this.#deps);
    for (const [id, account] of accounts) {
      const unanswered = due.filter(({ what, account: of }) => what === 'remind' && of === id);
      if (unanswered.length > 0) await this.#remind(account, unanswered);
      if (await this.#hasOverview(account)) await updateOverview(this.#deps, account);
    }
  }

  async #hasOverview(account: Account): Promise<boolean> {
    const settings = helpdeskOf(account);
    const { db } = this.#deps;
    const begun = await hasOverview(db, account.id);
    const counts = settings.overview === 'auto' && settings.claim === 'auto' && !begun;
    const open = counts ? await openThreads(db, account.id, settings.claimRooms + 1) : 0;
    return wantsOverview(settings, { open, begun });
  }

  async #do(due: Due): Promise<void> {
    const account = this.#deps.accounts.get(due.account);
    if (account === undefined) return;
    const { claimFor, archiveAfter } = helpdeskOf(account);
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
    const say = words(account.language);
    const purpose = { kind: 'work-due', of: due.thread, detail: `awake:${woken.version}` } as const;
    const about = { thread: due.thread, purpose, line: say('helpdesk-awake'), mention: woken.by };
    await tellThread(tx, this.#deps, account, about);
  }

  async #lapse(tx: Transaction, account: Account, due: Due, claimFor: number): Promise<void> {
    const lapsed = await lapseClaim(tx, due, claimFor);
    if (lapsed === null) return;
    const said = words(account.language)('helpdesk-claim-lapsed', { name: shownName(account, lapsed.by) });
    const purpose = { kind: 'work-due', of: due.thread, detail: `lapsed:${lapsed.version}` } as const;
    await tellThread(tx, this.#deps, account, { thread: due.thread, purpose, line: said });
  }

  /** Whoever has a thread is told in its room; what nobody has is told to the team in one message. */
  async #remind(account: Account, due: readonly Due[]): Promise<void> {
    const { remindAfter } = helpdeskOf(account);
    if (remindAfter === null) return;
    const threads = due.map(({ thread }) => thread);
    await this.#write('remind', async (tx) => {
      const reminded = await remindOf(tx, account.id, threads, remindAfter);
      const free = reminded.filter(({ claimedBy }) => claimedBy === null);
      const say = words(account.language);
      for (const { thread, claimedBy, seconds, count } of reminded) {
        if (claimedBy === null) continue;
        const said = say('helpdesk-remind-you', { span: spanText(say, spanOf(seconds)) });
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
    detail: string,
    line: string,
    mention: UserId | null,
  ): MatrixSend {
    const { ids, ghosts } = this.#deps;
    const place = { account: account.id, thread, room: null };
    return notice(ids, {
      place,
      bot: ghosts.bot,
      purpose: { kind: 'work-due', of: thread, detail },
      said: renderLines([line]),
      mention,
    });
  }

  #tellTeam(account: Account, threads: readonly Reminded[]): MatrixSend {
    const { ids, ghosts } = this.#deps;
    const place = { account: account.id, thread: null, room: null };
    const told = [account.id, ...threads.map(({ thread, count }) => `${thread}:${count}`)].join('\n');
    const of = createHash('sha256').update(told).digest('hex').slice(0, 32);
    const said = renderReminders(threads, listStyle(account, ghosts.domain));
    const purpose = { kind: 'team-reminder', of } as const;
    return { ...notice(ids, { place, bot: ghosts.bot, purpose, said }), own: teamRoom(account) };
  }
}

/** The overview of an account: one pinned event in its inbox (or lobby), edited in place while things change. */
import type { Account } from '../bridge/account/account.ts';
import { asksInLater } from '../bridge/room/entry.ts';
import { renderOverview } from '../bridge/helpdesk/list-told.ts';
import { editOf, notice } from '../bridge/notice/notices.ts';
import type { EventId, MatrixSend, UserId } from '../bridge/types.ts';
import { listThreads, lockOverview, overviewIsStale, saveOverview } from '../db/helpdesk-tables/lists.ts';
import type { Overview } from '../db/helpdesk-tables/lists.ts';
import { addJob } from '../queue/queue.ts';
import { findAccountRoom } from '../db/room-tables/rooms.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, loadSend } from '../db/room-tables/sends.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { isCrowded } from '../handling/crowded.ts';
import type { JobDeps } from '../handling/deps.ts';
import { teamRoom, listStyle } from '../handling/team-settings.ts';

/** At most one edit in so many milliseconds. */
const EDIT_EVERY_MS = 10_000;
/** Threads that it names. */
const LINES = 30;

export interface HelpdeskDeps extends JobDeps {
  readonly failpoint: (name: string) => void;
}

/** Writes the overview, or its next edit, where threads have changed since. Idle, it costs one query. */
export async function updateOverview(deps: HelpdeskDeps, account: Account, every = EDIT_EVERY_MS): Promise<void> {
  if (!(await overviewIsStale(deps.db, account.id, every))) return;
  await deps.db.transaction(async (tx) => {
    const before = await lockOverview(tx, account.id);
    // Another process may have written it between the look and the lock.
    if (before === 'held' || !(await overviewIsStale(tx, account.id, every))) return;
    const list = await listThreads(tx, {
      accounts: [account.id],
      who: deps.ghosts.bot,
      filter: 'all',
      page: 1,
      perPage: LINES,
    });
    const style = listStyle(account, deps.ghosts.domain);
    const asksIn = asksInLater(account, await isCrowded(tx, account));
    await write(tx, deps, account, before, renderOverview(list, style, asksIn));
    deps.failpoint('desk-overview:before-commit');
  });
  deps.failpoint('desk-overview:after-commit');
}

async function write(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  before: Overview | null,
  said: NoticeContent,
): Promise<void> {
  const room = (await findAccountRoom(tx, account.id, teamRoom(account)))?.room ?? null;
  // In another room it begins anew.
  const moved = before !== null && before.room !== null && before.room !== room;
  if (before === null || moved) {
    const generation = (before?.generation ?? -1) + 1;
    const send = first(deps, account, said, generation);
    await addSend(tx, send);
    await addJob(tx, { account: account.id, queue: 'desk', key: account.id, subject: `pin:${send.send}` });
    await saveOverview(tx, account.id, { room, send: send.send, generation, edits: 0, content: said.html });
    return;
  }
  if (before.content === said.html) {
    await saveOverview(tx, account.id, { ...before, room });
    return;
  }
  const event = (await loadSend(tx, before.send))?.event ?? null;
  if (event === null) return;
  const edits = before.edits + 1;
  await addSend(tx, edit(deps, account, said, { ...before, edits }, event));
  await saveOverview(tx, account.id, { ...before, room, edits, content: said.html });
}

function first(deps: JobDeps, account: Account, said: NoticeContent, generation: number): MatrixSend {
  const place = { account: account.id, thread: null, room: null };
  const purpose = { kind: 'overview', of: account.id, detail: String(generation) } as const;
  const send = notice(deps.ids, { place, bot: deps.ghosts.bot, purpose, said });
  return { ...send, own: teamRoom(account) };
}

/** The whole text once more, related to the first event (spec, "event replacements"). */
function edit(deps: JobDeps, account: Account, said: NoticeContent, overview: Overview, event: EventId): MatrixSend {
  const place = { account: account.id, thread: null, room: null };
  const detail = `${overview.generation}:${overview.edits}`;
  const purpose = { kind: 'overview', of: account.id, detail } as const;
  const bot: UserId = deps.ghosts.bot;
  const send = notice(deps.ids, { place, bot, purpose, said });
  return { ...editOf(send, event), own: teamRoom(account) };
}

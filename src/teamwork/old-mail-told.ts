/**
 * The notice in the lobby of an account about the old mail that waits there: one, which is edited while the number
 * grows, and once more when somebody has decided. An edit sounds nowhere.
 */
import type { Account } from '../bridge/account/account.ts';
import { editOf, notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { oldMailNotice } from '../bridge/told/old-mail-told.ts';
import type { MatrixSend } from '../bridge/types.ts';
import {
  lockOldMailNotice,
  oldMailStandings,
  oldMailUntold,
  saveOldMailNotice,
} from '../db/intake-tables/old-mails.ts';
import type { OldMailNotice } from '../db/intake-tables/old-mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, loadSend } from '../db/room-tables/sends.ts';
import { sounding } from '../handling/team-settings.ts';
import type { HelpdeskDeps } from './overview.ts';

/** At most one edit in so many milliseconds. */
const EDIT_EVERY_MS = 10_000;

/** Tells what is to be told. Idle, it costs one query. */
export async function tellOldMails(deps: HelpdeskDeps, every = EDIT_EVERY_MS): Promise<void> {
  for (const id of await oldMailUntold(deps.db, [...deps.accounts.keys()], every)) {
    const account = deps.accounts.get(id);
    if (account === undefined) continue;
    await deps.db.transaction(async (tx) => {
      await tell(tx, deps, account);
      deps.failpoint('desk-old-mail:before-commit');
    });
    deps.failpoint('desk-old-mail:after-commit');
  }
}

async function tell(tx: Transaction, deps: HelpdeskDeps, account: Account): Promise<void> {
  const before = await lockOldMailNotice(tx, account.id);
  const [now] = await oldMailStandings(tx, [account.id]);
  if (before === 'held' || now === undefined) return;
  const { waiting } = now;
  const said = renderLines(oldMailNotice(account, now));
  const save = (told: Omit<OldMailNotice, 'content' | 'open'>) =>
    saveOldMailNotice(tx, account.id, { ...told, content: said.html, open: waiting > 0 });
  const tells = (generation: number, detail: string): MatrixSend => {
    const place = { account: account.id, thread: null, room: null };
    const purpose = { kind: 'old-mail', of: account.id, detail: `${String(generation)}${detail}` } as const;
    return notice(deps.ids, { place, bot: deps.ghosts.bot, purpose, said });
  };
  if (before?.open !== true) {
    // Another process may have told it, or somebody decided, between the look and the lock.
    if (waiting === 0) return;
    const generation = (before?.generation ?? -1) + 1;
    const send = sounding(tells(generation, ''));
    await addSend(tx, send);
    await save({ send: send.send, generation, edits: 0 });
    return;
  }
  if (before.content === said.html) {
    await save(before);
    return;
  }
  const event = (await loadSend(tx, before.send))?.event ?? null;
  if (event === null) return;
  const edits = before.edits + 1;
  await addSend(tx, editOf(tells(before.generation, `:${String(edits)}`), event));
  await save({ ...before, edits });
}

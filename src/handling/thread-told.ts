/** What the team is told of a conversation: in its room, and where nobody is there, where all of them are. */
import type { Account } from '../bridge/account/account.ts';
import { conversationLine } from '../bridge/helpdesk/inbox-line.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { SendPurpose, ThreadId, UserId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { attending } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import type { JobDeps } from './deps.ts';
import { sounding, teamRoom } from './team-settings.ts';

/** @param told.purpose with a detail: the same fact is told once in each place */
export async function tellThread(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  told: {
    readonly thread: ThreadId;
    readonly purpose: Extract<SendPurpose, { readonly of: ThreadId }> & { readonly detail: string };
    readonly line: string;
    readonly mention?: UserId | null;
  },
): Promise<void> {
  const { thread, purpose, line, mention = null } = told;
  const at = { account: account.id, room: null };
  const said = renderLines([line]);
  await addSend(tx, sounding(notice(ids, { place: { ...at, thread }, bot: ghosts.bot, purpose, said, mention })));
  // Who is mentioned is asked in.
  const team = account.team.map(({ user }) => user);
  if (mention !== null || (await attending(tx, thread, team)).length > 0) return;
  const subject = (await loadThread(tx, thread))?.subject ?? '';
  const about = conversationLine({ ids, domain: ghosts.domain }, account, { thread, subject, line });
  const there = { ...purpose, detail: `team:${purpose.detail}` };
  const send = notice(ids, { place: { ...at, thread: null }, bot: ghosts.bot, purpose: there, said: about });
  await addSend(tx, { ...sounding(send), own: teamRoom(account) });
}

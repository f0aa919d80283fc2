/** What a room is told of its guests. */
import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { plainName } from '../bridge/room/room-state.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { Person } from '../mail/types.ts';
import type { JobDeps } from '../handling/deps.ts';

/** @param told.of the fact that it tells: the same is told once */
export async function tellGuestRoom(
  tx: Transaction,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  told: { readonly thread: ThreadId; readonly of: string; readonly lines: readonly string[] },
): Promise<void> {
  const { thread, of, lines } = told;
  const place = { account: account.id, thread, room: null };
  const purpose = { kind: 'guest', of: thread, detail: of } as const;
  await addSend(tx, notice(ids, { place, bot: ghosts.bot, purpose, said: renderLines([...lines]) }));
}

/** A guest as a room is told of them: with their address, which nobody else can have. */
export function guestShown({ name, address }: Person): string {
  const shown = plainName(name, '');
  return shown === '' || shown === address ? address : `${shown} <${address}>`;
}

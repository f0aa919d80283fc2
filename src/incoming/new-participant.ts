/** The question whether somebody new may take part in a conversation. */
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { domainOfKey } from '../bridge/thread/organisation.ts';
import type { Guest, ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * Tells of somebody new and asks, once in each room.
 *
 * @param who `addressKey` of the new one; @param address as the room is told of them; @param guest see `Admitted`
 */
export async function askAboutNewParticipant(
  tx: Transaction,
  deps: JobDeps,
  { account, message }: ReadMail,
  thread: ThreadId,
  { who, address, guest }: { readonly who: string; readonly address: Address; readonly guest: Guest | null },
): Promise<void> {
  const say = words(account.language);
  const place = { account: account.id, thread, room: null };
  const colleague = { person: address, domain: domainOfKey(who) };
  const said = renderLines(
    guest === 'organisation'
      ? [say('admission-colleague-joined', colleague), say('admission-colleague-joined-how')]
      : [say('admission-joined', { person: address }), say('admission-joined-how')],
  );
  const purpose = { kind: 'new-participant', of: `${thread}:${who}` } as const;
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, purpose, said, message }));
}

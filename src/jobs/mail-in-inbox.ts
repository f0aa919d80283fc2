/** The line in the account's inbox that a mail which opens a conversation gets. */
import { plainRooms } from '../bridge/account.ts';
import type { Account } from '../bridge/account.ts';
import { inboxLine } from '../bridge/inbox.ts';
import type { RoomVoice } from '../bridge/to-matrix.ts';
import type { ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { formatPerson } from '../mail/address.ts';
import { baseSubject } from '../mail/subject.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { Rendered } from '../mail/worker/work.ts';
import type { JobDeps } from './deps.ts';

/** Writes it down; for the same conversation only once, whatever comes again. */
export async function tellInbox(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  opened: {
    readonly thread: ThreadId;
    readonly mail: ParsedMail;
    readonly rendered: Rendered;
    readonly direction: 'in' | 'colleague';
    readonly voice: RoomVoice;
  },
): Promise<void> {
  if (!(account.rooms ?? plainRooms).inbox) return;
  const { thread, mail, rendered, direction, voice } = opened;
  const [from] = mail.from;
  const who = voice.name ?? (from === undefined ? voice.prefix : formatPerson(from));
  const { bot, domain } = deps.ghosts;
  const line = inboxLine({ ids: deps.ids, bot, domain }, account, {
    thread,
    who,
    ours: direction === 'colleague',
    subject: baseSubject(mail.subject),
    text: rendered.kept?.body ?? '',
    files: rendered.shown.length,
  });
  await addSend(tx, line);
}

/** The line in the account's inbox that a mail which opens a conversation gets. */
import { plainRooms } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { inboxLine } from '../bridge/helpdesk/inbox-line.ts';
import type { RoomIdentity } from '../bridge/to-matrix/shown-mail.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { formatPerson } from '../mail/address.ts';
import { baseSubject } from '../mail/subject.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { RenderedMail } from '../mail/render/render-mail.ts';
import type { JobDeps } from '../handling/deps.ts';
import { teamRoom } from '../handling/team-settings.ts';

/** Writes it down; for the same conversation only once, and for each mail that comes where nobody is. */
export async function tellInbox(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  opened: {
    readonly thread: ThreadId;
    readonly mail: ParsedMail;
    readonly rendered: RenderedMail;
    readonly direction: 'in' | 'colleague';
    readonly speaker: RoomIdentity;
    /** The mail, where the conversation has its line already. */
    readonly again?: MessageKey;
  },
): Promise<void> {
  // What is news of a conversation is told somewhere.
  if (opened.again === undefined && (account.rooms ?? plainRooms).inbox === false) return;
  const { again, thread, mail, rendered, direction, speaker } = opened;
  const [from] = mail.from;
  const who = speaker.name ?? (from === undefined ? speaker.prefix : formatPerson(from));
  const { bot, domain } = deps.ghosts;
  const line = inboxLine({ ids: deps.ids, bot, domain }, account, {
    thread,
    who,
    ours: direction === 'colleague',
    subject: baseSubject(mail.subject),
    text: rendered.kept?.body ?? '',
    files: rendered.shown.length,
    ...(again === undefined ? {} : { again }),
  });
  await addSend(tx, { ...line, own: teamRoom(account) });
}

/**
 * What a mail means for the work on its thread: whose turn it is, what is open again, who answers without knowing of
 * it.
 */
import type { Account } from '../bridge/account/account.ts';
import { effectsOf } from '../bridge/loops/effects.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import { safeName } from '../bridge/admission/look-alikes.ts';
import { prolongHold } from '../db/helpdesk-tables/answers.ts';
import { workAnswered, workMailCame } from '../db/helpdesk-tables/thread-work.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import type { MailKind, Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';

/** A mail that was added to a thread. */
export interface HelpdeskMail {
  readonly thread: ThreadId;
  readonly message: MessageKey;
  readonly direction: 'in' | 'colleague';
  readonly kind: MailKind;
  readonly from: readonly Person[];
}

/** Called once for each mail, in the transaction that adds it. */
export async function workOnMail(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  mail: HelpdeskMail,
): Promise<void> {
  const at = { account: account.id, thread: mail.thread };
  if (!effectsOf(mail.kind).countsAsAnswer) return;
  if (mail.direction === 'colleague') {
    await workAnswered(tx, at);
    return;
  }
  const { writing } = await workMailCame(tx, at);
  if (writing.length === 0) return;
  // Time to read it; never past the bound that the first message set.
  await prolongHold(
    tx,
    writing.map(({ outgoing }) => outgoing),
    account.hold.after,
  );
  const [from] = mail.from;
  const name = from === undefined ? '?' : safeName(from.name === '' ? from.address : from.name);
  const say = words(account.language);
  for (const { outgoing, author, event, open } of writing) {
    // What waits for a time or a yes is no later for it.
    const line = open ? say('helpdesk-came-meanwhile', { from: name }) : say('together-came', { from: name });
    await addSend(
      tx,
      notice(deps.ids, {
        place: { account: account.id, thread: mail.thread, room: null },
        bot: deps.ghosts.bot,
        purpose: { kind: 'came-meanwhile', of: mail.message, detail: outgoing },
        said: renderLines([line]),
        replyTo: event,
        mention: author,
      }),
    );
  }
}

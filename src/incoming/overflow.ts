/**
 * What is more than strangers may begin: it waits, and the account's overflow room has a line for it, who it is from
 * and its subject, as text. Nothing else of it is shown, and nobody becomes a ghost by it.
 */
import type { Account } from '../bridge/account/account.ts';
import type { ReadArrival } from '../bridge/arrival/arrival.ts';
import { safeName } from '../bridge/admission/look-alikes.ts';
import { renderLines } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { ThreadId } from '../bridge/types.ts';
import { knownThread } from '../db/known-ids.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { openGathering } from '../db/thread-tables/admission.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import type { ReadMail } from './read-mail.ts';

/** Characters of a name or a subject that are shown. */
const SHOWN = 200;
/** People of From that are named. */
const NAMED = 3;

/** The room of an account for what is more than strangers may begin: of the kind of the digest, where nobody is new. */
export async function overflowRoom(
  tx: Transaction,
  { ids }: Pick<JobDeps, 'ids'>,
  account: Account,
): Promise<ThreadId> {
  const thread = await knownThread(tx, ids.gathering(account.id, 'digest', 'overflow'));
  const subject = words(account.language)('overflow-room');
  await openGathering(tx, { thread, account: account.id, kind: 'digest', subject });
  return thread;
}

/** Keeps it back and says so. The same mail in two mailboxes is told once. */
export async function keepInOverflow(
  tx: Transaction,
  deps: JobDeps,
  { account, stored, content, message }: ReadMail,
  { reason, told }: Extract<ReadArrival, { readonly is: 'overflow' }>,
): Promise<void> {
  const { mail } = content;
  await settleMailIn(tx, stored.mail, 'overflow', { message, reason });
  deps.log.warn('a mail waits in the overflow room', { account: account.id, mail: stored.mail, reason });
  if (!told) return;
  const say = words(account.language);
  const from = mail.from
    .slice(0, NAMED)
    .map(({ name, address }) => (name === '' ? address : `${line(name)} <${address}>`))
    .join(', ');
  const said = renderLines([
    say('overflow-mail', { from: from === '' ? '?' : from }),
    ...(mail.subject === '' ? [] : [say('sender-suspected-subject', { subject: line(mail.subject) })]),
    say('overflow-how'),
  ]);
  const thread = await overflowRoom(tx, deps, account);
  const place = { account: account.id, thread, room: null };
  const purpose = { kind: 'overflow', of: message } as const;
  await addSend(tx, notice(deps.ids, { place, bot: deps.ghosts.bot, purpose, said, message }));
}

function line(text: string): string {
  return Array.from(safeName(text)).slice(0, SHOWN).join('');
}

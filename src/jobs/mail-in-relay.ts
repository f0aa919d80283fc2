/** A mail that could be read becomes a message of a thread, with the sends that show it, or what else is decided about it. One transaction. */
import { isOwnAddress } from '../bridge/account.ts';
import { hopName, wayOf, withHops } from '../bridge/brakes-cause.ts';
import type { Account } from '../bridge/account.ts';
import { listIdOf } from '../bridge/thread-facts.ts';
import { effectsOf } from '../bridge/brakes-effects.ts';
import { probedAddress } from '../bridge/probe.ts';
import { toMatrix } from '../bridge/to-matrix.ts';
import { settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import { provePlus } from '../db/plus-proofs.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { loadThread } from '../db/threads.ts';
import type { MessageFacts } from '../db/threads.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { baseSubject } from '../mail/subject.ts';
import type { ParsedMail } from '../mail/types.ts';
import type { Parsed, Rendered } from '../mail/worker/work.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import type { SenderVerdict } from '../mail/authentication.ts';
import type { Shown } from '../bridge/sender.ts';
import { settleCopy } from './mail-in-copy.ts';
import { workOnMail } from './mail-in-desk.ts';
import { holdMail } from './mail-in-held.ts';
import { standingOf } from './mail-in-sender.ts';
import { admit, afterEntry, isBlocked } from './mail-in-entry.ts';
import type { Admission } from './mail-in-entry.ts';
import { climbLadder, findReported, reportedIds } from './mail-in-ladder.ts';
import { rememberEvents } from './mail-in-events.ts';
import { tellInbox } from './mail-in-inbox.ts';
import { showInLobby } from './mail-in-lobby.ts';
import { tellLinked } from './mail-in-link.ts';
import { isInsider, openFound, placeMail } from './mail-in-thread.ts';
import type { Arrived, ThreadFound } from './mail-in-thread.ts';
import { recordMessage } from './thread-record.ts';
import { voiceOf } from './mail-in-voice.ts';
import type { JobDeps } from './deps.ts';

/** A mail that was read, and what is known of it before its transaction. */
export interface Readable {
  readonly stored: StoredMail;
  readonly account: Account;
  readonly parsed: Extract<Parsed, { ok: true }>;
  /** Null for a mail in Sent. */
  readonly verdict: SenderVerdict | null;
}

/** What is shown of a mail: where, by whom, and what was found out on the way. */
interface Showing {
  readonly arrived: Arrived;
  readonly message: MessageKey;
  readonly rendered: Rendered;
  readonly words: string;
  readonly found: ThreadFound;
  readonly admission: Extract<Admission, { do: 'show' }>;
  readonly reported: Awaited<ReturnType<typeof findReported>>;
}

/**
 * Decides about a mail, in this order: a probe of ours and a copy are nobody's news; a held mail waits for a person; who is not
 * let in is not shown; a report or an automatic answer without a thread goes to the lobby; the rest is a message of a thread.
 */
export async function relay(
  tx: Transaction,
  deps: JobDeps,
  { stored, account, parsed, verdict }: Readable,
): Promise<void> {
  const { mail, rendered, words } = parsed;
  const probed = probedAddress(deps.ids, account.id, account.own, mail.headers);
  if (probed !== null) {
    await provePlus(tx, account.id, probed);
    await settleMailIn(tx, stored.mail, 'ignored', { reason: 'probe' });
    return;
  }
  // A mail without an id gets one of its content, so that the same mail in two mailboxes is the same.
  const messageId = mail.messageId ?? makeMessageId(mail.contentHash.slice(0, 40), 'no-message-id.invalid');
  const message = deps.ids.message(account.id, messageId, mail.contentHash);
  const standing = standingOf(account, mail, verdict, stored.released);
  const { shown: self, record: said } =
    standing.do === 'hold' ? { shown: standing.then, record: standing.record } : standing;
  const arriving = { stored, account, mail, message, messageId, verdict, shown: self, record: said };
  const { report } = rendered.special;
  const reported = await findReported(tx, deps, account, mail, report, self);
  const arrived: Arrived = { ...arriving, read: { words, rendered }, reportOf: reportedIds(reported, report) };
  const found = await placeMail(tx, deps, arrived);
  if (found.do === 'ignore') {
    await settleCopy(tx, deps, arrived, found);
    return;
  }
  if (standing.do === 'hold') {
    if (await isBlocked(tx, deps, arriving)) return;
    await holdMail(tx, deps, account, { stored, mail, message, reason: standing.reason, record: standing.record });
    return;
  }
  const admission = await admit(tx, deps, arriving, found);
  if (admission.do === 'ignore') return;
  if (admission.thread === null) {
    await showInLobby(tx, deps, arriving, parsed);
    return;
  }
  if (admission.open) await openFound(tx, account, mail, found);
  await show(tx, deps, admission.thread, { arrived, message, rendered, words, found, admission, reported });
  await afterEntry(tx, deps, arriving, { thread: admission.thread, newcomer: admission.newcomer });
  await settleMailIn(tx, stored.mail, 'decided', { message });
}

/** The message of its thread, the events that show it, and what else the mail changes. */
async function show(tx: Transaction, deps: JobDeps, thread: ThreadId, showing: Showing): Promise<void> {
  const { arrived, message, rendered, words, found, admission, reported } = showing;
  const { stored, account, mail, messageId } = arrived;
  const { shown, record } = admission;
  const direction = directionOf(stored, account, mail, shown);
  const way = wayOf(mail);
  await recordMessage(
    tx,
    account,
    {
      message,
      account: account.id,
      thread,
      direction,
      messageId,
      contentHash: mail.contentHash,
      mail: stored.mail,
      outgoing: null,
      facts: { ...headerFacts(mail), decision: admission.gathered ?? found.reason, sender: record, way },
      words,
      list: listIdOf(mail.headers),
    },
    { how: enteredAs(arrived, found, admission), index: found.index },
  );
  const known = await loadThread(tx, thread);
  const voice = voiceOf(deps.ghosts, account, mail, direction, shown);
  const sends = toMatrix(
    {
      account: account.id,
      language: account.language,
      thread,
      message,
      voice,
      mail: stored.mail,
      parsed: mail,
      rendered,
      subject: known?.subject ?? baseSubject(mail.subject),
      notice: effectsOf(mail.kind).notice,
      events: await rememberEvents(tx, account.id, rendered.special),
    },
    deps.ids,
  );
  const marked = withHops(sends, way, hopName(deps.ids, account.id));
  for (const send of await climbLadder(tx, deps, account, reported, message, marked)) await addSend(tx, send);
  if (admission.open) await tellInbox(tx, deps, account, { thread, mail, rendered, direction, voice });
  if (admission.open && found.link !== null) {
    const { reason: by, link } = found;
    await tellLinked(tx, deps, account, { message, thread, link, by, at: stored.internalDate });
  }
  await workOnMail(tx, deps, account, { thread, message, direction, kind: mail.kind, from: mail.from });
}

/** What is kept of a header for later answers. */
function headerFacts(mail: ParsedMail): Omit<MessageFacts, 'decision' | 'sender'> {
  const { subject, from, replyTo, to, cc, inReplyTo, references } = mail;
  return { subject, from, replyTo, to, cc, inReplyTo, references, date: mail.date?.toISOString() ?? null };
}

function enteredAs(
  arrived: Arrived,
  found: ThreadFound,
  admitted: Extract<Admission, { do: 'show' }>,
): Parameters<typeof recordMessage>[3]['how'] {
  const { kind } = arrived.mail;
  if (kind === 'dsn' || kind === 'mdn' || kind === 'arf') return 'report';
  if (isInsider(arrived)) return 'ours';
  if (admitted.newcomer !== null) return 'newcomer';
  return found.opened && admitted.open ? 'opened' : 'joined';
}

/** A mail in Sent, or one that the account is shown to have written to itself, is a colleague's; everything else comes from outside. */
function directionOf(stored: StoredMail, account: Account, mail: ParsedMail, shown: Shown | null): 'in' | 'colleague' {
  if (stored.role === 'sent') return 'colleague';
  if (shown !== null && shown.as !== 'self') return 'in';
  const [from] = mail.from;
  return from !== undefined && isOwnAddress(account, from.address) ? 'colleague' : 'in';
}

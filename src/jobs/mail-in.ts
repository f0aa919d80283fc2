/**
 * A stored mail becomes a message of a thread, with the sends that show it. Parsing goes on in parallel; from the decision on
 * an account has one mail at a time, in the order of arrival. Failure policy: a mail that cannot be read is announced in the
 * room that its header points to (or the account's own), with its original, and lies in quarantine; the next mail goes on.
 */
import { isOwnAddress } from '../bridge/account.ts';
import { hopName, wayOf, withHops } from '../bridge/brakes-cause.ts';
import type { Account } from '../bridge/account.ts';
import { listIdOf } from '../bridge/thread-facts.ts';
import { effectsOf } from '../bridge/brakes-effects.ts';
import { probedAddress } from '../bridge/probe.ts';
import { toMatrix } from '../bridge/to-matrix.ts';
import { readChunks } from '../db/inbox.ts';
import { loadMail, settleMailIn } from '../db/mails.ts';
import type { StoredMail } from '../db/mails.ts';
import { provePlus } from '../db/plus-proofs.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/sends.ts';
import { loadThread, lockDecisions } from '../db/threads.ts';
import type { MessageFacts } from '../db/threads.ts';
import { MailroomError } from '../errors.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { baseSubject } from '../mail/subject.ts';
import type { MessageId, ParsedMail } from '../mail/types.ts';
import type { ParsePool } from '../mail/worker/pool.ts';
import type { Parsed } from '../mail/worker/work.ts';
import type { SenderVerdict } from '../mail/authentication.ts';
import type { Shown } from '../bridge/sender.ts';
import { ownCopySeen, settleCopy } from './mail-in-copy.ts';
import { workOnMail } from './mail-in-desk.ts';
import { holdMail } from './mail-in-held.ts';
import { judgeSender, standingOf } from './mail-in-sender.ts';
import type { SenderDeps } from './mail-in-sender.ts';
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
import { announceUnread, headOf } from './mail-in-unread.ts';
import type { UnreadMail } from './mail-in-unread.ts';
import { voiceOf } from './mail-in-voice.ts';
import type { JobDeps } from './deps.ts';
import type { Decision, Handler } from './worker.ts';

export interface MailInDeps extends JobDeps, SenderDeps {
  readonly parser: ParsePool;
  /** Bytes; a larger mail was not fetched. */
  readonly mailSize: number;
}

interface Prepared {
  readonly stored: StoredMail;
  readonly account: Account;
  /** Null for a mail that was too large to be fetched. */
  readonly parsed: Parsed | null;
  /** The header of a mail that cannot be read, null where that cannot be read either (or the mail can). */
  readonly head: ParsedMail | null;
  /** Null for a mail in Sent, or one that cannot be read. */
  readonly verdict: SenderVerdict | null;
}

export function mailIn(deps: MailInDeps): Handler<Prepared | null> {
  return {
    queue: 'mail-in',
    keys: 4,
    perKey: 8,
    tries: 5,
    overlap: false,
    ahead: 'all',
    prepare: (job) => prepare(deps, Number(job.subject)),
    run: (_job, prepared) => Promise.resolve(decide(deps, prepared)),
    buried: async (tx, job, reason) => {
      const stored = await loadMail(tx, Number(job.subject));
      const account = stored === null ? undefined : deps.accounts.get(stored.account);
      if (stored === null || account === undefined) return;
      const unread = { stored, failure: { code: 'failed', detail: reason }, head: await headOf(deps, stored.mail) };
      await lockDecisions(tx, account.id);
      await quarantine(tx, deps, account, unread);
    },
  };
}

async function prepare(deps: MailInDeps, mail: number): Promise<Prepared | null> {
  const stored = await loadMail(deps.db, mail);
  const account = stored === null ? undefined : deps.accounts.get(stored.account);
  if (stored === null || account === undefined) return null;
  if (stored.state === 'oversize') {
    return { stored, account, parsed: null, head: await headOf(deps, mail), verdict: null };
  }
  if (stored.state !== 'stored') return null;
  const parsed = await deps.parser.parse(readChunks(deps.db, mail), account.language);
  if (!parsed.ok) return { stored, account, parsed, head: await headOf(deps, mail), verdict: null };
  return { stored, account, parsed, head: null, verdict: await judgeSender(deps, account, stored, parsed.mail) };
}

function decide(deps: MailInDeps, prepared: Prepared | null): Decision {
  if (prepared === null) return { outcome: { do: 'done' } };
  const { stored, account, parsed, head } = prepared;
  return {
    outcome: { do: 'done' },
    write: async (tx) => {
      await lockDecisions(tx, account.id);
      if (parsed?.ok === true) {
        await relay(tx, deps, { ...prepared, parsed });
        return;
      }
      const failure = parsed === null ? { code: 'oversize', detail: '' } : parsed.failure;
      await quarantine(tx, deps, account, { stored, failure, head });
    },
  };
}

/** The people of the account are told, and the mail lies in quarantine with its raw bytes. */
async function quarantine(tx: Transaction, deps: MailInDeps, account: Account, unread: UnreadMail): Promise<void> {
  const { stored, failure, head } = unread;
  const reason = `${failure.code}: ${failure.detail}`;
  await settleMailIn(tx, stored.mail, 'quarantined', { reason });
  const arrived = (mail: ParsedMail, messageId: MessageId) =>
    placeMail(tx, deps, { stored, account, mail, messageId, read: null, shown: null, reportOf: [] });
  // A copy of what we sent ourselves is nobody's news.
  if (head !== null && stored.role === 'sent') {
    const messageId = head.messageId ?? makeMessageId('unread', 'mailroom.invalid');
    const placing = await arrived(head, messageId);
    if (placing.do === 'ignore') {
      await ownCopySeen(tx, { stored, messageId }, placing.first);
      return;
    }
  }
  await announceUnread(tx, deps, account, unread, async (mail, messageId) => {
    const found = await arrived(mail, messageId);
    if (found.do === 'ignore') throw new MailroomError('copy-unread', 'an unread mail is no copy');
    await openFound(tx, account, mail, found);
    return found;
  });
}

type Readable = Prepared & { readonly parsed: Extract<Parsed, { ok: true }> };

async function relay(tx: Transaction, deps: MailInDeps, { stored, account, parsed, verdict }: Readable): Promise<void> {
  const { mail, rendered } = parsed;
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
  const arrived: Arrived = {
    ...arriving,
    read: { words: parsed.words, rendered },
    reportOf: reportedIds(reported, report),
  };
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
  const { shown, record, thread } = admission;
  if (thread === null) {
    await showInLobby(tx, deps, arriving, parsed);
    return;
  }
  if (admission.open) await openFound(tx, account, mail, found);
  const direction = directionOf(stored, account, mail, shown);
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
      facts: { ...headerFacts(mail), decision: admission.gathered ?? found.reason, sender: record, way: wayOf(mail) },
      words: parsed.words,
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
  const marked = withHops(sends, wayOf(mail), hopName(deps.ids, account.id));
  for (const send of await climbLadder(tx, deps, account, reported, message, marked)) await addSend(tx, send);
  if (admission.open) await tellInbox(tx, deps, account, { thread, mail, rendered, direction, voice });
  if (admission.open && found.link !== null) {
    const { reason: by, link } = found;
    await tellLinked(tx, deps, account, { message, thread, link, by, at: stored.internalDate });
  }
  await workOnMail(tx, deps, account, { thread, message, direction, kind: mail.kind, from: mail.from });
  await afterEntry(tx, deps, arriving, { thread, newcomer: admission.newcomer });
  await settleMailIn(tx, stored.mail, 'decided', { message });
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

/** A mail becomes a message of its thread: the message, the events that show it, and what else it changes. */
import { mailSpeaker } from '../bridge/arrival/mail-speaker.ts';
import type { FoundThread, ShownMessage } from '../bridge/arrival/arrival.ts';
import { withHops } from '../bridge/loops/cause.ts';
import { wayOf } from '../bridge/loops/way.ts';
import { mailSearchText, writtenAt } from '../bridge/search/search-text.ts';
import type { SearchText } from '../bridge/search/search-text.ts';
import { toMatrix } from '../bridge/to-matrix/to-matrix.ts';
import type { MatrixSend, ThreadId } from '../bridge/types.ts';
import { settleMailIn } from '../db/intake-tables/mails.ts';
import { knownThread } from '../db/known-ids.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { markMessage, openGathering } from '../db/thread-tables/admission.ts';
import { inheritSide } from '../db/thread-tables/side-conversations.ts';
import { loadThread, openThread, soundThread } from '../db/thread-tables/threads.ts';
import type { MessageFacts } from '../db/thread-tables/threads.ts';
import { baseSubject } from '../mail/subject.ts';
import type { ParsedMail } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { countNewRoom } from '../handling/crowded.ts';
import { tellLinked } from '../handling/linked-threads.ts';
import { tellApart, tellAside } from '../handling/side-conversations.ts';
import { recordMessage } from '../handling/thread-record.ts';
import { guestSpeaker, guestWrote, isGuestRoom } from '../guests/guest-mail.ts';
import { tellInbox } from './inbox-line-added.ts';
import { rememberEvents } from './invitations.ts';
import { askAboutNewParticipant } from './new-participant.ts';
import type { ReadMail } from './read-mail.ts';
import { recordReport } from './record-report.ts';
import { speakingMember } from '../handling/puppets.ts';
import { hasLineAgain } from './unattended.ts';
import { workOnMail } from './work-changed.ts';

/**
 * Shows a mail in a thread that it joins, or that it begins: then the account's inbox has a line for it, and both rooms
 * are told of a thread that it nearly joined. The line of one that began without a sound comes with its first news; and
 * what comes where nobody is or will be asked in has a line too, and all answers of people where that is asked for.
 */
export async function showMessage(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  found: FoundThread,
  shown: ShownMessage,
): Promise<void> {
  const { account, stored, message, content, rendered } = read;
  const { mail } = content;
  const { thread, reason, opens, link, row } = found;
  const { quiet } = shown;
  if (opens)
    await openThread(tx, { thread, account: account.id, subject: baseSubject(mail.subject), by: reason, quiet });
  if (opens && link !== null) await inheritSide(tx, thread, link);
  const before = await loadThread(tx, thread);
  const sounds = !quiet && before?.quiet === true && (await soundThread(tx, thread));
  const news = !quiet && (sounds || opens);
  const subject = before?.subject ?? null;
  const guests = !opens && (await isGuestRoom(tx, account, thread));
  await addToThread(tx, deps, read, { thread, reason, row: opens ? null : row, subject, guests }, shown);
  const { direction } = shown;
  const speaker = mailSpeaker(deps.ghosts, account, mail, direction, shown.shown);
  const line = { thread, mail, rendered, direction, speaker };
  if (news) {
    await tellInbox(tx, deps, account, line);
    await countNewRoom(tx, deps, account);
    if (opens && link !== null) {
      await tellLinked(tx, deps, account, { message, thread, link, by: reason, at: stored.internalDate });
    }
  } else if (!quiet && !guests && (await hasLineAgain(tx, account, thread, mail.kind, direction))) {
    await tellInbox(tx, deps, account, { ...line, again: message });
  }
  await finish(tx, deps, read, { thread, guests }, shown);
}

/**
 * Shows a mail in a room that gathers the mails of many: of one list (by its List-Id), or of all that needs no answer
 * (null).
 */
export async function gatherMessage(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  list: string | null,
  shown: ShownMessage,
): Promise<void> {
  const { account, content } = read;
  const kind = list === null ? 'digest' : 'list';
  const thread = await knownThread(tx, deps.ids.gathering(account.id, kind, list ?? ''));
  const subject = list === null ? words(account.language)('admission-digest') : listName(content.mail, list);
  await openGathering(tx, { thread, account: account.id, kind, subject });
  const known = (await loadThread(tx, thread))?.subject ?? null;
  const reason = list === null ? 'digest' : 'list-room';
  await addToThread(tx, deps, read, { thread, reason, row: null, subject: known, guests: false }, shown);
  await finish(tx, deps, read, { thread, guests: false }, shown);
}

/** The message and its events. */
async function addToThread(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  at: Pick<FoundThread, 'thread' | 'row'> & {
    readonly reason: string;
    /** Of the thread, null where it has none yet. */
    readonly subject: string | null;
    /** Whether it is a room of guests, whose words are nobody's to search but theirs who are in it. */
    readonly guests: boolean;
  },
  shown: ShownMessage,
): Promise<void> {
  const { account, stored, message, content } = read;
  const { thread, reason, row } = at;
  const { mail, ids } = content;
  const { direction, entered, record, index, list, guest, cast, quiet } = shown;
  const memberFacts = { ...(row === null ? {} : { row }), ...(guest === null ? {} : { guest }) };
  const castFacts = cast === 'sender' ? { cast } : {};
  const recorded = await recordMessage(
    tx,
    account,
    {
      message,
      account: account.id,
      thread,
      direction,
      messageId: ids.messageId,
      contentHash: mail.contentHash,
      mail: stored.mail,
      outgoing: null,
      facts: {
        ...headerFacts(mail),
        decision: reason,
        sender: record,
        way: wayOf(mail),
        ...memberFacts,
        ...castFacts,
        ...(quiet ? { quiet } : {}),
      },
      words: content.words,
      list: mail.header.list?.id ?? null,
      place: stored.place,
      // What only moves the sign of a mail of ours is not said in the room.
      text: read.reported === null && !at.guests ? textOf(read) : null,
    },
    { how: entered, index, list },
  );
  for (const send of await eventsOf(tx, deps, read, at, shown)) await addSend(tx, send);
  await tellApart(tx, deps, account, { thread, message, left: recorded?.apart ?? [] });
  if (quiet || recorded?.told !== true) return;
  await tellAside(tx, deps, account, {
    thread,
    message,
    from: mail.from[0] ?? null,
    text: read.rendered.kept?.body ?? '',
  });
}

function textOf({ account, stored, content, rendered }: ReadMail): SearchText {
  const { mail } = content;
  const at = writtenAt(mail.date, stored.internalDate);
  return mailSearchText(mail, rendered, { at, folder: stored.mailbox, spoken: account.language });
}

/** The events of a mail; of a report on a mail of ours what that tells. */
async function eventsOf(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  { thread, subject, guests }: { readonly thread: ThreadId; readonly subject: string | null; readonly guests: boolean },
  { direction, shown, notice, report: source }: ShownMessage,
): Promise<readonly MatrixSend[]> {
  const { account, stored, message, content, rendered, reported } = read;
  const { mail, report, ids } = content;
  const self = speakingMember(deps.puppets, account, mail, { verdict: content.verdict, shown });
  const speaker = mailSpeaker(deps.ghosts, account, mail, direction, shown, self);
  const isGuest = guests && shown?.as === 'self' && deps.ghosts.isGhost(speaker.user);
  const sends = toMatrix(
    {
      account: account.id,
      language: account.language,
      zone: account.zone,
      thread,
      message,
      speaker: isGuest ? guestSpeaker(account, speaker) : speaker,
      mail: stored.mail,
      parsed: mail,
      rendered,
      subject: subject ?? baseSubject(mail.subject),
      notice,
      events: await rememberEvents(tx, account.id, rendered.special),
    },
    deps.ids,
  );
  // Nothing can be put between the events of a room; the time of a mail that was accepted says where it belongs.
  const ts = stored.released || stored.letIn === true ? (stored.internalDate?.getTime() ?? null) : null;
  const marked = withHops(sends, wayOf(mail), ids.hops.make).map((send) => ({ ...send, ts }));
  if (source === null || report === null || reported === null) return marked;
  return recordReport(tx, deps, account, { report, mail: reported, source }, message, marked);
}

/** What the mail means for the work on its thread, and for who takes part in it. */
async function finish(
  tx: Transaction,
  deps: JobDeps,
  read: ReadMail,
  { thread, guests }: { readonly thread: ThreadId; readonly guests: boolean },
  { direction, newParticipant, asks, guest, quiet, shown }: ShownMessage,
): Promise<void> {
  const { account, stored, message, content } = read;
  const { kind, from } = content.mail;
  // What came in without a sound waits for nobody.
  if (!quiet && !guests) await workOnMail(tx, deps, account, { thread, message, direction, kind, from });
  if (kind !== 'message' || newParticipant !== null) {
    await markMessage(tx, message, { kind, newcomer: newParticipant });
  }
  const [first] = from;
  if (asks && newParticipant !== null && first !== undefined) {
    await askAboutNewParticipant(tx, deps, read, thread, { who: newParticipant, address: first.address, guest });
  }
  if (guests && !quiet && newParticipant === null && shown?.as === 'self') await guestWrote(tx, deps, read, thread);
  await settleMailIn(tx, stored.mail, 'decided', { message });
}

/** What is kept of a header for later answers. */
function headerFacts(mail: ParsedMail): Omit<MessageFacts, 'decision' | 'sender'> {
  const { subject, from, replyTo, to, cc, inReplyTo, references, header } = mail;
  const { conversation } = header;
  return {
    ...{ subject, from, replyTo, to, cc, inReplyTo, references },
    date: mail.date?.toISOString() ?? null,
    ...(conversation === null ? {} : { conversation }),
  };
}

/** What people call a list: its description, else its id. */
function listName({ header }: ParsedMail, list: string): string {
  return header.list?.name ?? list;
}

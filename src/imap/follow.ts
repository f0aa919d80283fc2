/**
 * What a mailbox is told of what people do in its rooms, and what it tells of what people do in their mail programs.
 * Nothing here expunges: a mail is marked as read, moved whole by MOVE (RFC 6851), or flagged where it lies.
 *
 * Policy. A UID means something under its UIDVALIDITY alone: under another one nothing is touched. What is asked a
 * second time finds what was done and does it once. A mail that the mailbox has no more is looked for by FETCH and by
 * SEARCH in a mailbox that was opened anew: servers that are many machines show some mails late.
 */
import type { ImapFlow } from 'imapflow';
import {
  followedMails,
  noteStanding,
  type FollowedMail,
  type MailFlags,
} from '../db/intake-tables/mailbox-standing.ts';
import type { MailboxRef } from '../db/intake-tables/mailboxes.ts';
import type { Connection } from './connection.ts';
import { fromServer, ImapFailure } from './failure.ts';
import { assertUidValidity, searchUids, UidValidityChanged, type FetchContext } from './fetch.ts';
import { uidSet } from './plan.ts';

/** Mails of a mailbox, the newest, whose flags are compared at each look. */
const FOLLOWED_MOST = 2_000;
/** A Message-ID that is longer is not searched for; a stranger wrote it. */
const SEARCHED_ID = 900;

/** Mails of one mailbox under one UIDVALIDITY. */
interface MailsOf {
  readonly mailbox: string;
  readonly uidvalidity: number;
  readonly uids: readonly number[];
}

/** What became of each of them. `refused`: the mailbox lets us set no such flag. `gone`: it has the mail no more. */
export type Followed =
  | { readonly end: 'done'; readonly how: 'moved' | 'flagged' | 'seen'; readonly to: string | null }
  | { readonly end: 'found' | 'gone' | 'refused' };

/** What is asked of a mailbox that follows. Each throws ImapFailure: then it is unknown what was done. */
export interface FollowCommands {
  /** Sets `\Seen`. */
  markSeen(mails: MailsOf): Promise<ReadonlyMap<number, Followed>>;
  /** Moves to the archive; sets `\Flagged` where there is none, or the server cannot move. */
  archive(mails: MailsOf): Promise<ReadonlyMap<number, Followed>>;
  /** Which of archive and trash holds a mail with this Message-ID, verbatim; null for neither. */
  locate(messageId: string): Promise<'archive' | 'trash' | null>;
}

/** @param archive the mailbox that the config names; null for the one that the server marks */
export function followCommands(worker: Connection, archive: string | null): FollowCommands {
  return {
    markSeen: (mails) =>
      onThere(worker, mails, async (client, there) => {
        const unread = there.filter(({ flags }) => !flags.has('\\Seen'));
        const isSet = await setFlag(client, unread, '\\Seen');
        const set: Followed = isSet ? { end: 'done', how: 'seen', to: null } : { end: 'refused' };
        return (mail) => (unread.includes(mail) ? set : { end: 'found' });
      }),
    archive: (mails) =>
      onThere(worker, mails, async (client, there) => {
        const to = await archiveOf(client, archive);
        if (to === mails.mailbox) return () => ({ end: 'found' });
        if (to !== null && there.length > 0 && (await move(client, there, to))) {
          return () => ({ end: 'done', how: 'moved', to });
        }
        const isSet = await setFlag(client, there, '\\Flagged');
        return () => (isSet ? { end: 'done', how: 'flagged', to: null } : { end: 'refused' });
      }),
    async locate(messageId) {
      if (messageId.length > SEARCHED_ID) return null;
      const places = await worker.run(async (client) => ({
        archive: await archiveOf(client, archive),
        trash: await placeOf(client, '\\Trash'),
      }));
      for (const place of ['archive', 'trash'] as const) {
        const path = places[place];
        if (path !== null && (await holds(worker, path, messageId))) return place;
      }
      return null;
    },
  };
}

/** What a server lets us do, for whoever checks it. */
export interface Followable {
  /** Where mails are archived; null for nowhere. */
  readonly archive: string | null;
  readonly canMove: boolean;
  /** Mailboxes in which this login can mark nothing as read. */
  readonly readOnly: readonly string[];
}

/** Looks at mailboxes without changing anything. Throws ImapFailure. */
export async function followable(
  worker: Connection,
  mailboxes: readonly string[],
  archive: string | null,
): Promise<Followable> {
  const readOnly: string[] = [];
  for (const path of mailboxes) {
    const canMark = await worker.select(path, (client) => Promise.resolve(canSet(client, '\\Seen')));
    if (!canMark) readOnly.push(path);
  }
  return worker.run(async (client) => ({
    archive: await archiveOf(client, archive),
    canMove: client.capabilities.has('MOVE'),
    readOnly,
  }));
}

interface Mail {
  readonly uid: number;
  readonly flags: ReadonlySet<string>;
}

/**
 * Does something with those of the mails that are there; the others are gone. What cannot be opened is refused, and
 * holds up no other mailbox; a mailbox that is no more has none of them. Throws UidValidityChanged: the session finds
 * the mails again.
 */
async function onThere(
  worker: Connection,
  mails: MailsOf,
  act: (client: ImapFlow, there: readonly Mail[]) => Promise<(mail: Mail) => Followed>,
): Promise<ReadonlyMap<number, Followed>> {
  const all = (end: 'gone' | 'refused') => new Map<number, Followed>(mails.uids.map((uid) => [uid, { end }]));
  try {
    return await worker.select(mails.mailbox, async (client, open) => {
      if (open.uidvalidity !== mails.uidvalidity) throw new UidValidityChanged();
      const ends = all('gone');
      if (open.messages === 0) return ends;
      const there = await flagsOf(client, mails.uids);
      const endOf = await act(client, there);
      for (const mail of there) ends.set(mail.uid, endOf(mail));
      return ends;
    });
  } catch (error) {
    const isHere = error instanceof ImapFailure && error.kind === 'mailbox' && !(error instanceof UidValidityChanged);
    if (!isHere) throw error;
    return all(error.code === 'mailbox-missing' ? 'gone' : 'refused');
  }
}

async function flagsOf(client: ImapFlow, uids: readonly number[]): Promise<Mail[]> {
  const rows = await fromServer(client.fetchAll(uidSet(uids), { uid: true, flags: true }, { uid: true }));
  const asked = new Set(uids);
  return rows.filter(({ uid }) => asked.has(uid)).map(({ uid, flags }) => ({ uid, flags: flags ?? new Set<string>() }));
}

/** False where the mailbox is read-only, or keeps no such flag (RFC 9051 section 7.1, PERMANENTFLAGS). */
function canSet({ mailbox }: ImapFlow, flag: '\\Seen' | '\\Flagged'): boolean {
  if (mailbox === false || mailbox.readOnly === true) return false;
  // A server that names none keeps all.
  return mailbox.permanentFlags === undefined || mailbox.permanentFlags.has(flag);
}

async function setFlag(client: ImapFlow, mails: readonly Mail[], flag: '\\Seen' | '\\Flagged'): Promise<boolean> {
  if (!canSet(client, flag)) return false;
  const lacking = mails.filter(({ flags }) => !flags.has(flag)).map(({ uid }) => uid);
  if (lacking.length === 0) return true;
  return fromServer(client.messageFlagsAdd(uidSet(lacking), [flag], { uid: true, silent: true }));
}

/**
 * False where the server has no MOVE, or refuses this one. The library would copy and expunge instead, which takes
 * along what others have marked as deleted: never asked for.
 */
async function move(client: ImapFlow, mails: readonly Mail[], to: string): Promise<boolean> {
  const { mailbox } = client;
  if (!client.capabilities.has('MOVE') || mailbox === false || mailbox.readOnly === true) return false;
  const uids = uidSet(mails.map(({ uid }) => uid));
  return (await fromServer(client.messageMove(uids, to, { uid: true }))) !== false;
}

/**
 * Where mails are archived: the mailbox of that name, or the one that is marked as `\Archive` (RFC 6154), or has its
 * usual name. Gmail has no such mailbox: what leaves a label for All Mail (`\All`) is archived there.
 */
async function archiveOf(client: ImapFlow, named: string | null): Promise<string | null> {
  if (named !== null) {
    const listed = await fromServer(client.list());
    return listed.find(({ path }) => path === named)?.path ?? null;
  }
  return placeOf(client, client.capabilities.has('X-GM-EXT-1') ? '\\All' : '\\Archive');
}

async function placeOf(client: ImapFlow, use: '\\All' | '\\Archive' | '\\Trash'): Promise<string | null> {
  const listed = (await fromServer(client.list())).filter(({ specialUse }) => specialUse === use);
  return (listed.find(({ specialUseSource }) => specialUseSource !== 'name') ?? listed[0])?.path ?? null;
}

async function holds(worker: Connection, path: string, messageId: string): Promise<boolean> {
  try {
    return await worker.examine(path, true, (client) => findMessage(client, messageId));
  } catch (error) {
    if (error instanceof ImapFailure && error.kind === 'mailbox') return false;
    throw error;
  }
}

/** Whether the open mailbox holds a mail with this Message-ID, verbatim. */
export async function findMessage(client: ImapFlow, messageId: string): Promise<boolean> {
  // HEADER finds substrings (RFC 9051 section 6.4.4); the envelope decides.
  const uids = await searchUids(client, { header: { 'Message-ID': messageId } });
  if (uids.length === 0) return false;
  const rows = await fromServer(client.fetchAll(uids.slice(-20), { uid: true, envelope: true }, { uid: true }));
  return rows.some(({ envelope }) => envelope?.messageId === messageId);
}

/** Compares how the newest mails of a mailbox stand with how they stood. Throws ImapFailure and LeaseLostError. */
export async function lookAtStanding(
  { deps, lease, worker }: Pick<FetchContext, 'deps' | 'lease' | 'worker'>,
  box: MailboxRef,
): Promise<void> {
  const followed = await followedMails(deps.db, lease.account, box, FOLLOWED_MOST);
  if (followed.length === 0) return;
  const uids = followed.map(({ uid }) => uid);
  const now = await worker.examine(box.mailbox, true, async (client, mailbox) => {
    assertUidValidity(mailbox, box);
    const found = new Map<number, MailFlags | null>(uids.map((uid) => [uid, null]));
    if (mailbox.messages === 0) return found;
    for (const { uid, flags } of await flagsOf(client, uids)) {
      found.set(uid, { seen: flags.has('\\Seen'), deleted: flags.has('\\Deleted') });
    }
    const missing = uids.filter((uid) => found.get(uid) === null);
    if (missing.length === 0) return found;
    for (const uid of await searchUids(client, { uid: uidSet(missing) })) found.delete(uid);
    return found;
  });
  const compared = followed.flatMap((mail: FollowedMail) => {
    const standing = now.get(mail.uid);
    // SEARCH knows what FETCH does not show: nothing is known of it.
    return standing === undefined ? [] : [{ ...mail, now: standing }];
  });
  deps.failpoint('imap:before-standing');
  await noteStanding(deps.db, lease, compared);
}

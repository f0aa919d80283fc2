/**
 * What a mail means for guests besides what every mail of a thread means: a word that ends or begins the mails to them,
 * the answer to an invitation, the bounce of a welcome mail, and that the other guests get what one of them says.
 */
import type { Account } from '../bridge/account/account.ts';
import type { ReadArrival, WholeMailFacts } from '../bridge/arrival/arrival.ts';
import { namedByReport } from '../bridge/arrival/reported-mail.ts';
import { senderStanding } from '../bridge/arrival/sender-standing.ts';
import { GUEST_DELIVERIES } from '../bridge/guest/guest.ts';
import { readGuestWord } from '../bridge/guest/guest-words.ts';
import type { GuestWord } from '../bridge/guest/guest-words.ts';
import type { RoomIdentity } from '../bridge/to-matrix/shown-mail.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import { addGuestEntry } from '../db/guest-tables/guest-messages.ts';
import { guestRoomOf, warnGuestRoom } from '../db/guest-tables/guest-rooms.ts';
import { personConsented, personWants } from '../db/guest-tables/guest-people.ts';
import { activateGuest, guestWelcomedBy, lockGuest, lockGuestsOf } from '../db/guest-tables/guests.ts';
import type { Transaction } from '../db/pool.ts';
import { addressKey } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { wakeForGuests } from './guest-wake.ts';
import { failGuest, startGuest, stopGuest } from './leave.ts';
import { tellWish } from './wish-told.ts';
import { guestShown, tellGuestRoom } from './told.ts';

/** A mail that was read, as far as it matters here. */
export interface GuestMail {
  readonly account: Account;
  readonly message: MessageKey;
  readonly content: WholeMailFacts['content'];
  /** What its author wrote, without what they quote. */
  readonly text: string;
}

/**
 * Does what a mail says for guests alone, before it would be shown. Why nothing else is to be done with it; null where
 * it goes its way.
 */
export async function takeGuestMail(
  tx: Transaction,
  deps: JobDeps,
  mail: GuestMail,
  arrival: ReadArrival,
): Promise<string | null> {
  const { account, content } = mail;
  if (account.guests === undefined || content.verdict === null || !MAY_SPEAK.has(arrival.is)) return null;
  if (content.report !== null) return takeBounce(tx, deps, mail);
  const word = wordOf(mail);
  const [from] = content.mail.from;
  if (word !== null && from !== undefined && (await takeWord(tx, deps, mail, { word, address: from.address }))) {
    return `guest: ${word}`;
  }
  return takeUnverified(tx, deps, mail, arrival);
}

/** A copy, a probe, old mail and what was erased say nothing. */
const MAY_SPEAK: ReadonlySet<ReadArrival['is']> = new Set([
  'suspected',
  'overflow',
  'kept-out',
  'lobby',
  'gathered',
  'message',
]);

/** Only a person's own mail of one sender is a word: no machine's. */
function wordOf({ content: { mail }, text }: GuestMail): GuestWord | null {
  return mail.kind === 'message' && mail.from.length === 1 ? readGuestWord(text, mail.subject) : null;
}

async function takeWord(
  tx: Transaction,
  deps: JobDeps,
  mail: GuestMail,
  { word, address }: { readonly word: GuestWord; readonly address: Address },
): Promise<boolean> {
  const { account, message } = mail;
  const key = addressKey(address);
  const guests = await lockGuestsOf(tx, account.id, key);
  if (guests.length === 0) return false;
  if (word === 'stop') {
    await stopGuest(tx, deps, account, { address, by: 'mail', of: message });
    return true;
  }
  if (!isProven(deps, mail)) return false;
  if (word === 'start') return startGuest(tx, deps, account, { address, of: message });
  const delivery = GUEST_DELIVERIES.find((one) => one === word) ?? null;
  await personWants(tx, account.id, deps.ids.guestPerson(key), delivery);
  await tellWish(tx, deps, account, { guests, delivery, of: message });
  return true;
}

/**
 * Whether a mail is shown to be its sender's. Where the account checks nobody, whoever answers a mail of ours has seen
 * one: its Message-ID is keyed.
 */
function isProven({ ids }: JobDeps, { account, content: { mail, verdict } }: GuestMail): boolean {
  const standing = senderStanding(account, mail, verdict, false);
  if (standing.is !== 'believed' || standing.shown.as !== 'self') return false;
  const named = [...mail.inReplyTo, ...mail.references].slice(0, 50);
  return account.senders.authentication !== 'none' || named.some((id) => ids.isOwnMessageId(id));
}

/** The report that a welcome mail cannot be delivered. */
async function takeBounce(tx: Transaction, deps: JobDeps, mail: GuestMail): Promise<string | null> {
  const { account, content, message } = mail;
  const { report } = content;
  if (report?.kind !== 'dsn' || !report.recipients.some(({ final, action }) => final && action === 'failed')) {
    return null;
  }
  const named = namedByReport(deps.ids, report.about);
  const guest = named === null ? null : await guestWelcomedBy(tx, account.id, named.outgoing);
  if (guest === null) return null;
  await failGuest(tx, deps, account, guest, message);
  return 'guest: bounce';
}

/** Where nobody checks senders, a room says whether it takes guests all the same. */
async function takeUnverified(
  tx: Transaction,
  deps: JobDeps,
  mail: GuestMail,
  arrival: ReadArrival,
): Promise<string | null> {
  const { account, content, message } = mail;
  if (account.senders.authentication !== 'none' || arrival.is !== 'message' || arrival.opens) return null;
  const room = await guestRoomOf(tx, arrival.thread);
  if (room?.unverified !== false) return null;
  const [from] = content.mail.from;
  const person = from === undefined ? '?' : guestShown(from);
  const lines = [words(account.language)('guests-unverified-kept', { person })];
  await tellGuestRoom(tx, deps, account, { thread: arrival.thread, of: message, lines });
  return 'guest: unverified';
}

/** Whether a thread is a room of guests: of nobody's work, in no list, and for nobody to search. */
export async function isGuestRoom(tx: Transaction, account: Account, thread: ThreadId): Promise<boolean> {
  return account.guests !== undefined && (await guestRoomOf(tx, thread)) !== null;
}

/** Whoever writes by mail is named so in the room. */
export function guestSpeaker({ language }: Account, speaker: RoomIdentity): RoomIdentity {
  const { name } = speaker;
  return name === null ? speaker : { ...speaker, name: words(language)('guests-ghost-name', { name }) };
}

/**
 * A mail of somebody who takes part was shown in a room: where it is one of guests, the others get it too; and it
 * answers the invitation of whoever wrote it. Never what a machine wrote, nor what nobody vouches for.
 */
export async function guestWrote(
  tx: Transaction,
  deps: JobDeps,
  mail: Pick<GuestMail, 'account' | 'message' | 'content'>,
  thread: ThreadId,
): Promise<void> {
  const { account, message, content } = mail;
  const [from] = content.mail.from;
  if (account.guests === undefined || content.mail.kind !== 'message' || from === undefined) return;
  const guest = await lockGuest(tx, thread, addressKey(from.address));
  await consent(tx, deps, mail, thread);
  const author = deps.ghosts.ghost(from.address);
  await addGuestEntry(tx, thread, { kind: 'mail', message, author, guest: guest?.guest ?? null });
  await wakeForGuests(tx, deps, { thread, by: message, mentions: [], replyTo: null });
}

async function consent(
  tx: Transaction,
  deps: JobDeps,
  { account, message, content }: Pick<GuestMail, 'account' | 'message' | 'content'>,
  thread: ThreadId,
): Promise<void> {
  const [from] = content.mail.from;
  const guest = from === undefined ? null : await lockGuest(tx, thread, addressKey(from.address));
  if (guest?.state !== 'invited' || !(await activateGuest(tx, guest.guest, 'invited'))) return;
  await personConsented(tx, account.id, deps.ids.guestPerson(guest.key).make);
  await warnGuestRoom(tx, thread);
  const lines = [words(account.language)('guests-answered', { person: guestShown(guest) })];
  await tellGuestRoom(tx, deps, account, { thread, of: message, lines });
}

/** What waits for a guest, read and made into the mails that `decideBatch` asks for. Nothing is written here. */
import { readWireJson } from '../base/wire-text.ts';
import type { Account } from '../bridge/account/account.ts';
import type { BatchFacts, BatchMail, WaitingMessage } from '../bridge/guest/batch.ts';
import type { GuestMailInput, GuestSaid, GuestTalk } from '../bridge/guest/guest-mail.ts';
import { lengthOf, saidNow, saidOfPart, plainWords } from '../bridge/guest/guest-said.ts';
import type { RawChange, RawSaid, SaidNow } from '../bridge/guest/guest-said.ts';
import { readAsWritten } from '../bridge/from-matrix/content.ts';
import { readEvent } from '../bridge/from-matrix/from-matrix.ts';
import type { Quoted } from '../bridge/to-mail/said-blocks.ts';
import type { EventId, MxcUri, UserId } from '../bridge/types.ts';
import { guestMailTimes } from '../db/guest-tables/guest-mails.ts';
import { guestWishes } from '../db/guest-tables/guest-people.ts';
import { changesBehind, repliedBehind, saidBehind, guestMailParts } from '../db/guest-tables/guest-work.ts';
import type { ChangeEntry, GuestStanding, RepliedTo, SaidEntry, ShownPart } from '../db/guest-tables/guest-work.ts';
import type { Queryable } from '../db/pool.ts';
import { roomMembers } from '../db/room-tables/rooms.ts';
import type { JobDeps } from '../handling/deps.ts';
import { addressKey } from '../mail/address.ts';

/** Entries that are read at most; of more the newest, and the others are counted. */
const ENTRIES_MOST = 1_000;

/** A message that waits, with all that a mail says of it. */
interface WaitingSaid extends WaitingMessage {
  readonly event: EventId | null;
  readonly message: GuestSaid;
  readonly replyTo: EventId | null;
}

/** What waits for a guest at a moment. */
export interface GuestWaiting {
  readonly waiting: readonly WaitingSaid[];
  /** Said before those, and not read. */
  readonly more: number;
  /** Titles of Matrix threads by their first event; of those that began before the guest came nothing is known. */
  readonly titles: ReadonlyMap<EventId, string>;
  /** The names of people in the room. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Reads what waits for a guest who is told what is said.
 *
 * @param to the last entry that is looked at; null for all
 */
export async function loadWaiting(
  db: Queryable,
  { ghosts }: Pick<JobDeps, 'ghosts'>,
  standing: GuestStanding,
  to: number | null,
): Promise<GuestWaiting> {
  const { readTo: after, since, thread, room } = standing;
  const none = { waiting: [], more: 0, titles: new Map(), names: new Map() };
  if (after === null || since === null || room === null) return none;
  const { said, more } = await saidBehind(db, standing, { after, to }, ENTRIES_MOST);
  if (said.length === 0) return none;
  const names = new Map<string, string>();
  for (const { user, name } of await roomMembers(db, room)) if (name !== null && name !== '') names.set(user, name);
  const changes = await changesBehind(db, thread, after);
  const events = new Map(saidNow(said.flatMap(rawSaid), changes.map(rawChange)).map((one) => [one.entry, one]));
  const parts = Map.groupBy(
    await guestMailParts(
      db,
      said.flatMap(({ message }) => message ?? []),
    ),
    ({ message }) => message,
  );
  const named = [...events.values()].flatMap(({ replyTo, root }) => [replyTo, root]).filter((one) => one !== null);
  const replied = new Map(
    (await repliedBehind(db, { thread, room }, since, [...new Set(named)])).map((one) => [one.event, one]),
  );
  const guest = ghosts.ghost(standing.address);
  const waiting = said.flatMap((entry): WaitingSaid[] => {
    const author = { id: entry.author, name: nameOf(entry.author, names) };
    const now = events.get(entry.entry);
    if (now !== undefined) return [waitingEvent(entry, now, { author, guest, replied, names })];
    return entry.message === null ? [] : waitingMail(entry, author, parts.get(entry.message) ?? []);
  });
  const titles = new Map<EventId, string>();
  for (const { root } of waiting) {
    const words = root === null ? '' : (quotedWords(replied.get(root)) ?? '').trim();
    if (root !== null && words !== '') titles.set(root, words);
  }
  return { waiting, more, titles, names };
}

function rawSaid({ entry, event, author, body }: SaidEntry): RawSaid[] {
  return event === null ? [] : [{ entry, event, author, raw: rawOf(body) }];
}

function rawChange({ kind, event, of, author, body }: ChangeEntry): RawChange {
  return { kind, event, of, author, raw: rawOf(body) };
}

/** Null for what is kept no more, or was never JSON. */
function rawOf(body: Buffer | null): unknown {
  return body === null || body.length === 0 ? null : readWireJson(body.toString('utf8'));
}

function nameOf(user: UserId, names: ReadonlyMap<string, string>): string {
  return names.get(user) ?? user.slice(1, user.indexOf(':'));
}

function waitingEvent(
  { entry, at }: SaidEntry,
  now: SaidNow,
  about: {
    readonly author: GuestSaid['author'];
    readonly guest: UserId;
    readonly replied: ReadonlyMap<EventId, RepliedTo>;
    readonly names: ReadonlyMap<string, string>;
  },
): WaitingSaid {
  const { author, guest, names } = about;
  const { said, mentions, replyTo, root, event } = now;
  const to = replyTo === null ? undefined : about.replied.get(replyTo);
  const words = quotedWords(to);
  const quoted: Quoted | null =
    to === undefined || words === null ? null : { author: nameOf(to.sender, names), at: to.at, text: words };
  const urgent = mentions.includes(guest) || to?.sender === guest;
  const message = { author, at, said, mentions, quoted };
  return { entry, root, at: at.getTime(), urgent, length: lengthOf(said), event, message, replyTo };
}

/** A mail of another guest as the room shows it: its words, then its files. */
function waitingMail(
  { entry, at }: SaidEntry,
  author: GuestSaid['author'],
  parts: readonly ShownPart[],
): WaitingSaid[] {
  return parts.flatMap(({ content, files, event }): WaitingSaid[] => {
    const shown = saidOfPart(content);
    if (shown === null) return [];
    const source = files.find(({ placeholder }) => placeholder === content['url'])?.source;
    const said = shown.kind === 'file' && source?.kind === 'part' ? { ...shown, mxc: partKey(source) } : shown;
    const message = { author, at, said, mentions: [], quoted: null };
    return [
      { entry, root: null, at: at.getTime(), urgent: false, length: lengthOf(said), event, message, replyTo: null },
    ];
  });
}

const PART = /^part:(\d{1,15}):(\d{1,6})$/;

function partKey({ mail, index }: { readonly mail: number; readonly index: number }): MxcUri {
  return `part:${String(mail)}:${String(index)}` as MxcUri;
}

/** The file of a stored mail that the key of a draft's file names; null for one of the homeserver. */
export function partOf(key: string): { readonly mail: number; readonly index: number } | null {
  const match = PART.exec(key);
  return match === null ? null : { mail: Number(match[1]), index: Number(match[2]) };
}

/** The words of what is replied to; null for none that can be quoted. */
function quotedWords(to: RepliedTo | undefined): string | null {
  if (to === undefined) return null;
  if (to.content !== null) {
    const said = readAsWritten(to.content);
    return said === null ? null : plainWords(said);
  }
  const action = readEvent(rawOf(to.body), { isOwn: () => false });
  const now = action.kind === 'edit' ? action.fresh : action;
  return now.kind === 'message' ? plainWords(now.said) : null;
}

/** How a guest stands towards what waits. */
export async function batchFacts(
  db: Queryable,
  { ids }: Pick<JobDeps, 'ids'>,
  account: Account,
  standing: GuestStanding,
  { waiting }: GuestWaiting,
  now: number,
): Promise<BatchFacts> {
  const { mails, behind } = await guestMailTimes(db, standing.guest);
  const wishes = await guestWishes(db, ids.guestPerson(addressKey(standing.address)).known);
  return {
    // The parts of a mail are one message of its author.
    waiting: [...Map.groupBy(waiting, ({ entry }) => entry).values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ ...plain(first), length: sum([first, ...rest]) }],
    ),
    delivery: wishes.delivery ?? standing.ofRoom ?? account.guests?.delivery ?? 'now',
    paused: wishes.stopped || wishes.paused || standing.refused || standing.state !== 'active',
    mails,
    behind,
    hold: account.hold.after,
    zone: account.zone,
    now,
  };
}

function plain({ entry, root, at, urgent, length }: WaitingSaid): WaitingMessage {
  return { entry, root, at, urgent, length };
}

function sum(parts: readonly WaitingSaid[]): number {
  return parts.reduce((length, part) => length + part.length, 0);
}

/** What a mail says: the talks in it, with how many messages it does not have, and the event of the last of them. */
export function talksOf(
  mail: BatchMail,
  { waiting, more, titles }: GuestWaiting,
): Pick<GuestMailInput, 'talks' | 'left'> & { readonly event: EventId | null } {
  const entries = new Set(mail.entries);
  const chosen = waiting.filter(({ entry }) => entries.has(entry));
  const talks = [...Map.groupBy(chosen, ({ root }) => root)].map(([root, messages]): GuestTalk => {
    const [first] = messages;
    const known = root === null ? null : (titles.get(root) ?? null);
    const begins = root === null || !mail.several || first === undefined ? null : plainWords(first.message.said);
    return { title: known ?? begins, messages: messages.map(withoutNearQuote) };
  });
  return { talks, left: mail.left + more, event: chosen.at(-1)?.event ?? null };
}

/** What answers the message directly before it quotes nothing. */
function withoutNearQuote({ message, replyTo }: WaitingSaid, at: number, all: readonly WaitingSaid[]): GuestSaid {
  return replyTo !== null && all[at - 1]?.event === replyTo ? { ...message, quoted: null } : message;
}

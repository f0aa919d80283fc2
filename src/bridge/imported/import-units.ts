/** Which rooms the mails of an import come into, and in which order. */
import type { MessageId } from '../../mail/types.ts';
import { archiveThreads } from '../thread/archive-threads.ts';
import type { ArchiveMail } from '../thread/archive-threads.ts';
import type { ThreadId } from '../types.ts';

/** What of a mail is kept for its conversation. */
export interface ThreadedFacts {
  readonly messageId: MessageId | null;
  readonly inReplyTo: readonly MessageId[];
  readonly references: readonly MessageId[];
  /** `addressKey` of everybody whom it names. */
  readonly people: readonly string[];
  /** `addressKey` of who wrote it; null for nobody, and for several. */
  readonly writer: string | null;
  readonly subject: string;
}

/** A mail as its room is chosen. */
export interface GroupedMail {
  readonly ordinal: number;
  readonly facts: ThreadedFacts;
  /** Milliseconds; null where it has no date. */
  readonly at: number | null;
  /** '' for the top. */
  readonly folder: string;
  readonly list: string | null;
  /** What nobody else's mail has: its SHA-256. */
  readonly key: string;
  /** The room that it is in, where more may come in. */
  readonly thread: ThreadId | null;
}

/** A room to be filled. */
export interface UnitPlan {
  readonly kind: 'thread' | 'folder' | 'list';
  /** What it is called by: the key of its oldest mail, a folder, a list. */
  readonly by: string;
  /** The room that some of its mails are in; null for none. */
  readonly thread: ThreadId | null;
  /** The subject of its oldest mail, the folder, or the list. */
  readonly name: string;
  readonly firstAt: number | null;
  /** Its mails, oldest first; each with the oldest mail of its conversation. */
  readonly mails: readonly { readonly ordinal: number; readonly conversation: number }[];
}

/** Conversations by `archiveThreads` over all of the mails; rooms by what was asked for. */
export function importUnits(mails: readonly GroupedMail[], grouping: 'thread' | 'folder' | 'list'): UnitPlan[] {
  const threads = archiveThreads(mails.map(({ facts, at }): ArchiveMail => ({ ...facts, date: at })));
  const order = mails.map((_, at) => at).sort((a, b) => compare(mails[a], mails[b]));
  const units = new Map<string, { kind: UnitPlan['kind']; by: string; name: string; members: GroupedMail[] }>();
  const conversations = new Map<string, number>();
  const of = new Map<GroupedMail, number>();
  for (const at of order) {
    const mail = mails[at];
    if (mail === undefined) continue;
    const thread = threads[at] ?? at;
    const kind = grouping === 'list' && mail.list === null ? 'thread' : grouping;
    const place = kind === 'thread' ? String(thread) : kind === 'folder' ? mail.folder : (mail.list ?? '');
    const unit = units.get(`${kind} ${place}`) ?? {
      kind,
      by: place,
      name: kind === 'thread' ? mail.facts.subject : place,
      members: [],
    };
    units.set(`${kind} ${place}`, unit);
    unit.members.push(mail);
    const conversation = `${kind} ${place} ${String(thread)}`;
    if (!conversations.has(conversation)) conversations.set(conversation, mail.ordinal);
    of.set(mail, conversations.get(conversation) ?? mail.ordinal);
  }
  return [...units.values()].map(({ members, ...unit }) => ({
    ...unit,
    by: unit.kind === 'thread' ? nameOf(members) : unit.by,
    thread: members.find(({ thread }) => thread !== null)?.thread ?? null,
    firstAt: members[0]?.at ?? null,
    mails: members.map((mail) => ({ ordinal: mail.ordinal, conversation: of.get(mail) ?? mail.ordinal })),
  }));
}

/** The key of the oldest; where none has a date, the first of all keys, in whatever order they were found. */
function nameOf(members: readonly GroupedMail[]): string {
  const [oldest] = members;
  if (oldest === undefined || oldest.at !== null) return oldest?.key ?? '';
  return members.reduce((first, { key }) => (key < first ? key : first), oldest.key);
}

/** Oldest first, of one moment by their bytes; those without a date last, as they were found. */
function compare(a: GroupedMail | undefined, b: GroupedMail | undefined): number {
  const [first, second] = [a?.at ?? Number.POSITIVE_INFINITY, b?.at ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first - second;
  if (first === Number.POSITIVE_INFINITY || a?.key === b?.key) return (a?.ordinal ?? 0) - (b?.ordinal ?? 0);
  return (a?.key ?? '') < (b?.key ?? '') ? -1 : 1;
}

/**
 * The notices about a mail that nearly joined a thread: one in its own room, one in the room of the other, each with a
 * link to the other.
 */
import type { Account } from '../bridge/account/account.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import { aliasLink } from '../bridge/room-link.ts';
import type { MessageKey, SendPurpose, ThreadId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { findThreadRoom } from '../db/room-tables/rooms.ts';
import { addSend } from '../db/room-tables/sends.ts';
import { loadThread } from '../db/thread-tables/threads.ts';
import { escapeHtml } from '../mail/html/write.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from './deps.ts';

/** Characters of a subject in a link. */
const SHOWN = 80;

/** A link to a room and what it is called. */
export interface NamedLink {
  readonly href: string;
  readonly name: string;
}

/** The link to the room of a thread, by its alias: the room may not be made yet. */
export async function threadLink(
  db: Queryable,
  { ids, ghosts }: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  thread: ThreadId,
): Promise<NamedLink> {
  const room = await findThreadRoom(db, thread);
  const subject = (await loadThread(db, thread))?.subject ?? '';
  const name = Array.from(subject.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim())
    .slice(0, SHOWN)
    .join('');
  return {
    href: aliasLink(room?.alias ?? ids.threadAlias(thread, 0), ghosts.domain),
    name: name === '' ? words(account.language)('thread-no-subject') : name,
  };
}

/** A sentence with links behind it. */
export function withLinks(text: string, links: readonly NamedLink[]): NoticeContent {
  const html = links.map(({ href, name }) => `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`);
  return {
    body: [text, ...links.map(({ href, name }) => `${name} ${href}`)].join('\n'),
    html: [escapeHtml(text), html.join(' · ')].join(' '),
  };
}

/** Tells both rooms. A stranger can name a conversation as often as they like: its room is told once a day. */
export async function tellLinked(
  tx: Transaction,
  deps: JobDeps,
  account: Account,
  about: {
    readonly message: MessageKey;
    readonly thread: ThreadId;
    readonly link: ThreadId;
    readonly by: string;
    /** When the mail came, by the mailbox's server. */
    readonly at: Date | null;
  },
): Promise<void> {
  const say = words(account.language);
  const stranger = about.by === 'not-a-participant';
  const { ids, ghosts } = deps;
  const here = withLinks(stranger ? say('thread-stranger-here') : say('thread-changed-subject-here'), [
    await threadLink(tx, deps, account, about.link),
  ]);
  const there = withLinks(stranger ? say('thread-stranger-there') : say('thread-changed-subject-there'), [
    await threadLink(tx, deps, account, about.thread),
  ]);
  const place = (thread: ThreadId) => ({ account: account.id, thread, room: null });
  const tell = { bot: ghosts.bot };
  const own = notice(ids, {
    ...tell,
    place: place(about.thread),
    purpose: { kind: 'linked', of: about.message },
    said: here,
    message: about.message,
  });
  await addSend(tx, own);
  const day = about.at?.toISOString().slice(0, 10) ?? '';
  const purpose: SendPurpose = stranger
    ? { kind: 'stranger-linked', of: about.link, detail: day }
    : { kind: 'linked-there', of: about.message };
  await addSend(tx, notice(ids, { ...tell, place: place(about.link), purpose, said: there }));
}

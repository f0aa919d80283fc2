/** The notices about a mail that nearly joined a thread: one in its own room, one in the room of the other, each with a link to the other. */
import type { Account } from '../bridge/account.ts';
import type { Rendered } from '../bridge/commands.ts';
import { notice } from '../bridge/notices.ts';
import { aliasLink } from '../bridge/room-link.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { findThreadRoom } from '../db/rooms.ts';
import { addSend } from '../db/sends.ts';
import { loadThread } from '../db/threads.ts';
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { JobDeps } from './deps.ts';

/** Behind every part that a mail itself has. */
const POSITION = 3_002;
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
    name: name === '' ? words(account.language).thread.noSubject : name,
  };
}

/** A sentence with links behind it. */
export function withLinks(text: string, links: readonly NamedLink[]): Rendered {
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
  const say = words(account.language).thread;
  const stranger = about.by === 'not-a-participant';
  const { ids, ghosts } = deps;
  const here = withLinks(stranger ? say.strangerHere : say.changedSubjectHere, [
    await threadLink(tx, deps, account, about.link),
  ]);
  const there = withLinks(stranger ? say.strangerThere : say.changedSubjectThere, [
    await threadLink(tx, deps, account, about.thread),
  ]);
  const place = (thread: ThreadId) => ({ account: account.id, thread, room: null });
  const tell = { bot: ghosts.bot };
  const own = notice(ids, {
    ...tell,
    place: place(about.thread),
    of: about.message,
    purpose: 'linked-here',
    said: here,
  });
  await addSend(tx, { ...own, message: about.message, position: POSITION });
  const day = about.at?.toISOString().slice(0, 10) ?? '';
  const of = stranger ? about.link : about.message;
  const purpose = stranger ? `stranger:${day}` : 'linked-there';
  await addSend(tx, notice(ids, { ...tell, place: place(about.link), of, purpose, said: there }));
}

/**
 * A mail of a conversation goes to somebody else (`!mail forward`): as the first mail of a side conversation, which has
 * its own room, people and ids. What is forwarded is read from the mail's own bytes when ours is made
 * (`outgoing/forwarded-mail.ts`); here it is decided whether it can be, and shown as the room of its conversation has
 * it.
 */
import { isOwnAddress, memberByUser } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import type { NoticeContent } from '../bridge/notice/rendered.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { ForwardAsked } from '../bridge/recipients/forward.ts';
import { keyed } from '../bridge/recipients/recipients.ts';
import { writtenDate } from '../bridge/to-mail/said-blocks.ts';
import type { EventId, ThreadId, UserId } from '../bridge/types.ts';
import { mailEvents } from '../db/mail-tables/outgoing-messages.ts';
import type { Queryable, Transaction } from '../db/pool.ts';
import { addSend, isSaid, loadSend, textOfMessage } from '../db/room-tables/sends.ts';
import { peopleOf } from '../db/thread-tables/people-of-thread.ts';
import { addSide } from '../db/thread-tables/side-conversations.ts';
import { originalParts } from '../db/thread-tables/thread-moves.ts';
import { isVerified, latestMessage } from '../db/thread-tables/threads.ts';
import type { Message } from '../db/thread-tables/threads.ts';
import { formatPerson } from '../mail/address.ts';
import { escapeHtml } from '../mail/html/write.ts';
import { forwardSubject } from '../mail/subject.ts';
import type { Person } from '../mail/types.ts';
import { forwardedLines } from '../words/marks.ts';
import { sourceGone } from '../words/unread.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from '../handling/deps.ts';
import { threadLink, withLinks } from '../handling/linked-threads.ts';
import { originalOf } from '../handling/mail-source.ts';
import { beginConversation, firstWords } from './compose.ts';

/** Characters of a mail, and files of it, that the room of the side conversation shows; all of it is mailed. */
const SHOWN = 20_000;
const NAMED = 30;

/** Who forwards which mail of which conversation, and how. */
export interface ForwardRequest {
  readonly account: Account;
  readonly thread: ThreadId;
  readonly message: Message;
  readonly user: UserId;
  /** The fact that asks for it, an event or a request of an operator: the same is the same side conversation. */
  readonly of: string;
  readonly asked: ForwardAsked;
}

/** The mail that is meant where none is named: the newest that people wrote, in either direction. */
export function newestMail(db: Queryable, thread: ThreadId): Promise<Message | null> {
  return latestMessage(db, thread, ['in', 'out', 'colleague']);
}

/** Why it cannot be forwarded, in the account's language; null where it can. */
export async function forwardTrouble(tx: Queryable, request: ForwardRequest): Promise<string | null> {
  const { account, thread, message, asked } = request;
  const say = words(account.language);
  if (asked.to.length === 0) return say('forward-to-whom');
  const own = asked.to.find(({ address }) => isOwnAddress(account, address));
  if (own !== undefined) return say('forward-own-address', { address: own.address });
  const taking = new Set(
    (await peopleOf(tx, [thread])).flatMap(({ standing, address }) => (standing === 'participant' ? [address] : [])),
  );
  const there = keyed(asked.to).find(({ key }) => taking.has(key));
  if (there !== undefined) return say('forward-takes-part', { address: there.address });
  if (await isSaid(tx, account.id, 'unread', message.message)) return say('forward-unreadable');
  const original = await originalOf(tx, message);
  return original.kept ? null : sourceGone(say, original.sha256);
}

/** Begins the side conversation, and tells the room of the first. The caller has asked `forwardTrouble`. */
export async function beginForward(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts' | 'accounts'>,
  request: ForwardRequest,
): Promise<ThreadId> {
  const { thread: first, message, user, of, asked } = request;
  // What rooms are told is told in the account's language, not in that of whoever asks.
  const account = deps.accounts.get(request.account.id) ?? request.account;
  const say = words(account.language);
  const aside = withLinks(say('forward-aside'), [await threadLink(tx, deps, account, first)]);
  const subject = forwardSubject(message.facts.subject);
  const draft = { account: null, to: asked.to, cc: [], bcc: [], subject, body: asked.words };
  const shown = await renderForwarded(tx, account, message);
  const thread = await beginConversation(tx, deps, { user, of }, account, draft, { aside, shown });
  await addSide(tx, {
    thread,
    account: account.id,
    first,
    forwarded: message.message,
    shown: firstWords(deps.ids, of),
    of,
    inThread: asked.inThread,
    by: user,
  });
  const name = memberByUser(account, user)?.name ?? user;
  const text = say('forward-begun', { name, people: asked.to.map(formatPerson).join(', ') });
  const told = withLinks(text, [await threadLink(tx, deps, account, thread)]);
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: first, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'forwarded', of },
      said: told,
      replyTo: of.startsWith('$') ? (of as EventId) : null,
      message: message.message,
    }),
  );
  return thread;
}

/** The mail as its own room shows it: header, text, names of files. The mail itself has all of it. */
async function renderForwarded(tx: Transaction, account: Account, message: Message): Promise<NoticeContent> {
  const { facts } = message;
  const say = words(account.language);
  const date = writtenDate(facts.date === null ? null : new Date(facts.date), account.zone);
  const { from, to, cc, subject } = facts;
  const head = forwardedLines(say, { from: listed(from), to: listed(to), cc: listed(cc), subject, date });
  const warning = message.direction === 'in' && !isVerified(message) ? [`⚠ ${say('forward-not-verified')}`] : [];
  const whole = (await textShown(tx, message)).trim();
  const text = Array.from(whole).slice(0, SHOWN).join('');
  const cut = text.length < whole.length ? [say('forward-shown-shortened')] : [];
  const names = await fileNames(tx, message);
  const files = names.length === 0 ? [] : [say('forward-files', { names: names.slice(0, NAMED).join(', ') })];
  const lines = [...warning, ...head, '', text, ...cut, ...files];
  const html = [...warning, ...head].map(escapeHtml).join('<br>');
  const rest = [text, ...cut, ...files].map((one) => escapeHtml(one).replaceAll('\n', '<br>')).join('<br>');
  return { body: lines.join('\n'), html: `<blockquote><p>${html}</p><p>${rest}</p></blockquote>` };
}

function listed(people: readonly Person[]): string {
  const more = people.length > NAMED ? ', …' : '';
  return `${people.slice(0, NAMED).map(formatPerson).join(', ')}${more}`;
}

/** What the room has of its words: of ours what was said there. */
async function textShown(tx: Transaction, message: Message): Promise<string> {
  if (message.outgoing === null) return (await textOfMessage(tx, message.message)) ?? '';
  const said = await mailEvents(tx, message.message);
  return said.flatMap(({ state, content }) => (state === 'in' ? [bodyOf(content)] : [])).join('\n\n');
}

function bodyOf(content: unknown): string {
  return typeof content === 'object' && content !== null && 'body' in content && typeof content.body === 'string'
    ? content.body
    : '';
}

/** The names of its files, as far as the room shows them. */
async function fileNames(tx: Transaction, message: Message): Promise<string[]> {
  const names: string[] = [];
  for (const { send } of await originalParts(tx, message.message)) {
    const part = await loadSend(tx, send);
    names.push(...(part?.files ?? []).filter(({ source }) => source.kind === 'part').map(({ name }) => name));
  }
  return names;
}

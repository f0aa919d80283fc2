/** Lists of threads as the bot shows them. Pure. */
import { escapeHtml } from '../../mail/html/write.ts';
import { spanText } from '../../words/spans.ts';
import { words } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { ListedThread, ListFilter, ThreadList } from './team-work.ts';
import { spanOf } from './snooze-time.ts';
import { roomLink } from '../room-link.ts';
import type { AccountId, RoomId, UserId } from '../types.ts';

/** Characters of a subject and of a name that a line shows. */
const SUBJECT = 100;
const NAME = 60;

/** Who reads it, how people are named, and the server that knows our rooms. */
export interface ListStyle extends Reader {
  readonly domain: string;
  readonly nameOf: (user: UserId) => string;
  /** What each line begins its facts with, where the list is of several accounts; left out for one. */
  readonly accountOf?: (account: AccountId) => string;
}

/** The answer to `!mail list`. `again` is the command without its page, for the way to the next one. */
export function renderList(list: ThreadList, filter: ListFilter, style: ListStyle, again: string): NoticeContent {
  const say = words(style.language);
  const { threads, total, page, pages } = list;
  const many = pages > 1 ? `, ${say('helpdesk-page-of', { page, pages })}` : '';
  const head = `${say(`helpdesk-list-of-${filter}`)}: ${total === 0 ? say('helpdesk-nothing') : `${total}${many}`}`;
  const more = page < pages ? [say('helpdesk-next-page', { command: `${again} ${page + 1}` })] : [];
  const lines = threads.map((thread) =>
    lineOf(thread, say(`helpdesk-waits-${thread.waiting}`, { span: spanText(say, spanOf(thread.seconds)) }), style),
  );
  return together(head, lines, more);
}

/**
 * The overview of an account: what is open, with dates that stay true while nobody edits it.
 *
 * @param asksIn whether people are invited to a room when they want to come in: then it says how
 */
export function renderOverview(list: ThreadList, style: ListStyle, asksIn: boolean): NoticeContent {
  const say = words(style.language);
  const left = list.total - list.threads.length;
  const lines = list.threads.map((thread) =>
    lineOf(
      thread,
      say(`helpdesk-turn-${thread.waiting === 'us' ? 'us' : 'them'}`, { date: shortTime(thread.since, style.zone) }),
      style,
    ),
  );
  return together(say('helpdesk-overview', { total: list.total }), lines, [
    ...(left > 0 ? [say('helpdesk-and-more', { count: left })] : []),
    ...(asksIn && list.total > 0 ? [say('helpdesk-overview-enter')] : []),
  ]);
}

/** Unanswered threads that nobody has, for the team. */
export function renderReminders(
  threads: readonly { readonly room: RoomId | null; readonly subject: string; readonly seconds: number }[],
  style: ListStyle,
): NoticeContent {
  const say = words(style.language);
  const lines = threads.map(({ room, subject, seconds }) =>
    linked(room, subject, [say('helpdesk-waits-us', { span: spanText(say, spanOf(seconds)) })], style),
  );
  return together(say('helpdesk-remind-team'), lines, []);
}

function lineOf(thread: ListedThread, since: string, style: ListStyle): NoticeContent {
  const say = words(style.language);
  const who = cut(thread.who, NAME);
  const has =
    thread.claimedBy === null
      ? say('helpdesk-free')
      : say('helpdesk-had-short', { name: cut(style.nameOf(thread.claimedBy), NAME) });
  const account = style.accountOf?.(thread.account) ?? '';
  const facts = [cut(account, NAME), who, since, has].filter((fact) => fact !== '');
  return linked(thread.room, thread.subject, facts, style);
}

function linked(room: RoomId | null, subject: string, facts: readonly string[], style: ListStyle): NoticeContent {
  const shown = cut(subject, SUBJECT);
  const title = shown === '' ? words(style.language)('helpdesk-no-subject') : shown;
  const rest = facts.join(' · ');
  if (room === null) return { body: `${title} – ${rest}`, html: `${escapeHtml(title)} – ${escapeHtml(rest)}` };
  const link = roomLink(room, style.domain);
  return {
    body: `${title} – ${rest} – ${link}`,
    html: `<a href="${escapeHtml(link)}">${escapeHtml(title)}</a> – ${escapeHtml(rest)}`,
  };
}

function together(head: string, lines: readonly NoticeContent[], tail: readonly string[]): NoticeContent {
  const list = lines.length === 0 ? '' : `<ul>${lines.map(({ html }) => `<li>${html}</li>`).join('')}</ul>`;
  return {
    body: [head, ...lines.map(({ body }) => `• ${body}`), ...tail].join('\n'),
    html: [`<p>${escapeHtml(head)}</p>`, list, ...tail.map((one) => `<p>${escapeHtml(one)}</p>`)].join(''),
  };
}

/** One line of at most so many characters, nothing in it that turns or breaks lines. */
function cut(text: string, most: number): string {
  const clean = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const letters = Array.from(clean);
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join('')}…`;
}

/** Lists of threads as the bot shows them. Pure. */
import { escapeHtml } from '../mail/html-write.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { Rendered } from './commands.ts';
import type { ListedThread, ListFilter, ThreadList } from './desk.ts';
import { spanOf } from './desk-time.ts';
import { roomLink } from './room-link.ts';
import type { AccountId, RoomId, UserId } from './types.ts';

/** Characters of a subject and of a name that a line shows. */
const SUBJECT = 100;
const NAME = 60;

/** How people are named, and the server that knows our rooms. */
export interface ListVoice {
  readonly language: Language;
  readonly domain: string;
  readonly nameOf: (user: UserId) => string;
  /** What each line begins its facts with, where the list is of several accounts; left out for one. */
  readonly accountOf?: (account: AccountId) => string;
}

/** The answer to `!mail list`. `again` is the command without its page, for the way to the next one. */
export function renderList(list: ThreadList, filter: ListFilter, voice: ListVoice, again: string): Rendered {
  const say = words(voice.language).desk;
  const { threads, total, page, pages } = list;
  const many = pages > 1 ? `, ${say.pageOf(page, pages)}` : '';
  const head = `${say.listOf[filter]}: ${total === 0 ? say.nothing : `${total}${many}`}`;
  const more = page < pages ? [say.nextPage(`${again} ${page + 1}`)] : [];
  const lines = threads.map((thread) =>
    lineOf(thread, say.waits[thread.waiting](say.span(spanOf(thread.seconds))), voice),
  );
  return together(head, lines, more);
}

/** The overview of an account: what is open, with dates that stay true while nobody edits it. */
export function renderOverview(list: ThreadList, voice: ListVoice): Rendered {
  const say = words(voice.language).desk;
  const left = list.total - list.threads.length;
  const lines = list.threads.map((thread) =>
    lineOf(thread, say.turn[thread.waiting === 'us' ? 'us' : 'them'](stampOf(thread.since)), voice),
  );
  return together(say.overview(list.total), lines, left > 0 ? [say.andMore(left)] : []);
}

/** Unanswered threads that nobody has, for the team. */
export function renderReminders(
  threads: readonly { readonly room: RoomId | null; readonly subject: string; readonly seconds: number }[],
  voice: ListVoice,
): Rendered {
  const say = words(voice.language).desk;
  const lines = threads.map(({ room, subject, seconds }) =>
    linked(room, subject, [say.waits.us(say.span(spanOf(seconds)))], voice),
  );
  return together(say.remindTeam, lines, []);
}

/** A time to the minute, UTC. */
export function stampOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function lineOf(thread: ListedThread, since: string, voice: ListVoice): Rendered {
  const say = words(voice.language).desk;
  const who = cut(thread.who, NAME);
  const has = thread.claimedBy === null ? say.free : say.hadShort(cut(voice.nameOf(thread.claimedBy), NAME));
  const account = voice.accountOf?.(thread.account) ?? '';
  const facts = [cut(account, NAME), who, since, has].filter((fact) => fact !== '');
  return linked(thread.room, thread.subject, facts, voice);
}

function linked(room: RoomId | null, subject: string, facts: readonly string[], voice: ListVoice): Rendered {
  const shown = cut(subject, SUBJECT);
  const title = shown === '' ? words(voice.language).desk.noSubject : shown;
  const rest = facts.join(' · ');
  if (room === null) return { body: `${title} – ${rest}`, html: `${escapeHtml(title)} – ${escapeHtml(rest)}` };
  const link = roomLink(room, voice.domain);
  return {
    body: `${title} – ${rest} – ${link}`,
    html: `<a href="${escapeHtml(link)}">${escapeHtml(title)}</a> – ${escapeHtml(rest)}`,
  };
}

function together(head: string, lines: readonly Rendered[], tail: readonly string[]): Rendered {
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

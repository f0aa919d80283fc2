/** What a search found, as the bot says it. Everything but our own words is a stranger's text. Pure. */
import { escapeHtml } from '../../mail/html/write.ts';
import { words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { shortDay } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import { eventLink, roomLink } from '../room-link.ts';
import type { AccountId, EventId, RoomId, ThreadId } from '../types.ts';
import type { SearchMistake } from './search-query.ts';
import { folded } from './search-words.ts';

/** A piece of an excerpt; `marked`: it was asked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** A mail or an answer that was found. */
export interface FoundText {
  readonly account: AccountId;
  readonly thread: ThreadId;
  /** Null while it has no room. */
  readonly room: RoomId | null;
  /** Null where its event is not known (yet). */
  readonly event: EventId | null;
  readonly at: Date;
  readonly sender: string;
  readonly subject: string;
  readonly excerpt: readonly ExcerptPiece[];
}

/** One page of what was found, the newest first. */
export interface FoundPage {
  readonly found: readonly FoundText[];
  /** `MOST_COUNTED` for more than that, too. */
  readonly total: number;
  readonly more: boolean;
  readonly page: number;
  readonly pages: number;
  /** How many of a hundred mails that were there before are read in; null once all are. */
  readonly readIn: number | null;
}

/** Characters of a subject, a sender and an excerpt that are shown. */
const SUBJECT = 100;
const SENDER = 60;
const EXCERPT = 300;

/** Who reads it, the server that knows our rooms, and what accounts are called where there are several. */
export interface FoundStyle extends Reader {
  readonly domain: string;
  readonly accountOf?: (account: AccountId) => string;
}

/** Where something that was found stands; null where it stands nowhere yet. */
export function foundLink({ room, event }: Pick<FoundText, 'room' | 'event'>, domain: string): string | null {
  if (room === null) return null;
  return event === null ? roomLink(room, domain) : eventLink(room, event, domain);
}

/** The answer to `!mail search`. `again` is the command without its page, for the way to the next one. */
export function renderFound(page: FoundPage, style: FoundStyle, again: string): NoticeContent {
  const say = words(style.language);
  const { found, total, more, page: nth, pages, readIn } = page;
  const many = pages > 1 ? ` (${say('helpdesk-page-of', { page: nth, pages })})` : '';
  const head =
    total === 0
      ? say('search-nothing')
      : `${say(more ? 'search-found-more' : 'search-found', { count: total })}${many}`;
  const tail = [
    ...(nth < pages ? [say('helpdesk-next-page', { command: `${again} page ${nth + 1}` })] : []),
    ...(readIn === null ? [] : [say('search-reading', { percent: readIn })]),
  ];
  const items = found.map((one) => itemOf(one, style));
  const list = items.length === 0 ? '' : `<ol start="${(nth - 1) * PAGE + 1}">${items.map(htmlItem).join('')}</ol>`;
  return {
    body: [head, ...items.map(({ body }) => body), ...tail].join('\n'),
    html: [`<p>${escapeHtml(head)}</p>`, list, ...tail.map((one) => `<p>${escapeHtml(one)}</p>`)].join(''),
  };
}

/** Found mails of a page. */
export const PAGE = 10;
/** What is counted; what is beyond is "more". */
export const MOST_COUNTED = 1_000;

/** What is wrong with a search, and how it is put right. */
export function renderMistake(mistake: SearchMistake, reader: Reader, accounts: readonly AccountId[]): NoticeContent {
  return renderLines([mistakeText(mistake, words(reader.language), accounts)]);
}

/** As `renderMistake`, in one line. */
export function mistakeText(mistake: SearchMistake, say: Say, accounts: readonly AccountId[]): string {
  switch (mistake.wrong) {
    case 'nothing':
      return say('search-nothing-asked');
    case 'too-much':
      return say('search-too-much', { most: mistake.most });
    case 'place':
      return say('search-needs-place', { word: oneLine(mistake.word, SENDER), known: accounts.join(', ') });
    default:
      return say(`search-needs-${mistake.wrong}`, { word: oneLine(mistake.word, SENDER) });
  }
}

function htmlItem({ html }: NoticeContent): string {
  return `<li>${html}</li>`;
}

function itemOf(found: FoundText, style: FoundStyle): NoticeContent {
  const say = words(style.language);
  const subject = oneLine(found.subject, SUBJECT);
  const title = subject === '' ? say('helpdesk-no-subject') : subject;
  const account = style.accountOf?.(found.account) ?? '';
  const facts = [oneLine(found.sender, SENDER), shortDay(found.at, style.zone), oneLine(account, SENDER)]
    .filter((fact) => fact !== '')
    .join(' · ');
  const pieces = shortExcerpt(found.excerpt);
  const link = foundLink(found, style.domain);
  const excerpt = pieces.map(({ text }) => text).join('');
  const marked = pieces
    .map(({ text, marked: isMarked }) => (isMarked ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('');
  const shown = link === null ? escapeHtml(title) : `<a href="${escapeHtml(link)}">${escapeHtml(title)}</a>`;
  return {
    body: [
      `• ${title} – ${facts}${link === null ? '' : ` – ${link}`}`,
      ...(excerpt === '' ? [] : [`  ${excerpt}`]),
    ].join('\n'),
    html: `${shown} – ${escapeHtml(facts)}${marked === '' ? '' : `<br>${marked}`}`,
  };
}

/** The beginning of an excerpt, in one line, from which nobody is called and no link leads anywhere. */
function shortExcerpt(excerpt: readonly ExcerptPiece[]): ExcerptPiece[] {
  let left = EXCERPT;
  const pieces: ExcerptPiece[] = [];
  for (const { text, marked } of excerpt) {
    if (left <= 0) break;
    const line = Array.from(withoutCalls(text));
    pieces.push({ text: `${line.slice(0, left).join('')}${line.length > left ? '…' : ''}`, marked });
    left -= line.length;
  }
  return pieces;
}

/** Clients make links of addresses, and calls of links to people: here they only say what a mail says. */
function withoutCalls(text: string): string {
  return clean(text)
    .replace(/(?:https?|matrix|mailto):\/{0,2}/giu, '')
    .replace(/(?<![\p{L}\p{N}._%+-])[@#!](?=\S)/gu, (sign) => `${sign}\u2060`);
}

function oneLine(text: string, most: number): string {
  const letters = Array.from(withoutCalls(text).trim());
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

function clean(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toWellFormed();
}

/** UTF-16 code units before the first word that is marked. */
const BEFORE = 60;

/**
 * An excerpt of a text in which Postgres found no place to mark: around the first of the words as they are written,
 * else its beginning.
 */
export function plainExcerpt(text: string, asked: readonly string[]): ExcerptPiece[] {
  const wanted = new Set(asked);
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    if (word.length > 100 || !wanted.has(folded(word))) continue;
    const from = Math.max(0, index - BEFORE);
    return [
      { text: `${from === 0 ? '' : '…'}${text.slice(from, index)}`, marked: false },
      { text: word, marked: true },
      { text: text.slice(index + word.length, index + EXCERPT), marked: false },
    ];
  }
  return [{ text: text.slice(0, EXCERPT), marked: false }];
}

/** The parts of a mail that are no text, told in words beside it: invitations, contacts, nested mails, protection. */
import { formatPerson } from '../../mail/address.ts';
import { isSameEvent, supersedes } from '../../mail/cards/calendar.ts';
import type { CalendarCard } from '../../mail/cards/calendar.ts';
import { renderCalendar } from '../../mail/cards/calendar-render.ts';
import { textToHtml } from '../../mail/html/plain.ts';
import { escapeHtml } from '../../mail/html/write.ts';
import { secureNotices } from '../../mail/mime/secure.ts';
import { dayText } from '../../words/calendar.ts';
import { words } from '../../words/words.ts';
import type { Language, Say } from '../../words/words.ts';
import { clockText, wallTime, zoneLabel } from '../../words/zones.ts';
import type { Reader, TimeZone } from '../../words/zones.ts';
import type { NestedMail, SpecialParts } from '../../mail/render/special-parts.ts';
import type { RenderedText } from '../../mail/render/rendered-text.ts';

/** A piece of a message; `html` is of the Matrix subset. */
export interface Section {
  readonly body: string;
  readonly html: string;
}

/** How many invitations of one mail are shown; all of them are in its files. */
const CARDS = 5;
/** Characters of a description. */
const DESCRIBED = 4000;

/** A paragraph of our own words. */
function remark(sign: string, text: string): Section {
  return { body: `${sign} ${text}`, html: `<p>${sign} <em>${escapeHtml(text)}</em></p>` };
}

/** Plain text as a block of HTML. */
function plainSection(text: string): Section {
  return textSection({ body: text, html: textToHtml(text) });
}

/** A rendered text as a section. */
export function textSection(text: RenderedText): Section {
  const html = text.html ?? textToHtml(text.body);
  const isBlock = /<(?:p|h[1-6]|ul|ol|blockquote|pre|table|hr|details|div)\b/.test(html);
  return { body: text.body, html: isBlock ? html : `<p>${html}</p>` };
}

/**
 * The invitations of a mail as cards, each against the version of it that is known. Without a text of its own a mail
 * shows the description of its invitation.
 */
export function cardSections(
  special: SpecialParts,
  known: readonly CalendarCard[],
  reader: Reader,
  described: boolean,
): Section[] {
  const say = words(reader.language);
  const cards = cardsOf(special);
  const sections = cards.slice(0, CARDS).map((card): Section => {
    const stored = known.find((one) => isSameEvent(one, card) && isSameOrganizer(one, card)) ?? null;
    const outdated = stored !== null && !supersedes(card, stored) && card.method !== 'reply';
    const shown = renderCalendar(completed(card, stored), outdated ? null : earlierOf(card, stored), reader);
    const parts = [textSection({ body: shown.text, html: shown.html })];
    if (outdated) parts.push(remark('⚠', say('calendar-outdated')));
    if (!described && card.description !== '') parts.push(plainSection(shorten(card.description, DESCRIBED)));
    return { body: parts.map(({ body }) => body).join('\n\n'), html: parts.map(({ html }) => html).join('') };
  });
  const more = cards.length - sections.length;
  return more > 0 ? [...sections, plainSection(say('calendar-and-more', { count: more }))] : sections;
}

/**
 * The invitations of a mail, each once: programs put the same into the text and among the files. The one that says what
 * is asked for (METHOD) counts before one that does not.
 */
export function cardsOf(special: SpecialParts): CalendarCard[] {
  const byKey = new Map<string, CalendarCard>();
  for (const card of special.calendars.flatMap(({ cards }) => cards)) {
    const key = JSON.stringify([card.uid, card.occurrence, card.sequence, card.summary, card.start]);
    const known = byKey.get(key);
    if (known === undefined || (known.method === 'none' && card.method !== 'none')) byKey.set(key, card);
  }
  return [...byKey.values()];
}

/** Only the organiser changes an event (RFC 5546 section 2.1.4); another one's with the same UID is another event. */
export function isSameOrganizer(a: CalendarCard, b: CalendarCard): boolean {
  return organizerOf(a) === organizerOf(b);
}

/** Who organises an event, comparable; '' where nobody is named. */
export function organizerOf(card: CalendarCard): string {
  return (card.organizer?.address ?? '').toLowerCase();
}

/** The invitations of a mail that are the newest known versions of their events from now on. */
export function newestOf(special: SpecialParts, known: readonly CalendarCard[]): CalendarCard[] {
  return cardsOf(special).filter((card) => {
    if (!isVersion(card)) return false;
    const stored = known.find((one) => isSameEvent(one, card) && isSameOrganizer(one, card));
    return stored === undefined || supersedes(card, stored);
  });
}

/** Whether a card tells what the event is from now on; answers and proposals do not. */
export function isVersion(card: CalendarCard): boolean {
  return card.uid !== '' && ['request', 'publish', 'add', 'cancel', 'none'].includes(card.method);
}

/** The version whose differences are shown: none where nothing that people see has changed. */
function earlierOf(card: CalendarCard, stored: CalendarCard | null): CalendarCard | null {
  if (stored === null || !isVersion(card)) return null;
  if (card.cancelled) return null;
  const visible = (one: CalendarCard) =>
    JSON.stringify(
      [
        one.summary,
        one.where,
        // A version that was kept before links were read has none.
        stored.join === '' || card.join === '' ? '' : one.join,
        one.start,
        one.written,
        one.end,
        one.recurrence,
        one.attendees.map(({ address, name }) => address || name),
      ],
      // The same clock in the same zone is the same time, whoever tells its offset.
      (key, value: unknown) => (key === 'offset' ? undefined : value),
    );
  return visible(card) === visible(stored) ? null : stored;
}

/** Answers and cancellations often leave out what everybody knows. */
function completed(card: CalendarCard, stored: CalendarCard | null): CalendarCard {
  if (stored === null || !(card.cancelled || card.method === 'reply')) return card;
  return {
    ...card,
    summary: card.summary === '' ? stored.summary : card.summary,
    where: card.where === '' ? stored.where : card.where,
    start: card.start ?? stored.start,
    end: card.start === null ? stored.end : card.end,
  };
}

/** Contacts, as their files tell them. */
export function contactSections(special: SpecialParts): Section[] {
  return special.contacts.slice(0, CARDS).map(textSection);
}

/** The beginnings of the mails that are attached to a mail. */
export function nestedSections(special: SpecialParts, reader: Reader): Section[] {
  return special.nested.map((nested) => nestedSection(nested, reader));
}

function nestedSection(nested: NestedMail, { language, zone }: Reader): Section {
  const say = words(language);
  const date = nested.date === null ? null : new Date(nested.date);
  const fields = [
    [say('nested-from'), nested.from.map(formatPerson).join(', ')],
    [say('nested-date'), date === null ? '' : writtenAt(date, zone, say)],
    [say('nested-subject'), nested.subject],
  ].filter(([, value]) => value !== '');
  const head = fields.map(([name = '', value = '']) => `${say('calendar-label', { name })} ${value}`);
  const rest = nested.more ? [say('nested-more-in-file', { name: nested.name })] : [];
  const title = `✉ ${say('nested-mail')}`;
  const paragraphs = [...(nested.text === '' ? [] : nested.text.split(/\n{2,}/)), ...rest];
  const quoted = [head.join('\n'), ...paragraphs].join('\n\n').replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
  const html = [head.join('\n'), ...paragraphs].map((text) => plainSection(text).html).join('');
  return {
    body: `${title}\n${quoted}`,
    html: `<p><strong>${escapeHtml(title)}</strong></p><blockquote>${html}</blockquote>`,
  };
}

function writtenAt(at: Date, zone: TimeZone, say: Say): string {
  const wall = wallTime(at, zone);
  const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
  return `${dayText(say, wall, weekday)}, ${clockText(wall)} ${zoneLabel(at, zone)}`;
}

/** What a mail is protected with: before its text where that cannot be read, else after it. */
export function secureSections(special: SpecialParts, language: Language): Section[] {
  const notices = secureNotices(special.protections, language);
  return notices.map((text, at) =>
    remark(special.protections[at]?.startsWith('encrypted') === true ? '🔒' : '🔏', text),
  );
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd().toWellFormed()}…`;
}

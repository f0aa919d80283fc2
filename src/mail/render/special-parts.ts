import type { CalendarCard } from '../cards/calendar.ts';
import { readCalendar } from '../cards/calendar.ts';
import { calendarKey } from '../cards/calendar-lines.ts';
import { decodeText } from '../charset/charset.ts';
import { htmlToText } from '../html/text-render.ts';
import { readReport } from '../report/report.ts';
import type { MailReaction } from '../reaction/reaction.ts';
import type { Report } from '../report/report.ts';
import type { ParsedMail, Person, Protection } from '../types.ts';
import { readContacts, renderContacts } from '../cards/vcard.ts';
import type { Language } from '../../words/words.ts';
import type { KeptFile } from './collect.ts';
import type { RenderedText } from './rendered-text.ts';

/** A mail that is a file of another, as far as people want to know without opening it. */
export interface NestedMail {
  readonly file: number;
  readonly name: string;
  readonly from: readonly Person[];
  /** ISO 8601, null where it has none. */
  readonly date: string | null;
  readonly subject: string;
  /** The beginning of its own text, plain. */
  readonly text: string;
  /** Whether there is more in it: text, or files. */
  readonly more: boolean;
}

/** A calendar file, and what it says. */
interface ToldCalendar {
  readonly file: number;
  readonly cards: readonly CalendarCard[];
  /** An earlier file of the mail that says the same: programs write an invitation into the text and among the files. */
  readonly copyOf: number | null;
}

/** What the parts of a mail say beside its text. */
export interface SpecialParts {
  readonly calendars: readonly ToldCalendar[];
  readonly contacts: readonly RenderedText[];
  /** What stands in the files that are text, one behind the other, cut: nobody is shown it, it is searched. */
  readonly texts: string;
  /** The files that ask for a password, by index. */
  readonly locked: readonly number[];
  readonly protections: readonly Protection[];
  /** The text of the mail cannot be read here. */
  readonly unreadable: boolean;
  readonly nested: readonly NestedMail[];
  /** Null for every mail that is no report. */
  readonly report: Report | null;
  /** Null for every mail that says more than a reaction. */
  readonly reaction: MailReaction | null;
}

/** A mail that is nothing but text and files. */
export const nothingSpecial: SpecialParts = {
  calendars: [],
  contacts: [],
  texts: '',
  locked: [],
  protections: [],
  unreadable: false,
  nested: [],
  report: null,
  reaction: null,
};

/** What can be told of the held files without parsing mails once more. Pure; bounded by what is held. */
export function readKept(
  mail: ParsedMail,
  held: readonly KeptFile[],
  language: Language,
): Pick<SpecialParts, 'calendars' | 'contacts' | 'texts' | 'report'> {
  const texts = (kind: KeptFile['kind']) =>
    held.filter((file) => file.kind === kind && file.whole).map(({ index, bytes }) => ({ index, text: textOf(bytes) }));
  const firsts = new Map<string, number>();
  const calendars = texts('calendar').flatMap(({ index, text }): ToldCalendar[] => {
    const cards = readCalendar(text);
    if (cards.length === 0) return [];
    const said = calendarKey(text);
    const copyOf = firsts.get(said) ?? null;
    if (copyOf === null) firsts.set(said, index);
    return [{ file: index, cards, copyOf }];
  });
  const contacts = texts('contact').flatMap(({ text }) => {
    const shown = renderContacts(readContacts(text), language);
    return shown.text === '' ? [] : [{ body: shown.text, html: shown.html }];
  });
  return { calendars, contacts, texts: textsOf(held, language), report: readReport(mail) };
}

/** Characters of the text of files that are kept. */
const LONGEST_TEXTS = 120_000;

function textsOf(held: readonly KeptFile[], language: Language): string {
  let texts = '';
  for (const { kind, bytes } of held) {
    if (texts.length >= LONGEST_TEXTS) break;
    if (kind !== 'text' && kind !== 'html') continue;
    // A file that only calls itself a text has these.
    if (bytes.subarray(0, 8_192).includes(0) && !isWide(bytes)) continue;
    const text = textOf(bytes);
    texts += `${kind === 'html' ? htmlToText(text, language) : text}\n`;
  }
  return texts.slice(0, LONGEST_TEXTS).trim().toWellFormed();
}

/** UTF-16 with its mark. */
function isWide(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function textOf(bytes: Buffer): string {
  return decodeText(bytes, null).text;
}

/** Characters of the text of a nested mail that are shown beside its file. */
const previewed = 1200;

/** A nested mail as a preview. `kept` is its text without quotations. */
export function previewOf(file: KeptFile, mail: ParsedMail, kept: string): NestedMail {
  const text = kept.trim();
  const cut = text.length <= previewed ? text : (/^[^]*\s/.exec(text.slice(0, previewed))?.[0] ?? text).trimEnd();
  return {
    file: file.index,
    name: file.name,
    from: mail.from.slice(0, 3),
    date: mail.date?.toISOString() ?? null,
    subject: mail.subject,
    text: cut.toWellFormed(),
    more: cut.length < text.length || !file.whole || mail.files.length > 0,
  };
}

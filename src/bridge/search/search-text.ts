/** What of a mail can be searched for. Pure, and bounded whatever stands in it. */
import { formatPerson } from '../../mail/address.ts';
import type { RenderedMail } from '../../mail/render/render-mail.ts';
import type { MailFile, ParsedMail, Person } from '../../mail/types.ts';
import type { Language } from '../../words/words.ts';
import { guessLanguage } from './search-language.ts';
import type { SearchLanguage } from './search-language.ts';
import { boundedWords, folded, wordsIn } from './search-words.ts';

/** A mail or an answer as it is found. */
export interface SearchText {
  /** When it was written, as far as that is believed; null for now. */
  readonly at: Date | null;
  readonly sender: string;
  readonly subject: string;
  /** Without control characters but line ends. */
  readonly body: string;
  readonly language: SearchLanguage;
  /** Its words in small letters, for the stems of its language; '' where it is of none. */
  readonly stems: string;
  /** Its words as they are searched for. */
  readonly words: string;
  /** What it is labelled with: see `label`. */
  readonly labels: readonly string[];
}

/** What a search can ask for beside the words. */
export type SearchField = 'from' | 'to' | 'subject' | 'has' | 'in';

/**
 * A word of a field among the words of a mail. No text has such a word: U+0001 is no letter.
 *
 * @param word folded
 */
export function label(field: SearchField, word: string): string {
  return `\u0001${field} ${word}`;
}

/** UTF-16 code units of a body that are kept for excerpts. */
const BODY = 400_000;
/** Of the text of its files, of that. */
const ATTACHED = 120_000;
/**
 * Bytes of words. Each different word of n bytes takes at most n + 5 bytes of a row of Postgres, in each of two
 * readings, and such a row holds 1 MB: of these it takes 0.9 MB at the most.
 */
const WORDS = 170_000;
const ATTACHED_WORDS = 70_000;
const HEADER_WORDS = 16_000;
const LABELS = 1_000;
const SHOWN = 300;

/** Everything that is known of one. */
export interface SearchedMail {
  readonly at: Date | null;
  readonly from: readonly Person[];
  /** To and Cc: whom everybody in the room sees. */
  readonly to: readonly Person[];
  readonly subject: string;
  /** What its author wrote and what they quoted, one after the other. */
  readonly texts: readonly string[];
  readonly files: readonly Pick<MailFile, 'name' | 'type'>[];
  /** Where it lay: a folder of a mailbox or of what was brought in; '' for none. */
  readonly folder: string;
  /** The words of those files that are text. */
  readonly attached: string;
  /** Of its account. */
  readonly spoken: Language;
}

/** What of a mail can be found, as it was read. */
export function mailSearchText(
  { from, to, cc, subject, files }: ParsedMail,
  { kept, cut, special }: RenderedMail,
  { at, folder, spoken }: Pick<SearchedMail, 'at' | 'folder' | 'spoken'>,
): SearchText {
  const { calendars, contacts, nested, texts } = special;
  const cards = calendars.flatMap((calendar) => calendar.cards);
  return searchText({
    at,
    from,
    to: [...to, ...cc],
    subject,
    texts: [
      kept?.body ?? '',
      cut?.body ?? '',
      ...cards.flatMap(({ summary, where, description }) => [summary, where, description]),
      ...contacts.map(({ body }) => body),
      ...nested.flatMap((one) => [one.subject, one.text]),
    ],
    files,
    folder,
    attached: texts,
    spoken,
  });
}

/** A day, milliseconds. */
const DAY = 86_400_000;
const EPOCH = Date.UTC(1970, 0, 1);

/** When a mail was written: as it says, unless that is before there was mail, or after it came. Null: nobody knows. */
export function writtenAt(said: Date | null, came: Date | null): Date | null {
  if (said === null || came === null) return came;
  return said.getTime() >= EPOCH && said.getTime() <= came.getTime() + DAY ? said : came;
}

export function searchText({
  at,
  from,
  to,
  subject,
  texts,
  files,
  folder,
  attached,
  spoken,
}: SearchedMail): SearchText {
  const written = plain(
    texts
      .filter((text) => text !== '')
      .join('\n\n')
      .slice(0, BODY - ATTACHED),
  );
  const inFiles = plain(attached.slice(0, ATTACHED));
  const head = plain(
    [subject, ...[...from, ...to].slice(0, LABELS).map(formatPerson), ...files.map(({ name }) => name)]
      .join('\n')
      .slice(0, HEADER_WORDS),
  );
  const language = guessLanguage(
    wordsIn(`${subject.slice(0, SHOWN)} ${written}`.slice(0, 2_500).toLowerCase()),
    spoken,
  );
  const each = (reading: (text: string) => string[]): string =>
    [
      boundedWords(reading(head), HEADER_WORDS),
      boundedWords(reading(written), WORDS),
      boundedWords(reading(inFiles), ATTACHED_WORDS),
    ].join(' ');
  return {
    at,
    sender: from[0] === undefined ? '' : oneLine(formatPerson(from[0])),
    subject: oneLine(subject),
    body: inFiles === '' ? written : `${written}\n\n${inFiles}`,
    language,
    stems: language === 'simple' ? '' : each((text) => wordsIn(text.toLowerCase())),
    words: each((text) => wordsIn(folded(text))),
    labels: labelsOf({ from, to, subject, files, folder }),
  };
}

function labelsOf({
  from,
  to,
  subject,
  files,
  folder,
}: Pick<SearchedMail, 'from' | 'to' | 'subject' | 'files' | 'folder'>): string[] {
  const all = [
    ...foldersOf(folder),
    ...wordsIn(folded(subject.slice(0, 2_000))).map((word) => label('subject', word)),
    ...files.slice(0, LABELS).flatMap(kindsOf),
    ...from.slice(0, LABELS).flatMap((person) => personLabels('from', person)),
    ...to.slice(0, LABELS).flatMap((person) => personLabels('to', person)),
  ];
  return [...new Set(all)].slice(0, LABELS);
}

function personLabels(field: 'from' | 'to', { name, address }: Person): string[] {
  const whole = folded(plain(address.slice(0, SHOWN)));
  const domain = whole.slice(whole.lastIndexOf('@') + 1);
  const words = wordsIn(`${folded(name.slice(0, SHOWN))} ${whole}`);
  return [whole, domain, ...words].filter((word) => word !== '').map((word) => label(field, word));
}

/** A folder is known by its whole path and by its last name. */
function foldersOf(folder: string): string[] {
  const path = folded(oneLine(folder));
  return [path, path.split(/[/.]/u).at(-1) ?? ''].filter((name) => name !== '').map((name) => label('in', name));
}

/** What `has:` knows a file by: that it is one, its extension, and what kind of thing it is. */
function kindsOf({ name, type }: Pick<MailFile, 'name' | 'type'>): string[] {
  const extension = /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1];
  const [main = '', sub = ''] = type.split('/');
  const kinds = [
    'file',
    ...(extension === undefined ? [] : [folded(extension) === 'jpeg' ? 'jpg' : folded(extension)]),
    ...(/^(?:image|audio|video)$/.test(main) ? [main] : []),
    ...(sub === 'pdf' ? ['pdf'] : []),
  ];
  return kinds.map((kind) => label('has', kind));
}

/** As a column holds it, and without what could be taken for a mark of ours. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ').toWellFormed();
}

function oneLine(text: string): string {
  return plain(
    Array.from(
      text
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, 2 * SHOWN),
    )
      .slice(0, SHOWN)
      .join(''),
  );
}

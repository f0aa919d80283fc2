/**
 * What somebody asks a search for: words, "phrases", -words, word*, and from: to: subject: has: in: after: before:.
 * Pure. Whatever is typed becomes words between quotes of ours: nothing of it is an operator of Postgres.
 */
import { momentsOf } from '../../words/zones.ts';
import type { TimeZone } from '../../words/zones.ts';
import { label } from './search-text.ts';
import type { SearchField } from './search-text.ts';
import { folded, wordsIn } from './search-words.ts';

/** Something that is found, or with `not` is not there. */
interface SearchTerm {
  readonly not: boolean;
  /** As Postgres reads a tsquery. */
  readonly query: string;
  /** A word of which other forms count too; null where it is asked for as it is. */
  readonly stem: string | null;
  /** The folded words of it, for marks in an excerpt; empty for what no text has. */
  readonly words: readonly string[];
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** From this moment on. */
  readonly after: Date | null;
  /** Earlier than this moment. */
  readonly before: Date | null;
  /** An account or a folder, as it was typed; null for no other than is meant by the place. */
  readonly within: string | null;
  /** From 1. */
  readonly page: number;
}

/** What is wrong with what was asked. `word`: the part of it that is. */
export type SearchMistake =
  | { readonly wrong: 'person' | 'words' | 'date' | 'kind' | 'place'; readonly word: string }
  | { readonly wrong: 'too-much'; readonly most: number }
  | { readonly wrong: 'nothing' };

/** Terms that are asked for at once. */
const MOST = 20;
/** UTF-16 code units that are read. */
const LONGEST = 2_000;
/** Characters of a part that are said again. */
const SAID_AGAIN = 60;

/** A part: what stands before a colon, in small letters, and the rest; with `exact` it stood in quotes. */
interface Part {
  readonly not: boolean;
  readonly field: string | null;
  readonly value: string;
  readonly exact: boolean;
  readonly whole: string;
}

const PART = /(-?)(?:([a-z]{2,7}):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)|(?=\s|$))/giu;
const FIELDS = new Set(['from', 'to', 'subject', 'after', 'before', 'has', 'in']);

/** Reads what was asked. `zone`: whose days and years are meant. */
export function readSearch(text: string, zone: TimeZone): SearchQuery | SearchMistake {
  const { rest, page } = withoutPage(text.slice(0, LONGEST).toWellFormed());
  const parts = partsOf(rest);
  if (parts.length > MOST) return { wrong: 'too-much', most: MOST };
  const terms: SearchTerm[] = [];
  let after: Date | null = null;
  let before: Date | null = null;
  let within: string | null = null;
  for (const part of parts) {
    const { field, value, whole } = part;
    switch (field) {
      case 'after':
      case 'before': {
        const day = part.not ? null : dayOf(value, zone);
        if (day === null) return mistake('date', whole);
        if (field === 'after') after = day;
        else before = day;
        break;
      }
      case 'in':
        if (value.trim() === '' || part.not) return mistake('place', whole);
        within = value.trim();
        break;
      case 'from':
      case 'to':
      case 'subject':
      case 'has': {
        const query = labelled(field, value);
        if (query === null) return mistake(WRONG[field], whole);
        terms.push({ not: part.not, query, stem: null, words: [] });
        break;
      }
      default: {
        const term = wordTerm(part);
        if (term !== null) terms.push(term);
      }
    }
  }
  const isBounded = after !== null || before !== null || within !== null;
  if (!isBounded && terms.every(({ not }) => not)) return { wrong: 'nothing' };
  return { terms, after, before, within, page };
}

/** What a folder is asked for by, where `in:` names no account. */
export function folderTerm(folder: string): SearchTerm {
  return { not: false, query: quoted(label('in', folded(folder.trim()))), stem: null, words: [] };
}

const WRONG = { from: 'person', to: 'person', subject: 'words', has: 'kind' } as const;

function mistake(wrong: 'person' | 'words' | 'date' | 'kind' | 'place', word: string): SearchMistake {
  return { wrong, word: Array.from(word.replace(/\s+/gu, ' ')).slice(0, SAID_AGAIN).join('') };
}

/** The pages of an answer; more than these nobody reads. */
export const MOST_PAGES = 100;

function withoutPage(text: string): { readonly rest: string; readonly page: number } {
  const asked = /(?:^|\s)page (\d{1,5})$/iu.exec(text.trimEnd());
  if (asked === null) return { rest: text, page: 1 };
  return { rest: text.slice(0, asked.index), page: Math.min(MOST_PAGES, Math.max(1, Number(asked[1]))) };
}

function partsOf(text: string): Part[] {
  return [...text.matchAll(PART)].flatMap(([whole, minus = '', name, phrase, word]): Part[] => {
    if (whole === '') return [];
    const known = name !== undefined && FIELDS.has(name.toLowerCase());
    const value = phrase ?? word ?? '';
    return [
      {
        not: minus === '-',
        field: known ? name.toLowerCase() : null,
        value: known || name === undefined ? value : `${name}:${value}`,
        exact: phrase !== undefined,
        whole,
      },
    ];
  });
}

function wordTerm({ not, value, exact }: Part): SearchTerm | null {
  const isBeginning = !exact && value.endsWith('*');
  const words = wordsIn(folded(value));
  if (words.length === 0) return null;
  const stem = exact || isBeginning || words.length > 1 ? null : (wordsIn(value.toLowerCase())[0] ?? null);
  return { not, query: inRow(words, isBeginning), stem, words };
}

/** Words one behind the other; of the last one perhaps the beginning only. */
function inRow(words: readonly string[], isBeginning: boolean): string {
  return words.map((word, at) => `${quoted(word)}${isBeginning && at === words.length - 1 ? ':*' : ''}`).join(' <-> ');
}

/** All of what was named stands in that field. Null where nothing was. */
function labelled(field: SearchField, value: string): string | null {
  const text = folded(value.trim());
  if (field === 'has') return /^[\p{L}\p{N}]{1,10}$/u.test(text) ? quoted(label(field, KINDS[text] ?? text)) : null;
  const isBeginning = text.endsWith('*');
  // A whole address, or all of a domain.
  if (!isBeginning && field !== 'subject' && /^[^@\s]*@[^@\s]+$/u.test(text)) {
    return quoted(label(field, text.startsWith('@') ? text.slice(1) : text));
  }
  const words = wordsIn(text);
  if (words.length === 0) return null;
  return words
    .map((word, at) => `${quoted(label(field, word))}${isBeginning && at === words.length - 1 ? ':*' : ''}`)
    .join(' & ');
}

/** What people call files. */
const KINDS: Readonly<Record<string, string>> = {
  files: 'file',
  attachment: 'file',
  attachments: 'file',
  images: 'image',
  picture: 'image',
  photo: 'image',
  movie: 'video',
  sound: 'audio',
  jpeg: 'jpg',
};

/** A lexeme (Postgres, "tsquery"): nothing in it is an operator. */
function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The first moment of a year, a month or a day in a zone; null for none. */
function dayOf(text: string, zone: TimeZone): Date | null {
  const read = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text.trim());
  if (read === null) return null;
  const [year, month, day] = [Number(read[1]), Number(read[2] ?? 1), Number(read[3] ?? 1)];
  const there = new Date(Date.UTC(year, month - 1, day));
  const isDay = there.getUTCFullYear() === year && there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
  if (year < 1900 || !isDay) return null;
  return momentsOf({ year, month, day, hour: 0, minute: 0 }, zone)[0] ?? null;
}

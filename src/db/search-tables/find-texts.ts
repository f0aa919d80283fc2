/** Searches. One SQL statement a function. */
import type { SearchQuery } from '../../bridge/search/search-query.ts';
import type { ExcerptPiece, FoundText } from '../../bridge/search/search-told.ts';
import type { AccountId, EventId, RoomId, ThreadId } from '../../bridge/types.ts';
import type { Queryable } from '../pool.ts';

type Term = SearchQuery['terms'][number];

/** Languages whose forms of a word are looked for: those that texts are written in (`SearchLanguage`). */
const LANGUAGES = [
  'arabic',
  'catalan',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hindi',
  'hungarian',
  'italian',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'spanish',
  'swedish',
  'tamil',
  'turkish',
];

/** What Postgres is asked for. */
export interface PreparedSearch {
  /** A tsquery; null where all is meant. */
  readonly query: string | null;
  /** What of it is marked in an excerpt; null for nothing. */
  readonly marked: string | null;
}

/**
 * The terms of a search as one tsquery. In which language a word is nobody says: it is found in its forms in each. A
 * text has the forms of its own language alone.
 */
export async function prepareSearch(db: Queryable, terms: readonly Term[]): Promise<PreparedSearch> {
  const stems = terms.flatMap(({ stem }, nth) => (stem === null ? [] : [{ nth, stem }]));
  const { rows } = await db.query<{ nth: number; forms: string }>(
    // Stop words have no form: their query is empty.
    `SELECT t.nth, string_agg(DISTINCT f.query::text, ' | ') AS forms
     FROM unnest($1::integer[], $2::text[]) AS t (nth, stem), unnest($3::text[]) AS l (language),
       LATERAL (SELECT plainto_tsquery(l.language::regconfig, t.stem) AS query) AS f
     WHERE numnode(f.query) > 0 GROUP BY t.nth`,
    [stems.map(({ nth }) => nth), stems.map(({ stem }) => stem), LANGUAGES],
  );
  const forms = new Map(rows.map((row) => [row.nth, row.forms]));
  const queries = terms.map(({ query }, nth) => {
    const more = forms.get(nth);
    return more === undefined ? `(${query})` : `(${query} | ${more})`;
  });
  const all = terms.map(({ not }, nth) => `${not ? '!' : ''}${queries[nth] ?? ''}`);
  const marked = terms.flatMap(({ not, words }, nth) => (not || words.length === 0 ? [] : (queries[nth] ?? [])));
  return {
    query: all.length === 0 ? null : all.join(' & '),
    marked: marked.length === 0 ? null : marked.join(' | '),
  };
}

/** Where is searched: in one conversation, or in all of these accounts. */
export type SearchedPlace =
  { readonly thread: ThreadId; readonly accounts?: undefined } | { readonly accounts: readonly AccountId[] };

/** What stands around what was asked for; U+0002 and U+0003 are in no text (`searchText`). */
const HEADLINE =
  'StartSel="\u0002", StopSel="\u0003", MaxFragments=2, MaxWords=22, MinWords=8, ShortWord=0, FragmentDelimiter=" … "';
/** Characters of a text in which places are sought at once, and by which two such pieces overlap. */
const WINDOW = 20_000;
const OVERLAP = 200;

/** Found texts, and how many there are. */
export interface FoundTexts {
  readonly total: number;
  /** Without an excerpt: the beginning of its text, where Postgres marks nothing in it. */
  readonly texts: readonly (Omit<FoundText, 'excerpt'> & {
    readonly excerpt: readonly ExcerptPiece[] | null;
    readonly beginning: string;
  })[];
}

interface FoundRow {
  total: number;
  account: AccountId | null;
  thread: ThreadId;
  room: RoomId | null;
  event: EventId | null;
  at: Date;
  sender: string;
  subject: string;
  excerpt: string | null;
  beginning: string;
}

/** A page of what was found, the newest first; the last one where there are not so many. */
export async function findTexts(
  db: Queryable,
  place: SearchedPlace,
  asked: PreparedSearch & Pick<SearchQuery, 'after' | 'before'>,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<FoundTexts> {
  const values: unknown[] = [];
  const value = (one: unknown, type: string): string => `$${values.push(one)}::${type}`;
  const dated = [
    ...(asked.after === null ? [] : [`s.at >= ${value(asked.after, 'timestamptz')}`]),
    ...(asked.before === null ? [] : [`s.at < ${value(asked.before, 'timestamptz')}`]),
  ];
  const { query } = asked;
  const from = (conditions: readonly string[], table = 'search_texts') =>
    `SELECT s.entry, s.at FROM ${table} s WHERE ${[...conditions, ...dated].join(' AND ')}`;
  const found =
    place.accounts === undefined
      ? from([
          `s.thread = ${value(place.thread, 'text')} AND s.language <> 'none'`,
          ...(query === null ? [] : [`s.vector @@ ${value(query, 'tsquery')}`]),
        ])
      : query === null
        ? from([`s.account = ANY(${value(place.accounts, 'text[]')}) AND s.language <> 'none'`])
        : from(['true'], `search_matches(${value(place.accounts, 'text[]')}, ${value(query, 'tsquery')})`);
  const marked = value(asked.marked, 'tsquery');
  const pageSize = value(size, 'bigint');
  const { rows } = await db.query<FoundRow>(
    `WITH found AS MATERIALIZED (${found}),
       counted AS (SELECT count(*) AS total FROM found),
       page AS (
         SELECT entry FROM found ORDER BY at DESC, entry DESC LIMIT ${pageSize}
         OFFSET (SELECT greatest(0, least(${value(page - 1, 'bigint')}, (total - 1) / ${pageSize})) * ${pageSize}
           FROM counted))
     SELECT c.total, s.account, s.thread, s.at, s.sender, s.subject,
       (SELECT r.room FROM rooms r WHERE r.thread = s.thread AND r.kind = 'thread' AND r.state = 'active'
          ORDER BY r.generation DESC LIMIT 1) AS room,
       coalesce(
         (SELECT x.event FROM matrix_sends x WHERE x.message = s.message AND x.thread = s.thread
            AND x.event IS NOT NULL AND x.purpose IN ('part', 'unread', 'report', 'repeated')
            ORDER BY x.at DESC, x.part LIMIT 1),
         (SELECT e.event FROM outgoing_events e JOIN outgoing o USING (outgoing)
            WHERE e.outgoing = s.message AND o.thread = s.thread AND e.state = 'in' ORDER BY e.position LIMIT 1),
         (SELECT m.event FROM import_mails m WHERE m.import = s.import AND m.ordinal = s.ordinal)) AS event,
       (SELECT h.piece FROM generate_series(0, length(s.body), ${WINDOW}) AS w (start),
          LATERAL (SELECT ts_headline(s.language::regconfig,
            translate(substr(s.body, w.start + 1, ${WINDOW + OVERLAP}), '<', E'\\x04'),
            ${marked}, ${value(HEADLINE, 'text')}) AS piece) AS h
          WHERE position(E'\\x02' IN h.piece) > 0 LIMIT 1) AS excerpt,
       left(s.body, ${WINDOW}) AS beginning
     FROM counted c LEFT JOIN (page JOIN search_texts s USING (entry)) ON true
     ORDER BY s.at DESC, s.entry DESC`,
    values,
  );
  const texts = rows.flatMap(({ total: _, account, excerpt, ...row }) =>
    account === null ? [] : [{ ...row, account, excerpt: excerpt === null ? null : piecesOf(excerpt) }],
  );
  return { total: rows[0]?.total ?? 0, texts };
}

/** ts_headline leaves out what looks like an HTML tag: it gets U+0004 for each `<`. */
function piecesOf(headline: string): ExcerptPiece[] {
  return headline
    .replaceAll('\u0004', '<')
    .split(/(\u0002[^\u0003]*\u0003)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('\u0002')
        ? { text: piece.slice(1, -1), marked: true }
        : { text: piece.replaceAll('\u0003', ''), marked: false },
    );
}

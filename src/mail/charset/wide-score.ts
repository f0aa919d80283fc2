import iconv from 'iconv-lite';
import { asHinted, type Scored } from './charset-score.ts';

/** What a character of a row of a table is worth, as a natural logarithm: rows of first bytes, both included. */
interface Rows {
  readonly charset: string;
  readonly rows: readonly (readonly [from: number, to: number, worth: number])[];
  /** From where on a second byte is one of the charset's own, for rows above; below it characters are rare. */
  readonly trail: number;
  /** Characters that are much more usual than others of their row. */
  readonly usual: RegExp | null;
  /** Bytes that are a character alone. */
  readonly single: readonly [from: number, to: number] | null;
}

/** A character of a row that the charset has for few texts. */
const rare = -13;
/** How much less usual these languages are in mail without a label than English. */
const prior = -2;

const simplified = /[的一是不我有在人了这中大为上个到说们时要你会可也来就对以下好请您司公发件邮回复谢产品价格年月日]/gu;
const traditional =
  /[的一是不我有在人了這中大為上個到說們時要你會可也來就對以下好請您司公發件郵回覆謝產品價格年月日]/gu;

/**
 * The tables of two bytes a character, in rows: the usual characters of a language stand in a part of each, so that
 * text which was written in another charset falls into the rest. Kana stand for themselves, since no other text has as
 * many.
 */
const tables: readonly Rows[] = [
  {
    charset: 'euc-jp',
    rows: [
      [0xa1, 0xa1, -5],
      [0xa3, 0xa3, -8],
      [0xa4, 0xa5, -4],
      [0xb0, 0xcf, -8],
    ],
    trail: 0xa1,
    usual: null,
    single: null,
  },
  {
    charset: 'cp949',
    rows: [
      [0xa1, 0xa1, -6],
      [0xa3, 0xa3, -8],
      [0xb0, 0xc8, -7.2],
    ],
    trail: 0xa1,
    usual: /[이다는을의에가고한하지은를로기니사합안요]/gu,
    single: null,
  },
  {
    charset: 'gb18030',
    rows: [
      [0xa1, 0xa1, -6],
      [0xa3, 0xa3, -6],
      [0xb0, 0xd7, -8.4],
    ],
    trail: 0xa1,
    usual: simplified,
    single: null,
  },
  {
    charset: 'shift_jis',
    rows: [
      [0x81, 0x81, -5],
      [0x82, 0x83, -4],
      [0x88, 0x97, -8],
    ],
    trail: 0x40,
    usual: null,
    single: [0xa1, 0xdf],
  },
  {
    charset: 'big5hkscs',
    rows: [
      [0xa1, 0xa1, -6],
      [0xa4, 0xc6, -8.4],
    ],
    trail: 0x40,
    usual: traditional,
    single: null,
  },
];

/** The charsets of two bytes a character that are weighed. */
export const doubleByteCharsets: readonly string[] = tables.map((table) => table.charset);

/** The charset of two bytes a character in which the bytes are most likely text; null where none has all of them. */
export function likeliestDoubleByte(bytes: Buffer, hint: string | null): Scored | null {
  let best: Scored | null = null;
  for (const table of tables) {
    const text = iconv.decode(bytes, table.charset);
    // A sample may end inside a character.
    if (text.replace(/\ufffd$/, '').includes('\ufffd')) continue;
    const score = scoreOf(bytes, text, table) + (table.charset === hint ? asHinted : 0);
    if (best === null || score > best.score) best = { charset: table.charset, score };
  }
  return best;
}

function scoreOf(bytes: Buffer, text: string, { rows, trail, usual, single }: Rows): number {
  let score = prior;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    if (single !== null && lead >= single[0] && lead <= single[1]) {
      // Half-wide katakana stand in words of their own.
      score -= isAsciiLetter(bytes[i - 1]) || isAsciiLetter(bytes[i + 1]) ? 15 : 8;
      continue;
    }
    i += 1;
    const own = (bytes[i] ?? 0) >= trail;
    score += (own ? rows.find(([from, to]) => lead >= from && lead <= to)?.[2] : undefined) ?? rare;
  }
  return usual === null ? score : score + 2.5 * (text.match(usual)?.length ?? 0);
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

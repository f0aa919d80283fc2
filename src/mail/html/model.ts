/**
 * What a formatted message is between reading and writing: blocks of lines of runs. Every way in (HTML of mail, HTML of
 * Matrix, plain text) makes these values and every way out (Matrix HTML, plain text) takes them, so that what one way
 * in understood all ways out show.
 */

/** How a run of text looks. Colours are `#rrggbb`; `href` is absolute and of an allowed scheme. */
export interface Marks {
  readonly href: string | null;
  readonly spoiler: string | null;
  readonly color: string | null;
  readonly background: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly script: 'sup' | 'sub' | null;
  readonly code: boolean;
}

/** Text without any mark. */
export const plainMarks: Marks = {
  href: null,
  spoiler: null,
  color: null,
  background: null,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: null,
  code: false,
};

/** A piece of a line. An image's `src` is an mxc URI. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly marks: Marks }
  | {
      readonly kind: 'image';
      readonly src: string;
      readonly alt: string;
      readonly title: string;
      readonly width: number | null;
      readonly height: number | null;
      readonly marks: Marks;
    };

/** Runs without a line break; neighbours differ in their marks; no white space at either end, none twice. */
export type InlineLine = readonly Run[];

/** A piece of a message that stands on lines of its own. `head` counts the rows of a table that are its header. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly InlineLine[] }
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly InlineLine[] }
  | { readonly kind: 'pre'; readonly language: string; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly caption: readonly InlineLine[];
      readonly head: number;
      readonly rows: readonly Row[];
    }
  | { readonly kind: 'details'; readonly summary: readonly InlineLine[]; readonly blocks: readonly Block[] }
  | { readonly kind: 'rule' };

/** The cells of a row; all rows of a table have the same number. */
export type Row = readonly Cell[];
/** A cell; without blocks it is empty. */
export interface Cell {
  readonly header: boolean;
  readonly blocks: readonly Block[];
}

/**
 * Containers may nest this deep; with their tags (at most four each) and those of runs the result stays under 100
 * levels.
 */
export const maxNesting = 18;

/** True where both look the same. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return (
    a === b ||
    (a.href === b.href &&
      a.spoiler === b.spoiler &&
      a.color === b.color &&
      a.background === b.background &&
      a.bold === b.bold &&
      a.italic === b.italic &&
      a.underline === b.underline &&
      a.strike === b.strike &&
      a.script === b.script &&
      a.code === b.code)
  );
}

/** The text of a line without its marks; images give their alternative text. */
export function lineText(line: InlineLine): string {
  return line.map((run) => (run.kind === 'text' ? run.text : run.alt)).join('');
}

/**
 * Text without what no one reads: control characters, lone surrogates, zero-width padding (preheaders), and the
 * bidirectional embeddings and overrides that make a text look like another (isolates stay where they are balanced).
 * White space stays.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u034f\u200b\u202a-\u202e\ufeff]/g, '')
    .toWellFormed();
}

/** Without spaces and no-break spaces at the end; linear, which a regular expression is not. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\u00a0')) end -= 1;
  return text.slice(0, end);
}

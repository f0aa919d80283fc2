/** A room of a conversation as a picture: drawn from a transcript, as an SVG. No client and no browser is asked. */
import { escapeHtml } from '../../src/mail/html/write.ts';

/** One message; lines of a quotation begin with `> `. */
export interface DrawnMessage {
  readonly by: string;
  /** Of the name and the disc. */
  readonly colour: string;
  readonly time: string;
  readonly lines: readonly string[];
  /** Of the bot: in another face. */
  readonly notice?: true;
  /** What it replies to: whose it is, and its first words. */
  readonly replyTo?: { readonly by: string; readonly colour: string; readonly text: string };
  readonly signs?: readonly { readonly sign: 'yes' | 'letter' | 'tick'; readonly count: number }[];
}

export interface DrawnRoom {
  readonly title: string;
  readonly topic: string;
  readonly messages: readonly DrawnMessage[];
}

const WIDTH = 760;
const LEFT = 60;
const LINE = 19;
/** Characters of a line of text at this size. */
const COLUMNS = 84;
const FACE = 'DejaVu Sans, Noto Sans, sans-serif';

/** An SVG of the room, as high as what is said in it. */
export function drawRoom({ title, topic, messages }: DrawnRoom): string {
  const parts: string[] = [];
  let y = 96;
  for (const message of messages) {
    const drawn = drawMessage(message, y);
    parts.push(...drawn.parts);
    y = drawn.below + 16;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" font-family="${FACE}" font-size="13.5">`,
    `<rect width="${WIDTH}" height="${y}" fill="#ffffff"/>`,
    '<circle cx="32" cy="40" r="20" fill="#edeeeb"/>',
    text(LEFT, 36, title, 'font-weight="bold" font-size="15"'),
    text(LEFT, 58, topic),
    `<path d="M0 80.5H${WIDTH}" stroke="#d8d8d8"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function drawMessage(message: DrawnMessage, top: number): { readonly parts: string[]; readonly below: number } {
  const { by, colour, time, lines, notice, replyTo, signs = [] } = message;
  const parts = [
    `<circle cx="32" cy="${top + 20}" r="20" fill="${colour}"/>`,
    text(32, top + 25, by.charAt(0), 'fill="#ffffff" text-anchor="middle" font-size="15"'),
    text(LEFT, top + 12, by, `fill="${colour}"`),
    text(WIDTH - 22, top + 34, time, 'text-anchor="end"'),
  ];
  let y = top + 34;
  if (replyTo !== undefined) {
    parts.push(`<rect x="${LEFT}" y="${y - 14}" width="4" height="${2 * LINE}" fill="${replyTo.colour}"/>`);
    parts.push(text(LEFT + 10, y, replyTo.by, `fill="${replyTo.colour}"`));
    parts.push(text(LEFT + 10, y + LINE, replyTo.text.slice(0, COLUMNS - 12)));
    y += 2 * LINE + 4;
  }
  for (const line of lines) {
    const isQuoted = line.startsWith('> ');
    for (const piece of wrapped(isQuoted ? line.slice(2) : line, isQuoted ? COLUMNS - 6 : COLUMNS)) {
      if (isQuoted) parts.push(`<rect x="${LEFT}" y="${y - 14}" width="3" height="${LINE}" fill="#b8bcb4"/>`);
      parts.push(...textWithSigns(isQuoted ? LEFT + 14 : LEFT, y, piece, notice === true ? 'fill="#555555"' : ''));
      y += LINE;
    }
  }
  for (const [at, { sign, count }] of signs.entries()) {
    const x = LEFT + at * 50;
    parts.push(`<rect x="${x}" y="${y - 11}" width="42" height="22" rx="11" fill="#ffffff" stroke="#888888"/>`);
    parts.push(drawSign(sign, x + 8, y - 6), text(x + 29, y + 5, String(count), 'font-size="12"'));
  }
  return { parts, below: signs.length > 0 ? y + 14 : y - 6 };
}

/** Lines of a text that fit. */
function wrapped(line: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of line.split(' ')) {
    if (piece !== '' && piece.length + word.length + 1 > columns) {
      pieces.push(piece);
      piece = word;
    } else piece = piece === '' ? word : `${piece} ${word}`;
  }
  return [...pieces, piece];
}

/** Fonts have not all signs: these are drawn, in the place of which the text leaves room. */
function textWithSigns(x: number, y: number, line: string, style: string): string[] {
  const parts: string[] = [];
  let at = x;
  for (const piece of line.split(/(✅|❌)/)) {
    if (piece === '✅' || piece === '❌') {
      parts.push(drawSign(piece === '✅' ? 'yes' : 'no', at + 1, y - 11));
      at += 16;
    } else {
      parts.push(text(at + widthOf(/^ */.exec(piece)?.[0] ?? ''), y, piece.trimStart(), style));
      at += widthOf(piece);
    }
  }
  return parts;
}

/** Advance widths of DejaVu Sans, in thousandths of its size. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ .,'’]/, 318],
  [/[ilj]/, 278],
  [/[;:]/, 337],
  [/[frt]/, 385],
  [/[kcsvxyz]/, 565],
  [/[mw]/, 890],
  [/[A-Z0-9]/, 660],
];

/** Of a text at this size, nearly. */
function widthOf(piece: string): number {
  const units = Array.from(piece).map((one) => WIDTHS.find(([letters]) => letters.test(one))?.[1] ?? 620);
  return (units.reduce((sum, one) => sum + one, 0) * 13.5) / 1_000;
}

function drawSign(sign: 'yes' | 'no' | 'letter' | 'tick', x: number, y: number): string {
  const at = `transform="translate(${x} ${y})"`;
  const tick = 'd="M3 7l3 3 5-7" fill="none" stroke-width="2"';
  switch (sign) {
    case 'yes':
      return `<g ${at}><rect width="13" height="13" rx="3" fill="#3fa142"/><path ${tick} stroke="#ffffff"/></g>`;
    case 'tick':
      return `<g ${at}><path ${tick} stroke="#444444"/></g>`;
    case 'no':
      return `<g ${at}><path d="M2 2l9 9M11 2l-9 9" stroke="#d23c2f" stroke-width="3"/></g>`;
    case 'letter':
      return [
        `<g ${at} fill="#dce6ef" stroke="#6d8299"><rect y="2" width="14" height="10"/>`,
        '<path d="M0 2l7 6 7-6"/></g>',
      ].join('');
  }
}

function text(x: number, y: number, what: string, style = ''): string {
  return `<text x="${x}" y="${y}" fill="#222222" ${style}>${escapeHtml(what)}</text>`.replace(
    /fill="#222222" (?=[^>]*fill=)/,
    '',
  );
}

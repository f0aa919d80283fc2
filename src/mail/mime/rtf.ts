import { clean, decodeText } from '../charset/charset.ts';

/** The text of a body in RTF. */
export interface RtfBody {
  /**
   * `html`: HTML that Outlook wrapped in RTF, as it was (MS-OXRTFEX section 2.1); `text`: plain text that was wrapped
   * likewise; `rich`: the words of a text that is RTF by itself, whose look is lost.
   */
  readonly kind: 'html' | 'text' | 'rich';
  readonly text: string;
}

/** What holds in a group and is as before behind it. */
interface Group {
  /** A destination of which nothing is shown. */
  readonly ignored: boolean;
  /** `\*\htmltag`: HTML, shown whatever stands around it. */
  readonly tag: boolean;
  /** `\htmlrtf`: RTF that was made from the HTML beside it. */
  readonly made: boolean;
  readonly hidden: boolean;
  /** `\fonttbl`. */
  readonly fonts: boolean;
  /** Characters that stand behind a `\u` for readers without Unicode. */
  readonly skipped: number;
  readonly font: number;
}

const outside: Group = {
  ignored: false,
  tag: false,
  made: false,
  hidden: false,
  fonts: false,
  skipped: 1,
  font: -1,
};

/** Groups inside one another that are told apart; deeper ones have the state of the one that holds them. */
const deepest = 500;
/** Fonts that a table may name. */
const mostFonts = 2000;

/** Destinations without text of the body (RTF specification 1.9.1). */
const silent: ReadonlySet<string> = new Set(
  (
    'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ' +
    'ftnsepc aftnsep aftnsepc listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata ' +
    'colorschememapping datastore latentstyles datafield fldinst filetbl private bkmkstart bkmkend atnid atnauthor'
  ).split(' '),
);

/** Control words that stand for text. */
const signs: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['row', '\n'],
  ['cell', '\t'],
  ['tab', '\t'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['endash', '\u2013'],
  ['emdash', '\u2014'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
]);

/** `\fcharset`, with the code page of its fonts (RTF specification, Font Table). */
const fontCharsets: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [77, 'macroman'],
  [128, 'cp932'],
  [129, 'cp949'],
  [134, 'cp936'],
  [136, 'cp950'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/**
 * Reads a body in RTF: the HTML or the plain text that is encapsulated in it (MS-OXRTFEX), else its words. Null for
 * what is no RTF. Total and linear; what breaks off gives what came before. At most `most` characters.
 */
export function readRtf(bytes: Buffer, most: number): RtfBody | null {
  const source = bytes.toString('latin1');
  if (!/^\s{0,20}\{\\rtf/.test(source)) return null;
  const head = source.slice(0, 2000);
  const kind = /\\fromhtml1?(?!\d)/.test(head) ? 'html' : /\\fromtext(?![a-z])/.test(head) ? 'text' : 'rich';
  const reader = new Reader(source, kind, most);
  reader.run();
  return { kind, text: reader.text() };
}

class Reader {
  private readonly source: string;
  private readonly kind: RtfBody['kind'];
  private readonly most: number;
  private readonly out: string[] = [];
  private size = 0;
  private at = 0;
  private group: Group = outside;
  private readonly groups: Group[] = [];
  /** Groups that are open and not told apart. */
  private deeper = 0;
  private codepage = 'windows-1252';
  private readonly fonts = new Map<number, string>();
  /** Bytes of text that are not decoded yet: a character may have two, written in two ways. */
  private bytes: number[] = [];
  /** Characters still to be passed over behind a `\u`. */
  private pass = 0;

  constructor(source: string, kind: RtfBody['kind'], most: number) {
    this.source = source;
    this.kind = kind;
    this.most = most;
  }

  run(): void {
    const { source } = this;
    while (this.at < source.length && this.size < this.most) {
      const char = source.charAt(this.at);
      if (char === '\\') this.control();
      else {
        this.at += 1;
        if (char === '{') this.open();
        else if (char === '}') this.close();
        // Line ends of the file mean nothing.
        else if (char !== '\r' && char !== '\n' && char !== '\0') this.byte(char.charCodeAt(0));
      }
    }
    this.flush();
  }

  text(): string {
    return clean(this.out.join(''));
  }

  private open(): void {
    this.flush();
    this.pass = 0;
    if (this.groups.length < deepest) this.groups.push(this.group);
    else this.deeper += 1;
  }

  private close(): void {
    this.flush();
    this.pass = 0;
    if (this.deeper > 0) this.deeper -= 1;
    else this.group = this.groups.pop() ?? outside;
  }

  private control(): void {
    const word = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
    word.lastIndex = this.at;
    const match = word.exec(this.source);
    if (match === null) {
      this.symbol();
      return;
    }
    this.at += match[0].length;
    const name = match[1] ?? '';
    const number = match[2] === undefined ? null : Number(match[2]);
    if (name === 'bin') this.at += Math.max(0, number ?? 0);
    else if (this.pass > 0 && name !== 'u') this.pass -= 1;
    else this.word(name, number);
  }

  /** `\'ff`, `\*`, and other characters behind a backslash. */
  private symbol(): void {
    const sign = this.source.charAt(this.at + 1);
    this.at += 2;
    if (sign === "'") {
      const hex = this.source.slice(this.at, this.at + 2);
      if (!/^[0-9a-f]{2}$/i.test(hex)) return;
      this.at += 2;
      this.byte(Number.parseInt(hex, 16));
    } else if (sign === '*') this.destination();
    else if (sign === '~') this.say(this.kind === 'html' ? '&nbsp;' : '\u00a0');
    else if (sign === '_') this.say('\u2011');
    else if (sign === '\n' || sign === '\r') this.say('\n');
    else if (sign === '\\' || sign === '{' || sign === '}') this.byte(sign.charCodeAt(0));
  }

  /** What stands behind `\*` is only for those who know it. */
  private destination(): void {
    const known = /\\(?:htmltag)(?![a-z])/y;
    known.lastIndex = this.at;
    if (!known.test(this.source)) this.set({ ignored: true });
  }

  private word(name: string, number: number | null): void {
    const sign = signs.get(name);
    if (sign !== undefined) {
      this.say(sign);
      return;
    }
    switch (name) {
      case 'u':
        this.unicode(number ?? 0);
        return;
      case 'uc':
        this.set({ skipped: Math.min(Math.max(0, number ?? 1), 10) });
        return;
      case 'htmltag':
        this.set({ tag: this.kind === 'html', ignored: this.kind !== 'html' });
        return;
      case 'htmlrtf':
        this.set({ made: number !== 0 });
        return;
      case 'v':
        this.set({ hidden: number !== 0 });
        return;
      case 'plain':
        this.set({ hidden: false });
        return;
      case 'fonttbl':
        this.set({ fonts: true });
        return;
      case 'ansicpg':
        if (number !== null && number > 0) this.codepage = number === 65001 ? 'utf-8' : `cp${number}`;
        return;
      case 'mac':
        this.codepage = 'macroman';
        return;
      case 'f':
        this.set({ font: number ?? -1 });
        return;
      case 'fcharset':
        this.fontCharset(number ?? 0);
        return;
      default:
        if (silent.has(name)) this.set({ ignored: true });
    }
  }

  private fontCharset(number: number): void {
    const charset = fontCharsets.get(number);
    // Fonts of the usual charset have the code page of the document.
    if (charset === undefined || number === 0 || !this.group.fonts || this.fonts.size >= mostFonts) return;
    this.fonts.set(this.group.font, charset);
  }

  private unicode(number: number): void {
    this.flush();
    this.pass = this.group.skipped;
    if (this.isShown()) this.put(String.fromCharCode(number & 0xffff));
  }

  private set(change: Partial<Group>): void {
    this.flush();
    this.group = { ...this.group, ...change };
  }

  private byte(byte: number): void {
    if (this.pass > 0) this.pass -= 1;
    else if (this.isShown()) this.bytes.push(byte);
  }

  private say(text: string): void {
    this.flush();
    if (this.isShown()) this.put(text);
  }

  private put(text: string): void {
    this.out.push(text);
    this.size += text.length;
  }

  private isShown(): boolean {
    const { ignored, fonts, tag, made, hidden } = this.group;
    if (ignored || fonts) return false;
    return this.kind === 'html' ? tag || !made : !hidden;
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = Buffer.from(this.bytes);
    this.bytes = [];
    this.put(decodeText(bytes, this.fonts.get(this.group.font) ?? this.codepage).text);
  }
}

import { decodeUuLine, decodeYencLine, isUuLine, transferDecoder } from './transfer.ts';

/** Takes what a text part holds besides text: files that old programs and news readers wrote into it. */
export interface TextSink {
  text(bytes: Uint8Array): void;
  openFile(name: string): void;
  file(bytes: Uint8Array): void;
  closeFile(): void;
}

type Block = { readonly kind: 'uu' | 'base64' | 'yenc'; readonly decode: (lines: Buffer) => Uint8Array };

/** A line without an end is taken as text from this length on, bytes. */
const longestLine = 64 * 1024;

/**
 * Finds uuencoded, base64 (`begin-base64`) and yEnc files in the lines of a text part, as they come, and gives the rest
 * on as text. A `begin` line that no encoded line follows is text. A file that breaks off ends where its lines end;
 * what follows is text again.
 */
export class TextScanner {
  private readonly sink: TextSink;
  private rest: Buffer = Buffer.alloc(0);
  private begin: { line: Buffer; name: string } | null = null;
  private block: Block | null = null;

  constructor(sink: TextSink) {
    this.sink = sink;
  }

  write(bytes: Uint8Array): void {
    const all =
      this.rest.length === 0
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : Buffer.concat([this.rest, bytes]);
    let at = 0;
    let textFrom = 0;
    for (let lf = all.indexOf(0x0a); lf >= 0; lf = all.indexOf(0x0a, at)) {
      const line = all.subarray(at, lf + 1);
      if (this.takes(line)) {
        if (at > textFrom) this.sink.text(all.subarray(textFrom, at));
        this.special(line);
        textFrom = lf + 1;
      }
      at = lf + 1;
    }
    const cut = all.length - at > longestLine ? all.length : at;
    if (cut > textFrom) this.sink.text(all.subarray(textFrom, cut));
    this.rest = Buffer.from(all.subarray(cut));
  }

  end(): void {
    if (this.rest.length > 0 && this.takes(this.rest)) this.special(this.rest);
    else if (this.rest.length > 0) this.sink.text(this.rest);
    if (this.begin !== null) this.sink.text(this.begin.line);
    if (this.block !== null) this.sink.closeFile();
    this.begin = null;
    this.block = null;
  }

  /** Whether a line is for `special`; all others are text, and the usual case is decided by its first byte. */
  private takes(line: Buffer): boolean {
    if (this.block !== null || this.begin !== null) return true;
    return line[0] === 0x62 ? beginName(line) !== null : line[0] === 0x3d && yencName(line) !== null;
  }

  private special(line: Buffer): void {
    const bare = withoutEnd(line);
    if (this.block !== null) {
      this.inBlock(this.block, line, bare);
      return;
    }
    if (this.begin !== null) {
      const { line: first, name } = this.begin;
      this.begin = null;
      const base64 = first.toString('latin1', 0, 12) === 'begin-base64';
      if (!base64 && !isUuLine(bare)) {
        this.sink.text(first);
        if (this.takes(line)) this.special(line);
        else this.sink.text(line);
        return;
      }
      const decoder = transferDecoder('base64');
      this.block = base64
        ? { kind: 'base64', decode: (lines) => decoder.write(lines) }
        : { kind: 'uu', decode: decodeUuLine };
      this.sink.openFile(name);
      this.inBlock(this.block, line, bare);
      return;
    }
    const yenc = yencName(line);
    if (yenc !== null) {
      this.block = { kind: 'yenc', decode: decodeYencLine };
      this.sink.openFile(yenc);
      return;
    }
    this.begin = { line: Buffer.from(line), name: beginName(line) ?? '' };
  }

  private inBlock(block: Block, line: Buffer, bare: Buffer): void {
    const start = bare.toString('latin1', 0, 6);
    const ends =
      block.kind === 'yenc' ? start.startsWith('=yend') : block.kind === 'uu' ? bare.equals(endLine) : start === '====';
    // A line of zero bytes stands before `end`.
    const filler = block.kind === 'uu' && (bare.length === 0 || start === '`' || start === ' ');
    const belongs = block.kind !== 'uu' || isUuLine(bare);
    if (belongs && !ends) this.sink.file(block.decode(line));
    if (belongs || filler) {
      if (!ends) return;
    }
    this.block = null;
    this.sink.closeFile();
    if (ends) return;
    if (this.takes(line)) this.special(line);
    else this.sink.text(line);
  }
}

const endLine = Buffer.from('end');

function withoutEnd(line: Buffer): Buffer {
  const end = line.at(-1) === 0x0a ? (line.at(-2) === 0x0d ? line.length - 2 : line.length - 1) : line.length;
  return line.subarray(0, end);
}

function beginName(line: Buffer): string | null {
  return (
    /^begin(?:-base64)? [0-7]{3,4} (\S.{0,250}?)\s*$/.exec(line.length > 300 ? '' : line.toString('utf8'))?.[1] ?? null
  );
}

function yencName(line: Buffer): string | null {
  return /^=ybegin .*?\bname=(.{1,250}?)\s*$/.exec(line.length > 500 ? '' : line.toString('utf8'))?.[1] ?? null;
}

/**
 * Joins the lines of format=flowed text (RFC 3676): a line that ends in a space goes on in the next one of the same
 * quote depth; stuffed spaces are removed; with `delSp` the joining space too. The signature line `-- ` is never
 * joined. Quote marks stay as `> `.
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; text: string } | null = null;
  for (const line of text.split('\n')) {
    const quote = /^>*/.exec(line)?.[0].length ?? 0;
    const content = line.slice(quote).replace(/^ /, '');
    const isSignature = content === '-- ';
    const flows = content.endsWith(' ') && !isSignature;
    const piece = flows && delSp ? content.slice(0, -1) : content;
    // RFC 3676 section 4.5: a change of depth ends a paragraph whatever the line end says.
    if (open !== null && open.depth === quote && !isSignature) open.text += piece;
    else {
      if (open !== null) out.push(quoted(open.depth, open.text));
      open = { depth: quote, text: piece };
    }
    if (!flows) {
      out.push(quoted(open.depth, open.text));
      open = null;
    }
  }
  if (open !== null) out.push(quoted(open.depth, open.text));
  return out.join('\n');
}

function quoted(depth: number, text: string): string {
  if (depth === 0) return text;
  return text === '' ? '>'.repeat(depth) : `${'>'.repeat(depth)} ${text}`;
}

/**
 * text/enriched (RFC 1896) and text/richtext (RFC 1341 section 7.1.3) as plain text: commands out, `<<` for `<`,
 * paragraphs kept. RFC 1896 doubles only the opening bracket; programs that double the closing one of a word too
 * (`<<two>>`) mean one of each.
 */
export function enrichedToText(source: string, type: string): string {
  const body = withoutElement(withoutElement(source, 'param'), 'comment');
  const lines =
    type === 'text/enriched'
      ? body.replace(/\n+/g, (run) => (run.length === 1 ? ' ' : run.slice(1)))
      : onOneLine(body).replace(/<(?:nl|np|paragraph|\/paragraph)>/gi, '\n');
  return lines.replace(
    /<<([^\s<>][^<>\n]{0,200})>>(?!>)|<<|<\/?[a-z0-9-]{1,60}>|<lt>/gi,
    (tag: string, word: string | undefined) => {
      if (word !== undefined) return /\s$/.test(word) ? `<${word}>>` : `<${word}>`;
      return tag === '<<' || tag.toLowerCase() === '<lt>' ? '<' : '';
    },
  );
}

/** Each run of line ends, with the blanks around it, as one blank. */
function onOneLine(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at === last ? line : line.trimEnd()))
    .map((line, at) => (at === 0 ? line : line.trimStart()))
    .filter((line, at) => line !== '' || at === 0 || at === last)
    .join(' ');
}

/** Without what stands between the tags of a name; linear, also where none is ever closed. */
function withoutElement(text: string, name: string): string {
  const lower = text.toLowerCase();
  let out = '';
  let at = 0;
  for (;;) {
    const open = lower.indexOf(`<${name}>`, at);
    const close = open < 0 ? -1 : lower.indexOf(`</${name}>`, open);
    if (close < 0) return out + text.slice(at);
    out += text.slice(at, open);
    at = close + name.length + 3;
  }
}

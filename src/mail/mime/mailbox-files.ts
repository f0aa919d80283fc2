/**
 * The mbox format (RFC 4155, and what came before it): where its mails begin and end, and what was done to their lines.
 * Works on chunks of any size and holds no mail, so that a mailbox of many gigabytes costs no memory. Line ends may be
 * LF or CRLF.
 */

/**
 * Where a mail stands in an mbox, bytes from its beginning: from `start`, before `end`. Its From_ line is not part of
 * it.
 */
export interface MboxRange {
  readonly start: number;
  readonly end: number;
}

const LF = 0x0a;
const CR = 0x0d;
const GT = 0x3e;
const FROM = Buffer.from('From ');
/** A longer line is no From_ line, bytes. */
const LONGEST_LINE = 1000;
/** More quote signs before `From ` are somebody's drawing, and stay. */
const MOST_QUOTES = 200;

/** Whether a file is an mbox, by its first bytes. (`From ` without a colon begins no header field.) */
export function isMbox(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(0, FROM.length)).equals(FROM);
}

/** A date of `asctime` in a From_ line (RFC 4155 appendix A), with or without seconds and time zone. */
const DATED =
  /\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\b.*\d{1,2}:\d{2}/;
/** What Thunderbird writes in place of an envelope. */
const BARE = /^From (?:-\s*)?$/;

/**
 * Whether a line divides two mails. One with the date that belongs there does, wherever it stands: programs that write
 * mbox quote such a line in a text. One without is believed behind an empty line, where it has the bare form of
 * Thunderbird.
 */
function divides(line: string, afterEmpty: boolean): boolean {
  return DATED.test(line) || (afterEmpty && BARE.test(line));
}

/**
 * Finds the mails of an mbox. Feed it with the file's bytes in order; each call gives the mails that are complete. The
 * first line is a From_ line whatever it holds.
 */
export class MboxScanner {
  private rest: Buffer = Buffer.alloc(0);
  /** Offset of `rest` in the file. */
  private offset = 0;
  private start: number | null = null;

  write(chunk: Uint8Array): MboxRange[] {
    return this.scan(Buffer.concat([this.rest, chunk]), false);
  }

  end(): MboxRange[] {
    const bytes = this.rest;
    const found = this.scan(bytes, true);
    const end = this.offset + this.rest.length;
    if (this.start !== null && end > this.start) found.push({ start: this.start, end: end - emptyLine(this.rest) });
    return found;
  }

  private scan(bytes: Buffer, final: boolean): MboxRange[] {
    const found: MboxRange[] = [];
    let at = 0;
    if (this.start === null) {
      const lf = bytes.indexOf(LF);
      if (lf < 0 && !final) return this.keep(bytes, 0, found);
      this.start = this.offset + (lf < 0 ? bytes.length : lf + 1);
      // The line end stays: the next From_ line may follow at once.
      at = Math.max(0, lf);
    }
    for (;;) {
      const lf = nextFrom(bytes, at);
      if (lf < 0) return this.keep(bytes, Math.max(at, bytes.length - FROM.length), found);
      const close = bytes.indexOf(LF, lf + 1);
      if (close < 0 && !final && bytes.length - lf <= LONGEST_LINE) return this.keep(bytes, lf, found);
      const stop = close < 0 ? bytes.length : close;
      const line = bytes.toString('latin1', lf + 1, Math.min(stop, lf + 1 + LONGEST_LINE)).replace(/\r$/, '');
      if (stop - lf <= LONGEST_LINE && divides(line, emptyLine(bytes.subarray(0, lf + 1)) > 0)) {
        const end = this.offset + lf + 1 - emptyLine(bytes.subarray(0, lf + 1));
        found.push({ start: this.start, end: Math.max(this.start, end) });
        this.start = this.offset + (close < 0 ? bytes.length : close + 1);
      }
      at = lf + 1;
      if (close >= 0) at = close;
    }
  }

  /** Keeps what may still be a From_ line, and enough before it to see an empty line. */
  private keep(bytes: Buffer, from: number, found: MboxRange[]): MboxRange[] {
    const start = Math.max(0, from - 4);
    this.offset += start;
    // A copy, so that a small rest does not keep a large chunk alive.
    this.rest = Buffer.from(bytes.subarray(start));
    return found;
  }
}

/** The line end before the next line that begins with `From `; -1 where there is none. */
function nextFrom(bytes: Buffer, at: number): number {
  return bytes.indexOf('\nFrom ', at, 'latin1');
}

/**
 * Length of the empty line that the bytes end with: it belongs to the format, not to the mail (RFC 4155 appendix A). 0
 * where there is none.
 */
function emptyLine(bytes: Buffer): number {
  const length = bytes.length;
  if (bytes[length - 1] !== LF) return 0;
  const own = bytes[length - 2] === CR ? 2 : 1;
  return bytes[length - own - 1] === LF ? own : 0;
}

/**
 * Takes back what was done to lines of a mail that begin with `From `: one `>` less before each (mboxrd). In a file of
 * the older mboxo the same rule is right for all but lines that had a `>` of their own, which nobody can tell from
 * quoted ones; where somebody knows that it is one, only `>From ` was quoted (`one`).
 */
export class FromUnquoter {
  private readonly most: number;
  /** A beginning of a line that may still be a quoted From_ line. */
  private rest: Buffer = Buffer.alloc(0);
  private lineStart = true;

  constructor(quoted: 'any' | 'one' = 'any') {
    this.most = quoted === 'one' ? 1 : MOST_QUOTES;
  }

  write(chunk: Uint8Array): Buffer {
    return this.run(this.rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.rest, chunk]), false);
  }

  end(): Buffer {
    return this.run(this.rest, true);
  }

  private run(bytes: Buffer, final: boolean): Buffer {
    const pieces: Buffer[] = [];
    this.rest = Buffer.alloc(0);
    let from = 0;
    let at = this.lineStart ? 0 : nextQuoted(bytes, 0);
    while (at >= 0 && at < bytes.length) {
      let text = at;
      while (text - at <= this.most && bytes[text] === GT) text += 1;
      const begins = bytes.subarray(text, text + FROM.length);
      if (
        text - at <= this.most &&
        !final &&
        begins.length < FROM.length &&
        FROM.subarray(0, begins.length).equals(begins)
      ) {
        this.rest = Buffer.from(bytes.subarray(at));
        this.lineStart = true;
        pieces.push(bytes.subarray(from, at));
        return Buffer.concat(pieces);
      }
      if (text > at && text - at <= this.most && begins.equals(FROM)) {
        pieces.push(bytes.subarray(from, at));
        from = at + 1;
      }
      at = nextQuoted(bytes, at);
    }
    if (bytes.length > 0) this.lineStart = bytes[bytes.length - 1] === LF;
    pieces.push(bytes.subarray(from));
    return Buffer.concat(pieces);
  }
}

/** Puts one `>` more before each line of a mail that begins with `From `, quoted or not (mboxrd). */
export class FromQuoter {
  /** A beginning of a line that may still be a From_ line. */
  private rest: Buffer = Buffer.alloc(0);
  private lineStart = true;

  write(chunk: Uint8Array): Buffer {
    return this.run(Buffer.concat([this.rest, chunk]), false);
  }

  end(): Buffer {
    return this.run(this.rest, true);
  }

  private run(bytes: Buffer, final: boolean): Buffer {
    const pieces: Buffer[] = [];
    this.rest = Buffer.alloc(0);
    let from = 0;
    let at = this.lineStart ? 0 : nextLine(bytes, 0);
    while (at >= 0 && at < bytes.length) {
      let text = at;
      while (text - at < MOST_QUOTES && bytes[text] === GT) text += 1;
      const begins = bytes.subarray(text, text + FROM.length);
      if (!final && begins.length < FROM.length && FROM.subarray(0, begins.length).equals(begins)) {
        pieces.push(bytes.subarray(from, at));
        this.rest = Buffer.from(bytes.subarray(at));
        this.lineStart = true;
        return Buffer.concat(pieces);
      }
      if (begins.equals(FROM)) {
        pieces.push(bytes.subarray(from, at), Buffer.from('>'));
        from = at;
      }
      at = nextLine(bytes, text);
    }
    if (bytes.length > 0) this.lineStart = bytes[bytes.length - 1] === LF;
    pieces.push(bytes.subarray(from));
    return Buffer.concat(pieces);
  }
}

/** The beginning of the next line; -1 where none begins in these bytes. */
function nextLine(bytes: Buffer, at: number): number {
  const lf = bytes.indexOf(LF, at);
  return lf < 0 || lf + 1 >= bytes.length ? -1 : lf + 1;
}

/** The beginning of the next line that has a `>` first. */
function nextQuoted(bytes: Buffer, at: number): number {
  const lf = bytes.indexOf('\n>', at, 'latin1');
  return lf < 0 ? -1 : lf + 1;
}

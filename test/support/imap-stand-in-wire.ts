/** What stands on an IMAP connection: commands with their literals (RFC 9051 section 4), and the forms of answers. */

/** An argument: an atom or string, the bytes of a literal, or a parenthesised list. */
export type Argument = string | Buffer | readonly Argument[];

export interface Command {
  readonly tag: string;
  /** Upper case; `UID FETCH` and the like are one name. */
  readonly name: string;
  readonly args: readonly Argument[];
}

const LITERAL = /\{(\d+)(\+?)\}\r\n$/;

/** Cuts a stream of bytes into commands. `goOn` is called where a literal is waited for (RFC 9051 section 4.3). */
export class CommandReader {
  readonly #goOn: () => void;
  readonly #onCommand: (command: Command) => void;
  /** Called with a line that is no command: the DONE that ends an IDLE. */
  readonly #onDone: () => void;
  #bytes: Buffer = Buffer.alloc(0);
  #pieces: (string | Buffer)[] = [];
  #literal: number | null = null;

  constructor(handlers: { goOn: () => void; onCommand: (command: Command) => void; onDone: () => void }) {
    this.#goOn = handlers.goOn;
    this.#onCommand = handlers.onCommand;
    this.#onDone = handlers.onDone;
  }

  add(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    while (this.#literal === null ? this.#line() : this.#literalBytes(this.#literal));
  }

  #line(): boolean {
    const end = this.#bytes.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.#bytes.subarray(0, end + 2).toString('latin1');
    this.#bytes = this.#bytes.subarray(end + 2);
    const literal = LITERAL.exec(line);
    if (literal !== null) {
      this.#pieces.push(line.slice(0, literal.index));
      this.#literal = Number(literal[1]);
      if (literal[2] === '') this.#goOn();
      return true;
    }
    const pieces = [...this.#pieces, line.slice(0, -2)];
    this.#pieces = [];
    if (pieces.length === 1 && /^done$/i.test(line.trim())) this.#onDone();
    else this.#onCommand(readCommand(pieces));
    return true;
  }

  #literalBytes(size: number): boolean {
    if (this.#bytes.length < size) return false;
    this.#pieces.push(this.#bytes.subarray(0, size));
    this.#bytes = this.#bytes.subarray(size);
    this.#literal = null;
    return true;
  }
}

function readCommand(pieces: readonly (string | Buffer)[]): Command {
  const [tag, name, ...args] = readArguments(pieces);
  const verb = text(name).toUpperCase();
  if (verb !== 'UID') return { tag: text(tag), name: verb, args };
  return { tag: text(tag), name: `UID ${text(args[0]).toUpperCase()}`, args: args.slice(1) };
}

/**
 * Atoms, quoted strings, lists and literals; a `[…]` with whatever stands in it is part of its atom, as in
 * BODY.PEEK[HEADER]<0.9>.
 */
const TOKEN = /\s+|[()]|"((?:[^"\\]|\\.)*)"|(?:\[[^\]]*\]|[^\s()"[\]])+/gy;

function readArguments(pieces: readonly (string | Buffer)[]): Argument[] {
  const stack: Argument[][] = [[]];
  const put = (argument: Argument): void => void stack.at(-1)?.push(argument);
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      put(piece);
      continue;
    }
    for (const [token, quoted] of piece.matchAll(TOKEN)) {
      if (token === '(') stack.push([]);
      else if (token === ')') put(stack.length > 1 ? (stack.pop() ?? []) : []);
      else if (token.trim() !== '') put(quoted === undefined ? token : quoted.replace(/\\(.)/g, '$1'));
    }
  }
  return stack[0] ?? [];
}

/** An argument as text; '' where there is none. */
export function text(argument: Argument | undefined): string {
  if (argument === undefined) return '';
  return typeof argument === 'string' || Buffer.isBuffer(argument) ? argument.toString() : argument.map(text).join(' ');
}

/** The words of a list, or of the single word that stands for one. */
export function words(argument: Argument | undefined): string[] {
  if (argument === undefined) return [];
  return typeof argument === 'string' || Buffer.isBuffer(argument) ? [text(argument)] : argument.map(text);
}

/** Whether a number is in a sequence-set such as `1:3,7:*`; `*` is `last`. */
export function inSet(set: string, number: number, last: number): boolean {
  return set.split(',').some((part) => {
    const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? last : Number(end)));
    return number >= Math.min(from, to) && number <= Math.max(from, to);
  });
}

export function quoted(value: string | null): string {
  return value === null ? 'NIL' : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** `05-Jan-2026 10:00:00 +0000`, in UTC. */
export function dateTime(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] = /, (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString()) ?? [];
  return `"${day}-${month}-${year} ${time} +0000"`;
}

/** A field of a mail's header, unfolded; null where there is none. */
export function headerField(raw: Buffer, name: string): string | null {
  const header = raw.subarray(0, Math.max(0, raw.indexOf('\r\n\r\n'))).toString('latin1');
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(header);
  return found?.[1]?.replace(/\r\n/g, '') ?? null;
}

/** ENVELOPE without its people, whom nothing of ours reads. */
export function envelope(raw: Buffer): string {
  const field = (name: string): string => quoted(headerField(raw, name));
  const people = Array.from({ length: 6 }, () => 'NIL').join(' ');
  return `(${field('Date')} ${field('Subject')} ${people} ${field('In-Reply-To')} ${field('Message-ID')})`;
}

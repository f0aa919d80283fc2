/**
 * Texts of strangers before they become part of a request: a header, a query, a segment of a path, a string of JSON.
 * Each has its grammar and its bound here; what does not follow it is reduced to what does, or refused. Pure and
 * linear.
 */

/** A type or a subtype: RFC 6838 section 4.2, restricted-name, at most 127 characters. */
const RESTRICTED_NAME = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;

/**
 * A charset's name as a token (RFC 2045 section 5.1); registered names have at most 40 characters (RFC 2978 section
 * 2.3).
 */
const CHARSET = /^\s*charset\s{0,3}=\s{0,3}"?([A-Za-z0-9!#$&^_.+-]{1,40})"?\s*$/i;

/** What is read of a written media type at most, characters: two names and a short parameter. */
const TYPE_MAX = 1_000;

/**
 * Longest id of Matrix, bytes (spec, appendix "Identifier grammar"); state keys and event types have the same bound.
 */
const ID_MAX = 255;

/** Longest name of an upload, bytes: the bound of most file systems. */
const NAME_MAX = 255;

/** Stands for whatever no media type is. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * A media type without parameters, in lower case (RFC 6838 section 4.2): whatever is written that is none, or longer
 * than one can be, is `application/octet-stream`.
 */
export function mediaType(written: string): string {
  const head = written.slice(0, TYPE_MAX).split(';', 1)[0] ?? '';
  const [type = '', subtype = '', ...more] = head.trim().toLowerCase().split('/');
  return more.length === 0 && RESTRICTED_NAME.test(type) && RESTRICTED_NAME.test(subtype)
    ? `${type}/${subtype}`
    : UNKNOWN_TYPE;
}

/**
 * The value of a Content-Type field: the media type, and of its parameters the charset alone, where that is a token.
 */
export function contentType(written: string): string {
  const type = mediaType(written);
  if (type === UNKNOWN_TYPE) return type;
  const parameters = written.slice(0, TYPE_MAX).split(';').slice(1);
  const charset = parameters.map((one) => CHARSET.exec(one.slice(0, 100))?.[1]).find((one) => one !== undefined);
  return charset === undefined ? type : `${type}; charset=${charset}`;
}

/**
 * The name of an upload: one line, well-formed, at most 255 bytes. What is cut is cut before the ending, since
 * clients choose by it what opens the file.
 */
export function uploadName(written: string): string {
  const name = written
    .slice(0, 4 * NAME_MAX)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, '');
  if (Buffer.byteLength(name) <= NAME_MAX) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  let cut = '';
  let size = ending.length;
  for (const letter of name) {
    size += Buffer.byteLength(letter);
    if (size > NAME_MAX) break;
    cut += letter;
  }
  return cut + ending;
}

/**
 * Whether a text can stand as one segment of a path, or as a user in a query: at most 255 bytes, well-formed, without
 * controls, and no dot segment, which whatever stands between us and the homeserver would take away (RFC 3986 section
 * 5.2.4).
 */
export function isPathSegment(text: string): boolean {
  if (text.length > ID_MAX || Buffer.byteLength(text) > ID_MAX) return false;
  return text.isWellFormed() && !/\p{Cc}/u.test(text) && text !== '.' && text !== '..';
}

/**
 * JSON whose strings every homeserver takes: lone surrogates and U+0000 become U+FFFD (Synapse answers 500 to them).
 */
export function wireJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\u0000', '\ufffd') : inner,
  );
}

/** A text as a column of Postgres holds it: without U+0000, well-formed. */
export function columnText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** What an escape of JSON can begin, from left to right: a pair of surrogates, one code unit, any other escape. */
const ESCAPE = /\\(?:u(d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})|u([0-9a-f]{4})|.)/gi;
/** Without one of these there is nothing to take out. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON that others wrote, as Postgres takes it too: U+0000 and lone surrogates, which only escapes can bring into it,
 * become U+FFFD, in names as in strings. Without this a name or an argument with U+0000 makes the statement fail that
 * it is an argument of, and with it everything behind it in its queue. Linear.
 *
 * @throws {SyntaxError} it is no JSON (RFC 8259)
 */
export function readWireJson(text: string): unknown {
  return JSON.parse(SUSPECT.test(text) ? text.replace(ESCAPE, replaceBad) : text);
}

function replaceBad(whole: string, pair: string | undefined, unit: string | undefined): string {
  if (pair !== undefined || unit === undefined) return whole;
  return unit === '0000' || /^d[89a-f]/i.test(unit) ? '\\ufffd' : whole;
}

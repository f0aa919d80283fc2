/** Reads Authentication-Results (RFC 8601) and ARC-Authentication-Results (RFC 8617 section 4.1.1) as mail systems write them. */
import { domainToUnicode } from 'node:url';

/** One method's result (RFC 8601 section 2.2, resinfo). */
export interface MethodResult {
  /** Lower case: dkim, spf, dmarc, arc, auth, … */
  readonly method: string;
  /** Lower case: pass, fail, none, softfail, neutral, policy, temperror, permerror, … */
  readonly result: string;
  /** What stood in its comments, one space between them. */
  readonly comment: string;
  /** `header.from`, `smtp.mailfrom`, … in lower case; Microsoft's bare `action` too. The first of a name. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface Results {
  /** The authserv-id in lower case; null where the field has none, as Exchange Online writes it. */
  readonly authservId: string | null;
  readonly results: readonly MethodResult[];
}

/** Results that are read of one field; no receiver writes more. */
const MOST_RESULTS = 100;

/**
 * Reads one field, `null` where it does not follow the grammar so far that its parts could be told apart: a comment or quoted string that never
 * closes. What strangers chose (MAIL FROM, HELO) stands in these fields: what is quoted or in a comment yields no result.
 *
 * @param value the unfolded field; of ARC-Authentication-Results with its `i=1;`, which is passed over
 */
export function parseResults(value: string): Results | null {
  const parts = split(value.slice(0, 20_000));
  if (parts === null) return null;
  const filled = parts.filter((part) => part.words.length > 0);
  if (/^i=\d+$/i.test(filled[0]?.words.join('') ?? '')) filled.shift();
  const [first] = filled;
  const head = first?.words[0];
  // Exchange Online begins with the first result.
  const named = head !== undefined && !/^[\w-]+(?:\/\d+)?=/.test(head) && first?.words[1] !== '=';
  const results = (named ? filled.slice(1) : filled).slice(0, MOST_RESULTS).flatMap((part) => readResult(part) ?? []);
  return { authservId: named ? head.toLowerCase().replace(/\.$/, '') : null, results };
}

/** The domain of an identity (`header.d`, `smtp.mailfrom`, …: a domain, an address, or `@domain`) as addresses have it; '' for none. */
export function domainOfIdentity(identity: string): string {
  const domain = identity
    .slice(identity.lastIndexOf('@') + 1)
    .trim()
    .replace(/^<|[>.]+$/g, '')
    .toLowerCase();
  if (!domain.includes('xn--')) return domain;
  const unicode = domainToUnicode(domain);
  return unicode === '' ? domain : unicode;
}

interface Part {
  /** Words outside comments; quoted strings without their quotes, joined to what they touch. */
  readonly words: string[];
  readonly comments: string[];
}

/** Splits at semicolons outside comments and quoted strings. One pass, linear. */
function split(value: string): Part[] | null {
  const parts: Part[] = [{ words: [], comments: [] }];
  let word: string | null = null;
  const end = () => {
    if (word !== null) parts.at(-1)?.words.push(word);
    word = null;
  };
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '(') {
      const comment = closing(value, at, ')');
      if (comment === null) return null;
      parts.at(-1)?.comments.push(comment.text);
      at = comment.end;
    } else if (char === '"') {
      const quoted = closing(value, at, '"');
      if (quoted === null) return null;
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (char === ';') {
      end();
      parts.push({ words: [], comments: [] });
    } else if (/\s/.test(char)) end();
    else word = (word ?? '') + char;
  }
  end();
  return parts;
}

/** The text up to what closes it, comments nested (RFC 5322 section 3.2.2), a quoted pair without its backslash. */
function closing(value: string, start: number, close: '"' | ')'): { text: string; end: number } | null {
  let text = '';
  let depth = 1;
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '\\' && at + 1 < value.length) {
      at += 1;
      text += value.charAt(at);
      continue;
    }
    if (close === ')' && char === '(') depth += 1;
    if (char === close) depth -= 1;
    if (depth === 0) return { text, end: at };
    text += char;
  }
  return null;
}

function readResult({ words, comments }: Part): MethodResult | null {
  const [head = '', ...rest] = assignments(words);
  const match = /^([a-z][\w-]*)(?:\/\d+)?=([\w-]+)$/i.exec(head);
  if (match === null) return null;
  const [, method = '', result = ''] = match;
  const properties = new Map<string, string>();
  for (const word of rest) {
    const sign = word.indexOf('=');
    const name = word.slice(0, sign).toLowerCase();
    if (sign > 0 && !properties.has(name)) properties.set(name, word.slice(sign + 1));
  }
  return {
    method: method.toLowerCase(),
    result: result.toLowerCase(),
    comment: comments.join(' ').slice(0, 1000),
    properties,
  };
}

/** `dkim = pass`, with spaces around the sign, is legal (RFC 8601 section 2.2). Spaces inside a quoted string part nothing. */
function assignments(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && (word.startsWith('=') || last.endsWith('='))) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

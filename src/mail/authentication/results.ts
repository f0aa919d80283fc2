/**
 * Reads Authentication-Results (RFC 8601) and ARC-Authentication-Results (RFC 8617 section 4.1.1) as mail systems write
 * them.
 */
import { domainToUnicode } from 'node:url';
import { hasControls, readComment } from './comments.ts';
import type { MethodResult, Results } from '../types.ts';

/** Results that are read of one field; no receiver writes more. */
const MOST_RESULTS = 100;

/**
 * Reads one field, `null` where its parts cannot be told apart without a doubt: a comment or quoted string that never
 * closes, a quotation mark in a comment without its partner, a bracket or backslash that belongs to nothing, a control
 * character. What strangers chose (MAIL FROM, HELO) stands in these fields, also as they said it: what is quoted or in
 * a comment yields no result, and what looks as if a stranger had ended a comment or a quoted string ends the reading.
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

/**
 * The domain of an identity (`header.d`, `smtp.mailfrom`, …: a domain, an address, or `@domain`) as addresses have it;
 * '' for none.
 */
export function domainOfIdentity(identity: string): string {
  const domain = identity
    .slice(identity.lastIndexOf('@') + 1)
    .slice(0, 1_000)
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

/** Splits at semicolons outside comments and quoted strings; null for what `parseResults` does not read. Linear. */
function split(value: string): Part[] | null {
  if (hasControls(value)) return null;
  const parts: Part[] = [{ words: [], comments: [] }];
  const pairs = { quoted: 0, empty: 0 };
  let word: string | null = null;
  const end = () => {
    if (word !== null) parts.at(-1)?.words.push(word);
    word = null;
  };
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '(') {
      const comment = readComment(value, at);
      if (comment === null) return null;
      pairs.quoted += comment.quoted;
      pairs.empty += comment.empty;
      parts.at(-1)?.comments.push(comment.text);
      at = comment.end - 1;
    } else if (char === '"') {
      const quoted = quotedString(value, at);
      if (quoted === null) return null;
      pairs[quoted.text === '' ? 'empty' : 'quoted'] += 1;
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (char === ';') {
      end();
      parts.push({ words: [], comments: [] });
    } else if (char === ')' || char === '\\') return null;
    else if (/\s/.test(char)) end();
    else word = (word ?? '') + char;
  }
  end();
  // Who puts an address that has quotation marks of its own between two more makes an empty pair and another one.
  return pairs.empty > 0 && pairs.quoted + pairs.empty > 1 ? null : parts;
}

/** A quoted string without its marks, a quoted pair without its backslash. Only the rest of an address may touch it. */
function quotedString(value: string, start: number): { text: string; end: number } | null {
  let text = '';
  for (let at = start + 1; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '"') return /^[\s;(@.=]?$/.test(value.charAt(at + 1)) ? { text, end: at } : null;
    if (char === '\\' && at + 1 < value.length) {
      at += 1;
      text += value.charAt(at);
    } else text += char;
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

/**
 * `dkim = pass`, with spaces around the sign, is legal (RFC 8601 section 2.2). Spaces inside a quoted string part
 * nothing.
 */
function assignments(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && (word.startsWith('=') || last.endsWith('='))) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

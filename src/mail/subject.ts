/**
 * Subjects: what is left when the marks of replying and forwarding are taken off. RFC 5256 section 2.1 (base subject)
 * is the model; it knows "re", "fw" and "fwd", mail programs know many more.
 */

/** What mail programs put before the subject of a reply, lower case. */
const REPLY = new Set(
  (
    're ré rép aw antw antwort sv vs vas odp odpoveď odpověď rif res resp ynt yan yn vá vál válasz atb απ σχετ ' +
    'απάντηση ' +
    'bls balas отв ответ відп на rsp 回复 回覆 答复 答覆 返信 回信 회신 답장 رد ردّ תגובה תשובה השב תש'
  ).split(' '),
);

/** What mail programs put before the subject of a forwarded mail, lower case. */
const FORWARD = new Set(
  (
    'fwd fw wg tr rv enc vb vl pd i̇lt ilt doorst doorgestuurd vidb videresendt továbbítás tov továbbítva ' +
    'прд пересл перес πρθ προωθ redir reenv reenviado inoltra inoltro 转发 轉寄 轉發 转寄 転送 전달 הועבר הועברה ' +
    'تحويل přep předáno terus yml'
  ).split(' '),
);

/**
 * One-letter prefixes of Italian mail programs (R: risposta, I: inoltra), only as a capital with its colon right
 * behind.
 */
const LETTERS: Readonly<Record<string, Prefix['kind']>> = { R: 'reply', I: 'forward' };

/** Longest prefix word that is looked at, in characters. */
const WORD_LIMIT = 16;

/** How many marks are taken off at most; what a hostile subject has beyond them stays. */
const MARK_LIMIT = 60;

interface Prefix {
  readonly kind: 'reply' | 'forward';
  /** How many characters of the subject it takes, with its separators. */
  readonly length: number;
}

/**
 * What comes between the word and what follows: a count (`Re[2]:`, `Re^3:`, `Re(2):`), then colons, a semicolon or
 * dashes.
 */
const SEPARATOR =
  /^(?:\s{0,3}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3}|\d{1,2}(?=\s?[:：])|[²³]))?\s{0,5}(?:[:：;][\s:：;]*|-{2,}\s*)/u;

function kindOf(word: string): Prefix['kind'] | null {
  const lower = word.toLowerCase();
  if (REPLY.has(lower)) return 'reply';
  return FORWARD.has(lower) ? 'forward' : null;
}

/** The prefix that `subject` begins with, or null. Looks at a bounded number of characters. */
function leadingPrefix(subject: string): Prefix | null {
  const word = /^\p{L}[\p{L}\p{M}]{0,15}/u.exec(subject.slice(0, WORD_LIMIT * 2))?.[0];
  if (word === undefined) return null;
  const rest = subject.slice(word.length);
  const separator = SEPARATOR.exec(rest.slice(0, 64))?.[0];
  const kind = kindOf(word) ?? (/^[:：]/.test(rest) ? (LETTERS[word] ?? null) : null);
  if (kind === null || separator === undefined) return null;
  return { kind, length: word.length + separator.length };
}

/** `(fwd)` and `[fwd]`, which RFC 5256 (subj-trailer) allows at the end and old mail programs wrote anywhere. */
const BRACKETED = /^[([]\s{0,3}(?:fwd?|wg|tr|rv)\s{0,3}[:：]?\s{0,3}[)\]]\s*/iu;
const TRAILER = /\s*[([]\s{0,3}fwd?\s{0,3}[)\]]$/iu;

interface Peeled {
  readonly rest: string;
  readonly kind: Prefix['kind'];
}

/** One prefix taken off, or null when there is none. `after` says whether one was taken off before. */
function peel(subject: string, after: boolean): Peeled | null {
  const prefix = leadingPrefix(subject);
  if (prefix !== null) return { rest: subject.slice(prefix.length).trim(), kind: prefix.kind };
  const bracketed = BRACKETED.exec(subject.slice(0, 32))?.[0];
  if (bracketed !== undefined) return { rest: subject.slice(bracketed.length).trim(), kind: 'forward' };
  // RFC 5256 subj-fwd: "[Fwd: subject]", which old Mozilla nests, also with what follows the bracket.
  if (subject.startsWith('[')) {
    const inner = leadingPrefix(subject.slice(1).trimStart());
    if (inner !== null) {
      const body = subject.slice(1).trimStart().slice(inner.length);
      return { rest: (body.endsWith(']') ? body.slice(0, -1) : body.replace(']', '')).trim(), kind: inner.kind };
    }
  }
  if (after && kindOf(subject) !== null && subject.length <= 4) return { rest: '', kind: kindOf(subject) ?? 'reply' };
  return null;
}

/** A list's tag (`[dev]`, `[dev #12]`) at the beginning: kept, since it tells threads apart, but looked behind. */
const TAG = /^(?:\[[^[\]]{1,60}\]\s*)+/u;

/**
 * The subject without reply and forward marks of mail programs in many languages, `''` where nothing else was there.
 * List tags in square brackets stay where they are; marks behind them go as well. At most 60 marks are taken off; below
 * that it is idempotent. Linear in the length.
 */
export function baseSubject(subject: string): string {
  return stripped(subject.replace(/\s+/gu, ' ').trim(), MARK_LIMIT);
}

function stripped(subject: string, budget: number): string {
  let rest = subject;
  let left = budget;
  for (let peeled = false; left > 0; left--, peeled = true) {
    const trailer = TRAILER.exec(rest.slice(-12))?.[0];
    const next = peel(rest, peeled) ?? (trailer === undefined ? null : { rest: rest.slice(0, -trailer.length).trim() });
    if (next === null) break;
    rest = next.rest;
  }
  const tag = TAG.exec(rest.slice(0, 300))?.[0];
  if (tag === undefined || tag.length >= rest.length || left <= 0) return rest;
  const inner = stripped(rest.slice(tag.length), left - 1);
  return `${tag.trimEnd()}${inner === '' ? '' : ` ${inner}`}`;
}

/** The kind of the outermost mark, `null` where the subject has none. A list's tag in front of it is looked behind. */
function subjectKind(subject: string): 'reply' | 'forward' | null {
  const trimmed = subject.slice(0, 400).replace(/\s+/gu, ' ').trim();
  const outer = peel(trimmed, false);
  if (outer !== null) return outer.kind;
  const tag = TAG.exec(trimmed)?.[0];
  return tag === undefined ? null : (peel(trimmed.slice(tag.length), false)?.kind ?? null);
}

/**
 * Whether a mail program marked this subject as an answer.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function isReplySubject(subject: string): boolean {
  return subjectKind(subject) === 'reply';
}

/**
 * Whether a mail program marked this subject as a forwarded mail (the outermost mark counts: `Re: Fwd: x` is an
 * answer).
 */
export function isForwardSubject(subject: string): boolean {
  return subjectKind(subject) === 'forward';
}

/** The subject of a mail that is forwarded: `Fwd: ` once, before the base. */
export function forwardSubject(subject: string): string {
  const base = baseSubject(subject);
  return base === '' ? 'Fwd:' : `Fwd: ${base}`;
}

/** The subject of an answer: `Re: ` (RFC 5322 section 3.6.5) once, before the base. */
export function replySubject(subject: string): string {
  const base = baseSubject(subject);
  return base === '' ? 'Re:' : `Re: ${base}`;
}

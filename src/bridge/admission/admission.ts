/** Who may enter a room by mail, and who is told that they may not. */
import { domainToUnicode } from 'node:url';
import { addressKey, domainOf } from '../../mail/address.ts';
import type { AuthenticationVerdict } from '../../mail/authentication/verdict.ts';
import type { Address, MailKind } from '../../mail/types.ts';
import type { ThreadId } from '../types.ts';

/** One line of an allow or block list. */
export interface AdmissionRule {
  readonly effect: 'allow' | 'block';
  /**
   * `bob@x.example`; `@x.example` or `x.example` for the domain itself; with `*` for any characters within one of both:
   * `*.x.example`, `news*@x.example`, `*` for everybody. Without case.
   */
  readonly pattern: string;
  /** The thread whose room it holds for; null for the whole account. */
  readonly thread: ThreadId | null;
}

export interface AdmissionFacts {
  readonly sender: Address | null;
  readonly verdict: AuthenticationVerdict;
  /** The thread that the mail joins; null for one that it opens. */
  readonly thread: ThreadId | null;
  /** Whether the sender had no part in it (`ThreadDecision.newcomer`). */
  readonly newcomer: boolean;
  readonly rules: readonly AdmissionRule[];
  /** Whether the room has opened itself to mail of anybody with a pass. */
  readonly open: boolean;
  /** Whether a member has said yes to this sender in this room. */
  readonly welcomed: boolean;
  /** What becomes of somebody new who answers a mail of ours. */
  readonly newcomers: 'shown' | 'refused';
}

/** `marked`: shown as who answered a mail that went to somebody else, until a member says yes. */
export type Admission =
  | {
      readonly enter: true;
      readonly marked: boolean;
      readonly by: 'new-thread' | 'participant' | 'allowed' | 'welcomed' | 'open' | 'newcomer';
    }
  | { readonly enter: false; readonly by: 'blocked' | 'newcomer' };

/** Decides. A block holds for whoever claims the address; an allowance only for who has shown to have it. */
export function admissionOf(facts: AdmissionFacts): Admission {
  const rule = ruleFor(facts.sender, facts.thread, facts.rules);
  if (rule?.effect === 'block') return { enter: false, by: 'blocked' };
  if (facts.thread === null) return { enter: true, marked: false, by: 'new-thread' };
  if (!facts.newcomer) return { enter: true, marked: false, by: 'participant' };
  if (facts.verdict === 'pass') {
    if (facts.welcomed) return { enter: true, marked: false, by: 'welcomed' };
    if (rule !== null) return { enter: true, marked: false, by: 'allowed' };
    if (facts.open) return { enter: true, marked: false, by: 'open' };
  }
  return facts.newcomers === 'shown' ? { enter: true, marked: true, by: 'newcomer' } : { enter: false, by: 'newcomer' };
}

/**
 * The rule that holds for a sender: of the room before of the account, the more exact before the wider, a block before
 * an allowance.
 */
export function ruleFor(
  sender: Address | null,
  thread: ThreadId | null,
  rules: readonly AdmissionRule[],
): AdmissionRule | null {
  if (sender === null) return null;
  const fitting = rules.filter(
    (rule) => (rule.thread === null || rule.thread === thread) && matchesPattern(sender, rule.pattern),
  );
  const weight = (rule: AdmissionRule) =>
    (rule.thread === null ? 0 : 8) + exactness(rule.pattern) * 2 + (rule.effect === 'block' ? 1 : 0);
  return fitting.toSorted((a, b) => weight(b) - weight(a))[0] ?? null;
}

/**
 * Whether a pattern of a list fits an address. A pattern longer than an address can be fits none.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function matchesPattern(address: Address, pattern: string): boolean {
  const lower = pattern.trim().toLowerCase();
  if (lower === '' || lower.length > 254) return false;
  if (lower === '*') return true;
  const at = lower.lastIndexOf('@');
  const key = addressKey(address);
  const local = key.slice(0, key.lastIndexOf('@'));
  const fitsDomain = wildcardFits(domainOf(address).toLowerCase(), lower.slice(at + 1));
  return fitsDomain && (at <= 0 || wildcardFits(local, lower.slice(0, at)));
}

/** The patterns without wildcards that fit an address. */
export function patternsOf(address: Address): string[] {
  const domain = domainOf(address).toLowerCase();
  return [addressKey(address), domain, `@${domain}`];
}

/**
 * A pattern as it is kept: trimmed, in lower case, without angle brackets, the domain in its Unicode form as addresses
 * have it. Null for what is none.
 */
export function readPattern(text: string): string | null {
  const bare = text.trim().replace(/^<(.*)>$/, '$1').replace(/^mailto:/i, '').toLowerCase(); // prettier-ignore
  if (bare === '*') return bare;
  const at = bare.lastIndexOf('@');
  const domain = bare.slice(at + 1);
  if (bare.length > 254 || !/^[^\s@<>,;"']+$/u.test(domain) || /[\s<>,;\p{Cc}]/u.test(bare)) return null;
  // A word without a dot is a slip, not a domain; `localhost` has no mail that one would block.
  if (!/[.*]/.test(domain)) return null;
  const isPunycode = domain.includes('xn--') && !domain.includes('*');
  return `${bare.slice(0, at + 1)}${isPunycode ? domainToUnicode(domain) : domain}`;
}

/** Three for an address, two for a domain, one and none for what has wildcards. */
function exactness(pattern: string): number {
  if (pattern.trim() === '*') return 0;
  if (pattern.includes('*')) return 1;
  return pattern.lastIndexOf('@') > 0 ? 3 : 2;
}

/**
 * Whether a text is that of a pattern in which `*` stands for any characters. Without backtracking: each piece at its
 * first place behind the one before, the last at the end.
 */
export function wildcardFits(text: string, pattern: string): boolean {
  const pieces = pattern.split('*');
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** A day, milliseconds: who was told of a refusal is not told again before it is over. */
const DAY = 86_400_000;

/**
 * Whether a sender is told that a mail was refused: only who has shown to be the sender (anybody else's address is the
 * victim of a forger), never a machine, at most once a day.
 *
 * @param facts.lastTold when this sender was told last, milliseconds; null for never
 */
export function mayTellRefusal(facts: {
  readonly verdict: AuthenticationVerdict;
  readonly kind: MailKind;
  readonly lastTold: number | null;
  readonly now: number;
}): boolean {
  if (facts.verdict !== 'pass' || facts.kind !== 'message') return false;
  return facts.lastTold === null || facts.now - facts.lastTold >= DAY;
}

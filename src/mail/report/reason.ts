import type { ReportReason } from './reason-kind.ts';
import { sayings } from './sayings.ts';

/** What is known of one refusal. */
export interface Refusal {
  /** Enhanced status (RFC 3463), as `5.1.1`, or null. */
  readonly status: string | null;
  /** The words of the refusing server or of the reporting one, with all codes that stand in them. */
  readonly words: string;
  /** What the words show to have been refused: MAIL, RCPT or the content; null where they do not tell. */
  readonly at: 'sender' | 'recipient' | 'content' | null;
  /** Whether the words are tied to the recipient by the fields of RFC 3464, not only by where they stand in a text. */
  readonly formal: boolean;
}

export interface RefusalVerdict {
  readonly reason: ReportReason;
  /**
   * Whether the address itself is bad for good: another mail to it will fare no better. Only where that is certain,
   * since a bad address is paused: "user unknown" that is said after the content came may as well be a filter's
   * pretext.
   */
  readonly hard: boolean;
}

const hardReasons: ReadonlySet<ReportReason> = new Set(['unknown-user', 'unknown-host', 'moved', 'no-mail-host']);

/**
 * Decides by the words first, for servers choose them with more care than codes; by the status where the words say
 * nothing.
 */
export function judge(refusal: Refusal): RefusalVerdict {
  const reason = byWords(refusal) ?? byStatus(refusal.status);
  // A server that does not want the sender has said nothing about the recipient.
  if (refusal.at === 'sender' && hardReasons.has(reason)) return { reason: 'policy', hard: false };
  // A server that writes 4.x.x has not given the address up, whatever its words; 4.1.x is about the address itself (RFC
  // 3463 section 3.2).
  const open = refusal.status?.startsWith('4.') === true && !refusal.status.startsWith('4.1.');
  return { reason, hard: hardReasons.has(reason) && !open };
}

function byWords({ status, words, at, formal }: Refusal): ReportReason | null {
  const text = words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    // IronPort puts this before whatever the other server said.
    .replace(/unknown address error \d{3}/g, '')
    .slice(0, 4000)
    .trim();
  const found = sayings.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (found !== 'unknown-user' || (status !== null && /^5\.1\.(?![78]$)/.test(status))) return found;
  // A refusal after the content came, or one that names nobody (`550 : User unknown`), may be a filter's pretext; so
  // may one outside the fields of RFC 3464 for which nothing but a code stands. Words that say more than "user unknown"
  // are no pretext where a recipient's own fields hold them.
  const pretext = /(?:unknown user|user unknown|no such user)/.test(text);
  if (formal) return !pretext || (at !== 'content' && !/^\d{3} : /.test(text)) ? found : 'refused';
  const certain = at === 'recipient' || (at === null && !/\b55[0-9]\b/.test(text));
  return certain ? found : 'refused';
}

/** RFC 3463 section 3 and the IANA registry of enhanced status codes; 5.1.7 and 5.1.8 are about the sender. */
const statuses: readonly (readonly [RegExp, ReportReason])[] = [
  [/^[45]\.1\.[01346]$/, 'unknown-user'],
  [/^[45]\.1\.2$/, 'unknown-host'],
  [/^[45]\.1\.10$/, 'no-mail-host'],
  // Gmail says 4.2.1 of whom too much is written to; other servers of a mailbox that is in use.
  [/^4\.2\.1$/, 'rate'],
  [/^5\.2\.1$/, 'disabled'],
  [/^[45]\.2\.2$/, 'mailbox-full'],
  [/^[45]\.[23]\.[34]$/, 'too-large'],
  [/^5\.4\.4$/, 'unknown-host'],
  [/^[45]\.4\.6$/, 'loop'],
  [/^[45]\.4\.7$/, 'expired'],
  [/^[45]\.4\.\d+$/, 'network'],
  [/^[45]\.7\.(?:2[0-7]|509)$/, 'authentication'],
  [/^[45]\.7\.\d+$/, 'policy'],
];

function byStatus(status: string | null): ReportReason {
  if (status === null) return 'other';
  return statuses.find(([pattern]) => pattern.test(status))?.[1] ?? (status.startsWith('5') ? 'refused' : 'other');
}

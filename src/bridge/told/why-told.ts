/** Why a mail stands in its conversation, and whether it is from whom it says, in words. Pure. */
import { unreadReason } from '../../words/unread.ts';
import { isVariant, words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { BelongingRow, UserId } from '../types.ts';

/** Pieces of evidence that are told. */
const TOLD = 20;

/** Attempts at recipients that are told, the latest. */
const ATTEMPTS_TOLD = 30;

/** What one attempt to hand a mail of ours to the relay came to, for one recipient. */
interface AttemptFacts {
  /** From 1. */
  readonly attempt: number;
  readonly at: Date;
  readonly address: string;
  readonly outcome: 'accepted' | 'deferred' | 'refused' | 'not-sent' | 'unknown';
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly words: string;
}

/** What was found out about a mail when it was decided. */
export interface WhyFacts {
  /** How its conversation was found. */
  readonly decision: string;
  /** Of a sender who had no part in it then; null for everybody else. */
  readonly row: BelongingRow | null;
  /** Who put it there since; null where nobody did. */
  readonly placedBy: UserId | null;
  /** Attempts at a mail of ours, the first first; none for others. */
  readonly attempts: readonly AttemptFacts[];
  /** Null for mails of our own people. */
  readonly sender: {
    readonly verdict: string;
    readonly reason: string;
    readonly marks: readonly string[];
    readonly evidence: readonly { readonly said: string; readonly by: string }[];
  } | null;
}

/** How a mail finds its conversation by a mail of others: what its sender is to the conversation decided then. */
const BY_NAMING: ReadonlySet<string> = new Set(['in-reply-to', 'references']);

/** The answer to `!mail why`. */
export function renderWhy({ decision, row, placedBy, sender, attempts }: WhyFacts, reader: Reader): NoticeContent {
  const say = words(reader.language);
  const unread =
    sender?.reason === 'not-readable' ? say('thread-why-other', { reason: unreadReason(decision, say) }) : decision;
  const known = isVariant('thread-reason-', decision) ? say(`thread-reason-${decision}`) : unread;
  const reason = row !== null && BY_NAMING.has(decision) ? say(`thread-why-belongs-${row.relation}`) : known;
  const place = [
    say('sender-why-thread', { reason }),
    ...(placedBy === null ? [] : [say('sender-why-thread', { reason: say('thread-why-placed', { user: placedBy }) })]),
  ];
  if (sender === null) return renderLines([...place, say('sender-why-ours'), ...attemptLines(attempts, reader)]);
  return renderLines([
    ...place,
    say('sender-why-sender', senderWords(sender, say)),
    ...(sender.marks.length === 0
      ? []
      : [say('sender-why-marked', { marks: sender.marks.map((mark) => markWords(mark, say)).join(', ') })]),
    ...sender.evidence.slice(0, TOLD).map((one) => say('sender-why-by', { said: one.said, by: one.by })),
  ]);
}

function senderWords({ verdict, reason }: NonNullable<WhyFacts['sender']>, say: Say) {
  return {
    verdict: isVariant('sender-verdict-', verdict) ? say(`sender-verdict-${verdict}`) : verdict,
    reason: isVariant('sender-reason-', reason) ? say(`sender-reason-${reason}`) : reason,
  };
}

function markWords(mark: string, say: Say): string {
  return isVariant('sender-mark-', mark) ? say(`sender-mark-${mark}`) : mark;
}

function attemptLines(attempts: readonly AttemptFacts[], { language, zone }: Reader): string[] {
  if (attempts.length === 0) return [];
  const say = words(language);
  const lines = attempts
    .slice(-ATTEMPTS_TOLD)
    .map(({ attempt, at, address, outcome, code, enhanced, words: reply }) => {
      const answer = [code ?? '', enhanced ?? '', reply].join(' ').replace(/\s+/g, ' ').trim();
      const line = say(`attempt-${outcome}`, { attempt, time: shortTime(at, zone), address });
      return `${line}${answer === '' ? '' : ` (${answer})`}`;
    });
  return [say('attempt-list'), ...lines];
}

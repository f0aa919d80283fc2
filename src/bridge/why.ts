/** Why a mail stands in its conversation, and whether it is from whom it says, in words. Pure. */
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { PlaceReason, ThreadWords } from '../mail/words-thread.ts';
import { renderLines } from './commands.ts';
import type { Rendered } from './commands.ts';
import type { UserId } from './types.ts';

/** Pieces of evidence that are told. */
const TOLD = 20;

/** What was found out about a mail when it was decided. */
export interface WhyFacts {
  /** How its conversation was found. */
  readonly decision: string;
  /** Who put it there since; null where nobody did. */
  readonly placedBy: UserId | null;
  /** Null for mails of our own people. */
  readonly sender: {
    readonly verdict: string;
    readonly reason: string;
    readonly marks: readonly string[];
    readonly evidence: readonly { readonly said: string; readonly by: string }[];
  } | null;
}

/** The answer to `!mail why`. */
export function renderWhy({ decision, placedBy, sender }: WhyFacts, language: Language): Rendered {
  const say = words(language).sender;
  const { thread } = words(language);
  const unread = sender?.reason === 'not-readable' ? thread.whyOther(decision) : decision;
  const reason = isPlaceReason(decision, thread.why) ? thread.why[decision] : unread;
  const place = [say.whyThread(reason), ...(placedBy === null ? [] : [say.whyThread(thread.whyPlaced(placedBy))])];
  if (sender === null) return renderLines([...place, say.whyOurs]);
  return renderLines([
    ...place,
    say.whySender(sender.verdict, sender.reason),
    ...(sender.marks.length === 0 ? [] : [say.whyMarked(sender.marks.join(', '))]),
    ...sender.evidence.slice(0, TOLD).map((one) => say.whyBy(one.said, one.by)),
  ]);
}

function isPlaceReason(text: string, known: ThreadWords['why']): text is PlaceReason {
  return Object.hasOwn(known, text);
}

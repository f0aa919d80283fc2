/** Who is told by mail that a mail was not let in. */
import { mayTellRefusal } from '../admission/admission.ts';
import { stopReasonOf, CAUSED_RATES } from '../loops/loop-guard.ts';
import { wayOf } from '../loops/way.ts';
import type { Way } from '../loops/way.ts';
import type { Address } from '../../mail/types.ts';
import { settingsOf } from './admit-mail.ts';
import type { WholeMailFacts } from './arrival.ts';

/**
 * Refusals that an account tells within an hour, to whomever: whoever passes with a domain of their own has addresses
 * without end.
 */
const TOLD_PER_HOUR = 60;

/**
 * The sender, if they have shown to be it, are no machine, want an answer, and were not told within a day; else null.
 * Null too where nobody asked when senders were told (`Lookups.refusals`).
 */
export function refusalTo({ account, content, lookups }: WholeMailFacts): Address | null {
  const { mail, verdict } = content;
  const { refusals } = lookups;
  const [from] = mail.from;
  if (from === undefined || verdict === null || refusals === null) return null;
  if (settingsOf(account).refusals === 'silent') return null;
  // RFC 3834 section 2: whoever has no return path wants no answer.
  if (mail.header.returnPaths.includes('null')) return null;
  const { lastTold, now, lately } = refusals;
  if (lately >= TOLD_PER_HOUR || goesRound(wayOf(mail), content.ids.hops.known)) return null;
  return mayTellRefusal({ verdict: verdict.verdict, kind: mail.kind, lastTold, now }) ? from.address : null;
}

/** Whether a mail has been here before, or at too many places (`stopReasonOf`). */
function goesRound(way: Way, own: readonly string[]): boolean {
  const state = { buckets: { 'sender-in-thread': null, sender: null, thread: null, account: null }, latched: false };
  const context = { own, author: 'machine', rates: CAUSED_RATES, now: 0 } as const;
  return stopReasonOf({ way, circle: null }, state, context).reason !== null;
}

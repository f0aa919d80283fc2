/** Drafts: whose yes counts, and what exactly it is said to. Pure. */
import { createHash } from 'node:crypto';
import type { Draft } from '../../mail/types.ts';
import { isNobody, meantFor } from '../recipients/recipients.ts';
import type { Recipients, UserId } from '../types.ts';

/** What is known as somebody sets ✅ on a draft. */
export interface YesFacts {
  readonly by: UserId;
  /** Whether they may send mail here. */
  readonly maySend: boolean;
  readonly author: UserId;
  /** Who gave it its present words, where that is not its author. */
  readonly changedBy: UserId | null;
  /** Whether it stands on the message that shows what would leave now. */
  readonly onShown: boolean;
  /** Whether its bytes are fixed, or it was taken back. */
  readonly over: boolean;
  readonly recipients: Recipients;
}

/**
 * - counts: it is mailed, and says so.
 * - may-not: whoever may not send says yes to nothing.
 * - own: nobody says yes to their own words, nor to a mail that bears their name.
 * - not-shown: it stands on a message of the draft, or on a version that was changed since.
 * - nobody: there is nobody to get it.
 * - over: it has left, or was taken back.
 */
export type YesDecision = 'counts' | 'may-not' | 'own' | 'not-shown' | 'nobody' | 'over';

/** Whether a ✅ on a draft is the yes that mails it. */
export function decideYes(facts: YesFacts): YesDecision {
  if (facts.over) return 'over';
  if (!facts.maySend) return 'may-not';
  if (facts.by === facts.author || facts.by === facts.changedBy) return 'own';
  if (!facts.onShown) return 'not-shown';
  return isNobody(meantFor(facts.recipients)) ? 'nobody' : 'counts';
}

/**
 * The hash of all that a yes is said to: sender, people, subject, words in both forms, files, and what it answers. The
 * bytes are made of the same draft and of nothing else that people write. Hex, SHA-256.
 */
export function draftHash(draft: Draft, bcc: Recipients): string {
  const { from, to, cc, subject, inReplyTo, text, html, files, reaction = null } = draft;
  const people = [from, ...to, null, ...cc, null, ...(meantFor(bcc).bcc ?? [])].map((one) =>
    one === null ? null : [one.name, one.address],
  );
  // An address of a file of a homeserver stands for the same bytes for ever (spec, "content repository").
  const attached = files.map(({ key, name, type, contentId }) => [key, name, type, contentId]);
  const whole = [people, subject, inReplyTo, text, html, attached, reaction];
  return createHash('sha256').update(JSON.stringify(whole), 'utf8').digest('hex');
}

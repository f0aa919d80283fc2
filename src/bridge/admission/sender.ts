/**
 * As whom a mail is shown in its room. A passing sender speaks through the ghost of the address; a failing one never
 * does: it comes from another ghost, visibly marked, or from the bot that quotes the claim. Pure policy over a verdict
 * (`mail/authentication/verdict.ts`).
 */
import { addressKey } from '../../mail/address.ts';
import type { SenderVerdict } from '../../mail/authentication/verdict.ts';
import type { Address, Person } from '../../mail/types.ts';
import { addressesInName, imitates, mixesScripts, safeName, turnsDirection } from './look-alikes.ts';

export interface SenderPolicy {
  /**
   * Whose check the account goes by. none: nobody's, for closed networks where whoever can send is known; receiver:
   * what its own mail server wrote; own: that, and where it is silent our own check.
   */
  readonly authentication: 'none' | 'receiver' | 'own';
  /** How a sender who failed is shown. */
  readonly failing: 'marked' | 'bot';
  /** Whether an address is one of our own people's or the account's own. */
  readonly isInternal: (address: Address) => boolean;
}

export interface SenderFacts {
  readonly verdict: SenderVerdict;
  readonly from: readonly Person[];
  /** Whether From is a group (RFC 6854 allows it): its people may not even know of the mail. */
  readonly group: boolean;
  /** Whose names nobody else may bear unmarked: the bot, every account with its team and its rooms. */
  readonly known: readonly { readonly name: string; readonly address: Address | null }[];
}

/** Why a sender is marked, most serious first; worded by whoever shows it. */
export type MarkReason =
  | 'failed'
  | 'other-login'
  | 'no-from'
  | 'several-from'
  | 'group'
  | 'unchecked'
  /** Only the group that it came through says who wrote it (`mail/authentication/through-group.ts`). */
  | 'group-only'
  /** Answers a mail that went to somebody else (`bridge/admission/admission.ts`). */
  | 'newcomer'
  | 'imitates'
  | 'address-in-name'
  | 'turned-name'
  | 'mixed-scripts';

export type SuspicionReason =
  /** An address of our own people, and nobody has shown that it comes from them. */
  | 'internal-claimed'
  /** DMARC failed, and the domain asks for that to be rejected or quarantined (RFC 9989 section 4.7). */
  | 'dmarc-policy';

export type ShownSender =
  /** The address's own ghost (for one of the team: the bot, which names them). */
  | { readonly as: 'self'; readonly address: Address; readonly name: string }
  /** A ghost of its own (`GhostCodec.claimed`), whose name shows the address and the mark. */
  | { readonly as: 'marked'; readonly address: Address; readonly name: string; readonly why: readonly MarkReason[] }
  /** The bot, which quotes what From claims; `claim` is '' where it claims nothing. */
  | { readonly as: 'bot'; readonly claim: string; readonly why: readonly MarkReason[] };

export type SenderDecision =
  | ShownSender
  | {
      readonly as: 'held';
      readonly reason: SuspicionReason;
      /** How it is shown when somebody accepts it. */ readonly then: ShownSender;
    };

/**
 * Decides. Total; the same facts give the same speaker. `self` only ever for one address that passed, or in an account
 * without checks.
 */
export function decideSender(facts: SenderFacts, policy: SenderPolicy): SenderDecision {
  const { verdict, from } = facts;
  const why = marksOf(facts, policy);
  const [first] = from;
  const claimsInternal = from.some(({ address }) => policy.isInternal(address));
  if (claimsInternal && !shownInside(verdict, policy)) {
    // Who accepts it says that it may be read, not that it is theirs.
    const then = showAs(first, why.length === 0 ? ['unchecked'] : why, verdict, policy);
    return { as: 'held', reason: 'internal-claimed', then };
  }
  const shown = showAs(first, why, verdict, policy);
  if (verdict.verdict === 'fail' && (verdict.policy === 'reject' || verdict.policy === 'quarantine'))
    return { as: 'held', reason: 'dmarc-policy', then: shown };
  return shown;
}

/**
 * Whether an internal address is ours to believe: it passed; or somebody of ours had logged in, if under another name;
 * or the account checks nothing, and its trace does not show that the mail came from outside.
 */
function shownInside(verdict: SenderVerdict, policy: SenderPolicy): boolean {
  if (verdict.verdict === 'pass' || verdict.internal) return true;
  return policy.authentication === 'none' && verdict.verdict === 'unchecked' && !verdict.outside;
}

function showAs(
  first: Person | undefined,
  why: readonly MarkReason[],
  verdict: SenderVerdict,
  policy: SenderPolicy,
): ShownSender {
  if (first === undefined) return { as: 'bot', claim: '', why };
  const name = safeName(first.name);
  if (why.length === 0) return { as: 'self', address: first.address, name: name === '' ? first.address : name };
  if (policy.failing === 'bot' && verdict.verdict === 'fail') {
    return { as: 'bot', claim: name === '' ? first.address : `${name} <${first.address}>`, why };
  }
  return { as: 'marked', address: first.address, name, why };
}

function marksOf({ verdict, from, group, known }: SenderFacts, policy: SenderPolicy): MarkReason[] {
  const why: MarkReason[] = [];
  switch (verdict.verdict) {
    case 'pass':
      break;
    case 'unchecked':
      if (verdict.reason === 'group') why.push('group-only');
      else if (policy.authentication !== 'none') why.push('unchecked');
      break;
    case 'fail':
      why.push(failureOf(verdict));
  }
  if (group) why.push('group');
  const [first] = from;
  if (first !== undefined) why.push(...nameMarks(first, known, verdict, policy));
  return why;
}

function failureOf({ reason }: SenderVerdict): MarkReason {
  return reason === 'several-from' || reason === 'no-from' || reason === 'other-login' ? reason : 'failed';
}

/** What is wrong with a display name. A name is the sender's to choose; who it belongs to is not. */
function nameMarks(
  { name, address }: Person,
  known: SenderFacts['known'],
  verdict: SenderVerdict,
  policy: SenderPolicy,
): MarkReason[] {
  const why: MarkReason[] = [];
  const others = known.filter((one) => one.address === null || addressKey(one.address) !== addressKey(address));
  // Two of our own people may bear the same name.
  const trusted = verdict.verdict === 'pass' && policy.isInternal(address);
  if (!trusted && others.some((one) => imitates(name, one.name))) why.push('imitates');
  if (addressesInName(name).some((held) => held !== addressKey(address).normalize('NFKC'))) why.push('address-in-name');
  if (turnsDirection(name)) why.push('turned-name');
  if (mixesScripts(name)) why.push('mixed-scripts');
  return why;
}

/**
 * The display name of a marked ghost: the address first, since it is what can be checked, then the mark, then the
 * claimed name in quotation marks where it says more. No name can look like an unmarked one.
 *
 * @param mark "not verified" in the language of the account
 */
export function markedName(person: Pick<Person, 'name' | 'address'>, mark: string): string {
  const name = safeName(person.name)
    .replace(/["“”„«»<>@＠]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const same = person.name.trim().toLowerCase() === person.address.toLowerCase();
  const claimed = name === '' || same ? '' : ` “${name}”`;
  return `⚠ ${person.address} (${mark})${claimed}`;
}

/** What becomes of a mail that arrived. One pure function over everything that was looked up (`ArrivalFacts`). */
import { isOwnAddress } from '../account/account.ts';
import type { Account } from '../account/account.ts';
import type { ShownSender } from '../admission/sender.ts';
import type { ReportSource } from '../delivery/status.ts';
import { decideFlood } from '../admission/flood.ts';
import type { FloodDecision } from '../admission/flood.ts';
import { decideOldMail } from '../admission/old-mail.ts';
import { effectsOf } from '../loops/effects.ts';
import { organisationOf } from '../thread/organisation.ts';
import type { EnteredAs } from '../thread/thread-people.ts';
import type { ThreadId } from '../types.ts';
import { domainOf } from '../../mail/address.ts';
import type { MailKind, ParsedMail } from '../../mail/types.ts';
import { admitMail, blockedBy } from './admit-mail.ts';
import type { Admitted, KeptOut } from './admit-mail.ts';
import type {
  Arrival,
  ArrivalFacts,
  ArrivingMail,
  ReadArrival,
  UnreadReason,
  ShownMessage,
  UnreadArrival,
  UnreadMailFacts,
  WholeMailFacts,
} from './arrival.ts';
import { decideCopyNews, decideOwnCopy } from './copies.ts';
import { decideReaction, isReaction } from './decide-reaction.ts';
import { decidePlacement, isInsider, listOf } from './placement.ts';
import type { MailPlacement } from './placement.ts';
import { refusalTo } from './refusal.ts';
import { senderStanding } from './sender-standing.ts';
import type { SenderStanding } from './sender-standing.ts';

type Unreadable = Extract<UnreadArrival, { readonly is: 'unreadable' }>;

/**
 * Decides. Rules in this order: what cannot be read is told of · a probe of ours, what was erased and a copy are
 * nobody's news · nor is what was brought in as old mail · old mail in quantity waits · a suspected mail waits, unless
 * a rule of the whole account blocks its sender · who is not let in is not shown · a reaction stands on the message
 * that it is about, or in the lobby · a report or an automatic answer without a thread goes to the lobby, mail to many
 * where the account gathers it · the rest is a message of a thread.
 */
export function decideArrival(facts: WholeMailFacts): ReadArrival;
export function decideArrival(facts: UnreadMailFacts): UnreadArrival;
export function decideArrival(facts: ArrivalFacts): Arrival;
export function decideArrival(facts: ArrivalFacts): Arrival {
  const { content } = facts;
  switch (content.read) {
    case 'nothing':
      if (waitsAsOld(facts)) return { is: 'unreadable-old', reason: content.failure };
      return {
        is: 'unreadable',
        reason: content.failure,
        place: null,
        ...unreadAs(facts.role, true),
        ...crowding(facts, null),
        quiet: facts.quiet === true,
      };
    case 'header':
      return decideUnreadable({ ...facts, content }, content.failure);
    case 'whole':
      return decideReadable({ ...facts, content });
  }
}

/**
 * Whether the sender of a mail is told by mail that it was not let in, if they were not told before
 * (`Lookups.refusals`): only then it is asked when they were.
 */
export function mayTellSender(facts: WholeMailFacts): boolean {
  const asked = { ...facts, lookups: { ...facts.lookups, refusals: { lastTold: null, now: 0, lately: 0 } } };
  if (refusalTo(asked) === null) return false;
  const arrival = decideArrival(asked);
  return arrival.is === 'kept-out' && arrival.tell !== null;
}

function decideUnreadable(facts: ArrivingMail, reason: UnreadReason): UnreadArrival {
  const { role, content } = facts;
  const placement = decidePlacement(facts, null);
  if (placement.do === 'ignore') {
    return { is: 'unreadable-copy', reason, ...decideOwnCopy(role, content.ids.messageId, placement.first) };
  }
  if (waitsAsOld(facts)) return { is: 'unreadable-old', reason };
  const { thread, reason: found, opens, link, row, index } = placement;
  return {
    is: 'unreadable',
    reason,
    place: { thread, reason: found, opens, link, row, index },
    ...unreadAs(role, opens),
    ...(opens ? crowding(facts, content.mail) : ROOMY),
    quiet: facts.quiet === true,
  };
}

/** Whether a mail is one of many that are older than their account, and nobody has said what becomes of them. */
function waitsAsOld({ released, letIn, lookups }: ArrivalFacts): boolean {
  const { old } = lookups;
  return old !== null && !released && letIn !== true && decideOldMail(old) === 'waits';
}

const ROOMY = { crowded: false, spent: [] } as const;

/** Whether a mail that cannot be read has a room of its own; nobody vouches for it. The bot speaks there. */
function crowding(
  { account, role, letIn, lookups }: ArrivalFacts,
  mail: ParsedMail | null,
): Pick<Unreadable, 'crowded' | 'spent'> {
  const { flood } = lookups;
  if (flood === null || account.flood === undefined || role === 'sent' || letIn === true) return ROOMY;
  const decision = decideFlood({
    limits: account.flood,
    checks: account.senders.authentication !== 'none',
    verified: false,
    domain: senderDomain(mail),
    opens: true,
    newSender: false,
    newOthers: 0,
    at: flood.at,
    buckets: flood.buckets,
  });
  return { crowded: decision.do === 'overflow', spent: decision.spent };
}

/** Nobody looks at the sender of a mail that cannot be read: only where it lies counts. */
function unreadAs(role: 'watched' | 'sent', opens: boolean): Pick<Unreadable, 'direction' | 'entered'> {
  if (role === 'sent') return { direction: 'colleague', entered: 'ours' };
  return { direction: 'in', entered: opens ? 'opened' : 'joined' };
}

function decideReadable(facts: WholeMailFacts): ReadArrival {
  const { account, role, released, content } = facts;
  const { mail, verdict, ids } = content;
  if (ids.probed !== null) return { is: 'probe', reason: 'probe', address: ids.probed };
  if (facts.lookups.isErased) return { is: 'left', reason: 'erased' };
  // What nobody vouches for any more after years is shown as such, where somebody let all of it in.
  const sender = senderStanding(account, mail, verdict, released || facts.quiet === true);
  const placement = decidePlacement(facts, sender.shown);
  if (placement.do === 'ignore') {
    const { reason, first } = placement;
    if (reason === 'own-mail') return { is: 'own-copy', reason, ...decideOwnCopy(role, ids.messageId, first) };
    return { is: 'copy', reason, first, news: decideCopyNews(first, sender.shown, mail) };
  }
  // Somebody moved it in the mailbox, and it stands in its room already.
  if (facts.lookups.old?.imported === true) return { is: 'left', reason: 'imported' };
  if (waitsAsOld(facts)) return { is: 'old', reason: 'old' };
  if (sender.is === 'suspected') {
    const blocked = blockedBy(facts, sender.shown, null);
    return blocked === null
      ? { is: 'suspected', reason: sender.reason, record: sender.record }
      : keptOut(facts, blocked);
  }
  return decideShown(facts, sender, placement);
}

function decideShown(
  facts: WholeMailFacts,
  sender: SenderStanding,
  placement: Extract<MailPlacement, { readonly do: 'show' }>,
): ReadArrival {
  const { thread, reason, opens, link, row } = placement;
  const admission = admitMail(facts, sender, placement);
  if (admission.do === 'keep-out') return keptOut(facts, admission);
  if (isReaction(facts)) return decideShownReaction(facts, sender, placement, admission);
  if (admission.to === 'lobby') {
    if (facts.quiet === true) return { is: 'left', reason: 'old: of no conversation' };
    const { notice } = effectsOf(facts.content.mail.kind);
    return { is: 'lobby', reason, shown: admission.shown, notice };
  }
  const flood = decideCrowd(facts, sender, admission, opens);
  if (flood.do === 'overflow') {
    const { why: reason, told, spent } = flood;
    return { is: 'overflow', reason, told, spent };
  }
  const crowd = { cast: flood.cast, spent: flood.spent };
  switch (admission.to) {
    case 'list-room': {
      const message = { ...messageOf(facts, sender, placement, admission, false), ...crowd };
      return { is: 'gathered', reason: 'list-room', list: admission.list, message };
    }
    case 'digest': {
      const message = { ...messageOf(facts, sender, placement, admission, false), ...crowd };
      return { is: 'gathered', reason: 'digest', message };
    }
    case 'thread': {
      const message = { ...messageOf(facts, sender, placement, admission, opens), ...crowd };
      return { is: 'message', thread, reason, opens, link, row, message };
    }
  }
}

/** A reaction on its message; one that cannot be placed is told of in the lobby, as far as strangers may fill it. */
function decideShownReaction(
  facts: WholeMailFacts,
  sender: SenderStanding,
  placement: Extract<MailPlacement, { readonly do: 'show' }>,
  admission: Exclude<ReturnType<typeof admitMail>, KeptOut>,
): ReadArrival {
  const { shown } = admission;
  const part = admission.to === 'lobby' ? { newParticipant: null, guest: null } : admission;
  const placed = decideReaction(facts, placement, { ...part, shown });
  if (placed !== null) return placed;
  const { reaction = null } = facts.content;
  if (shown === null || reaction === null || facts.quiet === true) {
    return { is: 'left', reason: 'reaction: of no conversation' };
  }
  const flood = admission.to === 'lobby' ? NO_CROWD : decideCrowd(facts, sender, admission, true);
  if (flood.do === 'overflow') return { is: 'overflow', reason: flood.why, told: flood.told, spent: flood.spent };
  return { is: 'lobby', reason: placement.reason, shown, notice: true, reaction: reaction.emoji, spent: flood.spent };
}

/** Our own people make any number of rooms and ghosts, and whatever a member has let in. */
const NO_CROWD: FloodDecision = { do: 'let-in', cast: 'all', spent: [] };

/** What a mail makes of rooms and ghosts, against what strangers may. */
function decideCrowd(
  facts: WholeMailFacts,
  sender: SenderStanding,
  admission: Exclude<ReturnType<typeof admitMail>, KeptOut | { readonly to: 'lobby' }>,
  opens: boolean,
): FloodDecision {
  const { account, role, released, letIn, content, lookups } = facts;
  const { flood } = lookups;
  if (account.flood === undefined || sender.is === 'own') return NO_CROWD;
  if (isInsider(account, role, content.mail, sender.shown)) return NO_CROWD;
  const checks = account.senders.authentication !== 'none';
  const verified = content.verdict?.verdict === 'pass';
  // Whom the check did not pass may name anybody in To and Cc; a member's yes to the mail is none to them.
  if (released || letIn === true) return { do: 'let-in', cast: verified || !checks ? 'all' : 'sender', spent: [] };
  if (flood === null) return NO_CROWD;
  const shown = admission.shown ?? sender.shown;
  return decideFlood({
    limits: account.flood,
    checks,
    verified,
    domain: senderDomain(content.mail),
    opens: admission.to === 'list-room' ? !flood.listRoom : admission.to === 'thread' && opens,
    newSender: shown.as === 'bot' ? false : shown.as === 'marked' ? !flood.sender.claimed : !flood.sender.self,
    newOthers: flood.newOthers,
    at: flood.at,
    buckets: flood.buckets,
  });
}

/**
 * The domain that a mail claims to be from, that of the organisation where it is one's: subdomains are made at will.
 * Null where From names nobody.
 */
export function senderDomain(mail: Pick<ParsedMail, 'from'> | null): string | null {
  const [from] = mail?.from ?? [];
  if (from === undefined) return null;
  const domain = domainOf(from.address).toLowerCase();
  return organisationOf(domain, []) ?? domain;
}

/**
 * Mail to many that an account ignores is no refusal: its sender is never told; nor is anybody after years, or of a
 * thumb.
 */
function keptOut(facts: WholeMailFacts, { reason, rule }: KeptOut): ReadArrival {
  const ignored = reason === 'lists-ignored' || reason === 'bulk-ignored';
  const untold = ignored || facts.lookups.old !== null || isReaction(facts);
  return { is: 'kept-out', reason, rule, tell: untold ? null : refusalTo(facts) };
}

function messageOf(
  facts: WholeMailFacts,
  sender: SenderStanding,
  { thread, index }: { readonly thread: ThreadId; readonly index: string | null },
  { shown, record, newParticipant, guest }: Admitted,
  opens: boolean,
): Omit<ShownMessage, 'cast' | 'spent'> {
  const { account, role, content } = facts;
  const { mail } = content;
  const effects = effectsOf(mail.kind);
  const insider = isInsider(account, role, mail, sender.shown);
  const quiet = facts.quiet === true;
  // Clients stay silent for a notice (spec, ".m.rule.suppress_notices"): there may be people in that room.
  const hushed = quiet && !opens && facts.lookups.threads.get(thread)?.quiet !== true;
  return {
    direction: directionOf(account, role, mail, shown),
    entered: enteredAs(mail.kind, { insider, newParticipant: newParticipant !== null, opens }),
    shown,
    record,
    newParticipant,
    guest,
    asks: !quiet && newParticipant !== null && guest !== 'list' && mail.from.length > 0 && effects.choosesRecipients,
    notice: effects.notice || hushed,
    quiet,
    index,
    list: newParticipant === null ? listOf(facts) : null,
    report: quiet ? null : reportSource(facts, sender.shown),
  };
}

/** How a mail came into its thread; a report brings nobody in. */
export function enteredAs(
  kind: MailKind,
  by: { readonly insider: boolean; readonly newParticipant: boolean; readonly opens: boolean },
): EnteredAs | 'report' {
  if (kind === 'dsn' || kind === 'mdn' || kind === 'arf') return 'report';
  if (by.insider) return 'ours';
  if (by.newParticipant) return 'newcomer';
  return by.opens ? 'opened' : 'joined';
}

/**
 * A mail in Sent, or one that the account is shown to have written to itself, is a colleague's; everything else comes
 * from outside.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function directionOf(
  account: Account,
  role: 'watched' | 'sent',
  mail: Pick<ParsedMail, 'from'>,
  shown: ShownSender | null,
): 'in' | 'colleague' {
  if (role === 'sent') return 'colleague';
  if (shown !== null && shown.as !== 'self') return 'in';
  const [from] = mail.from;
  return from !== undefined && isOwnAddress(account, from.address) ? 'colleague' : 'in';
}

/** What proves a report about a mail of ours; null where it is about none, and for what lies in Sent. */
function reportSource({ account, content, lookups }: WholeMailFacts, shown: ShownSender | null): ReportSource | null {
  const { reported } = lookups;
  if (reported === null || shown === null) return null;
  const [from, second] = content.mail.from;
  const [path = 'null'] = content.mail.header.returnPaths;
  return {
    by: reported.by,
    returned: reported.returned,
    sender: shown.as === 'self' && second === undefined ? (from?.address ?? null) : null,
    closed: account.senders.authentication === 'none',
    answerable: path !== 'null',
    header: reported.header,
  };
}

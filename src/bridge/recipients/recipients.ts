/**
 * Who gets what is said in a room. Nobody is surprised: the answer depends only on the mail that is answered, and says
 * why. Reply-To chooses where, never who.
 */
import { addressKey, sameAddress } from '../../mail/address.ts';
import type { Address, MessageId, Person } from '../../mail/types.ts';
import type { Addressed, Recipients } from '../types.ts';

/** The facts of a mail of the thread that decide who gets the answer. */
export interface MailPeople {
  readonly messageId: MessageId;
  /** `in` from outside; `out` ours, whether from the room or from a colleague's mail program. */
  readonly direction: 'in' | 'out';
  readonly from: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  /** Whether its sender is shown to be who From says; what is ours is. */
  readonly verified: boolean;
}

/**
 * The recipients of an answer: the people of the mail replied to, else of the latest incoming one (RFC 5322 section
 * 3.6.3). Without addresses of the account, each person once, To before Cc.
 *
 * @param facts.repliedTo the mail of the message that was chosen with Matrix's reply (or the mail of the Matrix
 *   thread's root)
 * @param facts.latestIncoming the newest mail of the thread that came from outside
 * @param facts.latestOutgoing the newest of ours: the recipients of a thread that we began and nobody has answered
 * @param isOwn whether an address belongs to the account, plus-details included
 */
export function recipientsFor(
  facts: {
    readonly repliedTo: MailPeople | null;
    readonly latestIncoming: MailPeople | null;
    readonly latestOutgoing?: MailPeople | null;
  },
  isOwn: (address: Address) => boolean,
): Recipients {
  const { repliedTo, latestIncoming, latestOutgoing = null } = facts;
  if (repliedTo !== null) {
    const chosen = repliedTo.direction === 'in' ? answerTo(repliedTo, isOwn, true) : sameAs(repliedTo, isOwn);
    if (chosen !== null) return chosen;
  }
  if (latestIncoming !== null) {
    const latest = answerTo(latestIncoming, isOwn, false);
    if (latest !== null) return latest;
  }
  if (latestOutgoing !== null) {
    const again = sameAs(latestOutgoing, isOwn);
    if (again !== null) return again;
  }
  return {
    to: [],
    cc: [],
    why: { kind: 'nobody' },
    answers: repliedTo?.messageId ?? latestIncoming?.messageId ?? null,
  };
}

function answerTo(mail: MailPeople, isOwn: (address: Address) => boolean, chosen: boolean): Recipients | null {
  const outside = (people: readonly Person[]) => people.filter((one) => !isOwn(one.address));
  const senders = outside(mail.from);
  const replyTo = outside(mail.replyTo);
  const back = replyTo.length > 0 ? replyTo : senders;
  const of = senders[0]?.address ?? back[0]?.address;
  if (of === undefined) return null;
  const replyToUsed = replyTo.length > 0 && !samePeople(replyTo, mail.from);
  const named = [...mail.to, ...mail.cc].some((one) => isOwn(one.address));
  if (!named) return senderAlone(mail, senders, replyTo, of);
  const to = unique([back, outside(mail.to)]);
  const cc = unique([to, outside(mail.cc)]).slice(to.length);
  const kind = chosen ? 'reply-to-message' : 'latest-incoming';
  return { to, cc, why: { kind, of, replyToUsed, ...markOf(mail) }, answers: mail.messageId };
}

function markOf({ verified }: MailPeople): { readonly unverified?: true } {
  return verified ? {} : { unverified: true };
}

/**
 * A mail for which nobody vouches, as it counts in a conversation that others made: it brings nobody along, and its
 * Reply-To counts only where that leads to those who take part.
 *
 * @param participants their `addressKey`s
 */
export function amongParticipants(
  mail: MailPeople,
  participants: ReadonlySet<string>,
  isOwn: (address: Address) => boolean,
): MailPeople {
  const within = ({ address }: Person) => isOwn(address) || participants.has(addressKey(address));
  const replyTo = mail.replyTo.every(within) ? mail.replyTo : [];
  return { ...mail, replyTo, to: mail.to.filter(within), cc: mail.cc.filter(within) };
}

/** We were in Bcc: an answer to the others, or to a list that Reply-To names, would show them that we got it. */
function senderAlone(mail: MailPeople, senders: Person[], replyTo: Person[], of: Address): Recipients {
  const [only] = replyTo;
  const listed = [...mail.to, ...mail.cc].some((one) => only !== undefined && sameAddress(one.address, only.address));
  const useReplyTo = only !== undefined && replyTo.length === 1 && !listed;
  const to = useReplyTo || senders.length === 0 ? unique([replyTo.slice(0, 1)]) : unique([senders.slice(0, 1)]);
  const replyToUsed = !samePeople(to, mail.from);
  return { to, cc: [], why: { kind: 'bcc-sender-only', of, replyToUsed, ...markOf(mail) }, answers: mail.messageId };
}

function sameAs(mail: MailPeople, isOwn: (address: Address) => boolean): Recipients | null {
  const outside = (people: readonly Person[]) => people.filter((one) => !isOwn(one.address));
  const all = unique([outside(mail.to), outside(mail.cc)]);
  const [first] = all;
  if (first === undefined) return null;
  const to = unique([outside(mail.to)]);
  return {
    to: to.length > 0 ? to : all,
    cc: to.length > 0 ? all.slice(to.length) : [],
    why: { kind: 'same-as-message', of: first.address },
    answers: mail.messageId,
  };
}

/** As `recipientsFor`, for the sender alone of the mail that is answered; null where no mail came from outside. */
export function senderFor(
  facts: { readonly repliedTo: MailPeople | null; readonly latestIncoming: MailPeople | null },
  isOwn: (address: Address) => boolean,
): Recipients | null {
  const mail = facts.repliedTo?.direction === 'in' ? facts.repliedTo : facts.latestIncoming;
  if (mail === null) return null;
  const senders = mail.from.filter((one) => !isOwn(one.address));
  const replyTo = mail.replyTo.filter((one) => !isOwn(one.address));
  const of = senders[0]?.address ?? replyTo[0]?.address;
  if (of === undefined) return null;
  const alone = senderAlone(mail, senders, replyTo, of);
  const replyToUsed = !samePeople(alone.to, mail.from);
  return { ...alone, why: { kind: 'sender-only', of, replyToUsed, ...markOf(mail) } };
}

/** A person with the key by which their address is compared (`addressKey`). */
export interface Keyed extends Person {
  readonly key: string;
}

export function keyed(people: readonly Person[]): Keyed[] {
  return people.map(({ name, address }) => ({ name, address, key: addressKey(address) }));
}

/** Whom people added to the answers of a thread, or took out of them. */
export interface Chosen extends Person {
  /** `none`: gets no answer until they write. `banned`: until somebody says otherwise. */
  readonly field: 'to' | 'cc' | 'bcc' | 'none' | 'banned';
  /** Whether they wrote into the thread since. */
  readonly wroteSince: boolean;
}

/**
 * What the mails say, as people changed it. Who was taken out is in again when they write. The sender who is answered
 * stays in To, whatever was chosen for them before.
 */
export function withChosen(base: Recipients, chosen: readonly Chosen[]): Recipients {
  const counts = new Map(
    chosen
      .filter(({ field, wroteSince }) => field !== 'none' || !wroteSince)
      .map((one) => [addressKey(one.address), one]),
  );
  const of = 'of' in base.why ? addressKey(base.why.of) : null;
  const stays = (one: Person, field: 'to' | 'cc') => {
    const key = addressKey(one.address);
    const choice = counts.get(key)?.field ?? field;
    return choice === field || choice === 'bcc' || (choice === 'cc' && key === of);
  };
  const here = [...base.to.filter((one) => stays(one, 'to')), ...base.cc.filter((one) => stays(one, 'cc'))];
  const there = new Set(here.map((one) => addressKey(one.address)));
  const added = (field: Chosen['field']): Person[] =>
    [...counts]
      .filter(([key, one]) => one.field === field && !there.has(key))
      .map(([, { name, address }]) => ({ name, address }));
  const to = [...base.to.filter((one) => stays(one, 'to')), ...added('to')];
  const cc = [...base.cc.filter((one) => stays(one, 'cc')), ...added('cc')];
  const bcc = added('bcc');
  // Somebody must be addressed, where there is anybody who may be.
  const result = to.length === 0 ? { to: cc, cc: [] } : { to, cc };
  const first = [...result.to, ...bcc][0]?.address;
  if (first === undefined) return { ...base, to: [], cc: [], why: { kind: 'nobody' } };
  if (bcc.length === 0 && sameRecipients(result, base)) return base;
  const why = { kind: 'chosen' as const, of: 'of' in base.why ? base.why.of : first };
  return { ...base, ...result, ...(bcc.length === 0 ? {} : { bcc }), why };
}

/** For whom a mail is meant: also whoever is left out of it, since their address is paused. */
export function meantFor({ to, cc, bcc, meant }: Addressed & { readonly meant?: Addressed | undefined }): Addressed {
  return meant ?? { to, cc, ...(bcc === undefined || bcc.length === 0 ? {} : { bcc }) };
}

/** Whether nobody would get it. */
export function isNobody({ to, cc, bcc = [] }: Addressed): boolean {
  return to.length + cc.length + bcc.length === 0;
}

/**
 * Whether two mails are meant for the same people in the same roles; names, order and whose address is paused do not
 * count.
 */
export function sameRecipients(
  a: Addressed & { readonly meant?: Addressed | undefined },
  b: Addressed & { readonly meant?: Addressed | undefined },
): boolean {
  const [left, right] = [meantFor(a), meantFor(b)];
  return samePeople(left.to, right.to) && samePeople(left.cc, right.cc) && samePeople(left.bcc ?? [], right.bcc ?? []);
}

function samePeople(a: readonly Person[], b: readonly Person[]): boolean {
  const keys = (people: readonly Person[]) => new Set(people.map((one) => addressKey(one.address)));
  const [left, right] = [keys(a), keys(b)];
  return left.size === right.size && [...left].every((key) => right.has(key));
}

/** The lists joined, each address once; the first spelling wins, with the first name that anybody gave it. */
function unique(lists: readonly (readonly Person[])[]): Person[] {
  const seen = new Map<string, Person>();
  for (const person of lists.flat()) {
    const key = addressKey(person.address);
    const known = seen.get(key);
    if (known === undefined) seen.set(key, person);
    else if (known.name === '' && person.name !== '') seen.set(key, { ...known, name: person.name });
  }
  return [...seen.values()];
}

/**
 * What a bridge would know of an account after the mails before: threads, ids, people, invitations. In memory, about a
 * kilobyte a mail; what becomes of a mail is decided by the bridge's own function.
 */
import { isOwnAddress, plainAdmission, plainWriting } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { noLookups } from '../bridge/arrival/arrival.ts';
import type {
  FoundThread,
  JoinableThread,
  MailIds,
  ReactedMessage,
  ShownMessage,
  WholeMailFacts,
} from '../bridge/arrival/arrival.ts';
import type { KnownMessage } from '../bridge/arrival/copies.ts';
import { decideArrival, enteredAs } from '../bridge/arrival/decide-arrival.ts';
import { mailIds, messageIdOf } from '../bridge/arrival/mail-ids.ts';
import { arrivalRole } from '../bridge/arrival/arrival-role.ts';
import { mailSpeaker } from '../bridge/arrival/mail-speaker.ts';
import { threadMailFor } from '../bridge/arrival/placement.ts';
import { writtenBy } from '../bridge/arrival/written-by.ts';
import { plainDelivery } from '../bridge/delivery/status.ts';
import { GhostCodec, IdKey } from '../bridge/ids.ts';
import { domainOfKey } from '../bridge/thread/organisation.ts';
import { broughtIn } from '../bridge/thread/thread-people.ts';
import { lookedUpIds } from '../bridge/thread/thread.ts';
import type { KnownId, ThreadCandidate } from '../bridge/thread/thread.ts';
import { cardsOf, isSameOrganizer, isVersion } from '../bridge/to-matrix/special-sections.ts';
import { toMatrix } from '../bridge/to-matrix/to-matrix.ts';
import type { AccountId, BelongingRow, MessageKey, PartSend, ThreadId } from '../bridge/types.ts';
import { addressKey } from '../mail/address.ts';
import type { Receiver, SenderVerdict } from '../mail/authentication/verdict.ts';
import { isSameEvent, supersedes } from '../mail/cards/calendar.ts';
import type { CalendarCard } from '../mail/cards/calendar.ts';
import { baseSubject } from '../mail/subject.ts';
import type { Address, MessageId, ParsedMail } from '../mail/types.ts';
import type { Parsed, RenderedMail } from '../mail/render/render-mail.ts';
import { UTC } from '../words/zones.ts';

/** What became of one mail. */
export interface Placed {
  readonly thread: ThreadId;
  /** The fact that decided; `duplicate` for a mail that the account has already, which becomes nothing. */
  readonly reason: string;
  /** Of a sender without a part in the thread that the mail names (`ThreadDecision`). */
  readonly row: BelongingRow | null;
  /** What is sent, in order. Addresses of files are placeholders. */
  readonly sends: readonly Pick<PartSend, 'content' | 'files'>[];
}

type Read = Pick<Extract<Parsed, { ok: true }>, 'mail' | 'words' | 'quotes' | 'rendered'>;

interface Thread extends ThreadCandidate {
  /** Base subject of the mail that opened it. */
  readonly subject: string;
  readonly people: Set<string>;
  readonly domains: Set<string>;
  readonly entered: Set<string>;
  readonly subjects: string[];
  readonly lists: Set<string>;
}

/** How a mail is shown, whether in a thread or, in the bridge, in the lobby. */
type ShownHere = Pick<ShownMessage, 'direction' | 'entered' | 'shown' | 'record' | 'notice' | 'list'> &
  Pick<FoundThread, 'thread' | 'reason' | 'row'>;

/** Without a receiver every sender counts as shown to be it: what the bridge would decide where all pass. */
const believed: SenderVerdict = {
  verdict: 'pass',
  reason: 'no-results',
  address: null,
  internal: false,
  outside: false,
  policy: null,
  evidence: [],
};

const plainThread = { open: false } as const;

function partIn({ people, entered }: Thread, { from: [first] }: ParsedMail): JoinableThread['standing'] {
  const key = first === undefined ? '' : addressKey(first.address);
  if (people.has(key)) return 'participant';
  return entered.has(key) ? 'newcomer' : null;
}

/**
 * An account that nobody has: only its own address matters. Mail to many is not gathered, so that each shows its
 * thread.
 *
 * @param receiver who writes the results that count; null where every sender counts as shown to be it
 */
export function inspectedAccount(address: Address, receiver: Receiver | null): Account {
  return {
    id: 'inspect' as AccountId,
    address,
    name: address,
    language: 'en',
    zone: UTC,
    own: new Set([addressKey(address)]),
    team: [],
    invite: 'nobody',
    from: '{name}',
    hold: { after: 0, atMost: 0 },
    writing: plainWriting,
    people: 0,
    onUnknown: 'resend',
    delivery: plainDelivery,
    entry: { ...plainAdmission, many: { lists: 'thread', bulk: 'thread' } },
    senders: {
      authentication: receiver === null ? 'none' : 'receiver',
      ...{ failing: 'marked', receiver, hosts: [], sealers: [], internal: new Set() },
    },
  };
}

export class Ledger {
  private readonly account: Account;
  /** Ids need a key; without the bridge's own they are the same in each run, and unlike the bridge's. */
  private readonly ids = new IdKey('mailroom inspect');
  private readonly ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.invalid', bot: 'mailroom' });
  private readonly threads = new Map<ThreadId, Thread>();
  private readonly known = new Map<MessageId, KnownId[]>();
  private readonly mails = new Map<MessageId, KnownMessage[]>();
  private readonly roots = new Map<string, Set<ThreadId>>();
  private readonly events = new Map<string, CalendarCard[]>();

  constructor(account: Account) {
    this.account = account;
  }

  /** How many threads there are. */
  get size(): number {
    return this.threads.size;
  }

  /**
   * Decides a mail that arrives after all that were given before, and remembers it. One that would wait until somebody
   * accepts it is shown as if somebody had.
   *
   * @param judged what the receiver said of its sender; null where there is none
   */
  add({ mail: arrived, words, quotes, rendered }: Read, judged: SenderVerdict | null): Placed {
    const { account } = this;
    const { mail, verdict, role } = this.seen(arrived, judged);
    const ids = mailIds(this.ids, account, role, mail, messageIdOf(mail));
    const { report, reaction } = rendered.special;
    const content = { read: 'whole', mail, ids, words, quotes, report, reaction, verdict } as const;
    const arrival = decideArrival(this.lookUp({ account, role, released: this.checks, content, lookups: noLookups }));
    switch (arrival.is) {
      case 'message':
        return this.show({ mail, words, rendered }, ids, { ...arrival.message, ...arrival });
      case 'lobby': {
        // The lobby is one room; here whatever is said there stands alone.
        const entered = enteredAs(mail.kind, { insider: false, newParticipant: false, opens: true });
        const none = { record: null, list: null, row: null };
        const shown = { thread: ids.begins, direction: 'in', entered, ...none, ...arrival } as const;
        return this.show({ mail, words, rendered }, ids, shown);
      }
      case 'reaction': {
        // On the first event of the mail that it is about, which has no id here.
        const relation = { rel_type: 'm.annotation', event_id: arrival.on.message, key: arrival.emoji };
        const sends = arrival.as === 'nowhere' ? [] : [{ content: { 'm.relates_to': relation }, files: [] }];
        return { thread: arrival.thread, reason: arrival.reason, row: null, sends };
      }
      case 'own-copy':
      case 'copy':
      case 'probe':
      case 'suspected':
      case 'overflow':
      case 'old':
      case 'left':
      case 'kept-out':
      case 'gathered': {
        const first = this.mails.get(ids.messageId)?.[0];
        return { thread: first?.thread ?? ids.begins, reason: arrival.reason, row: null, sends: [] };
      }
    }
  }

  /** The mail as its writer's, and the verdict by which it is decided. See `add`. */
  seen(
    arrived: ParsedMail,
    judged: SenderVerdict | null,
  ): { readonly mail: ParsedMail; readonly verdict: SenderVerdict | null; readonly role: 'watched' | 'sent' } {
    const { account } = this;
    const [from] = arrived.from;
    // What bears the account's own address is taken for what it sent itself, unless it came in.
    const lies = from !== undefined && isOwnAddress(account, from.address) ? 'sent' : 'watched';
    const role = arrivalRole(account.senders, lies, arrived.header);
    const checked = this.checks && judged !== null ? judged : believed;
    return { ...writtenBy(account, arrived, role === 'sent' ? null : checked), role };
  }

  private get checks(): boolean {
    return this.account.senders.authentication !== 'none';
  }

  /** What the account knows of a mail by now. Nothing can be proven to be ours without the bridge's key. */
  private lookUp(facts: WholeMailFacts): WholeMailFacts {
    const { mail, ids } = facts.content;
    const similar = this.mails.get(ids.messageId) ?? [];
    const root = mail.header.threadIndex;
    const known = lookedUpIds(threadMailFor(facts, null)).flatMap((id) => this.known.get(id) ?? []);
    const indexed = root === null ? [] : [...(this.roots.get(root) ?? [])];
    const threads = new Map<ThreadId, JoinableThread>();
    for (const id of [...[...known, ...similar].map(({ thread }) => thread), ...indexed]) {
      const thread = this.threads.get(id);
      if (thread !== undefined) threads.set(id, { ...thread, ...plainThread, standing: partIn(thread, mail) });
    }
    return { ...facts, lookups: { ...facts.lookups, similar, known, indexed, threads, reacted: this.reacted(facts) } };
  }

  /** The mails that a reaction is about. */
  private reacted({ content }: WholeMailFacts): readonly ReactedMessage[] {
    const { reaction = null } = content;
    const about = reaction === null ? [] : (this.mails.get(reaction.about) ?? []);
    return about.map(({ message, thread }) => ({
      message,
      thread,
      stands: { by: 'send', send: message },
      reactions: 0,
    }));
  }

  private show({ mail, words, rendered }: Omit<Read, 'quotes'>, ids: MailIds, shown: ShownHere): Placed {
    const { thread, reason, row } = shown;
    const { make: message } = this.ids.message(this.account.id, ids.messageId, mail.contentHash);
    this.remember({ mail, words }, ids, message, shown);
    return { thread, reason, row, sends: this.sendsOf({ mail, rendered }, message, shown) };
  }

  private remember(
    { mail, words }: Pick<Read, 'mail' | 'words'>,
    { messageId }: MailIds,
    message: MessageKey,
    { thread: id, direction, entered, record, list: sentBy }: ShownHere,
  ): void {
    const thread = this.threads.get(id) ?? {
      subject: baseSubject(mail.subject),
      people: new Set<string>(),
      domains: new Set<string>(),
      gathers: 'mail' as const,
      entered: new Set<string>(),
      subjects: [],
      lists: new Set<string>(),
    };
    this.threads.set(id, thread);
    const vouched = record === null || record.as === 'self';
    for (const { address, standing, via } of entered === 'report'
      ? []
      : broughtIn(mail, entered, vouched, (one) => isOwnAddress(this.account, one))) {
      if (standing === 'participant') {
        thread.people.add(address);
        thread.domains.add(domainOfKey(address));
      } else if (via === 'from') thread.entered.add(address);
    }
    if (!thread.subjects.includes(mail.subject)) thread.subjects.push(mail.subject);
    const list = mail.header.list?.id ?? null;
    if (sentBy !== null) thread.lists.add(sentBy);
    this.know(messageId, id, 'message');
    for (const reference of [...mail.inReplyTo, ...mail.references]) this.know(reference, id, 'reference');
    const [from, second] = mail.from;
    const seen: KnownMessage = {
      message,
      thread: id,
      direction,
      messageId,
      contentHash: mail.contentHash,
      wordsHash: words,
      list,
      as: record?.as ?? null,
      from: from === undefined || second !== undefined ? null : from.address,
      outgoing: null,
    };
    this.mails.set(messageId, [...(this.mails.get(messageId) ?? []), seen]);
    const root = mail.header.threadIndex;
    if (root !== null) this.roots.set(root, (this.roots.get(root) ?? new Set()).add(id));
  }

  private know(id: MessageId, thread: ThreadId, kind: 'message' | 'reference'): void {
    const entries = this.known.get(id) ?? [];
    const at = entries.findIndex((one) => one.thread === thread);
    if (at < 0) entries.push({ id, thread, kind });
    else if (kind === 'message') entries[at] = { id, thread, kind };
    this.known.set(id, entries);
  }

  private sendsOf(
    { mail, rendered }: Pick<Read, 'mail' | 'rendered'>,
    message: MessageKey,
    { thread, direction, shown, notice }: ShownHere,
  ): PartSend[] {
    const { account, ids, ghosts } = this;
    const input = {
      account: account.id,
      language: account.language,
      zone: account.zone,
      thread,
      message,
      speaker: mailSpeaker(ghosts, account, mail, direction, shown),
      mail: 0,
      parsed: mail,
      rendered,
      subject: this.threads.get(thread)?.subject ?? '',
      notice,
      events: this.versionsOf(rendered),
    };
    return toMatrix(input, ids);
  }

  /** The known versions of the events that a mail is about; from then on its own count where they are newer. */
  private versionsOf(rendered: RenderedMail): CalendarCard[] {
    const found: CalendarCard[] = [];
    for (const card of cardsOf(rendered.special).filter(({ uid }) => uid !== '')) {
      const versions = this.events.get(card.uid) ?? [];
      const at = versions.findIndex((one) => isSameEvent(one, card) && isSameOrganizer(one, card));
      const stored = versions[at];
      if (stored !== undefined) found.push(stored);
      if (!isVersion(card) || (stored !== undefined && !supersedes(card, stored))) continue;
      this.events.set(card.uid, [...versions.filter((_, index) => index !== at), card]);
    }
    return found;
  }
}

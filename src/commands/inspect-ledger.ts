/**
 * What a bridge would know of an account after the mails before: threads, ids, people, invitations. In memory, about a kilobyte a mail;
 * decisions are made by the same functions as in the bridge.
 */
import type { Account } from '../bridge/account.ts';
import { plainDelivery } from '../bridge/ladder.ts';
import { isOwnAddress, plainWriting } from '../bridge/account.ts';
import { GhostCodec, IdKey } from '../bridge/ids.ts';
import { listIdOf, threadIndexRoot, threadMailOf } from '../bridge/thread-facts.ts';
import { broughtIn } from '../bridge/thread-people.ts';
import type { EnteredAs } from '../bridge/thread-people.ts';
import { decideThread, lookedUpIds } from '../bridge/thread.ts';
import type { Copy, KnownId, ThreadCandidate, ThreadMail } from '../bridge/thread.ts';
import { cardsOf, isSameOrganizer, isVersion } from '../bridge/to-matrix-special.ts';
import { toMatrix } from '../bridge/to-matrix.ts';
import type { AccountId, JsonObject, MessageKey, ThreadDecision, ThreadId } from '../bridge/types.ts';
import { voiceOf } from '../jobs/mail-in-voice.ts';
import { addressKey } from '../mail/address.ts';
import { isSameEvent, supersedes } from '../mail/calendar.ts';
import type { CalendarCard } from '../mail/calendar.ts';
import { makeMessageId } from '../mail/message-id.ts';
import { quotesAnother } from '../mail/quote-parent.ts';
import { baseSubject } from '../mail/subject.ts';
import type { Address, MessageId, ParsedMail } from '../mail/types.ts';
import type { Parsed, Rendered } from '../mail/worker/work.ts';

/** What became of one mail. */
export interface Placed {
  readonly thread: ThreadId;
  /** The fact that decided; `duplicate` for a mail that the account has already, which becomes nothing. */
  readonly reason: string;
  /** Contents of the events, in order. Addresses of files are placeholders. */
  readonly events: readonly JsonObject[];
}

type Read = Pick<Extract<Parsed, { ok: true }>, 'mail' | 'words' | 'rendered'>;

interface Thread extends ThreadCandidate {
  /** Base subject of the mail that opened it. */
  readonly subject: string;
  readonly people: Set<string>;
  readonly entered: Set<string>;
  readonly subjects: string[];
  readonly lists: Set<string>;
}

interface Seen {
  readonly thread: ThreadId;
  readonly contentHash: string;
  readonly words: string;
  readonly list: boolean;
}

/** An account that nobody has: only its own address matters. */
export function accountOf(address: Address): Account {
  return {
    id: 'inspect' as AccountId,
    address,
    name: address,
    language: 'en',
    own: new Set([addressKey(address)]),
    team: [],
    invite: 'nobody',
    from: '{name}',
    hold: { after: 0, atMost: 0 },
    writing: plainWriting,
    people: 0,
    onUnknown: 'resend',
    delivery: plainDelivery,
    senders: { authentication: 'none', failing: 'marked', receiver: null, hosts: [], sealers: [], internal: new Set() },
  };
}

export class Ledger {
  private readonly account: Account;
  /** Ids need a key; without the bridge's own they are the same in each run, and unlike the bridge's. */
  private readonly ids = new IdKey('mailroom inspect');
  private readonly ghosts = new GhostCodec({ prefix: 'mail_', domain: 'matrix.invalid', bot: 'mailroom' });
  private readonly threads = new Map<ThreadId, Thread>();
  private readonly known = new Map<MessageId, KnownId[]>();
  private readonly mails = new Map<MessageId, Seen[]>();
  private readonly roots = new Map<string, Set<ThreadId>>();
  private readonly events = new Map<string, CalendarCard[]>();

  constructor(account: Account) {
    this.account = account;
  }

  /** How many threads there are. */
  get size(): number {
    return this.threads.size;
  }

  /** Decides a mail that arrives after all that were given before, and remembers it. */
  add({ mail, words, rendered }: Read): Placed {
    const { account, ids } = this;
    // As in the bridge: a mail without an id gets one of its content.
    const messageId = mail.messageId ?? makeMessageId(mail.contentHash.slice(0, 40), 'no-message-id.invalid');
    const message = ids.message(account.id, messageId, mail.contentHash);
    const [from] = mail.from;
    const insider = from !== undefined && isOwnAddress(account, from.address);
    const facts = this.factsOf(mail, rendered, messageId, insider);
    const decision = this.decide(facts, mail, words);
    if (decision.do === 'ignore') {
      const first = this.mails.get(messageId)?.[0];
      return { thread: first?.thread ?? ids.thread(account.id, messageId, ''), reason: decision.reason, events: [] };
    }
    const thread = decision.do === 'join' ? decision.thread : ids.thread(account.id, messageId, mail.contentHash);
    const how = insider ? 'ours' : decision.do === 'open' ? 'opened' : decision.newcomer ? 'newcomer' : 'joined';
    this.remember(thread, facts, { mail, words, how });
    return { thread, reason: decision.by, events: this.eventsOf({ mail, rendered }, thread, message, insider) };
  }

  private factsOf(mail: ParsedMail, rendered: Rendered, messageId: MessageId, insider: boolean): ThreadMail {
    const about = rendered.special.report?.about.messageId ?? null;
    const shown = {
      insider,
      quotes: quotesAnother([rendered.kept?.body ?? null, rendered.cut?.body ?? null]),
      reportOf: about === null ? [] : [about],
    };
    return threadMailOf({ ...mail, messageId }, shown, (address) => isOwnAddress(this.account, address));
  }

  private decide(facts: ThreadMail, mail: ParsedMail, words: string): ThreadDecision {
    const root = threadIndexRoot(mail.headers);
    return decideThread(facts, {
      known: lookedUpIds(facts).flatMap((id) => this.known.get(id) ?? []),
      // Nothing can be proven to be ours without the bridge's key.
      ownIds: new Set(),
      tokens: [],
      sent: false,
      copies: (this.mails.get(facts.messageId) ?? []).map((seen): Copy => ({
        thread: seen.thread,
        of: 'foreign',
        content: seen.contentHash === mail.contentHash ? 'same' : seen.words === words ? 'words' : 'other',
        list: seen.list || facts.list !== null,
      })),
      indexed: root === null ? [] : [...(this.roots.get(root) ?? [])],
      threads: this.threads,
    });
  }

  private remember(
    id: ThreadId,
    facts: ThreadMail,
    { mail, words, how }: { readonly mail: ParsedMail; readonly words: string; readonly how: EnteredAs },
  ): void {
    const thread = this.threads.get(id) ?? {
      subject: baseSubject(mail.subject),
      people: new Set<string>(),
      entered: new Set<string>(),
      subjects: [],
      lists: new Set<string>(),
    };
    this.threads.set(id, thread);
    // Without a receiver every sender counts as shown to be it: what the bridge would decide where all pass.
    const isReport = mail.kind === 'dsn' || mail.kind === 'mdn' || mail.kind === 'arf';
    for (const { address, standing, via } of isReport
      ? []
      : broughtIn(mail, how, true, (one) => isOwnAddress(this.account, one))) {
      if (standing === 'participant') thread.people.add(address);
      else if (via === 'from') thread.entered.add(address);
    }
    if (!thread.subjects.includes(mail.subject)) thread.subjects.push(mail.subject);
    if (facts.list !== null) thread.lists.add(facts.list);
    this.know(facts.messageId, id, 'message');
    for (const reference of [...facts.inReplyTo, ...facts.references]) this.know(reference, id, 'reference');
    const seen = { thread: id, contentHash: mail.contentHash, words, list: listIdOf(mail.headers) !== null };
    this.mails.set(facts.messageId, [...(this.mails.get(facts.messageId) ?? []), seen]);
    const root = threadIndexRoot(mail.headers);
    if (root !== null) this.roots.set(root, (this.roots.get(root) ?? new Set()).add(id));
  }

  private know(id: MessageId, thread: ThreadId, kind: 'message' | 'reference'): void {
    const entries = this.known.get(id) ?? [];
    const at = entries.findIndex((one) => one.thread === thread);
    if (at < 0) entries.push({ id, thread, kind });
    else if (kind === 'message') entries[at] = { id, thread, kind };
    this.known.set(id, entries);
  }

  private eventsOf(
    { mail, rendered }: Omit<Read, 'words'>,
    thread: ThreadId,
    message: MessageKey,
    insider: boolean,
  ): JsonObject[] {
    const { account, ids, ghosts } = this;
    const input = {
      account: account.id,
      language: account.language,
      thread,
      message,
      voice: voiceOf(ghosts, account, mail, insider ? 'colleague' : 'in', null),
      mail: 0,
      parsed: mail,
      rendered,
      subject: this.threads.get(thread)?.subject ?? '',
      notice: mail.kind !== 'message' && mail.kind !== 'list' && mail.kind !== 'bulk',
      events: this.versionsOf(rendered),
    };
    return toMatrix(input, ids).map(({ content }) => content);
  }

  /** The known versions of the events that a mail is about; from then on its own count where they are newer. */
  private versionsOf(rendered: Rendered): CalendarCard[] {
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

/**
 * An account, its threads, and mails that arrive in it: what the rows of the decision table begin with, and how they
 * write what was decided.
 */
import { plainAdmission, plainWriting } from '../../../../src/bridge/account/account.ts';
import type { Account, AdmissionSettings } from '../../../../src/bridge/account/account.ts';
import { noLookups } from '../../../../src/bridge/arrival/arrival.ts';
import type {
  Arrival,
  ArrivalFacts,
  JoinableThread,
  Lookups,
  MailIds,
  RefusalsTold,
  ShownMessage,
  WholeMailFacts,
} from '../../../../src/bridge/arrival/arrival.ts';
import type { KnownMessage, OwnCopy } from '../../../../src/bridge/arrival/copies.ts';
import { plainDelivery } from '../../../../src/bridge/delivery/status.ts';
import type { AccountId, MessageKey, ThreadId } from '../../../../src/bridge/types.ts';
import type { SenderVerdict } from '../../../../src/mail/authentication/verdict.ts';
import type { Report } from '../../../../src/mail/report/report.ts';
import type { Address, HeaderField, MessageId, ParsedMail, Person } from '../../../../src/mail/types.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';
import { UTC } from '../../../../src/words/zones.ts';

export const A = 'a' as ThreadId;
export const id = (text: string) => `<${text}>` as MessageId;
export const key = (text: string) => text as MessageKey;
export const people = (...addresses: string[]): Person[] =>
  addresses.map((address) => ({ name: '', address: address as Address }));

const account: Account = {
  id: 'support' as AccountId,
  address: 'support@ours.example' as Address,
  name: 'Support',
  language: 'en',
  zone: UTC,
  own: new Set(['support@ours.example']),
  team: [{ user: '@alice:ours.example' as never, address: 'alice@ours.example' as Address, name: 'Alice' }],
  invite: 'nobody',
  from: '{name}',
  hold: { after: 0, atMost: 0 },
  writing: plainWriting,
  people: 0,
  onUnknown: 'resend',
  delivery: plainDelivery,
  senders: {
    authentication: 'receiver',
    failing: 'marked',
    receiver: null,
    hosts: [],
    sealers: [],
    internal: new Set(['info@ours.example']),
  },
};

/** Bob writes in thread A; `b1@bob` is his mail there, `own1@ours` an answer of the account. */
const thread: JoinableThread = {
  people: new Set(['bob@x.example']),
  domains: new Set(['x.example']),
  entered: new Set(),
  subjects: ['Printer'],
  lists: new Set(),
  gathers: 'mail',
  open: false,
  standing: null,
};
const known: Lookups['known'] = [
  { id: id('b1@bob'), thread: A, kind: 'message' },
  { id: id('own1@ours'), thread: A, kind: 'message' },
];

export const passes: SenderVerdict = {
  verdict: 'pass',
  reason: 'dmarc',
  address: null,
  internal: false,
  outside: false,
  policy: null,
  evidence: [],
};
export const fails: SenderVerdict = { ...passes, verdict: 'fail', reason: 'dmarc', policy: 'none' };
export const rejects: SenderVerdict = { ...fails, policy: 'reject' };
export const unchecked: SenderVerdict = { ...passes, verdict: 'unchecked', reason: 'no-results' };
/** Nobody was told of a refusal yet. */
export const untold: RefusalsTold = { lastTold: null, now: 1_000_000_000, lately: 0 };

/** Facts that differ from a mail of Bob, who passes, with no thread. */
export interface Given {
  readonly role?: 'watched' | 'sent';
  readonly released?: boolean;
  readonly letIn?: boolean;
  readonly quiet?: boolean;
  readonly from?: readonly Person[];
  readonly answers?: string;
  readonly subject?: string;
  readonly kind?: ParsedMail['kind'];
  readonly headers?: readonly HeaderField[];
  readonly verdict?: SenderVerdict;
  readonly report?: Report;
  /** The emoji of a reaction to what it answers. */
  readonly reaction?: string;
  readonly reactions?: Account['reactions'];
  readonly ids?: Partial<MailIds>;
  readonly lookups?: Partial<Omit<Lookups, 'threads'>>;
  /** What is otherwise about thread A. */
  readonly thread?: Partial<JoinableThread>;
  readonly entry?: Partial<AdmissionSettings>;
  readonly authentication?: Account['senders']['authentication'];
  /** Less than the whole mail could be read. */
  readonly read?: 'header' | 'nothing';
}

export function factsOf(given: Given): ArrivalFacts {
  const whole = wholeFactsOf(given);
  const failure = { code: 'time', detail: 'too slow' };
  const { mail, ids } = whole.content;
  if (given.read === undefined) return whole;
  switch (given.read) {
    case 'header':
      return { ...whole, content: { read: 'header', mail, ids, failure } };
    case 'nothing':
      return { ...whole, content: { read: 'nothing', failure } };
  }
}

export function wholeFactsOf(given: Given): WholeMailFacts {
  const { role = 'watched', released = false, answers, report = null, entry = {} } = given;
  const mail: ParsedMail = {
    messageId: id('new@m'),
    inReplyTo: answers === undefined ? [] : [id(answers)],
    references: [],
    date: null,
    subject: given.subject ?? 'Re: Printer',
    from: given.from ?? people('bob@x.example'),
    sender: null,
    replyTo: [],
    to: people('support@ours.example'),
    cc: [],
    bcc: [],
    header: readHeader(given.headers ?? []),
    failedRecipients: [],
    text: 'text',
    html: null,
    files: [],
    sealed: [],
    report: [],
    reactions: [],
    kind: given.kind ?? 'message',
    contentHash: 'content',
    size: 100,
    warnings: [],
  };
  return {
    account: {
      ...account,
      entry: { ...plainAdmission, ...entry },
      flood: { rooms: 480, ghosts: 1920 },
      ...(given.reactions === undefined ? {} : { reactions: given.reactions }),
      senders: { ...account.senders, authentication: given.authentication ?? 'receiver' },
    },
    role,
    released,
    letIn: given.letIn ?? false,
    quiet: given.quiet ?? false,
    content: {
      read: 'whole',
      mail,
      ids: {
        messageId: id('new@m'),
        begins: 'new' as ThreadId,
        probed: null,
        keyed: null,
        former: [],
        isOwn: false,
        tokens: [],
        hops: { make: 'abcd1234', known: ['abcd1234'] },
        ...given.ids,
      },
      words: 'words',
      quotes: given.reaction === undefined,
      report,
      reaction:
        given.reaction === undefined || answers === undefined
          ? null
          : { emoji: given.reaction, about: id(answers), form: 'gmail' },
      verdict: role === 'sent' ? null : (given.verdict ?? passes),
    },
    lookups: {
      ...noLookups,
      known,
      ownIds: new Set([id('own1@ours')]),
      threads: new Map([[A, { ...thread, ...given.thread }]]),
      refusals: untold,
      ...given.lookups,
    },
  };
}

/** A message that the account has under the id of the mail; the same to the letter, in thread A. */
export function knownMessage(more: Partial<KnownMessage> = {}): KnownMessage {
  return {
    message: key('first'),
    thread: A,
    direction: 'in',
    messageId: id('new@m'),
    contentHash: 'content',
    wordsHash: 'words',
    list: null,
    as: 'self',
    from: 'bob@x.example' as Address,
    outgoing: null,
    ...more,
  };
}

/** An `Arrival` on one line. */
export function written(arrival: Arrival): string {
  const { is } = arrival;
  switch (is) {
    case 'probe':
      return `probe of ${arrival.address}`;
    case 'own-copy':
      return `own-copy${copied(arrival)}`;
    case 'copy':
      return `copy of ${arrival.first?.message ?? '?'}${arrival.news === null ? '' : ` ${arrival.news.is}`}`;
    case 'suspected':
      return `suspected: ${arrival.reason}`;
    case 'kept-out': {
      const { reason, rule, tell } = arrival;
      return `kept-out: ${reason}${rule === null ? '' : ` by ${rule}`}${tell === null ? '' : `, tells ${tell}`}`;
    }
    case 'overflow':
      return `overflow: ${arrival.reason}${arrival.told ? '' : ' untold'}`;
    case 'old':
      return 'waits as old';
    case 'left':
      return `left: ${arrival.reason}`;
    case 'lobby': {
      const { reason, shown, notice, reaction = '' } = arrival;
      return `lobby: ${reason} as ${shown.as}${notice ? ' notice' : ''}${reaction}`;
    }
    case 'reaction': {
      const { thread: where, reason, on, emoji, as, direction, shown } = arrival;
      const by = shown?.as ?? 'own';
      return `reaction ${emoji} on ${on.message} in ${where} (${reason}): ${as} ${direction} by ${by}`;
    }
    case 'gathered':
      return `${arrival.reason}${arrival.reason === 'digest' ? '' : ` ${arrival.list}`}: ${shownAs(arrival.message)}`;
    case 'message': {
      const { thread: where, reason, opens, link, message } = arrival;
      const place = `${opens ? 'opens' : 'joins'} ${where}`;
      return `${place} (${reason}${link === null ? '' : `, near ${link}`}): ${shownAs(message)}`;
    }
    case 'unreadable': {
      const { place, entered, direction, reason } = arrival;
      const where = place === null ? 'alone' : `${place.opens ? 'opens' : 'joins'} ${place.thread} (${place.reason})`;
      return `unreadable: ${reason.code} ${where} ${entered} ${direction}`;
    }
    case 'unreadable-old':
      return `unreadable-old: ${arrival.reason.code}`;
    case 'unreadable-copy':
      return `unreadable-copy: ${arrival.reason.code}${copied(arrival)}`;
  }
}

function copied({ filed, alias }: OwnCopy): string {
  return `${filed === null ? '' : ` filed ${filed}`}${alias === null ? '' : ` alias ${alias.id}`}`;
}

function shownAs(message: ShownMessage): string {
  const { entered, direction, shown, newParticipant, asks, notice, report } = message;
  return [
    `${entered} ${direction} as ${shown?.as ?? 'own'}`,
    ...(newParticipant === null ? [] : [`new ${newParticipant}`]),
    ...(asks ? ['asks'] : []),
    ...(notice ? ['notice'] : []),
    ...(message.quiet ? ['quiet'] : []),
    ...(report === null ? [] : [`report by ${report.by}`]),
  ].join(', ');
}

import { lookedUpIds } from '../../../../src/bridge/thread/thread.ts';
import type {
  Copy,
  KnownId,
  ThreadCandidate,
  ThreadKnowledge,
  ThreadMail,
} from '../../../../src/bridge/thread/thread.ts';
import type { ThreadDecision, ThreadId } from '../../../../src/bridge/types.ts';
import type { MessageId } from '../../../../src/mail/types.ts';

export const id = (text: string) => `<${text}>` as MessageId;
export const A = 'thread-a' as ThreadId;
export const B = 'thread-b' as ThreadId;

/**
 * The world of every row: bob wrote b1 to the account and to dana, the account answered with own1 (keyed), bob answered
 * that with b2; all in thread A, "Printer broken". Thread B is another conversation of bob and carol, "Invoice", with
 * c1 of carol and own9 of ours. Thread A names x1, which nobody has seen.
 */
export const world: readonly KnownId[] = [
  { id: id('b1@bob'), thread: A, kind: 'message' },
  { id: id('own1@ours'), thread: A, kind: 'message' },
  { id: id('b2@bob'), thread: A, kind: 'message' },
  { id: id('x1@bob'), thread: A, kind: 'reference' },
  { id: id('0102-ses@amazonses'), thread: A, kind: 'alias' },
  { id: id('c1@carol'), thread: B, kind: 'message' },
  { id: id('own9@ours'), thread: B, kind: 'message' },
];
export const candidate = (people: readonly string[], subject: string, more: Partial<ThreadCandidate> = {}) => ({
  people: new Set(people),
  domains: new Set(people.map((one) => one.slice(one.indexOf('@') + 1))),
  subjects: [subject],
  lists: new Set<string>(),
  gathers: 'mail' as const,
  ...more,
});
export const threads = new Map<ThreadId, ThreadCandidate>([
  [A, candidate(['bob@x', 'dana@y'], 'Printer broken', { lists: new Set(['dev.lists.example']) })],
  [B, candidate(['bob@x', 'carol@z'], 'Invoice')],
]);

export interface Row {
  readonly name: string;
  readonly mail?: Partial<Omit<ThreadMail, 'inReplyTo' | 'references' | 'messageId'>>;
  /** Message-ID without brackets; another than new@m for copies and late parents. */
  readonly self?: string;
  readonly irt?: string;
  readonly refs?: string;
  readonly facts?: Partial<Omit<ThreadKnowledge, 'ownIds'>>;
  /**
   * `a:rule`, `b:rule`, a star where the sender is new there, `+list` or `+organisation` for a guest,
   * `open:rule[>a]`, `ignore:reason`; `
   * @id` for the parent.
   */
  readonly want: string;
}

export const ids = (text = '') =>
  text
    .split(' ')
    .filter((one) => one !== '')
    .map(id);

export function given(row: Row): { mail: ThreadMail; facts: ThreadKnowledge } {
  const mail: ThreadMail = {
    messageId: id(row.self ?? 'new@m'),
    inReplyTo: ids(row.irt),
    references: ids(row.refs),
    kind: 'message',
    sender: 'bob@x',
    verdict: 'pass',
    group: null,
    insider: false,
    people: [],
    subject: 'Re: Printer broken',
    quotes: false,
    list: null,
    reportOf: [],
    ...row.mail,
  };
  const known = [...(row.facts?.known ?? []), ...world];
  const facts: ThreadKnowledge = {
    sent: false,
    copies: [],
    tokens: [],
    indexed: [],
    shared: [],
    newcomers: 'shown',
    threads,
    ...row.facts,
    known: known.filter((one) => lookedUpIds(mail).includes(one.id)),
    ownIds: new Set(lookedUpIds(mail).filter((one) => /^<own/.test(one))),
  };
  return { mail, facts };
}

export function written(decision: ThreadDecision): string {
  switch (decision.do) {
    case 'ignore':
      return `ignore:${decision.reason}`;
    case 'open':
      return `open:${decision.by}${decision.link === null ? '' : `>${decision.link === A ? 'a' : 'b'}`}`;
    case 'join': {
      const how = `${decision.newcomer ? '*' : ''}${decision.guest === null ? '' : `+${decision.guest}`}`;
      const parent = decision.parent === null ? '' : ` @${decision.parent.slice(1, -1)}`;
      return `${decision.thread === A ? 'a' : 'b'}:${decision.by}${how}${parent}`;
    }
  }
}

export const copy = (of: Copy['of'], content: Copy['content'], list = false): Copy => ({
  thread: A,
  of,
  content,
  list,
});
/** Nobody was asked about them. */
export const stranger = { sender: 'mallory@evil', verdict: 'unchecked' } as const;
export const placed = (name: string, thread: ThreadId): KnownId => ({
  id: id(name),
  thread,
  kind: 'message',
  placed: true,
});

/** The decision table of `decideArrival`. */
import type { Report } from '../../../../src/mail/report/report.ts';
import type { Address, HeaderField } from '../../../../src/mail/types.ts';
import { A, fails, id, key, knownMessage, passes, people, rejects, unchecked, untold } from './arrival-world.ts';
import type { Given } from './arrival-world.ts';

/** A name that can be read alone, the facts, and what is decided (`written`). */
export type Row = readonly [name: string, given: Given, want: string];

export const field = (name: string, value: string): HeaderField => ({ name, value });
const probe = { ids: { probed: 'support@ours.example' } } as const;
const copy = { lookups: { similar: [knownMessage()] } } as const;
export const eve = { from: people('eve@y.example') } as const;
export const blocks = (pattern: string, thread: typeof A | null = null) =>
  ({ lookups: { rules: [{ effect: 'block', pattern, thread }], refusals: untold } }) as const;
export const allows = (pattern: string) => ({ lookups: { rules: [{ effect: 'allow', pattern, thread: A }] } }) as const;
export const refusing = { entry: { newcomers: 'refused' } } as const;
export const list = { kind: 'list', headers: [field('list-id', 'Dev <dev.lists.example>')] } as const;
const listId = field('list-id', 'Dev <dev.lists.example>');
const ofList = { thread: { lists: new Set(['dev.lists.example']) } } as const;
/** A mail whose From the list wrote anew, and for which its domain stands. */
const fromList = {
  kind: 'list',
  from: people('list@lists.example'),
  verdict: { ...passes, address: 'list@lists.example' as Address },
} as const;
const about = { messageId: id('own1@ours'), envelopeId: null, subject: '', own: null };
const dsn: Report = { kind: 'dsn', by: 'fields', recipients: [], about };
const bounce = { kind: 'dsn', report: dsn, from: people('mailer-daemon@x.example') } as const;
export const reported = {
  outgoing: key('o'),
  messageId: id('own1@ours'),
  by: 'envelope-id',
  returned: null,
  header: false,
} as const;

export const probesAndCopies: readonly Row[] = [
  ['a probe of ours proves its address', probe, 'probe of support@ours.example'],
  ['a probe that came twice is a probe before it is a copy', { ...probe, ...copy }, 'probe of support@ours.example'],
  ['a probe is one before its sender is suspected', { ...probe, verdict: rejects }, 'probe of support@ours.example'],
  ['a mail that the account has is a copy', copy, 'copy of first'],
  ['a copy is one before its sender is suspected', { ...copy, verdict: rejects }, 'copy of first'],
  [
    'a copy is one before its sender is blocked',
    { lookups: { ...copy.lookups, ...blocks('x.example').lookups } },
    'copy of first',
  ],
  [
    'a copy that passes after one that was marked is news',
    { lookups: { similar: [knownMessage({ as: 'marked' })] } },
    'copy of first verified-now',
  ],
  [
    'a copy that is marked after one that was marked is none',
    { verdict: fails, lookups: { similar: [knownMessage({ as: 'marked' })] } },
    'copy of first',
  ],
  [
    'a copy from its sender after one through a list is news',
    {
      lookups: {
        similar: [
          knownMessage({
            list: 'dev.lists.example',
            contentHash: 'other',
            from: people('dev@lists.example')[0]?.address ?? null,
          }),
        ],
      },
    },
    'copy of first came-directly',
  ],
  [
    'a copy that the list brings after the direct one is none',
    {
      ...list,
      lookups: { similar: [knownMessage({ contentHash: 'other', from: people('eve@y.example')[0]?.address ?? null })] },
    },
    'copy of first',
  ],
  [
    'other words under a known id suppress nothing',
    { lookups: { similar: [knownMessage({ contentHash: 'other', wordsHash: 'others' })] } },
    'joins a (same-id): joined in as self',
  ],
  [
    'our mail in Sent is filed',
    { role: 'sent', lookups: { similar: [knownMessage({ direction: 'out', outgoing: key('o') })] } },
    'own-copy filed first',
  ],
  [
    'our mail in Sent under another id has an alias',
    {
      role: 'sent',
      ids: { keyed: key('first') },
      lookups: { similar: [knownMessage({ direction: 'out', messageId: id('own1@ours') })] },
    },
    'own-copy alias <new@m>',
  ],
  [
    'our mail that comes back from outside changes nothing',
    { lookups: { similar: [knownMessage({ direction: 'out', outgoing: key('o') })] } },
    'own-copy',
  ],
  ['a notice of ours in Sent is no message', { role: 'sent', ids: { isOwn: true } }, 'own-copy'],
  [
    'a stranger who repeats our keyed header is shown',
    { ids: { keyed: key('o') } },
    'opens new (no-references): opened in as self',
  ],
];

export const suspicion: readonly Row[] = [
  ['a forged From of a domain that asks to reject waits', { verdict: rejects }, 'suspected: dmarc-policy'],
  [
    'a forged From of one of our own people waits',
    { from: people('alice@ours.example'), verdict: unchecked },
    'suspected: internal-claimed',
  ],
  [
    'a forged From of another account waits',
    { from: people('info@ours.example'), verdict: fails },
    'suspected: internal-claimed',
  ],
  [
    'a suspected mail waits before anybody asks whether its sender takes part',
    { ...eve, verdict: rejects, answers: 'b1@bob' },
    'suspected: dmarc-policy',
  ],
  [
    'a suspected mail waits before its kind is looked at',
    { kind: 'auto-reply', verdict: rejects },
    'suspected: dmarc-policy',
  ],
  [
    'a suspected mail of a blocked sender is not even asked about, and nobody is told',
    { ...blocks('x.example'), verdict: rejects },
    'kept-out: blocked by x.example',
  ],
  [
    'a rule of one room does not answer for a suspected mail',
    { ...blocks('x.example', A), verdict: rejects, answers: 'b1@bob' },
    'suspected: dmarc-policy',
  ],
  [
    'an accepted mail is shown marked',
    { verdict: rejects, released: true },
    'opens new (no-references): opened in as marked',
  ],
  [
    'an accepted mail of a blocked sender is shown',
    { ...blocks('x.example'), verdict: rejects, released: true },
    'opens new (no-references): opened in as marked',
  ],
  [
    'a failed check without such a wish of the domain is shown marked',
    { verdict: fails },
    'opens new (no-references): opened in as marked',
  ],
  [
    'what lies in Sent is never suspected',
    { role: 'sent', from: people('alice@ours.example') },
    'opens new (no-references): ours colleague as own',
  ],
];

export const admission: readonly Row[] = [
  [
    'who is blocked in the account is kept out, and told',
    blocks('bob@x.example'),
    'kept-out: blocked by bob@x.example, tells bob@x.example',
  ],
  [
    'who is blocked and was told within a day is not told again',
    { lookups: { ...blocks('x.example').lookups, refusals: { lastTold: 999_999_999, now: 1_000_000_000, lately: 1 } } },
    'kept-out: blocked by x.example',
  ],
  [
    'who is blocked is not told where sixty were within the hour',
    { lookups: { ...blocks('x.example').lookups, refusals: { lastTold: null, now: 1_000_000_000, lately: 60 } } },
    'kept-out: blocked by x.example',
  ],
  [
    'who is blocked is not told where nobody asked when they were',
    { lookups: { ...blocks('x.example').lookups, refusals: null } },
    'kept-out: blocked by x.example',
  ],
  [
    'who is blocked and did not pass is not told',
    { ...blocks('x.example'), verdict: unchecked },
    'kept-out: blocked by x.example',
  ],
  [
    'who is blocked is not told where the account is silent',
    { ...blocks('x.example'), entry: { refusals: 'silent' } },
    'kept-out: blocked by x.example',
  ],
  [
    'a blocked machine without a return path is not told',
    { ...blocks('x.example'), headers: [field('return-path', '<>')] },
    'kept-out: blocked by x.example',
  ],
  [
    'a blocked mail that has been here before is not answered',
    { ...blocks('x.example'), headers: [field('x-mailroom-hops', 'abcd1234')] },
    'kept-out: blocked by x.example',
  ],
  [
    'a blocked list is kept out before it is gathered',
    { ...list, ...blocks('x.example'), entry: { many: { lists: 'list-room', bulk: 'digest' } } },
    'kept-out: blocked by x.example',
  ],
  [
    'who is blocked in one room may begin another',
    { ...blocks('bob@x.example', A) },
    'opens new (no-references): opened in as self',
  ],
  [
    'who is blocked in a room is kept out of it',
    { ...blocks('bob@x.example', A), answers: 'b1@bob' },
    'kept-out: blocked by bob@x.example, tells bob@x.example',
  ],
  [
    'a rule of the config keeps out too',
    { entry: { rules: [{ effect: 'block', pattern: '*', thread: null }] } },
    'kept-out: blocked by *, tells bob@x.example',
  ],
  [
    'no rule keeps out one of our own people who passes',
    { ...blocks('ours.example'), from: people('alice@ours.example') },
    'opens new (no-references): ours in as self',
  ],
  [
    'no rule is asked about what lies in Sent',
    { ...blocks('x.example'), role: 'sent' },
    'opens new (no-references): ours colleague as own',
  ],
  ['who takes part joins', { answers: 'b1@bob' }, 'joins a (in-reply-to): joined in as self'],
  [
    'who is new and answers a mail of ours is shown marked, and the room is asked',
    { ...eve, answers: 'own1@ours' },
    'joins a (own-id): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'who is new and answers by machine is marked without a question',
    { ...eve, kind: 'auto-reply', answers: 'own1@ours' },
    'joins a (own-id): newcomer in as marked, new eve@y.example, notice',
  ],
  [
    'who is new is kept out where the account says so, and told',
    { ...eve, ...refusing, answers: 'own1@ours' },
    'kept-out: newcomer, tells eve@y.example',
  ],
  [
    'who is new but allowed joins',
    { ...eve, ...refusing, ...allows('eve@y.example'), answers: 'own1@ours' },
    'joins a (own-id): joined in as self',
  ],
  [
    'who is new joins a room that is open',
    { ...eve, ...refusing, thread: { open: true }, answers: 'own1@ours' },
    'joins a (own-id): joined in as self',
  ],
  [
    'who is new and did not pass stays marked in a room that is open',
    { ...eve, verdict: unchecked, thread: { open: true }, answers: 'own1@ours' },
    'joins a (own-id): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'whom a member refused is kept out',
    { ...eve, thread: { standing: 'refused' }, answers: 'own1@ours' },
    'kept-out: refused, tells eve@y.example',
  ],
  [
    'whom a member refused is shown where somebody accepted the mail',
    { ...eve, released: true, verdict: rejects, thread: { standing: 'refused' }, answers: 'own1@ours' },
    'joins a (own-id): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'nobody is new where the mails of many are gathered',
    { ...eve, thread: { gathers: 'list' }, answers: 'own1@ours' },
    'joins a (own-id): joined in as self',
  ],
  [
    'attack: who writes the List-Id of a conversation, for which nobody vouches, is as new as without it',
    { ...eve, ...ofList, kind: 'list', answers: 'b1@bob', headers: [listId] },
    'joins a (in-reply-to): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'attack: who adds the List-Id to an answer to ours is as new as without it',
    { ...eve, ...ofList, answers: 'own1@ours', headers: [listId] },
    'joins a (own-id): newcomer in as marked, new eve@y.example, asks',
  ],
  [
    'whose mail the list of the conversation sent is shown unmarked and gets no answer',
    { ...fromList, ...ofList, answers: 'b1@bob', headers: [listId] },
    'joins a (in-reply-to): newcomer in as self, new list@lists.example',
  ],
  [
    'whom a member refused is kept out of the mails of the list too',
    { ...fromList, thread: { ...ofList.thread, standing: 'refused' }, answers: 'b1@bob', headers: [listId] },
    'kept-out: refused',
  ],
];

export const placement: readonly Row[] = [
  ['a mail without references opens a thread', {}, 'opens new (no-references): opened in as self'],
  [
    'a mail of the account itself that passes is a colleague’s',
    { from: people('support@ours.example'), answers: 'b1@bob' },
    'joins a (in-reply-to): ours colleague as self',
  ],
  [
    'a mail of a member that passes comes from outside, as one of ours',
    { from: people('alice@ours.example'), answers: 'b1@bob' },
    'joins a (in-reply-to): ours in as self',
  ],
  [
    'an automatic answer without a thread goes to the lobby',
    { kind: 'auto-reply' },
    'lobby: no-references as self notice',
  ],
  [
    'an automatic answer in a thread is shown there',
    { kind: 'auto-reply', answers: 'b1@bob' },
    'joins a (in-reply-to): joined in as self, notice',
  ],
  [
    'a report on nothing of ours goes to the lobby',
    { ...bounce, report: { ...dsn, about: { ...about, messageId: null } } },
    'lobby: no-references as self notice',
  ],
  [
    'a report on a mail of ours joins its thread, with what proves it',
    { ...bounce, lookups: { reported } },
    'joins a (report): report in as self, notice, report by envelope-id',
  ],
  [
    'a report brings nobody new in, whatever the account says of those',
    { ...bounce, ...refusing },
    'joins a (report): report in as self, notice',
  ],
  [
    'a report that lies in Sent proves nothing',
    { ...bounce, role: 'sent', lookups: { reported } },
    'joins a (report): report colleague as own, notice',
  ],
  ['mail of a list opens a thread by default', list, 'opens new (no-references): opened in as self'],
  [
    'mail of a list is gathered in its room',
    { ...list, entry: { many: { lists: 'list-room', bulk: 'digest' } } },
    'list-room dev.lists.example: joined in as self',
  ],
  [
    'mail of a list without an id is gathered in the digest',
    { kind: 'list', entry: { many: { lists: 'list-room', bulk: 'digest' } } },
    'digest: joined in as self',
  ],
  [
    'mail of a list that answers a thread stays there',
    { ...list, answers: 'b1@bob', entry: { many: { lists: 'ignore', bulk: 'digest' } } },
    'joins a (in-reply-to): joined in as self',
  ],
  [
    'mail of a list that the account ignores is not shown, and nobody is told',
    { ...list, entry: { many: { lists: 'ignore', bulk: 'digest' } } },
    'kept-out: lists-ignored',
  ],
  ['bulk mail is gathered in the digest', { kind: 'bulk' }, 'digest: joined in as self'],
  [
    'bulk mail that the account ignores is not shown',
    { kind: 'bulk', entry: { many: { lists: 'thread', bulk: 'ignore' } } },
    'kept-out: bulk-ignored',
  ],
  ['bulk mail in Sent is a thread', { kind: 'bulk', role: 'sent' }, 'opens new (no-references): ours colleague as own'],
];

export const unreadable: readonly Row[] = [
  ['a mail without a header is told of alone', { read: 'nothing' }, 'unreadable: time alone opened in'],
  [
    'an unreadable mail joins the thread that its header names',
    { read: 'header', answers: 'own1@ours' },
    'unreadable: time joins a (own-id) joined in',
  ],
  [
    'an unreadable mail of a stranger opens a thread',
    { read: 'header' },
    'unreadable: time opens new (no-references) opened in',
  ],
  [
    'an unreadable mail is a copy of nothing',
    { read: 'header', ...copy },
    'unreadable: time opens new (no-references) opened in',
  ],
  [
    'an unreadable mail is no probe',
    { read: 'header', ...probe },
    'unreadable: time opens new (no-references) opened in',
  ],
  [
    'an unreadable mail is told of whoever is blocked',
    { read: 'header', ...blocks('*') },
    'unreadable: time opens new (no-references) opened in',
  ],
  [
    'an unreadable mail in Sent is ours',
    { read: 'header', role: 'sent', answers: 'b1@bob' },
    'unreadable: time joins a (in-reply-to) ours colleague',
  ],
  [
    'an unreadable copy of ours in Sent is filed and not told of',
    { read: 'header', role: 'sent', lookups: { similar: [knownMessage({ direction: 'out', outgoing: key('o') })] } },
    'unreadable-copy: time filed first',
  ],
];

/**
 * Who belongs to a conversation without a part in it: the table {same organisation, names participants, other} ×
 * {pass, unchecked, fail} of docs/security.md, and what does not count for it.
 */
import type { ThreadCandidate, ThreadMail } from '../../../../src/bridge/thread/thread.ts';
import { A, candidate, copy, placed } from './thread-world.ts';
import type { Row } from './thread-world.ts';

/** Uta of kunde.example takes part in thread A, with b1 as a mail of hers. */
const uta = candidate(['uta@kunde.example', 'bob@x'], 'Printer broken');
const withUta = { threads: new Map([[A, uta]]) };
const colleague = { sender: 'vito@kunde.example' } as const;
const elsewhere = { sender: 'erin@other.example' } as const;
const naming = { people: ['uta@kunde.example'] } as const;

const answers = (
  name: string,
  mail: Partial<Omit<ThreadMail, 'inReplyTo' | 'references' | 'messageId'>>,
  want: string,
  facts: Row['facts'] = {},
): Row => ({ name, irt: 'b1@bob', mail, facts: { ...withUta, ...facts }, want });
const among = (people: readonly string[], more: Partial<ThreadCandidate> = {}): Row['facts'] => ({
  threads: new Map([[A, candidate(people, 'Printer broken', more)]]),
});
const apart = 'open:not-a-participant>a';

export const belonging: readonly Row[] = [
  answers('same organisation, pass: joins unmarked', colleague, 'a:in-reply-to+organisation @b1@bob'),
  answers(
    'same organisation, unchecked: joins marked',
    { ...colleague, verdict: 'unchecked' },
    'a:in-reply-to* @b1@bob',
  ),
  answers('same organisation, fail: apart', { ...colleague, ...naming, verdict: 'fail' }, apart),
  answers('names participants, pass: joins marked', { ...elsewhere, ...naming }, 'a:in-reply-to* @b1@bob'),
  answers(
    'names participants, unchecked: joins marked',
    { ...elsewhere, ...naming, verdict: 'unchecked' },
    'a:in-reply-to* @b1@bob',
  ),
  answers('names participants, fail: apart', { ...elsewhere, ...naming, verdict: 'fail' }, apart),
  answers('other, pass: joins marked', elsewhere, 'a:in-reply-to* @b1@bob'),
  answers('other, unchecked: apart', { ...elsewhere, verdict: 'unchecked' }, apart),
  answers('other, fail: apart', { ...elsewhere, verdict: 'fail' }, apart),

  { ...answers('by References too', colleague, 'a:references+organisation @b1@bob'), irt: '', refs: 'b1@bob x9@z' },
  answers(
    'a subdomain is of the organisation',
    { sender: 'vito@lab.kunde.example' },
    'a:in-reply-to+organisation @b1@bob',
  ),
  answers(
    'the organisation of somebody in a subdomain',
    colleague,
    'a:in-reply-to+organisation @b1@bob',
    among(['uta@mail.kunde.example']),
  ),
  {
    ...answers(
      'a colleague who answers a mail of ours to another is one too',
      colleague,
      'a:own-id+organisation @own1@ours',
    ),
    irt: 'own1@ours',
  },
  answers('where a member put it, a colleague follows', colleague, 'a:moved+organisation @b1@bob', {
    known: [placed('b1@bob', A)],
  }),
  answers(
    'a public suffix is no organisation: two companies of the same country',
    { sender: 'eve@evil.co.uk', verdict: 'unchecked' },
    apart,
    among(['uta@kunde.co.uk']),
  ),
  answers(
    'a private suffix is no organisation: two pages of one host',
    { sender: 'eve@evil.github.io', verdict: 'unchecked' },
    apart,
    among(['uta@kunde.github.io']),
  ),
  ...[
    ['a mail provider', 'gmail.com'],
    ['a mail provider of one country', 'mail.t-online.de'],
    ['a university', 'mit.edu'],
    ['a university below a suffix of its own', 'cam.ac.uk'],
    ['a university by its name', 'cs.uni-somewhere.de'],
    ['an authority', 'army.mil'],
    ['an authority below a suffix of its own', 'interieur.gouv.fr'],
  ].map(([what, domain]) =>
    answers(
      `attack: an address at ${what ?? ''} makes nobody a colleague`,
      { sender: `eve@${domain ?? ''}`, verdict: 'unchecked' },
      apart,
      among([`uta@${domain ?? ''}`]),
    ),
  ),
  answers(
    'attack: a domain that the account calls shared makes nobody a colleague',
    { sender: 'eve@lab.kunde.example', verdict: 'unchecked' },
    apart,
    { shared: ['kunde.example'] },
  ),
  answers('attack: nor does one by a pattern of the account', { ...colleague, verdict: 'unchecked' }, apart, {
    shared: ['kun*.example'],
  }),
  answers(
    'attack: an address literal has no organisation',
    { sender: 'eve@[192.0.2.1]', verdict: 'unchecked' },
    apart,
    {
      ...among(['uta@[192.0.2.1]']),
    },
  ),
  answers('attack: two From, whoever they name', { sender: null, verdict: 'fail', ...naming }, apart),
  answers(
    'somebody new who wrote before stands there unchecked too',
    { ...elsewhere, verdict: 'unchecked' },
    'a:in-reply-to* @b1@bob',
    {
      ...among(['bob@x'], { entered: new Set(['erin@other.example']) }),
    },
  ),
  answers(
    'attack: who claims to be somebody new who wrote before, and fails',
    { ...elsewhere, verdict: 'fail' },
    apart,
    {
      ...among(['bob@x'], { entered: new Set(['erin@other.example']) }),
    },
  ),
  answers('where newcomers are refused they stand apart, as before', { ...elsewhere, ...naming }, apart, {
    newcomers: 'refused',
  }),
  answers('where newcomers are refused a colleague is none either', colleague, apart, {
    newcomers: 'refused',
  }),
  answers('nobody belongs where the mails of many are gathered', { ...colleague, ...naming }, apart, {
    ...among(['uta@kunde.example'], { gathers: 'digest' }),
  }),
  answers('attack: a report about somebody else’s mail joins nothing', { ...colleague, kind: 'dsn' }, apart),
  {
    ...answers('attack: a forged copy of a known id, by a colleague', colleague, apart, {
      copies: [copy('foreign', 'other')],
    }),
    irt: '',
    self: 'b1@bob',
  },
  { ...answers('attack: Thread-Index, by a colleague', colleague, apart, { indexed: [A] }), irt: '' },
  {
    ...answers('attack: a late parent, by a colleague who writes to nobody of it', colleague, apart),
    irt: 'x1@bob',
  },
  {
    ...answers('a late parent, by who writes to somebody of it', { ...elsewhere, ...naming }, 'a:sibling*'),
    irt: 'x1@bob',
  },
  {
    ...answers('attack: a late parent, by who fails', { ...elsewhere, ...naming, verdict: 'fail' }, apart),
    irt: 'x1@bob',
  },
  answers(
    'through a group at our own address, who takes part joins',
    { sender: 'uta@kunde.example', verdict: 'unchecked' },
    'a:in-reply-to @b1@bob',
  ),
  answers(
    'attack: through a group of others that has no part in it, who takes part is as new as anybody',
    { sender: 'uta@kunde.example', verdict: 'unchecked', group: 'list@evil.example' },
    'a:in-reply-to* @b1@bob',
  ),
  answers(
    'attack: through such a group, whose organisation nobody else is of',
    { sender: 'bob@x', verdict: 'unchecked', group: 'list@evil.example' },
    apart,
  ),
  answers(
    'through a group that takes part, who takes part joins',
    { sender: 'uta@kunde.example', verdict: 'unchecked', group: 'list@hive.example' },
    'a:in-reply-to @b1@bob',
    among(['uta@kunde.example', 'list@hive.example']),
  ),
];

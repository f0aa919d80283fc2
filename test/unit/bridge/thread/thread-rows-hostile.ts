import { A, B, copy, id, placed, stranger } from './thread-world.ts';
import type { Row } from './thread-world.ts';

export const automatic: readonly Row[] = [
  {
    name: 'Postfix bounce: about a mail of ours',
    mail: {
      kind: 'dsn',
      sender: 'mailer-daemon@relay',
      reportOf: [id('own1@ours')],
      subject: 'Undelivered Mail Returned to Sender',
    },
    want: 'a:report* @own1@ours',
  },
  {
    name: 'Amazon SES bounce: about the id that it gave',
    mail: { kind: 'dsn', sender: 'mailer-daemon@amazonses', reportOf: [id('0102-ses@amazonses')] },
    want: 'a:report* @0102-ses@amazonses',
  },
  {
    name: 'Outlook read receipt',
    mail: { kind: 'mdn', reportOf: [id('own1@ours')], subject: 'Read: Printer broken' },
    want: 'a:report @own1@ours',
  },
  {
    name: 'a complaint (ARF)',
    mail: { kind: 'arf', sender: 'staff@hotmail', reportOf: [id('own1@ours')], subject: 'complaint' },
    want: 'a:report* @own1@ours',
  },
  {
    name: 'a bounce that answers properly as well',
    irt: 'own1@ours',
    mail: { kind: 'dsn', sender: 'mailer-daemon@relay', subject: 'failure notice' },
    want: 'a:own-id* @own1@ours',
  },
  {
    name: 'backscatter: a bounce of a mail that we never sent',
    mail: { kind: 'dsn', sender: 'mailer-daemon@relay', reportOf: [id('spam@forged')] },
    want: 'open:no-references',
  },
  {
    name: 'attack: a forged bounce about a mail of somebody else',
    mail: { kind: 'dsn', sender: 'mailer-daemon@evil', reportOf: [id('b1@bob')] },
    want: 'open:no-references',
  },
  {
    name: 'vacation of Dovecot Pigeonhole',
    irt: 'own1@ours',
    mail: { kind: 'auto-reply', subject: 'Auto: Printer broken' },
    want: 'a:own-id @own1@ours',
  },
  {
    name: 'vacation without references',
    mail: { kind: 'auto-reply', subject: 'Ich bin im Urlaub' },
    want: 'open:no-references',
  },
];

export const lists: readonly Row[] = [
  {
    name: 'Mailman: a subscriber who has not written yet',
    irt: 'b1@bob',
    mail: { kind: 'list', sender: 'frank@l', list: 'dev.lists.example' },
    want: 'a:in-reply-to+list @b1@bob',
  },
  {
    name: 'Mailman: a subscriber who takes part is no guest of the list',
    irt: 'b1@bob',
    mail: { kind: 'list', list: 'dev.lists.example' },
    want: 'a:in-reply-to @b1@bob',
  },
  {
    name: 'another list is another place',
    irt: 'b1@bob',
    mail: { kind: 'list', sender: 'frank@l', verdict: 'unchecked', list: 'other.lists.example' },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'a list copy beside the direct copy',
    self: 'b2@bob',
    mail: { list: 'dev.lists.example' },
    facts: { copies: [copy('foreign', 'same', true)] },
    want: 'ignore:duplicate',
  },
  {
    name: 'Mailman with DMARC: the list copy has another From',
    self: 'b2@bob',
    mail: { list: 'dev.lists.example', sender: 'dev@lists.example' },
    facts: { copies: [copy('foreign', 'words', true)] },
    want: 'ignore:duplicate',
  },
  {
    name: 'the direct copy after the list copy',
    self: 'b2@bob',
    facts: { copies: [copy('foreign', 'words', true)] },
    want: 'ignore:duplicate',
  },
  {
    name: 'a list that reflects our own mail',
    self: 'own1@ours',
    mail: { list: 'dev.lists.example', sender: 'support@ours' },
    facts: { copies: [copy('own', 'same', true)] },
    want: 'ignore:own-mail',
  },
  {
    name: 'a list that reflects our own mail under its own From',
    self: 'own1@ours',
    mail: { list: 'dev.lists.example', sender: 'dev@lists.example' },
    facts: { copies: [copy('own', 'words', true)] },
    want: 'ignore:own-mail',
  },
  {
    name: 'Google Groups: a new id, ours in the keyed header',
    self: 'groups@google',
    mail: { list: 'dev.lists.example' },
    facts: { copies: [copy('own', 'same', true)] },
    want: 'ignore:own-mail',
  },
];

export const copies: readonly Row[] = [
  {
    name: 'Gmail files our mail in Sent',
    self: 'own1@ours',
    facts: { sent: true, copies: [copy('own', 'same')] },
    want: 'ignore:own-mail',
  },
  {
    name: 'Exchange Online files our mail in Sent, rendered anew',
    self: 'own1@ours',
    facts: { sent: true, copies: [copy('own', 'other')] },
    want: 'ignore:own-mail',
  },
  {
    name: 'our own mail to ourselves',
    self: 'own1@ours',
    facts: { copies: [copy('own', 'same')] },
    want: 'ignore:own-mail',
  },
  {
    name: 'the same mail in two folders',
    self: 'b2@bob',
    facts: { copies: [copy('foreign', 'same')] },
    want: 'ignore:duplicate',
  },
  {
    name: 'moved from Junk to INBOX after it was shown',
    self: 'b2@bob',
    irt: 'own1@ours',
    facts: { copies: [copy('foreign', 'same')] },
    want: 'ignore:duplicate',
  },
  {
    name: 'a UIDVALIDITY that changed: everything once more',
    self: 'b1@bob',
    mail: { subject: 'Printer broken' },
    facts: { copies: [copy('foreign', 'same')] },
    want: 'ignore:duplicate',
  },
  {
    name: 'a ticket system that reuses the id of its first mail, from a participant',
    self: 'b2@bob',
    facts: { copies: [copy('foreign', 'other')] },
    want: 'a:same-id',
  },
  {
    name: 'the real mail after its forged copy',
    self: 'b2@bob',
    irt: 'own1@ours',
    facts: { copies: [copy('foreign', 'other')] },
    want: 'a:own-id @own1@ours',
  },
  {
    name: 'our mail came back changed by a gateway (a disclaimer): shown in its thread',
    self: 'own1@ours',
    mail: { sender: 'support@ours' },
    facts: { copies: [copy('own', 'other')] },
    want: 'a:same-id*',
  },
];

export const moved: readonly Row[] = [
  {
    name: 'split: an answer to the part that moved follows it, although it names ours first',
    irt: 'b2@bob',
    refs: 'own1@ours b2@bob',
    facts: { known: [placed('b2@bob', B)] },
    want: 'b:moved @b2@bob',
  },
  {
    name: 'split: an answer to what stayed stays',
    irt: 'own1@ours',
    refs: 'b1@bob own1@ours',
    facts: { known: [placed('b2@bob', B)] },
    want: 'a:own-id @own1@ours',
  },
  {
    name: 'merged: an answer to a mail of ours that moved',
    irt: 'own9@ours',
    mail: { subject: 'Re: Invoice' },
    facts: { known: [placed('own9@ours', A)] },
    want: 'a:moved @own9@ours',
  },
  {
    name: 'merged: under its old subject',
    irt: 'own9@ours',
    mail: { subject: 'Re: Invoice', sender: 'carol@z' },
    facts: { known: [placed('own9@ours', A)] },
    want: 'a:moved* @own9@ours',
  },
  {
    name: 'attack: a stranger answers a foreign mail that was moved',
    irt: 'c1@carol',
    mail: { ...stranger, subject: 'Re: Invoice' },
    facts: { known: [placed('c1@carol', A)] },
    want: 'open:not-a-participant>a',
  },
];

export const attacks: readonly Row[] = [
  { name: 'attack: subject only', mail: { ...stranger, subject: 'Re: Printer broken' }, want: 'open:no-references' },
  { name: 'attack: an id from a public archive', irt: 'b1@bob', mail: stranger, want: 'open:not-a-participant>a' },
  {
    name: 'attack: ids from a public archive of two threads',
    refs: 'c1@carol b1@bob',
    mail: stranger,
    want: 'open:not-a-participant>a',
  },
  { name: 'attack: a forged token is no token', mail: stranger, facts: { tokens: [] }, want: 'open:no-references' },
  {
    name: 'attack: a forged id in the form of ours is none of ours',
    irt: 'fake-own@ours',
    mail: stranger,
    want: 'open:unknown-references',
  },
  {
    name: 'attack: a forged copy of a known id does not suppress, and does not enter',
    self: 'b2@bob',
    mail: stranger,
    facts: { copies: [copy('foreign', 'other')] },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: a forged copy with the words of the real one, by no list',
    self: 'b2@bob',
    mail: stranger,
    facts: { copies: [copy('foreign', 'words')] },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: our own id and keyed header on other words, outside Sent',
    self: 'own1@ours',
    mail: stranger,
    facts: { copies: [copy('own', 'other')] },
    want: 'a:same-id*',
  },
  {
    name: 'attack: Thread-Index of somebody else',
    mail: stranger,
    facts: { indexed: [A] },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: a late parent made up from a public archive',
    self: 'x1@bob',
    mail: stranger,
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: a sibling made up from a public archive',
    irt: 'x1@bob',
    mail: stranger,
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: two From, one of them a participant',
    irt: 'b1@bob',
    mail: { sender: null, verdict: 'fail' },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: a List-Id that the thread does not have',
    irt: 'b1@bob',
    mail: { ...stranger, kind: 'list', list: 'evil.lists.example' },
    want: 'open:not-a-participant>a',
  },
  {
    name: 'attack: a participant of one thread names an id of another',
    irt: 'c1@carol',
    mail: { sender: 'dana@y', verdict: 'unchecked', subject: 'Re: Invoice' },
    want: 'open:not-a-participant>b',
  },
  {
    name: 'attack: replay of an old reply, word for word',
    self: 'b2@bob',
    irt: 'own1@ours',
    facts: { copies: [copy('foreign', 'same')] },
    want: 'ignore:duplicate',
  },
  {
    name: 'attack: replay of an old reply under a new id is a new mail of its thread',
    irt: 'own1@ours',
    want: 'a:own-id @own1@ours',
  },
  {
    name: 'attack: hundreds of unknown references around one known',
    refs: `${Array.from({ length: 99 }, (_, n) => `j${n}@evil`).join(' ')} b1@bob`,
    mail: stranger,
    want: 'open:not-a-participant>a',
  },
];

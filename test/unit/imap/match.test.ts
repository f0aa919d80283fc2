import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { KnownMail, MailFacts } from '../../../src/db/intake-tables/mailboxes.ts';
import { matchMails } from '../../../src/imap/match.ts';

const start = new Date('2026-01-01T00:00:00Z');
const later = new Date('2026-02-01T00:00:00Z');
const earlier = new Date('2025-12-01T00:00:00Z');
const date = new Date('2026-01-31T23:00:00Z');

const found = (uid: number, changes: Partial<MailFacts> = {}): MailFacts => ({
  uid,
  size: 100,
  internalDate: later,
  emailId: null,
  messageId: '<a@outside.test>',
  headerDate: date,
  ...changes,
});
const known = (mail: number, changes: Partial<MailFacts> = {}): KnownMail => ({ ...found(1000 + mail, changes), mail });
const match = (mails: MailFacts[], all: KnownMail[]): ReturnType<typeof matchMails> =>
  matchMails(mails, all, start, new Set());

test('a mail is known again by Message-ID, date and size together', () => {
  assert.deepEqual(match([found(1)], [known(7)]), { matched: [{ mail: 7, uid: 1 }], wanted: [], skipped: 0 });
});

test('a Message-ID alone proves nothing: other size or other date is another mail', () => {
  const others = [found(1, { size: 101 }), found(2, { headerDate: later }), found(3, { headerDate: null })];
  assert.deepEqual(match(others, [known(7)]).wanted, [1, 2, 3]);
});

test('an EMAILID is enough, whatever else changed', () => {
  const mail = found(1, { emailId: 'M1', messageId: null, size: 5 });
  assert.deepEqual(match([mail], [known(7, { emailId: 'M1' })]).matched, [{ mail: 7, uid: 1 }]);
});

test('a mail without Message-ID needs both its dates', () => {
  const anonymous = { messageId: null };
  assert.equal(match([found(1, anonymous)], [known(7, anonymous)]).matched.length, 1);
  assert.equal(match([found(1, { ...anonymous, internalDate: date })], [known(7, anonymous)]).matched.length, 0);
  assert.equal(
    match([found(1, { ...anonymous, headerDate: null })], [known(7, { ...anonymous, headerDate: null })]).matched
      .length,
    0,
  );
});

test('what is unknown is new where it is newer than the account, else skipped', () => {
  assert.deepEqual(match([found(1), found(2, { internalDate: earlier }), found(3, { internalDate: null })], []), {
    matched: [],
    wanted: [1, 3],
    skipped: 1,
  });
});

test('a mail of the very second in which the account began is new, since its date is rounded down', () => {
  const began = new Date('2026-01-01T00:00:00.700Z');
  const now = [
    found(1, { internalDate: new Date('2026-01-01T00:00:00Z') }),
    found(2, { internalDate: new Date('2025-12-31T23:59:59Z') }),
  ];
  assert.deepEqual(matchMails(now, [], began, new Set()), { matched: [], wanted: [1], skipped: 1 });
});

test('a known mail that is older than the account is known', () => {
  assert.equal(match([found(1, { internalDate: earlier })], [known(7)]).matched.length, 1);
});

test('every mail found ends in one way, and no known mail is found twice, over several parts', () => {
  const facts = fc.record({
    size: fc.constantFrom(1, 2),
    internalDate: fc.constantFrom(earlier, later, null),
    emailId: fc.constantFrom(null, 'M1', 'M2'),
    messageId: fc.constantFrom(null, '<a@outside.test>', '<b@outside.test>'),
    headerDate: fc.constantFrom(null, date, later),
  });
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 12 }),
      fc.array(facts, { maxLength: 12 }),
      fc.nat(12),
      (now, before, cut) => {
        const mails = now.map((each, index) => ({ ...each, uid: index + 1 }));
        const all = before.map((each, index) => ({ ...each, uid: index + 1, mail: index + 1 }));
        const used = new Set<number>();
        const parts = [mails.slice(0, cut), mails.slice(cut)].map((part) => matchMails(part, all, start, used));
        const matched = parts.flatMap((part) => part.matched);
        const wanted = parts.flatMap((part) => part.wanted);
        const skipped = parts.reduce((sum, part) => sum + part.skipped, 0);
        assert.equal(matched.length + wanted.length + skipped, mails.length);
        assert.equal(new Set(matched.map(({ mail }) => mail)).size, matched.length);
        assert.equal(new Set([...wanted, ...matched.map(({ uid }) => uid)]).size, wanted.length + matched.length);
      },
    ),
  );
});

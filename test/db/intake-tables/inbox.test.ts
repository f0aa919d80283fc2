import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { AccountId } from '../../../src/bridge/types.ts';
import { claimLeases, ensureAccounts, type Lease } from '../../../src/db/intake-tables/accounts.ts';
import {
  addChunk,
  beginMail,
  completeMail,
  findWatchedUids,
  forgetUids,
  purgeRaw,
  readChunks,
  storeMails,
  type ArrivedMail,
  type StoreOptions,
} from '../../../src/db/intake-tables/inbox.ts';
import {
  changeUidValidity,
  countAttempts,
  dueOpenUids,
  findKnownMails,
  loadMailbox,
  newMailsOf,
  nextOpenUidIn,
  startMailbox,
  type MailboxRef,
  type MailFacts,
} from '../../../src/db/intake-tables/mailboxes.ts';
import type { Database } from '../../../src/db/pool.ts';
import { LeaseLostError } from '../../../src/base/errors.ts';
import { suiteServer } from '../../support/suite.ts';

const server = suiteServer();

const account = 'support' as AccountId;
const box: MailboxRef = { mailbox: 'INBOX', role: 'watched', uidvalidity: 10 };
const facts = (uid: number, changes: Partial<MailFacts> = {}): MailFacts => ({
  uid,
  size: 5,
  internalDate: new Date('2026-01-02T03:04:05Z'),
  emailId: null,
  messageId: `<${String(uid)}@outside.test>`,
  headerDate: new Date('2026-01-02T03:04:00Z'),
  ...changes,
});
const mail = (uid: number, body = `mail ${String(uid)}`): ArrivedMail => ({
  facts: facts(uid),
  state: 'stored',
  reason: null,
  sha256: createHash('sha256').update(body).digest(),
  body: Buffer.from(body),
});

interface Inbox {
  readonly db: Database;
  readonly lease: Lease;
  readonly at: (nextUid: number | null) => StoreOptions;
}

async function withInbox(work: (inbox: Inbox) => Promise<void>): Promise<void> {
  const database = await server.database();
  const { db } = database;
  try {
    await ensureAccounts(db, [{ account, firstStartDays: 0 }]);
    const [lease] = await claimLeases(db, db.owner, [{ account, login: { make: '', known: [''] } }], 60_000);
    assert.ok(lease);
    await startMailbox(db, lease, box, { nextUid: 1, wanted: [] });
    await work({ db, lease, at: (nextUid) => ({ lease, box, nextUid, failpoint: () => undefined }) });
  } finally {
    await database.close();
  }
}

async function text(db: Database, number: number): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(db, number)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function jobs(db: Database): Promise<{ key: string; subject: string }[]> {
  return (await db.query<{ key: string; subject: string }>('SELECT key, subject FROM jobs ORDER BY job')).rows;
}

async function cursor(db: Database): Promise<number | undefined> {
  return (await loadMailbox(db, account, 'INBOX'))?.nextUid;
}

test('mails, jobs and cursor are one commit, and the workers are woken by it', () =>
  withInbox(async ({ db, at }) => {
    const woken: string[] = [];
    let wake: () => void = () => undefined;
    const rang = new Promise<void>((resolve) => (wake = resolve));
    await db.listen('mailroom_jobs', (queue) => {
      woken.push(queue);
      wake();
    });
    assert.equal(await storeMails(db, at(13), [mail(11), mail(12)]), 2);
    assert.deepEqual(await jobs(db), [
      { key: 'support', subject: '1' },
      { key: 'support', subject: '2' },
    ]);
    assert.equal(await text(db, 2), 'mail 12');
    assert.equal(await cursor(db), 13);
    await rang;
    assert.deepEqual(woken, ['mail-in']);
  }));

test('the same mail a second time changes nothing', () =>
  withInbox(async ({ db, at }) => {
    await storeMails(db, at(2), [mail(1)]);
    assert.equal(await storeMails(db, at(2), [mail(1, 'another body')]), 0);
    assert.equal(await text(db, 1), 'mail 1');
    assert.equal((await jobs(db)).length, 1);
  }));

test('what fails before the commit leaves no trace', () =>
  withInbox(async ({ db, at }) => {
    const failing = {
      ...at(2),
      failpoint: () => {
        throw new Error('the process ends here');
      },
    };
    await assert.rejects(storeMails(db, failing, [mail(1)], [{ uid: 7, reason: 'no-body' }]), /ends here/);
    assert.deepEqual([await jobs(db), await cursor(db), await dueOpenUids(db, account, box, 10)], [[], 1, []]);
  }));

test('the cursor of a mailbox never goes backwards', () =>
  withInbox(async ({ db, at }) => {
    await storeMails(db, at(9), []);
    await storeMails(db, at(3), []);
    assert.equal(await cursor(db), 9);
  }));

test('nothing is stored under an epoch that is over, not even a chunk', () =>
  withInbox(async ({ db, lease, at }) => {
    const number = await beginMail(db, lease, box, facts(1));
    assert.ok(number !== null);
    await addChunk(db, lease, number, 0, Buffer.from('a'));
    await db.query('UPDATE accounts SET owner = $1, epoch = epoch + 1', [randomUUID()]);
    await assert.rejects(addChunk(db, lease, number, 1, Buffer.from('b')), LeaseLostError);
    await assert.rejects(storeMails(db, at(2), [mail(1)]), LeaseLostError);
    await assert.rejects(
      completeMail(db, at(2), { mail: number, uid: 1, sha256: Buffer.alloc(32), bytes: 1 }),
      LeaseLostError,
    );
    assert.deepEqual(await jobs(db), []);
  }));

test('a mail in chunks becomes visible when it is complete, and a second beginning throws the first away', () =>
  withInbox(async ({ db, lease, at }) => {
    const first = await beginMail(db, lease, box, facts(1));
    assert.ok(first !== null);
    await addChunk(db, lease, first, 0, Buffer.from('half'));
    const second = await beginMail(db, lease, box, facts(1));
    assert.ok(second !== null && second !== first);
    await assert.rejects(addChunk(db, lease, first, 1, Buffer.from('late')), LeaseLostError);
    await addChunk(db, lease, second, 0, Buffer.from('whole '));
    await addChunk(db, lease, second, 1, Buffer.from('mail'));
    const done = { mail: second, uid: 1, sha256: Buffer.alloc(32) };
    await assert.rejects(completeMail(db, at(2), { ...done, bytes: 9 }), /expected one row/);
    await completeMail(db, at(2), { ...done, bytes: 10 });
    assert.equal(await text(db, second), 'whole mail');
    assert.deepEqual(await jobs(db), [{ key: 'support', subject: String(second) }]);
    assert.equal(await cursor(db), 2);
    assert.equal(await beginMail(db, lease, box, facts(1)), null);
  }));

test('a UID that is set aside is tried ever more seldom, until it is stored or expunged', () =>
  withInbox(async ({ db, lease, at }) => {
    await storeMails(
      db,
      at(4),
      [mail(1)],
      [
        { uid: 2, reason: 'no-body' },
        { uid: 3, reason: 'no-body' },
      ],
    );
    assert.deepEqual(await dueOpenUids(db, account, box, 10), [
      { uid: 2, attempts: 0 },
      { uid: 3, attempts: 0 },
    ]);
    await countAttempts(db, account, box, [2, 3]);
    assert.deepEqual(await dueOpenUids(db, account, box, 10), []);
    const wait = (await nextOpenUidIn(db, account, ['INBOX'])) ?? 0;
    assert.ok(wait > 55_000 && wait <= 60_000);
    await db.query('UPDATE open_uids SET attempts = 2000');
    await countAttempts(db, account, box, [2, 3]);
    const longest = (await nextOpenUidIn(db, account, ['INBOX'])) ?? 0;
    assert.ok(longest > 59 * 60_000 && longest <= 60 * 60_000);
    await storeMails(db, at(null), [mail(2)]);
    await beginMail(db, lease, box, facts(3));
    await forgetUids(db, lease, box, [3]);
    assert.equal(await nextOpenUidIn(db, account, ['INBOX']), null);
    const { rows } = await db.query<{ uid: number }>('SELECT uid FROM mails ORDER BY uid');
    assert.deepEqual(rows, [{ uid: 1 }, { uid: 2 }]);
  }));

test('known mails are found by EMAILID, Message-ID or, without one, date, and move to the new UIDVALIDITY', () =>
  withInbox(async ({ db, lease, at }) => {
    const long = `<${'x'.repeat(5_000)}@outside.test>`;
    const stored: Partial<MailFacts>[] = [
      { emailId: 'M1', messageId: '<a@b>' },
      { messageId: long },
      { messageId: null },
      {},
    ];
    await storeMails(
      db,
      at(5),
      stored.map((changes, index) => ({ ...mail(index + 1), facts: facts(index + 1, changes) })),
      [{ uid: 9, reason: 'no-body' }],
    );
    await beginMail(db, lease, box, facts(6));
    const now: MailboxRef = { ...box, uidvalidity: 11 };
    const found = [
      facts(21, { emailId: 'M1', messageId: null, headerDate: null }),
      facts(22, { messageId: long }),
      facts(23, { messageId: null }),
    ];
    const known = await findKnownMails(db, account, now, found);
    assert.deepEqual(
      known.map(({ uid }) => uid),
      [1, 2, 3],
    );
    const matched = known.map((each, index) => ({ mail: each.mail, uid: 21 + index }));
    await changeUidValidity(db, lease, now, { matched, wanted: [24], skipped: 3, nextUid: 25 });
    assert.deepEqual(await loadMailbox(db, account, 'INBOX'), { ...now, nextUid: 25, skipped: 3 });
    assert.deepEqual(await dueOpenUids(db, account, now, 10), [{ uid: 24, attempts: 0 }]);
    assert.deepEqual(await dueOpenUids(db, account, box, 10), []);
    const { rows } = await db.query<{ uidvalidity: number; uid: number }>(
      'SELECT uidvalidity, uid FROM mails ORDER BY mail',
    );
    assert.deepEqual(rows, [
      { uidvalidity: 11, uid: 21 },
      { uidvalidity: 11, uid: 22 },
      { uidvalidity: 11, uid: 23 },
      { uidvalidity: 10, uid: 4 },
    ]);
    await assert.rejects(storeMails(db, at(30), [mail(30)]), /expected one row/, 'the old UIDVALIDITY is over');
  }));

test('a mail is found on the server by its Message-ID', () =>
  withInbox(async ({ db, at }) => {
    await storeMails(db, at(3), [mail(1), mail(2)]);
    assert.deepEqual(await findWatchedUids(db, account, '<2@outside.test>'), [
      { mailbox: 'INBOX', uidvalidity: 10, uid: 2 },
    ]);
    assert.deepEqual(await findWatchedUids(db, account, '<3@outside.test>'), []);
  }));

test('raw bytes go when they are old and settled, and the mail is still known', () =>
  withInbox(async ({ db, at }) => {
    await storeMails(db, at(4), [mail(1), mail(2), mail(3)]);
    await db.query(`UPDATE mails SET state = 'decided', stored_at = now() - interval '2 days' WHERE uid IN (1, 2)`);
    await db.query(`UPDATE mails SET stored_at = now() - interval '2 days' WHERE uid = 3`);
    assert.equal(await purgeRaw(db, 3 * 86_400_000, 10), 0);
    assert.equal(await purgeRaw(db, 86_400_000, 1), 1);
    assert.equal(await purgeRaw(db, 86_400_000, 10), 1);
    assert.deepEqual([await text(db, 1), await text(db, 2), await text(db, 3)], ['', '', 'mail 3']);
    assert.equal(await storeMails(db, at(4), [mail(1)]), 0);
  }));

test('what comes in as new mail is known by the cursor, what was stored and what was set aside', () =>
  withInbox(async ({ db, lease, at }) => {
    const sent: MailboxRef = { ...box, mailbox: 'Sent', role: 'sent' };
    await startMailbox(db, lease, sent, { nextUid: 20, wanted: [7] });
    const asked = (ref: MailboxRef, uids: readonly number[], decided = false) =>
      newMailsOf(db, account, ref, uids, { decided }).then((found) => [...found].sort(([a], [b]) => a - b));
    assert.deepEqual(await asked(sent, [6, 7, 19, 20, 99]), [
      [7, 'comes'],
      [20, 'comes'],
      [99, 'comes'],
    ]);
    await storeMails(db, at(14), [mail(11), mail(12), mail(13)]);
    await db.query(`UPDATE mails SET state = 'overflow', reason = 'old' WHERE uid = 11`);
    await db.query(`UPDATE mails SET state = 'ignored', reason = 'old: left by @a:x' WHERE uid = 12`);
    assert.deepEqual(await asked(box, [10, 11, 12, 13, 14]), [
      [11, 'waits'],
      [13, 'comes'],
      [14, 'comes'],
    ]);
    // Of history what was decided is none either.
    assert.deepEqual(
      (await asked(box, [10, 11, 12, 13, 14], true)).map(([uid]) => uid),
      [11, 12, 13, 14],
    );
    // Under another UIDVALIDITY, in another mailbox and for another account nothing is known.
    assert.deepEqual(await asked({ ...box, uidvalidity: 11 }, [11, 14]), []);
    assert.deepEqual(await asked({ ...box, mailbox: 'Archive' }, [11, 14]), []);
    assert.equal((await newMailsOf(db, 'info' as AccountId, box, [11, 14], { decided: true })).size, 0);
  }));

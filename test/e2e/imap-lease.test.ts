import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { Database } from '../../src/db/pool.ts';
import { ImapFailure } from '../../src/imap/failure.ts';
import {
  appendMails,
  mailClient,
  mailText,
  onDatabase,
  startSupervisor,
  startMailSite,
  storedMails,
  type MailSite,
} from '../support/imap.ts';

let site: MailSite;
before(async () => {
  site = await startMailSite();
});
after(() => site.stop());

test('of two processes one works on an account, and the other follows when it stops', async () => {
  const account = site.account('shared');
  await onDatabase(site, async ({ db, url }, start) => {
    const otherDb = new Database({ url, onError: () => undefined });
    const one = await start({ accounts: [account] });
    await one.state(account, 'connected');
    const two = await startSupervisor({ db: otherDb, accounts: [account], options: { leaseMs: 300 } });
    try {
      assert.deepEqual([one.supervisor.held(), two.supervisor.held()], [['shared'], []]);
      await one.stop();
      await two.state(account, 'connected');
      await site.dovecot.save(account.imap.user, 'INBOX', mailText('handed-over'));
      await two.when('the mail is stored', async () => (await storedMails(db, account)).length === 1);
    } finally {
      await two.stop();
      await otherDb.close();
    }
  });
});

test('a holder that was overtaken writes nothing and ends', async () => {
  const account = site.account('overtaken');
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account], options: { leaseMs: 60_000 } });
    await supervisor.state(account, 'connected');
    await db.query(
      `UPDATE accounts SET owner = gen_random_uuid(), epoch = epoch + 1, lease_until = now() + interval '1 hour'`,
    );
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('not-ours'));
    await supervisor.when('it ends', () => supervisor.supervisor.held().length === 0 && supervisor.happened.length > 0);
    await supervisor.state(account, 'stopped');
    assert.deepEqual(await storedMails(db, account), []);
    const { rows } = await db.query<{ next_uid: number }>(`SELECT next_uid FROM mailboxes WHERE mailbox = 'INBOX'`);
    assert.deepEqual(rows, [{ next_uid: 1 }]);
  });
});

test('a stop in the middle of a long catch-up ends it soon, and the next start goes on from there', async () => {
  const account = site.account('stopped');
  await onDatabase(site, async ({ db }, start) => {
    const first = await start({ accounts: [account] });
    await first.state(account, 'connected');
    await first.stop();
    const ids = Array.from({ length: 450 }, (_, index) => `stop-${String(index)}`);
    await appendMails(
      site,
      account,
      'INBOX',
      ids.map((id) => mailText(id)),
    );
    const stops: Promise<void>[] = [];
    const second = await start({
      accounts: [account],
      failpoint: (name) => {
        if (name === 'imap:after-commit' && stops.length === 0) stops.push(second.stop());
      },
    });
    await second.state(account, 'stopped');
    await Promise.all(stops);
    const part = (await storedMails(db, account)).length;
    assert.ok(part > 0 && part < ids.length, `${String(part)} were read`);
    const { rows } = await db.query('SELECT owner, lease_until, state FROM accounts');
    assert.deepEqual(rows, [{ owner: null, lease_until: null, state: 'stopped' }]);
    const third = await start({ accounts: [account] });
    await third.state(account, 'connected');
    assert.deepEqual(
      (await storedMails(db, account)).map((mail) => mail.message_id),
      ids.map((id) => `<${id}@outside.test>`),
    );
  });
});

test('the lease of a process that died is taken after it ran out', async () => {
  const account = site.account('orphaned');
  await onDatabase(site, async ({ db }, start) => {
    await db.query(
      `INSERT INTO accounts (account, owner, epoch, lease_until) VALUES ('orphaned', gen_random_uuid(), 7, now() +
         interval '1 second')`,
    );
    const supervisor = await start({ accounts: [account], options: { leaseMs: 300 } });
    assert.deepEqual(supervisor.supervisor.held(), []);
    await supervisor.state(account, 'connected');
    const { rows } = await db.query<{ epoch: number }>('SELECT epoch FROM accounts');
    assert.deepEqual(rows, [{ epoch: 8 }]);
  });
});

test('an answer is marked on its mail alone, and deleted mails stay where they are', async () => {
  const account = site.account('answered');
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await appendMails(site, account, 'INBOX', [mailText('question'), mailText('bystander')]);
    await supervisor.when('both are stored', async () => (await storedMails(db, account)).length === 2);
    const client = mailClient(site, account.imap);
    await client.connect();
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('2', ['\\Deleted'], { uid: true });
    const commands = supervisor.supervisor.commands(account.account);
    assert.ok(commands !== null);
    assert.equal(await commands.markAnswered('<question@outside.test>'), true);
    assert.equal(await commands.markAnswered('<question@outside.test>'), true);
    assert.equal(await commands.markAnswered('<unknown@outside.test>'), false);
    await supervisor.stop();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const flags = (await client.fetchAll('1:*', { flags: true })).map((mail) =>
      [...(mail.flags ?? [])].filter((flag) => flag !== '\\Recent'),
    );
    await client.logout();
    assert.deepEqual(flags, [['\\Answered'], ['\\Deleted']]);
  });
});

test('a copy is filed in Sent as read, found there, and not taken for news', async () => {
  const account = site.account('filed', { pollMs: 300 });
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account], isOwnMessageId: (id) => id === '<own@outside.test>' });
    await supervisor.state(account, 'connected');
    const commands = supervisor.supervisor.commands(account.account);
    assert.ok(commands !== null);
    assert.equal(await commands.findInSent('<own@outside.test>'), false);
    const raw = Buffer.from(mailText('own'));
    const date = new Date('2026-02-03T04:05:06Z');
    await commands.appendSent(Readable.from([raw.subarray(0, 10), raw.subarray(10)]), date);
    assert.equal(await commands.findInSent('<own@outside.test>'), true);
    assert.equal(await commands.findInSent('<own@outside>'), false);
    await supervisor.when('the copy is noted', async () => (await storedMails(db, account)).length === 1);
    assert.equal((await storedMails(db, account))[0]?.state, 'ignored');
    await supervisor.stop();
    const client = mailClient(site, account.imap);
    await client.connect();
    await client.mailboxOpen('Sent', { readOnly: true });
    const copy = await client.fetchOne('1', { flags: true, source: true, internalDate: true });
    await client.logout();
    assert.ok(copy !== false);
    assert.ok(copy.flags?.has('\\Seen'));
    assert.deepEqual(copy.source, raw);
    assert.deepEqual(copy.internalDate, date);
  });
});

test('without a Sent mailbox the copy is refused by name', async () => {
  const account = site.account('sentless', { sentMailbox: 'No such mailbox' });
  await onDatabase(site, async (_database, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    const commands = supervisor.supervisor.commands(account.account);
    assert.ok(commands !== null);
    await assert.rejects(commands.findInSent('<any@outside.test>'), (error) => {
      assert.ok(error instanceof ImapFailure);
      assert.equal(error.kind, 'mailbox');
      return true;
    });
  });
});

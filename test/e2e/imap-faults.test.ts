import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Database } from '../../src/db/pool.ts';
import type { ImapAccount } from '../../src/imap/settings.ts';
import {
  appendMails,
  cuttableWay,
  mailText,
  onDatabase,
  startMailSite,
  storedMails,
  waitingJobs,
  type MailSite,
} from '../support/imap.ts';

let site: MailSite;
before(async () => {
  site = await startMailSite();
});
after(() => site.stop());

const large = (id: string): string =>
  mailText(id, { body: randomBytes(1_500_000).toString('base64').replace(/.{76}/g, '$&\r\n') });
const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');
const ids = async (db: Database, account: ImapAccount): Promise<(string | null)[]> =>
  (await storedMails(db, account)).map((mail) => mail.message_id);
const plain = (way: { port: number }) => ({ security: 'none', port: way.port, ca: null }) as const;

test('a changed UIDVALIDITY replays nothing: known mails are matched, old ones skipped, new ones read', async () => {
  const account = site.account('validity');
  await appendMails(site, account, 'INBOX', [mailText('from-before')], new Date('2020-01-01T00:00:00Z'));
  await onDatabase(site, async ({ db }, start) => {
    const first = await start({ accounts: [account] });
    await first.state(account, 'connected');
    await appendMails(site, account, 'INBOX', [mailText('known'), mailText('known-too')]);
    await first.when('two are stored', async () => (await storedMails(db, account)).length === 2);
    await first.stop();
    const known = await storedMails(db, account);
    await appendMails(site, account, 'INBOX', [mailText('new')]);
    await site.dovecot.expunge(account.imap.user, 'INBOX', ['header', 'message-id', '<known@outside.test>']);
    await site.dovecot.setUidValidity(account.imap.user, 'INBOX', 4_242_424);
    const second = await start({ accounts: [account] });
    await second.state(account, 'connected');
    const mails = await storedMails(db, account);
    assert.deepEqual(
      mails.map((mail) => [mail.message_id, mail.uidvalidity === 4_242_424]),
      [
        ['<known@outside.test>', false],
        ['<known-too@outside.test>', true],
        ['<new@outside.test>', true],
      ],
    );
    assert.equal(mails[1]?.mail, known[1]?.mail);
    assert.equal((await waitingJobs(db)).length, 3);
    const { rows } = await db.query<{ skipped: number }>(`SELECT skipped FROM mailboxes WHERE mailbox = 'INBOX'`);
    assert.deepEqual(rows, [{ skipped: 1 }]);
    await appendMails(site, account, 'INBOX', [mailText('after')]);
    await second.when('what comes after is read', async () =>
      (await ids(db, account)).includes('<after@outside.test>'),
    );
  });
});

test('sessions that the server ends come back and lose nothing', async () => {
  const account = site.account('kicked');
  await onDatabase(site, async ({ db }, start) => {
    const keeper = await start({ accounts: [account] });
    await keeper.state(account, 'connected');
    await site.dovecot.kick(account.imap.user);
    await keeper.state(account, 'transient');
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('meanwhile'));
    await keeper.when('the mail is stored', async () => (await ids(db, account)).includes('<meanwhile@outside.test>'));
    await keeper.state(account, 'connected');
  });
});

test('a mail that is expunged while it is fetched leaves nothing, and the next one comes', async (t) => {
  let release: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const atBody = new Promise<void>((resolve) => (reached = resolve));
  const way = await cuttableWay(site.dovecot.ports.imap, (sent) => {
    if (!/UID FETCH 1 .*BODY\.PEEK\[\]<0\./.test(sent)) return 'pass';
    reached();
    return held;
  });
  t.after(() => way.close());
  const account = site.account('expunged', plain(way));
  await onDatabase(site, async ({ db }, start) => {
    const keeper = await start({ accounts: [account] });
    await keeper.state(account, 'connected');
    await site.dovecot.save(account.imap.user, 'INBOX', large('vanishing'));
    await atBody;
    await site.dovecot.expunge(account.imap.user, 'INBOX', ['all']);
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('staying'));
    release();
    await keeper.when('the next is stored', async () => (await ids(db, account)).includes('<staying@outside.test>'));
    await keeper.when('nothing is open', async () => (await openUids(db)).length === 0);
    assert.deepEqual(await ids(db, account), ['<staying@outside.test>']);
    const { rows } = await db.query('SELECT DISTINCT mail FROM mail_chunks');
    assert.equal(rows.length, 1);
  });
});

test('a mail on which the connection breaks is set aside, holds up nobody, and comes when it can', async (t) => {
  let broken = true;
  const way = await cuttableWay(site.dovecot.ports.imap, (sent) =>
    broken && /UID FETCH (2|1:[2-9]|2:\d+) .*BODY\.PEEK\[\]/.test(sent) ? 'cut' : 'pass',
  );
  t.after(() => way.close());
  const account = site.account('breaking', { ...plain(way), pollMs: 300 });
  await onDatabase(site, async ({ db }, start) => {
    const keeper = await start({ accounts: [account] });
    await keeper.state(account, 'connected');
    await keeper.stop();
    await appendMails(
      site,
      account,
      'INBOX',
      ['a', 'b', 'c'].map((id) => mailText(id)),
    );
    const again = await start({ accounts: [account] });
    await again.when('its neighbours are stored', async () => (await ids(db, account)).length === 2);
    assert.deepEqual(await ids(db, account), ['<a@outside.test>', '<c@outside.test>']);
    await again.when('it is open and put off', async () => (await openUids(db)).some(({ attempts }) => attempts > 0));
    await again.state(account, 'connected');
    broken = false;
    await db.query('UPDATE open_uids SET retry_at = now()');
    await again.when('it is stored too', async () => (await ids(db, account)).length === 3);
    assert.deepEqual(await openUids(db), []);
  });
});

test('a server that stops answering is left by the watchdog', async (t) => {
  let stuck = false;
  const way = await cuttableWay(site.dovecot.ports.imap, (sent) =>
    stuck && /STATUS|EXAMINE|DONE/.test(sent) ? new Promise(() => undefined) : 'pass',
  );
  t.after(() => way.close());
  const account = site.account('stuck', { ...plain(way), pollMs: 200 });
  await onDatabase(site, async ({ db }, start) => {
    const keeper = await start({ accounts: [account] });
    await keeper.state(account, 'connected');
    stuck = true;
    await keeper.when('the watchdog barks', () =>
      keeper.happened.some((one) => one.what === 'failure' && one.kind === 'watchdog'),
    );
    stuck = false;
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('after-the-bark'));
    await keeper.when('the mail is stored', async () => (await ids(db, account)).length === 1);
  });
});

test('a refused login is tried three times and then left alone, while others work; another password begins anew', async (t) => {
  const way = await cuttableWay(site.dovecot.ports.imap, () => 'pass');
  t.after(() => way.close());
  const right = site.account('mistyped', { pollMs: 200 });
  const wrong: ImapAccount = {
    ...right,
    imap: { ...right.imap, ...plain(way), password: 'mistyped' },
    fingerprint: 'mistyped',
  };
  const other = site.account('other', { pollMs: 200 });
  await onDatabase(site, async ({ db }, start) => {
    const keeper = await start({ accounts: [wrong, other], options: { leaseMs: 300 } });
    await keeper.state(wrong, 'bad-credentials');
    assert.equal(way.connections(), 3);
    await keeper.state(other, 'connected');
    await site.dovecot.save(other.imap.user, 'INBOX', mailText('elsewhere'));
    await keeper.when('the other works on', async () => (await storedMails(db, other)).length === 1);
    assert.equal(way.connections(), 3);
    await keeper.stop();
    const { rows } = await db.query(`SELECT state, owner FROM accounts WHERE account = 'mistyped'`);
    assert.deepEqual(rows, [{ state: 'bad-credentials', owner: null }]);

    const restarted = await start({ accounts: [wrong] });
    await restarted.state(wrong, 'bad-credentials');
    assert.equal(way.connections(), 4, 'a start by hand is one more try');
    await restarted.stop();

    const corrected = await start({ accounts: [right] });
    await corrected.state(right, 'connected');
    await corrected.stop();
  });
});

for (const name of [
  'imap:fetching-begun',
  'imap:chunk-stored',
  'imap:chunks-stored',
  'imap:before-commit',
  'imap:after-commit',
]) {
  test(`an end at ${name} loses nothing and stores nothing twice`, async () => {
    const account = site.account(name.replace(/[^a-z]/g, '-'));
    const first = large('first');
    await onDatabase(site, async ({ db }, start) => {
      const keeper = await start({ accounts: [account] });
      await keeper.state(account, 'connected');
      await keeper.stop();
      await appendMails(site, account, 'INBOX', [first, mailText('second')]);
      let ends = 2;
      const again = await start({
        accounts: [account],
        failpoint: (step) => {
          if (step === name && ends-- > 0) throw new Error('the process ends here');
        },
      });
      await again.state(account, 'connected');
      assert.ok(ends <= 0, 'the step was reached');
      const mails = await storedMails(db, account);
      assert.deepEqual(
        mails.map((mail) => [mail.message_id, mail.state]),
        [
          ['<first@outside.test>', 'stored'],
          ['<second@outside.test>', 'stored'],
        ],
      );
      assert.equal(mails[0]?.sha256?.toString('hex'), sha256(first));
      assert.deepEqual(
        await waitingJobs(db),
        mails.map((mail) => mail.mail),
      );
      const { rows } = await db.query<{ mail: number; bytes: number }>(
        'SELECT mail, sum(octet_length(bytes)) AS bytes FROM mail_chunks GROUP BY mail ORDER BY mail',
      );
      assert.deepEqual(rows, [
        { mail: mails[0].mail, bytes: first.length },
        { mail: mails[1]?.mail, bytes: mailText('second').length },
      ]);
    });
  });
}

for (const name of ['imap:before-uidvalidity', 'imap:after-uidvalidity']) {
  test(`an end at ${name} replays nothing`, async () => {
    const account = site.account(name.replace(/[^a-z]/g, '-'));
    await onDatabase(site, async ({ db }, start) => {
      const keeper = await start({ accounts: [account] });
      await keeper.state(account, 'connected');
      await appendMails(site, account, 'INBOX', [mailText('known')]);
      await keeper.when('it is stored', async () => (await storedMails(db, account)).length === 1);
      await keeper.stop();
      await appendMails(site, account, 'INBOX', [mailText('new')]);
      await site.dovecot.setUidValidity(account.imap.user, 'INBOX', 77_777);
      let ends = 1;
      const again = await start({
        accounts: [account],
        failpoint: (step) => {
          if (step === name && ends-- > 0) throw new Error('the process ends here');
        },
      });
      await again.state(account, 'connected');
      assert.deepEqual(await ids(db, account), ['<known@outside.test>', '<new@outside.test>']);
      assert.equal((await waitingJobs(db)).length, 2);
    });
  });
}

async function openUids(db: Database): Promise<{ uid: number; attempts: number }[]> {
  return (await db.query<{ uid: number; attempts: number }>('SELECT uid, attempts FROM open_uids')).rows;
}

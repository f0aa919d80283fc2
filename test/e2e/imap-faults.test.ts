import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accountStandings, connectNow } from '../../src/db/intake-tables/accounts.ts';
import { retryQuarantineItem, viewQuarantine } from '../../src/db/helpdesk-tables/operations.ts';
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
import { until } from '../support/servers.ts';

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
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await site.dovecot.kick(account.imap.user);
    await supervisor.state(account, 'transient');
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('meanwhile'));
    await supervisor.when('the mail is stored', async () =>
      (await ids(db, account)).includes('<meanwhile@outside.test>'),
    );
    await supervisor.state(account, 'connected');
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
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await site.dovecot.save(account.imap.user, 'INBOX', large('vanishing'));
    await atBody;
    await site.dovecot.expunge(account.imap.user, 'INBOX', ['all']);
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('staying'));
    release();
    await supervisor.when('the next is stored', async () =>
      (await ids(db, account)).includes('<staying@outside.test>'),
    );
    await supervisor.when('nothing is open', async () => (await openUids(db)).length === 0);
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
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await supervisor.stop();
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
    const { rows: known } = await db.query('SELECT sender, subject FROM open_uids');
    assert.deepEqual(known, [{ sender: 'Bob <bob@outside.test>', subject: 'About b' }], 'what its envelope says');
    broken = false;
    const scope = { accounts: [account.account], unowned: false };
    await db.query('UPDATE open_uids SET told = true');
    const [item] = (await viewQuarantine(db, scope, 10)).items;
    assert.ok(item);
    assert.equal(await db.transaction((tx) => retryQuarantineItem(tx, scope, item.number)), true);
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
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    stuck = true;
    await supervisor.when('the watchdog barks', () =>
      supervisor.happened.some((one) => one.what === 'failure' && one.kind === 'watchdog'),
    );
    stuck = false;
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('after-the-bark'));
    await supervisor.when('the mail is stored', async () => (await ids(db, account)).length === 1);
  });
});

test('a refused login rests after each try; a person, or another password, brings the next', async (t) => {
  const way = await cuttableWay(site.dovecot.ports.imap, () => 'pass');
  t.after(() => way.close());
  const right = site.account('mistyped', { pollMs: 200 });
  const wrong: ImapAccount = {
    ...right,
    imap: { ...right.imap, ...plain(way), password: 'mistyped' },
    login: { make: 'mistyped', known: ['mistyped'] },
  };
  const other = site.account('other', { pollMs: 200 });
  await onDatabase(site, async ({ db }, start) => {
    let password = 'mistyped';
    const read: string[] = [];
    const supervisor = await start({
      accounts: [wrong, other],
      options: { leaseMs: 300 },
      currentLogins: (resting) => {
        read.push(...resting.map(({ account }) => account));
        const login = { make: password, known: [password] };
        return resting.map((account) => ({ ...account, imap: { ...account.imap, password }, login }));
      },
    });
    const rests = async () => {
      const { rows } = await db.query<{ count: number }>(
        `SELECT login_failures AS count FROM accounts WHERE account = 'mistyped' AND login_retry_at = 'infinity'
           AND owner IS NULL`,
      );
      return rows[0]?.count ?? 0;
    };
    await supervisor.state(wrong, 'bad-credentials');
    await until(async () => (await rests()) === 3, {
      what: 'three refusals, with a pause behind each',
      within: 30_000,
    });
    const { rows: before } = await db.query(`SELECT state_since FROM accounts WHERE account = 'mistyped'`);
    await supervisor.state(other, 'connected');
    await site.dovecot.save(other.imap.user, 'INBOX', mailText('elsewhere'));
    await supervisor.when('the other works on', async () => (await storedMails(db, other)).length === 1);
    assert.equal(way.connections(), 3, 'it is left alone behind the last pause');

    assert.deepEqual(await connectNow(db, [wrong.account]), [wrong.account]);
    await until(async () => (await rests()) === 4, { what: 'the try that a person asked for', within: 30_000 });
    const { rows } = await db.query(`SELECT state, state_since FROM accounts WHERE account = 'mistyped'`);
    assert.deepEqual(rows, [{ ...before[0], state: 'bad-credentials' }], 'since the first refusal');

    password = right.imap.password;
    await supervisor.state(wrong, 'connected');
    assert.deepEqual(new Set(read), new Set(['mistyped']), 'the config is read again for what rests alone');
    await supervisor.stop();
  });
});

test('a refusal without a reason is no wrong password before the third', async (t) => {
  const way = await cuttableWay(
    site.dovecot.ports.imap,
    () => 'pass',
    (lines) => lines.replace('[AUTHENTICATIONFAILED] ', ''),
  );
  t.after(() => way.close());
  const account = site.account('unexplained');
  const wrong: ImapAccount = { ...account, imap: { ...account.imap, ...plain(way), password: 'mistyped' } };
  await onDatabase(site, async (_database, start) => {
    const supervisor = await start({ accounts: [wrong], options: { leaseMs: 300 } });
    await supervisor.state(wrong, 'bad-credentials');
    const states = supervisor.happened.flatMap((one) =>
      one.what === 'state' ? [`${one.state} ${one.reason ?? ''}`] : [],
    );
    assert.deepEqual(states, [
      'connecting ',
      'transient login-unexplained',
      'transient login-unexplained',
      'bad-credentials login-unexplained',
    ]);
    assert.equal(way.connections(), 3);
  });
});

test('a mailbox that cannot be opened is told by its name until it is there; the others are read', async () => {
  const account = site.account('unread', { mailboxes: ['INBOX', 'Orders'], pollMs: 200 });
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    const troubled = async () => (await accountStandings(db)).find((one) => one.account === account.account);
    await until(async () => (await troubled())?.troubled.join() === 'Orders', {
      what: 'the folder’s name',
      within: 30_000,
    });
    assert.deepEqual([(await troubled())?.state, (await troubled())?.reason], ['connected', 'mailbox-unavailable']);
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('beside'));
    await supervisor.when('the other folder is read', async () => (await storedMails(db, account)).length === 1);
    await site.dovecot.create(account.imap.user, 'Orders');
    await site.dovecot.save(account.imap.user, 'Orders', mailText('first order'));
    await until(async () => (await troubled())?.troubled.length === 0, { what: 'all is well', within: 30_000 });
    await supervisor.stop();
  });
});

test('a server that announces no mail is found out by the polls that find it', async (t) => {
  let hides = false;
  const way = await cuttableWay(
    site.dovecot.ports.imap,
    () => 'pass',
    // What comes while nobody asks: the news of an IDLE.
    (lines) => (hides && /^(?:\* \d+ (?:EXISTS|RECENT)\r\n)+$/.test(lines) ? '' : lines),
  );
  t.after(() => way.close());
  const direct = site.account('unannounced', { pollMs: 300 });
  const account: ImapAccount = { ...direct, imap: { ...direct.imap, ...plain(way) } };
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account], isOwnMessageId: (id) => id.startsWith('<copy-') });
    await supervisor.state(account, 'connected');
    hides = true;
    const found = async () => (await storedMails(db, account)).filter(({ mailbox }) => mailbox === 'INBOX').length;
    const standing = async () => (await accountStandings(db)).find((one) => one.account === account.account);
    for (let n = 1; (await standing())?.reason !== 'mail-unannounced'; n++) {
      assert.ok(n < 40, 'so many mails were found by polls alone');
      await site.dovecot.save(account.imap.user, 'INBOX', mailText(`unheard ${n}`));
      // Filing a copy of our own wakes the session too: that is no word about INBOX.
      await supervisor.supervisor.commands(account.account)?.appendSent(Buffer.from(mailText(`copy-${n}`)), new Date());
      await supervisor.when('a look finds it', async () => (await found()) === n);
    }
    assert.deepEqual((await standing())?.troubled, ['INBOX']);
    hides = false;
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('heard'));
    await until(async () => (await standing())?.reason === null, { what: 'it is told of mail again', within: 30_000 });
    await supervisor.stop();
  });
});

for (const name of [
  'imap:fetching-begun',
  'imap:chunk-stored',
  'imap:chunks-stored',
  'imap:before-commit',
  'imap:after-commit',
]) {
  test(`a process that ends at ${name} loses no mail and stores none twice`, async () => {
    const account = site.account(name.replace(/[^a-z]/g, '-'));
    const first = large('first');
    await onDatabase(site, async ({ db }, start) => {
      const supervisor = await start({ accounts: [account] });
      await supervisor.state(account, 'connected');
      await supervisor.stop();
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
  test(`a process that ends at ${name} replays no mail`, async () => {
    const account = site.account(name.replace(/[^a-z]/g, '-'));
    await onDatabase(site, async ({ db }, start) => {
      const supervisor = await start({ accounts: [account] });
      await supervisor.state(account, 'connected');
      await appendMails(site, account, 'INBOX', [mailText('known')]);
      await supervisor.when('it is stored', async () => (await storedMails(db, account)).length === 1);
      await supervisor.stop();
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

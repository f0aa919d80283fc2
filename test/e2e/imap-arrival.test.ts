import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { readChunks } from '../../src/db/intake-tables/inbox.ts';
import type { Database } from '../../src/db/pool.ts';
import {
  appendMails,
  mailClient,
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

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

async function body(db: Database, mail: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(db, mail)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('the first start takes no mail from before, and IDLE brings what arrives', async () => {
  const account = site.account('first');
  await appendMails(site, account, 'INBOX', [mailText('old')]);
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    assert.deepEqual(await storedMails(db, account), []);
    const began = performance.now();
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('new'));
    await supervisor.when('the mail is stored', async () => (await storedMails(db, account)).length === 1);
    assert.ok(performance.now() - began < 10_000, 'IDLE is quicker than the poll of a minute');
    const [mail] = await storedMails(db, account);
    assert.equal(mail?.state, 'stored');
    assert.equal(mail.uid, 2);
    assert.equal(mail.message_id, '<new@outside.test>');
    assert.deepEqual(await body(db, mail.mail), Buffer.from(mailText('new')));
    assert.deepEqual(mail.sha256, sha256(mailText('new')));
    assert.deepEqual(await waitingJobs(db), [mail.mail]);
  });
});

test('no flag of any mail is changed', async () => {
  const account = site.account('flags');
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('unread'));
    await supervisor.when('the mail is stored', async () => (await storedMails(db, account)).length === 1);
    await supervisor.stop();
    const client = mailClient(site, account.imap);
    await client.connect();
    await client.mailboxOpen('INBOX', { readOnly: true });
    const [mail] = await client.fetchAll('1:*', { flags: true });
    await client.logout();
    assert.deepEqual(
      [...(mail?.flags ?? [])].filter((flag) => flag !== '\\Recent'),
      [],
    );
  });
});

test('a start with days of history takes those days and nothing older', async () => {
  const account = site.account('history', { firstStartDays: 30 });
  await appendMails(site, account, 'INBOX', [mailText('ancient')], new Date(Date.now() - 40 * 86_400_000));
  await appendMails(site, account, 'INBOX', [mailText('recent')], new Date(Date.now() - 3 * 86_400_000));
  await appendMails(site, account, 'Sent', [mailText('answer')], new Date(Date.now() - 2 * 86_400_000));
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    const mails = await storedMails(db, account);
    assert.deepEqual(
      mails.map((mail) => [mail.mailbox, mail.role, mail.uid]),
      [
        ['INBOX', 'watched', 2],
        ['Sent', 'sent', 1],
      ],
    );
  });
});

test('five hundred mails that came while nobody looked are read once each, in order', async () => {
  const account = site.account('batch');
  await onDatabase(site, async ({ db }, start) => {
    const first = await start({ accounts: [account] });
    await first.state(account, 'connected');
    await first.stop();
    const ids = Array.from({ length: 500 }, (_, index) => `batch-${String(index)}`);
    await appendMails(
      site,
      account,
      'INBOX',
      ids.map((id) => mailText(id)),
    );
    const second = await start({ accounts: [account] });
    await second.state(account, 'connected');
    const mails = await storedMails(db, account);
    assert.deepEqual(
      mails.map((mail) => mail.message_id),
      ids.map((id) => `<${id}@outside.test>`),
    );
    assert.ok(mails.every((mail) => mail.state === 'stored'));
    assert.deepEqual(
      await waitingJobs(db),
      mails.map((mail) => mail.mail),
    );
  });
});

test('60 MB come in pieces, whole and between their neighbours', async () => {
  const account = site.account('large');
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await supervisor.stop();
    const base64 = randomBytes(44 * 1024 * 1024).toString('base64');
    const large = mailText('large', { body: base64.replace(/.{76}/g, '$&\r\n') });
    await appendMails(site, account, 'INBOX', [mailText('before'), large, mailText('after')]);
    const again = await start({ accounts: [account] });
    await again.state(account, 'connected');
    const mails = await storedMails(db, account);
    assert.deepEqual(
      mails.map((mail) => mail.message_id),
      ['<before@outside.test>', '<large@outside.test>', '<after@outside.test>'],
    );
    assert.ok(large.length > 60_000_000);
    assert.deepEqual(mails[1]?.sha256, sha256(large));
    const { rows } = await db.query<{ chunks: number; longest: number }>(
      'SELECT count(*) AS chunks, max(octet_length(bytes)) AS longest FROM mail_chunks WHERE mail = $1',
      [mails[1].mail],
    );
    assert.ok((rows[0]?.longest ?? 0) <= 1024 * 1024 && (rows[0]?.chunks ?? 0) > 60);
    const hash = createHash('sha256');
    for await (const chunk of readChunks(db, mails[1].mail)) hash.update(chunk);
    assert.deepEqual(hash.digest(), sha256(large));
  });
});

test('NUL in a body, 8 bits in a header and a mail without a header are stored as the server gives them', async () => {
  const account = site.account('odd');
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    const nul = Buffer.from(mailText('nul', { body: 'a\0b' }), 'latin1');
    const eight = Buffer.from(mailText('eight').replace('About', 'Gr\u00fc\u00dfe \u00ff'), 'latin1');
    for (const mail of [nul, eight, Buffer.from('no header at all\r\n')]) {
      await site.dovecot.save(account.imap.user, 'INBOX', mail);
    }
    await supervisor.when('three mails are stored', async () => (await storedMails(db, account)).length === 3);
    const mails = await storedMails(db, account);
    // Dovecot gives 0x80 for NUL, which no literal may hold (RFC 9051 section 4.3.1).
    const shown = Buffer.from(nul.toString('latin1').replace('\0', '\x80'), 'latin1');
    const got = await body(db, mails[0]?.mail ?? 0);
    assert.ok(got.equals(nul) || got.equals(shown));
    assert.deepEqual(await body(db, mails[1]?.mail ?? 0), eight);
    assert.equal(mails[2]?.message_id, null);
    assert.equal((await waitingJobs(db)).length, 3);
  });
});

test('a mail above the limit gives its header, a job, and way to the next', async () => {
  const account = site.account('oversize', { mailSize: 300_000 });
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [account] });
    await supervisor.state(account, 'connected');
    await site.dovecot.save(
      account.imap.user,
      'INBOX',
      mailText('huge', { body: 'x'.repeat(70).concat('\r\n').repeat(9_000) }),
    );
    await site.dovecot.save(account.imap.user, 'INBOX', mailText('next'));
    await supervisor.when('both are there', async () => (await storedMails(db, account)).length === 2);
    const [huge, next] = await storedMails(db, account);
    assert.equal(huge?.state, 'oversize');
    assert.equal(next?.state, 'stored');
    const header = await body(db, huge.mail);
    assert.match(header.toString(), /^From: Bob [\s\S]*Message-ID: <huge@outside\.test>[\s\S]*\r\n\r\n$/);
    assert.ok(huge.size > 600_000);
    assert.deepEqual(await waitingJobs(db), [huge.mail, next.mail]);
    assert.ok(supervisor.happened.some((one) => one.what === 'mails' && one.outcome === 'oversize'));
  });
});

test('Sent is read too, without the copies that Mailroom filed', async () => {
  const account = site.account('sent');
  await onDatabase(site, async ({ db }, start) => {
    const isOwnMessageId = (id: string): boolean => id.startsWith('<own-');
    const supervisor = await start({ accounts: [account], isOwnMessageId });
    await supervisor.state(account, 'connected');
    await site.dovecot.save(account.imap.user, 'Sent', mailText('own-copy'));
    await site.dovecot.save(account.imap.user, 'Sent', mailText('colleague'));
    await supervisor.when('both are there', async () => (await storedMails(db, account)).length === 2);
    const mails = await storedMails(db, account);
    assert.deepEqual(
      mails.map((mail) => [mail.role, mail.state]),
      [
        ['sent', 'ignored'],
        ['sent', 'stored'],
      ],
    );
    assert.deepEqual(await waitingJobs(db), [mails[1]?.mail]);
  });
});

test('several mailboxes and several accounts are watched by one supervisor; what is missing stops none', async () => {
  const one = site.account('one', { mailboxes: ['INBOX', 'Missing', 'Archive'], pollMs: 500 });
  const two = site.account('two', { pollMs: 500 });
  await onDatabase(site, async ({ db }, start) => {
    const supervisor = await start({ accounts: [one, two] });
    await Promise.all([supervisor.state(one, 'connected'), supervisor.state(two, 'connected')]);
    await site.dovecot.save(one.imap.user, 'Archive', mailText('archived'));
    await site.dovecot.save(two.imap.user, 'INBOX', mailText('second'));
    await supervisor.when('both are stored', async () => {
      const counts = [await storedMails(db, one), await storedMails(db, two)].map((mails) => mails.length);
      return counts[0] === 1 && counts[1] === 1;
    });
    assert.equal((await storedMails(db, one))[0]?.mailbox, 'Archive');
    const failures = supervisor.happened.filter((each) => each.what === 'failure');
    assert.deepEqual(
      failures.map((each) => each.kind),
      ['mailbox-missing'],
    );
  });
});

test('STARTTLS is required where it is configured, and a server that is not known to the CA is refused', async () => {
  const account = site.account('starttls', { security: 'starttls', port: site.dovecot.ports.imap });
  const untrusting = site.account('untrusting', { ca: null });
  await onDatabase(site, async (_database, start) => {
    const supervisor = await start({ accounts: [account, untrusting] });
    await supervisor.state(account, 'connected');
    await supervisor.state(untrusting, 'transient');
    assert.ok(supervisor.happened.some((one) => one.what === 'failure' && /CERT|SIGNATURE|ISSUER/.test(one.kind)));
  });
});

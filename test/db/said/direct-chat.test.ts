import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import type { AccountId, JsonObject, RoomId, UserId } from '../../../src/bridge/types.ts';
import { retryQuarantineItem, viewQuarantine } from '../../../src/db/helpdesk-tables/operations.ts';
import { AccountRooms } from '../../../src/rooms/account-rooms.ts';
import type { ThreadRooms } from '../../../src/rooms/thread-rooms.ts';
import { tellNews } from '../../../src/watch/account-news.ts';
import { suiteServer } from '../../support/suite.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../../support/database.ts';
import { alice, bot, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Heard, Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const chat = '!chat:matrix.test' as RoomId;
const guest = '@guest:matrix.test' as UserId;
const stranger = '@stranger:elsewhere.test' as UserId;
const root = '@root:matrix.test' as UserId;
const permissions = new Map<string, Level>([
  [root, 'admin'],
  ['matrix.test', 'relay'],
]);
const invite: JsonObject = { membership: 'invite', is_direct: true };

describe('a direct chat with the bot', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  beforeEach(async () => {
    test = await server.database();
    const other = [{ user: '@ben:matrix.test' as UserId, address: null, name: 'Ben' }];
    const accounts = [teamAccount('support', { permissions }), teamAccount('info', { permissions, team: other })];
    ({ rooms } = await handlerWorld({ test, accounts }));
  });
  afterEach(() => test.close());

  const open = (user: UserId) => rooms.event(chat, user, 'm.room.member', invite, bot);
  const ask = async (user: UserId, text: string) =>
    (await rooms.say(chat, user, text)).map(({ body }) => body).join('\n');
  const bodies = (heard: readonly Heard[]) => heard.map(({ body }) => body);

  it('begins with the help of what its person may do, and takes commands without prefix and with', async () => {
    const [greeting, ...more] = await open(alice);
    assert.deepEqual(more, []);
    assert.equal(greeting?.room, chat);
    assert.ok(greeting);
    assert.match(greeting.body, /^Hello, I am Mailroom[^]*\naccounts \[retry \[ACCOUNT\]\] – [^]*\nhelp … tells more/);
    assert.match(
      await ask(alice, 'accounts'),
      /^Support <support@mailroom\.test>: connected since .* UTC, no mail yet\n {2}sending: not tried yet$/,
    );
    assert.equal(await ask(alice, '!mail accounts'), await ask(alice, 'Accounts'));
    assert.match(await ask(alice, 'acounts'), /Did you mean accounts\?/);
    assert.match(await ask(alice, 'help queue'), /^queue \[ACCOUNT\] – [^]*Example: queue support$/);
    assert.match(await ask(alice, 'unclaim'), /cannot be used in this room/);
    assert.deepEqual((await test.db.query('SELECT FROM outgoing')).rowCount, 0);
  });

  it('shows each person their own accounts, administrators all, and guests none', async () => {
    await open(root);
    assert.equal((await ask(root, 'accounts')).match(/^\S/gm)?.length, 2);
    assert.match(await ask(root, 'queue info'), /^info: nothing waits$/);
    const own = '!own:matrix.test' as RoomId;
    await rooms.event(own, alice, 'm.room.member', invite, bot);
    assert.deepEqual(bodies(await rooms.say(own, alice, 'queue info')), ['Which account? support']);
    const guests = '!guests:matrix.test' as RoomId;
    const [hello] = await rooms.event(guests, guest, 'm.room.member', invite, bot);
    assert.ok(hello?.body.includes('language') && !hello.body.includes('accounts –'));
    assert.match(bodies(await rooms.say(guests, guest, 'accounts'))[0] ?? '', /permission “user”/);
  });

  it('refuses the invitation of who may nothing, and any that is not to a direct chat', async () => {
    assert.deepEqual(await open(stranger), []);
    assert.deepEqual(rooms.left, [chat]);
    assert.equal((await test.db.query('SELECT FROM rooms')).rowCount, 0);
  });

  it('tells nothing about accounts where others are present, and nothing to who came later', async () => {
    await open(alice);
    await rooms.event(chat, alice, 'm.room.member', { membership: 'invite' }, stranger);
    assert.match(await ask(alice, 'accounts'), /others in this chat/);
    assert.equal(await ask(stranger, 'accounts'), '');
    await rooms.event(chat, stranger, 'm.room.member', { membership: 'leave' }, stranger);
    assert.match(await ask(alice, 'accounts'), /^Support/);
  });

  it('goes when its person goes, and comes back to the same chat', async () => {
    await open(alice);
    await rooms.event(chat, alice, 'm.room.member', { membership: 'leave' }, alice);
    assert.deepEqual(rooms.left, [chat]);
    assert.equal((await open(alice)).length, 1);
    assert.match(await ask(alice, 'accounts'), /^Support/);
  });

  it('says that it cannot read what is encrypted', async () => {
    await open(alice);
    const heard = await rooms.event(chat, alice, 'm.room.encrypted', { algorithm: 'm.megolm.v1.aes-sha2' });
    assert.match(bodies(heard)[0] ?? '', /encrypted/);
  });

  it('lists quarantine, shows an item and tries it again, within the accounts of who asks', async () => {
    const add = async (account: string) => {
      const { rows } = await test.db.query<{ mail: number }>(
        `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason)
         VALUES ($1, 'INBOX', 'watched', 1, 7, 2000, 'quarantined', 'parse-time: took too long') RETURNING mail`,
        [account],
      );
      return String(rows[0]?.mail);
    };
    const [ours, theirs] = [await add('support'), await add('info')];
    await open(alice);
    const first = `${ours} – support: a mail in the folder INBOX`;
    assert.match(await ask(alice, 'quarantine'), new RegExp(`^In quarantine: 1\\n${first}`));
    assert.match(await ask(alice, `quarantine show ${ours}`), /Reason: parse-time: took too long\nSize: 2\.0 KB/);
    assert.match(await ask(alice, `quarantine show ${theirs}`), /no \d+ in quarantine/);
    assert.match(await ask(alice, `quarantine retry ${theirs}`), /no \d+ in quarantine/);
    assert.match(await ask(alice, `quarantine retry ${ours}`), /tried again/);
    const { rows } = await test.db.query(`SELECT account, subject FROM jobs WHERE queue = 'mail-in'`);
    assert.deepEqual(rows, [{ account: 'support', subject: ours }]);
    assert.equal(await ask(alice, 'quarantine'), 'Nothing is in quarantine.');
  });

  it('counts what waits and what failed', async () => {
    await rooms.room('support', 'thread');
    const { rows } = await test.db.query<{ thread: string }>('SELECT thread FROM threads');
    for (const [outgoing, state] of Object.entries({
      a: 'open',
      b: 'deferred',
      c: 'failed',
      d: 'sent',
      e: 'unknown',
    })) {
      await test.db.query(
        `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
           send_by)
         VALUES ($1, 'support', $2, $1, $3, $4, '{}', $1, now(), now())`,
        [outgoing, rows[0]?.thread, alice, state],
      );
    }
    await test.db.query(
      `INSERT INTO jobs (account, queue, key, subject, state) VALUES ('support', 'matrix-send', 'k', 's',
         'quarantined')`,
    );
    await open(alice);
    assert.equal(
      (await ask(alice, 'queue')).split('\n').slice(0, 1)[0],
      'support: 1 can still be changed, 1 not taken by a mail server yet, tried again by themselves, ' +
        '2 could not be delivered',
    );
    assert.match(await ask(alice, 'queue'), /messages to show in rooms: 1 in quarantine/);
    const [number] = /j\d+/.exec(await ask(alice, 'quarantine')) ?? [];
    assert.ok(number);
    assert.match(await ask(alice, `quarantine retry ${number}`), /tried again/);
  });

  it('lists threads without prefix', async () => {
    await open(alice);
    assert.notEqual(await ask(alice, 'list'), '');
  });
});

describe('the state of an account in its lobby', () => {
  let server: TestServer;
  let test: TestDatabase;
  let rooms: Rooms;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
  });
  afterEach(() => test.close());

  const state = (to: string) => test.db.query('UPDATE accounts SET state = $1, state_since = now()', [to]);
  const look = () => tellNews({ ...rooms.deps, graceMs: 60_000 });
  const pass = (seconds: number) =>
    test.db.query(`UPDATE account_told SET pending_since = pending_since - $1 * interval '1 second'`, [seconds]);
  const said = async () =>
    (await test.db.query<{ body: string }>(`SELECT content->>'body' AS body FROM matrix_sends ORDER BY at`)).rows.map(
      ({ body }) => body.replace(/since .*? UTC/, 'since …'),
    );

  it('is told once for each change that lasts, and not for a blip', async () => {
    await look();
    await state('transient');
    await look();
    await pass(30);
    await look();
    await state('connected');
    await look();
    assert.deepEqual(await said(), []);
    await state('transient');
    await look();
    await pass(40);
    await state('connecting');
    await look();
    await pass(21);
    await Promise.all([look(), look()]);
    await look();
    assert.equal((await said()).length, 1);
    assert.match((await said())[0] ?? '', /has not reached the mailbox since …/);
    await state('catching-up');
    await look();
    await pass(61);
    await look();
    assert.match((await said())[1] ?? '', /well with the mailbox again since …/);
    assert.equal((await said()).length, 2);
  });

  it('tells which folders are not read, and when the server tells of no new mail', async () => {
    const trouble = (reason: string | null, folders: readonly string[]) =>
      test.db.query(`UPDATE accounts SET state = 'connected', state_reason = $1, troubled_mailboxes = $2`, [
        reason,
        folders,
      ]);
    for (const [reason, folders, words] of [
      ['mailbox-unavailable', ['INBOX', 'Orders'], /^⚠ Mailroom has not been able to read INBOX, Orders since …: /],
      ['mail-unannounced', ['INBOX'], /has not told of new mail in INBOX since …/],
      [null, [], /well with the mailbox again/],
    ] as const) {
      await trouble(reason, folders);
      await look();
      await pass(61);
      await look();
      assert.match((await said()).at(-1) ?? '', words);
    }
    assert.equal((await said()).length, 3);
  });

  it('tells once of a mail that the server does not hand over, after some tries, with its envelope', async () => {
    await test.db.query(
      `INSERT INTO open_uids (account, mailbox, uidvalidity, uid, attempts, reason, sender, subject)
       VALUES ('support', 'INBOX', 1, 7, 2, 'no-body', 'Bob <bob@outside.test>', 'Order 12'),
         ('support', 'INBOX', 1, 8, 0, 'no-body', NULL, NULL)`,
    );
    await look();
    assert.deepEqual(await said(), []);
    await test.db.query('UPDATE open_uids SET attempts = attempts + 1');
    await Promise.all([look(), look()]);
    await look();
    const lines = await said();
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      /a mail in the folder INBOX but does not hand it over: from Bob <bob@outside.test>, “Order 12”\./,
    );
    const scope = { accounts: ['support' as AccountId], unowned: false };
    const { items } = await viewQuarantine(test.db, scope, 10);
    assert.deepEqual(
      items.map(({ number, kind, of, sender, subject }) => [number, kind, of, sender, subject]),
      [['u1', 'withheld', 'INBOX', 'Bob <bob@outside.test>', 'Order 12']],
    );
    assert.match(lines[0] ?? '', /quarantine show u1/);
    await test.db.query(`UPDATE open_uids SET retry_at = now() + interval '1 hour'`);
    assert.equal(await test.db.transaction((tx) => retryQuarantineItem(tx, scope, 'u1')), true);
    assert.equal(
      await test.db.transaction((tx) => retryQuarantineItem(tx, scope, 'u2')),
      false,
      'nobody was told of it',
    );
    const { rows } = await test.db.query<{ uid: number }>('SELECT uid FROM open_uids WHERE retry_at <= now()');
    assert.deepEqual(rows, [{ uid: 7 }]);
  });

  it('leaves a refused login to its own words, and tells when it works again', async () => {
    await state('bad-credentials');
    await look();
    await pass(61);
    await look();
    assert.deepEqual(await said(), []);
    await state('connected');
    await look();
    await pass(61);
    await look();
    assert.match((await said())[0] ?? '', /well with the mailbox again/);
  });

  it('tells that a login is taken again, however soon after its refusal was told', async () => {
    await look();
    const room = '!lobby:matrix.test' as RoomId;
    const threadRooms = { lobby: () => Promise.resolve({ room }) } as unknown as ThreadRooms;
    const accountRooms = new AccountRooms({ ...rooms.deps, threadRooms, signal: new AbortController().signal });
    await state('bad-credentials');
    accountRooms.loginRefused('support' as AccountId, 'IMAP');
    await accountRooms.stop();
    await state('connected');
    await look();
    await pass(61);
    await Promise.all([look(), look()]);
    const [refused, well, ...more] = await said();
    assert.match(refused ?? '', /refuses this mailbox’s login/);
    assert.match(well ?? '', /well with the mailbox again/);
    assert.deepEqual(more, []);
  });
});

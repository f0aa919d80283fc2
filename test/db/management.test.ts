import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Level } from '../../src/bridge/permissions.ts';
import type { JsonObject, RoomId, UserId } from '../../src/bridge/types.ts';
import { COMMANDS } from '../../src/bridge/commands-table.ts';
import { tellNews } from '../../src/jobs/account-news.ts';
import { MANAGEMENT_HANDLERS } from '../../src/jobs/event-management.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../support/database.ts';
import { alice, bot, Rooms, teamAccount, type Heard } from '../support/said.ts';

const chat = '!chat:matrix.test' as RoomId;
const guest = '@guest:matrix.test' as UserId;
const stranger = '@stranger:elsewhere.test' as UserId;
const root = '@root:matrix.test' as UserId;
const permissions = new Map<string, Level>([
  [root, 'admin'],
  ['matrix.test', 'relay'],
]);
const invite: JsonObject = { membership: 'invite', is_direct: true };

it('every command of the direct chat has its handler there, and no other', () => {
  const names = COMMANDS.filter(({ where }) => where.includes('management')).map(({ name }) => name);
  assert.deepEqual(Object.keys(MANAGEMENT_HANDLERS).toSorted(), names.toSorted());
});

describe('a direct chat with the bot', () => {
  let server: TestServer;
  let test: TestDatabase;
  let rooms: Rooms;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());
  beforeEach(async () => {
    test = await server.database();
    const other = [{ user: '@ben:matrix.test' as UserId, address: null, name: 'Ben' }];
    const accounts = [teamAccount('support', { permissions }), teamAccount('info', { permissions, team: other })];
    rooms = await new Rooms(test, accounts).begin();
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
    assert.match(greeting.body, /^Hello, I am Mailroom[^]*\naccounts – [^]*\nhelp … tells more/);
    assert.match(
      await ask(alice, 'accounts'),
      /^Support <support@mailroom\.test>: connected since .* UTC, no mail yet$/,
    );
    assert.equal(await ask(alice, '!mail accounts'), await ask(alice, 'Accounts'));
    assert.match(await ask(alice, 'acounts'), /Did you mean accounts\?/);
    assert.match(await ask(alice, 'help queue'), /^queue \[ACCOUNT\] – [^]*Example: queue support$/);
    assert.match(await ask(alice, 'claim'), /not for this room/);
    assert.deepEqual((await test.db.query('SELECT FROM outgoing')).rowCount, 0);
  });

  it('shows each person their own accounts, administrators all, and guests none', async () => {
    await open(root);
    assert.equal((await ask(root, 'accounts')).split('\n').length, 2);
    assert.match(await ask(root, 'queue info'), /^info: nothing waits$/);
    const own = '!own:matrix.test' as RoomId;
    await rooms.event(own, alice, 'm.room.member', invite, bot);
    assert.deepEqual(bodies(await rooms.say(own, alice, 'queue info')), ['Which account? support']);
    const guests = '!guests:matrix.test' as RoomId;
    const [hello] = await rooms.event(guests, guest, 'm.room.member', invite, bot);
    assert.ok(hello?.body.includes('language') && !hello.body.includes('accounts –'));
    assert.match(bodies(await rooms.say(guests, guest, 'accounts'))[0] ?? '', /level “user”/);
  });

  it('says no to the invitation of who may nothing, and follows no invitation that is not to a direct chat', async () => {
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
    assert.match(await ask(alice, 'quarantine'), new RegExp(`^In quarantine: 1\\n${ours} – support: a mail in INBOX`));
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
        `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after, send_by)
         VALUES ($1, 'support', $2, $1, $3, $4, '{}', $1, now(), now())`,
        [outgoing, rows[0]?.thread, alice, state],
      );
    }
    await test.db.query(
      `INSERT INTO jobs (account, queue, key, subject, state) VALUES ('support', 'matrix-send', 'k', 's', 'quarantined')`,
    );
    await open(alice);
    assert.equal(
      (await ask(alice, 'queue')).split('\n').slice(0, 1)[0],
      'support: 1 held and still changeable, 1 deferred by a mail server, tried again, 2 could not be delivered',
    );
    assert.match(await ask(alice, 'queue'), /matrix-send: 1 in quarantine/);
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
    rooms = await new Rooms(test, [teamAccount('support')]).begin();
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
    assert.match((await said())[0] ?? '', /cannot be reached since …/);
    await state('catching-up');
    await look();
    await pass(61);
    await look();
    assert.match((await said())[1] ?? '', /reached again since …/);
    assert.equal((await said()).length, 2);
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
    assert.match((await said())[0] ?? '', /reached again/);
  });
});

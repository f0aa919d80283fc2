/**
 * A day's work of an operator without a Matrix client, the same by HTTP and from the shell: every operation is called,
 * its answer and what rooms are told of it are looked at.
 */
import assert from 'node:assert/strict';
import { searchText } from '../../src/bridge/search/search-text.ts';
import type { JsonObject, MessageKey, RoomId } from '../../src/bridge/types.ts';
import { addSearchTexts } from '../../src/db/search-tables/search-texts.ts';
import type { Address } from '../../src/mail/types.ts';
import { OPERATIONS } from '../../src/provisioning/operations.ts';
import type { TestDatabase } from './database.ts';
import { alice, bot } from './handlers/fixtures.ts';
import type { Rooms } from './handlers/rooms.ts';

/** What came back: the JSON of an operation, or the words with which it was refused. */
export type Answered = { readonly body: JsonObject } | { readonly refused: string };

export interface Asking {
  /** JSON by the operation's id and input. */
  readonly call: (id: string, input: JsonObject) => Promise<Answered>;
  /** The same where a refusal is expected. */
  readonly tries: (id: string, input: JsonObject) => Promise<Answered>;
  /** The original of a mail. */
  readonly source: (message: string) => Promise<string>;
}

const MAIL = 'From: bob@outside.test\r\nSubject: Lamps\r\n\r\nWhere are the lamps?\r\n';

/** What lies there in the morning. Returns the rooms of two conversations of support. */
async function morning(test: TestDatabase, rooms: Rooms): Promise<{ lamps: RoomId; chairs: RoomId; thread: string }> {
  const { db } = test;
  await rooms.room('support', 'lobby');
  const lamps = await rooms.room('support', 'thread');
  const chairs = await rooms.room('support', 'thread');
  await db.query(`UPDATE messages SET id_hash = sha256(convert_to(message_id, 'UTF8'))`);
  const { rows } = await db.query<{ thread: string }>('SELECT thread FROM rooms WHERE room = $1', [lamps]);
  const thread = rows[0]?.thread ?? '';
  const stored = async (uid: number, state: string, more: { message?: string; reason?: string }): Promise<number> => {
    const { rows: mails } = await db.query<{ mail: number }>(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, reason, message)
       VALUES ('support', 'INBOX', 'watched', 1, $1, $2, $3, $4, $5) RETURNING mail`,
      [uid, MAIL.length, state, more.reason ?? null, more.message ?? null],
    );
    return mails[0]?.mail ?? 0;
  };
  await stored(1, 'quarantined', { reason: 'parse-time: took too long' });
  for (const [uid, message] of [
    [2, 'held-one'],
    [3, 'held-two'],
  ] as const) {
    await stored(uid, 'held', { message, reason: 'fail: fail (spf)' });
    await db.query(
      `INSERT INTO matrix_sends (send, account, message, purpose, subject, sender, kind, type, content, state, event)
       VALUES ($1, 'support', $1, 'suspected', $1, $2, 'event', 'm.room.message',
       '{"msgtype":"m.notice","body":"A mail is held."}', 'sent', '$' || $1)`,
      [message, bot],
    );
  }
  await stored(5, 'overflow', { message: 'over-one', reason: 'rooms' });
  await stored(6, 'overflow', { message: 'over-two', reason: 'rooms' });
  await stored(7, 'overflow', { message: 'old-one', reason: 'old' });
  await stored(8, 'overflow', { message: 'old-two', reason: 'old: oversize' });
  const mail = await stored(4, 'decided', { message: `m${thread}` });
  await db.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, 'support', $2)`, [
    mail,
    Buffer.from(MAIL),
  ]);
  await db.query('UPDATE messages SET mail = $2 WHERE message = $1', [`m${thread}`, mail]);
  for (const [outgoing, state] of [
    ['failed-one', 'failed'],
    ['stopped-one', 'closed'],
  ] as const) {
    await db.query(
      `INSERT INTO outgoing (outgoing, account, thread, room, author, state, recipients, message_id, send_after,
         send_by)
       VALUES ($1, 'support', $2, $3, $4, $5, $6, '<' || $1 || '@mailroom.test>', now(), now())`,
      [
        outgoing,
        thread,
        lamps,
        alice,
        state,
        JSON.stringify({
          to: [{ name: 'Bob', address: 'bob@outside.test' }],
          cc: [],
          why: { kind: 'nobody' },
          answers: null,
        }),
      ],
    );
  }
  await db.query(
    `INSERT INTO outgoing_recipients (outgoing, address, account, field, state, response, status, reason)
     VALUES ('failed-one', 'bob@outside.test', 'support', 'to', 'refused', '550 no such user', '5.1.1',
     'no-such-user')`,
  );
  await db.query(
    `INSERT INTO brake_verdicts (outgoing, account, thread, state, reason) VALUES ('stopped-one', 'support', $1,
       'held', 'rate-sender')`,
    [thread],
  );
  await db.query(
    `INSERT INTO paused_addresses (account, address_key, address, reason, words, outgoing)
     VALUES ('support', 'carl@outside.test', 'carl@outside.test', 'no-such-user', '', 'failed-one')`,
  );
  await db.query(`UPDATE breaker SET opened_at = now(), reason = 'volume', count = 301`);
  return { lamps, chairs, thread };
}

/** What was shown before is found by its words. */
async function findIt(
  { db }: TestDatabase,
  thread: string,
  ask: (id: string, input: JsonObject) => Promise<JsonObject>,
): Promise<void> {
  const from = [{ name: 'Bob', address: 'bob@outside.test' as Address }];
  const mail = { at: null, from, to: [], subject: 'Lamps', texts: ['Where are they?'], files: [], folder: 'INBOX' };
  const text = searchText({ ...mail, attached: '', spoken: 'en' });
  await addSearchTexts(db, [{ message: `m${thread}` as MessageKey, text }]);
  const { found, total } = await ask('search', { query: 'lamp from:bob', account: 'support', user: alice });
  assert.equal(total, 1);
  assert.match(JSON.stringify(found), /"link":"https:\/\/matrix\.to\/#\/!thread/);
}

/** Does it; throws where an answer is another, or an operation is left out. */
export async function workOfADay(test: TestDatabase, rooms: Rooms, asking: Asking): Promise<void> {
  const { lamps, chairs, thread } = await morning(test, rooms);
  const as = alice;
  const called = new Set<string>();
  const ask = async (id: string, input: JsonObject = {}): Promise<JsonObject> => {
    called.add(id);
    const answered = await asking.call(id, input);
    assert.ok('body' in answered, `${id}: ${JSON.stringify(answered)}`);
    const checked = OPERATIONS.find((one) => one.id === id)?.result.safeParse(answered.body);
    assert.equal(checked?.error, undefined, id);
    return answered.body;
  };
  const refused = async (id: string, input: JsonObject, words: RegExp): Promise<void> => {
    const answered = await asking.tries(id, input);
    assert.ok('refused' in answered, id);
    assert.match(answered.refused, words);
  };
  /** What was told since the last time, of a thread or (null) of a lobby. */
  let known = 0;
  const told = async (): Promise<string[]> => {
    const { rows } = await test.db.query<{ said: string }>(
      `SELECT coalesce(thread, 'lobby') || ': ' || (content ->> 'body') AS said FROM matrix_sends
       WHERE state = 'waiting' AND type = 'm.room.message' ORDER BY at, send`,
    );
    const fresh = rows.slice(known).map(({ said }) => said);
    known = rows.length;
    return fresh;
  };

  // accounts, queue, quarantine, who
  assert.match(JSON.stringify(await ask('accounts')), /"account":"support"/);
  assert.deepEqual(await ask('accounts-retry', { account: 'support' }), { connecting: false });
  await test.db.query(`UPDATE accounts SET state = 'transient' WHERE account = 'support'`);
  assert.deepEqual(await ask('accounts-retry', { account: 'support' }), { connecting: true });
  // team
  assert.deepEqual(await ask('team', { account: 'support' }), { people: [] });
  await refused('team-leave', { account: 'support', as }, /Nobody waits/);
  for (const [id, word] of [
    ['team-leave', /old: taken out of 0 rooms now/],
    ['team-stay', /old: left in the rooms, without rights/],
  ] as const) {
    await test.db.query(
      `INSERT INTO team_members (account, user_id, standing) VALUES ('support', '@old:matrix.test', 'waiting')
       ON CONFLICT (account, user_id) DO UPDATE SET standing = 'waiting'`,
    );
    assert.match(JSON.stringify(await ask('team', { account: 'support' })), /"standing":"waiting"/);
    assert.deepEqual(await ask(id, { account: 'support', as }), { people: ['@old:matrix.test'] });
    assert.match((await told()).join(), word);
  }
  assert.match(JSON.stringify(await ask('queue', { account: 'support' })), /"failed":1/);
  const { items } = await ask('quarantine', { account: 'support' });
  const number = /"number":"(\d+)"/.exec(JSON.stringify(items))?.[1] ?? '';
  assert.match(JSON.stringify(await ask('quarantine-show', { number })), /took too long/);
  await ask('quarantine-retry', { number });
  assert.match(JSON.stringify(await ask('who', { user: as })), /moderator/);

  // a conversation, by its key, its room and a link to that
  await refused('claim', { thread, as: '@stranger:elsewhere.test' }, /needs the permission "answer"/);
  await refused('claim', { thread: 'nothing', as }, /no conversation nothing/);
  const claimed = await ask('claim', { thread: lamps, as });
  assert.deepEqual([claimed['changed'], claimed['claimedBy'], claimed['thread']], [true, as, thread]);
  assert.deepEqual(await told(), [`${thread}: ${as}: You have this conversation now.`]);
  const again = await ask('claim', { thread: `https://matrix.to/#/${encodeURIComponent(lamps)}`, as });
  assert.deepEqual([again['changed'], again['claimedBy']], [false, as]);
  assert.deepEqual(await told(), []);
  assert.equal((await ask('threads', { account: 'support', filter: 'mine', user: as }))['total'], 1);
  await refused('threads', { account: 'support', filter: 'mine' }, /whose/);
  assert.equal((await ask('unclaim', { thread, as }))['claimedBy'], null);
  assert.equal((await ask('assign', { thread, to: 'Alice', as }))['claimedBy'], as);
  await refused('assign', { thread, to: 'Zoe', as }, /nobody of the team is called Zoe/);
  assert.equal((await ask('done', { thread, as }))['state'], 'done');
  assert.equal((await ask('reopen', { thread, as }))['state'], 'open');
  assert.equal((await ask('snooze', { thread, until: '3d', as }))['state'], 'snoozed');
  await refused('snooze', { thread, until: 'soon', as }, /no time ahead/);
  assert.deepEqual(
    (await told()).map((line) => line.slice(0, `${thread}: ${as}: `.length + 14)),
    ['Nobody has thi', 'You have this ', 'Done. The room', 'This conversat', 'Laid aside unt'].map(
      (line) => `${thread}: ${as}: ${line}`,
    ),
  );
  const one = await ask('thread', { thread });
  assert.match(JSON.stringify(one['recipients']), /"to":\[\{"name":"Bob","address":"bob@outside.test"\}\]/);
  assert.match(JSON.stringify(await ask('mails', { thread })), /"rung":"refused".*"status":"5.1.1"/);
  assert.match(JSON.stringify(await ask('messages', { thread })), /"direction":"in".*"subject":"Lamps"/);
  await findIt(test, thread, ask);
  await refused('search', { query: 'has:' }, /needs a kind of file/);

  // what did not go out
  await refused('retry', { thread, mail: 'other-one', as }, /no mail other-one/);
  assert.deepEqual(await ask('retry', { thread, mail: 'failed-one', as }), { retried: 1 });
  assert.deepEqual(await ask('unpause', { account: 'support', address: 'carl@outside.test', as }), {
    unpaused: true,
    retried: 0,
  });
  await refused('unpause', { account: 'support', address: 'carl@outside.test', as }, /held back/);
  assert.match(JSON.stringify(await ask('brakes', { account: 'support' })), /"mails":1/);
  assert.deepEqual(await ask('brake-reset', { thread, as }), { released: 1 });
  assert.match(JSON.stringify(await ask('breaker')), /"reason":"volume"/);
  assert.equal((await ask('breaker-reset', { as }))['reset'], true);
  assert.equal((await ask('breaker-reset'))['reset'], false);
  assert.deepEqual((await ask('reload', { seconds: 0 }))['processes'], []);
  const calm = (await told()).join('\n');
  assert.match(calm, /One mail is tried again/);
  assert.match(calm, /Released: one mail goes out/);
  assert.match(calm, /lobby: Outgoing mail is not stopped any more \(@alice:matrix\.test said so\)/);

  // who may enter
  assert.equal((await ask('held', { account: 'support' }))['total'], 2);
  await ask('held-accept', { message: 'held-one', as });
  await ask('held-refuse', { message: 'held-two', as });
  await refused('held-refuse', { message: 'held-two', as }, /is not held/);
  assert.deepEqual(await told(), [
    `lobby: ${as}: Accepted: it is shown in its conversation, marked.`,
    `lobby: ${as}: Refused: it is not shown. It stays in the mailbox.`,
  ]);
  assert.equal((await ask('overflow', { account: 'support' }))['total'], 2);
  const overflow = { account: 'support', as };
  assert.deepEqual(await ask('overflow-decide', { ...overflow, decide: 'let-in', message: 'over-one' }), {
    decided: 1,
  });
  assert.deepEqual(await ask('overflow-decide', { ...overflow, decide: 'discard' }), { decided: 1 });
  await refused('overflow-decide', { ...overflow, decide: 'discard' }, /nothing waits/);
  assert.deepEqual(await told(), [
    `lobby: ${as}: It is let in.`,
    `lobby: ${as}: It is not shown; it stays in the mailbox.`,
  ]);
  assert.match(JSON.stringify(await ask('old', { account: 'support' })), /"waiting":2,.*"left":0/);
  const old = { account: 'support', as, decide: 'quietly' };
  assert.deepEqual(await ask('old-decide', old), { decided: 2 });
  await refused('old-decide', old, /nothing waits/);
  assert.deepEqual(await told(), [
    `lobby: ${as}: 2 mails are shown quietly, the oldest first. Their rooms stand in the space.`,
  ]);
  await ask('block', { account: 'support', pattern: 'news*@outside.test', as });
  await ask('allow', { account: 'support', pattern: 'dora@outside.test', thread, as });
  await refused('allow', { account: 'support', pattern: 'dora', as }, /no address, domain or pattern/);
  assert.equal((await ask('rules', { account: 'support', thread }))['count'], 2);
  assert.deepEqual(await ask('rules-drop', { account: 'support', pattern: 'news*@outside.test', as }), { dropped: 1 });
  assert.equal((await ask('entry', { thread }))['entry'], 'asked');
  assert.equal((await ask('entry-set', { thread, entry: 'open', as }))['entry'], 'open');
  assert.equal((await told()).length, 4);

  // mails
  const message = `m${thread}`;
  assert.match(JSON.stringify(await ask('why', { message })), /"decision":"new"/);
  called.add('source');
  assert.equal(await asking.source(message), MAIL);
  const aside = { message, as, to: ['eve@outside.test'], text: 'Yours?' };
  await refused('forward', { ...aside, to: ['support@mailroom.test'] }, /an address of this account/);
  await refused('forward', { ...aside, to: ['nobody'] }, /To whom/);
  await refused('forward', { ...aside, as: '@guest:matrix.test' }, /needs the permission "outside"/);
  const forwarded = await ask('forward', { ...aside, request: 'aside' });
  const asAsked = await ask('forward', { ...aside, request: 'aside' });
  assert.deepEqual([forwarded['begun'], asAsked['begun'], asAsked['thread']], [true, false, forwarded['thread']]);
  await refused('move', { message, into: thread, as }, /already/);
  await refused('split', { message, as }, /first mail/);
  assert.equal((await ask('move', { message, into: chairs, as }))['moved'], 1);
  await refused('merge', { thread, into: chairs, as }, /no mails/);
  const [later] = (await ask('messages', { thread: chairs }))['messages'] as readonly JsonObject[];
  const apart = await ask('split', { message: later?.['messageId'] ?? '', as });
  assert.equal(apart['moved'], 1);
  assert.equal((await ask('merge', { thread: apart['thread'] ?? '', into: chairs, as }))['moved'], 1);

  // a conversation of our own
  const draft = { account: 'support', as, to: ['Eve <eve@outside.test>'], subject: 'Tables', text: 'They are here.' };
  await refused('compose', { ...draft, to: ['support@mailroom.test'] }, /to whom/);
  await refused('compose', { ...draft, to: ['eve'] }, /no address/);
  await refused('compose', { ...draft, as: '@guest:matrix.test' }, /needs the permission "compose"/);
  const begun = await ask('compose', { ...draft, request: 'tables' });
  const repeated = await ask('compose', { ...draft, request: 'tables' });
  assert.deepEqual([begun['begun'], repeated['begun'], repeated['thread']], [true, false, begun['thread']]);
  const { rows: acts } = await test.db.query<{ kind: string; said: string | null }>(
    'SELECT kind, said FROM member_acts WHERE thread = $1 ORDER BY kind',
    [begun['thread']],
  );
  assert.deepEqual(acts, [
    { kind: 'first', said: 'They are here.' },
    { kind: 'invite', said: null },
    { kind: 'join', said: null },
  ]);

  // accounts beside those of the config
  const peer = { host: '127.0.0.1', port: 1, security: 'none', user: 'sales' };
  const settings = { address: 'sales@mailroom.test', name: 'Sales', imap: peer, smtp: peer };
  const added = { account: 'sales', settings, password: 'swordfish' };
  await refused('account-add', { ...added, account: 'support' }, /stands in the config file/);
  await refused('account-add', { ...added, settings: { ...settings, imap: { ...peer, port: 'x' } } }, /imap\.port/);
  await refused('account-change', { account: 'sales', password: 'x' }, /no account that was added/);
  assert.ok(Number((await ask('account-add', added))['generation']) > 0);
  assert.match(JSON.stringify(await ask('account-list')), /"account":"sales","owner":null,.*"state":"served"/);
  await ask('account-change', { account: 'sales', password: 'swordfish-2' });
  await ask('account-remove', { account: 'sales' });
  assert.deepEqual(await ask('account-list'), { accounts: [] });

  const left = OPERATIONS.filter(({ id, ctl }) => ctl !== null && !called.has(id)).map(({ id }) => id);
  assert.deepEqual(left, []);
}

/** Who finds what, and who must not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Account } from '../../../src/bridge/account/account.ts';
import type { Level } from '../../../src/bridge/account/permissions.ts';
import type { AccountId, EventId, RoomId, ThreadId, UserId } from '../../../src/bridge/types.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import type { OperationDeps } from '../../../src/operations/operation.ts';
import { releaseSuspected } from '../../../src/db/intake-tables/mails.ts';
import { alice, bot, ghosts, ids, vouchedAccount } from '../../support/handlers/fixtures.ts';
import type { Arrivals } from '../../support/handlers/arrivals.ts';
import type { Letter } from '../../support/handlers/letters.ts';
import type { OurMails } from '../../support/handlers/our-mails.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';

const root = '@root:matrix.test' as UserId;
const eve = '@eve:matrix.test' as UserId;
const member = (user: UserId) => ({ user, address: null, name: null });
const permissions = new Map<string, Level>([
  [root, 'admin'],
  ['matrix.test', 'relay'],
]);
const support = vouchedAccount('support', { permissions, team: [member(alice), member('@ben:matrix.test' as UserId)] });
const sales = vouchedAccount('sales', {
  permissions,
  team: [member('@ben:matrix.test' as UserId), member('@cem:matrix.test' as UserId)],
});
const ben = '@ben:matrix.test' as UserId;
const own = vouchedAccount('carla', { permissions, team: [member('@carla:matrix.test' as UserId)] });
const lobby = '!lobby:matrix.test' as RoomId;

describe('a search', () => {
  let test: TestDatabase;
  const parser = suiteParser();
  let mails: Arrivals;
  let rooms: Rooms;
  let ours: OurMails;
  let operations: OperationDeps;
  let accounts: Map<AccountId, Account>;
  eachDatabase(async (given) => {
    test = given;
    const world = await handlerWorld({ test, parser, accounts: [support, sales, own] });
    ({ arrivals: mails, rooms, mails: ours } = world);
    ({ accounts } = world.core);
    operations = { db: test.db, accounts, ghosts, ids };
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, alias, state) VALUES ($1, 'support', 'lobby', 'x', 'active')`,
      [lobby],
    );
  });

  async function arrived(mail: Letter, account = 'support'): Promise<ThreadId> {
    const to = `${account}@ours.example`;
    const { thread, state } = await mails.arrive({ to, ...mail }, { account });
    assert.ok(thread !== null, state);
    return thread;
  }

  /** The room of a thread, in which all stands that is owed to it. */
  async function room(thread: ThreadId, account = 'support'): Promise<RoomId> {
    const id = `!${thread}:matrix.test` as RoomId;
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state) VALUES ($1, $2, 'thread', $3, $1, 'active')
       ON CONFLICT DO NOTHING`,
      [id, account, thread],
    );
    await test.db.query(
      `UPDATE matrix_sends SET state = 'sent', event = '$' || send WHERE thread = $1 AND event IS NULL`,
      [thread],
    );
    return id;
  }

  /** The subjects that somebody is told. */
  async function found(at: RoomId, user: UserId, text: string): Promise<string[]> {
    return subjectsIn(await rooms.say(at, user, `!mail search ${text}`));
  }

  function subjectsIn(heard: Awaited<ReturnType<Rooms['say']>>): string[] {
    return heard.flatMap(({ body }) => [...body.matchAll(/^• (.*?) – /gmu)].map(([, subject = '']) => subject));
  }

  async function chat(user: UserId): Promise<RoomId> {
    const id = `!chat-${user.slice(1, 4)}:matrix.test` as RoomId;
    await rooms.event(id, user, 'm.room.member', { membership: 'invite', is_direct: true }, bot);
    return id;
  }

  it('finds words of a mail, of what was cut from it, of its files and their names', async () => {
    const text = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The lamps were flickering. Größe: klein.',
      '',
      'On Monday Alice wrote:',
      '> Have you tried turning it off?',
      '',
      '-- ',
      'Bob of Outside Limited',
      '--b',
      'Content-Type: text/csv; name=prices.csv',
      'Content-Disposition: attachment; filename=price-list.csv',
      '',
      'article;zwetschge',
      '--b',
      'Content-Type: text/html; name=x.html',
      'Content-Disposition: attachment; filename=x.html',
      '',
      '<p>quokka<script>wombat</script>',
      '--b',
      'Content-Type: application/pdf; name=Plan.pdf',
      'Content-Disposition: attachment; filename=Plan.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0xLjQK',
      '--b--',
    ].join('\r\n');
    const [head = '', ...rest] = text.split('\r\n\r\n');
    await arrived({
      id: 'b1@x',
      subject: 'Broken',
      from: 'Bob Miller <bob@x.example>',
      headers: { 'Content-Type': head.replace('Content-Type: ', '') },
      text: rest.join('\r\n\r\n'),
    });
    for (const asked of [
      'lamp',
      'flicker',
      'grosse',
      'GRÖSSE',
      'turning',
      '"outside limited"',
      'zwetschge',
      'quokka',
      'price-list.csv',
      'price list',
      'plan has:pdf',
      'has:csv',
      'from:bob',
      'from:miller',
      'from:@x.example',
      'to:support@ours.example',
      'subject:broken',
      'lam* -shade',
      'in:inbox',
      'after:2024 before:2025',
      'miller',
    ]) {
      assert.deepEqual(await found(lobby, alice, asked), ['Broken'], asked);
    }
    for (const asked of [
      'wombat',
      'shade',
      'lamp -flicker',
      'has:docx',
      'from:eve',
      'before:2024',
      '"limited outside"',
    ]) {
      assert.deepEqual(await found(lobby, alice, asked), [], asked);
    }
  });

  it('leads to the mail in its room, with the words marked', async () => {
    const thread = await arrived({ id: 'b1@x', subject: 'Lamp', text: 'The lamps flicker & 1 < 2 @room goes dark.' });
    const at = await room(thread);
    const [heard] = await rooms.say(lobby, alice, '!mail search lamp');
    const { formatted_body: html, 'm.mentions': mentions } = heard?.content ?? {};
    assert.ok(typeof html === 'string');
    assert.deepEqual(mentions, {});
    assert.match(html, new RegExp(`<a href="https://matrix\\.to/#/${encodeURIComponent(at)}/%24[^"]*">Lamp</a>`));
    assert.match(html, /The <strong>lamps<\/strong> flicker &amp; 1 &lt; 2 @\u2060room goes dark/);
  });

  it('finds in a room what stands there, and nothing of another room or account', async () => {
    const [lamps, chairs] = [
      await room(await arrived({ id: 'b1@x', subject: 'Lamp', text: 'secretword lamp' })),
      await room(await arrived({ id: 'b2@x', from: 'eve@y.example', subject: 'Chair', text: 'secretword chair' })),
    ];
    await arrived({ id: 'b3@x', subject: 'Sale', text: 'secretword sale' }, 'sales');
    assert.deepEqual(await found(lamps, alice, 'secretword'), ['Lamp']);
    assert.deepEqual(await found(chairs, alice, 'secretword in:support'), []);
    assert.deepEqual(await found(lamps, alice, 'secretword in:sales'), []);
    // Somebody of the server who is in the room reads the room.
    assert.deepEqual(await found(lamps, eve, 'secretword'), ['Lamp']);
    assert.deepEqual(await found(lamps, eve, 'chair'), []);
    assert.deepEqual(await found(lobby, alice, 'secretword'), ['Chair', 'Lamp']);
    assert.deepEqual(await found(lobby, ben, 'secretword in:sales'), []);
    assert.deepEqual(await found(lobby, eve, 'secretword'), []);
  });

  it('finds in a direct chat what is of the accounts of whoever asks, at that moment', async () => {
    await arrived({ id: 'b1@x', subject: 'Lamp', text: 'secretword' });
    await arrived({ id: 'b2@x', subject: 'Sale', text: 'secretword' }, 'sales');
    await arrived({ id: 'b3@x', subject: 'Love', text: 'secretword' }, 'carla');
    const [hers, his, roots] = [await chat(alice), await chat(ben), await chat(root)];
    assert.deepEqual(await found(hers, alice, 'secretword'), ['Lamp']);
    assert.deepEqual(await found(hers, alice, 'secretword in:sales'), []);
    assert.deepEqual((await found(his, ben, 'secretword')).sort(), ['Lamp', 'Sale']);
    assert.deepEqual(await found(his, ben, 'secretword in:sales'), ['Sale']);
    // Who manages all accounts finds nothing in the mailbox that is one person's own.
    assert.deepEqual((await found(roots, root, 'secretword')).sort(), ['Lamp', 'Sale']);
    assert.deepEqual(await found(roots, root, 'secretword in:carla'), []);
    accounts.set(sales.id, { ...sales, team: [] });
    assert.deepEqual(await found(his, ben, 'secretword'), ['Lamp']);
    const strangers = await chat(eve);
    assert.deepEqual(await found(strangers, eve, 'secretword'), []);
  });

  it('finds nothing of a suspected mail before it is let in', async () => {
    const held = await mails.arrive({ id: 'h1@x', from: 'support@ours.example', text: 'secretword', vouched: false });
    assert.equal(held.state, 'held');
    assert.deepEqual(await found(lobby, alice, 'secretword'), []);
    assert.equal((await test.db.query('SELECT FROM search_texts')).rowCount, 0);
    const released = { account: 'support' as never, message: held.message as never, by: alice };
    assert.equal(await test.db.transaction((tx) => releaseSuspected(tx, released)), 1);
    await mails.decide(held.mail);
    assert.deepEqual(await found(lobby, alice, 'secretword'), ['Printer broken']);
  });

  it('finds nothing that was redacted, nor what an edit took away', async () => {
    const thread = await arrived({ id: 'b1@x', subject: 'Lamp', text: 'secretword' });
    const other = await arrived({ id: 'b2@x', subject: 'Other', text: 'secretword' });
    const [at, elsewhere] = [await room(thread), await room(other)];
    const { rows } = await test.db.query<{ event: EventId }>(
      `SELECT event FROM matrix_sends WHERE thread = $1 AND purpose = 'part' AND part = 0`,
      [thread],
    );
    const event = rows[0]?.event ?? '';
    // From another room nothing is taken away.
    await rooms.event(elsewhere, alice, 'm.room.redaction', { redacts: event });
    assert.equal((await found(lobby, alice, 'secretword')).length, 2);
    await rooms.event(at, alice, 'm.room.redaction', { redacts: event });
    assert.deepEqual(await found(lobby, alice, 'secretword'), ['Other']);
    assert.deepEqual(await found(at, alice, 'subject:lamp'), []);

    const said = await ours.say('The quokka is here.', {
      in: { thread: other, answers: (await messageOf(other)) as never },
    });
    await test.db.query('UPDATE outgoing SET room = $2 WHERE outgoing = $1', [said.outgoing, elsewhere]);
    assert.deepEqual(await found(elsewhere, alice, 'quokka'), ['Re: Other']);
    const edit = {
      msgtype: 'm.text',
      body: '* The wombat is here.',
      'm.new_content': { msgtype: 'm.text', body: 'The wombat is here.' },
      'm.relates_to': { rel_type: 'm.replace', event_id: said.event },
    };
    await rooms.event(elsewhere, eve, 'm.room.message', edit);
    assert.deepEqual(await found(elsewhere, alice, 'quokka'), ['Re: Other']);
    await rooms.event(elsewhere, alice, 'm.room.message', edit);
    assert.deepEqual(
      [await found(elsewhere, alice, 'quokka'), await found(elsewhere, alice, 'wombat')],
      [[], ['Re: Other']],
    );
    await rooms.event(elsewhere, alice, 'm.room.redaction', { redacts: said.event });
    assert.deepEqual(await found(elsewhere, alice, 'wombat'), []);
  });

  async function messageOf(thread: ThreadId): Promise<string> {
    const { rows } = await test.db.query<{ message: string }>('SELECT message FROM messages WHERE thread = $1', [
      thread,
    ]);
    return rows[0]?.message ?? '';
  }

  it('is no way into Postgres, whatever is typed', async () => {
    await arrived({ id: 'b1@x', subject: 'Lamp', text: 'secretword' });
    for (const asked of [
      `nothere' | 'secretword`,
      `'' & !!(nothere)`,
      `nothere' :* | 'secretword' --`,
      `nothere\\' | 'secretword`,
      `nothere | secretword`,
      `nothere <-> secretword`,
      `"nothere' | 'secretword"`,
      `from:"x' | 'secretword"`,
      `in:"x' | 'secretword"`,
      `has:pdf'|`,
      `\u0001has file`,
      `nothere \0 \ud800`,
    ]) {
      assert.deepEqual(await found(lobby, alice, asked), [], asked);
    }
    assert.deepEqual(await found(lobby, alice, `' ( secretword & ! ) \\`), ['Lamp']);
  });

  it('tells in pages, the newest first', async () => {
    for (let n = 1; n <= 12; n++) {
      await arrived({
        id: `p${String(n)}@x`,
        from: `p${String(n)}@y.example`,
        subject: `Lamp ${String(n)}`,
        date: `Mon, ${String(n)} Jan 2024 10:00:00 +0000`,
      });
    }
    const [first] = await rooms.say(lobby, alice, '!mail search subject:lamp');
    assert.match(first?.body ?? '', /^Found: 12 \(page 1 of 2\)\n• Lamp 12 –[^]*!mail search subject:lamp page 2$/);
    assert.deepEqual(await found(lobby, alice, 'subject:lamp page 2'), ['Lamp 2', 'Lamp 1']);
    assert.deepEqual(await found(lobby, alice, 'subject:lamp page 999'), ['Lamp 2', 'Lamp 1']);
  });

  it('is asked from outside too, for everybody or for somebody', async () => {
    await arrived({ id: 'b1@x', subject: 'Lamp', text: 'secretword' });
    await arrived({ id: 'b3@x', subject: 'Love', text: 'secretword' }, 'carla');
    const searching = OPERATIONS.find(({ id }) => id === 'search');
    assert.ok(searching !== undefined);
    const subjects = async (input: Readonly<Record<string, unknown>>) => {
      const { answer } = await searching.run(operations, { query: 'secretword', ...input });
      return (answer as { found: { subject: string }[] }).found.map(({ subject }) => subject).sort();
    };
    assert.deepEqual(await subjects({}), ['Lamp', 'Love']);
    assert.deepEqual(await subjects({ account: 'carla' }), ['Love']);
    assert.deepEqual(await subjects({ user: root }), ['Lamp']);
    assert.deepEqual(await subjects({ user: root, account: 'carla' }), []);
    assert.deepEqual(await subjects({ user: eve }), []);
    await assert.rejects(subjects({ query: 'from:' }), /needs a name or an address/);
    await assert.rejects(subjects({ account: 'nobody' }), /there is no account/);
  });
});

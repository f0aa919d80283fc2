/** Each kind of act writes its entry in its own transaction: in rooms, by reactions, by HTTP, in the shell. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventId, RoomId, UserId } from '../../../src/bridge/types.ts';
import { breakerCommand } from '../../../src/cli/breaker.ts';
import { ctlCommand } from '../../../src/cli/ctl.ts';
import { undoCommand } from '../../../src/cli/undo.ts';
import type { Database } from '../../../src/db/pool.ts';
import { NotAllowed } from '../../../src/operations/operation.ts';
import { runRecorded } from '../../../src/operations/recorded.ts';
import { startProvisioning, type Provisioning } from '../../../src/provisioning/listener.ts';
import { OPERATIONS } from '../../../src/provisioning/operations.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { alice, bot, quiet, teamAccount } from '../../support/handlers/fixtures.ts';
import type { Rooms } from '../../support/handlers/rooms.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { recordedActs } from '../../support/recorded.ts';
import { suiteServer } from '../../support/suite.ts';

const guest = '@guest:matrix.test' as UserId;
const stranger = '@stranger:elsewhere.test' as UserId;

describe('what is written down', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let rooms: Rooms;
  beforeEach(async () => {
    test = await server.database();
    ({ rooms } = await handlerWorld({ test, accounts: [teamAccount('support')] }));
  });
  afterEach(() => test.close());

  const acts = () => recordedActs(test.db);
  const react = (at: RoomId, who: UserId, of: EventId, key: string) =>
    rooms.event(at, who, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: of, key } });

  async function held(lobby: RoomId): Promise<EventId> {
    await test.db.query(
      `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state, message)
       VALUES ('support', 'INBOX', 'watched', 1, 1, 1, 'held', 'forged')`,
    );
    await test.db.query(
      `INSERT INTO matrix_sends (send, account, room, message, purpose, subject, sender, kind, type, content, state,
         event)
       VALUES ('held', 'support', $1, 'forged', 'suspected', 'held', $2, 'event', 'm.room.message',
         '{"msgtype":"m.notice","body":"Suspected."}', 'sent', '$held')`,
      [lobby, bot],
    );
    return '$held' as EventId;
  }

  /** From now on nothing can be written down. */
  const refuse = () =>
    test.db.query(
      `CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
       CREATE TRIGGER no BEFORE INSERT ON audit_waiting EXECUTE FUNCTION no()`,
    );

  it('is who said a command, where, and whom it is about; and nothing of what only tells', async () => {
    const room = await rooms.room('support', 'thread');
    await rooms.say(room, alice, '!mail block Mallory@Outside.test');
    await rooms.say(room, alice, '!mail why');
    await rooms.say(room, alice, '!mail help');
    await rooms.say(room, alice, '!mail rules');
    await rooms.say(room, alice, '!mail nonsense');
    const [one, second] = await acts();
    assert.ok(one !== undefined && second === undefined);
    const { act, outcome, who, via, detail, whom, account, thread, facts } = one;
    assert.deepEqual(
      [act, outcome, who, via, whom, account, facts],
      ['command.block', 'done', alice, 'room', ['mallory@outside.test'], 'support', {}],
    );
    assert.ok(thread?.startsWith('t'));
    assert.match(detail, new RegExp(`^${room} \\$`));
  });

  it('is that somebody asked who may not', async () => {
    const { rooms: theirs } = await handlerWorld({
      test,
      accounts: [teamAccount('support', { permissions: new Map([[guest, 'relay']]) })],
    });
    const lobby = await theirs.room('support', 'lobby');
    const notice = await held(lobby);
    await theirs.say(lobby, guest, '!mail block mallory@outside.test');
    await react(lobby, guest, notice, '✅');
    const all = await acts();
    assert.ok(all.every(({ outcome, who }) => outcome === 'refused' && who === guest));
    assert.deepEqual(
      all.map(({ act }) => act).filter((act) => act === 'reaction.accept-mail'),
      ['reaction.accept-mail'],
    );
    assert.deepEqual((await test.db.query('SELECT FROM entry_rules')).rows, []);
  });

  it('is the release of a held mail by a reaction, once, and which mail it was', async () => {
    const lobby = await rooms.room('support', 'lobby');
    const notice = await held(lobby);
    await react(lobby, alice, notice, '✅');
    await react(lobby, alice, notice, '✅');
    // One that is no sign.
    await react(lobby, alice, notice, '👍');
    assert.deepEqual(
      (await acts()).map(({ act, who, facts }) => [act, who, facts]),
      [['reaction.accept-mail', alice, { message: 'forged' }]],
    );
  });

  it('is a claim by a sign, and that it was taken away', async () => {
    const room = await rooms.room('support', 'thread');
    const mail = rooms.mailOf(room);
    await react(room, alice, mail, '👀');
    const [sign] = (await test.db.query<{ event: string }>(`SELECT event FROM events WHERE type = 'm.reaction'`)).rows;
    await rooms.event(room, alice, 'm.room.redaction', { redacts: sign?.event ?? '' });
    assert.deepEqual(
      (await acts()).map(({ act }) => act),
      ['reaction.claim', 'reaction.unclaim'],
    );
  });

  it('commits with the act: where it cannot be written, nothing is done', async () => {
    const room = await rooms.room('support', 'thread');
    await refuse();
    await assert.rejects(rooms.say(room, alice, '!mail claim'));
    await assert.rejects(operate('claim', { thread: room, as: alice }), /no/);
    assert.deepEqual((await test.db.query('SELECT FROM thread_work WHERE claimed_by IS NOT NULL')).rows, []);
    // What only tells goes on.
    await rooms.say(room, alice, '!mail why');
  });

  it('costs a command one statement, and what only tells, a message or a mail none', async () => {
    const room = await rooms.room('support', 'thread');
    const sent = counted(rooms.deps.db);
    await rooms.say(room, alice, '!mail claim');
    assert.equal(sent.splice(0).filter((sql) => sql.includes('audit_')).length, 1);
    await rooms.say(room, alice, '!mail why');
    await rooms.say(room, alice, 'An answer.');
    assert.deepEqual(
      sent.filter((sql) => sql.includes('audit_')),
      [],
    );
  });

  it('takes a command with whatever arguments', async () => {
    const room = await rooms.room('support', 'thread');
    for (const words of [
      '\u0000',
      '\ud800',
      `${'x'.repeat(40_000)}@y.example`,
      '<script>@x.example',
      '*@*',
      '"',
      "'",
    ]) {
      await rooms.say(room, alice, `!mail block ${words}`);
      await rooms.say(room, alice, `!mail cc ${words}`);
    }
    for (const { whom } of await acts()) for (const one of whom) assert.ok(one.length <= 500 && one.isWellFormed());
  });

  /** An operation as it is asked for by HTTP. */
  function operate(id: string, input: Record<string, unknown>) {
    const one = OPERATIONS.find((other) => other.id === id);
    assert.ok(one !== undefined);
    const { db, accounts, ghosts, ids } = rooms.deps;
    return runRecorded({ db, accounts, ghosts, ids }, one, input, { via: 'http', by: 'http:192.0.2.7' });
  }

  it('is what was asked by HTTP: in whose name, from where, about what', async () => {
    const room = await rooms.room('support', 'thread');
    await operate('claim', { thread: room, as: alice });
    await operate('threads', {});
    await operate('accounts-retry', { account: 'support' });
    await assert.rejects(operate('claim', { thread: room, as: stranger }), NotAllowed);
    await assert.rejects(operate('claim', { thread: 'none', as: alice }));
    assert.deepEqual(
      (await acts()).map(({ act, outcome, who, via, detail, account }) => [act, outcome, who, via, detail, account]),
      [
        ['operation.claim', 'done', alice, 'http', `http:192.0.2.7 thread=${room}`, null],
        ['operation.accounts-retry', 'done', 'http:192.0.2.7', 'http', 'http:192.0.2.7', 'support'],
        ['operation.claim', 'refused', stranger, 'http', `http:192.0.2.7 thread=${room}`, null],
      ],
    );
  });

  it('is from which address somebody asked the interface', async () => {
    const { db, accounts, ghosts, ids } = rooms.deps;
    const token = 'a token of thirty-two characters at least';
    const provisioning: Provisioning = await startProvisioning({
      listen: { host: '127.0.0.1', port: 0 },
      token,
      perMinute: 100,
      deps: { db, accounts, ghosts, ids },
      log: quiet,
      now: () => performance.now(),
    });
    try {
      const at = `${provisioning.url}/_mailroom/v1/accounts/support/retry`;
      for (const bearer of [token, 'wrong']) {
        await (await fetch(at, { method: 'POST', headers: { authorization: `Bearer ${bearer}` } })).text();
      }
    } finally {
      await provisioning.close();
    }
    assert.deepEqual(
      (await acts()).map(({ act, who }) => [act, who]),
      [['operation.accounts-retry', 'http:127.0.0.1']],
    );
  });

  it('is what was done in the shell, by whose login', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-acts-'));
    const login = { host: '127.0.0.1', port: 1, security: 'none' };
    const account = { address: 'support@mailroom.test', name: 'S', imap: { ...login, user: 's', password: 'x' } };
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      accounts: { support: { ...account, smtp: login } },
    };
    const file = join(folder, 'config.yaml');
    await writeFile(file, JSON.stringify(config));
    assert.equal((await runCommand(ctlCommand, ['accounts', 'retry', 'support', '--config', file])).code, 0);
    assert.equal((await runCommand(breakerCommand, ['reset', '--config', file])).code, 0);
    assert.equal((await runCommand(ctlCommand, ['accounts', '--config', file])).code, 0);
    await runCommand(undoCommand, ['recipient', 'none', 'nobody@outside.test', '--config', file]);
    const all = await acts();
    assert.deepEqual(
      all.map(({ act, via }) => [act, via]),
      [
        ['operation.accounts-retry', 'shell'],
        ['operation.breaker-reset', 'shell'],
      ],
    );
    for (const { who } of all) assert.match(who ?? '', /^shell:\S+@\S+/);
    await rm(folder, { recursive: true });
  });
});

/** The statements of all transactions of a database, as they are sent. */
function counted(db: Database): string[] {
  const sent: string[] = [];
  const begin = db.transaction.bind(db);
  db.transaction = (work) =>
    begin((tx) => {
      const query: typeof tx.query = (sql, values) => {
        sent.push(sql);
        return tx.query(sql, values);
      };
      return work({ ...tx, query });
    });
  return sent;
}

/** What strangers won before the upgrade is listed by `check` with a command, and that command undoes it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkLeftovers } from '../../../src/check/leftovers.ts';
import { undoCommand } from '../../../src/cli/undo.ts';
import { loadConfig } from '../../../src/config/config.ts';
import { makeRegistration, registrationYaml } from '../../../src/matrix/registration.ts';
import { suiteServer } from '../../support/suite.ts';
import type { TestDatabase } from '../../support/database.ts';
import { runCommand } from '../../support/command-run.ts';
import { StandInHomeserver } from '../../support/homeserver.ts';

const alice = '@alice:matrix.test';
const carol = '@carol:matrix.test';
const BEFORE = '2020-01-01';

describe('what was won before an upgrade', () => {
  const server = suiteServer();
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let folder: string;
  beforeEach(async () => {
    test = await server.database();
    folder = await mkdtemp(join(tmpdir(), 'mailroom-leftovers-'));
    homeserver = await new StandInHomeserver({ asToken: 'as', hsToken: 'hs' }).start();
    homeserver.users.add('@mailroom:matrix.test');
    const registration = makeRegistration(
      { url: 'http://127.0.0.1:1', domain: 'matrix.test', bot: 'mailroom', ghostPrefix: 'mail_' },
      { as_token: 'as', hs_token: 'hs' },
    );
    await writeFile(join(folder, 'registration.yaml'), registrationYaml(registration));
    const mailServer = { host: '127.0.0.1', port: 1, security: 'none' };
    const config = {
      homeserver: { url: homeserver.url, domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1', registration: './registration.yaml' },
      secret: 'a secret of thirty-two characters',
      database: { url: test.url },
      accounts: {
        support: {
          address: 'support@mailroom.test',
          name: 'Support',
          imap: { ...mailServer, user: 'support', password: 'x' },
          smtp: mailServer,
          team: [{ user: alice, address: 'alice@mailroom.test', name: 'Alice' }],
          receiver: 'mx.mailroom.test',
          trusted_hosts: ['mx.mailroom.test'],
        },
      },
    };
    await writeFile(join(folder, 'config.yaml'), JSON.stringify(config));
    await test.db.query(`INSERT INTO accounts (account) VALUES ('support')`);
    await test.db.query(
      `INSERT INTO threads (thread, account, subject, opened_by, opened_at)
       VALUES ('lamp', 'support', 'Lamp', 'no-references', '${BEFORE}')`,
    );
  });
  afterEach(async () => {
    await homeserver.stop();
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = () => join(folder, 'config.yaml');
  const found = async () => (await checkLeftovers(loadConfig(file(), {}))).map(({ text }) => text.split('\n'));

  /** Runs a command as `check` gave it. */
  async function undo(line: string): Promise<string> {
    const [, , ...args] = line.match(/'[^']*'|\S+/g) ?? [];
    const words = args.map((word) => word.replace(/^'(.*)'$/, '$1'));
    return (await runCommand(undoCommand, [...words, '--config', file()])).out;
  }

  /** Finds one thing, undoes it, and finds nothing more; undone once, it is not there a second time. */
  async function listedAndUndone(lead: RegExp, command: string): Promise<void> {
    const [one, ...more] = await found();
    assert.deepEqual(more, []);
    assert.match(one?.[0] ?? '', lead);
    assert.deepEqual(one?.slice(1), [command]);
    assert.equal(await undo(command), 'Undone.\n');
    assert.deepEqual(await found(), []);
    assert.equal(await undo(command), 'There is no such thing.\n');
  }

  interface Planted {
    readonly id: string;
    readonly from: string;
    readonly to?: string;
    readonly list?: string;
    readonly direction?: 'in' | 'colleague';
    readonly verdict?: string;
    readonly reason?: string;
    readonly mail?: number;
  }

  async function message({ id, from, to, list, direction = 'in', verdict = 'unchecked', reason = '', mail }: Planted) {
    const person = (address: string) => ({ name: '', address });
    const facts = {
      subject: 'Lamp',
      from: [person(from)],
      replyTo: [],
      to: to === undefined ? [] : [person(to)],
      cc: [],
      inReplyTo: [],
      references: [],
      date: null,
      decision: 'in-reply-to',
      sender: { verdict, reason, policy: null, evidence: [], as: 'self', marks: [] },
    };
    await test.db.query(
      `INSERT INTO messages (message, account, thread, direction, message_id, id_hash, content_hash, facts, list, mail,
         at)
       VALUES ($1, 'support', 'lamp', $2, $3, $4, $1, $5, $6, $7, '${BEFORE}')`,
      [id, direction, `<${id}@x>`, createHash('sha256').update(id).digest(), facts, list ?? null, mail ?? null],
    );
  }
  const person = (address: string, via: 'from' | 'to' = 'from') =>
    test.db.query(
      `INSERT INTO thread_people (account, thread, address, standing, via, at)
       VALUES ('support', 'lamp', $1, 'participant', $2, '${BEFORE}')`,
      [address, via],
    );

  it('is nothing in a clean database, whatever lists, colleagues and people it has', async () => {
    await message({ id: 'one', from: 'bob@x.test', to: 'dana@x.test', list: 'dev.lists.test', verdict: 'pass' });
    await message({ id: 'two', from: 'erin@x.test' });
    await message({ id: 'three', from: 'erin@x.test', list: 'dev.lists.test' });
    await message({ id: 'four', from: 'dana@x.test', list: 'dev.lists.test' });
    for (const who of ['bob@x.test', 'erin@x.test']) await person(who);
    await person('dana@x.test', 'to');
    await test.db.query(
      `INSERT INTO thread_traits (account, thread, kind, value_hash, value, at)
       VALUES ('support', 'lamp', 'list', '\\x00', 'dev.lists.test', '${BEFORE}'),
         ('support', 'lamp', 'list', '\\x01', 'new.lists.test', now())`,
    );
    await test.db.query(
      `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind)
       VALUES ('support', '\\x00', 'lamp', '<1@x.test>', 'reference')`,
    );
    await test.db.query(
      `INSERT INTO ghosts (user_id, address, registered_at)
       VALUES ('@mail_m=c3=bcller=40x.test:matrix.test', 'müller@x.test', '${BEFORE}')`,
    );
    assert.deepEqual(await found(), []);
  });

  it('a part that somebody has by a List-Id', async () => {
    await message({ id: 'one', from: 'bob@x.test' });
    await message({ id: 'two', from: 'mallory@evil.test', list: 'dev.lists.test' });
    await person('bob@x.test');
    await person('mallory@evil.test');
    await listedAndUndone(
      /only because a mail of theirs named a list/,
      'mailroom undo participant lamp mallory@evil.test',
    );
    const { rows } = await test.db.query(`SELECT standing FROM thread_people WHERE address = 'mallory@evil.test'`);
    assert.deepEqual(rows, [{ standing: 'refused' }]);
  });

  it('a list that a conversation is known by', async () => {
    await message({ id: 'one', from: 'bob@x.test' });
    await message({ id: 'two', from: 'mallory@evil.test', list: 'evil list; rm -rf' });
    await test.db.query(
      `INSERT INTO thread_traits (account, thread, kind, value_hash, value, at)
       VALUES ('support', 'lamp', 'list', '\\x00', 'evil list; rm -rf', '${BEFORE}')`,
    );
    await listedAndUndone(/nobody showed to have sent/, `mailroom undo list lamp 'evil list; rm -rf'`);
  });

  it('an address that was taken for an id', async () => {
    await person('bob@x.test');
    await test.db.query(
      `INSERT INTO thread_ids (account, id_hash, thread, message_id, kind)
       VALUES ('support', '\\x00', 'lamp', '<Bob@x.test>', 'reference'),
         ('support', '\\x01', 'lamp', '<1@x.test>', 'reference')`,
    );
    await listedAndUndone(/taken for the id of a mail/, `mailroom undo reference lamp '<Bob@x.test>'`);
  });

  it('a recipient by a ghost that is of no address, and that ghost', async () => {
    await test.db.query(
      `INSERT INTO thread_recipients (account, thread, address_key, address, field, decided_by, at)
       VALUES ('support', 'lamp', 'a', E'x@y.test\\r\\nBcc: z@evil.test', 'to', $1, '${BEFORE}')`,
      [alice],
    );
    await listedAndUndone(/address is none/, `mailroom undo recipient lamp 'x@y.test\\u{d}\\u{a}Bcc: z@evil.test'`);
    await test.db.query(
      `INSERT INTO ghosts (user_id, address, registered_at)
       VALUES ('@mail_a=2cb:matrix.test', 'a,b', '${BEFORE}')`,
    );
    await listedAndUndone(/ghosts whose address is none/, 'mailroom undo ghost @mail_a=2cb:matrix.test');
  });

  it('a mail that a forged trace made a colleague’s, with whom it brought in; an honest one is left', async () => {
    const trace = (by: string) =>
      [
        `Received: from [192.0.2.1] by mx.mailroom.test with ${by}; Mon, 1 Jan 2020 00:00:00 +0000`,
        'From: Alice <alice@mailroom.test>',
        'To: mallory@evil.test',
        'Subject: Lamp',
        'Message-ID: <forged@x>',
        '',
        'Words.',
        '',
      ].join('\r\n');
    const stored = async (uid: number, raw: string) => {
      const { rows } = await test.db.query<{ mail: number }>(
        `INSERT INTO mails (account, mailbox, role, uidvalidity, uid, size, state)
         VALUES ('support', 'INBOX', 'watched', 1, $1, $2, 'decided') RETURNING mail`,
        [uid, raw.length],
      );
      const mail = rows[0]?.mail ?? 0;
      await test.db.query(`INSERT INTO mail_chunks (mail, seq, account, bytes) VALUES ($1, 0, 'support', $2)`, [
        mail,
        Buffer.from(raw),
      ]);
      return mail;
    };
    const forgedBy = 'esmtp (Exim) (envelope-from <"x) with esmtpsa ("@evil.test>)';
    await message({
      ...{ id: 'honest', from: 'alice@mailroom.test', direction: 'colleague', reason: 'submission' },
      mail: await stored(1, trace('esmtpsa')),
    });
    await message({
      ...{ id: 'forged', from: 'alice@mailroom.test', to: 'mallory@evil.test', direction: 'colleague' },
      ...{ reason: 'submission', mail: await stored(2, trace(forgedBy)) },
    });
    await person('mallory@evil.test', 'to');
    await listedAndUndone(/shown as of a colleague/, 'mailroom undo colleague forged');
    const { rows } = await test.db.query(`SELECT standing FROM thread_people WHERE address = 'mallory@evil.test'`);
    assert.deepEqual(rows, [{ standing: 'newcomer' }]);
    const { rows: messages } = await test.db.query(
      `SELECT direction, facts -> 'sender' ->> 'verdict' AS verdict FROM messages WHERE message = 'forged'`,
    );
    assert.deepEqual(messages, [{ direction: 'in', verdict: 'fail' }]);
  });

  it('power in a room of somebody who left the team', async () => {
    const levels = { users: { '@mailroom:matrix.test': 100, [alice]: 50, [carol]: 50 }, users_default: 0 };
    const { id } = homeserver.rooms.create(
      '@mailroom:matrix.test',
      { power_level_content_override: levels, preset: 'private_chat' },
      (name) => `#${name}:matrix.test`,
    );
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, invited, at)
       VALUES ($1, 'support', 'thread', 'lamp', 'x', 'active', $2, '${BEFORE}')`,
      [id, JSON.stringify([alice, carol])],
    );
    await listedAndUndone(
      /moderate a room of Mailroom/,
      `mailroom undo level ${/^[\w@.:+=/-]+$/.test(id) ? id : `'${id}'`} ${carol}`,
    );
    const now = homeserver.rooms.byId.get(id)?.state.get('m.room.power_levels\0')?.content['users'];
    assert.deepEqual(now, { '@mailroom:matrix.test': 100, [alice]: 50 });
  });

  it('is not looked for in rooms while the homeserver is away, and that is said', async () => {
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state, invited, at)
       VALUES ('!r:matrix.test', 'support', 'thread', 'lamp', 'x', 'active', $1, '${BEFORE}')`,
      [JSON.stringify([carol])],
    );
    await homeserver.stop();
    assert.deepEqual(await found(), [
      ['people who moderate a room of Mailroom and are not of its team: the homeserver was not there to be asked'],
    ]);
  });
});

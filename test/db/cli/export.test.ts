import assert from 'node:assert/strict';
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { zipSync } from 'fflate';
import type pg from 'pg';
import { exportMails } from '../../../src/exporting/export-mails.ts';
import type { AccountId } from '../../../src/bridge/types.ts';
import { exportCommand } from '../../../src/cli/export.ts';
import { verifyCommand } from '../../../src/cli/verify.ts';
import { purgeRaw } from '../../../src/db/intake-tables/inbox.ts';
import { readMailBytes } from '../../../src/db/mail-tables/outgoing-delivery.ts';
import { Database, type Transaction } from '../../../src/db/pool.ts';
import { readAll } from '../../support/archives.ts';
import { runCommand } from '../../support/command-run.ts';
import { recordedActs } from '../../support/recorded.ts';
import type { TestDatabase } from '../../support/database.ts';
import { vouchedAccount } from '../../support/handlers/fixtures.ts';
import { letter } from '../../support/handlers/letters.ts';
import type { HandlerWorld } from '../../support/handlers/world.ts';
import { handlerWorld } from '../../support/handlers/world.ts';
import { eachDatabase, suiteParser } from '../../support/suite.ts';

const secret = 'a secret of thirty-two characters';

describe('mailroom export', () => {
  const parser = suiteParser();
  let test: TestDatabase;
  let world: HandlerWorld;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-export-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  eachDatabase(async (given) => {
    test = given;
    world = await handlerWorld({ test, parser, accounts: [vouchedAccount('support'), vouchedAccount('sales')] });
  });

  let count = 0;
  const fresh = (): string => join(folder, String(count++));

  async function config(key = secret): Promise<string> {
    const login = { host: '127.0.0.1', port: 1, security: 'none' };
    const account = { address: 'support@ours.example', name: 'S', imap: { ...login, user: 's', password: 'x' } };
    const file = `${fresh()}.yaml`;
    await writeFile(
      file,
      JSON.stringify({
        homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
        appservice: { url: 'http://127.0.0.1:1' },
        secret: key,
        database: { url: test.url },
        accounts: { support: { ...account, smtp: login } },
      }),
    );
    return file;
  }
  const exported = async (...args: string[]) => {
    const out = fresh();
    const said = await runCommand(exportCommand, [...args, '--out', out, '--config', await config()]);
    return { ...said, folder: out };
  };
  const verify = (...args: string[]) => runCommand(verifyCommand, args);
  const manifestOf = async (of: string) =>
    (await readFile(join(of, 'manifest.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  const first = letter({ id: 'a@x', text: 'From me to you\r\n>From you to me\r\nFrom -' });
  const second = letter({ id: 'b@x', answers: 'a@x', from: 'carol@z.example', date: 'Tue, 5 Mar 2024 23:30:00 +0000' });
  /** Its last line has no end. */
  const third = letter({ id: 'c@x', text: 'Short' }).subarray(0, -2);

  it('finds nothing of an own mailbox, whether it is asked for by account, person or room', async () => {
    const { thread } = await world.arrivals.arrive(first);
    assert.ok(thread !== null);
    await world.arrivals.arrive(letter({ id: 'own@x', to: 'sales@ours.example' }), { account: 'sales' });
    await test.db.query(
      `INSERT INTO own_accounts (account, owner, settings, added_by) VALUES ('support', '@bob:matrix.test', '{}', '')`,
    );
    await test.db.query(
      `INSERT INTO rooms (room, account, thread, kind, alias, generation)
       VALUES ('!own:matrix.test', 'support', $1, 'thread', '', 9)`,
      [thread],
    );
    for (const asked of [
      ['--account', 'support'],
      ['--room', '!own:matrix.test'],
    ]) {
      const { code, out } = await exported(...asked);
      assert.equal(code, 1);
      assert.match(out, /no such account, or no conversation in such a room/);
    }
    const { code, out } = await exported('--person', 'bob@x.example');
    assert.equal(code, 0);
    assert.match(out, /^1 mails?, /);
  });

  for (const format of ['mbox', 'maildir', 'eml', 'json']) {
    it(`writes ${format}: every mail byte for byte, ours too, signed, and an import reads the same`, async () => {
      const { message, thread } = await world.arrivals.arrive(first);
      assert.ok(message !== null && thread !== null);
      await world.arrivals.arrive(second);
      const said = await world.mails.say('It is on its way.', { in: { thread, answers: message } });
      await world.arrivals.arrive(third);
      const ours = (await buffer(readMailBytes(test.db, said.outgoing))).toString('latin1');
      const { code, out, folder: there } = await exported('--account', 'support', '--format', format);
      assert.equal(code, 0, out);
      assert.match(out, /^4 mails, \d+ kB\nsigned by [0-9a-f]{64}\n$/);
      const read = await readAll(join(there, 'mails'), 'mboxrd');
      const last = format === 'mbox' ? `${third.toString('latin1')}\n` : third.toString('latin1');
      assert.deepEqual(
        read.mails.map(({ text }) => text).sort(),
        [first.toString('latin1'), second.toString('latin1'), ours, last].sort(),
      );
      const { mode } = await stat(join(there, 'mails'));
      assert.equal(mode & 0o077, 0);

      const good = await verify(there, '--config', await config());
      assert.equal(good.code, 0, good.out);
      assert.match(good.out, /: 4 mails as the manifest has them, 0 that it only names\n {2}signed by [0-9a-f]+\n$/);
      const lossy = (await manifestOf(there)).filter((line) => typeof line['original_sha256'] === 'string');
      assert.equal(lossy.length, format === 'mbox' ? 1 : 0);
    });
  }

  it('of two formats holds the same mails, and of one less does not', async () => {
    await world.arrivals.arrive(first);
    await world.arrivals.arrive(third);
    const mbox = await exported('--account', 'support');
    const eml = await exported('--account', 'support', '--format', 'eml');
    const same = await verify(mbox.folder, eml.folder);
    assert.equal(same.code, 0, same.out);
    assert.match(
      same.out,
      /2 mails in both, 0 only in the first, 0 only in the second; 2 conversations the same, 0 not\n$/,
    );
    await world.arrivals.arrive(second);
    const more = await exported('--account', 'support');
    const other = await verify(mbox.folder, more.folder);
    assert.equal(other.code, 1);
    assert.match(
      other.out,
      /2 mails in both, 0 only in the first, 1 only in the second; 2 conversations the same, 0 not\n$/,
    );
  });

  it('is written down before it begins and when it is over, with whose mails they are', async () => {
    await world.arrivals.arrive(first);
    assert.equal((await exported('--person', 'bob@x.example')).code, 0);
    assert.equal(
      (await runCommand(exportCommand, ['--person', 'bob@x.example', '--out', folder, '--config', await config()]))
        .code,
      1,
    );
    assert.deepEqual(
      (await recordedActs(test.db)).map(({ act, outcome, whom }) => [act, outcome, whom]),
      [
        ['cli.export', 'begun', ['bob@x.example']],
        ['cli.export', 'done', ['bob@x.example']],
        ['cli.export', 'begun', ['bob@x.example']],
        ['cli.export', 'failed', ['bob@x.example']],
      ],
    );
  });

  it('takes what is asked for: an account, a room, a person, days', async () => {
    const { thread } = await world.arrivals.arrive(first);
    await world.arrivals.arrive(second);
    await world.arrivals.arrive(letter({ id: 'd@x', to: 'sales@ours.example' }), { account: 'sales' });
    await test.db.query(
      `INSERT INTO rooms (room, account, kind, thread, alias, state)
       VALUES ('!lamp:matrix.test', 'support', 'thread', $1, '#lamp:matrix.test', 'active')`,
      [thread],
    );
    const ids = async (...args: string[]) => {
      const { folder: there, code, out } = await exported(...args);
      assert.equal(code, 0, out);
      return (await manifestOf(there)).flatMap((line) => (typeof line['path'] === 'string' ? line['message_id'] : []));
    };
    assert.deepEqual(await ids('--account', 'sales'), ['<d@x>']);
    assert.deepEqual(await ids('--room', '!lamp:matrix.test'), ['<a@x>', '<b@x>']);
    assert.deepEqual(await ids('--person', 'Carol@z.example'), ['<b@x>']);
    assert.deepEqual(await ids('--account', 'support', '--since', '2024-03-05', '--until', '2024-03-05'), ['<b@x>']);
    assert.deepEqual(await ids('--account', 'support', '--until', '2024-03-04'), ['<a@x>']);
    assert.match((await exported('--account', 'nobody')).out, /has no such account/);
    assert.match((await exported('--account', 'support', '--since', '2024-02-31')).out, /--since must be a day/);
    assert.match((await exported()).out, /Which mails\?/);
    assert.match((await exported('--person', 'a@b.example', '--notes')).out, /--notes goes with/);
    assert.match((await exported('--account', 'support', '--notes', '--offline')).out, /--notes asks the homeserver/);
  });

  it('names what is gone or has not left, and has nothing that is suspected', async () => {
    await world.arrivals.arrive(first);
    await purgeRaw(test.db, -60_000, 10);
    await test.db.query("UPDATE matrix_sends SET state = 'sent', event = '$' || send");
    await purgeRaw(test.db, -60_000, 10);
    const forged = letter({ id: 'e@x', from: 'alice@ours.example', vouched: false, answers: 'a@x' });
    const { state } = await world.arrivals.arrive(forged);
    const { message, thread } = await world.arrivals.arrive(second);
    assert.ok(message !== null && thread !== null);
    for (const state of ['deferred', 'failed']) {
      const { outgoing } = await world.mails.say('No.', { in: { thread, answers: message } });
      await test.db.query('UPDATE outgoing SET state = $2 WHERE outgoing = $1', [outgoing, state]);
    }
    const { code, out, folder: there } = await exported('--account', 'support', '--offline');
    assert.equal(code, 1);
    assert.match(out, /1 named alone: bytes are not kept any more/);
    const lines = await manifestOf(there);
    const gone = lines.find((line) => line['message_id'] === '<a@x>');
    assert.match(String(gone?.['sha256']), /^[0-9a-f]{64}$/);
    assert.equal(state, 'held');
    assert.ok(!lines.some((line) => line['message_id'] === '<e@x>'));
    assert.deepEqual(
      lines.flatMap((line) => (typeof line['missing'] === 'string' ? [line['missing']] : [])),
      ['bytes are not kept any more', 'waits', 'was stopped'],
    );
    assert.equal((await verify(there)).code, 0);
  });

  it('is found out where a mail, the manifest or the key was changed', async () => {
    await world.arrivals.arrive(first);
    await world.arrivals.arrive(second);
    const { folder: there } = await exported('--account', 'support', '--format', 'eml');
    const other = await verify(there, '--config', await config('another secret of thirty-two chars'));
    assert.equal(other.code, 1);
    assert.match(other.out, /which is another key/);
    const [one = '', two = ''] = (await readdir(join(there, 'mails'))).sort();
    await appendFile(join(there, 'mails', one), 'more');
    await rm(join(there, 'mails', two));
    await writeFile(join(there, 'mails', 'new.eml'), first);
    const { code, out } = await verify(there);
    assert.equal(code, 1);
    assert.match(out, /: 0 mails as the manifest has them/);
    assert.match(out, /0000001\.eml: its bytes are others\n/);
    assert.match(out, /new\.eml: the manifest has no such mail\n/);
    assert.match(out, /0000002\.eml: is not there\n/);
    assert.ok(!out.includes('is not the one that was signed'));
    const manifest = join(there, 'manifest.jsonl');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('<a@x>', '<z@x>'));
    const changed = await verify(there, '--config', await config());
    assert.match(changed.out, /the manifest is not the one that was signed/);
    assert.match(changed.out, / {2}not signed by [0-9a-f]{64}, though it says so\n/);
    await rm(join(there, 'manifest.sig'));
    assert.match((await verify(there)).out, /it is no whole export/);
  });

  it('is read no further than it goes, whatever it holds', async () => {
    await world.arrivals.arrive(first);
    const { folder: there } = await exported('--account', 'support', '--format', 'eml');
    const [mails, one] = [join(there, 'mails'), join(there, 'mails', '0000001.eml')];
    // An archive of the mail is another file than the mail.
    await rename(one, join(there, 'kept'));
    await writeFile(join(mails, '0000001'), zipSync({ '0000001.eml': first }));
    await writeFile(one, zipSync({ 'a.eml': first }));
    const packed = await verify(there);
    assert.match(packed.out, /: 0 mails as the manifest has them/);
    assert.match(packed.out, /0000001 › 0000001\.eml: the manifest has no such mail\n/);
    await rm(join(mails, '0000001'));
    await rename(join(there, 'kept'), one);
    assert.equal((await verify(there)).code, 0);
    // A folder elsewhere is not part of it.
    await rename(mails, join(there, 'elsewhere'));
    await symlink('elsewhere', mails);
    const linked = await verify(there);
    assert.equal(linked.code, 1);
    assert.match(linked.out, /mails: a link\n/);

    const manifest = join(there, 'manifest.jsonl');
    const line = (await readFile(manifest, 'utf8')).split('\n')[1] ?? '';
    await appendFile(manifest, `${line}\n`);
    assert.match((await verify(there)).out, /0000001\.eml: the manifest has it twice\n/);
    // A line of 1 GB.
    await truncate(manifest, 1024 ** 3);
    assert.match((await verify(there)).out, /line 5 of manifest\.jsonl cannot be read/);
    await rm(manifest);
    assert.match((await verify(there)).out, /line 1 of manifest\.jsonl cannot be read/);
    await symlink('/dev/zero', manifest);
    assert.match((await verify(there)).out, /line 1 of manifest\.jsonl cannot be read/);
    await truncate(join(there, 'manifest.sig'), 1024 ** 3);
    assert.match((await verify(there)).out, /it is no whole export/);
  });

  it('has a mail whole whose bytes are purged while it is read', async () => {
    const large = letter({ id: 'l@x', text: 'One line of many.\r\n'.repeat(40_000) });
    const { mail } = await world.arrivals.arrive(large);
    // As a mail that came in pieces.
    await test.db.query(
      `INSERT INTO mail_chunks (mail, seq, account, bytes)
       SELECT mail, 1, account, substring(bytes FROM 1001) FROM mail_chunks WHERE mail = $1`,
      [mail],
    );
    await test.db.query('UPDATE mail_chunks SET bytes = substring(bytes FROM 1 FOR 1000) WHERE mail = $1 AND seq = 0', [
      mail,
    ]);
    const there = fresh();
    let purged = false;
    const purging = new (class extends Database {
      override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
        return super.transaction((tx) =>
          work({
            ...tx,
            query: async <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => {
              const answer = await tx.query<Row>(sql, values);
              if (!purged && sql.includes('substring(bytes')) {
                purged = true;
                await test.db.query('DELETE FROM mail_chunks');
              }
              return answer;
            },
          }),
        );
      }
    })({ url: test.url, onError: () => undefined });
    try {
      const { mails, missing } = await exportMails(
        { db: purging, openRooms: null, parser },
        { account: 'support' as AccountId, room: null, person: null, since: null, until: null, notes: false },
        {
          format: 'eml',
          folder: there,
          secret,
          now: new Date(0),
          stop: new AbortController().signal,
          progress: () => undefined,
        },
      );
      assert.deepEqual([mails, missing.size, purged], [1, 0, true]);
    } finally {
      await purging.close();
    }
    assert.ok(large.equals(await readFile(join(there, 'mails', '0000001.eml'))));
  });

  it('never writes over what is there', async () => {
    const there = fresh();
    await writeFile(there, '');
    const said = await runCommand(exportCommand, ['--account', 'support', '--out', there, '--config', await config()]);
    assert.equal(said.code, 1);
    assert.match(said.out, /is there already, and not an empty folder/);
  });
});

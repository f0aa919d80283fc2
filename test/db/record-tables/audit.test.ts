/** The record: entries come with their acts, are chained and signed, and forget persons without breaking. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silentLog, type Log } from '../../../src/base/log.ts';
import { isSigned, publicKeyOf } from '../../../src/bridge/signing.ts';
import { appendAudit, chainWaiting, forgetPerson, tryLockChain } from '../../../src/db/record-tables/audit.ts';
import type { AuditEntry } from '../../../src/db/record-tables/audit.ts';
import { entryHash, FIRST_HASH, headText, openPerson, readEntry } from '../../../src/db/record-tables/chain.ts';
import { addHead, lastHead } from '../../../src/db/record-tables/heads.ts';
import { RecordKeeper } from '../../../src/watch/record-keeper.ts';
import type { Transaction } from '../../../src/db/pool.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eachDatabase } from '../../support/suite.ts';

const SECRET = 'a secret of the config, long enough';

describe('the record', () => {
  let test: TestDatabase;
  eachDatabase((given) => {
    test = given;
    return Promise.resolve();
  });

  const entry: AuditEntry = {
    act: 'command.block',
    who: '@alice:matrix.test',
    via: 'room',
    whom: ['Bob@Outside.example'],
  };
  const append = (one: AuditEntry) => test.db.transaction((tx) => appendAudit(tx, one));
  const keeper = (log: Log = silentLog()) => new RecordKeeper({ db: test.db, log, secret: SECRET });

  async function entries() {
    const { rows } = await test.db.query<{ entry: number; at: Date; body: string; hash: Buffer }>(
      'SELECT entry, at, body, hash FROM audit_log ORDER BY entry',
    );
    return rows;
  }

  async function persons(): Promise<ReadonlyMap<string, Buffer>> {
    const { rows } = await test.db.query<{ person: string; key: Buffer }>('SELECT person, key FROM audit_persons');
    return new Map(rows.map(({ person, key }) => [person, key]));
  }

  /** Who and whom of each entry, as they can be read now. */
  async function named() {
    const keys = await persons();
    return (await entries()).map(({ body }) => {
      const read = readEntry(body);
      assert.ok(read !== null);
      const all = [...(read.who === null ? [] : [read.who]), ...read.whom];
      return all.map((one) => {
        const key = keys.get(one.person);
        return key === undefined ? null : (openPerson(one, key)?.name ?? null);
      });
    });
  }

  async function isWhole() {
    let before = FIRST_HASH;
    for (const [at, row] of (await entries()).entries()) {
      assert.equal(row.entry, at + 1);
      before = entryHash(row.entry, before, row.body);
      assert.deepEqual(row.hash, before);
    }
  }

  it('has an entry of an act that was committed, and none of one that was not', async () => {
    await append(entry);
    await assert.rejects(
      test.db.transaction(async (tx) => {
        await appendAudit(tx, { ...entry, act: 'command.allow' });
        throw new Error('rolled back');
      }),
      /rolled back/,
    );
    await keeper().keep();
    const all = await entries();
    assert.equal(all.length, 1);
    const read = readEntry(all[0]?.body ?? '');
    assert.equal(read?.act, 'command.block');
    assert.equal(read.at, all[0]?.at.toISOString());
    assert.deepEqual(await named(), [['@alice:matrix.test', 'bob@outside.example']]);
    assert.equal((await test.db.query('SELECT FROM audit_waiting')).rows.length, 0);
  });

  it('has names nowhere but under their keys', async () => {
    await append({ ...entry, detail: '!room:matrix.test $event' });
    await keeper().keep();
    const { rows } = await test.db.query<{ all: string }>(
      `SELECT string_agg(t::text, ' ') AS all FROM (
         SELECT l::text AS t FROM audit_log l UNION ALL SELECT p::text FROM audit_persons p
         UNION ALL SELECT h::text FROM audit_heads h UNION ALL SELECT w::text FROM audit_waiting w) AS x`,
    );
    for (const name of ['alice', 'bob', 'outside', 'room:']) assert.ok(!rows[0]?.all.includes(name), name);
  });

  it('forgets a person, and everybody else and the chain stay', async () => {
    await append(entry);
    await append({ ...entry, whom: ['carol@outside.example'] });
    await keeper().keep();
    // One that waits, and that of the erasure itself.
    await append(entry);
    const known = await test.db.transaction(async (tx) => {
      await appendAudit(tx, { act: 'cli.erase', who: 'shell:root@host', via: 'shell', whom: ['bob@outside.example'] });
      return forgetPerson(tx, 'BOB@outside.example');
    });
    assert.equal(known, true);
    const alice = '@alice:matrix.test';
    assert.deepEqual(await named(), [
      [alice, null],
      [alice, 'carol@outside.example'],
      [alice, null],
      ['shell:root@host', null],
    ]);
    await isWhole();
    // Who comes again is somebody new.
    await append(entry);
    await keeper().keep();
    assert.deepEqual((await named())[4], [alice, 'bob@outside.example']);
    await isWhole();
    assert.equal(await test.db.transaction((tx) => forgetPerson(tx, 'nobody@outside.example')), false);
  });

  it('forgets nobody where the erasure is rolled back', async () => {
    await append(entry);
    await assert.rejects(
      test.db.transaction(async (tx) => {
        await forgetPerson(tx, 'bob@outside.example');
        throw new Error('rolled back');
      }),
    );
    await keeper().keep();
    assert.deepEqual(await named(), [['@alice:matrix.test', 'bob@outside.example']]);
  });

  it('signs how far it went, under the key of the config', async () => {
    await append(entry);
    await keeper().keep();
    await append(entry);
    await keeper().keep();
    assert.equal((await lastHead(test.db))?.entry, 1, 'once a minute by itself');
    await keeper().keep({ signs: 'now' });
    const head = await lastHead(test.db);
    const [, last] = await entries();
    assert.ok(head !== null && last !== undefined);
    assert.equal(head.entry, 2);
    assert.deepEqual(head.hash, last.hash);
    assert.equal(head.key, publicKeyOf(SECRET));
    assert.ok(isSigned(head, headText(head)));
    assert.ok(!isSigned(head, headText({ ...head, entry: 3 })));
  });

  it('takes whatever others write, cut and well-formed', async () => {
    await append({
      act: 'command.block',
      who: `@\u0000\ud800${'x'.repeat(100_000)}`,
      via: 'room',
      detail: '\udc00"\\',
      whom: Array.from({ length: 200 }, (_, n) => `\u0000${n}@x.example`),
      thread: '\u0000' as never,
      facts: { '\u0000': '\ud800', nan: Number.NaN, __proto__x: 'y'.repeat(100_000) },
    });
    await keeper().keep();
    const [one] = await entries();
    const read = readEntry(one?.body ?? '');
    assert.ok(read !== null && (one?.body.length ?? 0) < 60_000);
    assert.equal(read.whom.length + read.more, 200);
    assert.equal((await named())[0]?.[1], '0@x.example');
    await isWhole();
  });

  it('refuses to be changed, and what waits too', async () => {
    await append(entry);
    await keeper().keep();
    await append(entry);
    for (const sql of [
      "UPDATE audit_log SET body = '{}'",
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
      'UPDATE audit_heads SET entry = 7',
      'DELETE FROM audit_heads',
      'TRUNCATE audit_heads',
      "UPDATE audit_waiting SET body = ''",
      'TRUNCATE audit_waiting',
    ]) {
      await assert.rejects(test.db.query(sql), /the record only grows/, sql);
    }
    assert.equal((await entries()).length, 1);
  });

  it('is kept by a role that may add to it and change nothing, where its tables belong to another', async () => {
    const name = (await test.db.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name ?? '';
    const [owner, bridge] = [`owner_of_${name}`, `bridge_of_${name}`];
    await test.db.query(`CREATE ROLE ${owner}; CREATE ROLE ${bridge}`);
    try {
      await test.db.query(
        `ALTER TABLE audit_log OWNER TO ${owner}; ALTER TABLE audit_heads OWNER TO ${owner};
         ALTER TABLE audit_waiting OWNER TO ${owner}; ALTER TABLE audit_persons OWNER TO ${owner};
         GRANT SELECT, INSERT ON audit_log, audit_heads TO ${bridge};
         GRANT SELECT, INSERT, DELETE ON audit_waiting, audit_persons TO ${bridge}`,
      );
      const as = <Result>(work: (tx: Transaction) => Promise<Result>) =>
        test.db.transaction(async (tx) => {
          await tx.query(`SET LOCAL ROLE ${bridge}`);
          return work(tx);
        });
      await as(async (tx) => {
        await appendAudit(tx, entry);
        assert.equal(await tryLockChain(tx), true);
        assert.equal(await chainWaiting(tx), 1);
        await addHead(tx, { entry: 1, hash: FIRST_HASH, at: new Date(), key: '', signature: '' });
        assert.equal(await forgetPerson(tx, 'bob@outside.example'), true);
      });
      for (const sql of [
        "UPDATE audit_log SET body = ''",
        'DELETE FROM audit_log',
        'TRUNCATE audit_log',
        'ALTER TABLE audit_log DISABLE TRIGGER audit_log_grows',
        'DROP TABLE audit_log',
        'DELETE FROM audit_heads',
        "UPDATE audit_persons SET key = ''",
        "UPDATE audit_waiting SET body = ''",
        'SET LOCAL session_replication_role = replica',
      ]) {
        await assert.rejects(
          as((tx) => tx.query(sql)),
          /permission denied|must be owner/,
          sql,
        );
      }
    } finally {
      await test.db.query(`DROP OWNED BY ${owner}, ${bridge} CASCADE; DROP ROLE ${owner}; DROP ROLE ${bridge}`);
    }
  });

  it('tells what waits and was changed as what nobody can read, and goes on', async () => {
    await test.db.query("INSERT INTO audit_waiting (body) VALUES ('{'), ('{\"act\":1}'), ('')");
    await append(entry);
    await keeper().keep();
    const acts = (await entries()).map(({ body }) => readEntry(body)?.act);
    assert.deepEqual(acts, ['record.unreadable', 'record.unreadable', 'record.unreadable', 'command.block']);
    await isWhole();
  });

  it('says in itself that it was another, where it is changed while a keeper runs', async () => {
    const errors: string[] = [];
    const one = keeper({ ...silentLog(), error: (message) => void errors.push(message) });
    await append(entry);
    await one.keep();
    await test.db.transaction(async (tx) => {
      await tx.query('ALTER TABLE audit_log DISABLE TRIGGER audit_log_grows');
      await tx.query('ALTER TABLE audit_heads DISABLE TRIGGER audit_heads_grow');
      await tx.query('DELETE FROM audit_log');
      await tx.query('DELETE FROM audit_heads');
      await tx.query('ALTER TABLE audit_log ENABLE TRIGGER audit_log_grows');
      await tx.query('ALTER TABLE audit_heads ENABLE TRIGGER audit_heads_grow');
    });
    await append({ ...entry, act: 'command.allow' });
    await one.keep();
    const acts = (await entries()).map(({ body }) => readEntry(body)?.act);
    assert.deepEqual(acts, ['command.allow', 'record.differs']);
    assert.deepEqual(errors, ['the record is not what it was: "mailroom audit verify" says where']);
  });

  it('is chained by one at a time, and nobody who writes waits for them', async () => {
    await append(entry);
    await test.db.transaction(async (tx) => {
      assert.equal(await tryLockChain(tx), true);
      await chainWaiting(tx);
      await keeper().keep();
      assert.equal((await entries()).length, 0);
      await append(entry);
    });
    await keeper().keep();
    assert.equal((await entries()).length, 2);
    await isWhole();
  });
});

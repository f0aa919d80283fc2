/** `mailroom audit`: a record that somebody with the database has touched is not whole, and it is said where. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publicKeyOf, signText } from '../../../src/bridge/signing.ts';
import { auditCommand } from '../../../src/cli/audit.ts';
import { appendAudit, forgetPerson } from '../../../src/db/record-tables/audit.ts';
import { entryHash, FIRST_HASH, headText } from '../../../src/db/record-tables/chain.ts';
import { runCommand } from '../../support/command-run.ts';
import type { TestDatabase } from '../../support/database.ts';
import { eachDatabase } from '../../support/suite.ts';

const secret = 'a secret of thirty-two characters';
const other = 'another secret of as many characters';

describe('mailroom audit', () => {
  let test: TestDatabase;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-record-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  eachDatabase((given) => {
    test = given;
    return Promise.resolve();
  });

  let count = 0;
  const fresh = (): string => join(folder, String(count++));

  async function audit(...args: string[]) {
    const login = { host: '127.0.0.1', port: 1, security: 'none' };
    const account = { address: 'support@ours.example', name: 'S', imap: { ...login, user: 's', password: 'x' } };
    const config = {
      homeserver: { url: 'http://127.0.0.1:1', domain: 'matrix.test' },
      appservice: { url: 'http://127.0.0.1:1' },
      secret,
      database: { url: test.url },
      accounts: { support: { ...account, smtp: login } },
    };
    const file = `${fresh()}.yaml`;
    await writeFile(file, JSON.stringify(config));
    return runCommand(auditCommand, [...args, '--config', file]);
  }

  /** Five entries, chained and signed. Returns the head, as somebody keeps it. */
  async function five(): Promise<string> {
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      await test.db.transaction((tx) =>
        appendAudit(tx, {
          act: `command.${name}`,
          who: '@alice:matrix.test',
          via: 'room',
          detail: '!room:matrix.test $event\u2028x',
          whom: [`${name}@outside.example`],
        }),
      );
    }
    const { code, out } = await audit('head');
    assert.equal(code, 0, out);
    const file = fresh();
    await writeFile(file, out);
    return file;
  }

  /** As somebody does who may do anything with the database. */
  const tamper = (...statements: readonly (readonly [sql: string, values?: readonly unknown[]])[]) =>
    test.db.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      for (const [sql, values] of statements) await tx.query(sql, values);
    });

  async function rows() {
    const found = await test.db.query<{ entry: number; body: string; hash: Buffer }>(
      'SELECT entry, body, hash FROM audit_log ORDER BY entry',
    );
    return found.rows;
  }

  /** Every hash anew, as whoever changed something would. */
  async function rechain(): Promise<Buffer> {
    let before = FIRST_HASH;
    for (const { entry, body } of await rows()) {
      before = entryHash(entry, before, body);
      await tamper(['UPDATE audit_log SET hash = $2 WHERE entry = $1', [entry, before]]);
    }
    return before;
  }

  async function broken(...args: string[]): Promise<string> {
    const { code, out } = await audit('verify', ...args);
    assert.equal(code, 1, out);
    return /^NOT WHOLE: (.*)$/m.exec(out)?.[1] ?? out;
  }

  async function whole(...args: string[]): Promise<string> {
    const { code, out } = await audit('verify', ...args);
    assert.equal(code, 0, out);
    assert.match(out, /^whole$/m);
    return out;
  }

  it('says of one that nobody touched that it is whole, and how far it goes', async () => {
    const head = await five();
    const out = await whole('--head', head);
    assert.match(out, /^5 entries, the last is 5 with the hash [0-9a-f]{64}\nsigned up to entry 5\n/);
    await test.db.transaction((tx) => appendAudit(tx, { act: 'cli.undo', who: null, via: 'process' }));
    assert.match(await whole(), /^1 wait to be chained, for \d+ s at most$/m);
  });

  it('says of an empty one that it is whole', async () => {
    assert.match(await whole(), /^0 entries/);
    assert.equal((await audit('head')).code, 1);
  });

  it('attack: an entry is changed', async () => {
    await five();
    await tamper(["UPDATE audit_log SET body = replace(body, 'command.three', 'command.tree') WHERE entry = 3"]);
    assert.equal(await broken(), 'entry 3 does not follow entry 2: one was changed');
  });

  it('attack: an entry is changed, with its hash', async () => {
    await five();
    await tamper(["UPDATE audit_log SET body = replace(body, 'command.three', 'command.tree') WHERE entry = 3"]);
    const [, second, third] = await rows();
    const hash = entryHash(3, second?.hash ?? FIRST_HASH, third?.body ?? '');
    await tamper(['UPDATE audit_log SET hash = $1 WHERE entry = 3', [hash]]);
    assert.equal(await broken(), 'entry 4 does not follow entry 3: one was changed');
  });

  it('attack: the first entry is changed', async () => {
    await five();
    await tamper(["UPDATE audit_log SET body = replace(body, 'command.one', 'command.on') WHERE entry = 1"]);
    assert.equal(await broken(), 'entry 1 was changed');
  });

  it('attack: an entry is written in another way that says the same', async () => {
    await five();
    await tamper([`UPDATE audit_log SET body = replace(body, '"more":0', '"more": 0') WHERE entry = 2`]);
    await rechain();
    assert.equal(await broken(), 'entry 2 is not as entries are written');
  });

  it('attack: the time beside an entry, by which it is taken out, is another', async () => {
    await five();
    await tamper(["UPDATE audit_log SET at = at - interval '1 year' WHERE entry = 2"]);
    assert.equal(await broken(), 'entry 2 has another time beside it');
  });

  it('attack: an entry is taken out, and the others close up', async () => {
    await five();
    await tamper(['DELETE FROM audit_log WHERE entry = 3']);
    assert.equal(await broken(), 'entry 3 is missing');
    await tamper(
      ['UPDATE audit_log SET entry = entry - 1 WHERE entry = 4'],
      ['UPDATE audit_log SET entry = 4 WHERE entry = 5'],
    );
    assert.equal(await broken(), 'entry 3 does not follow entry 2: one was changed');
    await rechain();
    assert.match(await broken(), /^entry 5 was signed at .* and is not there: the end was cut away$/);
  });

  it('attack: two entries change places', async () => {
    await five();
    await tamper(
      ['UPDATE audit_log SET entry = 9 WHERE entry = 2'],
      ['UPDATE audit_log SET entry = 2 WHERE entry = 3'],
      ['UPDATE audit_log SET entry = 3 WHERE entry = 9'],
    );
    assert.equal(await broken(), 'entry 2 does not follow entry 1: one was changed');
    await rechain();
    assert.match(await broken(), /^entry 5 is not the one that was signed at /);
  });

  it('attack: an entry is put between others, and all is chained anew', async () => {
    await five();
    await tamper(
      ['UPDATE audit_log SET entry = 6 WHERE entry = 5'],
      ['UPDATE audit_log SET entry = 5 WHERE entry = 4'],
      ['INSERT INTO audit_log SELECT 4, at, body, hash FROM audit_log WHERE entry = 3'],
    );
    await rechain();
    assert.match(await broken(), /^entry 5 is not the one that was signed at .*: it or one before was changed$/);
  });

  it('attack: the end is cut away, and with its heads too where somebody has kept one', async () => {
    const held = await five();
    await tamper(['DELETE FROM audit_log WHERE entry > 3']);
    assert.match(await broken(), /^entry 5 was signed at .* and is not there: the end was cut away$/);
    await tamper(['DELETE FROM audit_heads']);
    // By itself the database cannot know.
    await whole();
    assert.match(await broken('--head', held), /^entry 5 was signed at .* and is not there/);
  });

  it('attack: a head is forged, or is of another key', async () => {
    await five();
    await tamper(["UPDATE audit_heads SET hash = sha256('x')"]);
    assert.match(await broken(), /^the head of entry 5 \(.*\) is forged$/);
    const head = { entry: 5, hash: (await rows())[4]?.hash ?? FIRST_HASH, at: new Date(0) };
    const { key, signature } = signText(other, headText(head));
    const values = [head.hash, head.at, key, signature];
    await tamper(['UPDATE audit_heads SET hash = $1, at = $2, key = $3, signature = $4', values]);
    assert.match(await broken(), new RegExp(`of another key, ${publicKeyOf(other)}$`));
    await tamper(["UPDATE audit_heads SET key = 'x', signature = ''"]);
    assert.match(await broken(), /is forged$/);
  });

  it('attack: a second chain stands in the place of the first', async () => {
    const held = await five();
    await tamper(["UPDATE audit_log SET body = replace(body, 'command.', 'command.no-')"]);
    await rechain();
    assert.match(await broken(), /^entry 5 is not the one that was signed at /);
    await tamper(['DELETE FROM audit_heads']);
    await whole();
    assert.match(await broken('--head', held), /^entry 5 is not the one that was signed at /);
  });

  it('attack: somebody stands under the key of another, or their words are others', async () => {
    await five();
    await tamper(["UPDATE audit_persons SET key = sha256('x') WHERE person = (SELECT min(person) FROM audit_persons)"]);
    assert.match(await broken(), /^a person of entry \d cannot be read, though their key is there$/);
  });

  it('is whole after an erasure, and says no name of who was erased', async () => {
    const held = await five();
    await test.db.transaction((tx) => forgetPerson(tx, 'three@outside.example'));
    await whole('--head', held);
    const { code, out } = await audit('export');
    assert.equal(code, 0);
    assert.ok(out.includes('two@outside.example') && !out.includes('three@outside.example'));
  });

  describe('a file that it was taken out to', () => {
    async function taken(...args: string[]) {
      const out = fresh();
      const said = await audit('export', '--out', out, ...args);
      assert.equal(said.code, 0, said.out);
      return out;
    }

    const verifyFile = (file: string, ...args: string[]) =>
      runCommand(auditCommand, ['verify', file, '--key', publicKeyOf(secret), ...args]);

    async function isBroken(file: string, ...args: string[]): Promise<string> {
      const { code, out } = await verifyFile(file, ...args);
      assert.equal(code, 1, out);
      return out;
    }

    const linesOf = async (file: string) => (await readFile(file, 'utf8')).trimEnd().split('\n');

    it('is lines of JSON with who, what, for whom and from where, and is checked without a database', async () => {
      const held = await five();
      const file = await taken();
      assert.equal((await stat(file)).mode & 0o077, 0);
      const lines = (await linesOf(file)).map((line) => JSON.parse(line) as Record<string, unknown>);
      const { who, whom, ...entry } = lines[1] ?? {};
      assert.deepEqual(
        [(who as { name: string; detail: string }).name, (who as { detail: string }).detail],
        ['@alice:matrix.test', '!room:matrix.test $event\u2028x'],
      );
      assert.deepEqual(
        (whom as { name: string }[]).map(({ name }) => name),
        ['one@outside.example'],
      );
      assert.deepEqual(
        [entry['entry'], entry['act'], entry['via'], entry['outcome']],
        [1, 'command.one', 'room', 'done'],
      );
      // That it was taken out stands in it too.
      assert.equal(lines[6]?.['act'], 'cli.audit-export');
      const { code, out } = await verifyFile(file, '--head', held);
      assert.equal(code, 0, out);
      assert.match(out, /^6 entries, .*\nsigned up to entry 6\nsigned by [0-9a-f]{64}\nwhole\n$/);
      const unknown = await runCommand(auditCommand, ['verify', file]);
      assert.match(unknown.out, /, whose key was not checked\nwhole\n$/);
    });

    it('holds a time of it, which follows what was before', async () => {
      await five();
      const [, second, third] = (await rows()).map(({ body }) => (JSON.parse(body) as { at: string }).at);
      const until = new Date(Date.parse(third ?? '') + 1).toISOString();
      const file = await taken('--since', second ?? '', '--until', until);
      const entries = (await linesOf(file)).filter((line) => line.startsWith('{"entry"'));
      assert.ok(entries.length >= 2 && entries.length < 6);
      assert.ok(entries.some((line) => line.startsWith('{"entry":3')));
      assert.equal((await verifyFile(file)).code, 0);
      assert.equal((await audit('export', '--since', 'yesterday')).code, 2);
      const none = await taken('--since', '2999-01-01');
      assert.equal((await verifyFile(none)).code, 0);
    });

    it('attack: whatever is changed, left out or added in it', async () => {
      await five();
      const file = await taken();
      const lines = await linesOf(file);
      const changed = async (what: (all: string[]) => string[]): Promise<string> => {
        const to = fresh();
        await writeFile(to, `${what([...lines]).join('\n')}\n`);
        return isBroken(to);
      };
      assert.match(
        await changed((all) => all.map((line) => line.replace('"name":"two@', '"name":"tw0@'))),
        /not signed by/,
      );
      assert.match(
        await changed((all) => all.map((line) => line.replace('"act":"command.two"', '"act":"command.to"'))),
        /entry 2 is shown as another than it is/,
      );
      assert.match(
        await changed((all) =>
          all.map((line) => line.replace('\\"act\\":\\"command.two\\"', '\\"act\\":\\"command.to\\"')),
        ),
        /entry 2 does not follow entry 1/,
      );
      assert.match(await changed((all) => all.filter((_, at) => at !== 3)), /entry 3 is missing/);
      assert.match(await changed((all) => all.slice(0, 4)), /it has no end: it was cut/);
      assert.match(await changed((all) => all.slice(0, -1)), /it is not signed/);
      assert.match(await changed((all) => [...all.slice(0, 2), all[1] ?? '', ...all.slice(2)]), /stands behind/);
      assert.match(await changed((all) => [...all, all[1] ?? '']), /not signed by/);
      assert.match(await changed((all) => [...all.slice(0, 2), '{"entry":', ...all.slice(2)]), /line 3 cannot be read/);
      assert.match(await changed(() => ['x'.repeat(2_000_000)]), /line 1 cannot be read/);
      assert.match(await changed((all) => all.slice(1)), /has no beginning/);
    });

    it('attack: it is signed by somebody else', async () => {
      await five();
      const file = await taken();
      const { code, out } = await runCommand(auditCommand, ['verify', file, '--key', publicKeyOf(other)]);
      assert.equal(code, 1);
      assert.match(out, /it is signed by another key/);
    });
  });
});

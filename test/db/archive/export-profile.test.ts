/** What a Thunderbird holds, and every mail of the golden tests, through rooms and out of them again. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readSource } from '../../../src/archive/sources/read-source.ts';
import { compareExports, verifyExport } from '../../../src/archive/verify.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import { exporting, type Exporting } from '../../support/handlers/exporting.ts';
import { eachImport, importing, type Importing } from '../../support/handlers/importing.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import { suiteServer } from '../../support/suite.ts';

const account = testAccount();
const tests = join(import.meta.dirname, '../..');
const FORMATS = ['mbox', 'maildir', 'eml', 'json'] as const;

describe('what is imported and exported again', () => {
  let test: TestDatabase;
  let source: Importing;
  let sending: Sending;
  let out: Exporting;
  const server = suiteServer();
  const parser = eachImport(account, (made) => ({ test, source, sending } = made));
  beforeEach(async () => {
    out = await exporting({ test, parser }, () => sending.matrix.client);
  });
  afterEach(() => out.remove());

  /**
   * Imports it, exports it in every format, imports one of these elsewhere, and exports that. Returns the hashes of
   * what lies in the source, and of what is in the exports.
   */
  async function throughRooms(folder: string) {
    const lies = new Set<string>();
    for await (const found of readSource(folder, { dialect: null })) {
      if (found.is !== 'mail') continue;
      const hash = createHash('sha256');
      for await (const piece of found.mail.open()) hash.update(piece);
      lies.add(hash.digest('hex'));
    }
    const report = await source.run({ sources: [folder] });
    const exports = [];
    for (const format of FORMATS) exports.push(await out.run({ account: 'support', format }));
    const checked = [];
    for (const one of exports) checked.push(await verifyExport(one.folder));
    for (const { faults } of checked) assert.deepEqual(faults, []);
    const [first, ...others] = checked;
    assert.ok(first !== undefined);
    for (const other of others) {
      const { both, first: here, second, others: apart } = compareExports(first.held, other.held);
      assert.deepEqual({ both, here, second, apart }, { both: first.held.length, here: 0, second: 0, apart: 0 });
    }
    const elsewhere = await server.database();
    const second = await sendingWorld(elsewhere, parser, account);
    const again = await importing({ test: elsewhere, parser, account }, () => second.matrix);
    const there = await exporting({ test: elsewhere, parser }, () => second.matrix.client);
    try {
      await again.run({ sources: [join(exports[0]?.folder ?? '', 'mails')] });
      const back = await verifyExport((await there.run({ account: 'support', format: 'maildir' })).folder);
      const compared = compareExports(first.held, back.held);
      const { both, first: here, second: only, others: apart } = compared;
      assert.deepEqual({ both, here, only, apart }, { both: first.held.length, here: 0, only: 0, apart: 0 });
    } finally {
      await there.remove();
      await again.remove();
      await second.end();
    }
    return { report, lies, held: first.held };
  }

  it('is a Thunderbird profile, every mail accounted for', async () => {
    const { report, lies, held } = await throughRooms(join(tests, 'fixtures/thunderbird'));
    assert.deepEqual(
      [report.mails, report.imported.mails, report.set_aside.mails, report.damaged.mails, report.rooms],
      [7, 5, 2, 0, 3],
    );
    assert.deepEqual(report.set_aside.reasons.map(({ reason, mails }) => [reason, mails]).sort(), [
      ['a draft', 1],
      ['marked as deleted', 1],
    ]);
    assert.equal(lies.size, 7);
    const hashes = new Set(held.map(({ sha256 }) => sha256));
    assert.equal([...lies].filter((hash) => hashes.has(hash)).length, 5);
    const crane = held.filter(({ thread }) => held.filter((other) => other.thread === thread).length === 3);
    assert.equal(crane.length, 3);
  });

  it('is every mail of the golden tests, hashes and threads equal', async () => {
    const { report, lies, held } = await throughRooms(join(tests, 'golden/mail-in'));
    const { mails, imported, already_there: there, merged, set_aside: aside, damaged } = report;
    assert.equal(imported.mails + there.mails + merged.mails + aside.mails + damaged.mails, mails);
    assert.equal(damaged.mails, 0);
    const hashes = new Set(held.map(({ sha256 }) => sha256));
    assert.deepEqual(
      [...lies].filter((hash) => !hashes.has(hash)),
      [],
    );
    assert.equal(hashes.size, lies.size);
  });
});

/** An address is erased while Mailroom runs, on the real Synapse: its events, its files, and it does not come back. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Database } from '../../src/db/pool.ts';
import { columnsWith } from '../support/all-columns.ts';
import { bot, unique, World } from '../support/e2e.ts';
import { enterImported } from '../support/e2e-imported.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const run = promisify(execFile);
const world = await World.start();
const alice = await world.client('alice');
const olga = await world.outsider('Olga Outside');
const SUPPORT = world.account('support').address;
const history = z.object({ chunk: z.array(z.looseObject({ type: z.string(), content: z.looseObject({}) })) });

describe('an erased address on a real homeserver', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-erased-'));
    // Files are deleted by admins alone.
    await world.environment.homeserver.admin('PUT', `/_synapse/admin/v2/users/${encodeURIComponent(bot)}`, {
      admin: true,
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const mailroom = (...args: readonly string[]) =>
    run(process.execPath, [main, ...args, '--config', world.environment.mailroom.configFile], { timeout: 120_000 });

  it('is in no room, no file and no column any more, and comes back neither by mail nor by an import', async () => {
    const word = unique('medlar');
    const source = join(folder, 'old.eml');
    await writeFile(
      source,
      [
        ...[`Message-ID: <${word}@old.test>`, 'Date: Sun, 1 Mar 2009 09:30:00 +0000'],
        ...[`From: Olga <${olga.address}>`, `To: ${SUPPORT}`, `Subject: The ${word}`, 'MIME-Version: 1.0'],
        ...['Content-Type: multipart/mixed; boundary=b', '', '--b', '', `Words of ${word}`],
        ...['--b', 'Content-Type: application/pdf', `Content-Disposition: attachment; filename=${word}.pdf`, ''],
        ...[`%PDF ${word}`, '--b--', ''],
      ].join('\r\n'),
    );
    await mailroom('import', '--account', 'support', source);
    const room = await enterImported(world, alice, `The ${word}`);
    const seen = async () => {
      const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/messages?dir=b&limit=200`;
      return history.parse(await alice.request('GET', path)).chunk;
    };
    const before = JSON.stringify(await seen());
    assert.ok(before.includes(word) && before.includes('Olga'));
    const mxc = /mxc:\/\/[^"]+/.exec(before.slice(before.indexOf(`${word}.pdf`) - 2_000))?.[0] ?? '';
    assert.notEqual(mxc, '');

    const certificate = join(folder, 'certificate.json');
    const { stdout } = await mailroom('erase', olga.address, '--yes', '--certificate', certificate);
    assert.match(stdout, /event taken away/);
    assert.match(stdout, /media taken away/);
    assert.doesNotMatch(stdout, /refused/);
    assert.ok(!(await readFile(certificate, 'utf8')).includes(olga.address));
    const rest = JSON.stringify(await seen());
    assert.ok(!rest.includes(word) && !rest.includes('Olga'), rest);
    const name = await alice
      .request('GET', `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/state/m.room.name`)
      .catch(() => ({}));
    assert.ok(!JSON.stringify(name).includes(word));

    const db = new Database({ url: world.environment.databaseUrl, onError: assert.ifError });
    try {
      for (const words of [word, olga.address]) assert.deepEqual(await columnsWith(db, words), [], words);
      const again = await mailroom('import', '--account', 'support', '--json', source).catch((error: unknown) =>
        z.object({ stdout: z.string() }).parse(error),
      );
      assert.match(again.stdout, /"imported":\{"mails":0/);
      assert.deepEqual(await columnsWith(db, `Words of ${word}`), []);
    } finally {
      await db.close();
    }
  });
});

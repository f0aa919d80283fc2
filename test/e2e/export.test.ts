/** Conversations out of a real Synapse: mails by their bytes, composed ones, and what was said inside. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { programFile } from '../../tools/built.ts';
import { compareExports, verifyExport } from '../../src/archive/verify.ts';
import { until } from '../support/servers.ts';
import { PATIENCE, unique, World } from '../support/e2e.ts';

const main = programFile('main.ts');
const run = promisify(execFile);
const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
const world = await World.start();
const alice = await world.client('alice');
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe('an export out of a real homeserver', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mailroom-out-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const mailroom = async (command: string, ...args: string[]): Promise<{ code: number; out: string }> => {
    const whole = [main, command, '--config', world.environment.mailroom.configFile, ...args];
    return run(process.execPath, whole, { timeout: 120_000 }).then(
      ({ stdout }) => ({ code: 0, out: stdout }),
      (error: unknown) => {
        const { code, stdout, stderr } = failed.parse(error);
        return { code, out: stdout + stderr };
      },
    );
  };
  const exported = async (name: string, ...args: string[]) => {
    const out = join(folder, name);
    const said = await mailroom('export', '--out', out, ...args);
    return { ...said, folder: out };
  };
  const mailsIn = async (of: string): Promise<string[]> => {
    const names = (await readdir(join(of, 'mails'))).sort();
    return Promise.all(names.map((name) => readFile(join(of, 'mails', name), 'utf8')));
  };

  it('makes the same rooms again when it is imported', async () => {
    const word = unique('ferry');
    const source = join(folder, 'old');
    await mkdir(source);
    const put = (nth: number, fields: readonly string[], body: string) =>
      writeFile(
        join(source, `${String(nth)}.eml`),
        [
          `Message-ID: <${word}.${String(nth)}@old.test>`,
          `Date: ${new Date(Date.UTC(2011, 4, nth)).toUTCString()}`,
          ...fields,
          '',
          body,
          '',
        ].join('\r\n'),
      );
    await put(
      1,
      ['From: Olga <olga@old.test>', 'To: support@example.test', `Subject: The ${word}`],
      'From here\r\n>From there',
    );
    await put(
      2,
      [
        'From: Carl <carl@old.test>',
        'To: olga@old.test',
        `Subject: Re: The ${word}`,
        `References: <${word}.1@old.test>`,
      ],
      'Yes',
    );
    await put(
      3,
      [
        'From: Dora <dora@old.test>',
        'To: olga@old.test',
        `Subject: Red ${word}`,
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary=b',
      ],
      [
        '--b',
        'Content-Type: text/html',
        '',
        '<p>So <b>red</b> <img src="cid:p@x"></p>',
        '--b',
        'Content-Type: image/png; name=red.png',
        'Content-ID: <p@x>',
        'Content-Transfer-Encoding: base64',
        '',
        PNG,
        '--b--',
      ].join('\r\n'),
    );
    assert.equal((await mailroom('import', '--account', 'support', source)).code, 0);
    const first = await exported('first', '--account', 'support', '--format', 'mbox');
    assert.equal(first.code, 0, first.out);
    assert.equal((await mailroom('import', '--account', 'info', join(first.folder, 'mails'))).code, 0);
    const second = await exported('second', '--account', 'info', '--format', 'json');
    assert.equal(second.code, 0, second.out);
    const [a, b] = [await verifyExport(first.folder), await verifyExport(second.folder)];
    assert.deepEqual([a.faults, b.faults, a.held.length], [[], [], 3]);
    assert.deepEqual(compareExports(a.held, b.held), { both: 3, first: 0, second: 0, asRead: 0, same: 2, others: 0 });

    // The same once more without the bytes: of what Synapse has.
    await world.sql(`DELETE FROM mail_chunks WHERE mail IN (SELECT mail FROM import_mails WHERE account = 'info')`, []);
    const composed = await exported('composed', '--account', 'info', '--format', 'eml');
    assert.equal(composed.code, 0, composed.out);
    assert.match(composed.out, /^3 mails, .*\n3 of them composed of their events\n/);
    const mails = await mailsIn(composed.folder);
    const red = mails.find((text) => text.includes(`Subject: Red ${word}`)) ?? '';
    assert.match(red, /^From: Dora <dora@old\.test>\r$/m);
    assert.match(red, /^Date: Tue, 03 May 2011 00:00:00 \+0000\r$/m);
    assert.match(red, /^Content-Type: image\/png/m);
    assert.ok(red.replaceAll('\r\n', '').includes(PNG));
    const offline = await exported('offline', '--account', 'info', '--offline');
    assert.deepEqual([offline.code, /3 named alone: bytes are not kept/.test(offline.out)], [1, true]);
  });

  it('has a note, its edit and its reaction where they are asked for, and no word that was redacted', async () => {
    const { room, shown } = await world.conversation('support');
    const note = await alice.say(room, '!note He is agnry');
    await alice.edit(room, note, '!note He is angry');
    await alice.react(room, note, '👍');
    await alice.react(room, shown.event_id, '🎉');
    const secret = await alice.say(room, '!note hunter2');
    await alice.redact(room, secret);
    const plain = await exported('plain', '--room', room, '--format', 'eml');
    assert.deepEqual([plain.code, (await mailsIn(plain.folder)).length], [0, 1], plain.out);
    const noted = await exported('noted', '--room', room, '--format', 'json', '--notes');
    assert.equal(noted.code, 0, noted.out);
    const inside = (await mailsIn(noted.folder)).filter((text) => /^X-Mailroom-Internal: /m.test(text));
    assert.deepEqual(inside.map((text) => /^X-Mailroom-Internal: (.*)\r$/m.exec(text)?.[1]).sort(), [
      'note',
      'reaction',
      'redacted',
    ]);
    const told = inside.find((text) => text.includes('Internal: note')) ?? '';
    assert.match(told, /!note He is angry/);
    assert.match(told, /earlier form/);
    assert.match(told, /^From: .*@alice:matrix\.test\)" <alice@matrix\.test\.matrix\.invalid>\r$/m);
    for (const name of await readdir(noted.folder, { recursive: true })) {
      const text = await readFile(join(noted.folder, name), 'utf8').catch(() => '');
      assert.ok(!text.includes('hunter2'), name);
    }
    const checked = await mailroom('verify', noted.folder);
    assert.equal(checked.code, 0, checked.out);
  });

  it('composes a living mail and an answer whose bytes are gone', async () => {
    const { room, outsider, subject } = await world.conversation('support');
    const word = unique('answer');
    await alice.say(room, `Here it is: ${word}`);
    await outsider.receives(word);
    await until(
      async () => (await world.sql(`SELECT FROM outgoing WHERE room = $1 AND state = 'sent'`, [room])).length > 0,
      { what: 'the answer to have left', within: PATIENCE },
    );
    await world.sql(`DELETE FROM outgoing_chunks WHERE outgoing IN (SELECT outgoing FROM outgoing WHERE room = $1)`, [
      room,
    ]);
    await world.sql(
      `DELETE FROM mail_chunks WHERE mail IN (
         SELECT m.mail FROM messages m JOIN rooms r USING (thread) WHERE r.room = $1)`,
      [room],
    );
    const { code, out, folder: there } = await exported('living', '--room', room, '--format', 'eml');
    assert.equal(code, 0, out);
    const [came = '', left = '', ...more] = await mailsIn(there);
    assert.deepEqual(more, []);
    assert.ok(came.includes(`Subject: ${subject}`));
    assert.ok(left.includes(word));
    assert.match(left, new RegExp(`^To: .*${outsider.address.replaceAll('.', '\\.')}`, 'm'));
    for (const mail of [came, left])
      assert.match(mail, /^X-Mailroom-Composed: from=room; redacted=0; files-missing=0\r$/m);
  });
});

/** Old mail that was brought in is taken out again, over a real Postgres and a stand-in homeserver. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, beforeEach, afterEach } from 'node:test';
import { z } from 'zod';
import { compareExports, verifyExport } from '../../../src/archive/verify.ts';
import { purgeRaw } from '../../../src/db/intake-tables/inbox.ts';
import type { TestDatabase } from '../../support/database.ts';
import { testAccount } from '../../support/handlers/fixtures.ts';
import { exporting, type ExportedFolder, type Exporting } from '../../support/handlers/exporting.ts';
import { eachImport, importing, seenRooms, type Importing } from '../../support/handlers/importing.ts';
import { letter, type Letter } from '../../support/handlers/letters.ts';
import { sendingWorld, type Sending } from '../../support/handlers/sending.ts';
import type { Content, StandInHomeserver } from '../../support/homeserver.ts';
import { suiteServer } from '../../support/suite.ts';

const account = testAccount();

/** A mail of old times, which nobody vouches for. */
const old = (mail: Letter): Buffer =>
  letter({ to: 'support@mailroom.test', vouched: false, from: 'Bob <bob@outside.test>', ...mail });

const described = z.object({
  ...{ kind: z.string(), from: z.array(z.object({ name: z.string(), address: z.string() })) },
  header: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), path: z.string() })),
  matrix: z.object({ events: z.array(z.string()) }).nullable(),
});
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
  'hex',
);

/** A mail with a picture in its HTML and a file. */
function rich(id: string): Buffer {
  const fields = { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' };
  return old({
    ...{ id, subject: 'Lamp', headers: fields, cc: 'Carol <carol@y.test>' },
    text: [
      ...[
        '--b',
        'Content-Type: multipart/related; boundary=c',
        '',
        '--c',
        'Content-Type: text/html; charset=utf-8',
        '',
      ],
      ...['<p>The <b>lamp</b> is <img src="cid:p@x" alt="red"> here</p>', '--c'],
      ...['Content-Type: image/png; name=red.png', 'Content-ID: <p@x>', 'Content-Transfer-Encoding: base64', ''],
      ...[PNG.toString('base64'), '--c--', '--b', 'Content-Type: application/pdf'],
      ...['Content-Disposition: attachment; filename=plan.pdf', '', '%PDF plan', '--b--'],
    ].join('\r\n'),
  });
}

describe('an export of old mail', () => {
  let test: TestDatabase;
  let homeserver: StandInHomeserver;
  let source: Importing;
  let out: Exporting;
  let sending: Sending;
  const server = suiteServer();
  const parser = eachImport(account, (made) => ({ test, homeserver, source, sending } = made));
  beforeEach(async () => {
    out = await exporting({ test, parser }, () => sending.matrix.client);
  });
  afterEach(() => out.remove());

  const hashes = (of: ExportedFolder) =>
    of.manifest.flatMap((line) =>
      'sha256' in line && 'path' in line ? [line['original_sha256'] ?? line['sha256']] : [],
    );
  const purge = async (): Promise<void> => {
    assert.ok((await purgeRaw(test.db, -60_000, 1_000)) > 0);
  };

  /** Events without what only one database and homeserver have: ids, addresses of media. */
  const plainRooms = (of: StandInHomeserver) =>
    seenRooms(of)
      .map(({ name, said }) => ({
        name,
        said: said.map(({ content, ...one }) => ({ ...one, content: withoutIds(content) })),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  for (const format of ['mbox', 'maildir', 'eml', 'json'] as const) {
    it(`has every byte of it as ${format}, and an import of that makes the same rooms`, async () => {
      await source.put('in/a.eml', old({ id: 'a@x', subject: 'Lamp', text: 'From me\r\n>From you\r\n' }));
      await source.put('in/b.eml', old({ id: 'b@x', answers: 'a@x', from: 'Carol <carol@y.test>' }));
      await source.put('c.eml', rich('c@x'));
      await source.put('d.eml', old({ subject: 'Without an id', text: 'Who am I' }).subarray(0, -2));
      // The same mail by a list: merged with the first, and its bytes are kept.
      await source.put(
        'e.eml',
        old({ id: 'a@x', subject: 'Lamp', headers: { 'List-Id': '<l.x>' }, text: 'From me\r\n>From you\r\n' }),
      );
      await source.put('f.eml', old({ id: 'a@x', subject: 'Lamp', text: 'From me\r\n>From you\r\n' }));
      const report = await source.run();
      assert.deepEqual([report.mails, report.imported.mails, report.merged.mails], [6, 4, 2]);
      const seen: string[] = [];
      const first = await out.run({
        ...{ account: 'support', format },
        progress: ({ looked, of }) => seen.push(`${String(looked)} of ${String(of)}`),
      });
      assert.deepEqual(seen, ['0 of 5', '1 of 5', '2 of 5', '3 of 5', '4 of 5']);
      assert.deepEqual([first.mails.size, first.missing.size, first.composed], [4, 0, 0]);
      assert.equal(first.manifest.filter(({ kind }) => kind === 'imported').length, 5);
      const checked = await verifyExport(first.folder);
      assert.deepEqual([checked.faults, checked.mails], [[], 5]);

      const elsewhere = await server.database();
      const second = await sendingWorld(elsewhere, parser, account);
      const again = await importing({ test: elsewhere, parser, account }, () => second.matrix);
      const there = await exporting({ test: elsewhere, parser }, () => second.matrix.client);
      try {
        const brought = await again.run({ sources: [join(first.folder, 'mails')] });
        assert.deepEqual([brought.mails, brought.imported.mails, brought.merged.mails], [5, 4, 1]);
        assert.deepEqual(plainRooms(second.homeserver), plainRooms(homeserver));
        const back = await there.run({ account: 'support', format: 'eml' });
        const compared = compareExports(checked.held, (await verifyExport(back.folder)).held);
        const expected = { both: 5, first: 0, second: 0, same: 3, others: 0 };
        assert.deepEqual(compared, { ...expected, asRead: format === 'mbox' ? 1 : 0 });
      } finally {
        await there.remove();
        await again.remove();
        await second.end();
      }
    });
  }

  it('is composed of the room where the bytes are gone: people, times, texts, pictures and files', async () => {
    await source.put('a.eml', rich('a@x'));
    await source.put(
      'b.eml',
      old({ id: 'b@x', answers: 'a@x', from: 'Carol <carol@y.test>', subject: 'Re: Lamp', text: 'Yes\r\nplease' }),
    );
    await source.run();
    await purge();
    const { mails, manifest, composed, without, folder } = await out.run({ account: 'support' });
    assert.deepEqual([mails.size, composed, without], [2, 2, 0]);
    const lines = manifest.filter((line) => 'path' in line);
    assert.deepEqual(
      lines.map(({ composed }) => composed),
      [
        { of: 'room', redacted: 0, without: [], files_missing: 0 },
        { of: 'room', redacted: 0, without: [], files_missing: 0 },
      ],
    );
    const a = await parsed(mails.get('<a@x>'));
    assert.deepEqual(a.from, [{ name: 'Bob', address: 'bob@outside.test' }]);
    assert.deepEqual(a.to.map(({ address }) => address).sort(), ['carol@y.test', 'support@mailroom.test']);
    assert.deepEqual([a.subject, a.date?.toISOString()], ['Lamp', '2024-01-01T10:00:00.000Z']);
    assert.deepEqual(
      a.files.map(({ name, type, contentId }) => [name, type, contentId !== null]),
      [
        ['picture-1', 'image/png', true],
        ['plan.pdf', 'application/pdf', false],
      ],
    );
    assert.match(a.html ?? '', /<b>lamp<\/b>|<strong>lamp<\/strong>/);
    assert.match(a.html ?? '', new RegExp(`cid:${a.files[0]?.contentId ?? 'none'}`));
    const b = await parsed(mails.get('<b@x>'));
    assert.deepEqual([b.inReplyTo, b.from], [['<a@x>'], [{ name: 'Carol', address: 'carol@y.test' }]]);
    assert.match(b.text ?? '', /Yes\nplease/);
    assert.match(mails.get('<b@x>') ?? '', /^X-Mailroom-Composed: from=room; redacted=0; files-missing=0\r$/m);
    // The same events give the same mail.
    const again = await out.run({ account: 'support', format: 'mbox' });
    assert.deepEqual(hashes(again), hashes(await out.run({ account: 'support' })));
    assert.deepEqual((await verifyExport(folder)).faults, []);
    // Nobody is asked.
    const offline = await out.run({ account: 'support', offline: true });
    assert.deepEqual([offline.mails.size, [...offline.missing]], [0, [['bytes are not kept any more', 2]]]);
  });

  it('says which file cannot be had and why, and has the mail without it', async () => {
    await source.put('a.eml', rich('a@x'));
    await source.run();
    await purge();
    for (const id of homeserver.media.keys()) homeserver.media.delete(id);
    const { mails, manifest, without } = await out.run({ account: 'support' });
    assert.equal(without, 2);
    const mail = mails.get('<a@x>') ?? '';
    assert.match(mail, /^X-Mailroom-Without: plan\.pdf \(the homeserver has it no more\)\r$/m);
    assert.match(mail, /^X-Mailroom-Composed: from=room; redacted=0; files-missing=2\r$/m);
    assert.match((await parsed(mail)).text ?? '', /file that could not be had: plan\.pdf/);
    const [line] = manifest.filter((one) => 'path' in one);
    assert.deepEqual(line?.['composed'], {
      ...{ of: 'room', redacted: 0, files_missing: 2 },
      without: [
        { name: 'picture', reason: 'the homeserver has it no more' },
        { name: 'plan.pdf', reason: 'the homeserver has it no more' },
      ],
    });
  });

  it('has no word that was redacted in the room, and says so', async () => {
    await source.put('a.eml', old({ id: 'a@x', subject: 'Lamp', text: 'A secret' }));
    await source.put('b.eml', rich('b@x'));
    await source.run();
    await purge();
    const { bot } = homeserver;
    for (const { room, said } of seenRooms(homeserver)) {
      for (const { body } of said) {
        if (!body.includes('secret') && body !== 'plan.pdf') continue;
        const event = homeserver.rooms.get(room).timeline.find(({ content }) => content['body'] === body);
        homeserver.rooms.redact(room, bot, event?.event_id ?? '', 'a secret reason');
      }
    }
    const { mails } = await out.run({ account: 'support' });
    assert.match(mails.get('<a@x>') ?? '', /redacted=1/);
    assert.match((await parsed(mails.get('<a@x>'))).text ?? '', /^\[redacted\]\s*$/);
    assert.ok(![...mails.values()].some((text) => /secret/.test(text)));
    assert.deepEqual(
      (await parsed(mails.get('<b@x>'))).files.map(({ name }) => name),
      ['picture-1'],
    );
  });

  it('is found out where a description, a file or a path of them was changed', async () => {
    await source.put('a.eml', rich('a@x'));
    await source.run();
    const { folder } = await out.run({ account: 'support', format: 'json' });
    const faults = async () => (await verifyExport(folder)).faults.filter((one) => !one.includes('signed'));
    assert.deepEqual(await faults(), []);
    const told = described.parse(JSON.parse(await readFile(join(folder, 'json/0000001.json'), 'utf8')));
    assert.deepEqual(
      told.files.map(({ name, sha256 }) => [
        name,
        createHash('sha256')
          .update(name === 'plan.pdf' ? '%PDF plan' : PNG)
          .digest('hex') === sha256,
      ]),
      [
        ['red.png', true],
        ['plan.pdf', true],
      ],
    );
    assert.ok(told.header.some(({ name, value }) => name === 'Cc' && value === 'Carol <carol@y.test>'));
    assert.deepEqual(
      [told.kind, told.from, told.matrix?.events.length],
      ['imported', [{ name: 'Bob', address: 'bob@outside.test' }], 1],
    );
    const [file = ''] = told.files.map(({ path }) => path);
    await appendFile(join(folder, file), 'x');
    assert.deepEqual(await faults(), [`${file}: its bytes are others`]);
    await rm(join(folder, file));
    assert.deepEqual(await faults(), [`${file}: is not there`]);
    await symlink('/etc/passwd', join(folder, file));
    assert.match((await faults()).join(), /ELOOP/);
    await rm(join(folder, file));
    await writeFile(join(folder, 'files', 'more'), '');
    await writeFile(join(folder, 'json', '0000002.json'), '{}');
    assert.deepEqual(
      (await faults()).sort(),
      [
        `${file}: is not there`,
        'files/more: no mail has such a file',
        'json/0000002.json: the manifest has no such file',
      ].sort(),
    );
    await appendFile(join(folder, 'json/0000001.json'), ' ');
    assert.ok((await faults()).includes('json/0000001.json: its bytes are others'));
    // What a manifest names is never read where it says.
    const manifest = join(folder, 'manifest.jsonl');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('json/0000001.json', '../../../etc/passwd'));
    assert.ok((await faults()).includes('../../../etc/passwd: is not there'));
  });

  it('names what is left of nothing: a room that cannot be read, events that are not there', async () => {
    await source.put('a.eml', old({ id: 'a@x', subject: 'Lamp' }));
    await source.run();
    await purge();
    const { room = '' } = seenRooms(homeserver)[0] ?? {};
    homeserver.rooms.byId.delete(room);
    const { missing, mails } = await out.run({ account: 'support' });
    assert.deepEqual([[...missing], mails.size], [[['its room cannot be read', 1]], 0]);
  });

  it('has what was set aside with its bytes and the reason, and nothing of drafts and other accounts', async () => {
    await source.put('a.eml', old({ id: 'a@x' }));
    await source.run();
    await test.db.query(`UPDATE import_mails SET state = 'aside', reason = 'refused'`);
    const { manifest } = await out.run({ account: 'support' });
    const [line] = manifest.filter((one) => 'path' in one);
    assert.deepEqual([line?.['set_aside'], line?.['thread']], ['refused', null]);
    await assert.rejects(out.run({ account: 'nobody' }), /no such account/);
    const { room = '' } = seenRooms(homeserver)[0] ?? {};
    assert.equal((await out.run({ room })).mails.size, 0);
  });

  const parsed = async (text: string | undefined) => {
    const read = await parser.parse(bytesOf(text ?? ''));
    assert.ok(read.ok);
    return read.mail;
  };
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'latin1'));
}

function withoutIds(content: Content): unknown {
  const text = JSON.stringify(content, (key, value: unknown) => (key === 'org.mailroom.send' ? undefined : value));
  return JSON.parse(text.replaceAll(/mxc:\/\/[\w./-]+/g, 'mxc:'));
}

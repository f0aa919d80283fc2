import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rm, symlink, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { mailsOfMbox } from '../../../src/archive/sources/mbox.ts';
import { readAll, tar } from '../../support/archives.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-sources-test-'));
});
after(() => rm(folder, { recursive: true }));

let count = 0;
/** A folder with these files. */
async function source(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = join(folder, String(count++));
  await mkdir(root);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content, typeof content === 'string' ? 'latin1' : undefined);
  }
  return root;
}

const FROM = 'From bob@outside.example Mon Mar  9 10:20:30 2026\n';
const mail = (id: string, body = 'Hello.\n'): string => `From: bob@outside.example\nMessage-ID: <${id}@x>\n\n${body}`;
const mbox = (...mails: string[]): string => mails.map((one) => `${FROM}${one}\n`).join('');
/** Content-Length behind the header's first field. */
const measured = (text: string): string => {
  const body = text.slice(text.indexOf('\n\n') + 2);
  return text.replace('\n', `\nContent-Length: ${body.length}\n`);
};

describe('an mbox', () => {
  it('in mboxrd loses one sign of each quoted line', async () => {
    const root = await source({ Inbox: mbox(mail('a', '>From me\n>>From you\n'), mail('b')) });
    const { mails } = await readAll(join(root, 'Inbox'));
    assert.deepEqual(
      mails.map(({ text, folder: of, place }) => [text, of, place]),
      [
        [mail('a', 'From me\n>From you\n'), ['Inbox'], `${root}/Inbox at 50`],
        [mail('b'), ['Inbox'], `${root}/Inbox at ${50 + mail('a', '>From me\n>>From you\n').length + 1 + 50}`],
      ],
    );
  });

  it('in mboxo loses the sign of `>From ` alone, where somebody says that it is one', async () => {
    const root = await source({ Inbox: mbox(mail('a', '>From me\n>>From you\n')) });
    const { mails } = await readAll(join(root, 'Inbox'), 'mboxo');
    assert.equal(mails[0]?.text, mail('a', 'From me\n>>From you\n'));
  });

  it('in mboxcl2 goes by the lengths, and is told by them', async () => {
    const first = measured(mail('a', `${FROM}is how it begins\n>From stays\n`));
    const root = await source({ Inbox: mbox(first, measured(mail('b'))) });
    const { mails, damaged } = await readAll(join(root, 'Inbox'));
    assert.deepEqual(
      mails.map(({ text }) => text),
      [first, measured(mail('b'))],
    );
    assert.deepEqual(damaged, []);
  });

  it('in mboxcl goes by the lengths of the quoted bytes', async () => {
    const root = await source({ Inbox: mbox(measured(mail('a', '>From me\n')), measured(mail('b'))) });
    const { mails } = await readAll(join(root, 'Inbox'), 'mboxcl');
    assert.match(mails[0]?.text ?? '', /\n\nFrom me\n$/);
    assert.equal(mails.length, 2);
  });

  it('whose length leads nowhere is told, and goes on at the next From_ line', async () => {
    const many = Array.from({ length: 20 }, (_, at) => measured(mail(`m${at}`)));
    const wrong = measured(mail('wrong')).replace('Content-Length: 7', 'Content-Length: 3');
    const root = await source({ Inbox: mbox(...many, wrong, measured(mail('last'))) });
    const { mails, damaged } = await readAll(join(root, 'Inbox'));
    assert.equal(mails.length, 22);
    assert.equal(mails[20]?.text, wrong);
    assert.equal(mails[21]?.text, measured(mail('last')));
    assert.equal(damaged.length, 1);
    assert.match(damaged[0] ?? '', /Inbox at \d+: its Content-Length does not lead to the next mail/);
  });

  for (const [what, length] of [
    ['lead nowhere', 3],
    ['lead far away', 299_001],
  ] as const) {
    it(`whose lengths ${what}, all of them, is read a few times and not once for each mail`, async (test) => {
      const lies = Array.from({ length: 4_000 }, (_, at) =>
        mail(`m${at}`, at % 1_000 === 0 ? 'Long.\n'.repeat(50_000) : 'Hello.\n').replace(
          '\n',
          `\nContent-Length: ${length}\n`,
        ),
      );
      const text = mbox(...lies);
      const root = await source({ Inbox: text });
      let bytes = 0;
      const handle = await open(join(root, 'Inbox'));
      const read = test.mock.method(Object.getPrototypeOf(handle) as FileHandle, 'read');
      const streamed = test.mock.method(fs, 'read');
      await handle.close();
      const mails = [];
      for await (const each of mailsOfMbox(join(root, 'Inbox'), 'mboxcl2')) mails.push(each);
      for (const { result } of read.mock.calls) bytes += (await result)?.bytesRead ?? 0;
      for (const call of streamed.mock.calls) bytes += Number((call.arguments as readonly unknown[])[3]);
      assert.equal(mails.filter(({ fits }) => !fits).length, 4_000);
      assert.deepEqual(
        mails.map(({ start, end }) => text.slice(start, end)),
        lies,
      );
      assert.ok(bytes < 5 * text.length, `${bytes} of ${text.length}`);
    });
  }

  it('is not believed a length that one mail claims', async () => {
    const root = await source({ Inbox: mbox(mail('a').replace('\n', '\nContent-Length: 3\n'), mail('b')) });
    assert.equal((await readAll(join(root, 'Inbox'))).mails.length, 2);
  });
});

describe('a folder', () => {
  it('as a Maildir++ has its marks and its folders, decoded', async () => {
    const root = await source({
      'cur/1700000000.M1P1.host:2,FRS': mail('a'),
      'new/1700000001.M1P1.host': mail('b'),
      'tmp/1700000002.M1P1.host': mail('half'),
      '.Entw&APw-rfe.2019/cur/1700000003.M1P1.host:2,DT': mail('c'),
      '.Entw&APw-rfe.2019/maildirfolder': '',
      'dovecot-uidlist': '3 V1',
    });
    const { mails, passed } = await readAll(root);
    const none = { seen: false, answered: false, flagged: false, draft: false, deleted: false };
    assert.deepEqual(
      mails.map(({ folder: of, marks }) => [of, marks]),
      [
        [['Entwürfe', '2019'], { ...none, draft: true, deleted: true }],
        [[], { ...none, seen: true, answered: true, flagged: true }],
        [[], none],
      ],
    );
    assert.equal(passed.length, 3);
  });

  it('as a Thunderbird profile has its mail alone, and what was deleted and not compacted is marked', async () => {
    const gone = 'From - Mon Mar 09 10:20:30 2026\nX-Mozilla-Status: 0009\nX-Mozilla-Status2: 00000000\n';
    const root = await source({
      'prefs.js': 'user_pref("a", 1);',
      'SiteSecurity.txt': 'Subject: no mail',
      'Mail/Local Folders/Archives': '',
      'Mail/Local Folders/Archives.msf': '// <!-- mork -->',
      'Mail/Local Folders/Archives.sbd/2019': `${gone}${mail('a')}\nFrom - \n${mail('b')}`,
      'ImapMail/imap.example/INBOX': mbox(mail('c')),
      'ImapMail/imap.example/msgFilterRules.dat': 'version="9"',
    });
    const { mails, damaged } = await readAll(root);
    assert.deepEqual(
      mails.map(({ folder: of, marks }) => [of.join('/'), marks.deleted, marks.seen]),
      [
        ['ImapMail/imap.example/INBOX', false, false],
        ['Mail/Local Folders/Archives/2019', true, true],
        ['Mail/Local Folders/Archives/2019', false, false],
      ],
    );
    assert.deepEqual(damaged, []);
  });

  it('gives .eml files, of any programs, and says what is none', async () => {
    const root = await source({
      'a.eml': mail('a'),
      'deep/b.EML': mail('b'),
      'mh/17': mail('c'),
      'one.eml': `${FROM}${mail('d')}`,
      'notes.txt': 'A list of things: none',
      'empty.eml': '',
      'picture.png': new Uint8Array([1, 2, 3]),
    });
    await symlink('/etc', join(root, 'way-out'));
    const { mails, passed } = await readAll(root);
    assert.deepEqual(
      mails.map(({ folder: of, text }) => [of, /<(.)@/.exec(text)?.[1]]),
      [
        [[], 'a'],
        [['deep'], 'b'],
        [['mh'], 'c'],
        [[], 'd'],
      ],
    );
    assert.deepEqual(passed.map((line) => line.replace(`${root}/`, '')).sort(), [
      'empty.eml: empty',
      'notes.txt: no mail',
      'picture.png: no mail',
      'way-out: a link',
    ]);
  });

  it('has a mail that looks like an archive as the mail that its name says', async () => {
    const begin = 'Subject: '.padEnd(257, 'x');
    const root = await source({ 'a.eml': `${begin}ustar\n${mail('a')}`, 'b.eml': `PK\u0003\u0004: x\n${mail('b')}` });
    const { mails, damaged } = await readAll(root);
    assert.equal(mails.map(({ text }) => /<(.)@/.exec(text)?.[1]).join(''), 'ab');
    assert.deepEqual(damaged, []);
  });

  it('that is not there is named', async () => {
    assert.deepEqual((await readAll(join(folder, 'nowhere'))).damaged, [`${folder}/nowhere: cannot be read: ENOENT`]);
  });
});

const files = {
  'mail/Inbox': mbox(mail('a'), mail('b')),
  'mail/.Archive.2019/cur/1.host:2,S': mail('c'),
  'mail/d.eml': mail('d'),
};
const zipped = (of: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, Buffer.from(text)])));
const tarred = (of: Readonly<Record<string, string>>): Buffer =>
  tar(Object.entries(of).map(([name, text]) => ({ name, text })));
const idsOf = (mails: readonly { readonly text: string }[]): string =>
  mails.map(({ text }) => /<(\w+)@/.exec(text)?.[1]).join(' ');

describe('an archive', () => {
  for (const [kind, bytes] of [
    ['zip', zipped(files)],
    ['tar', tarred(files)],
    ['tar.gz', gzipSync(tarred(files))],
    ['zip of a tar.gz', zipped({ 'inner.tgz': gzipSync(tarred(files)) })],
  ] as const) {
    it(`as ${kind} is read as the folder that it was made of`, async () => {
      const root = await source({ packed: bytes });
      const { mails, damaged, passed } = await readAll(join(root, 'packed'));
      assert.equal(idsOf(mails), 'a b c d');
      assert.deepEqual(mails[2]?.folder, ['mail', 'Archive', '2019']);
      assert.equal(mails[2].marks.seen, true);
      assert.deepEqual([damaged, passed], [[], []]);
      assert.match(mails[1]?.place ?? '', /packed › (?:inner\.tgz › )?mail\/Inbox at \d+$/);
    });
  }

  it('as one packed mbox is read', async () => {
    const root = await source({ 'Inbox.mbox.gz': gzipSync(mbox(mail('a'), mail('b'))) });
    const { mails } = await readAll(join(root, 'Inbox.mbox.gz'));
    assert.equal(idsOf(mails), 'a b');
    assert.deepEqual(mails[0]?.folder, ['Inbox']);
  });

  it('has no names that lead out of it, and no links', async () => {
    const root = await source({
      'x.tar': tar([
        { name: '../../etc/evil.eml', text: mail('a') },
        { name: '/root/b.eml', text: mail('b') },
        { name: 'link.eml', type: '2' },
        { name: 'device', type: '3' },
        { name: `${'long/'.repeat(30)}c.eml`, text: mail('c') },
      ]),
      'x.zip': zipped({ '..\\..\\d.eml': mail('d') }),
    });
    const { mails, passed } = await readAll(root);
    assert.deepEqual(
      mails.map(({ place }) => place.replace(`${root}/`, '')),
      ['x.tar › etc/evil.eml', 'x.tar › root/b.eml', `x.tar › ${'long/'.repeat(30)}c.eml`, 'x.zip › d.eml'],
    );
    assert.deepEqual(
      passed.map((line) => line.replace(`${root}/`, '')),
      ['x.tar › link.eml: a link', 'x.tar › device: no plain file'],
    );
  });

  it('that grows without end is told and left, and nothing of it stays on the disk', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('mailroom-archive-'));
    const bomb = gzipSync(Buffer.alloc(192 * 1024 * 1024));
    const root = await source({ 'bomb.gz': bomb, 'z.eml': mail('z') });
    const { mails, damaged } = await readAll(root);
    assert.equal(idsOf(mails), 'z');
    assert.match(damaged.join('\n'), /unpacks to more than an archive of mail could/);
    const left = (await readdir(tmpdir())).filter((name) => name.startsWith('mailroom-archive-'));
    assert.deepEqual(
      left.filter((name) => !before.includes(name)),
      [],
    );
  });

  it('in too many others is passed', async () => {
    let bytes: Uint8Array = Buffer.from(mail('a'));
    for (let level = 0; level < 4; level++) bytes = zipped({ [level === 0 ? 'a.eml' : 'x.zip']: bytes });
    const root = await source({ 'x.zip': bytes });
    const { mails, passed } = await readAll(join(root, 'x.zip'));
    assert.equal(mails.length, 0);
    assert.match(passed.join(), /an archive in too many others/);
  });

  it('that is cut or damaged gives what it has, and says where it ends', async () => {
    const whole = tarred({ 'a.eml': mail('a'), 'b.eml': mail('b', 'x'.repeat(2_000)) });
    const hurt = Buffer.from(tarred({ 'a.eml': mail('a'), 'b.eml': mail('b'), 'c.eml': mail('c') }));
    hurt.write('ruin', 1024 + 150);
    const zip = Buffer.from(zipSync({ 'a.eml': [Buffer.from(mail('a')), { level: 0 }] }));
    zip.write('Jello', zip.indexOf('Hello'));
    const none = Buffer.from(zipSync({ 'a.eml': [Buffer.from(mail('a')), { level: 0 }] }));
    // Of its directory: the packed size.
    none.writeUInt32LE(0, none.indexOf('PK\u0001\u0002') + 20);
    const root = await source({
      '1.tar': whole.subarray(0, 2_500),
      '2.tar': hurt,
      '3.tgz': gzipSync(whole).subarray(0, -30),
      '4.zip': zip,
      '5.zip': zip.subarray(0, -30),
      '6.zip': none,
    });
    const { mails, damaged } = await readAll(root);
    assert.equal(idsOf(mails), 'a b a c a a');
    assert.deepEqual(
      damaged.map((line) => line.replace(`${root}/`, '')),
      [
        '1.tar › b.eml: ends within a file',
        '2.tar at 1024: no header of a tar is here',
        '3.tgz: is packed wrongly, or cut',
        '4.zip › a.eml: its checksum is another',
        '5.zip: its directory is missing: the file is cut, or no ZIP',
        '6.zip › a.eml: ends early',
      ],
    );
  });
});

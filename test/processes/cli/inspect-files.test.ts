import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { recordsIn, runInspect } from '../../support/inspect.ts';

const golden = join(import.meta.dirname, '../../golden/mail-in');
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-inspect-files-test-'));
});
after(() => rm(folder, { recursive: true }));

const recordsOf = async (path: string) => recordsIn((await runInspect(['--json', path])).out);

async function write(mail: string): Promise<string> {
  const path = join(folder, 'mail.eml');
  await writeFile(path, mail);
  return path;
}

describe('the files that mailroom inspect shows', () => {
  it('looks into files as the bridge does: a picture, a film and a sound are what their bytes say', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGNk+M/wn4GBgQEGAA4GAQFQp6XuAAAAAElFTkSuQmCC',
      'base64',
    );
    const part = (head: string, bytes: Buffer): string =>
      `--b\nContent-Type: ${head}\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}\n`;
    const mail =
      'From: bob@outside.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nIt went dark.\n' +
      [
        part('application/octet-stream; name=lamp.PNG', png),
        part('image/jpeg; name=lamp.jpg', png),
        part('image/png; name=page.png', Buffer.from('<html>no picture</html>')),
        part('audio/mpeg; name=note.mp3', Buffer.from('no sound at all, but a text')),
        part('application/octet-stream; name=lamp.bin', png),
      ].join('') +
      '--b--\n';
    const [one] = await recordsOf(await write(mail));
    assert.deepEqual(
      one?.events.slice(1).map((event) => [event['msgtype'], event['filename'], event['info']]),
      [
        ['m.image', 'lamp.PNG', { mimetype: 'image/png', size: png.length, w: 2, h: 3 }],
        ['m.image', 'lamp.jpg', { mimetype: 'image/png', size: png.length, w: 2, h: 3 }],
        ['m.file', 'page.png', { mimetype: 'image/png', size: 23 }],
        ['m.file', 'note.mp3', { mimetype: 'audio/mpeg', size: 27 }],
        ['m.file', 'lamp.bin', { mimetype: 'application/octet-stream', size: png.length }],
      ],
    );
  });

  it('names a calendar file once that is in the mail twice, as the room has it', async () => {
    const [one] = await recordsOf(join(golden, 'invitation-twice-google.eml'));
    assert.deepEqual(
      one?.parts.map(({ name }) => name),
      ['invitation.ics'],
    );
    assert.deepEqual(
      one.events.map((event) => event['msgtype']),
      ['m.text', 'm.file'],
    );
    const [sealed] = await recordsOf(join(golden, 'smime-opaque-behind-a-list-footer.eml'));
    assert.deepEqual(
      sealed?.parts.map(({ name }) => name),
      ['smime.p7m', 'offer.csv'],
    );
  });
});

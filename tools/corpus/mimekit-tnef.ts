import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../../src/mail/charset/charset.ts';
import type { ParsePool } from '../../src/parser/parse-pool.ts';
import { filesBelow, fromBytes, fromPath, readWhole, type WholeMail } from './mails.ts';
import { type CorpusSet, judge, judgeAll, type Verdict } from './set.ts';

/** Names that MimeKit gives to the body of the mail and to attachments without a name; ours may be called otherwise. */
const BODIES = new Set(['body.rtf', 'body.html', 'body.txt']);
const NAMELESS = 'Untitled Attachment';

/** A mail that carries nothing but a winmail.dat, as Exchange sends it. */
function asMail(tnef: Buffer): Buffer {
  const head = [
    'From: Anna <anna@firm.example>',
    'To: Ben <ben@firm.example>',
    'Date: Fri, 5 Jan 2024 10:12:31 +0100',
    'Message-ID: <1@firm.example>',
    'MIME-Version: 1.0',
    'Content-Type: application/ms-tnef; name="winmail.dat"',
    'Content-Disposition: attachment; filename="winmail.dat"',
    'Content-Transfer-Encoding: base64',
  ];
  const body = tnef.toString('base64').replace(/.{76}/gu, '$&\r\n');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`, 'latin1');
}

/** What MimeKit took out of the same file: the bytes of each attachment, where the set has them. */
async function extracted(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.filter((name) => !name.startsWith('message.')).map((name) => readFile(join(folder, name))));
}

/**
 * IID_IStorage: the set keeps this id of an OLE file's interface (MS-OXTNEF section 2.1.3.4.2) before its bytes, we do
 * not.
 */
const STORAGE = Buffer.from('0b00000000000000c000000000000046', 'hex');

/**
 * Whether a file is the one that the set has, but for how the set was stored: its text files have LF where Outlook
 * wrote CRLF.
 */
function isSame(file: Buffer, stored: Buffer): boolean {
  const bare = stored.subarray(0, STORAGE.length).equals(STORAGE) ? stored.subarray(STORAGE.length) : stored;
  if (file.equals(bare)) return true;
  return !bare.includes('\r\n') && file.toString('latin1').replaceAll('\r\n', '\n') === bare.toString('latin1');
}

/** The HTML body that MimeKit took out, in whichever charset it was left; null where the set has none. */
async function htmlBody(folder: string): Promise<readonly string[] | null> {
  const bytes = await readFile(join(folder, 'message.html')).catch(() => null);
  return bytes === null ? null : [bytes.toString('utf8'), decodeText(bytes, 'windows-1252').text];
}

/** Each listed attachment that is not among the files: by name where it has one, all by number and by their bytes. */
function lost({ mail, files }: WholeMail, listed: readonly string[], contents: readonly Buffer[]): readonly string[] {
  const attachments = listed.filter((name) => !BODIES.has(name));
  const names = [...mail.files.map((file) => file.name)];
  const unnamed = attachments.filter((name) => {
    const at = names.indexOf(name);
    if (at !== -1) names.splice(at, 1);
    return at === -1 && name.replaceAll('_', ' ') !== NAMELESS;
  });
  const gone = contents.filter((bytes) => !files.some((file) => isSame(file, bytes)));
  const bodyless = listed.some((name) => BODIES.has(name)) && mail.text === null && mail.html === null;
  const body = bodyless && !mail.files.some((file) => /rtf/iu.test(file.type));
  return [
    ...unnamed,
    ...gone.map((bytes) => `file of ${bytes.length} bytes`),
    ...(mail.files.length < attachments.length ? [`${attachments.length - mail.files.length} files`] : []),
    ...(body ? ['the body'] : []),
  ];
}

async function* run(folder: string, pool: ParsePool): AsyncGenerator<Verdict> {
  yield* judgeAll(await filesBelow(folder, 'tnef/*.tnef'), async (name) => {
    const path = join(folder, name);
    const mail = asMail(await readFile(path));
    const list = await readFile(path.replace(/\.tnef$/u, '.list'), 'utf8');
    const contents = await extracted(path.replace(/\.tnef$/u, ''));
    const html = await htmlBody(path.replace(/\.tnef$/u, ''));
    return judge(name, async () => {
      const whole = await readWhole(pool, fromBytes(mail));
      const notes = [
        ...lost(
          whole,
          list.split('\n').filter((line) => line.trim() !== ''),
          contents,
        ),
        ...(html === null || html.includes(whole.mail.html ?? '') ? [] : ['the HTML body as it was written']),
      ];
      const has = whole.mail.files.map((file) => file.name).join(', ');
      return notes.length === 0
        ? { outcome: 'exact' }
        : { outcome: 'damaged', note: `missing: ${notes.join(', ')}; has: ${has}` };
    });
  });
  yield await judge('tnef/ukr.eml', async () => {
    const { mail } = await readWhole(pool, fromPath(join(folder, 'tnef/ukr.eml')));
    return mail.text === null
      ? { outcome: 'damaged', note: 'the text beside winmail.dat is missing' }
      : { outcome: 'exact' };
  });
}

/** MimeKit's winmail.dat files, each with the list of what is inside, and a mail that has one. */
export const mimekitTnef: CorpusSet = { name: 'mimekit-tnef', size: 19, leastExact: 19, run };
